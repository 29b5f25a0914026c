#include "ui/health_model.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/words.h"

namespace ui
{
namespace domain = core::domain;
using domain::HealthState;

namespace
{
/// Plain counts and amounts get their separators; anything else is shown as it came.
QString valueText(const QString& value)
{
    bool number = false;
    const qlonglong count = value.toLongLong(&number);
    return number ? groupedText(count) : value;
}

QString iconRole(HealthState state)
{
    switch (state) {
    case HealthState::Pending:
        return QStringLiteral("pending");
    case HealthState::Good:
        return QStringLiteral("good");
    case HealthState::Warning:
        return QStringLiteral("warning");
    case HealthState::Bad:
        return QStringLiteral("bad");
    case HealthState::NotApplicable:
        return QStringLiteral("none");
    }
    return QStringLiteral("none");
}
}  // namespace

HealthModel::HealthModel(QObject* parent) : QAbstractTableModel{parent} {}

void HealthModel::apply(const std::vector<domain::HealthItem>& items)
{
    // The list is short and fixed for a run; a shorter one drops lines from the end.
    if (items.size() < m_items.size()) {
        beginRemoveRows({}, static_cast<int>(items.size()), rowCount() - 1);
        m_items.resize(items.size());
        endRemoveRows();
    }
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (m_items[at] != items[at]) {
            m_items[at] = items[at];
            first = first < 0 ? row : first;
            last = row;
        }
    }
    if (first >= 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
    }
    if (items.size() > m_items.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(items.size()) - 1);
        m_items.insert(m_items.end(), items.begin() + static_cast<std::ptrdiff_t>(m_items.size()),
                       items.end());
        endInsertRows();
    }
}

void HealthModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        const auto state = static_cast<HealthState>(i);
        m_icons[i] = roleIcon(iconRole(state), colourOf(state));
    }
    retranslate();
}

void HealthModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_items.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

QColor HealthModel::colourOf(HealthState state) const
{
    switch (state) {
    case HealthState::Pending:
    case HealthState::NotApplicable:
        return m_theme.muted;
    case HealthState::Good:
        return m_theme.good;
    case HealthState::Warning:
        return m_theme.warn;
    case HealthState::Bad:
        return m_theme.bad;
    }
    return m_theme.muted;
}

int HealthModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int HealthModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant HealthModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::HealthItem& shown = item(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) {
        switch (column) {
        case State:
            return healthStateName(shown.state);
        case Check:
            return healthName(shown.check);
        case Value:
            return valueText(shown.value);
        case Hint:
            return healthHint(shown.check, shown.state);
        case kColumns:
            return {};
        }
    }
    if (role == Qt::DecorationRole && column == State) {
        return m_icons[static_cast<std::size_t>(shown.state)];
    }
    if (role == Qt::ForegroundRole) {
        if (column == State) {
            return colourOf(shown.state);
        }
        return column == Hint ? m_theme.muted : m_theme.text;
    }
    if (role == Qt::ToolTipRole) {
        const QString hint = healthHint(shown.check, shown.state);
        return hint.isEmpty() ? QVariant{} : QVariant{hint};
    }
    return {};
}

QVariant HealthModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case State:
        return tr("State");
    case Check:
        return tr("Check");
    case Value:
        return tr("Value");
    case Hint:
        return tr("What to do");
    case kColumns:
        return {};
    }
    return {};
}
}  // namespace ui

#include "moc_health_model.cpp"
