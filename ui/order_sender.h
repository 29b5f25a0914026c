#pragma once

#include "core/api/terminal.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace ui
{
/// Asks once more, without a loop of its own; `agreed` runs when the trader said yes. All texts
/// are plain. The safe answer is the default and Escape's.
QMessageBox* askOnceMore(QWidget* parent, const QString& title, const QString& text,
                         const QString& yes, const std::function<void()>& agreed);

/// The one way an order leaves the window: every live order, and every order above 30 % of the
/// day's order limit, is asked once more with name, side, quantity and amount.
class OrderSender final : public QObject
{
    Q_OBJECT

public:
    OrderSender(core::api::Terminal& terminal, QWidget* window);

    /// The newest snapshot: what the questions and texts are about.
    void apply(const core::domain::SnapshotPtr& snapshot) { m_snapshot = snapshot; }

    /// Empty = an order may be tried; otherwise why not, worded.
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] bool asksFirst(core::domain::Won amount) const;

    void place(const core::domain::OrderRequest& request, core::domain::Won amount);
    /// Sells so many percent of what is sellable.
    void sell(const core::domain::Position& position, int percent);
    void cancel(const core::domain::ClientOrderId& id);
    void amend(const core::domain::Order& order, core::domain::Price price);
    void perform(const core::domain::Command& command) { m_terminal.perform(command); }

    [[nodiscard]] const core::domain::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] QString nameOf(const core::domain::Symbol& symbol) const;
    [[nodiscard]] const core::domain::SymbolView* viewOf(const core::domain::Symbol& symbol) const;
    /// "Buy 삼성전자 10 shares, 718,000 won".
    [[nodiscard]] QString summary(core::domain::Side side, const core::domain::Symbol& symbol,
                                  core::domain::Quantity quantity, core::domain::Won amount) const;

private:
    void askOr(core::domain::Won amount, const QString& summary, const std::function<void()>& act);

    core::api::Terminal& m_terminal;
    QWidget* m_window;
    core::domain::SnapshotPtr m_snapshot;
    QPointer<QMessageBox> m_asking;
};
}  // namespace ui
