// Orders, positions and checks: rows change in place, open questions stay on top, nothing resets.
#include "core/config/config_file.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "tests/support/sample_trading.h"
#include "ui/check_model.h"
#include "ui/orders_model.h"
#include "ui/positions_model.h"
#include "ui/step_spin.h"
#include "ui/words_orders.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace core::domain;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class TradingModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void pinsOpenQuestionsOnTop();
    void keepsTheRowWhenAnOrderFills();
    void holdsItsRowsWhileFrozen();
    void showsOnlyWorkingOrders();
    void countsDownToTheNextLook();
    void pinsAHoldingThatDiffers();
    void hidesWhatWasSoldUntilAsked();
    void showsAnAverageWithTwoDecimals();
    void sellsAtLeastOneShare();
    void putsWhatSaysNoOnTop();
    void movesAPriceByValidSteps_data();
    void movesAPriceByValidSteps();
    void s11_showsTheBrokersWordsAsTheyCame();

private:
    static DeskSnapshot deskOf(TradingView trading)
    {
        DeskSnapshot desk = test::sampleDesk();
        desk.trading = std::make_shared<const TradingView>(std::move(trading));
        return desk;
    }
};

namespace
{
template <typename Model, typename Column>
QString cell(const Model& model, int row, Column column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}
}  // namespace

void TradingModels::pinsOpenQuestionsOnTop()
{
    ui::OrdersModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};

    model.apply(deskOf(test::troubledTrading()));
    model.sort(static_cast<int>(ui::OrderColumn::Quantity), Qt::DescendingOrder);

    QCOMPARE(model.rowCount(), 10);
    for (int row = 0; row < 3; ++row) {
        QVERIFY(ui::isOpenQuestion(model.line(row).order.state));
        QCOMPARE(model.index(row, 0).data(Qt::BackgroundRole).isValid(), true);
    }
    for (int row = 3; row < 10; ++row) {
        QVERIFY(!ui::isOpenQuestion(model.line(row).order.state));
        QCOMPARE(model.index(row, 0).data(Qt::BackgroundRole).isValid(), false);
    }
    QCOMPARE(cell(model, 3, ui::OrderColumn::Quantity), QStringLiteral("200"));
    QCOMPARE(resets.size(), 0);
}

void TradingModels::keepsTheRowWhenAnOrderFills()
{
    ui::OrdersModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    TradingView trading = test::sampleTrading();
    model.apply(deskOf(trading));
    Order& partial = trading.orders[1];
    const QPersistentModelIndex watched{model.index(model.rowOf(ui::orderKey(partial)), 0)};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    partial.filled = Quantity{10};
    partial.filledAmount = Won{728'100};
    partial.provisional = {};
    partial.state = OrderState::Filled;
    model.apply(deskOf(trading));

    QCOMPARE(changed.size(), 1);
    QVERIFY(watched.isValid());
    const int row = watched.row();
    QCOMPARE(model.line(row).order.id, partial.id);
    QCOMPARE(cell(model, row, ui::OrderColumn::State), QStringLiteral("Filled"));
    QCOMPARE(cell(model, row, ui::OrderColumn::Average), QStringLiteral("72,810.00"));
    QCOMPARE(cell(model, row, ui::OrderColumn::Remaining), QStringLiteral("0"));
    QCOMPARE(resets.size(), 0);
}

void TradingModels::holdsItsRowsWhileFrozen()
{
    ui::OrdersModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    TradingView trading = test::sampleTrading();
    model.apply(deskOf(trading));
    const QString first = model.line(0).key;

    model.setFrozen(true);
    trading.orders.push_back(
        test::sampleOrder(40, "005930", Side::Buy, 1, 72'000, OrderState::Working));
    trading.orders[2].state = OrderState::Cancelled;
    model.apply(deskOf(trading));

    // The new one is there, below all others; nothing else moved.
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.line(0).key, first);
    QCOMPARE(model.line(7).key, ui::orderKey(trading.orders.back()));
    const int cancelled = model.rowOf(ui::orderKey(trading.orders[2]));
    QCOMPARE(model.line(cancelled).order.state, OrderState::Cancelled);
    model.setFrozen(false);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.line(0).key, ui::orderKey(trading.orders.back()));
}

void TradingModels::showsOnlyWorkingOrders()
{
    ui::OrdersModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    model.apply(deskOf(test::sampleTrading()));

    model.setFilter(ui::OrderFilter::Working);

    QCOMPARE(model.rowCount(), 3);  // Partial, working and the external one.
    model.setText(QStringLiteral("카카오"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.line(0).order.state, OrderState::External);
}

void TradingModels::countsDownToTheNextLook()
{
    Order order = test::sampleOrder(1, "005930", Side::Buy, 7, 72'600, OrderState::Unknown);
    order.care = OrderCare::LookingUp;
    order.nextLookAt = test::seoul(13, 5, 56);

    QCOMPARE(ui::careText(order, test::seoul(13, 5, 53)),
             QStringLiteral("Looking in the broker's list, next look in 3.0 s"));
    QCOMPARE(ui::careText(order, test::seoul(13, 6)),
             QStringLiteral("Looking in the broker's list, next look in 0.0 s"));
    order.care = OrderCare::None;
    QVERIFY(ui::careText(order, test::seoul(13, 6)).isEmpty());
}

void TradingModels::pinsAHoldingThatDiffers()
{
    const core::config::Config config =
        core::config::defaultConfig(core::domain::EnvironmentKind::Sim);
    ui::PositionsModel model{config};
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    TradingView trading = test::sampleTrading();
    model.apply(deskOf(trading));
    QCOMPARE(model.line(0).key, QStringLiteral("000660"));

    trading.positions[3].mismatch = true;
    trading.positions[3].brokers = core::domain::Quantity{100};
    model.apply(deskOf(trading));

    QCOMPARE(model.line(0).key, QStringLiteral("035720"));
    QCOMPARE(cell(model, 0, ui::PositionColumn::Mark), QStringLiteral("broker: 100"));
    trading.positions.erase(trading.positions.begin());
    model.apply(deskOf(trading));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(resets.size(), 0);
}

void TradingModels::hidesWhatWasSoldUntilAsked()
{
    const core::config::Config config =
        core::config::defaultConfig(core::domain::EnvironmentKind::Sim);
    ui::PositionsModel model{config};
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    TradingView trading = test::sampleTrading();
    const int held = static_cast<int>(trading.positions.size());
    trading.positions[0].quantity = {};
    model.apply(deskOf(trading));
    QCOMPARE(model.rowCount(), held - 1);

    model.setSoldShown(true);
    QCOMPARE(model.rowCount(), held);
    // What is held stands first.
    QCOMPARE(model.line(held - 1).position.quantity, Quantity{});
    model.setSoldShown(false);

    // Nothing here, something at the broker: that is never out of sight.
    trading.positions[0].mismatch = true;
    model.apply(deskOf(trading));
    QCOMPARE(model.rowCount(), held);
    QVERIFY(model.line(0).position.mismatch);
}

void TradingModels::showsAnAverageWithTwoDecimals()
{
    ui::PositionLine line;
    line.position.cost = Won{1'019'999};
    line.position.quantity = Quantity{21};
    line.position.netPnl = Won{-1'200};

    QCOMPARE(ui::positionCellText(line, ui::PositionColumn::Average), QStringLiteral("48,571.38"));
    // Without a price there is no P&L, and 0 would be a lie.
    QCOMPARE(ui::positionCellText(line, ui::PositionColumn::Pnl), QStringLiteral("–"));
    line.position.last = Price::fromWon(48'500);
    QCOMPARE(ui::positionCellText(line, ui::PositionColumn::Pnl),
             QStringLiteral("▼ ") + QChar{0x2212} + QStringLiteral("1,200"));
}

void TradingModels::sellsAtLeastOneShare()
{
    QCOMPARE(ui::shareOf(Quantity{10}, 25).shares(), 2);
    QCOMPARE(ui::shareOf(Quantity{3}, 25).shares(), 1);
    QCOMPARE(ui::shareOf(Quantity{7}, 100).shares(), 7);
    QCOMPARE(ui::shareOf(Quantity{0}, 100).shares(), 0);
}

void TradingModels::putsWhatSaysNoOnTop()
{
    ui::CheckModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    OrderRequest request;
    request.quantity = Quantity{200};
    request.price = Price::fromWon(71'400);

    model.apply(test::samplePreview(1, request, test::Verdict::Refused).checks);

    QCOMPARE(model.rowCount(), 28);  // Two do not bind.
    QCOMPARE(model.line(0).check.number, std::uint8_t{10});
    QCOMPARE(cell(model, 0, ui::CheckModel::Outcome), QStringLiteral("✕ failed"));
    QCOMPARE(cell(model, 0, ui::CheckModel::Value), QStringLiteral("14,280,000"));
    QCOMPARE(cell(model, 0, ui::CheckModel::Limit), QStringLiteral("1,000,000"));
    QCOMPARE(model.line(1).check.number, std::uint8_t{1});
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    model.apply(test::samplePreview(2, request, test::Verdict::Allowed).checks);
    QCOMPARE(model.line(0).check.number, std::uint8_t{1});
    QCOMPARE(resets.size(), 0);
}

void TradingModels::movesAPriceByValidSteps_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("to");
    QTest::newRow("up inside a band") << 72'900 << 1 << 73'000;
    QTest::newRow("up over a band") << 199'900 << 2 << 200'500;
    QTest::newRow("down over a band") << 200'000 << -1 << 199'900;
    QTest::newRow("down over the lowest band") << 2'000 << -1 << 1'999;
    QTest::newRow("from nothing") << 0 << 1 << 1;
    QTest::newRow("never below one won") << 1 << -5 << 1;
    QTest::newRow("from between two steps") << 72'950 << 1 << 73'000;
}

void TradingModels::movesAPriceByValidSteps()
{
    QFETCH(int, from);
    QFETCH(int, steps);
    QFETCH(int, to);
    ui::PriceSpin spin;
    spin.setValue(from);

    spin.stepBy(steps);

    QCOMPARE(spin.value(), to);
    QVERIFY(isOnStep(spin.price()));
}

void TradingModels::s11_showsTheBrokersWordsAsTheyCame()
{
    // S-11: what comes from outside is text, in cells and in tool tips.
    const QString evil = QStringLiteral("<img src=x><b>0</b> & =1+1");
    TradingView trading = test::sampleTrading();
    trading.orders = {test::sampleOrder(1, "005930", Side::Buy, 1, 72'000, OrderState::Rejected)};
    trading.orders[0].code = QStringLiteral("APBK0952");
    trading.orders[0].text = evil;
    trading.orders[0].reason = core::domain::RejectReason::Cash;
    ui::OrdersModel model;
    model.apply(deskOf(trading));
    const QModelIndex reason = model.index(0, static_cast<int>(ui::OrderColumn::Reason));

    QCOMPARE(reason.data().toString(),
             QStringLiteral("Not enough buying power at the broker. (APBK0952: %1)").arg(evil));
    const QString tip = reason.data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(QStringLiteral("<img")));
    QVERIFY(!tip.contains(QStringLiteral("<b>")));
}

QTEST_MAIN(TradingModels)
#include "tst_trading_models.moc"
