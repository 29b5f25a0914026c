#include "core/report/day_headline.h"

#include "core/report/figure_text.h"

namespace core::report
{
using domain::Won;

namespace
{
Tone toneOf(const std::optional<Won>& won)
{
    if (!won || *won == Won{}) {
        return Tone::Plain;
    }
    return won->value() > 0 ? Tone::Up : Tone::Down;
}
std::optional<Won> wonOf(const std::optional<domain::WonShare>& share)
{
    return share ? std::optional{share->won} : std::nullopt;
}
std::optional<Won> wonOf(const std::optional<domain::MeanWon>& mean)
{
    return mean ? std::optional{mean->won()} : std::nullopt;
}
std::optional<Won> wonOf(const std::optional<domain::TradeExtreme>& extreme)
{
    return extreme ? std::optional{extreme->net} : std::nullopt;
}
QString equityText(const std::optional<Won>& won)
{
    return won ? groupedText(won->value()) : QString{kUnknownMark};
}

class Headline
{
public:
    Headline(const domain::DaySummary& summary, Language language)
        : m_summary{summary}, m_language{language}
    {
    }

    [[nodiscard]] std::vector<PageFigure> all() const
    {
        const domain::TradeTotals& totals = m_summary.totals;
        return {
            dayPnl(),
            figure(Word::EndEquity, equityText(m_summary.endEquity),
                   word(Word::StartEquity) + u' ' + equityText(m_summary.startEquity)),
            figure(Word::NetOfTrades, markedText(totals.net),
                   before([](const auto& day) { return markedText(day.net); }), toneOf(totals.net)),
            figure(
                Word::TradeCount, groupedText(totals.trades),
                word(Word::WinsLosses).arg(groupedText(totals.wins), groupedText(totals.losses))),
            figure(Word::WinRate, shareText(totals.winRate()),
                   before([](const auto& day) { return shareText(day.winRate()); })),
            figure(Word::Expectancy, markedText(totals.expectancy()),
                   before([](const auto& day) { return markedText(day.expectancy); }),
                   toneOf(wonOf(totals.expectancy()))),
            figure(Word::ProfitFactor, factorText(totals.profitFactor()),
                   before([](const auto& day) { return factorText(day.profitFactor); })),
            drawdown(),
            figure(Word::MeanWinLoss, markedText(totals.meanWin()), markedText(totals.meanLoss()),
                   toneOf(wonOf(totals.meanWin()))),
            figure(Word::LargestWinLoss, markedText(wonOf(totals.best)),
                   markedText(wonOf(totals.worst)), toneOf(wonOf(totals.best))),
            costs(),
            slippage()};
    }

private:
    [[nodiscard]] QString word(Word name) const { return text(name, m_language); }
    [[nodiscard]] PageFigure figure(Word caption, const QString& value, const QString& note,
                                    Tone tone = Tone::Plain) const
    {
        return {.caption = word(caption), .value = value, .note = note, .tone = tone};
    }
    /// What the day before had there; nothing without one.
    template <typename Show>
    [[nodiscard]] QString before(Show show) const
    {
        return m_summary.previous ? word(Word::Yesterday).arg(show(*m_summary.previous))
                                  : QString{};
    }

    [[nodiscard]] PageFigure dayPnl() const
    {
        const std::optional<domain::WonShare>& pnl = m_summary.dayPnl;
        const QString yesterday = before([](const auto& day) {
            return day.dayPnl ? percentText(day.dayPnl->tenThousandths) : QString{kUnknownMark};
        });
        QString note = pnl ? percentText(pnl->tenThousandths) : QString{};
        if (!note.isEmpty() && !yesterday.isEmpty()) {
            note += QStringLiteral(" · ");
        }
        return figure(Word::DayPnl, markedText(wonOf(pnl)), note + yesterday, toneOf(wonOf(pnl)));
    }
    [[nodiscard]] PageFigure drawdown() const
    {
        const std::optional<domain::Drawdown>& fall = m_summary.drawdown;
        if (!fall) {
            return figure(Word::MaxDrawdown, QString{kUnknownMark}, {});
        }
        const Won down{-fall->won.value()};
        const QString note = fall->won == Won{}
                                 ? QString{}
                                 : percentText(-fall->tenThousandths) + QStringLiteral(" · ")
                                       + clockText(fall->minute);
        return figure(Word::MaxDrawdown, markedText(down), note, toneOf(down));
    }
    [[nodiscard]] PageFigure costs() const
    {
        const domain::TradeTotals& totals = m_summary.totals;
        return figure(
            Word::Costs, groupedText(m_summary.costs.value()),
            word(Word::FeesTaxes)
                .arg(groupedText(totals.fees.value()), groupedText(totals.taxes.value())));
    }
    [[nodiscard]] PageFigure slippage() const
    {
        const domain::TradeTotals& totals = m_summary.totals;
        if (totals.slippage.fills == 0) {
            return figure(Word::Slippage, QString{kUnknownMark}, {});
        }
        const auto shown = [](const std::optional<domain::MeanWon>& mean) {
            return mean ? signedText(mean->won()) : QString{kUnknownMark};
        };
        return figure(
            Word::Slippage, signedText(totals.slippage.won),
            word(Word::SlippagePer)
                .arg(shown(totals.meanSlippagePerFill()), shown(totals.meanSlippagePerTrade())));
    }

    const domain::DaySummary& m_summary;
    Language m_language;
};
}  // namespace

std::vector<PageFigure> headlineFigures(const domain::DaySummary& summary, Language language)
{
    return Headline{summary, language}.all();
}

QString daySubtitle(const domain::DayRecord& record, Language language)
{
    return (record.date.ok() ? domain::dateText(record.date) : QString{kUnknownMark})
           + QStringLiteral(" · ") + environmentText(record.environment, language);
}
}  // namespace core::report
