#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace ui
{
/// One price of the ladder with everything shown on its line.
struct LadderRow
{
    core::domain::Price price{};
    core::domain::Side side = core::domain::Side::Buy;  ///< Of the resting orders there.
    core::domain::Quantity size{};
    int ownOrders = 0;
    bool question = false;  ///< One of the own orders is where nobody knows.
    core::domain::Quantity ownRemaining{};
    bool last = false;
    bool expected = false;
    bool vi = false;
    bool limit = false;

    friend bool operator==(const LadderRow&, const LadderRow&) = default;
};

/// Ten asks over ten bids. Prices stand still while the pointer is over them: only sizes change
/// then, by price, so a click always hits the price it was aimed at.
class LadderView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kRows = 20;

    explicit LadderView(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot, const core::domain::SymbolView* view);
    void setTheme(const Theme& theme, int fontPoints);
    /// Prices of the newest book, even while the pointer is over the rows.
    void recentre();

    [[nodiscard]] bool isHeld() const { return m_held; }
    [[nodiscard]] const std::vector<LadderRow>& rows() const { return m_rows; }
    [[nodiscard]] const core::domain::Symbol& symbol() const { return m_symbol; }
    /// Middle of a cell: 0 asks and own sales, 1 price, 2 bids and own buys.
    [[nodiscard]] QPoint cellCentre(int row, int column) const;
    [[nodiscard]] QRect ownMark(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A price was clicked; a side only beside the price: left sells, right buys.
    void clicked(core::domain::Price price, std::optional<core::domain::Side> side);
    void doubleClicked(core::domain::Price price, std::optional<core::domain::Side> side);
    /// The mark of own orders was clicked.
    void ownClicked(core::domain::Price price, core::domain::Side side);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Place
    {
        int row = 0;
        int column = 0;
    };
    void rebuild(bool newPrices);
    [[nodiscard]] std::optional<Place> placeAt(const QPoint& at) const;
    [[nodiscard]] QRect cell(int row, int column) const;
    void paintRow(QPainter& painter, int at, std::int64_t most) const;

    core::domain::LadderView m_ladder;
    std::optional<core::domain::SymbolView> m_view;
    std::vector<core::domain::Order> m_orders;
    core::domain::Symbol m_symbol;
    std::vector<LadderRow> m_rows;
    bool m_held = false;
    Theme m_theme;
};
}  // namespace ui
