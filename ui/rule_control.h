#pragma once

#include "ui/order_sender.h"
#include "ui/theme.h"

#include <QPointer>

class QDialog;

namespace ui
{
/// What the trader does to the rules: automatic states, adds, stops, the guard. The one place that
/// knows when a question comes first; every panel and key goes through it.
class RuleControl final : public QObject
{
    Q_OBJECT

public:
    RuleControl(OrderSender& sender, const core::config::Config& config, QWidget* window);

    /// Brings an open question up to date.
    void apply(const core::domain::DeskSnapshot& desk);
    void setTheme(const Theme& theme) { m_theme = theme; }

    /// Nothing can be sent: no data, or a replay.
    [[nodiscard]] bool isPossible() const;
    /// On, exits only, off, on. A held symbol asks before it becomes less than on.
    void cycleAutomation(const core::domain::Symbol& symbol);
    /// Asks for the state of one symbol.
    void askAutomation(const core::domain::Symbol& symbol);
    /// Asks before it leaves held positions to themselves.
    void setMaster(core::domain::AutoState state);

    void autoAdd(const core::domain::Symbol& symbol);
    void askBlockAdd(const core::domain::Symbol& symbol);
    void askApproveAdd(const core::domain::Symbol& symbol);
    void askStop(const core::domain::Symbol& symbol);
    /// Asks once more; then the guard's rules may not fire again today.
    void askGuardReset();

private:
    [[nodiscard]] const core::domain::DeskSnapshot* desk() const;
    [[nodiscard]] bool isAsking() const;
    void open(QDialog* dialog);

    OrderSender& m_sender;
    const core::config::Config& m_config;
    QWidget* m_window;
    Theme m_theme;
    QPointer<QDialog> m_dialog;  // One question at a time.
};
}  // namespace ui
