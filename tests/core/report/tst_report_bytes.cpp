#include "core/report/day_csv.h"
#include "core/report/day_html.h"
#include "core/report/day_json.h"
#include "core/report/day_summary.h"
#include "core/report/equity_picture.h"
#include "core/report/paper_layout.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QLocale>
#include <QTest>

#include <clocale>

namespace report = core::report;
namespace domain = core::domain;
using report::Language;

namespace
{
/// Everything that is written of a day, one after the other; of the PDF what is on its pages.
QByteArrayList everything()
{
    const domain::DayRecord day = test::busyDay(25);
    const domain::DaySummary summary = report::summarize(day, {.session = test::sampleSession()});
    QByteArrayList out;
    for (const Language language : {Language::Korean, Language::English}) {
        out << report::tradesCsv(day, summary, language) << report::fillsCsv(day, language)
            << report::minutesCsv(day, language) << report::reasonsCsv(summary, language)
            << report::dayHtml(day, summary, language)
            << report::equityPicture(day, summary, language, QSize{640, 360});
        for (const report::PaperPage& page :
             report::paperPages(report::dayPage(day, summary, language), language)) {
            for (const report::PaperText& text : page.texts) {
                out << text.text.toUtf8();
            }
        }
    }
    out << report::dayJson(day, summary);
    return out;
}
}  // namespace

class TestReportBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        std::setlocale(LC_ALL, "C.UTF-8");
    }

    void areTheSameInEveryLocale_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char* name : {"de_DE", "ar_EG", "ko_KR", "tr_TR", "hi_IN"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void areTheSameInEveryLocale()
    {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale::c());
        const QByteArrayList plain = everything();

        QLocale::setDefault(QLocale{locale});
        // Where the machine has it; without, Qt's own is the one that counts.
        std::setlocale(LC_ALL, (locale + QStringLiteral(".UTF-8")).toUtf8().constData());

        QCOMPARE(everything(), plain);
    }

    void areTheSameTwice() { QCOMPARE(everything(), everything()); }
};

QTEST_MAIN(TestReportBytes)
#include "tst_report_bytes.moc"
