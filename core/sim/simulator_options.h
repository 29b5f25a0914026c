#pragma once

#include "core/domain/kst.h"
#include "core/domain/percent.h"
#include "core/domain/quantity.h"
#include "core/domain/session_calendar.h"
#include "core/domain/symbol.h"
#include "core/domain/tax_table.h"
#include "core/domain/won.h"
#include "core/sim/realtime_encoder.h"

#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::sim
{
/// Which of the broker's two hosts is played.
enum class Profile : std::uint8_t
{
    Real,
    Mock,  ///< Three real-time TRs, no rankings, one call a second.
};

/// Limits and timers of the server side. Connection timers run on the machine's clock; rates
/// scale with the speed.
struct ServerKnobs
{
    int maxRegistrations = 41;
    int realCallsPerSecond = 18;
    int mockCallsPerSecond = 1;
    std::chrono::milliseconds tokenInterval{60'000};
    std::chrono::milliseconds approvalInterval{1'000};
    /// How long a session's appkey stays taken after a close without a Close frame.
    std::chrono::milliseconds sessionLinger{3'000};
    std::chrono::milliseconds pingMin{10'000};
    std::chrono::milliseconds pingMax{30'000};
    std::chrono::milliseconds pongDeadline{100'000};
    std::int64_t clientQueueBytesMax = 64LL * 1024 * 1024;  ///< Beyond: the reader is cut off.
    std::int64_t bookQueueBytesMax = 4LL * 1024 * 1024;     ///< Beyond: books are left out.
};

/// Shares the account has from earlier days.
struct StartHolding
{
    domain::Symbol symbol;
    domain::Quantity quantity;
    domain::Won cost;  ///< Paid for all of them.
};

struct SimulatorOptions
{
    std::uint64_t seed = 1;
    double speed = 1.0;                                  ///< 1 to 200.
    domain::TimeOfDay start = domain::timeOfDay(8, 50);  ///< Seoul.
    std::optional<domain::TradingDate> date;  ///< Else the tape's, else the next trading day.
    domain::SessionCalendar calendar;
    Profile profile = Profile::Real;
    Wire wire = Wire::Current;
    QStringList tapes;
    std::uint16_t restPort = 0;  ///< 0 = any free one.
    std::uint16_t wsPort = 0;
    bool tls = false;
    int instruments = 2400;
    domain::Won startCash{10'000'000};
    std::vector<StartHolding> holdings;
    domain::Percent commission = domain::Percent::fromUnits(140'527);  ///< 0.0140527 %.
    std::optional<domain::TaxTable> taxes;  ///< Absent: sales are free of tax.
    QStringList faults;                     ///< Lines of the fault plan.
    QString truthFile;                      ///< Empty = in memory only.
    /// Load test: so many extra trade records a second of the machine, over the issues subscribed
    /// to trades. 0 = the market as it is.
    int extraTradesPerSecond = 0;
    ServerKnobs knobs;
};
}  // namespace core::sim
