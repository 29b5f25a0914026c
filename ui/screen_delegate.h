#pragma once

#include "ui/screen_model.h"
#include "ui/theme.h"

#include <QHash>
#include <QStaticText>
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

    void setTheme(const Theme& theme, const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// The five parts of the bar inside `cell`, in the order of the axes.
    [[nodiscard]] static std::array<QRect, core::domain::kScreenAxes> scoreParts(const QRect& cell,
                                                                                 int numberWidth);

private:
    void paintScore(QPainter& painter, const QRect& cell, const QFontMetrics& metrics,
                    const ScreenLine& line) const;
    [[nodiscard]] QColor inkOf(const ScreenLine& line, ScreenColumn column) const;
    /// `text` laid out once, cut to `widthMax`. Laying out costs three times the painting, and the
    /// same few hundred texts come again and again.
    [[nodiscard]] const QStaticText& laidOut(const QString& text, int widthMax,
                                             const QFontMetrics& metrics) const;
    void drawText(QPainter& painter, const QRect& box, const QString& text, bool right,
                  const QFontMetrics& metrics) const;

    const ScreenModel& m_model;
    Theme m_theme;
    QColor m_rowLine;
    QFont m_font;
    mutable QHash<QString, QStaticText> m_texts;
    mutable QHash<QString, QStaticText> m_cutTexts;  // Keyed by width as well.
};
}  // namespace ui
