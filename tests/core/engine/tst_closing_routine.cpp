// The closing steps: in order, one at a time; a failure does not stop the rest, a cancel does.

#include "core/engine/closing_routine.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using core::domain::ClosingOutcome;
using core::domain::ClosingStep;
using core::domain::ClosingView;
using core::engine::ClosingRoutine;
namespace domain = core::domain;

namespace
{
const domain::TradingDate kDate = *domain::parseDate(u"2025-09-02");

/// Remembers the steps and answers when it is told to.
struct Hands
{
    std::vector<ClosingStep> done;
    std::vector<ClosingRoutine::Over> over;
    std::vector<ClosingStep> nothingToDo;

    ClosingRoutine::Run run()
    {
        return [this](ClosingStep step, domain::TradingDate, const ClosingRoutine::Over& told) {
            if (std::find(nothingToDo.begin(), nothingToDo.end(), step) != nothingToDo.end()) {
                return false;
            }
            done.push_back(step);
            over.push_back(told);
            return true;
        };
    }
};
}  // namespace

class TestClosingRoutine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsComeOneAfterTheOther()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, false);
        for (std::size_t step = 0; step < domain::kClosingSteps; ++step) {
            QCOMPARE(hands.done.size(), step + 1);
            QVERIFY(hands.done.back() == static_cast<ClosingStep>(step));
            QVERIFY(routine.isRunning());
            hands.over[step](QString{});
        }
        QVERIFY(!routine.isRunning());
        QVERIFY(routine.view().finished);
        for (const domain::ClosingRow& row : routine.view().rows) {
            QVERIFY(row.outcome == ClosingOutcome::Done);
        }
    }

    void aFailureDoesNotStopTheRest()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, false);
        for (std::size_t step = 0; step < domain::kClosingSteps; ++step) {
            hands.over[step](static_cast<ClosingStep>(step) == ClosingStep::Reports
                                 ? QStringLiteral("no room")
                                 : QString{});
        }
        QVERIFY(routine.view().row(ClosingStep::Reports).outcome == ClosingOutcome::Failed);
        QCOMPARE(routine.view().row(ClosingStep::Reports).detail, QStringLiteral("no room"));
        QVERIFY(routine.view().row(ClosingStep::BackUpLedger).outcome == ClosingOutcome::Done);
    }

    void aCancelLeavesOutWhatHasNotBegun()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, false);
        hands.over[0](QString{});
        routine.cancel();
        QVERIFY(routine.isRunning());  // The second step is on its way.
        hands.over[1](QString{});
        QVERIFY(!routine.isRunning());
        QCOMPARE(hands.done.size(), 2U);
        QVERIFY(routine.view().cancelled);
        QVERIFY(routine.view().row(ClosingStep::Expire).outcome == ClosingOutcome::Done);
        QVERIFY(routine.view().row(ClosingStep::Reports).outcome == ClosingOutcome::Skipped);
    }

    void aLateRunAsksTheBrokerNothing()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, true);
        QTRY_COMPARE_WITH_TIMEOUT(hands.done.size(), 1U, test::kPatience);
        QVERIFY(hands.done.front() == ClosingStep::Reports);
        QVERIFY(routine.view().row(ClosingStep::Reconcile).outcome == ClosingOutcome::Skipped);
    }

    void whatHasNothingToDoIsSkipped()
    {
        Hands hands;
        hands.nothingToDo = {ClosingStep::Reconcile,   ClosingStep::Expire,
                             ClosingStep::Reports,     ClosingStep::Send,
                             ClosingStep::Logs,        ClosingStep::BackUpLedger,
                             ClosingStep::BackUpStore, ClosingStep::Tidy};
        ClosingRoutine routine{hands.run()};
        QSignalSpy changes{&routine, &ClosingRoutine::changed};
        routine.begin(kDate, false);
        QTRY_VERIFY_WITH_TIMEOUT(!routine.isRunning(), test::kPatience);
        QVERIFY(changes.last().front().value<ClosingView>().finished);
    }

    void aSecondWordAboutAStepIsIgnored()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, false);
        hands.over[0](QString{});
        hands.over[0](QStringLiteral("again"));
        QCOMPARE(hands.done.size(), 2U);
        QVERIFY(routine.view().rows[0].outcome == ClosingOutcome::Done);
    }

    void aWordAboutAnEarlierDayIsIgnored()
    {
        Hands hands;
        ClosingRoutine routine{hands.run()};
        routine.begin(kDate, false);
        routine.cancel();
        const ClosingRoutine::Over first = hands.over[0];
        first(QString{});
        routine.begin(kDate, false);
        const std::size_t steps = hands.done.size();
        first(QStringLiteral("late"));
        QCOMPARE(hands.done.size(), steps);
        QVERIFY(routine.view().rows[0].outcome == ClosingOutcome::Running);
    }
};

QTEST_GUILESS_MAIN(TestClosingRoutine)
#include "tst_closing_routine.moc"
