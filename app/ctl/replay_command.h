#pragma once

#include <QStringList>

namespace app::ctl
{
/// `kis-scalperctl replay ...`: plays tapes through the rules and writes one JSON line a record.
/// Progress goes to stderr. Returns the exit code: 0 done, 1 failed, 2 wrong input.
[[nodiscard]] int replayCommand(const QStringList& arguments);
}  // namespace app::ctl
