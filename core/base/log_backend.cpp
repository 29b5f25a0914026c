#include "core/base/log_backend.h"

#include "core/base/log.h"

#include <QFile>
#include <QLocale>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <pthread.h>

namespace core::base
{
namespace
{
// Longer ones are cut: nothing a person reads, and a hundred of them would fill the file.
constexpr qsizetype kTextMax = 8'192;
constexpr qsizetype kSampleMax = 200;
constexpr std::size_t kBatch = 256;

void toStderr(const LogLine& line)
{
    const QByteArray bytes = lineBytes(line);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

QString shortened(QString text, qsizetype most)
{
    if (text.size() > most) {
        const qsizetype gone = text.size() - most;
        text.truncate(most);
        text += QStringLiteral("... (%1 more characters)").arg(gone);
    }
    return text;
}

QString countText(std::uint64_t count)
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::DefaultNumberOptions);
    return plain.toString(qulonglong{count});
}

QString randomText()
{
    const quint64 value = QRandomGenerator::system()->generate64();
    return QString::number(value, 36);
}
}  // namespace

LogBackend::LogBackend(const Clock& clock) : m_clock{clock} {}

LogBackend::~LogBackend()
{
    close();
}

void LogBackend::submit(QtMsgType type, const QString& category, const QString& message)
{
    // All that costs is done before the lock. Redacted before it is cut: half a secret is not
    // recognised.
    LogLine line{.time = m_clock.now(),
                 .type = type,
                 .category = category,
                 .text = shortened(redact(message), kTextMax)};
    const QString shape = shapeOf(line.text);
    const std::chrono::nanoseconds now = m_clock.monotonic();
    bool due = false;
    bool passes = false;
    {
        const std::lock_guard lock{m_mutex};
        due = m_flood.isDue(now);
    }
    if (due) {
        tellHeld(false);
    }
    {
        const std::lock_guard lock{m_mutex};
        passes = m_flood.passes(line, shape, now);
    }
    if (passes) {
        toStderr(line);
        keep(std::move(line));
    }
    if (type == QtFatalMsg) {
        (void)flush(std::chrono::seconds{1});
    }
}

void LogBackend::keep(LogLine line)
{
    LogLine gone;  // Freed after the lock.
    const std::lock_guard lock{m_mutex};
    line.number = ++m_last;
    if (m_lines.size() >= kLinesMax) {
        gone = std::move(m_lines.front());
        m_lines.pop_front();
    }
    m_lines.push_back(std::move(line));
    m_wake.notify_one();
}

void LogBackend::tellHeld(bool all)
{
    std::vector<LogFlood::Held> held;
    {
        const std::lock_guard lock{m_mutex};
        held = m_flood.take(m_clock.monotonic(), all);
    }
    for (const LogFlood::Held& one : held) {
        LogLine line{.time = m_clock.now(),
                     .type = one.type,
                     .category = one.category,
                     .text = QStringLiteral("and ") + countText(one.count)
                             + QStringLiteral(" more like it: ") + shortened(one.text, kSampleMax)};
        toStderr(line);
        keep(std::move(line));
    }
}

Status LogBackend::open(const QString& folder, const LogLimits& limits)
{
    close();
    m_file = std::make_unique<LogFile>(folder, limits);
    const Status opened = m_file->open(m_clock.monotonic());
    const std::lock_guard lock{m_mutex};
    m_path = m_file->path();
    m_problem = m_file->problem();
    m_stop = false;
    m_thread = std::thread{[this] { run(); }};
    return opened;
}

void LogBackend::run()
{
    // Signals are for the threads that expect them; SIGXFSZ at a file too large would end us all.
    sigset_t every;
    sigfillset(&every);
    pthread_sigmask(SIG_BLOCK, &every, nullptr);
    pthread_setname_np(pthread_self(), "log");
    std::unique_lock lock{m_mutex};
    for (;;) {
        m_wake.wait(lock,
                    [this] { return m_stop || m_done < m_last || m_rollsDone < m_rollsAsked; });
        while (m_done < m_last) {
            writeWaiting(lock);
        }
        if (m_rollsDone < m_rollsAsked) {
            const std::uint64_t asked = m_rollsAsked;
            lock.unlock();
            Status rolled = m_file->roll(m_clock.monotonic());
            lock.lock();
            m_rolled = std::move(rolled);
            m_rollsDone = asked;
            m_problem = m_file->problem();
        } else if (m_stop && m_done == m_last) {
            return;
        }
        m_written.notify_all();
    }
}

void LogBackend::writeWaiting(std::unique_lock<std::mutex>& lock)
{
    const std::uint64_t oldest = m_last - m_lines.size() + 1;
    const std::uint64_t missed = oldest > m_done + 1 ? oldest - m_done - 1 : 0;
    const std::uint64_t from = m_done + 1 + missed;
    std::vector<LogLine> batch;
    for (std::uint64_t number = from; number <= m_last && batch.size() < kBatch; ++number) {
        batch.push_back(m_lines[static_cast<std::size_t>(number - oldest)]);
    }
    lock.unlock();
    m_file->missed(missed);
    const std::chrono::nanoseconds now = m_clock.monotonic();
    for (const LogLine& line : batch) {
        m_file->write(lineBytes(line), line.time, now);
    }
    const std::uint64_t done = batch.back().number;
    batch.clear();
    lock.lock();
    m_done = done;
    m_problem = m_file->problem();
    m_written.notify_all();
}

Status LogBackend::flush(std::chrono::milliseconds waitMax)
{
    tellHeld(false);
    std::unique_lock lock{m_mutex};
    if (m_path.isEmpty()) {
        return Error{ErrorCode::NotFound, QStringLiteral("text log: no file is open")};
    }
    const std::uint64_t wanted = m_last;
    if (!m_written.wait_for(lock, waitMax, [&] { return m_done >= wanted; })) {
        return Error{ErrorCode::TimedOut, QStringLiteral("text log: the disk does not keep up")};
    }
    if (!m_problem.isEmpty()) {
        return Error{ErrorCode::Io, QStringLiteral("text log: ") + m_problem};
    }
    return Done{};
}

Status LogBackend::roll(std::chrono::milliseconds waitMax)
{
    std::unique_lock lock{m_mutex};
    if (m_path.isEmpty()) {
        return Error{ErrorCode::NotFound, QStringLiteral("text log: no file is open")};
    }
    const std::uint64_t wanted = ++m_rollsAsked;
    m_wake.notify_one();
    if (!m_written.wait_for(lock, waitMax, [&] { return m_rollsDone >= wanted; })) {
        return Error{ErrorCode::TimedOut, QStringLiteral("text log: the disk does not keep up")};
    }
    return m_rolled;
}

void LogBackend::close()
{
    tellHeld(true);
    {
        const std::lock_guard lock{m_mutex};
        m_stop = true;
        m_path.clear();
        m_wake.notify_one();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_file.reset();
}

std::vector<LogLine> LogBackend::recent(std::uint64_t after)
{
    tellHeld(false);
    std::vector<LogLine> lines;
    {
        const std::lock_guard lock{m_mutex};
        const std::uint64_t oldest = m_last - m_lines.size() + 1;
        const std::uint64_t from = std::max(oldest, after + 1);
        for (std::uint64_t number = from; number <= m_last; ++number) {
            lines.push_back(m_lines[static_cast<std::size_t>(number - oldest)]);
        }
    }
    for (LogLine& line : lines) {
        line.text = onOneLine(redact(line.text));
        line.category = onOneLine(redact(line.category));
    }
    return lines;
}

Status LogBackend::selfTest()
{
    const QString secret = QStringLiteral("canary-") + randomText() + randomText();
    const QString mark = QStringLiteral("mark-") + randomText();
    hideInLog(secret);
    submit(QtInfoMsg, QStringLiteral("kis.app"),
           QStringLiteral("text log tested, %1, hidden: %2").arg(mark, secret));
    if (const Status flushed = flush(); !flushed) {
        return flushed;
    }
    QString path;
    {
        const std::lock_guard lock{m_mutex};
        path = m_path;
    }
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("text log: %1 cannot be read: %2").arg(path, file.errorString())};
    }
    constexpr qint64 kTail = 64 * 1024;
    (void)file.seek(std::max<qint64>(0, file.size() - kTail));
    const QByteArray tail = file.readAll();
    return judgeSelfTest(tail, secret, mark);
}

Status judgeSelfTest(const QByteArray& written, const QString& secret, const QString& mark)
{
    if (written.contains(secret.toUtf8())) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("text log: what is hidden is in its file; keys and account "
                                    "numbers may be too")};
    }
    if (!written.contains(mark.toUtf8())) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("text log: a line that was written is not in its file")};
    }
    return Done{};
}
}  // namespace core::base
