#pragma once

#include "core/config/config_file.h"
#include "core/rules/position_judge.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

// One position of a usual day, so that a test case is a line or two: move one figure, judge.

namespace test
{
namespace config = core::config;
namespace domain = core::domain;
namespace rules = core::rules;
using domain::PatternState;
using rules::Instant;

inline constexpr domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::November,
                                          std::chrono::day{24}};

inline constexpr domain::Price won(std::int64_t price)
{
    return domain::Price::fromWon(price);
}

inline domain::Percent pct(const char* text)
{
    return domain::Percent::parse(QString::fromLatin1(text)).value();
}

inline domain::Timestamp clockAt(int hour, int minute, int second = 0, int ms = 0)
{
    return domain::fromKst(kDay, domain::timeOfDay(hour, minute, second))
           + std::chrono::milliseconds{ms};
}

inline domain::SessionSchedule usualDay()
{
    return domain::SessionCalendar{}.schedule(kDay).value();
}

/// An ATR from the sum of its fourteen ranges.
inline domain::RangeSum ranges(std::int64_t sum)
{
    return {.won = sum, .count = 14};
}

inline QString text(const std::optional<QLatin1String>& rule)
{
    return rule ? QString{*rule} : QString{};
}

/// The condition called `id`; it must be there.
template <typename Conditions>
const domain::Condition& condition(const Conditions& all, const char* id)
{
    const auto at =
        std::find_if(std::begin(all), std::end(all),
                     [id](const domain::Condition& one) { return one.id == QLatin1String{id}; });
    Q_ASSERT(at != std::end(all));
    return *at;
}

/// "P4 977039/4000000 %": what a condition shows, with its code words; "-" is a missing figure.
inline QString shown(const domain::Condition& one)
{
    static const char* const kUnits[] = {"", "won", "price", "shares", "count", "ms", "%", "clock"};
    const auto figure = [](const std::optional<std::int64_t>& value) {
        return value ? QString::number(*value) : QStringLiteral("-");
    };
    QStringList words{QString{one.id}};
    if (one.unit != domain::CheckUnit::None) {
        words << figure(one.value) + u'/' + figure(one.limit)
              << QString::fromLatin1(kUnits[static_cast<std::size_t>(one.unit)]);
    }
    for (const QLatin1String word : {one.detail, one.seen, one.wanted}) {
        if (!word.isEmpty()) {
            words << QString{word};
        }
    }
    return words.join(u' ');
}
template <typename Conditions>
QStringList allShown(const Conditions& all)
{
    QStringList lines;
    for (const domain::Condition& one : all) {
        lines << shown(one);
    }
    return lines;
}

/// 100 shares bought at 10,000 won at 10:00:00; it is 10:05:00, the last trade is 10,000, the
/// stream is alive, the continuous session runs, nothing else is known of the market.
struct RulesRig
{
    config::Config config = config::defaultConfig();
    rules::RuleTimes times = rules::RuleTimes::of(config, usualDay());
    rules::PositionMarket market;
    rules::PositionBooks books;
    domain::PositionMarks marks;
    rules::AddInput desk;
    domain::Timestamp now = clockAt(10, 5);

    RulesRig()
    {
        market.price = won(10'000);
        market.priceAt = now;
        market.live = true;
        market.continuous = true;
        market.sellTax = pct("0.20");
        desk.cash = domain::Won{10'000'000};
        enter(1'000'000, 100);
    }

    /// The entry, complete, for `cost` won.
    void enter(std::int64_t cost, std::int64_t shares)
    {
        marks = {};
        marks.entryCost = domain::Won{cost};
        marks.entryQuantity = domain::Quantity{shares};
        marks.entryFinal = true;
        marks.openedAt = clockAt(10, 0);
        marks.entryFilledAt = clockAt(10, 0);
        books.held = marks.entryQuantity;
        books.cost = marks.entryCost;
    }

    void state(PatternState is) { marks.pattern.state = is; }

    /// The worked example up to its re-break: H = 10,230 and L = 10,140 for an average of 10,000.
    void rebreak()
    {
        domain::Pattern& pattern = marks.pattern;
        pattern.state = PatternState::Rebreak;
        pattern.high = won(10'230);
        pattern.highAt = now - std::chrono::seconds{60};
        pattern.low = won(10'140);
        pattern.brokenAt = now;
        pattern.highSinceBreak = won(10'240);
        pattern.highSinceBreakAt = now;
        pattern.dayHigh = won(10'230);
    }

    /// Everything that P1 to P12 ask for, at 10,240.
    void readyToAdd()
    {
        rebreak();
        price(10'240);
        market.ask = won(10'240);
        market.bid = won(10'230);
        market.totalBid = domain::Quantity{600};
        market.totalAsk = domain::Quantity{400};
        market.quoteFresh = true;
        market.vwap = domain::Vwap{.numerator = 1'015'000, .denominator = 100};
        market.volume = domain::VolumeWindow{domain::Quantity{1'500}, domain::Quantity{3'000}};
        market.dayHighBefore = won(10'230);
    }

    /// The position of the worked example right after its add of 50 at 10,240: A = 10,080.
    void added()
    {
        marks.addCost = domain::Won{512'000};
        marks.addQuantity = domain::Quantity{50};
        marks.addFilledAt = clockAt(10, 4);
        marks.pattern.state = PatternState::Added;
        marks.trail = {};
        books.held = domain::Quantity{150};
        books.cost = domain::Won{1'512'000};
    }

    void price(std::int64_t last)
    {
        market.price = won(last);
        market.priceAt = now;
    }

    [[nodiscard]] rules::PositionInput input(Instant instant = Instant::Trade) const
    {
        return {now, instant, market, books, config, times};
    }
    [[nodiscard]] QString exit(Instant instant = Instant::Trade) const
    {
        const rules::PositionInput in = input(instant);
        return text(rules::exitRule(marks, in, rules::stopLevels(marks, in)));
    }
    [[nodiscard]] domain::Condition exitCondition(const char* id,
                                                  Instant instant = Instant::Trade) const
    {
        const rules::PositionInput in = input(instant);
        return condition(rules::exitConditions(marks, in, rules::stopLevels(marks, in)), id);
    }

    rules::PositionOutcome trade(std::int64_t last)
    {
        price(last);
        rules::PositionOutcome out = rules::judgeTrade(marks, input(), desk);
        marks = out.marks;
        return out;
    }
    rules::PositionOutcome step(std::span<const domain::Bar> complete = {})
    {
        rules::PositionOutcome out = rules::judgeStep(marks, input(Instant::Step), complete);
        marks = out.marks;
        return out;
    }
};
}  // namespace test
