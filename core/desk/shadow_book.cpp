#include "core/desk/shadow_book.h"

#include "core/domain/tax_table.h"
#include "core/rules/wave.h"

namespace core::desk
{
namespace
{
/// Added at the limit, at once: on paper nobody is in front of us.
void add(ShadowBook::Shadow& shadow, const rules::PositionInput& in,
         const rules::AddVerdict& verdict)
{
    const domain::Won cost = domain::amount(verdict.limit, verdict.quantity);
    (void)rules::patternOrdered(shadow.marks);
    shadow.marks.addCost += cost;
    shadow.marks.addQuantity += verdict.quantity;
    shadow.marks.addFilledAt = in.now;
    shadow.books.cost += cost;
    shadow.books.held += verdict.quantity;
    shadow.books.usedToday = true;
    shadow.fees += domain::chargeDown(cost, in.config.costs.commission);
    (void)rules::patternOrderEnded(shadow.marks, in.now, in.config.pyramid);
}

std::optional<QLatin1String> judged(ShadowBook::Shadow& shadow, const rules::PositionInput& in,
                                    std::span<const domain::Bar> complete)
{
    if (shadow.marks.wave) {
        return rules::waveExit(*shadow.marks.wave, shadow.marks.manualStop, in);
    }
    if (in.instant == rules::Instant::Step) {
        rules::PositionOutcome outcome = rules::judgeStep(shadow.marks, in, complete);
        shadow.marks = outcome.marks;
        return outcome.exit;
    }
    rules::PositionOutcome outcome =
        rules::judgeTrade(shadow.marks, in, rules::AddInput{.cashGiven = true});
    shadow.marks = outcome.marks;
    if (outcome.add && outcome.add->allowed()) {
        add(shadow, in, *outcome.add);
    }
    return outcome.exit;
}
}  // namespace

void ShadowBook::begin(const domain::Symbol& symbol, const HeldPosition& held, const QString& cause,
                       domain::Timestamp now, domain::Percent commission)
{
    const auto known = m_all.find(symbol);
    if (known != m_all.end() && known->second.openedAt == held.marks.openedAt) {
        return;  // It has left already.
    }
    Shadow shadow{.openedAt = held.marks.openedAt,
                  .since = now,
                  .cause = cause,
                  .marks = held.marks,
                  .books = held.books,
                  .fees = domain::chargeDown(held.books.cost, commission)};
    shadow.books.automatic = true;
    shadow.books.openOrder = false;
    m_all[symbol] = std::move(shadow);
}

bool ShadowBook::follows(const domain::Symbol& symbol) const
{
    const auto at = m_all.find(symbol);
    return at != m_all.end() && !at->second.isOver;
}

std::optional<ShadowBook::Ended> ShadowBook::judge(const domain::Symbol& symbol,
                                                   const rules::PositionInput& in,
                                                   std::span<const domain::Bar> complete)
{
    const auto at = m_all.find(symbol);
    if (at == m_all.end() || at->second.isOver) {
        return std::nullopt;
    }
    Shadow& shadow = at->second;
    const rules::PositionInput own{in.now,       in.instant, in.market,
                                   shadow.books, in.config,  in.times};
    const std::optional<QLatin1String> rule = judged(shadow, own, complete);
    if (!rule) {
        return std::nullopt;
    }
    const bool bids = in.market.bid && in.market.bid->won() > 0;
    shadow.soldAt = bids ? *in.market.bid : domain::nextDown(in.market.price, in.market.steps);
    shadow.sold = shadow.books.held;
    shadow.rule = *rule;
    shadow.result = resultAt(shadow, shadow.soldAt, in.config.costs.commission, in.market.sellTax);
    shadow.isOver = true;
    return Ended{symbol, shadow};
}

domain::Won ShadowBook::resultAt(const Shadow& shadow, domain::Price price,
                                 domain::Percent commission, domain::Percent tax)
{
    const domain::Won amount = domain::amount(price, shadow.books.held);
    return amount - domain::chargeDown(amount, commission) - domain::chargeDown(amount, tax)
           - shadow.books.cost - shadow.fees;
}
}  // namespace core::desk
