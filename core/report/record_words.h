#pragma once

#include "core/domain/day_summary.h"

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace core::report
{
using L1 = QLatin1String;

/// Names of an enumeration in report files, by value. They are written for good: append, never
/// reorder or rename. The ledger has its own (`orders/fact_words.h`): a room may not see another's.
template <typename Enum>
struct RecordWords;

#define CORE_RECORD_WORDS(Enum, ...)                                                               \
    template <>                                                                                    \
    struct RecordWords<Enum>                                                                       \
    {                                                                                              \
        static constexpr std::array names = std::to_array<QLatin1String>({__VA_ARGS__});           \
    }

CORE_RECORD_WORDS(domain::Side, L1{"buy"}, L1{"sell"});
CORE_RECORD_WORDS(domain::OrderOrigin, L1{"hand"}, L1{"entry"}, L1{"add"}, L1{"wave"}, L1{"exit"},
                  L1{"guard"}, L1{"end_of_day"}, L1{"flatten"});
CORE_RECORD_WORDS(domain::PositionOwner, L1{"base"}, L1{"wave"}, L1{"manual"}, L1{"restored"},
                  L1{"external"});
CORE_RECORD_WORDS(domain::GuardRule, L1{"loss_stop"}, L1{"gain_stop"}, L1{"trail_stop"},
                  L1{"hard_loss"});
CORE_RECORD_WORDS(domain::InterventionKind, L1{"automation"}, L1{"master"}, L1{"add_override"},
                  L1{"stop_moved"}, L1{"hand_order"}, L1{"hand_sale"}, L1{"kill"},
                  L1{"guard_reset"});
CORE_RECORD_WORDS(domain::TradeBasis, L1{"whole_life"}, L1{"day"}, L1{"none"});
CORE_RECORD_WORDS(domain::EnvironmentKind, L1{"sim"}, L1{"demo"}, L1{"live"}, L1{"replay"});
#undef CORE_RECORD_WORDS

template <typename Enum>
[[nodiscard]] constexpr QLatin1String wordOf(Enum value) noexcept
{
    return RecordWords<Enum>::names[static_cast<std::size_t>(value)];
}

template <typename Enum>
[[nodiscard]] std::optional<Enum> fromWord(QStringView word) noexcept
{
    for (std::size_t index = 0; index < RecordWords<Enum>::names.size(); ++index) {
        if (word == RecordWords<Enum>::names[index]) {
            return static_cast<Enum>(index);
        }
    }
    return std::nullopt;
}
}  // namespace core::report
