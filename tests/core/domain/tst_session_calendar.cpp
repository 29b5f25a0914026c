#include "core/domain/session_calendar.h"

#include <QFile>
#include <QTest>

using namespace core::domain;

namespace
{
SessionCalendar shipped()
{
    QFile file{QStringLiteral(SOURCE_DIR "/resources/calendar/krx.json")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return SessionCalendar::fromJson(file.readAll()).value();
}

Timestamp at(QStringView date, int hour, int minute, int second = 0)
{
    return fromKst(*parseDate(date), timeOfDay(hour, minute, second));
}
}  // namespace

class TestSessionCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheDaysWithoutASession()
    {
        const SessionCalendar calendar = shipped();
        QVERIFY(!calendar.isTradingDay(*parseDate(u"2025-08-30")));  // Saturday
        QVERIFY(!calendar.isTradingDay(*parseDate(u"2025-10-06")));  // Chuseok
        QVERIFY(!calendar.isTradingDay(*parseDate(u"2026-12-31")));  // last business day
        QVERIFY(calendar.isTradingDay(*parseDate(u"2025-09-02")));
        QCOMPARE(dateText(calendar.nextTradingDay(*parseDate(u"2025-12-30"))),
                 QStringLiteral("2026-01-02"));
        // The last trading days whose sales settle within the year; the next pays next year's tax.
        for (const auto& [sold, settled] :
             {std::pair{u"2023-12-26", u"2023-12-28"}, std::pair{u"2023-12-27", u"2024-01-02"},
              std::pair{u"2024-12-26", u"2024-12-30"}, std::pair{u"2024-12-27", u"2025-01-02"},
              std::pair{u"2025-12-26", u"2025-12-30"}, std::pair{u"2025-12-29", u"2026-01-02"}}) {
            QCOMPARE(dateText(calendar.addTradingDays(*parseDate(sold), 2)),
                     QString::fromUtf16(settled));
        }
    }

    void lateDaysMoveEverythingThatHangsOnTheOpenOrTheClose()
    {
        const SessionCalendar calendar = shipped();
        const SessionSchedule exam = *calendar.schedule(*parseDate(u"2026-11-19"));
        QCOMPARE(exam.auctionStart, timeOfDay(9, 30));
        QCOMPARE(exam.open, timeOfDay(10, 0));
        QCOMPARE(exam.closingAuction, timeOfDay(16, 20));
        QCOMPARE(exam.close, timeOfDay(16, 30));
        const SessionSchedule first = *calendar.schedule(*parseDate(u"2026-01-02"));
        QCOMPARE(first.open, timeOfDay(10, 0));
        QCOMPARE(first.close, timeOfDay(15, 30));
    }

    void phaseChangesAtTheBorder_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::addColumn<int>("second");
        QTest::addColumn<SessionPhase>("phase");
        QTest::newRow("night") << 3 << 0 << 0 << SessionPhase::PreOpen;
        QTest::newRow("before the auction") << 8 << 29 << 59 << SessionPhase::PreOpen;
        QTest::newRow("auction") << 8 << 30 << 0 << SessionPhase::OpeningAuction;
        QTest::newRow("last second") << 8 << 59 << 59 << SessionPhase::OpeningAuction;
        QTest::newRow("open") << 9 << 0 << 0 << SessionPhase::Continuous;
        QTest::newRow("last continuous second") << 15 << 19 << 59 << SessionPhase::Continuous;
        QTest::newRow("closing auction") << 15 << 20 << 0 << SessionPhase::ClosingAuction;
        QTest::newRow("close") << 15 << 30 << 0 << SessionPhase::AfterClose;
        QTest::newRow("after-market") << 16 << 0 << 0 << SessionPhase::AfterMarket;
        QTest::newRow("over") << 20 << 0 << 0 << SessionPhase::Closed;
    }
    void phaseChangesAtTheBorder()
    {
        QFETCH(int, hour);
        QFETCH(int, minute);
        QFETCH(int, second);
        QFETCH(SessionPhase, phase);
        QCOMPARE(shipped().momentAt(at(u"2025-09-02", hour, minute, second)).phase, phase);
    }

    void countsDownOverAWeekend()
    {
        const SessionMoment moment =
            shipped().momentAt(at(u"2025-09-05", 21, 0));  // Friday evening
        QCOMPARE(moment.next, SessionPhase::OpeningAuction);
        QCOMPARE(timestampText(moment.nextAt), QStringLiteral("2025-09-08T08:30:00.000"));
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        QTest::newRow("not JSON") << QByteArray{"{"} << QStringLiteral("byte");
        QTest::newRow("an unknown member")
            << QByteArray{R"({"holiday":[]})"} << QStringLiteral("holiday");
        QTest::newRow("a day that does not exist")
            << QByteArray{R"({"holidays":["2025-02-30"]})"} << QStringLiteral("2025-02-30");
        QTest::newRow("a bad time") << QByteArray{R"({"special":{"2025-01-02":{"open":"25:00"}}})"}
                                    << QStringLiteral("25:00");
        QTest::newRow("close before open")
            << QByteArray{R"({"special":{"2025-01-02":{"close":"08:00"}}})"}
            << QStringLiteral("order");
    }
    void refusesBrokenFiles()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto calendar = SessionCalendar::fromJson(json);
        QVERIFY(!calendar.has_value());
        QVERIFY2(calendar.error().detail.contains(names), qPrintable(calendar.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestSessionCalendar)
#include "tst_session_calendar.moc"
