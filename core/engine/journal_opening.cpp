#include "core/engine/journal_opening.h"

#include "core/config/config_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>
#include <QUuid>

namespace core::engine
{
namespace
{
QJsonArray codes(const std::vector<domain::Symbol>& symbols)
{
    QJsonArray all;
    for (const domain::Symbol& symbol : symbols) {
        all.append(symbol.toString());
    }
    return all;
}
}  // namespace

QJsonObject journalOpening(const desk::DeskOptions& options, double speed)
{
    QJsonObject config;
    for (const auto& [key, value] : config::effectiveValues(options.config)) {
        config.insert(key, value);
    }
    const config::Capabilities& can = options.capabilities;
    return {{QStringLiteral("program"), QCoreApplication::applicationVersion()},
            {QStringLiteral("environment"), config::environmentName(options.environment)},
            {QStringLiteral("config"), config},
            {QStringLiteral("config_hash"), options.configHash},
            {QStringLiteral("capabilities"),
             QJsonObject{{QStringLiteral("rankings"), can.rankings},
                         {QStringLiteral("operation_stream"), can.operationStream},
                         {QStringLiteral("holiday_query"), can.holidayQuery},
                         {QStringLiteral("open_order_query"), can.openOrderQuery}}},
            {QStringLiteral("ledger_records"), static_cast<qint64>(options.ledger.records.size())},
            {QStringLiteral("pinned"), codes(options.pinned)},
            {QStringLiteral("universe"), codes(options.universe)},
            {QStringLiteral("clock_slack_ms"), static_cast<qint64>(options.clockSlack.count())},
            {QStringLiteral("speed"), QString::number(speed)}};
}

QString deskName(const QString& folder)
{
    const QString path = folder + QStringLiteral("/desk.id");
    constexpr qint64 kNameMax = 64;
    QFile known{path};
    if (known.open(QIODevice::ReadOnly)) {
        const QString name = QString::fromLatin1(known.read(kNameMax)).trimmed();
        if (!name.isEmpty()) {
            return name;
        }
    }
    const QString name = QUuid::createUuid().toString(QUuid::Id128).left(16);
    QSaveFile fresh{path};
    if (fresh.open(QIODevice::WriteOnly) && fresh.write(name.toLatin1()) == name.size()) {
        (void)fresh.commit();  // Unwritten it is another name next time, with the same file store.
    }
    return name;
}
}  // namespace core::engine
