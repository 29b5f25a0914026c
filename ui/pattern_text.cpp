#include "ui/pattern_text.h"

#include "ui/format.h"
#include "ui/price_distance.h"
#include "ui/words_rules.h"

#include <QCoreApplication>

namespace ui
{
namespace domain = core::domain;
using domain::PatternState;
using domain::Price;

namespace
{
struct PatternWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RuleWords)
};

/// One target of the pattern as text with its distance from the last price.
class Targets
{
public:
    explicit Targets(const domain::SymbolView* live) : m_live{live} {}

    void add(const std::optional<Price>& price, const QString& sentence)
    {
        if (price) {
            m_parts.push_back(sentence.arg(
                m_live == nullptr ? priceText(*price)
                                  : priceAndStepsText(m_live->last, *price, m_live->steps)));
        }
    }
    void add(const QString& text) { m_parts.push_back(text); }
    [[nodiscard]] QString text() const { return m_parts.join(QStringLiteral(" · ")); }

private:
    const domain::SymbolView* m_live;
    QStringList m_parts;
};
}  // namespace

QString patternNote(const domain::RuledPosition& ruled, const domain::SymbolView* live,
                    QLatin1String voidReason, const core::config::PyramidSection& config,
                    domain::Timestamp now)
{
    const domain::PatternTargets& to = ruled.targets;
    const domain::Pattern& pattern = ruled.marks.pattern;
    Targets parts{live};
    switch (pattern.state) {
    case PatternState::Off:
        return patternOffText(pattern.off);
    case PatternState::Base:
        parts.add(to.rise, PatternWords::tr("rises at ≥ %1"));
        break;
    case PatternState::Risen:
        parts.add(to.bandTop, PatternWords::tr("pull-back at ≤ %1"));
        parts.add(to.bandBottom, PatternWords::tr("void below %1"));
        break;
    case PatternState::Pullback:
        parts.add(to.breakUp, PatternWords::tr("re-break at ≥ %1"));
        parts.add(to.bandBottom, PatternWords::tr("void below %1"));
        break;
    case PatternState::Rebreak:
        parts.add(to.chaseMax, PatternWords::tr("judged up to %1"));
        parts.add(PatternWords::tr("ends in %1")
                      .arg(countdownText(pattern.brokenAt + config.rebreakWindow - now).right(5)));
        break;
    case PatternState::Void:
        if (!voidReason.isEmpty()) {
            parts.add(ruleWordText(QString{voidReason}));
        }
        parts.add(to.breakUp, PatternWords::tr("new leg above %1"));
        break;
    case PatternState::Ordered:
        parts.add(PatternWords::tr("the add order is working"));
        break;
    case PatternState::Added:
        parts.add(PatternWords::tr("exits now follow the average of both"));
        break;
    }
    return parts.text();
}

QString trailText(const domain::RuledPosition& ruled, const core::config::Config& config)
{
    const domain::Trail& trail = ruled.marks.trail;
    if (ruled.marks.wave) {
        return PatternWords::tr("none", "trailing: wave positions have none");
    }
    if (trail.on) {
        // Parts per billion to 1/10,000 %.
        return PatternWords::tr("on w %1 peak %2", "trailing: width, peak")
            .arg(unsignedPercentText(ruled.widthInForce / 1'000),
                 priceText(trail.peak.value_or(Price{})));
    }
    const bool added = ruled.marks.pattern.state == PatternState::Added;
    const domain::Percent from = added ? config.pyramid.breakEvenTrigger : config.exit.trailOn;
    return ruled.marks.entryFinal || added
               ? PatternWords::tr("armed %1", "trailing: gain that switches it on")
                     .arg(percentText(from.units() / 1'000))
               : PatternWords::tr("off", "trailing");
}

QString pyramidText(const domain::RuledPosition& ruled)
{
    const QString state = patternStateName(ruled.marks.pattern.state);
    return ruled.override.mode == domain::AddMode::Auto
               ? state
               : QStringLiteral("%1 · %2").arg(state, addModeName(ruled.override.mode));
}

QString heldText(const domain::RuledPosition& ruled, domain::Timestamp now)
{
    const domain::Timestamp from = ruled.marks.entryFilledAt == domain::Timestamp{}
                                       ? ruled.marks.openedAt
                                       : ruled.marks.entryFilledAt;
    if (from == domain::Timestamp{}) {
        return QString{kUnknownMark};
    }
    const QString held = countdownText(std::chrono::floor<std::chrono::seconds>(now - from));
    const QString since = held.startsWith(QLatin1String{"00:"}) ? held.mid(3) : held;
    if (ruled.timeExitAt == domain::Timestamp{}) {
        return since;
    }
    const QString left = countdownText(ruled.timeExitAt - now);
    return QStringLiteral("%1 · %2%3")
        .arg(since, QString{QChar{0x2212}},
             left.startsWith(QLatin1String{"00:"}) ? left.mid(3) : left);
}
}  // namespace ui
