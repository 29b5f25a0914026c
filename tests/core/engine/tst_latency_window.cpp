#include "core/engine/latency_window.h"

#include <QTest>

using core::engine::LatencyWindow;
using namespace std::chrono_literals;

class TestLatencyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreWithinAnEighth()
    {
        LatencyWindow window;
        for (int i = 1; i <= 1000; ++i) {
            window.record(std::chrono::nanoseconds{i * 100});
        }
        const auto near = [](std::int64_t got, double wanted) {
            return static_cast<double>(got) >= wanted && static_cast<double>(got) <= wanted * 1.13;
        };
        QVERIFY(near(window.quantile(0.50), 50'000));
        QVERIFY(near(window.quantile(0.99), 99'000));
    }

    void anEmptyWindowSaysZero() { QCOMPARE(LatencyWindow{}.quantile(0.99), 0); }

    void twoRollsForget()
    {
        LatencyWindow window;
        window.record(5ms);
        window.roll();
        QVERIFY(window.quantile(0.5) > 0);
        window.roll();
        QCOMPARE(window.quantile(0.5), 0);
    }

    void hugeValuesStayInTheLastBucket()
    {
        LatencyWindow window;
        window.record(std::chrono::hours{24 * 365});
        window.record(-5ns);
        QVERIFY(window.quantile(0.99) > 0);
    }
};

QTEST_GUILESS_MAIN(TestLatencyWindow)
#include "tst_latency_window.moc"
