// The event log's sentences. Apart from words.cpp because every new event adds three lines here.
#include "ui/words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

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
/// sentence never ends in "%2".
QString fill(QString sentence, const QStringList& arguments)
{
    for (int place = 1; place <= 4; ++place) {
        const QString mark = QStringLiteral("%%1").arg(place);
        if (sentence.contains(mark)) {
            sentence.replace(mark, place <= arguments.size() ? arguments.at(place - 1)
                                                             : QStringLiteral("–"));
        }
    }
    return sentence;
}

/// Codes in arguments that have words of their own: phases, environments, streams.
QString argumentWord(const QString& argument)
{
    using domain::EnvironmentKind;
    using domain::SessionPhase;
    const std::array<std::pair<QLatin1String, QString>, 11> words{{
        {QLatin1String{"Closed"}, phaseName(SessionPhase::Closed)},
        {QLatin1String{"PreOpen"}, phaseName(SessionPhase::PreOpen)},
        {QLatin1String{"OpeningAuction"}, phaseName(SessionPhase::OpeningAuction)},
        {QLatin1String{"Continuous"}, phaseName(SessionPhase::Continuous)},
        {QLatin1String{"ClosingAuction"}, phaseName(SessionPhase::ClosingAuction)},
        {QLatin1String{"AfterClose"}, phaseName(SessionPhase::AfterClose)},
        {QLatin1String{"AfterMarket"}, phaseName(SessionPhase::AfterMarket)},
        {QLatin1String{"sim"}, environmentName(EnvironmentKind::Sim)},
        {QLatin1String{"demo"}, environmentName(EnvironmentKind::Demo)},
        {QLatin1String{"live"}, environmentName(EnvironmentKind::Live)},
        {QLatin1String{"replay"}, environmentName(EnvironmentKind::Replay)},
    }};
    for (const auto& [code, word] : words) {
        if (argument == code) {
            return word;
        }
    }
    return argument;
}

QString sentence(LogCode code)
{
    switch (code) {
    case LogCode::Started:
        return LogWords::tr("Started: %1");
    case LogCode::InstrumentsLoaded:
        return LogWords::tr("%1 instruments loaded, %2 rows skipped");
    case LogCode::InstrumentsFromCache:
        return LogWords::tr("Master files from the cache, age in days: %1");
    case LogCode::InstrumentsFailed:
        return LogWords::tr("Master files could not be read: %1");
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
        return LogWords::tr("%1 records now have %2 fields");
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
    QStringList words;
    words.reserve(entry.arguments.size());
    for (const QString& argument : entry.arguments) {
        words.push_back(argumentWord(argument));
    }
    return fill(sentence(entry.code), words);
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
    case LogCode::ClosingRoutineDone:
        return {};
    }
    return {};
}
}  // namespace ui
