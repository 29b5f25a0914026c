#include "core/storage/market_rows.h"

namespace core::storage
{
namespace
{
constexpr std::int64_t kMsAMinute = 60'000;
constexpr unsigned kFlagShift = 24;
static_assert(domain::Bar::kTradesMask == (1U << kFlagShift) - 1U);
}  // namespace

BarRow rowOf(const domain::StoredBar& stored) noexcept
{
    return {.symbol = stored.symbol,
            .start = stored.bar.start(),
            .bar = stored.bar,
            .trades = stored.bar.trades(),
            .flags = stored.bar.tradesAndFlags >> kFlagShift,
            .gapShares = stored.gapShares};
}

std::optional<domain::StoredBar> barOf(const BarRow& row) noexcept
{
    const std::int64_t ms = row.start.time_since_epoch().count();
    const bool whole = ms % kMsAMinute == 0 && std::in_range<std::int32_t>(ms / kMsAMinute);
    if (!whole || row.trades < 0 || row.trades > domain::Bar::kTradesMask || row.flags < 0
        || row.flags > 0xFF) {
        return std::nullopt;
    }
    domain::StoredBar stored{.symbol = row.symbol, .bar = row.bar, .gapShares = row.gapShares};
    stored.bar.startMinute = static_cast<std::int32_t>(ms / kMsAMinute);
    stored.bar.tradesAndFlags = static_cast<std::uint32_t>(row.flags) << kFlagShift
                                | static_cast<std::uint32_t>(row.trades);
    return stored;
}
}  // namespace core::storage
