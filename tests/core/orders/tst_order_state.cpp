#include "core/orders/order_state.h"

#include <QStringList>
#include <QTest>

using namespace core::orders;
using core::domain::OrderState;

/// Every state against every event, written by hand from the contract and not from the table.
class TestOrderState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheMatrix_data();
    void followsTheMatrix();
    void namesAreUniqueAndReadBack();
    void d09_cancelAndFillInAnyOrderEndInTheBrokersWord();
    void d15_aRejectAfterTheAcceptIsLegal();
    void b13_aLostCancelMayBeRepeated();
};

void TestOrderState::followsTheMatrix_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("row");

    // Columns: accept reject rejectRest proveUnsent loseAnswer findMany findNone personDenies
    //          listLacksIt fillPart fillLast wantCancel cancelDone backWhole backPart loseCancel
    //          wantAmend loseAmend expire. "." = no such step.
    const auto row = [](const char* name, OrderState state, const char* text) {
        QTest::newRow(name) << static_cast<int>(state) << QString::fromLatin1(text);
    };
    // clang-format off
    row("denied",         OrderState::Denied,        ". . . . . . . . . . . . . . . . . . .");
    row("intent",         OrderState::Intent,        "working rejected . not_sent unknown . . . . . . . . . . . . . .");
    row("not sent",       OrderState::NotSent,       ". . . . . . . . . . . . . . . . . . .");
    row("unknown",        OrderState::Unknown,       "working . . . unknown ambiguous absent_watch . never_accepted . . . . . . . . . .");
    row("ambiguous",      OrderState::Ambiguous,     "working . . . . . . never_accepted . . . . . . . . . . .");
    row("absent watch",   OrderState::AbsentWatch,   "working . . . . ambiguous . . never_accepted . . . . . . . . . .");
    row("working",        OrderState::Working,       ". rejected . . . . . . . partial filled cancel_intent cancelled . . . amend_intent . expired");
    row("partial",        OrderState::Partial,       ". . closed_part . . . . . . partial filled cancel_intent cancelled . . . amend_intent . expired");
    row("cancel intent",  OrderState::CancelIntent,  ". rejected closed_part . . . . . . cancel_intent filled . cancelled working partial cancel_unknown . . expired");
    row("cancel unknown", OrderState::CancelUnknown, ". rejected closed_part . . . . . . cancel_unknown filled cancel_intent cancelled working partial cancel_unknown . . expired");
    row("amend intent",   OrderState::AmendIntent,   ". rejected closed_part . . . . . . amend_intent filled . cancelled working partial . . amend_unknown expired");
    row("amend unknown",  OrderState::AmendUnknown,  ". rejected closed_part . . . . . . amend_unknown filled . cancelled working partial . . amend_unknown expired");
    row("filled",         OrderState::Filled,        ". . . . . . . . . . . . . . . . . . .");
    row("cancelled",      OrderState::Cancelled,     ". . . . . . . . . . . . . . . . . . .");
    row("closed part",    OrderState::ClosedPart,    ". . . . . . . . . . . . . . . . . . .");
    row("rejected",       OrderState::Rejected,      ". . . . . . . . . . . . . . . . . . .");
    row("never accepted", OrderState::NeverAccepted, "working . . . . . . . . . . . . . . . . . .");
    row("expired",        OrderState::Expired,       ". . . . . . . . . . . . . . . . . . .");
    row("external",       OrderState::External,      ". . . . . . . . . . . . . . . . . . .");
    // clang-format on
}

void TestOrderState::followsTheMatrix()
{
    QFETCH(int, from);
    QFETCH(QString, row);
    const QStringList cells = row.split(QLatin1Char{' '});
    QCOMPARE(cells.size(), kOrderEventCount);

    for (int event = 0; event < kOrderEventCount; ++event) {
        const auto to = next(static_cast<OrderState>(from), static_cast<OrderEvent>(event));
        const QString got = to ? QString{toText(*to)} : QStringLiteral(".");
        QVERIFY2(got == cells[event],
                 qPrintable(
                     QStringLiteral("%1: %2 instead of %3")
                         .arg(QString{toText(static_cast<OrderEvent>(event))}, got, cells[event])));
    }
}

void TestOrderState::namesAreUniqueAndReadBack()
{
    QStringList states;
    for (int state = 0; state < core::domain::kOrderStateCount; ++state) {
        states.append(toText(static_cast<OrderState>(state)));
    }
    QCOMPARE(QSet<QString>(states.begin(), states.end()).size(), states.size());

    for (int event = 0; event < kOrderEventCount; ++event) {
        const auto value = static_cast<OrderEvent>(event);
        QVERIFY(orderEvent(QString{toText(value)}) == value);
    }
    QVERIFY(!orderEvent(u"sold"));
}

void TestOrderState::d09_cancelAndFillInAnyOrderEndInTheBrokersWord()
{
    const auto walk = [](std::initializer_list<OrderEvent> events) {
        OrderState state = OrderState::Working;
        for (const OrderEvent event : events) {
            const auto to = next(state, event);
            if (!to) {
                return OrderState::Denied;
            }
            state = *to;
        }
        return state;
    };

    using enum OrderEvent;
    QVERIFY(walk({WantCancel, FillLast}) == OrderState::Filled);
    QVERIFY(walk({WantCancel, LoseCancel, FillPart, FillLast}) == OrderState::Filled);
    QVERIFY(walk({FillPart, WantCancel, CancelDone}) == OrderState::Cancelled);
    QVERIFY(walk({WantCancel, FillPart, CancelDone}) == OrderState::Cancelled);
    QVERIFY(walk({WantCancel, BackWhole, FillLast}) == OrderState::Filled);
}

void TestOrderState::d15_aRejectAfterTheAcceptIsLegal()
{
    QVERIFY(next(OrderState::Working, OrderEvent::Reject) == OrderState::Rejected);
    QVERIFY(next(OrderState::Partial, OrderEvent::RejectRest) == OrderState::ClosedPart);
}

void TestOrderState::b13_aLostCancelMayBeRepeated()
{
    QVERIFY(next(OrderState::CancelUnknown, OrderEvent::WantCancel) == OrderState::CancelIntent);
    QVERIFY(!next(OrderState::Unknown, OrderEvent::WantCancel));
}

QTEST_GUILESS_MAIN(TestOrderState)
#include "tst_order_state.moc"
