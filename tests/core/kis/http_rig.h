#pragma once

#include "core/kis/broker_queries.h"
#include "tests/support/manual_clock.h"
#include "tests/support/patience.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace test
{
struct HeardRequest
{
    QString method;
    QString path;
    QUrlQuery query;
    std::map<QString, QString> headers;  ///< Names in lower case.
    QByteArray body;
};

/// Raw bytes to send, and whether the line breaks afterwards.
struct HttpAnswer
{
    QByteArray bytes;
    bool closes = true;
};

inline HttpAnswer answer(int status, const QByteArray& body, const QByteArray& headers = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status)
                + " X\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\nConnection: close\r\n" + headers + "\r\n" + body,
            true};
}

/// An HTTP server that gives, path by path, the answers the test has laid out; the last one of a
/// path repeats. A path without any is not answered at all.
class ScriptedHttp final : public QObject
{
    Q_OBJECT

public:
    ScriptedHttp()
    {
        const bool listening = m_server.listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())};
    }
    void lay(const char* path, const HttpAnswer& next)
    {
        m_answers[QLatin1String(path)].push_back(next);
    }
    void relay(const char* path, const HttpAnswer& only)
    {
        m_answers[QLatin1String(path)] = {only};
    }
    [[nodiscard]] int count(const char* path) const
    {
        return static_cast<int>(
            std::count_if(heard.begin(), heard.end(), [path](const HeardRequest& request) {
                return request.path == QLatin1String(path);
            }));
    }
    [[nodiscard]] const HeardRequest& last(const char* path) const
    {
        const auto at =
            std::find_if(heard.rbegin(), heard.rend(), [path](const HeardRequest& request) {
                return request.path == QLatin1String(path);
            });
        Q_ASSERT(at != heard.rend());
        return *at;
    }

    std::vector<HeardRequest> heard;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& text = m_pending[socket];
        text += socket->readAll();
        const qsizetype headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        HeardRequest request;
        const QList<QByteArray> lines = text.left(headEnd).split('\n');
        const QList<QByteArray> first = lines.first().split(' ');
        const QUrl url = QUrl::fromEncoded(first.value(1));
        request.method = QString::fromLatin1(first.value(0));
        request.path = url.path();
        request.query = QUrlQuery{url};
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers[QString::fromLatin1(line.left(colon)).toLower()] =
                QString::fromUtf8(line.mid(colon + 1)).trimmed();
        }
        request.body = text.mid(headEnd + 4);
        if (request.body.size() < request.headers[QStringLiteral("content-length")].toInt()) {
            return;
        }
        m_pending.erase(socket);
        std::deque<HttpAnswer>& answers = m_answers[request.path];
        heard.push_back(request);
        if (answers.empty()) {
            return;
        }
        const HttpAnswer next = answers.front();
        if (answers.size() > 1) {
            answers.pop_front();
        }
        socket->write(next.bytes);
        if (next.closes) {
            socket->disconnectFromHost();
        }
    }

    QTcpServer m_server;
    std::map<QString, std::deque<HttpAnswer>> m_answers;
    std::map<QTcpSocket*, QByteArray> m_pending;
};

inline constexpr const char* kTokenPath = "/oauth2/tokenP";
inline constexpr const char* kApprovalPath = "/oauth2/Approval";
inline constexpr const char* kPricePath = "/uapi/domestic-stock/v1/quotations/inquire-price";
inline constexpr const char* kChartPath =
    "/uapi/domestic-stock/v1/quotations/inquire-time-itemchartprice";
inline constexpr const char* kRankPath = "/uapi/domestic-stock/v1/quotations/volume-rank";
inline constexpr const char* kBalancePath = "/uapi/domestic-stock/v1/trading/inquire-balance";

inline QByteArray envelope(const char* result, const char* code, const char* text,
                           const QByteArray& more = {})
{
    return QByteArray{"{\"rt_cd\":\""} + result + "\",\"msg_cd\":\"" + code + "\",\"msg1\":\""
           + text + "\"" + more + "}";
}

inline HttpAnswer tokenAnswer(const QByteArray& token)
{
    return answer(200, "{\"access_token\":\"" + token
                           + "\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
}

inline HttpAnswer priceAnswer()
{
    return answer(200, envelope("0", "MCA00000", "ok   ",
                                ",\"output\":{\"stck_prpr\":\"70100\",\"acml_vol\":\"1000\","
                                "\"acml_tr_pbmn\":\"70100000\"}"));
}

/// Queries on a scripted server, with the test's hand on the clock.
class BrokerRig final : public QObject
{
    Q_OBJECT

public:
    explicit BrokerRig(bool mock = false) : clock{startTime()}
    {
        options.rest = server.url();
        options.master = server.url();
        options.keys = {QStringLiteral("appkey-of-the-test"), QStringLiteral("secret-of-the-test")};
        options.account = QStringLiteral("50000000-01");
        options.environment = QStringLiteral("demo");
        options.mock = mock;
        options.capabilities = core::config::capabilitiesOf(mock);
        options.drive = core::kis::FeedDrive::ByHand;
        server.lay(kTokenPath, tokenAnswer("token-1"));
    }
    static core::base::Timestamp startTime()
    {
        using namespace std::chrono;
        return core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(10, 0, 30));
    }
    void start()
    {
        broker = std::make_unique<core::kis::BrokerQueries>(clock, clock, options);
        connect(broker.get(), &core::kis::BrokerQueries::priceReady, this,
                [this](const core::domain::PriceReply& reply) { prices.push_back(reply); });
        connect(broker.get(), &core::kis::BrokerQueries::rankingReady, this,
                [this](const core::domain::RankingReply& reply) { rankings.push_back(reply); });
        connect(broker.get(), &core::kis::BrokerQueries::balanceReady, this,
                [this](const core::domain::BalanceReply& reply) { balances.push_back(reply); });
        connect(broker.get(), &core::kis::BrokerQueries::approvalReady, this,
                [this](const QString& key) { approvals.append(key); });
        connect(broker.get(), &core::kis::BrokerQueries::approvalFailed, this,
                [this](const core::base::Error& error) { approvalErrors.push_back(error); });
        broker->start();
    }
    [[nodiscard]] bool startWithToken()
    {
        start();
        return delivered([this] { return token() == core::domain::TokenState::Valid; });
    }
    [[nodiscard]] core::domain::TokenState token() const { return broker->figures().token; }
    void pass(std::chrono::milliseconds time)
    {
        while (time > std::chrono::milliseconds{0}) {
            const auto step = std::min(time, std::chrono::milliseconds{10});
            clock.advance(step);
            broker->tick(clock.monotonic());
            time -= step;
        }
    }
    /// Time passes and the loopback delivers, until `condition` holds.
    template <typename Condition>
    [[nodiscard]] bool until(Condition condition, int stepsMax = 1500)
    {
        for (int i = 0; i < stepsMax && !condition(); ++i) {
            pass(std::chrono::milliseconds{10});
            QTest::qWait(1);
        }
        return condition();
    }
    /// The loopback delivers; no time passes.
    template <typename Condition>
    [[nodiscard]] static bool delivered(Condition condition)
    {
        return test::comes(condition);
    }

    ManualClock clock;
    ScriptedHttp server;
    core::kis::BrokerOptions options;
    std::unique_ptr<core::kis::BrokerQueries> broker;
    std::vector<core::domain::PriceReply> prices;
    std::vector<core::domain::RankingReply> rankings;
    std::vector<core::domain::BalanceReply> balances;
    QStringList approvals;
    std::vector<core::base::Error> approvalErrors;
};

inline core::domain::Symbol symbol(const char* code)
{
    return core::domain::Symbol::parse(std::string_view{code}).value();
}
}  // namespace test
