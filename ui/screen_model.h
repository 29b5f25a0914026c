#pragma once

#include "core/domain/desk_snapshot.h"

#include <QAbstractTableModel>

#include <array>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ui
{
/// Columns of the top 30, most important first: at the shipped width the first ones are in view.
enum class ScreenColumn : std::uint8_t
{
    Rank,
    Move,
    Code,
    Name,
    Price,
    Change,
    Auto,
    Score,
    Value,
    Slot,
    Spread,
    Momentum,
    Volatility,
    Strength,
    WhyNot,
};
inline constexpr int kScreenColumns = 15;

/// What one row shows: the screening's figures, and prices as they are now.
struct ScreenLine
{
    core::domain::Symbol symbol;
    QString name;
    int rank = 0;
    std::optional<int> previousRank;
    int score = 0;
    std::array<core::domain::AxisScore, core::domain::kScreenAxes> axes{};
    bool eligible = false;
    std::vector<core::domain::WhyNot> whyNot;
    core::domain::Price last;
    core::domain::Price base;
    core::domain::Won value;
    std::optional<std::int64_t> spread;  ///< 1/10,000 %, from the newest quote.
    std::uint32_t strengthCenti = 0;
    core::domain::SlotView slot;  ///< Age in whole seconds: a table that ticks is no news.
    bool halted = false;
    bool inVi = false;
    core::domain::AutoState automation = core::domain::AutoState::On;
    core::domain::AutoState master = core::domain::AutoState::On;

    friend bool operator==(const ScreenLine&, const ScreenLine&) = default;
};

/// The screened list as a table. No reset ever: rows come and go one by one, values change in
/// place with one `dataChanged` a refresh, and the order is re-applied at most twice a second and
/// not at all while frozen (the pointer is over the table). UI thread.
class ScreenModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        SortRole = Qt::UserRole + 1,
    };

    explicit ScreenModel(QObject* parent = nullptr);

    /// `now` is any monotonic time; the order is re-applied when half a second of it has passed.
    void apply(const core::domain::ScreenResult& screen,
               const std::vector<core::domain::SymbolView>& symbols, std::chrono::milliseconds now);
    /// Automatic states of the rows; taken over by the next `apply`.
    void setDesk(const core::domain::DeskSnapshot& desk);
    void setFrozen(bool frozen) { m_frozen = frozen; }
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    /// Shows only rows whose code or name contains `text`.
    void setFilter(const QString& text);
    void retranslate();

    [[nodiscard]] const ScreenLine& line(int row) const
    {
        return m_lines.at(static_cast<std::size_t>(row));
    }
    [[nodiscard]] int rowOf(const core::domain::Symbol& symbol) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] bool passesFilter(const ScreenLine& line) const;
    void removeGone();
    void updateKept();
    void insertNew();
    void reorder();
    void refresh(std::chrono::milliseconds now, bool sortNow);

    std::unordered_map<core::domain::Symbol, core::domain::AutoState> m_automation;
    core::domain::AutoState m_master = core::domain::AutoState::On;
    std::vector<ScreenLine> m_source;  // As screened, unfiltered.
    std::vector<ScreenLine> m_lines;   // As shown.
    QString m_filter;
    ScreenColumn m_sortColumn = ScreenColumn::Rank;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_frozen = false;
    std::optional<std::chrono::milliseconds> m_sortedAt;
    std::chrono::milliseconds m_now{};
};

/// Text and sort value of one cell; free of the model so that delegate and export share them.
[[nodiscard]] QString screenCellText(const ScreenLine& line, ScreenColumn column);
[[nodiscard]] QString screenCellToolTip(const ScreenLine& line, ScreenColumn column);
/// Words are left aligned, numbers right.
[[nodiscard]] bool isTextColumn(ScreenColumn column);
[[nodiscard]] QString screenColumnTitle(ScreenColumn column);
[[nodiscard]] QString screenColumnHelp(ScreenColumn column);
/// Widest text expected, for the fixed column width.
[[nodiscard]] QString screenColumnSample(ScreenColumn column);
}  // namespace ui
