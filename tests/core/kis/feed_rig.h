#pragma once

#include "core/kis/feed_session.h"
#include "core/market/market_feed.h"
#include "tests/support/manual_clock.h"
#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <vector>

namespace test
{
/// Writes down what a feed delivers.
class RecordingSink final : public core::market::MarketFeedSink
{
public:
    std::vector<core::domain::Trade> trades;
    std::vector<std::size_t> tradeCalls;  ///< Records of each call.
    std::vector<core::domain::Quote> quotes;
    std::vector<core::domain::ExpectedTrade> expected;
    std::vector<core::domain::MarketOperation> operations;
    std::vector<core::domain::OrderNotice> notices;
    std::vector<core::domain::FeedKey> active;
    std::vector<core::domain::FeedKey> ended;
    std::vector<std::pair<core::domain::FeedKey, QString>> refused;
    int stateCalls = 0;

    void onTrades(std::span<const core::domain::Trade> batch) override
    {
        trades.insert(trades.end(), batch.begin(), batch.end());
        tradeCalls.push_back(batch.size());
    }
    void onQuote(const core::domain::Quote& quote) override { quotes.push_back(quote); }
    void onExpected(const core::domain::ExpectedTrade& trade) override
    {
        expected.push_back(trade);
    }
    void onOperation(const core::domain::MarketOperation& operation) override
    {
        operations.push_back(operation);
    }
    void onNotice(const core::domain::OrderNotice& notice) override { notices.push_back(notice); }
    void onRegistration(const core::domain::FeedKey& key, bool isActive) override
    {
        if (isActive) {
            active.push_back(key);
        } else {
            ended.push_back(key);
        }
    }
    void onRefused(const core::domain::FeedKey& key, const QString& code) override
    {
        refused.emplace_back(key, code);
    }
    void onFeedState() override { ++stateCalls; }
};

/// A WebSocket server that says only what the test tells it to.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    ScriptedServer() : m_server{QStringLiteral("scripted"), QWebSocketServer::NonSecureMode}
    {
        const bool listening = m_server.listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            peer.reset(m_server.nextPendingConnection());
            ++connections;
            connect(peer.get(), &QWebSocket::textMessageReceived, this,
                    [this](const QString& text) { heard(text); });
            connect(peer.get(), &QWebSocket::pong, this, [this] { ++pongs; });
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("ws://127.0.0.1:%1/tryitout").arg(m_server.serverPort())};
    }
    void say(const QString& text) { peer->sendTextMessage(text); }
    /// Closes the way a broken line does: no close frame.
    void drop() { peer->abort(); }
    void refuseConnections() { m_server.pauseAccepting(); }

    /// Answers `code` to the next message (once), then normally again.
    void answerNext(const QString& code) { m_nextCode = code; }

    [[nodiscard]] static QString reply(const QString& id, const QString& key, const QString& code,
                                       const QString& result, bool withKeys)
    {
        const QString output =
            withKeys ? QStringLiteral(R"(,"output":{"iv":"%1","key":"%2"})").arg(iv(), aesKey())
                     : QString{};
        return QStringLiteral(R"({"header":{"tr_id":"%1","tr_key":"%2","encrypt":"N"},)"
                              R"("body":{"rt_cd":"%3","msg_cd":"%4","msg1":"TEXT "%5}})")
            .arg(id, key, result, code, output);
    }
    [[nodiscard]] static QString iv() { return QStringLiteral("0123456789abcdef"); }
    [[nodiscard]] static QString aesKey()
    {
        return QStringLiteral("abcdefghijklmnopqrstuvwxyz012345");
    }

    std::unique_ptr<QWebSocket> peer;
    QStringList messages;  ///< "1 H0STCNT0 005930": type, id, key, in order.
    QStringList raw;
    QStringList approvalKeys;
    bool answers = true;  ///< False: says nothing at all.
    int connections = 0;
    int pongs = 0;

private:
    void heard(const QString& text)
    {
        raw.append(text);
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        const QJsonObject header = message.value(u"header").toObject();
        const QJsonObject input = message.value(u"body").toObject().value(u"input").toObject();
        const QString type = header.value(u"tr_type").toString();
        const QString id = input.value(u"tr_id").toString();
        const QString key = input.value(u"tr_key").toString();
        if (type.isEmpty()) {
            return;  // The echo of a PINGPONG.
        }
        messages.append(type + u' ' + id + u' ' + key);
        approvalKeys.append(header.value(u"approval_key").toString());
        if (!answers) {
            return;
        }
        const bool registering = type == u"1";
        const QString normal =
            registering ? QStringLiteral("OPSP0000") : QStringLiteral("OPSP0001");
        const QString code = m_nextCode.isEmpty() ? normal : std::exchange(m_nextCode, {});
        const bool success = code == u"OPSP0000" || code == u"OPSP0001";
        peer->sendTextMessage(reply(id, key, code,
                                    success ? QStringLiteral("0") : QStringLiteral("1"),
                                    code == u"OPSP0000"));
    }

    QWebSocketServer m_server;
    QString m_nextCode;
};

inline core::domain::FeedKey feedKey(core::domain::Stream stream, const char* code = "")
{
    return {stream,
            core::domain::Symbol::parse(std::string_view{code}).value_or(core::domain::Symbol{})};
}

/// A session on a scripted server, with the test's hand on the clock.
class FeedRig final : public QObject
{
    Q_OBJECT

public:
    static core::base::Timestamp startTime()
    {
        using namespace std::chrono;
        return core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(10, 0));
    }

    explicit FeedRig(std::size_t limit = 41, core::kis::HostKind host = core::kis::HostKind::Real)
        : clock{startTime()}
    {
        core::kis::FeedOptions options;
        options.url = server.url();
        options.htsId = QStringLiteral("HTSUSER1");
        options.host = host;
        options.streams = core::kis::streamsOf(host, host == core::kis::HostKind::Real);
        options.registrationLimit = limit;
        options.drive = core::kis::FeedDrive::ByHand;
        session = std::make_unique<core::kis::FeedSession>(sink, clock, options);
        connect(session.get(), &core::kis::FeedSession::approvalNeeded, this,
                [this](core::kis::ApprovalWish wish) {
                    wishes.push_back(wish);
                    if (approves) {
                        session->setApprovalKey(QStringLiteral("key-%1").arg(wishes.size()));
                    }
                });
    }

    [[nodiscard]] core::domain::FeedState state() const { return session->figures().state; }
    /// Lets time pass in steps of at most 100 ms, as the timer would.
    void pass(std::chrono::milliseconds time)
    {
        while (time > std::chrono::milliseconds{0}) {
            const auto step = std::min(time, std::chrono::milliseconds{100});
            clock.advance(step);
            session->tick(clock.monotonic());
            time -= step;
        }
    }
    /// Time passes and the loopback delivers, until `condition` holds.
    template <typename Condition>
    [[nodiscard]] bool until(Condition condition, int stepsMax = 400)
    {
        for (int i = 0; i < stepsMax && !condition(); ++i) {
            pass(std::chrono::milliseconds{100});
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
    /// Connected, with everything of `wanted` acknowledged.
    [[nodiscard]] bool goLive(std::vector<core::domain::FeedKey> wanted)
    {
        session->setWanted(std::move(wanted));
        session->start();
        return until([this] {
            return state() == core::domain::FeedState::Live
                   && session->figures().acknowledged == session->figures().wanted;
        });
    }

    RecordingSink sink;
    ManualClock clock;
    ScriptedServer server;
    std::unique_ptr<core::kis::FeedSession> session;
    std::vector<core::kis::ApprovalWish> wishes;
    bool approves = true;
};
}  // namespace test
