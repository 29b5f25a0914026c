#include "tests/support/sample_trading.h"

#include "core/domain/price_steps.h"
#include "tests/support/sample_desk.h"

namespace test
{
namespace domain = core::domain;
using domain::Order;
using domain::OrderState;
using domain::Position;
using domain::Price;
using domain::Quantity;
using domain::Side;
using domain::Won;

namespace
{
Position held(const char* code, domain::PositionOwner owner, std::int64_t quantity,
              std::int64_t cost, std::int64_t last)
{
    Position position;
    position.symbol = symbolOf(code);
    position.owner = owner;
    position.automation = owner == domain::PositionOwner::External ? domain::AutoState::Off
                          : owner == domain::PositionOwner::Base   ? domain::AutoState::On
                                                                   : domain::AutoState::ExitsOnly;
    position.quantity = Quantity{quantity};
    position.sellable = Quantity{quantity};
    position.cost = Won{cost};
    position.buyFees = Won{cost * 140'527 / 1'000'000'000};
    position.last = Price::fromWon(last);
    position.marketValue = Won{quantity * last};
    position.netPnl = Won{quantity * last * 9'978 / 10'000 - cost - position.buyFees.value()};
    position.netPnlTenThousandths = position.netPnl.value() * 1'000'000 / cost;
    position.breakEven =
        domain::roundUpToStep(Price::fromWon((cost * 10'024 / 10'000 + quantity - 1) / quantity));
    position.openedAt = seoul(10, 12, 4);
    return position;
}

/// A row of the broker's list that may be `order`.
domain::BrokerOrderRow candidate(const char16_t* number, const Order& order,
                                 domain::Timestamp accepted, std::int64_t filled)
{
    domain::BrokerOrderRow row;
    row.broker = domain::BrokerOrderId::fromWire(number);
    row.symbol = order.request.symbol;
    row.side = order.request.side;
    row.quantity = order.request.quantity;
    row.price = order.request.price;
    row.time = domain::kstTimeOfDay(accepted);
    row.filled = Quantity{filled};
    row.remaining = row.quantity - row.filled;
    return row;
}

domain::LadderView sampleLadder()
{
    domain::Quote book;
    book.symbol = symbolOf("005930");
    book.time = seoul(13, 5, 52);
    Price ask = Price::fromWon(73'000);
    Price bid = Price::fromWon(72'900);
    std::int64_t seed = 37;
    const auto size = [&seed] {
        seed = (seed * 1'103 + 12'345) % 65'536;
        return Quantity{1'200 + seed * 3 / 2};
    };
    for (std::size_t i = 0; i < domain::Quote::kLevels; ++i) {
        book.asks[i] = {.price = ask, .quantity = size()};
        book.bids[i] = {.price = bid, .quantity = size()};
        book.totalAsk += book.asks[i].quantity;
        book.totalBid += book.bids[i].quantity;
        ask = domain::nextUp(ask);
        bid = domain::nextDown(bid);
    }
    return {.symbol = book.symbol, .book = book, .appliedAt = seoul(13, 5, 52), .live = true};
}
}  // namespace

Order sampleOrder(int number, const char* code, Side side, std::int64_t quantity,
                  std::int64_t price, OrderState state)
{
    Order order;
    const domain::Timestamp at = seoul(13, 0) + std::chrono::seconds{number * 11};
    if (state != OrderState::External) {
        order.id = {.date = domain::kstDate(at),
                    .event = 100'000 + static_cast<std::uint64_t>(number),
                    .ordinal = 1};
    }
    order.request.symbol = symbolOf(code);
    order.request.side = side;
    order.request.quantity = Quantity{quantity};
    if (price > 0) {
        order.request.price = Price::fromWon(price);
    } else {
        order.request.type = domain::OrderType::Market;
    }
    order.request.rule = QStringLiteral("HAND");
    order.state = state;
    order.intentAt = at;
    order.changedAt = at;
    if (state != OrderState::Unknown && state != OrderState::Ambiguous
        && state != OrderState::AbsentWatch && state != OrderState::Denied) {
        order.acceptedAt = at + std::chrono::milliseconds{80};
        order.broker = domain::BrokerOrderId::fromWire(QString::number(1'569'000 + number));
    }
    return order;
}

domain::TradingView sampleTrading()
{
    domain::TradingView trading;
    trading.ordersPossible = true;
    trading.account = {.known = true,
                       .certain = true,
                       .doubt = {},
                       .equity = Won{10'123'450},
                       .startEquity = Won{10'000'000},
                       .hasStart = true,
                       .dayPnl = Won{123'450},
                       .dayPnlTenThousandths = 12'345,
                       .cash = Won{6'204'120},
                       .reserved = Won{728'000},
                       .buyable = Won{5'476'120},
                       .realizedToday = Won{81'220},
                       .costsToday = Won{14'310},
                       .asOf = seoul(13, 5, 10)};
    trading.gate.state = domain::GateState::Open;
    trading.gate.arming = domain::Arming::Armed;
    trading.gate.armedUntil = seoul(15, 35);
    trading.gate.messagesToday = 37;
    trading.gate.messagesTodayMax = 500;
    trading.gate.entriesToday = 6;
    trading.gate.entriesTodayMax = 100;
    trading.gate.dayOrderLimit = Won{10'000'000};

    Order filled = sampleOrder(1, "000660", Side::Buy, 4, 276'500, OrderState::Filled);
    filled.filled = Quantity{4};
    filled.filledAmount = Won{1'105'500};
    Order partial = sampleOrder(2, "005930", Side::Buy, 10, 72'800, OrderState::Partial);
    partial.filled = Quantity{3};
    partial.filledAmount = Won{218'400};
    partial.provisional = Quantity{2};
    const Order working = sampleOrder(3, "005930", Side::Sell, 5, 73'400, OrderState::Working);
    Order denied = sampleOrder(4, "086520", Side::Buy, 200, 71'400, OrderState::Denied);
    denied.code = QStringLiteral("RC-10");
    denied.text = QStringLiteral("14,280,000 > 1,000,000");
    Order rejected = sampleOrder(5, "247540", Side::Buy, 6, 166'000, OrderState::Rejected);
    rejected.code = QStringLiteral("APBK0952");
    rejected.text = QStringLiteral("주문가능금액을 초과 했습니다");
    const Order external = sampleOrder(6, "035720", Side::Buy, 20, 57'200, OrderState::External);
    Order exit = sampleOrder(7, "042700", Side::Sell, 8, 0, OrderState::Filled);
    exit.request.origin = domain::OrderOrigin::Exit;
    exit.request.rule = QStringLiteral("S1");
    exit.filled = Quantity{8};
    exit.filledAmount = Won{768'800};
    trading.orders = {filled, partial, working, denied, rejected, external, exit};

    Position samsung = held("005930", domain::PositionOwner::Manual, 15, 1'086'300, 72'900);
    samsung.workingSell = Quantity{5};
    samsung.sellable = Quantity{10};
    Position hynix = held("000660", domain::PositionOwner::Base, 4, 1'105'500, 276'500);
    Position kakao = held("035720", domain::PositionOwner::External, 120, 7'120'000, 57'200);
    kakao.realizedToday = Won{-3'200};
    Position hlb = held("028300", domain::PositionOwner::Restored, 21, 1'019'999, 52'600);
    trading.positions = {hynix, samsung, hlb, kakao};
    for (const Position& position : trading.positions) {
        const bool external_ = position.owner == domain::PositionOwner::External;
        trading.flatten.push_back({.symbol = position.symbol,
                                   .name = {},
                                   .owner = position.owner,
                                   .quantity = position.quantity,
                                   .expectedAmount = position.marketValue,
                                   .bookCovers = !external_,
                                   .ticked = !external_});
    }
    trading.ladder = sampleLadder();
    return trading;
}

domain::TradingView troubledTrading()
{
    domain::TradingView trading = sampleTrading();
    Order unknown = sampleOrder(8, "005930", Side::Buy, 7, 72'600, OrderState::Unknown);
    unknown.care = domain::OrderCare::LookingUp;
    unknown.nextLookAt = seoul(13, 5, 56);
    Order ambiguous = sampleOrder(9, "035720", Side::Buy, 20, 57'200, OrderState::Ambiguous);
    ambiguous.care = domain::OrderCare::AskingPerson;
    Order absent = sampleOrder(10, "010120", Side::Sell, 2, 297'500, OrderState::AbsentWatch);
    absent.care = domain::OrderCare::WaitingForList;
    absent.nextLookAt = seoul(13, 6, 23);
    trading.orders.insert(trading.orders.end(), {unknown, ambiguous, absent});
    trading.candidates = {{ambiguous.id,
                           {candidate(u"1569700", ambiguous, seoul(13, 5, 40), 0),
                            candidate(u"1569701", ambiguous, seoul(13, 5, 41), 7)}}};
    trading.positions[0].mismatch = true;
    trading.positions[0].brokers = Quantity{trading.positions[0].quantity.shares() - 3};
    trading.account.certain = false;
    trading.account.doubt = QStringLiteral("unknown_order");
    trading.account.dayPnl = Won{-214'300};
    trading.account.dayPnlTenThousandths = -21'430;
    trading.gate.state = domain::GateState::Halt;
    trading.gate.kill = domain::KillLevel::CancelBuys;
    trading.gate.reasons = {{.cause = domain::GateCause::Kill,
                             .closesTo = domain::GateState::ExitOnly,
                             .sticky = false,
                             .detail = {}},
                            {.cause = domain::GateCause::Mismatch,
                             .closesTo = domain::GateState::ExitOnly,
                             .sticky = false,
                             .detail = QStringLiteral("000660")},
                            {.cause = domain::GateCause::UnknownOrders,
                             .closesTo = domain::GateState::ExitOnly,
                             .sticky = true,
                             .detail = QStringLiteral("3")},
                            {.cause = domain::GateCause::Notices,
                             .closesTo = domain::GateState::Halt,
                             .sticky = false,
                             .detail = QStringLiteral("12 s")}};
    trading.gate.frozen = {
        {.symbol = symbolOf("005930"), .cause = QStringLiteral("unknown_order"), .until = {}}};
    return trading;
}

domain::OrderPreview samplePreview(std::uint64_t ask, const domain::OrderRequest& request,
                                   Verdict verdict)
{
    using domain::CheckOutcome;
    using domain::CheckUnit;
    domain::OrderPreview preview;
    preview.ask = ask;
    preview.request = request;
    preview.allowed = verdict == Verdict::Allowed;
    preview.amount = domain::amount(request.price.value_or(Price{}), request.quantity);
    preview.commission = Won{preview.amount.value() * 140'527 / 1'000'000'000};
    preview.breakEven = domain::nextUp(domain::nextUp(request.price.value_or(Price{})));
    preview.stop = Price::fromWon(72'100);
    preview.lossAtStop = Won{9'812};
    preview.cashAfter = Won{5'476'120 - preview.amount.value()};
    preview.quantityMax = Quantity{73};
    for (std::uint8_t number = 1; number <= 30; ++number) {
        domain::CheckResult check;
        check.number = number;
        check.outcome =
            number == 15 || number == 23 ? CheckOutcome::NotApplicable : CheckOutcome::Pass;
        if (number == 10) {
            check.unit = CheckUnit::Won;
            check.value = preview.amount.value();
            check.limit = 1'000'000;
            check.outcome = preview.allowed ? CheckOutcome::Pass : CheckOutcome::Fail;
        } else if (number == 6) {
            check.unit = CheckUnit::Milliseconds;
            check.value = 240;
            check.limit = 3'000;
        } else if (number == 26) {
            check.unit = CheckUnit::Milliseconds;
            check.limit = 2'000;
        }
        preview.checks.push_back(check);
    }
    return preview;
}
}  // namespace test
