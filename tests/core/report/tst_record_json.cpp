#include "core/report/record_fields.h"
#include "core/report/record_json.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <random>

namespace report = core::report;
namespace domain = core::domain;

namespace
{
/// Through text, as a file would have it.
core::base::Result<domain::DayRecord> again(const domain::DayRecord& day)
{
    const QByteArray text = QJsonDocument{report::recordJson(day)}.toJson(QJsonDocument::Compact);
    return report::recordFromJson(QJsonDocument::fromJson(text).object());
}

QJsonObject goldenJson()
{
    return report::recordJson(test::goldenDay());
}

/// `json` with the member at trades[1].fills[0] replaced.
QJsonObject withFill(const QString& key, const QJsonValue& value)
{
    QJsonObject json = goldenJson();
    QJsonArray trades = json.value(QStringLiteral("trades")).toArray();
    QJsonObject trade = trades.at(1).toObject();
    QJsonArray fills = trade.value(QStringLiteral("fills")).toArray();
    QJsonObject fill = fills.at(0).toObject();
    fill.insert(key, value);
    fills.replace(0, fill);
    trade.insert(QStringLiteral("fills"), fills);
    trades.replace(1, trade);
    json.insert(QStringLiteral("trades"), trades);
    return json;
}
}  // namespace

class TestRecordJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void losesNothing()
    {
        for (std::uint64_t seed = 1; seed <= 400; ++seed) {
            const domain::DayRecord day = test::randomDay(seed, test::Values::Any);
            const core::base::Result<domain::DayRecord> read = again(day);
            const QByteArray which = "seed " + QByteArray::number(qulonglong{seed});
            QVERIFY2(read.has_value(), which.constData());
            QVERIFY2(*read == day, which.constData());
        }
        QCOMPARE(*again({}), domain::DayRecord{});
        QCOMPARE(*again(test::goldenDay()), test::goldenDay());
    }

    /// A record in which no member has its default: a member that is left out of the list of
    /// fields comes back as its default and is seen.
    void aTradeOnItsOwnLosesNothing()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            for (const domain::TradeRecord& trade :
                 test::randomDay(seed, test::Values::Any).trades) {
                QCOMPARE(*report::tradeFromJson(report::tradeJson(trade)), trade);
            }
        }
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a word that is none") << "side" << QJsonValue{QStringLiteral("long")};
        QTest::newRow("a number for a word") << "origin" << QJsonValue{3};
        QTest::newRow("text for a number") << "qty" << QJsonValue{QStringLiteral("10")};
        QTest::newRow("a number with decimals") << "amount" << QJsonValue{710'000.5};
        QTest::newRow("a number beyond 64 bits") << "fee" << QJsonValue{1e30};
        QTest::newRow("a time without a date") << "at" << QJsonValue{QStringLiteral("09:10:00")};
        QTest::newRow("a day that does not exist")
            << "at" << QJsonValue{QStringLiteral("2026-02-30T09:10:00.000")};
        QTest::newRow("no order") << "order" << QJsonValue{QStringLiteral("1-2")};
        QTest::newRow("a number for text") << "rule" << QJsonValue{1};
        QTest::newRow("null for a number") << "tax" << QJsonValue{};
        QTest::newRow("text for a price") << "deciding" << QJsonValue{QStringLiteral("70900")};
    }

    void namesTheMemberThatIsWrong()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);

        const core::base::Result<domain::DayRecord> read =
            report::recordFromJson(withFill(key, value));

        QVERIFY(!read);
        QCOMPARE(read.error().code, core::base::ErrorCode::Malformed);
        QVERIFY2(read.error().detail.contains(QStringLiteral("trades[1].fills[0].") + key),
                 qPrintable(read.error().detail));
    }

    void aMissingMemberIsNotZero_data()
    {
        QTest::addColumn<QString>("key");
        for (const char* key : {"environment", "costs", "trades", "open", "minutes",
                                "interventions", "guard", "violations", "gaps"}) {
            QTest::newRow(key) << QString::fromLatin1(key);
        }
    }

    void aMissingMemberIsNotZero()
    {
        QFETCH(QString, key);
        QJsonObject json = goldenJson();
        json.remove(key);

        const core::base::Result<domain::DayRecord> read = report::recordFromJson(json);

        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(key), qPrintable(read.error().detail));
    }

    void ignoresWhatALaterVersionAdds()
    {
        QCOMPARE(*report::recordFromJson(withFill(QStringLiteral("new"), 1)), test::goldenDay());
    }

    /// Numbers an int or an unsigned number cannot hold are refused, not cut.
    void refusesNumbersThatDoNotFit()
    {
        QJsonObject json = goldenJson();
        QJsonArray minutes = json.value(QStringLiteral("minutes")).toArray();
        QJsonObject minute = minutes.at(0).toObject();
        minute.insert(QStringLiteral("wins"), qint64{1} << 40);
        minutes.replace(0, minute);
        json.insert(QStringLiteral("minutes"), minutes);
        QVERIFY(!report::recordFromJson(json));

        QJsonObject trade = report::tradeJson(test::goldenDay().trades[0]);
        trade.insert(QStringLiteral("number"), -1);
        QVERIFY(!report::tradeFromJson(trade));
    }

    /// Bytes changed at random are an error or another record, never a crash.
    void survivesDamage()
    {
        const QByteArray good = QJsonDocument{goldenJson()}.toJson(QJsonDocument::Compact);
        std::mt19937_64 random{7};
        int refused = 0;
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bad = good;
            for (std::uint64_t n = 1 + random() % 4; n > 0; --n) {
                const auto at =
                    static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bad.size()));
                bad[at] = static_cast<char>(random() % 128);
            }
            refused += report::recordFromJson(QJsonDocument::fromJson(bad).object()) ? 0 : 1;
        }
        QVERIFY(refused > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_record_json.moc"
