#include "ui/screen_delegate.h"

#include "ui/format.h"

#include <QPainter>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr int kPadding = 5;
}

ScreenDelegate::ScreenDelegate(const ScreenModel& model, QObject* parent)
    : QStyledItemDelegate{parent}, m_model{model}
{
}

void ScreenDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const ScreenLine& line = m_model.line(index.row());
    const auto column = static_cast<ScreenColumn>(index.column());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect;
    painter->fillRect(cell, selected ? m_theme.selection : m_theme.panel);
    painter->setPen(QPen{blend(m_theme.line, m_theme.panel, 0.6), 0});
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    if (selected && column == ScreenColumn::Rank) {
        painter->fillRect(QRect{cell.left(), cell.top(), 3, cell.height() - 1}, m_theme.accent);
    }
    painter->setFont(option.font);
    if (column == ScreenColumn::Score) {
        paintScore(*painter, cell, option.fontMetrics, line);
        return;
    }
    const QRect inner = cell.adjusted(kPadding, 0, -kPadding, -1);
    const QString text =
        option.fontMetrics.elidedText(screenCellText(line, column), Qt::ElideRight, inner.width());
    const auto alignment =
        static_cast<Qt::Alignment>(m_model.data(index, Qt::TextAlignmentRole).toInt());
    painter->setPen(inkOf(line, column));
    painter->drawText(inner, static_cast<int>(alignment), text);
}

QColor ScreenDelegate::inkOf(const ScreenLine& line, ScreenColumn column) const
{
    if (column == ScreenColumn::WhyNot) {
        return line.halted || line.inVi ? m_theme.warn : m_theme.muted;
    }
    if (!line.eligible) {
        return m_theme.muted;
    }
    if (column == ScreenColumn::Price || column == ScreenColumn::Change) {
        return m_theme.signColour(changeOf(line.last, line.base).value_or(0));
    }
    if (column == ScreenColumn::Momentum) {
        return m_theme.signColour(
            line.axes[static_cast<std::size_t>(domain::ScreenAxis::Momentum)].value.value_or(0));
    }
    if (column == ScreenColumn::Move && line.previousRank) {
        return m_theme.signColour(*line.previousRank - line.rank);
    }
    if (column == ScreenColumn::Move) {
        return m_theme.accent;
    }
    if (column == ScreenColumn::Rank || column == ScreenColumn::Code
        || (column == ScreenColumn::Slot && !line.slot.trade)) {
        return m_theme.muted;
    }
    return m_theme.text;
}

std::array<QRect, domain::kScreenAxes> ScreenDelegate::scoreParts(const QRect& cell,
                                                                  int numberWidth)
{
    constexpr int kGap = 2;
    const int left = cell.left() + kPadding + numberWidth + kPadding;
    const int width = std::max(20, cell.right() - kPadding - left);
    const int height = std::max(6, cell.height() / 2 - 2);
    const int top = cell.top() + (cell.height() - 1 - height) / 2;
    std::array<QRect, domain::kScreenAxes> parts;
    int weight = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int from = left + width * weight / 100;
        weight += domain::kScreenWeights[i];
        const int to = left + width * weight / 100;
        parts[i] = QRect{from, top, std::max(1, to - from - kGap), height};
    }
    return parts;
}

void ScreenDelegate::paintScore(QPainter& painter, const QRect& cell, const QFontMetrics& metrics,
                                const ScreenLine& line) const
{
    const int numberWidth = metrics.horizontalAdvance(QStringLiteral("100.0"));
    painter.setPen(line.eligible ? m_theme.text : m_theme.muted);
    painter.drawText(QRect{cell.left() + kPadding, cell.top(), numberWidth, cell.height() - 1},
                     Qt::AlignRight | Qt::AlignVCenter, screenCellText(line, ScreenColumn::Score));
    const QColor full = line.eligible ? m_theme.accent : blend(m_theme.muted, m_theme.panel, 0.7);
    const std::array<QRect, domain::kScreenAxes> parts = scoreParts(cell, numberWidth);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const domain::AxisScore& score = line.axes[i];
        const QRect& part = parts[i];
        painter.fillRect(part, blend(full, m_theme.panel, 0.22));
        if (score.insufficient) {
            painter.setPen(QPen{m_theme.warn, 0});
            painter.drawLine(part.bottomLeft(), part.bottomRight());
            continue;
        }
        const QColor ink = score.estimated ? blend(full, m_theme.panel, 0.6) : full;
        painter.fillRect(
            QRect{part.left(), part.top(), part.width() * score.points / 100, part.height()}, ink);
    }
}
}  // namespace ui
