#include "core/risk/latency_meter.h"
#include "core/risk/message_meter.h"
#include "core/risk/reject_meter.h"

#include <QTest>

using namespace core::risk;
using namespace std::chrono_literals;
namespace domain = core::domain;

namespace
{
const domain::Timestamp kNow{std::chrono::hours{500'000}};
const domain::Symbol kOne = *domain::Symbol::parse(u"005930");
const domain::Symbol kTwo = *domain::Symbol::parse(u"000660");
}  // namespace

class TestMeters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsFourMessagesASecondLeave()
    {
        MessageMeter meter{4, 60};
        for (int sent = 0; sent < 4; ++sent) {
            QVERIFY(meter.mayLeave(kNow + sent * 1ms));
            meter.note(kNow + sent * 1ms);
        }

        QVERIFY(!meter.mayLeave(kNow + 4ms));
        QVERIFY(meter.nextAt(kNow + 4ms) == kNow + 1s);
        QVERIFY(!meter.mayLeave(kNow + 999ms));
        QVERIFY(meter.mayLeave(kNow + 1s));
    }

    void tellsTheNextInstantAlsoWhenExitsCameCloser()
    {
        MessageMeter meter{2, 60};
        meter.note(kNow);
        meter.note(kNow + 100ms);
        meter.note(kNow + 200ms);

        // Two of the last second at most: the one of 100 ms has to be a second old.
        QVERIFY(meter.nextAt(kNow + 300ms) == kNow + 1'100ms);
        QVERIFY(meter.mayLeave(kNow + 1'100ms));
    }

    void holdsOpeningOrdersToTheMinuteAndNeverAnExit()
    {
        MessageMeter meter{4, 60};
        for (int sent = 0; sent < 59; ++sent) {
            meter.note(kNow + sent * 500ms);
        }
        const domain::Timestamp later = kNow + 40s;
        QVERIFY(meter.mayOpen(later));
        meter.note(later);

        QVERIFY(!meter.mayOpen(later + 10s));
        QVERIFY(meter.mayLeave(later + 10s));
        QVERIFY(!meter.mayOpen(kNow + 60s - 1ms));
        QVERIFY(meter.mayOpen(kNow + 60s));
    }

    void opensNothingWhileTheSecondIsFull()
    {
        MessageMeter meter{1, 60};
        meter.note(kNow);
        QVERIFY(!meter.mayOpen(kNow + 999ms));
        QVERIFY(meter.mayOpen(kNow + 1s));
    }

    void keepsThePaceThroughAWholeDay()
    {
        MessageMeter meter{4, 60};
        domain::Timestamp now = kNow;
        for (int sent = 0; sent < 2'000; ++sent) {
            now = meter.nextAt(now);
            meter.note(now);
        }
        QVERIFY(now == kNow + 499s);  // Four at the start of every second.
        QVERIFY(!meter.mayOpen(now + 45s));
        QVERIFY(meter.mayOpen(now + 60s));
    }

    void neverStopsForGoodWhateverTheLimit()
    {
        MessageMeter meter{0, 0};
        QVERIFY(meter.mayLeave(kNow));
        QVERIFY(!meter.mayOpen(kNow));
    }

    void threeRejectsOfACodeFreezeIt()
    {
        RejectMeter meter;
        QVERIFY((meter.note(kOne, kNow) == RejectMeter::Verdict{}));
        QVERIFY((meter.note(kTwo, kNow + 1s) == RejectMeter::Verdict{}));
        QVERIFY((meter.note(kOne, kNow + 2s) == RejectMeter::Verdict{}));
        QVERIFY((meter.note(kOne, kNow + 59'999ms) == RejectMeter::Verdict{true, false}));
    }

    void aRejectAMinuteOldIsForgotten()
    {
        RejectMeter meter;
        (void)meter.note(kOne, kNow);
        (void)meter.note(kOne, kNow + 1s);
        QVERIFY(!meter.note(kOne, kNow + 60s).freezeCode);
    }

    void fiveRejectsOverAllCloseTheGate()
    {
        RejectMeter meter;
        for (int n = 0; n < 2; ++n) {
            (void)meter.note(kOne, kNow);
            (void)meter.note(kTwo, kNow);
        }
        const domain::Symbol third = *domain::Symbol::parse(u"035420");
        QVERIFY((meter.note(third, kNow + 59s) == RejectMeter::Verdict{false, true}));

        meter.clear();
        QVERIFY((meter.note(third, kNow + 59s) == RejectMeter::Verdict{}));
    }

    void aSlowRoundTripAmongTenBlocksEntriesForFiveMinutes()
    {
        LatencyMeter meter;
        meter.note(2'001ms, kNow);
        for (int n = 0; n < 8; ++n) {
            meter.note(10ms, kNow + 1s);
        }
        QVERIFY(!meter.blockedUntil());  // Nine are no ten.
        meter.note(10ms, kNow + 2s);
        QVERIFY(meter.blockedUntil() == kNow + 2s + 5min);
    }

    void theTenAreForgottenAfterwards()
    {
        LatencyMeter meter;
        for (int n = 0; n < 10; ++n) {
            meter.note(3s, kNow);
        }
        for (int n = 0; n < 9; ++n) {
            meter.note(3s, kNow + 1min);
        }
        QVERIFY(meter.blockedUntil() == kNow + 5min);
        meter.note(1ms, kNow + 1min);
        QVERIFY(meter.blockedUntil() == kNow + 6min);
    }

    void twoSecondsAreNotTooSlow()
    {
        LatencyMeter meter;
        for (int n = 0; n < 11; ++n) {
            meter.note(2s, kNow);
        }
        QVERIFY(!meter.blockedUntil());
    }
};

QTEST_GUILESS_MAIN(TestMeters)
#include "tst_meters.moc"
