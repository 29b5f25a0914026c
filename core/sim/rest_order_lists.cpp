#include "core/sim/rest_context.h"

#include <algorithm>

namespace core::sim
{
namespace
{
constexpr qsizetype kKeyLength = 100;

/// One row as the list shows it now, which may be later than it happened.
struct ShownRow
{
    const BrokerOrder* order = nullptr;
    RowFigures figures;
    std::int64_t quantity = 0;

    [[nodiscard]] std::int64_t remaining() const noexcept
    {
        return order->kind == RowKind::Cancel
                   ? 0
                   : quantity - figures.filled - figures.cancelled - figures.rejected;
    }
};

const char* divisionName(const Division& division)
{
    switch (division.pricing) {
    case Pricing::Limit:
        return "지정가";
    case Pricing::Market:
        return "시장가";
    case Pricing::BestOpposite:
        return "최유리지정가";
    case Pricing::BestOwn:
        return "최우선지정가";
    case Pricing::Conditional:
        return "조건부지정가";
    case Pricing::ClosingPrice:
        return "장후 시간외";
    }
    return "지정가";
}

QString rowName(const BrokerOrder& order)
{
    return QString::fromUtf8(divisionName(order.division))
           + (order.kind == RowKind::Cancel  ? QStringLiteral("취소")
              : order.kind == RowKind::Amend ? QStringLiteral("정정")
                                             : QString{});
}

QString wholeAverageText(std::int64_t amount, std::int64_t quantity)
{
    return quantity == 0 ? QStringLiteral("0") : QString::number(amount / quantity);
}

/// A row's figures as of `from`; nullopt = it was not there yet.
std::optional<RowFigures> figuresAt(const BrokerOrder& order, base::Timestamp from)
{
    for (auto version = order.versions.rbegin(); version != order.versions.rend(); ++version) {
        if (version->at <= from) {
            return version->figures;
        }
    }
    return std::nullopt;
}

std::vector<ShownRow> shownRows(RestContext& context)
{
    const base::Timestamp now = context.clock.now();
    const FaultRule* glitch = context.faults.draw("ccld.glitch");
    const std::chrono::seconds stale{
        glitch != nullptr && glitch->value == u"stale" ? glitch->number("s", 30) : 0};
    std::vector<ShownRow> rows;
    for (const auto& [number, order] : context.broker.orders()) {
        const auto figures = figuresAt(order, now - std::chrono::milliseconds{order.lagMs} - stale);
        if (figures) {
            rows.push_back({.order = &order, .figures = *figures, .quantity = order.quantity});
        }
    }
    if (glitch != nullptr && !rows.empty()) {
        ShownRow& last = rows.back();
        if (glitch->value == u"shrink") {
            // Seen in the field: the order's quantity becomes what was filled.
            last.quantity = std::max<std::int64_t>(1, last.figures.filled);
        } else if (glitch->value == u"dup") {
            rows.push_back(ShownRow{last});
        }
    }
    return rows;
}

bool isWanted(const ShownRow& row, const HttpRequest& request)
{
    const QString side = request.parameter("SLL_BUY_DVSN_CD");
    const QString code = request.parameter("PDNO").trimmed();
    const QString number = request.parameter("ODNO").trimmed();
    const QString state = request.parameter("CCLD_DVSN");
    const bool sells = row.order->side == domain::Side::Sell;
    return !((side == u"01" && !sells) || (side == u"02" && sells)
             || (!code.isEmpty() && code != row.order->symbol.toString())
             || (!number.isEmpty() && number.toLongLong() != row.order->number)
             || (state == u"01" && row.figures.filled == 0)
             || (state == u"02" && row.remaining() == 0));
}

void addDayRow(JsonArray& out, RestContext& context, const ShownRow& shown)
{
    const BrokerOrder& order = *shown.order;
    const Listing& listing = context.exchange.listings()[static_cast<std::size_t>(order.stock)];
    const bool kospi = listing.instrument.market == domain::Market::Kospi;
    JsonObject row;
    row.text("ord_dt", domain::compactDateText(context.exchange.schedule().date))
        .text("ord_gno_brno", context.broker.branch())
        .text("odno", orderNumberText(order.number))
        .text("orgn_odno", order.original != 0 ? orderNumberText(order.original) : QString{})
        .text("ord_dvsn_name", rowName(order))
        .text("sll_buy_dvsn_cd", order.side == domain::Side::Sell ? "01" : "02")
        .text("sll_buy_dvsn_cd_name", order.side == domain::Side::Sell ? "매도" : "매수")
        .text("pdno", order.symbol.toString())
        .text("prdt_name", listing.instrument.name)
        .number("ord_qty", shown.quantity)
        .number("ord_unpr", order.price)
        .text("ord_tmd", clockText(order.at))
        .number("tot_ccld_qty", shown.figures.filled)
        .text("avg_prvs", wholeAverageText(shown.figures.filledAmount, shown.figures.filled))
        .flag("cncl_yn", shown.figures.cancelConfirmed)
        .number("tot_ccld_amt", shown.figures.filledAmount)
        .text("loan_dt", "")
        .text("ordr_empno", order.external ? "HTS" : "OpnAPI")
        .text("ord_dvsn_cd", QString::fromLatin1(order.division.text().data(), 2))
        .number("cncl_cfrm_qty", shown.figures.cancelled)
        .number("rmn_qty", shown.remaining())
        .number("rjct_qty", shown.figures.rejected);
    row.text("ccld_cndt_name", order.division.waiting == Waiting::Ioc   ? "IOC"
                               : order.division.waiting == Waiting::Fok ? "FOK"
                                                                        : "없음")
        .text("inqr_ip_addr", "127.000.000.001")
        .text("cpbc_ordp_ord_rcit_dvsn_cd", "")
        .text("cpbc_ordp_infm_mthd_dvsn_cd", "")
        .text("infm_tmd", shown.figures.filled > 0 ? clockText(order.at) : QString{})
        .text("ctac_tlno", "")
        .text("prdt_type_cd", "300")
        .text("excg_dvsn_cd", kospi ? "02" : "03")
        .text("cpbc_ordp_mtrl_dvsn_cd", "")
        .text("ord_orgno", context.broker.branch())
        .text("rsvn_ord_end_dt", "")
        .text("excg_id_dvsn_cd", "KRX")
        .number("stpm_cndt_pric", 0)
        .text("stpm_efct_occr_dtmd", "");
    out.add(row);
}

void addOpenRow(JsonArray& out, RestContext& context, const ShownRow& shown)
{
    const BrokerOrder& order = *shown.order;
    const Listing& listing = context.exchange.listings()[static_cast<std::size_t>(order.stock)];
    JsonObject row;
    row.text("ord_gno_brno", context.broker.branch())
        .text("odno", orderNumberText(order.number))
        .text("orgn_odno", order.original != 0 ? orderNumberText(order.original) : QString{})
        .text("ord_dvsn_name", rowName(order))
        .text("pdno", order.symbol.toString())
        .text("prdt_name", listing.instrument.name)
        .text("rvse_cncl_dvsn_name", order.kind == RowKind::Amend ? "정정" : "")
        .number("ord_qty", shown.quantity)
        .number("ord_unpr", order.price)
        .text("ord_tmd", clockText(order.at))
        .number("tot_ccld_qty", shown.figures.filled)
        .number("tot_ccld_amt", shown.figures.filledAmount)
        .number("psbl_qty", shown.remaining())
        .text("sll_buy_dvsn_cd", order.side == domain::Side::Sell ? "01" : "02")
        .text("ord_dvsn_cd", QString::fromLatin1(order.division.text().data(), 2))
        .text("mgco_aptm_odno", "")
        .text("excg_dvsn_cd", listing.instrument.market == domain::Market::Kospi ? "02" : "03")
        .text("excg_id_dvsn_cd", "KRX")
        .text("excg_id_dvsn_name", "KRX")
        .number("stpm_cndt_pric", 0)
        .text("stpm_efct_occr_yn", "N");
    out.add(row);
}

/// Where the page begins that the key of the request names: behind the order it ends with, so that
/// orders that came meanwhile shift nothing.
std::size_t pageStart(const HttpRequest& request, const std::vector<ShownRow>& rows)
{
    const std::int64_t last = pageKey(request).toLongLong();
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&](const ShownRow& row) { return row.order->number == last; });
    return known == rows.end() ? 0 : static_cast<std::size_t>(known - rows.begin()) + 1;
}

QString nextKey(const std::vector<ShownRow>& rows, const PageWindow& window)
{
    return window.more ? orderNumberText(rows[window.from + window.count - 1].order->number)
                       : QString{};
}

/// Duplicates the last row of the page before, if the fault plan wants it.
void repeatRow(RestContext& context, JsonArray& out, const std::vector<ShownRow>& rows,
               const PageWindow& window)
{
    if (window.from > 0 && context.faults.draw("page.dup") != nullptr) {
        addDayRow(out, context, rows[window.from - 1]);
    }
}
}  // namespace

QString pageKey(const HttpRequest& request)
{
    return request.header("tr_cont").trimmed() == "N"
               ? request.parameter("CTX_AREA_NK100").trimmed().section(u'^', 0, 0)
               : QString{};
}

PageWindow pageWindow(const RestContext& context, std::size_t from, std::size_t total,
                      std::size_t pageSize)
{
    const FaultRule* size = context.faults.standing("page.size");
    const std::size_t page =
        size != nullptr ? static_cast<std::size_t>(std::max<std::int64_t>(1, size->amount(1)))
                        : pageSize;
    PageWindow window;
    window.from = std::min(from, total);
    window.count = std::min(page, total - window.from);
    window.more = window.from + window.count < total;
    return window;
}

QByteArray pageKeys(const HttpRequest& request, const QString& next)
{
    const QByteArray account = request.parameter("CANO").toLatin1() + '^'
                               + request.parameter("ACNT_PRDT_CD").toLatin1() + '^';
    const QByteArray key = next.isEmpty() ? QByteArray{} : next.toLatin1() + '^';
    return "\"ctx_area_fk100\":\"" + account.leftJustified(kKeyLength) + "\",\"ctx_area_nk100\":\""
           + key.leftJustified(kKeyLength) + "\",";
}

HttpReply pagedReply(const RestContext& context, const HttpRequest& request,
                     const QByteArray& blocks, const PageWindow& window)
{
    const bool real = context.options.profile == Profile::Real;
    const bool first = request.header("tr_cont").trimmed() != "N";
    const char* code = window.count == 0 && first ? "KIOK0560"
                       : window.more              ? "KIOK0500"
                       : real                     ? "KIOK0510"
                                                  : "20310000";
    HttpReply reply = okReply(blocks, code);
    reply.headers.clear();
    reply.headers.emplaceBack("tr_cont", window.more ? (first ? "F" : "M") : (first ? "E" : "D"));
    return reply;
}

HttpReply inquireDailyOrders(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal =
            accountRefusal(context, request.parameter("CANO"), request.parameter("ACNT_PRDT_CD"))) {
        return *refusal;
    }
    const auto from = domain::parseDate(request.parameter("INQR_STRT_DT"));
    const auto to = domain::parseDate(request.parameter("INQR_END_DT"));
    if (!from || !to) {
        return refusalReply(200, "2", "OPSQ2002",
                            "ERROR INPUT FIELD [INQR_STRT_DT] INVALID_CHECK_FIELD_LENGTH");
    }
    const domain::TradingDate today = context.exchange.schedule().date;
    std::vector<ShownRow> rows;
    if (*from <= today && today <= *to) {
        for (const ShownRow& row : shownRows(context)) {
            if (isWanted(row, request)) {
                rows.push_back(row);
            }
        }
    }
    if (request.parameter("INQR_DVSN") != u"01") {
        std::reverse(rows.begin(), rows.end());
    }
    std::int64_t ordered = 0;
    std::int64_t filled = 0;
    std::int64_t amount = 0;
    for (const ShownRow& row : rows) {
        ordered += row.quantity;
        filled += row.figures.filled;
        amount += row.figures.filledAmount;
    }
    const bool real = context.options.profile == Profile::Real;
    const PageWindow window =
        pageWindow(context, pageStart(request, rows), rows.size(), real ? 100 : 15);
    JsonArray out;
    repeatRow(context, out, rows, window);
    for (std::size_t i = window.from; i < window.from + window.count; ++i) {
        addDayRow(out, context, rows[i]);
    }
    JsonObject totals;
    totals.number("tot_ord_qty", ordered)
        .number("tot_ccld_qty", filled)
        .number("tot_ccld_amt", amount)
        .number("prsm_tlex_smtl", context.broker.account().charges)
        .text("pchs_avg_pric", filled == 0
                                   ? QStringLiteral("0.0000")
                                   : QString::number(amount / filled) + QStringLiteral(".0000"));
    return pagedReply(context, request,
                      pageKeys(request, nextKey(rows, window)) + "\"output1\":" + out.bytes()
                          + ",\"output2\":" + totals.bytes(),
                      window);
}

HttpReply inquireOpenOrders(RestContext& context, const HttpRequest& request)
{
    if (const auto refusal =
            accountRefusal(context, request.parameter("CANO"), request.parameter("ACNT_PRDT_CD"))) {
        return *refusal;
    }
    const QString side = request.parameter("INQR_DVSN_2");
    std::vector<ShownRow> rows;
    for (const ShownRow& row : shownRows(context)) {
        const bool sells = row.order->side == domain::Side::Sell;
        if (row.remaining() > 0 && !(side == u"1" && !sells) && !(side == u"2" && sells)) {
            rows.push_back(row);
        }
    }
    const PageWindow window = pageWindow(context, pageStart(request, rows), rows.size(), 50);
    JsonArray out;
    for (std::size_t i = window.from; i < window.from + window.count; ++i) {
        addOpenRow(out, context, rows[i]);
    }
    return pagedReply(context, request,
                      pageKeys(request, nextKey(rows, window)) + "\"output\":" + out.bytes(),
                      window);
}
}  // namespace core::sim
