#include "core/notify/desk_answers.h"

#include <QRegularExpression>
#include <QTest>

using namespace core::notify;
using namespace core::domain;

namespace
{
Symbol symbol(const char* code)
{
    return *Symbol::parse(std::string_view{code});
}

Order order(OrderState state)
{
    Order one;
    one.state = state;
    return one;
}

DeskSnapshot desk()
{
    TradingView trading;
    trading.account.known = true;
    trading.account.hasStart = true;
    trading.account.equity = Won{10'123'450};
    trading.account.dayPnl = Won{123'450};
    trading.account.dayPnlTenThousandths = 12'345;
    trading.gate.arming = Arming::Armed;
    trading.gate.state = GateState::ExitOnly;
    trading.gate.kill = KillLevel::NoEntries;
    trading.orders = {order(OrderState::Working),    order(OrderState::Partial),
                      order(OrderState::Filled),     order(OrderState::Unknown),
                      order(OrderState::External),   order(OrderState::CancelIntent),
                      order(OrderState::AbsentWatch)};
    Position held;
    held.symbol = symbol("005930");
    held.quantity = Quantity{10};
    held.cost = Won{718'000};
    held.last = Price::fromWon(72'000);
    held.netPnl = Won{500};
    held.netPnlTenThousandths = 696;
    Position sold;
    sold.symbol = symbol("000660");
    trading.positions = {sold, held};
    RulesView rules;
    rules.master = AutoState::On;
    RuledPosition ruled;
    ruled.symbol = held.symbol;
    ruled.binding = StopComponent{QLatin1String{"S3"}, Price::fromWon(70'400)};
    rules.positions = {ruled};
    rules.names =
        std::make_shared<const IssueNames>(IssueNames{{held.symbol, QStringLiteral("삼성전자")}});

    DeskSnapshot shown;
    shown.now = Timestamp{std::chrono::hours{500'000}};
    shown.session.phase = SessionPhase::Continuous;
    shown.feed.state = FeedState::Live;
    shown.feed.lastFrame = shown.now - std::chrono::milliseconds{250};
    shown.broker.token = TokenState::Valid;
    shown.trading = std::make_shared<const TradingView>(trading);
    shown.rules = std::make_shared<const RulesView>(rules);
    return shown;
}
}  // namespace

class TestDeskAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void theStatusIsTheDesks()
    {
        const StatusAnswer expected{.phase = SessionPhase::Continuous,
                                    .feedLive = true,
                                    .frameAge = std::chrono::milliseconds{250},
                                    .brokerReady = true,
                                    .arming = Arming::Armed,
                                    .gate = GateState::ExitOnly,
                                    .kill = KillLevel::NoEntries,
                                    .master = AutoState::On,
                                    .equity = Won{10'123'450},
                                    .dayPnl = Won{123'450},
                                    .dayTenThousandths = 12'345,
                                    .positions = 1,
                                    .workingOrders = 3,
                                    .unresolvedOrders = 2};
        QCOMPARE(statusOf(desk()), expected);
    }

    void whatIsNotKnownIsNotSaid()
    {
        DeskSnapshot shown = desk();
        shown.feed = {};
        shown.broker = {};
        shown.trading = std::make_shared<const TradingView>();
        const StatusAnswer answer = statusOf(shown);
        QVERIFY(!answer.equity && !answer.dayPnl && !answer.dayTenThousandths && !answer.frameAge);
        QVERIFY(!answer.feedLive && !answer.brokerReady);
        shown.feed.state = FeedState::Live;
        shown.feed.stale = true;
        QVERIFY(!statusOf(shown).feedLive);
    }

    void onlyWhatIsHeldIsListed()
    {
        const PositionsAnswer answer = positionsOf(desk());
        QCOMPARE(answer.rows.size(), std::size_t{1});
        const PositionLine expected{.symbol = symbol("005930"),
                                    .name = QStringLiteral("삼성전자"),
                                    .quantity = Quantity{10},
                                    .cost = Won{718'000},
                                    .last = Price::fromWon(72'000),
                                    .netPnl = Won{500},
                                    .netTenThousandths = 696,
                                    .stop = Price::fromWon(70'400),
                                    .stopRule = QStringLiteral("S3")};
        QCOMPARE(answer.rows.front(), expected);
    }

    void aPositionWithoutRulesHasNoStop()
    {
        DeskSnapshot shown = desk();
        RulesView none;
        none.names = std::make_shared<const IssueNames>();
        shown.rules = std::make_shared<const RulesView>(none);
        const PositionsAnswer answer = positionsOf(shown);
        QCOMPARE(answer.rows.front().stop, Price{});
        QVERIFY(answer.rows.front().name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeskAnswers)
#include "tst_desk_answers.moc"
