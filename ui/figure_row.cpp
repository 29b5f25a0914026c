#include "ui/figure_row.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui
{
namespace
{
constexpr int kFigureGap = 12;
constexpr int kCaptionGap = 5;
}  // namespace

FigureRow::FigureRow(Style style, QWidget* parent) : QWidget{parent}, m_style{style}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    place();
}

void FigureRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FigureRow::setFigures(std::vector<Figure> figures)
{
    for (std::size_t i = 0; i < figures.size() && i < m_figures.size(); ++i) {
        figures[i].value = m_figures[i].value;
        figures[i].colour = m_figures[i].colour;
    }
    m_figures = std::move(figures);
    place();
}

void FigureRow::setValue(std::size_t place, const QString& value, const QColor& colour)
{
    Figure& figure = m_figures.at(place);
    if (figure.value == value && figure.colour == colour) {
        return;
    }
    figure.value = value;
    figure.colour = colour;
    update(rectAt(place));
}

void FigureRow::setToolTipAt(std::size_t place, const QString& toolTip)
{
    m_figures.at(place).toolTip = toolTip;
}

QSize FigureRow::sizeHint() const
{
    return {m_lefts.back(), QFontMetrics{font()}.height() + 6};
}

QSize FigureRow::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

bool FigureRow::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (fits(i) && rectAt(i).contains(help->pos())) {
            const Figure& figure = m_figures[i];
            const QString text = QStringLiteral("%1 %2").arg(figure.caption, figure.value);
            QToolTip::showText(
                help->globalPos(),
                figure.toolTip.isEmpty() ? text : text + QLatin1Char{'\n'} + figure.toolTip, this);
            return true;
        }
    }
    QStringList hidden;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (!fits(i)) {
            hidden.push_back(
                QStringLiteral("%1 %2").arg(m_figures[i].caption, m_figures[i].value).trimmed());
        }
    }
    QToolTip::showText(help->globalPos(), hidden.join(QLatin1Char{'\n'}), this);
    return true;
}

void FigureRow::paintEvent(QPaintEvent* event)
{
    QPainter painter{this};
    const QFontMetrics metrics{font()};
    QFont bold = font();
    bold.setBold(true);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const QRect box = rectAt(i);
        if (!fits(i)) {
            break;
        }
        if (!event->rect().intersects(box)) {
            continue;
        }
        const Figure& figure = m_figures[i];
        if (figure.value.isEmpty()) {
            continue;  // A caption alone says nothing.
        }
        int left = box.left();
        if (m_style == Style::Separated && i > 0) {
            painter.setPen(QPen{m_theme.line, 0});
            painter.drawLine(left - kFigureGap / 2 - 1, 5, left - kFigureGap / 2 - 1, height() - 6);
        }
        if (!figure.caption.isEmpty()) {
            painter.setPen(m_theme.muted);
            painter.setFont(font());
            painter.drawText(QRect{left, 0, box.width(), height()},
                             Qt::AlignLeft | Qt::AlignVCenter, figure.caption);
            left += metrics.horizontalAdvance(figure.caption) + kCaptionGap;
        }
        painter.setPen(figure.colour.isValid() ? figure.colour : m_theme.text);
        painter.setFont(figure.decisive ? bold : font());
        const QRect room{left, 0, box.right() - left + kFigureGap - 2, height()};
        const QFontMetrics used{painter.font()};
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         used.elidedText(figure.value, Qt::ElideRight, room.width()));
    }
}

void FigureRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        place();
    }
}

void FigureRow::place()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics{font()};
    const QFontMetrics boldMetrics{bold};
    m_lefts.assign(1, m_style == Style::Separated ? 8 : 0);
    for (const Figure& figure : m_figures) {
        const int caption =
            figure.caption.isEmpty() ? 0 : metrics.horizontalAdvance(figure.caption) + kCaptionGap;
        const int value =
            (figure.decisive ? boldMetrics : metrics).horizontalAdvance(figure.sample);
        m_lefts.push_back(m_lefts.back() + caption + value + kFigureGap);
    }
    updateGeometry();
    update();
}

bool FigureRow::fits(std::size_t place) const
{
    return rectAt(place).right() <= width();
}

QRect FigureRow::rectAt(std::size_t place) const
{
    return QRect{m_lefts[place], 0, m_lefts[place + 1] - m_lefts[place] - kFigureGap, height()};
}
}  // namespace ui

#include "moc_figure_row.cpp"
