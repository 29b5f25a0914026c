#include "core/desk/held_position.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using domain::OrderOrigin;
using domain::PatternState;
using domain::PositionOwner;

constexpr std::size_t kPathMax = 2000;

OrderOrigin entryOrigin(PositionOwner owner)
{
    return owner == PositionOwner::Wave ? OrderOrigin::Wave : OrderOrigin::Entry;
}

/// Fills that are of neither the entry nor the add: bought or sold in part by hand.
bool hasForeignFills(const orders::Books& books, const domain::Symbol& symbol,
                     domain::Timestamp since)
{
    return std::any_of(books.orders().begin(), books.orders().end(), [&](const auto& entry) {
        const domain::Order& order = entry.second;
        const bool fromHand = order.request.origin == OrderOrigin::Hand
                              || order.request.origin == OrderOrigin::Flatten;
        return fromHand && order.request.symbol == symbol && order.filled.shares() > 0
               && order.lastFillAt >= since;
    });
}

void followOwn(HeldPosition& held, const orders::Books& books, const domain::Symbol& symbol)
{
    domain::PositionMarks& marks = held.marks;
    const LegFills entry = legFills(books, symbol, entryOrigin(held.owner), marks.openedAt);
    if (entry.quantity.shares() > 0) {
        if (entry.lastAt != marks.entryFilledAt) {
            marks.trail.peak.reset();  // The highest trade after the last fill.
        }
        marks.entryCost = entry.cost;
        marks.entryQuantity = entry.quantity;
        marks.entryFilledAt = entry.lastAt;
    }
    marks.entryFinal = !entry.open;
    const LegFills add = legFills(books, symbol, OrderOrigin::Add, marks.openedAt);
    if (add.quantity > marks.addQuantity) {
        marks.addCost = add.cost;
        marks.addQuantity = add.quantity;
        marks.addFilledAt = add.lastAt;
    }
}

/// Bought by hand, or taken over: the books' average counts, and nothing is ever added.
void followForeign(HeldPosition& held, const orders::BookPosition& position,
                   const orders::Books& books, const domain::Symbol& symbol)
{
    domain::PositionMarks& marks = held.marks;
    const LegFills hand = legFills(books, symbol, OrderOrigin::Hand, marks.openedAt);
    marks.entryFilledAt = std::max({marks.entryFilledAt, marks.openedAt, hand.lastAt});
    if (held.owner == PositionOwner::Manual) {
        marks.entryCost = position.cost;
        marks.entryQuantity = position.quantity;
    }
    marks.entryFinal = true;
}

domain::PatternOff offNow(const HeldPosition& held, const config::PyramidSection& pyramid)
{
    if (held.owner == PositionOwner::Wave || held.owner == PositionOwner::Manual) {
        return domain::PatternOff::NotPyramided;
    }
    return rules::offFromStart(held.marks, held.books, pyramid);
}
}  // namespace

LegFills legFills(const orders::Books& books, const domain::Symbol& symbol,
                  domain::OrderOrigin origin, domain::Timestamp since)
{
    LegFills out;
    for (const auto& [id, order] : books.orders()) {
        if (order.request.symbol != symbol || order.request.origin != origin
            || order.request.side != domain::Side::Buy) {
            continue;
        }
        out.open = out.open || !domain::isFinal(order.state);
        if (order.filled.shares() > 0 && order.lastFillAt >= since) {
            out.cost += order.filledAmount;
            out.quantity += order.filled;
            out.lastAt = std::max(out.lastAt, order.lastFillAt);
        }
    }
    return out;
}

bool isAddUsed(const orders::Books& books, const domain::Symbol& symbol)
{
    return std::any_of(books.orders().begin(), books.orders().end(), [&](const auto& entry) {
        const domain::Order& order = entry.second;
        return order.request.origin == OrderOrigin::Add && order.request.symbol == symbol
               && order.filled.shares() > 0 && !books.isEarlier(order.id);
    });
}

std::vector<rules::PatternMove> followBooks(HeldPosition& held, const orders::Books& books,
                                            const domain::Symbol& symbol, domain::Timestamp now,
                                            const config::PyramidSection& pyramid)
{
    const orders::BookPosition& position = books.positions().at(symbol);
    domain::PositionMarks& marks = held.marks;
    held.owner = position.owner;
    held.automation = std::max(position.automation, books.master());
    marks.openedAt = position.openedAt;
    const bool own = held.owner == PositionOwner::Base || held.owner == PositionOwner::Wave;
    if (own) {
        followOwn(held, books, symbol);
    } else {
        followForeign(held, position, books, symbol);
    }
    held.books.held = position.quantity;
    held.books.cost = position.cost;
    held.books.foreignFills = !own || hasForeignFills(books, symbol, marks.openedAt);
    held.books.openOrder =
        std::any_of(books.orders().begin(), books.orders().end(), [&symbol](const auto& entry) {
            return entry.second.request.symbol == symbol && !domain::isFinal(entry.second.state);
        });
    held.books.automatic = held.isAutomatic();
    held.books.guardSells = books.guard().holds(domain::GuardRule::HardLoss);
    held.books.usedToday = isAddUsed(books, symbol);

    std::vector<rules::PatternMove> moves;
    const PatternState state = marks.pattern.state;
    if (state == PatternState::Ordered) {
        if (!legFills(books, symbol, OrderOrigin::Add, marks.openedAt).open) {
            moves.push_back(rules::patternOrderEnded(marks, now, pyramid));
        }
    } else if (state != PatternState::Off && state != PatternState::Added) {
        const domain::PatternOff off = offNow(held, pyramid);
        if (off != domain::PatternOff::None) {
            moves.push_back(rules::patternOff(marks, off));
        }
    }
    return moves;
}

void liftPeak(domain::PositionMarks& marks, std::span<const domain::Bar> bars)
{
    if (!marks.trail.peak) {
        return;
    }
    const domain::Timestamp from = std::max(marks.entryFilledAt, marks.addFilledAt);
    for (const domain::Bar& bar : bars) {
        if (bar.start() >= from) {
            marks.trail.peak = std::max(*marks.trail.peak, domain::Price::fromWon(bar.high));
        }
    }
}

void followStop(HeldPosition& held, domain::Timestamp now)
{
    const rules::StopLevel* binding = held.levels.binding();
    if (binding == nullptr) {
        return;
    }
    const domain::StopPoint point{now, binding->shown};
    const bool has = held.path && !held.path->empty();
    if (has
        && (held.path->back().price == point.price
            || now - held.path->back().at < std::chrono::seconds{1})) {
        return;
    }
    auto next = std::make_shared<std::vector<domain::StopPoint>>();
    if (has) {
        const std::size_t from = held.path->size() >= kPathMax ? kPathMax / 2 : 0;
        next->assign(held.path->begin() + static_cast<std::ptrdiff_t>(from), held.path->end());
    }
    next->push_back(point);
    held.path = std::move(next);
}
}  // namespace core::desk
