#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/symbol.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core::screen
{
class Screener;

inline constexpr std::size_t kRankingRowsMax = 30;
inline constexpr std::size_t kMasterPoolSize = 100;

/// Where the environment has ranking calls: the newest good reply of every list (at most 30 rows
/// each), held symbols and the watch list, each symbol once, in that order.
[[nodiscard]] std::vector<domain::Symbol> rankedPool(std::span<const domain::RankingReply> rankings,
                                                     std::span<const domain::Symbol> held,
                                                     std::span<const domain::Symbol> watchList);

/// Where it has none (demo): `universe` if there is one, else the 100 symbols with the largest
/// previous-day traded value that the master file does not exclude (ties by symbol); then held
/// symbols and the watch list.
[[nodiscard]] std::vector<domain::Symbol> masterPool(const domain::InstrumentTable& instruments,
                                                     const Screener& screener,
                                                     std::span<const domain::Symbol> universe,
                                                     std::span<const domain::Symbol> held,
                                                     std::span<const domain::Symbol> watchList);
}  // namespace core::screen
