#include "core/report/day_page.h"
#include "core/report/day_summary.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QTest>

namespace report = core::report;
namespace domain = core::domain;
using report::Language;
using report::Tone;

namespace
{
report::DayPage pageOf(const domain::DayRecord& day, Language language,
                       std::optional<domain::DayHeadline> previous = std::nullopt)
{
    const domain::DaySummary summary =
        report::summarize(day, {.session = test::sampleSession(), .previous = previous});
    return report::dayPage(day, summary, language);
}

QStringList firstLines(const std::vector<report::PageCell>& row)
{
    QStringList out;
    for (const report::PageCell& cell : row) {
        out.push_back(cell.first);
    }
    return out;
}
QStringList secondLines(const std::vector<report::PageCell>& row)
{
    QStringList out;
    for (const report::PageCell& cell : row) {
        out.push_back(cell.second);
    }
    return out;
}
}  // namespace

class TestDayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void saysTheHeadlineAgainstTheDayBefore()
    {
        domain::DayHeadline yesterday;
        yesterday.date = test::kSampleDate;
        yesterday.dayPnl = domain::WonShare{domain::Won{-5'000}, -500};
        yesterday.trades = 2;
        yesterday.wins = 1;
        yesterday.net = domain::Won{-4'000};

        const report::DayPage page = pageOf(test::goldenDay(), Language::English, yesterday);

        QCOMPARE(page.subtitle, QStringLiteral("2026-11-24 · Simulation"));
        QCOMPARE(page.headline.size(), std::size_t{12});
        QCOMPARE(page.headline[0].value, QStringLiteral("▲ +5,179"));
        QCOMPARE(page.headline[0].note, QStringLiteral("+0.05 % · Day before −0.05 %"));
        QCOMPARE(page.headline[0].tone, Tone::Up);
        QCOMPARE(page.headline[3].note, QStringLiteral("2 won, 1 lost"));
        QCOMPARE(page.headline[4].value, QStringLiteral("50.00 %"));
        QCOMPARE(page.headline[4].note, QStringLiteral("Day before 50.00 %"));
        QCOMPARE(page.headline[5].value, QStringLiteral("▲ +6,405"));
        QCOMPARE(page.headline[6].value, QStringLiteral("3.68"));
        QCOMPARE(page.headline[6].note, QStringLiteral("Day before –"));
        QCOMPARE(page.headline[7].value, QStringLiteral("▼ −12,345"));
        QCOMPARE(page.headline[7].note, QStringLiteral("−0.12 % · 09:30:00"));
    }

    void saysATradeInOneRow()
    {
        const report::DayPage page = pageOf(test::goldenDay(), Language::English);
        const report::PageTable& trades = page.tables[2];

        QCOMPARE(trades.rows.size(), std::size_t{4});
        QCOMPARE(firstLines(trades.rows[1]),
                 (QStringList{QStringLiteral("2"), QStringLiteral("삼성전자"),
                              QStringLiteral("09:10:00"), QStringLiteral("Base · Base entry"),
                              QStringLiteral("10"), QStringLiteral("71,000.00"),
                              QStringLiteral("▲ +6,365"), QStringLiteral("+1.41 %"),
                              QStringLiteral("+1,000"), QStringLiteral("T")}));
        QCOMPARE(secondLines(trades.rows[1]),
                 (QStringList{QString{}, QStringLiteral("005930"), QStringLiteral("09:12:30"),
                              QStringLiteral("S3 Trailing stop"), QStringLiteral("2:30"),
                              QStringLiteral("71,800.00"), QStringLiteral("+0.90 %"),
                              QStringLiteral("−0.28 %"), QString{}, QString{}}));
        QCOMPARE(trades.rows[0].back().first, QStringLiteral("HN"));
        QCOMPARE(trades.rows[2].back().first, QStringLiteral("A"));
        QCOMPARE(trades.rows[3][6].first, QStringLiteral("0"));
        QCOMPARE(trades.rows[3][6].tone, Tone::Plain);
    }

    void saysInterventionsViolationsAndQuality()
    {
        const report::DayPage page = pageOf(test::goldenDay(), Language::English);

        QCOMPARE(page.tables[4].note, QStringLiteral("Hand less rule: ▼ −2,500"));
        QCOMPARE(firstLines(page.tables[4].rows[0]).last(), QStringLiteral("▼ −3,000"));
        QCOMPARE(firstLines(page.tables[4].rows[1])[3], QStringLiteral("71,000"));
        QCOMPARE(firstLines(page.tables[4].rows[2])[3], QStringLiteral("Buys cancelled"));
        QCOMPARE(firstLines(page.tables[4].rows[2]).last(), QStringLiteral("–"));
        QCOMPARE(page.tables[5].rows[0][1].first, QStringLiteral("Stop not followed"));
        QCOMPARE(page.tables[5].rows[0][1].tone, Tone::Bad);
        QCOMPARE(page.tables[6].rows[0][1].first, QStringLiteral("Trail"));
        const report::PageTable& quality = page.tables[7];
        QCOMPARE(quality.rows[1][1].first, QStringLiteral("98.21 %"));
        QCOMPARE(quality.rows[2][1].first, QStringLiteral("2, 6:00 in all"));
        QCOMPARE(quality.rows[4][1].first, QStringLiteral("120"));
        QCOMPARE(quality.rows[6][1].first, QStringLiteral("Agrees"));
    }

    void saysWhenTheEquityDoesNotAddUp()
    {
        domain::DayRecord day = test::goldenDay();
        day.endEquity = *day.endEquity + domain::Won{1};

        const report::PageCell cell = pageOf(day, Language::Korean).tables[7].rows[6][1];

        QCOMPARE(cell.first, QStringLiteral("+1원 차이"));
        QCOMPARE(cell.tone, Tone::Bad);
    }

    /// Every row has a cell for each column, on every kind of day, in both languages, and a
    /// language never falls back to the other.
    void isWholeOnEveryDay()
    {
        for (std::uint64_t seed = 0; seed <= 60; ++seed) {
            const domain::DayRecord day =
                seed == 0 ? domain::DayRecord{} : test::randomDay(seed, test::Values::Sensible);
            for (const Language language : {Language::Korean, Language::English}) {
                const report::DayPage page = pageOf(day, language);
                for (const report::PageTable& table : page.tables) {
                    QVERIFY(!table.title.isEmpty() && !table.empty.isEmpty());
                    for (const std::vector<report::PageCell>& row : table.rows) {
                        QCOMPARE(row.size(), table.columns.size());
                    }
                }
            }
        }
    }

    void everyWordIsInBothLanguages()
    {
        for (int i = 0; i <= static_cast<int>(report::Word::NotRecorded); ++i) {
            const auto word = static_cast<report::Word>(i);
            const QString korean = report::text(word, Language::Korean);
            const QString english = report::text(word, Language::English);
            QVERIFY(!korean.isEmpty() && !english.isEmpty());
            for (const char* hole : {"%1", "%2", "%3"}) {
                QVERIFY2(korean.contains(QLatin1String{hole})
                             == english.contains(QLatin1String{hole}),
                         qPrintable(english));
            }
            for (const QChar unit : english) {
                QVERIFY2(unit.script() != QChar::Script_Hangul, qPrintable(english));
            }
        }
        QCOMPARE(report::ruleText(QStringLiteral("S1"), Language::Korean),
                 QStringLiteral("S1 손절"));
        QCOMPARE(report::ruleText(QStringLiteral("ZZ"), Language::Korean), QStringLiteral("ZZ"));
        QCOMPARE(report::ruleText({}, Language::English), QStringLiteral("Not recorded"));
    }
};

QTEST_GUILESS_MAIN(TestDayPage)
#include "tst_day_page.moc"
