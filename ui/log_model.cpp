#include "ui/log_model.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::Severity;

namespace
{
QString iconRole(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Notice:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Critical:
        return QStringLiteral("bad");
    }
    return QStringLiteral("info");
}
}  // namespace

LogModel::LogModel(QObject* parent) : QAbstractTableModel{parent} {}

void LogModel::apply(const std::vector<domain::LogEntry>& entries)
{
    const auto fresh =
        std::find_if(entries.begin(), entries.end(), [this](const domain::LogEntry& entry) {
            return !m_any || entry.number > m_newest;
        });
    if (fresh == entries.end()) {
        return;
    }
    const int count = static_cast<int>(entries.end() - fresh);
    const int excess = rowCount() + count - kRowsMax;
    if (excess > 0 && rowCount() > 0) {
        const int gone = std::min(excess, rowCount());
        beginRemoveRows({}, 0, gone - 1);
        m_entries.erase(m_entries.begin(), m_entries.begin() + gone);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + count - 1);
    m_entries.insert(m_entries.end(), fresh, entries.end());
    m_newest = entries.back().number;
    m_any = true;
    endInsertRows();
}

void LogModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        const auto severity = static_cast<Severity>(i);
        m_icons[i] = roleIcon(iconRole(severity), colourOf(severity));
    }
    retranslate();
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

QColor LogModel::colourOf(Severity severity) const
{
    switch (severity) {
    case Severity::Info:
        return m_theme.muted;
    case Severity::Notice:
        return m_theme.accent;
    case Severity::Warning:
        return m_theme.warn;
    case Severity::Critical:
        return m_theme.bad;
    }
    return m_theme.muted;
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::LogEntry& shown = entry(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && column >= Text)) {
        switch (column) {
        case Time:
            return clockText(shown.time);
        case Level:
            return severityName(shown.severity);
        case Issue:
            return shown.symbol.toString();
        case Text:
            return logText(shown);
        case Advice:
            return logAdvice(shown.code);
        case kColumns:
            return {};
        }
    }
    if (role == Qt::DecorationRole && column == Level) {
        return m_icons[static_cast<std::size_t>(shown.severity)];
    }
    if (role == Qt::ForegroundRole) {
        if (column == Level) {
            return colourOf(shown.severity);
        }
        return column == Text ? m_theme.text : m_theme.muted;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Issue:
        return tr("Code");
    case Text:
        return tr("What happened");
    case Advice:
        return tr("What to do");
    case kColumns:
        return {};
    }
    return {};
}
}  // namespace ui

#include "moc_log_model.cpp"
