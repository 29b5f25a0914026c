#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"
#include "core/sim/broker_order.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace core::sim
{
/// One order request as it came over the wire: what was in its body, without account and keys.
struct TruthPost
{
    std::uint64_t number = 0;  ///< Of all POSTs, from 1.
    RowKind kind = RowKind::New;
    domain::Symbol symbol;
    domain::Side side = domain::Side::Buy;
    std::int64_t quantity = 0;
    std::int64_t price = 0;
    QString division;
    std::int64_t original = 0;  ///< Amend and cancel.
    QString fault;              ///< What the fault plan did to it; empty = nothing.
    /// The broker's number; 0 = not accepted (or not yet: a late accept fills it in).
    std::int64_t accepted = 0;
    QString refusal;  ///< Why the broker said no; empty otherwise.

    friend bool operator==(const TruthPost&, const TruthPost&) = default;
};

/// Everything there is to compare a terminal with.
struct TruthSnapshot
{
    std::vector<TruthPost> posts;
    std::vector<BrokerOrder> orders;  ///< By number; `versions` empty.
    std::map<domain::Symbol, std::int64_t> positions;
    std::int64_t cashD2 = 0;
    std::int64_t chargesToday = 0;
};

/// What really happened to orders, as JSON lines and in memory.
///
/// Shape:  {"seq":1,"t":"2026-11-25T10:00:00.123","what":"post|accept|refuse|fill|cancel|amend|
///         reject|expire|drop|reset",...}; numbers are numbers, codes are text.
/// Thread: written on the simulator's; `lines` and `snapshot` may be called from any.
class TruthLog final
{
public:
    /// Lines are also appended to `fileName`, flushed one by one. Errors: Io.
    [[nodiscard]] base::Status openFile(const QString& fileName);

    void line(const QByteArray& json);
    std::uint64_t post(const TruthPost& post);
    void settlePost(std::uint64_t number, std::int64_t accepted, const QString& refusal);
    void setOrder(const BrokerOrder& order);
    void setAccount(std::int64_t cashD2, std::int64_t charges,
                    const std::map<domain::Symbol, std::int64_t>& positions);
    void reset();

    /// Lines from `from` (0 = the first) on, each with its line end.
    [[nodiscard]] QByteArray lines(std::size_t from = 0) const;
    [[nodiscard]] std::size_t lineCount() const;
    [[nodiscard]] TruthSnapshot snapshot() const;

private:
    mutable std::mutex m_mutex;
    std::unique_ptr<QFile> m_file;
    std::vector<QByteArray> m_lines;
    std::vector<TruthPost> m_posts;
    std::map<std::int64_t, BrokerOrder> m_orders;
    std::map<domain::Symbol, std::int64_t> m_positions;
    std::int64_t m_cashD2 = 0;
    std::int64_t m_charges = 0;
};

/// A JSON object whose numbers are numbers, for the truth log and the control port.
class TruthLine final
{
public:
    explicit TruthLine(const char* what) { text("what", QString::fromLatin1(what)); }
    TruthLine() = default;

    TruthLine& text(const char* key, const QString& value);
    TruthLine& number(const char* key, std::int64_t value);
    TruthLine& raw(const char* key, const QByteArray& json);
    [[nodiscard]] QByteArray bytes() const { return '{' + m_members + '}'; }

private:
    QByteArray m_members;
};

[[nodiscard]] const char* sideText(domain::Side side);  ///< "buy", "sell"
[[nodiscard]] const char* kindText(RowKind kind);       ///< "new", "amend", "cancel"
/// Ten digits.
[[nodiscard]] QString orderNumberText(std::int64_t number);
}  // namespace core::sim
