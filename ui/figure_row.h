#pragma once

#include "ui/theme.h"

#include <QWidget>

#include <vector>

namespace ui
{
/// One captioned figure: "VWAP 71,812.34".
struct Figure
{
    QString caption{};
    QString sample{};  ///< Widest value expected; fixes the width so that nothing moves on a tick.
    QString value{};
    QString toolTip{};
    QColor colour{};        ///< Of the value; invalid = the theme's text.
    bool decisive = false;  ///< Bold: the number that decides.

    friend bool operator==(const Figure&, const Figure&) = default;
};

/// A row of figures with fixed places. Painting is its own: a QLabel would lay out the window
/// again whenever a digit changes. What does not fit is left out from the right and stays in the
/// tool tip.
class FigureRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Style
    {
        Plain,
        Separated,  ///< A thin line between figures, for bars.
    };

    explicit FigureRow(Style style, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// New captions and samples; values are kept by place.
    void setFigures(std::vector<Figure> figures);
    void setValue(std::size_t place, const QString& value, const QColor& colour = {});
    void setToolTipAt(std::size_t place, const QString& toolTip);

    [[nodiscard]] const std::vector<Figure>& figures() const { return m_figures; }
    [[nodiscard]] QString valueAt(std::size_t place) const { return m_figures.at(place).value; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    [[nodiscard]] QRect rectAt(std::size_t place) const;
    [[nodiscard]] bool fits(std::size_t place) const;

    Style m_style;
    Theme m_theme;
    std::vector<Figure> m_figures;
    std::vector<int> m_lefts;  // One more than figures: the right end.
};
}  // namespace ui
