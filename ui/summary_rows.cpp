#include "ui/summary_rows.h"

#include "ui/format.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QCoreApplication>

namespace ui
{
namespace domain = core::domain;
using domain::Won;

namespace
{
struct SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::SummaryWords)
};
using Cells = std::vector<SummaryCell>;

/// Sorts below every value.
constexpr std::int64_t kUnknownOrder = INT64_MIN;
constexpr std::int64_t kPpbPerTenThousandth = 1'000;

SummaryCell words(const QString& text)
{
    return {.text = text};
}
SummaryCell unknownCell()
{
    return {.text = QString{kUnknownMark}, .order = kUnknownOrder, .ink = SummaryInk::Muted};
}
SummaryCell count(std::int64_t value)
{
    return {.text = groupedText(value), .order = value};
}
SummaryCell money(std::optional<Won> won)
{
    return won ? SummaryCell{.text = signedWonText(*won),
                             .order = won->value(),
                             .ink = SummaryInk::Sign}
               : unknownCell();
}
SummaryCell mean(const std::optional<domain::MeanWon>& value)
{
    return money(value ? std::optional{value->won()} : std::nullopt);
}
SummaryCell share(std::optional<std::int64_t> tenThousandths)
{
    return tenThousandths ? SummaryCell{.text = percentText(*tenThousandths),
                                        .order = *tenThousandths,
                                        .ink = SummaryInk::Sign}
                          : unknownCell();
}
/// A share of the market's, not of ours: no colour.
SummaryCell ppb(std::int64_t value)
{
    return {.text = percentText(value / kPpbPerTenThousandth), .order = value};
}
SummaryCell clock(domain::Timestamp at)
{
    return at == domain::Timestamp{}
               ? unknownCell()
               : SummaryCell{.text = clockText(at), .order = at.time_since_epoch().count()};
}
SummaryCell duration(const std::optional<std::chrono::milliseconds>& length)
{
    return length ? SummaryCell{.text = durationText(*length), .order = length->count()}
                  : unknownCell();
}
SummaryCell average(Won cost, domain::Quantity quantity)
{
    const std::int64_t shares = quantity.shares();
    return shares > 0
               ? SummaryCell{.text = averageText(cost, quantity), .order = cost.value() / shares}
               : unknownCell();
}
/// Positive is worse: no mark and no colour, which would read as a gain.
SummaryCell slippage(const domain::Slippage& value)
{
    if (value.fills == 0) {
        return unknownCell();
    }
    return {.text = unmarkedWonText(value.won), .order = value.won.value()};
}
SummaryCell flag(bool set)
{
    return {.text = set ? SummaryWords::tr("yes", "cell") : QString{}, .order = set ? 1 : 0};
}
SummaryCell rule(const QString& label)
{
    return label.isEmpty() ? unknownCell() : words(ruleText(label));
}
SummaryCell issue(const domain::Symbol& symbol)
{
    return symbol.isEmpty() ? unknownCell() : words(symbol.toString());
}
SummaryCell ratio(const std::optional<domain::Ratio>& value)
{
    return value ? SummaryCell{.text = unsignedPercentText(value->tenThousandths()),
                               .order = value->tenThousandths()}
                 : unknownCell();
}

SummaryColumn left(const QString& title, const QString& sample)
{
    return {.title = title, .sample = sample};
}
SummaryColumn figure(const QString& title, const QString& sample)
{
    return {.title = title, .sample = sample, .figure = true};
}

QString fillLine(const domain::TradeFill& fill)
{
    return SummaryWords::tr("%1 %2 %3 at %4, %5", "fill: time, side, shares, price, rule")
        .arg(clockText(fill.at), sideName(fill.side), groupedText(fill.quantity.shares()),
             averageText(fill.amount, fill.quantity), ruleText(fill.rule));
}
QString fillLines(const domain::TradeRecord& trade)
{
    constexpr std::size_t kShown = 20;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(kShown, trade.fills.size()); ++i) {
        lines.push_back(fillLine(trade.fills[i]));
    }
    if (trade.fills.size() > kShown) {
        lines.push_back(QStringLiteral("…"));
    }
    return lines.join(QLatin1Char{'\n'});
}

std::vector<SummaryColumn> tradeColumns()
{
    const QString clock = QStringLiteral("00:00:00");
    const QString percent = QStringLiteral("+00.00 %");
    const QString won = QStringLiteral("▲ +1,000,000");
    return {
        figure(SummaryWords::tr("No.", "column: number of the trade"), QStringLiteral("000")),
        left(SummaryWords::tr("Name"), QStringLiteral("삼성바이오로직스")),
        left(SummaryWords::tr("Code"), QStringLiteral("000000")),
        left(SummaryWords::tr("Strategy"), QStringLiteral("External")),
        left(SummaryWords::tr("Entry", "column: time"), clock),
        left(SummaryWords::tr("Exit", "column: time"), clock),
        left(SummaryWords::tr("Entry reason"), QStringLiteral("Pyramiding")),
        left(SummaryWords::tr("Exit reason"), QStringLiteral("A4 Trailing stop after the add")),
        figure(SummaryWords::tr("Net", "column: result after costs"), won),
        figure(SummaryWords::tr("Net %", "column: result after costs"), percent),
        figure(SummaryWords::tr("Shares"), QStringLiteral("00,000")),
        figure(SummaryWords::tr("Average entry"), QStringLiteral("000,000.00")),
        figure(SummaryWords::tr("Average exit"), QStringLiteral("000,000.00")),
        figure(SummaryWords::tr("Hold", "column: time held"), QStringLiteral("0:00:00")),
        figure(SummaryWords::tr("Best", "column: maximum favourable excursion"), percent),
        figure(SummaryWords::tr("Worst", "column: maximum adverse excursion"), percent),
        figure(SummaryWords::tr("Slippage"), QStringLiteral("+000,000")),
        figure(SummaryWords::tr("Gross", "column: result before costs"), won),
        figure(SummaryWords::tr("Costs"), QStringLiteral("000,000")),
        figure(SummaryWords::tr("Trail width"), percent),
        left(SummaryWords::tr("Add", "column: the position was added to"), QStringLiteral("yes")),
        left(SummaryWords::tr("By hand", "column: a person intervened"), QStringLiteral("yes")),
        left(SummaryWords::tr("Overnight"), QStringLiteral("yes")),
        figure(SummaryWords::tr("Entry momentum 3"), percent),
        figure(SummaryWords::tr("Entry momentum 5"), percent),
        figure(SummaryWords::tr("Entry ATR"), percent),
        figure(SummaryWords::tr("Entry spread"), percent),
        figure(SummaryWords::tr("Entry bid share"), percent),
        figure(SummaryWords::tr("Exit momentum 3"), percent),
        figure(SummaryWords::tr("Exit momentum 5"), percent),
        figure(SummaryWords::tr("Exit ATR"), percent),
        figure(SummaryWords::tr("Exit spread"), percent),
        figure(SummaryWords::tr("Exit bid share"), percent),
        left(SummaryWords::tr("Configuration"), QStringLiteral("0000000000")),
    };
}

void addConditions(Cells& cells, const domain::TradeConditions& at)
{
    for (const std::optional<std::int64_t>& value :
         {at.momentum3, at.momentum5, at.atr, at.spread, at.bidShare}) {
        cells.push_back(value ? ppb(*value) : unknownCell());
    }
}

Cells tradeCells(const domain::TradeRecord& trade, const domain::TradeFigures& figures)
{
    const auto percent = [](const std::optional<domain::WonShare>& value) {
        return share(value ? std::optional{value->tenThousandths} : std::nullopt);
    };
    Cells cells{count(trade.number),
                words(trade.name),
                issue(trade.symbol),
                words(ownerName(trade.owner)),
                clock(trade.openedAt),
                clock(trade.closedAt),
                rule(trade.entryRule),
                rule(trade.exitRule),
                money(figures.result()),
                share(figures.netReturn),
                count(trade.sold.shares()),
                average(trade.buyAmount, trade.bought),
                average(trade.sellAmount, trade.sold),
                duration(figures.hold),
                percent(figures.favourable),
                percent(figures.adverse),
                slippage(figures.slippage),
                money(figures.judged() ? std::optional{figures.gross} : std::nullopt),
                count((trade.fees + trade.taxes).value()),
                trade.trailed ? ppb(trade.trailWidth) : unknownCell(),
                flag(trade.added),
                flag(trade.overridden),
                flag(trade.carried.has_value())};
    addConditions(cells, trade.atEntry);
    addConditions(cells, trade.atExit);
    cells.push_back(words(trade.configHash));
    return cells;
}

SummaryContent trades(const domain::Day& day)
{
    SummaryContent out{.columns = tradeColumns()};
    for (std::size_t i = 0; i < day.record.trades.size(); ++i) {
        const domain::TradeRecord& trade = day.record.trades[i];
        out.lines.push_back({.key = QString::number(i),
                             .cells = tradeCells(trade, day.summary.trades[i]),
                             .help = fillLines(trade)});
    }
    return out;
}

SummaryContent groups(const QString& title, const std::vector<domain::TradeGroup>& rows)
{
    const QString won = QStringLiteral("▲ +10,000,000");
    SummaryContent out{
        .columns = {left(title, QStringLiteral("A4 Trailing stop after the add")),
                    figure(SummaryWords::tr("Trades"), QStringLiteral("0,000")),
                    figure(SummaryWords::tr("Won", "column: count"), QStringLiteral("0,000")),
                    figure(SummaryWords::tr("Lost", "column: count"), QStringLiteral("0,000")),
                    figure(SummaryWords::tr("Win rate"), QStringLiteral("100.00 %")),
                    figure(SummaryWords::tr("Net", "column: result after costs"), won),
                    figure(SummaryWords::tr("Mean net"), won),
                    figure(SummaryWords::tr("Mean hold"), QStringLiteral("0:00:00")),
                    figure(SummaryWords::tr("Slippage"), QStringLiteral("+000,000"))}};
    for (const domain::TradeGroup& group : rows) {
        const domain::TradeTotals& totals = group.totals;
        SummaryCell name = rule(group.rule);
        if (group.owner) {
            name = words(QStringLiteral("%1 · %2").arg(ownerName(*group.owner), name.text));
        }
        const QString owner =
            group.owner ? QString::number(static_cast<int>(*group.owner)) : QString{};
        out.lines.push_back(
            {.key = owner + QLatin1Char{' '} + group.rule,
             .cells = {name, count(totals.trades), count(totals.wins), count(totals.losses),
                       ratio(totals.winRate()), money(totals.net), mean(totals.expectancy()),
                       duration(totals.meanHold()), slippage(totals.slippage)}});
    }
    return out;
}

SummaryContent open(const domain::Day& day)
{
    const QString won = QStringLiteral("100,000,000");
    SummaryContent out{
        .columns = {left(SummaryWords::tr("Name"), QStringLiteral("삼성바이오로직스")),
                    left(SummaryWords::tr("Code"), QStringLiteral("000000")),
                    left(SummaryWords::tr("Strategy"), QStringLiteral("External")),
                    figure(SummaryWords::tr("Shares"), QStringLiteral("00,000")),
                    figure(SummaryWords::tr("Cost"), won), figure(SummaryWords::tr("Value"), won),
                    figure(SummaryWords::tr("Day result"), QStringLiteral("▲ +10,000,000")),
                    left(SummaryWords::tr("Overnight"), QStringLiteral("yes"))}};
    for (std::size_t i = 0; i < day.record.open.size(); ++i) {
        const domain::OpenRecord& one = day.record.open[i];
        out.lines.push_back({.key = QString::number(i),
                             .cells = {words(one.name), issue(one.symbol),
                                       words(ownerName(one.owner)), count(one.quantity.shares()),
                                       count(one.cost.value()), count(one.value.value()),
                                       money(domain::dayResult(one)), flag(one.carried != Won{})}});
    }
    return out;
}

/// A kill is recorded by the number of its level.
QString changeText(const domain::Intervention& one)
{
    bool number = false;
    const int level = one.what.toInt(&number);
    return one.kind == domain::InterventionKind::Kill && number && level >= 0
                   && level <= static_cast<int>(domain::KillLevel::FlattenAndLock)
               ? killName(static_cast<domain::KillLevel>(level))
               : interventionText(one);
}

SummaryContent interventions(const domain::Day& day)
{
    const QString won = QStringLiteral("▲ +10,000,000");
    SummaryContent out{
        .columns = {
            left(SummaryWords::tr("Time"), QStringLiteral("00:00:00")),
            left(SummaryWords::tr("Code"), QStringLiteral("000000")),
            left(SummaryWords::tr("Intervention"), QStringLiteral("Automatic trading")),
            left(SummaryWords::tr("To", "column: changed to"), QStringLiteral("Approve add")),
            left(SummaryWords::tr("Reason"),
                 QStringLiteral("a reason in some words of the trader")),
            figure(SummaryWords::tr("What happened"), won),
            figure(SummaryWords::tr("Rule's own path"), won),
            figure(SummaryWords::tr("Hand gained", "column: against the rule's path"), won)}};
    for (std::size_t i = 0; i < day.record.interventions.size(); ++i) {
        const domain::ShadowResult& one = day.record.interventions[i];
        out.lines.push_back(
            {.key = QString::number(i),
             .cells = {clock(one.what.at), issue(one.what.symbol),
                       words(interventionName(one.what.kind)), words(changeText(one.what)),
                       words(one.what.reason), money(one.handPnl), money(one.shadowPnl),
                       money(domain::gainOf(one.handPnl, one.shadowPnl))}});
    }
    return out;
}

QString violationName(const QString& kind)
{
    if (kind == u"stop") {
        return SummaryWords::tr("Stop not followed", "violation");
    }
    if (kind == u"over_trading") {
        return SummaryWords::tr("Over-trading", "violation");
    }
    if (kind == u"trailing") {
        return SummaryWords::tr("Trailing", "violation");
    }
    if (kind == u"add") {
        return SummaryWords::tr("Add", "violation");
    }
    if (kind == u"hours") {
        return SummaryWords::tr("Outside hours", "violation");
    }
    if (kind == u"stale_data") {
        return SummaryWords::tr("Stale data", "violation");
    }
    if (kind == u"deviation") {
        return SummaryWords::tr("Deviation", "violation");
    }
    return kind;
}

SummaryContent violations(const domain::Day& day)
{
    SummaryContent out{
        .columns = {left(SummaryWords::tr("Time"), QStringLiteral("00:00:00")),
                    left(SummaryWords::tr("Violation"), QStringLiteral("Stop not followed")),
                    left(SummaryWords::tr("Code"), QStringLiteral("000000")),
                    left(SummaryWords::tr("Detail"), QString{60, QLatin1Char{'n'}})}};
    for (std::size_t i = 0; i < day.record.violations.size(); ++i) {
        const domain::Violation& one = day.record.violations[i];
        SummaryCell kind = words(violationName(one.kind));
        kind.ink = SummaryInk::Bad;
        out.lines.push_back({.key = QString::number(i),
                             .cells = {clock(one.at), kind, issue(one.symbol), words(one.detail)}});
    }
    return out;
}

SummaryContent guard(const domain::Day& day)
{
    const QString won = QStringLiteral("1,000,000,000");
    SummaryContent out{
        .columns = {
            left(SummaryWords::tr("Time"), QStringLiteral("00:00:00")),
            left(SummaryWords::tr("Guard"), QStringLiteral("Loss stop of the day")),
            figure(SummaryWords::tr("Equity"), won), figure(SummaryWords::tr("Peak"), won),
            left(SummaryWords::tr("Reset", "column: by the trader"), QStringLiteral("yes"))}};
    for (std::size_t i = 0; i < day.record.guard.size(); ++i) {
        const domain::GuardFired& one = day.record.guard[i];
        out.lines.push_back(
            {.key = QString::number(i),
             .cells = {clock(one.at), words(guardRuleName(one.rule)), count(one.equity.value()),
                       one.peak == Won{} ? unknownCell() : count(one.peak.value()),
                       flag(one.released)}});
    }
    return out;
}

QString timesText(std::int64_t times, std::chrono::milliseconds length)
{
    return times == 0 ? SummaryWords::tr("none", "no gap")
                      : SummaryWords::tr("%1, together %2", "gaps: count, duration")
                            .arg(groupedText(times), durationText(length));
}

SummaryCell checkCell(const domain::EquityCheck& check)
{
    if (!check.difference) {
        return words(SummaryWords::tr("start or end equity is not known"));
    }
    if (check.holds()) {
        return words(SummaryWords::tr("agrees", "equity adds up"));
    }
    return {.text = SummaryWords::tr("differs by %1 won").arg(signedWonText(*check.difference)),
            .ink = SummaryInk::Bad};
}

SummaryContent quality(const domain::Day& day)
{
    const domain::DataQuality& data = day.summary.quality;
    const domain::DayRecord& record = day.record;
    const bool recorded = record.recordedUntil > record.recordedFrom;
    const QString span = recorded ? QStringLiteral("%1 – %2").arg(clockText(record.recordedFrom),
                                                                  clockText(record.recordedUntil))
                                  : SummaryWords::tr("nothing was recorded");
    SummaryContent out{
        .columns = {left(SummaryWords::tr("What", "column: data quality"),
                         QStringLiteral("Start + trades + held = end")),
                    left(SummaryWords::tr("Detail"), QString{60, QLatin1Char{'n'}})}};
    const auto add = [&out](const QString& what, const SummaryCell& cell) {
        out.lines.push_back(
            {.key = QString::number(out.lines.size()), .cells = {words(what), cell}});
    };
    add(SummaryWords::tr("Recorded"), words(span));
    add(SummaryWords::tr("Uptime, of the session"), ratio(data.uptime()));
    add(SummaryWords::tr("Without the program"), words(timesText(data.outages, data.outage)));
    add(SummaryWords::tr("Without a feed"), words(timesText(data.feedGaps, data.feedDown)));
    add(SummaryWords::tr("Missing shares"), words(groupedText(data.gapShares)));
    add(SummaryWords::tr("Trades of unknown cost"),
        words(groupedText(day.summary.totals.unjudged)));
    add(SummaryWords::tr("Start + trades + held = end"), checkCell(day.summary.check));
    return out;
}
}  // namespace

QString summaryPartName(SummaryPart part)
{
    switch (part) {
    case SummaryPart::Trades:
        return SummaryWords::tr("Trades");
    case SummaryPart::Reasons:
        return SummaryWords::tr("By exit reason");
    case SummaryPart::Strategies:
        return SummaryWords::tr("By strategy");
    case SummaryPart::Open:
        return SummaryWords::tr("Open positions");
    case SummaryPart::Interventions:
        return SummaryWords::tr("Interventions");
    case SummaryPart::Violations:
        return SummaryWords::tr("Violations");
    case SummaryPart::Guard:
        return SummaryWords::tr("Guard");
    case SummaryPart::Quality:
        return SummaryWords::tr("Data quality");
    }
    return {};
}

SummaryContent summaryContent(SummaryPart part, const domain::Day& day)
{
    Q_ASSERT(day.record.trades.size() == day.summary.trades.size());
    switch (part) {
    case SummaryPart::Trades:
        return trades(day);
    case SummaryPart::Reasons:
        return groups(SummaryWords::tr("Exit reason"), day.summary.byReason);
    case SummaryPart::Strategies:
        return groups(SummaryWords::tr("Strategy"), day.summary.byStrategy);
    case SummaryPart::Open:
        return open(day);
    case SummaryPart::Interventions:
        return interventions(day);
    case SummaryPart::Violations:
        return violations(day);
    case SummaryPart::Guard:
        return guard(day);
    case SummaryPart::Quality:
        return quality(day);
    }
    return {};
}
}  // namespace ui
