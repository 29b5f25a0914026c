#pragma once

#include "core/sim/stock.h"
#include "core/sim/wire_text.h"

#include <string_view>

namespace core::sim
{
/// Which widths the real-time records have.
enum class Wire : std::uint8_t
{
    Current,  ///< Since 2026-09-14: trade 47, book 63, expected 46, notice 23.
    W202607,  ///< As the samples of July 2026 expect them: trade 46, book 59, expected 45.
};

/// Writes real-time records as the broker's server does: fields joined by '^', no trailing one.
///
/// The views returned stay valid until the next call. Everything is ASCII except a halt's reason.
/// Source: KIS Open API real-time records H0STCNT0, H0STASP0, H0STANC0, H0STMKO0.
class RealtimeEncoder final
{
public:
    RealtimeEncoder(Wire wire, const domain::SessionSchedule& schedule);

    /// H0STCNT0 of an event that traded.
    [[nodiscard]] std::string_view trade(const Stock& stock, const FlowEvent& event);
    /// H0STASP0 at the newest moment.
    [[nodiscard]] std::string_view book(const Stock& stock);
    /// H0STANC0 of an expected price.
    [[nodiscard]] std::string_view expected(const Stock& stock, const FlowEvent& event);
    /// H0STMKO0: `code` is the session event or empty.
    [[nodiscard]] std::string_view operation(const Stock& stock, std::string_view code);

private:
    void head(const Stock& stock, std::int32_t at, std::int32_t price);
    void daysRange(const Figures& figures, std::int32_t price);
    void versusPrevious(const Stock& stock, std::int32_t price);
    [[nodiscard]] std::string_view marketClass(std::int32_t at) const;

    Wire m_wire;
    domain::SessionSchedule m_schedule;
    WireText m_text;
    QByteArray m_date;
};
}  // namespace core::sim
