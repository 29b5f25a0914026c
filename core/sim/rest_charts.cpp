#include "core/sim/rest_context.h"

#include <algorithm>
#include <limits>

namespace core::sim
{
namespace
{
constexpr int kMinutesToday = 30;
constexpr int kMinutesPast = 120;
constexpr int kDailyRows = 30;
constexpr int kChartRows = 100;

/// HHMMSS to a minute of the day; nullopt for anything else.
std::optional<int> minuteOf(const QString& text)
{
    bool number = false;
    const int value = text.toInt(&number);
    if (!number || text.size() != 6 || value < 0 || value > 235'959 || value / 100 % 100 > 59) {
        return std::nullopt;
    }
    return value / 10'000 * 60 + value / 100 % 100;
}

JsonObject chartHead(const Stock& stock)
{
    const Figures& f = stock.figures();
    JsonObject head;
    addChange(head, stock, f.last);
    head.number("stck_prdy_clpr", stock.listing().reference)
        .number("acml_vol", f.accVolume)
        .number("acml_tr_pbmn", f.accTurnover)
        .text("hts_kor_isnm", stock.listing().instrument.name)
        .number("stck_prpr", f.last);
    return head;
}

JsonObject minuteRow(const QString& date, const MinuteBar& bar)
{
    JsonObject row;
    row.text("stck_bsop_date", date)
        .text("stck_cntg_hour", clockText(bar.minute * 60'000))
        .number("stck_prpr", bar.close)
        .number("stck_oprc", bar.open)
        .number("stck_hgpr", bar.high)
        .number("stck_lwpr", bar.low)
        .number("cntg_vol", bar.volume)
        .number("acml_tr_pbmn", bar.accTurnover);
    return row;
}

/// Today as a daily bar; nullopt before the first trade.
std::optional<DailyBar> today(const RestContext& context, const Stock& stock)
{
    const Figures& f = stock.figures();
    if (f.open == 0) {
        return std::nullopt;
    }
    return DailyBar{.date = context.exchange.schedule().date,
                    .open = f.open,
                    .high = f.high,
                    .low = f.low,
                    .close = f.last,
                    .volume = f.accVolume,
                    .turnover = f.accTurnover};
}

/// Joins days to weeks, months or years; newest first in and out.
std::vector<DailyBar> joined(const std::vector<DailyBar>& days, QChar period)
{
    const auto sameSpan = [period](domain::TradingDate a, domain::TradingDate b) {
        if (period == u'Y') {
            return a.year() == b.year();
        }
        if (period == u'M') {
            return a.year() == b.year() && a.month() == b.month();
        }
        const auto week = [](domain::TradingDate d) {
            return (std::chrono::sys_days{d}.time_since_epoch().count() + 3) / 7;
        };
        return week(a) == week(b);
    };
    if (period == u'D') {
        return days;
    }
    std::vector<DailyBar> out;
    for (const DailyBar& day : days) {
        if (out.empty() || !sameSpan(out.back().date, day.date)) {
            out.push_back(day);
            continue;
        }
        DailyBar& span = out.back();
        span.open = day.open;
        span.high = std::max(span.high, day.high);
        span.low = std::min(span.low, day.low);
        span.volume += day.volume;
        span.turnover += day.turnover;
    }
    return out;
}

std::vector<DailyBar> allDays(RestContext& context, const Stock& stock, int count)
{
    std::vector<DailyBar> days = context.history.days(stock.listing(), count);
    if (const std::optional<DailyBar> now = today(context, stock)) {
        days.insert(days.begin(), *now);
    }
    return days;
}
JsonObject dailyHead(const RestContext& context, const Stock& stock)
{
    const Listing& l = stock.listing();
    const Figures& f = stock.figures();
    const Book book = stock.book();
    const std::vector<DailyBar> yesterday = context.history.days(l, 1);
    const DailyBar before = yesterday.empty() ? DailyBar{} : yesterday.front();
    JsonObject head;
    addChange(head, stock, f.last);
    head.number("stck_prdy_clpr", l.reference)
        .number("acml_vol", f.accVolume)
        .number("acml_tr_pbmn", f.accTurnover)
        .text("hts_kor_isnm", l.instrument.name)
        .number("stck_prpr", f.last)
        .text("stck_shrn_iscd", l.symbol().toString())
        .number("prdy_vol", l.previousVolume)
        .number("stck_mxpr", stock.limits().upper.won())
        .number("stck_llam", stock.limits().lower.won())
        .number("stck_oprc", f.open)
        .number("stck_hgpr", f.high)
        .number("stck_lwpr", f.low)
        .number("stck_prdy_oprc", before.open)
        .number("stck_prdy_hgpr", before.high)
        .number("stck_prdy_lwpr", before.low)
        .number("askp", book.ask[0])
        .number("bidp", book.bid[0])
        .number("prdy_vrss_vol", f.accVolume - l.previousVolume)
        .decimal("vol_tnrt", percentOf(f.accVolume, l.listedShares))
        .number("stck_fcam", l.faceValue)
        .number("lstn_stcn", l.listedShares)
        .number("cpfn", l.listedShares / 1'000 * l.faceValue / 100'000)
        .number("hts_avls", l.marketValueEok())
        .decimal("per", 1'250)
        .decimal("eps", std::int64_t{l.reference} * 8)
        .decimal("pbr", 120)
        .decimal("itewhol_loan_rmnd_ratem", 35);
    return head;
}
}  // namespace

HttpReply inquireMinutesToday(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    const std::optional<int> asked = minuteOf(request.parameter("FID_INPUT_HOUR_1"));
    if (!id) {
        return unknownIssue();
    }
    if (!asked) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [FID_INPUT_HOUR_1] INVALID_CHECK_FIELD_LENGTH");
    }
    const Stock& stock = context.exchange.stockWithBars(*id);
    const QString date = domain::compactDateText(context.exchange.schedule().date);
    const int last = std::min(*asked, context.exchange.now() / 60'000);
    JsonArray rows;
    int count = 0;
    const std::vector<MinuteBar>& bars = stock.bars();
    for (auto bar = bars.rbegin(); bar != bars.rend() && count < kMinutesToday; ++bar) {
        if (bar->minute > last) {
            continue;
        }
        if (count == 0 && bar->minute < last && last == context.exchange.now() / 60'000) {
            // Until its first trade the new minute repeats the previous one's figures.
            MinuteBar fresh = *bar;
            fresh.minute = last;
            fresh.open = fresh.high = fresh.low = fresh.close;
            const bool inSession =
                last * 60'000 < context.exchange.schedule().closingAuction.count();
            if (inSession && bar->minute + 1 == last) {
                rows.add(minuteRow(date, fresh));
                ++count;
            }
        }
        rows.add(minuteRow(date, *bar));
        ++count;
    }
    return okReply("\"output1\":" + chartHead(stock).bytes() + ",\"output2\":" + rows.bytes());
}

HttpReply inquireMinutesPast(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    const std::optional<int> asked = minuteOf(request.parameter("FID_INPUT_HOUR_1"));
    const std::optional<domain::TradingDate> date =
        domain::parseDate(request.parameter("FID_INPUT_DATE_1"));
    if (!id) {
        return unknownIssue();
    }
    if (!asked || !date) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [FID_INPUT_DATE_1] INVALID_CHECK_FIELD_LENGTH");
    }
    const bool isToday = *date == context.exchange.schedule().date;
    const Stock& stock =
        isToday ? context.exchange.stockWithBars(*id) : context.exchange.stock(*id);
    JsonArray rows;
    int count = 0;
    int limit = *asked;
    const bool withPast = request.parameter("FID_PW_DATA_INCU_YN") == u"Y";
    std::vector<domain::TradingDate> days{*date};
    if (withPast) {
        // Rows of the days before fill the page.
        for (const DailyBar& day : context.history.days(stock.listing(), kDailyRows)) {
            if (day.date < *date) {
                days.push_back(day.date);
            }
        }
    }
    for (const domain::TradingDate day : days) {
        const std::vector<MinuteBar> bars = day == context.exchange.schedule().date
                                                ? stock.bars()
                                                : context.history.minutes(stock.listing(), day);
        const QString text = domain::compactDateText(day);
        for (auto bar = bars.rbegin(); bar != bars.rend() && count < kMinutesPast; ++bar) {
            if (bar->minute <= limit) {
                rows.add(minuteRow(text, *bar));
                ++count;
            }
        }
        limit = std::numeric_limits<int>::max();
        if (count >= kMinutesPast) {
            break;
        }
    }
    return okReply("\"output1\":" + chartHead(stock).bytes() + ",\"output2\":" + rows.bytes());
}

HttpReply inquireDailyPrice(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const QString period = request.parameter("FID_PERIOD_DIV_CODE");
    const std::vector<DailyBar> bars =
        joined(allDays(context, stock, 250), period.isEmpty() ? QChar(u'D') : period.at(0));
    JsonArray rows;
    for (std::size_t i = 0; i < bars.size() && i < kDailyRows; ++i) {
        const DailyBar& bar = bars[i];
        const bool hasBefore = i + 1 < bars.size();
        const std::int32_t before = hasBefore ? bars[i + 1].close : bar.open;
        JsonObject row;
        row.text("stck_bsop_date", domain::compactDateText(bar.date))
            .number("stck_oprc", bar.open)
            .number("stck_hgpr", bar.high)
            .number("stck_lwpr", bar.low)
            .number("stck_clpr", bar.close)
            .number("acml_vol", bar.volume)
            .decimal("prdy_vrss_vol_rate",
                     hasBefore ? percentAbove(bar.volume, bars[i + 1].volume) : 0)
            .number("prdy_vrss", bar.close - before)
            .text("prdy_vrss_sign", directionCode(bar.close - before))
            .decimal("prdy_ctrt", percentAbove(bar.close, before))
            .decimal("hts_frgn_ehrt", 2'500 + stock.listing().listedShares % 2'000)
            .number("frgn_ntby_qty", bar.volume / 40 - bar.volume % 37)
            .text("flng_cls_code", "00")
            .decimal("acml_prtt_rate", 0);
        rows.add(row);
    }
    return okReply("\"output\":" + rows.bytes());
}

HttpReply inquireDailyChart(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    const std::optional<domain::TradingDate> from =
        domain::parseDate(request.parameter("FID_INPUT_DATE_1"));
    const std::optional<domain::TradingDate> to =
        domain::parseDate(request.parameter("FID_INPUT_DATE_2"));
    if (!id) {
        return unknownIssue();
    }
    if (!from || !to) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [FID_INPUT_DATE_1] INVALID_CHECK_FIELD_LENGTH");
    }
    const Stock& stock = context.exchange.stock(*id);
    const QString period = request.parameter("FID_PERIOD_DIV_CODE");
    JsonArray rows;
    int count = 0;
    const std::vector<DailyBar> bars =
        joined(allDays(context, stock, 280), period.isEmpty() ? QChar(u'D') : period.at(0));
    for (std::size_t i = 0; i < bars.size() && count < kChartRows; ++i) {
        const DailyBar& bar = bars[i];
        if (bar.date < *from || bar.date > *to) {
            continue;
        }
        const std::int32_t close = i + 1 < bars.size() ? bars[i + 1].close : bar.open;
        JsonObject row;
        row.text("stck_bsop_date", domain::compactDateText(bar.date))
            .number("stck_clpr", bar.close)
            .number("stck_oprc", bar.open)
            .number("stck_hgpr", bar.high)
            .number("stck_lwpr", bar.low)
            .number("acml_vol", bar.volume)
            .number("acml_tr_pbmn", bar.turnover)
            .text("flng_cls_code", "00")
            .decimal("prtt_rate", 0)
            .flag("mod_yn", false)
            .text("prdy_vrss_sign", directionCode(bar.close - close))
            .number("prdy_vrss", bar.close - close)
            .text("revl_issu_reas", "");
        rows.add(row);
        ++count;
    }
    return okReply("\"output1\":" + dailyHead(context, stock).bytes()
                   + ",\"output2\":" + rows.bytes());
}
}  // namespace core::sim
