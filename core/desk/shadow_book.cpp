#include "core/desk/shadow_book.h"

#include "core/domain/tax_table.h"
#include "core/rules/wave_exits.h"

namespace core::desk
{
namespace
{
/// Added at the limit, at once: on paper nobody is in front of us.
void add(domain::Shadow& shadow, const rules::PositionInput& in, const rules::AddVerdict& verdict)
{
    const domain::Won cost = domain::amount(verdict.limit, verdict.quantity);
    (void)rules::patternOrdered(shadow.marks);
    shadow.marks.addCost += cost;
    shadow.marks.addQuantity += verdict.quantity;
    shadow.marks.addFilledAt = in.now;
    shadow.cost += cost;
    shadow.held += verdict.quantity;
    shadow.usedToday = true;
    shadow.fees += domain::chargeDown(cost, in.config.costs.commission);
    (void)rules::patternOrderEnded(shadow.marks, in.now, in.config.pyramid);
}

std::optional<QLatin1String> judged(domain::Shadow& shadow, const rules::PositionInput& in,
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

void ShadowBook::startDay(const Shadows& before)
{
    m_all = before;
    m_wantsBars.clear();
    for (auto& [key, shadow] : m_all) {
        if (!shadow.isOver) {
            (void)rules::patternMissedTrades(shadow.marks);
            m_wantsBars.push_back(key);
        }
    }
}

const domain::Shadow* ShadowBook::begin(const domain::Symbol& symbol, const HeldPosition& held,
                                        const QString& cause, domain::Timestamp now,
                                        domain::Percent commission)
{
    const auto [at, isNew] = m_all.try_emplace(
        {symbol, held.marks.openedAt}, domain::Shadow{
                                           .symbol = symbol,
                                           .openedAt = held.marks.openedAt,
                                           .since = now,
                                           .cause = cause,
                                           .marks = held.marks,
                                           .held = held.books.held,
                                           .cost = held.books.cost,
                                           .fees = domain::chargeDown(held.books.cost, commission),
                                           .foreignFills = held.books.foreignFills,
                                           .usedToday = held.books.usedToday,
                                       });
    return isNew ? &at->second : nullptr;
}

bool ShadowBook::follows(const domain::Symbol& symbol) const
{
    for (auto at = m_all.lower_bound({symbol, domain::Timestamp::min()});
         at != m_all.end() && at->first.first == symbol; ++at) {
        if (!at->second.isOver) {
            return true;
        }
    }
    return false;
}

std::vector<domain::Symbol> ShadowBook::followed() const
{
    std::vector<domain::Symbol> symbols;
    for (const auto& [key, shadow] : m_all) {
        if (!shadow.isOver && (symbols.empty() || symbols.back() != key.first)) {
            symbols.push_back(key.first);
        }
    }
    return symbols;
}

std::vector<ShadowBook::Ended> ShadowBook::judge(const domain::Symbol& symbol,
                                                 const rules::PositionInput& in,
                                                 std::span<const domain::Bar> complete)
{
    std::vector<Ended> ended;
    if (in.market.price == domain::Price{}) {
        return ended;  // After a restart: nothing can be sold on paper without a price.
    }
    for (auto at = m_all.lower_bound({symbol, domain::Timestamp::min()});
         at != m_all.end() && at->first.first == symbol; ++at) {
        domain::Shadow& shadow = at->second;
        if (shadow.isOver) {
            continue;
        }
        const rules::PositionBooks books{.held = shadow.held,
                                         .cost = shadow.cost,
                                         .foreignFills = shadow.foreignFills,
                                         .guardSells = in.books.guardSells,
                                         .usedToday = shadow.usedToday};
        const rules::PositionInput own{in.now, in.instant, in.market, books, in.config, in.times};
        const std::optional<QLatin1String> rule = judged(shadow, own, complete);
        if (!rule) {
            continue;
        }
        const bool bids = in.market.bid && in.market.bid->won() > 0;
        shadow.soldAt = bids ? *in.market.bid : domain::nextDown(in.market.price, in.market.steps);
        shadow.sold = shadow.held;
        shadow.rule = *rule;
        shadow.result =
            resultAt(shadow, shadow.soldAt, in.config.costs.commission, in.market.sellTax);
        shadow.isOver = true;
        ended.push_back({shadow, *rule});
    }
    return ended;
}

void ShadowBook::onBars(const domain::Symbol& symbol, std::span<const domain::Bar> bars)
{
    std::erase_if(m_wantsBars, [&](const domain::ShadowKey& key) {
        if (key.first != symbol) {
            return false;
        }
        liftPeak(m_all.at(key).marks, bars);
        return true;
    });
}

domain::Won ShadowBook::resultAt(const domain::Shadow& shadow, domain::Price price,
                                 domain::Percent commission, domain::Percent tax)
{
    const domain::Won amount = domain::amount(price, shadow.held);
    return amount - domain::chargeDown(amount, commission) - domain::chargeDown(amount, tax)
           - shadow.cost - shadow.fees;
}
}  // namespace core::desk
