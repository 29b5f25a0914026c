#pragma once

#include "core/base/result.h"

#include <QLatin1String>
#include <QString>

#include <cstdint>

namespace core::storage
{
// What a database's files need beyond Qt: made for the owner only, moved so that a power cut leaves
// the old name or the new one. `room` begins the error's detail ("ledger", "market").
// Errors: Io. Thread: any.

/// A descriptor that closes itself; negative = none.
class Descriptor final
{
public:
    explicit Descriptor(int number) : m_number{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();
    [[nodiscard]] int number() const noexcept { return m_number; }

private:
    int m_number;
};

/// An empty file that was not there before, 0600.
[[nodiscard]] base::Status makePrivateFile(const QString& path, QLatin1String room);
/// What is in the file is on the disk when it returns.
[[nodiscard]] base::Status syncFile(const QString& path, QLatin1String room);
/// What is called what in `folder` is on the disk when it returns.
[[nodiscard]] base::Status syncFolder(const QString& folder, QLatin1String room);
/// Within one folder; takes the place of what is there. Not durable before `syncFolder`.
[[nodiscard]] base::Status renameFile(const QString& from, const QString& to, QLatin1String room);

/// Space the owner of this process may still use; -1 = unknown.
[[nodiscard]] std::int64_t freeBytesOf(const QString& folder);
/// `folder` is made if need be and closed to others (0700); its name without links.
/// Errors also: Refused on a network file system, whose fsync and locks promise nothing.
[[nodiscard]] base::Result<QString> preparePrivateFolder(const QString& folder, QLatin1String room);
/// A file from before this program cared, or copied by hand, becomes 0600. Links stay as they are.
void closeToOthers(const QString& path);

/// `magic` as statfs gives it.
[[nodiscard]] bool isNetworkFileSystem(std::int64_t magic) noexcept;
}  // namespace core::storage
