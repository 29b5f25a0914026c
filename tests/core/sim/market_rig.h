#pragma once

#include "core/domain/session_calendar.h"
#include "core/sim/exchange.h"

#include <functional>

namespace test::sim
{
/// A small exchange on an ordinary day, moved by hand.
struct MarketRig
{
    explicit MarketRig(std::uint64_t seed, core::tape::Tape tape = {},
                       core::domain::TradingDate date = {std::chrono::year{2026},
                                                         std::chrono::November,
                                                         std::chrono::day{25}})
        : schedule{*core::domain::SessionCalendar{}.schedule(date)},
          exchange{{.seed = seed, .instruments = 120, .schedule = schedule}, std::move(tape)}
    {
    }

    [[nodiscard]] static std::int32_t at(int hour, int minute, int second = 0)
    {
        return static_cast<std::int32_t>(core::domain::timeOfDay(hour, minute, second).count());
    }
    [[nodiscard]] core::sim::StockId id(const char* code) const
    {
        return *exchange.find(*core::domain::Symbol::parse(std::string_view{code}));
    }

    core::domain::SessionSchedule schedule;
    core::sim::Exchange exchange;
};

/// Hands every market event to a function and keeps the session's codes.
class EventList final : public core::sim::MarketListener
{
public:
    using Sink = std::function<void(const core::sim::Stock&, const core::sim::FlowEvent&)>;

    explicit EventList(Sink sink) : m_sink{std::move(sink)} {}

    void marketEvent(core::sim::StockId, const core::sim::Stock& stock,
                     const core::sim::FlowEvent& event) override
    {
        m_sink(stock, event);
    }
    void sessionEvent(const core::sim::SessionEvent& event) override
    {
        codes.emplace_back(event.code);
    }

    std::vector<std::string> codes;

private:
    Sink m_sink;
};
}  // namespace test::sim
