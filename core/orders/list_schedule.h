#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

namespace core::orders
{
/// When which list of the broker's is asked for next: one question at a time, the most urgent
/// first. A list of all symbols answers every smaller question that was due.
class ListSchedule final
{
public:
    /// Nobody answered for this long: the question counts as lost.
    static constexpr std::chrono::seconds kLostAfter{30};

    /// Today's list of `symbol` (empty = all) at `at`, or earlier if that was wanted before.
    void want(const std::optional<domain::Symbol>& symbol, domain::Timestamp at);
    /// The list of an earlier day, always of all symbols.
    void wantDay(domain::TradingDate day, domain::Timestamp at);
    struct Question
    {
        std::optional<domain::TradingDate> day;  ///< Empty = today.
        std::optional<domain::Symbol> symbol;
        std::uint64_t ask = 0;
    };
    /// The question to put now, if one is due and none is under way.
    [[nodiscard]] std::optional<Question> next(domain::Timestamp now);
    /// True if `ask` is the question under way; it is over then.
    bool answered(std::uint64_t ask);
    [[nodiscard]] bool isAsking() const noexcept { return m_asked.has_value(); }

private:
    [[nodiscard]] Question asked(Question question, domain::Timestamp now);

    std::map<domain::Symbol, domain::Timestamp> m_due;  ///< Empty symbol = all.
    std::map<domain::TradingDate, domain::Timestamp> m_days;
    std::optional<std::uint64_t> m_asked;
    domain::Timestamp m_askedAt{};
    std::uint64_t m_asks = 0;
};
}  // namespace core::orders
