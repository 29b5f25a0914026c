#pragma once

#include "core/desk/held_position.h"
#include "core/rules/position_judge.h"

#include <map>
#include <span>
#include <vector>

namespace core::desk
{
/// The rules' own path of positions that the trader took another way: the position goes on on
/// paper, is added to at the limit and sold at the best bid of the deciding moment, so that the day
/// can say what the hand gained or cost. Never sends anything. Logic thread; pure.
class ShadowBook final
{
public:
    struct Shadow
    {
        domain::Timestamp openedAt{};  ///< Of the position it follows.
        domain::Timestamp since{};
        QString cause;
        domain::PositionMarks marks{};
        rules::PositionBooks books{};
        domain::Won fees{};  ///< Commissions of its purchases.
        bool isOver = false;
        QLatin1String rule{};
        domain::Price soldAt{};
        domain::Quantity sold{};
        domain::Won result{};  ///< Net; with `isOver`.
    };
    /// Where and how a shadow ended.
    struct Ended
    {
        domain::Symbol symbol;
        Shadow shadow;
    };

    void startDay() { m_all.clear(); }
    /// The rule's path leaves the trader's here, if it has not before.
    void begin(const domain::Symbol& symbol, const HeldPosition& held, const QString& cause,
               domain::Timestamp now, domain::Percent commission);
    [[nodiscard]] bool follows(const domain::Symbol& symbol) const;
    /// One instant of the symbol; `in.books` is not read. Set when it has just sold.
    [[nodiscard]] std::optional<Ended> judge(const domain::Symbol& symbol,
                                             const rules::PositionInput& in,
                                             std::span<const domain::Bar> complete);
    [[nodiscard]] const std::map<domain::Symbol, Shadow>& all() const noexcept { return m_all; }
    /// Net of a sale of everything at `price`, since the position was opened.
    [[nodiscard]] static domain::Won resultAt(const Shadow& shadow, domain::Price price,
                                              domain::Percent commission, domain::Percent tax);

private:
    std::map<domain::Symbol, Shadow> m_all;
};
}  // namespace core::desk
