#pragma once

#include "ui/keyed_rows.h"
#include "ui/theme.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace ui
{
enum class SummaryInk : std::uint8_t
{
    Plain,
    Muted,
    Sign,  ///< By the sign of `order`.
    Bad,
};

/// A cell of a finished day: its text, and what it is sorted by.
struct SummaryCell
{
    QString text{};
    std::int64_t order = 0;  ///< Cells of equal order are sorted by their text.
    SummaryInk ink = SummaryInk::Plain;

    friend bool operator==(const SummaryCell&, const SummaryCell&) = default;
};
struct SummaryColumn
{
    QString title{};
    QString sample{};     ///< Widest text expected; sets the width.
    bool figure = false;  ///< Right aligned.

    friend bool operator==(const SummaryColumn&, const SummaryColumn&) = default;
};
struct SummaryLine
{
    QString key;
    std::vector<SummaryCell> cells{};
    QString help{};  ///< Tool tip of the row; empty = the cell's own text.

    friend bool operator==(const SummaryLine&, const SummaryLine&) = default;
};
struct SummaryContent
{
    std::vector<SummaryColumn> columns{};
    std::vector<SummaryLine> lines{};  ///< Each with a cell for every column.
};

/// The rows of one table of the daily summary. A day is finished, so its tables are made of texts
/// at once; `summary_rows.h` makes them. The number of columns never changes.
class SummaryTable final : public KeyedRows<SummaryLine>
{
    Q_OBJECT

public:
    SummaryTable(SummaryContent content, QObject* parent);

    void show(SummaryContent content);
    void setTheme(const Theme& theme);
    [[nodiscard]] QStringList samples() const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] int compare(const SummaryLine& a, const SummaryLine& b,
                              int column) const override;

private:
    std::vector<SummaryColumn> m_columns;
    Theme m_theme;
};
}  // namespace ui
