#pragma once

#include <QStringList>

namespace app::ctl
{
/// `kis-scalperctl journal FILE`: what a day's journal holds, counted, as one JSON object on the
/// standard output. Returns the program's exit code: 1 = damaged, 2 = wrong input.
[[nodiscard]] int journalCommand(const QStringList& arguments);
}  // namespace app::ctl
