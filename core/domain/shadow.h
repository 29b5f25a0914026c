#pragma once

#include "core/domain/position_marks.h"
#include "core/domain/symbol.h"

#include <QString>

#include <utility>

namespace core::domain
{
/// The rules' own path of one position after the trader took another way: a position on paper, of
/// this day. Symbol and `openedAt` say which position it follows.
struct Shadow
{
    Symbol symbol{};
    Timestamp openedAt{};
    Timestamp since{};          ///< When the two paths parted.
    QString cause{};            ///< By which intervention, a code word.
    PositionMarks marks{};      ///< Its own: pattern, trailing, add.
    Quantity held{};            ///< Shares on paper.
    Won cost{};                 ///< Of them, without fees.
    Won fees{};                 ///< Commissions of its purchases.
    bool foreignFills = false;  ///< As `rules::PositionBooks`.
    bool usedToday = false;     ///< P9: its symbol has had its add.
    bool isOver = false;
    QString rule{};  ///< With `isOver`, as the next three: by which exit.
    Price soldAt{};
    Quantity sold{};
    Won result{};  ///< Net, since the position was opened.

    friend bool operator==(const Shadow&, const Shadow&) = default;
};

using ShadowKey = std::pair<Symbol, Timestamp>;

[[nodiscard]] inline ShadowKey keyOf(const Shadow& shadow)
{
    return {shadow.symbol, shadow.openedAt};
}
}  // namespace core::domain
