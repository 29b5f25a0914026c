#pragma once

#include "core/api/terminal.h"
#include "ui/desk_table.h"
#include "ui/figure_row.h"
#include "ui/panel.h"
#include "ui/screen_delegate.h"
#include "ui/screen_model.h"

#include <QElapsedTimer>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui
{
/// The top 30 with its funnel. Selecting a row selects the symbol for the whole desk.
class ScreenPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ScreenPanel(core::api::Terminal& terminal, QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_table; }

    /// Selects the row `step` below (negative: above) the current one.
    void moveSelection(int step);
    [[nodiscard]] const ScreenModel& model() const { return *m_model; }
    [[nodiscard]] DeskTable& table() { return *m_table; }
    [[nodiscard]] const FigureRow& funnel() const { return *m_funnel; }

Q_SIGNALS:
    /// The automatic state of this symbol was clicked.
    void automationAsked(const core::domain::Symbol& symbol);

protected:
    void retranslate() override;

private:
    void setWidths();
    void showFunnel(const core::domain::ScreenFunnel& funnel);
    void showState(core::domain::Timestamp screenedAt);
    void selectCurrent();
    void selectFirst();

    core::api::Terminal& m_terminal;
    ScreenModel* m_model = nullptr;
    ScreenDelegate* m_delegate = nullptr;
    DeskTable* m_table = nullptr;
    FigureRow* m_funnel = nullptr;
    QLabel* m_excluded = nullptr;
    QLabel* m_state = nullptr;
    QLineEdit* m_filter = nullptr;
    QToolButton* m_details = nullptr;
    QToolButton* m_export = nullptr;
    Theme m_theme;
    QElapsedTimer m_clock;
    core::domain::ScreenFunnel m_funnelShown;
    core::domain::Timestamp m_screenedAt{};
    // What the trader chose last and the desk has not confirmed yet; older confirmations must not
    // pull the selection back under the hand.
    std::optional<core::domain::Symbol> m_asked;
    int m_askedFor = 0;        // Snapshots since.
    bool m_following = false;  // The desk moves the selection, not the trader.
};
}  // namespace ui
