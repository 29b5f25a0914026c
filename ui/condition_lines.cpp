#include "ui/condition_lines.h"

#include "ui/format.h"
#include "ui/price_distance.h"
#include "ui/words.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;
using domain::Price;

namespace
{
struct LineWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RuleWords)
};

Tone toneOf(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Pass:
        return Tone::Good;
    case CheckOutcome::Fail:
        return Tone::Bad;
    case CheckOutcome::Insufficient:
        return Tone::Doubt;
    case CheckOutcome::NotApplicable:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

/// Distance to the limit, positive inside; nothing where nothing is measured.
std::optional<std::int64_t> roomOf(const Condition& condition)
{
    const ConditionWords* words = conditionWords(condition.id);
    if (words == nullptr || !condition.value || !condition.limit) {
        return std::nullopt;
    }
    const std::int64_t value = *condition.value;
    const std::int64_t limit = *condition.limit;
    switch (words->sense) {
    case Sense::None:
        return std::nullopt;
    case Sense::AtLeast:
    case Sense::Above:
        return value - limit;
    case Sense::AtMost:
    case Sense::Below:
        return limit - value;
    case Sense::ZeroTo:
        return std::min(value, limit - value);
    }
    return std::nullopt;
}

QString roomText(const Condition& condition)
{
    const std::optional<std::int64_t> room = roomOf(condition);
    if (!room) {
        return {};
    }
    const std::int64_t size = std::abs(*room);
    const bool isSigned = conditionWords(condition.id)->writing == Writing::Signed
                          && condition.unit == CheckUnit::PercentUnits;
    return (*room < 0 ? QString{QChar{0x2212}} : QStringLiteral("+"))
           + (isSigned ? unsignedPercentText(size / 1'000) : conditionFigureText(condition, size));
}

int gaugeOf(const Condition& condition)
{
    if (!roomOf(condition) || *condition.limit <= 0) {
        return -1;
    }
    const double share =
        static_cast<double>(*condition.value) / static_cast<double>(*condition.limit);
    return static_cast<int>(std::clamp(share * kGaugeLimit, 0.0, double{kGaugeMax}));
}

ConditionLine lineOf(const Condition& condition)
{
    ConditionLine line{.key = QString{condition.id}, .tone = toneOf(condition.outcome)};
    line.mark = outcomeMark(condition.outcome);
    line.result = checkOutcomeName(condition.outcome);
    // P1 to P12 are known by their numbers; the entry's ids are words of the program.
    const bool numbered = condition.id.size() < 4 && condition.id.latin1()[0] < 'a';
    line.name =
        numbered ? QStringLiteral("%1 %2").arg(QString{condition.id}, conditionName(condition.id))
                 : conditionName(condition.id);
    line.value = conditionValueText(condition);
    line.limit = conditionLimitText(condition);
    line.room = roomText(condition);
    line.gauge = gaugeOf(condition);
    line.help = conditionMeaning(condition.id);
    return line;
}

/// A row of the way to an order that is no rule's condition.
ConditionLine stepLine(const QString& key, CheckOutcome outcome, const QString& name,
                       const QString& value)
{
    return {.key = key,
            .tone = toneOf(outcome),
            .mark = outcomeMark(outcome),
            .result = checkOutcomeName(outcome),
            .name = name,
            .value = value};
}

ConditionLine stepLine(const QString& key, bool passes, const QString& name, const QString& value)
{
    return stepLine(key, passes ? CheckOutcome::Pass : CheckOutcome::Fail, name, value);
}

/// The price that would make the condition change; 0 where no price does.
Price targetOf(const Condition& condition, const domain::RuledPosition& ruled,
               const domain::SymbolView& live)
{
    if (!condition.limit) {
        return {};
    }
    const domain::Percent limit = domain::Percent::fromUnits(*condition.limit);
    const domain::PositionMarks& marks = ruled.marks;
    if (condition.id == QLatin1String{"P2"}) {
        return priceOfGain(marks.entryCost, marks.entryQuantity, limit, live.steps);
    }
    if (condition.id == QLatin1String{"P3"}) {
        const Price high = marks.pattern.dayHigh.value_or(live.high);
        return high.won() == 0
                   ? Price{}
                   : priceOfGain(domain::Won{high.won()}, domain::Quantity{1},
                                 domain::Percent::fromUnits(-limit.units()), live.steps);
    }
    if (condition.id == QLatin1String{"P7"} && live.vwapCents > 0) {
        constexpr std::int64_t kCents = 100;
        const domain::Won cost{live.vwapCents};
        const domain::Quantity cents{kCents};
        // Below the VWAP it has to come up to it; above, the upper end decides.
        return live.last.won() * kCents < live.vwapCents
                   ? priceOfGain(cost, cents, {}, live.steps)
                   : priceOfGain(cost, cents, limit, live.steps, Rounding::Down);
    }
    return {};
}

QString stepsText(const Condition& condition, const domain::RuledPosition& ruled,
                  const domain::SymbolView* live)
{
    if (live == nullptr || live->last.won() == 0) {
        return {};
    }
    Price target = targetOf(condition, ruled, *live);
    if (condition.id == QLatin1String{"P8"} && ruled.targets.breakUp) {
        target = *ruled.targets.breakUp;
    }
    return target.won() == 0 ? QString{}
                             : signedCountText(stepsBetween(live->last, target, live->steps));
}
}  // namespace

std::vector<ConditionLine> conditionLines(const std::vector<Condition>& conditions)
{
    std::vector<ConditionLine> lines;
    lines.reserve(conditions.size());
    for (const Condition& condition : conditions) {
        lines.push_back(lineOf(condition));
    }
    return lines;
}

std::vector<ConditionLine> exitLines(const std::vector<Condition>& conditions)
{
    std::vector<ConditionLine> lines;
    for (const Condition& condition : conditions) {
        ConditionLine line = lineOf(condition);
        if (condition.outcome == CheckOutcome::Pass) {
            line.tone = Tone::Bad;
            line.mark = QStringLiteral("●");
            line.result = LineWords::tr("sells", "an exit's condition");
        } else if (condition.outcome == CheckOutcome::Fail) {
            line.tone = Tone::Good;
            line.mark = QStringLiteral("○");
            line.result = LineWords::tr("waits", "an exit's condition");
        }
        if (condition.unit == CheckUnit::None) {
            line.value.clear();
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<ConditionLine> addLines(const domain::RuledPosition& ruled,
                                    const domain::SymbolView* live, domain::Timestamp now)
{
    std::vector<ConditionLine> lines = conditionLines(ruled.add);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Condition& condition = ruled.add[i];
        ConditionLine& line = lines[i];
        line.steps = stepsText(condition, ruled, live);
        if (condition.id == QLatin1String{"P8"} && condition.detail.isEmpty()) {
            line.value = patternStateName(ruled.marks.pattern.state);
            line.limit = patternStateName(domain::PatternState::Rebreak);
        }
        if (i < ruled.tracks.size()) {
            const domain::ConditionTrack& track = ruled.tracks[i];
            line.nearMisses = track.nearMisses;
            line.held = track.since == domain::Timestamp{} ? QString{} : ageText(now - track.since);
        }
    }
    return lines;
}

std::vector<ConditionLine> whyLines(const domain::WhyView& why)
{
    std::vector<ConditionLine> lines;
    if (!why.held) {
        const QString screener = LineWords::tr("Screener");
        const QString key = QStringLiteral("screener");
        if (!why.screened) {
            lines.push_back(stepLine(key, false, screener, LineWords::tr("not run yet")));
        } else if (why.excluded) {
            lines.push_back(stepLine(key, false, screener, reasonName(*why.excluded)));
        } else if (!why.row) {
            lines.push_back(stepLine(key, false, screener, LineWords::tr("not in the list")));
        } else {
            lines.push_back(stepLine(key, why.row->eligible, screener,
                                     LineWords::tr("rank %1").arg(why.row->rank)));
            for (const domain::WhyNot& reason : why.row->whyNot) {
                lines.push_back(stepLine(key + QString::number(static_cast<int>(reason.reason)),
                                         false, screener, whyNotText(reason)));
            }
        }
    }
    lines.push_back(
        stepLine(QStringLiteral("trade-slot"), why.tradeSlot, LineWords::tr("Trade stream"),
                 why.tradeSlot ? LineWords::tr("registered") : LineWords::tr("no slot")));
    // Without one the best prices that each trade carries count: it stops nothing by itself.
    lines.push_back(
        stepLine(QStringLiteral("quote-slot"),
                 why.quoteSlot ? CheckOutcome::Pass : CheckOutcome::NotApplicable,
                 LineWords::tr("Quote stream"),
                 why.quoteSlot ? LineWords::tr("registered") : LineWords::tr("no slot")));
    for (ConditionLine& line : conditionLines(why.entry)) {
        lines.push_back(std::move(line));
    }
    for (const domain::CheckResult& check : why.gate) {
        if (check.outcome == CheckOutcome::NotApplicable) {
            continue;
        }
        lines.push_back(
            {.key = checkId(check.number),
             .tone = toneOf(check.outcome),
             .mark = outcomeMark(check.outcome),
             .result = checkOutcomeName(check.outcome),
             .name = QStringLiteral("%1 %2").arg(checkId(check.number), checkName(check.number)),
             .value = check.value || check.detail.isEmpty()
                          ? checkFigureText(check.unit, check.value)
                          : codeWordText(check.detail),
             .limit = checkFigureText(check.unit, check.limit),
             .help = checkMeaning(check.number)});
    }
    if (!why.broker.isEmpty()) {
        lines.push_back(
            stepLine(QStringLiteral("broker"), false, LineWords::tr("Broker"), why.broker));
    }
    return lines;
}
}  // namespace ui
