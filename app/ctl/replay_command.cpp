#include "app/ctl/replay_command.h"

#include "core/config/config_file.h"
#include "core/config/profile.h"
#include "core/replay/tape_replay.h"
#include "core/tape/tape.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>

#include <cstdio>
#include <optional>

namespace app::ctl
{
namespace
{
using namespace core;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongInput = 2;

void complain(const QString& what)
{
    std::fprintf(stderr, "kis-scalperctl replay: %s\n", qUtf8Printable(what));
}

base::Error wrong(const QString& what)
{
    return {base::ErrorCode::Malformed, what};
}

QByteArray resource(const QString& name)
{
    QFile file{name};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return file.readAll();
}

base::Result<config::Config> configOf(const QCommandLineParser& line)
{
    base::Result<config::Config> config = config::defaultConfig(domain::EnvironmentKind::Sim);
    if (line.isSet(QStringLiteral("config"))) {
        config = config::loadConfig(line.value(QStringLiteral("config")));
    }
    if (config && line.isSet(QStringLiteral("profile"))) {
        config = config::withProfile(*config, line.value(QStringLiteral("profile")));
    }
    for (const QString& setting : line.values(QStringLiteral("set"))) {
        if (!config) {
            return config;
        }
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            return wrong(QStringLiteral("--set %1: KEY=VALUE is wanted, like exit.stop_pct=1.5")
                             .arg(setting));
        }
        config = config::withValue(*config, setting.left(equals), setting.mid(equals + 1));
    }
    if (config) {
        if (const base::Status checked = config::crossCheck(*config); !checked) {
            return checked.error();
        }
    }
    return config;
}

struct Job
{
    tape::Tape tape;
    replay::ReplayOptions options;
    QString out;
};

base::Result<Job> jobOf(const QCommandLineParser& line)
{
    const QStringList tapes = line.values(QStringLiteral("tape"));
    Job job;
    job.out = line.value(QStringLiteral("out"));
    if (tapes.isEmpty() || job.out.isEmpty()) {
        return wrong(QStringLiteral("--tape FILE and --out FILE are needed"));
    }
    std::optional<domain::TradingDate> date;
    if (line.isSet(QStringLiteral("date"))) {
        date = domain::parseDate(line.value(QStringLiteral("date")));
        if (!date) {
            return wrong(QStringLiteral("--date %1: YYYY-MM-DD is wanted")
                             .arg(line.value(QStringLiteral("date"))));
        }
    }
    base::Result<tape::Tape> tape = tape::loadTapes(tapes, date);
    if (!tape) {
        return tape.error();
    }
    job.tape = std::move(tape).value();
    base::Result<config::Config> config = configOf(line);
    if (!config) {
        return config.error();
    }
    job.options.config = *config;
    for (const QString& text : line.values(QStringLiteral("position"))) {
        const base::Result<replay::GivenPosition> given = replay::parsePosition(text);
        if (!given) {
            return given.error();
        }
        job.options.positions.push_back(*given);
    }
    job.options.entries =
        line.isSet(QStringLiteral("no-entries")) ? replay::Entries::Off : replay::Entries::On;
    job.options.assumeLiquid = line.isSet(QStringLiteral("assume-liquid"));
    const auto calendar =
        domain::SessionCalendar::fromJson(resource(QStringLiteral(":/calendar/krx.json")));
    const auto taxes = domain::TaxTable::fromJson(resource(QStringLiteral(":/costs/tax.json")));
    Q_ASSERT(calendar && taxes);
    const std::optional<domain::SessionSchedule> schedule = calendar->schedule(job.tape.date);
    if (!schedule) {
        return wrong(QStringLiteral("%1 has no KRX session; --date gives another day")
                         .arg(domain::dateText(job.tape.date)));
    }
    job.options.schedule = *schedule;
    // A tape does not name the market; the whole sell tax is the same on both in every row of the
    // table.
    job.options.sellTax =
        taxes->sellTax(domain::Market::Kosdaq, domain::SecurityGroup::Stock,
                       calendar->addTradingDays(job.tape.date, domain::kSettlementDays));
    return job;
}

int play(Job job)
{
    QSaveFile file{job.out};
    if (!file.open(QIODevice::WriteOnly)) {
        complain(QStringLiteral("%1: %2").arg(job.out, file.errorString()));
        return kWrongInput;
    }
    QElapsedTimer clock;
    clock.start();
    std::uint64_t records = 0;
    job.options.progress = [&](std::size_t rows) {
        std::fprintf(stderr, "%3zu %%, %zu rows, %llu records\n", rows * 100 / job.tape.rows.size(),
                     rows, static_cast<unsigned long long>(records));
    };
    const base::Status played =
        replay::replayTape(job.tape, job.options, [&](const replay::ReplayRecord& record) {
            ++records;
            file.write(replay::toLine(record));
        });
    if (!played) {
        complain(played.error().detail);
        return kWrongInput;
    }
    if (!file.commit()) {
        complain(QStringLiteral("%1: %2").arg(job.out, file.errorString()));
        return kFailed;
    }
    std::fprintf(stderr, "%zu rows, %llu records, %lld ms\n", job.tape.rows.size(),
                 static_cast<unsigned long long>(records), static_cast<long long>(clock.elapsed()));
    return kDone;
}

/// "--tape A B" is "--tape A --tape B", so that a shell's pattern can name the files.
QStringList oneTapeAnOption(const QStringList& arguments)
{
    QStringList out;
    bool names = false;
    for (const QString& one : arguments) {
        if (one.startsWith(u'-')) {
            names = one == u"--tape";
        } else if (names) {
            out.append(QStringLiteral("--tape"));
        }
        if (one != u"--tape") {
            out.append(one);
        }
    }
    return out;
}
}  // namespace

int replayCommand(const QStringList& arguments)
{
    QCommandLineParser line;
    const auto value = [&line](const char* name, const char* meaning, const char* what) {
        line.addOption({QLatin1String{name}, QLatin1String{meaning}, QLatin1String{what}});
    };
    value("tape", "Tape to play; several are merged by time.", "FILE");
    value("date", "Day of rows without one.", "YYYY-MM-DD");
    value("position", "A given entry, CODE:QTY:PRICE@TIME; may be repeated.", "POSITION");
    value("config", "Configuration file.", "FILE");
    value("profile", "default, strict or observe.", "NAME");
    value("set", "One key of the configuration; may be repeated.", "KEY=VALUE");
    value("out", "Where the records go, one JSON object a line.", "FILE");
    line.addOption(
        {QStringLiteral("no-entries"), QStringLiteral("Keeps the entry and wave rules out.")});
    line.addOption({QStringLiteral("assume-liquid"),
                    QStringLiteral("Supplies a narrow book, VWAP and day high where a cell is "
                                   "empty.")});
    if (!line.parse(oneTapeAnOption(arguments)) || !line.positionalArguments().isEmpty()) {
        complain(
            line.errorText().isEmpty()
                ? QStringLiteral("\"%1\" is no option").arg(line.positionalArguments().join(u' '))
                : line.errorText());
        return kWrongInput;
    }
    base::Result<Job> job = jobOf(line);
    if (!job) {
        complain(job.error().detail);
        return kWrongInput;
    }
    return play(std::move(job).value());
}
}  // namespace app::ctl
