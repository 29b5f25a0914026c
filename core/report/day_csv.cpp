#include "core/report/day_csv.h"

#include "core/base/decimal.h"
#include "core/report/csv_table.h"
#include "core/report/figure_text.h"

#include <initializer_list>

namespace core::report
{
using domain::Won;

namespace
{
constexpr int kPricePlaces = 2;
constexpr std::int64_t kPpbPerTenThousandth = 1'000;

QStringList titles(std::initializer_list<Word> words, Language language)
{
    QStringList out;
    for (const Word word : words) {
        out.push_back(text(word, language));
    }
    return out;
}

void put(CsvTable& table, const std::optional<Won>& won)
{
    won ? table.number(won->value()) : table.blank();
}
void put(CsvTable& table, const std::optional<domain::MeanWon>& mean)
{
    mean ? table.number(mean->won().value()) : table.blank();
}
void putPercent(CsvTable& table, const std::optional<std::int64_t>& tenThousandths)
{
    tenThousandths ? table.decimal(base::decimalText(*tenThousandths, kPercentPlaces))
                   : table.blank();
}
void putPpb(CsvTable& table, const std::optional<std::int64_t>& ppb)
{
    putPercent(table, ppb ? std::optional{*ppb / kPpbPerTenThousandth} : std::nullopt);
}
void putShare(CsvTable& table, const std::optional<domain::WonShare>& share)
{
    put(table, share ? std::optional{share->won} : std::nullopt);
    putPercent(table, share ? std::optional{share->tenThousandths} : std::nullopt);
}
void putAverage(CsvTable& table, Won cost, domain::Quantity quantity)
{
    quantity.shares() > 0
        ? table.decimal(decimalFraction(cost.value(), quantity.shares(), kPricePlaces))
        : table.blank();
}
void putFlag(CsvTable& table, bool set, Language language)
{
    set ? table.text(text(Word::Yes, language)) : table.blank();
}
void putSeconds(CsvTable& table, const std::optional<std::chrono::milliseconds>& length)
{
    constexpr int kMillis = 3;
    length ? table.decimal(base::decimalText(length->count(), kMillis)) : table.blank();
}

void putConditions(CsvTable& table, const domain::TradeConditions& at)
{
    putPpb(table, at.momentum3);
    putPpb(table, at.momentum5);
    putPpb(table, at.atr);
    putPpb(table, at.spread);
    putPpb(table, at.bidShare);
}

void putTrade(CsvTable& table, const domain::TradeRecord& trade,
              const domain::TradeFigures& figures, Language language)
{
    table.number(trade.number).text(trade.symbol.toString()).text(trade.name);
    table.text(ownerText(trade.owner, language));
    table.text(clockText(trade.openedAt)).text(clockText(trade.closedAt));
    table.text(ruleText(trade.entryRule, language)).text(ruleText(trade.exitRule, language));
    table.number(trade.bought.shares()).number(trade.sold.shares());
    putAverage(table, trade.buyAmount, trade.bought);
    putAverage(table, trade.sellAmount, trade.sold);
    table.number(trade.buyAmount.value()).number(trade.sellAmount.value());
    for (const Won won : {figures.gross, figures.fees, figures.taxes, figures.net}) {
        put(table, figures.judged() ? std::optional{won} : std::nullopt);
    }
    putPercent(table, figures.netReturn);
    putSeconds(table, figures.hold);
    putShare(table, figures.favourable);
    putShare(table, figures.adverse);
    put(table, figures.slippage.fills > 0 ? std::optional{figures.slippage.won} : std::nullopt);
    putFlag(table, trade.trailed, language);
    putPpb(table, trade.trailed ? std::optional{trade.trailWidth} : std::nullopt);
    putFlag(table, trade.added, language);
    putFlag(table, trade.overridden, language);
    putFlag(table, trade.carried.has_value(), language);
    putConditions(table, trade.atEntry);
    putConditions(table, trade.atExit);
    table.text(trade.configHash);
    table.endRow();
}
}  // namespace

QByteArray tradesCsv(const domain::DayRecord& record, const domain::DaySummary& summary,
                     Language language)
{
    Q_ASSERT(record.trades.size() == summary.trades.size());
    using enum Word;
    CsvTable table{titles(
        {Number,         Code,           Name,       Strategy,     EntryTime,     ExitTime,
         EntryReason,    ExitReason,     Bought,     Sold,         EntryPrice,    ExitPrice,
         BuyAmount,      SellAmount,     GrossPnl,   Fees,         Taxes,         NetPnl,
         NetReturn,      HoldSeconds,    Mfe,        MfePercent,   Mae,           MaePercent,
         Slippage,       Trailing,       TrailWidth, AddUsed,      OverrideUsed,  Overnight,
         Momentum3Entry, Momentum5Entry, AtrEntry,   SpreadEntry,  BidShareEntry, Momentum3Exit,
         Momentum5Exit,  AtrExit,        SpreadExit, BidShareExit, ConfigHash},
        language)};
    for (std::size_t i = 0; i < record.trades.size(); ++i) {
        putTrade(table, record.trades[i], summary.trades[i], language);
    }
    return table.bytes();
}

QByteArray fillsCsv(const domain::DayRecord& record, Language language)
{
    using enum Word;
    CsvTable table{titles({Number, Code, Name, Time, Kind, Reason, Quantity, Value, Fees, Taxes,
                           DecidingPrice, Slippage},
                          language)};
    for (const domain::TradeRecord& trade : record.trades) {
        for (const domain::TradeFill& fill : trade.fills) {
            table.number(trade.number).text(trade.symbol.toString()).text(trade.name);
            table.text(clockText(fill.at)).text(sideText(fill.side, language));
            table.text(ruleText(fill.rule, language)).number(fill.quantity.shares());
            table.number(fill.amount.value()).number(fill.fee.value()).number(fill.tax.value());
            put(table,
                fill.deciding.won() > 0 ? std::optional{Won{fill.deciding.won()}} : std::nullopt);
            put(table, domain::slippageOf(fill));
            table.endRow();
        }
    }
    return table.bytes();
}

QByteArray minutesCsv(const domain::DayRecord& record, Language language)
{
    using enum Word;
    CsvTable table{
        titles({Time, Equity, EquityMin, EquityMax, StartEquity, DayReturnPercent, RunningMax,
                Drawdown, TradeCount, Wins, PositionCount, OrderCount, RejectCount, SampleCount},
               language)};
    for (const domain::MinuteMetrics& minute : record.minutes) {
        const std::int64_t start = minute.startEquity.value();
        const Won pnl = minute.equity - minute.startEquity;
        table.text(clockText(minute.minute)).number(minute.equity.value());
        table.number(minute.equityMin.value()).number(minute.equityMax.value());
        table.number(start);
        putPercent(table, start > 0 ? std::optional{domain::tenThousandthsOf(pnl.value(), start)}
                                    : std::nullopt);
        table.number(minute.runningMax.value()).number(minute.drawdown.value());
        table.number(minute.trades).number(minute.wins).number(minute.positions);
        table.number(minute.orders).number(minute.rejects).number(minute.samples);
        table.endRow();
    }
    return table.bytes();
}

QByteArray reasonsCsv(const domain::DaySummary& summary, Language language)
{
    using enum Word;
    CsvTable table{titles({ExitReason, TradeCount, Wins, Losses, GrossPnl, Fees, Taxes, NetPnl,
                           MeanNet, MeanWin, MeanLoss, MeanHoldSeconds, Slippage},
                          language)};
    for (const domain::TradeGroup& group : summary.byReason) {
        const domain::TradeTotals& totals = group.totals;
        table.text(ruleText(group.rule, language)).number(totals.trades);
        table.number(totals.wins).number(totals.losses).number(totals.gross.value());
        table.number(totals.fees.value()).number(totals.taxes.value());
        table.number(totals.net.value());
        put(table, totals.expectancy());
        put(table, totals.meanWin());
        put(table, totals.meanLoss());
        putSeconds(table, totals.meanHold());
        put(table, totals.slippage.fills > 0 ? std::optional{totals.slippage.won} : std::nullopt);
        table.endRow();
    }
    return table.bytes();
}
}  // namespace core::report
