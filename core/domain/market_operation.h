#pragma once

#include "core/domain/symbol.h"

#include <QString>

#include <cstdint>

namespace core::domain
{
/// What an operation record announces, translated from the exchange's codes.
enum class OperationEvent : std::uint8_t
{
    None,  ///< No session event: the record reports the issue's own state.
    OpeningAuction,
    Open,
    ClosingAuction,
    Close,
    Halt,  ///< Temporary suspension of the market.
    CircuitBreaker,
    CircuitBreakerEnd,
    SidecarOn,
    SidecarOff,
    Countdown,  ///< Minutes before open or close; information only.
    AfterHours,
    Unknown,  ///< A code this program does not know: treated as a reason to wait.
};

/// One market-operation record (H0STMKO0): session events, halts, VI.
struct MarketOperation
{
    Symbol symbol;
    OperationEvent event = OperationEvent::None;
    QString code;  ///< The exchange's own code, for the log.
    bool halted = false;
    QString haltReason;
    bool viActive = false;

    friend bool operator==(const MarketOperation&, const MarketOperation&) = default;
};
}  // namespace core::domain
