#include "core/rules/position_market.h"

namespace core::rules
{
PositionMarket positionMarket(const domain::MarketView& view, domain::Timestamp now,
                              const config::DataSection& data)
{
    PositionMarket out;
    out.price = view.trade;
    out.priceAt = view.tradeAppliedAt;
    out.live = view.tradeLive;
    out.atr = view.atr;
    out.minuteClose = view.minuteClose;
    out.momentum3 = view.momentum3;
    out.volume = view.volume;
    out.vwap = view.vwap;
    if (view.highBefore != domain::Price{}) {
        out.dayHighBefore = view.highBefore;
    }
    if (view.quoteAppliedAt != domain::Timestamp{}) {
        out.ask = view.ask;
        out.bid = view.bid;
        out.totalAsk = view.totalAsk;
        out.totalBid = view.totalBid;
        // A subscribed book is silent because nothing changed.
        out.quoteFresh = view.quoteLive || now - view.quoteAppliedAt <= data.maxAge;
    }
    out.continuous = !view.halted && !view.inVi;
    return out;
}
}  // namespace core::rules
