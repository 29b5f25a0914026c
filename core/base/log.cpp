#include "core/base/log.h"

#include "core/base/log_backend.h"

#include <QCoreApplication>
#include <QMutex>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace core::base
{
Q_LOGGING_CATEGORY(lcApp, "kis.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConfig, "kis.config", QtInfoMsg)
Q_LOGGING_CATEGORY(lcFeed, "kis.feed", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRest, "kis.rest", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMaster, "kis.master", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDesk, "kis.desk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLedger, "kis.ledger", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDisk, "kis.disk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSim, "kis.sim", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "kis.ui", QtInfoMsg)

namespace
{
// Logging is process-wide in Qt, so what it must hide is process-wide too.
QMutex secretsMutex;
QStringList secrets;
std::atomic<int> warnings{0};

/// Never destroyed: a destructor of a static object may still log.
LogBackend& backend()
{
    static const MachineClock clock;
    static LogBackend& one = *new LogBackend{clock};
    return one;
}

/// Logging that logs: what comes of it goes to stderr and no further.
thread_local bool isInside = false;

class Inside final
{
public:
    Inside() { isInside = true; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() { isInside = false; }
};

/// What Qt's offscreen platform says at every show(): nothing a person could mend.
bool isPlatformNoise(const QString& message)
{
    return message.startsWith(u"This plugin does not support propagateSizeHints");
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (isPlatformNoise(message)) {
        return;
    }
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        warnings.fetch_add(1, std::memory_order_relaxed);
    }
    const QString category = QString::fromLatin1(context.category);
    if (isInside) {
        const QByteArray bytes = lineBytes(
            {.time = MachineClock{}.now(), .type = type, .category = category, .text = message});
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
        return;
    }
    const Inside inside;
    backend().submit(type, category, message);
}
}  // namespace

void installLog()
{
    qInstallMessageHandler(&write);
    qAddPostRoutine(&closeLogFile);
}

Status openLogFile(const QString& folder, const LogLimits& limits)
{
    return backend().open(folder, limits);
}

Status testLogFile()
{
    return backend().selfTest();
}

Status rollLogFile()
{
    return backend().roll();
}

void closeLogFile()
{
    backend().close();
}

std::vector<LogLine> recentLog(std::uint64_t after)
{
    return backend().recent(after);
}

void hideInLog(const QString& secret)
{
    constexpr int kShortest = 4;
    if (secret.size() < kShortest) {
        return;
    }
    const QMutexLocker lock{&secretsMutex};
    if (!secrets.contains(secret)) {
        // The longer first: of an account number with its suffix the suffix would be left.
        const auto at =
            std::find_if(secrets.begin(), secrets.end(),
                         [&secret](const QString& other) { return other.size() < secret.size(); });
        secrets.insert(at, secret);
    }
}

QString redact(QString line)
{
    QStringList hidden;
    {
        const QMutexLocker lock{&secretsMutex};
        hidden = secrets;  // Shared, not copied: the search is done without the lock.
    }
    for (const QString& secret : std::as_const(hidden)) {
        line.replace(secret, QStringLiteral("***"));
    }
    return line;
}

int warningCount()
{
    return warnings.load(std::memory_order_relaxed);
}
}  // namespace core::base
