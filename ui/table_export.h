#pragma once

#include <QModelIndexList>
#include <QString>

class QTableView;

namespace ui
{
/// One cell for a spreadsheet: quoted where needed, and with an apostrophe in front where a
/// spreadsheet would take the text for a formula (= + - @, tab, carriage return).
[[nodiscard]] QString csvCell(const QString& text);
/// The visible columns of a table in their visible order, with those below them: header and all
/// rows.
[[nodiscard]] QString csvText(const QTableView& view);
/// Selected rows, visible columns, separated by tabs.
[[nodiscard]] QString copyText(const QTableView& view);
}  // namespace ui
