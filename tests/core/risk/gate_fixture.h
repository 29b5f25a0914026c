#pragma once

#include "core/config/config_file.h"
#include "core/risk/gate_checks.h"
#include "core/risk/risk_gate.h"

namespace test
{
namespace domain = core::domain;
namespace risk = core::risk;

inline const domain::Symbol kCode = *domain::Symbol::parse(u"005930");
inline constexpr domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::November,
                                          std::chrono::day{24}};

inline domain::Price won(std::int64_t price)
{
    return domain::Price::fromWon(price);
}

inline domain::Instrument share()
{
    domain::Instrument instrument;
    instrument.symbol = kCode;
    instrument.reference = won(10'000);
    return instrument;
}

inline const risk::Limits& defaultLimits()
{
    static const risk::Limits limits = risk::limitsOf(core::config::defaultConfig());
    return limits;
}

/// Everything in order at 10:00 for a buy of 50 shares at 10,000 won, start equity ten million:
/// each test moves one figure. The sale variant holds 100 shares.
struct GateSetup
{
    domain::Instrument instrument = share();
    domain::OrderRequest request;
    risk::GateInput in;
    risk::Limits limits = defaultLimits();

    GateSetup()
    {
        request = {.symbol = kCode,
                   .side = domain::Side::Buy,
                   .type = domain::OrderType::Limit,
                   .quantity = domain::Quantity{50},
                   .price = won(10'000),
                   .origin = domain::OrderOrigin::Hand,
                   .rule = QStringLiteral("HAND")};
        at(10, 0);
        in.arming = domain::Arming::Armed;
        in.gate = domain::GateState::Open;
        in.ledgerWorks = true;
        in.masterIsToday = true;
        in.limits = domain::DailyLimits{won(7'000), won(13'000)};
        in.tradeAge = std::chrono::milliseconds{100};
        in.quoteAge = std::chrono::milliseconds{100};
        in.frameAge = std::chrono::milliseconds{100};
        in.tradeLive = true;
        in.quoteLive = true;
        in.last = won(10'000);
        in.bid = won(9'990);
        in.ask = won(10'000);
        in.minuteVwap = domain::Vwap{100'000, 10};
        in.oppositeSize = domain::Quantity{20'000};
        in.volumeFive = domain::Quantity{100'000};
        in.startEquity = domain::Won{10'000'000};
        in.guard = risk::GuardState::Open;
        in.localCash = domain::Won{10'000'000};
    }

    void at(int hour, int minute, int second = 0)
    {
        static const domain::SessionCalendar calendar;
        in.now = domain::fromKst(kDay, domain::timeOfDay(hour, minute, second));
        in.schedule = calendar.schedule(kDay);
        in.phase = calendar.momentAt(in.now).phase;
    }
    void sell(std::int64_t shares = 100)
    {
        request.side = domain::Side::Sell;
        request.quantity = domain::Quantity{shares};
        in.held = domain::Quantity{100};
        in.sellable = domain::Quantity{100};
    }
    void market()
    {
        request.type = domain::OrderType::Market;
        request.price.reset();
    }
    void close(domain::GateCause cause)
    {
        in.gate = domain::GateState::ExitOnly;
        in.reasons.push_back(
            {.cause = cause, .closesTo = domain::GateState::ExitOnly, .detail = {}});
    }
    [[nodiscard]] risk::OwnOrder own(domain::Side side, std::optional<domain::Price> price,
                                     std::uint64_t event = 1) const
    {
        return {.id = {.date = kDay, .event = event, .ordinal = 1},
                .side = side,
                .price = price,
                .remaining = domain::Quantity{10}};
    }

    [[nodiscard]] risk::Judgement judge()
    {
        in.instrument = hasInstrument ? &instrument : nullptr;
        return risk::RiskGate{limits}.judge(request, in);
    }

    bool hasInstrument = true;
};
}  // namespace test
