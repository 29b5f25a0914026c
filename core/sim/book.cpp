#include "core/sim/book.h"

#include "core/sim/random.h"

#include <algorithm>

namespace core::sim
{
using domain::Price;

namespace
{
/// Shares resting at a price: a few ordinary trades' worth, more at round prices.
std::int64_t resting(const Listing& listing, std::uint64_t key, std::int32_t price,
                     std::size_t level, std::int32_t at)
{
    const std::int64_t typical =
        1
        + static_cast<std::int64_t>(static_cast<double>(listing.dailyVolume)
                                    / (listing.tradesPerMinute * 390.0 + 1.0));
    // The best levels change about once a second, the far ones slowly.
    const auto slot = static_cast<std::uint64_t>(at) / (600 + 900 * level);
    const std::uint64_t noise = streamKey(key, static_cast<std::uint64_t>(price), slot);
    const std::int64_t factor = 4 + static_cast<std::int64_t>(noise % 60)
                                + 6 * static_cast<std::int64_t>(std::min<std::size_t>(level, 5));
    const std::int64_t round = price % 1'000 == 0 ? 3 : 1;
    return std::max<std::int64_t>(1, typical * factor * round / 12);
}

/// A side's share of its ordinary size, in fiftieths.
std::int64_t leaned(std::int64_t size, int fiftieths)
{
    return std::max<std::int64_t>(1, size * fiftieths / 50);
}
}  // namespace

Book makeBook(const Listing& listing, const domain::DailyLimits& limits, const BookSeed& seed)
{
    Book book;
    const domain::StepTable steps = listing.steps();
    const auto last = Price::fromWon(std::max(seed.last, 1));
    Price ask = last;
    Price bid = last;
    if (!seed.auction && seed.side == Side::Seller) {
        ask = domain::nextUp(last, steps);
    } else if (!seed.auction) {
        bid = domain::nextDown(last, steps);
    }
    if (seed.detail != nullptr && seed.detail->ask > 0) {
        ask = Price::fromWon(seed.detail->ask);
    }
    if (seed.detail != nullptr && seed.detail->bid > 0) {
        bid = Price::fromWon(seed.detail->bid);
    }
    // Locked at a limit: nobody is left on the other side.
    if (!seed.auction && last >= limits.upper && seed.side != Side::Seller) {
        bid = limits.upper;
        ask = domain::nextUp(limits.upper, steps);
    }
    if (!seed.auction && last <= limits.lower && seed.side == Side::Seller) {
        ask = limits.lower;
        bid = domain::nextDown(limits.lower, steps);
    }
    const int lean = seed.auction ? 0 : std::clamp(seed.lean, -40, 40);
    for (std::size_t i = 0; i < Book::kLevels; ++i) {
        if (ask <= limits.upper) {
            book.ask[i] = static_cast<std::int32_t>(ask.won());
            book.askSize[i] =
                leaned(resting(listing, seed.key, book.ask[i], i, seed.at), 50 - lean);
            book.totalAsk += book.askSize[i];
            ask = domain::nextUp(ask, steps);
        }
        if (bid >= limits.lower && bid.won() > 0) {
            book.bid[i] = static_cast<std::int32_t>(bid.won());
            book.bidSize[i] =
                leaned(resting(listing, seed.key ^ 0xB1D, book.bid[i], i, seed.at), 50 + lean);
            book.totalBid += book.bidSize[i];
            bid = domain::nextDown(bid, steps);
        }
    }
    if (book.ask[0] == 0) {
        // The queue at the upper limit.
        book.bidSize[0] *= 25;
        book.totalBid += book.bidSize[0] / 25 * 24;
    }
    if (book.bid[0] == 0) {
        book.askSize[0] *= 25;
        book.totalAsk += book.askSize[0] / 25 * 24;
    }
    if (seed.detail != nullptr && seed.detail->totalAsk > 0) {
        book.totalAsk = seed.detail->totalAsk;
    }
    if (seed.detail != nullptr && seed.detail->totalBid > 0) {
        book.totalBid = seed.detail->totalBid;
    }
    return book;
}
}  // namespace core::sim
