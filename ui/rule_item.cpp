#include "ui/rule_item.h"

#include "ui/format.h"
#include "ui/price_distance.h"
#include "ui/rule_lookup.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui
{
namespace domain = core::domain;
using domain::Price;

namespace
{
struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RuleItem)
};
constexpr int kFillSize = 5;

Price averageOf(domain::Won cost, domain::Quantity quantity)
{
    return quantity.shares() > 0 ? Price::fromWon(cost.value() / quantity.shares()) : Price{};
}

void addPatternOf(ChartRules& out, const domain::RuledPosition& ruled, domain::StepTable steps,
                  const core::config::PyramidSection& config)
{
    const domain::Pattern& pattern = ruled.marks.pattern;
    if (pattern.state == domain::PatternState::Base) {
        out.levels.push_back(
            {RuleLine::Rise,
             priceOfGain(ruled.marks.entryCost, ruled.marks.entryQuantity, config.rise, steps),
             RuleWords::tr("Leg from")});
    }
    const bool leg = pattern.state != domain::PatternState::Off
                     && pattern.state != domain::PatternState::Base
                     && pattern.state != domain::PatternState::Added && pattern.high.won() > 0;
    if (!leg) {
        return;
    }
    out.levels.push_back({RuleLine::High, pattern.high, QStringLiteral("H")});
    const domain::Won high{pattern.high.won()};
    const auto under = [&](domain::Percent depth, Rounding rounding) {
        return priceOfGain(high, domain::Quantity{1}, domain::Percent::fromUnits(-depth.units()),
                           steps, rounding);
    };
    out.bandTop = under(config.pullbackMin, Rounding::Down);
    out.bandBottom = under(config.pullbackMax, Rounding::Up);
}
}  // namespace

ChartRules chartRulesOf(const domain::DeskSnapshot& desk, const domain::Symbol& symbol,
                        const core::config::PyramidSection& config)
{
    ChartRules out;
    if (desk.trading) {
        for (const domain::Order& order : desk.trading->orders) {
            if (order.request.symbol == symbol && order.filled.shares() > 0) {
                out.fills.push_back({.at = order.lastFillAt == domain::Timestamp{}
                                               ? order.changedAt
                                               : order.lastFillAt,
                                     .price = averageOf(order.filledAmount, order.filled),
                                     .side = order.request.side});
            }
        }
    }
    const domain::RuledPosition* ruled = ruledOf(desk, symbol);
    const domain::Position* position = positionOf(desk, symbol);
    if (position != nullptr && position->quantity.shares() > 0) {
        out.levels.push_back({RuleLine::Average, averageOf(position->cost, position->quantity),
                              RuleWords::tr("Average")});
    }
    if (ruled == nullptr) {
        return out;
    }
    const domain::SymbolView* live = liveOf(desk, symbol);
    const domain::StepTable steps = live == nullptr ? domain::StepTable::Share : live->steps;
    if (ruled->marks.addQuantity.shares() > 0) {
        out.levels.push_back({RuleLine::Entry,
                              averageOf(ruled->marks.entryCost, ruled->marks.entryQuantity),
                              RuleWords::tr("Entry")});
    }
    for (const domain::StopComponent& stop : ruled->stops) {
        const bool binds = ruled->binding && ruled->binding->rule == stop.rule;
        out.levels.push_back(
            {binds ? RuleLine::BindingStop : RuleLine::Stop, stop.price, QString{stop.rule}});
    }
    if (ruled->marks.higherLow) {
        out.levels.push_back({RuleLine::HigherLow, *ruled->marks.higherLow, QStringLiteral("HL")});
    }
    addPatternOf(out, *ruled, steps, config);
    out.path = ruled->path;
    return out;
}

void RuleItem::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
    update();
}

void RuleItem::setRules(ChartRules rules)
{
    if (rules != m_rules) {
        m_rules = std::move(rules);
        update();
    }
}

void RuleItem::setScale(const ChartScale& scale, const std::vector<domain::Bar>& bars)
{
    if (scale.plot != m_scale.plot) {
        prepareGeometryChange();
    }
    m_scale = scale;
    m_minutes.clear();
    m_minutes.reserve(bars.size());
    for (const domain::Bar& bar : bars) {
        m_minutes.push_back(bar.startMinute);
    }
    update();
}

QRectF RuleItem::boundingRect() const
{
    return QRectF{m_scale.pricePlot()};
}

int RuleItem::xOf(domain::Timestamp at) const
{
    const std::int64_t minute =
        std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
    const auto next = std::upper_bound(m_minutes.begin(), m_minutes.end(), minute);
    return m_scale.centreX(static_cast<int>(next - m_minutes.begin()) - 1);
}

QColor RuleItem::colourOf(RuleLine line) const
{
    switch (line) {
    case RuleLine::Entry:
    case RuleLine::Average:
        return m_theme.text;
    case RuleLine::Stop:
    case RuleLine::BindingStop:
        return m_theme.warn;
    case RuleLine::High:
    case RuleLine::Rise:
        return m_theme.good;
    case RuleLine::HigherLow:
        return m_theme.accent;
    }
    return m_theme.text;
}

void RuleItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                     QWidget* /*widget*/)
{
    if (m_minutes.empty()) {
        return;
    }
    const QRect area = m_scale.pricePlot();
    painter->save();
    painter->setClipRect(area, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(m_font);
    paintBand(*painter, area);
    paintPath(*painter, area);
    paintLevels(*painter, area);
    paintFills(*painter, area);
    painter->restore();
}

void RuleItem::paintBand(QPainter& painter, const QRect& area) const
{
    if (m_rules.bandTop.won() == 0) {
        return;
    }
    // Edges and a bar at the left: a filled band would hide the candles in it.
    const int top = m_scale.y(m_rules.bandTop);
    const int bottom = m_scale.y(m_rules.bandBottom);
    const QColor ink = blend(m_theme.good, m_theme.panel, 0.6);
    painter.setPen(QPen{ink, 0, Qt::DotLine});
    painter.drawLine(area.left(), top, area.right(), top);
    painter.drawLine(area.left(), bottom, area.right(), bottom);
    painter.fillRect(QRect{area.left(), top, 4, std::max(1, bottom - top)}, ink);
}

void RuleItem::paintPath(QPainter& painter, const QRect& area) const
{
    if (!m_rules.path || m_rules.path->empty()) {
        return;
    }
    painter.setPen(QPen{m_theme.warn, 0});
    const std::vector<domain::StopPoint>& path = *m_rules.path;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const int y = m_scale.y(path[i].price);
        const int left = xOf(path[i].at);
        const bool last = i + 1 == path.size();
        const int right = last ? xOf(domain::Timestamp::max()) : xOf(path[i + 1].at);
        if (right < area.left() || left > area.right()) {
            continue;
        }
        painter.drawLine(left, y, right, y);
        if (!last) {
            painter.drawLine(right, y, right, m_scale.y(path[i + 1].price));
        }
    }
}

void RuleItem::paintLevels(QPainter& painter, const QRect& area) const
{
    const QFontMetrics metrics{m_font};
    std::vector<QRect> labels;
    for (const RuleLevel& level : m_rules.levels) {
        if (level.price.won() == 0 || !m_scale.band.contains(level.price)) {
            continue;
        }
        const int y = m_scale.y(level.price);
        const bool bold = level.line == RuleLine::BindingStop;
        const bool own = level.line == RuleLine::Average || level.line == RuleLine::Entry;
        const QColor ink = colourOf(level.line);
        painter.setPen(QPen{ink, bold ? 2.0 : 0.0,
                            bold  ? Qt::SolidLine
                            : own ? Qt::DashDotLine
                                  : Qt::DashLine});
        painter.drawLine(area.left(), y, area.right(), y);
        const QString text = QStringLiteral("%1 %2").arg(level.label, priceText(level.price));
        const int across = metrics.horizontalAdvance(text) + 6;
        QRect box{area.right() - across, y - metrics.height(), across, metrics.height()};
        // Labels of close prices stand beside each other.
        while (std::any_of(labels.begin(), labels.end(),
                           [&box](const QRect& other) { return other.intersects(box); })) {
            box.translate(-across - 4, 0);
        }
        labels.push_back(box);
        painter.fillRect(box, m_theme.panel);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void RuleItem::paintFills(QPainter& painter, const QRect& area) const
{
    for (const FillMark& fill : m_rules.fills) {
        const int x = xOf(fill.at);
        if (!m_scale.band.contains(fill.price) || x < area.left() || x > area.right()) {
            continue;
        }
        const int y = m_scale.y(fill.price);
        // The tip is at the price: from below for a buy, from above for a sale.
        const bool buy = fill.side == domain::Side::Buy;
        const int away = buy ? 2 * kFillSize : -2 * kFillSize;
        const std::array<QPoint, 3> corners{QPoint{x, y}, QPoint{x - kFillSize, y + away},
                                            QPoint{x + kFillSize, y + away}};
        painter.setPen(QPen{m_theme.panel, 0});
        painter.setBrush(buy ? m_theme.up : m_theme.down);
        painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
    }
}
}  // namespace ui
