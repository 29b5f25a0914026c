#include "ui/panel.h"

#include <QEvent>

namespace ui
{
Panel::Panel(QWidget* parent) : QWidget{parent}
{
    // The style sheet's background; a plain subclass would leave the dock's to show through.
    setAttribute(Qt::WA_StyledBackground);
}

void Panel::save(QSettings& /*settings*/) const {}

void Panel::restore(const QSettings& /*settings*/) {}

void Panel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}
}  // namespace ui

#include "moc_panel.cpp"
