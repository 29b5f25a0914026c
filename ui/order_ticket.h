#pragma once

#include "ui/check_model.h"
#include "ui/desk_table.h"
#include "ui/order_sender.h"
#include "ui/panel.h"
#include "ui/step_spin.h"

#include <QTimer>

#include <array>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ui
{
/// One order by hand. Whatever is entered is previewed by the desk first: cost, break-even, stop,
/// loss, cash and every check of the gate; only what the gate would let pass can be sent.
class OrderTicket final : public Panel
{
    Q_OBJECT

public:
    static constexpr std::array kPresets{1, 10, 50, 100};
    static constexpr std::array kPercents{10, 25, 50, 100};

    explicit OrderTicket(OrderSender& sender, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_quantity; }

    /// What a click in the ladder or a row action fills in; nothing is sent.
    void fill(const core::domain::Symbol& symbol, core::domain::Price price,
              std::optional<core::domain::Side> side);
    void setSide(core::domain::Side side);
    void setPreset(std::size_t place);
    /// What would be sent now; the quantity may be 0.
    [[nodiscard]] core::domain::OrderRequest request() const;
    void send();

    [[nodiscard]] PriceSpin& price() { return *m_price; }
    [[nodiscard]] GroupedSpin& quantity() { return *m_quantity; }
    [[nodiscard]] QComboBox& type() { return *m_type; }
    [[nodiscard]] QComboBox& force() { return *m_force; }
    [[nodiscard]] QPushButton& sendButton() { return *m_send; }
    [[nodiscard]] QToolButton& pinButton() { return *m_pin; }
    [[nodiscard]] QToolButton& percentButton(std::size_t place) { return *m_percents.at(place); }
    [[nodiscard]] QString reason() const;
    [[nodiscard]] CheckModel& checks() { return *m_checks; }
    [[nodiscard]] QString figure(std::size_t place) const;

    /// Places of `figure`.
    enum Figure : std::size_t
    {
        Amount,
        Commission,
        Tax,
        BreakEven,
        Stop,
        Loss,
        CashAfter,
        QuantityMax,
        kFigures,
    };

protected:
    void retranslate() override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeHead(QGridLayout& grid);
    void makeEntry(QGridLayout& grid);
    void makeFigures(QGridLayout& grid);
    void takeSymbol(const core::domain::Symbol& symbol);
    void setPercent(int percent);
    void changed();
    void ask();
    [[nodiscard]] const core::domain::OrderPreview* answer() const;
    void showState();
    void showFigures(const core::domain::OrderPreview* preview);
    [[nodiscard]] QString whyNotSend(const core::domain::OrderPreview* preview) const;
    [[nodiscard]] core::domain::Price reckonedPrice() const;

    OrderSender& m_sender;
    core::domain::Symbol m_symbol;
    core::domain::TradingViewPtr m_trading;
    std::uint64_t m_ask = 0;
    Theme m_theme;
    QTimer m_debounce;
    QTimer m_again;

    QLabel* m_name = nullptr;
    QLabel* m_last = nullptr;
    QToolButton* m_pin = nullptr;
    QPushButton* m_buy = nullptr;
    QPushButton* m_sell = nullptr;
    QComboBox* m_type = nullptr;
    QComboBox* m_force = nullptr;
    QLabel* m_priceCaption = nullptr;
    PriceSpin* m_price = nullptr;
    QToolButton* m_atBid = nullptr;
    QToolButton* m_atAsk = nullptr;
    QLabel* m_quantityCaption = nullptr;
    GroupedSpin* m_quantity = nullptr;
    std::array<QToolButton*, kPresets.size()> m_presets{};
    std::array<QToolButton*, kPercents.size()> m_percents{};
    std::array<QLabel*, kFigures> m_captions{};
    std::array<QLabel*, kFigures> m_figures{};
    CheckModel* m_checks = nullptr;
    DeskTable* m_table = nullptr;
    QLabel* m_reason = nullptr;
    QPushButton* m_send = nullptr;
};
}  // namespace ui
