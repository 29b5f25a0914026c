#pragma once

#include "core/config/config.h"
#include "core/domain/desk_snapshot.h"
#include "ui/chart_scale.h"
#include "ui/theme.h"

#include <QFont>
#include <QGraphicsItem>

#include <memory>
#include <optional>
#include <vector>

namespace ui
{
enum class RuleLine : std::uint8_t
{
    Entry,
    Average,
    Stop,
    BindingStop,
    High,
    Rise,
    HigherLow,
};
/// A price of the rules, drawn as a thin line across; the binding stop is bold.
struct RuleLevel
{
    RuleLine line = RuleLine::Stop;
    core::domain::Price price{};
    QString label{};

    friend bool operator==(const RuleLevel&, const RuleLevel&) = default;
};
struct FillMark
{
    core::domain::Timestamp at{};
    core::domain::Price price{};
    core::domain::Side side = core::domain::Side::Buy;

    friend bool operator==(const FillMark&, const FillMark&) = default;
};

/// All that the rules and the own fills put into the chart of one symbol.
struct ChartRules
{
    std::vector<RuleLevel> levels{};
    core::domain::Price bandTop{};  ///< Of the pull-back; 0 = none.
    core::domain::Price bandBottom{};
    std::shared_ptr<const std::vector<core::domain::StopPoint>> path{};
    std::vector<FillMark> fills{};

    friend bool operator==(const ChartRules&, const ChartRules&) = default;
};
[[nodiscard]] ChartRules chartRulesOf(const core::domain::DeskSnapshot& desk,
                                      const core::domain::Symbol& symbol,
                                      const core::config::PyramidSection& config);

/// Paints them under the price's tag and over the candles. Repaints only when something moved.
class RuleItem final : public QGraphicsItem
{
public:
    void setTheme(const Theme& theme, const QFont& font);
    void setRules(ChartRules rules);
    void setScale(const ChartScale& scale, const std::vector<core::domain::Bar>& bars);

    [[nodiscard]] const ChartRules& rules() const { return m_rules; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    /// Where a moment lies across, between bars that exist.
    [[nodiscard]] int xOf(core::domain::Timestamp at) const;
    [[nodiscard]] QColor colourOf(RuleLine line) const;
    void paintBand(QPainter& painter, const QRect& area) const;
    void paintPath(QPainter& painter, const QRect& area) const;
    void paintLevels(QPainter& painter, const QRect& area) const;
    void paintFills(QPainter& painter, const QRect& area) const;

    ChartRules m_rules;
    ChartScale m_scale;
    std::vector<std::int32_t> m_minutes;  // Start of each bar.
    Theme m_theme;
    QFont m_font;
};
}  // namespace ui
