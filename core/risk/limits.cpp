#include "core/risk/limits.h"

#include <algorithm>

namespace core::risk
{
namespace
{
constexpr std::chrono::milliseconds kDataCeiling = std::chrono::seconds{5};
constexpr std::chrono::milliseconds kQuietCeiling = std::chrono::seconds{60};
}  // namespace

Limits limitsOf(const config::Config& config)
{
    const config::RiskSection& risk = config.risk;
    Limits limits;
    limits.orderValue = risk.maxOrderValue;
    limits.orderShares = std::min(risk.maxOrderShares, kOrderSharesCeiling);
    limits.bookShare = risk.maxBookShare;
    limits.volumeShare = risk.maxVolumeShare;
    limits.codeValue = risk.maxCodeValue;
    limits.exposure = std::min(risk.maxExposure, kExposureCeiling);
    limits.openCodes = std::min(risk.maxPositions, kOpenCodesCeiling);
    limits.workingOrders = std::min(risk.maxWorkingOrders, kWorkingOrdersCeiling);
    limits.cashSlack = risk.cashSlack;
    limits.messagesPerSecond = std::min(risk.messagesPerSecond, kMessagesPerSecondCeiling);
    limits.messagesPerMinute = risk.messagesPerMinute;
    limits.messagesPerDay = std::min(risk.messagesPerDay, kMessagesPerDayCeiling);
    limits.entriesPerDay = risk.entriesPerDay;
    limits.entriesPerCode = risk.entriesPerCode;
    limits.cancelsPerCode = risk.cancelsPerCode;
    limits.lossPerTrade = std::min(risk.maxLossPerTrade, kLossPerTradeCeiling);
    limits.stop = config.exit.stop;
    limits.commission = config.costs.commission;
    limits.dataMax = std::min<std::chrono::milliseconds>(config.data.maxAge, kDataCeiling);
    limits.quietMax = std::min<std::chrono::milliseconds>(config.data.quietAge, kQuietCeiling);
    limits.marketEntries = risk.allowMarketEntry;
    limits.confirmPrice = risk.confirmWsPrice && config.env == domain::EnvironmentKind::Live;
    limits.entryFrom = config.entry.windowFrom;
    limits.entryTo = config.entry.windowTo;
    return limits;
}
}  // namespace core::risk
