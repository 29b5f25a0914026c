#include "ui/guard_bar.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace ui
{
namespace
{
constexpr std::int64_t kPercent = 10'000;
constexpr std::int64_t kEnd = 6 * kPercent;  // The scale reaches one percent beyond the marks.

struct Mark
{
    int percent;
    bool bad;
};
constexpr std::array kMarks{Mark{-5, true}, Mark{-3, true}, Mark{3, false}, Mark{5, false}};
}  // namespace

GuardBar::GuardBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void GuardBar::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    setFont(font);
    updateGeometry();
    update();
}

void GuardBar::setReturn(std::optional<std::int64_t> tenThousandths, bool certain)
{
    if (tenThousandths != m_return || certain != m_certain) {
        m_return = tenThousandths;
        m_certain = certain;
        update();
    }
}

QSize GuardBar::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char{'0'}) * 24, fontMetrics().height() + 4};
}

QSize GuardBar::minimumSizeHint() const
{
    return sizeHint();
}

int GuardBar::placeOf(std::int64_t tenThousandths) const
{
    const std::int64_t at = std::clamp(tenThousandths, -kEnd, kEnd) + kEnd;
    constexpr int kMargin = 6;
    return kMargin + static_cast<int>(at * (width() - 2 * kMargin) / (2 * kEnd));
}

void GuardBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    const int line = height() - 6;
    painter.setPen(QPen{m_theme.line, 2});
    painter.drawLine(placeOf(-kEnd), line, placeOf(kEnd), line);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.8);
    painter.setFont(small);
    painter.setPen(m_theme.muted);
    painter.drawLine(placeOf(0), line - 3, placeOf(0), line + 3);
    for (const Mark& mark : kMarks) {
        const int at = placeOf(mark.percent * kPercent);
        painter.setPen(mark.bad ? m_theme.bad : m_theme.good);
        painter.drawLine(at, line - 4, at, line + 4);
        const QString text = mark.percent > 0
                                 ? QStringLiteral("+%1").arg(mark.percent)
                                 : QStringLiteral("%1%2").arg(QChar{0x2212}).arg(-mark.percent);
        const int across = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(std::clamp(at - across / 2, 0, width() - across), line - 6, text);
    }
    if (m_return) {
        const QColor colour = m_certain ? m_theme.signColour(*m_return) : m_theme.warn;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{colour, 2});
        painter.setBrush(m_certain ? QBrush{colour} : QBrush{m_theme.panel});
        painter.drawEllipse(QPointF(placeOf(*m_return), line), 4, 4);
    }
}
}  // namespace ui
