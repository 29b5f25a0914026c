#pragma once

#include "core/domain/trading_view.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

namespace ui
{
struct CheckLine
{
    QString key;
    core::domain::CheckResult check;

    friend bool operator==(const CheckLine&, const CheckLine&) = default;
};

/// The gate's answer to a preview, what says no on top; checks that do not bind are left out.
class CheckModel final : public KeyedRows<CheckLine>
{
    Q_OBJECT

public:
    enum Column
    {
        Outcome,
        Id,
        Name,
        Value,
        Limit,
        kColumns,
    };

    using KeyedRows::KeyedRows;

    void apply(const std::vector<core::domain::CheckResult>& checks);
    void setTheme(const Theme& theme);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] bool isPinned(const CheckLine& line) const override;
    [[nodiscard]] int compare(const CheckLine& a, const CheckLine& b, int column) const override;

private:
    Theme m_theme;
};
}  // namespace ui
