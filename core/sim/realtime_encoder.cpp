#include "core/sim/realtime_encoder.h"

#include "core/domain/kst.h"

#include <algorithm>

namespace core::sim
{
namespace
{
/// 1 upper limit / 2 up / 3 unchanged / 4 lower limit / 5 down.
std::string_view signOf(std::int64_t difference)
{
    return difference > 0 ? "2" : difference < 0 ? "5" : "3";
}

std::int64_t share(std::int64_t part, std::int64_t whole, std::int64_t scale)
{
    if (whole == 0) {
        return 0;
    }
    return static_cast<std::int64_t>(static_cast<double>(part) / static_cast<double>(whole)
                                     * static_cast<double>(scale));
}
}  // namespace

RealtimeEncoder::RealtimeEncoder(Wire wire, const domain::SessionSchedule& schedule)
    : m_wire{wire}, m_schedule{schedule}, m_date{domain::compactDateText(schedule.date).toLatin1()}
{
}

void RealtimeEncoder::versusPrevious(const Stock& stock, std::int32_t price)
{
    const std::int64_t difference = price - stock.listing().reference;
    const std::string_view sign = price >= stock.limits().upper.won()   ? "1"
                                  : price <= stock.limits().lower.won() ? "4"
                                                                        : signOf(difference);
    m_text.text(sign);
    m_text.number(difference);
    m_text.decimal(difference * 10'000 / stock.listing().reference);
}

void RealtimeEncoder::head(const Stock& stock, std::int32_t at, std::int32_t price)
{
    m_text.clear();
    m_text.text(stock.listing().symbol().view());
    m_text.time(at);
    m_text.number(price);
    versusPrevious(stock, price);
}

void RealtimeEncoder::daysRange(const Figures& figures, std::int32_t price)
{
    const auto against = [&](std::int32_t at, std::int32_t level) {
        if (level == 0) {
            m_text.text("000000");
            m_text.text("3");
            m_text.number(0);
            return;
        }
        m_text.time(at);
        m_text.text(signOf(price - level));
        m_text.number(price - level);
    };
    against(figures.openAt, figures.open);
    against(figures.highAt, figures.high);
    against(figures.lowAt, figures.low);
}

std::string_view RealtimeEncoder::marketClass(std::int32_t at) const
{
    // 1 pre-market / 2 regular / 3 after-market / 5 closing-price trading.
    if (at >= m_schedule.afterMarket.count()) {
        return "3";
    }
    return at >= m_schedule.close.count() + 60'000 ? "5" : "2";
}

std::string_view RealtimeEncoder::trade(const Stock& stock, const FlowEvent& event)
{
    const Figures& f = stock.figures();
    const Listing& listing = stock.listing();
    const Book book = stock.book();
    head(stock, event.at, event.price);
    const std::int64_t vwap =
        f.detail != nullptr && f.detail->vwapCents > 0
            ? f.detail->vwapCents
            : share(f.accTurnover, std::max<std::int64_t>(1, f.accVolume), 100);
    m_text.decimal(vwap);
    m_text.number(f.open);
    m_text.number(f.high);
    m_text.number(f.low);
    m_text.number(book.ask[0]);
    m_text.number(book.bid[0]);
    m_text.number(event.quantity);
    m_text.number(f.accVolume);
    m_text.number(f.accTurnover);
    m_text.number(f.sellCount);
    m_text.number(f.buyCount);
    m_text.number(f.buyCount - f.sellCount);
    m_text.decimal(share(f.buyVolume, f.sellVolume, 10'000));
    m_text.number(f.sellVolume);
    m_text.number(f.buyVolume);
    m_text.text(event.side == Side::Buyer ? "1" : event.side == Side::Seller ? "5" : "3");
    m_text.decimal(share(f.buyVolume, f.buyVolume + f.sellVolume, 100));
    m_text.decimal(share(f.accVolume, listing.previousVolume, 10'000));
    daysRange(f, event.price);
    m_text.text({m_date.constData(), static_cast<std::size_t>(m_date.size())});
    // First digit 1 before open / 2 regular / 3 after close; second 0 normal / 1 closing.
    m_text.text(event.kind == FlowKind::PreOpenPrint            ? "10"
                : event.kind == FlowKind::AfterHours            ? "30"
                : event.at >= m_schedule.closingAuction.count() ? "21"
                                                                : "20");
    m_text.text(f.halted ? "Y" : "N");
    m_text.number(book.askSize[0]);
    m_text.number(book.bidSize[0]);
    m_text.number(book.totalAsk);
    m_text.number(book.totalBid);
    m_text.decimal(share(f.accVolume, listing.listedShares, 10'000));
    // Yesterday's volume up to this time of day: a tenth at the open, then evenly.
    const std::int64_t sessionMs = (m_schedule.close - m_schedule.open).count();
    const std::int64_t elapsedMs =
        std::clamp<std::int64_t>(event.at - m_schedule.open.count(), 0, sessionMs);
    const std::int64_t yesterday =
        listing.previousVolume / 10 + listing.previousVolume / 10 * 9 * elapsedMs / sessionMs;
    m_text.number(yesterday);
    m_text.decimal(share(f.accVolume, yesterday, 10'000));
    m_text.text("0");
    m_text.text("");
    m_text.number(f.viReference);
    if (m_wire == Wire::Current) {
        m_text.text(marketClass(event.at));
    }
    return m_text.view();
}

std::string_view RealtimeEncoder::book(const Stock& stock)
{
    const Figures& f = stock.figures();
    const Book book = stock.book();
    const bool auction = stock.isAuction(f.bookAt) && f.expectedPrice != 0;
    m_text.clear();
    m_text.text(stock.listing().symbol().view());
    m_text.time(f.bookAt);
    const std::int32_t open = static_cast<std::int32_t>(m_schedule.open.count());
    const std::int32_t closing = static_cast<std::int32_t>(m_schedule.closingAuction.count());
    m_text.text(!auction                         ? "0"
                : f.bookAt < open                ? "B"
                : f.bookAt >= closing && !f.inVi ? "A"
                                                 : "C");
    for (const std::int32_t price : book.ask) {
        m_text.number(price);
    }
    for (const std::int32_t price : book.bid) {
        m_text.number(price);
    }
    for (const std::int64_t size : book.askSize) {
        m_text.number(size);
    }
    for (const std::int64_t size : book.bidSize) {
        m_text.number(size);
    }
    m_text.number(book.totalAsk);
    m_text.number(book.totalBid);
    m_text.number(0);
    m_text.number(0);
    // Outside auctions the expected fields read as if the price were 0: a trap of the real wire.
    const std::int32_t expected = auction ? f.expectedPrice : 0;
    const std::int32_t reference = stock.listing().reference;
    m_text.number(expected);
    m_text.number(auction ? f.expectedQuantity : 0);
    m_text.number(f.expectedQuantity);
    m_text.number(expected - reference);
    m_text.text(signOf(expected - reference));
    m_text.decimal(std::int64_t{expected - reference} * 10'000 / reference);
    m_text.number(f.accVolume);
    m_text.number(book.totalAsk % 401 - 200);
    m_text.number(book.totalBid % 401 - 200);
    m_text.number(0);
    m_text.number(0);
    m_text.text("0");
    if (m_wire == Wire::Current) {
        const bool both = book.ask[0] != 0 && book.bid[0] != 0;
        m_text.number(both ? (book.ask[0] + book.bid[0]) / 2 : 0);
        m_text.number(0);
        m_text.text("0");
        m_text.text(marketClass(f.bookAt));
    }
    return m_text.view();
}

std::string_view RealtimeEncoder::expected(const Stock& stock, const FlowEvent& event)
{
    const Figures& f = stock.figures();
    const Listing& listing = stock.listing();
    const Book book = stock.book();
    head(stock, event.at, event.price);
    m_text.decimal(0);
    m_text.number(0);
    m_text.number(0);
    m_text.number(0);
    m_text.number(book.ask[0]);
    m_text.number(book.bid[0]);
    m_text.number(f.expectedChange);
    m_text.number(event.quantity);
    m_text.number(event.quantity * event.price);
    m_text.number(f.sellCount);
    m_text.number(f.buyCount);
    m_text.number(f.buyCount - f.sellCount);
    m_text.decimal(share(f.buyVolume, f.sellVolume, 10'000));
    m_text.number(f.sellVolume);
    m_text.number(f.buyVolume);
    m_text.text("3");
    m_text.decimal(share(f.buyVolume, f.buyVolume + f.sellVolume, 100));
    m_text.decimal(share(event.quantity, listing.previousVolume, 10'000));
    daysRange({}, event.price);
    m_text.text({m_date.constData(), static_cast<std::size_t>(m_date.size())});
    const bool beforeOpen = event.at < m_schedule.open.count();
    const bool atClose = event.at >= m_schedule.closingAuction.count() && !f.inVi;
    m_text.text("00");
    m_text.text(f.halted ? "Y" : "N");
    m_text.number(book.askSize[0]);
    m_text.number(book.bidSize[0]);
    m_text.number(book.totalAsk);
    m_text.number(book.totalBid);
    m_text.decimal(share(event.quantity, listing.listedShares, 10'000));
    m_text.number(0);
    m_text.decimal(0);
    m_text.text(beforeOpen ? "B" : atClose ? "A" : "C");
    m_text.text("");
    if (m_wire == Wire::Current) {
        m_text.number(f.viReference);
    }
    return m_text.view();
}

std::string_view RealtimeEncoder::operation(const Stock& stock, std::string_view code)
{
    const Figures& f = stock.figures();
    const Listing& listing = stock.listing();
    m_text.clear();
    m_text.text(listing.symbol().view());
    m_text.text(f.halted ? "Y" : "N");
    m_text.text(f.halted ? "거래정지" : "(null)");
    m_text.text(code);
    const bool auction = stock.isAuction(f.bookAt);
    m_text.text(f.bookAt < m_schedule.open.count()              ? "311"
                : f.bookAt >= m_schedule.close.count()          ? "129"
                : f.bookAt >= m_schedule.closingAuction.count() ? "121"
                : auction                                       ? "311"
                                                                : "112");
    m_text.text("");
    m_text.text("");
    m_text.text(listing.has(domain::InstrumentFlag::Administrative) ? "51"
                : listing.has(domain::InstrumentFlag::Risk)         ? "52"
                : listing.has(domain::InstrumentFlag::Warning)      ? "53"
                : listing.has(domain::InstrumentFlag::Caution)      ? "54"
                : f.halted                                          ? "58"
                : listing.has(domain::InstrumentFlag::Overheated)   ? "59"
                : listing.has(domain::InstrumentFlag::FullMargin)   ? "57"
                                                                    : "55");
    m_text.text(f.inVi ? "Y" : "N");
    m_text.text("N");
    return m_text.view();
}
}  // namespace core::sim
