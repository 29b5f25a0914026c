// How the work of a report grows with the day: counted in memory asked for, not in time, so that a
// slow machine passes and a quadratic loop does not.

#include "core/report/day_csv.h"
#include "core/report/day_html.h"
#include "core/report/day_json.h"
#include "core/report/day_summary.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QTest>

#include <cstdlib>

namespace
{
std::uint64_t asked = 0;  // Bytes, by malloc and realloc of this process.
}

// The names are the C library's. Qt's containers ask it directly, not through operator new.
extern "C" void* __libc_malloc(std::size_t size);                 // NOLINT
extern "C" void* __libc_realloc(void* memory, std::size_t size);  // NOLINT
extern "C" void* malloc(std::size_t size)
{
    asked += size + 16;
    return __libc_malloc(size);
}
extern "C" void* realloc(void* memory, std::size_t size)
{
    asked += size + 16;
    return __libc_realloc(memory, size);
}

namespace report = core::report;
namespace domain = core::domain;
using report::Language;

namespace
{
constexpr int kSmall = 1'250;
constexpr int kLarge = 5'000;  // Four times as much.

/// Many of everything, and every trade its own exit reason: the worst for the tables.
domain::DayRecord largeDay(int trades)
{
    domain::DayRecord day = test::busyDay(trades);
    for (domain::TradeRecord& trade : day.trades) {
        trade.exitRule = QStringLiteral("R%1").arg(trade.number);
    }
    const domain::Violation violation = day.violations.front();
    const domain::DataGap gap = day.gaps.front();
    day.violations.clear();
    day.gaps.clear();
    for (int i = 0; i < trades; ++i) {
        day.violations.push_back(violation);
        day.violations.back().kind = QStringLiteral("K%1").arg(i);
        day.gaps.push_back(gap);
    }
    return day;
}

template <typename Job>
std::uint64_t workOf(Job job)
{
    const std::uint64_t before = asked;
    job();
    return asked - before;
}
}  // namespace

class TestReportWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void growsWithTheDayAndNotItsSquare()
    {
        const domain::DayRecord small = largeDay(kSmall);
        const domain::DayRecord large = largeDay(kLarge);
        const domain::DaySummary smallSum = report::summarize(small);
        const domain::DaySummary largeSum = report::summarize(large);
        const auto check = [](const char* what, std::uint64_t one, std::uint64_t four) {
            QVERIFY2(one > 0, what);
            QVERIFY2(four < 6 * one, qPrintable(QStringLiteral("%1: %2 becomes %3")
                                                    .arg(QLatin1String{what})
                                                    .arg(one)
                                                    .arg(four)));
        };
        check("summary", workOf([&] { (void)report::summarize(small); }),
              workOf([&] { (void)report::summarize(large); }));
        check("json", workOf([&] { (void)report::dayJson(small, smallSum); }),
              workOf([&] { (void)report::dayJson(large, largeSum); }));
        const QByteArray smallFile = report::dayJson(small, smallSum);
        const QByteArray largeFile = report::dayJson(large, largeSum);
        check("reading", workOf([&] { (void)report::dayFromJson(smallFile).has_value(); }),
              workOf([&] { (void)report::dayFromJson(largeFile).has_value(); }));
        check("csv", workOf([&] { (void)report::tradesCsv(small, smallSum, Language::Korean); }),
              workOf([&] { (void)report::tradesCsv(large, largeSum, Language::Korean); }));
        check("html", workOf([&] { (void)report::dayHtml(small, smallSum, Language::Korean); }),
              workOf([&] { (void)report::dayHtml(large, largeSum, Language::Korean); }));
    }
};

QTEST_GUILESS_MAIN(TestReportWork)
#include "tst_report_work.moc"
