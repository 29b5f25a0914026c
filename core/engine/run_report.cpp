#include "core/engine/run_report.h"

#include <QJsonArray>
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

QJsonObject summary(const RunFigures& figures)
{
    // No order leaves this version, so the account's own totals are the whole story.
    const auto equity = [](const std::optional<domain::BalanceReply>& balance) {
        return balance ? QJsonValue{static_cast<qint64>(balance->totalAssets.value())}
                       : QJsonValue{};
    };
    const qint64 positions = figures.lastBalance ? figures.lastBalance->holdings : 0;
    return {{QStringLiteral("start_equity"), equity(figures.firstBalance)},
            {QStringLiteral("end_equity"), equity(figures.lastBalance)},
            {QStringLiteral("open_positions"), positions},
            {QStringLiteral("violations"), 0},
            {QStringLiteral("trades"), QJsonArray{}}};
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
                           {QStringLiteral("summary"), summary(facts.figures)}};
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
