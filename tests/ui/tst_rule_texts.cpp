// What the panels of the rules say, value by value: conditions, pattern, trailing, filters.
#include "core/config/config_file.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "tests/support/sample_rules.h"
#include "ui/condition_lines.h"
#include "ui/decisions_model.h"
#include "ui/format.h"
#include "ui/pattern_text.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace
{
RuledPosition pullBack()
{
    return test::sampleRules().positions.front();
}

SymbolView liveAt(std::int64_t last)
{
    SymbolView live;
    live.symbol = test::symbolOf("000660");
    live.last = Price::fromWon(last);
    live.high = Price::fromWon(280'000);
    return live;
}

QString stepsOf(std::size_t condition, const SymbolView& live)
{
    return ui::addLines(pullBack(), &live, test::seoul(13, 6)).at(condition).steps;
}

const core::config::Config& config()
{
    static const core::config::Config all = core::config::defaultConfig(EnvironmentKind::Sim);
    return all;
}

Decision decision(DecisionKind kind, Verdict verdict, const char* rule)
{
    Decision out;
    out.kind = kind;
    out.verdict = verdict;
    out.rule = QLatin1String{rule};
    return out;
}

/// A letter for each filter that shows it: Main, Taken, Refused, eXits, aDds, Guard; All shows all.
QString filters(const Decision& one)
{
    const QString letters = QStringLiteral("MTRXDG");
    QString out;
    for (int sort = 0; sort < letters.size(); ++sort) {
        if (ui::belongsTo(one, static_cast<ui::DecisionSort>(sort))) {
            out += letters.at(sort);
        }
    }
    return ui::belongsTo(one, ui::DecisionSort::All) ? out : QStringLiteral("not in All");
}
}  // namespace

class RuleTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void saysSinceWhenEachConditionIsAsItIs()
    {
        RuledPosition ruled = pullBack();
        const Timestamp now = test::seoul(13, 30);
        ruled.tracks[0].since = now - 42s;
        ruled.tracks[4].since = now - 3min - 7s;
        ruled.tracks[5].since = {};
        const std::vector<ui::ConditionLine> lines = ui::addLines(ruled, nullptr, now);
        QCOMPARE(lines.at(0).held, QStringLiteral("42 s"));
        QCOMPARE(lines.at(4).held, QStringLiteral("3:07"));
        QCOMPARE(lines.at(5).held, QString{});
        QCOMPARE(lines.at(4).nearMisses, 3);
        QCOMPARE(lines.at(3).nearMisses, 0);
    }

    void countsTheStepsToThePriceThatWouldTurnACondition()
    {
        SymbolView live = liveAt(277'500);
        live.vwapCents = 27'000'000;
        // P2: 270,500 and 2 %, 275,910. P3: 280,000 less 5 %. P7: 270,000 and 1.2 %, 273,240.
        // P8: the re-break at 279,500.
        QCOMPARE(stepsOf(1, live), QStringLiteral("−3"));
        QCOMPARE(stepsOf(2, live), QStringLiteral("−23"));
        QCOMPARE(stepsOf(6, live), QStringLiteral("−9"));
        QCOMPARE(stepsOf(7, live), QStringLiteral("+4"));
        live.last = Price::fromWon(269'000);  // Under the VWAP it has to come up to it.
        QCOMPARE(stepsOf(6, live), QStringLiteral("+2"));
        for (const std::size_t none : {0U, 3U, 4U, 5U, 8U, 9U, 10U, 11U}) {
            QCOMPARE(stepsOf(none, live), QString{});
        }
        QCOMPARE(stepsOf(7, liveAt(0)), QString{});
    }

    void saysWhereTrailingStands()
    {
        RuledPosition ruled = pullBack();
        ruled.marks.trail.on = false;
        QCOMPARE(ui::trailText(ruled, config()), QStringLiteral("armed +1.00 %"));
        core::config::Config other = config();
        other.pyramid.breakEvenTrigger = Percent::fromUnits(7 * Percent::kUnitsPerPercent / 10);
        ruled.marks.pattern.state = PatternState::Added;
        QCOMPARE(ui::trailText(ruled, other), QStringLiteral("armed +0.70 %"));
        ruled.marks.entryFinal = false;
        QCOMPARE(ui::trailText(ruled, other), QStringLiteral("armed +0.70 %"));
        ruled.marks.pattern.state = PatternState::Base;
        QCOMPARE(ui::trailText(ruled, other), QStringLiteral("off"));
        ruled.marks.trail.on = true;
        QCOMPARE(ui::trailText(ruled, other), QStringLiteral("on w 1.30 % peak 279,000"));
        ruled.marks.wave = WaveChannel{};
        QCOMPARE(ui::trailText(ruled, other), QStringLiteral("none"));
    }

    void saysHowLongItIsHeldAndHowLongStill()
    {
        RuledPosition ruled = pullBack();
        const Timestamp now = ruled.marks.entryFilledAt + 12min + 41s;
        ruled.timeExitAt = now + 17min + 19s;
        QCOMPARE(ui::heldText(ruled, now), QStringLiteral("12:41"));
        QCOMPARE(ui::timeExitText(ruled, now), QStringLiteral("−17:19"));
        ruled.timeExitAt = {};
        QCOMPARE(ui::timeExitText(ruled, now), QString{});
        ruled.marks.entryFilledAt = {};  // Nothing of it has a time but its opening.
        ruled.marks.openedAt = now - 5s;
        QCOMPARE(ui::heldText(ruled, now), QStringLiteral("00:05"));
    }

    void saysWhatTheTraderMadeOfTheAdd()
    {
        const auto text = [](AddMode mode) {
            return ui::pyramidText(PatternState::Pullback, mode);
        };
        QCOMPARE(text(AddMode::Auto), QStringLiteral("Pull-back"));
        QCOMPARE(text(AddMode::Block), QStringLiteral("Pull-back · Block"));
        QCOMPARE(text(AddMode::Approve), QStringLiteral("Pull-back · Approve"));
    }

    void saysHowLongAReBreakIsJudged()
    {
        RuledPosition ruled = pullBack();
        ruled.marks.pattern.state = PatternState::Rebreak;
        ruled.targets.chaseMax = Price::fromWon(280'500);
        const Timestamp now = test::seoul(13, 6);
        ruled.marks.pattern.brokenAt = now - config().pyramid.rebreakWindow + 42s;
        QCOMPARE(ui::patternNote(ruled, nullptr, {}, config().pyramid, now),
                 QStringLiteral("judged up to 280,500 · ends in 00:42"));
    }

    void showsADecisionUnderItsFilters_data()
    {
        QTest::addColumn<Decision>("one");
        QTest::addColumn<QString>("shownIn");
        const auto row = [](const char* name, DecisionKind kind, Verdict verdict, const char* rule,
                            const char* shownIn) {
            QTest::newRow(name) << decision(kind, verdict, rule) << QString::fromLatin1(shownIn);
        };
        row("an entry", DecisionKind::Entry, Verdict::Take, "ENTRY", "MT");
        row("a refused entry", DecisionKind::Entry, Verdict::Refuse, "ENTRY", "R");
        row("a wave", DecisionKind::Wave, Verdict::Take, "WAVE", "MT");
        row("a refused wave", DecisionKind::Wave, Verdict::Refuse, "WAVE", "R");
        row("a wave's exit", DecisionKind::Wave, Verdict::Take, "W2", "MTX");
        row("a wave's exit without a word", DecisionKind::Wave, Verdict::Refuse, "W2", "MRX");
        row("an exit", DecisionKind::Exit, Verdict::Take, "S1", "MTX");
        row("a silent exit", DecisionKind::Exit, Verdict::Refuse, "S1", "MRX");
        row("the guard's exit", DecisionKind::Exit, Verdict::Take, "GUARD", "MTXG");
        row("the guard", DecisionKind::Guard, Verdict::Take, "hard_loss", "MTG");
        row("an add", DecisionKind::Add, Verdict::Take, "ADD", "MTD");
        row("a refused add", DecisionKind::Add, Verdict::Refuse, "ADD", "MRD");
        row("the pattern", DecisionKind::Pattern, Verdict::Note, "", "D");
        row("a stop that moved", DecisionKind::Stop, Verdict::Note, "TRAIL", "MX");
        row("a shadow", DecisionKind::Shadow, Verdict::Note, "S1", "M");
    }
    void showsADecisionUnderItsFilters()
    {
        QFETCH(Decision, one);
        QFETCH(QString, shownIn);
        QCOMPARE(filters(one), shownIn);
    }

    void findsDecisionsByCodeNameAndRule()
    {
        DeskSnapshot desk = test::sampleDesk();
        ui::DecisionsModel model;
        model.apply(desk);
        const auto found = [&model](const QString& text) {
            model.setFilter({.text = text, .sort = ui::DecisionSort::All});
            return model.rowCount();
        };
        const QString name = model.line(0).name;
        QVERIFY(!name.isEmpty());
        QCOMPARE(found({}), 5);
        QCOMPARE(found(QStringLiteral("000660")), 3);
        QCOMPARE(found(QStringLiteral("0427")), 2);
        QCOMPARE(found(name), 2);
        QCOMPARE(found(QStringLiteral("s1")), 1);
        QCOMPARE(found(QStringLiteral("ADD")), 2);
        QCOMPARE(found(QStringLiteral("nothing")), 0);
    }
};

QTEST_MAIN(RuleTexts)
#include "tst_rule_texts.moc"
