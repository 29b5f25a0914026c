#include "core/sim/rest_service.h"

#include "core/base/log.h"
#include "core/sim/master_file.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace core::sim
{
namespace
{
constexpr std::chrono::hours kSameToken{6};

enum class Method : std::uint8_t
{
    Get,
    Post,
};

struct Route
{
    const char* path;
    Method method;
    const char* realIds;  ///< Separated by a blank; the newest first.
    const char* mockIds;  ///< Empty: the mock host does not have it.
    Endpoint endpoint;
};

// clang-format off
constexpr std::array kRoutes{
    Route{"quotations/inquire-price",                 Method::Get, "FHKST01010100", "FHKST01010100", inquirePrice},
    Route{"quotations/inquire-price-2",               Method::Get, "FHPST01010000", "",              inquirePrice2},
    Route{"quotations/inquire-asking-price-exp-ccn",  Method::Get, "FHKST01010200", "FHKST01010200", inquireAskingPrice},
    Route{"quotations/inquire-ccnl",                  Method::Get, "FHKST01010300", "FHKST01010300", inquireTrades},
    Route{"quotations/inquire-time-itemconclusion",   Method::Get, "FHPST01060000", "FHPST01060000", inquireTimeTrades},
    Route{"quotations/inquire-daily-price",           Method::Get, "FHKST01010400", "FHKST01010400", inquireDailyPrice},
    Route{"quotations/inquire-investor",              Method::Get, "FHKST01010900", "FHKST01010900", inquireInvestor},
    Route{"quotations/inquire-time-itemchartprice",   Method::Get, "FHKST03010200", "FHKST03010200", inquireMinutesToday},
    Route{"quotations/inquire-time-dailychartprice",  Method::Get, "FHKST03010230", "FHKST03010230", inquireMinutesPast},
    Route{"quotations/inquire-daily-itemchartprice",  Method::Get, "FHKST03010100", "FHKST03010100", inquireDailyChart},
    Route{"quotations/volume-rank",                   Method::Get, "FHPST01710000", "",              volumeRank},
    Route{"ranking/fluctuation",                      Method::Get, "FHPST01700000", "",              fluctuationRank},
    Route{"ranking/volume-power",                     Method::Get, "FHPST01680000", "",              strengthRank},
    Route{"quotations/inquire-vi-status",             Method::Get, "FHPST01390000", "",              inquireViStatus},
    Route{"quotations/chk-holiday",                   Method::Get, "CTCA0903R",     "",              checkHoliday},
    Route{"quotations/search-stock-info",             Method::Get, "CTPF1002R",     "",              searchStockInfo},
    Route{"quotations/inquire-index-price",           Method::Get, "FHPUP02100000", "",              inquireIndexPrice},
    Route{"trading/inquire-balance",                  Method::Get, "TTTC8434R",     "VTTC8434R",     inquireBalance},
    Route{"trading/inquire-psbl-order",               Method::Get, "TTTC8908R",     "VTTC8908R",     inquireBuyingPower},
    Route{"trading/inquire-daily-ccld",               Method::Get, "TTTC0081R TTTC8001R CTSC9215R CTSC9115R",
                                                                   "VTTC0081R VTTC8001R VTSC9215R", inquireDailyOrders},
    Route{"trading/inquire-psbl-sell",                Method::Get, "TTTC8408R",     "",              inquireSellable},
    Route{"trading/inquire-psbl-rvsecncl",            Method::Get, "TTTC0084R TTTC8036R", "",        inquireOpenOrders},
    Route{"trading/order-cash",                       Method::Post, "TTTC0012U TTTC0011U TTTC0802U TTTC0801U",
                                                                   "VTTC0012U VTTC0011U VTTC0802U VTTC0801U", orderCash},
    Route{"trading/order-rvsecncl",                   Method::Post, "TTTC0013U TTTC0803U", "VTTC0013U VTTC0803U", orderChange},
};
// clang-format on

constexpr QLatin1String kBasePath{"/uapi/domestic-stock/v1/"};

const Route* routeOf(const QString& path)
{
    if (!path.startsWith(kBasePath)) {
        return nullptr;
    }
    const QString tail = path.mid(kBasePath.size());
    const auto known = std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& route) {
        return tail == QLatin1String{route.path};
    });
    return known == kRoutes.end() ? nullptr : &*known;
}

/// The other error shape, that of the token endpoints.
HttpReply tokenRefusal(int status, const char* code, const char* text)
{
    HttpReply reply;
    reply.status = status;
    reply.body =
        QByteArray{R"({"error_description":")"} + text + R"(","error_code":")" + code + R"("})";
    return reply;
}

HttpReply gateway(const char* code, const char* text)
{
    return refusalReply(500, "1", code, text);
}

QJsonObject jsonBody(const HttpRequest& request)
{
    return QJsonDocument::fromJson(request.body).object();
}
}  // namespace

RestService::RestService(RestContext context, SimulatorCounters& counters)
    : m_context{context}, m_counters{counters}, m_limit{context.options.speed}
{
}

HttpReply RestService::handle(const HttpRequest& request)
{
    m_counters.addCall();
    const bool post = request.method == "POST";
    if (request.path == u"/common/master/kospi_code.mst.zip") {
        return master(request, domain::Market::Kospi);
    }
    if (request.path == u"/common/master/kosdaq_code.mst.zip") {
        return master(request, domain::Market::Kosdaq);
    }
    if (request.path == u"/oauth2/tokenP" && post) {
        m_counters.addTokenRequest();
        return token(request);
    }
    if (request.path == u"/oauth2/revokeP" && post) {
        return revoke(request);
    }
    if (request.path == u"/oauth2/Approval" && post) {
        m_counters.addApprovalRequest();
        return approval(request);
    }
    if (request.path.startsWith(u"/sim/")) {
        return control(request);
    }
    const bool hash = request.path == u"/uapi/hashkey" && post;
    const Route* route = routeOf(request.path);
    if (!hash && route == nullptr) {
        return {.status = 404,
                .body = "<html><body><h1>404 Not Found</h1></body></html>",
                .contentType = "text/html",
                .headers = {}};
    }
    if (!hash && (route->method == Method::Post) != post) {
        return {.status = 405, .body = {}, .contentType = {}, .headers = {}};
    }
    if (std::optional<HttpReply> refusal = gatewayRefusal(request)) {
        return *std::move(refusal);
    }
    if (hash) {
        return hashKey(request);
    }
    const QByteArray id = request.header("tr_id");
    const bool real = m_context.options.profile == Profile::Real;
    const auto has = [&](const char* ids) {
        return !id.isEmpty() && QByteArray{ids}.split(' ').contains(id);
    };
    if (!has(real ? route->realIds : route->mockIds)) {
        return !real && (has(route->realIds) || route->mockIds[0] == '\0')
                   ? gateway("EGW02006", "모의투자 TR 이 아닙니다.")
                   : refusalReply(500, "1", "OPSQ0002", "없는 서비스 코드 입니다.");
    }
    HttpReply reply;
    std::optional<HttpReply> fault = post ? std::nullopt : queryFault(request);
    reply = fault ? *std::move(fault) : route->endpoint(m_context, request);
    if (!post) {
        dressReply(reply);
    }
    reply.headers.emplaceBack("tr_id", id);
    reply.headers.emplaceBack("gt_uid",
                              QByteArray::number(m_counters.calls()).rightJustified(32, '0'));
    return reply;
}

std::optional<HttpReply> RestService::gatewayRefusal(const HttpRequest& request)
{
    const bool hash = request.path == u"/uapi/hashkey";
    const QByteArray key = request.header("appkey");
    const QByteArray secret = request.header("appsecret");
    if (key.isEmpty()) {
        return gateway("EGW00102", "AppKey는 필수입니다.");
    }
    if (key != m_context.credentials.appKey().toLatin1()) {
        return gateway("EGW00103", "유효하지 않은 AppKey입니다.");
    }
    if (secret.isEmpty()) {
        return gateway("EGW00104", "AppSecret은 필수입니다.");
    }
    if (secret != m_context.credentials.appSecret().toLatin1()) {
        return gateway("EGW00105", "유효하지 않은 AppSecret입니다.");
    }
    if (inMaintenance()) {
        return refusalReply(401, "1", "EGW00999", "시스템 점검 중입니다. 접근이 제한됩니다.");
    }
    if (!hash) {
        const QByteArray authorization = request.header("authorization");
        if (!authorization.startsWith("Bearer ")) {
            return gateway("EGW00205", "credentials_type이 유효하지 않습니다.(Bearer)");
        }
        switch (m_context.credentials.check(authorization.mid(7).trimmed(),
                                            base::MachineClock{}.now())) {
        case TokenVerdict::Valid:
            break;
        case TokenVerdict::Unknown:
            return gateway("EGW00121", "유효하지 않은 token 입니다.");
        case TokenVerdict::Expired:
            return gateway("EGW00123", "기간이 만료된 token 입니다.");
        }
    }
    if (!takeCall()) {
        return gateway("EGW00201", "초당 거래건수를 초과하였습니다.");
    }
    const QByteArray customer = request.header("custtype");
    if (!customer.isEmpty() && customer != "P" && customer != "B") {
        return gateway("EGW00208", "고객타입이 유효하지 않습니다.");
    }
    return std::nullopt;
}

HttpReply RestService::token(const HttpRequest& request)
{
    const QJsonObject body = jsonBody(request);
    if (body.value(u"grant_type").toString() != u"client_credentials") {
        return tokenRefusal(403, "EGW00101", "유효하지 않은 요청입니다.");
    }
    if (body.value(u"appkey").toString() != m_context.credentials.appKey()) {
        return tokenRefusal(403, "EGW00103", "유효하지 않은 AppKey입니다.");
    }
    if (body.value(u"appsecret").toString() != m_context.credentials.appSecret()) {
        return tokenRefusal(403, "EGW00105", "유효하지 않은 AppSecret입니다.");
    }
    if (inMaintenance()) {
        return {.status = 503,
                .body = "<html><body>점검중</body></html>",
                .contentType = "text/html",
                .headers = {}};
    }
    const std::chrono::nanoseconds now = m_context.clock.monotonic();
    if (m_tokenAskedAt && now - *m_tokenAskedAt < tokenInterval()) {
        return tokenRefusal(403, "EGW00133", "접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)");
    }
    m_tokenAskedAt = now;
    if (m_token.isEmpty() || now - m_tokenAt > kSameToken) {
        m_token = m_context.credentials.issueToken(base::MachineClock{}.now(), tokenLife());
        m_tokenAt = now;
    }
    const base::Timestamp until = m_context.clock.now() + tokenLife();
    HttpReply reply;
    reply.body = R"({"access_token":")" + m_token + R"(","access_token_token_expired":")"
                 + domain::dateText(domain::kstDate(until)).toLatin1() + ' '
                 + domain::timeText(domain::kstTimeOfDay(until)).toLatin1()
                 + R"(","token_type":"Bearer","expires_in":)"
                 + QByteArray::number(static_cast<qint64>(tokenLife().count())) + '}';
    return reply;
}

HttpReply RestService::revoke(const HttpRequest& request)
{
    const QJsonObject body = jsonBody(request);
    const QByteArray token = body.value(u"token").toString().toLatin1();
    if (body.value(u"appkey").toString() != m_context.credentials.appKey() || token.isEmpty()) {
        return tokenRefusal(403, "EGW00103", "유효하지 않은 AppKey입니다.");
    }
    if (m_context.credentials.check(token, base::MachineClock{}.now()) == TokenVerdict::Valid) {
        m_context.credentials.revoke(token);
    }
    if (token == m_token) {
        m_token.clear();
    }
    HttpReply reply;
    reply.body = R"({"code":200,"message":"접근토큰 폐기에 성공하였습니다"})";
    return reply;
}

HttpReply RestService::approval(const HttpRequest& request)
{
    const QJsonObject body = jsonBody(request);
    if (body.value(u"grant_type").toString() != u"client_credentials"
        || body.value(u"appkey").toString() != m_context.credentials.appKey()) {
        return tokenRefusal(403, "EGW00103", "유효하지 않은 AppKey입니다.");
    }
    // The secret has another name here than everywhere else.
    if (body.value(u"secretkey").toString() != m_context.credentials.appSecret()) {
        return tokenRefusal(403, "EGW00105", "유효하지 않은 AppSecret입니다.");
    }
    const std::chrono::nanoseconds now = m_context.clock.monotonic();
    if (m_approvalAskedAt && now - *m_approvalAskedAt < approvalInterval()) {
        return gateway("EGW00201", "초당 거래건수를 초과하였습니다.");
    }
    m_approvalAskedAt = now;
    HttpReply reply;
    reply.body =
        R"({"approval_key":")" + m_context.credentials.issueApprovalKey().toLatin1() + R"("})";
    return reply;
}

HttpReply RestService::hashKey(const HttpRequest& request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return gateway("EGW00132", "유효하지 않은 Content-Type입니다.");
    }
    HttpReply reply;
    reply.body =
        R"({"BODY":)" + document.toJson(QJsonDocument::Compact) + R"(,"HASH":")"
        + QCryptographicHash::hash(request.body + m_context.credentials.appSecret().toLatin1(),
                                   QCryptographicHash::Sha256)
              .toHex()
        + R"("})";
    return reply;
}

HttpReply RestService::master(const HttpRequest& request, domain::Market market)
{
    const domain::SessionSchedule& day = m_context.exchange.schedule();
    // The file of a day is there half an hour before its opening auction.
    const base::Timestamp madeAt =
        domain::fromKst(day.date, day.auctionStart - std::chrono::minutes{30});
    const QByteArray modified =
        QLocale::c()
            .toString(QDateTime::fromMSecsSinceEpoch(madeAt.time_since_epoch().count(), Qt::UTC),
                      QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
            .toLatin1()
        + " GMT";
    HttpReply reply;
    reply.headers.emplaceBack("Last-Modified", modified);
    if (request.header("if-modified-since") == modified) {
        reply.status = 304;
        return reply;
    }
    QByteArray& zip = m_masters[static_cast<int>(market)];
    if (zip.isEmpty()) {
        const QByteArray name =
            market == domain::Market::Kospi ? "kospi_code.mst" : "kosdaq_code.mst";
        const base::Result<QByteArray> made =
            masterFile(m_context.exchange.listings(), market, day.date)
                .and_then([&](const QByteArray& text) { return zipOf(name, text); });
        if (!made) {
            qCWarning(base::lcSim, "%ls", qUtf16Printable(made.error().detail));
            return {.status = 500, .body = {}, .contentType = {}, .headers = {}};
        }
        zip = *made;
    }
    reply.body = zip;
    reply.contentType = "application/zip";
    return reply;
}
}  // namespace core::sim
