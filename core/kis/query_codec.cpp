#include "core/kis/query_codec.h"

#include "core/kis/json_fields.h"

#include <QJsonArray>

#include <algorithm>

namespace core::kis
{
namespace
{
using domain::Bar;
using domain::MinuteBarsReply;
using domain::PriceReply;
using domain::RankingList;
using domain::Symbol;
using domain::Won;

constexpr std::chrono::milliseconds kChartDeadline{10'000};
constexpr std::size_t kBarsACall = 30;
const QString kQuotations = QStringLiteral("/uapi/domestic-stock/v1/quotations/");
const QString kRanking = QStringLiteral("/uapi/domestic-stock/v1/ranking/");

base::Error malformed(const char* what)
{
    return {base::ErrorCode::Malformed, QLatin1String(what)};
}

QString lit(const char* text)
{
    return QString::fromLatin1(text);
}

RestRequest volumeRank(const char* sortBy)
{
    // Left out: risk and warning, administrative, liquidation, unfaithful, preferred, halted,
    // ETF, ETN; kept: no-credit; left out: SPAC. Nine target flags: every margin rate.
    return {.path = kQuotations + lit("volume-rank"),
            .transactionId = lit("FHPST01710000"),
            .query = {{lit("FID_COND_MRKT_DIV_CODE"), lit("J")},
                      {lit("FID_COND_SCR_DIV_CODE"), lit("20171")},
                      {lit("FID_INPUT_ISCD"), lit("0000")},
                      {lit("FID_DIV_CLS_CODE"), lit("0")},
                      {lit("FID_BLNG_CLS_CODE"), lit(sortBy)},
                      {lit("FID_TRGT_CLS_CODE"), lit("111111111")},
                      {lit("FID_TRGT_EXLS_CLS_CODE"), lit("1111111101")},
                      {lit("FID_INPUT_PRICE_1"), {}},
                      {lit("FID_INPUT_PRICE_2"), {}},
                      {lit("FID_VOL_CNT"), {}},
                      {lit("FID_INPUT_DATE_1"), {}}},
            .lane = Lane::Ranking};
}

RestRequest fluctuation()
{
    return {.path = kRanking + lit("fluctuation"),
            .transactionId = lit("FHPST01700000"),
            .query = {{lit("fid_cond_mrkt_div_code"), lit("J")},
                      {lit("fid_cond_scr_div_code"), lit("20170")},
                      {lit("fid_input_iscd"), lit("0000")},
                      {lit("fid_rank_sort_cls_code"), lit("0")},
                      {lit("fid_input_cnt_1"), lit("0")},
                      {lit("fid_prc_cls_code"), lit("0")},
                      {lit("fid_input_price_1"), {}},
                      {lit("fid_input_price_2"), {}},
                      {lit("fid_vol_cnt"), {}},
                      {lit("fid_trgt_cls_code"), lit("0")},
                      {lit("fid_trgt_exls_cls_code"), lit("0")},
                      {lit("fid_div_cls_code"), lit("0")},
                      {lit("fid_rsfl_rate1"), {}},
                      {lit("fid_rsfl_rate2"), {}}},
            .lane = Lane::Ranking};
}

RestRequest volumePower()
{
    return {.path = kRanking + lit("volume-power"),
            .transactionId = lit("FHPST01680000"),
            .query = {{lit("fid_cond_mrkt_div_code"), lit("J")},
                      {lit("fid_cond_scr_div_code"), lit("20168")},
                      {lit("fid_input_iscd"), lit("0000")},
                      {lit("fid_div_cls_code"), lit("0")},
                      {lit("fid_input_price_1"), {}},
                      {lit("fid_input_price_2"), {}},
                      {lit("fid_vol_cnt"), {}},
                      {lit("fid_trgt_cls_code"), lit("0")},
                      {lit("fid_trgt_exls_cls_code"), lit("0")}},
            .lane = Lane::Ranking};
}

bool isYes(const QJsonObject& row, QLatin1String name)
{
    return textOf(row, name) == u"Y";
}

// One row of the minute chart, before it is put in relation to its neighbours.
struct MinuteRow
{
    domain::Timestamp start{};
    std::int64_t open = 0;
    std::int64_t high = 0;
    std::int64_t low = 0;
    std::int64_t close = 0;
    std::int64_t volume = 0;
    std::optional<std::int64_t> accTurnover;
};

base::Result<MinuteRow> minuteRow(const QJsonObject& object, domain::TradingDate date)
{
    const auto time = timeOf(object, QLatin1String("stck_cntg_hour"));
    const auto volume = wholeOf(object, QLatin1String("cntg_vol"));
    MinuteRow row;
    row.open = priceOf(object, QLatin1String("stck_oprc")).won();
    row.high = priceOf(object, QLatin1String("stck_hgpr")).won();
    row.low = priceOf(object, QLatin1String("stck_lwpr")).won();
    row.close = priceOf(object, QLatin1String("stck_prpr")).won();
    row.accTurnover = wholeOf(object, QLatin1String("acml_tr_pbmn"));
    const bool prices = row.open > 0 && row.low > 0 && row.close > 0 && row.high >= row.low;
    if (!time || !volume || *volume < 0 || !prices) {
        return malformed("minute bars: a row without time, volume or prices");
    }
    row.volume = *volume;
    row.start = std::chrono::floor<std::chrono::minutes>(domain::fromKst(date, *time));
    return row;
}

Bar barOf(const MinuteRow& row, const MinuteRow* older)
{
    Bar bar;
    bar.startMinute = static_cast<std::int32_t>(
        std::chrono::duration_cast<std::chrono::minutes>(row.start.time_since_epoch()).count());
    bar.open = static_cast<std::int32_t>(row.open);
    bar.high = static_cast<std::int32_t>(row.high);
    bar.low = static_cast<std::int32_t>(row.low);
    bar.close = static_cast<std::int32_t>(row.close);
    bar.volume = row.volume;
    const bool linked = older != nullptr && older->accTurnover && row.accTurnover
                        && *row.accTurnover > *older->accTurnover;
    bar.turnover = linked ? *row.accTurnover - *older->accTurnover : row.volume * row.close;
    bar.mark(Bar::kWarmUp);
    return bar;
}

// Newest first in, newest first out: the accumulated volume at the end of each row, where the
// answer's own totals are those of its newest row.
std::vector<std::int64_t> vwapsOf(const std::vector<MinuteRow>& rows, const QJsonObject& totals)
{
    std::vector<std::int64_t> vwaps(rows.size(), 0);
    const auto total = wholeOf(totals, QLatin1String("acml_vol"));
    const auto turnover = wholeOf(totals, QLatin1String("acml_tr_pbmn"));
    if (rows.empty() || !total || !turnover || rows.front().accTurnover != turnover) {
        return vwaps;
    }
    constexpr std::int64_t kCents = 100;
    std::int64_t accumulated = *total;
    for (std::size_t i = 0; i < rows.size() && accumulated > 0; ++i) {
        std::int64_t cents = 0;
        if (rows[i].accTurnover && !__builtin_mul_overflow(*rows[i].accTurnover, kCents, &cents)) {
            vwaps[i] = cents / accumulated;
        }
        accumulated -= rows[i].volume;
    }
    return vwaps;
}
}  // namespace

RestRequest rankingRequest(RankingList list)
{
    switch (list) {
    case RankingList::TradedValue:
        return volumeRank("3");
    case RankingList::VolumeSurge:
        return volumeRank("1");
    case RankingList::FluctuationUp:
        return fluctuation();
    case RankingList::TradeStrength:
        return volumePower();
    }
    return {};
}

base::Result<std::vector<Symbol>> decodeRanking(const RestReply& reply)
{
    if (reply.verdict != RestVerdict::Empty
        && member(reply.body, QLatin1String("output")).isUndefined()) {
        return malformed("ranking: no list in the answer");
    }
    std::vector<Symbol> symbols;
    for (const QJsonObject& row : rowsOf(reply.body, QLatin1String("output"))) {
        QString code = textOf(row, QLatin1String("mksc_shrn_iscd"));
        if (code.isEmpty()) {
            code = textOf(row, QLatin1String("stck_shrn_iscd"));
        }
        if (const auto symbol = Symbol::parse(QStringView{code})) {
            symbols.push_back(*symbol);
        }
    }
    return symbols;
}

RestRequest minuteBarsRequest(const Symbol& symbol, domain::TimeOfDay until)
{
    return {.path = kQuotations + lit("inquire-time-itemchartprice"),
            .transactionId = lit("FHKST03010200"),
            .query = {{lit("FID_ETC_CLS_CODE"), {}},
                      {lit("FID_COND_MRKT_DIV_CODE"), lit("J")},
                      {lit("FID_INPUT_ISCD"), symbol.toString()},
                      {lit("FID_INPUT_HOUR_1"), domain::compactTimeText(until)},
                      {lit("FID_PW_DATA_INCU_YN"), lit("Y")}},
            .lane = Lane::Chart,
            .deadline = kChartDeadline};
}

base::Result<MinuteBarsReply> decodeMinuteBars(const Symbol& symbol, const RestReply& reply,
                                               domain::Timestamp now)
{
    if (reply.verdict != RestVerdict::Empty
        && member(reply.body, QLatin1String("output2")).isUndefined()) {
        return malformed("minute bars: no rows in the answer");
    }
    const domain::TradingDate today = domain::kstDate(now);
    std::vector<MinuteRow> rows;
    for (const QJsonObject& object : rowsOf(reply.body, QLatin1String("output2"))) {
        const QString day = textOf(object, QLatin1String("stck_bsop_date"));
        if (domain::parseDate(day) != today) {
            continue;  // Before the open the broker returns the last session's.
        }
        const base::Result<MinuteRow> row = minuteRow(object, today);
        if (!row) {
            return row.error();
        }
        rows.push_back(*row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const MinuteRow& a, const MinuteRow& b) { return a.start > b.start; });
    const auto forming = std::chrono::floor<std::chrono::minutes>(now);
    if (rows.size() > 1 && rows[0].start >= forming && rows[0].accTurnover
        && rows[0].accTurnover == rows[1].accTurnover) {
        rows[0].volume = 0;  // Until its first trade a new minute shows the last one's volume.
    }
    const auto totals = rowsOf(reply.body, QLatin1String("output1"));
    const std::vector<std::int64_t> vwaps =
        vwapsOf(rows, totals.empty() ? QJsonObject{} : totals.front());

    MinuteBarsReply bars{.symbol = symbol, .ok = true, .bars = {}, .vwapCents = {}};
    bars.reachesOpen = rows.size() < kBarsACall;
    for (std::size_t i = rows.size(); i-- > 0;) {
        const bool complete = rows[i].start < forming;
        const bool twin = i + 1 < rows.size() && rows[i].start == rows[i + 1].start;
        if (complete && rows[i].volume > 0 && !twin) {
            bars.bars.push_back(barOf(rows[i], i + 1 < rows.size() ? &rows[i + 1] : nullptr));
            bars.vwapCents.push_back(vwaps[i]);
        }
    }
    return bars;
}

RestRequest priceRequest(const Symbol& symbol)
{
    return {.path = kQuotations + lit("inquire-price"),
            .transactionId = lit("FHKST01010100"),
            .query = {{lit("FID_COND_MRKT_DIV_CODE"), lit("J")},
                      {lit("FID_INPUT_ISCD"), symbol.toString()}},
            .lane = Lane::Price};
}

base::Result<PriceReply> decodePrice(const Symbol& symbol, const RestReply& reply)
{
    const auto rows = rowsOf(reply.body, QLatin1String("output"));
    if (rows.empty()) {
        return malformed("price: no output in the answer");
    }
    const QJsonObject& row = rows.front();
    const auto volume = wholeOf(row, QLatin1String("acml_vol"));
    const auto turnover = wholeOf(row, QLatin1String("acml_tr_pbmn"));
    const QString status = textOf(row, QLatin1String("iscd_stat_cls_code"));
    const QString warning = textOf(row, QLatin1String("mrkt_warn_cls_code"));
    PriceReply price;
    price.symbol = symbol;
    price.ok = true;
    price.price = priceOf(row, QLatin1String("stck_prpr"));
    if (price.price.won() == 0 || !volume || !turnover) {
        return malformed("price: no price or no accumulated figures in the answer");
    }
    price.base = priceOf(row, QLatin1String("stck_sdpr"));
    price.upperLimit = priceOf(row, QLatin1String("stck_mxpr"));
    price.lowerLimit = priceOf(row, QLatin1String("stck_llam"));
    price.open = priceOf(row, QLatin1String("stck_oprc"));
    price.high = priceOf(row, QLatin1String("stck_hgpr"));
    price.low = priceOf(row, QLatin1String("stck_lwpr"));
    price.accVolume = domain::Quantity{*volume};
    price.accTurnover = Won{*turnover};
    price.halted = status == u"58" || isYes(row, QLatin1String("temp_stop_yn"));
    price.viActive = isYes(row, QLatin1String("vi_cls_code"));
    price.administrative = status == u"51" || isYes(row, QLatin1String("mang_issu_cls_code"));
    price.liquidation = isYes(row, QLatin1String("sltr_yn"));
    price.overheated = status == u"59" || isYes(row, QLatin1String("short_over_yn"));
    price.warned = status == u"52" || status == u"53" || warning == u"02" || warning == u"03";
    return price;
}

RestRequest holidayRequest(domain::TradingDate from)
{
    return {.path = kQuotations + lit("chk-holiday"),
            .transactionId = lit("CTCA0903R"),
            .query = {{lit("BASS_DT"), domain::compactDateText(from)},
                      {lit("CTX_AREA_FK"), {}},
                      {lit("CTX_AREA_NK"), {}}},
            .lane = Lane::Account};
}

base::Result<std::map<domain::TradingDate, bool>> decodeHolidays(const RestReply& reply)
{
    std::map<domain::TradingDate, bool> days;
    for (const QJsonObject& row : rowsOf(reply.body, QLatin1String("output"))) {
        const auto date = domain::parseDate(textOf(row, QLatin1String("bass_dt")));
        const QString open = textOf(row, QLatin1String("opnd_yn"));
        if (date && (open == u"Y" || open == u"N")) {
            days[*date] = open == u"Y";
        }
    }
    if (days.empty()) {
        return malformed("holidays: no days in the answer");
    }
    return days;
}
}  // namespace core::kis
