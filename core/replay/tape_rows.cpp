#include "core/replay/tape_rows.h"

namespace core::replay
{
namespace
{
constexpr domain::TimeOfDay kRegularFrom = domain::timeOfDay(9, 0);
constexpr domain::TimeOfDay kRegularTo = domain::timeOfDay(15, 20);

domain::PrintKind kindOf(tape::TapePhase phase) noexcept
{
    switch (phase) {
    case tape::TapePhase::ByTime:
    case tape::TapePhase::Regular:
        return domain::PrintKind::Regular;
    case tape::TapePhase::Pre:
        return domain::PrintKind::PreOpen;
    case tape::TapePhase::Auction:
    case tape::TapePhase::Vi:
    case tape::TapePhase::Halt:
        return domain::PrintKind::Auction;
    case tape::TapePhase::After:
        return domain::PrintKind::AfterHours;
    }
    return domain::PrintKind::Regular;
}
}  // namespace

tape::TapePhase phaseOf(const tape::TapeRow& row) noexcept
{
    if (row.phase != tape::TapePhase::ByTime) {
        return row.phase;
    }
    const domain::TimeOfDay at{row.at};
    return at < kRegularFrom ? tape::TapePhase::Pre
           : at < kRegularTo ? tape::TapePhase::Regular
                             : tape::TapePhase::After;
}

domain::Trade tradeOf(const tape::TapeRow& row, domain::Timestamp midnight,
                      tape::TapePhase phase) noexcept
{
    domain::Trade trade;
    trade.symbol = row.symbol;
    trade.time = midnight + domain::TimeOfDay{row.at};
    trade.price = domain::Price::fromWon(row.price);
    trade.quantity = domain::Quantity{row.quantity};
    trade.accVolume = domain::Quantity{row.accVolume};
    trade.kind = kindOf(phase);
    trade.halted = phase == tape::TapePhase::Halt;
    trade.inViAuction = phase == tape::TapePhase::Vi;
    return trade;
}
}  // namespace core::replay
