// The feed's tables: states, message codes, control messages, registrations.
#include "core/kis/control_message.h"
#include "core/kis/feed_state.h"
#include "core/kis/registrations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using core::domain::FeedKey;
using core::domain::FeedState;
using core::domain::Stream;
using core::kis::CodeReaction;
using core::kis::ControlKind;
using core::kis::FeedEvent;
using core::kis::parseControl;
using core::kis::RegistrationRequest;
using core::kis::Registrations;
using core::kis::RegistrationType;

namespace
{
FeedKey trade(const char* code)
{
    return {Stream::Trade, *core::domain::Symbol::parse(std::string_view{code})};
}

RegistrationRequest registering(const FeedKey& key)
{
    return {key, RegistrationType::Register};
}

RegistrationRequest unregistering(const FeedKey& key)
{
    return {key, RegistrationType::Unregister};
}
}  // namespace

class TestFeedTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    // Written by hand, not derived from the code: every state against every event.
    void stepsAsTheMatrixSays()
    {
        using S = FeedState;
        using E = FeedEvent;
        constexpr auto kNone = "-";
        const QStringList names{QStringLiteral("Idle"),       QStringLiteral("Approving"),
                                QStringLiteral("Connecting"), QStringLiteral("Registering"),
                                QStringLiteral("Live"),       QStringLiteral("Waiting"),
                                QStringLiteral("Stopped")};
        const std::array events{E::Start,   E::GrantKey, E::FailKey,  E::RefuseKey,
                                E::Connect, E::Complete, E::WantMore, E::Lose,
                                E::Resume,  E::GiveUp,   E::Stop};
        const std::array states{S::Idle, S::Approving, S::Connecting, S::Registering,
                                S::Live, S::Waiting,   S::Stopped};
        // clang-format off
        //                Start      GrantKey    FailKey  RefuseKey  Connect      Complete  WantMore     Lose     Resume     GiveUp   Stop
        const char* const matrix[7][11] = {
            /* Idle */        {"Approving", "-",          "-",       "-",         "-",           "-",    "-",           "-",       "-",         "-",       "-"},
            /* Approving */   {"-",         "Connecting", "Waiting", "-",         "-",           "-",    "-",           "-",       "-",         "Stopped", "Idle"},
            /* Connecting */  {"-",         "-",          "-",       "-",         "Registering", "-",    "-",           "Waiting", "-",         "Stopped", "Idle"},
            /* Registering */ {"-",         "-",          "-",       "Approving", "-",           "Live", "-",           "Waiting", "-",         "Stopped", "Idle"},
            /* Live */        {"-",         "-",          "-",       "Approving", "-",           "-",    "Registering", "Waiting", "-",         "Stopped", "Idle"},
            /* Waiting */     {"-",         "-",          "-",       "-",         "-",           "-",    "-",           "-",       "Approving", "-",       "Idle"},
            /* Stopped */     {"Approving", "-",          "-",       "-",         "-",           "-",    "-",           "-",       "-",         "-",       "Idle"},
        };
        // clang-format on

        for (std::size_t s = 0; s < states.size(); ++s) {
            for (std::size_t e = 0; e < events.size(); ++e) {
                const auto to = core::kis::next(states[s], events[e]);
                const QString got =
                    to ? names[static_cast<qsizetype>(*to)] : QString{QLatin1String(kNone)};
                QVERIFY2(got == QLatin1String(matrix[s][e]),
                         qPrintable(QStringLiteral("%1, event %2: %3 instead of %4")
                                        .arg(names[static_cast<qsizetype>(s)])
                                        .arg(e)
                                        .arg(got, QLatin1String(matrix[s][e]))));
            }
        }
    }

    void reactsToEachCodeAsDocumented_data()
    {
        QTest::addColumn<CodeReaction>("reaction");

        using R = CodeReaction;
        const std::vector<std::pair<R, QByteArrayList>> rows{
            {R::Registered, {"0000"}},
            {R::Unregistered, {"0001"}},
            {R::AlreadyActive, {"0002"}},
            {R::AlreadyGone, {"0003"}},
            {R::RetryLater, {"0007", "0009", "8999", "9993", "9995"}},
            {R::LimitReached, {"0008"}},
            {R::StopFeed, {"0010", "9994", "9996"}},
            {R::FreshKey, {"0011"}},
            {R::NoticesOff, {"0017"}},
            {R::KeyInUse, {"8996"}},
            {R::GiveUpItem,
             {"8991", "8992", "8993", "8994", "8995", "8997", "8998", "9990", "9991", "9992",
              "9997", "9998", "9999"}},
            {R::Ignore, {"0004", "1234", "", "0000 "}},
        };
        for (const auto& [reaction, codes] : rows) {
            for (const QByteArray& code : codes) {
                QTest::newRow(("OPSP" + code).constData()) << reaction;
            }
        }
    }
    void reactsToEachCodeAsDocumented()
    {
        QFETCH(CodeReaction, reaction);

        const QString code = QString::fromLatin1(QTest::currentDataTag());

        QCOMPARE(core::kis::messageCode(code).reaction, reaction);
    }

    void readsAnAcknowledgement()
    {
        const auto message = parseControl(QStringLiteral(
            R"({"header":{"tr_id":"H0STASP0","tr_key":"066570","encrypt":"N"},"body":{"rt_cd":"0","msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS","output":{"iv":"0123456789abcdef","key":"abcdefghijklmnopabcdefghijklmnop"}}})"));

        QVERIFY(message);
        QCOMPARE(message->kind, ControlKind::Reply);
        QCOMPARE(message->transactionId, QStringLiteral("H0STASP0"));
        QCOMPARE(message->key, QStringLiteral("066570"));
        QCOMPARE(message->reaction, CodeReaction::Registered);
        QVERIFY(message->noticeKey.isUsable());
    }

    void readsADegenerateHeader()
    {
        const auto message = parseControl(
            QString::fromLatin1("{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\"},\"body\":{"
                                "\"rt_cd\":\"9\",\"msg_cd\":\"OPSP8996\",\"msg1\":\"IN USE\"}}"));

        QVERIFY(message);
        QVERIFY(message->transactionId.isEmpty());
        QCOMPARE(message->reaction, CodeReaction::KeyInUse);
        QVERIFY(!message->noticeKey.isUsable());
    }

    void doesNotBelieveASuccessThatContradictsItself()
    {
        const auto message = parseControl(QStringLiteral(
            R"({"header":{"tr_id":"H0STCNT0","tr_key":"005930"},"body":{"rt_cd":"1","msg_cd":"OPSP0000"}})"));

        QVERIFY(message);
        QCOMPARE(message->reaction, CodeReaction::Ignore);
    }

    void refusesWhatIsNoControlMessage_data()
    {
        QTest::addColumn<QString>("text");

        const auto row = [](const char* text) {
            QTest::newRow(*text == '\0' ? "empty" : text) << QString{QLatin1String(text)};
        };
        row("");
        row("{");
        row("[]");
        row("{}");
        row(R"({"header":[]})");
        row(R"({"header":{"tr_id":"H0STCNT0"},"body":{"rt_cd":"0"}})");
        row(R"({"header":{"tr_id":"H0STCNT0"},"body":{"msg_cd":"OPSP0000"}})");
        row(R"({"header":{"tr_id":7},"body":{"rt_cd":0,"msg_cd":1}})");
    }
    void refusesWhatIsNoControlMessage()
    {
        QFETCH(QString, text);

        QVERIFY(!parseControl(text));
    }

    void writesRegistrationsAsTheBrokerReadsThem()
    {
        const QString text =
            core::kis::registrationText(QStringLiteral("key"), QStringLiteral("H0STCNI0"),
                                        QStringLiteral("User$@\"1"), RegistrationType::Unregister);

        const QJsonObject root = QJsonDocument::fromJson(text.toUtf8()).object();
        const QJsonObject header = root.value(u"header").toObject();
        const QJsonObject input = root.value(u"body").toObject().value(u"input").toObject();
        QCOMPARE(header.value(u"approval_key").toString(), QStringLiteral("key"));
        QCOMPARE(header.value(u"custtype").toString(), QStringLiteral("P"));
        QCOMPARE(header.value(u"tr_type").toString(), QStringLiteral("2"));
        QCOMPARE(header.value(u"content-type").toString(), QStringLiteral("utf-8"));
        QCOMPARE(input.value(u"tr_id").toString(), QStringLiteral("H0STCNI0"));
        QCOMPARE(input.value(u"tr_key").toString(), QStringLiteral("User$@\"1"));
    }

    void handsOutTheDifferenceOneByOne()
    {
        Registrations book{3};
        book.setWanted({trade("000001"), trade("000002"), {Stream::Notice, {}}, trade("000002")});
        QCOMPARE(book.wantedCount(), std::size_t{3});

        QVERIFY(book.next(0s) == registering({Stream::Notice, {}}));
        QVERIFY(book.next(0s) == registering(trade("000001")));
        QVERIFY(book.next(0s) == registering(trade("000002")));
        QVERIFY(!book.next(0s));
        QVERIFY(!book.isComplete());
        for (const FeedKey& key : {FeedKey{Stream::Notice, {}}, trade("000001"), trade("000002")}) {
            QCOMPARE(book.reply(key, CodeReaction::Registered, 0s).activated.size(),
                     std::size_t{1});
        }
        QVERIFY(book.isComplete());

        // A swap at the limit: the new one waits until the old slot is free.
        book.setWanted({trade("000003"), trade("000001"), {Stream::Notice, {}}});
        QVERIFY(book.next(1s) == unregistering(trade("000002")));
        QVERIFY(!book.next(1s));
        QCOMPARE(book.reply(trade("000002"), CodeReaction::Unregistered, 1s).ended.size(),
                 std::size_t{1});
        QVERIFY(book.next(1s) == registering(trade("000003")));
    }

    void repeatsAnUnansweredMessageOnce()
    {
        Registrations book{41};
        book.setWanted({trade("000001")});
        QVERIFY(book.next(0s).has_value());

        QVERIFY(!book.next(2900ms));
        QVERIFY(book.next(3s) == registering(trade("000001")));
        QVERIFY(!book.isOverdue(5900ms));
        QVERIFY(book.isOverdue(6s));
        QVERIFY(!book.next(7s));
    }

    void ignoresAnswersNobodyWaitsFor()
    {
        Registrations book{41};
        book.setWanted({trade("000001")});

        for (const auto reaction : {CodeReaction::Registered, CodeReaction::Unregistered,
                                    CodeReaction::LimitReached, CodeReaction::GiveUpItem}) {
            QVERIFY(book.reply(trade("000009"), reaction, 0s) == core::kis::RegistrationChange{});
        }
        QCOMPARE(book.activeCount(), std::size_t{0});
    }

    void restsLongerAfterEveryRefusal()
    {
        Registrations book{41};
        book.setWanted({trade("000001")});
        std::chrono::nanoseconds now{};

        for (const auto rest : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            QVERIFY(book.next(now).has_value());
            QVERIFY(book.reply(trade("000001"), CodeReaction::RetryLater, now)
                    == core::kis::RegistrationChange{});
            QVERIFY(!book.next(now + rest - 1ms));
            now += rest;
        }
    }

    void isPatientWhenNotEvenOneSlotIsFree()
    {
        Registrations book{41};
        book.setWanted({trade("000001"), trade("000002")});
        QVERIFY(book.next(0s).has_value());

        const auto change = book.reply(trade("000001"), CodeReaction::LimitReached, 0s);

        QVERIFY(change.refused.empty());
        QVERIFY(book.next(0s) == registering(trade("000002")));
        QVERIFY(book.reply(trade("000002"), CodeReaction::Registered, 0s).activated.size() == 1);
        QVERIFY(book.next(1s) == registering(trade("000001")));
    }

    void forgetsRefusalsOnlyWithTheWish()
    {
        Registrations book{41};
        book.setWanted({trade("000001")});
        QVERIFY(book.next(0s).has_value());
        QCOMPARE(book.reply(trade("000001"), CodeReaction::GiveUpItem, 0s).refused.size(),
                 std::size_t{1});

        QVERIFY(book.connectionLost() == core::kis::RegistrationChange{});
        QVERIFY(!book.next(100s));
        book.setWanted({});
        book.setWanted({trade("000001")});

        QVERIFY(book.next(100s) == registering(trade("000001")));
    }

    void startsOverAfterALostConnection()
    {
        Registrations book{41};
        book.setWanted({trade("000001"), trade("000002")});
        QVERIFY(book.next(0s).has_value());
        QVERIFY(book.next(0s).has_value());
        static_cast<void>(book.reply(trade("000001"), CodeReaction::Registered, 0s));

        const auto change = book.connectionLost();

        QCOMPARE(change.ended, std::vector<FeedKey>{trade("000001")});
        QVERIFY(book.next(0s) == registering(trade("000001")));
        QVERIFY(book.next(0s) == registering(trade("000002")));
    }
};

QTEST_GUILESS_MAIN(TestFeedTables)
#include "tst_feed_tables.moc"
