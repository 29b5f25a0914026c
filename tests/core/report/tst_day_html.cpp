#include "core/report/day_html.h"
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
QString htmlOf(const domain::DayRecord& day, Language language)
{
    const domain::DaySummary summary = report::summarize(day, {.session = test::sampleSession()});
    return QString::fromUtf8(report::dayHtml(day, summary, language));
}

/// All tags of the page, opening and closing, in order.
QStringList tagsOf(const QString& html)
{
    static const QRegularExpression tag{QStringLiteral("<(/?[a-zA-Z]+)[^>]*>")};
    QStringList tags;
    auto match = tag.globalMatch(html);
    while (match.hasNext()) {
        tags.push_back(match.next().captured(1));
    }
    return tags;
}

/// The record with every text replaced by `text`.
domain::DayRecord saying(domain::DayRecord day, const QString& text)
{
    for (domain::TradeRecord& trade : day.trades) {
        trade.name = trade.entryRule = trade.exitRule = trade.configHash = text;
    }
    for (domain::OpenRecord& open : day.open) {
        open.name = text;
    }
    for (domain::ShadowResult& one : day.interventions) {
        one.what.what = one.what.reason = text;
    }
    for (domain::Violation& one : day.violations) {
        one.kind = one.detail = text;
    }
    return day;
}
}  // namespace

class TestDayHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void needsNothingElse()
    {
        const QString html = htmlOf(test::busyDay(20), Language::Korean);

        for (const char* word : {"<script", "http:", "https:", "src=", "href=", "@import",
                                 "javascript:", "onload", "<img", "<iframe", "<link"}) {
            QVERIFY2(!html.contains(QLatin1String{word}, Qt::CaseInsensitive), word);
        }
        QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
        QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"ko\">")));
        QVERIFY(html.contains(QStringLiteral("<meta charset=\"utf-8\">")));
        QVERIFY(html.contains(QStringLiteral("@page{size:A4")));
    }

    void everyTagIsClosed()
    {
        for (const domain::DayRecord& day :
             {domain::DayRecord{}, test::goldenDay(), test::busyDay(60)}) {
            QStringList open;
            for (const QString& tag : tagsOf(htmlOf(day, Language::English))) {
                static const QStringList alone{QStringLiteral("meta"), QStringLiteral("path"),
                                               QStringLiteral("rect")};
                if (alone.contains(tag)) {
                    continue;
                }
                if (tag.startsWith(u'/')) {
                    QVERIFY2(!open.isEmpty() && open.takeLast() == tag.mid(1), qPrintable(tag));
                } else {
                    open.push_back(tag);
                }
            }
            QVERIFY2(open.isEmpty(), qPrintable(open.join(u' ')));
        }
    }

    void showsTheGoldenDay()
    {
        const QString english = htmlOf(test::goldenDay(), Language::English);
        QVERIFY(english.contains(QStringLiteral("▲ +6,365")));
        QVERIFY(english.contains(QStringLiteral("▼ −9,538")));
        QVERIFY(english.contains(QStringLiteral("S3 Trailing stop")));
        QVERIFY(english.contains(QStringLiteral("class=\"r up\">▲ +6,365")));
        QVERIFY(english.contains(QStringLiteral("class=\"r down\">▼ −9,538")));

        const QString korean = htmlOf(test::goldenDay(), Language::Korean);
        QVERIFY(korean.contains(QStringLiteral("일일 요약")));
        QVERIFY(korean.contains(QStringLiteral("S3 트레일링 스톱")));
        QVERIFY(korean.contains(QStringLiteral("삼성전자")));
    }

    void marksEveryEntryAndExitOnTheCurve()
    {
        const QString html = htmlOf(test::goldenDay(), Language::Korean);

        QCOMPARE(html.count(QStringLiteral("class=\"exit\"")), 4);
        QCOMPARE(html.count(QStringLiteral("class=\"entry\"")), 3);  // One was bought yesterday.
    }

    void opensOnAnEmptyDay()
    {
        const QString html = htmlOf({}, Language::English);

        QVERIFY(html.contains(QStringLiteral("No trades")));
        QVERIFY(html.contains(QStringLiteral("No equity was recorded")));
        QVERIFY(!html.contains(QStringLiteral("<svg")));
    }

    void escapesWhatANameMayHold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << "<b>x</b>"
                                << "&lt;b&gt;x&lt;/b&gt;";
        QTest::newRow("attribute") << "\" onload='x'"
                                   << "&quot; onload=&#39;x&#39;";
        QTest::newRow("entity") << "&lt;"
                                << "&amp;lt;";
        QTest::newRow("placeholders") << "%1%2"
                                      << "%1%2";
        QTest::newRow("control") << QStringLiteral("a\u0000b\u001bc\nd") << "a b c d";
        QTest::newRow("direction")
            << QStringLiteral("a\u202Eb\u2067c") << QStringLiteral("a\uFFFDb\uFFFDc");
        QTest::newRow("Korean") << "삼성전자우"
                                << "삼성전자우";
        QTest::newRow("beyond the first plane") << "😀"
                                                << "😀";
    }

    void escapesWhatANameMayHold()
    {
        QFETCH(QString, name);
        QTEST(report::escaped(name), "shown");
    }

    /// Whatever the texts of a record say, the page has exactly the tags it has without them.
    void noTextBecomesMarkup()
    {
        static const QStringList pieces{
            QStringLiteral("<"),      QStringLiteral(">"),        QStringLiteral("\""),
            QStringLiteral("'"),      QStringLiteral("&"),        QStringLiteral("script"),
            QStringLiteral("</td>"),  QStringLiteral("-->"),      QStringLiteral("]]>"),
            QStringLiteral("%1"),     QStringLiteral("</style"),  QStringLiteral("삼성"),
            QStringLiteral("\u202E"), QStringLiteral("onerror="), QStringLiteral("\n")};
        const QStringList plain =
            tagsOf(htmlOf(saying(test::goldenDay(), QStringLiteral("x")), Language::Korean));
        std::uint64_t state = 1;
        for (int round = 0; round < 300; ++round) {
            QString text;
            for (int i = 0; i < 6; ++i) {
                state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
                text += pieces[static_cast<qsizetype>((state >> 33U)
                                                      % static_cast<std::uint64_t>(pieces.size()))];
            }
            const QString html = htmlOf(saying(test::goldenDay(), text), Language::Korean);
            QVERIFY2(tagsOf(html) == plain, qPrintable(text));
            QVERIFY2(!html.contains(QChar{0x202E}), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestDayHtml)
#include "tst_day_html.moc"
