#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace ui
{
/// Rows with a key, brought up to date one by one: never a reset, so selection and scroll stay.
///
/// `Line` has a `QString key` and operator==. Rows are given in their natural order; a sorted
/// column goes over it, pinned rows stay on top of everything. While frozen (the pointer is over
/// the rows) values change in place, and no row moves or goes; one that comes waits, or joins at
/// the bottom where not seeing it would be worse.
template <typename Line>
class KeyedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const Line& line(int row) const
    {
        return m_lines.at(static_cast<std::size_t>(row));
    }
    [[nodiscard]] int rowOf(const QString& key) const
    {
        const auto at = std::find_if(m_lines.begin(), m_lines.end(),
                                     [&key](const Line& line) { return line.key == key; });
        return at == m_lines.end() ? -1 : static_cast<int>(at - m_lines.begin());
    }
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    void setFrozen(bool frozen)
    {
        m_frozen = frozen;
        if (!frozen) {
            bringUpToDate();
        }
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
    }
    void sort(int column, Qt::SortOrder order) override
    {
        m_sortColumn = column;
        m_sortOrder = order;
        reorder();
    }
    void retranslate()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_lines.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }

protected:
    /// The rows as they should be now.
    void setLines(std::vector<Line> lines)
    {
        m_wanted = std::move(lines);
        bringUpToDate();
    }
    [[nodiscard]] virtual bool isPinned(const Line& /*line*/) const { return false; }
    /// New rows are shown while frozen, below all others: a pointer left lying must not hide them.
    [[nodiscard]] virtual bool joinsWhileFrozen() const { return false; }
    /// Less than 0 if `a` comes before `b` by this column; only called for columns >= 0.
    [[nodiscard]] virtual int compare(const Line& a, const Line& b, int column) const = 0;

private:
    void bringUpToDate()
    {
        QHash<QString, std::size_t> places;
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            places.insert(m_wanted[i].key, i);
        }
        if (!m_frozen) {
            removeGone(places);
        }
        if (!m_frozen || joinsWhileFrozen()) {
            insertNew();
        }
        updateKept(places);
        if (!m_frozen) {
            reorder();
        }
    }

    void removeGone(const QHash<QString, std::size_t>& places)
    {
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (!places.contains(line(row).key)) {
                beginRemoveRows({}, row, row);
                m_lines.erase(m_lines.begin() + row);
                endRemoveRows();
            }
        }
    }

    void insertNew()
    {
        QHash<QString, bool> shown;
        for (const Line& line : m_lines) {
            shown.insert(line.key, true);
        }
        std::vector<Line> fresh;
        for (const Line& line : m_wanted) {
            if (!shown.contains(line.key)) {
                fresh.push_back(line);
            }
        }
        if (fresh.empty()) {
            return;
        }
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_lines.insert(m_lines.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }

    void updateKept(const QHash<QString, std::size_t>& places)
    {
        for (int row = 0; row < rowCount(); ++row) {
            Line& shown = m_lines[static_cast<std::size_t>(row)];
            const auto place = places.constFind(shown.key);
            if (place == places.constEnd() || shown == m_wanted[*place]) {
                continue;
            }
            shown = m_wanted[*place];
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    void reorder()
    {
        QHash<QString, std::size_t> places;
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            places.insert(m_wanted[i].key, i);
        }
        const auto before = [this, &places](const Line& a, const Line& b) {
            const bool pinnedA = isPinned(a);
            if (pinnedA != isPinned(b)) {
                return pinnedA;
            }
            const int order = m_sortColumn < 0 ? 0 : compare(a, b, m_sortColumn);
            if (order != 0) {
                return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
            }
            return places.value(a.key) < places.value(b.key);
        };
        if (std::is_sorted(m_lines.begin(), m_lines.end(), before)) {
            return;
        }
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList from = persistentIndexList();
        QStringList keys;
        for (const QModelIndex& at : from) {
            keys.push_back(line(at.row()).key);
        }
        std::stable_sort(m_lines.begin(), m_lines.end(), before);
        QModelIndexList to;
        for (qsizetype i = 0; i < from.size(); ++i) {
            to.push_back(index(rowOf(keys[i]), from[i].column()));
        }
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    std::vector<Line> m_wanted;
    std::vector<Line> m_lines;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_frozen = false;
};
}  // namespace ui
