#pragma once

#include "core/base/result.h"
#include "core/notify/commands.h"

#include <QString>

namespace core::engine
{
/// How far the bot's updates have been read, kept over restarts. A file that is not there or not
/// ours is no mark. Thread: any.
[[nodiscard]] notify::UpdateMark readUpdateMark(const QString& path);
/// Errors: Io.
[[nodiscard]] base::Status writeUpdateMark(const QString& path, const notify::UpdateMark& mark);
}  // namespace core::engine
