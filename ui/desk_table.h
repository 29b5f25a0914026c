#pragma once

#include "ui/paired_columns.h"
#include "ui/theme.h"

#include <QSettings>
#include <QTableView>
#include <QTimer>

namespace ui
{
/// The table every panel uses: fixed row height, fixed column widths (nothing resizes on a tick),
/// movable columns with a choice kept between runs, copy, CSV export.
class DeskTable final : public QTableView
{
    Q_OBJECT

public:
    explicit DeskTable(QWidget* parent = nullptr);

    void setFontPoints(int points);
    /// Widths from the widest texts expected, by column.
    void setColumnSamples(const QStringList& samples);
    /// Two figures to a cell. Once, after the model is set and before the font is.
    void setPairs(const ColumnPairs& pairs);
    [[nodiscard]] const ColumnPairs& pairs() const { return m_pairs; }
    void save(QSettings& settings, const QString& group) const;
    void restore(const QSettings& settings, const QString& group);
    /// Asks for a file and writes the table as CSV.
    void exportCsv(const QString& suggestedName);

    /// Columns that may not be hidden.
    void setFixedColumns(int count) { m_fixedColumns = count; }

Q_SIGNALS:
    /// The pointer is over the rows (true) or left them.
    void hovered(bool over);

protected:
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showColumnMenu(const QPoint& at);
    void setHovered(bool over);
    void setUpHeader();

    ColumnPairs m_pairs;
    QTimer m_watch;  // Runs while hovered.
    int m_fixedColumns = 1;
};
}  // namespace ui
