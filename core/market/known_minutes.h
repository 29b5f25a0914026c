#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace core::market
{
/// Which clock minutes of a day are known for volume rules (trading rules section 1): the symbol
/// was subscribed during all of them, or the broker's bars cover them, and no gap touches them.
///
/// A running subscription is one number, so the minutes of a quiet day cost nothing; bits are
/// written only when it ends, when a gap cuts it, or for broker bars. Minutes since the epoch.
class KnownMinutes final
{
public:
    static constexpr std::int32_t kMinutesPerDay = 24 * 60;

    /// Forgets all and counts from the first minute of a day. A running subscription goes on.
    void beginDay(std::int32_t firstMinute) noexcept
    {
        m_first = firstMinute;
        m_bits = {};
        if (m_coveredFrom != kNever) {
            m_coveredFrom = std::max(m_coveredFrom, firstMinute);
        }
    }
    /// From `minute` on every minute is covered, until `end` or `cut`.
    void cover(std::int32_t minute) noexcept { m_coveredFrom = minute; }
    [[nodiscard]] bool isCovering() const noexcept { return m_coveredFrom != kNever; }
    /// The subscription ended within `minute`: what lies before stays known.
    void end(std::int32_t minute) noexcept
    {
        mark(m_coveredFrom, minute);
        m_coveredFrom = kNever;
    }
    /// A data gap touches the minutes `from` to `to`, both included.
    void cut(std::int32_t from, std::int32_t to) noexcept
    {
        if (isCovering()) {
            mark(m_coveredFrom, std::max(from, m_coveredFrom));
            m_coveredFrom = std::max(m_coveredFrom, to + 1);
        }
        for (std::int32_t minute = std::max(from, m_first);
             minute <= std::min(to, m_first + kMinutesPerDay - 1); ++minute) {
            word(minute) &= ~bit(minute);
        }
    }
    /// The minutes from `from` to before `end` are known from elsewhere.
    void mark(std::int32_t from, std::int32_t end) noexcept
    {
        if (from == kNever) {
            return;
        }
        for (std::int32_t minute = std::max(from, m_first);
             minute < std::min(end, m_first + kMinutesPerDay); ++minute) {
            word(minute) |= bit(minute);
        }
    }
    [[nodiscard]] bool isKnown(std::int32_t minute) const noexcept
    {
        if (minute >= m_coveredFrom) {
            return true;
        }
        const std::int32_t offset = minute - m_first;
        return offset >= 0 && offset < kMinutesPerDay
               && (m_bits[static_cast<std::size_t>(offset) / 64U] & bit(minute)) != 0;
    }

private:
    static constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

    [[nodiscard]] std::uint64_t bit(std::int32_t minute) const noexcept
    {
        return std::uint64_t{1} << (static_cast<std::uint32_t>(minute - m_first) % 64U);
    }
    [[nodiscard]] std::uint64_t& word(std::int32_t minute) noexcept
    {
        return m_bits[static_cast<std::size_t>(minute - m_first) / 64U];
    }

    std::int32_t m_coveredFrom = kNever;
    std::int32_t m_first = 0;
    std::array<std::uint64_t, (kMinutesPerDay + 63) / 64> m_bits{};
};
}  // namespace core::market
