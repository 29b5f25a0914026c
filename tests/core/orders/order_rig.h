#pragma once

#include "core/orders/order_desk.h"

#include <QFile>

#include <algorithm>
#include <vector>

/// An order desk with a hand on its clock, its ledger and its broker.
///
/// Orders enter as intents of a restored ledger: only the gate can approve one, and this room's
/// tests do not need it.
namespace test
{
namespace domain = core::domain;
namespace orders = core::orders;
using namespace std::chrono_literals;

inline const domain::Symbol kSymbol = *domain::Symbol::parse(u"005930");
inline const QString kAccount = QStringLiteral("5012345601");

inline domain::TaxTable taxes()
{
    const auto table = domain::TaxTable::fromJson(
        R"({"source":"test","rates":[{"settled_from":"2026-01-01","kospi_tax":"0.05",)"
        R"("kospi_rural":"0.15","kosdaq_tax":"0.20"}]})");
    return *table;
}

struct OrderRig
{
    domain::Timestamp now =
        domain::fromKst({std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}},
                        domain::timeOfDay(10, 0));
    std::uint64_t event = 1000;
    std::vector<orders::LedgerRecord> ledger;
    std::vector<domain::OutgoingOrder> sent;
    std::vector<orders::AskOrders> asks;
    std::vector<orders::Tell> tells;
    int sellableAsks = 0;
    int powerAsks = 0;
    orders::OrderDesk desk{options()};

    static orders::OrderDeskOptions options()
    {
        return {.account = kAccount,
                .commission = *domain::Percent::parse(u"0.0140527"),
                .taxes = taxes(),
                .calendar = domain::SessionCalendar{}};
    }

    static domain::OrderRequest buy(std::int64_t shares, std::int64_t price)
    {
        return {.symbol = kSymbol,
                .side = domain::Side::Buy,
                .quantity = domain::Quantity{shares},
                .price = domain::Price::fromWon(price),
                .rule = QStringLiteral("HAND")};
    }
    static domain::OrderRequest sell(std::int64_t shares, std::int64_t price)
    {
        domain::OrderRequest request = buy(shares, price);
        request.side = domain::Side::Sell;
        return request;
    }

    domain::ClientOrderId id(std::uint64_t number) const
    {
        return {.date = domain::kstDate(now), .event = number, .ordinal = 1};
    }

    /// An intent of just now whose answer has not come.
    domain::ClientOrderId intend(const domain::OrderRequest& request,
                                 domain::OrderPurpose purpose = domain::OrderPurpose::Open)
    {
        const domain::ClientOrderId order = id(ledger.size() + 1);
        put({.at = now, .order = order, .body = orders::IntentFact{request, purpose}});
        return order;
    }
    void put(const orders::Fact& fact)
    {
        const orders::LedgerRecord record = orders::encode(fact);
        const auto status = desk.restore(std::span{&record, 1});
        Q_ASSERT(status);
        ledger.push_back(record);
    }

    template <typename Payload>
    void hear(const Payload& payload)
    {
        desk.begin({now, ++event});
        desk.on(payload);
        drain();
    }
    template <typename Call>
    void act(Call&& call)
    {
        desk.begin({now, ++event});
        call(desk);
        drain();
    }
    void pass(std::chrono::milliseconds span)
    {
        const domain::Timestamp end = now + span;
        while (now < end) {
            now += 100ms;
            act([](orders::OrderDesk& d) { d.step(); });
        }
    }
    void drain()
    {
        for (orders::OrderEffect& effect : desk.take()) {
            if (auto* write = std::get_if<orders::Write>(&effect)) {
                ledger.insert(ledger.end(), write->records.begin(), write->records.end());
                if (write->then) {
                    sent.push_back(*write->then);
                    lastWrite = write->number;
                }
            } else if (const auto* ask = std::get_if<orders::AskOrders>(&effect)) {
                asks.push_back(*ask);
            } else if (std::holds_alternative<orders::AskSellable>(effect)) {
                ++sellableAsks;
            } else if (std::holds_alternative<orders::AskBuyingPower>(effect)) {
                ++powerAsks;
            } else if (auto* tell = std::get_if<orders::Tell>(&effect)) {
                tells.push_back(*tell);
            }
        }
    }
    std::uint64_t lastWrite = 0;

    domain::OrderAnswer answer(const domain::ClientOrderId& order, domain::AnswerClass what,
                               domain::OrderLeg leg = domain::OrderLeg::New,
                               const char16_t* number = u"1562") const
    {
        domain::OrderAnswer out;
        out.id = order;
        out.leg = leg;
        out.what = what;
        if (what == domain::AnswerClass::Accepted) {
            out.broker = domain::BrokerOrderId::fromWire(number);
            out.branch = QStringLiteral("06010");
        }
        return out;
    }

    /// The broker's row of an order as `request` says, accepted now.
    domain::BrokerOrderRow row(const char16_t* number, const domain::OrderRequest& request,
                               std::int64_t filled = 0, std::int64_t cancelled = 0) const
    {
        domain::BrokerOrderRow out;
        out.broker = domain::BrokerOrderId::fromWire(number);
        out.branch = QStringLiteral("06010");
        out.symbol = request.symbol;
        out.side = request.side;
        out.type = request.type;
        out.timeInForce = request.timeInForce;
        out.quantity = request.quantity;
        out.price = request.price;
        out.time = std::chrono::floor<std::chrono::seconds>(domain::kstTimeOfDay(now));
        out.filled = domain::Quantity{filled};
        out.filledAmount =
            domain::Won{filled * request.price.value_or(domain::Price::fromWon(70'000)).won()};
        out.cancelled = domain::Quantity{cancelled};
        out.remaining = request.quantity - out.filled - out.cancelled;
        return out;
    }
    /// What the broker would let us buy for, read now.
    void power(std::int64_t won)
    {
        hear(domain::BuyingPowerReply{.symbol = kSymbol,
                                      .ok = true,
                                      .amount = domain::Won{won},
                                      .quantity = {},
                                      .askedAt = now});
    }
    /// Answers the newest question with a complete list; of today, or of `day`.
    void list(std::vector<domain::BrokerOrderRow> rows, domain::TradingDate day = {})
    {
        domain::OrderListReply reply;
        reply.day = day;
        reply.ask = asks.empty() ? 0 : asks.back().ask;
        reply.complete = true;
        reply.askedAt = now;
        reply.rows = std::move(rows);
        hear(reply);
    }
    domain::OrderNotice notice(domain::NoticeKind kind, const char16_t* number,
                               const domain::OrderRequest& request, std::int64_t shares) const
    {
        domain::OrderNotice out;
        out.kind = kind;
        out.account = kAccount;
        out.orderNumber = QString::fromUtf16(number);
        out.side = request.side;
        out.symbol = request.symbol;
        out.quantity = domain::Quantity{shares};
        out.price = request.price;
        out.orderQuantity = request.quantity;
        return out;
    }

    const domain::Order& order(const domain::ClientOrderId& which) const
    {
        return *desk.books().find(which);
    }
    bool told(domain::LogCode code) const
    {
        return std::any_of(tells.begin(), tells.end(),
                           [code](const orders::Tell& tell) { return tell.code == code; });
    }
    /// I8: the ledger, read again, gives these books.
    bool replaysToTheSame() const
    {
        orders::OrderDesk again{options()};
        return again.restore(ledger) && again.books() == desk.books();
    }
};
}  // namespace test
