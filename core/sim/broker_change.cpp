// The part of Broker that amends and cancels.
#include "core/sim/broker.h"

#include <algorithm>

namespace core::sim
{
OrderOutcome Broker::change(const OrderChange& change)
{
    const auto known = m_orders.find(change.original);
    std::optional<OrderRefusal> refusal;
    if (known == m_orders.end() || !change.addressKnown || known->second.kind == RowKind::Cancel) {
        refusal = OrderRefusal::NotFound;
    } else if (change.kind == RowKind::Cancel || change.kind == RowKind::Amend) {
        BrokerOrder& original = known->second;
        const char* race = change.kind == RowKind::Cancel ? "cancel.race" : "amend.race";
        if (const FaultRule* rule = original.isWorking() ? m_faults.draw(race) : nullptr) {
            // The exchange was faster than the request.
            const std::int64_t left = original.remaining();
            forceFill(original.number, rule->value == u"part" ? (left + 1) / 2 : left);
        }
        if (!original.isWorking()) {
            refusal = OrderRefusal::NothingLeft;
        } else if (!change.all && (!change.quantity || *change.quantity <= 0)) {
            refusal = OrderRefusal::Data;
        } else if (!change.all && *change.quantity > original.remaining()) {
            refusal = OrderRefusal::AboveRemainder;
        } else {
            return change.kind == RowKind::Cancel ? cancel(change, original)
                                                  : amend(change, original);
        }
    }
    refuse(change.post, *refusal);
    return *refusal;
}

OrderOutcome Broker::cancel(const OrderChange& change, BrokerOrder& original)
{
    const std::int64_t quantity = change.all ? original.remaining() : *change.quantity;
    BrokerOrder row = original;
    row.kind = RowKind::Cancel;
    row.original = original.number;
    row.quantity = quantity;
    row.figures = {.cancelled = quantity, .cancelConfirmed = true};
    row.versions.clear();
    const BrokerOrder& kept = add(std::move(row), change.post);
    original.figures.cancelConfirmed = quantity == original.remaining();
    endPart(original, quantity, "cancel");
    notify(NoticeKind::CancelConfirmed, kept, quantity, original.price);
    return kept.number;
}

OrderOutcome Broker::amend(const OrderChange& change, BrokerOrder& original)
{
    const Division division = change.division.value_or(original.division);
    const std::int64_t quantity = change.all ? original.remaining() : *change.quantity;
    const std::int64_t price = change.price.value_or(0);
    const StockId id = original.stock;
    std::optional<OrderRefusal> refusal = phaseRefusal(division, id);
    if (!refusal) {
        refusal = priceRefusal(m_exchange.stock(id), division, price);
    }
    if (!refusal
        && m_matching.meetsOwn(id, original.side,
                               workingPrice(id, division, original.side, price))) {
        refusal = OrderRefusal::SelfTrade;
    }
    if (!refusal && original.side == domain::Side::Buy) {
        const domain::Won amount{marginPrice(id, division, price) * quantity};
        const std::int64_t needed =
            amount.value() + domain::chargeDown(amount, m_options.commission).value();
        // What the amended part held is free for its new price.
        BrokerOrder freed = original;
        freed.quantity = freed.figures.filled + quantity;
        freed.figures.cancelled = 0;
        freed.figures.rejected = 0;
        refusal = needed > grantedCash() + reserved(freed) ? std::optional{OrderRefusal::Cash}
                                                           : std::nullopt;
    }
    if (refusal) {
        refuse(change.post, *refusal);
        return *refusal;
    }
    BrokerOrder row = original;
    row.kind = RowKind::Amend;
    row.original = original.number;
    row.division = division;
    row.quantity = quantity;
    row.price = static_cast<std::int32_t>(price);
    row.figures = {};
    row.versions.clear();
    endPart(original, quantity, "amend");
    BrokerOrder& kept = add(std::move(row), change.post);
    notify(NoticeKind::AmendConfirmed, kept, kept.quantity, kept.price);
    enter(kept);
    return kept.number;
}
}  // namespace core::sim
