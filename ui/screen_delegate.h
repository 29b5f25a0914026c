#pragma once

#include "ui/screen_model.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace ui
{
/// Paints the top 30's cells: numbers right aligned, the score as a bar of five parts whose widths
/// are the weights and whose filling the points, ineligible rows greyed. The style is not asked:
/// it would cost more than all the painting.
class ScreenDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ScreenDelegate(const ScreenModel& model, QObject* parent = nullptr);

    void setTheme(const Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// The five parts of the bar inside `cell`, in the order of the axes.
    [[nodiscard]] static std::array<QRect, core::domain::kScreenAxes> scoreParts(const QRect& cell,
                                                                                 int numberWidth);

private:
    void paintScore(QPainter& painter, const QRect& cell, const QFontMetrics& metrics,
                    const ScreenLine& line) const;
    [[nodiscard]] QColor inkOf(const ScreenLine& line, ScreenColumn column) const;

    const ScreenModel& m_model;
    Theme m_theme;
};
}  // namespace ui
