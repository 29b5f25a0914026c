#pragma once

#include "ui/desk_table.h"
#include "ui/log_model.h"
#include "ui/panel.h"
#include "ui/text_log_model.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace core::api
{
class Terminal;
}  // namespace core::api

namespace ui
{
/// The event log or, for whoever looks for a fault, the program's text log; with a filter by
/// severity and text. Stays at the newest entry unless the trader scrolled up. The text log is
/// asked for only while it is shown.
class LogPanel final : public Panel
{
    Q_OBJECT

public:
    enum class Source
    {
        Events,
        TextLog,
    };

    /// `terminal` outlives the panel.
    explicit LogPanel(const core::api::Terminal& terminal, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override;

    void setLeastSeverity(core::domain::Severity severity);
    void showSource(Source source);
    void setFilterText(const QString& text);
    /// Takes what is new of the text log; the panel does so by itself while it shows it.
    void readTextLog();
    [[nodiscard]] DeskTable& textTable() { return *m_textTable; }
    [[nodiscard]] const TextLogModel& textModel() const { return *m_textModel; }
    [[nodiscard]] const LogModel& model() const { return *m_model; }
    [[nodiscard]] const DeskTable& table() const { return *m_table; }

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeBar();
    void hideBelow(int firstRow);
    [[nodiscard]] bool isWanted(int row) const;
    void watchTextLog();

    LogModel* m_model = nullptr;
    DeskTable* m_table = nullptr;
    const core::api::Terminal& m_terminal;
    TextLogModel* m_textModel = nullptr;
    TextLogFilter* m_textFilter = nullptr;
    DeskTable* m_textTable = nullptr;
    QTimer m_watch;  // Runs while the text log is on the screen.
    QWidget* m_bar = nullptr;
    QStackedWidget* m_pages = nullptr;
    QComboBox* m_source = nullptr;
    QComboBox* m_filter = nullptr;
    QLineEdit* m_search = nullptr;
    QToolButton* m_export = nullptr;
    std::shared_ptr<const std::vector<core::domain::LogEntry>> m_shown;
    core::domain::Severity m_least = core::domain::Severity::Info;
};
}  // namespace ui
