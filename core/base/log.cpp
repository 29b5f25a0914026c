#include "core/base/log.h"

#include <QDateTime>
#include <QMutex>
#include <QStringList>

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

const char* severity(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "?";
}

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
    const QString line =
        QStringLiteral("%1 %2 %3: %4\n")
            .arg(QDateTime::currentDateTimeUtc().toString(
                     QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")),
                 QLatin1String{severity(type)}, QLatin1String{context.category}, redact(message));
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}
}  // namespace

void installLog()
{
    qInstallMessageHandler(&write);
}

void hideInLog(const QString& secret)
{
    constexpr int kShortest = 4;
    if (secret.size() < kShortest) {
        return;
    }
    const QMutexLocker lock{&secretsMutex};
    if (!secrets.contains(secret)) {
        secrets.append(secret);
    }
}

QString redact(QString line)
{
    const QMutexLocker lock{&secretsMutex};
    for (const QString& secret : secrets) {
        line.replace(secret, QStringLiteral("***"));
    }
    return line;
}

int warningCount()
{
    return warnings.load(std::memory_order_relaxed);
}
}  // namespace core::base
