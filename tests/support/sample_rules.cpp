#include "tests/support/sample_rules.h"

#include "core/domain/price_steps.h"
#include "tests/support/sample_desk.h"

namespace test
{
namespace domain = core::domain;
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;
using domain::Decision;
using domain::DecisionKind;
using domain::PatternState;
using domain::Price;
using domain::Quantity;
using domain::RuledPosition;
using domain::Verdict;
using domain::Won;

namespace
{
using L1 = QLatin1String;
constexpr std::int64_t kPercent = domain::Percent::kUnitsPerPercent;

std::vector<domain::ConditionTrack> tracks()
{
    std::vector<domain::ConditionTrack> out;
    for (int i = 0; i < 12; ++i) {
        out.push_back({.since = seoul(13, 5, 12 + i * 3), .nearMisses = i == 4 ? 3 : 0});
    }
    return out;
}

std::shared_ptr<const std::vector<domain::StopPoint>> path(std::int64_t from, std::int64_t step)
{
    auto points = std::make_shared<std::vector<domain::StopPoint>>();
    for (int i = 0; i < 6; ++i) {
        points->push_back({.at = seoul(12, 50 + i * 2), .price = Price::fromWon(from + i * step)});
    }
    return points;
}

/// 000660: bought at 270,500, H 277,500, in the pull-back.
RuledPosition pullback()
{
    RuledPosition out;
    out.symbol = symbolOf("000660");
    out.marks.entryCost = Won{1'082'000};
    out.marks.entryQuantity = Quantity{4};
    out.marks.entryFinal = true;
    out.marks.openedAt = seoul(12, 50, 4);
    out.marks.entryFilledAt = seoul(12, 50, 6);
    out.marks.pattern.state = PatternState::Pullback;
    out.marks.pattern.high = Price::fromWon(279'000);
    out.marks.pattern.highAt = seoul(13, 5, 10);
    out.marks.pattern.low = Price::fromWon(276'500);
    out.marks.trail = {.on = true, .width = 8'300'000, .peak = Price::fromWon(279'000)};
    out.widthInForce = 13'000'000;
    out.widthTarget = 9'100'000;
    out.holdsThrough = true;
    out.stops = {{L1{"S1"}, Price::fromWon(265'000)},
                 {L1{"S2"}, Price::fromWon(266'500)},
                 {L1{"S3"}, Price::fromWon(275'000)}};
    out.binding = out.stops.back();
    out.targets = {.rise = {},
                   .bandTop = Price::fromWon(277'000),
                   .bandBottom = Price::fromWon(276'000),
                   .breakUp = Price::fromWon(279'500),
                   .chaseMax = {}};
    out.depthNow = domain::Percent::fromUnits(8'960'573);
    out.add = sampleAddConditions();
    out.tracks = tracks();
    out.whatIf = domain::AddPreview{.quantity = Quantity{2},
                                    .limit = Price::fromWon(277'000),
                                    .amount = Won{554'000},
                                    .cost = Won{1'636'000},
                                    .total = Quantity{6},
                                    .breakEven = Price::fromWon(273'500),
                                    .stop = Price::fromWon(276'500),
                                    .worstLoss = Won{-14'820},
                                    .equity = Won{10'123'450},
                                    .bookDepth = Quantity{311}};
    out.approvalOffered = true;
    out.timeExitAt = seoul(13, 20, 6);
    out.path = path(265'000, 2'000);
    return out;
}

RuledPosition byHand()
{
    RuledPosition out;
    out.symbol = symbolOf("005930");
    out.marks.openedAt = seoul(10, 12, 4);
    out.marks.pattern.state = PatternState::Off;
    out.marks.pattern.off = domain::PatternOff::NotPyramided;
    out.marks.manualStop = Price::fromWon(71'500);
    out.stops = {{L1{"MAN"}, Price::fromWon(71'500)}, {L1{"S1"}, Price::fromWon(70'900)}};
    out.binding = out.stops.front();
    out.add = sampleAddConditions();
    out.tracks = tracks();
    out.path = path(70'900, 100);
    return out;
}

/// 028300: after its add, break-even set.
RuledPosition added()
{
    RuledPosition out;
    out.symbol = symbolOf("028300");
    out.marks.entryCost = Won{680'000};
    out.marks.entryQuantity = Quantity{14};
    out.marks.entryFinal = true;
    out.marks.openedAt = seoul(12, 40);
    out.marks.entryFilledAt = seoul(12, 40, 2);
    out.marks.addCost = Won{339'999};
    out.marks.addQuantity = Quantity{7};
    out.marks.addFilledAt = seoul(12, 58, 30);
    out.marks.pattern.state = PatternState::Added;
    out.marks.pattern.high = Price::fromWon(49'800);
    out.marks.pattern.low = Price::fromWon(49'300);
    out.marks.higherLow = Price::fromWon(51'200);
    out.marks.breakEven = Price::fromWon(48'800);
    out.stops = {{L1{"A1"}, Price::fromWon(48'150)},
                 {L1{"A2"}, Price::fromWon(51'100)},
                 {L1{"A3"}, Price::fromWon(48'800)}};
    out.binding = out.stops[1];
    out.add = sampleAddConditions();
    out.tracks = tracks();
    out.override = {.mode = domain::AddMode::Block, .reason = QStringLiteral("공시 대기")};
    out.timeExitAt = seoul(13, 28, 30);
    out.path = path(48'150, 500);
    return out;
}

Decision decision(std::uint64_t number, int second, DecisionKind kind, Verdict verdict,
                  const char* code, const char* rule)
{
    Decision out;
    out.number = number;
    out.at = seoul(13, 5, second);
    out.kind = kind;
    out.verdict = verdict;
    out.symbol = symbolOf(code);
    out.rule = L1{rule};
    return out;
}

std::shared_ptr<const domain::DecisionList> decisions()
{
    Decision entry = decision(1, 3, DecisionKind::Entry, Verdict::Refuse, "042700", "BASE");
    entry.conditions = {
        {.id = L1{"auto"}, .outcome = CheckOutcome::Pass},
        {.id = L1{"volume"},
         .outcome = CheckOutcome::Fail,
         .unit = CheckUnit::PercentUnits,
         .value = 120 * kPercent,
         .limit = 150 * kPercent},
        {.id = L1{"spread"},
         .outcome = CheckOutcome::Fail,
         .unit = CheckUnit::PercentUnits,
         .value = kPercent / 2,
         .limit = 4 * kPercent / 10},
    };
    Decision bought = decision(2, 8, DecisionKind::Entry, Verdict::Take, "000660", "BASE");
    bought.quantity = Quantity{4};
    bought.price = Price::fromWon(270'500);
    Decision moved = decision(3, 21, DecisionKind::Pattern, Verdict::Note, "000660", "ADD");
    moved.from = PatternState::Risen;
    moved.state = PatternState::Pullback;
    Decision refused = decision(4, 33, DecisionKind::Add, Verdict::Refuse, "000660", "ADD");
    refused.conditions = sampleAddConditions();
    Decision sold = decision(5, 41, DecisionKind::Exit, Verdict::Take, "042700", "S1");
    sold.quantity = Quantity{8};
    sold.price = Price::fromWon(96'100);
    sold.conditions = {{.id = L1{"S1"},
                        .outcome = CheckOutcome::Pass,
                        .unit = CheckUnit::PriceWon,
                        .value = 96'100,
                        .limit = 96'200},
                       {.id = L1{"S6"},
                        .outcome = CheckOutcome::Fail,
                        .unit = CheckUnit::Milliseconds,
                        .value = 600'000,
                        .limit = 1'800'000}};
    auto list = std::make_shared<domain::DecisionList>();
    for (const Decision& one : {entry, bought, moved, refused, sold}) {
        list->push_back(std::make_shared<const Decision>(one));
    }
    return list;
}
}  // namespace

std::vector<Condition> sampleAddConditions()
{
    const auto percent = [](const char* id, CheckOutcome outcome, std::int64_t hundredths,
                            std::int64_t limit) {
        return Condition{.id = L1{id},
                         .outcome = outcome,
                         .unit = CheckUnit::PercentUnits,
                         .value = hundredths * kPercent / 100,
                         .limit = limit * kPercent / 100};
    };
    constexpr CheckOutcome kPass = CheckOutcome::Pass;
    return {
        {.id = L1{"P1"},
         .outcome = kPass,
         .unit = CheckUnit::ClockTime,
         .value = domain::timeOfDay(13, 5, 53).count(),
         .limit = domain::timeOfDay(15, 0).count()},
        percent("P2", kPass, 236, 200),
        percent("P3", kPass, 71, 500),
        percent("P4", kPass, 18, 40),
        percent("P5", CheckOutcome::Fail, 5'412, 5'800),
        {.id = L1{"P6"},
         .outcome = CheckOutcome::Insufficient,
         .unit = CheckUnit::PercentUnits,
         .limit = 150 * kPercent},
        percent("P7", kPass, 62, 120),
        {.id = L1{"P8"}, .outcome = CheckOutcome::Fail},
        {.id = L1{"P9"}, .outcome = kPass, .unit = CheckUnit::Count, .value = 0, .limit = 0},
        {.id = L1{"P10"},
         .outcome = CheckOutcome::Fail,
         .unit = CheckUnit::Won,
         .value = 1'636'000,
         .limit = 1'600'000},
        {.id = L1{"P11"},
         .outcome = kPass,
         .unit = CheckUnit::Won,
         .value = 5'476'120,
         .limit = 554'078},
        {.id = L1{"P12"}, .outcome = kPass},
    };
}

domain::RulesView sampleRules()
{
    domain::RulesView rules;
    rules.automation = {{symbolOf("042700"), domain::AutoState::Off},
                        {symbolOf("247540"), domain::AutoState::ExitsOnly}};
    rules.positions = {pullback(), byHand(), added()};
    rules.guard.from = seoul(9, 5);
    rules.guard.certain = true;
    rules.guard.state.trailArmed = true;
    rules.guard.state.peak = Won{10'320'000};
    rules.guard.trailLevel = Won{10'270'000};
    rules.guard.state.fired = {{.rule = domain::GuardRule::TrailStop,
                                .at = seoul(13, 1, 2),
                                .equity = Won{10'268'000},
                                .peak = Won{10'320'000}}};
    rules.why.symbol = symbolOf("005930");
    rules.why.held = true;
    rules.why.tradeSlot = true;
    rules.why.quoteSlot = true;
    rules.why.entry = sampleAddConditions();
    rules.interventions = {{.at = seoul(12, 59),
                            .kind = domain::InterventionKind::AddOverride,
                            .symbol = symbolOf("028300"),
                            .what = QStringLiteral("block"),
                            .reason = QStringLiteral("공시 대기"),
                            .until = {}},
                           {.at = seoul(13, 2),
                            .kind = domain::InterventionKind::StopMoved,
                            .symbol = symbolOf("005930"),
                            .what = QStringLiteral("71500"),
                            .reason = {},
                            .until = {}}};
    rules.shadows = {{.symbol = symbolOf("005930"),
                      .since = seoul(13, 2),
                      .cause = QStringLiteral("stop_moved"),
                      .over = true,
                      .rule = L1{"S6"},
                      .shadowPnl = Won{-4'100},
                      .handPnl = Won{7'200}}};
    rules.decisions = decisions();
    rules.names = std::make_shared<const domain::IssueNames>();
    return rules;
}
}  // namespace test
