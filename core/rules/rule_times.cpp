#include "core/rules/rule_times.h"

namespace core::rules
{
namespace
{
constexpr domain::TimeOfDay kUsualOpen = domain::timeOfDay(9, 0);
constexpr domain::TimeOfDay kUsualClose = domain::timeOfDay(15, 30);
constexpr std::chrono::minutes kLastSale{10};
}  // namespace

RuleTimes RuleTimes::of(const config::Config& config, const domain::SessionSchedule& schedule)
{
    const domain::Timestamp open = schedule.openAt();
    const domain::Timestamp close = schedule.closeAt();
    const auto start = [&](std::chrono::seconds time) { return open + (time - kUsualOpen); };
    const auto end = [&](std::chrono::seconds time) { return close - (kUsualClose - time); };
    return {.entry = {start(config.entry.windowFrom), end(config.entry.windowTo)},
            .add = {start(config.pyramid.windowFrom), end(config.pyramid.windowTo)},
            .guardFrom = start(config.guard.windowFrom),
            .flattenAt = end(config.session.flattenAt),
            .lastSaleAt = close - kLastSale,
            .openAt = open,
            .closeAt = close};
}
}  // namespace core::rules
