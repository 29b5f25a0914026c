#include "ui/decisions_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/rule_lookup.h"
#include "ui/words_rules.h"

namespace ui
{
namespace domain = core::domain;
using domain::Verdict;

void DecisionsModel::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.rules || !snapshot.rules->decisions || snapshot.rules->decisions == m_source) {
        return;
    }
    m_source = snapshot.rules->decisions;
    for (const std::shared_ptr<const domain::Decision>& one : *m_source) {
        if (!one->symbol.isEmpty() && m_names.count(one->symbol) == 0) {
            const QString name = issueName(snapshot, one->symbol);
            // A name that is not known yet may come with a later snapshot.
            if (name != one->symbol.toString()) {
                m_names.emplace(one->symbol, name);
            }
        }
    }
    refresh();
}

void DecisionsModel::setFilter(const DecisionFilter& filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        refresh();
    }
}

void DecisionsModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

bool DecisionsModel::passes(const DecisionLine& line) const
{
    const domain::Decision& one = *line.decision;
    return (!m_filter.kind || one.kind == *m_filter.kind)
           && (!m_filter.verdict || one.verdict == *m_filter.verdict)
           && (m_filter.text.isEmpty()
               || one.symbol.toString().contains(m_filter.text, Qt::CaseInsensitive)
               || line.name.contains(m_filter.text, Qt::CaseInsensitive)
               || QString{one.rule}.contains(m_filter.text, Qt::CaseInsensitive));
}

void DecisionsModel::refresh()
{
    std::vector<DecisionLine> lines;
    if (m_source) {
        lines.reserve(m_source->size());
        for (auto one = m_source->rbegin(); one != m_source->rend(); ++one) {
            const auto name = m_names.find((*one)->symbol);
            DecisionLine line{.key = QString::number((*one)->number),
                              .name = name == m_names.end() ? QString{} : name->second,
                              .decision = *one};
            if (passes(line)) {
                lines.push_back(std::move(line));
            }
        }
    }
    setLines(std::move(lines));
}

int DecisionsModel::compare(const DecisionLine& a, const DecisionLine& b, int column) const
{
    const auto by = static_cast<DecisionColumn>(column);
    if (by == DecisionColumn::Time) {
        return a.decision->number < b.decision->number   ? -1
               : b.decision->number < a.decision->number ? 1
                                                         : 0;
    }
    return QString::compare(decisionCellText(a, by), decisionCellText(b, by));
}

int DecisionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kDecisionColumns;
}

QVariant DecisionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const DecisionLine& shown = line(index.row());
    const auto column = static_cast<DecisionColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return decisionCellText(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(QStringLiteral("%1 %2\n%3")
                                .arg(decisionKindName(shown.decision->kind),
                                     ruleText(QString{shown.decision->rule}),
                                     decisionText(*shown.decision)));
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        const Verdict verdict = shown.decision->verdict;
        if (column == DecisionColumn::Verdict) {
            return verdict == Verdict::Take     ? m_theme.good
                   : verdict == Verdict::Refuse ? m_theme.warn
                                                : m_theme.muted;
        }
        return verdict == Verdict::Take || column == DecisionColumn::Text ? m_theme.text
                                                                          : m_theme.muted;
    }
    return {};
}

QVariant DecisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kDecisionColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<DecisionColumn>(section)) {
    case DecisionColumn::Time:
        return tr("Time");
    case DecisionColumn::Kind:
        return tr("Kind", "column: of a decision");
    case DecisionColumn::Verdict:
        return tr("Verdict", "column");
    case DecisionColumn::Symbol:
        return tr("Symbol");
    case DecisionColumn::Rule:
        return tr("Rule", "column");
    case DecisionColumn::Text:
        return tr("What decided", "column");
    }
    return {};
}

QString decisionCellText(const DecisionLine& line, DecisionColumn column)
{
    const domain::Decision& one = *line.decision;
    switch (column) {
    case DecisionColumn::Time:
        return clockText(one.at);
    case DecisionColumn::Kind:
        return decisionKindName(one.kind);
    case DecisionColumn::Verdict:
        return QStringLiteral("%1 %2").arg(one.verdict == Verdict::Take     ? QStringLiteral("✓")
                                           : one.verdict == Verdict::Refuse ? QStringLiteral("✕")
                                                                            : QStringLiteral("·"),
                                           verdictName(one.verdict));
    case DecisionColumn::Symbol:
        return one.symbol.isEmpty()  ? DecisionsModel::tr("account")
               : line.name.isEmpty() ? one.symbol.toString()
                                     : line.name;
    case DecisionColumn::Rule:
        return QString{one.rule};
    case DecisionColumn::Text:
        return decisionText(one);
    }
    return {};
}
}  // namespace ui
