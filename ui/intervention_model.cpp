#include "ui/intervention_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/rule_lookup.h"
#include "ui/words_rules.h"

namespace ui
{
namespace domain = core::domain;
using domain::Won;

namespace
{
Won gainOf(const domain::ShadowView& shadow)
{
    return Won{shadow.handPnl.value() - shadow.shadowPnl.value()};
}

QString shadowText(const domain::ShadowView& shadow)
{
    const QString rule = shadow.over ? InterventionModel::tr("rule sold by %1").arg(shadow.rule)
                                     : InterventionModel::tr("rule still holds");
    return InterventionModel::tr("%1: %2, hand %3", "shadow: rule's path, its P&L, the hand's")
        .arg(rule, signedWonText(shadow.shadowPnl), signedWonText(shadow.handPnl));
}

QString shadowCell(const domain::ShadowView& shadow, InterventionColumn column)
{
    switch (column) {
    case InterventionColumn::Time:
        return clockText(shadow.since);
    case InterventionColumn::What:
        return InterventionModel::tr("Shadow", "the rule's own path");
    case InterventionColumn::To:
        return ruleWordText(shadow.cause);
    case InterventionColumn::Reason:
        return shadowText(shadow);
    case InterventionColumn::Gain:
        return signedWonText(gainOf(shadow));
    case InterventionColumn::Symbol:
    case InterventionColumn::Until:
        return {};
    }
    return {};
}

QString personCell(const domain::Intervention& one, InterventionColumn column)
{
    switch (column) {
    case InterventionColumn::Time:
        return clockText(one.at);
    case InterventionColumn::What:
        return interventionName(one.kind);
    case InterventionColumn::To:
        return interventionText(one);
    case InterventionColumn::Reason:
        return one.reason;
    case InterventionColumn::Until:
        return one.until == domain::Timestamp{} ? QString{} : clockText(one.until);
    case InterventionColumn::Symbol:
    case InterventionColumn::Gain:
        return {};
    }
    return {};
}
}  // namespace

QString interventionCellText(const InterventionLine& line, InterventionColumn column)
{
    if (column == InterventionColumn::Symbol) {
        return line.name;
    }
    if (line.shadow) {
        return shadowCell(*line.shadow, column);
    }
    return line.intervention ? personCell(*line.intervention, column) : QString{};
}

void InterventionModel::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.rules) {
        return;
    }
    std::vector<InterventionLine> lines;
    std::int64_t gain = 0;
    const auto nameOf = [&snapshot](const domain::Symbol& symbol) {
        return symbol.isEmpty() ? QString{} : issueName(snapshot, symbol);
    };
    for (const domain::ShadowView& shadow : snapshot.rules->shadows) {
        gain += gainOf(shadow).value();
        lines.push_back({.key = QStringLiteral("s%1 %2")
                                    .arg(shadow.symbol.toString())
                                    .arg(shadow.since.time_since_epoch().count()),
                         .name = nameOf(shadow.symbol),
                         .shadow = shadow});
    }
    const std::vector<domain::Intervention>& all = snapshot.rules->interventions;
    for (std::size_t i = all.size(); i > 0; --i) {
        lines.push_back({.key = QString::number(i - 1),
                         .name = nameOf(all[i - 1].symbol),
                         .intervention = all[i - 1]});
    }
    m_gain = Won{gain};
    setLines(std::move(lines));
}

void InterventionModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

bool InterventionModel::isPinned(const InterventionLine& line) const
{
    return line.shadow.has_value();
}

int InterventionModel::compare(const InterventionLine& a, const InterventionLine& b,
                               int column) const
{
    const auto by = static_cast<InterventionColumn>(column);
    return QString::compare(interventionCellText(a, by), interventionCellText(b, by));
}

int InterventionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kInterventionColumns;
}

QVariant InterventionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const InterventionLine& shown = line(index.row());
    const auto column = static_cast<InterventionColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return interventionCellText(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(interventionCellText(shown, column));
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            (column == InterventionColumn::Gain ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        if (column == InterventionColumn::Gain && shown.shadow) {
            return m_theme.signColour(gainOf(*shown.shadow).value());
        }
        return column == InterventionColumn::Time ? m_theme.muted : m_theme.text;
    }
    return {};
}

QVariant InterventionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kInterventionColumns) {
        return {};
    }
    const auto column = static_cast<InterventionColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            (column == InterventionColumn::Gain ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case InterventionColumn::Time:
        return tr("Time");
    case InterventionColumn::Symbol:
        return tr("Symbol");
    case InterventionColumn::What:
        return tr("What", "column: intervention");
    case InterventionColumn::To:
        return tr("To", "column: changed to");
    case InterventionColumn::Reason:
        return tr("Reason", "column");
    case InterventionColumn::Until:
        return tr("Until", "column");
    case InterventionColumn::Gain:
        return tr("Hand gained", "column: against the rule's path");
    }
    return {};
}
}  // namespace ui

#include "moc_intervention_model.cpp"
