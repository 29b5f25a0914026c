#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace core::orders
{
/// One event of the ledger: a fact about an order, a position, the account or the gate. What the
/// body says is this folder's business (`ledger_fact.h`); a ledger keeps it, in order, for good.
struct LedgerRecord
{
    domain::Timestamp at{};        ///< Environment clock.
    std::int64_t monotonicUs = 0;  ///< The machine's monotonic clock, for durations.
    QString order;                 ///< ClientOrderId as text; empty = about no single order.
    QString kind;                  ///< "intent", "fill", ...
    QByteArray body;               ///< JSON, compact, UTF-8.

    friend bool operator==(const LedgerRecord&, const LedgerRecord&) = default;
};

/// What an opened ledger was found to be.
enum class LedgerHealth : std::uint8_t
{
    Good,
    New,       ///< There was none.
    SetAside,  ///< The file was damaged and renamed; this one is empty. View until confirmed.
};

struct LedgerContent
{
    LedgerHealth health = LedgerHealth::Good;
    QString problem;  ///< SetAside: what was found and the new name of the damaged file.
    std::vector<LedgerRecord> records;

    friend bool operator==(const LedgerContent&, const LedgerContent&) = default;
};

/// Where the facts about orders are kept. `storage` implements it, tests use a double.
/// Thread: ledger.
class Ledger
{
public:
    Ledger() = default;
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    virtual ~Ledger() = default;

    /// Appends all of `records` or none. When it returns success they survive a power cut.
    /// Errors: Io (disk full, failing), Busy (locked by another program); nothing was written.
    [[nodiscard]] virtual base::Status append(std::span<const LedgerRecord> records) = 0;
};
}  // namespace core::orders
