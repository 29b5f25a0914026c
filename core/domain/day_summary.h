#pragma once

#include "core/base/wide.h"
#include "core/domain/day_record.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
// The summary of a day (trading rules section 10), computed by `core/report` from a DayRecord and
// nothing else. What cannot be known is an empty optional, never a zero.

/// `part` of `whole` in 1/10,000 %, truncated towards zero; `whole` is above zero.
[[nodiscard]] constexpr std::int64_t tenThousandthsOf(std::int64_t part,
                                                      std::int64_t whole) noexcept
{
    return static_cast<std::int64_t>(static_cast<base::Int128>(part) * 1'000'000 / whole);
}

/// A mean of whole won, kept exact: `total` over `count`.
struct MeanWon
{
    Won total{};
    std::int64_t count = 0;  ///< Above zero: no values is no MeanWon.

    /// Whole won, truncated towards zero.
    [[nodiscard]] constexpr Won won() const noexcept { return Won{total.value() / count}; }
    friend bool operator==(const MeanWon&, const MeanWon&) = default;
};

/// An exact quotient; `denominator` is above zero.
struct Ratio
{
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    /// Truncated towards zero.
    [[nodiscard]] constexpr std::int64_t tenThousandths() const noexcept
    {
        return tenThousandthsOf(numerator, denominator);
    }
    friend bool operator==(const Ratio&, const Ratio&) = default;
};

/// An amount and what share of its base it is: 1/10,000 %, truncated towards zero.
struct WonShare
{
    Won won{};
    std::int64_t tenThousandths = 0;

    friend bool operator==(const WonShare&, const WonShare&) = default;
};

/// What orders lost against the price they were decided at; positive = worse than decided.
struct Slippage
{
    Won won{};
    std::int64_t fills = 0;    ///< Measured.
    std::int64_t unknown = 0;  ///< Fills whose deciding price is not known; not in `won`.

    friend bool operator==(const Slippage&, const Slippage&) = default;
};

/// Positive = the fill was worse than decided; empty = the deciding price is not known.
[[nodiscard]] constexpr std::optional<Won> slippageOf(const TradeFill& fill) noexcept
{
    if (fill.deciding.won() <= 0) {
        return std::nullopt;
    }
    const Won decided = amount(fill.deciding, fill.quantity);
    return fill.side == Side::Buy ? fill.amount - decided : decided - fill.amount;
}

/// Over which time a trade can be judged.
enum class TradeBasis : std::uint8_t
{
    WholeLife,  ///< Every share bought and sold is recorded.
    DayOnly,    ///< Shares were taken over from the broker: against what they were carried at.
    None,       ///< Shares came or went elsewhere and what they cost is not known.
};

/// The figures of one trade, in the order of `DayRecord::trades`.
struct TradeFigures
{
    std::uint32_t number = 0;  ///< As in the record.
    TradeBasis basis = TradeBasis::WholeLife;
    Won gross{};  ///< This to `dayNet` are 0 without a basis.
    Won fees{};
    Won taxes{};
    Won net{};
    Won dayNet{};  ///< Its part of the day's equity: today's fills less what it was carried at.
    std::optional<std::int64_t> netReturn{};  ///< Of cost and buy fees; 1/10,000 %, truncated.
    std::chrono::milliseconds hold{};
    /// Highest and lowest price seen against the average entry, on all shares bought; with fees
    /// left out. May have either sign: a trade that never saw its entry again has a negative best.
    std::optional<WonShare> favourable{};
    std::optional<WonShare> adverse{};
    Slippage slippage{};

    [[nodiscard]] bool judged() const noexcept { return basis != TradeBasis::None; }
    [[nodiscard]] std::optional<Won> result() const noexcept
    {
        return judged() ? std::optional{net} : std::nullopt;
    }
    [[nodiscard]] bool won() const noexcept { return net.value() > 0; }
    [[nodiscard]] bool lost() const noexcept { return net.value() < 0; }
    friend bool operator==(const TradeFigures&, const TradeFigures&) = default;
};

struct TradeExtreme
{
    std::uint32_t number = 0;  ///< The first with this result.
    Won net{};

    friend bool operator==(const TradeExtreme&, const TradeExtreme&) = default;
};

struct TradeTotals
{
    std::int64_t trades = 0;    ///< Judged ones; everything below is of these.
    std::int64_t unjudged = 0;  ///< Without a basis.
    std::int64_t wins = 0;      ///< Net above zero.
    std::int64_t losses = 0;    ///< Net below zero; exactly zero is neither.
    Won gross{};
    Won fees{};
    Won taxes{};
    Won net{};
    Won gained{};  ///< Sum of the wins.
    Won given{};   ///< Sum of the losses; not above zero.
    std::chrono::milliseconds held{};
    std::optional<TradeExtreme> best{};   ///< Largest win; empty without one.
    std::optional<TradeExtreme> worst{};  ///< Largest loss; empty without one.
    Slippage slippage{};

    [[nodiscard]] std::optional<Ratio> winRate() const noexcept
    {
        return trades > 0 ? std::optional{Ratio{wins, trades}} : std::nullopt;
    }
    /// Mean net result of a trade.
    [[nodiscard]] std::optional<MeanWon> expectancy() const noexcept { return mean(net, trades); }
    [[nodiscard]] std::optional<MeanWon> meanWin() const noexcept { return mean(gained, wins); }
    [[nodiscard]] std::optional<MeanWon> meanLoss() const noexcept { return mean(given, losses); }
    /// Won gained for each won given; empty without a loss.
    [[nodiscard]] std::optional<Ratio> profitFactor() const noexcept
    {
        return losses > 0 ? std::optional{Ratio{gained.value(), -given.value()}} : std::nullopt;
    }
    /// Truncated to whole milliseconds.
    [[nodiscard]] std::optional<std::chrono::milliseconds> meanHold() const noexcept
    {
        return trades > 0 ? std::optional{held / trades} : std::nullopt;
    }
    [[nodiscard]] std::optional<MeanWon> meanSlippagePerFill() const noexcept
    {
        return mean(slippage.won, slippage.fills);
    }
    [[nodiscard]] std::optional<MeanWon> meanSlippagePerTrade() const noexcept
    {
        return slippage.fills > 0 ? mean(slippage.won, trades) : std::nullopt;
    }
    friend bool operator==(const TradeTotals&, const TradeTotals&) = default;

private:
    [[nodiscard]] static constexpr std::optional<MeanWon> mean(Won total,
                                                               std::int64_t count) noexcept
    {
        return count > 0 ? std::optional{MeanWon{total, count}} : std::nullopt;
    }
};

/// A row of a table by exit reason or by strategy.
struct TradeGroup
{
    QString rule{};  ///< Exit rule, or entry rule of a strategy; empty = not recorded.
    std::optional<PositionOwner> owner{};  ///< Of a strategy.
    TradeTotals totals{};

    friend bool operator==(const TradeGroup&, const TradeGroup&) = default;
};

struct Drawdown
{
    Won won{};                        ///< Below the day's running maximum; not negative.
    std::int64_t tenThousandths = 0;  ///< Of the running maximum of its minute, truncated.
    Timestamp minute{};               ///< The first minute it was reached in.

    friend bool operator==(const Drawdown&, const Drawdown&) = default;
};

/// A code word and how often it came.
struct KindCount
{
    QString kind{};
    std::int64_t count = 0;

    friend bool operator==(const KindCount&, const KindCount&) = default;
};

struct DataQuality
{
    std::int64_t gapShares = 0;  ///< Provably missing.
    std::int64_t feedGaps = 0;
    std::chrono::milliseconds feedDown{};  ///< Overlapping stretches once.
    std::int64_t outages = 0;
    std::chrono::milliseconds outage{};  ///< The program itself was not there.
    /// Of the regular session; empty without one.
    std::optional<std::chrono::milliseconds> session{};
    /// Of that, recorded and neither in an outage nor without a feed.
    std::optional<std::chrono::milliseconds> up{};

    [[nodiscard]] std::optional<Ratio> uptime() const noexcept
    {
        return session && up && session->count() > 0
                   ? std::optional{Ratio{up->count(), session->count()}}
                   : std::nullopt;
    }
    friend bool operator==(const DataQuality&, const DataQuality&) = default;
};

/// What the hand made of it against the rule.
struct InterventionTotals
{
    std::int64_t count = 0;
    std::int64_t compared = 0;  ///< With both results.
    Won gain{};                 ///< Hand less rule, of those compared.

    friend bool operator==(const InterventionTotals&, const InterventionTotals&) = default;
};

/// What really happened less what the rule would have made; empty without both.
[[nodiscard]] constexpr std::optional<Won> gainOf(const std::optional<Won>& hand,
                                                  const std::optional<Won>& rule) noexcept
{
    return hand && rule ? std::optional{*hand - *rule} : std::nullopt;
}

/// start + trades + open positions must be the end, to the won.
struct EquityCheck
{
    Won trades{};  ///< Day results of what was closed.
    Won open{};    ///< Day results of what is held.
    std::int64_t overnightTrades = 0;
    std::int64_t overnightOpen = 0;
    /// End less what it should be; empty while start or end is not known.
    std::optional<Won> difference{};

    [[nodiscard]] bool holds() const noexcept { return difference == Won{}; }
    friend bool operator==(const EquityCheck&, const EquityCheck&) = default;
};

/// A position's part of the day's equity change: worth now, less what it was carried at or else
/// cost with its fees, and what its sales of today brought.
[[nodiscard]] constexpr Won dayResult(const OpenRecord& open) noexcept
{
    const Won base = open.carried == Won{} ? open.cost + open.fees : open.carried;
    return open.value - base + open.realizedToday;
}

/// The few figures the next day is compared with.
struct DayHeadline
{
    TradingDate date{};
    std::optional<WonShare> dayPnl{};
    std::int64_t trades = 0;
    std::int64_t wins = 0;
    Won net{};
    std::optional<MeanWon> expectancy{};
    std::optional<Ratio> profitFactor{};
    std::optional<Won> drawdown{};
    std::int64_t violations = 0;

    [[nodiscard]] std::optional<Ratio> winRate() const noexcept
    {
        return trades > 0 ? std::optional{Ratio{wins, trades}} : std::nullopt;
    }
    friend bool operator==(const DayHeadline&, const DayHeadline&) = default;
};

/// Everything shown of a day. Immutable once made; see `report::summarize`.
struct DaySummary
{
    TradingDate date{};
    std::optional<Won> startEquity{};
    std::optional<Won> endEquity{};
    std::optional<WonShare> dayPnl{};  ///< Of the start equity; empty without both ends.
    Won costs{};                       ///< Commissions and taxes of the day, open positions too.
    TradeTotals totals{};
    std::vector<TradeFigures> trades;  ///< In the record's order.
    std::vector<TradeGroup> byReason;  ///< By exit rule.
    std::vector<TradeGroup> byStrategy;
    std::optional<Drawdown> drawdown{};  ///< Empty without a sample.
    std::int64_t openPositions = 0;
    InterventionTotals interventions;
    std::int64_t guardFirings = 0;
    std::vector<KindCount> violations;  ///< By kind.
    std::int64_t violationCount = 0;
    DataQuality quality{};
    EquityCheck check;
    std::optional<DayHeadline> previous{};  ///< The recorded day before.

    [[nodiscard]] DayHeadline headline() const
    {
        return {.date = date,
                .dayPnl = dayPnl,
                .trades = totals.trades,
                .wins = totals.wins,
                .net = totals.net,
                .expectancy = totals.expectancy(),
                .profitFactor = totals.profitFactor(),
                .drawdown = drawdown ? std::optional{drawdown->won} : std::nullopt,
                .violations = violationCount};
    }
    friend bool operator==(const DaySummary&, const DaySummary&) = default;
};

/// A day as it travels: what was recorded and what it came to.
struct Day
{
    DayRecord record;
    DaySummary summary;

    friend bool operator==(const Day&, const Day&) = default;
};
using DayPtr = std::shared_ptr<const Day>;

/// What a day can be written as.
enum class ReportFormat : std::uint8_t
{
    Json,
    Csv,
    Html,
    Pdf,
};
}  // namespace core::domain
