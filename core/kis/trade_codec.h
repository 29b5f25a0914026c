#pragma once

#include "core/base/result.h"
#include "core/domain/trade.h"
#include "core/kis/frame.h"

#include <span>
#include <vector>

namespace core::kis
{
/// Decodes H0STCNT0, the real-time domestic trade, many records a frame.
///
/// One raw record (47 fields; the last came in September 2026):
///   005930^151425^313000^5^-40500^-11.46^335674.46^347500^353000^310000^313500^313000^825^
///   34502265^11581539743500^382205^358363^-23842^67.05^19740248^13236777^5^0.39^141.81^090008^
///   5^-34500^090010^5^-40000^151413^2^3000^20260623^20^N^2751^7557^92085^151119^0.59^21647427^
///   159.38^0^^322000^2
///
/// Two readers, one meaning: a fast one for what the broker normally sends, and the reference,
/// which also explains what is wrong. What the fast one cannot read goes to the reference, so
/// the reference decides. Tests hold the two together.
class TradeDecoder final
{
public:
    static constexpr std::uint32_t kFieldsMin = 46;    ///< The prefix used; the 47th is optional.
    static constexpr std::uint32_t kFieldsKnown = 47;  ///< More is drift.

    explicit TradeDecoder(CpuPath path = bestCpuPath()) noexcept : m_records{path} {}

    /// All records of a frame, or none.
    ///
    /// Shape:  text of the frame; fields 0-2, 6-14, 18, 21, 33-35, 38, 39, 43, 45 and 46 are
    ///         read, the rest ignored.
    /// Units:  won, shares; VWAP and strength in hundredths, rounded down; KST becomes UTC.
    /// Errors: Malformed for a wrong width or an unreadable field, naming record and field.
    /// Source: KIS Open API, H0STCNT0, response body.
    /// Thread: one at a time. The span lives until the next call. Allocates nothing once warm.
    [[nodiscard]] base::Result<std::span<const domain::Trade>> decode(QStringView frame,
                                                                      const FrameHeader& header);

    /// Fields a record of the newest frame had.
    [[nodiscard]] std::uint32_t width() const noexcept { return m_records.width(); }

private:
    RecordTable m_records;
    std::vector<domain::Trade> m_trades;
    /// Newest date on the wire as a number, and as a day: it changes once a day.
    std::uint64_t m_dateNumber = 0;
    std::chrono::sys_days m_day{};

    [[nodiscard]] bool fillFast(const RecordView& record, domain::Trade& trade);
    [[nodiscard]] bool knowDay(std::uint64_t dateNumber);
};

/// The slow reader: one record, every rule spelled out. Pure.
[[nodiscard]] base::Result<domain::Trade> decodeTradeReference(const RecordView& record);
}  // namespace core::kis
