#pragma once

#include "ui/desk_table.h"
#include "ui/log_model.h"
#include "ui/panel.h"

class QComboBox;
class QToolButton;

namespace ui
{
/// The event log with a severity filter. Stays at the newest entry unless the trader scrolled up.
class LogPanel final : public Panel
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    void setLeastSeverity(core::domain::Severity severity);
    [[nodiscard]] const LogModel& model() const { return *m_model; }
    [[nodiscard]] const DeskTable& table() const { return *m_table; }

protected:
    void retranslate() override;

private:
    void hideBelow(int firstRow);

    LogModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    QComboBox* m_filter = nullptr;
    QToolButton* m_export = nullptr;
    std::shared_ptr<const std::vector<core::domain::LogEntry>> m_shown;
    core::domain::Severity m_least = core::domain::Severity::Info;
};
}  // namespace ui
