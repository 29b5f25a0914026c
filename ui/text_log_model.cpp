#include "ui/text_log_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/words.h"

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::Severity;

TextLogModel::TextLogModel(QObject* parent) : QAbstractTableModel{parent} {}

void TextLogModel::append(const std::vector<domain::TextLogLine>& lines)
{
    auto fresh = std::find_if(lines.begin(), lines.end(), [this](const domain::TextLogLine& line) {
        return line.number > m_newest;
    });
    if (lines.end() - fresh > kRowsMax) {
        fresh = lines.end() - kRowsMax;
    }
    if (fresh == lines.end()) {
        return;
    }
    const int count = static_cast<int>(lines.end() - fresh);
    const int gone = std::min(rowCount() + count - kRowsMax, rowCount());
    if (gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + gone);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + count - 1);
    m_lines.insert(m_lines.end(), fresh, lines.end());
    m_newest = lines.back().number;
    endInsertRows();
}

void TextLogModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

void TextLogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int TextLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TextLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant TextLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::TextLogLine& shown = line(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Time:
            return clockText(shown.time);
        case Level:
            return severityName(shown.severity);
        case Category:
            return shown.category;
        case Text:
            return shown.text;
        case kColumns:
            return {};
        }
    }
    if (role == Qt::ToolTipRole && column == Text) {
        return plainToolTip(shown.text);
    }
    if (role == Qt::ForegroundRole) {
        if (column == Level && shown.severity == Severity::Critical) {
            return m_theme.bad;
        }
        if (column == Level && shown.severity == Severity::Warning) {
            return m_theme.warn;
        }
        return column == Text ? m_theme.text : m_theme.muted;
    }
    return {};
}

QVariant TextLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Severity");
    case Category:
        return tr("Part");
    case Text:
        return tr("Text");
    case kColumns:
        return {};
    }
    return {};
}

TextLogFilter::TextLogFilter(TextLogModel& lines, QObject* parent)
    : QSortFilterProxyModel{parent}, m_lines{lines}
{
    setSourceModel(&lines);
}

void TextLogFilter::setLeastSeverity(Severity severity)
{
    m_least = severity;
    invalidateFilter();
}

void TextLogFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool TextLogFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const domain::TextLogLine& line = m_lines.line(row);
    return line.severity >= m_least
           && (m_text.isEmpty() || line.text.contains(m_text, Qt::CaseInsensitive)
               || line.category.contains(m_text, Qt::CaseInsensitive));
}
}  // namespace ui

#include "moc_text_log_model.cpp"
