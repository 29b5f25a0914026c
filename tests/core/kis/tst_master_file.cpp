#include "core/kis/cp949.h"
#include "core/kis/master_archive.h"
#include "core/kis/master_file.h"
#include "tests/core/kis/master_rows.h"

#include <QRegularExpression>
#include <QTest>

using core::base::ErrorCode;
using core::domain::Instrument;
using core::domain::InstrumentFlag;
using core::domain::Market;
using core::domain::SecurityGroup;
using test::Field;
using test::Fields;
using test::masterRow;

namespace
{
using namespace std::chrono;
constexpr core::domain::TradingDate kToday{year{2026}, November, day{24}};

core::base::Result<core::kis::MasterFile> parse(const QByteArray& bytes,
                                                Market market = Market::Kospi)
{
    return core::kis::parseMaster(bytes, market, kToday);
}

Instrument one(Market market, const Fields& changes)
{
    const auto file = parse(masterRow(market, changes) + '\n', market);
    Q_ASSERT(file && file->instruments.size() == 1);
    return file->instruments.front();
}

/// "삼성전자" in code page 949.
QByteArray samsung()
{
    return QByteArrayLiteral("\xBB\xEF\xBC\xBA\xC0\xFC\xC0\xDA");
}
}  // namespace

class TestMasterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsAPlainStockOfEachMarket()
    {
        for (const Market market : {Market::Kospi, Market::Kosdaq}) {
            const Instrument instrument = one(market, {{Field::Name, samsung()}});

            QCOMPARE(instrument.symbol.toString(), QStringLiteral("005930"));
            QCOMPARE(instrument.name, QStringLiteral(u"삼성전자"));
            QCOMPARE(instrument.isin, QStringLiteral("KR7000000000"));
            QCOMPARE(instrument.market, market);
            QCOMPARE(instrument.group, SecurityGroup::Stock);
            QCOMPARE(instrument.flags.bits(), 0U);
            QCOMPARE(instrument.reference, core::domain::Price::fromWon(70000));
            QCOMPARE(instrument.previousVolume, core::domain::Quantity{12345678});
            QCOMPARE(instrument.listedShares, core::domain::Quantity{5969782000});
            QCOMPARE(instrument.marketValueEok, std::int64_t{4178847});
            QCOMPARE(instrument.listed, (year{1975} / June / 11));
        }
    }

    void setsOneFlagForEachReason_data()
    {
        QTest::addColumn<Market>("market");
        QTest::addColumn<Field>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint32>("flag");

        const auto row = [](const char* name, Market market, Field field, const char* text,
                            InstrumentFlag flag) {
            QTest::newRow(name) << market << field << QByteArray{text}
                                << static_cast<quint32>(flag);
        };
        for (const Market market : {Market::Kospi, Market::Kosdaq}) {
            const QByteArray where = market == Market::Kospi ? "KOSPI " : "KOSDAQ ";
            const auto both = [&](const char* name, Field field, const char* text,
                                  InstrumentFlag flag) {
                row((where + name).constData(), market, field, text, flag);
            };
            both("preferred", Field::Preferred, "1", InstrumentFlag::Preferred);
            both("preferred, undocumented 9", Field::Preferred, "9", InstrumentFlag::Preferred);
            both("SPAC", Field::Spac, "Y", InstrumentFlag::Spac);
            both("halted", Field::Halted, "Y", InstrumentFlag::Halted);
            both("halted unknown", Field::Halted, " ", InstrumentFlag::Halted);
            both("liquidation", Field::Liquidation, "Y", InstrumentFlag::Liquidation);
            both("administrative", Field::Administrative, "Y", InstrumentFlag::Administrative);
            both("caution", Field::Alarm, "01", InstrumentFlag::Caution);
            both("warning", Field::Alarm, "02", InstrumentFlag::Warning);
            both("risk", Field::Alarm, "03", InstrumentFlag::Risk);
            both("alarm unknown", Field::Alarm, "  ", InstrumentFlag::Risk);
            both("warning announced", Field::AlarmAnnounced, "Y", InstrumentFlag::WarningAnnounced);
            both("unfaithful", Field::Unfaithful, "Y", InstrumentFlag::UnfaithfulDisclosure);
            both("back door", Field::Backdoor, "Y", InstrumentFlag::BackdoorListing);
            both("overheat announced", Field::Overheat, "1", InstrumentFlag::OverheatAnnounced);
            both("overheated", Field::Overheat, "2", InstrumentFlag::Overheated);
            both("overheat prolonged", Field::Overheat, "3", InstrumentFlag::Overheated);
            both("low liquidity", Field::LowLiquidity, "Y", InstrumentFlag::LowLiquidity);
            both("abnormal surge", Field::Surge, "Y", InstrumentFlag::AbnormalSurge);
            both("face value changed", Field::FaceValue, "01", InstrumentFlag::FaceValueChange);
            both("ex rights", Field::ExRights, "01", InstrumentFlag::ExRights);
            both("full margin", Field::Margin, "100", InstrumentFlag::FullMargin);
            both("listed today", Field::Listed, "20261124", InstrumentFlag::NewlyListed);
        }
        row("KOSPI200", Market::Kospi, Field::IndexMember, "5", InstrumentFlag::Kospi200);
        row("KOSDAQ150", Market::Kosdaq, Field::IndexMember, "Y", InstrumentFlag::Kosdaq150);
        row("caution reminder", Market::Kosdaq, Field::CautionReminder, "Y",
            InstrumentFlag::CautionReminder);
    }
    void setsOneFlagForEachReason()
    {
        QFETCH(Market, market);
        QFETCH(Field, field);
        QFETCH(QByteArray, text);
        QFETCH(quint32, flag);

        QCOMPARE(one(market, {{field, text}}).flags.bits(), flag);
    }

    void namesTheGroup_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("etp");
        QTest::addColumn<SecurityGroup>("group");

        const auto row = [](const char* code, const char* etp, SecurityGroup group) {
            QTest::addRow("%s with ETP '%s'", code, etp)
                << QByteArray{code} << QByteArray{etp} << group;
        };
        row("ST", "0", SecurityGroup::Stock);
        row("ST", " ", SecurityGroup::Stock);
        row("ST", "1", SecurityGroup::Etf);
        row("EF", "1", SecurityGroup::Etf);
        row("FE", "1", SecurityGroup::Etf);
        row("EN", "3", SecurityGroup::Etn);
        row("EW", "0", SecurityGroup::Elw);
        row("RT", "0", SecurityGroup::Reit);
        row("MF", "0", SecurityGroup::Fund);
        row("IF", "0", SecurityGroup::Fund);
        row("DR", "0", SecurityGroup::Other);
        row("??", "0", SecurityGroup::Other);
    }
    void namesTheGroup()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, etp);
        QFETCH(SecurityGroup, group);

        QCOMPARE(one(Market::Kospi, {{Field::Group, code}, {Field::Etp, etp}}).group, group);
    }

    void keepsCodesAsText()
    {
        QCOMPARE(one(Market::Kosdaq, {{Field::Code, "0001A0"}}).symbol.toString(),
                 QStringLiteral("0001A0"));
        QCOMPARE(one(Market::Kospi, {{Field::Code, "Q530031"}}).symbol.toString(),
                 QStringLiteral("Q530031"));
    }

    void readsNamesByByte()
    {
        const QByteArray full = samsung().repeated(5);  // 20 syllables, 40 bytes
        QCOMPARE(one(Market::Kospi, {{Field::Name, full}}).name,
                 QStringLiteral(u"삼성전자").repeated(5));
        QCOMPARE(one(Market::Kospi, {{Field::Name, "KODEX " + samsung() + " 200"}}).name,
                 QStringLiteral(u"KODEX 삼성전자 200"));
        QCOMPARE(one(Market::Kospi, {{Field::Name, "A" + full.left(39)}}).name,
                 u'A' + QStringLiteral(u"삼성전자").repeated(5).chopped(1));
        // The fields behind the name are where they belong whatever it held.
        QCOMPARE(one(Market::Kospi, {{Field::Name, full}}).reference,
                 core::domain::Price::fromWon(70000));
    }

    void leavesWhatIsBlankUnknown()
    {
        const Instrument instrument = one(Market::Kospi, {{Field::Reference, ""},
                                                          {Field::PreviousVolume, ""},
                                                          {Field::Shares, ""},
                                                          {Field::MarketValue, ""},
                                                          {Field::Listed, ""},
                                                          {Field::Etp, ""}});

        QVERIFY(!instrument.reference);
        QVERIFY(!instrument.previousVolume);
        QVERIFY(!instrument.listedShares);
        QVERIFY(!instrument.marketValueEok);
        QVERIFY(!instrument.listed);
        QCOMPARE(instrument.group, SecurityGroup::Stock);
        QVERIFY(!one(Market::Kospi, {{Field::Reference, "000000000"}}).reference);
    }

    void skipsAndCountsBadRows()
    {
        const QByteArray good = masterRow(Market::Kospi, {}) + '\n';
        const QByteArray truncated = good.left(200) + '\n';
        const QByteArray noCode = masterRow(Market::Kospi, {{Field::Code, "??"}}) + '\n';
        const QByteArray longCode = masterRow(Market::Kospi, {{Field::Code, "F70100022"}}) + '\n';

        const auto file = parse(good + truncated + noCode + longCode + good);

        QVERIFY(file);
        QCOMPARE(file->instruments.size(), std::size_t{2});
        QCOMPARE(file->skippedRows, 2);
    }

    void readsBothLineEnds()
    {
        const QByteArray row = masterRow(Market::Kosdaq, {});

        const auto unix = parse(row + '\n' + row + '\n', Market::Kosdaq);
        const auto dos = parse(row + "\r\n" + row + "\r\n", Market::Kosdaq);
        const auto open = parse(row + '\n' + row, Market::Kosdaq);

        QVERIFY(unix && dos && open);
        QVERIFY(*unix == *dos);
        QVERIFY(*unix == *open);
        QCOMPARE(unix->instruments.size(), std::size_t{2});
    }

    void refusesAFileThatHasChanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        const QByteArray good = masterRow(Market::Kospi, {}) + '\n';
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("of the other market") << (masterRow(Market::Kosdaq, {}) + '\n').repeated(50);
        QTest::newRow("six bad rows of seven") << good + QByteArray{"x\n"}.repeated(6);
        QTest::newRow("most issues halted")
            << (masterRow(Market::Kospi, {{Field::Halted, "Y"}}) + '\n').repeated(80)
                   + good.repeated(40);
        QTest::newRow("HTML") << QByteArray{"<html>\nnot\nfound\n</html>\n"};
    }
    void refusesAFileThatHasChanged()
    {
        QFETCH(QByteArray, bytes);

        const auto file = parse(bytes);

        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Malformed);
    }

    void decodesCp949()
    {
        const core::kis::Cp949Decoder decoder;

        QCOMPARE(decoder.decode(samsung()), QStringLiteral(u"삼성전자"));
        QCOMPARE(decoder.decode(QByteArrayLiteral("\x8C\x63")), QStringLiteral(u"똠"));
        QCOMPARE(decoder.decode(QByteArrayLiteral("A\xFF"
                                                  "B")),
                 QStringLiteral(u"A\uFFFDB"));
        QCOMPARE(decoder.decode(samsung().chopped(1)), QStringLiteral(u"삼성전"));
        QCOMPARE(decoder.decode({}), QString{});
    }

    void findsTheMemberBySuffix()
    {
        const QByteArray bytes = masterRow(Market::Kospi, {}) + '\n';

        const auto found = core::kis::extractMaster(test::zipped("other_name.mst", bytes));

        QVERIFY(found);
        QCOMPARE(*found, bytes);
    }

    void refusesABadZip_data()
    {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<ErrorCode>("code");

        const QByteArray good = test::zipped("a.mst", QByteArray(5000, 'x'));
        QTest::newRow("empty") << QByteArray{} << ErrorCode::Malformed;
        QTest::newRow("HTML") << QByteArray{"<html></html>"} << ErrorCode::Malformed;
        QTest::newRow("no such member") << test::zipped("a.txt", "x") << ErrorCode::NotFound;
        QTest::newRow("cut") << good.left(good.size() / 4) << ErrorCode::Malformed;
        QTest::newRow("a bomb") << test::zipped("a.mst", QByteArray(65 * 1024 * 1024, '\0'))
                                << ErrorCode::OutOfRange;
    }
    void refusesABadZip()
    {
        QFETCH(QByteArray, zip);
        QFETCH(ErrorCode, code);

        const auto found = core::kis::extractMaster(zip);

        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestMasterFile)
#include "tst_master_file.moc"
