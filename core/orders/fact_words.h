#pragma once

#include "core/domain/order_traffic.h"
#include "core/domain/rule_view.h"
#include "core/domain/trading_view.h"

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace core::orders
{
/// Names of an enumeration in the ledger, by value. They are written for good: append, never
/// reorder or rename.
template <typename Enum>
struct FactWords;

#define CORE_FACT_WORDS(Enum, ...)                                                                 \
    template <>                                                                                    \
    struct FactWords<Enum>                                                                         \
    {                                                                                              \
        static constexpr std::array names = std::to_array<QLatin1String>({__VA_ARGS__});           \
    }

using L1 = QLatin1String;
CORE_FACT_WORDS(domain::Side, L1{"buy"}, L1{"sell"});
CORE_FACT_WORDS(domain::OrderType, L1{"limit"}, L1{"market"}, L1{"best"});
CORE_FACT_WORDS(domain::TimeInForce, L1{"day"}, L1{"ioc"}, L1{"fok"});
CORE_FACT_WORDS(domain::OrderPurpose, L1{"open"}, L1{"reduce"});
CORE_FACT_WORDS(domain::OrderOrigin, L1{"hand"}, L1{"entry"}, L1{"add"}, L1{"wave"}, L1{"exit"},
                L1{"guard"}, L1{"end_of_day"}, L1{"flatten"});
CORE_FACT_WORDS(domain::PositionOwner, L1{"base"}, L1{"wave"}, L1{"manual"}, L1{"restored"},
                L1{"external"});
CORE_FACT_WORDS(domain::AutoState, L1{"on"}, L1{"exits_only"}, L1{"off"});
CORE_FACT_WORDS(domain::RejectReason, L1{"other"}, L1{"price_step"}, L1{"price_limit"}, L1{"cash"},
                L1{"sell_quantity"}, L1{"market_order"}, L1{"session"}, L1{"closed_day"},
                L1{"halted"}, L1{"instrument"}, L1{"nothing_left"}, L1{"original_unknown"},
                L1{"self_trade"}, L1{"rate_limited"}, L1{"token"}, L1{"configuration"});
CORE_FACT_WORDS(domain::Arming, L1{"unarmed"}, L1{"armed"}, L1{"disarmed"});
CORE_FACT_WORDS(domain::KillLevel, L1{"none"}, L1{"no_entries"}, L1{"cancel_buys"},
                L1{"flatten_and_lock"});
CORE_FACT_WORDS(domain::GateCause, L1{"unarmed"}, L1{"disarmed"}, L1{"kill"}, L1{"rest"},
                L1{"feed"}, L1{"notices"}, L1{"ledger"}, L1{"clock"}, L1{"not_reconciled"},
                L1{"mismatch"}, L1{"unknown_orders"}, L1{"rejects"}, L1{"messages"},
                L1{"count_out"}, L1{"day_return"}, L1{"latency"}, L1{"operator"}, L1{"closed"},
                L1{"ledger_corrupt"}, L1{"data_old"});
CORE_FACT_WORDS(domain::PatternState, L1{"off"}, L1{"base"}, L1{"risen"}, L1{"pullback"},
                L1{"rebreak"}, L1{"void"}, L1{"ordered"}, L1{"added"});
CORE_FACT_WORDS(domain::PatternOff, L1{"none"}, L1{"disabled"}, L1{"used_today"}, L1{"too_small"},
                L1{"no_entry_fill"}, L1{"foreign_fill"}, L1{"orders_failed"}, L1{"not_pyramided"});
CORE_FACT_WORDS(domain::GuardRule, L1{"loss_stop"}, L1{"gain_stop"}, L1{"trail_stop"},
                L1{"hard_loss"});
CORE_FACT_WORDS(domain::AddMode, L1{"auto"}, L1{"block"}, L1{"approve"});
CORE_FACT_WORDS(domain::InterventionKind, L1{"automation"}, L1{"master"}, L1{"add_override"},
                L1{"stop_moved"}, L1{"hand_order"}, L1{"hand_sale"}, L1{"kill"}, L1{"guard_reset"});
#undef CORE_FACT_WORDS

template <typename Enum>
[[nodiscard]] constexpr QLatin1String wordOf(Enum value) noexcept
{
    return FactWords<Enum>::names[static_cast<std::size_t>(value)];
}

template <typename Enum>
[[nodiscard]] std::optional<Enum> fromWord(QStringView word) noexcept
{
    for (std::size_t index = 0; index < FactWords<Enum>::names.size(); ++index) {
        if (word == FactWords<Enum>::names[index]) {
            return static_cast<Enum>(index);
        }
    }
    return std::nullopt;
}
}  // namespace core::orders
