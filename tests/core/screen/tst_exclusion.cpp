#include "core/screen/exclusion.h"
#include "screen_fixture.h"

#include <QTest>

using namespace core;
using namespace screen_test;
using domain::InstrumentFlag;
using domain::ScreenReason;
using domain::SecurityGroup;

namespace
{
const domain::TradingDate kToday{std::chrono::year{2026}, std::chrono::month{11},
                                 std::chrono::day{24}};
}

class TestExclusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainStockStaysIn() { QVERIFY(!screen::masterExclusion(stock("005930"), kToday)); }

    void everyMustFlagKeepsOut_data()
    {
        QTest::addColumn<int>("flag");
        QTest::addColumn<int>("reason");
        const auto row = [](const char* name, InstrumentFlag flag, ScreenReason reason) {
            QTest::newRow(name) << static_cast<int>(flag) << static_cast<int>(reason);
        };
        row("preferred", InstrumentFlag::Preferred, ScreenReason::Preferred);
        row("SPAC", InstrumentFlag::Spac, ScreenReason::Spac);
        row("halted", InstrumentFlag::Halted, ScreenReason::Halted);
        row("liquidation", InstrumentFlag::Liquidation, ScreenReason::Liquidation);
        row("administrative", InstrumentFlag::Administrative, ScreenReason::Administrative);
        row("warning", InstrumentFlag::Warning, ScreenReason::Warning);
        row("risk", InstrumentFlag::Risk, ScreenReason::Warning);
        row("overheated", InstrumentFlag::Overheated, ScreenReason::Overheated);
        row("disclosure", InstrumentFlag::UnfaithfulDisclosure, ScreenReason::UnfaithfulDisclosure);
        row("back door", InstrumentFlag::BackdoorListing, ScreenReason::BackdoorListing);
        row("low liquidity", InstrumentFlag::LowLiquidity, ScreenReason::LowLiquidityIssue);
        row("surge", InstrumentFlag::AbnormalSurge, ScreenReason::AbnormalSurge);
        row("reminder", InstrumentFlag::CautionReminder, ScreenReason::CautionReminder);
        row("face value", InstrumentFlag::FaceValueChange, ScreenReason::FaceValueChange);
        row("listed today", InstrumentFlag::NewlyListed, ScreenReason::NewlyListed);
    }
    void everyMustFlagKeepsOut()
    {
        QFETCH(int, flag);
        QFETCH(int, reason);
        domain::Instrument issue = stock("005930");
        issue.flags.set(static_cast<InstrumentFlag>(flag));

        const std::optional<ScreenReason> found = screen::masterExclusion(issue, kToday);

        QVERIFY(found.has_value());
        QCOMPARE(static_cast<int>(*found), reason);
    }

    void flagsThatOnlyMarkDoNot()
    {
        domain::Instrument issue = stock("005930");
        for (const InstrumentFlag flag :
             {InstrumentFlag::Caution, InstrumentFlag::WarningAnnounced,
              InstrumentFlag::OverheatAnnounced, InstrumentFlag::ExRights,
              InstrumentFlag::FullMargin, InstrumentFlag::Kospi200, InstrumentFlag::Kosdaq150}) {
            issue.flags.set(flag);
        }
        QVERIFY(!screen::masterExclusion(issue, kToday));
    }

    void onlyStocksAreScreened()
    {
        for (const SecurityGroup group :
             {SecurityGroup::Etf, SecurityGroup::Etn, SecurityGroup::Elw, SecurityGroup::Reit,
              SecurityGroup::Fund, SecurityGroup::Other}) {
            domain::Instrument issue = stock("005930");
            issue.group = group;
            QCOMPARE(screen::masterExclusion(issue, kToday), ScreenReason::NotAStock);
        }
    }

    void theFirstReasonInOrderCounts()
    {
        domain::Instrument issue = stock("005935", QStringLiteral("삼성전자우"));
        issue.flags.set(InstrumentFlag::Administrative);
        issue.flags.set(InstrumentFlag::Halted);
        QCOMPARE(screen::masterExclusion(issue, kToday), ScreenReason::Halted);
        issue.flags.set(InstrumentFlag::Spac);
        QCOMPARE(screen::masterExclusion(issue, kToday), ScreenReason::Spac);
        issue.group = SecurityGroup::Etf;
        QCOMPARE(screen::masterExclusion(issue, kToday), ScreenReason::NotAStock);
    }

    void theListingDayIsExcludedByDate()
    {
        domain::Instrument issue = stock("005930");
        issue.listed = kToday;
        QCOMPARE(screen::masterExclusion(issue, kToday), ScreenReason::NewlyListed);
        issue.listed = domain::TradingDate{std::chrono::sys_days{kToday} - std::chrono::days{1}};
        QVERIFY(!screen::masterExclusion(issue, kToday));
    }

    void namesAreTheLastNet_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("suspicious");

        const auto row = [](const char* code, const QString& name, bool suspicious) {
            QTest::addRow("%s %s", code, qPrintable(name))
                << QString::fromLatin1(code) << name << suspicious;
        };
        row("005935", QStringLiteral("삼성전자우"), true);
        row("005387", QStringLiteral("현대차2우B"), true);
        row("33626L", QStringLiteral("두산퓨얼셀2우B"), true);
        row("000157", QStringLiteral("두산2우B"), true);
        row("00680K", QStringLiteral("미래에셋증권2우B"), true);
        row("011785", QStringLiteral("금호석유우(전환)"), true);
        row("115960", QStringLiteral("연우"), false);
        row("007340", QStringLiteral("동우"), false);
        row("047040", QStringLiteral("대우건설"), false);
        row("465320", QStringLiteral("교보14호스팩"), true);
        row("069500", QStringLiteral("KODEX 200"), true);
        row("122630", QStringLiteral("KODEX 레버리지"), true);
        row("005930", QStringLiteral("삼성전자"), false);
        row("138040", QStringLiteral("메리츠금융지주"), false);
        row("036930", QStringLiteral("SOLUTION"), false);
    }
    void namesAreTheLastNet()
    {
        QFETCH(QString, code);
        QFETCH(QString, name);
        QFETCH(bool, suspicious);
        const domain::Instrument issue = stock(code.toStdString(), name);

        const std::optional<ScreenReason> found = screen::masterExclusion(issue, kToday);

        QCOMPARE(found.has_value(), suspicious);
        if (suspicious) {
            QCOMPARE(*found, ScreenReason::SuspiciousName);
        }
    }
};

QTEST_GUILESS_MAIN(TestExclusion)
#include "tst_exclusion.moc"
