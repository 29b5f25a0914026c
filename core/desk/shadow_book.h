#pragma once

#include "core/desk/held_position.h"
#include "core/domain/shadow.h"
#include "core/rules/position_judge.h"

#include <map>
#include <span>
#include <vector>

namespace core::desk
{
using Shadows = std::map<domain::ShadowKey, domain::Shadow>;

/// The rules' own path of positions that the trader took another way: the position goes on on
/// paper, is added to at the limit and sold at the best bid of the deciding moment, so that the day
/// can say what the hand gained or cost. Never sends anything. Logic thread; pure.
class ShadowBook final
{
public:
    /// What has just sold on paper, and by which exit (a literal).
    struct Ended
    {
        domain::Shadow shadow;
        QLatin1String rule;
    };

    /// Goes on with those of the day that an earlier run began. Trades were missed: a pattern that
    /// was in the making is void, and the peak may lie in the bars of the outage.
    void startDay(const Shadows& before);
    /// The rule's path leaves the trader's here; null if it has before.
    const domain::Shadow* begin(const domain::Symbol& symbol, const HeldPosition& held,
                                const QString& cause, domain::Timestamp now,
                                domain::Percent commission);
    /// Some position of the symbol goes on on paper.
    [[nodiscard]] bool follows(const domain::Symbol& symbol) const;
    [[nodiscard]] std::vector<domain::Symbol> followed() const;
    /// One instant of the symbol; of `in.books` only `guardSells` is read. Returns what has just
    /// sold.
    [[nodiscard]] std::vector<Ended> judge(const domain::Symbol& symbol,
                                           const rules::PositionInput& in,
                                           std::span<const domain::Bar> complete);
    /// Bars of a symbol: after a restart, those of the outage lift the peak.
    void onBars(const domain::Symbol& symbol, std::span<const domain::Bar> bars);
    [[nodiscard]] const Shadows& all() const noexcept { return m_all; }
    /// Net of a sale of everything at `price`, since the position was opened.
    [[nodiscard]] static domain::Won resultAt(const domain::Shadow& shadow, domain::Price price,
                                              domain::Percent commission, domain::Percent tax);

private:
    Shadows m_all;
    std::vector<domain::ShadowKey> m_wantsBars;
};
}  // namespace core::desk
