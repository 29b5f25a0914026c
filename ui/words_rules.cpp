#include "ui/words_rules.h"

#include "ui/format.h"
#include "ui/words_orders.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui
{
namespace domain = core::domain;
using domain::Decision;
using domain::DecisionKind;
using domain::GuardRule;
using domain::PatternOff;
using domain::PatternState;
using domain::Verdict;

namespace
{
struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RuleWords)
};

using L1 = QLatin1String;
struct Word
{
    L1 word;
    const char* text;
};

QString textOf(const Word* from, const Word* to, const QString& word)
{
    const Word* found =
        std::find_if(from, to, [&word](const Word& one) { return word == one.word; });
    return found == to ? QString{} : RuleWords::tr(found->text);
}

// clang-format off
constexpr auto kRules = std::to_array<Word>({
    {L1{"S1"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Stop loss")},
    {L1{"S2"}, QT_TRANSLATE_NOOP("ui::RuleWords", "ATR cut")},
    {L1{"S3"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Trailing stop")},
    {L1{"S4"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Momentum fade")},
    {L1{"S5"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Sideways")},
    {L1{"S6"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Time out")},
    {L1{"A1"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Stop loss after the add")},
    {L1{"A2"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Higher low broken")},
    {L1{"A3"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Break-even stop")},
    {L1{"A4"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Trailing stop after the add")},
    {L1{"A5"}, QT_TRANSLATE_NOOP("ui::RuleWords", "ATR cut after the add")},
    {L1{"W1"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave stop")},
    {L1{"W2"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave breakout")},
    {L1{"W3"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave take profit")},
    {L1{"W4"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave channel top")},
    {L1{"MAN"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Stop of your own")},
    {L1{"EOD"}, QT_TRANSLATE_NOOP("ui::RuleWords", "End of day")},
    {L1{"GUARD"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Portfolio guard")},
    {L1{"HAND"}, QT_TRANSLATE_NOOP("ui::RuleWords", "By hand")},
    {L1{"FLATTEN"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Flatten and lock")},
    {L1{"BASE"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Base entry")},
    {L1{"ENTRY"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Base entry")},
    {L1{"ADD"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Pyramiding")},
    {L1{"TRAIL"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Trailing switched on")},
    {L1{"BE"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Break-even set")},
    {L1{"HL"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Higher low")},
    {L1{"LOSS_STOP"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Loss stop of the day")},
    {L1{"GAIN_STOP"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Gain stop of the day")},
    {L1{"TRAIL_STOP"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Trail of the day")},
    {L1{"HARD_LOSS"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Hard loss of the day")},
    {L1{"WAVE"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave entry")},
});
constexpr auto kWords = std::to_array<Word>({
    {L1{"not_eligible"}, QT_TRANSLATE_NOOP("ui::RuleWords", "not eligible")},
    {L1{"empty_side"}, QT_TRANSLATE_NOOP("ui::RuleWords", "one side is empty")},
    {L1{"crossed"}, QT_TRANSLATE_NOOP("ui::RuleWords", "quotes are crossed")},
    {L1{"nothing_before"}, QT_TRANSLATE_NOOP("ui::RuleWords", "no volume before")},
    {L1{"not_continuous"}, QT_TRANSLATE_NOOP("ui::RuleWords", "no continuous trading")},
    {L1{"limit_locked"}, QT_TRANSLATE_NOOP("ui::RuleWords", "locked at the limit")},
    {L1{"retry_wait"}, QT_TRANSLATE_NOOP("ui::RuleWords", "waits after an unfilled order")},
    {L1{"no_share"}, QT_TRANSLATE_NOOP("ui::RuleWords", "less than one share")},
    {L1{"given"}, QT_TRANSLATE_NOOP("ui::RuleWords", "given")},
    {L1{"exit_decided"}, QT_TRANSLATE_NOOP("ui::RuleWords", "an exit is decided")},
    {L1{"open_order"}, QT_TRANSLATE_NOOP("ui::RuleWords", "an order is open")},
    {L1{"blocked"}, QT_TRANSLATE_NOOP("ui::RuleWords", "blocked by you")},
    {L1{"auto"}, QT_TRANSLATE_NOOP("ui::RuleWords", "automatic trading is off")},
    {L1{"guard"}, QT_TRANSLATE_NOOP("ui::RuleWords", "the guard stops buys")},
    {L1{"uncertain"}, QT_TRANSLATE_NOOP("ui::RuleWords", "equity uncertain")},
    {L1{"loss_streak"}, QT_TRANSLATE_NOOP("ui::RuleWords", "pause after losses in a row")},
    {L1{"unarmed"}, QT_TRANSLATE_NOOP("ui::RuleWords", "not armed")},
    {L1{"disarmed"}, QT_TRANSLATE_NOOP("ui::RuleWords", "disarmed")},
    {L1{"kill"}, QT_TRANSLATE_NOOP("ui::RuleWords", "kill level")},
    {L1{"halted"}, QT_TRANSLATE_NOOP("ui::RuleWords", "trading halted")},
    {L1{"exits_only"}, QT_TRANSLATE_NOOP("ui::RuleWords", "exits only")},
    {L1{"off"}, QT_TRANSLATE_NOOP("ui::RuleWords", "off")},
    {L1{"on"}, QT_TRANSLATE_NOOP("ui::RuleWords", "on")},
    {L1{"depth"}, QT_TRANSLATE_NOOP("ui::RuleWords", "pull-back too deep")},
    {L1{"too_soon"}, QT_TRANSLATE_NOOP("ui::RuleWords", "re-break too soon")},
    {L1{"window"}, QT_TRANSLATE_NOOP("ui::RuleWords", "time for the re-break is over")},
    {L1{"chase"}, QT_TRANSLATE_NOOP("ui::RuleWords", "ran too far above H")},
    {L1{"back_under"}, QT_TRANSLATE_NOOP("ui::RuleWords", "fell back to H")},
    {L1{"restart"}, QT_TRANSLATE_NOOP("ui::RuleWords", "trades missed at a restart")},
    {L1{"vi"}, QT_TRANSLATE_NOOP("ui::RuleWords", "volatility interruption")},
    {L1{"halt"}, QT_TRANSLATE_NOOP("ui::RuleWords", "trading halted")},
    {L1{"gap"}, QT_TRANSLATE_NOOP("ui::RuleWords", "data gap")},
    {L1{"unfilled"}, QT_TRANSLATE_NOOP("ui::RuleWords", "order ended without a fill")},
    {L1{"trail"}, QT_TRANSLATE_NOOP("ui::RuleWords", "trailing switched on")},
    {L1{"trail_on"}, QT_TRANSLATE_NOOP("ui::RuleWords", "trailing switched on")},
    {L1{"break_even"}, QT_TRANSLATE_NOOP("ui::RuleWords", "break-even set")},
    {L1{"higher_low"}, QT_TRANSLATE_NOOP("ui::RuleWords", "a higher low")},
    {L1{"block"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Block add")},
    {L1{"approve"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Approve add")},
    {L1{"automation"}, QT_TRANSLATE_NOOP("ui::RuleWords", "automatic trading is off")},
    {L1{"gate"}, QT_TRANSLATE_NOOP("ui::RuleWords", "the gate is closed")},
    {L1{"equity"}, QT_TRANSLATE_NOOP("ui::RuleWords", "equity uncertain")},
    {L1{"frozen"}, QT_TRANSLATE_NOOP("ui::RuleWords", "the code is frozen")},
    {L1{"stop_moved"}, QT_TRANSLATE_NOOP("ui::RuleWords", "stop moved")},
    {L1{"hand_order"}, QT_TRANSLATE_NOOP("ui::RuleWords", "order by hand")},
    {L1{"hand_sale"}, QT_TRANSLATE_NOOP("ui::RuleWords", "sale by hand")},
    {L1{"flatten"}, QT_TRANSLATE_NOOP("ui::RuleWords", "flatten and lock")},
    {L1{"hard_loss"}, QT_TRANSLATE_NOOP("ui::RuleWords", "hard loss of the day")},
    {L1{"reset"}, QT_TRANSLATE_NOOP("ui::RuleWords", "reset")},
    {L1{"none"}, QT_TRANSLATE_NOOP("ui::RuleWords", "taken away")},
    {L1{"removed"}, QT_TRANSLATE_NOOP("ui::RuleWords", "taken away")},
});
// clang-format on
}  // namespace

QString patternStateName(PatternState state)
{
    switch (state) {
    case PatternState::Off:
        return RuleWords::tr("Off", "pattern state");
    case PatternState::Base:
        return RuleWords::tr("Base", "pattern state");
    case PatternState::Risen:
        return RuleWords::tr("Risen", "pattern state");
    case PatternState::Pullback:
        return RuleWords::tr("Pull-back", "pattern state");
    case PatternState::Rebreak:
        return RuleWords::tr("Re-break", "pattern state");
    case PatternState::Void:
        return RuleWords::tr("Void", "pattern state");
    case PatternState::Ordered:
        return RuleWords::tr("Ordered", "pattern state");
    case PatternState::Added:
        return RuleWords::tr("Added", "pattern state");
    }
    return {};
}

QString patternOffText(PatternOff off)
{
    switch (off) {
    case PatternOff::None:
        return {};
    case PatternOff::Disabled:
        return RuleWords::tr("pyramiding is switched off in the settings");
    case PatternOff::UsedToday:
        return RuleWords::tr("the symbol has had its add today");
    case PatternOff::TooSmall:
        return RuleWords::tr("fewer than two shares were bought");
    case PatternOff::NoEntryFill:
        return RuleWords::tr("restored without the fills of its entry");
    case PatternOff::ForeignFill:
        return RuleWords::tr("shares came from outside entry and add");
    case PatternOff::OrdersFailed:
        return RuleWords::tr("two add orders ended without a fill");
    case PatternOff::NotPyramided:
        return RuleWords::tr("only base positions are pyramided");
    }
    return {};
}

QString ruleWordText(const QString& word)
{
    static const L1 kCheck{"RC-"};
    if (word.startsWith(kCheck)) {
        const QString name = checkName(QStringView{word}.mid(kCheck.size()).toInt());
        return name.isEmpty() ? word : QStringLiteral("%1 %2").arg(word, name);
    }
    const QString text = textOf(kWords.data(), kWords.data() + kWords.size(), word);
    return text.isEmpty() ? codeWordText(word) : text;
}

QString ruleName(const QString& rule)
{
    const QString text = textOf(kRules.data(), kRules.data() + kRules.size(), rule.toUpper());
    return text.isEmpty() ? rule : text;
}

QString ruleText(const QString& rule)
{
    const QString name = ruleName(rule);
    return name == rule || rule.size() > 3 ? name : QStringLiteral("%1 %2").arg(rule, name);
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Take:
        return RuleWords::tr("Taken", "verdict");
    case Verdict::Refuse:
        return RuleWords::tr("Refused", "verdict");
    case Verdict::Note:
        return RuleWords::tr("Note", "verdict");
    }
    return {};
}

QString decisionKindName(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Entry:
        return RuleWords::tr("Entry", "decision");
    case DecisionKind::Add:
        return RuleWords::tr("Add", "decision");
    case DecisionKind::Wave:
        return RuleWords::tr("Wave", "decision");
    case DecisionKind::Exit:
        return RuleWords::tr("Exit", "decision");
    case DecisionKind::Pattern:
        return RuleWords::tr("Pattern", "decision");
    case DecisionKind::Stop:
        return RuleWords::tr("Stop", "decision");
    case DecisionKind::Guard:
        return RuleWords::tr("Guard", "decision");
    case DecisionKind::Shadow:
        return RuleWords::tr("Shadow", "decision");
    }
    return {};
}

QString decisionText(const Decision& decision)
{
    const QString why = ruleWordText(QString{decision.why});
    if (decision.kind == DecisionKind::Pattern) {
        const QString move = QStringLiteral("%1 → %2").arg(patternStateName(decision.from),
                                                           patternStateName(decision.state));
        return why.isEmpty() ? move : QStringLiteral("%1 (%2)").arg(move, why);
    }
    if (decision.verdict == Verdict::Refuse) {
        const auto no =
            std::find_if(decision.conditions.begin(), decision.conditions.end(),
                         [](const domain::Condition& one) { return !domain::says(one.outcome); });
        const auto failing =
            std::count_if(decision.conditions.begin(), decision.conditions.end(),
                          [](const domain::Condition& one) { return !domain::says(one.outcome); });
        if (!domain::isExit(decision) && no != decision.conditions.end()) {
            const QString first = conditionText(*no);
            return failing < 2 ? first
                               : RuleWords::tr("%1 (+%n more)", "first failing condition, others",
                                               static_cast<int>(failing) - 1)
                                     .arg(first);
        }
    }
    QStringList parts;
    if (decision.quantity.shares() > 0) {
        parts.push_back(RuleWords::tr("%1 shares").arg(groupedText(decision.quantity.shares())));
    }
    if (decision.price.won() > 0) {
        parts.push_back(RuleWords::tr("at %1").arg(priceText(decision.price)));
    }
    if (decision.stop.won() > 0) {
        parts.push_back(RuleWords::tr("stop %1 (%2)", "price, rule")
                            .arg(priceText(decision.stop), QString{decision.binding}));
    }
    if (decision.approved) {
        parts.push_back(RuleWords::tr("approved by you"));
    }
    if (!why.isEmpty()) {
        parts.push_back(why);
    }
    return parts.join(QStringLiteral(", "));
}

QString guardRuleName(GuardRule rule)
{
    switch (rule) {
    case GuardRule::LossStop:
        return RuleWords::tr("Loss stop", "guard");
    case GuardRule::GainStop:
        return RuleWords::tr("Gain stop", "guard");
    case GuardRule::TrailStop:
        return RuleWords::tr("Trail", "guard");
    case GuardRule::HardLoss:
        return RuleWords::tr("Hard loss", "guard");
    }
    return {};
}

QString guardRuleHelp(GuardRule rule)
{
    switch (rule) {
    case GuardRule::LossStop:
        return RuleWords::tr("no new buys after this loss of the day");
    case GuardRule::GainStop:
        return RuleWords::tr("no new buys after this gain of the day");
    case GuardRule::TrailStop:
        return RuleWords::tr("no new buys after this fall from the day's peak");
    case GuardRule::HardLoss:
        return RuleWords::tr("cancels buys, sells everything automatic, disarms");
    }
    return {};
}

QString addModeName(domain::AddMode mode)
{
    switch (mode) {
    case domain::AddMode::Auto:
        return RuleWords::tr("Auto", "add: the rules decide");
    case domain::AddMode::Block:
        return RuleWords::tr("Block", "add: never");
    case domain::AddMode::Approve:
        return RuleWords::tr("Approve", "add: the trader waives conditions");
    }
    return {};
}

QString armedPolicyName(core::config::ArmedPolicy policy)
{
    return policy == core::config::ArmedPolicy::HoldThrough ? RuleWords::tr("hold through")
                                                            : RuleWords::tr("strict");
}

QString armedPolicyHelp(core::config::ArmedPolicy policy)
{
    return policy == core::config::ArmedPolicy::HoldThrough
               ? RuleWords::tr("While a pattern is armed the trailing width is at least the floor, "
                               "and momentum fade and sideways wait.")
               : RuleWords::tr("The base exits go on unchanged while a pattern is armed.");
}

QString interventionName(domain::InterventionKind kind)
{
    switch (kind) {
    case domain::InterventionKind::Automation:
        return RuleWords::tr("Automatic trading", "intervention");
    case domain::InterventionKind::Master:
        return RuleWords::tr("Master switch", "intervention");
    case domain::InterventionKind::AddOverride:
        return RuleWords::tr("Add", "intervention");
    case domain::InterventionKind::StopMoved:
        return RuleWords::tr("Stop moved", "intervention");
    case domain::InterventionKind::HandOrder:
        return RuleWords::tr("Order by hand", "intervention");
    case domain::InterventionKind::HandSale:
        return RuleWords::tr("Sale by hand", "intervention");
    case domain::InterventionKind::Kill:
        return RuleWords::tr("Kill", "intervention");
    case domain::InterventionKind::GuardReset:
        return RuleWords::tr("Guard reset", "intervention");
    }
    return {};
}

QString autoWordText(const QString& word)
{
    return word == L1{"on"}           ? autoStateName(domain::AutoState::On)
           : word == L1{"exits_only"} ? autoStateName(domain::AutoState::ExitsOnly)
           : word == L1{"off"}        ? autoStateName(domain::AutoState::Off)
                                      : word;
}

QString interventionText(const domain::Intervention& intervention)
{
    bool number = false;
    const qlonglong figure = intervention.what.toLongLong(&number);
    if (number) {
        return groupedText(figure);
    }
    switch (intervention.kind) {
    case domain::InterventionKind::Automation:
    case domain::InterventionKind::Master:
        return autoWordText(intervention.what);
    case domain::InterventionKind::AddOverride:
        return intervention.what == L1{"auto"} ? addModeName(domain::AddMode::Auto)
                                               : ruleWordText(intervention.what);
    case domain::InterventionKind::StopMoved:
    case domain::InterventionKind::HandOrder:
    case domain::InterventionKind::HandSale:
    case domain::InterventionKind::Kill:
    case domain::InterventionKind::GuardReset:
        return ruleWordText(intervention.what);
    }
    return {};
}
}  // namespace ui
