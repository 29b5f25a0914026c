#pragma once

#include "core/config/config.h"
#include "ui/condition_model.h"
#include "ui/desk_table.h"
#include "ui/panel.h"
#include "ui/rule_control.h"
#include "ui/stage_bar.h"
#include "ui/what_if_view.h"

class QLabel;
class QTabBar;
class QToolButton;

namespace ui
{
/// The pyramiding of one held symbol: where the pattern stands, what P1 to P12 say, what the
/// position would become, and the trader's word about it. Shows the selected symbol if it is held,
/// else the one shown before; held symbols are a row of tabs on top.
class PyramidPanel final : public Panel
{
    Q_OBJECT

public:
    PyramidPanel(RuleControl& control, const core::config::Config& config,
                 QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    /// What the panel's buttons and keys are about; empty while nothing is held.
    [[nodiscard]] const core::domain::Symbol& symbol() const { return m_symbol; }
    [[nodiscard]] StageBar& stages() { return *m_stages; }
    [[nodiscard]] ConditionModel& conditions() { return *m_model; }
    [[nodiscard]] WhatIfView& whatIf() { return *m_whatIf; }
    [[nodiscard]] QTabBar& tabs() { return *m_tabs; }
    [[nodiscard]] const FigureRow& levels() const { return *m_levels; }
    [[nodiscard]] QToolButton& autoButton() { return *m_auto; }
    [[nodiscard]] QToolButton& blockButton() { return *m_block; }
    [[nodiscard]] QToolButton& approveButton() { return *m_approve; }
    [[nodiscard]] QString overrideText() const;
    [[nodiscard]] QString policyText() const;

Q_SIGNALS:
    void symbolWanted(const core::domain::Symbol& symbol);

protected:
    void retranslate() override;

private:
    void makeButtons(QWidget* bar);
    [[nodiscard]] core::domain::Symbol choose(const core::domain::DeskSnapshot& snapshot) const;
    void showTabs(const core::domain::DeskSnapshot& snapshot);
    void showPosition(const core::domain::DeskSnapshot& snapshot);
    void showLevels(const core::domain::RuledPosition& ruled, const core::domain::SymbolView* live);
    void showOverride(const core::domain::RuledPosition* ruled, core::domain::Timestamp now);
    void setWidths();

    RuleControl& m_control;
    const core::config::Config& m_config;
    core::domain::Symbol m_symbol;
    std::vector<core::domain::Symbol> m_held;
    Theme m_theme;
    bool m_filling = false;
    QTabBar* m_tabs = nullptr;
    StageBar* m_stages = nullptr;
    FigureRow* m_levels = nullptr;
    ConditionModel* m_model = nullptr;
    GaugeDelegate* m_gauge = nullptr;
    DeskTable* m_table = nullptr;
    WhatIfView* m_whatIf = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_body = nullptr;
    QToolButton* m_auto = nullptr;
    QToolButton* m_block = nullptr;
    QToolButton* m_approve = nullptr;
    QLabel* m_override = nullptr;
    QLabel* m_policy = nullptr;
};
}  // namespace ui
