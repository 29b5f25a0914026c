#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>

namespace core::storage
{
/// The files of a local market store in its folder, and what may be done to them as files.
/// Thread: disk; not while a connection to them is open (closing a file drops SQLite's locks).
class MarketFiles final
{
public:
    /// Makes the folder if need be (0700), closes the files to others (0600).
    /// Errors: Io; Refused on a network file system.
    [[nodiscard]] static base::Result<MarketFiles> prepare(const QString& folder);

    [[nodiscard]] QString database() const { return file(QLatin1String{"market.db"}); }
    [[nodiscard]] QString log() const { return file(QLatin1String{"market.db-wal"}); }
    [[nodiscard]] QString unfinished() const { return file(QLatin1String{"market.new"}); }
    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }

    [[nodiscard]] bool hasDatabase() const;
    [[nodiscard]] bool hasLog() const;
    /// An empty file for the next database, 0600. Errors: Io.
    [[nodiscard]] base::Status makeUnfinished() const;
    /// The finished database takes its place, durably. Errors: Io.
    [[nodiscard]] base::Status finish() const;
    /// Moves database and log to "market.WORD-N" and "...-wal", N the first free number, durably;
    /// returns the new name. Errors: Io.
    [[nodiscard]] base::Result<QString> setAside(QLatin1String word) const;
    /// What is there gets a second name, "market.replaced-N", so that `finish` can put another in
    /// its place without a moment in which there is none. Errors: Io.
    [[nodiscard]] base::Result<QString> keepReplaced() const;
    /// -1 = unknown.
    [[nodiscard]] std::int64_t freeBytes() const;

private:
    explicit MarketFiles(QString folder) : m_folder{std::move(folder)} {}
    [[nodiscard]] QString file(QLatin1String name) const;
    [[nodiscard]] QString firstFree(QLatin1String word) const;

    QString m_folder;
};
}  // namespace core::storage
