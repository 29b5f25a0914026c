#include "ui/decisions_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/rule_lookup.h"
#include "ui/words_rules.h"

#include <set>

namespace ui
{
namespace domain = core::domain;
using domain::DecisionKind;
using domain::Verdict;

namespace
{
/// The same for refusals of one symbol by one rule for the same reasons.
QString foldKey(const domain::Decision& one)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(one.symbol.toString())
        .arg(static_cast<int>(one.kind))
        .arg(QString{one.rule})
        .arg(domain::failingBits(one.conditions))
        .arg(QString{one.why});
}

bool isMain(const domain::Decision& one)
{
    const bool entry =
        one.kind == DecisionKind::Entry || (one.kind == DecisionKind::Wave && !domain::isExit(one));
    return !(entry && one.verdict == Verdict::Refuse) && one.kind != DecisionKind::Pattern;
}

QVariant alignmentOf(DecisionColumn column)
{
    return QVariant::fromValue((column == DecisionColumn::Count ? Qt::AlignRight : Qt::AlignLeft)
                               | Qt::AlignVCenter);
}
}  // namespace

bool belongsTo(const domain::Decision& one, DecisionSort sort)
{
    switch (sort) {
    case DecisionSort::Main:
        return isMain(one);
    case DecisionSort::Taken:
        return one.verdict == Verdict::Take;
    case DecisionSort::Refused:
        return one.verdict == Verdict::Refuse;
    case DecisionSort::Exits:
        return domain::isExit(one) || one.kind == DecisionKind::Stop;
    case DecisionSort::Adds:
        return one.kind == DecisionKind::Add || one.kind == DecisionKind::Pattern;
    case DecisionSort::Guard:
        return one.kind == DecisionKind::Guard || one.rule == QLatin1String{"GUARD"};
    case DecisionSort::All:
        return true;
    }
    return true;
}

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
    countRefusals();
    refresh();
}

void DecisionsModel::countRefusals()
{
    const std::uint64_t newest = m_source->empty() ? 0 : m_source->back()->number;
    if (newest < m_counted) {
        m_folds.clear();  // Another run.
        m_counted = 0;
    }
    for (const std::shared_ptr<const domain::Decision>& one : *m_source) {
        if (one->number <= m_counted || one->verdict != Verdict::Refuse) {
            continue;
        }
        Fold& fold = m_folds[foldKey(*one)];
        fold.firstAt = fold.count == 0 ? one->at : fold.firstAt;
        ++fold.count;
    }
    m_counted = newest;
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
    return belongsTo(one, m_filter.sort)
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
        std::set<QString> folded;
        for (auto one = m_source->rbegin(); one != m_source->rend(); ++one) {
            const auto name = m_names.find((*one)->symbol);
            DecisionLine line{.key = QString::number((*one)->number),
                              .name = name == m_names.end() ? QString{} : name->second,
                              .decision = *one,
                              .firstAt = (*one)->at};
            if ((*one)->verdict == Verdict::Refuse) {
                line.key = foldKey(**one);
                const Fold& fold = m_folds.at(line.key);
                line.count = fold.count;
                line.firstAt = fold.firstAt;
                if (!folded.insert(line.key).second) {
                    continue;  // An older one of a row that is there.
                }
            }
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
    if (by == DecisionColumn::Count) {
        return a.count < b.count ? -1 : b.count < a.count ? 1 : 0;
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
        const QString text =
            QStringLiteral("%1 %2\n%3")
                .arg(decisionKindName(shown.decision->kind),
                     ruleText(QString{shown.decision->rule}), decisionText(*shown.decision));
        return plainToolTip(shown.count < 2
                                ? text
                                : QStringLiteral("%1\n%2").arg(
                                    text, tr("%n time(s) since %1", "the same refusal", shown.count)
                                              .arg(clockText(shown.firstAt))));
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(column);
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
    const auto column = static_cast<DecisionColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(column);
    }
    if (role == Qt::ToolTipRole && column == DecisionColumn::Count) {
        return tr("How often it was refused for the same reasons");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case DecisionColumn::Time:
        return tr("Time");
    case DecisionColumn::Kind:
        return tr("Kind", "column: of a decision");
    case DecisionColumn::Verdict:
        return tr("Verdict", "column");
    case DecisionColumn::Count:
        return tr("×", "column: how often");
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
    case DecisionColumn::Count:
        return line.count < 2 ? QString{} : groupedText(line.count);
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

#include "moc_decisions_model.cpp"
