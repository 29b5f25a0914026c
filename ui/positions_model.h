#pragma once

#include "core/config/config.h"
#include "core/domain/desk_snapshot.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

namespace ui
{
enum class PositionColumn : std::uint8_t
{
    Name,
    Code,
    Quantity,
    Sellable,
    Average,
    Last,
    Pnl,
    PnlShare,
    Stop,
    StopDistance,
    Trail,
    Pyramid,
    Held,
    TimeExit,
    Automation,
    Owner,
    BreakEven,
    Realized,
    Mark,
};
inline constexpr int kPositionColumns = 19;

/// What the rules say of a position, as text: it is shown, never computed with.
struct PositionRules
{
    QString stop{};      ///< "10,150 S3"
    QString distance{};  ///< "−0.84 % · −9"
    QString trail{};
    QString pyramid{};
    QString held{};
    QString timeExit{};
    QString exiting{};            ///< Label of the exit under way.
    core::domain::Price level{};  ///< Of the binding stop, for sorting.
    std::int64_t distanceTenThousandths = 0;
    std::int64_t heldMs = 0;
    std::int64_t timeExitMs = 0;

    friend bool operator==(const PositionRules&, const PositionRules&) = default;
};

struct PositionLine
{
    QString key;
    QString name;
    core::domain::Position position;
    PositionRules rules{};
    core::domain::AutoState master = core::domain::AutoState::On;

    friend bool operator==(const PositionLine&, const PositionLine&) = default;
};

/// What the account holds, by symbol; holdings that differ from the broker's are pinned on top.
class PositionsModel final : public KeyedRows<PositionLine>
{
    Q_OBJECT

public:
    explicit PositionsModel(const core::config::Config& config, QObject* parent = nullptr)
        : KeyedRows{parent}, m_config{config}
    {
    }

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setText(const QString& text);
    /// Also what was sold again today; such a row says no more than what it brought.
    void setSoldShown(bool shown);
    void setTheme(const Theme& theme);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] bool isPinned(const PositionLine& line) const override;
    [[nodiscard]] bool joinsWhileFrozen() const override { return true; }
    [[nodiscard]] int compare(const PositionLine& a, const PositionLine& b,
                              int column) const override;

private:
    void refresh();

    const core::config::Config& m_config;
    std::vector<PositionLine> m_source;
    QString m_text;
    bool m_soldShown = false;
    Theme m_theme;
};

[[nodiscard]] QString positionColumnTitle(PositionColumn column);
[[nodiscard]] QString positionColumnSample(PositionColumn column);
[[nodiscard]] QString positionCellText(const PositionLine& line, PositionColumn column);
/// Shares that `percent` of what is sellable come to: rounded down, at least one.
[[nodiscard]] core::domain::Quantity shareOf(core::domain::Quantity sellable, int percent);
}  // namespace ui
