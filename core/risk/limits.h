#pragma once

#include "core/config/config.h"
#include "core/domain/percent.h"
#include "core/domain/won.h"

#include <chrono>
#include <cstdint>

namespace core::risk
{
[[nodiscard]] constexpr domain::Percent wholePercent(std::int64_t percent) noexcept
{
    return domain::Percent::fromUnits(percent * domain::Percent::kUnitsPerPercent);
}

// What no configuration can exceed (reliability section 3, column "ceiling").
inline constexpr std::chrono::seconds kDataAgeCeiling{5};
inline constexpr std::chrono::seconds kQuietAgeCeiling{60};
inline constexpr std::chrono::seconds kFrameAgeCeiling{15};
inline constexpr domain::Percent kEntryCollarCeiling = wholePercent(1);
inline constexpr domain::Percent kExitCollarCeiling = wholePercent(10);
inline constexpr domain::Won kOrderValueCeiling{3'000'000};
inline constexpr std::int64_t kOrderSharesCeiling = 10'000;
inline constexpr domain::Won kCodeValueCeiling{4'500'000};
inline constexpr domain::Percent kExposureCeiling = wholePercent(100);
inline constexpr std::int64_t kOpenCodesCeiling = 10;
inline constexpr std::int64_t kWorkingOrdersCeiling = 20;
inline constexpr std::int64_t kMessagesPerSecondCeiling = 8;
inline constexpr std::int64_t kMessagesPerDayCeiling = 2'000;
inline constexpr domain::Percent kLossPerTradeCeiling = wholePercent(1);

/// The limits in force: the configuration's, never above the ceilings.
struct Limits
{
    std::chrono::seconds entryFrom{};  ///< RC-03, of a 09:00 to 15:30 session.
    std::chrono::seconds entryTo{};
    std::chrono::seconds addFrom{};
    std::chrono::seconds addTo{};
    std::chrono::milliseconds dataMax{};   ///< RC-06
    std::chrono::milliseconds quietMax{};  ///< A quiet symbol on a live connection.
    std::chrono::milliseconds frameMax{};  ///< Any frame at all.
    domain::Percent entryCollar;           ///< RC-08, above the last price.
    domain::Percent exitCollar;            ///< Under the last price.
    domain::Percent emergencyCollar;
    bool marketEntries = false;          ///< RC-09
    domain::Percent orderValue;          ///< RC-10, of start equity.
    domain::Won orderValueMax;           ///< RC-10
    std::int64_t orderShares = 0;        ///< RC-11
    domain::Percent bookShare;           ///< RC-11, of the visible opposite size.
    domain::Percent volumeShare;         ///< RC-11, of the last five minutes.
    domain::Percent codeValue;           ///< RC-12, of start equity.
    domain::Won codeValueMax;            ///< RC-12
    domain::Percent exposure;            ///< RC-13, of start equity.
    std::int64_t openCodes = 0;          ///< RC-14
    std::int64_t workingOrders = 0;      ///< RC-14
    domain::Percent cashSlack;           ///< RC-16
    std::int64_t messagesPerSecond = 0;  ///< RC-19
    std::int64_t messagesPerMinute = 0;
    std::int64_t messagesPerDay = 0;
    std::int64_t entriesPerDay = 0;
    std::int64_t entriesPerCode = 0;
    std::int64_t cancelsPerCode = 0;
    domain::Percent lossPerTrade;  ///< RC-22, of start equity.
    domain::Percent stop;          ///< exit.stop_pct
    bool confirmPrice = false;     ///< RC-27, live only.

    friend bool operator==(const Limits&, const Limits&) = default;
};

[[nodiscard]] Limits limitsOf(const config::Config& config);
}  // namespace core::risk
