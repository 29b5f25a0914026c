#include "app/terminal/command_line.h"

#include "core/config/config_file.h"
#include "core/config/profile.h"

#include <QCommandLineParser>

#include <memory>

namespace app
{
namespace
{
using core::base::Error;
using core::base::ErrorCode;

constexpr double kSpeedMax = 200.0;

struct Texts
{
    const char* name;
    const char* value;
    const char* meaning;
};
// clang-format off
constexpr Texts kOptions[] = {
    {"env",             "sim|demo|live", "Environment; default is the configuration's, and that is demo."},
    {"config",          "FILE",          "Configuration file instead of the one in the configuration folder."},
    {"profile",         "NAME",          "A shipped profile over the configuration: default, strict or observe."},
    {"set",             "KEY=VALUE",     "Sets one configuration key; may be repeated."},
    {"data-dir",        "DIR",           "Folder for records, tokens and caches."},
    {"seed",            "N",             "Simulation: seed of the market."},
    {"tape",            "FILE",          "Simulation: play these prices; may be repeated."},
    {"speed",           "N",             "Simulation: times real time, 1 to 200."},
    {"start",           "HH:MM:SS",      "Simulation: time of day the session starts; default 08:50:00."},
    {"date",            "YYYY-MM-DD",    "Simulation: the day; default is the tape's, else the next trading day."},
    {"simulator",       "FILE",          "Simulation: join the kis-simulator whose first output line FILE holds."},
    {"load",            "N",             "Simulation: so many extra trade records a second, for load tests."},
    {"report",          "FILE.json",     "Write the run's figures when it ends."},
    {"screenshots",     "DIR",           "Save pictures of the window during an unattended run."},
    {"quit-after",      "SECONDS",       "End after so many seconds of the machine's clock."},
};
// clang-format on

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("KIS Scalper: a trading terminal for KRX stocks through the KIS Open API."));
    parser.addHelpOption();
    parser.addVersionOption();
    for (const Texts& option : kOptions) {
        parser.addOption({QLatin1String{option.name}.toString(),
                          QLatin1String{option.meaning}.toString(),
                          QLatin1String{option.value}.toString()});
    }
    parser.addOption(
        {QStringLiteral("exit-at-close"),
         QStringLiteral("End after the session's closing routine, or the tape's last row.")});
}

Error wrong(const QString& option, const QString& value, const QString& allowed)
{
    return {ErrorCode::OutOfRange,
            QStringLiteral("option --%1: '%2' is not %3").arg(option, value, allowed)};
}

/// Reads whole numbers from `low` to `high`.
core::base::Result<std::int64_t> whole(const QCommandLineParser& parser, const QString& option,
                                       std::int64_t low, std::int64_t high)
{
    bool good = false;
    const qlonglong value = parser.value(option).toLongLong(&good);
    if (!good || value < low || value > high) {
        return wrong(option, parser.value(option),
                     QStringLiteral("a whole number from %1 to %2").arg(low).arg(high));
    }
    return std::int64_t{value};
}

core::base::Status readSimulation(const QCommandLineParser& parser, CommandLine& line)
{
    if (parser.isSet(QStringLiteral("seed"))) {
        const auto seed = whole(parser, QStringLiteral("seed"), 0, 4'294'967'295);
        if (!seed) {
            return seed.error();
        }
        line.seed = static_cast<std::uint64_t>(*seed);
    }
    if (parser.isSet(QStringLiteral("speed"))) {
        bool good = false;
        line.speed = parser.value(QStringLiteral("speed")).toDouble(&good);
        if (!good || line.speed < 1.0 || line.speed > kSpeedMax) {
            return wrong(QStringLiteral("speed"), parser.value(QStringLiteral("speed")),
                         QStringLiteral("a number from 1 to 200"));
        }
    }
    if (parser.isSet(QStringLiteral("start"))) {
        line.start = core::domain::parseTimeOfDay(parser.value(QStringLiteral("start")));
        if (!line.start) {
            return wrong(QStringLiteral("start"), parser.value(QStringLiteral("start")),
                         QStringLiteral("a time HH:MM:SS"));
        }
    }
    if (parser.isSet(QStringLiteral("date"))) {
        line.date = core::domain::parseDate(parser.value(QStringLiteral("date")));
        if (!line.date) {
            return wrong(QStringLiteral("date"), parser.value(QStringLiteral("date")),
                         QStringLiteral("a date YYYY-MM-DD"));
        }
    }
    if (parser.isSet(QStringLiteral("load"))) {
        const auto load = whole(parser, QStringLiteral("load"), 0, 1'000'000);
        if (!load) {
            return load.error();
        }
        line.extraTradesPerSecond = static_cast<int>(*load);
    }
    line.tapes = parser.values(QStringLiteral("tape"));
    line.simulatorFile = parser.value(QStringLiteral("simulator"));
    return core::base::Done{};
}

core::base::Status readSettings(const QCommandLineParser& parser, CommandLine& line)
{
    if (parser.isSet(QStringLiteral("profile"))) {
        line.profile = parser.value(QStringLiteral("profile"));
        // Here, not with the configuration: a wrong word is the command line's mistake, and its
        // answer is the exit code, not a dialog about a file.
        const auto text = core::config::profileText(line.profile);
        if (!text) {
            return Error{text.error().code,
                         QStringLiteral("option --profile: ") + text.error().detail};
        }
    }
    for (const QString& setting : parser.values(QStringLiteral("set"))) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            return wrong(QStringLiteral("set"), setting, QStringLiteral("KEY=VALUE"));
        }
        line.settings.append({setting.left(equals), setting.mid(equals + 1)});
    }
    return core::base::Done{};
}

core::base::Status checkCombination(const QCommandLineParser& parser, const CommandLine& line)
{
    const bool broker = line.environment && line.environment != core::domain::EnvironmentKind::Sim;
    for (const char* option : {"seed", "tape", "speed", "start", "date", "simulator", "load"}) {
        if (broker && parser.isSet(QLatin1String{option})) {
            return Error{ErrorCode::OutOfRange,
                         QStringLiteral("option --%1 belongs to the simulation (--env sim)")
                             .arg(QLatin1String{option})};
        }
    }
    if (!line.simulatorFile.isEmpty()) {
        for (const char* option : {"seed", "tape", "speed", "start", "date", "load"}) {
            if (parser.isSet(QLatin1String{option})) {
                return Error{ErrorCode::OutOfRange,
                             QStringLiteral("option --%1 belongs to the simulator that is joined")
                                 .arg(QLatin1String{option})};
            }
        }
    }
    return core::base::Done{};
}
}  // namespace

core::base::Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return Error{ErrorCode::Malformed, parser.errorText()};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return Error{
            ErrorCode::Malformed,
            QStringLiteral("'%1' is not an option").arg(parser.positionalArguments().first())};
    }
    CommandLine line;
    if (parser.isSet(QStringLiteral("env"))) {
        const auto kind = core::config::parseEnvironment(parser.value(QStringLiteral("env")));
        if (!kind) {
            return wrong(QStringLiteral("env"), parser.value(QStringLiteral("env")),
                         QStringLiteral("sim, demo or live"));
        }
        line.environment = *kind;
    }
    line.configFile = parser.value(QStringLiteral("config"));
    line.dataFolder = parser.value(QStringLiteral("data-dir"));
    line.reportFile = parser.value(QStringLiteral("report"));
    line.screenshotFolder = parser.value(QStringLiteral("screenshots"));
    line.exitAtClose = parser.isSet(QStringLiteral("exit-at-close"));
    if (parser.isSet(QStringLiteral("quit-after"))) {
        const auto limit = whole(parser, QStringLiteral("quit-after"), 1, 86'400);
        if (!limit) {
            return limit.error();
        }
        line.quitAfterSeconds = static_cast<int>(*limit);
    }
    for (const auto& read : {&readSimulation, &readSettings}) {
        const core::base::Status status = read(parser, line);
        if (!status) {
            return status.error();
        }
    }
    const core::base::Status combination = checkCombination(parser, line);
    if (!combination) {
        return combination.error();
    }
    return line;
}

QString helpText(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    (void)parser.parse(arguments);
    return parser.helpText();
}
}  // namespace app
