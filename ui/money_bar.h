#pragma once

#include "core/config/config.h"
#include "core/domain/desk_snapshot.h"
#include "ui/figure_row.h"
#include "ui/theme.h"

#include <QWidget>

class QToolButton;

namespace ui
{
class GuardBar;

/// The second row of the top bar: the account's figures against the guard, arming, gate, kill
/// level, and the two buttons that stop everything. It only shows and asks; MainWindow acts.
class MoneyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MoneyBar(const core::config::GuardSection& guard, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setTheme(const Theme& theme, int fontPoints);

    [[nodiscard]] const FigureRow& figures() const { return *m_figures; }
    [[nodiscard]] GuardBar& guardBar() { return *m_guard; }
    [[nodiscard]] QToolButton& masterButton() { return *m_master; }
    [[nodiscard]] QToolButton& armingButton() { return *m_arming; }
    [[nodiscard]] QToolButton& gateButton() { return *m_gate; }
    [[nodiscard]] QToolButton& releaseButton() { return *m_release; }
    [[nodiscard]] QToolButton& killButton() { return *m_kill; }
    [[nodiscard]] QToolButton& flattenButton() { return *m_flatten; }

Q_SIGNALS:
    void masterAsked(core::domain::AutoState state);
    void guardAsked();
    void armingAsked();
    void gateAsked();
    void releaseAsked();
    void killAsked();
    void flattenAsked();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void showAccount();
    void showGate();
    void showMaster();
    void showGuard(const core::domain::DeskSnapshot& snapshot);

    core::domain::AccountView m_account;
    core::domain::GateView m_gateShown;
    bool m_ordersPossible = false;
    core::domain::AutoState m_masterShown = core::domain::AutoState::On;
    core::config::GuardSection m_limits;
    Theme m_theme;
    FigureRow* m_figures = nullptr;
    GuardBar* m_guard = nullptr;
    QToolButton* m_master = nullptr;
    QToolButton* m_arming = nullptr;
    QToolButton* m_gate = nullptr;
    QToolButton* m_release = nullptr;
    QToolButton* m_kill = nullptr;
    QToolButton* m_flatten = nullptr;
};
}  // namespace ui
