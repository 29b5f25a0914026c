#include "core/report/day_json.h"

#include "core/base/decimal.h"
#include "core/report/figure_text.h"
#include "core/report/record_json.h"
#include "core/report/record_words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core::report
{
using domain::Won;

namespace
{
constexpr int kVersion = 1;
constexpr int kPlaces = 6;  // Of ratios.
constexpr std::int64_t kPpbPerPlace = 1'000;

// What a member of a summary can be. Null where it is not known.
QJsonValue json(std::int64_t number)
{
    return qint64{number};
}
QJsonValue json(Won won)
{
    return json(won.value());
}
QJsonValue json(domain::Quantity quantity)
{
    return json(quantity.shares());
}
QJsonValue json(std::chrono::milliseconds length)
{
    return json(std::int64_t{length.count()});
}
QJsonValue json(domain::Price price)
{
    return price == domain::Price{} ? QJsonValue{} : json(price.won());
}
QJsonValue json(domain::Timestamp at)
{
    return at == domain::Timestamp{} ? QJsonValue{} : QJsonValue{domain::timestampText(at)};
}
QJsonValue json(domain::MeanWon mean)
{
    return json(mean.won());
}
QJsonValue json(domain::Ratio ratio)
{
    return decimalFraction(ratio.numerator, ratio.denominator, kPlaces);
}
template <typename Value>
QJsonValue json(const std::optional<Value>& value)
{
    return value ? json(*value) : QJsonValue{};
}

QJsonValue percent(std::optional<std::int64_t> tenThousandths)
{
    return tenThousandths ? QJsonValue{base::decimalText(*tenThousandths, kPercentPlaces)}
                          : QJsonValue{};
}
QJsonValue won(const std::optional<domain::WonShare>& share)
{
    return share ? json(share->won) : QJsonValue{};
}
QJsonValue percent(const std::optional<domain::WonShare>& share)
{
    return share ? percent(std::optional{share->tenThousandths}) : QJsonValue{};
}
QJsonValue ppb(const std::optional<std::int64_t>& value)
{
    return value ? QJsonValue{base::decimalText(*value / kPpbPerPlace, kPlaces)} : QJsonValue{};
}
QJsonValue average(Won cost, domain::Quantity quantity)
{
    return quantity.shares() > 0
               ? QJsonValue{decimalFraction(cost.value(), quantity.shares(), kPlaces)}
               : QJsonValue{};
}
/// A mean that loses nothing: "-7350/6".
QJsonValue fraction(const std::optional<domain::MeanWon>& mean)
{
    return mean ? QJsonValue{QStringLiteral("%1/%2").arg(mean->total.value()).arg(mean->count)}
                : QJsonValue{};
}

template <typename Rows, typename Make>
QJsonArray list(const Rows& rows, Make make)
{
    QJsonArray out;
    for (const auto& row : rows) {
        out.append(make(row));
    }
    return out;
}

QJsonObject conditionsJson(const domain::TradeConditions& at)
{
    return {{L1{"momentum3"}, ppb(at.momentum3)},
            {L1{"momentum5"}, ppb(at.momentum5)},
            {L1{"atr"}, ppb(at.atr)},
            {L1{"spread"}, ppb(at.spread)},
            {L1{"bid_share"}, ppb(at.bidShare)}};
}

QJsonObject fillJson(const domain::TradeFill& fill)
{
    return {{L1{"time"}, json(fill.at)},
            {L1{"side"}, wordOf(fill.side)},
            {L1{"origin"}, wordOf(fill.origin)},
            {L1{"rule"}, fill.rule},
            {L1{"qty"}, json(fill.quantity)},
            {L1{"amount"}, json(fill.amount)},
            {L1{"price"}, average(fill.amount, fill.quantity)},
            {L1{"fee"}, json(fill.fee)},
            {L1{"tax"}, json(fill.tax)},
            {L1{"deciding_price"}, json(fill.deciding)},
            {L1{"slippage"}, json(domain::slippageOf(fill))}};
}

QJsonObject slippageJson(const domain::Slippage& slippage)
{
    return {{L1{"won"}, slippage.fills > 0 ? json(slippage.won) : QJsonValue{}},
            {L1{"fills"}, json(slippage.fills)},
            {L1{"fills_unknown"}, json(slippage.unknown)}};
}

QJsonObject summaryTradeJson(const domain::TradeRecord& trade, const domain::TradeFigures& figures)
{
    const auto judged = [&figures](Won won) { return figures.judged() ? json(won) : QJsonValue{}; };
    return {{L1{"number"}, json(std::int64_t{trade.number})},
            {L1{"code"}, trade.symbol.toString()},
            {L1{"name"}, trade.name},
            {L1{"strategy"}, wordOf(trade.owner)},
            {L1{"entry_time"}, json(trade.openedAt)},
            {L1{"exit_time"}, json(trade.closedAt)},
            {L1{"entry_reason"}, trade.entryRule},
            {L1{"exit_reason"}, trade.exitRule},
            {L1{"qty"}, json(trade.sold)},
            {L1{"qty_bought"}, json(trade.bought)},
            {L1{"entry_price"}, average(trade.buyAmount, trade.bought)},
            {L1{"exit_price"}, average(trade.sellAmount, trade.sold)},
            {L1{"buy_amount"}, json(trade.buyAmount)},
            {L1{"sell_amount"}, json(trade.sellAmount)},
            {L1{"gross_pnl"}, judged(figures.gross)},
            {L1{"fees"}, judged(figures.fees)},
            {L1{"taxes"}, judged(figures.taxes)},
            {L1{"costs"}, judged(figures.fees + figures.taxes)},
            {L1{"net_pnl"}, judged(figures.net)},
            {L1{"net_pnl_pct"}, percent(figures.netReturn)},
            {L1{"day_net_pnl"}, judged(figures.dayNet)},
            {L1{"carried"}, json(trade.carried)},
            {L1{"basis"}, wordOf(figures.basis)},
            {L1{"hold_ms"}, json(figures.hold)},
            {L1{"mfe"}, won(figures.favourable)},
            {L1{"mfe_pct"}, percent(figures.favourable)},
            {L1{"mae"}, won(figures.adverse)},
            {L1{"mae_pct"}, percent(figures.adverse)},
            {L1{"highest"}, json(trade.highest)},
            {L1{"lowest"}, json(trade.lowest)},
            {L1{"trailing"}, trade.trailed},
            {L1{"trail_width"}, ppb(trade.trailWidth)},
            {L1{"add_used"}, trade.added},
            {L1{"override_used"}, trade.overridden},
            {L1{"at_entry"}, conditionsJson(trade.atEntry)},
            {L1{"at_exit"}, conditionsJson(trade.atExit)},
            {L1{"slippage"}, slippageJson(figures.slippage)},
            {L1{"fills"}, list(trade.fills, fillJson)},
            {L1{"config_hash"}, trade.configHash}};
}

QJsonObject totalsJson(const domain::TradeTotals& totals)
{
    return {{L1{"trades"}, json(totals.trades)},
            {L1{"trades_unjudged"}, json(totals.unjudged)},
            {L1{"wins"}, json(totals.wins)},
            {L1{"losses"}, json(totals.losses)},
            {L1{"win_rate"}, json(totals.winRate())},
            {L1{"gross_pnl"}, json(totals.gross)},
            {L1{"fees"}, json(totals.fees)},
            {L1{"taxes"}, json(totals.taxes)},
            {L1{"net_pnl"}, json(totals.net)},
            {L1{"expectancy"}, json(totals.expectancy())},
            {L1{"expectancy_fraction"}, fraction(totals.expectancy())},
            {L1{"mean_win"}, json(totals.meanWin())},
            {L1{"mean_loss"}, json(totals.meanLoss())},
            {L1{"profit_factor"}, json(totals.profitFactor())},
            {L1{"largest_win"}, totals.best ? json(totals.best->net) : QJsonValue{}},
            {L1{"largest_win_trade"},
             totals.best ? json(std::int64_t{totals.best->number}) : QJsonValue{}},
            {L1{"largest_loss"}, totals.worst ? json(totals.worst->net) : QJsonValue{}},
            {L1{"largest_loss_trade"},
             totals.worst ? json(std::int64_t{totals.worst->number}) : QJsonValue{}},
            {L1{"mean_hold_ms"}, json(totals.meanHold())},
            {L1{"slippage"}, slippageJson(totals.slippage)},
            {L1{"slippage_per_fill"}, json(totals.meanSlippagePerFill())},
            {L1{"slippage_per_trade"}, json(totals.meanSlippagePerTrade())}};
}

QJsonObject groupJson(const domain::TradeGroup& group)
{
    QJsonObject out = totalsJson(group.totals);
    out.insert(L1{"rule"}, group.rule);
    if (group.owner) {
        out.insert(L1{"strategy"}, wordOf(*group.owner));
    }
    return out;
}

QJsonObject interventionJson(const domain::ShadowResult& result)
{
    return {{L1{"time"}, json(result.what.at)},
            {L1{"kind"}, wordOf(result.what.kind)},
            {L1{"code"}, result.what.symbol.toString()},
            {L1{"what"}, result.what.what},
            {L1{"reason"}, result.what.reason},
            {L1{"until"}, json(result.what.until)},
            {L1{"hand_pnl"}, json(result.handPnl)},
            {L1{"rule_pnl"}, json(result.shadowPnl)},
            {L1{"gain"}, json(domain::gainOf(result.handPnl, result.shadowPnl))}};
}

QJsonObject guardJson(const domain::GuardFired& fired)
{
    return {{L1{"rule"}, wordOf(fired.rule)},
            {L1{"time"}, json(fired.at)},
            {L1{"equity"}, json(fired.equity)},
            {L1{"peak"}, json(fired.peak)},
            {L1{"released"}, fired.released}};
}

QJsonObject violationJson(const domain::Violation& violation)
{
    return {{L1{"time"}, json(violation.at)},
            {L1{"kind"}, violation.kind},
            {L1{"code"}, violation.symbol.toString()},
            {L1{"detail"}, violation.detail}};
}

QJsonObject openJson(const domain::OpenRecord& open)
{
    return {{L1{"code"}, open.symbol.toString()},
            {L1{"name"}, open.name},
            {L1{"strategy"}, wordOf(open.owner)},
            {L1{"qty"}, json(open.quantity)},
            {L1{"cost"}, json(open.cost)},
            {L1{"fees"}, json(open.fees)},
            {L1{"value"}, json(open.value)},
            {L1{"carried"}, json(open.carried)},
            {L1{"realized_today"}, json(open.realizedToday)},
            {L1{"day_result"}, json(domain::dayResult(open))}};
}

QJsonObject qualityJson(const domain::DataQuality& quality)
{
    return {{L1{"gap_shares"}, json(quality.gapShares)},
            {L1{"outages"}, json(quality.outages)},
            {L1{"outage_ms"}, json(quality.outage)},
            {L1{"feed_gaps"}, json(quality.feedGaps)},
            {L1{"feed_down_ms"}, json(quality.feedDown)},
            {L1{"session_ms"}, json(quality.session)},
            {L1{"up_ms"}, json(quality.up)},
            {L1{"uptime"}, json(quality.uptime())}};
}

QJsonObject checkJson(const domain::EquityCheck& check)
{
    return {{L1{"trades"}, json(check.trades)},
            {L1{"open"}, json(check.open)},
            {L1{"overnight_trades"}, json(check.overnightTrades)},
            {L1{"overnight_open"}, json(check.overnightOpen)},
            {L1{"difference"}, json(check.difference)},
            {L1{"holds"}, check.difference ? QJsonValue{check.holds()} : QJsonValue{}}};
}

QJsonValue headlineJson(const std::optional<domain::DayHeadline>& headline)
{
    if (!headline) {
        return {};
    }
    return QJsonObject{{L1{"date"}, domain::dateText(headline->date)},
                       {L1{"day_pnl"}, won(headline->dayPnl)},
                       {L1{"day_pnl_pct"}, percent(headline->dayPnl)},
                       {L1{"trades"}, json(headline->trades)},
                       {L1{"wins"}, json(headline->wins)},
                       {L1{"win_rate"}, json(headline->winRate())},
                       {L1{"net_pnl"}, json(headline->net)},
                       {L1{"expectancy"}, json(headline->expectancy)},
                       {L1{"profit_factor"}, json(headline->profitFactor)},
                       {L1{"max_drawdown"}, json(headline->drawdown)},
                       {L1{"violations"}, json(headline->violations)}};
}

QJsonArray tradesJson(const domain::DayRecord& record, const domain::DaySummary& summary)
{
    QJsonArray out;
    for (std::size_t i = 0; i < record.trades.size(); ++i) {
        out.append(summaryTradeJson(record.trades[i], summary.trades[i]));
    }
    return out;
}
}  // namespace

QJsonObject summaryJson(const domain::DayRecord& record, const domain::DaySummary& summary)
{
    Q_ASSERT(record.trades.size() == summary.trades.size());
    const std::optional<domain::Drawdown>& fall = summary.drawdown;
    return {
        {L1{"date"}, summary.date.ok() ? QJsonValue{domain::dateText(summary.date)} : QJsonValue{}},
        {L1{"environment"}, wordOf(record.environment)},
        {L1{"config_hash"}, record.configHash},
        {L1{"start_equity"}, json(summary.startEquity)},
        {L1{"end_equity"}, json(summary.endEquity)},
        {L1{"day_pnl"}, won(summary.dayPnl)},
        {L1{"day_pnl_pct"}, percent(summary.dayPnl)},
        {L1{"costs"}, json(summary.costs)},
        {L1{"open_positions"}, json(summary.openPositions)},
        {L1{"violations"}, json(summary.violationCount)},
        {L1{"trades"}, tradesJson(record, summary)},
        {L1{"totals"}, totalsJson(summary.totals)},
        {L1{"by_exit_reason"}, list(summary.byReason, groupJson)},
        {L1{"by_strategy"}, list(summary.byStrategy, groupJson)},
        {L1{"max_drawdown"}, fall ? json(fall->won) : QJsonValue{}},
        {L1{"max_drawdown_pct"},
         fall ? percent(std::optional{fall->tenThousandths}) : QJsonValue{}},
        {L1{"max_drawdown_time"}, fall ? json(fall->minute) : QJsonValue{}},
        {L1{"open"}, list(record.open, openJson)},
        {L1{"interventions"}, list(record.interventions, interventionJson)},
        {L1{"intervention_gain"},
         summary.interventions.compared > 0 ? json(summary.interventions.gain) : QJsonValue{}},
        {L1{"guard"}, list(record.guard, guardJson)},
        {L1{"violation_list"}, list(record.violations, violationJson)},
        {L1{"data_quality"}, qualityJson(summary.quality)},
        {L1{"equity_check"}, checkJson(summary.check)},
        {L1{"previous"}, headlineJson(summary.previous)}};
}

QByteArray dayJson(const domain::DayRecord& record, const domain::DaySummary& summary)
{
    const QJsonObject root{{L1{"version"}, kVersion},
                           {L1{"summary"}, summaryJson(record, summary)},
                           {L1{"record"}, recordJson(record)}};
    return QJsonDocument{root}.toJson(QJsonDocument::Indented);
}

base::Result<domain::DayRecord> dayFromJson(const QByteArray& file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file, &error);
    if (!document.isObject()) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("day report: no JSON object, %1 at byte %2")
                               .arg(error.errorString())
                               .arg(error.offset)};
    }
    const QJsonObject root = document.object();
    const qint64 version = root.value(L1{"version"}).toInteger();
    if (version != kVersion) {
        return base::Error{base::ErrorCode::Unsupported,
                           QStringLiteral("day report: version %1 is not known").arg(version)};
    }
    return recordFromJson(root.value(L1{"record"}).toObject());
}
}  // namespace core::report
