#pragma once

#include "core/base/wide.h"
#include "core/risk/gate_input.h"
#include "core/risk/limits.h"

#include <algorithm>
#include <limits>

namespace core::risk
{
using domain::kWhole;

/// One request before the gate, as its checks see it.
struct GateCase
{
    const domain::OrderRequest& request;
    const GateInput& in;
    const Limits& limits;
    bool reduces = false;
    bool amends = false;  ///< No new order: the counters of entries do not bind.
    /// The limit; for buys without one the day's upper limit, where they are margined.
    std::optional<domain::Price> price{};
};

[[nodiscard]] inline bool isLimit(const GateCase& at)
{
    return at.request.type == domain::OrderType::Limit;
}

// --- answers ------------------------------------------------------------------------------------

struct Answer
{
    domain::CheckOutcome outcome = domain::CheckOutcome::NotApplicable;
    domain::CheckUnit unit = domain::CheckUnit::None;
    std::optional<std::int64_t> value{};
    std::optional<std::int64_t> limit{};
    QString detail{};
};

[[nodiscard]] inline Answer pass()
{
    return {.outcome = domain::CheckOutcome::Pass};
}
[[nodiscard]] inline Answer fail(const QString& word)
{
    return {.outcome = domain::CheckOutcome::Fail, .detail = word};
}
[[nodiscard]] inline Answer insufficient(const QString& what)
{
    return {.outcome = domain::CheckOutcome::Insufficient, .detail = what};
}
/// With the figures either way; the word only where it says what was wrong.
[[nodiscard]] inline Answer passIf(bool good, domain::CheckUnit unit, std::int64_t value,
                                   std::int64_t limit, const QString& word = {})
{
    return {.outcome = good ? domain::CheckOutcome::Pass : domain::CheckOutcome::Fail,
            .unit = unit,
            .value = value,
            .limit = limit,
            .detail = good ? QString{} : word};
}

// --- exact figures ------------------------------------------------------------------------------

/// A figure as the record can hold it. Nonsense (a trillion shares) stays nonsense, unwrapped.
[[nodiscard]] inline std::int64_t saturated(base::Int128 value)
{
    constexpr base::Int128 kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, -kMost, kMost));
}

/// `whole` x `share`, without a rounding: units of 1/kUnitsPerWhole.
[[nodiscard]] inline base::Int128 scaled(base::Int128 whole, domain::Percent share)
{
    return whole * static_cast<base::Int128>(share.units());
}

/// `share` of `whole`, rounded down: for whole numbers "at most the exact share" is the same.
[[nodiscard]] inline std::int64_t shareDown(std::int64_t whole, domain::Percent share)
{
    return saturated(scaled(whole, share) / domain::Percent::kUnitsPerWhole);
}

/// Worth of the request at its price; empty without one.
[[nodiscard]] inline std::optional<base::Int128> worth(const GateCase& at)
{
    if (!at.price) {
        return std::nullopt;
    }
    return static_cast<base::Int128>(at.price->won())
           * static_cast<base::Int128>(at.request.quantity.shares());
}

/// `price` lies more than `share` above `base`, compared exactly.
[[nodiscard]] inline bool isAboveBy(domain::Price price, domain::Price base, domain::Percent share)
{
    return price.won() * kWhole > base.won() * (kWhole + share.units());
}
[[nodiscard]] inline bool isBelowBy(domain::Price price, domain::Price base, domain::Percent share)
{
    return price.won() * kWhole < base.won() * (kWhole - share.units());
}
}  // namespace core::risk
