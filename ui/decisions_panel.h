#pragma once

#include "ui/condition_model.h"
#include "ui/decisions_model.h"
#include "ui/desk_table.h"
#include "ui/intervention_model.h"
#include "ui/panel.h"
#include "ui/why_view.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QTabWidget;
class QToolButton;

namespace ui
{
/// What the rules decided, taken and refused, each with its conditions; why nothing is bought of
/// the selected symbol; what a person changed and what it gained or cost.
class DecisionsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit DecisionsPanel(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override;

    [[nodiscard]] QTabWidget& pages() { return *m_pages; }
    [[nodiscard]] DeskTable& table() { return *m_table; }
    [[nodiscard]] DecisionsModel& model() { return *m_model; }
    [[nodiscard]] ConditionModel& details() { return *m_details; }
    [[nodiscard]] WhyPage& why() { return *m_why; }
    [[nodiscard]] InterventionModel& interventions() { return *m_interventions; }
    [[nodiscard]] QLineEdit& textFilter() { return *m_text; }
    [[nodiscard]] QToolButton& sortButton(DecisionSort sort);
    [[nodiscard]] QString totalText() const;

Q_SIGNALS:
    /// Chart, ladder and the reasons should show this symbol.
    void symbolWanted(const core::domain::Symbol& symbol);

protected:
    void retranslate() override;

private:
    QWidget* makeDecisions();
    QWidget* makeInterventions();
    void filter();
    void showDetails();
    void showTotal();
    void setWidths();

    QTabWidget* m_pages = nullptr;
    QLineEdit* m_text = nullptr;
    QButtonGroup* m_sorts = nullptr;  // Ids are `DecisionSort`.
    QToolButton* m_export = nullptr;
    DecisionsModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    ConditionModel* m_details = nullptr;
    GaugeDelegate* m_gauge = nullptr;
    DeskTable* m_detailTable = nullptr;
    WhyPage* m_why = nullptr;
    InterventionModel* m_interventions = nullptr;
    DeskTable* m_interventionTable = nullptr;
    QLabel* m_total = nullptr;
    std::shared_ptr<const core::domain::Decision> m_detailed;  // Whose conditions are shown.
    Theme m_theme;
};
}  // namespace ui
