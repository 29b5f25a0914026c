#pragma once

#include "core/base/result.h"
#include "core/config/config.h"
#include "core/domain/session_calendar.h"
#include "core/domain/tax_table.h"
#include "core/replay/replay_record.h"
#include "core/rules/exact.h"
#include "core/tape/tape.h"

#include <functional>
#include <vector>

namespace core::replay
{
/// An entry that is given: filled before any row with time >= `at`.
struct GivenPosition
{
    domain::Symbol symbol;
    rules::Average entry;
    domain::TimeOfDay at{};

    friend bool operator==(const GivenPosition&, const GivenPosition&) = default;
};

/// Whether the entry rules run: base entry, wave scalper, and the guard over both.
enum class Entries : std::uint8_t
{
    On,
    Off,
};

struct ReplayOptions
{
    config::Config config;
    domain::SessionSchedule schedule;
    domain::Percent sellTax;  ///< Of a sale on the tape's day.
    std::vector<GivenPosition> positions;
    bool assumeLiquid = false;
    Entries entries = Entries::On;
    std::function<void(std::size_t rows)> progress{};  ///< Now and then: rows played so far.
};

/// "005930:100:10000.98@09:05:00".
/// Errors: Malformed, saying which part.
[[nodiscard]] base::Result<GivenPosition> parsePosition(const QString& text);

/// Plays a tape through the market cache and the rules, with paper fills, and hands out a record
/// for everything that happens. The same tape and options give the same records.
///
/// Orders: an entry or add fills completely at its limit, a sale completely at the deciding row's
/// best bid (without one a step below the last price), both before the symbol's next regular row
/// is judged.
/// Entries: the pool is every symbol of the tape; the previous close that the upper limit needs is
/// the one its rows imply (`Tape::listings`); the account starts with `sim.start_cash`, from which
/// given positions are paid too; of the pre-trade gate the guard, RC-16 and RC-19 are judged, of a
/// wave RC-09 and RC-14 too.
/// Errors: Refused for a second position of a symbol that is still held.
/// Thread: any; pure but for `sink`.
[[nodiscard]] base::Status replayTape(const tape::Tape& tape, const ReplayOptions& options,
                                      const std::function<void(const ReplayRecord&)>& sink);
}  // namespace core::replay
