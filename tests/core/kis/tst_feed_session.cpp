#include "core/kis/feed_session.h"
#include "tests/core/kis/captured_frames.h"
#include "tests/core/kis/feed_rig.h"
#include "tests/support/expect_warning.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace std::chrono_literals;
using core::domain::FeedKey;
using core::domain::FeedState;
using core::domain::Stream;
using core::kis::ApprovalWish;
using test::feedKey;
using test::FeedRig;

namespace
{
std::vector<FeedKey> fiveTrades()
{
    return {feedKey(Stream::Trade, "005930"), feedKey(Stream::Trade, "000660"),
            feedKey(Stream::Trade, "035420"), feedKey(Stream::Trade, "0001A0"),
            feedKey(Stream::Trade, "00104K")};
}

std::vector<FeedKey> threeStreams()
{
    return {feedKey(Stream::Trade, "005930"), feedKey(Stream::Quote, "005930"),
            feedKey(Stream::Notice)};
}

QString tradeFrame()
{
    return test::frameOf(QStringLiteral("H0STCNT0"),
                         {test::capturedRecord(QStringLiteral("trade"))});
}

QString noticeFrame()
{
    return QStringLiteral("1|H0STCNI0|001|")
           + test::capturedRecord(QStringLiteral("notice_accepted.base64"));
}

}  // namespace

class TestFeedSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void registersNoticesFirstThenInWantedOrder()
    {
        FeedRig rig;

        QVERIFY(rig.goLive(threeStreams()));

        QCOMPARE(rig.server.messages, (QStringList{QStringLiteral("1 H0STCNI0 HTSUSER1"),
                                                   QStringLiteral("1 H0STCNT0 005930"),
                                                   QStringLiteral("1 H0STASP0 005930")}));
        QCOMPARE(rig.server.approvalKeys.count(QStringLiteral("key-1")), 3);
        QCOMPARE(rig.sink.active.size(), std::size_t{3});
        QCOMPARE(rig.session->figures().acknowledged, 3U);
    }

    void a10_asksTheMockHostOnlyForWhatItHas()
    {
        FeedRig rig{41, core::kis::HostKind::Mock};
        std::vector<FeedKey> wanted = threeStreams();
        wanted.push_back(feedKey(Stream::Operation, "005930"));
        wanted.push_back(feedKey(Stream::Expected, "005930"));

        QVERIFY(rig.goLive(wanted));

        QCOMPARE(rig.server.messages.size(), 3);
        QCOMPARE(rig.server.messages.first(), QStringLiteral("1 H0STCNI9 HTSUSER1"));
    }

    void deliversOneCallForAFrameOfManyRecords()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));
        const QString record = test::capturedRecord(QStringLiteral("trade"));

        rig.server.say(test::frameOf(QStringLiteral("H0STCNT0"), {record, record, record}));

        QVERIFY(FeedRig::delivered([&] { return rig.sink.trades.size() == 3; }));
        QCOMPARE(rig.sink.tradeCalls, std::vector<std::size_t>{3});
        QCOMPARE(rig.session->figures().records, std::uint64_t{3});
    }

    void c03_echoesPingPongAsTheIdenticalText()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(threeStreams()));
        const QString ping =
            QStringLiteral(R"({"header":{"tr_id":"PINGPONG","datetime":"20261120093015"}})");

        rig.server.say(ping);

        QVERIFY(FeedRig::delivered([&] { return rig.server.raw.contains(ping); }));
        QCOMPARE(rig.server.raw.last(), ping);
        QCOMPARE(rig.session->figures().badFrames, std::uint64_t{0});
    }

    void c18_swapsByUnregisteringFirst()
    {
        FeedRig rig{3};
        QVERIFY(rig.goLive({feedKey(Stream::Trade, "005930"), feedKey(Stream::Trade, "000660"),
                            feedKey(Stream::Trade, "035420")}));
        rig.server.messages.clear();

        rig.session->setWanted({feedKey(Stream::Trade, "005930"), feedKey(Stream::Trade, "069500"),
                                feedKey(Stream::Trade, "035420")});

        QVERIFY(rig.until([&] { return rig.sink.active.size() == 4; }));
        QCOMPARE(rig.server.messages, (QStringList{QStringLiteral("2 H0STCNT0 000660"),
                                                   QStringLiteral("1 H0STCNT0 069500")}));
        QCOMPARE(rig.sink.ended, std::vector<FeedKey>{feedKey(Stream::Trade, "000660")});
    }

    void a09_neverRegistersBeyondTheLimit()
    {
        FeedRig rig{2};
        rig.session->setWanted(fiveTrades());
        rig.session->start();

        QVERIFY(rig.until([&] { return rig.sink.active.size() == 2; }));
        rig.pass(10s);
        QTest::qWait(20);

        QCOMPARE(rig.server.messages.size(), 2);
        QCOMPARE(rig.state(), FeedState::Live);
    }

    void keepsThePaceBetweenRegistrations()
    {
        FeedRig rig;
        rig.session->setWanted(fiveTrades());
        rig.session->start();
        QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Registering; }));

        rig.pass(80ms);
        rig.session->tick(rig.clock.monotonic());
        rig.clock.advance(79ms);
        rig.session->tick(rig.clock.monotonic());
        QVERIFY(FeedRig::delivered([&] { return rig.server.messages.size() == 1; }));
        rig.clock.advance(1ms);
        rig.session->tick(rig.clock.monotonic());

        QVERIFY(FeedRig::delivered([&] { return rig.server.messages.size() == 2; }));
    }

    void c05_resendsAnUnansweredRegistrationOnceThenReconnects()
    {
        FeedRig rig;
        rig.server.answers = false;
        rig.session->setWanted({feedKey(Stream::Trade, "005930")});
        rig.session->start();
        QVERIFY(rig.until([&] { return rig.server.messages.size() == 1; }));

        rig.pass(3s);
        QVERIFY(FeedRig::delivered([&] { return rig.server.messages.size() == 2; }));
        QCOMPARE(rig.state(), FeedState::Registering);
        test::expectWarning("not answered, twice");
        rig.pass(3100ms);

        QCOMPARE(rig.state(), FeedState::Waiting);
        QCOMPARE(rig.server.messages.size(), 2);
        rig.server.answers = true;
        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.server.connections, 2);
    }

    void c04_comesBackAfterADropAndRegistersEverythingAgain()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(threeStreams()));
        rig.server.messages.clear();
        test::expectWarning("closed the connection");

        rig.server.drop();
        QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
        QCOMPARE(rig.sink.ended.size(), std::size_t{3});
        rig.pass(700ms);
        QCOMPARE(rig.state(), FeedState::Waiting);  // 1 s within 20 %.

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }, 20));
        QCOMPARE(rig.server.messages.size(), 3);
        QCOMPARE(rig.server.messages.first(), QStringLiteral("1 H0STCNI0 HTSUSER1"));
        QCOMPARE(rig.server.approvalKeys.last(), QStringLiteral("key-1"));
        QCOMPARE(rig.session->figures().reconnects, 1U);
    }

    void c04_backsOffFurtherUntilDataIsReceived()
    {
        FeedRig rig;
        QVERIFY(rig.goLive({feedKey(Stream::Trade, "005930")}));
        std::vector<std::chrono::milliseconds> pauses;

        for (int i = 0; i < 4; ++i) {
            if (i == 3) {
                rig.server.say(tradeFrame());
                QVERIFY(FeedRig::delivered([&] { return rig.sink.trades.size() == 1; }));
            }
            test::expectWarning("closed the connection");
            rig.server.drop();
            QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
            const auto before = rig.clock.monotonic();
            QVERIFY(rig.until([&] { return rig.state() != FeedState::Waiting; }));
            pauses.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
                rig.clock.monotonic() - before));
            QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        }

        QVERIFY(pauses[0] >= 800ms && pauses[0] <= 1300ms);
        QVERIFY(pauses[1] >= 1600ms && pauses[1] <= 2500ms);
        QVERIFY(pauses[2] >= 3200ms && pauses[2] <= 4900ms);
        QVERIFY(pauses[3] >= 800ms && pauses[3] <= 1300ms);
    }

    void c04_connectsAtMostSixTimesAMinute()
    {
        FeedRig rig;
        QVERIFY(rig.goLive({feedKey(Stream::Trade, "005930")}));
        const auto start = rig.clock.monotonic();

        for (int i = 0; i < 12; ++i) {
            rig.server.say(tradeFrame());  // Resets the back-off: only the limit is left.
            const std::size_t before = rig.sink.trades.size();
            QVERIFY(FeedRig::delivered([&] { return rig.sink.trades.size() > before; }));
            test::expectWarning("closed the connection");
            rig.server.drop();
            QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
            QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }, 900));
        }

        // 13 connections: the 7th not before one minute, the 13th not before two.
        QVERIFY(rig.clock.monotonic() - start >= 118s);
    }

    void callsSilenceStaleAfterTenSecondsAndReconnectsAfterTwentyFive()
    {
        FeedRig rig;
        rig.session->setContinuousSession(true);
        QVERIFY(rig.goLive(fiveTrades()));

        rig.pass(9900ms);
        QVERIFY(!rig.session->figures().stale);
        test::expectWarning("stale");
        rig.pass(600ms);
        QVERIFY(rig.session->figures().stale);
        rig.server.say(tradeFrame());
        QVERIFY(FeedRig::delivered([&] { return !rig.session->figures().stale; }));
        test::expectWarning("stale");
        rig.pass(24s);
        QCOMPARE(rig.state(), FeedState::Live);
        test::expectWarning("no frame for 25 s");
        rig.pass(1100ms);

        QCOMPARE(rig.state(), FeedState::Waiting);
    }

    void isPatientWithSilenceOutsideTheSession()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));

        rig.pass(119s);
        QCOMPARE(rig.state(), FeedState::Live);
        QVERIFY(!rig.session->figures().stale);
        rig.session->setContinuousSession(true);  // The silence before the open does not count.
        rig.pass(5s);
        QCOMPARE(rig.state(), FeedState::Live);
    }

    void survivesEveryMessageCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<FeedState>("after");
        QTest::addColumn<int>("refusals");
        QTest::addColumn<int>("messagesLater");  // To the same socket, a minute on.

        const auto row = [](const char* code, FeedState after, int refusals, int messages) {
            QTest::newRow(code) << QString{QLatin1String(code)} << after << refusals << messages;
        };
        row("OPSP0000", FeedState::Live, 0, 1);
        row("OPSP0002", FeedState::Live, 0, 1);
        row("OPSP0007", FeedState::Registering, 0, 2);
        row("OPSP0009", FeedState::Registering, 0, 2);
        row("OPSP8999", FeedState::Registering, 0, 2);
        row("OPSP9993", FeedState::Registering, 0, 2);
        row("OPSP9995", FeedState::Registering, 0, 2);
        row("OPSP0010", FeedState::Stopped, 0, 1);
        row("OPSP9994", FeedState::Stopped, 0, 1);
        row("OPSP9996", FeedState::Stopped, 0, 1);
        for (const char* code :
             {"OPSP8991", "OPSP8992", "OPSP8993", "OPSP8994", "OPSP8995", "OPSP8997", "OPSP8998",
              "OPSP9990", "OPSP9991", "OPSP9992", "OPSP9997", "OPSP9998", "OPSP9999"}) {
            row(code, FeedState::Live, 1, 1);
        }
    }

    void survivesEveryMessageCode()
    {
        QFETCH(QString, code);
        QFETCH(FeedState, after);
        QFETCH(int, refusals);
        QFETCH(int, messagesLater);
        FeedRig rig;
        rig.server.answerNext(code);
        rig.session->setWanted({feedKey(Stream::Trade, "005930")});
        if (refusals > 0) {
            test::expectWarning("refused");
        }
        if (after == FeedState::Stopped) {
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression{QStringLiteral("stopped")});
        }
        rig.session->start();
        QVERIFY(rig.until([&] { return rig.server.messages.size() == 1; }));
        const auto reacted = [&] {
            return rig.state() == after
                   && rig.sink.refused.size() == static_cast<std::size_t>(refusals);
        };
        QVERIFY(FeedRig::delivered(reacted));
        if (after == FeedState::Registering) {
            QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        }
        rig.pass(60s);
        QTest::qWait(10);

        QCOMPARE(static_cast<int>(rig.server.messages.size()), messagesLater);
        QCOMPARE(rig.server.connections, 1);
    }

    void c18_treatsUnregisteringWhatTheServerForgotAsDone()
    {
        FeedRig rig;
        QVERIFY(rig.goLive({feedKey(Stream::Trade, "005930")}));

        rig.server.answerNext(QStringLiteral("OPSP0003"));
        rig.session->setWanted({});

        QVERIFY(rig.until([&] { return rig.sink.ended.size() == 1; }));
        QCOMPARE(rig.session->figures().acknowledged, 0U);
    }

    void a09_dropsTheLeastWantedWhenTheServerHasNoSlot()
    {
        FeedRig rig;
        QVERIFY(rig.goLive({feedKey(Stream::Trade, "005930"), feedKey(Stream::Trade, "000660")}));
        test::expectWarning("refused: OPSP0008");

        rig.server.answerNext(QStringLiteral("OPSP0008"));
        rig.session->setWanted({feedKey(Stream::Notice), feedKey(Stream::Trade, "005930"),
                                feedKey(Stream::Trade, "000660")});

        // The notice is wanted most: it takes the slot of the last trade stream.
        QVERIFY(rig.until([&] { return rig.sink.active.size() == 3; }));
        QCOMPARE(rig.sink.refused.size(), std::size_t{1});
        QCOMPARE(rig.sink.refused.front().first, feedKey(Stream::Trade, "000660"));
        rig.pass(60s);
        QTest::qWait(10);
        QCOMPARE(rig.server.messages.mid(2), (QStringList{QStringLiteral("1 H0STCNI0 HTSUSER1"),
                                                          QStringLiteral("2 H0STCNT0 000660"),
                                                          QStringLiteral("1 H0STCNI0 HTSUSER1")}));
    }

    void a07_fetchesAFreshApprovalKeyOnceThenBacksOff()
    {
        FeedRig rig;
        rig.session->setWanted({feedKey(Stream::Trade, "005930")});
        rig.server.answerNext(QStringLiteral("OPSP0011"));
        rig.session->start();

        QVERIFY(rig.until([&] { return rig.wishes.size() == 2; }));
        QCOMPARE(rig.wishes.back(), ApprovalWish::Fresh);
        rig.server.answerNext(QStringLiteral("OPSP0011"));
        test::expectWarning("OPSP0011");
        QVERIFY(rig.until([&] { return rig.state() == FeedState::Waiting; }));
        QCOMPARE(rig.wishes.size(), std::size_t{2});

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.server.connections, 3);
        QCOMPARE(rig.server.approvalKeys.last(), QStringLiteral("key-3"));
    }

    void a08_doesNotFightForAKeyInUse()
    {
        FeedRig rig;
        rig.session->setWanted({feedKey(Stream::Trade, "005930")});
        rig.session->start();
        std::vector<std::chrono::seconds> pauses;

        for (int i = 0; i < 3; ++i) {
            rig.server.answers = false;
            QVERIFY(rig.until([&] { return rig.state() == FeedState::Registering; }, 700));
            test::expectWarning("OPSP8996");
            rig.server.say(test::ScriptedServer::reply(QStringLiteral("(null)"), {},
                                                       QStringLiteral("OPSP8996"),
                                                       QStringLiteral("9"), false));
            QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
            const auto before = rig.clock.monotonic();
            QVERIFY(rig.until([&] { return rig.state() != FeedState::Waiting; }, 700));
            pauses.push_back(
                std::chrono::duration_cast<std::chrono::seconds>(rig.clock.monotonic() - before));
        }

        QVERIFY(pauses[0] >= 24s && pauses[0] <= 37s);
        QVERIFY(pauses[1] >= 40s && pauses[1] <= 61s);
        QVERIFY(pauses[2] >= 40s && pauses[2] <= 61s);
        QCOMPARE(rig.wishes.size(), std::size_t{1});
        QVERIFY(rig.session->figures().detail.contains(QStringLiteral("in use")));
    }

    void goesOnWithoutNoticesWhenTheHtsIdIsWrong()
    {
        FeedRig rig;
        rig.server.answers = false;
        rig.session->setWanted(threeStreams());
        rig.session->start();
        QVERIFY(rig.until([&] { return rig.server.messages.size() == 1; }));
        test::expectWarning("OPSP0017");

        rig.server.say(test::ScriptedServer::reply(
            QStringLiteral("(null)"), {}, QStringLiteral("OPSP0017"), QStringLiteral("9"), false));
        QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
        rig.server.answers = true;
        rig.server.messages.clear();

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.server.messages, (QStringList{QStringLiteral("1 H0STCNT0 005930"),
                                                   QStringLiteral("1 H0STASP0 005930")}));
        QCOMPARE(rig.sink.refused.size(), std::size_t{1});
        QCOMPARE(rig.sink.refused.front(),
                 std::pair(feedKey(Stream::Notice), QStringLiteral("OPSP0017")));
    }

    void c04_suspectsTheHtsIdWhenTheServerHangsUpOnIt()
    {
        FeedRig rig;
        rig.server.answers = false;
        rig.session->setWanted(threeStreams());
        rig.session->start();

        for (int i = 1; i <= 2; ++i) {
            QVERIFY(rig.until([&] { return rig.server.messages.size() == i; }));
            QVERIFY(!rig.session->figures().detail.contains(QStringLiteral("HTS ID")));
            test::expectWarning("closed the connection");
            rig.server.drop();
            QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
        }

        QVERIFY(rig.session->figures().detail.contains(QStringLiteral("HTS ID")));
    }

    void c06_opensNoticesThatCameBeforeTheirKey()
    {
        FeedRig rig;
        rig.server.answers = false;
        rig.session->setWanted({feedKey(Stream::Notice)});
        rig.session->start();
        QVERIFY(rig.until([&] { return rig.server.messages.size() == 1; }));

        rig.server.say(noticeFrame());
        rig.server.say(
            test::ScriptedServer::reply(QStringLiteral("H0STCNI0"), QStringLiteral("HTSUSER1"),
                                        QStringLiteral("OPSP0000"), QStringLiteral("0"), true));

        QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.sink.notices.size(), std::size_t{1});
        QCOMPARE(rig.sink.notices.front().kind, core::domain::NoticeKind::Accepted);
        QCOMPARE(rig.sink.notices.front().orderNumber, QStringLiteral("1562"));
    }

    void c06_neverLosesANoticeSilently()
    {
        FeedRig rig;
        QVERIFY(rig.goLive({feedKey(Stream::Notice)}));
        test::expectWarning("does not open");

        rig.server.say(QStringLiteral("1|H0STCNI0|001|AAAAAAAAAAAAAAAAAAAAAA=="));

        QVERIFY(FeedRig::delivered([&] { return rig.sink.notices.size() == 1; }));
        QCOMPARE(rig.sink.notices.front().kind, core::domain::NoticeKind::Unknown);
        QCOMPARE(rig.session->figures().badFrames, std::uint64_t{1});
    }

    void c13_dropsBadFramesAndGoesOn()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));
        const QString record = test::capturedRecord(QStringLiteral("trade"));
        test::expectWarning("dropped a frame");

        rig.server.say(QStringLiteral("nonsense"));
        rig.server.say(QStringLiteral("{not json"));
        rig.server.say(QString{});
        rig.server.say(test::frameOf(QStringLiteral("H0STCNT0"),
                                     {record, test::withField(record, 2, QStringLiteral("x"))}));
        rig.server.peer->sendBinaryMessage(QByteArrayLiteral("0|H0STCNT0|001|"));
        rig.server.say(tradeFrame());

        QVERIFY(FeedRig::delivered([&] { return rig.sink.trades.size() == 1; }));
        QCOMPARE(rig.session->figures().badFrames, std::uint64_t{5});
        QCOMPARE(rig.state(), FeedState::Live);
    }

    void c12_acceptsAppendedFieldsAndSaysSoOnce()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));
        const QString wider = test::withWidth(test::capturedRecord(QStringLiteral("trade")), 49);
        test::expectWarning("appended fields");

        rig.server.say(test::frameOf(QStringLiteral("H0STCNT0"), {wider, wider}));
        rig.server.say(test::frameOf(QStringLiteral("H0STCNT0"), {wider}));

        QVERIFY(FeedRig::delivered([&] { return rig.sink.trades.size() == 3; }));
        QCOMPARE(rig.session->figures().driftFrames, std::uint64_t{2});
        QCOMPARE(rig.sink.trades[1].price.won(), std::int64_t{313000});
    }

    void c17_closesOnAFrameBeyondOneMebibyte()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(fiveTrades()));
        test::expectWarning("closed the connection .code 1009");

        rig.server.say(QString(3 * 1024 * 1024, u'0'));

        QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
        QCOMPARE(rig.sink.trades.size(), std::size_t{0});
    }

    void givesUpOnAServerThatNeverAnswersTheHandshake()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        test::RecordingSink sink;
        test::ManualClock clock{FeedRig::startTime()};
        core::kis::FeedOptions options;
        options.url = QUrl{QStringLiteral("ws://127.0.0.1:%1").arg(mute.serverPort())};
        options.drive = core::kis::FeedDrive::ByHand;
        core::kis::FeedSession session{sink, clock, options};
        connect(&session, &core::kis::FeedSession::approvalNeeded, &session,
                [&session] { session.setApprovalKey(QStringLiteral("key")); });
        session.start();
        QCOMPARE(session.figures().state, FeedState::Connecting);
        test::expectWarning("did not answer within 10 s");

        clock.advance(10s);
        session.tick(clock.monotonic());

        QCOMPARE(session.figures().state, FeedState::Waiting);
    }

    void waitsWhenNobodyListens()
    {
        FeedRig rig;
        rig.session->setWanted(fiveTrades());
        core::kis::FeedOptions options;
        options.url = QUrl{QStringLiteral("ws://127.0.0.1:1")};
        options.drive = core::kis::FeedDrive::ByHand;
        core::kis::FeedSession session{rig.sink, rig.clock, options};
        connect(&session, &core::kis::FeedSession::approvalNeeded, &session,
                [&session] { session.setApprovalKey(QStringLiteral("key")); });
        test::expectWarning("no connection to");

        session.start();

        QVERIFY(FeedRig::delivered([&] { return session.figures().state == FeedState::Waiting; }));
        QVERIFY(session.figures().detail.contains(QStringLiteral("127.0.0.1:1")));
    }

    void stopsWhenTheKeysAreRefused()
    {
        FeedRig rig;
        rig.approves = false;
        rig.session->start();
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression{QStringLiteral("app key is wrong")});

        rig.session->approvalFailed(
            {core::base::ErrorCode::Unauthorized, QStringLiteral("the app key is wrong")});

        QCOMPARE(rig.state(), FeedState::Stopped);
        rig.pass(300s);
        QCOMPARE(rig.wishes.size(), std::size_t{1});
    }

    void triesAgainWhenTheApprovalKeyCannotBeHad()
    {
        FeedRig rig;
        rig.approves = false;
        rig.session->start();
        test::expectWarning("no approval key");

        rig.session->approvalFailed({core::base::ErrorCode::Network, QStringLiteral("no route")});
        QCOMPARE(rig.state(), FeedState::Waiting);
        rig.approves = true;

        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
    }

    void saysGoodbyeWithACloseFrame()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(threeStreams()));
        bool closed = false;
        connect(rig.server.peer.get(), &QWebSocket::disconnected, this, [&] { closed = true; });

        rig.session->stop();

        QVERIFY(FeedRig::delivered([&] { return closed; }));
        QCOMPARE(rig.server.peer->closeCode(), QWebSocketProtocol::CloseCodeNormal);
        QCOMPARE(rig.state(), FeedState::Idle);
        QCOMPARE(rig.sink.ended.size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(TestFeedSession)
#include "moc_feed_rig.cpp"
#include "tst_feed_session.moc"
