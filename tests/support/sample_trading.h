#pragma once

#include "core/domain/desk_snapshot.h"

/// The trading half of the sample desk: an armed session with every kind of order and position a
/// trader can meet, and the troubled one with unknown orders, a mismatch and a kill.
namespace test
{
[[nodiscard]] core::domain::TradingView sampleTrading();
/// `sampleTrading` with an unknown, an ambiguous and an absent order, a mismatch, K2 and a closed
/// gate with sticky causes.
[[nodiscard]] core::domain::TradingView troubledTrading();
[[nodiscard]] core::domain::Order sampleOrder(int number, const char* code, core::domain::Side side,
                                              std::int64_t quantity, std::int64_t price,
                                              core::domain::OrderState state);
/// The gate's answer to `ask` about `request`; refused by RC-10 if asked so.
enum class Verdict
{
    Allowed,
    Refused,
};
[[nodiscard]] core::domain::OrderPreview
samplePreview(std::uint64_t ask, const core::domain::OrderRequest& request, Verdict verdict);
}  // namespace test
