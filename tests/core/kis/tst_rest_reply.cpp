#include "core/kis/rate_limit.h"
#include "core/kis/rest_reply.h"

#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using core::base::ErrorCode;
using core::kis::classifyReply;
using core::kis::RateLimit;
using core::kis::RestVerdict;
using core::kis::Urgency;

class TestRestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void classifiesEveryShape_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<RestVerdict>("verdict");

        const auto row = [](const char* name, int status, const char* body, RestVerdict verdict) {
            QTest::newRow(name) << status << QByteArray{body} << verdict;
        };
        using V = RestVerdict;
        // clang-format off
        row("success", 200, R"({"rt_cd":"0","msg_cd":"MCA00000","msg1":"ok  "})", V::Success);
        row("success with a code not known", 200, R"({"rt_cd":"0","msg_cd":"XXX"})", V::Success);
        row("success with a mark of order", 200, "\xEF\xBB\xBF{\"rt_cd\":\"0\",\"msg_cd\":\"M\"}", V::Success);
        row("success in upper case", 200, R"({"RT_CD":"0","MSG_CD":"M"})", V::Success);
        row("success as a number", 200, R"({"rt_cd":0,"msg_cd":"M"})", V::Success);
        row("nothing to show, refused", 200, R"({"rt_cd":"7","msg_cd":"KIOK0560","msg1":"x"})", V::Empty);
        row("nothing to show, accepted", 200, R"({"rt_cd":"0","msg_cd":"KIOK0560","msg1":"x"})", V::Empty);
        row("rate, status 500", 500, R"({"rt_cd":"1","msg_cd":"EGW00201","msg1":"x"})", V::RateLimited);
        row("rate, status 200", 200, R"({"rt_cd":"1","msg_cd":"EGW00201","msg1":"x"})", V::RateLimited);
        row("ledger limit", 500, R"({"rt_cd":"1","msg_cd":"EGW00215","msg1":"x"})", V::LedgerBusy);
        row("expired token", 500, R"({"rt_cd":"1","msg_cd":"EGW00123","msg1":"x"})", V::TokenInvalid);
        row("a word about the token", 500, R"({"rt_cd":"1","msg_cd":"ZZZ","msg1":"invalid Token"})", V::TokenInvalid);
        row("token shape, too soon", 403, R"({"error_code":"EGW00133","error_description":"x"})", V::TokenTooSoon);
        row("token shape, wrong key", 403, R"({"error_code":"EGW00103","error_description":"x"})", V::Configuration);
        row("not in the mock world", 500, R"({"rt_cd":"1","msg_cd":"EGW02006","msg1":"x"})", V::NotInMock);
        row("time-out of the broker", 500, R"({"rt_cd":"1","msg_cd":"EGW00302","msg1":"x"})", V::Transient);
        row("backend error", 200, R"({"rt_cd":"1","msg_cd":"OPSQ0005","msg1":"x"})", V::Transient);
        row("empty refusal", 500, R"({"rt_cd":"1","msg_cd":"","msg1":""})", V::Transient);
        row("account wrong", 200, R"({"rt_cd":"2","msg_cd":"OPSQ2000","msg1":"x"})", V::Configuration);
        row("our mistake", 200, R"({"rt_cd":"1","msg_cd":"EGW00310","msg1":"x"})", V::OurMistake);
        row("a code not known", 200, R"({"rt_cd":"9","msg_cd":"ABCD1234","msg1":"x"})", V::Unknown);
        row("a token", 200, R"({"access_token":"t"})", V::Success);
        row("bare object, status 500", 500, R"({"access_token":"t"})", V::Transient);
        row("HTML 502", 502, "<html></html>", V::Transient);
        row("HTML 200", 200, "<html></html>", V::Transient);
        row("empty 200", 200, "", V::Transient);
        row("an array", 200, "[]", V::Transient);
        row("no JSON, 401", 401, "", V::TokenInvalid);
        row("no JSON, 403", 403, "denied", V::TokenInvalid);
        row("no JSON, 404", 404, "", V::OurMistake);
        row("no JSON, 429", 429, "", V::RateLimited);
        // clang-format on
    }
    void classifiesEveryShape()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(RestVerdict, verdict);

        QCOMPARE(classifyReply(status, body, {}).verdict, verdict);
    }

    void knowsWhenPagesFollow_data()
    {
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<bool>("more");

        for (const char* mark : {"F", "M"}) {
            QTest::newRow(mark) << QByteArray{mark} << true;
        }
        for (const char* mark : {"D", "E", ""}) {
            QTest::newRow(*mark == '\0' ? "none" : mark) << QByteArray{mark} << false;
        }
    }
    void knowsWhenPagesFollow()
    {
        QFETCH(QByteArray, mark);
        QFETCH(bool, more);

        QCOMPARE(classifyReply(200, R"({"rt_cd":"0"})", mark).more, more);
    }

    void namesEachCodeOnce()
    {
        for (std::size_t i = 0; i < core::kis::kRestCodes.size(); ++i) {
            for (std::size_t j = i + 1; j < core::kis::kRestCodes.size(); ++j) {
                QVERIFY2(core::kis::kRestCodes[i].code != core::kis::kRestCodes[j].code,
                         core::kis::kRestCodes[i].code.latin1());
            }
        }
    }

    void saysWhatACallerCanActOn()
    {
        const auto error =
            classifyReply(500, R"({"rt_cd":"1","msg_cd":"EGW00201","msg1":"words   "})", {})
                .error();

        QCOMPARE(error.code, ErrorCode::RateLimited);
        QCOMPARE(error.detail, QStringLiteral("EGW00201 too many calls a second (words)"));
    }

    void spacesCallsEvenly()
    {
        RateLimit rate{15, 1.0};
        rate.take(1s);

        QVERIFY(rate.nextAt(Urgency::Query, 1s) > 1s + 66ms);
        QVERIFY(rate.nextAt(Urgency::Query, 1s) < 1s + 67ms);
        rate.take(10s);  // A pause earns nothing.
        QVERIFY(rate.nextAt(Urgency::Query, 10s) > 10s + 66ms);
    }

    void keepsRoomForOrders()
    {
        RateLimit rate{15, 1.0};
        for (int i = 0; i < 13; ++i) {
            rate.take(10s + i * 1ms);  // However close: the number in a second counts.
        }

        QVERIFY(rate.nextAt(Urgency::Query, 11s) >= 11s);
        QVERIFY(rate.nextAt(Urgency::Entry, 10s + 20ms) <= 10s + 20ms);
        rate.take(10s + 20ms);
        QVERIFY(rate.nextAt(Urgency::Entry, 10s + 21ms) >= 11s);
        QVERIFY(rate.nextAt(Urgency::Exit, 10s + 21ms) <= 10s + 21ms);
        rate.take(10s + 21ms);
        QVERIFY(rate.nextAt(Urgency::Exit, 10s + 22ms) >= 11s);
    }

    void a05_anExitDoesNotWaitOutTheRefusalOfOthers()
    {
        RateLimit rate{15, 1.0};
        rate.take(10s);

        rate.refused(10s, 10s);

        QVERIFY(rate.nextAt(Urgency::Query, 10s) >= 11s);
        QVERIFY(rate.nextAt(Urgency::Exit, 10s) <= 10s);
    }

    void a05_whereOneCallASecondIsAllowedEverythingWaits()
    {
        RateLimit rate{0.8, 1.0};
        rate.take(10s);

        QCOMPARE(rate.nextAt(Urgency::Exit, 10s), 11s + 250ms);
        QCOMPARE(rate.nextAt(Urgency::Query, 10s), 11s + 250ms);
    }

    void scalesWithTheSpeed()
    {
        RateLimit rate{15, 60.0};

        QCOMPARE(static_cast<int>(rate.rate(0s)), 900);
    }

    void a05_halvesOnARefusalAndRecovers()
    {
        RateLimit rate{16, 1.0};
        rate.take(100s);

        rate.refused(100s, 100s);

        QCOMPARE(static_cast<int>(rate.rate(100s)), 8);
        QCOMPARE(static_cast<int>(rate.rate(110s)), 8);
        QCOMPARE(static_cast<int>(rate.rate(113s)), 11);
        QCOMPARE(static_cast<int>(rate.rate(120s)), 16);
        QVERIFY(rate.nextAt(Urgency::Query, 100s) >= 101s);
    }

    void a05_anExitKeepsTheSpacingNotTheHalvedRates()
    {
        RateLimit rate{0.8, 1.0};
        for (const auto at : {10s, 12s, 14s, 16s}) {
            rate.take(at);
            rate.refused(at, at);
        }

        QCOMPARE(rate.nextAt(Urgency::Exit, 16s), 17s + 250ms);
        QVERIFY(rate.nextAt(Urgency::Query, 16s) > 20s);
    }

    /// A call that was alone is over nobody's limit: what was learned before was chance as well.
    void a05_aRefusedCallThatWasAloneUndoesTheLesson()
    {
        RateLimit rate{16, 1.0};
        refuseThreeTimes(rate);
        QVERIFY(rate.rate(1000s) < 15);

        rate.take(1000s);
        rate.take(1003s);
        rate.refused(1003s, 1003s);

        QCOMPARE(rate.rate(2000s), 16.0);
    }

    void a06_learnsALowerLimitFromRepeatedRefusals()
    {
        RateLimit rate{16, 1.0};

        refuseThreeTimes(rate);

        QVERIFY(rate.rate(1000s) < 15);
        QVERIFY(rate.rate(1000s) > 13);
    }

private:
    /// At the full pace, within a minute.
    static void refuseThreeTimes(RateLimit& rate)
    {
        for (const auto at : {100s, 120s, 140s}) {
            for (std::chrono::nanoseconds call = at - 900ms; call <= at; call += 60ms) {
                rate.take(call);
            }
            rate.refused(at, at + 30ms);
        }
    }
};

QTEST_GUILESS_MAIN(TestRestReply)
#include "tst_rest_reply.moc"
