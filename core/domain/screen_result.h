#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
/// The screener's five axes, in the order of the score bar.
enum class ScreenAxis : std::uint8_t
{
    Liquidity,
    Turnover,
    Volatility,
    Spread,
    Momentum,
};
inline constexpr std::size_t kScreenAxes = 5;
/// Weights in percent, same order.
inline constexpr std::array<int, kScreenAxes> kScreenWeights{25, 20, 20, 10, 25};

struct AxisScore
{
    int points = 0;  ///< 0 to 100; 0 while insufficient.
    bool insufficient = true;
    bool estimated = false;  ///< Spread without a quote: one price step over price.
    /// Won for liquidity and turnover, 1/10,000 % for the others; empty while insufficient.
    std::optional<std::int64_t> value;

    friend bool operator==(const AxisScore&, const AxisScore&) = default;
};

/// Why a symbol is not in the pool's scored part, or not eligible. In the order they are tested.
enum class ScreenReason : std::uint8_t
{
    NotInMaster,
    NotAStock,  ///< ETF, ETN, ELW, REIT, fund, rights...
    Spac,
    Preferred,
    Halted,
    Liquidation,
    Administrative,
    Warning,  ///< 투자경고, 투자위험
    Overheated,
    UnfaithfulDisclosure,
    BackdoorListing,
    LowLiquidityIssue,
    AbnormalSurge,
    CautionReminder,
    FaceValueChange,
    NewlyListed,
    SuspiciousName,  ///< The name says SPAC, ETF or preferred though no flag does.
    PriceTooLow,
    NoTradeToday,
    // The following keep a scored symbol from being eligible.
    InsufficientData,
    LiquidityTooLow,
    TurnoverTooLow,
    MomentumTooLow,
};
inline constexpr std::size_t kScreenReasons = 23;

/// One reason with its figures: "turnover 0.31 bn, needs 0.5 bn".
struct WhyNot
{
    ScreenReason reason = ScreenReason::NotInMaster;
    std::optional<ScreenAxis> axis;
    std::optional<std::int64_t> value;  ///< In the axis' unit.
    std::optional<std::int64_t> limit;

    friend bool operator==(const WhyNot&, const WhyNot&) = default;
};

struct ScreenRow
{
    int rank = 0;                     ///< From 1.
    std::optional<int> previousRank;  ///< In the screening before; empty = newcomer.
    Symbol symbol;
    int score = 0;  ///< Sum of points x weight: 0 to 10,000.
    std::array<AxisScore, kScreenAxes> axes{};
    Won tradedValue;
    bool eligible = false;
    std::vector<WhyNot> whyNot;  ///< Empty exactly if eligible.

    friend bool operator==(const ScreenRow&, const ScreenRow&) = default;
};

struct ScreenFunnel
{
    int pool = 0;
    std::array<int, kScreenReasons> excluded{};  ///< By ScreenReason; first reason counts.
    int scored = 0;
    int eligible = 0;
    int subscribed = 0;

    friend bool operator==(const ScreenFunnel&, const ScreenFunnel&) = default;
};

/// Result of one screening: funnel and the best rows, eligible ones first, then by score,
/// traded value and symbol.
struct ScreenResult
{
    Timestamp at{};
    ScreenFunnel funnel;
    std::vector<ScreenRow> rows;
    /// Pool members that were excluded before scoring, with the first reason.
    std::vector<std::pair<Symbol, ScreenReason>> excluded;

    friend bool operator==(const ScreenResult&, const ScreenResult&) = default;
};
}  // namespace core::domain
