#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace core::base
{
/// How much of the disk the text log may have.
struct LogLimits
{
    std::int64_t fileBytesMax = 5 * 1024 * 1024;
    int filesMax = 10;  ///< Of the day under way: the one written to and .1 to .9.
    std::int64_t allBytesMax = std::int64_t{10} * 50 * 1024 * 1024;  ///< With those of past days.
    std::chrono::minutes dayOffset{0};  ///< Of the place whose midnight ends a day; UTC = 0.
    std::chrono::seconds retryEvery{60};
};

/// The files of the text log: `kis-scalper.log` is written to, `.1` (newest) to `.9` are what it
/// was before it got too large. When the day of its first line is over all of them get that day's
/// name, `kis-scalper-DATE.NNN.log` in the order they were written, and are never touched again.
/// The folder is 0700, a file 0600; a link in place of a file is refused.
///
/// A full or failing disk loses lines and nothing else: the file is closed, stderr says so once,
/// and the next try is a minute later. What was lost is counted in the file then.
/// Thread: one at a time. SIGXFSZ must be blocked or ignored there.
class LogFile final
{
public:
    LogFile(QString folder, LogLimits limits);
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
    ~LogFile();

    /// Errors: Io, in words.
    [[nodiscard]] Status open(std::chrono::nanoseconds now);
    /// Appends one whole line, newline included. `at` is the line's time, `now` monotonic.
    void write(const QByteArray& line, Timestamp at, std::chrono::nanoseconds now);
    /// Lines that never came here are counted as lost.
    void missed(std::uint64_t lines) { m_lost += lines; }
    /// Gives what is there the name of its day; the next line begins a new file. Errors: Io.
    [[nodiscard]] Status roll(std::chrono::nanoseconds now);

    /// Why nothing can be written; empty = all is well.
    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }
    [[nodiscard]] QString path() const;
    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }

private:
    [[nodiscard]] std::chrono::sys_days dayOf(Timestamp at) const;
    [[nodiscard]] bool isAnotherDay(Timestamp at) const;
    [[nodiscard]] std::optional<Timestamp> firstTime(const QString& path) const;
    [[nodiscard]] QString numbered(int number) const;
    [[nodiscard]] bool append(const QByteArray& bytes);
    [[nodiscard]] bool shift();
    void keepWithinAll() const;
    void close();
    [[nodiscard]] Error fail(const QString& what, std::chrono::nanoseconds now);

    QString m_folder;
    LogLimits m_limits;
    int m_descriptor = -1;
    std::int64_t m_size = 0;
    std::optional<std::chrono::sys_days> m_day;  ///< Of the file's first line.
    std::uint64_t m_lost = 0;
    QString m_problem;
    std::chrono::nanoseconds m_retryAt{};
};

/// The text log's folder within a data folder.
[[nodiscard]] QString logFolderIn(const QString& dataFolder);
/// The date as file names have it.
[[nodiscard]] QString logDateText(std::chrono::sys_days day);
}  // namespace core::base
