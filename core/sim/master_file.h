#pragma once

#include "core/base/result.h"
#include "core/sim/listing.h"

#include <QByteArray>

#include <vector>

namespace core::sim
{
inline constexpr qsizetype kKospiRowBytes = 288;
inline constexpr qsizetype kKosdaqRowBytes = 282;

/// The master file (.mst) of a market, cp949, one LF after each row; every row has its market's
/// length. Source: KIS stock master files, kospi_code.mst and kosdaq_code.mst.
[[nodiscard]] base::Result<QByteArray> masterFile(const std::vector<Listing>& listings,
                                                  domain::Market market, domain::TradingDate date);

/// `content` as the only, deflated member `name` of a zip archive.
[[nodiscard]] base::Result<QByteArray> zipOf(const QByteArray& name, const QByteArray& content);
}  // namespace core::sim
