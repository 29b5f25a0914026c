#include "ui/guard_bar.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace ui
{
namespace
{
constexpr std::int64_t kPercent = 10'000;
constexpr std::int64_t kEnd = 6 * kPercent;  // One percent beyond the largest marks.

/// Percent::units to 1/10,000 %.
std::int64_t marked(core::domain::Percent share)
{
    return share.units() / 1'000;
}
}  // namespace

GuardBar::GuardBar(const core::config::GuardSection& limits, QWidget* parent)
    : QWidget{parent}, m_limits{limits}
{
    setFocusPolicy(Qt::TabFocus);
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

void GuardBar::setGuard(const core::domain::GuardState& state, std::optional<std::int64_t> trail)
{
    if (state != m_state || trail != m_trail) {
        m_state = state;
        m_trail = trail;
        update();
    }
}

std::vector<GuardBar::Mark> GuardBar::marks() const
{
    using core::domain::GuardRule;
    const auto holds = [this](GuardRule rule) { return m_state.holds(rule); };
    return {{-marked(m_limits.hardLoss), true, holds(GuardRule::HardLoss)},
            {-marked(m_limits.stopBuyLoss), true, holds(GuardRule::LossStop)},
            {marked(m_limits.trailArm), false, holds(GuardRule::TrailStop)},
            {marked(m_limits.stopBuyGain), false, holds(GuardRule::GainStop)}};
}

void GuardBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        Q_EMIT clicked();
    }
}

void GuardBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        Q_EMIT clicked();
        return;
    }
    QWidget::keyPressEvent(event);
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
    for (const Mark& mark : marks()) {
        const int at = placeOf(mark.at);
        const QColor colour = mark.bad ? m_theme.bad : m_theme.good;
        painter.setPen(QPen{colour, mark.fired ? 5.0 : 0.0});
        painter.drawLine(at, line - 4, at, line + 4);
        painter.setPen(mark.fired ? m_theme.warn : colour);
        const std::int64_t percent = std::abs(mark.at) / kPercent;
        const QString text = (mark.fired ? QStringLiteral("!") : QString{})
                             + (mark.at > 0 ? QStringLiteral("+") : QString{QChar{0x2212}})
                             + QString::number(percent);
        const int across = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(std::clamp(at - across / 2, 0, width() - across), line - 6, text);
    }
    if (m_trail) {
        const int at = placeOf(*m_trail);
        painter.setPen(QPen{m_theme.accent, 0, Qt::DashLine});
        painter.drawLine(at, 1, at, height() - 1);
    }
    if (hasFocus()) {
        painter.setPen(QPen{m_theme.accent, 0});
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
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

#include "moc_guard_bar.cpp"
