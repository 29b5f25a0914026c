#include "core/engine/run_report.h"

#include "core/report/day_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace core::engine
{
namespace
{
QJsonValue count(std::uint64_t value)
{
    return QJsonValue{static_cast<qint64>(value)};
}

}  // namespace

QByteArray reportJson(const ReportFacts& facts)
{
    QJsonObject symbols;
    for (const auto& [symbol, figures] : facts.figures.symbols) {
        symbols.insert(symbol.toString(),
                       QJsonObject{{QStringLiteral("last"), qint64{figures.last}},
                                   {QStringLiteral("volume"), qint64{figures.volume}},
                                   {QStringLiteral("acc_volume"), qint64{figures.accVolume}},
                                   {QStringLiteral("bars_1m"), qint64{figures.bars}},
                                   {QStringLiteral("gap_shares"), qint64{figures.gapShares}}});
    }
    const domain::FeedFigures& feed = facts.figures.feed;
    const QJsonValue lost =
        facts.written ? QJsonValue{qint64{*facts.written} - static_cast<qint64>(feed.records)}
                      : QJsonValue{};
    const QJsonObject root{{QStringLiteral("symbols"), symbols},
                           {QStringLiteral("frames"), count(feed.frames)},
                           {QStringLiteral("records"), count(feed.records)},
                           {QStringLiteral("lost"), lost},
                           {QStringLiteral("bad_frames"), count(feed.badFrames)},
                           {QStringLiteral("reconnects"), count(feed.reconnects)},
                           {QStringLiteral("warnings"), qint64{facts.logWarnings}},
                           {QStringLiteral("summary"), facts.day ? QJsonValue{report::summaryJson(
                                                           facts.day->record, facts.day->summary)}
                                                                 : QJsonValue{}}};
    return QJsonDocument{root}.toJson(QJsonDocument::Indented);
}

base::Status writeReport(const QString& fileName, const ReportFacts& facts)
{
    QSaveFile file{fileName};
    const QByteArray json = reportJson(facts);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("report %1 cannot be written: %2").arg(fileName, file.errorString())};
    }
    return base::Done{};
}
}  // namespace core::engine
