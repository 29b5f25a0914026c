#pragma once

#include "core/config/config.h"
#include "core/config/environment.h"
#include "core/domain/session_calendar.h"
#include "core/domain/symbol.h"
#include "core/domain/tax_table.h"
#include "core/market/market_cache.h"
#include "core/orders/ledger.h"

#include <QString>

#include <chrono>
#include <vector>

namespace core::desk
{
/// All that a desk is told before its first event. Together with the numbered events it
/// determines everything the desk does.
struct DeskOptions
{
    config::Config config;
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    config::Capabilities capabilities;
    QString account;  ///< Ten digits, to tell our notices from others'. Never shown or logged.
    QString accountMasked;
    QString configHash;
    domain::SessionCalendar calendar;
    domain::TaxTable taxes;
    orders::LedgerContent ledger;  ///< As the ledger was found at the start.
    /// Symbols that keep a trade slot all day, most important first (runs on a tape).
    std::vector<domain::Symbol> pinned;
    /// Codes of `screener.universe_file`; empty = none.
    std::vector<domain::Symbol> universe;
    market::GapPolicy gaps = market::GapPolicy::Derive;
    /// How far apart our clock and the broker's stamps may be when nothing was measured. A
    /// simulation at speed stretches every delay of the machine.
    std::chrono::milliseconds clockSlack = std::chrono::seconds{2};
};
}  // namespace core::desk
