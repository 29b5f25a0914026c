#pragma once

#include "core/domain/decision.h"
#include "core/domain/guard.h"
#include "core/domain/percent.h"
#include "core/domain/position_marks.h"
#include "core/domain/screen_result.h"
#include "core/domain/trading_view.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
/// One price-based exit of a position.
struct StopComponent
{
    QLatin1String rule{};  ///< "S1", "A3", "MAN"
    Price price{};         ///< Highest valid price at which it fires.

    friend bool operator==(const StopComponent&, const StopComponent&) = default;
};

/// The shown stop from `at` on, until the next point.
struct StopPoint
{
    Timestamp at{};
    Price price{};

    friend bool operator==(const StopPoint&, const StopPoint&) = default;
};

/// Prices at which the pattern would move next.
struct PatternTargets
{
    std::optional<Price> rise;        ///< Base: the leg begins here.
    std::optional<Price> bandTop;     ///< Risen: a pull-back begins at or below.
    std::optional<Price> bandBottom;  ///< Risen, Pullback: void below.
    std::optional<Price> breakUp;     ///< Pullback: the re-break. Void: a new leg.
    std::optional<Price> chaseMax;    ///< Rebreak: highest price that is still judged.

    friend bool operator==(const PatternTargets&, const PatternTargets&) = default;
};

/// How long a condition has had its result, and how often it alone said no.
struct ConditionTrack
{
    Timestamp since{};
    int nearMisses = 0;

    friend bool operator==(const ConditionTrack&, const ConditionTrack&) = default;
};

/// The trader's word about adding to a position.
enum class AddMode : std::uint8_t
{
    Auto,
    Block,
    Approve,
};
struct AddOverride
{
    AddMode mode = AddMode::Auto;
    QString reason{};
    Timestamp until{};  ///< Approve only.

    friend bool operator==(const AddOverride&, const AddOverride&) = default;
};

/// What the position would be after a full fill of the add at its limit.
struct AddPreview
{
    Quantity quantity{};
    Price limit{};
    Won amount{};
    Won cost{};            ///< Of the whole position then; average = cost / total.
    Quantity total{};      ///< Shares then.
    Price breakEven{};     ///< Covers all costs.
    Price stop{};          ///< A1, the -0.8 % line, or the leg's low if that is higher.
    Won worstLoss{};       ///< Net, of everything sold at `stop`; negative = a loss.
    Won equity{};          ///< 0 = not known.
    Quantity bookDepth{};  ///< Shares offered at or below the limit, as the book shows.

    friend bool operator==(const AddPreview&, const AddPreview&) = default;
};

/// The rule's own path after the trader went another way: sold on paper where the rule would.
struct ShadowView
{
    Symbol symbol{};
    Timestamp since{};
    QString cause{};    ///< Which intervention, a code word.
    bool over = false;  ///< It has sold.
    QString rule{};     ///< With `over`: by which exit.
    Won shadowPnl{};    ///< Net, since the position was opened; at the last price until over.
    Won handPnl{};      ///< Net of what really happened, the same way.

    friend bool operator==(const ShadowView&, const ShadowView&) = default;
};

/// Everything the rules know and want of one held symbol.
struct RuledPosition
{
    Symbol symbol{};
    PositionMarks marks;
    std::vector<StopComponent> stops;  ///< In label order.
    std::optional<StopComponent> binding;
    std::int64_t widthInForce = 0;  ///< Trailing width compared with, parts per billion.
    std::int64_t widthTarget = 0;
    bool holdsThrough = false;  ///< The armed policy suspends S4 and S5 and widens S3.
    PatternTargets targets;
    Percent depthNow;                    ///< (H - last) / H while the pattern has an H.
    std::vector<Condition> add;          ///< P1 to P12 as they stand now.
    std::vector<ConditionTrack> tracks;  ///< Same order.
    std::optional<AddPreview> whatIf;
    bool approvalOffered = false;
    AddOverride override;
    std::vector<Condition> exits;  ///< `Pass` = fires.
    Timestamp timeExitAt{};        ///< S6; epoch = does not apply.
    QString exiting;               ///< Label of the exit under way; empty = none.
    std::shared_ptr<const std::vector<StopPoint>> path;  ///< Never null; oldest first.

    friend bool operator==(const RuledPosition&, const RuledPosition&) = default;
};

/// The portfolio guard as the bar shows it; its thresholds are in the configuration.
struct GuardBarView
{
    Timestamp from{};      ///< It looks from here on.
    bool certain = false;  ///< The equity may be used.
    GuardState state;
    Won trailLevel{};                        ///< Fires at or below; 0 = not armed.
    int lossStreak = 0;                      ///< Losing trades in a row, today.
    std::optional<Timestamp> pausedUntil{};  ///< By the loss streak (RC-23).

    friend bool operator==(const GuardBarView&, const GuardBarView&) = default;
};

/// What a person changed in what the rules would do.
enum class InterventionKind : std::uint8_t
{
    Automation,  ///< Per symbol.
    Master,
    AddOverride,
    StopMoved,
    HandOrder,
    HandSale,
    Kill,
    GuardReset,
};
struct Intervention
{
    Timestamp at{};
    InterventionKind kind = InterventionKind::HandOrder;
    Symbol symbol{};
    QString what{};     ///< Code word or figure: "block", "exits_only", "10150".
    QString reason{};   ///< In the trader's words.
    Timestamp until{};  ///< Epoch = no end.

    friend bool operator==(const Intervention&, const Intervention&) = default;
};

/// Why nothing is bought of a symbol, from the screener to the broker.
struct WhyView
{
    Symbol symbol{};
    bool screened = false;                 ///< A screening has run.
    std::optional<ScreenRow> row;          ///< Empty = not in the list.
    std::optional<ScreenReason> excluded;  ///< Before scoring.
    bool tradeSlot = false;
    bool quoteSlot = false;
    std::vector<Condition> entry;  ///< Of the entry, or P1 to P12 of a held symbol.
    bool held = false;
    std::vector<CheckResult> gate;  ///< As for the order the rule would send.
    QString broker;                 ///< Newest refusal today, the broker's words.

    friend bool operator==(const WhyView&, const WhyView&) = default;
};

/// Automatic trading of a symbol, where it differs from the master's.
struct SymbolAutomation
{
    Symbol symbol{};
    AutoState state = AutoState::On;

    friend bool operator==(const SymbolAutomation&, const SymbolAutomation&) = default;
};

using DecisionList = std::vector<std::shared_ptr<const Decision>>;
using IssueNames = std::map<Symbol, QString>;

/// Everything about rules and their decisions in one immutable value.
struct RulesView
{
    AutoState master = AutoState::On;
    std::vector<SymbolAutomation> automation;  ///< By symbol.
    std::vector<RuledPosition> positions;      ///< By symbol.
    GuardBarView guard;
    WhyView why;  ///< Of the selected symbol.
    std::vector<ShadowView> shadows;
    std::vector<Intervention> interventions;  ///< Today's, oldest first.
    /// Newest last; at most 1,000 refusals and 1,000 others. Never null.
    std::shared_ptr<const DecisionList> decisions;
    /// Of every issue a position, an order or a decision was about; never null.
    std::shared_ptr<const IssueNames> names;
};
using RulesViewPtr = std::shared_ptr<const RulesView>;
}  // namespace core::domain
