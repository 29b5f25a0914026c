#pragma once

#include "core/config/config.h"
#include "core/domain/session_calendar.h"

namespace core::rules
{
/// A span of the day: from `from` on, before `to`.
struct Window
{
    domain::Timestamp from{};
    domain::Timestamp to{};

    [[nodiscard]] constexpr bool holds(domain::Timestamp now) const noexcept
    {
        return from <= now && now < to;
    }
    friend bool operator==(const Window&, const Window&) = default;
};

/// The clock times of the rules on one day. Configured times are those of a 09:00 to 15:30
/// session: a start keeps its distance to the open, an end its distance to the close.
struct RuleTimes
{
    Window entry;
    Window add;
    domain::Timestamp guardFrom{};
    domain::Timestamp flattenAt{};
    domain::Timestamp lastSaleAt{};  ///< What is left goes into the closing auction.
    domain::Timestamp openAt{};
    domain::Timestamp closeAt{};

    [[nodiscard]] static RuleTimes of(const config::Config& config,
                                      const domain::SessionSchedule& schedule);
    friend bool operator==(const RuleTimes&, const RuleTimes&) = default;
};
}  // namespace core::rules
