#include "core/report/csv_table.h"
#include "core/report/day_csv.h"
#include "core/report/day_summary.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QRegularExpression>
#include <QTest>

namespace report = core::report;
namespace domain = core::domain;
using report::Language;

namespace
{
struct Cell
{
    QString text;
    bool quoted = false;
};
using Rows = QList<QList<Cell>>;

/// A reader of CSV of its own, as a spreadsheet would: RFC 4180.
Rows parse(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(3));
    Rows rows;
    QList<Cell> row;
    Cell cell;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (inside) {
            if (unit != u'"') {
                cell.text += unit;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                cell.text += unit;
                ++i;
            } else {
                inside = false;
            }
        } else if (unit == u'"') {
            inside = cell.quoted = true;
        } else if (unit == u',' || unit == u'\r') {
            row.push_back(cell);
            cell = {};
            if (unit == u'\r') {
                rows.push_back(row);
                row.clear();
                ++i;  // The line feed.
            }
        } else {
            cell.text += unit;
        }
    }
    return rows;
}

domain::DaySummary summaryOf(const domain::DayRecord& day)
{
    return report::summarize(day, {.session = test::sampleSession()});
}

QByteArray goldenTrades(Language language)
{
    return report::tradesCsv(test::goldenDay(), summaryOf(test::goldenDay()), language);
}

/// Cell of a trade's row under an English title.
QString cellOf(const Rows& rows, int row, const char* title)
{
    const QList<Cell>& header = rows.first();
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header[i].text == QLatin1String{title}) {
            return rows[row][i].text;
        }
    }
    return QStringLiteral("no such column");
}
}  // namespace

class TestDayCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void disarmsFormulas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("csv");
        QTest::newRow("plain") << "삼성전자"
                               << "\"삼성전자\"";
        QTest::newRow("equals") << "=1+1"
                                << "\"'=1+1\"";
        QTest::newRow("plus") << "+1"
                              << "\"'+1\"";
        QTest::newRow("minus") << "-cmd"
                               << "\"'-cmd\"";
        QTest::newRow("at") << "@SUM(A1)"
                            << "\"'@SUM(A1)\"";
        QTest::newRow("tab") << "\t=1"
                             << "\"'\t=1\"";
        QTest::newRow("carriage return") << "\r=1"
                                         << "\"'\r=1\"";
        QTest::newRow("line feed") << "\n=1"
                                   << "\"'\n=1\"";
        QTest::newRow("wide equals") << "＝1"
                                     << "\"'＝1\"";
        QTest::newRow("wide at") << "＠A"
                                 << "\"'＠A\"";
        QTest::newRow("inside is no beginning") << "a=1"
                                                << "\"a=1\"";
        QTest::newRow("quotes") << "a\"b,c"
                                << "\"a\"\"b,c\"";
        QTest::newRow("empty") << ""
                               << "\"\"";
    }

    void disarmsFormulas()
    {
        QFETCH(QString, cell);
        QFETCH(QString, csv);
        report::CsvTable table{{QStringLiteral("h")}};

        table.text(cell).endRow();

        QCOMPARE(table.bytes(), "\xEF\xBB\xBF\"h\"\r\n" + csv.toUtf8() + "\r\n");
    }

    void numbersStayNumbers()
    {
        report::CsvTable table{{QStringLiteral("h")}};

        table.number(-1'200).decimal(QStringLiteral("-0.25")).blank();
        table.decimal(QStringLiteral("307201653758.25"));
        table.decimal(QStringLiteral("=1+1")).decimal(QStringLiteral("-1-1")).endRow();

        QCOMPARE(table.bytes().mid(8),
                 QByteArray{"-1200,-0.25,,307201653758.25,\"'=1+1\",\"'-1-1\"\r\n"});
    }

    void opensInExcelWithKorean()
    {
        const QByteArray csv = goldenTrades(Language::Korean);

        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        QVERIFY(csv.contains(QStringLiteral("삼성전자").toUtf8()));
        QVERIFY(csv.contains(QStringLiteral("종목코드").toUtf8()));
        QCOMPARE(csv.count('\n'), csv.count("\r\n"));
        QVERIFY(csv.endsWith("\r\n"));
    }

    void hasTheGoldenTrades()
    {
        const Rows rows = parse(goldenTrades(Language::English));

        QCOMPARE(rows.size(), 5);
        for (const QList<Cell>& row : rows) {
            QCOMPARE(row.size(), rows.first().size());
        }
        // The overnight trade is there, and a code that a spreadsheet would take for a number
        // keeps its zeros by being text.
        QCOMPARE(cellOf(rows, 1, "Overnight"), QStringLiteral("Yes"));
        QCOMPARE(cellOf(rows, 2, "Code"), QStringLiteral("005930"));
        QVERIFY(rows[2][1].quoted);
        QCOMPARE(cellOf(rows, 2, "Entry time"), QStringLiteral("09:10:00"));
        QCOMPARE(cellOf(rows, 2, "Exit reason"), QStringLiteral("S3 Trailing stop"));
        QCOMPARE(cellOf(rows, 2, "Net P&L"), QStringLiteral("6365"));
        QCOMPARE(cellOf(rows, 3, "Net P&L"), QStringLiteral("-9538"));
        QCOMPARE(cellOf(rows, 3, "Net return (%)"), QStringLiteral("-1.0584"));
        QCOMPARE(cellOf(rows, 3, "MAE (%)"), QStringLiteral("-1.2208"));
        QCOMPARE(cellOf(rows, 3, "Slippage"), QStringLiteral("2000"));
        QCOMPARE(cellOf(rows, 3, "Average exit"), QStringLiteral("178700"));
        QCOMPARE(cellOf(rows, 4, "MFE"), QString{});
        QCOMPARE(cellOf(rows, 4, "Net P&L"), QStringLiteral("0"));
        QCOMPARE(cellOf(rows, 2, "Entry bid share (%)"), QStringLiteral("61.2345"));
    }

    void hasFillsMinutesAndReasons()
    {
        const domain::DayRecord day = test::goldenDay();

        QCOMPARE(parse(report::fillsCsv(day, Language::English)).size(), 1 + 10);
        const Rows minutes = parse(report::minutesCsv(day, Language::English));
        QCOMPARE(minutes.size(), 1 + 4);
        QCOMPARE(cellOf(minutes, 3, "Time"), QStringLiteral("09:30:00"));
        QCOMPARE(cellOf(minutes, 3, "Day return (%)"), QStringLiteral("0.0765"));
        QCOMPARE(cellOf(minutes, 3, "Drawdown"), QStringLiteral("12345"));
        const Rows reasons = parse(report::reasonsCsv(summaryOf(day), Language::English));
        QCOMPARE(reasons.size(), 1 + 4);
        QCOMPARE(cellOf(reasons, 2, "Exit reason"), QStringLiteral("S1 Stop loss"));
        QCOMPARE(cellOf(reasons, 2, "Net P&L"), QStringLiteral("-9538"));
        QCOMPARE(cellOf(reasons, 2, "Mean win"), QString{});
    }

    void anEmptyDayHasHeadersOnly()
    {
        QCOMPARE(parse(report::tradesCsv({}, summaryOf({}), Language::Korean)).size(), 1);
        QCOMPARE(parse(report::fillsCsv({}, Language::Korean)).size(), 1);
        QCOMPARE(parse(report::minutesCsv({}, Language::Korean)).size(), 1);
        QCOMPARE(parse(report::reasonsCsv(summaryOf({}), Language::Korean)).size(), 1);
    }

    /// Whatever names and reasons say, no cell is a formula and no row changes its width.
    void noTextBecomesAFormula()
    {
        static const QString triggers = QStringLiteral("=+-@\t\r\n＝＋－＠");
        static const QRegularExpression number{QStringLiteral("\\A-?[0-9]+(\\.[0-9]+)?\\z")};
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const domain::DayRecord day = test::randomDay(seed, test::Values::Sensible);
            for (const QByteArray& csv : {report::tradesCsv(day, summaryOf(day), Language::English),
                                          report::fillsCsv(day, Language::Korean),
                                          report::reasonsCsv(summaryOf(day), Language::Korean)}) {
                const Rows rows = parse(csv);
                for (const QList<Cell>& row : rows) {
                    QCOMPARE(row.size(), rows.first().size());
                    for (const Cell& cell : row) {
                        const bool safe =
                            cell.quoted
                                ? cell.text.isEmpty() || !triggers.contains(cell.text.front())
                                : cell.text.isEmpty() || number.match(cell.text).hasMatch();
                        QVERIFY2(safe, qPrintable(cell.text));
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDayCsv)
#include "tst_day_csv.moc"
