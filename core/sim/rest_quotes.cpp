#include "core/sim/random.h"
#include "core/sim/rest_context.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace core::sim
{
namespace
{
/// Expected-price phase of the book: 311 before the open, 112 ended, 121 before the close, 129
/// ended.
const char* expectedPhase(const RestContext& context)
{
    const std::int32_t now = context.exchange.now();
    const domain::SessionSchedule& day = context.exchange.schedule();
    return now < day.open.count()             ? "311"
           : now < day.closingAuction.count() ? "112"
           : now < day.close.count()          ? "121"
                                              : "129";
}

template <typename Values>
void addLevels(JsonObject& out, const char* prefix, const Values& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        out.number((prefix + std::to_string(i + 1)).c_str(), values[i]);
    }
}

void addNoise(JsonObject& out, const char* prefix, const std::array<std::int64_t, 10>& sizes)
{
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        out.number((prefix + std::to_string(i + 1)).c_str(), sizes[i] % 101 - 50);
    }
}

/// What a market's shares did together.
struct Breadth
{
    std::int64_t volume = 0;
    std::int64_t turnover = 0;
    std::array<int, 5> issues{};  ///< Upper limit, up, unchanged, lower limit, down.
    std::int64_t asks = 0;
    std::int64_t bids = 0;
};

Breadth breadthOf(RestContext& context, domain::Market market)
{
    context.exchange.advanceAll();
    Breadth sum;
    for (std::size_t i = 0; i < context.exchange.size(); ++i) {
        const Stock& stock = context.exchange.stock(static_cast<StockId>(i));
        const Figures& f = stock.figures();
        if (stock.listing().instrument.market != market || stock.listing().isFund()
            || !f.traded()) {
            continue;
        }
        sum.volume += f.accVolume;
        sum.turnover += f.accTurnover;
        ++sum.issues[static_cast<std::size_t>(signCode(stock, f.last)[0] - '1')];
        sum.asks += stock.listing().dailyVolume / 90;
        sum.bids += stock.listing().dailyVolume / 95;
    }
    return sum;
}
}  // namespace

HttpReply inquireAskingPrice(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const Figures& f = stock.figures();
    const Book book = stock.book();
    JsonObject first;
    first.text("aspr_acpt_hour", clockText(f.bookAt));
    addLevels(first, "askp", book.ask);
    addLevels(first, "bidp", book.bid);
    addLevels(first, "askp_rsqn", book.askSize);
    addLevels(first, "bidp_rsqn", book.bidSize);
    addNoise(first, "askp_rsqn_icdc", book.askSize);
    addNoise(first, "bidp_rsqn_icdc", book.bidSize);
    const bool auction = stock.isAuction(f.bookAt) && f.expectedPrice != 0;
    first.number("total_askp_rsqn", book.totalAsk)
        .number("total_bidp_rsqn", book.totalBid)
        .number("total_askp_rsqn_icdc", book.totalAsk % 401 - 200)
        .number("total_bidp_rsqn_icdc", book.totalBid % 401 - 200)
        .number("ovtm_total_askp_icdc", 0)
        .number("ovtm_total_bidp_icdc", 0)
        .number("ovtm_total_askp_rsqn", 0)
        .number("ovtm_total_bidp_rsqn", 0)
        .number("ntby_aspr_rsqn", book.totalBid - book.totalAsk)
        .text("new_mkop_cls_code", auction ? "00" : "20");
    const std::int32_t expected = auction ? f.expectedPrice : f.open != 0 ? f.open : f.last;
    JsonObject second;
    second.text("antc_mkop_cls_code", f.inVi ? "311" : expectedPhase(context))
        .number("stck_prpr", f.last)
        .number("stck_oprc", f.open)
        .number("stck_hgpr", f.high)
        .number("stck_lwpr", f.low)
        .number("stck_sdpr", stock.listing().reference)
        .number("antc_cnpr", expected);
    addChange(second, stock, expected, "antc_cntg_vrss_sign", "antc_cntg_vrss",
              "antc_cntg_prdy_ctrt");
    second.number("antc_vol", f.expectedQuantity)
        .text("stck_shrn_iscd", stock.listing().symbol().toString())
        .flag("vi_cls_code", f.inVi);
    return okReply("\"output1\":" + first.bytes() + ",\"output2\":" + second.bytes());
}

HttpReply inquireTrades(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    JsonArray rows;
    for (const RecentTrade& trade : stock.recentTrades()) {
        JsonObject row;
        row.text("stck_cntg_hour", clockText(trade.at)).number("stck_prpr", trade.price);
        addChange(row, stock, trade.price);
        row.number("cntg_vol", trade.quantity)
            .decimal("tday_rltv", strength(trade.buyVolume, trade.sellVolume));
        rows.add(row);
    }
    return okReply("\"output\":" + rows.bytes());
}

HttpReply inquireTimeTrades(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const Figures& f = stock.figures();
    JsonObject head;
    head.number("stck_prpr", f.last);
    addChange(head, stock, f.last);
    head.number("acml_vol", f.accVolume)
        .number("prdy_vol", stock.listing().previousVolume)
        .text("rprs_mrkt_kor_name", marketName(stock.listing()));
    const QString until = request.parameter("FID_INPUT_HOUR_1");
    JsonArray rows;
    for (const RecentTrade& trade : stock.recentTrades()) {
        if (!until.isEmpty() && clockText(trade.at) > until) {
            continue;
        }
        const Book book = makeBook(stock.listing(), stock.limits(),
                                   {.key = stock.key(), .last = trade.price, .at = trade.at});
        JsonObject row;
        row.text("stck_cntg_hour", clockText(trade.at)).number("stck_pbpr", trade.price);
        addChange(row, stock, trade.price);
        row.number("askp", book.ask[0])
            .number("bidp", book.bid[0])
            .decimal("tday_rltv", strength(trade.buyVolume, trade.sellVolume))
            .number("acml_vol", trade.accVolume)
            .number("cnqn", trade.quantity);
        rows.add(row);
    }
    return okReply("\"output1\":" + head.bytes() + ",\"output2\":" + rows.bytes());
}

HttpReply inquireViStatus(RestContext& context, const HttpRequest& request)
{
    context.exchange.advanceAll();
    const QString only = request.parameter("FID_INPUT_ISCD");
    const QString market = request.parameter("FID_MRKT_CLS_CODE");
    const QString direction = request.parameter("FID_DIV_CLS_CODE");
    const QString kind = request.parameter("FID_RANK_SORT_CLS_CODE");
    const QString date = domain::compactDateText(context.exchange.schedule().date);
    struct Row
    {
        const Stock* stock;
        ViRecord vi;
        int count;
    };
    std::vector<Row> all;
    for (std::size_t i = 0; i < context.exchange.size() && kind != u"2" && kind != u"3"; ++i) {
        const Stock& stock = context.exchange.stock(static_cast<StockId>(i));
        const Listing& l = stock.listing();
        const bool otherMarket =
            (market == u"K" && l.instrument.market != domain::Market::Kospi)
            || (market == u"Q" && l.instrument.market != domain::Market::Kosdaq);
        if (otherMarket || (!only.isEmpty() && l.symbol().toString() != only)) {
            continue;
        }
        int count = 0;
        for (const ViRecord& vi : stock.viRecords()) {
            ++count;
            const bool up = vi.price > vi.reference;
            if ((direction == u"1" && !up) || (direction == u"2" && up)) {
                continue;
            }
            all.push_back({&stock, vi, count});
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Row& a, const Row& b) { return a.vi.startAt > b.vi.startAt; });
    JsonArray rows;
    const QString asked = request.parameter("FID_INPUT_DATE_1");
    for (const Row& row : all) {
        if (!asked.isEmpty() && asked != date) {
            break;
        }
        JsonObject out;
        out.text("hts_kor_isnm", row.stock->listing().instrument.name)
            .text("mksc_shrn_iscd", row.stock->listing().symbol().toString())
            .flag("vi_cls_code", row.vi.endAt == 0)
            .text("bsop_date", date)
            .text("cntg_vi_hour", clockText(row.vi.startAt))
            .text("vi_cncl_hour", clockText(row.vi.endAt))
            .text("vi_kind_code", "1")
            .number("vi_prc", row.vi.price)
            .number("vi_stnd_prc", row.vi.reference)
            .decimal("vi_dprt", percentAbove(row.vi.price, row.vi.reference))
            .number("vi_dmc_stnd_prc", 0)
            .decimal("vi_dmc_dprt", 0)
            .number("vi_count", row.count);
        rows.add(out);
    }
    return okReply("\"output\":" + rows.bytes());
}

HttpReply inquireIndexPrice(RestContext& context, const HttpRequest& request)
{
    const QString code = request.parameter("FID_INPUT_ISCD");
    const bool kospi = code == u"0001" || code == u"2001";
    if (request.parameter("FID_COND_MRKT_DIV_CODE") != u"U" || (!kospi && code != u"1001")) {
        return refusalReply(
            200, "2", "OPSQ2001",
            "ERROR INPUT FIELD NOT FOUND [FID_COND_MRKT_DIV_CODE] INVALID_CHECK_MRKT_DIV_CODE");
    }
    const domain::Market market = kospi ? domain::Market::Kospi : domain::Market::Kosdaq;
    const std::int64_t base = code == u"2001" ? 54'210 : kospi ? 405'233 : 91'544;
    const std::int32_t open = static_cast<std::int32_t>(context.exchange.schedule().open.count());
    const int slice = std::max(0, context.exchange.now() - open) / kSliceMs;
    const Weather& weather = context.exchange.weather();
    const auto points = [&](double log) {
        return static_cast<std::int64_t>(static_cast<double>(base) * std::exp(log));
    };
    const bool isOpen = context.exchange.now() >= open && context.exchange.tape().isEmpty();
    const std::int64_t now = isOpen ? points(weather.level(market, slice)) : base;
    const std::int64_t first = isOpen ? points(weather.gap(market)) : base;
    std::int64_t high = std::max(now, first);
    std::int64_t low = std::min(now, first);
    for (int s = 0; isOpen && s <= slice; ++s) {
        const std::int64_t level = points(weather.level(market, s));
        high = std::max(high, level);
        low = std::min(low, level);
    }
    const Breadth sum = breadthOf(context, market);
    const QString date = domain::compactDateText(context.exchange.schedule().date);
    JsonObject out;
    out.decimal("bstp_nmix_prpr", now)
        .decimal("bstp_nmix_prdy_vrss", now - base)
        .text("prdy_vrss_sign", directionCode(now - base))
        .decimal("bstp_nmix_prdy_ctrt", percentAbove(now, base))
        .number("acml_vol", sum.volume / 1'000)
        .number("prdy_vol", sum.volume / 1'000 + 1)
        .number("acml_tr_pbmn", sum.turnover / 1'000'000)
        .number("prdy_tr_pbmn", sum.turnover / 1'000'000 + 1);
    const auto level = [&](const char* value, const char* difference, const char* sign,
                           const char* rate, std::int64_t is) {
        out.decimal(value, is)
            .decimal(difference, is - base)
            .text(sign, directionCode(now - is))
            .decimal(rate, percentAbove(is, base));
    };
    level("bstp_nmix_oprc", "prdy_nmix_vrss_nmix_oprc", "oprc_vrss_prpr_sign",
          "bstp_nmix_oprc_prdy_ctrt", first);
    level("bstp_nmix_hgpr", "prdy_nmix_vrss_nmix_hgpr", "hgpr_vrss_prpr_sign",
          "bstp_nmix_hgpr_prdy_ctrt", high);
    level("bstp_nmix_lwpr", "prdy_clpr_vrss_lwpr", "lwpr_vrss_prpr_sign",
          "prdy_clpr_vrss_lwpr_rate", low);
    out.number("ascn_issu_cnt", sum.issues[1] + sum.issues[0])
        .number("uplm_issu_cnt", sum.issues[0])
        .number("stnr_issu_cnt", sum.issues[2])
        .number("down_issu_cnt", sum.issues[4] + sum.issues[3])
        .number("lslm_issu_cnt", sum.issues[3])
        .decimal("dryy_bstp_nmix_hgpr", std::max(high, base * 104 / 100))
        .decimal("dryy_hgpr_vrss_prpr_rate", percentAbove(now, std::max(high, base * 104 / 100)))
        .text("dryy_bstp_nmix_hgpr_date", date)
        .decimal("dryy_bstp_nmix_lwpr", std::min(low, base * 70 / 100))
        .decimal("dryy_lwpr_vrss_prpr_rate", percentAbove(now, std::min(low, base * 70 / 100)))
        .text("dryy_bstp_nmix_lwpr_date", date)
        .number("total_askp_rsqn", sum.asks)
        .number("total_bidp_rsqn", sum.bids)
        .decimal("seln_rsqn_rate", percentOf(sum.asks, sum.asks + sum.bids))
        .decimal("shnu_rsqn_rate", percentOf(sum.bids, sum.asks + sum.bids))
        .number("ntby_rsqn", sum.bids - sum.asks);
    return okReply("\"output\":" + out.bytes());
}

HttpReply inquireInvestor(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const std::vector<DailyBar> days = context.history.days(stock.listing(), 31);
    JsonArray rows;
    // Today's row has no investor figures before the close; past days do.
    JsonObject today;
    today.text("stck_bsop_date", domain::compactDateText(context.exchange.schedule().date))
        .number("stck_clpr", stock.figures().last)
        .number("prdy_vrss", stock.figures().last - stock.listing().reference)
        .text("prdy_vrss_sign", signCode(stock, stock.figures().last));
    constexpr std::array kWho{"prsn", "frgn", "orgn"};
    for (const char* suffix : {"_ntby_qty", "_ntby_tr_pbmn", "_shnu_vol", "_shnu_tr_pbmn",
                               "_seln_vol", "_seln_tr_pbmn"}) {
        for (const char* who : kWho) {
            today.text((std::string{who} + suffix).c_str(), "");
        }
    }
    rows.add(today);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const DailyBar& day = days[i];
        Rng rng{streamKey(stock.key(), i, 0x1F)};
        const auto foreign =
            static_cast<std::int64_t>(static_cast<double>(day.volume) * 0.1 * rng.bell());
        const auto institutions =
            static_cast<std::int64_t>(static_cast<double>(day.volume) * 0.07 * rng.bell());
        const std::array<std::int64_t, 3> net{-foreign - institutions, foreign, institutions};
        const std::array<std::int64_t, 3> bought{day.volume * 6 / 10 + net[0] / 2,
                                                 day.volume * 2 / 10 + net[1] / 2,
                                                 day.volume * 2 / 10 + net[2] / 2};
        const std::int64_t million = 1'000'000;
        JsonObject row;
        row.text("stck_bsop_date", domain::compactDateText(day.date))
            .number("stck_clpr", day.close)
            .number("prdy_vrss", day.close - days[i + 1].close)
            .text("prdy_vrss_sign", directionCode(day.close - days[i + 1].close));
        const auto add = [&](const char* suffix, const auto& value) {
            for (std::size_t w = 0; w < kWho.size(); ++w) {
                row.number((std::string{kWho[w]} + suffix).c_str(), value(w));
            }
        };
        add("_ntby_qty", [&](std::size_t w) { return net[w]; });
        add("_ntby_tr_pbmn", [&](std::size_t w) { return net[w] * day.close / million; });
        add("_shnu_vol", [&](std::size_t w) { return bought[w]; });
        add("_shnu_tr_pbmn", [&](std::size_t w) { return bought[w] * day.close / million; });
        add("_seln_vol", [&](std::size_t w) { return bought[w] - net[w]; });
        add("_seln_tr_pbmn",
            [&](std::size_t w) { return (bought[w] - net[w]) * day.close / million; });
        rows.add(row);
    }
    return okReply("\"output\":" + rows.bytes());
}

HttpReply checkHoliday(RestContext& context, const HttpRequest& request)
{
    const std::optional<domain::TradingDate> from = domain::parseDate(request.parameter("BASS_DT"));
    if (!from) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [BASS_DT] INVALID_CHECK_FIELD_LENGTH");
    }
    JsonArray rows;
    std::chrono::sys_days day{*from};
    for (int i = 0; i < 25; ++i, day += std::chrono::days{1}) {
        const bool open = context.options.calendar.isTradingDay(domain::TradingDate{day});
        const unsigned weekday = std::chrono::weekday{day}.c_encoding();
        JsonObject row;
        row.text("bass_dt", domain::compactDateText(domain::TradingDate{day}))
            .text("wday_dvsn_cd", QStringLiteral("0%1").arg(weekday + 1))
            .flag("bzdy_yn", open)
            .flag("tr_day_yn", weekday != 0 && weekday != 6)
            .flag("opnd_yn", open)
            .flag("sttl_day_yn", open);
        rows.add(row);
    }
    return okReply("\"ctx_area_nk\":\"                    \",\"ctx_area_fk\":\""
                   + request.parameter("BASS_DT").toLatin1()
                   + "            \",\"output\":" + rows.bytes());
}
}  // namespace core::sim
