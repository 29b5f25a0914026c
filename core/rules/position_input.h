#pragma once

#include "core/config/config.h"
#include "core/domain/derived.h"
#include "core/domain/percent.h"
#include "core/domain/position_marks.h"
#include "core/domain/price_steps.h"
#include "core/rules/exact.h"
#include "core/rules/rule_times.h"

#include <optional>

namespace core::rules
{
/// At which instant a position is judged.
enum class Instant : std::uint8_t
{
    Trade,  ///< A regular trade of the symbol.
    Step,   ///< An engine-clock multiple of five seconds.
};

/// What the market shows of the symbol at that instant; an empty optional is a missing figure.
struct PositionMarket
{
    domain::Price price;          ///< Last regular trade; 0 = none.
    domain::Timestamp priceAt{};  ///< Engine clock when it was applied.
    bool live = false;            ///< Subscribed, over a connection that is alive.
    std::optional<domain::RangeSum> atr;
    std::optional<domain::Price> minuteClose;
    std::optional<domain::PriceChange> momentum3;
    std::optional<domain::VolumeWindow> volume;
    std::optional<domain::Vwap> vwap;
    std::optional<domain::Price> dayHighBefore;  ///< Published with the record before this one.
    std::optional<domain::Price> ask;            ///< 0 = the side is empty.
    std::optional<domain::Price> bid;
    std::optional<domain::Quantity> totalAsk;
    std::optional<domain::Quantity> totalBid;
    bool quoteFresh = false;
    bool continuous = false;  ///< The continuous session runs for this symbol: no VI, no halt.
    domain::StepTable steps = domain::StepTable::Share;
    domain::Percent sellTax;  ///< Of a sale today.

    friend bool operator==(const PositionMarket&, const PositionMarket&) = default;
};

/// What the books know of the position.
struct PositionBooks
{
    domain::Quantity held;
    domain::Won cost;           ///< Of the shares held, without fees.
    bool foreignFills = false;  ///< E is then the books' average.
    bool openOrder = false;     ///< Any order of the symbol is not final.
    bool automatic = true;      ///< `On` or `ExitsOnly`: guard and end of day may sell it.
    bool guardSells = false;    ///< The hard loss has fired.
    bool usedToday = false;     ///< P9: this symbol has had its add of the day.

    friend bool operator==(const PositionBooks&, const PositionBooks&) = default;
};

/// Everything one judgement of a position reads. References live as long as the call.
struct PositionInput
{
    domain::Timestamp now{};
    Instant instant = Instant::Trade;
    const PositionMarket& market;
    const PositionBooks& books;
    const config::Config& config;
    const RuleTimes& times;
};

/// E: what exits are measured against before the add.
[[nodiscard]] inline Average entryAverage(const domain::PositionMarks& marks,
                                          const PositionBooks& books) noexcept
{
    if (books.foreignFills || marks.entryQuantity.shares() <= 0) {
        return {books.cost, books.held};
    }
    return {marks.entryCost, marks.entryQuantity};
}

/// A: the blend of entry and add.
[[nodiscard]] inline Average blendedAverage(const domain::PositionMarks& marks) noexcept
{
    return {marks.entryCost + marks.addCost, marks.entryQuantity + marks.addQuantity};
}

/// An add may be under way or near, so the armed policy rules the exits (5.4).
[[nodiscard]] constexpr bool isArmed(domain::PatternState state) noexcept
{
    return state == domain::PatternState::Risen || state == domain::PatternState::Pullback
           || state == domain::PatternState::Rebreak || state == domain::PatternState::Ordered;
}
[[nodiscard]] inline bool holdsThrough(domain::PatternState state,
                                       const config::PyramidSection& pyramid) noexcept
{
    return isArmed(state) && pyramid.armedPolicy == config::ArmedPolicy::HoldThrough;
}

/// S1 to S5 need a price that a quiet but living symbol may have had a minute ago.
[[nodiscard]] inline bool isPriceUsable(const PositionInput& in) noexcept
{
    return in.market.price != domain::Price{}
           && (in.instant == Instant::Trade
               || (in.market.live && in.now - in.market.priceAt <= in.config.data.quietAge));
}
}  // namespace core::rules
