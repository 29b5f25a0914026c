#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>

namespace core::storage
{
/// The files of one ledger in its folder, and what may be done to them as files: make, find, set
/// aside. Only `discard` deletes what was recorded.
///
/// Thread: ledger; not while a connection to them is open (closing a file drops SQLite's locks).
class LedgerFolder final
{
public:
    /// What was found before anything was opened.
    struct Found
    {
        bool database = false;
        bool trace = false;  ///< A log, head or damaged file: there was a ledger here.
    };

    /// Makes the folder if need be; mode 0700, and 0600 for what is in it from now on.
    /// Errors: Io; Refused on a network file system, whose fsync and locks promise nothing.
    [[nodiscard]] static base::Result<LedgerFolder> prepare(const QString& folder);

    [[nodiscard]] QString database() const { return file(QLatin1String{"orders.db"}); }
    [[nodiscard]] QString log() const { return file(QLatin1String{"orders.db-wal"}); }
    [[nodiscard]] QString head() const { return file(QLatin1String{"orders.head"}); }
    [[nodiscard]] QString unfinished() const { return file(QLatin1String{"orders.new"}); }
    [[nodiscard]] QString reserve() const { return file(QLatin1String{"reserve.bin"}); }
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    [[nodiscard]] Found look() const;
    /// An empty file for the next database, 0600. Errors: Io.
    [[nodiscard]] base::Status makeUnfinished() const;
    /// The finished database takes its place, durably. Errors: Io.
    [[nodiscard]] base::Status finish() const;
    /// Renames database, log and head to "orders.damaged-N...", N the first free number, durably;
    /// returns the new name of the database. Errors: Io.
    [[nodiscard]] base::Result<QString> setAside() const;

    /// Deletes database, log and head. For accounts that end with the session. Errors: Io.
    [[nodiscard]] base::Status discard() const;

    /// Keeps `bytes` of disk for the exits of a day on which the disk runs full; not made when
    /// that would leave less than what arming asks for. Errors: Io.
    [[nodiscard]] base::Status keepReserve(std::int64_t bytes) const;
    /// Gives the reserve back to the disk; false if there is none.
    [[nodiscard]] bool giveReserve() const;
    /// -1 = unknown.
    [[nodiscard]] std::int64_t freeBytes() const;

private:
    explicit LedgerFolder(QString path) : m_path{std::move(path)} {}
    [[nodiscard]] QString file(QLatin1String name) const;
    [[nodiscard]] base::Status syncFolder() const;

    QString m_path;
};

/// Free space below which nothing may be armed (fault row H03).
inline constexpr std::int64_t kFreeToArmBytes = 256LL * 1024 * 1024;
}  // namespace core::storage
