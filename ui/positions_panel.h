#pragma once

#include "ui/desk_table.h"
#include "ui/order_sender.h"
#include "ui/panel.h"
#include "ui/positions_model.h"
#include "ui/rule_control.h"

#include <array>

class QLineEdit;
class QToolButton;

namespace ui
{
/// What is held, with the sales of a part or all of the chosen position.
class PositionsPanel final : public Panel
{
    Q_OBJECT

public:
    static constexpr std::array kSellPercents{25, 50, 100};

    PositionsPanel(OrderSender& sender, RuleControl& control, const core::config::Config& config,
                   QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    [[nodiscard]] PositionsModel& model() { return *m_model; }
    [[nodiscard]] DeskTable& table() { return *m_table; }
    [[nodiscard]] QToolButton& soldButton() { return *m_sold; }
    [[nodiscard]] QToolButton& sellButton(std::size_t place) { return *m_sell.at(place); }
    [[nodiscard]] QToolButton& stopButton() { return *m_stop; }
    [[nodiscard]] QToolButton& autoButton() { return *m_auto; }
    [[nodiscard]] QToolButton& mismatchButton() { return *m_mismatch; }

Q_SIGNALS:
    /// Chart and ladder should show this symbol.
    void symbolWanted(const core::domain::Symbol& symbol);

protected:
    void retranslate() override;

private:
    [[nodiscard]] const core::domain::Position* current() const;
    void setWidths();
    void showActions();
    void acceptHolding();

    OrderSender& m_sender;
    RuleControl& m_control;
    PositionsModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    QLineEdit* m_filter = nullptr;
    std::array<QToolButton*, kSellPercents.size()> m_sell{};
    QToolButton* m_sold = nullptr;
    QToolButton* m_open = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_auto = nullptr;
    QToolButton* m_mismatch = nullptr;
    QToolButton* m_export = nullptr;
};
}  // namespace ui
