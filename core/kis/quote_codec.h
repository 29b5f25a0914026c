#pragma once

#include "core/base/result.h"
#include "core/domain/quote.h"
#include "core/kis/frame.h"

#include <span>
#include <vector>

namespace core::kis
{
/// Decodes H0STASP0, the ten-level order book.
///
/// One raw record (62 fields, shortened): 005930^143354^0^324000^...^328500^323500^...^319000^
///   34364^...^13243^28602^...^16282^221049^209586^0^0^0^0^1347146^-339500^5^-100.00^26718921^
///   -79^8^0^0^0^323750^0^0
/// Widths seen: 59, 62, 63. The expected price counts only in an auction: outside of one the
/// broker leaves stale values in its neighbours.
class QuoteDecoder final
{
public:
    static constexpr std::uint32_t kFieldsMin = 59;
    static constexpr std::uint32_t kFieldsKnown = 63;

    explicit QuoteDecoder(CpuPath path = bestCpuPath()) noexcept : m_records{path} {}

    /// All records of a frame, or none. The wire has no date: `day` is the day it is in Seoul.
    ///
    /// Errors: Malformed for a wrong width or an unreadable field, naming record and field.
    /// Source: KIS Open API, H0STASP0, response body.
    /// Thread: one at a time. The span lives until the next call.
    [[nodiscard]] base::Result<std::span<const domain::Quote>>
    decode(QStringView frame, const FrameHeader& header, domain::TradingDate day);

    [[nodiscard]] std::uint32_t width() const noexcept { return m_records.width(); }

private:
    RecordTable m_records;
    std::vector<domain::Quote> m_quotes;
};

/// Decodes H0STANC0, the expected trade of an auction. The expected price stands in the price
/// field, the expected matched volume in the accumulated one.
///
/// One raw record: 005930^085130^308000^5^-10000^-3.14^0.00^0^0^0^308000^307500^3^313469^
///   96548452000^0^0^0^0.00^0^0^1^0.01^0.00^000000^3^0^000000^3^0^000000^3^0^20260707^00^N^3502^
///   1437^44094^6872^0.01^0^0.00^B^^318000
class ExpectedDecoder final
{
public:
    static constexpr std::uint32_t kFieldsMin = 45;
    static constexpr std::uint32_t kFieldsKnown = 47;

    explicit ExpectedDecoder(CpuPath path = bestCpuPath()) noexcept : m_records{path} {}

    /// As the other decoders. A record without an expected price is left out: nothing would
    /// trade. Source: KIS Open API, H0STANC0, response body.
    [[nodiscard]] base::Result<std::span<const domain::ExpectedTrade>>
    decode(QStringView frame, const FrameHeader& header);

    [[nodiscard]] std::uint32_t width() const noexcept { return m_records.width(); }

private:
    RecordTable m_records;
    std::vector<domain::ExpectedTrade> m_expected;
};
}  // namespace core::kis
