#include "ui/dock_title.h"

#include "ui/icons.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ui
{
DockTitle::DockTitle(QDockWidget* dock)
    : QWidget{dock},
      m_dock{dock},
      m_label{new QLabel{this}},
      m_float{new QToolButton{this}},
      m_close{new QToolButton{this}}
{
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(8, 1, 2, 1);
    layout->setSpacing(0);
    layout->addWidget(m_label, 1);
    for (QToolButton* button : {m_float, m_close}) {
        button->setAutoRaise(true);
        button->setIconSize(QSize{12, 12});
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    connect(m_float, &QToolButton::clicked, this,
            [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, dock, &QWidget::hide);
    connect(dock, &QWidget::windowTitleChanged, m_label, &QLabel::setText);
    m_label->setText(dock->windowTitle());
    retranslate();
}

void DockTitle::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_label->setFont(deskFont(std::max(kFontPointsMin - 1, fontPoints - 1)));
    m_label->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    m_float->setIcon(roleIcon(QStringLiteral("float"), theme.muted));
    m_close->setIcon(roleIcon(QStringLiteral("close"), theme.muted));
    update();
}

void DockTitle::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void DockTitle::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.raised);
    painter.setPen(QPen{m_theme.line, 0});
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void DockTitle::retranslate()
{
    m_float->setAccessibleName(tr("Float the panel"));
    m_float->setToolTip(tr("Float the panel"));
    m_close->setAccessibleName(tr("Hide the panel"));
    m_close->setToolTip(tr("Hide the panel"));
}
}  // namespace ui

#include "moc_dock_title.cpp"
