#pragma once

#include "ui/figure_row.h"
#include "ui/ladder_view.h"
#include "ui/order_sender.h"
#include "ui/panel.h"

class QComboBox;
class QToolButton;

namespace ui
{
class GroupedSpin;

/// The ten-level book of the selected symbol. A click fills the ticket; with one-click trading
/// switched on (never by itself) it places the preset quantity at that price.
class LadderPanel final : public Panel
{
    Q_OBJECT

public:
    explicit LadderPanel(OrderSender& sender, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_view; }

    [[nodiscard]] LadderView& view() { return *m_view; }
    [[nodiscard]] const FigureRow& totals() const { return *m_totals; }
    [[nodiscard]] QToolButton& oneClickButton() { return *m_oneClick; }
    [[nodiscard]] QComboBox& gesture() { return *m_gesture; }
    [[nodiscard]] GroupedSpin& quantity() { return *m_quantity; }

Q_SIGNALS:
    /// Fill the ticket with this.
    void priceChosen(const core::domain::Symbol& symbol, core::domain::Price price,
                     std::optional<core::domain::Side> side);

protected:
    void retranslate() override;

private:
    void act(core::domain::Price price, std::optional<core::domain::Side> side);
    void cancelOwn(core::domain::Price price);

    OrderSender& m_sender;
    LadderView* m_view = nullptr;
    FigureRow* m_totals = nullptr;
    QToolButton* m_oneClick = nullptr;
    QComboBox* m_gesture = nullptr;
    GroupedSpin* m_quantity = nullptr;
    QToolButton* m_centre = nullptr;
    Theme m_theme;
};
}  // namespace ui
