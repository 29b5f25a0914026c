// The half of RestService that is not the broker's: faults and the port for tests.
#include "core/sim/rest_service.h"

#include <QRegularExpression>

#include <algorithm>

namespace core::sim
{
namespace
{
HttpReply json(const QByteArray& body)
{
    HttpReply reply;
    reply.body = body;
    return reply;
}

QByteArray postJson(const TruthPost& post)
{
    TruthLine line;
    line.number("post", static_cast<std::int64_t>(post.number))
        .text("kind", QString::fromLatin1(kindText(post.kind)))
        .text("symbol", post.symbol.toString())
        .text("side", QString::fromLatin1(sideText(post.side)))
        .number("qty", post.quantity)
        .number("price", post.price)
        .text("division", post.division)
        .text("original", post.original != 0 ? orderNumberText(post.original) : QString{})
        .text("fault", post.fault)
        .text("order", post.accepted != 0 ? orderNumberText(post.accepted) : QString{})
        .text("refusal", post.refusal);
    return line.bytes();
}

QByteArray orderJson(const BrokerOrder& order)
{
    TruthLine line;
    line.text("order", orderNumberText(order.number))
        .text("original", order.original != 0 ? orderNumberText(order.original) : QString{})
        .text("kind", QString::fromLatin1(kindText(order.kind)))
        .text("symbol", order.symbol.toString())
        .text("side", QString::fromLatin1(sideText(order.side)))
        .text("division", QString::fromLatin1(order.division.text().data(), 2))
        .number("qty", order.quantity)
        .number("price", order.price)
        .number("filled", order.figures.filled)
        .number("amount", order.figures.filledAmount)
        .number("cancelled", order.figures.cancelled)
        .number("rejected", order.figures.rejected)
        .number("remaining", order.kind == RowKind::Cancel ? 0 : order.remaining())
        .number("external", order.external ? 1 : 0);
    return line.bytes();
}

template <typename Items, typename ToJson>
QByteArray jsonArray(const Items& items, ToJson toJson)
{
    QByteArray out;
    for (const auto& item : items) {
        out += (out.isEmpty() ? QByteArray{} : QByteArrayLiteral(",\n")) + toJson(item);
    }
    return '[' + out + ']';
}

QByteArray ordersJson(const TruthSnapshot& truth)
{
    TruthLine positions;
    for (const auto& [symbol, quantity] : truth.positions) {
        positions.number(symbol.toString().toLatin1().constData(), quantity);
    }
    TruthLine out;
    out.raw("posts", jsonArray(truth.posts, postJson))
        .raw("orders", jsonArray(truth.orders, orderJson))
        .raw("positions", positions.bytes())
        .number("cash", truth.cashD2)
        .number("charges", truth.chargesToday);
    return out.bytes();
}

/// Values that are none of the form the documentation promises.
QByteArray mutated(const QByteArray& body, const QString& how)
{
    if (how == u"bom") {
        return QByteArrayLiteral("\xEF\xBB\xBF") + body;
    }
    if (how == u"euckr") {
        return QByteArray{body}.replace(QByteArrayLiteral("정상처리 되었습니다."),
                                        QByteArrayLiteral("\xC1\xA4\xBB\xF3\xC3\xB3\xB8\xAE"));
    }
    if (how == u"truncate") {
        return body.left(body.size() * 2 / 3);
    }
    QString text = QString::fromUtf8(body);
    static const QRegularExpression number{QStringLiteral(":\"(-?\\d+(\\.\\d+)?)\"")};
    static const QRegularExpression member{
        QStringLiteral("\"(tot_ccld_qty|hldg_qty|stck_prpr)\":\"[^\"]*\",")};
    if (how == u"numbers") {
        text.replace(number, QStringLiteral(":\\1"));
    } else if (how == u"empty") {
        text.replace(number, QStringLiteral(":\"\""));
    } else if (how == u"null") {
        text.replace(number, QStringLiteral(":null"));
    } else if (how == u"missing") {
        text.remove(member);
    } else if (how == u"unknown") {
        text.replace(QStringLiteral("{\"rt_cd\""), QStringLiteral("{\"zz_new\":[1,{}],\"rt_cd\""));
    }
    return text.toUtf8();
}

std::optional<HttpReply> faultReply(const FaultRule& rule)
{
    HttpReply reply;
    const QString& how = rule.value;
    if (how == u"refuse") {
        return refusalReply(500, "1", "EGW00202", "GW라우팅 중 오류가 발생했습니다.");
    }
    if (how == u"500_empty") {
        return refusalReply(500, "1", "", "");
    }
    if (how == u"code") {
        return refusalReply(static_cast<int>(rule.number("status", 500)), "1",
                            rule.arguments.value(QStringLiteral("code")).toLatin1().constData(),
                            "오류");
    }
    if (how == u"html") {
        reply.status = 502;
        reply.contentType = "text/html";
        reply.body = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        return reply;
    }
    reply.delivery = how == u"hang"    ? Delivery::Hang
                     : how == u"reset" ? Delivery::Reset
                     : how == u"cut"   ? Delivery::Partial
                                       : Delivery::Close;
    reply.body = R"({"output1":[{"odno":"0000000001","ord_qty":"1"}],"rt_cd":"0"})";
    return reply;
}
}  // namespace

HttpReply RestService::control(const HttpRequest& request)
{
    if (request.path == u"/sim/truth") {
        HttpReply reply;
        reply.body = m_context.truth.lines(
            static_cast<std::size_t>(request.parameter("FROM").toULongLong()));
        reply.contentType = "application/x-ndjson";
        return reply;
    }
    if (request.path == u"/sim/orders") {
        return json(ordersJson(m_context.truth.snapshot()));
    }
    if (request.path == u"/sim/status") {
        TruthLine strikes;
        const QHash<QString, int>& counts = m_context.faults.strikes();
        for (auto strike = counts.begin(); strike != counts.end(); ++strike) {
            strikes.number(strike.key().toLatin1().constData(), strike.value());
        }
        TruthLine out;
        out.text("now", domain::timestampText(m_context.clock.now()))
            .number("calls", m_counters.calls())
            .number("tokens", m_counters.tokenRequests())
            .number("approvals", m_counters.approvalRequests())
            .number("connects", m_counters.connects())
            .number("clients", m_counters.clients())
            .number("truth_lines", static_cast<std::int64_t>(m_context.truth.lineCount()))
            .raw("strikes", strikes.bytes());
        return json(out.bytes());
    }
    if (request.path == u"/sim/control" && request.method == "POST" && m_control) {
        const QList<QByteArray> lines = request.body.split('\n');
        for (const QByteArray& line : lines) {
            const base::Status done = m_control(QString::fromUtf8(line));
            if (!done) {
                HttpReply reply = json(TruthLine{}.text("error", done.error().detail).bytes());
                reply.status = 400;
                return reply;
            }
        }
        return json(R"({"ok":1})");
    }
    return {.status = 404, .body = {}, .contentType = {}, .headers = {}};
}

std::optional<HttpReply> RestService::queryFault(const HttpRequest& request)
{
    FaultPlan& faults = m_context.faults;
    const bool trading = request.path.contains(u"/trading/");
    if (!trading) {
        return std::nullopt;
    }
    const bool daily = request.path.endsWith(u"inquire-daily-ccld");
    const bool balance = request.path.endsWith(u"inquire-balance");
    m_page = request.header("tr_cont").trimmed() == "N" ? m_page + 1 : 1;
    const FaultRule* page = faults.standing("page.fail_at");
    if (page != nullptr && page->amount() == m_page && faults.draw("page.fail_at") != nullptr) {
        return refusalReply(500, "1", "EGW00202", "GW라우팅 중 오류가 발생했습니다.");
    }
    const FaultRule* rule = faults.draw("query.fault");
    if (rule == nullptr && daily) {
        rule = faults.draw("ccld.fault");
    }
    if (rule == nullptr && balance) {
        rule = faults.draw("balance.fault");
    }
    if (rule != nullptr) {
        return faultReply(*rule);
    }
    if (daily && faults.draw("fillquery.fail") != nullptr) {
        return refusalReply(500, "1", "", "");
    }
    return std::nullopt;
}

void RestService::dressReply(HttpReply& reply)
{
    FaultPlan& faults = m_context.faults;
    if (const FaultRule* rule = faults.draw("json.mutate")) {
        reply.body = mutated(reply.body, rule->value);
    }
    if (const FaultRule* rule = faults.draw("http.size")) {
        const auto size = static_cast<qsizetype>(rule->amount());
        reply.body = reply.body.leftJustified(size, ' ');
    }
    if (const FaultRule* rule = faults.draw("http.drip")) {
        reply.bytesPerSecond = static_cast<int>(std::max<std::int64_t>(1, rule->amount()));
    }
}

void RestService::act(const FaultRule& rule)
{
    const base::Timestamp now = base::MachineClock{}.now();
    if (rule.name == u"token.expire_at") {
        m_context.credentials.endTokens(TokenVerdict::Expired, now);
    } else if (rule.name == u"token.revoke_now") {
        m_context.credentials.endTokens(TokenVerdict::Unknown, now);
    } else if (rule.name == u"maint.revoke") {
        m_context.credentials.endTokens(TokenVerdict::Unknown, now);
        m_maintenanceUntil = m_context.clock.monotonic() + std::chrono::seconds{rule.amount(5)};
    } else {
        return;
    }
    m_token.clear();
}

bool RestService::inMaintenance() const
{
    return m_context.clock.monotonic() < m_maintenanceUntil;
}

bool RestService::takeCall()
{
    const FaultRule* limit = m_context.faults.standing("rate.limit");
    const FaultRule* window = m_context.faults.standing("rate.window");
    const ServerKnobs& knobs = m_context.options.knobs;
    const int usual = m_context.options.profile == Profile::Real ? knobs.realCallsPerSecond
                                                                 : knobs.mockCallsPerSecond;
    const CallWindow how = window == nullptr             ? CallWindow::Bucket
                           : window->value == u"sliding" ? CallWindow::Sliding
                           : window->value == u"fixed"   ? CallWindow::Fixed
                                                         : CallWindow::Bucket;
    return m_limit.take(m_context.clock.monotonic(),
                        limit != nullptr ? static_cast<double>(limit->amount(usual))
                                         : static_cast<double>(usual),
                        how);
}

std::chrono::milliseconds RestService::tokenInterval() const
{
    const FaultRule* rule = m_context.faults.standing("token.min_interval");
    return rule != nullptr ? std::chrono::milliseconds{rule->amount() * 1'000}
                           : m_context.options.knobs.tokenInterval;
}

std::chrono::seconds RestService::tokenLife() const
{
    const FaultRule* rule = m_context.faults.standing("token.life");
    return rule != nullptr ? std::chrono::seconds{rule->amount()}
                           : std::chrono::seconds{std::chrono::hours{24}};
}

std::chrono::milliseconds RestService::approvalInterval() const
{
    const FaultRule* rule = m_context.faults.standing("approval.interval");
    return rule != nullptr ? rule->milliseconds() : m_context.options.knobs.approvalInterval;
}
}  // namespace core::sim
