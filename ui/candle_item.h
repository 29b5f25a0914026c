#pragma once

#include "ui/chart_scale.h"
#include "ui/theme.h"

#include <QGraphicsItem>
#include <QRegion>

#include <array>
#include <cstdint>
#include <vector>

namespace ui
{
/// All candles and volume columns of one chart as a single scene item.
///
/// A live update invalidates the old and the new rectangle of the last candle and of its column,
/// nothing else; painting then looks only at bars that touch the exposed region. Colours are
/// opaque and blended beforehand, pens cosmetic, nothing is antialiased.
class CandleItem final : public QGraphicsItem
{
public:
    CandleItem();

    void setTheme(const Theme& theme);
    /// Replaces everything: scale changed, bars rolled, another symbol.
    void reset(std::vector<core::domain::Bar> bars, const ChartScale& scale);
    void setScale(const ChartScale& scale);
    /// The last bar as it is now; it must have the index it had before.
    void updateLast(const core::domain::Bar& bar);
    /// What the view is about to repaint, in scene coordinates.
    void setExposed(const QRegion& region) { m_exposed = region; }

    [[nodiscard]] const std::vector<core::domain::Bar>& bars() const { return m_bars; }
    [[nodiscard]] const ChartScale& scale() const { return m_scale; }
    /// Candles painted since the start; a live update may add a handful, never all.
    [[nodiscard]] std::uint64_t candlesPainted() const { return m_candlesPainted; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    // One ink each for rising, falling and unchanged bars, twice: live and warm-up.
    static constexpr std::size_t kInks = 6;
    struct Batch
    {
        std::vector<QRect> bodies;
        std::vector<QRect> columns;
        std::vector<QLine> wicks;
    };

    void collect(int from, int to);
    void collectBar(int index);
    void paintBatches(QPainter& painter);
    void paintHatch(QPainter& painter, const QRect& area) const;

    ChartScale m_scale;
    std::vector<core::domain::Bar> m_bars;
    QRegion m_exposed;
    std::array<QColor, kInks> m_candleInks;
    std::array<QColor, kInks> m_volumeInks;
    QColor m_panel;
    QColor m_line;
    QColor m_warn;
    QColor m_muted;
    std::array<Batch, kInks> m_batches;
    std::vector<int> m_gaps;     // Indices to hatch.
    std::vector<int> m_revised;  // Indices to mark.
    std::vector<int> m_newDays;  // Indices with a session break before them.
    std::uint64_t m_candlesPainted = 0;
};
}  // namespace ui
