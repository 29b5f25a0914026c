// The words for the conditions of entry, wave, pyramiding and exits, as one table.
#include "ui/format.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui
{
namespace domain = core::domain;
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

namespace
{
struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RuleWords)
};

using L1 = QLatin1String;

// clang-format off
constexpr auto kConditions = std::to_array<ConditionWords>({
    {L1{"P1"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Time window"), QT_TRANSLATE_NOOP("ui::RuleWords", "Regular session, inside the hours of adds, no VI, no halt")},
    {L1{"P2"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Rise from entry"), QT_TRANSLATE_NOOP("ui::RuleWords", "The price is far enough above the entry's average"), Sense::AtLeast, Writing::Signed},
    {L1{"P3"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Day-high distance"), QT_TRANSLATE_NOOP("ui::RuleWords", "Near the session high from before the re-break"), Sense::Below},
    {L1{"P4"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Spread"), QT_TRANSLATE_NOOP("ui::RuleWords", "Best ask minus best bid over their middle"), Sense::AtMost},
    {L1{"P5"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Bid share"), QT_TRANSLATE_NOOP("ui::RuleWords", "Share of the ten bid levels in the whole book"), Sense::AtLeast},
    {L1{"P6"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Volume"), QT_TRANSLATE_NOOP("ui::RuleWords", "This minute against the mean of the three before"), Sense::AtLeast, Writing::Factor},
    {L1{"P7"}, QT_TRANSLATE_NOOP("ui::RuleWords", "VWAP distance"), QT_TRANSLATE_NOOP("ui::RuleWords", "Above the session VWAP, and not too far"), Sense::ZeroTo, Writing::Signed},
    {L1{"P8"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Pattern"), QT_TRANSLATE_NOOP("ui::RuleWords", "Rise, pull-back and re-break are complete")},
    {L1{"P9"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Once a day"), QT_TRANSLATE_NOOP("ui::RuleWords", "The symbol has had no add today")},
    {L1{"P10"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Size"), QT_TRANSLATE_NOOP("ui::RuleWords", "Half the entry, and the position stays within its limit"), Sense::AtMost},
    {L1{"P11"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Cash"), QT_TRANSLATE_NOOP("ui::RuleWords", "Buying power covers the add and its commission"), Sense::AtLeast},
    {L1{"P12"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Gate"), QT_TRANSLATE_NOOP("ui::RuleWords", "Guard, pre-trade gate, automatic state, no open order, no exit")},
    {L1{"auto"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Automatic trading"), QT_TRANSLATE_NOOP("ui::RuleWords", "Symbol and master switch are on")},
    {L1{"window"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Time window"), QT_TRANSLATE_NOOP("ui::RuleWords", "Regular session, inside the hours of entries, no VI, no halt")},
    {L1{"screen"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Screening"), QT_TRANSLATE_NOOP("ui::RuleWords", "Eligible in a screening that is new enough"), Sense::AtMost},
    {L1{"fresh"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Fresh data"), QT_TRANSLATE_NOOP("ui::RuleWords", "A live connection and a price of the last seconds")},
    {L1{"volume"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Volume"), QT_TRANSLATE_NOOP("ui::RuleWords", "This minute against the mean of the three before"), Sense::AtLeast, Writing::Factor},
    {L1{"momentum"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Momentum 5"), QT_TRANSLATE_NOOP("ui::RuleWords", "Change over the last five 1-minute bars"), Sense::Above, Writing::Signed},
    {L1{"spread"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Spread"), QT_TRANSLATE_NOOP("ui::RuleWords", "Best ask minus best bid over their middle"), Sense::AtMost},
    {L1{"cooldown"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Re-buy pause"), QT_TRANSLATE_NOOP("ui::RuleWords", "Time since the last sale of the symbol"), Sense::AtLeast},
    {L1{"positions"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Open positions"), QT_TRANSLATE_NOOP("ui::RuleWords", "Fewer positions than allowed"), Sense::Below},
    {L1{"order"}, QT_TRANSLATE_NOOP("ui::RuleWords", "No open order"), QT_TRANSLATE_NOOP("ui::RuleWords", "No order of the symbol is working")},
    {L1{"limit_up"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Room to the upper limit"), QT_TRANSLATE_NOOP("ui::RuleWords", "Not close to the daily upper limit"), Sense::Above},
    {L1{"size"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Quantity"), QT_TRANSLATE_NOOP("ui::RuleWords", "The amount buys at least one share"), Sense::AtLeast},
    {L1{"gate"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Gate"), QT_TRANSLATE_NOOP("ui::RuleWords", "Guard and pre-trade gate allow the order")},
    {L1{"equity"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Equity"), QT_TRANSLATE_NOOP("ui::RuleWords", "Equity when the guard fired, against its mark")},
    {L1{"base"}, QT_TRANSLATE_NOOP("ui::RuleWords", "No base position"), QT_TRANSLATE_NOOP("ui::RuleWords", "The wave trades only what the base strategy does not hold")},
    {L1{"ranging"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Wave channel"), QT_TRANSLATE_NOOP("ui::RuleWords", "A valid channel of enough samples")},
    {L1{"bottom"}, QT_TRANSLATE_NOOP("ui::RuleWords", "At the channel's bottom"), QT_TRANSLATE_NOOP("ui::RuleWords", "The price is within the band above the channel's low")},
    {L1{"spike"}, QT_TRANSLATE_NOOP("ui::RuleWords", "Volume spike"), QT_TRANSLATE_NOOP("ui::RuleWords", "None in the channel; one is wanted just after the open")},
});
// clang-format on

QString percentOf(std::int64_t units, Writing writing)
{
    const std::int64_t shown = units / 1'000;  // Percent::units to 1/10,000 %.
    if (writing == Writing::Signed || units < 0) {
        return percentText(shown);
    }
    return unsignedPercentText(shown);
}

QString factorText(std::int64_t units)
{
    const std::int64_t hundredths = units / (domain::Percent::kUnitsPerWhole / 100);
    return QStringLiteral("%1.%2×")
        .arg(groupedText(hundredths / 100))
        .arg(hundredths % 100, 2, 10, QLatin1Char{'0'});
}

QString senseSign(Sense sense)
{
    switch (sense) {
    case Sense::AtLeast:
        return QStringLiteral("≥ ");
    case Sense::Above:
        return QStringLiteral("> ");
    case Sense::AtMost:
        return QStringLiteral("≤ ");
    case Sense::Below:
        return QStringLiteral("< ");
    case Sense::ZeroTo:
        return QStringLiteral("0 … ");
    case Sense::None:
        return {};
    }
    return {};
}
}  // namespace

const ConditionWords* conditionWords(QLatin1String id)
{
    const auto found = std::find_if(kConditions.begin(), kConditions.end(),
                                    [&id](const ConditionWords& one) { return one.id == id; });
    return found == kConditions.end() ? nullptr : &*found;
}

QString conditionName(QLatin1String id)
{
    const ConditionWords* words = conditionWords(id);
    return words == nullptr ? ruleName(QString{id}) : RuleWords::tr(words->name);
}

QString conditionMeaning(QLatin1String id)
{
    const ConditionWords* words = conditionWords(id);
    return words == nullptr ? QString{} : RuleWords::tr(words->meaning);
}

QString conditionFigureText(const Condition& condition, std::int64_t figure)
{
    const ConditionWords* words = conditionWords(condition.id);
    const Writing writing = words == nullptr ? Writing::Signed : words->writing;
    if (condition.unit != CheckUnit::PercentUnits) {
        return checkFigureText(condition.unit, figure);
    }
    return writing == Writing::Factor ? factorText(figure) : percentOf(figure, writing);
}

QString conditionValueText(const Condition& condition)
{
    // P9 counts adds; "0 of 0" says less than the words.
    if (condition.id == QLatin1String{"P9"} && condition.value) {
        return *condition.value > 0 ? RuleWords::tr("used today") : RuleWords::tr("free");
    }
    if (!condition.detail.isEmpty() && condition.outcome != CheckOutcome::Pass) {
        return ruleWordText(QString{condition.detail});
    }
    if (condition.value) {
        return conditionFigureText(condition, *condition.value);
    }
    if (!condition.detail.isEmpty()) {
        return ruleWordText(QString{condition.detail});
    }
    switch (condition.outcome) {
    case CheckOutcome::Pass:
        return condition.unit == CheckUnit::None ? RuleWords::tr("yes", "a condition holds")
                                                 : QString{kUnknownMark};
    case CheckOutcome::Fail:
        return condition.unit == CheckUnit::None ? RuleWords::tr("no", "a condition fails")
                                                 : QString{kUnknownMark};
    case CheckOutcome::Insufficient:
    case CheckOutcome::NotApplicable:
        return QString{kUnknownMark};
    }
    return {};
}

QString conditionLimitText(const Condition& condition)
{
    if (!condition.limit || condition.id == QLatin1String{"P9"}) {
        return {};
    }
    const ConditionWords* words = conditionWords(condition.id);
    const Sense sense = words == nullptr ? Sense::None : words->sense;
    return senseSign(sense) + conditionFigureText(condition, *condition.limit);
}

QString conditionText(const Condition& condition)
{
    const QString limit = conditionLimitText(condition);
    const QString value = conditionValueText(condition);
    if (condition.outcome == CheckOutcome::Insufficient) {
        return RuleWords::tr("%1: not enough data").arg(conditionName(condition.id));
    }
    return limit.isEmpty()
               ? RuleWords::tr("%1: %2", "condition, value").arg(conditionName(condition.id), value)
               : RuleWords::tr("%1 %2, needs %3", "condition, value, limit")
                     .arg(conditionName(condition.id), value, limit);
}

bool isWaivable(QLatin1String id)
{
    constexpr std::array kWaived{L1{"P2"}, L1{"P3"}, L1{"P4"}, L1{"P5"},
                                 L1{"P6"}, L1{"P7"}, L1{"P8"}};
    return std::find(kWaived.begin(), kWaived.end(), id) != kWaived.end();
}

QString outcomeMark(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Pass:
        return QStringLiteral("✓");
    case CheckOutcome::Fail:
        return QStringLiteral("✕");
    case CheckOutcome::Insufficient:
        return QStringLiteral("?");
    case CheckOutcome::NotApplicable:
        return {};
    }
    return {};
}
}  // namespace ui
