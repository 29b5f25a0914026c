#include "app/terminal/launch_plan.h"

#include "core/config/config_file.h"
#include "core/config/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace app
{
namespace
{
using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::config::Config;
using core::domain::EnvironmentKind;

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

Result<QByteArray> contents(const QString& fileName)
{
    QFile file{fileName};
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io,
                     QStringLiteral("%1 cannot be read: %2").arg(fileName, file.errorString())};
    }
    return file.readAll();
}

Result<core::domain::SessionCalendar> calendarOf(const Config& config)
{
    const QString file = config.session.calendarFile.isEmpty()
                             ? QStringLiteral(":/calendar/krx.json")
                             : config.session.calendarFile;
    const Result<QByteArray> json = contents(file);
    if (!json) {
        return json.error();
    }
    Result<core::domain::SessionCalendar> calendar = core::domain::SessionCalendar::fromJson(*json);
    if (!calendar) {
        return Error{calendar.error().code, file + QStringLiteral(": ") + calendar.error().detail};
    }
    return calendar;
}

Result<core::domain::TaxTable> taxesOf(const Config& config)
{
    const QString file = config.costs.taxTableFile.isEmpty() ? QStringLiteral(":/costs/tax.json")
                                                             : config.costs.taxTableFile;
    const Result<QByteArray> json = contents(file);
    if (!json) {
        return json.error();
    }
    Result<core::domain::TaxTable> taxes = core::domain::TaxTable::fromJson(*json);
    if (!taxes) {
        return Error{taxes.error().code, file + QStringLiteral(": ") + taxes.error().detail};
    }
    return taxes;
}

Result<std::vector<core::domain::Symbol>> universeOf(const Config& config)
{
    std::vector<core::domain::Symbol> symbols;
    if (config.screener.universeFile.isEmpty()) {
        return symbols;
    }
    const Result<QByteArray> text = contents(config.screener.universeFile);
    if (!text) {
        return text.error();
    }
    int number = 0;
    for (const QString& line : QString::fromUtf8(*text).split(u'\n')) {
        ++number;
        const QString code = line.trimmed();
        if (code.isEmpty()) {
            continue;
        }
        const auto symbol = core::domain::Symbol::parse(QStringView{code});
        if (!symbol) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("%1, line %2: '%3' is not an issue code")
                             .arg(config.screener.universeFile)
                             .arg(number)
                             .arg(code.left(20))};
        }
        symbols.push_back(*symbol);
    }
    return symbols;
}

core::sim::SimulatorOptions simulatorOptions(const CommandLine& line, const Config& config,
                                             const core::domain::SessionCalendar& calendar)
{
    core::sim::SimulatorOptions options;
    options.seed = static_cast<std::uint64_t>(config.sim.seed);
    options.instruments = static_cast<int>(config.sim.instruments);
    options.startCash = config.sim.startCash;
    options.speed = line.speed;
    options.calendar = calendar;
    options.tapes = line.tapes;
    options.date = line.date;
    options.extraTradesPerSecond = line.extraTradesPerSecond;
    if (line.start) {
        options.start = *line.start;
    }
    return options;
}
}  // namespace

Result<Config> effectiveConfig(const CommandLine& line)
{
    const QString file = line.configFile.isEmpty() ? configFolder() + QStringLiteral("/config.json")
                                                   : line.configFile;
    Result<Config> config = core::config::loadConfig(file);
    if (!config && config.error().code == ErrorCode::NotFound && line.configFile.isEmpty()) {
        config = core::config::defaultConfig();
    }
    if (!config) {
        return config;
    }
    if (!line.profile.isEmpty()) {
        config = core::config::withProfile(*config, line.profile);
        if (!config) {
            return config;
        }
    }
    Config effective = *config;
    if (line.environment) {
        effective.env = *line.environment;
    }
    if (line.seed) {
        effective.sim.seed = static_cast<std::int64_t>(*line.seed);
    }
    for (const auto& [key, value] : line.settings) {
        const Result<Config> changed = core::config::withValue(effective, key, value);
        if (!changed) {
            return Error{changed.error().code,
                         QStringLiteral("option --set: ") + changed.error().detail};
        }
        effective = *changed;
    }
    return effective;
}

Places placesFor(const CommandLine& line, const Config& config,
                 const core::config::Credentials& credentials)
{
    QString name = core::config::environmentName(config.env);
    if (config.env != EnvironmentKind::Sim) {
        // By account, without showing it in a path.
        constexpr int kDigits = 8;
        const QByteArray hash =
            QCryptographicHash::hash(credentials.account.toUtf8(), QCryptographicHash::Sha256);
        name += u'-' + QString::fromLatin1(hash.toHex().left(kDigits));
    }
    const QString base = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {.configFile = line.configFile.isEmpty()
                              ? configFolder() + QStringLiteral("/config.json")
                              : line.configFile,
            .secretsFile = configFolder() + QStringLiteral("/secrets.json"),
            .dataFolder =
                line.dataFolder.isEmpty() ? base + u'/' + name : QDir::cleanPath(line.dataFolder)};
}

core::base::Status makeDataFolder(const QString& folder)
{
    const bool made =
        QDir{}.mkpath(folder)
        && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!made) {
        return Error{ErrorCode::Io,
                     QStringLiteral("data folder %1 cannot be made; choose another with --data-dir")
                         .arg(folder)};
    }
    return core::base::Done{};
}

Result<core::engine::SessionOptions> sessionOptions(const CommandLine& line, const Config& config,
                                                    const core::config::Credentials& credentials,
                                                    const QString& dataFolder)
{
    const Result<core::domain::SessionCalendar> calendar = calendarOf(config);
    if (!calendar) {
        return calendar.error();
    }
    const Result<core::domain::TaxTable> taxes = taxesOf(config);
    if (!taxes) {
        return taxes.error();
    }
    const Result<std::vector<core::domain::Symbol>> universe = universeOf(config);
    if (!universe) {
        return universe.error();
    }
    core::engine::SessionOptions options;
    options.config = config;
    options.calendar = *calendar;
    options.taxes = *taxes;
    options.dataFolder = dataFolder;
    options.credentials = credentials;
    options.universe = *universe;
    options.exitAtClose = line.exitAtClose;
    options.reportFile = line.reportFile;
    options.simulator = simulatorOptions(line, config, *calendar);
    // The embedded broker charges what we reckon with: the day's money must come out to the won.
    options.simulator.taxes = *taxes;
    options.simulator.commission = config.costs.commission;
    if (!line.simulatorFile.isEmpty()) {
        const Result<QByteArray> text = contents(line.simulatorFile);
        if (!text) {
            return text.error();
        }
        const Result<core::sim::SimulatorEndpoint> endpoint =
            core::sim::SimulatorEndpoint::fromJson(*text);
        if (!endpoint) {
            return Error{endpoint.error().code,
                         line.simulatorFile + QStringLiteral(": ") + endpoint.error().detail};
        }
        options.joined = *endpoint;
    }
    return options;
}
}  // namespace app
