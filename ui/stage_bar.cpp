#include "ui/stage_bar.h"

#include "ui/words_rules.h"

#include <QPainter>

namespace ui
{
using core::domain::PatternState;

namespace
{
constexpr int kStageGap = 2;

/// The stage a state belongs to; void and off belong to none.
int stageOf(PatternState state)
{
    switch (state) {
    case PatternState::Base:
        return 0;
    case PatternState::Risen:
        return 1;
    case PatternState::Pullback:
        return 2;
    case PatternState::Rebreak:
        return 3;
    case PatternState::Ordered:
    case PatternState::Added:
        return 4;
    case PatternState::Off:
    case PatternState::Void:
        return -1;
    }
    return -1;
}

QString signOf(StageBar::Look look)
{
    switch (look) {
    case StageBar::Look::Ahead:
        return QStringLiteral("○");
    case StageBar::Look::Done:
        return QStringLiteral("✓");
    case StageBar::Look::Here:
        return QStringLiteral("●");
    case StageBar::Look::Dead:
        return QStringLiteral("✕");
    }
    return {};
}
}  // namespace

StageBar::StageBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageBar::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    setFont(font);
    updateGeometry();
    update();
}

void StageBar::setState(PatternState state, const QString& note)
{
    if (state == m_state && note == m_note) {
        return;
    }
    m_state = state;
    m_note = note;
    setAccessibleDescription(QStringLiteral("%1. %2").arg(patternStateName(state), note));
    update();
}

std::array<StageBar::Look, StageBar::kStages> StageBar::looks() const
{
    std::array<Look, kStages> looks{};
    const int here = stageOf(m_state);
    for (std::size_t i = 0; i < kStages; ++i) {
        const int stage = static_cast<int>(i);
        const bool finished = stage < here || m_state == PatternState::Added;
        looks[i] = here < 0        ? Look::Dead
                   : finished      ? Look::Done
                   : stage == here ? Look::Here
                                   : Look::Ahead;
    }
    return looks;
}

QString StageBar::stageName(std::size_t stage) const
{
    constexpr std::array kStates{PatternState::Base, PatternState::Risen, PatternState::Pullback,
                                 PatternState::Rebreak, PatternState::Added};
    return stage + 1 == kStages && m_state == PatternState::Ordered
               ? patternStateName(PatternState::Ordered)
               : patternStateName(kStates.at(stage));
}

QSize StageBar::sizeHint() const
{
    return {240, fontMetrics().height() * 2 + 14};
}

QSize StageBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void StageBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    const int high = fontMetrics().height() + 8;
    const std::array<Look, kStages> looks = this->looks();
    const int count = static_cast<int>(kStages);
    for (int i = 0; i < count; ++i) {
        const Look look = looks[static_cast<std::size_t>(i)];
        const int left = width() * i / count;
        const QRect box{left, 0, width() * (i + 1) / count - left - kStageGap, high};
        const bool here = look == Look::Here;
        const QColor fill = here                 ? m_theme.accent
                            : look == Look::Done ? blend(m_theme.good, m_theme.panel, 0.22)
                                                 : m_theme.raised;
        const QColor ink = here                 ? m_theme.window
                           : look == Look::Done ? m_theme.text
                                                : m_theme.muted;
        painter.fillRect(box, fill);
        QFont used = font();
        used.setBold(here);
        painter.setFont(used);
        painter.setPen(ink);
        const QString text =
            QStringLiteral("%1 %2").arg(signOf(look), stageName(static_cast<std::size_t>(i)));
        painter.drawText(box.adjusted(3, 0, -3, 0), Qt::AlignCenter,
                         QFontMetrics{used}.elidedText(text, Qt::ElideRight, box.width() - 6));
    }
    const bool dead = stageOf(m_state) < 0;
    if (dead) {
        const QColor ink = m_state == PatternState::Void ? m_theme.warn : m_theme.muted;
        painter.setPen(QPen{ink, 2});
        painter.drawLine(0, high / 2, width() - kStageGap, high / 2);
    }
    painter.setFont(font());
    painter.setPen(m_state == PatternState::Void ? m_theme.warn
                   : dead                        ? m_theme.muted
                                                 : m_theme.text);
    const QString note =
        dead ? QStringLiteral("%1: %2").arg(patternStateName(m_state), m_note) : m_note;
    const QRect line{0, high + 2, width(), height() - high - 2};
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(note, Qt::ElideRight, line.width()));
}
}  // namespace ui

#include "moc_stage_bar.cpp"
