// torture: kill runs and power cuts; see README.md.

#include "tests/torture/coverage.h"
#include "tests/torture/kill_run.h"
#include "tests/torture/power_cuts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>
#include <map>

namespace
{
using namespace torture;

constexpr int kTwinEvery = 10;

/// All kill runs, a few at a time.
class Runs final : public QObject
{
public:
    /// The runs `first` to `first` + `count` - 1.
    Runs(int first, int count, int jobs, KillRunOptions common)
        : m_end{first + count}, m_common{std::move(common)}, m_next{first}
    {
        for (int job = 0; job < jobs; ++job) {
            next();
        }
    }

    Verdict total;
    int kills = 0;
    int done = 0;
    Coverage coverage;
    qint64 slowestMs = 0;

private:
    void next()
    {
        if (m_next >= m_end) {
            if (m_active.empty()) {
                QTimer::singleShot(0, qApp, &QCoreApplication::quit);
            }
            return;
        }
        begin(m_next++, false, {});
    }

    void begin(int number, bool twin, const QJsonObject& killed)
    {
        KillRunOptions options = m_common;
        options.number = number;
        options.isTwin = twin;
        auto run = std::make_unique<KillRun>(
            options, coverage, [this, number, twin, killed](const KillRunResult& result) {
                if (twin) {
                    compareTwin(number, killed, result);
                } else {
                    ended(number, result);
                }
            });
        KillRun* const started = run.get();
        m_active[{number, twin}] = std::move(run);
        started->start();
    }

    void release(int number, bool twin)
    {
        const auto at = m_active.find({number, twin});
        at->second.release()->deleteLater();
        m_active.erase(at);
    }

    void ended(int number, const KillRunResult& result)
    {
        release(number, false);
        ++done;
        kills += result.kills;
        slowestMs = std::max(slowestMs, result.tookMs);
        total.orders += result.verdict.orders;
        total.lost += result.verdict.lost;
        total.duplicate += result.verdict.duplicate;
        total.wrong += result.verdict.wrong;
        for (const QString& story : result.verdict.stories) {
            std::fprintf(stderr, "run %d: %s\n", number, qUtf8Printable(story));
        }
        if (done % 50 == 0) {
            std::fprintf(stderr, "%d runs, %d kills, lost %d duplicate %d wrong %d\n", done, kills,
                         total.lost, total.duplicate, total.wrong);
        }
        if (number % kTwinEvery == 0 && result.finished && m_common.breaks.isEmpty()) {
            begin(number, true, result.desk);
            return;
        }
        next();
    }

    void compareTwin(int number, const QJsonObject& killed, const KillRunResult& twin)
    {
        release(number, true);
        QStringList stories = twin.verdict.stories + differencesFromTwin(killed, twin.desk);
        total.wrong += static_cast<int>(stories.size());
        for (const QString& story : stories) {
            std::fprintf(stderr, "run %d, twin: %s\n", number, qUtf8Printable(story));
        }
        next();
    }

    int m_end;
    KillRunOptions m_common;
    int m_next;
    std::map<std::pair<int, bool>, std::unique_ptr<KillRun>> m_active;
};

int number(const QCommandLineParser& line, const char* name)
{
    return line.value(QLatin1String{name}).toInt();
}
}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    QLoggingCategory::setFilterRules(QStringLiteral("kis.*=false"));  // It is damaged on purpose.
    QCommandLineParser line;
    const auto add = [&line](const char* name, const char* preset) {
        line.addOption(
            {QLatin1String{name}, QString{}, QLatin1String{name}, QLatin1String{preset}});
    };
    add("runs", "300");
    add("first", "0");  // Number of the first run: one that went wrong can be tried again.
    add("cuts", "2000");
    add("seed", "1");
    add("jobs", "3");
    add("break", "");
    line.process(app);
    const QString breaks = line.value(QStringLiteral("break"));
    if (!breaks.isEmpty() && breaks != u"send-first" && breaks != u"no-fsync") {
        std::fprintf(stderr, "BREAK is send-first or no-fsync, not \"%s\"\n",
                     qUtf8Printable(breaks));
        return 2;
    }
    KillRunOptions common;
    common.seed = line.value(QStringLiteral("seed")).toULongLong();
    common.binaries = QCoreApplication::applicationDirPath();
    common.breaks = breaks;

    const int runs = number(line, "runs");
    Runs all{number(line, "first"), runs, std::max(1, number(line, "jobs")), common};
    if (runs > 0) {
        QCoreApplication::exec();
    }
    const CutResult cuts = cutPower(number(line, "cuts"), common.seed, breaks);
    for (const QString& story : cuts.stories) {
        std::fprintf(stderr, "cut: %s\n", qUtf8Printable(story));
    }
    const QStringList missing =
        breaks.isEmpty() ? all.coverage.missing(runs, KillRun::faultNames()) : QStringList{};
    for (const QString& what : missing) {
        std::fprintf(stderr, "not covered: %s\n", qUtf8Printable(what));
    }
    std::fprintf(stderr, "%s; slowest run %lld ms\n", qUtf8Printable(all.coverage.summary()),
                 static_cast<long long>(all.slowestMs));
    std::printf("runs %d kills %d orders %d lost %d duplicate %d wrong %d cuts %d events_lost %d\n",
                all.done, all.kills, all.total.orders, all.total.lost, all.total.duplicate,
                all.total.wrong, cuts.cuts, cuts.eventsLost);
    const bool clean = all.total.lost == 0 && all.total.duplicate == 0 && all.total.wrong == 0
                       && cuts.eventsLost == 0 && missing.isEmpty();
    return clean ? 0 : 1;
}
