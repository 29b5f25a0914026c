#pragma once

#include "ui/condition_lines.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace ui
{
enum class ConditionColumn : std::uint8_t
{
    Mark,
    Name,
    Value,
    Limit,
    Room,
    Steps,
    Gauge,
    Held,
    NearMisses,
};
inline constexpr int kConditionColumns = 9;

/// Conditions in the order the rule asks them. What says no is bright, what holds is quiet.
class ConditionModel final : public KeyedRows<ConditionLine>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    void apply(std::vector<ConditionLine> lines) { setLines(std::move(lines)); }
    void setTheme(const Theme& theme);
    [[nodiscard]] QColor toneColour(Tone tone) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] static QString title(ConditionColumn column);
    [[nodiscard]] static QString sample(ConditionColumn column);

protected:
    [[nodiscard]] int compare(const ConditionLine& a, const ConditionLine& b,
                              int column) const override;

private:
    Theme m_theme;
};

/// Paints the gauge: how much of the limit the value is, with the limit as a mark.
class GaugeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit GaugeDelegate(const ConditionModel& model, QObject* parent = nullptr);

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const ConditionModel& m_model;
    Theme m_theme;
};
}  // namespace ui
