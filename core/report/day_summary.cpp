#include "core/report/day_summary.h"

#include "core/report/time_spans.h"

#include <map>
#include <utility>

namespace core::report
{
using domain::Won;
using std::chrono::milliseconds;

namespace
{
/// Money that moved at the fills of the day the trade was closed on.
struct DayFlow
{
    Won gross;
    Won fees;
    Won taxes;
};

DayFlow flowOfDay(const domain::TradeRecord& trade)
{
    DayFlow flow;
    for (const domain::TradeFill& fill : trade.fills) {
        if (domain::kstDate(fill.at) != trade.date) {
            continue;
        }
        flow.gross += fill.side == domain::Side::Buy ? Won{} - fill.amount : fill.amount;
        flow.fees += fill.fee;
        flow.taxes += fill.tax;
    }
    return flow;
}

Won buyFees(const domain::TradeRecord& trade)
{
    Won fees;
    for (const domain::TradeFill& fill : trade.fills) {
        fees += fill.side == domain::Side::Buy ? fill.fee : Won{};
    }
    return fees;
}

std::optional<domain::WonShare> excursion(const domain::TradeRecord& trade, domain::Price extreme)
{
    if (extreme.won() <= 0 || trade.buyAmount.value() <= 0) {
        return std::nullopt;
    }
    const Won won = domain::amount(extreme, trade.bought) - trade.buyAmount;
    return domain::WonShare{won, domain::tenThousandthsOf(won.value(), trade.buyAmount.value())};
}

std::optional<std::int64_t> returnOn(Won net, Won invested)
{
    return invested.value() > 0
               ? std::optional{domain::tenThousandthsOf(net.value(), invested.value())}
               : std::nullopt;
}

domain::Slippage slippageOf(const domain::TradeRecord& trade)
{
    domain::Slippage sum;
    for (const domain::TradeFill& fill : trade.fills) {
        const std::optional<Won> one = domain::slippageOf(fill);
        sum.won += one.value_or(Won{});
        sum.fills += one ? 1 : 0;
        sum.unknown += one ? 0 : 1;
    }
    return sum;
}

void add(domain::TradeTotals& totals, const domain::TradeFigures& trade)
{
    if (!trade.judged()) {
        totals.unjudged += 1;
        return;
    }
    totals.trades += 1;
    totals.gross += trade.gross;
    totals.fees += trade.fees;
    totals.taxes += trade.taxes;
    totals.net += trade.net;
    totals.held += trade.hold;
    totals.slippage.won += trade.slippage.won;
    totals.slippage.fills += trade.slippage.fills;
    totals.slippage.unknown += trade.slippage.unknown;
    if (trade.won()) {
        totals.wins += 1;
        totals.gained += trade.net;
        if (!totals.best || trade.net > totals.best->net) {
            totals.best = {trade.number, trade.net};
        }
    }
    if (trade.lost()) {
        totals.losses += 1;
        totals.given += trade.net;
        if (!totals.worst || trade.net < totals.worst->net) {
            totals.worst = {trade.number, trade.net};
        }
    }
}

/// Trades with their totals, by exit reason and by strategy.
void sumTrades(domain::DaySummary& out, const domain::DayRecord& record)
{
    std::map<QString, domain::TradeTotals> reasons;
    std::map<std::pair<domain::PositionOwner, QString>, domain::TradeTotals> strategies;
    out.trades.reserve(record.trades.size());
    for (const domain::TradeRecord& trade : record.trades) {
        out.trades.push_back(figuresOf(trade));
        const domain::TradeFigures& figures = out.trades.back();
        add(out.totals, figures);
        add(reasons[trade.exitRule], figures);
        add(strategies[{trade.owner, trade.entryRule}], figures);
        out.check.trades += figures.dayNet;
        out.check.overnightTrades += trade.carried ? 1 : 0;
    }
    for (const auto& [rule, totals] : reasons) {
        out.byReason.push_back({.rule = rule, .totals = totals});
    }
    for (const auto& [key, totals] : strategies) {
        out.byStrategy.push_back({.rule = key.second, .owner = key.first, .totals = totals});
    }
}

void sumEquity(domain::DaySummary& out, const domain::DayRecord& record)
{
    out.startEquity = record.startEquity;
    out.endEquity = record.endEquity;
    for (const domain::OpenRecord& open : record.open) {
        out.check.open += domain::dayResult(open);
        out.check.overnightOpen += open.carried == Won{} ? 0 : 1;
    }
    if (!record.startEquity || !record.endEquity) {
        return;
    }
    const Won pnl = *record.endEquity - *record.startEquity;
    out.check.difference = pnl - out.check.trades - out.check.open;
    if (record.startEquity->value() > 0) {
        out.dayPnl = domain::WonShare{
            pnl, domain::tenThousandthsOf(pnl.value(), record.startEquity->value())};
    }
}

std::optional<domain::Drawdown> deepest(const std::vector<domain::MinuteMetrics>& minutes)
{
    std::optional<domain::Drawdown> found;
    for (const domain::MinuteMetrics& minute : minutes) {
        if (found && minute.drawdown <= found->won) {
            continue;
        }
        const std::int64_t top = minute.runningMax.value();
        found = {.won = minute.drawdown,
                 .tenThousandths =
                     top > 0 ? domain::tenThousandthsOf(minute.drawdown.value(), top) : 0,
                 .minute = minute.minute};
    }
    return found;
}

domain::DataQuality qualityOf(const domain::DayRecord& record,
                              const std::optional<domain::SessionSchedule>& session)
{
    domain::DataQuality out;
    TimeSpans outages;
    TimeSpans feed;
    TimeSpans missing;
    for (const domain::DataGap& gap : record.gaps) {
        out.gapShares += gap.shares;
        if (gap.cause == u"outage") {
            out.outages += 1;
            outages.add(gap.from, gap.to);
            missing.add(gap.from, gap.to);
        } else if (gap.cause == u"feed") {
            out.feedGaps += 1;
            feed.add(gap.from, gap.to);
            missing.add(gap.from, gap.to);
        }
    }
    out.outage = outages.total();
    out.feedDown = feed.total();
    if (session) {
        const TimeSpan recorded = TimeSpan{record.recordedFrom, record.recordedUntil}.within(
            {session->openAt(), session->closeAt()});
        out.session = session->closeAt() - session->openAt();
        out.up = recorded.length() - missing.totalWithin(recorded);
    }
    return out;
}

domain::InterventionTotals interventionsOf(const domain::DayRecord& record)
{
    domain::InterventionTotals out;
    for (const domain::ShadowResult& one : record.interventions) {
        const std::optional<Won> gain = domain::gainOf(one.handPnl, one.shadowPnl);
        out.count += 1;
        out.compared += gain ? 1 : 0;
        out.gain += gain.value_or(Won{});
    }
    return out;
}

std::vector<domain::KindCount> kindsOf(const std::vector<domain::Violation>& violations)
{
    std::map<QString, std::int64_t> counts;
    for (const domain::Violation& violation : violations) {
        counts[violation.kind] += 1;
    }
    std::vector<domain::KindCount> out;
    for (const auto& [kind, count] : counts) {
        out.push_back({kind, count});
    }
    return out;
}
domain::TradeBasis basisOf(const domain::TradeRecord& trade)
{
    if (trade.sold == trade.bought) {
        return domain::TradeBasis::WholeLife;
    }
    return trade.sold > trade.bought && trade.carried ? domain::TradeBasis::DayOnly
                                                      : domain::TradeBasis::None;
}

Won dayNetOf(const DayFlow& day, Won carried)
{
    return day.gross - day.fees - day.taxes - carried;
}

void judgeWholeLife(domain::TradeFigures& out, const domain::TradeRecord& trade)
{
    out.gross = trade.gross();
    out.fees = trade.fees;
    out.taxes = trade.taxes;
    out.net = trade.net();
    out.dayNet = trade.carried ? dayNetOf(flowOfDay(trade), *trade.carried) : out.net;
    out.netReturn = returnOn(out.net, trade.buyAmount + buyFees(trade));
    out.favourable = excursion(trade, trade.highest);
    out.adverse = excursion(trade, trade.lowest);
}

void judgeDay(domain::TradeFigures& out, const domain::TradeRecord& trade)
{
    const DayFlow day = flowOfDay(trade);
    const Won carried = trade.carried.value_or(Won{});
    out.gross = day.gross - carried;
    out.fees = day.fees;
    out.taxes = day.taxes;
    out.net = dayNetOf(day, carried);
    out.dayNet = out.net;
    out.netReturn = returnOn(out.net, carried);
}
}  // namespace

domain::TradeFigures figuresOf(const domain::TradeRecord& trade)
{
    domain::TradeFigures out;
    out.number = trade.number;
    out.basis = basisOf(trade);
    out.hold = trade.closedAt - trade.openedAt;
    out.slippage = slippageOf(trade);
    switch (out.basis) {
    case domain::TradeBasis::WholeLife:
        judgeWholeLife(out, trade);
        break;
    case domain::TradeBasis::DayOnly:
        judgeDay(out, trade);
        break;
    case domain::TradeBasis::None:
        break;
    }
    return out;
}

domain::DaySummary summarize(const domain::DayRecord& record, const SummaryContext& context)
{
    domain::DaySummary out;
    out.date = record.date;
    out.costs = record.costs;
    sumTrades(out, record);
    sumEquity(out, record);
    out.drawdown = deepest(record.minutes);
    out.openPositions = static_cast<std::int64_t>(record.open.size());
    out.interventions = interventionsOf(record);
    out.guardFirings = static_cast<std::int64_t>(record.guard.size());
    out.violations = kindsOf(record.violations);
    out.violationCount = static_cast<std::int64_t>(record.violations.size());
    out.quality = qualityOf(record, context.session);
    out.previous = context.previous;
    return out;
}
}  // namespace core::report
