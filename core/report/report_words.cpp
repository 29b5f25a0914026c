#include "core/report/report_words.h"

#include "core/base/decimal.h"
#include "core/report/figure_text.h"

#include <array>

namespace core::report
{
namespace
{
struct Pair
{
    const char* korean;
    const char* english;
};
struct Named
{
    QLatin1String code;
    Pair words;
};
using L1 = QLatin1String;

constexpr auto kWords = std::to_array<Pair>({
#define CORE_WORD_PAIR(name, ko, en) {ko, en},
    CORE_REPORT_WORDS(CORE_WORD_PAIR)
#undef CORE_WORD_PAIR
});

constexpr auto kRules = std::to_array<Named>({
    {L1{"S1"}, {"손절", "Stop loss"}},
    {L1{"S2"}, {"ATR 손절", "ATR cut"}},
    {L1{"S3"}, {"트레일링 스톱", "Trailing stop"}},
    {L1{"S4"}, {"모멘텀 둔화", "Momentum fade"}},
    {L1{"S5"}, {"횡보", "Sideways"}},
    {L1{"S6"}, {"시간 초과", "Time out"}},
    {L1{"A1"}, {"추가매수 후 손절", "Stop loss after the add"}},
    {L1{"A2"}, {"저점 이탈", "Higher low broken"}},
    {L1{"A3"}, {"본전 손절", "Break-even stop"}},
    {L1{"A4"}, {"추가매수 후 트레일링", "Trailing stop after the add"}},
    {L1{"A5"}, {"추가매수 후 ATR 손절", "ATR cut after the add"}},
    {L1{"W1"}, {"파동 손절", "Wave stop"}},
    {L1{"W2"}, {"파동 이탈", "Wave breakout"}},
    {L1{"W3"}, {"파동 익절", "Wave take profit"}},
    {L1{"W4"}, {"파동 채널 상단", "Wave channel top"}},
    {L1{"MAN"}, {"직접 정한 손절", "Stop of your own"}},
    {L1{"EOD"}, {"장 마감", "End of day"}},
    {L1{"GUARD"}, {"포트폴리오 가드", "Portfolio guard"}},
    {L1{"HAND"}, {"수동", "By hand"}},
    {L1{"FLATTEN"}, {"전량 청산·잠금", "Flatten and lock"}},
    {L1{"BASE"}, {"기본 진입", "Base entry"}},
    {L1{"ENTRY"}, {"기본 진입", "Base entry"}},
    {L1{"ADD"}, {"피라미딩", "Pyramiding"}},
    {L1{"WAVE"}, {"파동 진입", "Wave entry"}},
    {L1{"HARD_LOSS"}, {"당일 최대 손실", "Hard loss of the day"}},
});

constexpr auto kCodes = std::to_array<Named>({
    {L1{"stop"}, {"손절 미이행", "Stop not followed"}},
    {L1{"over_trading"}, {"과다 매매", "Over-trading"}},
    {L1{"trailing"}, {"트레일링", "Trailing"}},
    {L1{"add"}, {"추가매수", "Add"}},
    {L1{"hours"}, {"시간 외", "Outside hours"}},
    {L1{"stale_data"}, {"오래된 데이터", "Stale data"}},
    {L1{"deviation"}, {"재현 불일치", "Deviation"}},
    {L1{"outage"}, {"프로그램 중단", "Outage"}},
    {L1{"feed"}, {"시세 끊김", "No feed"}},
    {L1{"volume"}, {"체결 누락", "Missing trades"}},
    {L1{"on"}, {"켬", "On"}},
    {L1{"off"}, {"끔", "Off"}},
    {L1{"exits_only"}, {"청산만", "Exits only"}},
    {L1{"auto"}, {"자동", "Auto"}},
    {L1{"block"}, {"차단", "Block"}},
    {L1{"approve"}, {"승인", "Approve"}},
    {L1{"reset"}, {"해제", "Reset"}},
});

QString choose(const Pair& words, Language language)
{
    return QString::fromUtf8(language == Language::Korean ? words.korean : words.english);
}

template <std::size_t Size>
const Pair* find(const std::array<Named, Size>& names, QStringView code)
{
    for (const Named& named : names) {
        if (code == named.code) {
            return &named.words;
        }
    }
    return nullptr;
}
}  // namespace

QString text(Word word, Language language)
{
    return choose(kWords[static_cast<std::size_t>(word)], language);
}

QString environmentText(domain::EnvironmentKind environment, Language language)
{
    switch (environment) {
    case domain::EnvironmentKind::Sim:
        return choose({"모의 시장", "Simulation"}, language);
    case domain::EnvironmentKind::Demo:
        return choose({"모의투자", "Demo account"}, language);
    case domain::EnvironmentKind::Live:
        return choose({"실전투자", "Live trading"}, language);
    case domain::EnvironmentKind::Replay:
        return choose({"복기", "Replay"}, language);
    }
    return {};
}

QString sideText(domain::Side side, Language language)
{
    return side == domain::Side::Buy ? choose({"매수", "Buy"}, language)
                                     : choose({"매도", "Sell"}, language);
}

QString ownerText(domain::PositionOwner owner, Language language)
{
    switch (owner) {
    case domain::PositionOwner::Base:
        return choose({"기본", "Base"}, language);
    case domain::PositionOwner::Wave:
        return choose({"파동", "Wave"}, language);
    case domain::PositionOwner::Manual:
        return choose({"수동", "Manual"}, language);
    case domain::PositionOwner::Restored:
        return choose({"복원", "Restored"}, language);
    case domain::PositionOwner::External:
        return choose({"외부", "External"}, language);
    }
    return {};
}

QString guardRuleText(domain::GuardRule rule, Language language)
{
    switch (rule) {
    case domain::GuardRule::LossStop:
        return choose({"손실 중지", "Loss stop"}, language);
    case domain::GuardRule::GainStop:
        return choose({"수익 중지", "Gain stop"}, language);
    case domain::GuardRule::TrailStop:
        return choose({"트레일", "Trail"}, language);
    case domain::GuardRule::HardLoss:
        return choose({"최대 손실", "Hard loss"}, language);
    }
    return {};
}

QString interventionKindText(domain::InterventionKind kind, Language language)
{
    switch (kind) {
    case domain::InterventionKind::Automation:
        return choose({"자동매매", "Automatic trading"}, language);
    case domain::InterventionKind::Master:
        return choose({"총괄 스위치", "Master switch"}, language);
    case domain::InterventionKind::AddOverride:
        return choose({"추가매수", "Add"}, language);
    case domain::InterventionKind::StopMoved:
        return choose({"손절가 이동", "Stop moved"}, language);
    case domain::InterventionKind::HandOrder:
        return choose({"수동 주문", "Order by hand"}, language);
    case domain::InterventionKind::HandSale:
        return choose({"수동 매도", "Sale by hand"}, language);
    case domain::InterventionKind::Kill:
        return choose({"킬", "Kill"}, language);
    case domain::InterventionKind::GuardReset:
        return choose({"가드 해제", "Guard reset"}, language);
    }
    return {};
}

QString killText(domain::KillLevel level, Language language)
{
    switch (level) {
    case domain::KillLevel::None:
        return choose({"해제", "Released"}, language);
    case domain::KillLevel::NoEntries:
        return choose({"신규 진입 중지", "No entries"}, language);
    case domain::KillLevel::CancelBuys:
        return choose({"매수 취소", "Buys cancelled"}, language);
    case domain::KillLevel::FlattenAndLock:
        return choose({"전량 청산·잠금", "Flatten and lock"}, language);
    }
    return {};
}

QString changeText(const domain::Intervention& intervention, Language language)
{
    const base::Result<std::int64_t> figure = base::parseDecimal(intervention.what, 0);
    if (!figure) {
        return codeText(intervention.what, language);
    }
    const bool level =
        *figure >= 0 && *figure <= static_cast<std::int64_t>(domain::KillLevel::FlattenAndLock);
    return intervention.kind == domain::InterventionKind::Kill && level
               ? killText(static_cast<domain::KillLevel>(*figure), language)
               : groupedText(*figure);
}

QString ruleText(const QString& rule, Language language)
{
    if (rule.isEmpty()) {
        return text(Word::NotRecorded, language);
    }
    const Pair* words = find(kRules, rule.toUpper());
    if (words == nullptr) {
        return rule;
    }
    constexpr qsizetype kShortLabel = 3;  // "S1", "MAN": known by their label.
    const QString name = choose(*words, language);
    return rule.size() > kShortLabel ? name : rule + u' ' + name;
}

QString codeText(const QString& code, Language language)
{
    const Pair* words = find(kCodes, code);
    return words == nullptr ? code : choose(*words, language);
}
}  // namespace core::report
