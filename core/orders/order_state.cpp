#include "core/orders/order_state.h"

#include <QStringView>

namespace core::orders
{
namespace
{
constexpr std::array<QLatin1String, domain::kOrderStateCount> kStateNames{
    QLatin1String{"denied"},         QLatin1String{"intent"},
    QLatin1String{"not_sent"},       QLatin1String{"unknown"},
    QLatin1String{"ambiguous"},      QLatin1String{"absent_watch"},
    QLatin1String{"working"},        QLatin1String{"partial"},
    QLatin1String{"cancel_intent"},  QLatin1String{"cancel_unknown"},
    QLatin1String{"amend_intent"},   QLatin1String{"amend_unknown"},
    QLatin1String{"filled"},         QLatin1String{"cancelled"},
    QLatin1String{"closed_part"},    QLatin1String{"rejected"},
    QLatin1String{"never_accepted"}, QLatin1String{"expired"},
    QLatin1String{"external"}};

constexpr std::array<QLatin1String, kOrderEventCount> kEventNames{
    QLatin1String{"accept"},       QLatin1String{"reject"},        QLatin1String{"reject_rest"},
    QLatin1String{"prove_unsent"}, QLatin1String{"lose_answer"},   QLatin1String{"find_many"},
    QLatin1String{"find_none"},    QLatin1String{"person_denies"}, QLatin1String{"list_lacks_it"},
    QLatin1String{"fill_part"},    QLatin1String{"fill_last"},     QLatin1String{"want_cancel"},
    QLatin1String{"cancel_done"},  QLatin1String{"back_whole"},    QLatin1String{"back_part"},
    QLatin1String{"lose_cancel"},  QLatin1String{"want_amend"},    QLatin1String{"lose_amend"},
    QLatin1String{"expire"}};
}  // namespace

QLatin1String toText(domain::OrderState state) noexcept
{
    return kStateNames[static_cast<std::size_t>(state)];
}

QLatin1String toText(OrderEvent event) noexcept
{
    return kEventNames[static_cast<std::size_t>(event)];
}

std::optional<OrderEvent> orderEvent(QStringView text) noexcept
{
    for (std::size_t index = 0; index < kEventNames.size(); ++index) {
        if (text == kEventNames[index]) {
            return static_cast<OrderEvent>(index);
        }
    }
    return std::nullopt;
}
}  // namespace core::orders
