#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace core::engine
{
/// Keeps a second program off the same account: two would fight for one appkey and one ledger.
///
/// A kernel lock on a file, gone with the process however it dies, so nothing is ever stale.
/// Thread: any; one holder.
class InstanceLock final
{
public:
    InstanceLock(const InstanceLock&) = delete;
    InstanceLock& operator=(const InstanceLock&) = delete;
    ~InstanceLock();

    /// Errors: Busy if another process holds it; Io if the file cannot be made.
    [[nodiscard]] static base::Result<std::shared_ptr<InstanceLock>>
    acquire(const QString& fileName);

    /// The lock file of a broker session: by environment and key, outside any data folder, so that
    /// two data folders of one key cannot both run.
    [[nodiscard]] static QString fileFor(const QString& environment, const QString& appkey);

private:
    explicit InstanceLock(int descriptor) : m_descriptor{descriptor} {}
    int m_descriptor;
};
}  // namespace core::engine
