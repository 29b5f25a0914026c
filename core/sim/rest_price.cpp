#include "core/sim/rest_context.h"

#include <algorithm>

namespace core::sim
{
using domain::InstrumentFlag;

namespace
{
const char* statusCode(const Stock& stock)
{
    const Listing& l = stock.listing();
    return l.has(InstrumentFlag::Administrative) ? "51"
           : l.has(InstrumentFlag::Risk)         ? "52"
           : l.has(InstrumentFlag::Warning)      ? "53"
           : l.has(InstrumentFlag::Caution)      ? "54"
           : stock.figures().halted              ? "58"
           : l.has(InstrumentFlag::Overheated)   ? "59"
           : l.has(InstrumentFlag::FullMargin)   ? "57"
                                                 : "55";
}

struct Extremes
{
    DailyBar high;
    DailyBar low;
};

/// Highest and lowest of the newest `count` days of `bars`.
Extremes extremes(const std::vector<DailyBar>& bars, std::size_t count)
{
    Extremes out{.high = bars.front(), .low = bars.front()};
    for (std::size_t i = 0; i < std::min(count, bars.size()); ++i) {
        if (bars[i].high > out.high.high) {
            out.high = bars[i];
        }
        if (bars[i].low < out.low.low) {
            out.low = bars[i];
        }
    }
    return out;
}

/// Today's range joins the past days'.
std::vector<DailyBar> withToday(const RestContext& context, const Stock& stock)
{
    std::vector<DailyBar> bars = context.history.days(stock.listing(), 250);
    const Figures& f = stock.figures();
    if (f.open != 0) {
        bars.insert(bars.begin(), {.date = context.exchange.schedule().date,
                                   .open = f.open,
                                   .high = f.high,
                                   .low = f.low,
                                   .close = f.last,
                                   .volume = f.accVolume,
                                   .turnover = f.accTurnover});
    }
    return bars;
}

void addPivots(JsonObject& out, const DailyBar& before)
{
    const std::int64_t pivot = (std::int64_t{before.high} + before.low + before.close) / 3;
    out.number("pvt_scnd_dmrs_prc", pivot + before.high - before.low)
        .number("pvt_frst_dmrs_prc", 2 * pivot - before.low)
        .number("pvt_pont_val", pivot)
        .number("pvt_frst_dmsp_prc", 2 * pivot - before.high)
        .number("pvt_scnd_dmsp_prc", pivot - before.high + before.low)
        .number("dmrs_val", (2 * pivot - before.low + before.high) / 2)
        .number("dmsp_val", (2 * pivot - before.high + before.low) / 2);
}

void addExtremes(JsonObject& out, const std::vector<DailyBar>& bars, std::int32_t last)
{
    const Extremes year = extremes(bars, 250);
    const auto sinceJanuary =
        static_cast<std::size_t>(std::count_if(bars.begin(), bars.end(), [&](const DailyBar& bar) {
            return bar.date.year() == bars.front().date.year();
        }));
    const Extremes thisYear = extremes(bars, sinceJanuary);
    const auto date = [](const DailyBar& bar) { return domain::compactDateText(bar.date); };
    out.number("d250_hgpr", year.high.high)
        .text("d250_hgpr_date", date(year.high))
        .decimal("d250_hgpr_vrss_prpr_rate", percentAbove(last, year.high.high))
        .number("d250_lwpr", year.low.low)
        .text("d250_lwpr_date", date(year.low))
        .decimal("d250_lwpr_vrss_prpr_rate", percentAbove(last, year.low.low))
        .number("stck_dryy_hgpr", thisYear.high.high)
        .decimal("dryy_hgpr_vrss_prpr_rate", percentAbove(last, thisYear.high.high))
        .text("dryy_hgpr_date", date(thisYear.high))
        .number("stck_dryy_lwpr", thisYear.low.low)
        .decimal("dryy_lwpr_vrss_prpr_rate", percentAbove(last, thisYear.low.low))
        .text("dryy_lwpr_date", date(thisYear.low))
        .number("w52_hgpr", year.high.high)
        .decimal("w52_hgpr_vrss_prpr_ctrt", percentAbove(last, year.high.high))
        .text("w52_hgpr_date", date(year.high))
        .number("w52_lwpr", year.low.low)
        .decimal("w52_lwpr_vrss_prpr_ctrt", percentAbove(last, year.low.low))
        .text("w52_lwpr_date", date(year.low));
}

void addTraded(JsonObject& out, const Stock& stock)
{
    const Figures& f = stock.figures();
    out.number("stck_prpr", f.last);
    addChange(out, stock, f.last);
    out.number("acml_tr_pbmn", f.accTurnover)
        .number("acml_vol", f.accVolume)
        .decimal("prdy_vrss_vol_rate", percentOf(f.accVolume, stock.listing().previousVolume))
        .number("stck_oprc", f.open)
        .number("stck_hgpr", f.high)
        .number("stck_lwpr", f.low)
        .number("stck_mxpr", stock.limits().upper.won())
        .number("stck_llam", stock.limits().lower.won())
        .number("stck_sdpr", stock.listing().reference);
}

const char* limitClass(const Stock& stock)
{
    const std::int32_t last = stock.figures().last;
    return last >= stock.limits().upper.won()   ? "1"
           : last <= stock.limits().lower.won() ? "4"
                                                : "0";
}

void addPriceState(JsonObject& out, const Stock& stock)
{
    const Listing& l = stock.listing();
    const Figures& f = stock.figures();
    out.decimal("whol_loan_rmnd_rate", 35)
        .flag("ssts_yn", l.has(InstrumentFlag::Kospi200) || l.has(InstrumentFlag::Kosdaq150))
        .text("stck_shrn_iscd", l.symbol().toString())
        .text("fcam_cnnm", QString::number(l.faceValue))
        .text("cpfn_cnnm",
              QStringLiteral("%1 억").arg(l.listedShares / 1'000 * l.faceValue / 100'000))
        .text("apprch_rate", "")
        .number("frgn_hldn_qty", l.listedShares / 4)
        .flag("vi_cls_code", f.inVi)
        .flag("ovtm_vi_cls_code", false)
        .number("last_ssts_cntg_qty", f.accVolume / 200)
        .flag("invt_caful_yn", l.has(InstrumentFlag::CautionReminder))
        .text("mrkt_warn_cls_code", alarmCode(l))
        .flag("short_over_yn", l.has(InstrumentFlag::Overheated))
        .flag("sltr_yn", l.has(InstrumentFlag::Liquidation))
        .flag("mang_issu_cls_code", l.has(InstrumentFlag::Administrative));
}

void addStateNames(JsonObject& out, const Listing& l)
{
    out.text("new_lstn_cls_name", "")
        .text("vlnt_deal_cls_name", "")
        .text("flng_cls_name", l.has(InstrumentFlag::ExRights) ? "권리락" : "")
        .text("revl_issu_reas_name", "")
        .text("mrkt_warn_cls_name", l.has(InstrumentFlag::Risk)      ? "투자위험"
                                    : l.has(InstrumentFlag::Warning) ? "투자경고"
                                    : l.has(InstrumentFlag::Caution) ? "투자주의"
                                                                     : "");
}

/// The second half of search-stock-info: names, prices, eligibility.
void addProductNames(const RestContext& context, JsonObject& out, const Stock& stock)
{
    const Listing& l = stock.listing();
    const bool etf = l.instrument.group == domain::SecurityGroup::Etf;
    const QString name = l.instrument.name;
    const bool onNxt = l.has(InstrumentFlag::Kospi200) || l.has(InstrumentFlag::Kosdaq150);
    for (const char* empty : {"mfnd_opng_dt", "mfnd_end_dt", "dpsi_erlm_cncl_dt"}) {
        out.text(empty, "");
    }
    out.number("etf_cu_qty", etf ? 100'000 : 0)
        .text("prdt_name", name)
        .text("prdt_name120", name)
        .text("prdt_abrv_name", name)
        .text("std_pdno", l.instrument.isin)
        .text("prdt_eng_name", QStringLiteral("Issue ") + l.symbol().toString())
        .text("prdt_eng_name120", QStringLiteral("Issue ") + l.symbol().toString())
        .text("prdt_eng_abrv_name", l.symbol().toString())
        .flag("dpsi_aptm_erlm_yn", true)
        .text("etf_txtn_type_cd", etf ? "01" : "00")
        .text("etf_type_cd", "")
        .text("lstg_abol_dt", "")
        .text("nwst_odst_dvsn_cd", "1")
        .number("sbst_pric", l.reference * 7LL / 10)
        .number("thco_sbst_pric", l.reference * 7LL / 10)
        .text("thco_sbst_pric_chng_dt", domain::compactDateText(context.exchange.schedule().date))
        .flag("tr_stop_yn", stock.figures().halted)
        .flag("admn_item_yn", l.has(InstrumentFlag::Administrative))
        .number("thdt_clpr", stock.figures().last)
        .number("bfdy_clpr", l.reference)
        .text("clpr_chng_dt", domain::compactDateText(context.exchange.schedule().date))
        .text("std_idst_clsf_cd", "032601")
        .text("std_idst_clsf_cd_name", industryName(l))
        .text("idx_bztp_lcls_cd_name", marketName(l))
        .text("idx_bztp_mcls_cd_name", industryName(l))
        .text("idx_bztp_scls_cd_name", industryName(l))
        .text("ocr_no", "")
        .flag("crfd_item_yn", false)
        .flag("elec_scty_yn", true)
        .text("issu_istt_cd", l.symbol().toString().left(5))
        .text("etf_chas_erng_rt_dbnb", etf ? "1" : "0")
        .flag("etf_etn_ivst_heed_item_yn", false)
        .text("stln_int_rt_dvsn_cd", "01")
        .text("frnr_psnl_lmt_rt", "0.00000000")
        .text("lstg_rqsr_issu_istt_cd", "")
        .text("lstg_rqsr_item_cd", "")
        .text("trst_istt_issu_istt_cd", "")
        .flag("cptt_trad_tr_psbl_yn", onNxt)
        .flag("nxt_tr_stop_yn", stock.figures().halted);
}
}  // namespace

HttpReply inquirePrice(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const Listing& l = stock.listing();
    const Figures& f = stock.figures();
    const std::vector<DailyBar> bars = withToday(context, stock);
    const DailyBar& before = bars[f.open != 0 && bars.size() > 1 ? 1 : 0];
    JsonObject out;
    out.text("iscd_stat_cls_code", statusCode(stock))
        .text("marg_rate", l.has(InstrumentFlag::FullMargin) ? "100.00" : "40.00")
        .text("rprs_mrkt_kor_name", marketName(l))
        .text("new_hgpr_lwpr_cls_code", "")
        .text("bstp_kor_isnm", industryName(l))
        .flag("temp_stop_yn", f.halted)
        .flag("oprc_rang_cont_yn", false)
        .flag("clpr_rang_cont_yn", false)
        .flag("crdt_able_yn", !l.has(InstrumentFlag::FullMargin) && !l.isFund())
        .text("grmn_rate_cls_code", "40")
        .flag("elw_pblc_yn", l.has(InstrumentFlag::Kospi200));
    addTraded(out, stock);
    out.decimal("wghn_avrg_stck_prc",
                f.accVolume == 0
                    ? 0
                    : static_cast<std::int64_t>(static_cast<double>(f.accTurnover) * 100.0
                                                / static_cast<double>(f.accVolume)))
        .decimal("hts_frgn_ehrt", 2'500 + l.listedShares % 2'000)
        .number("frgn_ntby_qty", f.accVolume / 50 - l.listedShares % 97)
        .number("pgtr_ntby_qty", f.accVolume / 70 - l.listedShares % 89);
    addPivots(out, before);
    out.number("cpfn", l.listedShares / 1'000 * l.faceValue / 100'000)
        .number("rstc_wdth_prc", stock.limits().upper.won() - l.reference)
        .number("stck_fcam", l.faceValue)
        .number("stck_sspr", l.reference * 7LL / 10)
        .number("aspr_unit", domain::priceStep(domain::Price::fromWon(f.last), l.steps()).won)
        .number("hts_deal_qty_unit_val", 1)
        .number("lstn_stcn", l.listedShares)
        .number("hts_avls", l.listedShares / 1'000 * f.last / 100'000)
        .decimal("per", 1'250)
        .decimal("pbr", 120)
        .text("stac_month", "12")
        .decimal("vol_tnrt", percentOf(f.accVolume, l.listedShares))
        .decimal("eps", std::int64_t{l.reference} * 8)
        .decimal("bps", std::int64_t{l.reference} * 83);
    addExtremes(out, bars, f.last);
    addPriceState(out, stock);
    return okReply("\"output\":" + out.bytes());
}

HttpReply inquirePrice2(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = marketRefusal(request)) {
        return *refusal;
    }
    const std::optional<StockId> id = requestedStock(context, request);
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const Listing& l = stock.listing();
    const Figures& f = stock.figures();
    JsonObject out;
    out.text("rprs_mrkt_kor_name", marketName(l))
        .text("new_hgpr_lwpr_cls_code", "0")
        .text("mxpr_llam_cls_code", limitClass(stock))
        .flag("crdt_able_yn", !l.has(InstrumentFlag::FullMargin) && !l.isFund())
        .number("stck_mxpr", stock.limits().upper.won())
        .flag("elw_pblc_yn", l.has(InstrumentFlag::Kospi200))
        .decimal("prdy_clpr_vrss_oprc_rate", f.open == 0 ? 0 : percentAbove(f.open, l.reference))
        .text("crdt_rate", "0.00")
        .text("marg_rate", l.has(InstrumentFlag::FullMargin) ? "100.00" : "40.00")
        .number("lwpr_vrss_prpr", f.low == 0 ? 0 : f.last - f.low)
        .text("lwpr_vrss_prpr_sign", directionCode(f.low == 0 ? 0 : f.last - f.low))
        .decimal("prdy_clpr_vrss_lwpr_rate", f.low == 0 ? 0 : percentAbove(f.low, l.reference))
        .number("stck_lwpr", f.low)
        .number("hgpr_vrss_prpr", f.high == 0 ? 0 : f.last - f.high)
        .text("hgpr_vrss_prpr_sign", directionCode(f.high == 0 ? 0 : f.last - f.high))
        .decimal("prdy_clpr_vrss_hgpr_rate", f.high == 0 ? 0 : percentAbove(f.high, l.reference))
        .number("stck_hgpr", f.high)
        .number("oprc_vrss_prpr", f.open == 0 ? 0 : f.last - f.open)
        .text("oprc_vrss_prpr_sign", directionCode(f.open == 0 ? 0 : f.last - f.open))
        .flag("mang_issu_yn", l.has(InstrumentFlag::Administrative))
        .text("divi_app_cls_code", "")
        .flag("short_over_yn", l.has(InstrumentFlag::Overheated))
        .text("mrkt_warn_cls_code", alarmCode(l))
        .flag("invt_caful_yn", l.has(InstrumentFlag::CautionReminder))
        .flag("stange_runup_yn", l.has(InstrumentFlag::AbnormalSurge))
        .flag("ssts_hot_yn", false)
        .flag("low_current_yn", l.has(InstrumentFlag::LowLiquidity))
        .flag("vi_cls_code", f.inVi)
        .text("short_over_cls_code", l.has(InstrumentFlag::Overheated)          ? "2"
                                     : l.has(InstrumentFlag::OverheatAnnounced) ? "1"
                                                                                : "0")
        .number("stck_llam", stock.limits().lower.won());
    addStateNames(out, l);
    out.number("stck_sdpr", l.reference)
        .text("bstp_cls_code", l.instrument.market == domain::Market::Kospi ? "0013" : "1013")
        .number("stck_prdy_clpr", l.reference)
        .flag("insn_pbnt_yn", l.has(InstrumentFlag::UnfaithfulDisclosure))
        .text("fcam_mod_cls_name", l.has(InstrumentFlag::FaceValueChange) ? "액면분할" : "")
        .number("stck_prpr", f.last);
    addChange(out, stock, f.last);
    out.number("acml_tr_pbmn", f.accTurnover)
        .number("acml_vol", f.accVolume)
        .decimal("prdy_vrss_vol_rate", percentOf(f.accVolume, l.previousVolume))
        .text("bstp_kor_isnm", industryName(l))
        .flag("sltr_yn", l.has(InstrumentFlag::Liquidation))
        .flag("trht_yn", f.halted)
        .flag("oprc_rang_cont_yn", false)
        .text("vlnt_fin_cls_code", "")
        .number("stck_oprc", f.open)
        .number("prdy_vol", l.previousVolume);
    return okReply("\"output\":" + out.bytes());
}

HttpReply searchStockInfo(RestContext& context, const HttpRequest& request)
{
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(request.parameter("PDNO"));
    const std::optional<StockId> id = symbol ? context.exchange.find(*symbol) : std::nullopt;
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const Listing& l = stock.listing();
    const bool kospi = l.instrument.market == domain::Market::Kospi;
    const bool etf = l.instrument.group == domain::SecurityGroup::Etf;
    const bool etn = l.instrument.group == domain::SecurityGroup::Etn;
    const QString listed =
        l.instrument.listed ? domain::compactDateText(*l.instrument.listed) : QString{};
    const QString capital = QString::number(l.listedShares * l.faceValue);
    JsonObject out;
    out.text("pdno", l.symbol().toString().prepend(QStringLiteral("A")).rightJustified(12, u'0'))
        .text("prdt_type_cd", "300")
        .text("mket_id_cd", kospi ? "STK" : "KSQ")
        .text("scty_grp_id_cd", etf   ? "EF"
                                : etn ? "EN"
                                      : "ST")
        .text("excg_dvsn_cd", kospi ? "02" : "03")
        .text("setl_mmdd", "12")
        .number("lstg_stqt", l.listedShares)
        .text("lstg_cptl_amt", capital)
        .text("cpta", capital)
        .number("papr", l.faceValue)
        .number("issu_pric", l.reference)
        .flag("kospi200_item_yn", l.has(InstrumentFlag::Kospi200))
        .text("scts_mket_lstg_dt", kospi ? listed : QString{})
        .text("scts_mket_lstg_abol_dt", "")
        .text("kosdaq_mket_lstg_dt", kospi ? QString{} : listed)
        .text("kosdaq_mket_lstg_abol_dt", "")
        .text("frbd_mket_lstg_dt", "")
        .text("frbd_mket_lstg_abol_dt", "")
        .text("reits_kind_cd", l.instrument.group == domain::SecurityGroup::Reit ? "1" : "")
        .text("etf_dvsn_cd", etf ? "02" : "")
        .flag("oilf_fund_yn", false)
        .text("idx_bztp_lcls_cd", kospi ? "002" : "004")
        .text("idx_bztp_mcls_cd", "013")
        .text("idx_bztp_scls_cd", "013")
        .text("stck_kind_cd", l.has(InstrumentFlag::Preferred) ? "201" : "101");
    addProductNames(context, out, stock);
    return okReply("\"output\":" + out.bytes(), "KIOK0530");
}
}  // namespace core::sim
