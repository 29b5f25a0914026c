#include "core/base/log_archive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace core::base
{
namespace
{
constexpr std::size_t kPiece = 64 * 1024;
const QString kPartial = QStringLiteral(".partial");
constexpr qsizetype kDateAt = 12;  // Behind "kis-scalper-".
constexpr qsizetype kDateSize = 10;

struct WriterFree
{
    void operator()(archive* handle) const { archive_write_free(handle); }
};
struct ReaderFree
{
    void operator()(archive* handle) const { archive_read_free(handle); }
};
struct EntryFree
{
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

Error problem(const QString& path, const QString& why)
{
    return {ErrorCode::Io, QStringLiteral("%1 cannot be compressed: %2").arg(path, why)};
}

QString wordsOf(archive* handle)
{
    const char* const words = archive_error_string(handle);
    return words == nullptr ? QStringLiteral("no reason given") : QString::fromLocal8Bit(words);
}

/// The bytes of `from` as one gzip stream into the descriptor.
Status pack(QFile& from, int to)
{
    const std::unique_ptr<archive, WriterFree> out{archive_write_new()};
    archive* const handle = out.get();
    const std::unique_ptr<archive_entry, EntryFree> entry{archive_entry_new()};
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_pathname(entry.get(), "log");
    bool good = archive_write_add_filter_gzip(handle) == ARCHIVE_OK
                && archive_write_set_format_raw(handle) == ARCHIVE_OK
                && archive_write_open_fd(handle, to) == ARCHIVE_OK
                && archive_write_header(handle, entry.get()) == ARCHIVE_OK;
    std::array<char, kPiece> piece{};
    while (good) {
        const qint64 count = from.read(piece.data(), piece.size());
        if (count < 0) {
            return problem(from.fileName(), from.errorString());
        }
        if (count == 0) {
            break;
        }
        good = archive_write_data(handle, piece.data(), static_cast<std::size_t>(count)) == count;
    }
    if (!good || archive_write_close(handle) != ARCHIVE_OK) {
        return problem(from.fileName(), wordsOf(handle));
    }
    return Done{};
}

/// Whether unpacking gives what is in `from`: the original is removed on this word.
bool isCopy(const QString& packed, QFile& from)
{
    const std::unique_ptr<archive, ReaderFree> in{archive_read_new()};
    archive* const handle = in.get();
    archive_entry* entry = nullptr;
    if (!from.seek(0) || archive_read_support_filter_gzip(handle) != ARCHIVE_OK
        || archive_read_support_format_raw(handle) != ARCHIVE_OK
        || archive_read_open_filename(handle, QFile::encodeName(packed).constData(), kPiece)
               != ARCHIVE_OK
        || archive_read_next_header(handle, &entry) != ARCHIVE_OK) {
        return false;
    }
    std::array<char, kPiece> piece{};
    for (;;) {
        const la_ssize_t count = archive_read_data(handle, piece.data(), piece.size());
        if (count < 0) {
            return false;
        }
        if (count == 0) {
            return from.atEnd();
        }
        if (from.read(count) != QByteArray::fromRawData(piece.data(), count)) {
            return false;
        }
    }
}

Status compressOne(const QString& path)
{
    QFile from{path};
    if (!from.open(QIODevice::ReadOnly)) {
        return problem(path, from.errorString());
    }
    const QString packed = path + QStringLiteral(".gz");
    const QString partial = packed + kPartial;
    const QByteArray name = QFile::encodeName(partial);
    const int to =
        ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (to < 0) {
        return problem(path, qt_error_string(errno));
    }
    Status done = pack(from, to);
    if (done && ::fsync(to) != 0) {
        done = problem(path, qt_error_string(errno));
    }
    ::close(to);
    if (done && !isCopy(partial, from)) {
        done = problem(path, QStringLiteral("what was written does not read back"));
    }
    if (done && ::rename(name.constData(), QFile::encodeName(packed).constData()) != 0) {
        done = problem(path, qt_error_string(errno));
    }
    if (!done) {
        (void)QFile::remove(partial);
        return done;
    }
    if (!from.remove()) {
        return problem(path, from.errorString());
    }
    return Done{};
}

void removeOld(const QDir& folder, int daysKept)
{
    QSet<QString> days;
    for (const QString& name : folder.entryList({QStringLiteral("kis-scalper-*.log.gz")},
                                                QDir::Files, QDir::Name | QDir::Reversed)) {
        days.insert(name.mid(kDateAt, kDateSize));
        if (days.size() > daysKept) {
            (void)QFile::remove(folder.filePath(name));
        }
    }
}
}  // namespace

Status compressLogs(const QString& folder, int daysKept)
{
    const QDir logs{folder};
    // Of an earlier try that was cut off: its original is still there.
    for (const QString& name :
         logs.entryList({QLatin1Char{'*'} + kPartial}, QDir::Files | QDir::NoSymLinks)) {
        (void)QFile::remove(logs.filePath(name));
    }
    Status first = Done{};
    for (const QString& name : logs.entryList({QStringLiteral("kis-scalper-*.log")},
                                              QDir::Files | QDir::NoSymLinks, QDir::Name)) {
        if (const Status done = compressOne(logs.filePath(name)); !done && first) {
            first = done;
        }
    }
    removeOld(logs, daysKept);
    return first;
}
}  // namespace core::base
