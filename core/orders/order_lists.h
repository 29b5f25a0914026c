#pragma once

#include <chrono>

namespace core::orders
{
// What the broker's lists must have said before their silence is believed; order desk only.

inline constexpr int kEmptyListsMin = 3;
inline constexpr std::chrono::seconds kEmptyListsApart{2};
/// An order can be accepted, and shown, this late.
inline constexpr std::chrono::seconds kAbsentAfter{60};
}  // namespace core::orders
