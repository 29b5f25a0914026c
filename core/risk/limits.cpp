#include "core/risk/limits.h"

#include <algorithm>

namespace core::risk
{
Limits limitsOf(const config::Config& config)
{
    using std::chrono::milliseconds;
    const config::RiskSection& risk = config.risk;
    Limits limits;
    limits.entryFrom = config.entry.windowFrom;
    limits.entryTo = config.entry.windowTo;
    limits.addFrom = config.pyramid.windowFrom;
    limits.addTo = config.pyramid.windowTo;
    limits.dataMax = std::min<milliseconds>(config.data.maxAge, kDataAgeCeiling);
    limits.quietMax = std::min<milliseconds>(config.data.quietAge, kQuietAgeCeiling);
    limits.frameMax = std::min<milliseconds>(risk.frameAge, kFrameAgeCeiling);
    limits.entryCollar = std::min(risk.entryCollar, kEntryCollarCeiling);
    limits.exitCollar = std::min(risk.exitCollar, kExitCollarCeiling);
    limits.emergencyCollar = std::min(risk.emergencyCollar, kExitCollarCeiling);
    limits.marketEntries = risk.allowMarketEntry;
    limits.orderValue = risk.maxOrderValue;
    limits.orderValueMax = std::min(risk.maxOrderWon, kOrderValueCeiling);
    limits.orderShares = std::min(risk.maxOrderShares, kOrderSharesCeiling);
    limits.bookShare = risk.maxBookShare;
    limits.volumeShare = risk.maxVolumeShare;
    limits.codeValue = risk.maxCodeValue;
    limits.codeValueMax = std::min(risk.maxCodeWon, kCodeValueCeiling);
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
    limits.confirmPrice = risk.confirmWsPrice && config.env == domain::EnvironmentKind::Live;
    return limits;
}
}  // namespace core::risk
