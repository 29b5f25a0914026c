#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/keyed_rows.h"
#include "ui/theme.h"

#include <map>

namespace ui
{
enum class DecisionColumn : std::uint8_t
{
    Time,
    Kind,
    Verdict,
    Count,
    Symbol,
    Rule,
    Text,
};
inline constexpr int kDecisionColumns = 7;

/// One decision, or all refusals of a symbol by one rule for the same reasons.
struct DecisionLine
{
    QString key;
    QString name;
    std::shared_ptr<const core::domain::Decision> decision;  ///< The newest of them.
    int count = 1;
    core::domain::Timestamp firstAt{};

    friend bool operator==(const DecisionLine&, const DecisionLine&) = default;
};

/// Which decisions are shown.
enum class DecisionSort : std::uint8_t
{
    Main,  ///< What was done, what stops moved, what nearly was added: not the refused entries.
    Taken,
    Refused,
    Exits,
    Adds,  ///< With the moves of the pattern that leads to them.
    Guard,
    All,
};
inline constexpr int kDecisionSorts = 7;
[[nodiscard]] bool belongsTo(const core::domain::Decision& decision, DecisionSort sort);

struct DecisionFilter
{
    QString text{};  ///< Part of code, name or rule; empty = all.
    DecisionSort sort = DecisionSort::Main;

    friend bool operator==(const DecisionFilter&, const DecisionFilter&) = default;
};

/// The newest decisions, newest on top; taken and refused. Refusals that say the same again are one
/// row with their count and the time of the last; the record itself keeps each.
class DecisionsModel final : public KeyedRows<DecisionLine>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setFilter(const DecisionFilter& filter);
    [[nodiscard]] const DecisionFilter& filter() const { return m_filter; }
    void setTheme(const Theme& theme);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] int compare(const DecisionLine& a, const DecisionLine& b,
                              int column) const override;

private:
    /// How often a refusal came, and when first.
    struct Fold
    {
        int count = 0;
        core::domain::Timestamp firstAt{};
    };

    [[nodiscard]] bool passes(const DecisionLine& line) const;
    void countRefusals();
    void refresh();

    std::shared_ptr<const core::domain::DecisionList> m_source;
    std::map<core::domain::Symbol, QString> m_names;
    std::map<QString, Fold> m_folds;
    std::uint64_t m_counted = 0;  // Number of the newest decision in `m_folds`.
    DecisionFilter m_filter;
    Theme m_theme;
};

[[nodiscard]] QString decisionCellText(const DecisionLine& line, DecisionColumn column);
}  // namespace ui
