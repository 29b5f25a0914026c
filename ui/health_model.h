#pragma once

#include "core/domain/health.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <vector>

namespace ui
{
/// The pre-open checklist: state, check, value, what to do. Lines appear when the desk names them
/// and then only change in place.
class HealthModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        State,
        Check,
        Value,
        Hint,
        kColumns,
    };

    explicit HealthModel(QObject* parent = nullptr);

    void apply(const std::vector<core::domain::HealthItem>& items);
    void setTheme(const Theme& theme);
    void retranslate();
    [[nodiscard]] const core::domain::HealthItem& item(int row) const
    {
        return m_items.at(static_cast<std::size_t>(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QColor colourOf(core::domain::HealthState state) const;

    std::vector<core::domain::HealthItem> m_items;
    Theme m_theme;
    std::array<QIcon, 5> m_icons;  // By HealthState.
};
}  // namespace ui
