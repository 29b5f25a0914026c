#pragma once

#include "core/domain/decision.h"
#include "core/rules/position_input.h"

#include <array>
#include <optional>

namespace core::rules
{
inline constexpr std::size_t kAddConditions = 12;

/// What only the desk knows of an add.
struct AddInput
{
    std::optional<domain::Won> cash{};  ///< Buyable; empty = not known, nullopt fails P11.
    bool cashGiven = false;             ///< On a tape cash counts as given.
    bool gateAllows = true;             ///< Guard, pre-trade gate, auto state.
    QLatin1String gateSays{};           ///< Why not, a code word.
    bool exitDecided = false;           ///< An exit signal in the same evaluation.

    friend bool operator==(const AddInput&, const AddInput&) = default;
};

/// The answer: every condition with value, limit and result, and the order it would be.
struct AddVerdict
{
    std::array<domain::Condition, kAddConditions> conditions{};  ///< P1 to P12.
    domain::Quantity quantity;
    domain::Price limit;
    bool fresh = false;  ///< Trade and quote are: no approval waives that.

    [[nodiscard]] bool allowed() const noexcept;
    /// With the trader's approval, which waives P2 to P8 and nothing else: not stale data either.
    [[nodiscard]] bool allowedByApproval() const noexcept;
    friend bool operator==(const AddVerdict&, const AddVerdict&) = default;
};

/// Whether the position gets its add now (trading rules 5.2). Pure.
[[nodiscard]] AddVerdict shouldPyramidAdd(const domain::PositionMarks& marks,
                                          const PositionInput& in, const AddInput& desk);

/// The trader may be asked to approve an add of this position at all (trading rules 5.5).
[[nodiscard]] bool isApprovalOffered(const domain::PositionMarks& marks,
                                     const config::PyramidSection& pyramid) noexcept;

/// floor(add_ratio x Q0)
[[nodiscard]] domain::Quantity addQuantity(const domain::PositionMarks& marks,
                                           const config::PyramidSection& pyramid) noexcept;
}  // namespace core::rules
