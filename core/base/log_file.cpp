#include "core/base/log_file.h"

#include "core/base/log_line.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// Nothing here may log: it is what logging ends in.

namespace core::base
{
namespace
{
const QString kName = QStringLiteral("kis-scalper");
constexpr mode_t kFolderMode = 0700;
constexpr mode_t kFileMode = 0600;

QByteArray nameOf(const QString& path)
{
    return QFile::encodeName(path);
}

bool renamed(const QString& from, const QString& to)
{
    return ::rename(nameOf(from).constData(), nameOf(to).constData()) == 0;
}

/// A file cut off within a line by a crash or a full disk must not swallow the next one.
bool endsWithinLine(const QString& path, std::int64_t size)
{
    QFile file{path};
    char last = '\n';
    return size > 0 && file.open(QIODevice::ReadOnly) && file.seek(size - 1)
           && file.read(&last, 1) == 1 && last != '\n';
}

/// The first number no file of that day has, compressed ones included.
int nextPart(const QDir& folder, const QString& date)
{
    int highest = 0;
    const qsizetype at = kName.size() + date.size() + 2;
    for (const QString& name : folder.entryList({QStringLiteral("%1-%2.*.log*").arg(kName, date)},
                                                QDir::Files, QDir::Name)) {
        highest = std::max(highest, name.mid(at).section(QLatin1Char{'.'}, 0, 0).toInt());
    }
    return highest + 1;
}
}  // namespace

QString logDateText(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    return QStringLiteral("%1-%2-%3")
        .arg(int{date.year()}, 4, 10, QLatin1Char{'0'})
        .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char{'0'})
        .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char{'0'});
}

QString logFolderIn(const QString& dataFolder)
{
    return dataFolder + QStringLiteral("/log");
}

LogFile::LogFile(QString folder, LogLimits limits) : m_folder{std::move(folder)}, m_limits{limits}
{
}

LogFile::~LogFile()
{
    close();
}

QString LogFile::path() const
{
    return QStringLiteral("%1/%2.log").arg(m_folder, kName);
}

QString LogFile::numbered(int number) const
{
    return number == 0 ? path() : QStringLiteral("%1.%2").arg(path()).arg(number);
}

std::chrono::sys_days LogFile::dayOf(Timestamp at) const
{
    return std::chrono::floor<std::chrono::days>(at + m_limits.dayOffset);
}

/// A line that was under way at midnight is still one of the day that began; a clock set back by
/// days is another day.
bool LogFile::isAnotherDay(Timestamp at) const
{
    return m_day && (dayOf(at) > *m_day || dayOf(at) + std::chrono::days{1} < *m_day);
}

std::optional<Timestamp> LogFile::firstTime(const QString& path) const
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    constexpr qint64 kTime = 24;
    QDateTime time =
        QDateTime::fromString(QString::fromLatin1(file.read(kTime)), Qt::ISODateWithMs);
    if (!time.isValid()) {
        time = QFileInfo{file}.lastModified();
    }
    return Timestamp{std::chrono::milliseconds{time.toMSecsSinceEpoch()}};
}

Status LogFile::open(std::chrono::nanoseconds now)
{
    close();
    const QByteArray folder = nameOf(m_folder);
    struct stat status = {};
    if (::mkdir(folder.constData(), kFolderMode) != 0 && errno != EEXIST) {
        return fail(QStringLiteral("the folder %1 cannot be made").arg(m_folder), now);
    }
    if (::lstat(folder.constData(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return fail(QStringLiteral("%1 is not a folder").arg(m_folder), now);
    }
    if ((status.st_mode & 0777U) != kFolderMode && ::chmod(folder.constData(), kFolderMode) != 0) {
        return fail(QStringLiteral("the folder %1 cannot be closed to others").arg(m_folder), now);
    }
    // Non-blocking for the sake of what is no file: a pipe without a reader would hold us here.
    m_descriptor =
        ::open(nameOf(path()).constData(),
               O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, kFileMode);
    if (m_descriptor < 0) {
        return fail(QStringLiteral("%1 cannot be opened").arg(path()), now);
    }
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        errno = EINVAL;
        return fail(QStringLiteral("%1 is not a file").arg(path()), now);
    }
    if ((status.st_mode & 0777U) != kFileMode && ::fchmod(m_descriptor, kFileMode) != 0) {
        return fail(QStringLiteral("%1 cannot be closed to others").arg(path()), now);
    }
    m_size = status.st_size;
    m_day.reset();
    const QString first = m_size > 0 || !QFile::exists(numbered(1)) ? path() : numbered(1);
    if (m_size > 0 || first != path()) {
        if (const std::optional<Timestamp> time = firstTime(first)) {
            m_day = dayOf(*time);
        }
    }
    if (endsWithinLine(path(), m_size) && !append(QByteArrayLiteral("\n"))) {
        return fail(QStringLiteral("%1 cannot be written").arg(path()), now);
    }
    return Done{};
}

bool LogFile::append(const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(m_descriptor, bytes.constData() + written,
                                      static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        written += count;
        m_size += count;
    }
    return true;
}

void LogFile::write(const QByteArray& line, Timestamp at, std::chrono::nanoseconds now)
{
    if (m_descriptor < 0 && (now < m_retryAt || !open(now))) {
        ++m_lost;
        return;
    }
    if (isAnotherDay(at) && !roll(now)) {
        ++m_lost;
        return;
    }
    if (m_size > 0 && m_size + line.size() > m_limits.fileBytesMax) {
        // One that cannot be put aside would grow without end.
        if (!shift()) {
            ++m_lost;
            (void)fail(QStringLiteral("%1 cannot be renamed").arg(path()), now);
            return;
        }
        if (!open(now)) {
            ++m_lost;
            return;
        }
    }
    QByteArray all;
    if (m_lost > 0) {
        all = lineBytes({.number = 0,
                         .time = at,
                         .type = QtWarningMsg,
                         .category = QStringLiteral("kis.app"),
                         .text = QStringLiteral("%1 line(s) are missing here: %2")
                                     .arg(m_lost)
                                     .arg(m_problem.isEmpty() ? QStringLiteral("too many at once")
                                                              : m_problem)});
    }
    all += line;
    if (!append(all)) {
        ++m_lost;
        (void)fail(QStringLiteral("%1 cannot be written").arg(path()), now);
        return;
    }
    if (!m_day) {
        m_day = dayOf(at);
    }
    m_lost = 0;
    if (!m_problem.isEmpty()) {
        m_problem.clear();
        std::fputs("kis-scalper: the text log is written again\n", stderr);
    }
}

bool LogFile::shift()
{
    close();
    if (m_limits.filesMax < 2) {
        return ::unlink(nameOf(path()).constData()) == 0;
    }
    for (int number = m_limits.filesMax - 2; number > 0; --number) {
        // The last one is written over. A name that is not there is none to rename.
        (void)renamed(numbered(number), numbered(number + 1));
    }
    return renamed(path(), numbered(1));
}

Status LogFile::roll(std::chrono::nanoseconds now)
{
    close();
    const QDir folder{m_folder};
    std::optional<std::chrono::sys_days> day = m_day;
    for (int number = m_limits.filesMax - 1; number >= 0; --number) {
        const QString from = numbered(number);
        const QFileInfo file{from};
        if (!file.exists() || file.isSymLink() || file.size() == 0) {
            continue;
        }
        if (!day) {
            const std::optional<Timestamp> first = firstTime(from);
            day = dayOf(first.value_or(Timestamp{}));
        }
        const QString date = logDateText(*day);
        const QString to =
            folder.filePath(QStringLiteral("%1-%2.%3.log")
                                .arg(kName, date)
                                .arg(nextPart(folder, date), 3, 10, QLatin1Char{'0'}));
        if (!renamed(from, to)) {
            return fail(QStringLiteral("%1 cannot be renamed").arg(from), now);
        }
    }
    m_day.reset();
    keepWithinAll();
    return open(now);
}

void LogFile::keepWithinAll() const
{
    // Room for the day under way is kept free, so that it holds at every moment.
    const std::int64_t most = m_limits.allBytesMax - m_limits.filesMax * m_limits.fileBytesMax;
    const QDir folder{m_folder};
    QFileInfoList past = folder.entryInfoList({kName + QStringLiteral("-*.log*")},
                                              QDir::Files | QDir::NoSymLinks, QDir::Name);
    std::int64_t bytes = 0;
    for (const QFileInfo& file : past) {
        bytes += file.size();
    }
    while (!past.isEmpty() && bytes > most) {
        const QFileInfo oldest = past.takeFirst();
        bytes -= oldest.size();
        (void)QFile::remove(oldest.filePath());
    }
}

void LogFile::close()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

Error LogFile::fail(const QString& what, std::chrono::nanoseconds now)
{
    const QString why = qt_error_string(errno);
    close();
    m_retryAt = now + m_limits.retryEvery;
    const bool isNew = m_problem.isEmpty();
    m_problem = QStringLiteral("%1: %2").arg(what, why);
    if (isNew) {
        std::fprintf(stderr, "kis-scalper: the text log is not written: %s\n",
                     qUtf8Printable(m_problem));
    }
    return {ErrorCode::Io, QStringLiteral("text log: ") + m_problem};
}
}  // namespace core::base
