// The event log's sentences. Apart from words.cpp because every new event adds three lines here.
#include "ui/format.h"
#include "ui/log_words.h"
#include "ui/words.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <optional>

namespace ui
{
namespace domain = core::domain;
using domain::LogCode;

namespace
{
/// A template with its placeholders filled; arguments that are missing show as a dash, so a
/// sentence never ends in "%2". One pass: an argument that looks like a placeholder stays text.
QString fill(const QString& sentence, const QStringList& arguments)
{
    QString filled;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int place = at + 1 < sentence.size() ? sentence[at + 1].digitValue() : -1;
        if (sentence[at] != QLatin1Char{'%'} || place < 1) {
            filled += sentence[at];
            continue;
        }
        const QString argument = arguments.value(place - 1);
        filled += argument.isEmpty() ? QString{kUnknownMark} : argument;
        ++at;
    }
    return filled;
}

/// The number an argument holds as a code below `count`; nothing for any other text.
template <typename Code>
std::optional<Code> codeIn(const QString& argument, int count)
{
    bool number = false;
    const int value = argument.toInt(&number);
    if (!number || value < 0 || value >= count) {
        return std::nullopt;
    }
    return static_cast<Code>(value);
}

/// "B 10" as "Buy 10".
QString orderText(const QString& argument)
{
    if (!argument.startsWith(QLatin1String{"B "}) && !argument.startsWith(QLatin1String{"S "})) {
        return argument;
    }
    const domain::Side side =
        argument[0] == QLatin1Char{'B'} ? domain::Side::Buy : domain::Side::Sell;
    return LogWords::tr("%1 %2", "side, quantity").arg(sideName(side), argument.mid(2));
}

/// The codes among the arguments of gate and account events.
void wordTrading(LogCode code, QStringList& words)
{
    const auto put = [&words](qsizetype place, const QString& word) {
        if (!word.isEmpty()) {
            words[place] = word;
        }
    };
    const bool gate = code == LogCode::GateClosed || code == LogCode::GateOpened;
    if (gate && !words.isEmpty()) {
        if (const auto cause = codeIn<domain::GateCause>(words[0], 20)) {
            put(0, causeName(*cause));
        }
        if (words.size() > 1) {
            if (const auto state = codeIn<domain::GateState>(words[1], 4)) {
                put(1, gateStateName(*state));
            }
        }
        if (words.size() > 2) {
            put(2, codeWordText(words[2]));
        }
    } else if ((code == LogCode::KillRaised || code == LogCode::KillReleased) && !words.isEmpty()) {
        if (const auto level = codeIn<domain::KillLevel>(words[0], 4)) {
            put(0, words.value(1).isEmpty()
                       ? killName(*level)
                       : QStringLiteral("%1 (%2)").arg(killName(*level), codeWordText(words[1])));
        }
    } else if (code == LogCode::DisarmedNow && !words.isEmpty()) {
        put(0, codeWordText(words[0]));
    } else if ((code == LogCode::CodeFrozen || code == LogCode::CodeThawed) && words.size() > 1) {
        put(1, codeWordText(words[1]));
    } else if (code == LogCode::OrderDenied && words.size() > 1) {
        const QString name = checkName(QStringView{words[1]}.mid(3).toInt());
        put(1, name.isEmpty() ? QString{} : QStringLiteral("%1 %2").arg(words[1], name));
    }
}

/// The codes among the arguments of what the rules did.
void wordRules(LogCode code, QStringList& words)
{
    const auto put = [&words](qsizetype place, const QString& word) {
        if (place < words.size() && !word.isEmpty()) {
            words[place] = word;
        }
    };
    if (code == LogCode::BuyDecided || code == LogCode::ExitDecided || code == LogCode::RuleSilent
        || code == LogCode::ShadowOver) {
        put(0, ruleText(words.value(0)));
    }
    if (code == LogCode::RuleSilent) {
        put(1, ruleWordText(words.value(1)));
    } else if (code == LogCode::GuardFired) {
        const auto rule = codeIn<domain::GuardRule>(words.value(0), domain::kGuardRules);
        put(0, rule ? guardRuleName(*rule) : ruleWordText(words.value(0)));
    } else if (code == LogCode::PatternMoved) {
        for (const qsizetype place : {0, 1}) {
            const auto state = codeIn<domain::PatternState>(words.value(place), 8);
            put(place, state ? patternStateName(*state) : ruleWordText(words.value(place)));
        }
    } else if (code == LogCode::OverrideEnded) {
        const auto mode = codeIn<domain::AddMode>(words.value(0), 3);
        put(0, mode ? addModeName(*mode) : ruleWordText(words.value(0)));
    }
}

/// Codes in arguments that have words of their own. What is no such code is shown as it came.
QStringList worded(const domain::LogEntry& entry)
{
    QStringList words = entry.arguments;
    const auto put = [&words](qsizetype place, const QString& word) {
        if (!word.isEmpty()) {
            words[place] = word;
        }
    };
    if (entry.code == LogCode::Started && !words.isEmpty()) {
        using domain::EnvironmentKind;
        for (const EnvironmentKind kind : {EnvironmentKind::Sim, EnvironmentKind::Demo,
                                           EnvironmentKind::Live, EnvironmentKind::Replay}) {
            if (words[0] == environmentBadge(kind).toLower()) {
                put(0, environmentName(kind));
                break;
            }
        }
    } else if (entry.code == LogCode::SessionPhaseChanged && !words.isEmpty()) {
        if (const auto phase = codeIn<domain::SessionPhase>(words[0], 7)) {
            put(0, phaseName(*phase));
        }
    } else if (entry.code == LogCode::SubscriptionRefused && !words.isEmpty()) {
        if (const auto stream = codeIn<domain::Stream>(words[0], 5)) {
            put(0, streamName(*stream));
        }
    } else if (entry.code == LogCode::RankingFailed && !words.isEmpty()) {
        if (const auto list = codeIn<domain::RankingList>(words[0], 4)) {
            put(0, rankingName(*list));
        }
    } else if (entry.code == LogCode::MarketEvent && words.size() > 1) {
        if (const auto event = codeIn<domain::OperationEvent>(words[1], 13)) {
            put(1, operationName(*event));
        }
    }
    if (entry.code >= LogCode::OrderSent && entry.code <= LogCode::ExternalOrder
        && !words.isEmpty()) {
        put(0, orderText(words[0]));
    }
    wordTrading(entry.code, words);
    wordRules(entry.code, words);
    return words;
}

QString sentence(LogCode code)
{
    switch (code) {
    case LogCode::Started:
        return LogWords::tr("Started: %1");
    case LogCode::InstrumentsLoaded:
        return LogWords::tr("%1 instruments loaded, %2 rows skipped");
    case LogCode::InstrumentsFromCache:
        return LogWords::tr("Download failed: master files of %1 from the cache");
    case LogCode::InstrumentsFailed:
        return LogWords::tr("Master files could not be read");
    case LogCode::FeedConnected:
        return LogWords::tr("Feed connected, %1 registrations");
    case LogCode::FeedLost:
        return LogWords::tr("Feed lost: %1");
    case LogCode::FeedReconnected:
        return LogWords::tr("Feed back after %1 s");
    case LogCode::FeedStale:
        return LogWords::tr("Feed silent for %1 s");
    case LogCode::FeedStopped:
        return LogWords::tr("Feed stopped: %1");
    case LogCode::BadFrame:
        return LogWords::tr("Unreadable frames dropped: %1 (%2)");
    case LogCode::SchemaDrift:
        return LogWords::tr("Frames with more fields than known: %1");
    case LogCode::SubscriptionRefused:
        return LogWords::tr("%1 of %2 refused by the broker (%3)");
    case LogCode::DataGap:
        return LogWords::tr("%1: %2 shares missing over %3 s");
    case LogCode::VolumeReset:
        return LogWords::tr("%1: accumulated volume went back; counted anew");
    case LogCode::ViStarted:
        return LogWords::tr("%1: volatility interruption began");
    case LogCode::ViEnded:
        return LogWords::tr("%1: volatility interruption ended");
    case LogCode::IssueHalted:
        return LogWords::tr("%1: trading halted (%2)");
    case LogCode::MarketEvent:
        return LogWords::tr("Market operation %1: %2");
    case LogCode::Screened:
        return LogWords::tr("Screened: %1 eligible of %2 scored, pool %3");
    case LogCode::RankingFailed:
        return LogWords::tr("Ranking list failed: %1");
    case LogCode::WarmUpDone:
        return LogWords::tr("Bars of %1 symbols loaded");
    case LogCode::TokenReady:
        return LogWords::tr("Access token valid until %1");
    case LogCode::BrokerProblem:
        return LogWords::tr("Broker: %1");
    case LogCode::SessionPhaseChanged:
        return LogWords::tr("Session: %1");
    case LogCode::LimitMismatch:
        return LogWords::tr("%1: price limit computed %2, broker says %3");
    case LogCode::ClosingRoutineDone:
        return LogWords::tr("Closing routine done");
    case LogCode::OrderSent:
        return LogWords::tr("%1 sent at %2 (%3)");
    case LogCode::OrderDenied:
        return LogWords::tr("%1 refused by the gate: %2, %3 against %4");
    case LogCode::OrderNotSent:
        return LogWords::tr("%1 was not sent: %2");
    case LogCode::OrderAccepted:
        return LogWords::tr("%1 accepted, number %2");
    case LogCode::OrderRejected:
        return LogWords::tr("%1 refused by the broker: %2 %3");
    case LogCode::OrderUnknown:
        return LogWords::tr("%1: the answer was lost (%2)");
    case LogCode::OrderFound:
        return LogWords::tr("%1 found at the broker, number %2");
    case LogCode::OrderAmbiguous:
        return LogWords::tr("%1 is ambiguous: %2 orders of the broker fit");
    case LogCode::OrderAbsent:
        return LogWords::tr("%1 is in none of %2 complete lists");
    case LogCode::OrderAppearedLate:
        return LogWords::tr("%1 appeared late at the broker, number %2");
    case LogCode::OrderNeverAccepted:
        return LogWords::tr("%1 was never accepted");
    case LogCode::OrderFilled:
        return LogWords::tr("%1: %2 filled so far, average %3");
    case LogCode::OrderCancelled:
        return LogWords::tr("%1 cancelled: %2 filled, %3 cancelled");
    case LogCode::OrderExpired:
        return LogWords::tr("%1 expired, %2 filled");
    case LogCode::OrderAmended:
        return LogWords::tr("%1 amended to %2");
    case LogCode::CancelRefused:
        return LogWords::tr("%1: cancel refused: %2 %3");
    case LogCode::CancelUnknown:
        return LogWords::tr("%1: the answer to the cancel was lost");
    case LogCode::ExitEscalated:
        return LogWords::tr("%1: exit escalated, step %2");
    case LogCode::ExitLate:
        return LogWords::tr("%1: exit not filled for %2 s");
    case LogCode::LimitLocked:
        return LogWords::tr("%1 rests at the daily limit without buyers");
    case LogCode::IllegalOrderStep:
        return LogWords::tr("%1: event %3 does not fit the state %2");
    case LogCode::ExternalOrder:
        return LogWords::tr("%1 was placed outside this program, number %2");
    case LogCode::HoldingMismatch:
        return LogWords::tr("%1: %2 shares in the books, %3 at the broker");
    case LogCode::HoldingAccepted:
        return LogWords::tr("%1: books corrected from %2 to %3 shares");
    case LogCode::ExternalHolding:
        return LogWords::tr("%1: %2 shares found that this program did not buy");
    case LogCode::Reconciled:
        return LogWords::tr("Reconciled with the broker: %1 orders, %2 holdings");
    case LogCode::ReconcileFailed:
        return LogWords::tr("Could not reconcile with the broker: %1");
    case LogCode::CodeFrozen:
        return LogWords::tr("%1 frozen for buys: %2");
    case LogCode::CodeThawed:
        return LogWords::tr("%1 free again: %2 is over");
    case LogCode::GateClosed:
        return LogWords::tr("Gate %2: %1 (%3)");
    case LogCode::GateOpened:
        return LogWords::tr("Gate cause over: %1");
    case LogCode::KillRaised:
        return LogWords::tr("Kill level raised to %1");
    case LogCode::KillReleased:
        return LogWords::tr("Kill level %1 released");
    case LogCode::ArmedNow:
        return LogWords::tr("Armed until %1");
    case LogCode::DisarmedNow:
        return LogWords::tr("Disarmed: %1");
    case LogCode::LedgerSlow:
        return LogWords::tr("Order ledger slow: %1 ms");
    case LogCode::LedgerFailed:
        return LogWords::tr("Order ledger failed: %1");
    case LogCode::LedgerSetAside:
        return LogWords::tr("Damaged order ledger set aside: %1");
    case LogCode::NoticeUnreadable:
        return LogWords::tr("Unreadable execution notices: %1");
    case LogCode::ClockJumped:
        return LogWords::tr("The clock jumped by %1 s (sleep or stop)");
    case LogCode::ClockSkewed:
        return LogWords::tr("The clock is %1 ms off the broker's");
    case LogCode::BuyDecided:
        return LogWords::tr("%1: buy %2 shares at %3");
    case LogCode::ExitDecided:
        return LogWords::tr("%1: sell %2 shares, decided at %3");
    case LogCode::RuleSilent:
        return LogWords::tr("%1 would act, but no order may leave: %2");
    case LogCode::GuardFired:
        return LogWords::tr("Guard fired: %1, equity %2 won");
    case LogCode::PatternMoved:
        return LogWords::tr("Pyramiding: %1 → %2");
    case LogCode::OverrideEnded:
        return LogWords::tr("Override of the add ended: %1");
    case LogCode::ShadowOver:
        return LogWords::tr("Shadow sold by %1: the rules %2 won, your hand %3 won");
    case LogCode::RecordsProblem:
        return LogWords::tr("The record of the day: %1");
    case LogCode::RecordsAgain:
        return LogWords::tr("The day is recorded again; lost meanwhile: %1");
    }
    return {};
}
}  // namespace

QString severityName(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Info:
        return LogWords::tr("Info", "severity");
    case domain::Severity::Notice:
        return LogWords::tr("Notice", "severity");
    case domain::Severity::Warning:
        return LogWords::tr("Warning", "severity");
    case domain::Severity::Critical:
        return LogWords::tr("Critical", "severity");
    }
    return {};
}

QString logText(const domain::LogEntry& entry)
{
    // A stream that was down has no count of what it missed.
    const bool uncounted =
        entry.code == LogCode::DataGap && entry.arguments.value(1) == QLatin1String{"-"};
    return fill(uncounted ? LogWords::tr("%1: no trade stream for %3 s") : sentence(entry.code),
                worded(entry));
}
}  // namespace ui
