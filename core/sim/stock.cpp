#include "core/sim/stock.h"

#include "core/sim/random.h"

#include <algorithm>

namespace core::sim
{
namespace
{
constexpr int kFirstMinute = 7 * 60;
}  // namespace

Stock::Stock(const Listing& listing, std::unique_ptr<Flow> flow, std::uint64_t seed,
             const domain::SessionSchedule& schedule)
    : m_listing{&listing},
      m_flow{std::move(flow)},
      m_key{streamKey(seed, listing.symbol().word())},
      m_schedule{schedule},
      m_limits{listing.limits()},
      m_minute{kFirstMinute}
{
    m_figures.last = listing.reference;
    m_figures.viReference = listing.reference;
    m_figures.halted = listing.has(domain::InstrumentFlag::Halted);
}

bool Stock::isAuction(std::int32_t at) const noexcept
{
    return m_figures.inVi || at < m_schedule.open.count()
           || (at >= m_schedule.closingAuction.count() && at < m_schedule.close.count() + kMinuteMs
               && m_figures.expectedPrice != 0);
}

Book Stock::book() const
{
    if (m_figures.halted) {
        return {};
    }
    if (m_override.lockedLower || m_override.lockedUpper) {
        // Everybody wants out (or in) at the limit and nobody stands on the other side.
        const domain::Price limit = m_override.lockedLower ? m_limits.lower : m_limits.upper;
        return makeBook(*m_listing, m_limits,
                        {.key = m_key,
                         .last = static_cast<std::int32_t>(limit.won()),
                         .side = m_override.lockedLower ? Side::Seller : Side::Buyer,
                         .at = m_figures.bookAt});
    }
    const bool auction = isAuction(m_figures.bookAt) && m_figures.expectedPrice != 0;
    return makeBook(*m_listing, m_limits,
                    {.key = m_key,
                     .last = auction ? m_figures.expectedPrice : m_figures.last,
                     .side = m_figures.lastSide,
                     .at = m_figures.bookAt,
                     .auction = auction,
                     .lean = m_figures.lean,
                     .detail = auction ? nullptr : m_figures.detail});
}

std::vector<RecentTrade> Stock::recentTrades() const
{
    std::vector<RecentTrade> out;
    const std::size_t count = std::min(m_recentCount, kRecentMax);
    out.reserve(count);
    for (std::size_t i = 1; i <= count; ++i) {
        out.push_back(m_recent[(m_recentCount - i) % kRecentMax]);
    }
    return out;
}

bool Stock::tell(const Story& story)
{
    return story.minute >= m_minute && m_flow->tell(story);
}

const FlowEvent* Stock::peek(std::int32_t until)
{
    while (m_next == m_events.size()) {
        if (m_minute * kMinuteMs > until) {
            return nullptr;
        }
        m_events = m_flow->produce(m_minute++);
        m_next = 0;
    }
    return m_events[m_next].at <= until ? &m_events[m_next] : nullptr;
}

FlowEvent Stock::take()
{
    const FlowEvent event = filtered(m_events[m_next]);
    ++m_next;
    apply(event);
    return event;
}

FlowEvent Stock::filtered(FlowEvent event) const
{
    const bool still = m_override.frozen || m_override.lockedLower || m_override.lockedUpper;
    if (!still && !m_override.forcedVi) {
        return event;
    }
    switch (event.kind) {
    case FlowKind::Trade:
    case FlowKind::AuctionPrint:
    case FlowKind::AfterHours:
    case FlowKind::PreOpenPrint:
    case FlowKind::Expected:
        event.kind = still ? FlowKind::BookOnly : FlowKind::Expected;
        break;
    case FlowKind::ViStart:
    case FlowKind::ViEnd:
        event.kind = FlowKind::BookOnly;
        break;
    case FlowKind::BookOnly:
    case FlowKind::Halt:
    case FlowKind::Resume:
        break;
    }
    return event;
}

void Stock::setOverride(const StockOverride& override)
{
    m_override = override;
    m_limits = override.limits.value_or(m_listing->limits());
}

void Stock::advanceTo(std::int32_t until)
{
    while (peek(until) != nullptr) {
        take();
    }
}

void Stock::apply(const FlowEvent& event)
{
    m_figures.bookAt = event.at;
    m_figures.lean = event.lean;
    switch (event.kind) {
    case FlowKind::Trade:
    case FlowKind::AuctionPrint:
    case FlowKind::AfterHours:
    case FlowKind::PreOpenPrint:
        trade(event);
        break;
    case FlowKind::Expected:
        m_figures.expectedChange = event.quantity - m_figures.expectedQuantity;
        m_figures.expectedPrice = event.price;
        m_figures.expectedQuantity = event.quantity;
        break;
    case FlowKind::BookOnly:
        break;
    case FlowKind::ViStart:
        m_figures.inVi = true;
        m_figures.expectedPrice = 0;
        m_figures.expectedQuantity = 0;
        m_vi.push_back(
            {.startAt = event.at, .price = event.price, .reference = m_figures.viReference});
        break;
    case FlowKind::ViEnd:
        m_figures.inVi = false;
        m_figures.expectedPrice = 0;
        if (!m_vi.empty()) {
            m_vi.back().endAt = event.at;
        }
        break;
    case FlowKind::Halt:
        m_figures.halted = true;
        break;
    case FlowKind::Resume:
        m_figures.halted = false;
        break;
    }
}

void Stock::trade(const FlowEvent& event)
{
    Figures& f = m_figures;
    f.accVolume = event.accVolume > 0 ? event.accVolume : f.accVolume + event.quantity;
    f.accTurnover += event.quantity * event.price;
    f.last = event.price;
    f.lastAt = event.at;
    f.lastQuantity = event.quantity;
    f.lastSide = event.side;
    f.detail = event.detail;
    if (event.side == Side::Buyer) {
        f.buyVolume += event.quantity;
        ++f.buyCount;
    } else if (event.side == Side::Seller) {
        f.sellVolume += event.quantity;
        ++f.sellCount;
    }
    const bool regular = event.kind == FlowKind::Trade || event.kind == FlowKind::AuctionPrint;
    if (regular) {
        if (f.open == 0) {
            f.open = event.price;
            f.openAt = event.at;
            f.viReference = event.price;
        }
        if (event.kind == FlowKind::AuctionPrint) {
            f.viReference = event.price;
            f.expectedPrice = 0;
            f.expectedQuantity = 0;
        }
        const std::int32_t high =
            std::max(event.price, event.detail != nullptr ? event.detail->dayHigh : 0);
        const std::int32_t low = event.detail != nullptr && event.detail->dayLow > 0
                                     ? std::min(event.price, event.detail->dayLow)
                                     : event.price;
        if (f.high == 0 || high > f.high) {
            f.high = high;
            f.highAt = event.at;
        }
        if (f.low == 0 || low < f.low) {
            f.low = low;
            f.lowAt = event.at;
        }
    }
    m_recent[m_recentCount++ % kRecentMax] = {.at = event.at,
                                              .price = event.price,
                                              .quantity = event.quantity,
                                              .accVolume = f.accVolume,
                                              .buyVolume = f.buyVolume,
                                              .sellVolume = f.sellVolume};
    if (m_keepsBars && regular) {
        keep(event);
    }
}

void Stock::keep(const FlowEvent& event)
{
    const int minute = event.at / kMinuteMs;
    if (m_bars.empty() || m_bars.back().minute != minute) {
        m_bars.push_back(
            {.minute = minute, .open = event.price, .high = event.price, .low = event.price});
    }
    MinuteBar& bar = m_bars.back();
    bar.high = std::max(bar.high, event.price);
    bar.low = std::min(bar.low, event.price);
    bar.close = event.price;
    bar.volume += event.quantity;
    bar.accTurnover = m_figures.accTurnover;
}
}  // namespace core::sim
