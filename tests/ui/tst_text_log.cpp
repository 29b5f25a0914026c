// The text log in the window: newest lines, bounded, filtered, copied, plain text.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"
#include "tests/support/sample_desk.h"
#include "ui/log_panel.h"
#include "ui/text_log_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using core::domain::Severity;
using core::domain::TextLogLine;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace
{
TextLogLine lineOf(std::uint64_t number, Severity severity, const QString& category,
                   const QString& text)
{
    return {.number = number,
            .time = test::seoul(9, 31, 7),
            .severity = severity,
            .category = category,
            .text = text};
}

std::vector<TextLogLine> sampleLines()
{
    return {lineOf(1, Severity::Info, QStringLiteral("kis.app"), QStringLiteral("started")),
            lineOf(2, Severity::Warning, QStringLiteral("kis.feed"), QStringLiteral("Line lost")),
            lineOf(3, Severity::Info, QStringLiteral("kis.feed"), QStringLiteral("line again")),
            lineOf(4, Severity::Critical, QStringLiteral("kis.ledger"),
                   QStringLiteral("<b>not</b> written"))};
}

std::vector<TextLogLine> manyLines(std::uint64_t from, std::uint64_t to)
{
    std::vector<TextLogLine> lines;
    for (std::uint64_t number = from; number <= to; ++number) {
        lines.push_back(lineOf(number, Severity::Info, QStringLiteral("kis.app"),
                               QStringLiteral("line %1").arg(number)));
    }
    return lines;
}
}  // namespace

class TextLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void appendsOnlyWhatIsNewAndDropsTheOldest()
    {
        ui::TextLogModel model;
        const QAbstractItemModelTester tester{&model, Mode::QtTest};
        const QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
        model.append(manyLines(1, 1'500));
        model.append(manyLines(1'400, 1'600));
        QCOMPARE(model.rowCount(), 1'600);

        model.append(manyLines(1'601, 2'600));

        QCOMPARE(model.rowCount(), ui::TextLogModel::kRowsMax);
        QCOMPARE(model.line(0).number, std::uint64_t{601});
        QCOMPARE(model.newest(), std::uint64_t{2'600});
        model.append(manyLines(2'601, 9'000));  // More than fits, at once.
        QCOMPARE(model.rowCount(), ui::TextLogModel::kRowsMax);
        QCOMPARE(model.line(0).number, std::uint64_t{7'001});
        QCOMPARE(resets.size(), 0);
    }

    void showsPlainText()
    {
        ui::TextLogModel model;
        model.setTheme(ui::Theme::make(core::config::ThemeName::Dark, ui::UpColour::Red));
        model.append(sampleLines());

        const QModelIndex text = model.index(3, ui::TextLogModel::Text);
        QCOMPARE(text.data().toString(), QStringLiteral("<b>not</b> written"));
        QVERIFY(!text.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        QCOMPARE(model.index(1, ui::TextLogModel::Time).data().toString(),
                 QStringLiteral("09:31:07"));
        QCOMPARE(model.index(1, ui::TextLogModel::Category).data().toString(),
                 QStringLiteral("kis.feed"));
    }

    void filtersBySeverityAndText()
    {
        test::FakeTerminal terminal;
        terminal.textLines = sampleLines();
        ui::LogPanel panel{terminal};
        panel.readTextLog();
        QCOMPARE(shown(panel),
                 (QStringList{QStringLiteral("started"), QStringLiteral("Line lost"),
                              QStringLiteral("line again"), QStringLiteral("<b>not</b> written")}));

        panel.setFilterText(QStringLiteral("LINE"));
        QCOMPARE(shown(panel),
                 (QStringList{QStringLiteral("Line lost"), QStringLiteral("line again")}));
        panel.setLeastSeverity(Severity::Warning);
        QCOMPARE(shown(panel), QStringList{QStringLiteral("Line lost")});
        // What arrives later obeys the filter too.
        for (const Severity severity : {Severity::Info, Severity::Critical}) {
            terminal.textLines.push_back(lineOf(terminal.textLines.size() + 1, severity,
                                                QStringLiteral("kis.feed"),
                                                QStringLiteral("line of %1").arg(int(severity))));
        }
        panel.readTextLog();
        QCOMPARE(shown(panel),
                 (QStringList{QStringLiteral("Line lost"), QStringLiteral("line of 3")}));
        panel.setFilterText(QStringLiteral("kis.ledger"));
        QCOMPARE(shown(panel), QStringList{QStringLiteral("<b>not</b> written")});
    }

    void theTextFilterHoldsForTheEventsToo()
    {
        const test::FakeTerminal terminal;
        ui::LogPanel panel{terminal};
        panel.apply(test::sampleDesk());

        panel.setFilterText(QStringLiteral("shares missing"));

        int rows = 0;
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            rows += panel.table().isRowHidden(row) ? 0 : 1;
        }
        QVERIFY(rows > 0 && rows < panel.model().rowCount());
    }

    void readsOnlyWhileItIsShown()
    {
        test::FakeTerminal terminal;
        terminal.textLines = sampleLines();
        ui::LogPanel panel{terminal};
        panel.resize(600, 300);
        panel.show();
        QCOMPARE(panel.textModel().rowCount(), 0);

        panel.showSource(ui::LogPanel::Source::TextLog);
        QCOMPARE(panel.textModel().rowCount(), 4);
        QCOMPARE(panel.focusTarget(), &panel.textTable());
        terminal.textLines.push_back(
            lineOf(5, Severity::Info, QStringLiteral("kis.app"), QStringLiteral("next")));
        QTRY_COMPARE_WITH_TIMEOUT(panel.textModel().rowCount(), 5, test::kPatience);
    }

    void staysAtTheEndUnlessScrolledUp()
    {
        test::FakeTerminal terminal;
        terminal.textLines = manyLines(1, 200);
        ui::LogPanel panel{terminal};
        panel.resize(600, 300);
        panel.show();
        panel.showSource(ui::LogPanel::Source::TextLog);
        QScrollBar* bar = panel.textTable().verticalScrollBar();
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0, test::kPatience);
        bar->setValue(bar->maximum());
        terminal.textLines = manyLines(1, 300);
        panel.readTextLog();
        QCOMPARE(bar->value(), bar->maximum());

        bar->setValue(10);
        terminal.textLines = manyLines(1, 400);
        panel.readTextLog();

        QCOMPARE(bar->value(), 10);
    }

    void copiesTheSelectedLines()
    {
        test::FakeTerminal terminal;
        terminal.textLines = sampleLines();
        ui::LogPanel panel{terminal};
        panel.readTextLog();
        panel.setFilterText(QStringLiteral("line"));
        panel.textTable().selectAll();

        QTest::keySequence(&panel.textTable(), QKeySequence::Copy);

        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("kis.feed\tLine lost")), qPrintable(copied));
        QVERIFY(copied.contains(QStringLiteral("line again")));
        QVERIFY(!copied.contains(QStringLiteral("started")));
    }

    void remembersWhichLogWasShown()
    {
        const QTemporaryDir folder;
        QSettings settings{folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
        const test::FakeTerminal terminal;
        {
            ui::LogPanel panel{terminal};
            panel.showSource(ui::LogPanel::Source::TextLog);
            panel.save(settings);
        }
        ui::LogPanel panel{terminal};
        panel.restore(settings);

        QCOMPARE(panel.focusTarget(), &panel.textTable());
    }

private:
    static QStringList shown(ui::LogPanel& panel)
    {
        QStringList texts;
        const QAbstractItemModel* model = panel.textTable().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            texts.append(model->index(row, ui::TextLogModel::Text).data().toString());
        }
        return texts;
    }
};

QTEST_MAIN(TextLog)
#include "tst_text_log.moc"
