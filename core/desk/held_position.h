#pragma once

#include "core/domain/rule_view.h"
#include "core/orders/books.h"
#include "core/rules/pattern.h"
#include "core/rules/position_input.h"
#include "core/rules/pyramid_add.h"
#include "core/rules/stop_levels.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace core::desk
{
/// A held symbol as the rules see it: marks, and what the books say of it.
struct HeldPosition
{
    domain::PositionOwner owner = domain::PositionOwner::Manual;
    domain::AutoState automation = domain::AutoState::Off;  ///< With the master switch.
    domain::PositionMarks marks{};
    domain::PositionMarks kept{};  ///< As the ledger has them.
    rules::PositionBooks books{};
    rules::StopLevels levels{};  ///< Of the newest judgement.
    QLatin1String exitRule{};    ///< The newest exit decided.
    QLatin1String silent{};      ///< The rule that would sell and may not, told once.
    bool wantsBars = false;      ///< After a restart: the peak may lie in the outage.
    std::optional<std::uint32_t> recordedFailing{};  ///< Of this attempt.
    std::array<domain::ConditionTrack, rules::kAddConditions> tracks{};
    std::array<domain::CheckOutcome, rules::kAddConditions> outcomes{};
    std::shared_ptr<const std::vector<domain::StopPoint>> path;

    [[nodiscard]] bool isWave() const noexcept
    {
        return owner == domain::PositionOwner::Wave && marks.wave.has_value();
    }
    /// Guard and end of day may sell it.
    [[nodiscard]] bool isAutomatic() const noexcept
    {
        return automation != domain::AutoState::Off && owner != domain::PositionOwner::External;
    }
};

/// Shares and money that orders of one origin brought into a position.
struct LegFills
{
    domain::Won cost{};
    domain::Quantity quantity{};
    domain::Timestamp lastAt{};
    bool open = false;  ///< An order of this origin is not final.

    friend bool operator==(const LegFills&, const LegFills&) = default;
};

/// What the orders of `origin` filled since `since`, the moment the position was opened.
[[nodiscard]] LegFills legFills(const orders::Books& books, const domain::Symbol& symbol,
                                domain::OrderOrigin origin, domain::Timestamp since);

/// The symbol has had its add today: the first share of it counts (P9).
[[nodiscard]] bool isAddUsed(const orders::Books& books, const domain::Symbol& symbol);

/// Brings `held` up to the books: quantities, fills of entry and add, what ends the pattern.
/// Returns the pattern's moves. Pure but for `held`.
[[nodiscard]] std::vector<rules::PatternMove>
followBooks(HeldPosition& held, const orders::Books& books, const domain::Symbol& symbol,
            domain::Timestamp now, const config::PyramidSection& pyramid);

/// The peak as the bars of an outage have it: those that began after the last fill.
void liftPeak(domain::PositionMarks& marks, std::span<const domain::Bar> bars);

/// Appends the shown stop to the path when it moved; at most one point a second.
void followStop(HeldPosition& held, domain::Timestamp now);
}  // namespace core::desk
