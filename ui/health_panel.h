#pragma once

#include "ui/desk_table.h"
#include "ui/figure_row.h"
#include "ui/health_model.h"
#include "ui/panel.h"

#include <array>

namespace ui
{
/// Pre-open checklist with hints, live health figures below.
class HealthPanel final : public Panel
{
    Q_OBJECT

public:
    explicit HealthPanel(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    [[nodiscard]] const HealthModel& model() const { return *m_model; }
    [[nodiscard]] const FigureRow& figures(std::size_t row) const { return *m_rows.at(row); }

protected:
    void retranslate() override;

private:
    void setWidths();

    HealthModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    std::array<FigureRow*, 3> m_rows{};
    Theme m_theme;
};
}  // namespace ui
