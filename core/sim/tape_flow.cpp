#include "core/sim/tape_flow.h"

#include "core/domain/price_steps.h"
#include "core/sim/random.h"

#include <algorithm>

namespace core::sim
{
namespace
{

int milliseconds(domain::TimeOfDay time)
{
    return static_cast<int>(time.count());
}

/// Makes the trades between the rows of one issue.
class Sampler final
{
public:
    Sampler(std::uint64_t key, const domain::SessionSchedule& schedule)
        : m_key{key},
          m_open{milliseconds(schedule.open)},
          m_closing{milliseconds(schedule.closingAuction)},
          m_close{milliseconds(schedule.close)}
    {
    }

    [[nodiscard]] std::vector<FlowEvent> run(const std::vector<const tape::TapeRow*>& rows)
    {
        std::uint64_t number = 0;
        for (const tape::TapeRow* row : rows) {
            Rng rng{streamKey(m_key, ++number)};
            between(*row, rng);
            m_events.push_back({.at = row->at,
                                .price = row->price,
                                .quantity = row->quantity,
                                .accVolume = row->accVolume,
                                .detail = &row->detail,
                                .kind = kindAt(row->at),
                                .side = sideOf(row->price, row->at, rng)});
            m_last = row->price;
            m_at = row->at;
            m_acc = row->accVolume;
            m_high = row->detail.dayHigh;
            m_low = row->detail.dayLow;
        }
        return std::move(m_events);
    }

private:
    [[nodiscard]] FlowKind kindAt(int at) const
    {
        if (at < m_open) {
            return FlowKind::PreOpenPrint;
        }
        if (at < m_closing) {
            return FlowKind::Trade;
        }
        return at < m_close + kMinuteMs ? FlowKind::AuctionPrint : FlowKind::AfterHours;
    }
    [[nodiscard]] Side sideOf(std::int32_t price, int at, Rng& rng) const
    {
        const FlowKind kind = kindAt(at);
        if (kind == FlowKind::AuctionPrint || kind == FlowKind::PreOpenPrint) {
            return Side::Auction;
        }
        if (price != m_last && m_last != 0) {
            return price > m_last ? Side::Buyer : Side::Seller;
        }
        return rng.chance(0.5) ? Side::Buyer : Side::Seller;
    }

    /// Trades after the previous row and before `row`: everything of the increment but its own.
    void between(const tape::TapeRow& row, Rng& rng)
    {
        std::int64_t shares = row.accVolume - m_acc - row.quantity;
        if (shares <= 0) {
            return;
        }
        int from = m_at;
        if (m_at < m_open && row.at >= m_open) {
            // The first print of the day: what the opening auction traded.
            from = std::min(m_open + static_cast<int>(rng.below(900)), row.at - 1);
            const std::int64_t opening = std::max<std::int64_t>(1, shares * 2 / 5);
            const std::int32_t price = within(row.price, row);
            m_events.push_back({.at = std::max(from, m_open),
                                .price = price,
                                .quantity = opening,
                                .kind = FlowKind::AuctionPrint});
            m_last = price;
            shares -= opening;
        }
        if (from < m_close && row.at >= m_close + kMinuteMs && shares > 0) {
            shares -= acrossTheClose(row, from, shares, rng);
            from = std::min(m_close + 10 * kMinuteMs, row.at - 1);
        }
        if (shares > 0) {
            spread(row, from, end(from, row.at), shares, rng);
        }
    }

    /// The hole from 15:20 to the first after-hours row holds the closing print.
    [[nodiscard]] std::int64_t acrossTheClose(const tape::TapeRow& row, int from,
                                              std::int64_t shares, Rng& rng)
    {
        std::int64_t done = 0;
        if (from < m_closing - kMinuteMs && shares > 10) {
            done = shares / 2;
            spread(row, from, m_closing - 1, done, rng);
        }
        const std::int64_t closing = std::max<std::int64_t>(1, (shares - done) * 9 / 10);
        m_events.push_back({.at = m_close + 3'000 + static_cast<int>(rng.below(29'000)),
                            .price = within(row.price, row),
                            .quantity = closing,
                            .kind = FlowKind::AuctionPrint});
        m_last = row.price;
        return done + closing;
    }
    /// Last moment at which a made trade may stand.
    [[nodiscard]] int end(int from, int at) const
    {
        return from < m_closing && at >= m_closing && at < m_close + kMinuteMs ? m_closing - 1 : at;
    }

    [[nodiscard]] static std::int32_t within(std::int32_t price, const tape::TapeRow& row)
    {
        return std::clamp(price, row.detail.dayLow, row.detail.dayHigh);
    }

    void spread(const tape::TapeRow& row, int from, int to, std::int64_t shares, Rng& rng)
    {
        const std::int64_t wanted = 3 + std::max(0, to - from) / 2'500;
        const auto count =
            static_cast<int>(std::min({shares, std::min<std::int64_t>(wanted, 400)}));
        const std::vector<std::int64_t> sizes = split(shares, count, rng);
        const int highAt =
            row.detail.dayHigh > m_high && m_high != 0 && row.price < row.detail.dayHigh
                ? static_cast<int>(rng.below(count))
                : -1;
        const int lowAt =
            row.detail.dayLow < m_low && row.price > row.detail.dayLow
                ? (highAt + 1 + static_cast<int>(rng.below(std::max(1, count - 1)))) % count
                : -1;
        const double width = std::min(
            0.0015 * row.price, 0.25 * static_cast<double>(row.detail.dayHigh - row.detail.dayLow));
        const std::int32_t start = m_last == 0 ? row.price : m_last;
        for (int i = 0; i < count; ++i) {
            const double part = (i + 1.0) / (count + 1.0);
            std::int32_t price =
                start + static_cast<std::int32_t>(part * (row.price - start) + width * rng.bell());
            price = static_cast<std::int32_t>(
                domain::roundDownToStep(domain::Price::fromWon(std::max(price, 1))).won());
            price = i == highAt  ? row.detail.dayHigh
                    : i == lowAt ? row.detail.dayLow
                                 : within(price, row);
            const int at = from
                           + static_cast<int>((i + rng.unit()) / count
                                              * static_cast<double>(std::max(0, to - from)));
            m_events.push_back({.at = at,
                                .price = price,
                                .quantity = sizes[static_cast<std::size_t>(i)],
                                .kind = kindAt(at),
                                .side = sideOf(price, at, rng)});
            m_last = price;
        }
    }

    /// `total` shares in `count` parts of at least one.
    [[nodiscard]] static std::vector<std::int64_t> split(std::int64_t total, int count, Rng& rng)
    {
        std::vector<double> weights(static_cast<std::size_t>(count));
        double sum = 0.0;
        for (double& weight : weights) {
            weight = rng.skewed();
            sum += weight;
        }
        std::vector<std::int64_t> parts(weights.size(), 1);
        const std::int64_t free = total - count;
        std::int64_t given = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto part =
                static_cast<std::int64_t>(static_cast<double>(free) * weights[i] / sum);
            parts[i] += part;
            given += part;
        }
        parts[static_cast<std::size_t>(rng.below(count))] += free - given;
        return parts;
    }

    std::uint64_t m_key;
    int m_open;
    int m_closing;
    int m_close;
    std::vector<FlowEvent> m_events;
    std::int32_t m_last = 0;
    int m_at = 0;
    std::int64_t m_acc = 0;
    std::int32_t m_high = 0;
    std::int32_t m_low = 0;
};

FlowKind kindOfRow(const tape::TapeRow& row, const domain::SessionSchedule& schedule)
{
    switch (row.phase) {
    case tape::TapePhase::ByTime:
        return row.at < milliseconds(schedule.open)             ? FlowKind::PreOpenPrint
               : row.at < milliseconds(schedule.closingAuction) ? FlowKind::Trade
                                                                : FlowKind::AfterHours;
    case tape::TapePhase::Pre:
        return FlowKind::PreOpenPrint;
    case tape::TapePhase::Regular:
        return FlowKind::Trade;
    case tape::TapePhase::Auction:
        return FlowKind::AuctionPrint;
    case tape::TapePhase::Vi:
        return FlowKind::ViStart;
    case tape::TapePhase::Halt:
        return FlowKind::Halt;
    case tape::TapePhase::After:
        return FlowKind::AfterHours;
    }
    return FlowKind::Trade;
}

std::vector<FlowEvent> writtenEvents(const std::vector<const tape::TapeRow*>& rows,
                                     const domain::SessionSchedule& schedule)
{
    std::vector<FlowEvent> events;
    bool inVi = false;
    bool halted = false;
    std::int32_t last = 0;
    for (const tape::TapeRow* row : rows) {
        const FlowKind kind = kindOfRow(*row, schedule);
        if (kind == FlowKind::ViStart || kind == FlowKind::Halt) {
            inVi = inVi || kind == FlowKind::ViStart;
            halted = halted || kind == FlowKind::Halt;
            events.push_back({.at = row->at, .price = last, .kind = kind});
            if (kind == FlowKind::ViStart && row->price > 0) {
                events.push_back({.at = row->at,
                                  .price = row->price,
                                  .quantity = row->quantity,
                                  .kind = FlowKind::Expected});
            }
            continue;
        }
        if (inVi) {
            events.push_back({.at = row->at, .price = last, .kind = FlowKind::ViEnd});
            inVi = false;
        }
        if (halted) {
            events.push_back({.at = row->at, .price = last, .kind = FlowKind::Resume});
            halted = false;
        }
        const Side side = kind != FlowKind::Trade ? Side::Auction
                          : row->price < last     ? Side::Seller
                                                  : Side::Buyer;
        events.push_back({.at = row->at,
                          .price = row->price,
                          .quantity = row->quantity,
                          .accVolume = row->accVolume,
                          .detail = &row->detail,
                          .kind = kind,
                          .side = side});
        last = row->price;
    }
    return events;
}
}  // namespace

std::vector<FlowEvent> expandTape(const std::vector<const tape::TapeRow*>& rows, bool sampled,
                                  std::uint64_t key, const domain::SessionSchedule& schedule)
{
    std::vector<FlowEvent> events =
        sampled ? Sampler{key, schedule}.run(rows) : writtenEvents(rows, schedule);
    std::stable_sort(events.begin(), events.end(),
                     [](const FlowEvent& a, const FlowEvent& b) { return a.at < b.at; });
    return events;
}

TapeFlow::TapeFlow(const std::vector<const tape::TapeRow*>& rows, bool sampled, std::uint64_t key,
                   const domain::SessionSchedule& schedule)
    : m_events{expandTape(rows, sampled, key, schedule)}
{
}

std::vector<FlowEvent> TapeFlow::produce(int minute)
{
    const std::size_t from = m_next;
    while (m_next < m_events.size() && m_events[m_next].at < (minute + 1) * kMinuteMs) {
        ++m_next;
    }
    return {m_events.begin() + static_cast<std::ptrdiff_t>(from),
            m_events.begin() + static_cast<std::ptrdiff_t>(m_next)};
}
}  // namespace core::sim
