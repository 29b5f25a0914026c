#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/candle_item.h"
#include "ui/chart_overlay.h"
#include "ui/chart_scale.h"
#include "ui/rule_item.h"
#include "ui/theme.h"

#include <QGraphicsView>

#include <array>
#include <memory>
#include <optional>

class QChart;
class QGraphicsLineItem;
class QGraphicsScene;
class QLineSeries;
class QValueAxis;

namespace ui
{
/// What the cross-hair points at.
struct BarReading
{
    core::domain::Bar bar;
    std::int64_t vwapCents = 0;
    std::int64_t gapShares = 0;
};

/// The drawing area of one chart: a QChart for grid and lines, one CandleItem for candles and
/// volume, labels and tags above. Takes one `ChartView` a frame and decides how little has to be
/// repainted: nothing, the last candle, or everything (roll, zoom, pan, another symbol, a price
/// outside the band).
class ChartPlot final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ChartPlot(QWidget* parent = nullptr);
    ~ChartPlot() override;

    void setTheme(const Theme& theme, const QFont& font);
    void apply(const core::domain::ChartView& view);
    /// What rules and own fills add to the picture; needs the bars of the same symbol.
    void setRules(ChartRules rules);
    [[nodiscard]] const RuleItem& rules() const { return *m_rules; }
    /// Nothing to show yet for what was asked for; `message` says why.
    void clear(const QString& message);

    void setFollow(bool follow);
    [[nodiscard]] bool follows() const { return m_follow; }
    void zoomAt(int x, double factor);
    void pan(double bars);
    void goToStart();
    void goToEnd();

    [[nodiscard]] const CandleItem& candles() const { return *m_candles; }
    [[nodiscard]] const ChartScale& scale() const { return m_scale; }
    [[nodiscard]] const AxisItem& axes() const { return *m_axes; }
    /// The bar under the pointer, else the newest; nothing without bars.
    [[nodiscard]] std::optional<BarReading> reading() const;
    [[nodiscard]] QString message() const { return m_message; }
    /// Whose bars are shown; empty after `clear`.
    [[nodiscard]] core::domain::Symbol symbol() const
    {
        return m_closed ? m_request.symbol : core::domain::Symbol{};
    }

    static constexpr double kVisibleMin = 12;
    static constexpr double kVisibleMax = 520;

Q_SIGNALS:
    void followChanged(bool follow);
    void readingChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeBars(const core::domain::ChartView& view);
    void updateLive(const core::domain::ChartView& view);
    void placeWindow();
    /// As many bars as look good at this width, as long as the trader has not zoomed.
    void chooseVisible();
    /// Lays everything out for the current window and repaints it.
    void relayout();
    [[nodiscard]] bool bandFits() const;
    void fitBand();
    [[nodiscard]] PriceBand withRules(PriceBand band) const;
    void replaceVwap();
    void replaceLiveVwap(std::int64_t cents);
    void updateLevels();
    void updateLastTag();
    void updateCrosshair();
    [[nodiscard]] std::span<const core::domain::Bar> barsInView() const;

    // The scene owns the items; these point into it.
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart* m_chart = nullptr;
    QValueAxis* m_axisX = nullptr;
    QValueAxis* m_axisY = nullptr;
    QLineSeries* m_vwap = nullptr;
    QLineSeries* m_vwapLive = nullptr;
    std::array<QLineSeries*, 4> m_levels{};  // Upper and lower limit, upper and lower static VI.
    CandleItem* m_candles = nullptr;
    AxisItem* m_axes = nullptr;
    RuleItem* m_rules = nullptr;
    TagItem* m_lastTag = nullptr;
    TagItem* m_priceTag = nullptr;
    TagItem* m_timeTag = nullptr;
    QGraphicsLineItem* m_lastLine = nullptr;
    QGraphicsLineItem* m_crossX = nullptr;
    QGraphicsLineItem* m_crossY = nullptr;

    Theme m_theme;
    ChartScale m_scale;
    core::domain::ChartRequest m_request;
    std::shared_ptr<const core::domain::ClosedBars> m_closed;
    core::domain::SymbolView m_live;
    std::int64_t m_formingGap = 0;
    bool m_hasForming = false;
    bool m_follow = true;
    bool m_zoomed = false;  // The trader chose how many bars; until then the width does.
    std::optional<QPoint> m_pointer;
    std::optional<QPoint> m_dragFrom;
    double m_dragFirst = 0;
    std::int64_t m_liveVwapDrawn = 0;
    QString m_message;
};
}  // namespace ui
