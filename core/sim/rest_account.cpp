#include "core/sim/rest_context.h"

#include <algorithm>

namespace core::sim
{
namespace
{
std::optional<HttpReply> accountRefusal(const RestContext& context, const HttpRequest& request)
{
    return accountRefusal(context, request.parameter("CANO"), request.parameter("ACNT_PRDT_CD"));
}

/// The largest amount that still leaves room for its commission.
std::int64_t spendable(const RestContext& context, std::int64_t cash)
{
    const auto needed = [&](std::int64_t amount) {
        return amount + domain::chargeDown(domain::Won{amount}, context.options.commission).value();
    };
    std::int64_t low = 0;
    std::int64_t high = cash;
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (needed(middle) <= cash) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/// Won per share with four decimals.
QString averageText(std::int64_t amount, std::int64_t quantity)
{
    if (quantity == 0) {
        return QStringLiteral("0.0000");
    }
    const std::int64_t whole = amount / quantity;
    const std::int64_t rest = (amount % quantity) * 10'000 / quantity;
    return QStringLiteral("%1.%2").arg(whole).arg(rest, 4, 10, QLatin1Char('0'));
}

void addHoldingRow(JsonArray& rows, RestContext& context, const domain::Symbol& symbol,
                   const AccountHolding& holding)
{
    const std::optional<StockId> id = context.exchange.find(symbol);
    const Stock* stock = id ? &context.exchange.stock(*id) : nullptr;
    const std::int64_t last = stock != nullptr ? stock->figures().last : 0;
    const std::int64_t value = last * holding.quantity;
    const std::int64_t profit = value - holding.cost;
    JsonObject row;
    row.text("pdno", symbol.toString())
        .text("prdt_name", stock != nullptr ? stock->listing().instrument.name : QString{})
        .text("trad_dvsn_name", "현금")
        .number("bfdy_buy_qty", 0)
        .number("bfdy_sll_qty", 0)
        .number("thdt_buyqty", holding.boughtToday)
        .number("thdt_sll_qty", holding.soldToday)
        .number("hldg_qty", holding.quantity)
        .number("ord_psbl_qty", std::min(holding.quantity, context.broker.sellable(symbol)))
        .text("pchs_avg_pric", averageText(holding.cost, holding.quantity))
        .number("pchs_amt", holding.cost)
        .number("prpr", last)
        .number("evlu_amt", value)
        .number("evlu_pfls_amt", profit)
        .decimal("evlu_pfls_rt", percentOf(profit, holding.cost))
        .text("evlu_erng_rt", "0.00000000")
        .text("loan_dt", "")
        .number("loan_amt", 0)
        .number("stln_slng_chgs", 0)
        .text("expd_dt", "");
    const std::int64_t reference = stock != nullptr ? stock->listing().reference : last;
    row.decimal("fltt_rt", percentAbove(last, reference))
        .number("bfdy_cprs_icdc", last - reference)
        .text("item_mgna_rt_name", "")
        .text("grta_rt_name", "")
        .number("sbst_pric", last * 7 / 10)
        .text("stck_loan_unpr", "0.0000");
    rows.add(row);
}

JsonObject balanceTotals(RestContext& context, const AccountFigures& account)
{
    std::int64_t value = 0;
    std::int64_t cost = 0;
    std::int64_t before = account.depositToday;
    for (const auto& [symbol, holding] : account.holdings) {
        if (const std::optional<StockId> id = context.exchange.find(symbol)) {
            const Stock& stock = context.exchange.stock(*id);
            value += holding.quantity * stock.figures().last;
            before += (holding.quantity + holding.soldToday - holding.boughtToday)
                      * stock.listing().reference;
        }
        cost += holding.cost;
    }
    const std::int64_t total = value + account.cashD2();
    JsonObject out;
    out.number("dnca_tot_amt", account.depositToday)
        .number("nxdy_excc_amt", account.depositToday)
        .number("prvs_rcdl_excc_amt", account.cashD2())
        .number("cma_evlu_amt", 0)
        .number("bfdy_buy_amt", 0)
        .number("thdt_buy_amt", account.bought)
        .number("nxdy_auto_rdpt_amt", 0)
        .number("bfdy_sll_amt", 0)
        .number("thdt_sll_amt", account.sold)
        .number("d2_auto_rdpt_amt", 0)
        .number("bfdy_tlex_amt", 0)
        .number("thdt_tlex_amt", account.charges)
        .number("tot_loan_amt", 0)
        .number("scts_evlu_amt", value)
        .number("tot_evlu_amt", total)
        .number("nass_amt", total)
        .text("fncg_gld_auto_rdpt_yn", "")
        .number("pchs_amt_smtl_amt", cost)
        .number("evlu_amt_smtl_amt", value)
        .number("evlu_pfls_smtl_amt", value - cost)
        .number("tot_stln_slng_chgs", 0)
        .number("bfdy_tot_asst_evlu_amt", before)
        .number("asst_icdc_amt", total - before)
        .text("asst_icdc_erng_rt", "0.00000000");
    return out;
}
}  // namespace

std::optional<HttpReply> accountRefusal(const RestContext& context, const QString& number,
                                        const QString& product)
{
    if (number == context.credentials.accountNumber()
        && product == context.credentials.accountProduct()) {
        return std::nullopt;
    }
    return refusalReply(200, "2", "OPSQ2000", "ERROR : INPUT INVALID_CHECK_ACNO");
}

HttpReply inquireBalance(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    const FaultRule* lag = context.faults.standing("balance.lag");
    const AccountFigures account =
        lag != nullptr ? context.broker.accountBefore(std::chrono::seconds{lag->amount()})
                       : context.broker.account();
    const FaultRule* glitch = context.faults.draw("balance.glitch");
    std::vector<std::pair<domain::Symbol, AccountHolding>> holdings{account.holdings.begin(),
                                                                    account.holdings.end()};
    if (context.faults.draw("balance.empty_once") != nullptr) {
        holdings.clear();
    }
    if (glitch != nullptr && glitch->value == u"dup" && !holdings.empty()) {
        holdings.push_back(holdings.front());
    }
    const bool real = context.options.profile == Profile::Real;
    const PageWindow window =
        pageWindow(context, static_cast<std::size_t>(pageKey(request).toULongLong()),
                   holdings.size(), real ? 50 : 20);
    const QString next = window.more ? QString::number(window.from + window.count) : QString{};
    JsonArray rows;
    for (std::size_t i = window.from; i < window.from + window.count; ++i) {
        addHoldingRow(rows, context, holdings[i].first, holdings[i].second);
    }
    const QByteArray blocks = pageKeys(request, next) + "\"output1\":" + rows.bytes()
                              + ",\"output2\":[" + balanceTotals(context, account).bytes() + "]";
    return pagedReply(context, request, blocks, window);
}

HttpReply inquireBuyingPower(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    const std::int64_t cash = context.broker.grantedCash();
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(request.parameter("PDNO"));
    const std::optional<StockId> id = symbol ? context.exchange.find(*symbol) : std::nullopt;
    if (!request.parameter("PDNO").isEmpty() && !id) {
        return unknownIssue();
    }
    const Division division =
        divisionOf(request.parameter("ORD_DVSN").toStdString()).value_or(Division{});
    const std::int64_t asked = request.parameter("ORD_UNPR").toLongLong();
    const std::int64_t price = id ? context.broker.marginPrice(*id, division, asked) : 0;
    const std::int64_t usable = spendable(context, cash);
    JsonObject out;
    out.number("ord_psbl_cash", cash)
        .number("ord_psbl_sbst", 0)
        .number("ruse_psbl_amt", 0)
        .number("fund_rpch_chgs", 0)
        .number("psbl_qty_calc_unpr", price)
        .number("nrcvb_buy_amt", usable)
        .number("nrcvb_buy_qty", price > 0 ? usable / price : 0)
        .number("max_buy_amt", usable * 5 / 2)
        .number("max_buy_qty", price > 0 ? usable * 5 / 2 / price : 0)
        .number("cma_evlu_amt", 0)
        .number("ovrs_re_use_amt_wcrc", 0)
        .number("ord_psbl_frcr_amt_wcrc", 0);
    return okReply("\"output\":" + out.bytes(),
                   context.options.profile == Profile::Real ? "KIOK0420" : "20310000");
}

HttpReply inquireSellable(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal = accountRefusal(context, request)) {
        return *refusal;
    }
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(request.parameter("PDNO"));
    const std::optional<StockId> id = symbol ? context.exchange.find(*symbol) : std::nullopt;
    if (!id) {
        return unknownIssue();
    }
    const Stock& stock = context.exchange.stock(*id);
    const auto& holdings = context.broker.account().holdings;
    const auto known = holdings.find(*symbol);
    const AccountHolding holding = known == holdings.end() ? AccountHolding{} : known->second;
    const std::int64_t value = stock.figures().last * holding.quantity;
    JsonObject out;
    out.text("pdno", symbol->toString())
        .text("prdt_name", stock.listing().instrument.name)
        .number("buy_qty", holding.boughtToday)
        .number("sll_qty", holding.soldToday)
        .number("cblc_qty", holding.quantity)
        .number("nsvg_qty", 0)
        .number("ord_psbl_qty", context.broker.sellable(*symbol))
        .text("pchs_avg_pric", averageText(holding.cost, holding.quantity))
        .number("pchs_amt", holding.cost)
        .number("now_pric", stock.figures().last)
        .number("evlu_amt", value)
        .number("evlu_pfls_amt", value - holding.cost)
        .decimal("evlu_pfls_rt", percentOf(value - holding.cost, holding.cost));
    return okReply("\"output\":" + out.bytes(), "KIOK0420");
}
}  // namespace core::sim
