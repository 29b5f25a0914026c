#pragma once

#include "core/domain/environment_kind.h"
#include "core/domain/percent.h"
#include "core/domain/won.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>

namespace core::config
{
// One struct a section of the file; names and defaults as there. Times of day are those of a
// 09:00 to 15:30 session: rules shift them with the day's schedule.

enum class ArmedPolicy : std::uint8_t
{
    HoldThrough,
    Strict,
};
enum class BreakEvenBasis : std::uint8_t
{
    Blended,
    AddLot,
};
enum class SizingMethod : std::uint8_t
{
    Fixed,
    EquityPct,
};
enum class WaveOrderType : std::uint8_t
{
    MarketableLimit,
    Market,
};
enum class Language : std::uint8_t
{
    System,
    Korean,
    English,
};
/// Of messages that leave the window: it has no translator where they are put together.
enum class NoticeLanguage : std::uint8_t
{
    Korean,
    English,
};
enum class ThemeName : std::uint8_t
{
    Dark,
    Light,
};

struct BrokerSection
{
    domain::Percent ratePerSecond;  ///< Calls a second, as an exact decimal (15 or 0.8).
    QString masterUrl;              ///< Base URL of the master files; empty = the environment's.

    friend bool operator==(const BrokerSection&, const BrokerSection&) = default;
};

struct DataSection
{
    std::chrono::seconds maxAge{3};
    std::chrono::seconds quietAge{60};
    std::chrono::seconds gap{5};

    friend bool operator==(const DataSection&, const DataSection&) = default;
};

struct CacheSection
{
    std::int64_t maxCandlesPerInterval = 480;

    friend bool operator==(const CacheSection&, const CacheSection&) = default;
};

struct SimSection
{
    std::int64_t seed = 1;
    std::int64_t instruments = 2400;
    domain::Won startCash{10'000'000};

    friend bool operator==(const SimSection&, const SimSection&) = default;
};

struct FeedSection
{
    std::int64_t maxRegistrations = 39;
    std::chrono::seconds minHold{180};

    friend bool operator==(const FeedSection&, const FeedSection&) = default;
};

struct ScreenerSection
{
    std::chrono::seconds period{60};
    std::int64_t topN = 30;
    domain::Won minPrice{1'000};
    QString universeFile;
    QStringList watchList;

    friend bool operator==(const ScreenerSection&, const ScreenerSection&) = default;
};

struct EntrySection
{
    bool enabled = true;
    std::chrono::seconds windowFrom{};
    std::chrono::seconds windowTo{};
    std::chrono::seconds screenMaxAge{120};
    domain::Percent volumeFactor;  ///< A factor, exact: 1.5 is 1.5.
    domain::Percent minMomentum;
    domain::Percent maxSpread;
    std::chrono::seconds cooldown{300};
    std::chrono::seconds cancel{3};
    domain::Percent limitUpMargin;

    friend bool operator==(const EntrySection&, const EntrySection&) = default;
};

struct SizingSection
{
    SizingMethod method = SizingMethod::Fixed;
    domain::Won amount{1'000'000};
    domain::Percent equity;
    domain::Won min{50'000};
    domain::Won maxPosition{1'000'000};

    friend bool operator==(const SizingSection&, const SizingSection&) = default;
};

struct ExitSection
{
    domain::Percent stop;
    domain::Percent atrFactor;
    domain::Percent atrFloor;
    domain::Percent atrDefault;
    domain::Percent trailOn;
    domain::Percent widthFactor;
    domain::Percent widthMin;
    domain::Percent widthMax;
    domain::Percent fadePnl;
    domain::Percent fadeMomentum;
    std::chrono::seconds sideways{600};
    domain::Percent sidewaysBand;
    std::chrono::seconds timeout{1800};

    friend bool operator==(const ExitSection&, const ExitSection&) = default;
};

struct PyramidSection
{
    bool enabled = true;
    std::chrono::seconds windowFrom{};
    std::chrono::seconds windowTo{};
    domain::Percent rise;
    domain::Percent pullbackMin;
    domain::Percent pullbackMax;
    std::chrono::seconds minPullback{20};
    std::chrono::seconds rebreakWindow{60};
    domain::Percent maxChase;
    domain::Percent dayHigh;
    domain::Percent maxSpread;
    domain::Percent minBidShare;
    domain::Percent volumeFactor;
    domain::Percent maxVwap;
    domain::Percent addRatio;
    domain::Percent maxPositionFactor;
    std::chrono::seconds cancel{3};
    std::chrono::seconds retry{30};
    domain::Percent stop;
    domain::Percent breakEvenTrigger;
    std::int64_t breakEvenExtraSteps = 1;
    BreakEvenBasis breakEvenBasis = BreakEvenBasis::Blended;
    std::int64_t higherLowPivotWidth = 2;
    std::chrono::seconds totalCap{3600};
    ArmedPolicy armedPolicy = ArmedPolicy::HoldThrough;
    domain::Percent armedWidthFloor;
    std::chrono::seconds overrideTtl{60};

    friend bool operator==(const PyramidSection&, const PyramidSection&) = default;
};

struct WaveSection
{
    bool enabled = true;
    WaveOrderType orderType = WaveOrderType::MarketableLimit;
    std::int64_t maxPositions = 1;
    std::chrono::seconds cooldown{40};

    friend bool operator==(const WaveSection&, const WaveSection&) = default;
};

struct GuardSection
{
    std::chrono::seconds windowFrom{};
    domain::Percent stopBuyLoss;
    domain::Percent stopBuyGain;
    domain::Percent trailArm;
    domain::Percent trailDrop;
    domain::Percent hardLoss;
    std::int64_t lossStreak = 0;

    friend bool operator==(const GuardSection&, const GuardSection&) = default;
};

struct RiskSection
{
    std::int64_t maxPositions = 5;
    std::chrono::seconds frameAge{10};
    domain::Percent entryCollar;  ///< Distances from the last price.
    domain::Percent exitCollar;
    domain::Percent emergencyCollar;
    domain::Percent maxOrderValue;  ///< Of start equity, like the other shares below.
    domain::Won maxOrderWon{3'000'000};
    std::int64_t maxOrderShares = 5'000;
    domain::Percent maxBookShare;
    domain::Percent maxVolumeShare;
    domain::Percent maxCodeValue;
    domain::Won maxCodeWon{4'500'000};
    domain::Percent maxExposure;
    std::int64_t maxWorkingOrders = 8;
    domain::Percent cashSlack;
    std::int64_t messagesPerSecond = 4;
    std::int64_t messagesPerMinute = 60;
    std::int64_t messagesPerDay = 500;
    std::int64_t entriesPerDay = 100;
    std::int64_t entriesPerCode = 3;
    std::int64_t cancelsPerCode = 10;
    domain::Percent maxLossPerTrade;
    std::chrono::minutes presence{60};
    bool allowMarketEntry = false;
    bool confirmWsPrice = true;
    bool observeOnly = false;  ///< Decide and show everything, send nothing.

    friend bool operator==(const RiskSection&, const RiskSection&) = default;
};

struct CostsSection
{
    domain::Percent commission;
    QString taxTableFile;  ///< Empty = the one shipped in resources/costs.

    friend bool operator==(const CostsSection&, const CostsSection&) = default;
};

struct SessionSection
{
    std::chrono::seconds flattenAt{};
    QString calendarFile;  ///< Empty = the one shipped in resources/calendar.

    friend bool operator==(const SessionSection&, const SessionSection&) = default;
};

struct RecordsSection
{
    QString databaseUrl;  ///< See `parseDatabaseUrl`; empty = the local file.
    std::chrono::days keepBars{400};
    std::chrono::days keepDecisions{60};
    std::chrono::days keepJournals{60};

    friend bool operator==(const RecordsSection&, const RecordsSection&) = default;
};

struct NotifySection
{
    bool desktop = true;
    bool telegram = false;
    bool commands = false;
    NoticeLanguage language = NoticeLanguage::Korean;
    bool amounts = true;  ///< Telegram only: quantities and sums of money may be told.

    friend bool operator==(const NotifySection&, const NotifySection&) = default;
};

struct UiSection
{
    Language language = Language::System;
    ThemeName theme = ThemeName::Dark;
    std::int64_t fontSize = 10;
    bool redIsUp = true;

    friend bool operator==(const UiSection&, const UiSection&) = default;
};

/// The effective, validated configuration. Built only by `loadConfig` and `defaultConfig`, so a
/// value of this type is always within its ranges. Immutable in use; any thread.
struct Config
{
    domain::EnvironmentKind env = domain::EnvironmentKind::Demo;
    BrokerSection broker;
    DataSection data;
    CacheSection cache;
    SimSection sim;
    FeedSection feed;
    ScreenerSection screener;
    EntrySection entry;
    SizingSection sizing;
    ExitSection exit;
    PyramidSection pyramid;
    WaveSection wave;
    GuardSection guard;
    RiskSection risk;
    CostsSection costs;
    SessionSection session;
    RecordsSection records;
    NotifySection notify;
    UiSection ui;

    friend bool operator==(const Config&, const Config&) = default;
};
}  // namespace core::config
