#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace core::storage
{
/// How far a ledger had got, kept beside it: number and digest of its newest row.
///
/// Written after each commit and never synced, so after a power cut it may be older than the
/// ledger (or gone), but never newer: a ledger that ends before its head has lost rows, which
/// no chain can show, for instance with its log deleted or damaged.
struct LedgerHead
{
    std::int64_t seq = 0;
    QByteArray digest;

    friend bool operator==(const LedgerHead&, const LedgerHead&) = default;
};

/// nullopt = none, or not a whole one.
[[nodiscard]] std::optional<LedgerHead> readHead(const QString& fileName);

/// The open head file. Failing to write is no failure of the ledger: the head only becomes old.
/// Thread: ledger.
class HeadWriter final
{
public:
    explicit HeadWriter(const QString& fileName);
    HeadWriter(const HeadWriter&) = delete;
    HeadWriter& operator=(const HeadWriter&) = delete;
    ~HeadWriter();

    void write(const LedgerHead& head) const;

private:
    int m_descriptor;
};

/// The bytes of a head file.
[[nodiscard]] QByteArray encodeHead(const LedgerHead& head);
}  // namespace core::storage
