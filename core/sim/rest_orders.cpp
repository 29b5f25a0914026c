#include "core/sim/rest_context.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::sim
{
namespace
{
/// What the fault plan does to one order request.
struct OrderFault
{
    Delivery delivery = Delivery::Whole;
    bool executed = true;               ///< The broker acts on it.
    std::chrono::milliseconds late{0};  ///< It acts only then.
    std::optional<HttpReply> reply;     ///< Instead of the broker's own.
    bool rejectAfter = false;           ///< The exchange refuses after the acceptance.
};

/// A gateway's own answer in place of the broker's: "code=EGW00301", "gateway_error".
HttpReply gatewayAnswer(const FaultRule& rule)
{
    if (rule.value == u"gateway_error") {
        HttpReply reply;
        reply.status = static_cast<int>(rule.number("status", 504));
        reply.body = "<html><body><h1>504 Gateway Time-out</h1></body></html>";
        reply.contentType = "text/html";
        return reply;
    }
    const QByteArray code = rule.arguments.value(QStringLiteral("code")).toLatin1();
    const QString given = rule.arguments.value(QStringLiteral("text"));
    const QByteArray text =
        !given.isEmpty() ? QString{given}.replace(u'_', u' ').toUtf8()
        : code == "EGW00201"
            ? QByteArrayLiteral("초당 거래건수를 초과하였습니다.")
            : QByteArrayLiteral("처리시간이 초과되었습니다. 직전 거래를 반드시 확인하세요");
    HttpReply reply = refusalReply(
        static_cast<int>(rule.number("status", 500)),
        rule.arguments.value(QStringLiteral("rt"), QStringLiteral("1")).toLatin1().constData(),
        code.constData(), text.constData());
    return reply;
}

OrderFault faultOf(const FaultRule* rule)
{
    OrderFault fault;
    if (rule == nullptr) {
        return fault;
    }
    const QString& name = rule->value;
    if (name == u"accept_then_close") {
        fault.delivery = Delivery::Close;
    } else if (name == u"accept_then_rst") {
        fault.delivery = Delivery::Reset;
    } else if (name == u"accept_then_hang") {
        fault.delivery = Delivery::Hang;
    } else if (name == u"partial") {
        fault.delivery = Delivery::Partial;
    } else if (name == u"cut_status") {
        fault.delivery = Delivery::Cut;
    } else if (name == u"drop") {
        fault.delivery = Delivery::Close;
        fault.executed = false;
    } else if (name == u"drop_then_hang") {
        fault.delivery = Delivery::Hang;
        fault.executed = false;
    } else if (name == u"reset_before") {
        fault.delivery = Delivery::Reset;
        fault.executed = false;
    } else if (name == u"garble") {
        fault.delivery = Delivery::Garbled;
    } else if (name == u"late_accept") {
        fault.delivery = Delivery::Reset;
        fault.late = std::chrono::milliseconds{rule->number("late_accept", 40)};
    } else if (name == u"gateway_error") {
        fault.executed = rule->number("accepted", 1) != 0;
        fault.reply = gatewayAnswer(*rule);
    } else if (name == u"empty_500") {
        fault.executed = rule->number("accepted", 1) != 0;
        fault.reply = refusalReply(500, "1", "", "");
    } else if (name == u"redirect") {
        fault.executed = rule->number("accepted", 1) != 0;
        fault.reply = HttpReply{};
        fault.reply->status = static_cast<int>(rule->number("status", 307));
        fault.reply->headers.emplaceBack("Location", "/uapi/domestic-stock/v1/trading/order-cash");
    } else if (name == u"code") {
        fault.executed = rule->number("accepted", 0) != 0;
        fault.reply = gatewayAnswer(*rule);
    } else if (name == u"no_number") {
        fault.reply = HttpReply{};
        fault.reply->body = R"({"rt_cd":"0","msg_cd":"APBK0013","msg1":"","output":{"ODNO":""}})";
    } else if (name == u"reject_after_accept") {
        fault.rejectAfter = true;
    }
    return fault;
}

std::optional<std::int64_t> wholeNumber(const QJsonObject& body, const char16_t* key,
                                        std::optional<std::int64_t> whenEmpty = std::nullopt)
{
    const QJsonValue value = body.value(QStringView{key});
    if (!value.isString() && !value.isUndefined()) {
        return std::nullopt;  // The gateway takes text only.
    }
    const QString text = value.toString().trimmed();
    if (text.isEmpty()) {
        return whenEmpty;
    }
    bool ok = false;
    const std::int64_t number = text.toLongLong(&ok);
    return ok ? std::optional{number} : std::nullopt;
}

std::optional<Division> readDivision(const QJsonObject& body)
{
    return divisionOf(body.value(u"ORD_DVSN").toString().toStdString());
}

bool isVenueKnown(const RestContext& context, const QJsonObject& body)
{
    const QString venue = body.value(u"EXCG_ID_DVSN_CD").toString();
    return venue.isEmpty() || venue == u"KRX"
           || (venue == u"SOR" && context.options.profile == Profile::Real);
}

/// KRX_FWDG_ORD_ORGNO, ODNO, ORD_TMD in the case asked for.
HttpReply acceptedReply(const RestContext& context, std::int64_t number, const char* mockCode,
                        const char* mockText)
{
    const FaultRule* keys = context.faults.standing("order.keys");
    const QString letters = keys != nullptr ? keys->value : QStringLiteral("upper");
    const bool real = context.options.profile == Profile::Real;
    const auto key = [&](const char* upper, bool low) {
        const QByteArray name{upper};
        return letters == u"lower" || (letters == u"mixed" && low) ? name.toLower() : name;
    };
    JsonObject output;
    output.text(key("KRX_FWDG_ORD_ORGNO", true).constData(), context.broker.branch())
        .text(key("ODNO", false).constData(), orderNumberText(number))
        .text(key("ORD_TMD", true).constData(), clockText(context.exchange.now()));
    if (real) {
        output.text(key("SOR_ODNO", false).constData(), QString{});
    }
    HttpReply reply;
    reply.body = R"({"rt_cd":"0","msg_cd":")"
                 + (real ? QByteArrayLiteral("APBK0013") : QByteArray{mockCode}) + R"(","msg1":")"
                 + (real ? QByteArrayLiteral("주문 전송 완료 되었습니다.") : QByteArray{mockText})
                 + R"(","output":)" + output.bytes() + '}';
    return reply;
}

/// Runs `act` as the fault allows and dresses the reply accordingly.
template <typename Act, typename Success>
HttpReply perform(RestContext& context, const FaultRule* rule, Act act, Success success)
{
    const OrderFault fault = faultOf(rule);
    HttpReply reply;
    if (fault.late.count() > 0) {
        context.broker.later(context.clock.monotonic() + fault.late, [act] { (void)act(); });
    } else if (fault.executed) {
        const OrderOutcome outcome = act();
        const auto* number = std::get_if<std::int64_t>(&outcome);
        if (number != nullptr) {
            reply = success(*number);
            if (fault.rejectAfter) {
                context.broker.rejectWorking(*number);
            }
        } else {
            reply = businessRefusal(context, std::get<OrderRefusal>(outcome));
        }
    }
    if (fault.reply) {
        reply = *fault.reply;
    }
    reply.delivery = fault.delivery;
    if (fault.delivery == Delivery::Garbled) {
        reply.body = QByteArrayLiteral(
            "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"rt_cd\":\"0\",\"outp\x01\x02");
    }
    if (const FaultRule* early = context.faults.draw("notice.early")) {
        reply.delay = std::chrono::milliseconds{early->amount(8)};
    }
    if (const FaultRule* delay = context.faults.standing("order.delay")) {
        reply.delay += delay->milliseconds();
    }
    return reply;
}

/// One line and one entry of the truth log for a request that was read.
std::uint64_t logPost(RestContext& context, TruthPost post)
{
    TruthLine line{"post"};
    const std::uint64_t number = context.truth.post(post);
    line.number("post", static_cast<std::int64_t>(number))
        .text("kind", QString::fromLatin1(kindText(post.kind)));
    if (post.kind == RowKind::New) {
        line.text("symbol", post.symbol.toString())
            .text("side", QString::fromLatin1(sideText(post.side)));
    } else {
        line.text("original", orderNumberText(post.original));
    }
    line.number("qty", post.quantity).number("price", post.price).text("division", post.division);
    if (!post.fault.isEmpty()) {
        line.text("fault", post.fault);
    }
    context.truth.line(line.bytes());
    return number;
}
}  // namespace

HttpReply businessRefusal(const RestContext& context, OrderRefusal refusal)
{
    const RefusalText text = refusalText(refusal);
    return context.options.profile == Profile::Real
               ? refusalReply(200, text.realResult, text.realCode, text.realText)
               : refusalReply(500, "1", text.mockCode, text.mockText);
}

HttpReply orderCash(RestContext& context, const HttpRequest& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (const auto refusal = accountRefusal(context, body.value(u"CANO").toString(),
                                            body.value(u"ACNT_PRDT_CD").toString())) {
        return *refusal;
    }
    const QByteArray id = request.header("tr_id");
    const bool sells = id.endsWith("0011U") || id.endsWith("0801U");
    NewOrder order;
    order.symbol = domain::Symbol::parse(body.value(u"PDNO").toString());
    order.side = sells ? domain::Side::Sell : domain::Side::Buy;
    order.division = readDivision(body);
    order.quantity = wholeNumber(body, u"ORD_QTY");
    order.price = wholeNumber(body, u"ORD_UNPR", 0);
    order.venueKnown = isVenueKnown(context, body);
    const FaultRule* fault = context.faults.draw("order.fault");
    TruthPost post;
    post.kind = RowKind::New;
    post.symbol = order.symbol.value_or(domain::Symbol{});
    post.side = order.side;
    post.quantity = order.quantity.value_or(0);
    post.price = order.price.value_or(0);
    post.division = body.value(u"ORD_DVSN").toString().left(2);
    post.fault = fault != nullptr ? fault->value : QString{};
    order.post = logPost(context, post);
    return perform(
        context, fault, [&broker = context.broker, order] { return broker.place(order); },
        [&](std::int64_t number) {
            return sells ? acceptedReply(context, number, "40590000",
                                         "모의투자 매도주문이 완료 되었습니다.")
                         : acceptedReply(context, number, "40600000",
                                         "모의투자 매수주문이 완료 되었습니다.");
        });
}

HttpReply orderChange(RestContext& context, const HttpRequest& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (const auto refusal = accountRefusal(context, body.value(u"CANO").toString(),
                                            body.value(u"ACNT_PRDT_CD").toString())) {
        return *refusal;
    }
    const QString what = body.value(u"RVSE_CNCL_DVSN_CD").toString();
    if (what != u"01" && what != u"02") {
        return businessRefusal(context, OrderRefusal::Data);
    }
    OrderChange change;
    change.kind = what == u"01" ? RowKind::Amend : RowKind::Cancel;
    change.original = wholeNumber(body, u"ORGN_ODNO").value_or(0);
    const QString branch = body.value(u"KRX_FWDG_ORD_ORGNO").toString();
    change.addressKnown =
        (branch.isEmpty() || branch == context.broker.branch()) && isVenueKnown(context, body);
    change.all = body.value(u"QTY_ALL_ORD_YN").toString() == u"Y";
    change.division = readDivision(body);
    change.quantity = wholeNumber(body, u"ORD_QTY");
    change.price = wholeNumber(body, u"ORD_UNPR", 0);
    const bool cancels = change.kind == RowKind::Cancel;
    const FaultRule* fault = context.faults.draw(cancels ? "cancel.fault" : "amend.fault");
    TruthPost post;
    post.kind = change.kind;
    post.original = change.original;
    post.quantity = change.quantity.value_or(0);
    post.price = change.price.value_or(0);
    post.division = body.value(u"ORD_DVSN").toString().left(2);
    post.fault = fault != nullptr ? fault->value : QString{};
    change.post = logPost(context, post);
    return perform(
        context, fault, [&broker = context.broker, change] { return broker.change(change); },
        [&](std::int64_t number) {
            return acceptedReply(context, number, "40630000",
                                 cancels ? "모의투자 취소주문이 완료 되었습니다."
                                         : "모의투자 정정주문이 완료 되었습니다.");
        });
}
}  // namespace core::sim
