// The checklist and the event log: values change in place, rows only come and go at the ends.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "ui/health_model.h"
#include "ui/log_model.h"
#include "ui/log_panel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using core::domain::HealthItem;
using core::domain::HealthState;
using core::domain::LogEntry;
using core::domain::Severity;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class SideModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void checklistChangesInPlace();
    void checklistHintsOnlyWhereSomethingIsWrong();
    void logAppendsOnlyWhatIsNew();
    void logDropsTheOldestWhenFull();
    void logFiltersBySeverity();
};

void SideModels::checklistChangesInPlace()
{
    ui::HealthModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    model.setTheme(ui::Theme::make(core::config::ThemeName::Dark, ui::UpColour::Red));
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    std::vector<HealthItem> items = test::sampleDesk().health;
    model.apply(items);
    QCOMPARE(model.rowCount(), 11);
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    model.apply(items);
    QCOMPARE(changed.size(), 0);
    items[4].state = HealthState::Good;
    items[4].value = QStringLiteral("39/39");
    model.apply(items);

    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<QModelIndex>().row(), 4);
    QCOMPARE(changed[0][1].value<QModelIndex>().row(), 4);
    QCOMPARE(model.index(4, ui::HealthModel::Value).data().toString(), QStringLiteral("39/39"));
    items.pop_back();
    model.apply(items);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(resets.size(), 0);
}

void SideModels::checklistHintsOnlyWhereSomethingIsWrong()
{
    ui::HealthModel model;
    const ui::Theme theme = ui::Theme::make(core::config::ThemeName::Dark, ui::UpColour::Red);
    model.setTheme(theme);
    model.apply(test::sampleDesk().health);
    for (int row = 0; row < model.rowCount(); ++row) {
        const HealthState state = model.item(row).state;
        const bool fine = state == HealthState::Good || state == HealthState::NotApplicable;
        const QString hint = model.index(row, ui::HealthModel::Hint).data().toString();
        QCOMPARE(hint.isEmpty(), fine);
    }
    QCOMPARE(model.index(5, ui::HealthModel::Value).data().toString(), QStringLiteral("2,400"));
    const auto colour = [&model](int row) {
        return model.index(row, ui::HealthModel::State).data(Qt::ForegroundRole).value<QColor>();
    };
    QCOMPARE(colour(0), theme.good);
    QCOMPARE(colour(4), theme.warn);
    QCOMPARE(colour(9), theme.bad);
}

void SideModels::logAppendsOnlyWhatIsNew()
{
    ui::LogModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    std::vector<LogEntry> log = *test::sampleDesk().log;
    model.apply(log);
    model.apply(log);
    QCOMPARE(inserted.size(), 1);
    LogEntry next = log.back();
    ++next.number;
    log.push_back(next);
    log.erase(log.begin(), log.begin() + 4);  // The desk keeps fewer than the window.

    model.apply(log);

    QCOMPARE(model.rowCount(), 11);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted[1][1].toInt(), 10);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.index(7, ui::LogModel::Text).data().toString(),
             QStringLiteral("028300: 1240 shares missing over 7 s"));
}

void SideModels::logDropsTheOldestWhenFull()
{
    ui::LogModel model;
    const QAbstractItemModelTester tester{&model, Mode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    LogEntry entry = test::sampleDesk().log->front();
    std::uint64_t number = 0;
    for (int batch = 0; batch < 9; ++batch) {
        std::vector<LogEntry> log;
        for (int i = 0; i < 300; ++i) {
            entry.number = ++number;
            log.push_back(entry);
        }
        model.apply(log);
    }

    QCOMPARE(model.rowCount(), ui::LogModel::kRowsMax);
    QCOMPARE(model.entry(0).number, std::uint64_t{2'700 - ui::LogModel::kRowsMax + 1});
    QCOMPARE(model.entry(model.rowCount() - 1).number, std::uint64_t{2'700});
    QCOMPARE(resets.size(), 0);
}

void SideModels::logFiltersBySeverity()
{
    const test::FakeTerminal terminal;
    ui::LogPanel panel{terminal};
    panel.setTheme(ui::Theme::make(core::config::ThemeName::Dark, ui::UpColour::Red), 10);
    panel.apply(test::sampleDesk());
    const auto shown = [&panel] {
        int count = 0;
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            count += panel.table().isRowHidden(row) ? 0 : 1;
        }
        return count;
    };
    QCOMPARE(shown(), 10);

    panel.setLeastSeverity(Severity::Warning);
    QCOMPARE(shown(), 3);
    // What arrives later obeys the filter too.
    core::domain::DeskSnapshot desk = test::sampleDesk();
    std::vector<LogEntry> log = *desk.log;
    for (const Severity severity : {Severity::Info, Severity::Critical}) {
        LogEntry entry = log.back();
        ++entry.number;
        entry.severity = severity;
        log.push_back(entry);
    }
    desk.log = std::make_shared<const std::vector<LogEntry>>(log);
    panel.apply(desk);

    QCOMPARE(panel.model().rowCount(), 12);
    QCOMPARE(shown(), 4);
    panel.setLeastSeverity(Severity::Info);
    QCOMPARE(shown(), 12);
}

QTEST_MAIN(SideModels)
#include "tst_side_models.moc"
