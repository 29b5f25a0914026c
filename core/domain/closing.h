#pragma once

#include "core/domain/kst.h"

#include <QString>

#include <array>
#include <cstdint>

namespace core::domain
{
/// What is done when a trading day is over, in this order.
enum class ClosingStep : std::uint8_t
{
    Reconcile,     ///< Books against the broker's lists.
    Expire,        ///< Orders that are still open end with the session.
    Reports,       ///< The summary is saved.
    Send,          ///< ... and sent.
    Logs,          ///< Text logs compressed.
    BackUpLedger,  ///< orders.db
    BackUpStore,   ///< market.db and the journal
    Tidy,          ///< What is older than the settings keep.
};
inline constexpr std::size_t kClosingSteps = 8;

enum class ClosingOutcome : std::uint8_t
{
    Waiting,
    Running,
    Done,
    Failed,
    Skipped,
};

struct ClosingRow
{
    ClosingOutcome outcome = ClosingOutcome::Waiting;
    QString detail{};  ///< Failed: what happened.

    friend bool operator==(const ClosingRow&, const ClosingRow&) = default;
};

/// How far the closing routine of a day is.
struct ClosingView
{
    TradingDate date{};
    bool late = false;  ///< Made up for at a later start.
    std::array<ClosingRow, kClosingSteps> rows{};
    bool cancelled = false;
    bool finished = false;

    [[nodiscard]] ClosingRow& row(ClosingStep step) { return rows[static_cast<std::size_t>(step)]; }
    [[nodiscard]] const ClosingRow& row(ClosingStep step) const
    {
        return rows[static_cast<std::size_t>(step)];
    }
    friend bool operator==(const ClosingView&, const ClosingView&) = default;
};
}  // namespace core::domain
