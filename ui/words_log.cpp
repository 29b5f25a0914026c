// The event log's sentences. Apart from words.cpp because every new event adds three lines here.
#include "ui/format.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <optional>

namespace ui
{
namespace domain = core::domain;
using domain::LogCode;

namespace
{
struct LogWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogWords)
};

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
    case LogCode::OrderDenied:
    case LogCode::OrderNotSent:
    case LogCode::OrderAccepted:
    case LogCode::OrderRejected:
    case LogCode::OrderUnknown:
    case LogCode::OrderFound:
    case LogCode::OrderAmbiguous:
    case LogCode::OrderAbsent:
    case LogCode::OrderAppearedLate:
    case LogCode::OrderNeverAccepted:
    case LogCode::OrderFilled:
    case LogCode::OrderCancelled:
    case LogCode::OrderExpired:
    case LogCode::OrderAmended:
    case LogCode::CancelRefused:
    case LogCode::CancelUnknown:
    case LogCode::ExitEscalated:
    case LogCode::ExitLate:
    case LogCode::LimitLocked:
    case LogCode::IllegalOrderStep:
    case LogCode::ExternalOrder:
    case LogCode::HoldingMismatch:
    case LogCode::HoldingAccepted:
    case LogCode::ExternalHolding:
    case LogCode::Reconciled:
    case LogCode::ReconcileFailed:
    case LogCode::CodeFrozen:
    case LogCode::CodeThawed:
    case LogCode::GateClosed:
    case LogCode::GateOpened:
    case LogCode::KillRaised:
    case LogCode::KillReleased:
    case LogCode::ArmedNow:
    case LogCode::DisarmedNow:
    case LogCode::LedgerSlow:
    case LogCode::LedgerFailed:
    case LogCode::LedgerSetAside:
    case LogCode::NoticeUnreadable:
    case LogCode::ClockJumped:
    case LogCode::ClockSkewed:
        return {};
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

QString logAdvice(LogCode code)
{
    switch (code) {
    case LogCode::InstrumentsFromCache:
        return LogWords::tr("New listings and warnings of today may be missing.");
    case LogCode::InstrumentsFailed:
        return LogWords::tr("Check the network; without them nothing is screened.");
    case LogCode::FeedLost:
    case LogCode::FeedStale:
        return LogWords::tr("Reconnects by itself; check the network if it lasts.");
    case LogCode::FeedStopped:
        return LogWords::tr("Correct the keys or the configuration, then start again.");
    case LogCode::BadFrame:
        return LogWords::tr("Nothing to do for a single one; many mean a changed wire format.");
    case LogCode::SchemaDrift:
        return LogWords::tr("Known fields are still read; look for a new version.");
    case LogCode::SubscriptionRefused:
        return LogWords::tr("The symbol is refreshed by REST instead.");
    case LogCode::DataGap:
        return LogWords::tr("Its bars are marked; volume rules leave the minute out.");
    case LogCode::VolumeReset:
        return LogWords::tr("Compare the volume with another source.");
    case LogCode::ViStarted:
        return LogWords::tr("Two minutes of call auction; no entries meanwhile.");
    case LogCode::IssueHalted:
        return LogWords::tr("No order is accepted until the halt ends.");
    case LogCode::RankingFailed:
        return LogWords::tr("The last list is used; asked again at the next screening.");
    case LogCode::BrokerProblem:
        return LogWords::tr("Repeated by itself where that is safe.");
    case LogCode::LimitMismatch:
        return LogWords::tr("The broker's limit is used.");
    case LogCode::Started:
    case LogCode::InstrumentsLoaded:
    case LogCode::FeedConnected:
    case LogCode::FeedReconnected:
    case LogCode::ViEnded:
    case LogCode::MarketEvent:
    case LogCode::Screened:
    case LogCode::WarmUpDone:
    case LogCode::TokenReady:
    case LogCode::SessionPhaseChanged:
    case LogCode::OrderSent:
    case LogCode::OrderDenied:
    case LogCode::OrderNotSent:
    case LogCode::OrderAccepted:
    case LogCode::OrderRejected:
    case LogCode::OrderUnknown:
    case LogCode::OrderFound:
    case LogCode::OrderAmbiguous:
    case LogCode::OrderAbsent:
    case LogCode::OrderAppearedLate:
    case LogCode::OrderNeverAccepted:
    case LogCode::OrderFilled:
    case LogCode::OrderCancelled:
    case LogCode::OrderExpired:
    case LogCode::OrderAmended:
    case LogCode::CancelRefused:
    case LogCode::CancelUnknown:
    case LogCode::ExitEscalated:
    case LogCode::ExitLate:
    case LogCode::LimitLocked:
    case LogCode::IllegalOrderStep:
    case LogCode::ExternalOrder:
    case LogCode::HoldingMismatch:
    case LogCode::HoldingAccepted:
    case LogCode::ExternalHolding:
    case LogCode::Reconciled:
    case LogCode::ReconcileFailed:
    case LogCode::CodeFrozen:
    case LogCode::CodeThawed:
    case LogCode::GateClosed:
    case LogCode::GateOpened:
    case LogCode::KillRaised:
    case LogCode::KillReleased:
    case LogCode::ArmedNow:
    case LogCode::DisarmedNow:
    case LogCode::LedgerSlow:
    case LogCode::LedgerFailed:
    case LogCode::LedgerSetAside:
    case LogCode::NoticeUnreadable:
    case LogCode::ClockJumped:
    case LogCode::ClockSkewed:
    case LogCode::ClosingRoutineDone:
        return {};
    }
    return {};
}
}  // namespace ui
