#include "core/sim/rest_context.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::sim
{
namespace
{
/// The refusal for another account than the simulated one; else null.
std::optional<HttpReply> accountRefusal(const RestContext& context, const QString& number,
                                        const QString& product)
{
    if (number == context.credentials.accountNumber()
        && product == context.credentials.accountProduct()) {
        return std::nullopt;
    }
    return refusalReply(200, "2", "OPSQ2000", "ERROR : INPUT INVALID_CHECK_ACNO");
}

std::optional<HttpReply> accountRefusal(const RestContext& context, const HttpRequest& request)
{
    return accountRefusal(context, request.parameter("CANO"), request.parameter("ACNT_PRDT_CD"));
}

QByteArray emptyKeys()
{
    const QByteArray blank(100, ' ');
    return "\"ctx_area_fk100\":\"" + blank + "\",\"ctx_area_nk100\":\"" + blank + "\",";
}
}  // namespace

HttpReply inquireBalance(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    const std::int64_t cash = context.options.startCash.value();
    JsonObject totals;
    totals.number("dnca_tot_amt", cash)
        .number("nxdy_excc_amt", cash)
        .number("prvs_rcdl_excc_amt", cash);
    for (const char* zero : {"cma_evlu_amt", "bfdy_buy_amt", "thdt_buy_amt", "nxdy_auto_rdpt_amt",
                             "bfdy_sll_amt", "thdt_sll_amt", "d2_auto_rdpt_amt", "bfdy_tlex_amt",
                             "thdt_tlex_amt", "tot_loan_amt", "scts_evlu_amt"}) {
        totals.number(zero, 0);
    }
    totals.number("tot_evlu_amt", cash).number("nass_amt", cash).text("fncg_gld_auto_rdpt_yn", "");
    for (const char* zero :
         {"pchs_amt_smtl_amt", "evlu_amt_smtl_amt", "evlu_pfls_smtl_amt", "tot_stln_slng_chgs"}) {
        totals.number(zero, 0);
    }
    totals.number("bfdy_tot_asst_evlu_amt", cash)
        .number("asst_icdc_amt", 0)
        .text("asst_icdc_erng_rt", "0.00000000");
    JsonArray second;
    second.add(totals);
    return okReply(emptyKeys() + "\"output1\":[],\"output2\":" + second.bytes(),
                   context.options.profile == Profile::Real ? "KIOK0510" : "20310000");
}

HttpReply inquireBuyingPower(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    const std::int64_t cash = context.options.startCash.value();
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(request.parameter("PDNO"));
    const std::optional<StockId> id = symbol ? context.exchange.find(*symbol) : std::nullopt;
    if (!request.parameter("PDNO").isEmpty() && !id) {
        return unknownIssue();
    }
    std::int64_t price = request.parameter("ORD_UNPR").toLongLong();
    if (id && (price <= 0 || request.parameter("ORD_DVSN") == u"01")) {
        // Types without a price are margined at the upper limit.
        price = context.exchange.stock(*id).limits().upper.won();
    }
    // Fees are kept back: 0.0140527 %.
    const std::int64_t usable = cash * 9'998 / 10'000;
    const std::int64_t quantity = id && price > 0 ? usable / price : 0;
    JsonObject out;
    out.number("ord_psbl_cash", cash)
        .number("ord_psbl_sbst", 0)
        .number("ruse_psbl_amt", 0)
        .number("fund_rpch_chgs", 0)
        .number("psbl_qty_calc_unpr", id ? price : 0)
        .number("nrcvb_buy_amt", usable)
        .number("nrcvb_buy_qty", quantity)
        .number("max_buy_amt", usable * 5 / 2)
        .number("max_buy_qty", id && price > 0 ? usable * 5 / 2 / price : 0)
        .number("cma_evlu_amt", 0)
        .number("ovrs_re_use_amt_wcrc", 0)
        .number("ord_psbl_frcr_amt_wcrc", 0);
    return okReply("\"output\":" + out.bytes(),
                   context.options.profile == Profile::Real ? "KIOK0420" : "20310000");
}

HttpReply inquireDailyOrders(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    if (!domain::parseDate(request.parameter("INQR_STRT_DT"))
        || !domain::parseDate(request.parameter("INQR_END_DT"))) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [INQR_STRT_DT] INVALID_CHECK_FIELD_LENGTH");
    }
    JsonObject totals;
    totals.number("tot_ord_qty", 0)
        .number("tot_ccld_qty", 0)
        .number("tot_ccld_amt", 0)
        .number("prsm_tlex_smtl", 0)
        .text("pchs_avg_pric", "0.0000");
    return okReply(emptyKeys() + "\"output1\":[],\"output2\":" + totals.bytes(), "KIOK0560");
}

HttpReply inquireOpenOrders(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    return okReply(emptyKeys() + "\"output\":[]", "KIOK0560");
}

/// The matching engine is not there yet, and an order must never look accepted: the account is
/// closed to orders, in the codes the two hosts use for that.
HttpReply orderRefused(RestContext& context, const HttpRequest& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (const auto refusal = accountRefusal(context, body.value(u"CANO").toString(),
                                            body.value(u"ACNT_PRDT_CD").toString())) {
        return *refusal;
    }
    return context.options.profile == Profile::Real
               ? refusalReply(200, "7", "APBK0918",
                              "장운영시간이 아닙니다.(모의시장은 아직 주문을 받지 않습니다)")
               : refusalReply(500, "1", "40910000", "모의투자 주문이 불가한 계좌입니다.");
}
}  // namespace core::sim
