#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

namespace ui
{
enum class PositionColumn : std::uint8_t
{
    Code,
    Name,
    Owner,
    Quantity,
    Sellable,
    Average,
    Last,
    Pnl,
    PnlShare,
    BreakEven,
    Realized,
    Automation,
    Mark,
};
inline constexpr int kPositionColumns = 13;

struct PositionLine
{
    QString key;
    QString name;
    core::domain::Position position;

    friend bool operator==(const PositionLine&, const PositionLine&) = default;
};

/// What the account holds, by symbol; holdings that differ from the broker's are pinned on top.
class PositionsModel final : public KeyedRows<PositionLine>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setText(const QString& text);
    void setTheme(const Theme& theme);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] bool isPinned(const PositionLine& line) const override;
    [[nodiscard]] int compare(const PositionLine& a, const PositionLine& b,
                              int column) const override;

private:
    void refresh();

    std::vector<PositionLine> m_source;
    QString m_text;
    Theme m_theme;
};

[[nodiscard]] QString positionColumnTitle(PositionColumn column);
[[nodiscard]] QString positionColumnSample(PositionColumn column);
[[nodiscard]] QString positionCellText(const PositionLine& line, PositionColumn column);
/// Shares that `percent` of what is sellable come to: rounded down, at least one.
[[nodiscard]] core::domain::Quantity shareOf(core::domain::Quantity sellable, int percent);
}  // namespace ui
