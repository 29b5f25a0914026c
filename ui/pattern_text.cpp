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

/// Minutes and seconds; hours only where there are any.
QString shortCountdown(std::chrono::milliseconds left)
{
    const QString text = countdownText(left);
    return text.startsWith(QLatin1String{"00:"}) ? text.mid(3) : text;
}

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

QString trailOnText(std::int64_t widthTenThousandths, Price peak)
{
    return PatternWords::tr("on w %1 peak %2", "trailing: width, peak")
        .arg(unsignedPercentText(widthTenThousandths), priceText(peak));
}

QString trailText(const domain::RuledPosition& ruled, const core::config::Config& config)
{
    const domain::Trail& trail = ruled.marks.trail;
    if (ruled.marks.wave) {
        return PatternWords::tr("none", "trailing: wave positions have none");
    }
    if (trail.on) {
        return trailOnText(ruled.widthInForce / 1'000, trail.peak.value_or(Price{}));
    }
    const bool added = ruled.marks.pattern.state == PatternState::Added;
    const domain::Percent from = added ? config.pyramid.breakEvenTrigger : config.exit.trailOn;
    return ruled.marks.entryFinal || added
               ? PatternWords::tr("armed %1", "trailing: gain that switches it on")
                     .arg(percentText(from.units() / 1'000))
               : PatternWords::tr("off", "trailing");
}

QString pyramidText(PatternState state, domain::AddMode mode)
{
    const QString name = patternStateName(state);
    return mode == domain::AddMode::Auto ? name
                                         : QStringLiteral("%1 · %2").arg(name, addModeName(mode));
}

QString heldText(const domain::RuledPosition& ruled, domain::Timestamp now)
{
    const domain::Timestamp from = ruled.marks.entryFilledAt == domain::Timestamp{}
                                       ? ruled.marks.openedAt
                                       : ruled.marks.entryFilledAt;
    if (from == domain::Timestamp{}) {
        return QString{kUnknownMark};
    }
    return shortCountdown(std::chrono::floor<std::chrono::seconds>(now - from));
}

QString timeExitText(const domain::RuledPosition& ruled, domain::Timestamp now)
{
    return ruled.timeExitAt == domain::Timestamp{}
               ? QString{}
               : QChar{0x2212}
                     + shortCountdown(
                         std::chrono::floor<std::chrono::milliseconds>(ruled.timeExitAt - now));
}
}  // namespace ui
