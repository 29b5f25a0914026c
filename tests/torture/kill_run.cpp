#include "tests/torture/kill_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSet>

#include <csignal>
#include <sys/prctl.h>

namespace torture
{
namespace
{
using core::base::CrashPoint;
using namespace std::chrono_literals;

constexpr auto kPatience = 90s;
constexpr auto kBrokenPatience = 30s;  // Without its protections a run often cannot settle at all.
constexpr auto kSpeed = "60";
constexpr int kRecoveryMs = 700;  ///< A kill this early in a second life strikes the recovery.

/// The mix of reliability section 5.3. `late_accept` is the machine's time, `ccld.lag` the
/// market's: both some tens of the machine's milliseconds.
QStringList faultPlan(std::optional<CrashPoint> wanted)
{
    QStringList lines{
        QStringLiteral("order.fault=accept_then_close p=0.12"),
        QStringLiteral("order.fault=accept_then_hang p=0.04"),
        QStringLiteral("order.fault=drop p=0.06"),
        QStringLiteral("order.fault=gateway_error,accepted=1 p=0.06"),
        QStringLiteral("order.fault=gateway_error,accepted=0 p=0.04"),
        QStringLiteral("order.fault=late_accept=40 p=0.06"),
        QStringLiteral("order.fault=garble p=0.05"),
        QStringLiteral("cancel.fault=accept_then_close p=0.10"),
        QStringLiteral("amend.fault=accept_then_close p=0.10"),
        QStringLiteral("ccld.lag=1800 p=0.5"),
        QStringLiteral("query.fault=refuse p=0.10"),
        QStringLiteral("query.fault=cut p=0.05"),
        QStringLiteral("query.fault=hang p=0.01"),
    };
    const bool reject =
        wanted == CrashPoint::RejectBeforeCommit || wanted == CrashPoint::RejectAfterCommit;
    lines.append(QStringLiteral("order.fault=code=APBK0918,status=200,text=거부 p=%1")
                     .arg(reject ? QStringLiteral("0.4") : QStringLiteral("0.05")));
    return lines;
}

QStringList seenIn(const QString& name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly)
               ? QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
               : QStringList{};
}

QJsonObject objectIn(const QString& name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject{};
}

QString scratch()
{
    return QDir{QStringLiteral("/dev/shm")}.exists() ? QStringLiteral("/dev/shm/torture-XXXXXX")
                                                     : QDir::tempPath() + u"/torture-XXXXXX"_qs;
}
}  // namespace

QStringList KillRun::faultNames()
{
    return {QStringLiteral("accept_then_close"),
            QStringLiteral("accept_then_hang"),
            QStringLiteral("drop"),
            QStringLiteral("gateway_error"),
            QStringLiteral("late_accept"),
            QStringLiteral("garble"),
            QStringLiteral("code")};
}

KillRun::KillRun(KillRunOptions options, Coverage& coverage,
                 std::function<void(const KillRunResult&)> done)
    : m_options{std::move(options)},
      m_coverage{coverage},
      m_done{std::move(done)},
      m_random{static_cast<quint32>(m_options.seed * 2654435761U
                                    + static_cast<quint64>(m_options.number))},
      m_folder{scratch()}
{
    m_forgetful = m_options.breaks == u"no-fsync" || m_options.number % 2 == 1;
    m_killsPlanned =
        1 + (m_random.bounded(100) < 35 ? 1 : 0) + (m_random.bounded(100) < 15 ? 1 : 0);
    m_killTimer.setSingleShot(true);
    connect(&m_killTimer, &QTimer::timeout, this, [this] {
        if (m_desk && m_desk->state() == QProcess::Running) {
            m_shot = true;
            ::kill(static_cast<pid_t>(m_desk->processId()), SIGKILL);
        }
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_overdue = true;
        if (m_desk) {
            m_desk->kill();
        }
    });
}

KillRun::~KillRun()
{
    if (m_desk) {
        m_desk->disconnect(this);
    }
    m_simulator.disconnect(this);
    m_simulator.kill();
    m_simulator.waitForFinished();
}

void KillRun::start()
{
    m_clock.start();
    m_patience.start(m_options.breaks.isEmpty() ? kPatience : kBrokenPatience);
    if (!m_options.isTwin && m_options.number % 3 != 2) {
        m_armed = m_coverage.neediest(m_options.number * 7);
        m_coverage.tried(*m_armed);
    }
    QStringList arguments{QStringLiteral("--seed"),
                          QString::number(1 + m_options.number % 40),
                          QStringLiteral("--speed"),
                          QLatin1String{kSpeed},
                          QStringLiteral("--start"),
                          QStringLiteral("10:00:00"),
                          QStringLiteral("--date"),
                          QStringLiteral("2025-09-02"),
                          QStringLiteral("--instruments"),
                          QStringLiteral("60"),
                          QStringLiteral("--cash"),
                          QStringLiteral("1000000000"),
                          QStringLiteral("--linger"),
                          QStringLiteral("0"),
                          QStringLiteral("--token-interval"),
                          QStringLiteral("0"),
                          QStringLiteral("--approval-interval"),
                          QStringLiteral("0")};
    if (!m_options.isTwin) {
        for (const QString& line : faultPlan(m_armed)) {
            arguments << QStringLiteral("--fault") << line;
        }
    }
    connect(&m_simulator, &QProcess::readyReadStandardOutput, this, &KillRun::simulatorSpoke);
    connect(&m_simulator, &QProcess::errorOccurred, this,
            [this] { finish(false, QStringLiteral("the simulator does not run")); });
    m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_simulator.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_simulator.start(m_options.binaries + QStringLiteral("/kis-simulator"), arguments);
}

void KillRun::simulatorSpoke()
{
    if (!m_rest.isEmpty() || !m_simulator.canReadLine()) {
        return;
    }
    const QByteArray line = m_simulator.readLine();
    m_rest = QJsonDocument::fromJson(line).object().value(QLatin1String{"rest"}).toString();
    QFile file{m_folder.filePath(QStringLiteral("endpoint"))};
    const bool open = file.open(QIODevice::WriteOnly);
    Q_ASSERT(open);
    file.write(line);
    file.close();
    startDesk();
}

void KillRun::planKill(QStringList& arguments)
{
    m_shot = false;
    if (m_options.isTwin || m_result.kills >= m_killsPlanned || m_result.starts > 6) {
        m_armed.reset();
        return;
    }
    if (m_result.starts > 0) {
        // A later life: a point of the start, any point, or a random instant of the recovery.
        const int kind = static_cast<int>(m_random.bounded(3));
        m_armed.reset();
        if (kind == 0) {
            const int first = static_cast<int>(CrashPoint::StartAfterLock);
            m_armed = static_cast<CrashPoint>(
                first + m_random.bounded(core::base::kCrashPointCount - first));
        } else if (kind == 1) {
            m_armed = m_coverage.neediest(static_cast<int>(m_random.bounded(1000)));
            m_coverage.tried(*m_armed);
        }
    }
    if (m_armed) {
        arguments << QStringLiteral("--point") << core::base::toText(*m_armed)
                  << QStringLiteral("--hit") << QString::number(m_random.bounded(4) == 0 ? 2 : 1);
        return;
    }
    m_killTimer.start(m_result.starts > 0 ? static_cast<int>(10 + m_random.bounded(kRecoveryMs))
                                          : static_cast<int>(50 + m_random.bounded(5000)));
}

void KillRun::startDesk()
{
    QStringList arguments{
        QStringLiteral("--simulator"), m_folder.filePath(QStringLiteral("endpoint")),
        QStringLiteral("--data"),      m_folder.path(),
        QStringLiteral("--seed"),      QString::number(m_options.number)};
    if (m_forgetful) {
        arguments << QStringLiteral("--forgetful");
    }
    if (!m_options.breaks.isEmpty()) {
        arguments << QStringLiteral("--break") << m_options.breaks;
    }
    planKill(arguments);
    ++m_result.starts;
    m_life.start();
    m_desk = std::make_unique<QProcess>();
    connect(m_desk.get(), &QProcess::finished, this, &KillRun::deskEnded);
    m_desk->setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    m_desk->setStandardOutputFile(QProcess::nullDevice());
    m_desk->start(m_options.binaries + QStringLiteral("/torture_desk"), arguments);
}

/// The head of the ledger is never synced: a power cut may take it along.
void KillRun::looseDisk()
{
    if (m_forgetful && (m_options.breaks == u"no-fsync" || m_random.bounded(2) == 0)) {
        QFile::remove(m_folder.filePath(QStringLiteral("data/orders.head")));
    }
}

void KillRun::deskEnded()
{
    m_killTimer.stop();
    const bool crashed = m_desk->exitStatus() == QProcess::CrashExit;
    const int code = m_desk->exitCode();
    m_desk.release()->deleteLater();
    if (m_overdue) {
        finish(false, QStringLiteral("not quiet after %1 s").arg(m_clock.elapsed() / 1000));
        return;
    }
    if (!crashed) {
        if (code == 0) {
            askTruth();
        } else {
            finish(false, QStringLiteral("the terminal ended with code %1").arg(code));
        }
        return;
    }
    if (code != SIGKILL) {
        finish(false, QStringLiteral("the terminal died of signal %1").arg(code));
        return;
    }
    ++m_result.kills;
    if (m_shot) {
        m_coverage.killedAtRandom();
    } else if (m_armed) {
        m_coverage.killedAt(*m_armed);
    }
    if (m_result.starts > 1 && m_life.elapsed() < 2 * kRecoveryMs) {
        m_coverage.killedInRecovery();
    }
    looseDisk();
    startDesk();
}

void KillRun::askTruth()
{
    m_result.desk = objectIn(m_folder.filePath(QStringLiteral("result.json")));
    QNetworkReply* reply =
        m_http.get(QNetworkRequest{QUrl{m_rest + QStringLiteral("/sim/orders")}});
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QByteArray text = reply->readAll();
        QFile file{m_folder.filePath(QStringLiteral("truth.json"))};
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);  // For whoever looks into a run that went wrong.
        }
        const QJsonObject truth = QJsonDocument::fromJson(text).object();
        if (!truth.contains(QLatin1String{"orders"})) {
            finish(false, QStringLiteral("no truth from the simulator"));
            return;
        }
        for (const QJsonValue& post : truth.value(QLatin1String{"posts"}).toArray()) {
            const QString fault = post.toObject().value(QLatin1String{"fault"}).toString();
            for (const QString& name : faultNames()) {
                if (fault.contains(name)) {
                    m_coverage.saw(name);
                }
            }
        }
        m_result.verdict =
            compare(m_result.desk, truth, seenIn(m_folder.filePath(QStringLiteral("seen"))));
        finish(true, {});
    });
}

void KillRun::finish(bool quiet, const QString& why)
{
    m_patience.stop();
    m_result.finished = quiet;
    m_result.tookMs = m_clock.elapsed();
    if (!quiet) {
        // Whatever the reason: nobody can say that nothing was lost.
        ++m_result.verdict.wrong;
        m_result.verdict.stories.append(why);
    }
    if (!m_result.verdict.stories.isEmpty() && m_options.breaks.isEmpty()) {
        m_folder.setAutoRemove(false);
        m_result.verdict.stories.append(QStringLiteral("kept in %1").arg(m_folder.path()));
    }
    m_done(m_result);
}
}  // namespace torture

#include "moc_kill_run.cpp"
