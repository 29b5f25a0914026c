#include "core/notify/commands.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <limits>
#include <vector>

using namespace core::notify;
using namespace std::chrono_literals;

namespace
{
constexpr std::int64_t kChat = 1001;
constexpr std::int64_t kUser = 1001;
constexpr CommandAccess kAccess{.chatId = kChat, .userId = kUser};
constexpr std::chrono::nanoseconds kMonotonic = 1h;

core::domain::Timestamp startTime()
{
    using namespace std::chrono;
    return core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(10, 0, 30));
}
std::int64_t unixSeconds(core::domain::Timestamp at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

/// The trader's own message, just typed.
IncomingText typed(const QString& text, core::domain::Timestamp at = startTime())
{
    return {.chatId = kChat,
            .chat = ChatType::Private,
            .userId = kUser,
            .fromPerson = true,
            .original = true,
            .sentAt = unixSeconds(at),
            .text = text};
}

/// A desk that listens, with the test's hand on the clocks.
class Rig final
{
public:
    explicit Rig(const CommandAccess& access = kAccess, const UpdateMark& mark = {})
        : desk{access, mark, [this] { return random; }}
    {
    }
    Heard hear(const QString& text) { return hear(typed(text, now)); }
    Heard hear(const IncomingText& message)
    {
        return desk.hear({.id = ++id, .message = message}, now, monotonic);
    }
    /// Sends a command that needs a code and tells the code.
    QString ask(const QString& command)
    {
        const Heard heard = hear(command);
        return heard.reply ? std::get<CodeAsked>(*heard.reply).code : QString{};
    }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        monotonic += time;
    }

    std::uint32_t random = 0x7654'3210;
    std::int64_t id = 100;
    core::domain::Timestamp now = startTime();
    std::chrono::nanoseconds monotonic = kMonotonic;
    CommandDesk desk;
};

struct Hostile
{
    const char* name;
    Refusal refusal;
    std::function<void(IncomingText&)> twist;
};

const std::vector<Hostile>& hostiles()
{
    static const std::vector<Hostile> list{
        {"group or channel", Refusal::NotPrivate, [](auto& m) { m.chat = ChatType::Other; }},
        {"another chat", Refusal::WrongChat, [](auto& m) { m.chatId = 1002; }},
        {"no chat", Refusal::WrongChat, [](auto& m) { m.chatId = 0; }},
        {"another user", Refusal::WrongUser, [](auto& m) { m.userId = 1002; }},
        {"no user", Refusal::WrongUser, [](auto& m) { m.userId = 0; }},
        {"a bot", Refusal::NotAPerson, [](auto& m) { m.fromPerson = false; }},
        {"forwarded or edited", Refusal::NotOriginal, [](auto& m) { m.original = false; }},
        {"61 s old", Refusal::TooOld, [](auto& m) { m.sentAt -= 61; }},
        {"undated", Refusal::TooOld, [](auto& m) { m.sentAt = 0; }},
        {"older than time", Refusal::TooOld,
         [](auto& m) { m.sentAt = std::numeric_limits<std::int64_t>::min(); }},
        {"11 s ahead", Refusal::FromTheFuture, [](auto& m) { m.sentAt += 11; }},
        {"at the end of time", Refusal::FromTheFuture,
         [](auto& m) { m.sentAt = std::numeric_limits<std::int64_t>::max(); }},
    };
    return list;
}
}  // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void theTraderIsHeard()
    {
        Rig rig;
        const Heard heard = rig.hear(QStringLiteral("/status"));
        const CommandWish wish{.number = 1, .kind = CommandKind::Status};
        QCOMPARE(heard, (Heard{.wish = wish}));
        QCOMPARE(rig.hear(QStringLiteral("/positions")).wish->number, 2U);
        QCOMPARE(rig.hear(QStringLiteral("/why 005930")).wish->symbol.toString(),
                 QStringLiteral("005930"));
        QCOMPARE(rig.desk.refusedInAll(), 0U);
    }

    void s06_nobodyElseIsHeardOrAnswered_data()
    {
        QTest::addColumn<int>("at");
        for (std::size_t at = 0; at < hostiles().size(); ++at) {
            QTest::newRow(hostiles()[at].name) << static_cast<int>(at);
        }
    }
    void s06_nobodyElseIsHeardOrAnswered()
    {
        QFETCH(int, at);
        const Hostile& hostile = hostiles()[static_cast<std::size_t>(at)];
        for (const char* const text : {"/status", "/why 005930", "/pause", "/cancel", "hello"}) {
            Rig rig;
            IncomingText message = typed(QLatin1String(text));
            hostile.twist(message);

            const Heard heard = rig.hear(message);

            QCOMPARE(heard, (Heard{.refusal = hostile.refusal}));
            QCOMPARE(rig.desk.refused(hostile.refusal), 1U);
        }
    }

    void s06_anEchoedCodeFromAnybodyElseDoesNothing()
    {
        for (const Hostile& hostile : hostiles()) {
            Rig rig;
            const QString code = rig.ask(QStringLiteral("/pause"));
            IncomingText message = typed(code);
            hostile.twist(message);
            QVERIFY(!rig.hear(message).wish.has_value());
            // And takes nothing away from the trader.
            QVERIFY(rig.hear(code).wish.has_value());
        }
    }

    void agesAtTheirLimits()
    {
        for (const int seconds : {-60, 0, 10}) {
            Rig rig;
            IncomingText message = typed(QStringLiteral("/status"));
            message.sentAt += seconds;
            QVERIFY(rig.hear(message).wish.has_value());
        }
    }

    void anAccessWithAZeroLetsNobodyIn()
    {
        for (const CommandAccess& access :
             {CommandAccess{}, CommandAccess{.chatId = kChat}, CommandAccess{.userId = kUser},
              CommandAccess{.chatId = -5, .userId = kUser}}) {
            Rig rig{access};
            IncomingText message = typed(QStringLiteral("/status"));
            message.chatId = access.chatId;
            message.userId = access.userId;
            QVERIFY(!rig.hear(message).wish.has_value());
        }
    }

    void anythingButAMessageIsCounted()
    {
        Rig rig;
        const Heard heard = rig.desk.hear({.id = 500}, rig.now, rig.monotonic);
        QCOMPARE(heard, (Heard{.refusal = Refusal::NotAMessage}));
        QCOMPARE(rig.desk.mark().next, 501);
    }

    void s06_anUpdateIsHeardOnceAlsoAfterARestart()
    {
        Rig rig;
        QVERIFY(rig.hear(QStringLiteral("/status")).wish.has_value());
        const Update again{.id = rig.id, .message = typed(QStringLiteral("/status"))};
        QCOMPARE(rig.desk.hear(again, rig.now, rig.monotonic).refusal, Refusal::Replayed);

        Rig restarted{kAccess, rig.desk.mark()};
        QCOMPARE(restarted.desk.hear(again, restarted.now, restarted.monotonic).refusal,
                 Refusal::Replayed);
        QCOMPARE(restarted.desk.mark(), rig.desk.mark());
        QCOMPARE(restarted.desk.next(restarted.now), rig.id + 1);
        QVERIFY(restarted.desk
                    .hear({.id = rig.id + 1, .message = again.message}, restarted.now,
                          restarted.monotonic)
                    .wish.has_value());
    }

    void whoIsRefusedMovesTheMarkToo()
    {
        Rig rig;
        IncomingText foreign = typed(QStringLiteral("/status"));
        foreign.userId = 5;
        static_cast<void>(rig.hear(foreign));
        QCOMPARE(rig.desk.next(rig.now), rig.id + 1);
    }

    void anOldMarkIsWorthNothing()
    {
        const UpdateMark mark{.next = 900'000'000, .at = startTime()};
        Rig rig{kAccess, mark};
        rig.pass(24h * 6);
        QCOMPARE(rig.desk.next(rig.now), 900'000'000);
        rig.pass(1ms);
        QCOMPARE(rig.desk.next(rig.now), 0);
        // The service has begun to count anew, lower.
        QVERIFY(rig.hear(QStringLiteral("/status")).wish.has_value());
        QCOMPARE(rig.desk.next(rig.now), rig.id + 1);
    }

    void onlyTheExactWordsAreCommands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        const auto row = [](const QString& text, bool known) {
            QTest::newRow(qPrintable(text.left(30) + QString::number(text.size())))
                << text << known;
        };
        for (const char* const text :
             {"/status", " /status ", "/positions", "/why 005930", "/why  005930", "/why 0001a0",
              "/pause", "/pause 123456", "/cancel", "/cancel 000000", "123456"}) {
            row(QLatin1String(text), true);
        }
        for (const char* const text : {"",
                                       " ",
                                       "/",
                                       "status",
                                       "/Status",
                                       "/STATUS",
                                       "/status now",
                                       "/status@bot",
                                       "/why",
                                       "/why 005930 000660",
                                       "/why 00593000",
                                       "/why ../etc",
                                       "/why 005930;/pause",
                                       "/pause now",
                                       "/pause 12345",
                                       "/pause 1234567",
                                       "/pause 123456 1",
                                       "/cancel all",
                                       "12345",
                                       "1234567",
                                       "12345a",
                                       "-12345",
                                       "/buy 005930 10",
                                       "/sell 005930",
                                       "/arm",
                                       "/config",
                                       "/set guard",
                                       "/start",
                                       "/status\n/pause",
                                       "\t/status",
                                       "/pause\t123456"}) {
            row(QLatin1String(text), false);
        }
        row(QStringLiteral("／status"), false);
        row(QStringLiteral("/stаtus"), false);  // A Cyrillic a.
        row(QStringLiteral("１２３４５６"), false);
        row(QStringLiteral("/why ００５９３０"), false);
        row(QStringLiteral("/status\u200B"), false);
        row(QString(65, u' ') + QStringLiteral("/status"), false);
        row(QString(1'000'000, u'/'), false);
    }
    void onlyTheExactWordsAreCommands()
    {
        QFETCH(QString, text);
        QFETCH(bool, known);
        QCOMPARE(parseCommand(text).has_value(), known);
    }

    void whatIsNotUnderstoodIsAnsweredWithTheList()
    {
        Rig rig;
        QCOMPARE(rig.hear(QStringLiteral("/sell 005930")),
                 (Heard{.reply = CommandHelp{}, .refusal = Refusal::NotUnderstood}));
        IncomingText picture = typed({});
        picture.text.reset();
        QCOMPARE(rig.hear(picture), (Heard{.reply = CommandHelp{}, .refusal = Refusal::NotText}));
    }

    void s06_pauseAndCancelNeedTheirCode_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("bare");
        for (const bool bare : {true, false}) {
            QTest::newRow(bare ? "pause, bare" : "pause")
                << QStringLiteral("/pause") << static_cast<int>(CommandKind::Pause) << bare;
            QTest::newRow(bare ? "cancel, bare" : "cancel")
                << QStringLiteral("/cancel") << static_cast<int>(CommandKind::Cancel) << bare;
        }
    }
    void s06_pauseAndCancelNeedTheirCode()
    {
        QFETCH(QString, command);
        QFETCH(int, kind);
        QFETCH(bool, bare);
        Rig rig;
        const Heard first = rig.hear(command);
        QVERIFY(!first.wish.has_value());
        const auto asked = std::get<CodeAsked>(*first.reply);
        QCOMPARE(static_cast<int>(asked.kind), kind);
        QCOMPARE(asked.code.size(), 6);
        QCOMPARE(asked.within, std::chrono::seconds{30});

        rig.pass(30s);
        const Heard second = rig.hear(bare ? asked.code : command + u' ' + asked.code);

        QVERIFY(second.wish.has_value());
        QCOMPARE(static_cast<int>(second.wish->kind), kind);
        QVERIFY(std::holds_alternative<WishPassedOn>(*second.reply));
        // Once only.
        const Heard third = rig.hear(asked.code);
        QVERIFY(!third.wish.has_value());
        QCOMPARE(std::get<CodeFailed>(*third.reply).why, CodeFailure::NotAsked);
    }

    void aCodeGoesOutOfDate()
    {
        Rig rig;
        const QString code = rig.ask(QStringLiteral("/cancel"));
        rig.pass(30001ms);
        const Heard heard = rig.hear(code);
        QCOMPARE(heard.refusal, Refusal::WrongCode);
        QVERIFY(!heard.wish.has_value());
        QCOMPARE(std::get<CodeFailed>(*heard.reply).why, CodeFailure::Late);
        QVERIFY(!rig.hear(code).wish.has_value());
    }

    void aWrongCodeEndsTheRightOne()
    {
        Rig rig;
        const QString code = rig.ask(QStringLiteral("/pause"));
        const QString wrong =
            code == u"000000" ? QStringLiteral("000001") : QStringLiteral("000000");
        QCOMPARE(std::get<CodeFailed>(*rig.hear(wrong).reply).why, CodeFailure::Wrong);
        QVERIFY(!rig.hear(code).wish.has_value());
    }

    void aCodeIsGoodForItsOwnCommandOnly()
    {
        Rig rig;
        const QString pause = rig.ask(QStringLiteral("/pause"));
        QVERIFY(!rig.hear(QStringLiteral("/cancel ") + pause).wish.has_value());
        rig.random += 77'777'777;
        const QString cancel = rig.ask(QStringLiteral("/cancel"));
        QVERIFY(cancel != pause);
        QCOMPARE(rig.hear(cancel).wish->kind, CommandKind::Cancel);
    }

    void aNewCommandReplacesTheCode()
    {
        Rig rig;
        const QString first = rig.ask(QStringLiteral("/pause"));
        rig.random = 5;
        const QString second = rig.ask(QStringLiteral("/pause"));
        QVERIFY(first != second);
        QVERIFY(!rig.hear(first).wish.has_value());
    }

    void codesAreSpreadOverAllNumbers()
    {
        Rig rig;
        rig.random = 0;
        QCOMPARE(rig.ask(QStringLiteral("/pause")), QStringLiteral("000000"));
        rig.random = std::numeric_limits<std::uint32_t>::max();
        QCOMPARE(rig.ask(QStringLiteral("/pause")), QStringLiteral("999999"));
    }

    void aRestartForgetsTheCode()
    {
        Rig rig;
        const QString code = rig.ask(QStringLiteral("/pause"));
        Rig restarted{kAccess, rig.desk.mark()};
        restarted.id = rig.id;
        QVERIFY(!restarted.hear(code).wish.has_value());
    }

    void aFloodIsCutOff()
    {
        Rig rig;
        int wishes = 0;
        for (int i = 0; i < 100; ++i) {
            wishes += rig.hear(QStringLiteral("/status")).wish ? 1 : 0;
            rig.pass(100ms);
        }
        QCOMPARE(wishes, kCommandsPerMinuteMax);
        QCOMPARE(rig.desk.refused(Refusal::TooMany), 80U);
        rig.pass(60s);
        QVERIFY(rig.hear(QStringLiteral("/status")).wish.has_value());
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
