#include "ui/table_export.h"

#include "ui/desk_table.h"

#include <QHeaderView>

#include <algorithm>

namespace ui
{
namespace
{
std::vector<int> visibleColumns(const QTableView& view)
{
    const QHeaderView* header = view.horizontalHeader();
    const auto* desk = qobject_cast<const DeskTable*>(&view);
    std::vector<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical)) {
            columns.push_back(logical);
            if (desk != nullptr && desk->pairs().contains(logical)) {
                columns.push_back(desk->pairs().value(logical));
            }
        }
    }
    return columns;
}
}  // namespace

QString csvCell(const QString& text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front())) {
        cell.prepend(QLatin1Char{'\''});
    }
    const bool quote = cell.contains(QLatin1Char{','}) || cell.contains(QLatin1Char{'"'})
                       || cell.contains(QLatin1Char{'\n'}) || cell.contains(QLatin1Char{'\r'});
    if (!quote) {
        return cell;
    }
    cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return QLatin1Char{'"'} + cell + QLatin1Char{'"'};
}

QString csvText(const QTableView& view)
{
    const QAbstractItemModel* model = view.model();
    const std::vector<int> columns = visibleColumns(view);
    QStringList lines;
    QStringList cells;
    for (const int column : columns) {
        cells.push_back(csvCell(model->headerData(column, Qt::Horizontal).toString()));
    }
    lines.push_back(cells.join(QLatin1Char{','}));
    for (int row = 0; row < model->rowCount(); ++row) {
        if (view.isRowHidden(row)) {
            continue;
        }
        cells.clear();
        for (const int column : columns) {
            cells.push_back(csvCell(model->index(row, column).data().toString()));
        }
        lines.push_back(cells.join(QLatin1Char{','}));
    }
    return lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
}

QString copyText(const QTableView& view)
{
    QModelIndexList rows = view.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : visibleColumns(view)) {
            cells.push_back(row.siblingAtColumn(column).data().toString());
        }
        lines.push_back(cells.join(QLatin1Char{'\t'}));
    }
    return lines.join(QLatin1Char{'\n'});
}
}  // namespace ui
