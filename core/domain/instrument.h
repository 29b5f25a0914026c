#pragma once

#include "core/domain/kst.h"
#include "core/domain/price_steps.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace core::domain
{
enum class Market
{
    Kospi,
    Kosdaq,
};

/// What kind of security an issue is (master file group code, translated).
enum class SecurityGroup
{
    Stock,
    Etf,
    Etn,
    Elw,
    Reit,
    Fund,
    Other,  ///< Rights, warrants, certificates, foreign, depositary receipts.
};

/// Reasons why an issue must or should stay out of automatic trading, as one bit each.
/// A flag the master file leaves unknown counts as set (unsafe).
enum class InstrumentFlag : std::uint32_t
{
    Preferred = 1U << 0U,             ///< 우선주
    Spac = 1U << 1U,                  ///< 기업인수목적회사
    Halted = 1U << 2U,                ///< 거래정지
    Liquidation = 1U << 3U,           ///< 정리매매
    Administrative = 1U << 4U,        ///< 관리종목
    Caution = 1U << 5U,               ///< 투자주의 (allowed, marked)
    Warning = 1U << 6U,               ///< 투자경고
    Risk = 1U << 7U,                  ///< 투자위험
    WarningAnnounced = 1U << 8U,      ///< 투자경고·위험 예고 (allowed, marked)
    UnfaithfulDisclosure = 1U << 9U,  ///< 불성실공시
    BackdoorListing = 1U << 10U,      ///< 우회상장
    Overheated = 1U << 11U,           ///< 단기과열 지정·연장
    OverheatAnnounced = 1U << 12U,    ///< 단기과열 예고 (allowed, marked)
    LowLiquidity = 1U << 13U,         ///< 저유동성
    AbnormalSurge = 1U << 14U,        ///< 이상급등
    CautionReminder = 1U << 15U,      ///< 투자주의환기 (KOSDAQ)
    FaceValueChange = 1U << 16U,      ///< 액면변경
    ExRights = 1U << 17U,             ///< 락구분 (allowed, gap signals off)
    FullMargin = 1U << 18U,           ///< 증거금 100 % (marked)
    NewlyListed = 1U << 19U,          ///< listed today
    Kospi200 = 1U << 20U,             ///< dynamic VI at 3 % instead of 6 %
    Kosdaq150 = 1U << 21U,
};

class InstrumentFlags final
{
public:
    constexpr void set(InstrumentFlag flag, bool on = true) noexcept
    {
        const auto bit = static_cast<std::uint32_t>(flag);
        m_bits = on ? (m_bits | bit) : (m_bits & ~bit);
    }
    [[nodiscard]] constexpr bool has(InstrumentFlag flag) const noexcept
    {
        return (m_bits & static_cast<std::uint32_t>(flag)) != 0;
    }
    [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return m_bits; }
    [[nodiscard]] static constexpr InstrumentFlags fromBits(std::uint32_t bits) noexcept
    {
        InstrumentFlags flags;
        flags.m_bits = bits;
        return flags;
    }
    friend constexpr bool operator==(InstrumentFlags, InstrumentFlags) = default;

private:
    std::uint32_t m_bits = 0;
};

/// One row of today's instrument master.
struct Instrument
{
    Symbol symbol;
    QString name;
    QString isin;
    Market market = Market::Kospi;
    SecurityGroup group = SecurityGroup::Stock;
    InstrumentFlags flags;
    std::optional<Price> reference;  ///< 기준가; the base of the daily limits.
    std::optional<Quantity> previousVolume;
    std::optional<Quantity> listedShares;
    std::optional<std::int64_t> marketValueEok;  ///< Previous-day market value in 10^8 won.
    std::optional<TradingDate> listed;

    [[nodiscard]] constexpr StepTable steps() const noexcept
    {
        if (group == SecurityGroup::Elw) {
            return StepTable::Elw;
        }
        return group == SecurityGroup::Etf || group == SecurityGroup::Etn ? StepTable::Fund
                                                                          : StepTable::Share;
    }
    /// Previous day's traded value, estimated as reference price x volume.
    [[nodiscard]] std::optional<Won> previousTradedValue() const
    {
        if (!reference || !previousVolume) {
            return std::nullopt;
        }
        return amount(*reference, *previousVolume);
    }
    friend bool operator==(const Instrument&, const Instrument&) = default;
};
}  // namespace core::domain
