#include "ui/summary_table.h"

#include "ui/plain_text.h"

namespace ui
{
SummaryTable::SummaryTable(SummaryContent content, QObject* parent)
    : KeyedRows{parent}, m_columns{std::move(content.columns)}
{
    setLines(std::move(content.lines));
}

void SummaryTable::show(SummaryContent content)
{
    Q_ASSERT(content.columns.size() == m_columns.size());
    const bool titles = content.columns != m_columns;
    m_columns = std::move(content.columns);
    setLines(std::move(content.lines));
    if (titles) {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

void SummaryTable::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

QStringList SummaryTable::samples() const
{
    QStringList out;
    for (const SummaryColumn& column : m_columns) {
        out.push_back(column.sample);
    }
    return out;
}

int SummaryTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

int SummaryTable::compare(const SummaryLine& a, const SummaryLine& b, int column) const
{
    const SummaryCell& left = a.cells.at(static_cast<std::size_t>(column));
    const SummaryCell& right = b.cells.at(static_cast<std::size_t>(column));
    if (left.order != right.order) {
        return left.order < right.order ? -1 : 1;
    }
    return QString::compare(left.text, right.text);
}

QVariant SummaryTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SummaryLine& shown = line(index.row());
    const auto place = static_cast<std::size_t>(index.column());
    const SummaryCell& cell = shown.cells.at(place);
    if (role == Qt::DisplayRole) {
        return cell.text;
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(shown.help.isEmpty() ? cell.text : shown.help);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((m_columns[place].figure ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        switch (cell.ink) {
        case SummaryInk::Plain:
            return m_theme.text;
        case SummaryInk::Muted:
            return m_theme.muted;
        case SummaryInk::Sign:
            return m_theme.signColour(cell.order);
        case SummaryInk::Bad:
            return m_theme.warn;
        }
    }
    return {};
}

QVariant SummaryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const SummaryColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column.figure ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    return {};
}
}  // namespace ui

#include "moc_summary_table.cpp"
