#pragma once

#include "core/api/terminal.h"
#include "ui/chart_plot.h"
#include "ui/figure_row.h"
#include "ui/panel.h"

#include <array>

class QToolButton;

namespace ui
{
/// One chart with its header: symbol, price, interval, follow and pin, and the read-out of the bar
/// under the cross-hair. Shows the selected symbol; pinned, it keeps its own.
class ChartPanel final : public Panel
{
    Q_OBJECT

public:
    ChartPanel(core::api::Terminal& terminal, int pane, core::domain::Interval interval,
               QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot) override;
    void setTheme(const Theme& theme, int fontPoints) override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] QWidget* focusTarget() override { return m_plot; }

    /// A chart that is not shown asks the desk for nothing.
    void setActive(bool active);
    void setInterval(core::domain::Interval interval);
    void setPinned(bool pinned);
    [[nodiscard]] const core::domain::ChartRequest& request() const { return m_request; }
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    [[nodiscard]] ChartPlot& plot() { return *m_plot; }
    [[nodiscard]] const FigureRow& header() const { return *m_header; }
    [[nodiscard]] const FigureRow& readout() const { return *m_readout; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void ask();
    void showHeader(const core::domain::SymbolView& live);
    void showReading();
    [[nodiscard]] QString group() const;

    core::api::Terminal& m_terminal;
    int m_pane;
    bool m_active = true;
    bool m_pinned = false;
    core::domain::ChartRequest m_request;
    Theme m_theme;
    FigureRow* m_header = nullptr;
    FigureRow* m_readout = nullptr;
    ChartPlot* m_plot = nullptr;
    std::array<QToolButton*, core::domain::kIntervals.size()> m_intervals{};
    QToolButton* m_follow = nullptr;
    QToolButton* m_pin = nullptr;
};
}  // namespace ui
