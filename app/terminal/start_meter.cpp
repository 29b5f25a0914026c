#include "app/terminal/start_meter.h"

#include "core/base/log.h"

#include <QEvent>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace app
{
StartMeter::StartMeter(QObject* window) : QObject{window}
{
    window->installEventFilter(this);
}

bool StartMeter::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_painted && event->type() == QEvent::Paint) {
        m_painted = true;
        qCInfo(core::base::lcApp).noquote()
            << QStringLiteral("first paint after %1 ms, %2 MiB resident")
                   .arg(sinceStartMs())
                   .arg(residentMiB());
        watched->removeEventFilter(this);
    }
    return false;
}

int StartMeter::sinceStartMs()
{
    QFile stat{QStringLiteral("/proc/self/stat")};
    timespec now{};
    if (!stat.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return -1;
    }
    // The name in parentheses may hold blanks; starttime is the 20th field after it.
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStartTime = 19;
    if (fields.size() <= kStartTime) {
        return -1;
    }
    const double started =
        fields.at(kStartTime).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    const double seconds =
        static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    return static_cast<int>((seconds - started) * 1000.0);
}

int StartMeter::residentMiB()
{
    QFile statm{QStringLiteral("/proc/self/statm")};
    if (!statm.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> fields = statm.readAll().split(' ');
    constexpr qint64 kMiB = 1024 * 1024;
    return fields.size() < 2
               ? -1
               : static_cast<int>(fields.at(1).toLongLong() * sysconf(_SC_PAGESIZE) / kMiB);
}
}  // namespace app

#include "moc_start_meter.cpp"
