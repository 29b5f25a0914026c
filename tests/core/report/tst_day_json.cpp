#include "core/report/day_json.h"
#include "core/report/day_summary.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace report = core::report;
namespace domain = core::domain;
using L1 = QLatin1String;

namespace
{
domain::DaySummary summaryOf(const domain::DayRecord& day)
{
    return report::summarize(day, {.session = test::sampleSession()});
}

QJsonObject golden()
{
    return report::summaryJson(test::goldenDay(), summaryOf(test::goldenDay()));
}

/// Paths of all numbers that are not whole.
void findFractions(const QJsonValue& value, const QString& path, QStringList& found)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            findFractions(it.value(), path + u'/' + it.key(), found);
        }
    } else if (value.isArray()) {
        for (const QJsonValue& one : value.toArray()) {
            findFractions(one, path, found);
        }
    } else if (value.isDouble() && value.toInteger(0) != value.toInteger(1)) {
        found.push_back(path);
    }
}
}  // namespace

class TestDayJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void hasTheMembersOfAnUnattendedRun()
    {
        const QJsonObject json = golden();

        QCOMPARE(json.value(L1{"start_equity"}).toInteger(), 10'000'000);
        QCOMPARE(json.value(L1{"end_equity"}).toInteger(), 10'005'179);
        QCOMPARE(json.value(L1{"open_positions"}), QJsonValue{2});
        QCOMPARE(json.value(L1{"violations"}), QJsonValue{3});
        const QJsonArray trades = json.value(L1{"trades"}).toArray();
        QCOMPARE(trades.size(), 4);
        const QJsonObject trade = trades.at(1).toObject();
        QCOMPARE(trade.value(L1{"code"}).toString(), QStringLiteral("005930"));
        QCOMPARE(trade.value(L1{"strategy"}).toString(), QStringLiteral("base"));
        QCOMPARE(trade.value(L1{"entry_time"}).toString(),
                 QStringLiteral("2026-11-24T09:10:00.000"));
        QCOMPARE(trade.value(L1{"exit_time"}).toString(),
                 QStringLiteral("2026-11-24T09:12:30.000"));
        QCOMPARE(trade.value(L1{"exit_reason"}).toString(), QStringLiteral("S3"));
        QCOMPARE(trade.value(L1{"qty"}).toInteger(), 10);
        QCOMPARE(trade.value(L1{"net_pnl"}).toInteger(), 6'365);
    }

    void hasEveryFigureOfTheDayRecord()
    {
        const QJsonObject trade = golden().value(L1{"trades"}).toArray().at(1).toObject();

        QCOMPARE(trade.value(L1{"gross_pnl"}).toInteger(), 8'000);
        QCOMPARE(trade.value(L1{"costs"}).toInteger(), 1'635);
        QCOMPARE(trade.value(L1{"net_pnl_pct"}).toString(), QStringLiteral("0.8963"));
        QCOMPARE(trade.value(L1{"entry_price"}).toString(), QStringLiteral("71000"));
        QCOMPARE(trade.value(L1{"hold_ms"}).toInteger(), 150'000);
        QCOMPARE(trade.value(L1{"mfe"}).toInteger(), 10'000);
        QCOMPARE(trade.value(L1{"mae_pct"}).toString(), QStringLiteral("-0.2816"));
        QCOMPARE(trade.value(L1{"trailing"}).toBool(), true);
        QCOMPARE(trade.value(L1{"trail_width"}).toString(), QStringLiteral("0.008"));
        const QJsonObject entry = trade.value(L1{"at_entry"}).toObject();
        QCOMPARE(entry.value(L1{"momentum3"}).toString(), QStringLiteral("0.005123"));
        QCOMPARE(entry.value(L1{"momentum5"}).toString(), QStringLiteral("-0.001234"));
        QCOMPARE(entry.value(L1{"bid_share"}).toString(), QStringLiteral("0.612345"));
        QVERIFY(trade.value(L1{"at_exit"}).toObject().value(L1{"atr"}).isNull());
        QCOMPARE(trade.value(L1{"fills"}).toArray().size(), 2);
        QCOMPARE(trade.value(L1{"fills"}).toArray().at(0).toObject().value(L1{"slippage"}),
                 QJsonValue{1'000});
        QCOMPARE(trade.value(L1{"config_hash"}).toString(), QStringLiteral("3f9a1c"));
    }

    void hasTheTotals()
    {
        const QJsonObject json = golden();
        const QJsonObject totals = json.value(L1{"totals"}).toObject();

        QCOMPARE(totals.value(L1{"win_rate"}).toString(), QStringLiteral("0.5"));
        QCOMPARE(totals.value(L1{"profit_factor"}).toString(), QStringLiteral("3.686412"));
        QCOMPARE(totals.value(L1{"expectancy"}).toInteger(), 6'405);
        QCOMPARE(totals.value(L1{"expectancy_fraction"}).toString(), QStringLiteral("25623/4"));
        QCOMPARE(json.value(L1{"day_pnl_pct"}).toString(), QStringLiteral("0.0517"));
        QCOMPARE(json.value(L1{"max_drawdown"}).toInteger(), 12'345);
        QCOMPARE(json.value(L1{"by_exit_reason"}).toArray().size(), 4);
        QCOMPARE(json.value(L1{"by_strategy"}).toArray().size(), 3);
        QCOMPARE(json.value(L1{"intervention_gain"}).toInteger(), -2'500);
        QCOMPARE(json.value(L1{"data_quality"}).toObject().value(L1{"uptime"}).toString(),
                 QStringLiteral("0.982051"));
        const QJsonObject check = json.value(L1{"equity_check"}).toObject();
        QCOMPARE(check.value(L1{"difference"}), QJsonValue{0});
        QCOMPARE(check.value(L1{"holds"}), QJsonValue{true});
    }

    void aTradeOfUnknownCostHasNoResult()
    {
        domain::DayRecord day = test::goldenDay();
        day.trades[1].bought = domain::Quantity{3};

        const QJsonObject json = report::summaryJson(day, summaryOf(day));
        const QJsonObject trade = json.value(L1{"trades"}).toArray().at(1).toObject();

        QVERIFY(trade.value(L1{"net_pnl"}).isNull());
        QCOMPARE(trade.value(L1{"basis"}).toString(), QStringLiteral("none"));
        QCOMPARE(json.value(L1{"totals"}).toObject().value(L1{"trades_unjudged"}), QJsonValue{1});
    }

    void anEmptyDayHasTheSameMembers()
    {
        const QJsonObject empty = report::summaryJson({}, summaryOf({}));

        QCOMPARE(empty.keys(), golden().keys());
        QVERIFY(empty.value(L1{"start_equity"}).isNull());
        QCOMPARE(empty.value(L1{"open_positions"}), QJsonValue{0});
        QVERIFY(empty.value(L1{"trades"}).isArray());
        QVERIFY(empty.value(L1{"totals"}).toObject().value(L1{"profit_factor"}).isNull());
        QVERIFY(empty.value(L1{"equity_check"}).toObject().value(L1{"holds"}).isNull());
    }

    void hasNoFloatingPointNumber()
    {
        QStringList found;
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const domain::DayRecord day = test::randomDay(seed, test::Values::Sensible);
            const QByteArray file = report::dayJson(day, summaryOf(day));
            findFractions(QJsonDocument::fromJson(file).object(), {}, found);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
    }

    void aPastDayOpensAgain()
    {
        const domain::DayRecord day = test::goldenDay();
        const QByteArray file = report::dayJson(day, summaryOf(day));

        const core::base::Result<domain::DayRecord> read = report::dayFromJson(file);

        QVERIFY(read.has_value());
        QCOMPARE(*read, day);
        QCOMPARE(report::dayJson(*read, summaryOf(*read)), file);
    }

    void refusesWhatIsNoReport()
    {
        using core::base::ErrorCode;
        QCOMPARE(report::dayFromJson({}).error().code, ErrorCode::Malformed);
        QCOMPARE(report::dayFromJson("[]").error().code, ErrorCode::Malformed);
        QCOMPARE(report::dayFromJson("{\"version\":2,\"record\":{}}").error().code,
                 ErrorCode::Unsupported);
        QCOMPARE(report::dayFromJson("{\"version\":1}").error().code, ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestDayJson)
#include "tst_day_json.moc"
