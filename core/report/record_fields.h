#pragma once

#include "core/domain/day_record.h"

namespace core::report
{
/// The members of each part of a day record with their names in JSON: one list, visited by the
/// writer with constant values and by the reader with fresh ones, so that neither forgets one.
/// Names are written for good. Only for `record_json.cpp`.
template <typename Part>
struct Fields;

#define CORE_FIELDS(Part)                                                                          \
    template <>                                                                                    \
    struct Fields<domain::Part>                                                                    \
    {                                                                                              \
        template <typename Io, typename Value>                                                     \
        static void visit(Io& io, Value& v);                                                       \
    };                                                                                             \
    template <typename Io, typename Value>                                                         \
    void Fields<domain::Part>::visit(Io& io, Value& v)

CORE_FIELDS(TradeFill)
{
    io("at", v.at);
    io("order", v.order);
    io("side", v.side);
    io("origin", v.origin);
    io("rule", v.rule);
    io("qty", v.quantity);
    io("amount", v.amount);
    io("fee", v.fee);
    io("tax", v.tax);
    io("deciding", v.deciding);
}

CORE_FIELDS(TradeConditions)
{
    io("momentum3_ppb", v.momentum3);
    io("momentum5_ppb", v.momentum5);
    io("atr_ppb", v.atr);
    io("spread_ppb", v.spread);
    io("bid_share_ppb", v.bidShare);
}

CORE_FIELDS(TradeRecord)
{
    io("date", v.date);
    io("number", v.number);
    io("code", v.symbol);
    io("name", v.name);
    io("owner", v.owner);
    io("opened_at", v.openedAt);
    io("closed_at", v.closedAt);
    io("entry_rule", v.entryRule);
    io("exit_rule", v.exitRule);
    io("fills", v.fills);
    io("bought", v.bought);
    io("sold", v.sold);
    io("buy_amount", v.buyAmount);
    io("sell_amount", v.sellAmount);
    io("fees", v.fees);
    io("taxes", v.taxes);
    io("carried", v.carried);
    io("highest", v.highest);
    io("lowest", v.lowest);
    io("trailed", v.trailed);
    io("trail_width_ppb", v.trailWidth);
    io("added", v.added);
    io("overridden", v.overridden);
    io("at_entry", v.atEntry);
    io("at_exit", v.atExit);
    io("config_hash", v.configHash);
}

CORE_FIELDS(MinuteMetrics)
{
    io("minute", v.minute);
    io("equity", v.equity);
    io("equity_min", v.equityMin);
    io("equity_max", v.equityMax);
    io("start_equity", v.startEquity);
    io("running_max", v.runningMax);
    io("drawdown", v.drawdown);
    io("trades", v.trades);
    io("wins", v.wins);
    io("positions", v.positions);
    io("orders", v.orders);
    io("rejects", v.rejects);
    io("samples", v.samples);
}

CORE_FIELDS(DataGap)
{
    io("from", v.from);
    io("to", v.to);
    io("cause", v.cause);
    io("code", v.symbol);
    io("shares", v.shares);
}

CORE_FIELDS(Violation)
{
    io("at", v.at);
    io("kind", v.kind);
    io("code", v.symbol);
    io("detail", v.detail);
}

CORE_FIELDS(Intervention)
{
    io("at", v.at);
    io("kind", v.kind);
    io("code", v.symbol);
    io("what", v.what);
    io("reason", v.reason);
    io("until", v.until);
}

CORE_FIELDS(ShadowResult)
{
    io("what", v.what);
    io("shadow_pnl", v.shadowPnl);
    io("hand_pnl", v.handPnl);
}

CORE_FIELDS(GuardFired)
{
    io("rule", v.rule);
    io("at", v.at);
    io("equity", v.equity);
    io("peak", v.peak);
    io("released", v.released);
}

CORE_FIELDS(OpenRecord)
{
    io("code", v.symbol);
    io("name", v.name);
    io("owner", v.owner);
    io("qty", v.quantity);
    io("cost", v.cost);
    io("fees", v.fees);
    io("value", v.value);
    io("carried", v.carried);
    io("realized_today", v.realizedToday);
}

CORE_FIELDS(DayRecord)
{
    io("date", v.date);
    io("environment", v.environment);
    io("config_hash", v.configHash);
    io("start_equity", v.startEquity);
    io("end_equity", v.endEquity);
    io("costs", v.costs);
    io("trades", v.trades);
    io("open", v.open);
    io("minutes", v.minutes);
    io("interventions", v.interventions);
    io("guard", v.guard);
    io("violations", v.violations);
    io("gaps", v.gaps);
    io("recorded_from", v.recordedFrom);
    io("recorded_until", v.recordedUntil);
}
#undef CORE_FIELDS
}  // namespace core::report
