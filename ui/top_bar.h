#pragma once

#include "core/api/terminal.h"
#include "ui/figure_row.h"
#include "ui/symbol_search.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui
{
/// The bar on top: environment badge, account, session phase with countdown, clock; search and the
/// few commands of this window on the right.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(core::api::Terminal& terminal, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setTheme(const Theme& theme, int fontPoints);
    void setMenu(QMenu* menu);
    [[nodiscard]] SymbolSearch& search() { return *m_search; }
    [[nodiscard]] const FigureRow& figures() const { return *m_figures; }
    [[nodiscard]] QString badge() const;

Q_SIGNALS:
    void screenNowAsked();
    void themeToggled();
    void languageToggled();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void showBadge();

    core::domain::EnvironmentKind m_environment = core::domain::EnvironmentKind::Demo;
    Theme m_theme;
    QToolButton* m_menu = nullptr;
    QLabel* m_badge = nullptr;
    FigureRow* m_figures = nullptr;
    SymbolSearch* m_search = nullptr;
    QToolButton* m_screenNow = nullptr;
    QToolButton* m_themeButton = nullptr;
    QToolButton* m_language = nullptr;
};
}  // namespace ui
