#include "core/kis/account_codec.h"

#include "core/kis/json_fields.h"
#include "core/kis/order_codec.h"

#include <algorithm>
#include <map>
#include <set>

namespace core::kis
{
namespace
{
using domain::BrokerOrderRow;
using domain::OrderListKind;
using domain::Quantity;
using domain::Symbol;
using domain::Won;

constexpr std::int64_t kSharesMax = 1'000'000'000'000;
const QString kTrading = QStringLiteral("/uapi/domestic-stock/v1/trading/");

QString lit(const char* text)
{
    return QString::fromLatin1(text);
}

base::Error malformed(const char* what)
{
    return {base::ErrorCode::Malformed, QLatin1String(what)};
}

/// Shares that must be there.
std::optional<Quantity> sharesOf(const QJsonObject& row, QLatin1String name)
{
    const auto shares = wholeOf(row, name);
    return shares && *shares >= 0 && *shares <= kSharesMax ? std::optional{Quantity{*shares}}
                                                           : std::nullopt;
}

/// The same where nothing means none: a missing figure only keeps an order open for longer.
std::optional<Quantity> sharesOrNone(const QJsonObject& row, QLatin1String name)
{
    return textOf(row, name).isEmpty() ? Quantity{} : sharesOf(row, name);
}

/// "005930", or padded as in the product master: "00000A005930".
std::optional<Symbol> symbolOf(const QJsonObject& row)
{
    constexpr qsizetype kPadded = 12;
    const QString code = textOf(row, QLatin1String("pdno"));
    const bool padded = code.size() == kPadded && code.startsWith(u"00000A");
    return Symbol::parse(QStringView{padded ? code.mid(6) : code});
}

std::optional<domain::Side> sideOf(const QJsonObject& row)
{
    const QString side = textOf(row, QLatin1String("sll_buy_dvsn_cd"));
    if (side == u"01") {
        return domain::Side::Sell;
    }
    return side == u"02" ? std::optional{domain::Side::Buy} : std::nullopt;
}

struct RowFigures
{
    Quantity ordered;
    Quantity filled;
    Quantity open;
    Quantity cancelled;
    Quantity rejected;
    Won amount;
};

std::optional<RowFigures> figuresOf(OrderListKind kind, const QJsonObject& row)
{
    const bool day = kind == OrderListKind::Day;
    const auto ordered = sharesOf(row, QLatin1String("ord_qty"));
    const auto filled = sharesOf(row, QLatin1String("tot_ccld_qty"));
    const auto open = sharesOf(row, day ? QLatin1String("rmn_qty") : QLatin1String("psbl_qty"));
    // The wire's name, then that of the published samples.
    const bool usual = !member(row, QLatin1String("cncl_cfrm_qty")).isUndefined();
    const auto cancelled =
        sharesOrNone(row, usual ? QLatin1String("cncl_cfrm_qty") : QLatin1String("cnc_cfrm_qty"));
    const auto rejected = sharesOrNone(row, QLatin1String("rjct_qty"));
    const auto amount = wholeOf(row, QLatin1String("tot_ccld_amt"));
    if (!ordered || !filled || !open || !cancelled || !rejected) {
        return std::nullopt;
    }
    if (filled->shares() > 0 && (!amount || *amount <= 0)) {
        return std::nullopt;
    }
    return RowFigures{.ordered = *ordered,
                      .filled = *filled,
                      .open = *open,
                      .cancelled = *cancelled,
                      .rejected = *rejected,
                      .amount = Won{filled->shares() > 0 ? *amount : 0}};
}

base::Result<BrokerOrderRow> orderRow(OrderListKind kind, const QJsonObject& row)
{
    BrokerOrderRow out;
    const auto symbol = symbolOf(row);
    const auto side = sideOf(row);
    const auto time = timeOf(row, QLatin1String("ord_tmd"));
    out.broker = domain::BrokerOrderId::fromWire(textOf(row, QLatin1String("odno")));
    out.original = domain::BrokerOrderId::fromWire(textOf(row, QLatin1String("orgn_odno")));
    out.branch = textOf(row, QLatin1String("ord_gno_brno"));
    if (out.broker.isEmpty() || !symbol || !side || !time) {
        return malformed("orders: a row without number, issue, side or time");
    }
    const auto figures = figuresOf(kind, row);
    if (!figures) {
        return malformed("orders: a row without readable quantities or amount");
    }
    out.quantity = figures->ordered;
    out.filled = figures->filled;
    out.filledAmount = figures->amount;
    out.remaining = figures->open;
    out.cancelled = figures->cancelled;
    out.rejected = figures->rejected;
    out.symbol = *symbol;
    out.side = *side;
    out.time = *time;
    const domain::Price price = priceOf(row, QLatin1String("ord_unpr"));
    if (price.won() > 0) {
        out.price = price;
    }
    const auto division = divisionOf(textOf(row, QLatin1String("ord_dvsn_cd")));
    out.knownType = division.has_value();
    out.type = division ? division->type : domain::OrderType::Limit;
    out.timeInForce = division ? division->force : domain::TimeInForce::Day;
    const QString words = textOf(row, QLatin1String("ord_dvsn_name"))
                          + textOf(row, QLatin1String("rvse_cncl_dvsn_name"));
    out.isCancel = !out.original.isEmpty() && words.contains(QStringView{u"취소"});
    return out;
}

struct HoldingSum
{
    std::map<Symbol, domain::Holding> bySymbol;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> cash;
};

bool addHolding(HoldingSum& sum, const QJsonObject& row)
{
    const auto symbol = symbolOf(row);
    const auto held = sharesOf(row, QLatin1String("hldg_qty"));
    if (!symbol || !held) {
        return false;
    }
    if (held->shares() == 0) {
        return true;  // Sold-out rows stay for two days.
    }
    const auto sellable = sharesOf(row, QLatin1String("ord_psbl_qty"));
    const auto cost = wholeOf(row, QLatin1String("pchs_amt"));
    if (!sellable || !cost || *cost < 0) {
        return false;
    }
    domain::Holding& holding = sum.bySymbol[*symbol];
    holding.symbol = *symbol;
    holding.quantity += *held;
    holding.sellable += *sellable;
    holding.cost += Won{*cost};
    holding.last = priceOf(row, QLatin1String("prpr"));
    return true;
}
}  // namespace

base::Result<RestRequest> dayOrdersRequest(const QString& account, bool mock,
                                           domain::TradingDate day,
                                           const std::optional<Symbol>& symbol)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    const QString date = domain::compactDateText(day);
    return RestRequest{.path = kTrading + lit("inquire-daily-ccld"),
                       .transactionId = mock ? lit("VTTC0081R") : lit("TTTC0081R"),
                       .query = {{lit("CANO"), parts->number},
                                 {lit("ACNT_PRDT_CD"), parts->product},
                                 {lit("INQR_STRT_DT"), date},
                                 {lit("INQR_END_DT"), date},
                                 {lit("SLL_BUY_DVSN_CD"), lit("00")},
                                 {lit("PDNO"), symbol ? symbol->toString() : QString{}},
                                 {lit("ORD_GNO_BRNO"), {}},
                                 {lit("ODNO"), {}},
                                 {lit("CCLD_DVSN"), lit("00")},
                                 {lit("INQR_DVSN"), lit("01")},
                                 {lit("INQR_DVSN_1"), {}},
                                 {lit("INQR_DVSN_3"), lit("00")},
                                 {lit("EXCG_ID_DVSN_CD"), lit("KRX")},
                                 {lit("CTX_AREA_FK100"), {}},
                                 {lit("CTX_AREA_NK100"), {}}},
                       .lane = Lane::Reconcile};
}

base::Result<RestRequest> openOrdersRequest(const QString& account)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    return RestRequest{.path = kTrading + lit("inquire-psbl-rvsecncl"),
                       .transactionId = lit("TTTC0084R"),
                       .query = {{lit("CANO"), parts->number},
                                 {lit("ACNT_PRDT_CD"), parts->product},
                                 {lit("CTX_AREA_FK100"), {}},
                                 {lit("CTX_AREA_NK100"), {}},
                                 {lit("INQR_DVSN_1"), lit("0")},
                                 {lit("INQR_DVSN_2"), lit("0")}},
                       .lane = Lane::Reconcile};
}

base::Result<std::vector<BrokerOrderRow>> decodeOrderRows(OrderListKind kind,
                                                          const std::vector<RestReply>& pages)
{
    const QLatin1String block =
        kind == OrderListKind::Day ? QLatin1String("output1") : QLatin1String("output");
    std::vector<BrokerOrderRow> rows;
    std::set<std::pair<QString, QString>> keys;
    for (const RestReply& page : pages) {
        if (page.verdict != RestVerdict::Empty && member(page.body, block).isUndefined()) {
            return malformed("orders: a page without its list");
        }
        for (const QJsonObject& object : rowsOf(page.body, block)) {
            const auto row = orderRow(kind, object);
            if (!row) {
                return row.error();
            }
            if (!keys.emplace(row->branch, row->broker.number()).second) {
                return base::Error{base::ErrorCode::OutOfRange,
                                   QStringLiteral("orders: the same order twice in one list")};
            }
            rows.push_back(*row);
        }
    }
    return rows;
}

base::Result<RestRequest> balanceRequest(const QString& account, bool mock)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    return RestRequest{.path = kTrading + lit("inquire-balance"),
                       .transactionId = mock ? lit("VTTC8434R") : lit("TTTC8434R"),
                       .query = {{lit("CANO"), parts->number},
                                 {lit("ACNT_PRDT_CD"), parts->product},
                                 {lit("AFHR_FLPR_YN"), lit("N")},
                                 {lit("OFL_YN"), {}},
                                 {lit("INQR_DVSN"), lit("02")},
                                 {lit("UNPR_DVSN"), lit("01")},
                                 {lit("FUND_STTL_ICLD_YN"), lit("N")},
                                 {lit("FNCG_AMT_AUTO_RDPT_YN"), lit("N")},
                                 {lit("PRCS_DVSN"), lit("00")},
                                 {lit("CTX_AREA_FK100"), {}},
                                 {lit("CTX_AREA_NK100"), {}}},
                       .lane = Lane::Reconcile};
}

base::Result<domain::BalanceReply> decodeBalance(const std::vector<RestReply>& pages)
{
    HoldingSum sum;
    for (const RestReply& page : pages) {
        for (const QJsonObject& row : rowsOf(page.body, QLatin1String("output1"))) {
            if (!addHolding(sum, row)) {
                return malformed("balance: a holding without issue, shares or cost");
            }
        }
        for (const QJsonObject& row : rowsOf(page.body, QLatin1String("output2"))) {
            const auto total = wholeOf(row, QLatin1String("tot_evlu_amt"));
            const auto cash = wholeOf(row, QLatin1String("prvs_rcdl_excc_amt"));
            sum.total = total ? total : sum.total;
            sum.cash = cash ? cash : sum.cash;
        }
    }
    if (!sum.total || !sum.cash) {
        return malformed("balance: no total assets or no cash in the answer");
    }
    domain::BalanceReply reply;
    reply.ok = true;
    reply.totalAssets = Won{*sum.total};
    reply.cash = Won{*sum.cash};
    reply.holdings = static_cast<std::int32_t>(sum.bySymbol.size());
    for (const auto& [symbol, holding] : sum.bySymbol) {
        reply.rows.push_back(holding);
    }
    return reply;
}

base::Result<RestRequest> sellableRequest(const QString& account, const Symbol& symbol)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    return RestRequest{.path = kTrading + lit("inquire-psbl-sell"),
                       .transactionId = lit("TTTC8408R"),
                       .query = {{lit("CANO"), parts->number},
                                 {lit("ACNT_PRDT_CD"), parts->product},
                                 {lit("PDNO"), symbol.toString()}},
                       .lane = Lane::Exit};
}

base::Result<Quantity> decodeSellable(const RestReply& reply)
{
    const auto rows = rowsOf(reply.body, QLatin1String("output"));
    const auto shares =
        rows.empty() ? std::nullopt : sharesOf(rows.front(), QLatin1String("ord_psbl_qty"));
    if (!shares) {
        return malformed("sellable quantity: not in the answer");
    }
    return *shares;
}

base::Result<RestRequest> buyingPowerRequest(const QString& account, bool mock,
                                             const Symbol& symbol,
                                             const std::optional<domain::Price>& price)
{
    const auto parts = accountParts(account);
    if (!parts) {
        return parts.error();
    }
    return RestRequest{
        .path = kTrading + lit("inquire-psbl-order"),
        .transactionId = mock ? lit("VTTC8908R") : lit("TTTC8908R"),
        .query = {{lit("CANO"), parts->number},
                  {lit("ACNT_PRDT_CD"), parts->product},
                  {lit("PDNO"), symbol.toString()},
                  {lit("ORD_UNPR"), price ? QString::number(price->won()) : lit("0")},
                  {lit("ORD_DVSN"), price ? lit("00") : lit("01")},
                  {lit("CMA_EVLU_AMT_ICLD_YN"), lit("N")},
                  {lit("OVRS_ICLD_YN"), lit("N")}},
        .lane = Lane::Entry};
}

base::Result<domain::BuyingPowerReply> decodeBuyingPower(const Symbol& symbol,
                                                         const RestReply& reply)
{
    const auto rows = rowsOf(reply.body, QLatin1String("output"));
    const QJsonObject row = rows.empty() ? QJsonObject{} : rows.front();
    const auto amount = wholeOf(row, QLatin1String("nrcvb_buy_amt"));
    const auto shares = sharesOf(row, QLatin1String("nrcvb_buy_qty"));
    if (!amount || *amount < 0 || !shares) {
        return malformed("buying power: amount or quantity is not in the answer");
    }
    domain::BuyingPowerReply power;
    power.symbol = symbol;
    power.ok = true;
    power.amount = Won{*amount};
    power.quantity = *shares;
    return power;
}
}  // namespace core::kis
