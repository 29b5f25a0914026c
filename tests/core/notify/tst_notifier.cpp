#include "core/base/log.h"
#include "core/notify/notifier.h"
#include "tests/core/notify/markdown_reader.h"
#include "tests/core/notify/telegram_stub.h"
#include "tests/support/manual_clock.h"
#include "tests/support/patience.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <memory>

using namespace core::notify;
using namespace std::chrono_literals;
using core::domain::Price;
using core::domain::Quantity;
using core::domain::Symbol;
using core::domain::Won;

namespace
{
constexpr std::int64_t kChat = 1001;

core::base::Timestamp startTime()
{
    using namespace std::chrono;
    return core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(10, 0, 30));
}

Message exitOf(const QString& name)
{
    return {.at = startTime(),
            .content = ExitDecided{.symbol = *Symbol::parse(std::string_view{"005930"}),
                                   .name = name,
                                   .rule = QStringLiteral("S1"),
                                   .price = Price::fromWon(71'800),
                                   .quantity = Quantity{10}}};
}
Message started()
{
    return {.at = startTime(), .content = Started{}};
}

QByteArray updateOf(std::int64_t id, const QByteArray& text, std::int64_t sentAt,
                    std::int64_t user = kChat)
{
    return R"({"update_id":)" + QByteArray::number(id) + R"(,"message":{"from":{"id":)"
           + QByteArray::number(user) + R"(,"is_bot":false},"chat":{"id":)"
           + QByteArray::number(user) + R"(,"type":"private"},"date":)" + QByteArray::number(sentAt)
           + R"(,"text":")" + text + "\"}}";
}

/// A notifier at the stub, with the test's hand on the clock, and everything it says.
class Rig final : public QObject
{
    Q_OBJECT

public:
    Rig() : clock{startTime()}
    {
        options.telegram = core::config::TelegramSecrets{
            .token = test::kBotToken, .chatId = kChat, .userId = kChat};
        options.url = stub.url();
        options.random = [this] { return random; };
        options.drive = NotifierDrive::ByHand;
    }
    void start()
    {
        notifier = std::make_unique<Notifier>(clock, options);
        connect(notifier.get(), &Notifier::desktop, this,
                [this](const DesktopNote& note) { notes.push_back(note); });
        connect(notifier.get(), &Notifier::statusChanged, this,
                [this](const NotifierStatus& status) { states.push_back(status); });
        connect(notifier.get(), &Notifier::commandWanted, this, [this](const CommandWish& wish) {
            wishes.push_back(wish);
            order.append(QStringLiteral("wish"));
        });
        connect(notifier.get(), &Notifier::markMoved, this, [this](const UpdateMark& mark) {
            marks.push_back(mark);
            order.append(QStringLiteral("mark"));
        });
        connect(notifier.get(), &Notifier::finished, this, [this] { ++finishes; });
        notifier->start();
    }
    void pass(std::chrono::milliseconds time)
    {
        for (; time > 0ms; time -= 100ms) {
            clock.advance(std::min(time, 100ms));
            notifier->tick(clock.monotonic());
        }
    }
    /// Time passes and the loopback delivers, until `condition` holds.
    template <typename Condition>
    [[nodiscard]] bool until(Condition condition, std::chrono::seconds most = 60s)
    {
        // Slow enough for the loopback to keep up on a busy machine.
        constexpr std::chrono::milliseconds kStep = 20ms;
        for (auto time = 0ms; time < most && !condition(); time += kStep) {
            pass(kStep);
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
    /// Time passes until a message has gone all the way: whatever else was to be sent before it,
    /// or beside it, has arrived too.
    [[nodiscard]] bool settle()
    {
        const std::uint64_t sent = states.back().queue.sent;
        pass(10s);
        notifier->send(exitOf(QStringLiteral("settled")));
        return until([this, sent] { return states.back().queue.sent > sent; })
               && until([begun = clock.now(), this] { return clock.now() - begun >= 2s; });
    }
    /// What the chat has been shown, as it shows it.
    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (const test::ApiCall& call : stub.callsOf("sendMessage")) {
            texts.append(test::shownText(call.text()).value_or(QStringLiteral("<unreadable>")));
        }
        return texts;
    }
    [[nodiscard]] bool hasShown(const QString& words) const
    {
        return !shown().filter(words).isEmpty();
    }
    /// Lets the trader type `text`.
    void type(const QByteArray& text, std::int64_t user = kChat)
    {
        const std::int64_t now =
            std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
        stub.relay("getUpdates", test::updates(updateOf(++update, text, now, user)));
    }

    test::ManualClock clock;
    test::TelegramStub stub;
    NotifierOptions options;
    std::uint32_t random = 200;  ///< The jitter's middle.
    std::unique_ptr<Notifier> notifier;
    std::vector<DesktopNote> notes;
    std::vector<NotifierStatus> states;
    std::vector<CommandWish> wishes;
    std::vector<UpdateMark> marks;
    QStringList order;
    std::int64_t update = 100;
    int finishes = 0;
};

/// Every line anybody logs, as it was said and as the log would show it.
QMutex linesMutex;
QStringList saidLines;
void keepLine(QtMsgType, const QMessageLogContext&, const QString& line)
{
    const QMutexLocker lock{&linesMutex};
    saidLines.append(line);
}
}  // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void aMessageGoesToDesktopAndTelephone()
    {
        Rig rig;
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("삼성전자")));

        QCOMPARE(rig.notes.size(), std::size_t{1});
        QCOMPARE(rig.notes.front().sound, Sound::Stop);
        QVERIFY(rig.delivered([&rig] { return rig.states.back().queue.sent == 1; }));
        QCOMPARE(rig.shown(),
                 QStringList{rig.notes.front().title + u'\n' + rig.notes.front().text});
        QCOMPARE(rig.stub.calls.front().json().value(QLatin1String{"chat_id"}).toInteger(), kChat);
        QCOMPARE(rig.states.back().telegram, TelegramState::Good);
    }

    void withoutATokenNothingLeaves()
    {
        Rig rig;
        rig.options.telegram.reset();
        rig.options.commands = true;
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("x")));
        rig.pass(60s);
        // As long as it takes another one to send.
        Rig other;
        other.start();
        QVERIFY(other.settle());
        QCOMPARE(rig.stub.connections, 0);
        QCOMPARE(rig.notes.size(), std::size_t{1});
        QCOMPARE(rig.states.back().telegram, TelegramState::Off);
    }

    void withoutDesktopOnlySoundsAreLeft()
    {
        Rig rig;
        rig.options.desktop = false;
        rig.start();
        rig.notifier->send(started());
        rig.notifier->send(exitOf(QStringLiteral("x")));
        QCOMPARE(rig.notes.size(), std::size_t{1});
        QVERIFY(!rig.notes.front().shows);
        QCOMPARE(rig.notes.front().sound, Sound::Stop);
    }

    void aRefusedOrderStaysAtTheDesk()
    {
        Rig rig;
        rig.start();
        rig.notifier->send({.at = startTime(), .content = OrderRefused{}});
        QCOMPARE(rig.notes.size(), std::size_t{1});
        QVERIFY(rig.settle());
        QCOMPARE(rig.stub.count("sendMessage"), std::size_t{1});
    }

    void theSettingsDecide()
    {
        const core::config::TelegramSecrets secrets{
            .token = test::kBotToken, .chatId = kChat, .userId = kChat};
        core::config::NotifySection section;
        using core::domain::EnvironmentKind;
        QVERIFY(!notifierOptions(section, EnvironmentKind::Live, secrets, {}).telegram.has_value());
        section.telegram = true;
        QVERIFY(!notifierOptions(section, EnvironmentKind::Live, std::nullopt, {})
                     .telegram.has_value());
        section.language = Language::English;
        section.amounts = false;
        section.desktop = false;
        const NotifierOptions options =
            notifierOptions(section, EnvironmentKind::Live, secrets, {.next = 5});
        QCOMPARE(*options.telegram, secrets);
        QCOMPARE(options.render, (RenderOptions{.language = Language::English,
                                                .amounts = false,
                                                .environment = EnvironmentKind::Live}));
        QVERIFY(!options.desktop && !options.commands);
        QCOMPARE(options.mark.next, 5);
        QCOMPARE(options.url, QUrl{QStringLiteral("https://api.telegram.org")});
        QVERIFY(options.random() != options.random() || options.random() != options.random());
    }

    void theDayGoesAsAPicture()
    {
        Rig rig;
        rig.start();
        rig.notifier->send(
            {.at = startTime(), .content = DaySummary{.chart = QByteArrayLiteral("a curve")}});
        QVERIFY(rig.delivered([&rig] { return rig.states.back().queue.sent == 1; }));
        QCOMPARE(rig.stub.count("sendPhoto"), std::size_t{1});
        QVERIFY(rig.stub.calls.front().body.contains("a curve"));
    }

    void markupThatIsRefusedGoesPlain()
    {
        Rig rig;
        rig.stub.lay("sendMessage", test::failing(400));
        rig.stub.lay("sendMessage", {});
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("a.b")));
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 1; }));
        const std::vector<test::ApiCall> calls = rig.stub.callsOf("sendMessage");
        QCOMPARE(calls.size(), std::size_t{2});
        QVERIFY(!calls[1].json().contains(QLatin1String{"parse_mode"}));
        QVERIFY(calls[1].text().contains(QStringLiteral("a.b 005930")));
    }

    void h12_aHangingServiceHoldsUpNothing()
    {
        Rig rig;
        rig.stub.relay("sendMessage", test::hanging());
        rig.options.commands = true;
        rig.stub.relay("getUpdates", test::hanging());
        rig.start();
        for (int i = 0; i < 300; ++i) {
            rig.notifier->send(started());
            rig.notifier->send(exitOf(QString::number(i)));
            // The desktop has it before the sender goes on.
            QCOMPARE(rig.notes.size(), static_cast<std::size_t>(2 * i + 2));
            if (i % 3 == 0 && i < 150) {
                rig.pass(100ms);
            }
        }
        QVERIFY(rig.states.back().queue.waiting <= static_cast<int>(kQueueMax));
        // 20 s of silence, then it answers.
        rig.pass(20s);
        QCOMPARE(rig.states.back().telegram, TelegramState::Unreachable);
        rig.stub.relay("sendMessage", {});
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent >= 3; }));
        QCOMPARE(rig.states.back().telegram, TelegramState::Good);
    }

    void h12_twentySecondsOfSilenceLoseNothingWorthSending()
    {
        Rig rig;
        rig.stub.relay("sendMessage", test::hanging());
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("first")));
        QVERIFY(rig.delivered([&rig] { return rig.stub.count("sendMessage") == 1; }));
        rig.notifier->send(exitOf(QStringLiteral("second")));
        rig.pass(14s);
        rig.stub.relay("sendMessage", {});
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 2; }));
        const QStringList shown = rig.shown();
        QCOMPARE(shown.filter(QStringLiteral("second")).size(), 1);
        QVERIFY(shown.last().contains(QStringLiteral("second")));
        QVERIFY(shown.at(shown.size() - 2).contains(QStringLiteral("first")));
    }

    void h12_whateverTheServiceDoesEveryExitArrives()
    {
        Rig rig;
        rig.stub.lay("sendMessage", test::failing(500));
        rig.stub.lay("sendMessage", test::limited(17));
        rig.stub.lay("sendMessage", test::cutOff());
        rig.stub.lay("sendMessage", test::garbage());
        rig.stub.lay("sendMessage", test::errorPage(502));
        rig.stub.lay("sendMessage", test::errorPage(404));
        rig.stub.lay("sendMessage", {});
        rig.start();
        for (int i = 0; i < 5; ++i) {
            rig.notifier->send(exitOf(QStringLiteral("exit-%1-").arg(i)));
        }
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 5; }, 300s));
        const QStringList shown = rig.shown();
        QCOMPARE(shown.size(), 11);  // Six failures of the first.
        for (int i = 0; i < 5; ++i) {
            QVERIFY(shown.at(6 + i).contains(QStringLiteral("exit-%1-").arg(i)));
        }
        QCOMPARE(rig.states.back().queue.lost, 0U);
    }

    void aPauseAskedForIsKept()
    {
        Rig rig;
        rig.stub.lay("sendMessage", test::limited(30));
        rig.stub.lay("sendMessage", {});
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("x")));
        QVERIFY(
            rig.delivered([&rig] { return rig.states.back().telegram == TelegramState::Paused; }));
        rig.pass(30s);
        QTest::qWait(20);
        QCOMPARE(rig.stub.count("sendMessage"), std::size_t{1});
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 1; }, 2s));
    }

    void whatFoundNoRoomIsOwnedUpTo()
    {
        Rig rig;
        rig.options.queueMax = 5;
        rig.stub.relay("sendMessage", test::failing(500));
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("first")));
        QVERIFY(rig.delivered(
            [&rig] { return rig.states.back().telegram == TelegramState::Unreachable; }));
        for (int i = 0; i < 10; ++i) {
            rig.notifier->send(exitOf(QStringLiteral("more")));
        }
        QCOMPARE(rig.states.back().queue.lost, 6U);
        rig.stub.relay("sendMessage", {});
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.waiting == 0; }));
        QCOMPARE(rig.shown().filter(QStringLiteral("보내지 못한 알림 6건")).size(), 1);
    }

    void noListeningUnlessAskedFor()
    {
        Rig rig;
        rig.start();
        QVERIFY(rig.settle());
        QCOMPARE(rig.stub.count("getUpdates"), std::size_t{0});
        QVERIFY(!rig.states.back().listening);
    }

    void nobodyIsListenedToInAGroupOrWithoutAUser()
    {
        for (const auto& [chat, user] :
             {std::pair<std::int64_t, std::int64_t>{-1002000000123, kChat}, {kChat, 0}}) {
            Rig rig;
            rig.options.commands = true;
            rig.options.telegram->chatId = chat;
            rig.options.telegram->userId = user;
            rig.start();
            QVERIFY(rig.settle());
            QCOMPARE(rig.stub.count("getUpdates"), std::size_t{0});
        }
    }

    void aQuestionIsAskedAndAnswered()
    {
        Rig rig;
        rig.options.commands = true;
        rig.type("/status");
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.wishes.size() == 1; }));
        QCOMPARE(rig.wishes.front().kind, CommandKind::Status);
        // The mark is out before the wish: kept first, it is not obeyed twice.
        QCOMPARE(rig.order.mid(0, 2).join(u' '), QStringLiteral("mark wish"));
        QCOMPARE(rig.marks.front().next, 102);

        rig.notifier->answer(rig.wishes.front().number, StatusAnswer{.positions = 3});
        rig.notifier->answer(rig.wishes.front().number, StatusAnswer{.positions = 4});
        rig.notifier->answer(999, PositionsAnswer{});

        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 1; }));
        QVERIFY(rig.settle());
        QCOMPARE(rig.shown().size(), 2);
        QVERIFY(rig.hasShown(QStringLiteral("보유 종목 3")));
        // The same update again and again is no command.
        QCOMPARE(rig.wishes.size(), std::size_t{1});
        QVERIFY(rig.until([&rig] { return rig.states.back().refusedCommands > 0; }));
        QVERIFY(
            rig.stub.callsOf("getUpdates").back().json().value(QLatin1String{"offset"}).toInteger()
            == 102);
    }

    void aQuestionNobodyAnswersIsToldSo()
    {
        Rig rig;
        rig.options.commands = true;
        rig.type("/why 005930");
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.wishes.size() == 1; }));
        QVERIFY(rig.until([&rig] { return rig.states.back().queue.sent == 1; }));
        QVERIFY(rig.hasShown(QStringLiteral("프로그램이 응답하지 않습니다")));
        rig.notifier->answer(1, WhyAnswer{});
        QVERIFY(rig.settle());
        QCOMPARE(rig.shown().size(), 2);
    }

    void s06_pauseIsDoneAfterTheCodeOnly()
    {
        Rig rig;
        rig.options.commands = true;
        rig.random = 0x8000'0000;
        rig.type("/pause");
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.hasShown(QStringLiteral("500000")); }));
        QVERIFY(rig.wishes.empty());

        rig.type("500000");
        QVERIFY(rig.until([&rig] { return rig.wishes.size() == 1; }));
        QCOMPARE(rig.wishes.front().kind, CommandKind::Pause);
        QVERIFY(rig.until([&rig] { return rig.hasShown(QStringLiteral("전달했습니다")); }));
    }

    void s06_aStrangerIsNeitherObeyedNorAnswered()
    {
        Rig rig;
        rig.options.commands = true;
        rig.type("/status", 555);
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.states.back().refusedCommands > 0; }));
        QVERIFY(rig.settle());
        QVERIFY(rig.wishes.empty());
        QCOMPARE(rig.stub.count("sendMessage"), std::size_t{1});
        QCOMPARE(rig.marks.size(), std::size_t{1});
    }

    void s06_aRestartObeysNothingTwice()
    {
        Rig rig;
        rig.options.commands = true;
        rig.options.mark = {.next = 102, .at = startTime()};
        rig.type("/status");  // Number 101.
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.states.back().refusedCommands > 0; }));
        QVERIFY(rig.wishes.empty());
        QVERIFY(rig.marks.empty());
    }

    void listeningGoesOnAfterTrouble()
    {
        Rig rig;
        rig.options.commands = true;
        rig.stub.lay("getUpdates", test::failing(500));
        rig.stub.lay("getUpdates", test::limited(5));
        rig.stub.lay("getUpdates", test::garbage());
        rig.stub.lay("getUpdates", test::cutOff());
        rig.stub.lay("getUpdates", test::failing(409));
        rig.stub.lay("getUpdates",
                     test::updates(updateOf(7, "/positions",
                                            startTime().time_since_epoch().count() / 1000 + 30)));
        rig.start();
        QVERIFY(rig.until([&rig] { return rig.wishes.size() == 1; }));
        QCOMPARE(rig.states.back().commands, TelegramState::Good);
    }

    void anEmptyPollDoesNotSpin()
    {
        Rig rig;
        rig.options.commands = true;
        rig.stub.relay("getUpdates", test::updates({}));
        rig.start();
        const auto begun = rig.clock.now();
        QVERIFY(rig.until([&rig, begun] { return rig.clock.now() - begun >= 10s; }));
        QVERIFY(rig.stub.count("getUpdates") > 3);
        QVERIFY(rig.stub.count("getUpdates") <= 11);
    }

    void finishingSendsWhatWaits()
    {
        Rig rig;
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("last exit")));
        rig.notifier->send({.at = startTime(), .content = Stopped{}});
        rig.notifier->finish(5s);
        QCOMPARE(rig.finishes, 0);
        QVERIFY(rig.until([&rig] { return rig.finishes > 0; }));
        QCOMPARE(rig.states.back().queue.sent, 2U);
        rig.pass(10s);
        QCOMPARE(rig.finishes, 1);
    }

    void finishingDoesNotWaitForever()
    {
        Rig rig;
        rig.stub.relay("sendMessage", test::hanging());
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("x")));
        rig.notifier->finish(3s);
        rig.pass(2900ms);
        QCOMPARE(rig.finishes, 0);
        rig.pass(100ms);
        QCOMPARE(rig.finishes, 1);

        Rig silent;
        silent.options.telegram.reset();
        silent.start();
        silent.notifier->finish(3s);
        QCOMPARE(silent.finishes, 1);
    }

    void livesOnAThreadOfItsOwn()
    {
        Rig rig;
        const core::base::MachineClock machine;
        rig.options.drive = NotifierDrive::ByTimer;
        QThread thread;
        auto* const notifier = new Notifier{machine, rig.options};
        notifier->moveToThread(&thread);
        connect(&thread, &QThread::started, notifier, &Notifier::start);
        connect(&thread, &QThread::finished, notifier, &QObject::deleteLater);
        connect(notifier, &Notifier::desktop, &rig,
                [&rig](const DesktopNote& note) { rig.notes.push_back(note); });
        connect(notifier, &Notifier::statusChanged, &rig,
                [&rig](const NotifierStatus& status) { rig.states.push_back(status); });
        thread.start();
        QMetaObject::invokeMethod(notifier,
                                  [notifier] { notifier->send(exitOf(QStringLiteral("x"))); });

        QVERIFY(rig.delivered(
            [&rig] { return !rig.states.empty() && rig.states.back().queue.sent == 1; }));

        QCOMPARE(rig.notes.size(), std::size_t{1});
        thread.quit();
        QVERIFY(thread.wait(5000));
    }

    /// Every way in which the service can fail, with a page that repeats the address, everything
    /// Qt logs switched on: the token is in no line, no signal and no message.
    void s03_theTokenAppearsNowhere()
    {
        {
            const QMutexLocker lock{&linesMutex};
            saidLines.clear();
        }
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const QtMessageHandler before = qInstallMessageHandler(&keepLine);
        Rig rig;
        rig.options.commands = true;
        const QByteArray echo = "bot " + test::kBotToken.toUtf8() + " unknown";
        for (const test::ApiReply& reply :
             {test::errorPage(404), test::errorPage(502), test::failing(401, echo),
              test::failing(400, echo), test::cutOff(), test::garbage(), test::limited(1),
              test::ApiReply{.status = 302,
              .headers = "Location: http://127.0.0.1:9/bot" + test::kBotToken.toUtf8() + "/x\r\n"},
              test::hanging(), test::ApiReply{}}) {
            rig.stub.lay("sendMessage", reply);
            rig.stub.lay("getUpdates", reply);
        }
        rig.start();
        rig.notifier->send(exitOf(QStringLiteral("name with %1 in it").arg(test::kBotToken)));
        rig.notifier->send({.at = startTime(),
                            .content = ViolationFound{
                                .kind = QStringLiteral("x"),
                                .detail = QStringLiteral("POST https://api.telegram.org/bot%1/x")
                                              .arg(test::kBotToken)}});
        const auto sent = [&rig] { return rig.states.back().queue.sent == 2; };
        for (int i = 0; i < 60 && !rig.until(sent, 2s); ++i) {
            rig.pass(60s);  // Long pauses without waiting for them.
        }
        // A warning that quotes the address, as libraries do.
        qWarning("%s/bot%s/sendMessage", "https://api.telegram.org", qPrintable(test::kBotToken));
        rig.notifier.reset();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString{});

        QCOMPARE(rig.states.back().queue.sent, 2U);
        QVERIFY(!saidLines.isEmpty());
        QStringList texts;
        for (const QString& line : saidLines) {
            texts.append(core::base::redact(line));
        }
        for (const DesktopNote& note : rig.notes) {
            texts << note.title << note.text;
        }
        texts += rig.shown();
        for (const test::ApiCall& call : rig.stub.calls) {
            texts.append(QString::fromUtf8(call.body));
        }
        for (const QString& one : texts) {
            QVERIFY2(!one.contains(QStringLiteral("canary")), qPrintable(core::base::redact(one)));
        }
        // Our own code has not even tried to log it.
        QCOMPARE(saidLines.filter(test::kBotSecret).filter(QStringLiteral("sendMessage")).size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "moc_telegram_stub.cpp"
#include "tst_notifier.moc"
