#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "ui/screen_delegate.h"
#include "ui/screen_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using core::domain::DeskSnapshot;
using core::domain::Price;
using core::domain::ScreenResult;
using core::domain::Symbol;
using std::chrono::milliseconds;
using ui::ScreenColumn;
using ui::ScreenModel;

namespace
{
QStringList codes(const ScreenModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list.push_back(model.line(row).symbol.toString());
    }
    return list;
}

/// The same screening with its first `count` rows in reverse rank order.
DeskSnapshot reversed(const DeskSnapshot& desk, std::size_t count)
{
    DeskSnapshot other = desk;
    auto screen = std::make_shared<ScreenResult>(*desk.screen);
    const auto end = static_cast<std::ptrdiff_t>(count);
    std::reverse(screen->rows.begin(), screen->rows.begin() + end);
    std::reverse(other.symbols.begin(), other.symbols.begin() + end);
    for (std::size_t i = 0; i < count; ++i) {
        screen->rows[i].rank = static_cast<int>(i) + 1;
    }
    other.screen = screen;
    return other;
}
}  // namespace

class ScreenModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheScreening();
    void changesInPlaceWithOneSignal();
    void staysSilentWhenNothingChanged();
    void addsAndRemovesSingleRows();
    void reordersAtMostTwiceASecond();
    void holdsItsOrderWhileFrozen();
    void sortsStablyAndKeepsTheSelection();
    void filtersByCodeAndName();
    void greysWithAReason();
    void explainsTheScore();
    void splitsTheScoreBarByWeight();

private:
    void apply(const DeskSnapshot& desk, int ms)
    {
        m_model->apply(*desk.screen, desk.symbols, milliseconds{ms});
    }

    std::unique_ptr<ScreenModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
    DeskSnapshot m_desk;
};

void ScreenModelTest::init()
{
    test::failOnAnyWarning();
    m_model = std::make_unique<ScreenModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_resets = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::modelReset);
    m_desk = test::sampleDesk();
    apply(m_desk, 0);
}

void ScreenModelTest::cleanup()
{
    QCOMPARE(m_resets->size(), 0);
}

void ScreenModelTest::showsTheScreening()
{
    const auto text = [this](int row, ScreenColumn column) {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(m_model->rowCount(), 30);
    QCOMPARE(text(0, ScreenColumn::Code), QStringLiteral("005930"));
    QCOMPARE(text(0, ScreenColumn::Name), QStringLiteral("삼성전자"));
    QCOMPARE(text(0, ScreenColumn::Price), QStringLiteral("72,900"));
    QCOMPARE(text(0, ScreenColumn::Change), QStringLiteral("▲ +1.53 %"));
    QCOMPARE(text(0, ScreenColumn::Score), QStringLiteral("96.0"));
    QCOMPARE(text(0, ScreenColumn::Value), QStringLiteral("812"));
    QCOMPARE(text(0, ScreenColumn::Slot), QStringLiteral("T+Q"));
    QCOMPARE(text(0, ScreenColumn::Momentum), QStringLiteral("+1.42 %"));
    QCOMPARE(text(0, ScreenColumn::Strength), QStringLiteral("134.12"));
    QCOMPARE(text(1, ScreenColumn::Move), QStringLiteral("▲2"));
    QCOMPARE(text(4, ScreenColumn::Move), QStringLiteral("new"));
    QCOMPARE(text(29, ScreenColumn::Slot), QStringLiteral("REST 23 s"));
    // 72,900 against 73,000: 100 / 72,950.
    QCOMPARE(text(0, ScreenColumn::Spread), QStringLiteral("0.14 %"));
}

void ScreenModelTest::changesInPlaceWithOneSignal()
{
    QSignalSpy changed{m_model.get(), &QAbstractItemModel::dataChanged};
    m_desk.symbols[3].last = Price::fromWon(166'100);
    m_desk.symbols[7].last = Price::fromWon(52'700);

    apply(m_desk, 16);

    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<QModelIndex>().row(), 3);
    QCOMPARE(changed[0][1].value<QModelIndex>().row(), 7);
    QCOMPARE(changed[0][0].value<QModelIndex>().column(), static_cast<int>(ScreenColumn::Price));
    QCOMPARE(changed[0][1].value<QModelIndex>().column(), static_cast<int>(ScreenColumn::Strength));
    QCOMPARE(m_model->line(7).last, Price::fromWon(52'700));
}

void ScreenModelTest::staysSilentWhenNothingChanged()
{
    QSignalSpy changed{m_model.get(), &QAbstractItemModel::dataChanged};
    QSignalSpy layout{m_model.get(), &QAbstractItemModel::layoutChanged};
    for (core::domain::SymbolView& live : m_desk.symbols) {
        live.lastTrade += std::chrono::seconds{1};  // Not shown, so no news.
    }

    apply(m_desk, 10'000);

    QCOMPARE(changed.size(), 0);
    QCOMPARE(layout.size(), 0);
}

void ScreenModelTest::addsAndRemovesSingleRows()
{
    DeskSnapshot fewer = m_desk;
    auto screen = std::make_shared<ScreenResult>(*m_desk.screen);
    screen->rows.erase(screen->rows.begin() + 10);
    fewer.symbols.erase(fewer.symbols.begin() + 10);
    fewer.screen = screen;
    QSignalSpy removed{m_model.get(), &QAbstractItemModel::rowsRemoved};
    QSignalSpy inserted{m_model.get(), &QAbstractItemModel::rowsInserted};

    apply(fewer, 1'000);
    QCOMPARE(m_model->rowCount(), 29);
    QCOMPARE(removed.size(), 1);
    apply(m_desk, 2'000);

    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_model->rowCount(), 30);
    QCOMPARE(m_model->rowOf(m_desk.screen->rows[10].symbol), 10);  // Sorted into its place.
}

void ScreenModelTest::reordersAtMostTwiceASecond()
{
    QSignalSpy layout{m_model.get(), &QAbstractItemModel::layoutChanged};
    const DeskSnapshot turned = reversed(m_desk, 8);

    apply(turned, 499);
    QCOMPARE(layout.size(), 0);
    QCOMPARE(m_model->line(0).rank, 8);  // The value is already the new one, its place is not.
    apply(turned, 500);
    QCOMPARE(layout.size(), 1);
    QCOMPARE(m_model->line(0).rank, 1);
    apply(m_desk, 700);
    apply(m_desk, 999);
    QCOMPARE(layout.size(), 1);
    apply(m_desk, 1'000);
    QCOMPARE(layout.size(), 2);
}

void ScreenModelTest::holdsItsOrderWhileFrozen()
{
    const QStringList before = codes(*m_model);
    DeskSnapshot turned = reversed(m_desk, 8);
    auto screen = std::make_shared<ScreenResult>(*turned.screen);
    screen->rows.pop_back();
    turned.screen = screen;
    turned.symbols[0].last = Price::fromWon(53'000);  // What is first now: HLB.
    m_model->setFrozen(true);

    apply(turned, 60'000);

    QCOMPARE(codes(*m_model), before);
    QCOMPARE(m_model->line(7).last, Price::fromWon(53'000));  // Values stay live.
    m_model->setFrozen(false);
    apply(turned, 60'016);
    QCOMPARE(m_model->rowCount(), 29);
    QCOMPARE(m_model->line(0).symbol, test::symbolOf("028300"));
}

void ScreenModelTest::sortsStablyAndKeepsTheSelection()
{
    const QPersistentModelIndex selected = m_model->index(5, 0);
    const Symbol symbol = m_model->line(5).symbol;

    m_model->sort(static_cast<int>(ScreenColumn::Slot), Qt::DescendingOrder);

    // Nine with trades and quotes, then trades only, each by rank.
    for (int row = 0; row < 26; ++row) {
        QCOMPARE(m_model->line(row).rank, row + 1);
    }
    m_model->sort(static_cast<int>(ScreenColumn::Change), Qt::DescendingOrder);
    QCOMPARE(m_model->line(0).symbol, test::symbolOf("108490"));
    QCOMPARE(m_model->line(selected.row()).symbol, symbol);
    m_model->sort(static_cast<int>(ScreenColumn::Rank), Qt::AscendingOrder);
    QCOMPARE(selected.row(), 5);
}

void ScreenModelTest::filtersByCodeAndName()
{
    m_model->setFilter(QStringLiteral("에코"));
    QCOMPARE(codes(*m_model), (QStringList{QStringLiteral("247540"), QStringLiteral("086520")}));
    m_model->setFilter(QStringLiteral("0004v"));
    QCOMPARE(codes(*m_model), QStringList{QStringLiteral("0004V0")});
    m_model->setFilter(QStringLiteral("nothing like it"));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 30);
    QCOMPARE(m_model->line(0).rank, 1);
}

void ScreenModelTest::greysWithAReason()
{
    QVERIFY(!m_model->line(23).eligible);
    const QString why =
        m_model->index(23, static_cast<int>(ScreenColumn::WhyNot)).data().toString();
    QVERIFY2(why.contains(QStringLiteral("3.3")) && why.contains(QStringLiteral("needs"))
                 && why.contains(QStringLiteral("5.0")) && why.contains(QStringLiteral("−0.41 %")),
             qUtf8Printable(why));
    QVERIFY(m_model->index(0, static_cast<int>(ScreenColumn::WhyNot)).data().toString().isEmpty());
}

void ScreenModelTest::explainsTheScore()
{
    const QString tip =
        m_model->index(29, static_cast<int>(ScreenColumn::Score)).data(Qt::ToolTipRole).toString();
    QCOMPARE(tip.count(QLatin1Char{'\n'}), 5);
    QVERIFY(tip.contains(QStringLiteral("Volatility (weight 20 %): not enough data")));
    QVERIFY(tip.contains(QStringLiteral("estimated")));
}

void ScreenModelTest::splitsTheScoreBarByWeight()
{
    // 50 pixels of number, three paddings of 5: 100 remain for the weights.
    const auto parts = ui::ScreenDelegate::scoreParts(QRect{0, 0, 166, 22}, 50);
    QCOMPARE(parts[0].left(), 60);
    QCOMPARE(parts[1].left(), 85);
    QCOMPARE(parts[2].left(), 105);
    QCOMPARE(parts[3].left(), 125);
    QCOMPARE(parts[4].left(), 135);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        QVERIFY(parts[i - 1].right() < parts[i].left() - 1);
    }
    QVERIFY(parts[4].right() < 166);
}

QTEST_MAIN(ScreenModelTest)
#include "tst_screen_model.moc"
