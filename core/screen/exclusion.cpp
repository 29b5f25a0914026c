#include "core/screen/exclusion.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <utility>

namespace core::screen
{
using domain::InstrumentFlag;
using domain::ScreenReason;

namespace
{
/// In ScreenReason order, so that the first hit is the first reason.
constexpr std::array kFlagReasons{
    std::pair{InstrumentFlag::Spac, ScreenReason::Spac},
    std::pair{InstrumentFlag::Preferred, ScreenReason::Preferred},
    std::pair{InstrumentFlag::Halted, ScreenReason::Halted},
    std::pair{InstrumentFlag::Liquidation, ScreenReason::Liquidation},
    std::pair{InstrumentFlag::Administrative, ScreenReason::Administrative},
    std::pair{InstrumentFlag::Warning, ScreenReason::Warning},
    std::pair{InstrumentFlag::Risk, ScreenReason::Warning},
    std::pair{InstrumentFlag::Overheated, ScreenReason::Overheated},
    std::pair{InstrumentFlag::UnfaithfulDisclosure, ScreenReason::UnfaithfulDisclosure},
    std::pair{InstrumentFlag::BackdoorListing, ScreenReason::BackdoorListing},
    std::pair{InstrumentFlag::LowLiquidity, ScreenReason::LowLiquidityIssue},
    std::pair{InstrumentFlag::AbnormalSurge, ScreenReason::AbnormalSurge},
    std::pair{InstrumentFlag::CautionReminder, ScreenReason::CautionReminder},
    std::pair{InstrumentFlag::FaceValueChange, ScreenReason::FaceValueChange},
    std::pair{InstrumentFlag::NewlyListed, ScreenReason::NewlyListed},
};

/// Words no common stock has in its name.
constexpr std::array<QStringView, 7> kWords{u"스팩", u"기업인수목적", u"인버스", u"레버리지",
                                            u" ETF", u" ETN",         u"우선주"};

/// Brands every fund of which carries in front of a blank: "KODEX 200".
constexpr std::array<QStringView, 15> kFundBrands{
    u"KODEX",  u"TIGER", u"KBSTAR", u"RISE",   u"ARIRANG",   u"PLUS", u"KOSEF", u"KIWOOM",
    u"HANARO", u"SOL",   u"ACE",    u"KINDEX", u"TIMEFOLIO", u"TREX", u"WON"};

/// "삼성전자우", "현대차2우B", "두산우(전환)". Companies end in 우 as well (연우), but the code of
/// a common stock ends in 0 and that of a preferred share never does.
bool endsLikePreferred(QStringView name, const domain::Symbol& symbol)
{
    if (symbol.isEmpty() || symbol.view().back() == '0') {
        return false;
    }
    if (name.endsWith(u"(전환)")) {
        name.chop(4);
    }
    if (name.endsWith(u'B') || name.endsWith(u'C')) {
        name.chop(1);
    }
    return name.endsWith(u'우');
}
}  // namespace

std::optional<ScreenReason> masterExclusion(const domain::Instrument& issue,
                                            domain::TradingDate today)
{
    if (issue.group != domain::SecurityGroup::Stock) {
        return ScreenReason::NotAStock;
    }
    for (const auto& [flag, reason] : kFlagReasons) {
        if (issue.flags.has(flag)) {
            return reason;
        }
    }
    if (issue.listed && *issue.listed == today) {
        return ScreenReason::NewlyListed;
    }
    if (isSuspiciousName(issue)) {
        return ScreenReason::SuspiciousName;
    }
    return std::nullopt;
}

bool isSuspiciousName(const domain::Instrument& issue)
{
    const QStringView name{issue.name};
    const bool word = std::any_of(kWords.begin(), kWords.end(), [name](QStringView part) {
        return name.contains(part, Qt::CaseInsensitive);
    });
    const bool brand =
        std::any_of(kFundBrands.begin(), kFundBrands.end(), [name](QStringView part) {
            return name.size() > part.size() && name.startsWith(part) && name[part.size()] == u' ';
        });
    return word || brand || endsLikePreferred(name, issue.symbol);
}
}  // namespace core::screen
