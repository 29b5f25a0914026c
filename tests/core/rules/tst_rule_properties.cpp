#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <random>

using namespace std::chrono_literals;
using test::Instant;
using test::PatternState;
using test::ranges;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
/// A random walk over valid prices with steps between, an add that fills when it is allowed, and
/// every stop held to what it shows. Everything follows from `seed`.
class Walk final
{
public:
    explicit Walk(std::uint32_t seed) : m_random{seed}
    {
        m_rig.readyToAdd();
        m_rig.enter(1'000'000, 100);
        m_rig.now = test::clockAt(10, 5);
    }

    /// Empty, or what went wrong.
    QString run(int trades)
    {
        for (int index = 0; index < trades && m_wrong.isEmpty(); ++index) {
            if (pick(5) == 0) {
                m_rig.market.atr = ranges(pick(6'000) + 1);
                m_rig.market.minuteClose = m_rig.market.price;
                judged(m_rig.step());
            }
            m_rig.now += std::chrono::milliseconds{pick(9'000)};
            m_last += (pick(9) - 4) * 10;
            m_rig.market.ask = won(m_last);
            m_rig.market.bid = won(m_last - 10);
            m_rig.market.vwap = domain::Vwap{m_last * 99, 99};
            const domain::PositionMarks before = m_rig.marks;
            const rules::PositionOutcome out = m_rig.trade(m_last);
            if (rules::judgeTrade(before, m_rig.input(), m_rig.desk).marks != out.marks) {
                m_wrong = QStringLiteral("not deterministic");
            }
            judged(out);
            if (out.add && out.add->allowed()) {
                add(*out.add);
            }
        }
        return m_wrong;
    }
    [[nodiscard]] int adds() const { return m_adds; }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(below)); }

    void add(const rules::AddVerdict& verdict)
    {
        (void)rules::patternOrdered(m_rig.marks);
        if (pick(3) > 0) {
            ++m_adds;
            m_rig.marks.addQuantity = verdict.quantity;
            m_rig.marks.addCost = domain::amount(verdict.limit, verdict.quantity);
            m_rig.marks.addFilledAt = m_rig.now;
        }
        (void)rules::patternOrderEnded(m_rig.marks, m_rig.now, m_rig.config.pyramid);
    }

    void judged(const rules::PositionOutcome& out)
    {
        if (out.moves.size() > 4) {
            m_wrong = QStringLiteral("the pattern moved too often on one trade");
        }
        const domain::Trail& trail = out.marks.trail;
        if (trail.on && (trail.width < 8'000'000 || trail.width > 25'000'000)) {
            m_wrong = QStringLiteral("width out of its limits");
        }
        for (const rules::StopLevel& level : out.levels.all()) {
            shownIsWhatFires(level);
        }
        fixedLevelsNeverFall(out);
    }

    /// A trade at or below the shown level fires, and one step above it does not.
    void shownIsWhatFires(const rules::StopLevel& level)
    {
        const domain::Price above = domain::nextUp(level.shown);
        if (!domain::isOnStep(level.shown) || level.fires < level.shown || level.fires >= above) {
            m_wrong = QStringLiteral("%1 shows what does not fire").arg(QString{level.rule});
        }
    }

    /// S1 and A1 stand still, A2 and A3 rise at most; S3 and A4 too while the width does.
    void fixedLevelsNeverFall(const rules::PositionOutcome& out)
    {
        const bool added = out.marks.pattern.state == PatternState::Added;
        const rules::StopLevel* fixed = out.levels.find(QLatin1String{added ? "A1" : "S1"});
        if (fixed == nullptr || (added == m_wasAdded && m_fixed && *m_fixed != fixed->fires)) {
            m_wrong = QStringLiteral("S1 or A1 moved");
        } else {
            m_fixed = fixed->fires;
        }
        const rules::StopLevel* trail = out.levels.find(QLatin1String{added ? "A4" : "S3"});
        const std::int64_t width = rules::widthInForce(out.marks, m_rig.config.pyramid);
        if (trail != nullptr && m_trail && added == m_wasAdded && width <= m_width
            && trail->fires < *m_trail) {
            m_wrong = QStringLiteral("the trailing stop fell");
        }
        m_trail.reset();
        if (trail != nullptr) {
            m_trail = trail->fires;
        }
        m_width = width;
        m_wasAdded = added;
        if (m_adds > 1) {
            m_wrong = QStringLiteral("a second add");
        }
    }

    std::mt19937 m_random;
    RulesRig m_rig;
    std::int64_t m_last = 10'150;
    int m_adds = 0;
    bool m_wasAdded = false;
    std::optional<domain::Price> m_fixed;
    std::optional<domain::Price> m_trail;
    std::int64_t m_width = 0;
    QString m_wrong;
};

int sequences()
{
    bool given = false;
    const int count = qEnvironmentVariableIntValue("RULE_SEQUENCES", &given);
    return given ? count : 2'000;
}
}  // namespace

class TestRuleProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTapesKeepTheRules()
    {
        int adds = 0;
        for (int seed = 1; seed <= sequences(); ++seed) {
            Walk walk{static_cast<std::uint32_t>(seed)};
            const QString wrong = walk.run(60);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
            adds += walk.adds();
        }
        QVERIFY(sequences() < 500 || adds > 0);  // Otherwise nothing of it was about adds.
    }
};

QTEST_GUILESS_MAIN(TestRuleProperties)
#include "tst_rule_properties.moc"
