#pragma once

#include "core/domain/day_summary.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

namespace ui
{
/// One headline figure with what stood there the day before.
struct SummaryTile
{
    QString caption{};
    QString value{};
    QString note{};
    std::int64_t sign = 0;  ///< Of the value; its colour.

    friend bool operator==(const SummaryTile&, const SummaryTile&) = default;
};

/// The headline of a day in words and figures, twelve tiles. UI thread.
[[nodiscard]] std::vector<SummaryTile> summaryTiles(const core::domain::DaySummary& summary);

/// Tiles in as many columns as the width allows.
class SummaryTiles final : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryTiles(QWidget* parent);

    void show(std::vector<SummaryTile> tiles);
    void setTheme(const Theme& theme, const QFont& font);
    [[nodiscard]] const std::vector<SummaryTile>& tiles() const { return m_tiles; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int columnsAt(int width) const;
    [[nodiscard]] int tileHeight() const;
    [[nodiscard]] QFont valueFont() const;

    std::vector<SummaryTile> m_tiles;
    Theme m_theme;
};
}  // namespace ui
