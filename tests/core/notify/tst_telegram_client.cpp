#include "core/base/log.h"
#include "core/notify/telegram_client.h"
#include "tests/core/notify/telegram_stub.h"
#include "tests/support/manual_clock.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace core::notify;
using namespace std::chrono_literals;

namespace
{
/// A client of the stub; the loopback delivers, time only passes when the test says so.
class Rig final
{
public:
    Rig() : client{std::make_unique<TelegramClient>(clock, test::kBotToken, stub.url())} {}

    void message(const QString& text = QStringLiteral("hello"))
    {
        client->sendMessage({.chatId = 1001, .text = text},
                            [this](const ApiAnswer& answer) { answers.push_back(answer); });
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        client->tick(clock.monotonic());
    }
    [[nodiscard]] bool answered(std::size_t count = 1)
    {
        return test::comes([this, count] { return answers.size() >= count; });
    }

    test::ManualClock clock{core::base::Timestamp{std::chrono::hours{500'000}}};
    test::TelegramStub stub;
    std::unique_ptr<TelegramClient> client;
    std::vector<ApiAnswer> answers;
};
}  // namespace

class TestTelegramClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void sendsAMessage()
    {
        Rig rig;
        rig.client->sendMessage({.chatId = -1002000000123,
                                 .text = QStringLiteral("한글 *굵게* \\. 😀"),
                                 .loudness = Loudness::Silent},
                                [&rig](const ApiAnswer& answer) { rig.answers.push_back(answer); });
        QVERIFY(rig.answered());

        QCOMPARE(rig.answers.front(), (ApiAnswer{.kind = AnswerKind::Ok, .status = 200}));
        const test::ApiCall call = rig.stub.calls.front();
        QCOMPARE(call.path, QStringLiteral("/bot%1/sendMessage").arg(test::kBotToken));
        QVERIFY(call.head.startsWith("POST "));
        const QJsonObject json = call.json();
        QCOMPARE(json.value(QLatin1String{"chat_id"}).toInteger(), -1002000000123);
        QCOMPARE(call.text(), QStringLiteral("한글 *굵게* \\. 😀"));
        QCOMPARE(json.value(QLatin1String{"parse_mode"}).toString(), QStringLiteral("MarkdownV2"));
        QCOMPARE(json.value(QLatin1String{"disable_notification"}).toBool(), true);
        QVERIFY(json.value(QLatin1String{"link_preview_options"})
                    .toObject()
                    .value(QLatin1String{"is_disabled"})
                    .toBool());
    }

    void plainTextHasNoParseMode()
    {
        Rig rig;
        rig.client->sendMessage(
            {.chatId = 1, .text = QStringLiteral("a.b"), .markup = Markup::None},
            [&rig](const ApiAnswer& answer) { rig.answers.push_back(answer); });
        QVERIFY(rig.answered());
        QVERIFY(!rig.stub.calls.front().json().contains(QLatin1String{"parse_mode"}));
        QVERIFY(
            !rig.stub.calls.front().json().value(QLatin1String{"disable_notification"}).toBool());
    }

    void sendsAPictureWithItsCaption()
    {
        Rig rig;
        const QByteArray png = QByteArrayLiteral("\x89PNG\r\n\x1a\n\0\0binary");
        rig.client->sendPhoto({.chatId = 1001, .text = QStringLiteral("하루 *요약*")}, png,
                              [&rig](const ApiAnswer& answer) { rig.answers.push_back(answer); });
        QVERIFY(rig.answered());

        QCOMPARE(rig.answers.front().kind, AnswerKind::Ok);
        const test::ApiCall call = rig.stub.calls.front();
        QCOMPARE(call.method, QStringLiteral("sendPhoto"));
        QVERIFY(call.head.toLower().contains("multipart/form-data"));
        QVERIFY(call.body.contains(png));
        QVERIFY(call.body.contains("name=\"photo\"; filename=\"equity.png\""));
        QVERIFY(call.body.contains("image/png"));
        QVERIFY(call.body.contains("\r\n\r\n1001\r\n"));
        QVERIFY(call.body.contains("name=\"parse_mode\"\r\n\r\nMarkdownV2\r\n"));
        QVERIFY(
            call.body.contains(QStringLiteral("name=\"caption\"\r\n\r\n하루 *요약*\r\n").toUtf8()));
    }

    void asksForUpdates()
    {
        Rig rig;
        rig.stub.relay("getUpdates", test::updates(R"({"update_id":5})"));
        QByteArray body;
        rig.client->getUpdates(42, [&](const ApiAnswer& answer, const QByteArray& text) {
            rig.answers.push_back(answer);
            body = text;
        });
        QVERIFY(rig.answered());

        QVERIFY(body.contains("\"update_id\":5"));
        const QJsonObject json = rig.stub.calls.front().json();
        QCOMPARE(json.value(QLatin1String{"offset"}).toInteger(), 42);
        QCOMPARE(json.value(QLatin1String{"timeout"}).toInteger(), 10);
        QCOMPARE(json.value(QLatin1String{"allowed_updates"}).toArray(),
                 QJsonArray{QStringLiteral("message")});

        rig.client->getUpdates(0, [&rig](const ApiAnswer& answer, const QByteArray&) {
            rig.answers.push_back(answer);
        });
        QVERIFY(rig.answered(2));
        QVERIFY(!rig.stub.calls.back().json().contains(QLatin1String{"offset"}));
    }

    void whatGoesWrongIsAKindAndAStatus_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, int number, AnswerKind kind, int status) {
            QTest::newRow(name) << number << static_cast<int>(kind) << status;
        };
        row("limited", 0, AnswerKind::RateLimited, 429);
        row("500", 1, AnswerKind::ServerError, 500);
        row("cut off", 2, AnswerKind::Unreached, 200);
        row("garbage", 3, AnswerKind::Unusable, 200);
        row("an error page", 4, AnswerKind::Unusable, 404);
        row("a wrong token", 5, AnswerKind::TokenRefused, 401);
        row("no HTTP at all", 6, AnswerKind::Unreached, 0);
        row("a redirect", 7, AnswerKind::Unusable, 302);
        row("a password wanted", 8, AnswerKind::Unusable, 401);
        row("a proxy's password wanted", 9, AnswerKind::Unreached, 407);
    }
    void whatGoesWrongIsAKindAndAStatus()
    {
        QFETCH(int, number);
        QFETCH(int, kind);
        QFETCH(int, status);
        Rig rig;
        const QByteArray elsewhere = "Location: " + rig.stub.url().toEncoded() + "/elsewhere\r\n";
        const std::vector<test::ApiReply> replies{
            test::limited(7),
            test::failing(500),
            test::cutOff(),
            test::garbage(),
            test::errorPage(404),
            test::failing(401),
            {.raw = "SSH-2.0-nothing\r\n\r\n"},
            {.status = 302, .body = R"({"ok":true})", .headers = elsewhere},
            {.status = 401, .body = "x", .headers = "WWW-Authenticate: Basic realm=\"x\"\r\n"},
            {.status = 407, .body = "x", .headers = "Proxy-Authenticate: Basic realm=\"x\"\r\n"}};
        rig.stub.relay("sendMessage", replies[static_cast<std::size_t>(number)]);

        rig.message();

        QVERIFY(rig.answered());
        QCOMPARE(static_cast<int>(rig.answers.front().kind), kind);
        if (rig.answers.front().kind != AnswerKind::Unreached) {
            QCOMPARE(rig.answers.front().status, status);
        }
        QCOMPARE(rig.answers.front().retryAfter.has_value(), number == 0);
        QCOMPARE(rig.stub.count("elsewhere"), std::size_t{0});
    }

    void nobodyThere()
    {
        Rig rig;
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url{QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort())};
        closed.close();
        TelegramClient lonely{rig.clock, test::kBotToken, url};
        lonely.sendMessage({.chatId = 1, .text = QStringLiteral("x")},
                           [&rig](const ApiAnswer& answer) { rig.answers.push_back(answer); });
        QVERIFY(rig.answered());
        QCOMPARE(rig.answers.front(), (ApiAnswer{.kind = AnswerKind::Unreached}));
    }

    void aHangingServiceIsGivenUpAtTheDeadline()
    {
        Rig rig;
        rig.stub.relay("sendMessage", test::hanging());
        rig.message();
        QVERIFY(test::comes([&rig] { return rig.stub.count("sendMessage") == 1; }));

        rig.pass(14999ms);
        QVERIFY(rig.answers.empty());
        rig.pass(1ms);
        QCOMPARE(rig.answers.size(), std::size_t{1});
        QCOMPARE(rig.answers.front().kind, AnswerKind::TimedOut);

        rig.stub.relay("sendMessage", {});
        rig.message();
        QVERIFY(rig.answered(2));
        QCOMPARE(rig.answers[1].kind, AnswerKind::Ok);
    }

    void aLongPollMayLastLongerThanItWaits()
    {
        Rig rig;
        rig.stub.relay("getUpdates", test::hanging());
        rig.client->getUpdates(1, [&rig](const ApiAnswer& answer, const QByteArray&) {
            rig.answers.push_back(answer);
        });
        rig.pass(TelegramClient::kPollWait + 14s);
        QVERIFY(rig.answers.empty());
        rig.pass(1s);
        QCOMPARE(rig.answers.size(), std::size_t{1});
    }

    void aHugeAnswerIsNotReadOn()
    {
        Rig rig;
        rig.stub.relay("sendMessage", {.body = QByteArray(5 * 1024 * 1024, ' ')});
        rig.message();
        QVERIFY(rig.answered());
        QCOMPARE(rig.answers.front().kind, AnswerKind::Unusable);
    }

    void theTokenGoesNowhereButOverTls_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("plain, elsewhere") << QUrl{QStringLiteral("http://api.telegram.org")};
        QTest::newRow("an address of the net") << QUrl{QStringLiteral("http://192.0.2.1:80")};
        QTest::newRow("a name like this machine's")
            << QUrl{QStringLiteral("http://localhost.example:80")};
        QTest::newRow("a file") << QUrl{QStringLiteral("file:///tmp")};
        QTest::newRow("nothing") << QUrl{};
    }
    void theTokenGoesNowhereButOverTls()
    {
        QFETCH(QUrl, url);
        Rig rig;
        TelegramClient client{rig.clock, test::kBotToken, url};
        const auto done = [&rig](const ApiAnswer& answer) { rig.answers.push_back(answer); };
        client.sendMessage({.chatId = 1, .text = QStringLiteral("x")}, done);
        client.sendPhoto({.chatId = 1}, "png", done);
        client.getUpdates(1, [&done](const ApiAnswer& answer, const QByteArray&) { done(answer); });
        QVERIFY(rig.answers.empty());  // Later, never before the call returned.
        QVERIFY(rig.answered(3));
        for (const ApiAnswer& answer : rig.answers) {
            QCOMPARE(answer, (ApiAnswer{.kind = AnswerKind::Unusable}));
        }
    }

    void theTokenIsHiddenFromTheLog()
    {
        const Rig rig;
        const QString line = core::base::redact(
            QStringLiteral("/bot%1/x 4711%3A%2").arg(test::kBotToken, test::kBotSecret));
        QVERIFY2(!line.contains(QStringLiteral("canary")), qPrintable(line));
    }

    void aClientThatIsGoneAnswersNothing()
    {
        Rig rig;
        rig.stub.relay("sendMessage", test::hanging());
        rig.message();
        rig.client.reset();
        QTest::qWait(20);
        QVERIFY(rig.answers.empty());
    }
};

QTEST_GUILESS_MAIN(TestTelegramClient)
#include "moc_telegram_stub.cpp"
#include "tst_telegram_client.moc"
