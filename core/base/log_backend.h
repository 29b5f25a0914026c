#pragma once

#include "core/base/log_file.h"
#include "core/base/log_flood.h"
#include "core/base/log_line.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace core::base
{
/// What the self-test makes of a file's end: `mark` must be in it and `secret` must not.
/// Errors: Refused = the secret is; NotFound = the mark is not.
[[nodiscard]] Status judgeSelfTest(const QByteArray& written, const QString& secret,
                                   const QString& mark);

/// Where every message of the process goes: redacted, what repeats held back, to stderr at once, to
/// a bounded list of the newest lines, and from there to the file.
///
/// The file is written by a thread of its own. Whoever logs must not wait for a disk, least of all
/// the thread that decides about orders; the list of newest lines is the queue between them, and
/// what the disk is too slow for is counted in the file. A critical line is waited for by nobody
/// either; a fatal one is, for a second, because the process ends with it.
/// Thread: any.
class LogBackend final
{
public:
    /// Newest lines kept, for the window and for the file that is not open yet.
    static constexpr std::size_t kLinesMax = 2'000;

    /// `clock` outlives the backend.
    explicit LogBackend(const Clock& clock);
    LogBackend(const LogBackend&) = delete;
    LogBackend& operator=(const LogBackend&) = delete;
    ~LogBackend();

    void submit(QtMsgType type, const QString& category, const QString& message);

    /// Opens the file in `folder` and writes the lines kept so far, redacted by what is hidden now.
    /// A file that is open already is closed first. Errors: Io; it is tried again later all the
    /// same.
    [[nodiscard]] Status open(const QString& folder, const LogLimits& limits);
    /// All lines so far are in the file when it returns. Errors: Io, TimedOut.
    [[nodiscard]] Status flush(std::chrono::milliseconds waitMax = std::chrono::seconds{5});
    /// `flush`, then the file gets the name of its day. Errors: Io, TimedOut; NotFound without a
    /// file.
    [[nodiscard]] Status roll(std::chrono::milliseconds waitMax = std::chrono::seconds{5});
    /// Writes what is left, also what is held back, and ends the thread.
    void close();

    /// The newest lines with a number above `after`, oldest first, redacted by what is hidden now
    /// and on one line each.
    [[nodiscard]] std::vector<LogLine> recent(std::uint64_t after);

    /// Writes a line with a secret nobody knows, reads the file and requires the line without the
    /// secret. Errors: Refused = the secret is in the file; Io, TimedOut, NotFound = no line.
    [[nodiscard]] Status selfTest();

private:
    void keep(LogLine line);
    void tellHeld(bool all);
    void run();
    void writeWaiting(std::unique_lock<std::mutex>& lock);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::condition_variable m_wake;     ///< Of the writer.
    std::condition_variable m_written;  ///< Of those who wait for it.
    std::deque<LogLine> m_lines;
    std::uint64_t m_last = 0;  ///< Number of the newest line.
    std::uint64_t m_done = 0;  ///< Of the newest the file has been given.
    LogFlood m_flood;
    bool m_stop = false;
    std::uint64_t m_rollsAsked = 0;
    std::uint64_t m_rollsDone = 0;
    Status m_rolled = Done{};
    QString m_problem;  ///< Of the file.
    QString m_path;     ///< Of the file; empty = none is open.

    std::unique_ptr<LogFile> m_file;  ///< The writer's while it runs.
    std::thread m_thread;
};
}  // namespace core::base
