#pragma once

#include <QHash>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace ui
{
/// Column -> the column whose figure stands below its own, as Korean balance sheets show them:
/// twice as many figures without scrolling to the side. The lower column itself is hidden.
using ColumnPairs = QHash<int, int>;

/// Paints a column's text and, under it, that of its lower column, each in its own colour and
/// alignment. Without a lower column it stands in the middle.
class PairedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PairedDelegate(const ColumnPairs& pairs, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const ColumnPairs m_pairs;
};

/// A header with both titles of a pair.
class PairedHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit PairedHeader(const ColumnPairs& pairs, QWidget* parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    const ColumnPairs m_pairs;
};
}  // namespace ui
