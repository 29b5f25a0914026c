#pragma once

#include "ui/desk_table.h"
#include "ui/order_sender.h"
#include "ui/orders_model.h"
#include "ui/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui
{
/// Today's orders with what may be done to the chosen one. Orders of others have no actions.
class OrdersPanel final : public Panel
{
    Q_OBJECT

public:
    explicit OrdersPanel(OrderSender& sender, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    [[nodiscard]] OrdersModel& model() { return *m_model; }
    [[nodiscard]] DeskTable& table() { return *m_table; }
    [[nodiscard]] QToolButton& cancelButton() { return *m_cancel; }
    [[nodiscard]] QToolButton& amendButton() { return *m_amend; }
    [[nodiscard]] QToolButton& resolveButton() { return *m_resolve; }
    [[nodiscard]] QToolButton& cancelSymbolButton() { return *m_cancelSymbol; }
    [[nodiscard]] QToolButton& cancelAllButton() { return *m_cancelAll; }
    void setFilter(OrderFilter filter);

protected:
    void retranslate() override;

private:
    [[nodiscard]] const core::domain::Order* current() const;
    void setWidths();
    void showActions();
    void cancelCurrent();
    void amendCurrent();
    void resolveCurrent();
    void cancelAll(const std::optional<core::domain::Symbol>& symbol);

    OrderSender& m_sender;
    OrdersModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    QComboBox* m_show = nullptr;
    QLineEdit* m_filter = nullptr;
    QToolButton* m_cancel = nullptr;
    QToolButton* m_amend = nullptr;
    QToolButton* m_resolve = nullptr;
    QToolButton* m_cancelSymbol = nullptr;
    QToolButton* m_cancelAll = nullptr;
    QToolButton* m_export = nullptr;
    Theme m_theme;
};
}  // namespace ui
