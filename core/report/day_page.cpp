#include "core/report/day_page.h"

#include "core/report/day_headline.h"
#include "core/report/figure_text.h"

namespace core::report
{
using domain::Won;

namespace
{
using Row = std::vector<PageCell>;

Tone toneOf(Won won)
{
    if (won == Won{}) {
        return Tone::Plain;
    }
    return won.value() > 0 ? Tone::Up : Tone::Down;
}
PageCell plain(const QString& first, const QString& second = {})
{
    return {.first = first, .second = second};
}
PageCell count(std::int64_t number)
{
    return plain(groupedText(number));
}
PageCell money(const std::optional<Won>& won, const QString& second = {})
{
    return {.first = markedText(won), .second = second, .tone = toneOf(won.value_or(Won{}))};
}
PageCell mean(const std::optional<domain::MeanWon>& value)
{
    return money(value ? std::optional{value->won()} : std::nullopt);
}
QString symbolText(const domain::Symbol& symbol)
{
    return symbol.isEmpty() ? QString{kUnknownMark} : symbol.toString();
}
QString timeOrUnknown(domain::Timestamp at)
{
    return at == domain::Timestamp{} ? QString{kUnknownMark} : clockText(at);
}

/// Builds tables in one language.
class Tables
{
public:
    Tables(const domain::DayRecord& record, const domain::DaySummary& summary, Language language)
        : m_record{record}, m_summary{summary}, m_language{language}
    {
    }

    [[nodiscard]] std::vector<PageTable> all() const
    {
        return {groups(Word::ByExitReason, Word::ExitReason, m_summary.byReason),
                groups(Word::ByStrategy, Word::Strategy, m_summary.byStrategy),
                trades(),
                open(),
                interventions(),
                violations(),
                guard(),
                quality()};
    }

private:
    [[nodiscard]] QString word(Word name) const { return text(name, m_language); }
    [[nodiscard]] PageColumn left(Word name, int weight) const
    {
        return {.title = word(name), .align = Align::Left, .weight = weight};
    }
    [[nodiscard]] PageColumn right(Word name, int weight) const
    {
        return {.title = word(name), .align = Align::Right, .weight = weight};
    }
    [[nodiscard]] PageTable table(Word title, std::vector<PageColumn> columns) const
    {
        return {.title = word(title), .columns = std::move(columns), .empty = word(Word::None)};
    }

    [[nodiscard]] PageTable groups(Word title, Word first,
                                   const std::vector<domain::TradeGroup>& rows) const
    {
        PageTable out = table(title, {left(first, 30), right(Word::TradeCount, 9),
                                      right(Word::WinsLosses, 13), right(Word::WinRate, 12),
                                      right(Word::NetPnl, 17), right(Word::MeanNet, 16),
                                      right(Word::MeanHold, 12), right(Word::Slippage, 14)});
        out.columns[2].title = word(Word::Wins) + QStringLiteral(" / ") + word(Word::Losses);
        for (const domain::TradeGroup& group : rows) {
            const domain::TradeTotals& totals = group.totals;
            out.rows.push_back({plain(groupName(group)), count(totals.trades),
                                plain(groupedText(totals.wins) + QStringLiteral(" / ")
                                      + groupedText(totals.losses)),
                                plain(shareText(totals.winRate())), money(totals.net),
                                mean(totals.expectancy()), plain(durationText(totals.meanHold())),
                                plain(slippageText(totals.slippage))});
        }
        return out;
    }
    [[nodiscard]] QString groupName(const domain::TradeGroup& group) const
    {
        const QString rule = ruleText(group.rule, m_language);
        return group.owner ? ownerText(*group.owner, m_language) + QStringLiteral(" · ") + rule
                           : rule;
    }

    [[nodiscard]] PageTable trades() const
    {
        PageTable out =
            table(Word::Trades,
                  {right(Word::Number, 5), left(Word::Symbol, 21), left(Word::EntryExit, 12),
                   left(Word::StrategyReason, 23), right(Word::QuantityHold, 11),
                   right(Word::Averages, 14), right(Word::NetPnl, 15), right(Word::BestWorst, 12),
                   right(Word::Slippage, 11), left(Word::Flags, 7)});
        out.empty = word(Word::NoTrades);
        out.note = m_record.trades.empty() ? QString{} : word(Word::FlagsNote);
        out.rows.reserve(m_record.trades.size());
        for (std::size_t i = 0; i < m_record.trades.size(); ++i) {
            out.rows.push_back(tradeRow(m_record.trades[i], m_summary.trades[i]));
        }
        return out;
    }
    [[nodiscard]] Row tradeRow(const domain::TradeRecord& trade,
                               const domain::TradeFigures& figures) const
    {
        const auto share = [](const std::optional<domain::WonShare>& value) {
            return percentText(value ? std::optional{value->tenThousandths} : std::nullopt);
        };
        PageCell net = money(figures.result(), percentText(figures.netReturn));
        net.secondTone = net.tone;
        PageCell exits = plain(clockText(trade.openedAt), clockText(trade.closedAt));
        exits.secondTone = Tone::Plain;
        PageCell averages = plain(averageText(trade.buyAmount, trade.bought),
                                  averageText(trade.sellAmount, trade.sold));
        averages.secondTone = Tone::Plain;
        return {count(trade.number),
                plain(trade.name.isEmpty() ? trade.symbol.toString() : trade.name,
                      trade.name.isEmpty() ? QString{} : trade.symbol.toString()),
                exits,
                plain(ownerText(trade.owner, m_language) + QStringLiteral(" · ")
                          + ruleText(trade.entryRule, m_language),
                      ruleText(trade.exitRule, m_language)),
                plain(groupedText(trade.sold.shares()), durationText(figures.hold)),
                averages,
                net,
                plain(share(figures.favourable), share(figures.adverse)),
                plain(slippageText(figures.slippage)),
                plain(flagsText(trade))};
    }
    [[nodiscard]] static QString flagsText(const domain::TradeRecord& trade)
    {
        QString flags;
        flags += trade.trailed ? QStringLiteral("T") : QString{};
        flags += trade.added ? QStringLiteral("A") : QString{};
        flags += trade.overridden ? QStringLiteral("H") : QString{};
        flags += trade.carried ? QStringLiteral("N") : QString{};
        return flags;
    }
    /// Positive is worse, so it has no mark: ▲ would read as a gain.
    [[nodiscard]] static QString slippageText(const domain::Slippage& slippage)
    {
        return slippage.fills > 0 ? signedText(slippage.won) : QString{kUnknownMark};
    }

    [[nodiscard]] PageTable open() const
    {
        PageTable out =
            table(Word::OpenPositions,
                  {left(Word::Symbol, 24), left(Word::Strategy, 12), right(Word::Quantity, 12),
                   right(Word::Cost, 18), right(Word::Value, 18), right(Word::DayResult, 18),
                   left(Word::Overnight, 8)});
        for (const domain::OpenRecord& one : m_record.open) {
            const bool overnight = one.carried != Won{};
            out.rows.push_back(
                {plain(one.name, one.symbol.toString()), plain(ownerText(one.owner, m_language)),
                 count(one.quantity.shares()), count(one.cost.value()), count(one.value.value()),
                 money(domain::dayResult(one)), plain(overnight ? word(Word::Yes) : QString{})});
        }
        return out;
    }

    [[nodiscard]] PageTable interventions() const
    {
        PageTable out =
            table(Word::Interventions,
                  {left(Word::Time, 11), left(Word::Symbol, 10), left(Word::Kind, 17),
                   left(Word::What, 13), left(Word::Reason, 24), right(Word::HandResult, 14),
                   right(Word::RuleResult, 14), right(Word::Gain, 14)});
        for (const domain::ShadowResult& one : m_record.interventions) {
            out.rows.push_back({plain(timeOrUnknown(one.what.at)),
                                plain(symbolText(one.what.symbol)),
                                plain(interventionKindText(one.what.kind, m_language)),
                                plain(changeText(one.what, m_language)), plain(one.what.reason),
                                money(one.handPnl), money(one.shadowPnl),
                                money(domain::gainOf(one.handPnl, one.shadowPnl))});
        }
        if (m_summary.interventions.compared > 0) {
            out.note = word(Word::InterventionGain).arg(markedText(m_summary.interventions.gain));
        }
        return out;
    }

    [[nodiscard]] PageTable violations() const
    {
        PageTable out = table(Word::Violations, {left(Word::Time, 11), left(Word::Kind, 22),
                                                 left(Word::Symbol, 12), left(Word::Detail, 60)});
        for (const domain::Violation& one : m_record.violations) {
            PageCell kind = plain(codeText(one.kind, m_language));
            kind.tone = Tone::Bad;
            out.rows.push_back({plain(timeOrUnknown(one.at)), kind, plain(symbolText(one.symbol)),
                                plain(one.detail)});
        }
        return out;
    }

    [[nodiscard]] PageTable guard() const
    {
        PageTable out =
            table(Word::Guard, {left(Word::Time, 11), left(Word::Kind, 24), right(Word::Equity, 20),
                                right(Word::Peak, 20), left(Word::Released, 30)});
        for (const domain::GuardFired& one : m_record.guard) {
            const bool hasPeak = one.peak != Won{};
            out.rows.push_back(
                {plain(timeOrUnknown(one.at)), plain(guardRuleText(one.rule, m_language)),
                 count(one.equity.value()),
                 plain(hasPeak ? groupedText(one.peak.value()) : QString{kUnknownMark}),
                 plain(one.released ? word(Word::Yes) : QString{})});
        }
        return out;
    }

    [[nodiscard]] PageTable quality() const
    {
        const domain::DataQuality& data = m_summary.quality;
        PageTable out = table(Word::DataQuality, {left(Word::What, 34), left(Word::Detail, 80)});
        const auto times = [this](std::int64_t number, std::chrono::milliseconds length) {
            return number == 0 ? word(Word::None)
                               : word(Word::TimesOf).arg(groupedText(number), durationText(length));
        };
        const bool recorded = m_record.recordedUntil > m_record.recordedFrom;
        out.rows = {
            {plain(word(Word::Recorded)),
             plain(recorded ? clockText(m_record.recordedFrom) + QStringLiteral(" – ")
                                  + clockText(m_record.recordedUntil)
                            : word(Word::NotRecorded))},
            {plain(word(Word::Uptime)), plain(shareText(data.uptime()))},
            {plain(word(Word::Outages)), plain(times(data.outages, data.outage))},
            {plain(word(Word::FeedGaps)), plain(times(data.feedGaps, data.feedDown))},
            {plain(word(Word::GapShares)), plain(groupedText(data.gapShares))},
            {plain(word(Word::Unjudged)), plain(groupedText(m_summary.totals.unjudged))},
            {plain(word(Word::EquityCheck)), checkCell()},
        };
        return out;
    }
    [[nodiscard]] PageCell checkCell() const
    {
        const domain::EquityCheck& check = m_summary.check;
        PageCell out;
        out.second = word(Word::CheckSum).arg(signedText(check.trades), signedText(check.open));
        if (!check.difference) {
            out.first = word(Word::CheckUnknown);
        } else if (check.holds()) {
            out.first = word(Word::CheckHolds);
        } else {
            out.first = word(Word::CheckDiffers).arg(signedText(*check.difference));
            out.tone = Tone::Bad;
        }
        return out;
    }

    const domain::DayRecord& m_record;
    const domain::DaySummary& m_summary;
    Language m_language;
};
}  // namespace

DayPage dayPage(const domain::DayRecord& record, const domain::DaySummary& summary,
                Language language)
{
    Q_ASSERT(record.trades.size() == summary.trades.size());
    DayPage page;
    page.title = text(Word::DailySummary, language);
    page.subtitle = daySubtitle(record, language);
    page.headline = headlineFigures(summary, language);
    page.curveTitle = text(Word::EquityCurve, language);
    page.hasCurve = !record.minutes.empty();
    page.curveNote = page.hasCurve ? text(Word::MarksNote, language) : QString{};
    page.curveEmpty = text(Word::NoSamples, language);
    page.tables = Tables{record, summary, language}.all();
    return page;
}
}  // namespace core::report
