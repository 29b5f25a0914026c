#pragma once

#include "core/domain/decision.h"
#include "core/domain/environment_kind.h"
#include "core/orders/fact_words.h"

namespace core::orders
{
// Names in `market.db` beyond those of the ledger, by value. They are written for good: append,
// never reorder or rename.
// NOLINTBEGIN(readability-identifier-naming): `names` is what the template calls it.

template <>
struct FactWords<domain::EnvironmentKind>
{
    static constexpr std::array names =
        std::to_array<QLatin1String>({L1{"sim"}, L1{"demo"}, L1{"live"}, L1{"replay"}});
};

template <>
struct FactWords<domain::Verdict>
{
    static constexpr std::array names =
        std::to_array<QLatin1String>({L1{"take"}, L1{"refuse"}, L1{"note"}});
};

template <>
struct FactWords<domain::DecisionKind>
{
    static constexpr std::array names =
        std::to_array<QLatin1String>({L1{"entry"}, L1{"add"}, L1{"wave"}, L1{"exit"}, L1{"pattern"},
                                      L1{"stop"}, L1{"guard"}, L1{"shadow"}});
};  // NOLINTEND(readability-identifier-naming)
}  // namespace core::orders
