// Checks of the gate, third part: value, size and counts.

#include "core/risk/gate_checks.h"

namespace core::risk
{
namespace
{
using base::Int128;
using domain::CheckUnit;
using domain::Side;

constexpr int kAddsPerCode = 1;
constexpr std::int64_t kDaySharePercent = 90;  // The rest of the day's messages is for exits.
constexpr std::chrono::milliseconds kSameWithin = std::chrono::seconds{2};

/// `already` and the request's worth against a share of start equity under a fixed maximum.
Answer underEquity(const GateCase& at, domain::Won already, domain::Percent share,
                   std::optional<domain::Won> most)
{
    const std::optional<Int128> value = worth(at);
    if (!at.in.startEquity || !value) {
        return insufficient(at.in.startEquity ? QStringLiteral("price") : QStringLiteral("equity"));
    }
    std::int64_t limit = shareDown(at.in.startEquity->value(), share);
    if (most) {
        limit = std::min(limit, most->value());
    }
    const Int128 sum = already.value() + *value;
    return passIf(sum <= limit, CheckUnit::Won, saturated(sum), limit);
}

std::int64_t unresolvedSales(const GateInput& in)
{
    std::int64_t shares = 0;
    for (const OwnOrder& own : in.own) {
        shares += own.side == Side::Sell && own.unresolved ? own.remaining.shares() : 0;
    }
    return shares;
}

Answer atMost(std::int64_t value, std::int64_t limit, const QString& word)
{
    return passIf(value <= limit, CheckUnit::Count, value, limit, word);
}
}  // namespace

Answer checkOrderValue(const GateCase& at)
{
    return underEquity(at, domain::Won{}, at.limits.orderValue, at.limits.orderValueMax);
}

Answer checkOrderSize(const GateCase& at)
{
    if (!at.in.oppositeSize || !at.in.volumeFive) {
        return insufficient(at.in.oppositeSize ? QStringLiteral("volume") : QStringLiteral("book"));
    }
    const std::int64_t most = std::min(
        {at.limits.orderShares, shareDown(at.in.oppositeSize->shares(), at.limits.bookShare),
         shareDown(at.in.volumeFive->shares(), at.limits.volumeShare)});
    return passIf(at.request.quantity.shares() <= most, CheckUnit::Shares,
                  at.request.quantity.shares(), most);
}

Answer checkCodeValue(const GateCase& at)
{
    return underEquity(at, at.in.codeExposure, at.limits.codeValue, at.limits.codeValueMax);
}

Answer checkExposure(const GateCase& at)
{
    return underEquity(at, at.in.grossExposure, at.limits.exposure, std::nullopt);
}

Answer checkCounts(const GateCase& at)
{
    const Answer codes = atMost(static_cast<std::int64_t>(at.in.openCodes) + 1, at.limits.openCodes,
                                QStringLiteral("codes"));
    if (codes.outcome != domain::CheckOutcome::Pass) {
        return codes;
    }
    return atMost(static_cast<std::int64_t>(at.in.workingOrders) + 1, at.limits.workingOrders,
                  QStringLiteral("orders"));
}

Answer checkSellable(const GateCase& at)
{
    std::int64_t most = at.in.sellable.shares();
    const std::int64_t lost = unresolvedSales(at.in);
    if (lost > 0 && at.in.brokerSellableNow) {
        // The answer of an earlier sale was lost. What the broker would let us sell right now
        // cannot be in that order (rule 4.2.4), so it does not wait for the resolver.
        most = std::min(most + lost, at.in.brokerSellableNow->shares());
    } else if (at.in.brokerSellable) {
        most = std::min(most, at.in.brokerSellable->shares());
    }
    return passIf(at.request.quantity.shares() <= most, CheckUnit::Shares,
                  at.request.quantity.shares(), most);
}

Answer checkCash(const GateCase& at)
{
    const std::optional<Int128> value = worth(at);
    if (!at.in.localCash || !value) {
        return insufficient(at.in.localCash ? QStringLiteral("price") : QStringLiteral("cash"));
    }
    const std::int64_t has = at.in.brokerCash
                                 ? std::min(at.in.localCash->value(), at.in.brokerCash->value())
                                 : at.in.localCash->value();
    const Int128 needs = *value * (kWhole + at.limits.cashSlack.units());
    // Shown in whole won, rounded up; compared exactly.
    return passIf(needs <= has * kWhole, CheckUnit::Won, saturated((needs + kWhole - 1) / kWhole),
                  has);
}

Answer checkDuplicate(const GateCase& at)
{
    if (!at.reduces && at.in.sameWithinTwoSeconds) {
        return {.outcome = domain::CheckOutcome::Fail,
                .unit = CheckUnit::Milliseconds,
                .limit = kSameWithin.count(),
                .detail = QStringLiteral("same")};
    }
    for (const OwnOrder& own : at.in.own) {
        if (own.side != at.request.side) {
            continue;
        }
        const bool lostExit = at.reduces && own.unresolved && at.in.brokerSellableNow;
        if (!lostExit) {
            return fail(at.reduces ? QStringLiteral("live_exit") : QStringLiteral("live_entry"));
        }
    }
    return pass();
}

Answer checkMessages(const GateCase& at)
{
    const MessageCounts& counts = at.in.messages;
    if (!counts.mayLeaveNow) {
        return {.outcome = domain::CheckOutcome::Fail,
                .unit = CheckUnit::Count,
                .limit = at.limits.messagesPerSecond,
                .detail = QStringLiteral("pace")};
    }
    const Answer day =
        atMost(static_cast<std::int64_t>(counts.today) + 1,
               at.limits.messagesPerDay * kDaySharePercent / 100, QStringLiteral("day"));
    if (day.outcome != domain::CheckOutcome::Pass || at.amends) {
        return day;
    }
    const auto reason =
        std::find_if(at.in.reasons.begin(), at.in.reasons.end(), [](const domain::GateReason& one) {
            return one.cause == domain::GateCause::Messages;
        });
    if (reason != at.in.reasons.end()) {
        return fail(QStringLiteral("messages"));  // Latched until the trader confirms.
    }
    if (counts.cancelsOfCode >= at.limits.cancelsPerCode) {
        return passIf(false, CheckUnit::Count, counts.cancelsOfCode, at.limits.cancelsPerCode,
                      QStringLiteral("cancels"));
    }
    const Answer entries = atMost(static_cast<std::int64_t>(counts.entriesToday) + 1,
                                  at.limits.entriesPerDay, QStringLiteral("entries"));
    if (entries.outcome != domain::CheckOutcome::Pass) {
        return entries;
    }
    return at.request.origin == domain::OrderOrigin::Add
               ? atMost(static_cast<std::int64_t>(counts.addsOfCode) + 1, kAddsPerCode,
                        QStringLiteral("adds"))
               : atMost(static_cast<std::int64_t>(counts.entriesOfCode) + 1,
                        at.limits.entriesPerCode, QStringLiteral("code"));
}

Answer checkLoss(const GateCase& at)
{
    const std::optional<Int128> value = worth(at);
    if (!at.in.startEquity || !value) {
        return insufficient(at.in.startEquity ? QStringLiteral("price") : QStringLiteral("equity"));
    }
    Int128 loss = scaled(*value, at.limits.stop);
    if (at.in.stop) {
        if (*at.in.stop >= *at.price) {
            return insufficient(QStringLiteral("stop"));  // No stop at all.
        }
        const std::int64_t distance = (*at.price - *at.in.stop).won;
        loss = static_cast<Int128>(distance) * at.request.quantity.shares() * kWhole;
    }
    const Int128 most = scaled(at.in.startEquity->value(), at.limits.lossPerTrade);
    return passIf(loss <= most, CheckUnit::Won, saturated((loss + kWhole - 1) / kWhole),
                  saturated(most / kWhole));
}
}  // namespace core::risk
