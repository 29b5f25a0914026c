#include "core/report/time_spans.h"
#include "tests/support/no_warnings.h"

#include <QTest>

#include <random>

using core::domain::Timestamp;
using core::report::TimeSpan;
using core::report::TimeSpans;
using std::chrono::milliseconds;

namespace
{
Timestamp at(std::int64_t ms)
{
    return Timestamp{milliseconds{ms}};
}
}  // namespace

class TestTimeSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aSpanTheWrongWayRoundIsEmpty()
    {
        QCOMPARE((TimeSpan{at(5), at(3)}).length(), milliseconds{0});
        TimeSpans spans;
        spans.add(at(5), at(3));
        spans.add(at(1), at(2));
        QCOMPARE(spans.total(), milliseconds{1});
    }

    void countsEveryMomentOnce()
    {
        // Against the plain way: one mark a millisecond.
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            std::mt19937_64 random{seed};
            const auto moment = [&random] { return static_cast<std::int64_t>(random() % 60); };
            const std::int64_t from = moment();
            const std::int64_t to = moment();
            std::array<bool, 60> marked{};
            TimeSpans spans;
            for (std::uint64_t i = random() % 6; i > 0; --i) {
                const std::int64_t a = moment();
                const std::int64_t b = moment();
                spans.add(at(a), at(b));
                for (std::int64_t t = a; t < b; ++t) {
                    marked[static_cast<std::size_t>(t)] = true;
                }
            }
            std::int64_t all = 0;
            std::int64_t inside = 0;
            for (std::int64_t t = 0; t < 60; ++t) {
                all += marked[static_cast<std::size_t>(t)] ? 1 : 0;
                inside += marked[static_cast<std::size_t>(t)] && t >= from && t < to ? 1 : 0;
            }
            const QByteArray which = "seed " + QByteArray::number(qulonglong{seed});
            QVERIFY2(spans.total() == milliseconds{all}, which.constData());
            QVERIFY2(spans.totalWithin({at(from), at(to)}) == milliseconds{inside},
                     which.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestTimeSpans)
#include "tst_time_spans.moc"
