#pragma once

#include <QDir>
#include <QFile>

#ifndef __has_feature
#define __has_feature(feature) 0  // g++ has macros instead.
#endif

namespace test
{
/// A sanitizer keeps what was freed, and shadows beside it: memory says nothing then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)                                  \
    || __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kMemoryTells = false;
#else
inline constexpr bool kMemoryTells = true;
#endif

/// Memory of this process now, in KiB.
inline qint64 memoryKiB()
{
    constexpr qint64 kPageKiB = 4;
    QFile file{QStringLiteral("/proc/self/statm")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return file.readAll().split(' ').value(1).toLongLong() * kPageKiB;
}

/// Starts the watch for `peakKiB` anew.
inline void forgetPeak()
{
    QFile file{QStringLiteral("/proc/self/clear_refs")};
    const bool done = file.open(QIODevice::WriteOnly) && file.write("5") == 1;
    Q_ASSERT(done);
}

/// The most memory of this process since `forgetPeak`, in KiB.
inline qint64 peakKiB()
{
    QFile file{QStringLiteral("/proc/self/status")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
    }
    return -1;
}

/// Open files and sockets of this process.
inline qsizetype openFiles()
{
    return QDir{QStringLiteral("/proc/self/fd")}
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}
}  // namespace test
