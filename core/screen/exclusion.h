#pragma once

#include "core/domain/instrument.h"
#include "core/domain/kst.h"
#include "core/domain/screen_result.h"

#include <optional>

namespace core::screen
{
/// The first reason, in `ScreenReason` order, why the master file keeps an issue out of automatic
/// trading (`must` rows and preferred shares); empty = none. `today` is the table's date: an
/// issue listed on it has other limits and no VI.
[[nodiscard]] std::optional<domain::ScreenReason> masterExclusion(const domain::Instrument& issue,
                                                                  domain::TradingDate today);

/// The last net: a name that says SPAC, fund or preferred share though no flag does.
[[nodiscard]] bool isSuspiciousName(const domain::Instrument& issue);
}  // namespace core::screen
