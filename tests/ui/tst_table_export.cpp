#include "tests/support/no_warnings.h"
#include "ui/desk_table.h"
#include "ui/table_export.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

class TableExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void disarmsFormulasAndQuotes_data();
    void disarmsFormulasAndQuotes();
    void writesVisibleColumnsInTheirOrder();
    void writesBothFiguresOfAPair();
    void showsBothFiguresOfAPair();
    void copiesTheSelectedRow();
};

void TableExport::disarmsFormulasAndQuotes_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("csv");
    QTest::newRow("plain") << QStringLiteral("삼성전자") << QStringLiteral("삼성전자");
    QTest::newRow("thousands") << QStringLiteral("71,800") << QStringLiteral("\"71,800\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
    QTest::newRow("new line") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
    QTest::newRow("plus") << QStringLiteral("+1.23 %") << QStringLiteral("'+1.23 %");
    QTest::newRow("minus") << QStringLiteral("-1") << QStringLiteral("'-1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
    QTest::newRow("formula with comma") << QStringLiteral("=A,B") << QStringLiteral("\"'=A,B\"");
    QTest::newRow("empty") << QString{} << QString{};
}

void TableExport::disarmsFormulasAndQuotes()
{
    QFETCH(QString, cell);
    QTEST(ui::csvCell(cell), "csv");
}

namespace
{
void fill(QStandardItemModel& model)
{
    model.setHorizontalHeaderLabels(
        {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            model.setItem(row, column,
                          new QStandardItem{QStringLiteral("%1%2").arg(row).arg(column)});
        }
    }
}
}  // namespace

void TableExport::writesVisibleColumnsInTheirOrder()
{
    QStandardItemModel model;
    fill(model);
    ui::DeskTable table;
    table.setModel(&model);
    table.horizontalHeader()->moveSection(2, 0);
    table.setColumnHidden(1, true);

    QCOMPARE(ui::csvText(table), QStringLiteral("C,A\r\n02,00\r\n12,10\r\n"));
}

void TableExport::writesBothFiguresOfAPair()
{
    QStandardItemModel model;
    fill(model);
    ui::DeskTable table;
    table.setModel(&model);
    table.setPairs({{0, 2}});

    QVERIFY(table.isColumnHidden(2));
    QCOMPARE(ui::csvText(table), QStringLiteral("A,C,B\r\n00,02,01\r\n10,12,11\r\n"));
}

/// Both figures of a pair are painted, and both titles.
void TableExport::showsBothFiguresOfAPair()
{
    QStandardItemModel model;
    fill(model);
    ui::DeskTable table;
    table.setModel(&model);
    table.setPairs({{0, 2}});
    table.setFontPoints(10);
    const auto picture = [&table] {
        table.resize(300, 200);
        return table.grab().toImage();
    };
    const QImage before = picture();
    model.item(0, 2)->setText(QStringLiteral("other"));
    table.viewport()->update();
    const QImage cell = picture();
    QVERIFY(cell != before);
    model.setHorizontalHeaderItem(2, new QStandardItem{QStringLiteral("Other")});
    QVERIFY(picture() != cell);
}

void TableExport::copiesTheSelectedRow()
{
    QStandardItemModel model;
    fill(model);
    ui::DeskTable table;
    table.setModel(&model);
    table.setCurrentIndex(model.index(1, 0));

    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);

    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("10\t11\t12"));
}

QTEST_MAIN(TableExport)
#include "tst_table_export.moc"
