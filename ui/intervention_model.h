#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

namespace ui
{
enum class InterventionColumn : std::uint8_t
{
    Time,
    Symbol,
    What,
    To,
    Reason,
    Until,
    Gain,
};
inline constexpr int kInterventionColumns = 7;

/// One row: an intervention, or the shadow position it left behind.
struct InterventionLine
{
    QString key;
    QString name;
    std::optional<core::domain::Intervention> intervention{};
    std::optional<core::domain::ShadowView> shadow{};

    friend bool operator==(const InterventionLine&, const InterventionLine&) = default;
};

/// What a person changed today, newest on top, under the shadow positions: what the rule's own
/// path would have come to, and what the hand gained or cost.
class InterventionModel final : public KeyedRows<InterventionLine>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setTheme(const Theme& theme);
    /// Of all shadows: what happened less what the rules would have made of it.
    [[nodiscard]] core::domain::Won gainTotal() const { return m_gain; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] bool isPinned(const InterventionLine& line) const override;
    [[nodiscard]] int compare(const InterventionLine& a, const InterventionLine& b,
                              int column) const override;

private:
    core::domain::Won m_gain;
    Theme m_theme;
};

[[nodiscard]] QString interventionCellText(const InterventionLine& line, InterventionColumn column);
}  // namespace ui
