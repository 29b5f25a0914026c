#pragma once

#include "core/base/result.h"
#include "core/domain/market_operation.h"
#include "core/kis/frame.h"

#include <vector>

namespace core::kis
{
/// What the exchange's session code (MKOP_CLS_CODE) announces.
[[nodiscard]] domain::OperationEvent operationEvent(QStringView code);

/// Decodes H0STMKO0, market operation and VI.
///
/// One raw record (10 fields, 11 documented): 396300^N^(null)^^311^^^55^N^N
/// Units:  none. A flag that is neither yes nor no counts as yes: it stops, it never starts.
/// Errors: Malformed for a wrong width or code.
/// Source: KIS Open API, H0STMKO0, response body; codes of section 8.1 of the protocol.
/// Thread: any; pure.
[[nodiscard]] base::Result<std::vector<domain::MarketOperation>>
decodeOperations(QStringView frame, const FrameHeader& header);

inline constexpr std::uint32_t kOperationFieldsMin = 10;
inline constexpr std::uint32_t kOperationFieldsKnown = 11;
}  // namespace core::kis
