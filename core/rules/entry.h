#pragma once

#include "core/config/config.h"
#include "core/domain/decision.h"
#include "core/domain/price_steps.h"
#include "core/rules/position_input.h"

#include <optional>
#include <vector>

namespace core::rules
{
/// Money an entry may use.
struct SizingInput
{
    std::optional<domain::Won> equity;
    std::optional<domain::Won> startEquity;
    domain::Percent maxOrderShare;                            ///< RC-10, of the start equity,
    domain::Won maxOrder{config::RiskSection{}.maxOrderWon};  ///< and whatever it is.
};

/// floor(amount / limit), the amount clamped as trading rules 3 say; 0 = skip.
/// Errors: empty when the equity it needs is not known.
[[nodiscard]] std::optional<domain::Quantity>
entryQuantity(const config::SizingSection& sizing, const SizingInput& money, domain::Price limit);

/// Everything the base entry reads of a symbol that is not held.
struct EntryInput
{
    domain::Timestamp now{};
    const PositionMarket& market;
    std::optional<domain::PriceChange> momentum5;
    std::optional<domain::Price> upperLimit;
    bool automaticOn = false;
    std::optional<domain::Timestamp> screenedAt;  ///< Of the newest screening.
    bool eligible = false;                        ///< In it.
    std::optional<domain::Timestamp> soldAt;      ///< Last fill of the last sale.
    int positions = 0;                            ///< Of this program.
    std::int64_t positionsMax = 0;
    bool openOrder = false;
    bool gateAllows = true;
    QLatin1String gateSays;
    SizingInput money;
    const config::Config& config;
    const RuleTimes& times;
};

struct EntryVerdict
{
    std::vector<domain::Condition> conditions;
    domain::Quantity quantity;
    domain::Price limit;

    [[nodiscard]] bool allowed() const noexcept { return domain::allPass(conditions); }
};

/// Whether to buy now (trading rules 3), with everything a record shows. Pure.
[[nodiscard]] EntryVerdict judgeEntry(const EntryInput& in);

/// The same question for who only asks what has changed: `domain::failingBits` of the verdict,
/// without its figures. 0 = buy. Pure.
[[nodiscard]] std::uint32_t entryFailing(const EntryInput& in);
}  // namespace core::rules
