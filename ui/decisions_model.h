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
    Symbol,
    Rule,
    Text,
};
inline constexpr int kDecisionColumns = 6;

struct DecisionLine
{
    QString key;
    QString name;
    std::shared_ptr<const core::domain::Decision> decision;

    friend bool operator==(const DecisionLine&, const DecisionLine&) = default;
};

/// What of the decisions is shown; empty = all.
struct DecisionFilter
{
    QString text{};  ///< Part of code, name or rule.
    std::optional<core::domain::DecisionKind> kind{};
    std::optional<core::domain::Verdict> verdict{};

    friend bool operator==(const DecisionFilter&, const DecisionFilter&) = default;
};

/// The newest decisions, newest on top; taken and refused.
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
    [[nodiscard]] bool passes(const DecisionLine& line) const;
    void refresh();

    std::shared_ptr<const core::domain::DecisionList> m_source;
    std::map<core::domain::Symbol, QString> m_names;
    DecisionFilter m_filter;
    Theme m_theme;
};

[[nodiscard]] QString decisionCellText(const DecisionLine& line, DecisionColumn column);
}  // namespace ui
