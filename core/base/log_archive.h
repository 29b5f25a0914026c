#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::base
{
/// Compresses the text logs of past days in `folder` (gzip: NAME.log becomes NAME.log.gz, whole or
/// not at all) and removes all but those of the newest `daysKept` days. The file being written to
/// has no date in its name and is left alone; a dated one is never written again (see LogFile).
/// One that fails does not keep the others from it; the first problem is told.
/// Errors: Io. Thread: any that may wait for a disk.
[[nodiscard]] Status compressLogs(const QString& folder, int daysKept = 30);
}  // namespace core::base
