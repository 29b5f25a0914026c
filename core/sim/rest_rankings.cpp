#include "core/sim/rest_context.h"

#include <algorithm>
#include <vector>

namespace core::sim
{
using domain::InstrumentFlag;
using domain::SecurityGroup;

namespace
{
constexpr std::size_t kRowsMax = 30;

struct Ranked
{
    const Stock* stock = nullptr;
    double key = 0.0;
};

/// The ten exclusion flags of volume-rank, in the broker's order.
bool excluded(const Listing& l, const QString& flags)
{
    const auto on = [&](qsizetype i) { return i < flags.size() && flags.at(i) == u'1'; };
    const bool alarmed = l.has(InstrumentFlag::Risk) || l.has(InstrumentFlag::Warning)
                         || l.has(InstrumentFlag::Caution);
    return (on(0) && alarmed) || (on(1) && l.has(InstrumentFlag::Administrative))
           || (on(2) && l.has(InstrumentFlag::Liquidation))
           || (on(3) && l.has(InstrumentFlag::UnfaithfulDisclosure))
           || (on(4) && l.has(InstrumentFlag::Preferred))
           || (on(5) && l.has(InstrumentFlag::Halted))
           || (on(6) && l.instrument.group == SecurityGroup::Etf)
           || (on(7) && l.instrument.group == SecurityGroup::Etn)
           || (on(8) && l.has(InstrumentFlag::FullMargin))
           || (on(9) && l.has(InstrumentFlag::Spac));
}

/// Market, price and volume bounds that all rankings share.
bool wanted(const HttpRequest& request, const Stock& stock)
{
    const Listing& l = stock.listing();
    const Figures& f = stock.figures();
    const QString market = request.parameter("FID_INPUT_ISCD");
    if ((market == u"0001" && l.instrument.market != domain::Market::Kospi)
        || (market == u"1001" && l.instrument.market != domain::Market::Kosdaq)
        || (market == u"2001" && !l.has(InstrumentFlag::Kospi200))) {
        return false;
    }
    const qlonglong low = request.parameter("FID_INPUT_PRICE_1").toLongLong();
    const qlonglong high = request.parameter("FID_INPUT_PRICE_2").toLongLong();
    const qlonglong volume = request.parameter("FID_VOL_CNT").toLongLong();
    const QString kind = request.parameter("FID_DIV_CLS_CODE");
    const bool preferred = l.has(InstrumentFlag::Preferred);
    if ((kind == u"1" && preferred) || (kind == u"2" && !preferred)) {
        return false;
    }
    return f.traded() && f.last >= low && (high == 0 || f.last <= high) && f.accVolume >= volume;
}

template <typename Key, typename Keep>
std::vector<Ranked> ranked(RestContext& context, Key key, Keep keep)
{
    context.exchange.advanceAll();
    std::vector<Ranked> all;
    for (std::size_t i = 0; i < context.exchange.size(); ++i) {
        const Stock& stock = context.exchange.stock(static_cast<StockId>(i));
        if (keep(stock)) {
            all.push_back({&stock, key(stock)});
        }
    }
    const std::size_t count = std::min(all.size(), kRowsMax);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const Ranked& a, const Ranked& b) {
                          return a.key != b.key
                                     ? a.key > b.key
                                     : a.stock->listing().symbol() < b.stock->listing().symbol();
                      });
    all.resize(count);
    return all;
}

/// Days in a row with a higher close (positive) or a lower one (negative); newest first.
int streakOf(const std::vector<DailyBar>& days)
{
    int streak = 0;
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const int step = days[i].close > days[i + 1].close ? 1 : -1;
        if (streak * step < 0) {
            break;
        }
        streak += step;
    }
    return streak;
}
}  // namespace

HttpReply volumeRank(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const QString by = request.parameter("FID_BLNG_CLS_CODE");
    const QString exclusions = request.parameter("FID_TRGT_EXLS_CLS_CODE");
    const auto key = [&](const Stock& stock) {
        const Figures& f = stock.figures();
        const auto volume = static_cast<double>(f.accVolume);
        const Listing& l = stock.listing();
        if (by == u"1") {
            return volume / static_cast<double>(l.previousVolume);
        }
        if (by == u"2" || by == u"4") {
            return volume / static_cast<double>(l.listedShares);
        }
        return by == u"3" ? static_cast<double>(f.accTurnover) : volume;
    };
    const std::vector<Ranked> rows = ranked(context, key, [&](const Stock& stock) {
        return wanted(request, stock) && !excluded(stock.listing(), exclusions);
    });
    JsonArray out;
    int rank = 0;
    for (const Ranked& row : rows) {
        const Stock& stock = *row.stock;
        const Listing& l = stock.listing();
        const Figures& f = stock.figures();
        JsonObject object;
        object.text("hts_kor_isnm", l.instrument.name)
            .text("mksc_shrn_iscd", l.symbol().toString())
            .number("data_rank", ++rank)
            .number("stck_prpr", f.last);
        addChange(object, stock, f.last);
        object.number("acml_vol", f.accVolume)
            .number("prdy_vol", l.previousVolume)
            .number("lstn_stcn", l.listedShares)
            .number("avrg_vol", (f.accVolume + l.previousVolume) / 2)
            .decimal("n_befr_clpr_vrss_prpr_rate", percentAbove(f.last, l.reference))
            .decimal("vol_inrt", percentOf(f.accVolume, l.previousVolume))
            .decimal("vol_tnrt", percentOf(f.accVolume, l.listedShares))
            .decimal("nday_vol_tnrt", percentOf(f.accVolume, l.listedShares))
            .number("avrg_tr_pbmn", (f.accTurnover + l.previousVolume * l.reference) / 2)
            .decimal("tr_pbmn_tnrt", percentOf(f.accTurnover / 1'000'000, l.marketValueEok() * 100))
            .decimal("nday_tr_pbmn_tnrt",
                     percentOf(f.accTurnover / 1'000'000, l.marketValueEok() * 100))
            .number("acml_tr_pbmn", f.accTurnover);
        out.add(object);
    }
    return okReply("\"output\":" + out.bytes());
}

HttpReply fluctuationRank(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const QString sort = request.parameter("FID_RANK_SORT_CLS_CODE");
    const auto rate = [](const Stock& stock) {
        return percentAbove(stock.figures().last, stock.listing().reference);
    };
    const auto key = [&](const Stock& stock) {
        const Figures& f = stock.figures();
        if (sort == u"1") {
            return -static_cast<double>(rate(stock));
        }
        if (sort == u"2" || sort == u"3") {
            const auto versusOpen = static_cast<double>(percentAbove(f.last, f.open));
            return sort == u"2" ? versusOpen : -versusOpen;
        }
        return static_cast<double>(sort == u"4" ? percentAbove(f.high, f.low) : rate(stock));
    };
    const QString lowText = request.parameter("FID_RSFL_RATE1");
    const QString highText = request.parameter("FID_RSFL_RATE2");
    const std::vector<Ranked> rows = ranked(context, key, [&](const Stock& stock) {
        const double percent = static_cast<double>(rate(stock)) / 100.0;
        return wanted(request, stock) && (lowText.isEmpty() || percent >= lowText.toDouble())
               && (highText.isEmpty() || percent <= highText.toDouble());
    });
    const QString date = domain::compactDateText(context.exchange.schedule().date);
    JsonArray out;
    int rank = 0;
    for (const Ranked& row : rows) {
        const Stock& stock = *row.stock;
        const Listing& l = stock.listing();
        const Figures& f = stock.figures();
        const int streak = streakOf(context.history.days(l, 6));
        JsonObject object;
        object.text("stck_shrn_iscd", l.symbol().toString())
            .number("data_rank", ++rank)
            .text("hts_kor_isnm", l.instrument.name)
            .number("stck_prpr", f.last);
        addChange(object, stock, f.last);
        object.number("acml_vol", f.accVolume)
            .number("stck_hgpr", f.high)
            .text("hgpr_hour", clockText(f.highAt))
            .text("acml_hgpr_date", date)
            .number("stck_lwpr", f.low)
            .text("lwpr_hour", clockText(f.lowAt))
            .text("acml_lwpr_date", date)
            .decimal("lwpr_vrss_prpr_rate", percentAbove(f.last, f.low))
            .decimal("dsgt_date_clpr_vrss_prpr_rate", percentAbove(f.last, l.reference))
            .number("cnnt_ascn_dynu", std::max(streak, 0))
            .decimal("hgpr_vrss_prpr_rate", percentAbove(f.last, f.high))
            .number("cnnt_down_dynu", std::max(-streak, 0))
            .text("oprc_vrss_prpr_sign", directionCode(f.last - f.open))
            .number("oprc_vrss_prpr", f.last - f.open)
            .decimal("oprc_vrss_prpr_rate", percentAbove(f.last, f.open))
            .number("prd_rsfl", f.last - l.reference)
            .decimal("prd_rsfl_rate", percentAbove(f.last, l.reference));
        out.add(object);
    }
    return okReply("\"output\":" + out.bytes());
}

HttpReply strengthRank(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const auto key = [](const Stock& stock) {
        return static_cast<double>(strength(stock.figures().buyVolume, stock.figures().sellVolume));
    };
    const std::vector<Ranked> rows =
        ranked(context, key, [&](const Stock& stock) { return wanted(request, stock); });
    JsonArray out;
    int rank = 0;
    for (const Ranked& row : rows) {
        const Stock& stock = *row.stock;
        const Figures& f = stock.figures();
        JsonObject object;
        object.text("stck_shrn_iscd", stock.listing().symbol().toString())
            .number("data_rank", ++rank)
            .text("hts_kor_isnm", stock.listing().instrument.name)
            .number("stck_prpr", f.last);
        addChange(object, stock, f.last);
        object.number("acml_vol", f.accVolume)
            .decimal("tday_rltv", strength(f.buyVolume, f.sellVolume))
            .number("seln_cnqn_smtn", f.sellVolume)
            .number("shnu_cnqn_smtn", f.buyVolume);
        out.add(object);
    }
    return okReply("\"output\":" + out.bytes());
}
}  // namespace core::sim
