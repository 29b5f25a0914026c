#pragma once

#include "core/base/result.h"
#include "core/domain/instrument.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace core::kis
{
/// One parsed `.mst` file.
struct MasterFile
{
    std::vector<domain::Instrument> instruments;
    std::int32_t skippedRows = 0;  ///< Of the wrong width, or without a readable code.

    friend bool operator==(const MasterFile&, const MasterFile&) = default;
};

/// Bytes of a row without its line end: 288 (KOSPI) or 282 (KOSDAQ).
[[nodiscard]] qsizetype masterRowWidth(domain::Market market);

/// Reads a `.mst` file.
///
/// Shape:  rows of fixed width in code page 949, one LF (or CR LF) each; sliced by byte, then
///         decoded field by field. Codes are text, at most seven characters; longer ones (fund
///         certificates) are no issue of this program and are left out without being counted.
/// Units:  won, shares, 10^8 won. An all-blank number is unknown. A yes/no field with anything
///         but Y or N counts as yes: unknown is unsafe.
/// Errors: Malformed when more than five rows and one in a hundred cannot be read, when none can,
///         or when most issues would be halted: the layout has changed, keep the old file.
/// Source: KIS stock master files, kospi_code.mst and kosdaq_code.mst.
/// Thread: any; pure. `today` tells which issues are listed today.
[[nodiscard]] base::Result<MasterFile> parseMaster(const QByteArray& bytes, domain::Market market,
                                                   domain::TradingDate today);
}  // namespace core::kis
