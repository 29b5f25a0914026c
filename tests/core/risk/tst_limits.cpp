#include "core/config/config_file.h"
#include "core/config/config_schema.h"
#include "core/risk/limits.h"

#include <QTest>

#include <limits>
#include <random>

using namespace core::risk;
namespace config = core::config;
namespace domain = core::domain;

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfTheTable()
    {
        const Limits limits = limitsOf(config::defaultConfig());

        QCOMPARE(limits.entryCollar.toString(), QStringLiteral("0.5"));
        QCOMPARE(limits.exitCollar.toString(), QStringLiteral("3"));
        QCOMPARE(limits.emergencyCollar.toString(), QStringLiteral("5"));
        QVERIFY(!limits.marketEntries);
        QCOMPARE(limits.orderValue.toString(), QStringLiteral("10"));
        QCOMPARE(limits.orderShares, 5'000);
        QCOMPARE(limits.bookShare.toString(), QStringLiteral("5"));
        QCOMPARE(limits.volumeShare.toString(), QStringLiteral("1"));
        QCOMPARE(limits.codeValue.toString(), QStringLiteral("16"));
        QCOMPARE(limits.exposure.toString(), QStringLiteral("80"));
        QCOMPARE(limits.openCodes, 5);
        QCOMPARE(limits.workingOrders, 8);
        QCOMPARE(limits.cashSlack.toString(), QStringLiteral("2"));
        QCOMPARE(limits.messagesPerSecond, 4);
        QCOMPARE(limits.messagesPerMinute, 60);
        QCOMPARE(limits.messagesPerDay, 500);
        QCOMPARE(limits.entriesPerDay, 100);
        QCOMPARE(limits.entriesPerCode, 3);
        QCOMPARE(limits.cancelsPerCode, 10);
        QCOMPARE(limits.lossPerTrade.toString(), QStringLiteral("0.3"));
        QVERIFY(limits.dataMax == std::chrono::seconds{3});
        QVERIFY(limits.frameMax == std::chrono::seconds{10});
    }

    void aValueAboveItsCeilingIsAnErrorOfTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("ceiling");
        QTest::addColumn<QString>("above");
        const auto row = [](const char* path, const char* ceiling, const char* above) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(ceiling)
                                << QString::fromLatin1(above);
        };
        row("risk.frame_age_s", "15", "16");
        row("risk.entry_collar_pct", "1", "1.0000001");
        row("risk.exit_collar_pct", "10", "10.0000001");
        row("risk.emergency_collar_pct", "10", "10.0000001");
        row("risk.max_order_won", "3000000", "3000001");
        row("risk.max_order_shares", "10000", "10001");
        row("risk.max_code_won", "4500000", "4500001");
        row("risk.max_exposure_pct", "100", "100.0000001");
        row("risk.max_positions", "10", "11");
        row("risk.max_working_orders", "20", "21");
        row("risk.messages_per_s", "8", "9");
        row("risk.messages_per_day", "2000", "2001");
        row("risk.max_loss_pct", "1", "1.0000001");
        row("risk.presence_min", "240", "241");
        row("data.max_age_s", "5", "6");
        row("guard.hard_loss_pct", "5", "5.0000001");
    }
    void aValueAboveItsCeilingIsAnErrorOfTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, ceiling);
        QFETCH(QString, above);
        const auto wide =
            config::withValue(config::defaultConfig(), QStringLiteral("risk.emergency_collar_pct"),
                              QStringLiteral("10"));
        QVERIFY(wide.has_value());
        const config::Config& base = *wide;

        QVERIFY(config::withValue(base, path, ceiling).has_value());
        QVERIFY(!config::withValue(base, path, above).has_value());
    }

    void valuesThatContradictEachOtherAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("collars") << QStringLiteral("risk.exit_collar_pct") << QStringLiteral("6");
        QTest::newRow("order and code")
            << QStringLiteral("risk.max_code_pct") << QStringLiteral("9");
        QTest::newRow("order and code in won")
            << QStringLiteral("risk.max_code_won") << QStringLiteral("2999999");
        QTest::newRow("code and exposure")
            << QStringLiteral("risk.max_exposure_pct") << QStringLiteral("15");
        QTest::newRow("second and minute")
            << QStringLiteral("risk.messages_per_min") << QStringLiteral("3");
        QTest::newRow("minute and day")
            << QStringLiteral("risk.messages_per_day") << QStringLiteral("59");
    }
    void valuesThatContradictEachOtherAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);

        const auto changed = config::withValue(config::defaultConfig(), path, value);

        QVERIFY(!changed.has_value());
        QVERIFY2(changed.error().detail.contains(path), qPrintable(changed.error().detail));
    }

    /// Fault row I03: whatever gets into a Config, past the file's checks, the limits in force
    /// never exceed what is compiled in.
    void i03_noConfigurationExceedsTheCeilings()
    {
        std::mt19937_64 random{20261124};
        const auto any = [&random] {
            const auto value = static_cast<std::int64_t>(random());
            return random() % 4 == 0 ? value : value % 1'000'000'000;
        };
        const auto percent = [&any] { return domain::Percent::fromUnits(any()); };
        config::Config wild = config::defaultConfig();
        for (int n = 0; n < 1'000'000; ++n) {
            config::RiskSection& risk = wild.risk;
            risk.maxOrderWon = domain::Won{any()};
            risk.maxCodeWon = domain::Won{any()};
            risk.maxOrderShares = any();
            risk.maxExposure = percent();
            risk.maxPositions = any();
            risk.maxWorkingOrders = any();
            risk.messagesPerSecond = any();
            risk.messagesPerDay = any();
            risk.maxLossPerTrade = percent();
            risk.entryCollar = percent();
            risk.exitCollar = percent();
            risk.emergencyCollar = percent();
            risk.frameAge = std::chrono::seconds{any() % 1'000'000};
            wild.data.maxAge = std::chrono::seconds{any() % 1'000'000};
            wild.data.quietAge = std::chrono::seconds{any() % 1'000'000};

            const Limits limits = limitsOf(wild);

            const bool held =
                limits.orderValueMax <= domain::Won{3'000'000}
                && limits.codeValueMax <= domain::Won{4'500'000} && limits.orderShares <= 10'000
                && limits.exposure <= wholePercent(100) && limits.openCodes <= 10
                && limits.workingOrders <= 20 && limits.messagesPerSecond <= 8
                && limits.messagesPerDay <= 2'000 && limits.lossPerTrade <= wholePercent(1)
                && limits.entryCollar <= wholePercent(1) && limits.exitCollar <= wholePercent(10)
                && limits.emergencyCollar <= wholePercent(10)
                && limits.frameMax <= std::chrono::seconds{15}
                && limits.dataMax <= std::chrono::seconds{5}
                && limits.quietMax <= std::chrono::seconds{60};
            QVERIFY2(held, qPrintable(QString::number(n)));
        }
    }

    void confirmsThePriceByRestInLiveOnly()
    {
        config::Config config = config::defaultConfig();
        QVERIFY(!limitsOf(config).confirmPrice);
        config.env = domain::EnvironmentKind::Live;
        QVERIFY(limitsOf(config).confirmPrice);
        config.risk.confirmWsPrice = false;
        QVERIFY(!limitsOf(config).confirmPrice);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
