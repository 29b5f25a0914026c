#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace test
{
/// What a failing disk does to one call.
enum class DiskFault : std::uint8_t
{
    WriteError,  ///< EIO of a write, truncate or delete.
    ReadError,
    Full,        ///< ENOSPC.
    ShortWrite,  ///< Half of it is written, then the disk is full.
    SyncError,   ///< fsync says EIO.
    Slow,        ///< Waits `slowFor` and then works.
};

/// One change of a file, as a disk sees it.
struct DiskChange
{
    enum class Kind : std::uint8_t
    {
        Write,
        Truncate,
        Sync,  ///< Everything before it, of this file, is on the disk.
        Delete,
        Mark,  ///< Put in by the test: `size` is its number.
    };
    Kind kind = Kind::Write;
    QString file;  ///< Without its folder.
    std::int64_t offset = 0;
    std::int64_t size = 0;
    QByteArray bytes;
};

/// A file system for SQLite that fails, records, or forgets what was not synced. While it lives
/// every new connection of the process uses it.
/// Thread: one at a time.
class ShimVfs final
{
public:
    ShimVfs();
    ShimVfs(const ShimVfs&) = delete;
    ShimVfs& operator=(const ShimVfs&) = delete;
    ~ShimVfs();

    /// The `call`-th call from now on that `fault` can strike fails, and (unless `once`) every
    /// one after it.
    enum class Strikes : std::uint8_t
    {
        Once,
        FromThenOn,
    };
    void failAt(int call, DiskFault fault, Strikes strikes = Strikes::Once);
    void heal();
    /// Whether the fault has struck.
    [[nodiscard]] bool hasStruck() const;
    void setSlowness(std::chrono::milliseconds wait);

    void startRecording();
    void mark(std::int64_t number);
    [[nodiscard]] std::vector<DiskChange> takeRecording();

    /// From now on files that are opened live in memory and reach the disk only when synced: a
    /// SIGKILL of the process is a power cut then.
    void forgetUnsynced();

    struct State;

private:
    std::unique_ptr<State> m_state;
};

/// What a disk may hold after power fails behind `changes[0..cut)`: of each file what was synced,
/// and of the rest nothing, some writes, or some sectors of some writes.
enum class Survival : std::uint8_t
{
    SyncedOnly,
    SomeWrites,
    SomeSectors,
};
/// `start` = the files when the recording began. `coin` gives true or false for each part.
/// A file that is not in the result does not exist.
[[nodiscard]] QHash<QString, QByteArray> filesAfterCut(const QHash<QString, QByteArray>& start,
                                                       const std::vector<DiskChange>& changes,
                                                       std::size_t cut, Survival survival,
                                                       const std::function<bool()>& coin);
}  // namespace test
