#include "core/kis/query_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using core::domain::Bar;
using core::domain::timeOfDay;
using core::kis::RestReply;
using core::kis::RestVerdict;

namespace
{
using namespace std::chrono;
constexpr core::domain::TradingDate kDay{year{2026}, November, day{24}};

RestReply reply(const char* json)
{
    RestReply out;
    out.verdict = RestVerdict::Success;
    out.body = QJsonDocument::fromJson(QByteArray{json}).object();
    Q_ASSERT(!out.body.isEmpty());
    return out;
}

core::domain::Symbol samsung()
{
    return *core::domain::Symbol::parse(std::string_view{"005930"});
}

QJsonObject minute(const char* time, int close, int volume, const char* turnover,
                   const char* date = "20261124")
{
    return {{QStringLiteral("stck_bsop_date"), QLatin1String(date)},
            {QStringLiteral("stck_cntg_hour"), QLatin1String(time)},
            {QStringLiteral("stck_prpr"), QString::number(close)},
            {QStringLiteral("stck_oprc"), QString::number(close - 10)},
            {QStringLiteral("stck_hgpr"), QString::number(close + 20)},
            {QStringLiteral("stck_lwpr"), QString::number(close - 20)},
            {QStringLiteral("cntg_vol"), QString::number(volume)},
            {QStringLiteral("acml_tr_pbmn"), QLatin1String(turnover)}};
}

RestReply chart(const QJsonArray& rows, const char* volume, const char* turnover)
{
    RestReply out;
    out.verdict = RestVerdict::Success;
    out.body = {{QStringLiteral("output1"),
                 QJsonObject{{QStringLiteral("acml_vol"), QLatin1String(volume)},
                             {QStringLiteral("acml_tr_pbmn"), QLatin1String(turnover)}}},
                {QStringLiteral("output2"), rows}};
    return out;
}

std::int32_t minuteOf(int hour, int minute)
{
    return static_cast<std::int32_t>(
        duration_cast<minutes>(
            core::domain::fromKst(kDay, timeOfDay(hour, minute)).time_since_epoch())
            .count());
}
}  // namespace

class TestQueryCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsMinuteBarsOldestFirstWithoutTheFormingOne()
    {
        // 09:02 forms at 09:02:30. Accumulated: 1,000 + 200 + 50 shares.
        const RestReply answer =
            chart({minute("090200", 1020, 50, "1256000"), minute("090100", 1010, 200, "1205000"),
                   minute("090000", 1000, 1000, "1002000")},
                  "1250", "1256000");

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), answer, core::domain::fromKst(kDay, timeOfDay(9, 2, 30)));

        QVERIFY(bars);
        QVERIFY(bars->ok);
        QVERIFY(bars->reachesOpen);
        QCOMPARE(bars->bars.size(), std::size_t{2});
        const Bar& first = bars->bars[0];
        QCOMPARE(first.startMinute, minuteOf(9, 0));
        QCOMPARE(first.open, 990);
        QCOMPARE(first.high, 1020);
        QCOMPARE(first.low, 980);
        QCOMPARE(first.close, 1000);
        QCOMPARE(first.volume, qint64{1000});
        QCOMPARE(first.turnover, qint64{1'000'000});  // Nothing older: volume x close.
        QVERIFY(first.is(Bar::kWarmUp));
        QCOMPARE(bars->bars[1].startMinute, minuteOf(9, 1));
        QCOMPARE(bars->bars[1].turnover, qint64{203'000});
        // 1,002,000 / 1,000 and 1,205,000 / 1,200, in hundredths, rounded down.
        QCOMPARE(bars->vwapCents, (std::vector<std::int64_t>{100'200, 100'416}));
    }

    void doesNotTakeTheLastMinutesVolumeForTheNewOne()
    {
        const RestReply answer =
            chart({minute("090200", 1010, 200, "1205000"), minute("090100", 1010, 200, "1205000"),
                   minute("090000", 1000, 1000, "1002000")},
                  "1200", "1205000");

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), answer, core::domain::fromKst(kDay, timeOfDay(9, 2, 1)));

        QVERIFY(bars);
        QCOMPARE(bars->vwapCents, (std::vector<std::int64_t>{100'200, 100'416}));
    }

    void leavesTheVwapUnknownWhenTheTotalsAreOfAnotherTime()
    {
        const RestReply answer =
            chart({minute("090100", 1010, 200, "1205000")}, "99999", "88888888");

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), answer, core::domain::fromKst(kDay, timeOfDay(10, 0)));

        QVERIFY(bars);
        QCOMPARE(bars->vwapCents, std::vector<std::int64_t>{0});
    }

    void leavesOutRowsThatAreNoBarOfToday()
    {
        const RestReply answer =
            chart({minute("090300", 1010, 7, "3"), minute("090300", 1010, 7, "3"),
                   minute("090100", 1010, 0, "2"), minute("152900", 900, 10, "1", "20261123")},
                  "1", "1");

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), answer, core::domain::fromKst(kDay, timeOfDay(10, 0)));

        QVERIFY(bars);
        QCOMPARE(bars->bars.size(), std::size_t{1});
        QCOMPARE(bars->bars.front().startMinute, minuteOf(9, 3));
    }

    void saysWhenThereIsMoreBefore()
    {
        QJsonArray rows;
        for (int i = 29; i >= 0; --i) {
            const QString time = QStringLiteral("10") + QString::number(i).rightJustified(2, u'0')
                                 + QStringLiteral("00");
            rows.append(minute(qPrintable(time), 1000, 10, "5"));
        }

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), chart(rows, "1", "1"), core::domain::fromKst(kDay, timeOfDay(11, 0)));

        QVERIFY(bars);
        QCOMPARE(bars->bars.size(), std::size_t{30});
        QVERIFY(!bars->reachesOpen);
    }

    void b12_refusesBarsItCannotRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");

        QTest::newRow("no volume") << QStringLiteral("cntg_vol") << QString{};
        QTest::newRow("negative volume") << QStringLiteral("cntg_vol") << QStringLiteral("-1");
        QTest::newRow("no close") << QStringLiteral("stck_prpr") << QString{};
        QTest::newRow("close zero") << QStringLiteral("stck_prpr") << QStringLiteral("0");
        QTest::newRow("no time") << QStringLiteral("stck_cntg_hour") << QStringLiteral("9:00");
        QTest::newRow("high below low") << QStringLiteral("stck_hgpr") << QStringLiteral("1");
    }
    void b12_refusesBarsItCannotRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QJsonObject row = minute("090000", 1000, 10, "5");
        row[name] = text;

        const auto bars = core::kis::decodeMinuteBars(
            samsung(), chart({row}, "1", "1"), core::domain::fromKst(kDay, timeOfDay(11, 0)));

        QVERIFY(!bars);
        QVERIFY(!core::kis::decodeMinuteBars(samsung(), reply(R"({"rt_cd":"0"})"),
                                             core::domain::fromKst(kDay, timeOfDay(11, 0))));
    }

    void readsAPriceWhateverTheCaseOfItsKeys()
    {
        const auto price = core::kis::decodePrice(
            samsung(), reply(R"({"Output":[{"STCK_PRPR":"70100","stck_sdpr":" 70000 ",)"
                             R"("stck_mxpr":"91000","stck_llam":"49000","stck_oprc":"70050",)"
                             R"("stck_hgpr":"70200.00","stck_lwpr":"","acml_vol":1234,)"
                             R"("acml_tr_pbmn":"86503400","vi_cls_code":"Y",)"
                             R"("iscd_stat_cls_code":"58","mrkt_warn_cls_code":"02",)"
                             R"("sltr_yn":"Y","mang_issu_cls_code":"Y","short_over_yn":"Y"}]})"));

        QVERIFY(price);
        QVERIFY(price->ok);
        QCOMPARE(price->price.won(), qint64{70100});
        QCOMPARE(price->base.won(), qint64{70000});
        QCOMPARE(price->upperLimit.won(), qint64{91000});
        QCOMPARE(price->high.won(), qint64{70200});
        QCOMPARE(price->low.won(), qint64{0});
        QCOMPARE(price->accVolume.shares(), qint64{1234});
        QVERIFY(price->viActive && price->halted && price->warned && price->liquidation);
        QVERIFY(price->administrative && price->overheated);
    }

    void b12_refusesAPriceThatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("json");

        QTest::newRow("no output") << QByteArray{R"({"rt_cd":"0"})"};
        QTest::newRow("no price") << QByteArray{
            R"({"output":{"acml_vol":"1","acml_tr_pbmn":"1"}})"};
        QTest::newRow("empty price")
            << QByteArray{R"({"output":{"stck_prpr":"","acml_vol":"1","acml_tr_pbmn":"1"}})"};
        QTest::newRow("price zero")
            << QByteArray{R"({"output":{"stck_prpr":"0","acml_vol":"1","acml_tr_pbmn":"1"}})"};
        QTest::newRow("no turnover")
            << QByteArray{R"({"output":{"stck_prpr":"5","acml_vol":"1","acml_tr_pbmn":""}})"};
    }
    void b12_refusesAPriceThatIsNotThere()
    {
        QFETCH(QByteArray, json);

        QVERIFY(!core::kis::decodePrice(samsung(), reply(json.constData())));
    }

    void readsRankingsInTheirOrder()
    {
        const auto symbols = core::kis::decodeRanking(
            reply(R"({"output":[{"mksc_shrn_iscd":"005930"},{"stck_shrn_iscd":"0001A0"},)"
                  R"({"mksc_shrn_iscd":"not a code"},{"MKSC_SHRN_ISCD":"000660"}]})"));

        QVERIFY(symbols);
        QCOMPARE(symbols->size(), std::size_t{3});
        QCOMPARE((*symbols)[1].toString(), QStringLiteral("0001A0"));
        QCOMPARE((*symbols)[2].toString(), QStringLiteral("000660"));
        QVERIFY(!core::kis::decodeRanking(reply(R"({"rt_cd":"0"})")));
    }

    void asksTheRankingsAsDocumented()
    {
        using core::domain::RankingList;
        const auto value = core::kis::rankingRequest(RankingList::TradedValue);
        const auto surge = core::kis::rankingRequest(RankingList::VolumeSurge);

        QCOMPARE(value.transactionId, QStringLiteral("FHPST01710000"));
        QVERIFY(value.query != surge.query);
        const auto item = [](const core::kis::RestRequest& request, const char* name) {
            for (const auto& [key, text] : request.query) {
                if (key == QLatin1String(name)) {
                    return text;
                }
            }
            return QStringLiteral("missing");
        };
        QCOMPARE(item(value, "FID_BLNG_CLS_CODE"), QStringLiteral("3"));
        QCOMPARE(item(surge, "FID_BLNG_CLS_CODE"), QStringLiteral("1"));
        QCOMPARE(item(value, "FID_TRGT_EXLS_CLS_CODE"), QStringLiteral("1111111101"));
        QCOMPARE(core::kis::rankingRequest(RankingList::FluctuationUp).path,
                 QStringLiteral("/uapi/domestic-stock/v1/ranking/fluctuation"));
        QCOMPARE(core::kis::rankingRequest(RankingList::TradeStrength).transactionId,
                 QStringLiteral("FHPST01680000"));
    }

    void readsHolidays()
    {
        const auto days = core::kis::decodeHolidays(
            reply(R"({"output":[{"bass_dt":"20261224","opnd_yn":"Y"},)"
                  R"({"bass_dt":"20261225","opnd_yn":"N"},{"bass_dt":"20261226","opnd_yn":""}]})"));

        QVERIFY(days);
        QCOMPARE(days->size(), std::size_t{2});
        QVERIFY(days->at(year{2026} / December / 24));
        QVERIFY(!days->at(year{2026} / December / 25));
        QVERIFY(!core::kis::decodeHolidays(reply(R"({"output":[]})")));
    }
};

QTEST_GUILESS_MAIN(TestQueryCodec)
#include "tst_query_codec.moc"
