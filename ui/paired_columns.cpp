#include "ui/paired_columns.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace ui
{
namespace
{
constexpr int kPadding = 5;

void drawCell(QPainter& painter, const QRect& box, const QModelIndex& index, const QColor& usual)
{
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter.setPen(ink.isValid() ? ink.value<QColor>() : usual);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString text =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, text);
}
}  // namespace

PairedDelegate::PairedDelegate(const ColumnPairs& pairs, QObject* parent)
    : QStyledItemDelegate{parent}, m_pairs{pairs}
{
}

void PairedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->setFont(cell.font);
    const QColor usual = cell.palette.color(QPalette::Text);
    const QRect box = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    const auto pair = m_pairs.constFind(index.column());
    if (pair == m_pairs.constEnd()) {
        drawCell(*painter, box, index, usual);
        return;
    }
    const int half = box.height() / 2;
    drawCell(*painter, {box.left(), box.top() + 1, box.width(), half}, index, usual);
    drawCell(*painter, {box.left(), box.top() + half - 1, box.width(), half},
             index.siblingAtColumn(pair.value()), usual);
}

PairedHeader::PairedHeader(const ColumnPairs& pairs, QWidget* parent)
    : QHeaderView{Qt::Horizontal, parent}, m_pairs{pairs}
{
    setSectionsClickable(true);
}

void PairedHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const auto pair = m_pairs.constFind(logicalIndex);
    if (pair != m_pairs.constEnd()) {
        option->text +=
            QLatin1Char{'\n'} + model()->headerData(pair.value(), orientation()).toString();
    }
}

QSize PairedHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QSize one = QHeaderView::sectionSizeFromContents(logicalIndex);
    return m_pairs.isEmpty() ? one : QSize{one.width(), one.height() + fontMetrics().lineSpacing()};
}
}  // namespace ui

#include "moc_paired_columns.cpp"
