#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

namespace ui
{
enum class OrderColumn : std::uint8_t
{
    Time,
    Code,
    Name,
    Side,
    State,
    Price,
    Quantity,
    Filled,
    Remaining,
    Care,
    Average,
    Kind,
    Origin,
    Number,
    Reason,
};
inline constexpr int kOrderColumns = 15;

struct OrderLine
{
    QString key;
    QString name;
    core::domain::Order order;
    QString care;  ///< Worded, because it counts down.

    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

enum class OrderFilter : std::uint8_t
{
    Working,  ///< Everything that has not ended.
    All,
};

/// The broker has not confirmed where it is: pinned on top until it is resolved.
[[nodiscard]] bool isOpenQuestion(core::domain::OrderState state);
/// Stable name of an order's row; external orders have only the broker's number.
[[nodiscard]] QString orderKey(const core::domain::Order& order);

/// Today's orders: open questions on top, then working ones, then done ones, newest first.
class OrdersModel final : public KeyedRows<OrderLine>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setFilter(OrderFilter filter);
    void setText(const QString& text);
    void setTheme(const Theme& theme);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] bool isPinned(const OrderLine& line) const override;
    [[nodiscard]] bool joinsWhileFrozen() const override { return true; }
    [[nodiscard]] int compare(const OrderLine& a, const OrderLine& b, int column) const override;

private:
    void refresh();

    std::vector<OrderLine> m_source;
    OrderFilter m_filter = OrderFilter::All;
    QString m_text;
    Theme m_theme;
};

[[nodiscard]] QString orderColumnTitle(OrderColumn column);
[[nodiscard]] QString orderColumnSample(OrderColumn column);
[[nodiscard]] QString orderCellText(const OrderLine& line, OrderColumn column);
}  // namespace ui
