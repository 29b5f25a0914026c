#include "core/report/day_pdf.h"
#include "core/report/day_summary.h"
#include "core/report/paper_layout.h"
#include "core/report/paper_table.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QFile>
#include <QTest>

#include <numeric>

namespace report = core::report;
namespace domain = core::domain;
using report::Language;

namespace
{
domain::DaySummary summaryOf(const domain::DayRecord& day)
{
    return report::summarize(day, {.session = test::sampleSession()});
}
report::DayPage pageOf(const domain::DayRecord& day, Language language)
{
    return report::dayPage(day, summaryOf(day), language);
}
std::vector<report::PaperPage> papers(const domain::DayRecord& day, Language language)
{
    return report::paperPages(pageOf(day, language), language);
}
int countOf(const report::PaperPage& page, const QString& text)
{
    int count = 0;
    for (const report::PaperText& one : page.texts) {
        count += one.text == text ? 1 : 0;
    }
    return count;
}
std::vector<domain::DayRecord> days()
{
    std::vector<domain::DayRecord> out{
        {}, test::goldenDay(), test::busyDay(60), test::busyDay(300)};
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        out.push_back(test::randomDay(seed, test::Values::Sensible));
    }
    return out;
}
}  // namespace

class TestDayPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    /// Nothing is printed outside its place, and no place lies outside the paper.
    void everythingFitsOnThePaper()
    {
        const QRectF inside = report::paperInside();
        const QRectF sheet = report::paperSheet();
        for (const domain::DayRecord& day : days()) {
            for (const Language language : {Language::Korean, Language::English}) {
                for (const report::PaperPage& page : papers(day, language)) {
                    for (const report::PaperText& text : page.texts) {
                        QVERIFY2(text.place.left() >= inside.left() - 1
                                     && text.place.right() <= inside.right() + 1
                                     && text.place.bottom() <= sheet.bottom(),
                                 qPrintable(text.text));
                        const double wide = report::textWidth(text.text, text.points, text.bold);
                        QVERIFY2(wide <= text.place.width() + report::kPoint,
                                 qPrintable(text.text));
                    }
                    for (const report::PaperBox& box : page.boxes) {
                        QVERIFY(inside.adjusted(-1, -1, 1, 1).contains(box.place));
                    }
                }
            }
        }
    }

    /// No two texts lie on each other.
    void nothingOverlaps()
    {
        for (const domain::DayRecord& day : {test::goldenDay(), test::busyDay(60)}) {
            for (const report::PaperPage& page : papers(day, Language::Korean)) {
                for (std::size_t i = 0; i < page.texts.size(); ++i) {
                    for (std::size_t j = i + 1; j < page.texts.size(); ++j) {
                        const QRectF common = inkOf(page.texts[i]) & inkOf(page.texts[j]);
                        QVERIFY2(common.width() < 1 || common.height() < 1,
                                 qPrintable(page.texts[i].text + u'|' + page.texts[j].text));
                    }
                }
            }
        }
    }

    void everyTradeIsPrintedOnceUnderAHeader()
    {
        const std::vector<report::PaperPage> pages = papers(test::busyDay(60), Language::English);
        const QString header = QStringLiteral("Averages");

        int numbers = 0;
        int headers = 0;
        for (const report::PaperPage& page : pages) {
            int here = 0;
            for (const domain::TradeRecord& trade : test::busyDay(60).trades) {
                const QString at = domain::timeText(domain::kstTimeOfDay(trade.openedAt));
                here += countOf(page, at) > 0 ? 1 : 0;
            }
            numbers += here;
            headers += countOf(page, header);
            QVERIFY(here == 0 || countOf(page, header) == 1);
        }
        QCOMPARE(numbers, 60);
        QVERIFY(headers >= 2);  // It goes over pages.
    }

    void everyPageHasItsNumber()
    {
        const std::vector<report::PaperPage> pages = papers(test::busyDay(300), Language::English);

        QVERIFY(pages.size() >= 5);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QCOMPARE(
                countOf(pages[i], QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())), 1);
        }
        QCOMPARE(papers({}, Language::Korean).size(), std::size_t{1});
        QCOMPARE(countOf(papers({}, Language::Korean)[0], QStringLiteral("1 / 1쪽")), 1);
    }

    void figuresAreNeverCut()
    {
        domain::DayRecord day = test::goldenDay();
        for (domain::TradeRecord& trade : day.trades) {
            trade.sellAmount = trade.sellAmount + domain::Won{123'456'789'012};
            trade.name = QStringLiteral("아주 긴 이름의 한화에어로스페이스우선주 제이호 스팩");
        }
        bool found = false;
        for (const report::PaperPage& page : papers(day, Language::Korean)) {
            for (const report::PaperText& text : page.texts) {
                QVERIFY2(text.align == report::Align::Left || !text.text.contains(u'…'),
                         qPrintable(text.text));
                found = found || text.text == u"▲ +123,456,795,377";
            }
        }
        QVERIFY(found);
    }

    void columnsFillThePage()
    {
        const report::DayPage page = pageOf(test::busyDay(60), Language::Korean);
        for (const report::PageTable& table : page.tables) {
            const report::PaperColumns columns = report::fitColumns(table, 10'000);
            const double sum = std::accumulate(columns.widths.begin(), columns.widths.end(), 0.0);
            QVERIFY(sum > 9'990 && sum < 10'010);
        }
    }

    void writesAPdf()
    {
        const domain::DayRecord day = test::busyDay(60);
        const QByteArray pdf = report::dayPdf(day, summaryOf(day), Language::Korean);

        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        const auto pages = static_cast<qsizetype>(papers(day, Language::Korean).size());
        QCOMPARE(pdf.count("/Type /Page\n"), pages);
        QVERIFY(pdf.contains("/MediaBox [0 0 595") || pdf.contains("/MediaBox [0.0 0.0 595"));
        QVERIFY(report::dayPdf({}, summaryOf({}), Language::English).startsWith("%PDF-"));
        keep("busy-ko.pdf", pdf);
        keep("busy-en.pdf", report::dayPdf(day, summaryOf(day), Language::English));
        keep("golden-ko.pdf",
             report::dayPdf(test::goldenDay(), summaryOf(test::goldenDay()), Language::Korean));
        keep("empty-ko.pdf", report::dayPdf({}, summaryOf({}), Language::Korean));
        keep("empty-en.pdf", report::dayPdf({}, summaryOf({}), Language::English));
    }

private:
    /// Where the letters are, of a text aligned in its place.
    static QRectF inkOf(const report::PaperText& text)
    {
        QRectF ink = text.place;
        const double wide = report::textWidth(text.text, text.points, text.bold);
        const double high = text.points * report::kPoint;
        if (text.align == report::Align::Right) {
            ink.setLeft(ink.right() - wide);
        } else {
            ink.setRight(ink.left() + wide);
        }
        return {ink.left(), ink.center().y() - high / 2, ink.width(), high};
    }
    /// With REPORT_PICTURES a folder: to look at them.
    static void keep(const char* name, const QByteArray& bytes)
    {
        const QByteArray folder = qgetenv("REPORT_PICTURES");
        if (!folder.isEmpty()) {
            QFile file{QString::fromLocal8Bit(folder) + u'/' + QLatin1String{name}};
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
    }
};

QTEST_MAIN(TestDayPaper)
#include "tst_day_paper.moc"
