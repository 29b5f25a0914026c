#include "core/notify/send_queue.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace core::notify;
using namespace std::chrono_literals;
using core::domain::Severity;

namespace
{
constexpr std::chrono::nanoseconds kStart = 1h;
constexpr std::uint32_t kMiddle = 200;  ///< The jitter's exact middle: a pause is its step.

struct Sample
{
    QString text;
    Severity severity = Severity::Notice;
    std::optional<std::chrono::seconds> keeps{};
    QString subject{};
};

Outgoing message(const Sample& sample)
{
    return {.parts = {{.text = {.markdown = sample.text, .plain = sample.text}}},
            .standing = {
                .severity = sample.severity, .keeps = sample.keeps, .subject = sample.subject}};
}
Outgoing lasting(const QString& text)
{
    return message({.text = text});
}
Outgoing passing(const QString& text, std::chrono::seconds keeps = 10min)
{
    return message({.text = text, .severity = Severity::Info, .keeps = keeps});
}

/// A queue with the test's hand on the clock.
class Rig final
{
public:
    explicit Rig(bool group = false, std::size_t sizeMax = kQueueMax)
        : queue{paceOf(group), [this] { return random; }, sizeMax}
    {
    }
    /// The texts that leave within `time`, every one answered with `answer`.
    QStringList sendFor(std::chrono::nanoseconds time, ApiAnswer answer = {.kind = AnswerKind::Ok})
    {
        QStringList texts;
        const std::chrono::nanoseconds end = now + time;
        for (; now < end; now += 50ms) {
            if (const auto task = queue.take(now)) {
                texts.append(task->text);
                times.push_back(now);
                queue.answered(answer, now);
            }
        }
        return texts;
    }

    std::uint32_t random = kMiddle;
    std::chrono::nanoseconds now = kStart;
    std::vector<std::chrono::nanoseconds> times;
    SendQueue queue;
};
}  // namespace

class TestSendQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void keepsTheOrder()
    {
        Rig rig;
        for (int i = 0; i < 5; ++i) {
            rig.queue.push(lasting(QString::number(i)), rig.now);
        }
        QCOMPARE(rig.sendFor(10s).join(u' '), QStringLiteral("0 1 2 3 4"));
        QCOMPARE(rig.queue.figures().sent, 5U);
        QVERIFY(rig.queue.isEmpty());
    }

    void oneRequestAtATime()
    {
        Rig rig;
        rig.queue.push(lasting(QStringLiteral("a")), rig.now);
        rig.queue.push(lasting(QStringLiteral("b")), rig.now);
        QVERIFY(rig.queue.take(rig.now).has_value());
        QVERIFY(!rig.queue.take(rig.now + 1h).has_value());
        QVERIFY(rig.queue.inFlight());
    }

    void oneASecondToAChat()
    {
        Rig rig;
        for (int i = 0; i < 10; ++i) {
            rig.queue.push(lasting(QString::number(i)), rig.now);
        }
        QCOMPARE(rig.sendFor(20s).size(), 10);
        for (std::size_t i = 1; i < rig.times.size(); ++i) {
            QVERIFY(rig.times[i] - rig.times[i - 1] >= 1s);
            QVERIFY(rig.times[i] - rig.times[i - 1] <= 1100ms);
        }
    }

    void twentyAMinuteToAGroup()
    {
        Rig rig{true};
        for (int i = 0; i < 50; ++i) {
            rig.queue.push(lasting(QString::number(i)), rig.now);
        }
        QCOMPARE(rig.sendFor(150s).size(), 50);
        for (std::size_t i = 20; i < rig.times.size(); ++i) {
            QVERIFY(rig.times[i] - rig.times[i - 20] >= 60s);
        }
    }

    void everyLimitOfThePaceHolds()
    {
        SendPace pace{{{30, 1s}, {40, 1min}}};
        std::chrono::nanoseconds now = 0s;
        std::vector<std::chrono::nanoseconds> sent;
        while (sent.size() < 200) {
            now = std::max(now, pace.nextAt());
            pace.take(now);
            sent.push_back(now);
        }
        for (std::size_t i = 40; i < sent.size(); ++i) {
            QVERIFY(sent[i] - sent[i - 30] >= 1s);
            QVERIFY(sent[i] - sent[i - 40] >= 1min);
        }
    }

    void aFailureIsTriedAgainLaterAndLater()
    {
        Rig rig;
        rig.queue.push(lasting(QStringLiteral("exit")), rig.now);

        QCOMPARE(rig.sendFor(5min, {.kind = AnswerKind::Unreached}).front(),
                 QStringLiteral("exit"));

        const std::array steps{1s, 2s, 5s, 10s, 30s, 60s, 60s};
        QVERIFY(rig.times.size() > steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(rig.times[i + 1] - rig.times[i], std::chrono::nanoseconds{steps[i]});
        }
        rig.now += 1min;
        QCOMPARE(rig.sendFor(1s), QStringList{QStringLiteral("exit")});
        QCOMPARE(rig.queue.figures().lost, 0U);
    }

    void theJitterStaysWithinAFifth()
    {
        for (std::uint32_t number = 0; number < 3000; ++number) {
            const auto pause = jittered(10s, [number] { return number * 2654435761U; });
            QVERIFY(pause >= 8s && pause <= 12s);
        }
        QCOMPARE(jittered(10s, [] { return 0U; }), std::chrono::nanoseconds{8s});
        QCOMPARE(jittered(10s, [] { return 400U; }), std::chrono::nanoseconds{12s});
    }

    void aSuccessEndsTheBackOff()
    {
        Rig rig;
        rig.queue.push(lasting(QStringLiteral("a")), rig.now);
        rig.queue.push(lasting(QStringLiteral("b")), rig.now);
        static_cast<void>(rig.sendFor(60s, {.kind = AnswerKind::ServerError}));
        rig.now += 1min;
        static_cast<void>(rig.queue.take(rig.now));
        rig.queue.answered({.kind = AnswerKind::Ok}, rig.now);
        rig.times.clear();
        rig.now += 1s;
        static_cast<void>(rig.sendFor(3s, {.kind = AnswerKind::TimedOut}));
        QCOMPARE(rig.times.size(), std::size_t{2});
        QCOMPARE(rig.times[1] - rig.times[0], std::chrono::nanoseconds{1s});
    }

    void honoursThePauseTheServiceAsksFor()
    {
        for (const std::uint32_t random : {0U, 200U, 400U}) {
            Rig rig;
            rig.random = random;
            rig.queue.push(lasting(QStringLiteral("a")), rig.now);
            static_cast<void>(rig.queue.take(rig.now));
            rig.queue.answered({.kind = AnswerKind::RateLimited, .retryAfter = 37s}, rig.now);

            QVERIFY(rig.sendFor(37s).isEmpty());
            QCOMPARE(rig.sendFor(1s).size(), 1);
        }
    }

    void aPauseWithoutALengthIsABackOff()
    {
        Rig rig;
        rig.queue.push(lasting(QStringLiteral("a")), rig.now);
        static_cast<void>(rig.queue.take(rig.now));
        rig.queue.answered({.kind = AnswerKind::RateLimited}, rig.now);
        QCOMPARE(rig.queue.pausedUntil() - rig.now, std::chrono::nanoseconds{1s});
    }

    void informationGoesOutOfDateAnExitNever()
    {
        Rig rig;
        rig.queue.push(passing(QStringLiteral("started"), 600s), rig.now);
        rig.queue.push(lasting(QStringLiteral("exit")), rig.now);

        rig.now += 600s;

        QCOMPARE(rig.sendFor(10s), QStringList{QStringLiteral("exit")});
        QCOMPARE(rig.queue.figures().outdated, 1U);

        rig.queue.push(passing(QStringLiteral("just in time"), 600s), rig.now);
        rig.now += 599s;
        QCOMPARE(rig.sendFor(1s), QStringList{QStringLiteral("just in time")});
    }

    void anExitIsStillSentAfterADay()
    {
        Rig rig;
        rig.queue.push(lasting(QStringLiteral("exit")), rig.now);
        static_cast<void>(rig.sendFor(1h, {.kind = AnswerKind::Unreached}));
        rig.now += 24h;
        QCOMPARE(rig.sendFor(1s), QStringList{QStringLiteral("exit")});
    }

    void aNewerMessageOfTheSubjectTakesThePlace()
    {
        Rig rig;
        const auto fill = [](const char* text) {
            return message({.text = QLatin1String(text), .subject = QStringLiteral("fill 1")});
        };
        rig.queue.push(lasting(QStringLiteral("first")), rig.now);
        rig.queue.push(fill("3 of 10"), rig.now);
        rig.queue.push(lasting(QStringLiteral("other")), rig.now);
        rig.queue.push(fill("10 of 10"), rig.now);

        QCOMPARE(rig.sendFor(10s).join(u'|'), QStringLiteral("first|other|10 of 10"));
        QCOMPARE(rig.queue.figures().superseded, 1U);
    }

    void whatIsInFlightIsNotTakenBack()
    {
        Rig rig;
        const Outgoing old = message(
            {.text = QStringLiteral("old"), .keeps = 5s, .subject = QStringLiteral("line")});
        rig.queue.push(old, rig.now);
        static_cast<void>(rig.queue.take(rig.now));
        rig.queue.push(message({.text = QStringLiteral("new"), .subject = QStringLiteral("line")}),
                       rig.now);
        rig.now += 10s;
        rig.queue.push(lasting(QStringLiteral("last")), rig.now);

        rig.queue.answered({.kind = AnswerKind::Ok}, rig.now);

        QCOMPARE(rig.queue.figures().sent, 1U);
        QCOMPARE(rig.sendFor(10s).join(u'|'), QStringLiteral("new|last"));
    }

    void h12_theQueueIsBoundedAndDropsTheOldestInformation()
    {
        Rig rig;
        for (int i = 0; i < 150; ++i) {
            rig.queue.push(passing(QStringLiteral("info %1").arg(i)), rig.now);
            rig.queue.push(lasting(QStringLiteral("exit %1").arg(i)), rig.now);
        }

        QCOMPARE(rig.queue.figures().waiting, 200);
        QCOMPARE(rig.queue.figures().dropped, 100U);
        QCOMPARE(rig.queue.figures().lost, 0U);
        const QStringList sent = rig.sendFor(300s);
        QCOMPARE(sent.size(), 200);
        QCOMPARE(sent.filter(QStringLiteral("exit")).size(), 150);
        QVERIFY(!sent.contains(QStringLiteral("info 99")));
        QVERIFY(sent.contains(QStringLiteral("info 100")));
        QVERIFY(sent.indexOf(QStringLiteral("exit 3")) < sent.indexOf(QStringLiteral("exit 4")));
    }

    void withoutInformationTheLeastSevereGoesAndIsCountedAsLost()
    {
        Rig rig{false, 3};
        rig.queue.push(message({.text = QStringLiteral("guard"), .severity = Severity::Critical}),
                       rig.now);
        rig.queue.push(lasting(QStringLiteral("fill 1")), rig.now);
        rig.queue.push(lasting(QStringLiteral("fill 2")), rig.now);
        rig.queue.push(lasting(QStringLiteral("fill 3")), rig.now);

        QCOMPARE(rig.queue.figures().lost, 1U);
        QCOMPARE(rig.sendFor(10s).join(u'|'), QStringLiteral("guard|fill 2|fill 3"));

        rig.queue.push(passing(QStringLiteral("newcomer")), rig.now);
        for (int i = 0; i < 3; ++i) {
            rig.queue.push(lasting(QStringLiteral("exit")), rig.now);
        }
        QCOMPARE(rig.sendFor(10s).join(u'|'), QStringLiteral("exit|exit|exit"));
        QCOMPARE(rig.queue.figures().dropped, 1U);
    }

    void partsGoOneAfterTheOtherAndOnlyTheFailingOneAgain()
    {
        Rig rig;
        Outgoing two = lasting(QStringLiteral("part 1"));
        two.parts.push_back(
            {.text = {.markdown = QStringLiteral("part 2"), .plain = QStringLiteral("part 2")}});
        rig.queue.push(two, rig.now);
        rig.queue.push(lasting(QStringLiteral("next")), rig.now);

        static_cast<void>(rig.queue.take(rig.now));
        rig.queue.answered({.kind = AnswerKind::Ok}, rig.now);
        rig.now += 1s;
        static_cast<void>(rig.queue.take(rig.now));
        rig.queue.answered({.kind = AnswerKind::TimedOut}, rig.now);

        QCOMPARE(rig.sendFor(10s).join(u'|'), QStringLiteral("part 2|next"));
        QCOMPARE(rig.queue.figures().sent, 2U);
    }

    void whatTheServiceRefusesGoesInASimplerForm()
    {
        Rig rig;
        rig.queue.push(
            {.parts = {{.text = {.markdown = QStringLiteral("*m*"), .plain = QStringLiteral("m")},
                        .picture = QByteArrayLiteral("PNG")}}},
            rig.now);
        std::vector<SendTask> tasks;
        for (int i = 0; i < 3; ++i) {
            const auto task = rig.queue.take(rig.now);
            QVERIFY(task.has_value());
            tasks.push_back(*task);
            rig.queue.answered({.kind = AnswerKind::Rejected}, rig.now);
            rig.now += 1s;
        }
        QCOMPARE(tasks[0].form, Form::Picture);
        QCOMPARE(tasks[0].picture, QByteArrayLiteral("PNG"));
        QCOMPARE(tasks[0].text, QStringLiteral("*m*"));
        QCOMPARE(tasks[1].form, Form::Markdown);
        QVERIFY(tasks[1].picture.isEmpty());
        QCOMPARE(tasks[2].form, Form::Plain);
        QCOMPARE(tasks[2].text, QStringLiteral("m"));
        QVERIFY(rig.queue.isEmpty());
        QCOMPARE(rig.queue.figures().lost, 1U);
    }

    void aPartTheServiceStumblesOverDoesNotBlockTheOthersForEver()
    {
        Rig rig;
        rig.queue.push(
            {.parts = {{.text = {.markdown = QStringLiteral("*m*"), .plain = QStringLiteral("m")},
                        .picture = QByteArrayLiteral("PNG")}}},
            rig.now);
        std::vector<Form> forms;
        for (int i = 0; i < 12; ++i) {
            rig.now += 2min;
            const auto task = rig.queue.take(rig.now);
            QVERIFY(task.has_value());
            forms.push_back(task->form);
            rig.queue.answered({.kind = AnswerKind::ServerError}, rig.now);
        }
        QCOMPARE(forms[4], Form::Picture);
        QCOMPARE(forms[5], Form::Markdown);
        QCOMPARE(forms[10], Form::Plain);
        // A service that is down for all is waited for.
        QCOMPARE(rig.queue.figures().lost, 0U);
        QVERIFY(!rig.queue.isEmpty());
    }

    void aTokenThatIsRefusedIsNotHammered()
    {
        for (const AnswerKind kind : {AnswerKind::TokenRefused, AnswerKind::Forbidden}) {
            Rig rig;
            rig.queue.push(lasting(QStringLiteral("a")), rig.now);
            QCOMPARE(rig.sendFor(299s, {.kind = kind}).size(), 1);
            QCOMPARE(rig.sendFor(10s).size(), 1);
        }
    }

    void onlyInformationIsSilent()
    {
        Rig rig;
        rig.queue.push(passing(QStringLiteral("info")), rig.now);
        const auto info = rig.queue.take(rig.now);
        rig.queue.answered({.kind = AnswerKind::Ok}, rig.now);
        rig.queue.push(lasting(QStringLiteral("exit")), rig.now);
        const auto exit = rig.queue.take(rig.now + 1s);
        QVERIFY(info && info->silent);
        QVERIFY(exit && !exit->silent);
    }

    /// Whatever the service does, in any order: nothing worth sending is lost, and order holds.
    void h12_noMessageWorthSendingIsLostWhateverTheServiceDoes()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random{seed};
        for (int round = 0; round < 50; ++round) {
            Rig rig;
            QStringList wanted;
            QStringList got;
            for (int step = 0; step < 4000; ++step) {
                rig.now += std::chrono::milliseconds{random.bounded(20, 2000)};
                if (wanted.size() < 100 && random.bounded(10) == 0) {
                    const QString text = QString::number(wanted.size());
                    wanted.append(text);
                    rig.queue.push(lasting(text), rig.now);
                    rig.queue.push(passing(QStringLiteral("info")), rig.now);
                }
                const auto task = rig.queue.take(rig.now);
                if (!task) {
                    continue;
                }
                const bool bad = random.bounded(3) == 0;
                const std::array kinds{AnswerKind::RateLimited, AnswerKind::ServerError,
                                       AnswerKind::Unreached,   AnswerKind::TimedOut,
                                       AnswerKind::Unusable,    AnswerKind::Conflict};
                ApiAnswer answer{.kind = bad ? kinds[random.bounded(6U)] : AnswerKind::Ok};
                if (answer.kind == AnswerKind::RateLimited) {
                    answer.retryAfter = std::chrono::seconds{random.bounded(30)};
                }
                if (!bad && task->text != u"info") {
                    got.append(task->text);
                }
                rig.queue.answered(answer, rig.now);
            }
            got += rig.sendFor(30min).filter(QRegularExpression{QStringLiteral("^\\d+$")});
            QVERIFY2(got == wanted, qPrintable(QString::number(seed)));
            QCOMPARE(rig.queue.figures().lost, 0U);
        }
    }
};

QTEST_GUILESS_MAIN(TestSendQueue)
#include "tst_send_queue.moc"
