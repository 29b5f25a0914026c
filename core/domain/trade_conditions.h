#pragma once

#include <cstdint>
#include <optional>

namespace core::domain
{
/// The market of a symbol at the moment of a decision. Shares of a whole in parts per billion,
/// truncated; empty = the figure was missing. For the record, never for a decision.
struct TradeConditions
{
    std::optional<std::int64_t> momentum3{};
    std::optional<std::int64_t> momentum5{};
    std::optional<std::int64_t> atr{};       ///< ATR(14) / price.
    std::optional<std::int64_t> spread{};    ///< (ask - bid) / mid.
    std::optional<std::int64_t> bidShare{};  ///< Total bid / (total bid + total ask).

    friend bool operator==(const TradeConditions&, const TradeConditions&) = default;
};
}  // namespace core::domain
