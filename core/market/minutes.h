#pragma once

#include "core/domain/kst.h"

#include <chrono>
#include <cstdint>

namespace core::market
{
/// Whole minutes since the epoch: how bars name their start.
[[nodiscard]] constexpr std::int32_t minuteOf(domain::Timestamp at) noexcept
{
    return static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count());
}
[[nodiscard]] constexpr domain::Timestamp startOf(std::int32_t minute) noexcept
{
    return domain::Timestamp{std::chrono::minutes{minute}};
}
/// The first minute of the Korean day that `at` belongs to.
[[nodiscard]] constexpr std::int32_t dayFirstMinuteOf(domain::Timestamp at) noexcept
{
    const auto day = std::chrono::floor<std::chrono::days>(at + domain::kKstOffset);
    return minuteOf(domain::Timestamp{day} - domain::kKstOffset);
}
[[nodiscard]] constexpr std::int64_t millisecondsOf(domain::Timestamp at) noexcept
{
    return at.time_since_epoch().count();
}
[[nodiscard]] constexpr domain::Timestamp fromMilliseconds(std::int64_t ms) noexcept
{
    return domain::Timestamp{std::chrono::milliseconds{ms}};
}
inline constexpr std::int64_t kMinuteMs = 60'000;
}  // namespace core::market
