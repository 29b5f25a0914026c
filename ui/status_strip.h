#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/figure_row.h"
#include "ui/theme.h"

#include <QWidget>

#include <chrono>
#include <optional>

namespace ui
{
/// The figures at the bottom. They change four times a second: faster can not be read.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    enum Place : std::size_t
    {
        Feed,
        LastFrame,
        FrameRate,
        RecordRate,
        BadFrames,
        Gaps,
        Token,
        Budget,
        Queue,
        Slots,
        Ledger,
        Unknown,
        Messages,
        Decision,
        Disk,
        Clock,
        ConfigHash,
        kPlaces,
    };

    explicit StatusStrip(QWidget* parent = nullptr);

    /// `now` is any monotonic time.
    void apply(const core::domain::DeskSnapshot& snapshot, std::chrono::milliseconds now);
    void setTheme(const Theme& theme, int fontPoints);
    [[nodiscard]] const FigureRow& figures() const { return *m_figures; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFeed(const core::domain::DeskSnapshot& snapshot);
    void showBroker(const core::domain::DeskSnapshot& snapshot);
    void showOrders(const core::domain::DeskSnapshot& snapshot);
    void showEngine(const core::domain::DeskSnapshot& snapshot);

    FigureRow* m_figures = nullptr;
    Theme m_theme;
    std::optional<std::chrono::milliseconds> m_shownAt;
};
}  // namespace ui
