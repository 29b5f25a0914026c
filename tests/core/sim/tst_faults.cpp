#include "core/sim/faults.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;

namespace
{
FaultPlan planOf(std::initializer_list<const char*> lines, std::uint64_t seed = 1)
{
    FaultPlan plan{seed};
    for (const char* line : lines) {
        const core::base::Status added = plan.add(QLatin1String{line});
        if (!added) {
            qFatal("%s", qUtf8Printable(added.error().detail));
        }
    }
    return plan;
}
}  // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aLineIsReadWithAllItsParts()
    {
        FaultPlan plan = planOf({"order.fault=code=EGW00301,accepted=1,status=504 on=order#2-3"});

        QVERIFY(plan.draw("order.fault") == nullptr);
        const FaultRule* rule = plan.draw("order.fault");
        QVERIFY(rule != nullptr);
        QCOMPARE(rule->value, QStringLiteral("code"));
        QCOMPARE(rule->arguments.value(QStringLiteral("code")), QStringLiteral("EGW00301"));
        QCOMPARE(rule->number("accepted", 0), 1);
        QCOMPARE(rule->number("status", 500), 504);
        QVERIFY(plan.draw("order.fault") != nullptr);
        QVERIFY(plan.draw("order.fault") == nullptr);
    }

    void brokenLinesAreRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"no.such=1", "order.fault", "order.fault=drop on=order", "order.fault=drop on=#0",
              "order.fault=drop p=2", "order.fault=drop times=0", "order.fault=drop @later", "halt",
              "limit.change 005930 1"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }

    void brokenLinesAreRefused()
    {
        QFETCH(const QString, line);
        FaultPlan plan{1};

        const core::base::Status added = plan.add(line);

        QVERIFY(!added);
        QVERIFY(added.error().detail.contains(line));
    }

    void sharesOfOneNameLieSideBySide()
    {
        FaultPlan plan = planOf({"order.fault=drop p=0.2", "order.fault=partial p=0.3"});
        int dropped = 0;
        int cut = 0;
        for (int i = 0; i < 20'000; ++i) {
            const FaultRule* rule = plan.draw("order.fault");
            dropped += rule != nullptr && rule->value == u"drop" ? 1 : 0;
            cut += rule != nullptr && rule->value == u"partial" ? 1 : 0;
        }

        QVERIFY(dropped > 3'700 && dropped < 4'300);
        QVERIFY(cut > 5'600 && cut < 6'400);
        QCOMPARE(plan.strikes().value(QStringLiteral("order.fault=drop")), dropped);
    }

    void theSameSeedStrikesTheSameEvents()
    {
        const auto pattern = [](std::uint64_t seed) {
            FaultPlan plan = planOf({"notice.lost p=0.5"}, seed);
            QByteArray out;
            for (int i = 0; i < 200; ++i) {
                out += plan.draw("notice.lost") != nullptr ? '1' : '0';
            }
            return out;
        };

        QCOMPARE(pattern(5), pattern(5));
        QVERIFY(pattern(5) != pattern(6));
    }

    void rulesSleepUntilTheirTime()
    {
        FaultPlan plan{1};
        plan.setNow(core::domain::timeOfDay(10, 0));
        QVERIFY(plan.add(QStringLiteral("rate.limit=9 @10:05:00")));
        QVERIFY(plan.add(QStringLiteral("halt 005930 @+30")));

        QVERIFY(plan.standing("rate.limit") == nullptr);
        QVERIFY(plan.takeDue().empty());
        plan.setNow(core::domain::timeOfDay(10, 0, 30));
        QCOMPARE(plan.takeDue().size(), 1U);
        QVERIFY(plan.takeDue().empty());
        plan.setNow(core::domain::timeOfDay(10, 5));
        QCOMPARE(plan.standing("rate.limit")->amount(), 9);
        plan.clear(QStringLiteral("rate.limit"));
        QVERIFY(plan.standing("rate.limit") == nullptr);
    }

    void aCountIsNotExceeded()
    {
        FaultPlan plan = planOf({"notice.lost=2", "balance.empty_once", "notice.dup times=3"});
        int lost = 0;
        int empty = 0;
        int doubled = 0;
        for (int i = 0; i < 10; ++i) {
            lost += plan.draw("notice.lost") != nullptr ? 1 : 0;
            empty += plan.draw("balance.empty_once") != nullptr ? 1 : 0;
            doubled += plan.draw("notice.dup") != nullptr ? 1 : 0;
        }

        QCOMPARE(lost, 2);
        QCOMPARE(empty, 1);
        QCOMPARE(doubled, 3);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
