#pragma once

#include "ui/theme.h"

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace ui
{
/// Title bar of a dock: one flat line with the panel's name, a button that floats the panel and
/// one that hides it. Dragging it moves the dock, as with Qt's own.
class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget* dock);

    void setTheme(const Theme& theme, int fontPoints);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    QDockWidget* m_dock;
    QLabel* m_label = nullptr;
    QToolButton* m_float = nullptr;
    QToolButton* m_close = nullptr;
    Theme m_theme;
};
}  // namespace ui
