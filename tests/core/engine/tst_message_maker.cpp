// What is worth telling: fills, exits, refusals, kill, guard, a line that is gone for long; each
// once, and nothing again after a restart.

#include "core/engine/message_maker.h"
#include "tests/core/desk/trading_rig.h"

#include <QTest>

using core::engine::MessageMaker;
using test::kStock;
using test::TradingRig;
namespace domain = core::domain;
namespace notify = core::notify;
using namespace std::chrono_literals;

namespace
{
template <typename What>
std::vector<What> all(const std::vector<notify::Message>& messages)
{
    std::vector<What> out;
    for (const notify::Message& one : messages) {
        if (const What* what = std::get_if<What>(&one.content)) {
            out.push_back(*what);
        }
    }
    return out;
}

/// The rig with the maker listening as the logic thread does.
class Listening
{
public:
    Listening() : maker{rig.desk()}
    {
        rig.listener = [this](const core::desk::Effect& effect) {
            if (const auto* record = std::get_if<core::desk::Record>(&effect)) {
                maker.onRecord(*record);
            } else if (const auto* news = std::get_if<core::desk::Remember>(&effect)) {
                if (const auto* decision =
                        std::get_if<std::shared_ptr<const domain::Decision>>(news)) {
                    maker.onDecision(**decision);
                }
            }
        };
    }
    TradingRig rig;
    MessageMaker maker;
};
}  // namespace

class TestMessageMaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFillIsToldOnce()
    {
        Listening on;
        on.rig.hold();
        const auto fills = all<notify::OrderFilled>(on.maker.take());
        QCOMPARE(fills.size(), 1U);
        QCOMPARE(fills.front().symbol, kStock);
        QCOMPARE(fills.front().name, QStringLiteral("삼성전자"));
        QCOMPARE(fills.front().filled.shares(), 10);
        QCOMPARE(fills.front().ordered.shares(), 10);
        QCOMPARE(fills.front().amount.value(), 701'000);
        QCOMPARE(fills.front().rule, QStringLiteral("HAND"));
        on.rig.pass(5s);
        QVERIFY(on.maker.take().empty());
    }

    void anExitIsToldWithItsReason()
    {
        Listening on;
        on.rig.hold();
        (void)on.maker.take();
        on.rig.quote(68'600, 68'700);
        on.rig.trade(68'600, 1'000);
        on.rig.answerLists();
        const auto exits = all<notify::ExitDecided>(on.maker.take());
        QCOMPARE(exits.size(), 1U);
        QCOMPARE(exits.front().rule, QStringLiteral("S1"));
        QCOMPARE(exits.front().price.won(), 68'600);
        QVERIFY(exits.front().net.has_value() && exits.front().net->value() < 0);
    }

    void aRefusalOfTheHandsOrderIsTold()
    {
        Listening on;
        on.rig.buy(10, 200'000);  // Above the daily limit.
        const auto refused = all<notify::OrderRefused>(on.maker.take());
        QCOMPARE(refused.size(), 1U);
        QVERIFY(refused.front().byGate);
        QVERIFY(refused.front().code.startsWith(QStringLiteral("RC-")));
        on.rig.refuse = domain::RejectReason::Cash;
        on.rig.buy(10, 70'100);
        const auto byBroker = all<notify::OrderRefused>(on.maker.take());
        QCOMPARE(byBroker.size(), 1U);
        QVERIFY(!byBroker.front().byGate);
        QCOMPARE(byBroker.front().code, QStringLiteral("APBK9999"));
    }

    void aKillIsToldAndItsReleaseIsNot()
    {
        Listening on;
        on.rig.apply(domain::Kill{.level = domain::KillLevel::CancelBuys,
                                  .sell = {},
                                  .cause = QStringLiteral("telegram")});
        const auto kills = all<notify::KillRaised>(on.maker.take());
        QCOMPARE(kills.size(), 1U);
        QVERIFY(kills.front().level == domain::KillLevel::CancelBuys);
        QCOMPARE(kills.front().cause, QStringLiteral("telegram"));
        on.rig.apply(domain::ReleaseKill{});
        QVERIFY(all<notify::KillRaised>(on.maker.take()).empty());
    }

    void aLineIsToldAfterTenSecondsAndOnItsReturn()
    {
        Listening on;
        domain::FeedFigures figures;
        figures.state = domain::FeedState::Connecting;
        on.maker.onFeed(figures, 1s);
        on.maker.onFeed(figures, 60s);
        QVERIFY(on.maker.take().empty());  // It has never been up.
        figures.state = domain::FeedState::Live;
        on.maker.onFeed(figures, 100s);
        figures.state = domain::FeedState::Waiting;
        on.maker.onFeed(figures, 101s);
        on.maker.onFeed(figures, 111s);
        QVERIFY(on.maker.take().empty());
        on.maker.onFeed(figures, 111s + 1ms);
        on.maker.onFeed(figures, 150s);
        const auto lost = all<notify::Disconnected>(on.maker.take());
        QCOMPARE(lost.size(), 1U);
        QCOMPARE(lost.front().lasted, 10s);
        figures.state = domain::FeedState::Live;
        on.maker.onFeed(figures, 161s);
        const auto back = all<notify::Reconnected>(on.maker.take());
        QCOMPARE(back.size(), 1U);
        QCOMPARE(back.front().lasted, 60s);
    }

    void aShortLossIsNobodysBusiness()
    {
        Listening on;
        domain::FeedFigures figures;
        figures.state = domain::FeedState::Live;
        on.maker.onFeed(figures, 1s);
        figures.state = domain::FeedState::Waiting;
        on.maker.onFeed(figures, 2s);
        figures.state = domain::FeedState::Live;
        on.maker.onFeed(figures, 9s);
        QVERIFY(on.maker.take().empty());
    }
};

QTEST_GUILESS_MAIN(TestMessageMaker)
#include "tst_message_maker.moc"
