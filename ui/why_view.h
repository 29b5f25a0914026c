#pragma once

#include "ui/condition_model.h"
#include "ui/desk_table.h"
#include "ui/panel.h"

class QLabel;

namespace ui
{
/// Why nothing is bought of the selected symbol: the first no in a sentence, and everything from
/// the screener over slot, rule and gate to the broker's newest refusal.
class WhyPage final : public Panel
{
    Q_OBJECT

public:
    explicit WhyPage(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    [[nodiscard]] QString headline() const;
    [[nodiscard]] const ConditionModel& model() const { return *m_model; }

protected:
    void retranslate() override;

private:
    core::domain::WhyView m_shown;
    QString m_name;
    Theme m_theme;
    QLabel* m_headline = nullptr;
    ConditionModel* m_model = nullptr;
    GaugeDelegate* m_gauge = nullptr;
    DeskTable* m_table = nullptr;
    void show();
};

/// The table of conditions as every page of rules sets it up.
void setUpConditionTable(DeskTable& table, ConditionModel& model, GaugeDelegate& gauge);
void setConditionWidths(DeskTable& table);
}  // namespace ui
