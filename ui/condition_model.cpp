#include "ui/condition_model.h"

#include "ui/plain_text.h"

#include <QPainter>

namespace ui
{
namespace
{
bool isLeft(ConditionColumn column)
{
    return column == ConditionColumn::Mark || column == ConditionColumn::Name;
}

QString textOf(const ConditionLine& line, ConditionColumn column)
{
    switch (column) {
    case ConditionColumn::Mark:
        return line.mark;
    case ConditionColumn::Name:
        return line.name;
    case ConditionColumn::Value:
        return line.value;
    case ConditionColumn::Limit:
        return line.limit;
    case ConditionColumn::Room:
        return line.room;
    case ConditionColumn::Steps:
        return line.steps;
    case ConditionColumn::Gauge:
        return {};
    case ConditionColumn::Held:
        return line.held;
    case ConditionColumn::NearMisses:
        return line.nearMisses == 0 ? QString{} : QString::number(line.nearMisses);
    }
    return {};
}

QString helpOf(const ConditionLine& line)
{
    QStringList parts{QStringLiteral("%1: %2").arg(line.name, line.result)};
    if (!line.value.isEmpty()) {
        parts.push_back(line.limit.isEmpty()
                            ? line.value
                            : QStringLiteral("%1 / %2").arg(line.value, line.limit));
    }
    if (!line.help.isEmpty()) {
        parts.push_back(line.help);
    }
    return plainToolTip(parts.join(QLatin1Char{'\n'}));
}
}  // namespace

void ConditionModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

QColor ConditionModel::toneColour(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return m_theme.good;
    case Tone::Bad:
        return m_theme.bad;
    case Tone::Doubt:
        return m_theme.warn;
    case Tone::Neutral:
        return m_theme.muted;
    }
    return m_theme.muted;
}

int ConditionModel::compare(const ConditionLine& /*a*/, const ConditionLine& /*b*/,
                            int /*column*/) const
{
    return 0;  // The rule's own order is the only one.
}

int ConditionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kConditionColumns;
}

QVariant ConditionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ConditionLine& shown = line(index.row());
    const auto column = static_cast<ConditionColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return textOf(shown, column);
    }
    if (role == Qt::AccessibleTextRole) {
        return column == ConditionColumn::Mark || column == ConditionColumn::Gauge
                   ? shown.result
                   : textOf(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        return helpOf(shown);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isLeft(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        const bool no = shown.tone == Tone::Bad || shown.tone == Tone::Doubt;
        if (column == ConditionColumn::Mark
            || (no && (column == ConditionColumn::Value || column == ConditionColumn::Room))) {
            return toneColour(shown.tone);
        }
        if (column == ConditionColumn::Name || column == ConditionColumn::Value) {
            return m_theme.text;
        }
        return m_theme.muted;
    }
    return {};
}

QVariant ConditionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kConditionColumns) {
        return {};
    }
    const auto column = static_cast<ConditionColumn>(section);
    if (role == Qt::DisplayRole) {
        return title(column);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isLeft(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    return {};
}

QString ConditionModel::title(ConditionColumn column)
{
    switch (column) {
    case ConditionColumn::Mark:
        return {};
    case ConditionColumn::Name:
        return tr("Condition", "column");
    case ConditionColumn::Value:
        return tr("Value", "column: of a condition");
    case ConditionColumn::Limit:
        return tr("Limit", "column");
    case ConditionColumn::Room:
        return tr("Distance", "column");
    case ConditionColumn::Steps:
        return tr("Steps", "column: price steps");
    case ConditionColumn::Gauge:
        return {};
    case ConditionColumn::Held:
        return tr("Since", "column: how long it has been so");
    case ConditionColumn::NearMisses:
        return tr("Near", "column: near misses");
    }
    return {};
}

QString ConditionModel::sample(ConditionColumn column)
{
    switch (column) {
    case ConditionColumn::Mark:
        return QStringLiteral("✓");
    case ConditionColumn::Name:
        return QStringLiteral("P3 당일고가 거리");
    case ConditionColumn::Value:
        return QStringLiteral("1,600,000");
    case ConditionColumn::Limit:
        return QStringLiteral("≤ 1,600,000");
    case ConditionColumn::Room:
        return QStringLiteral("+5,476,120");
    case ConditionColumn::Steps:
        return QStringLiteral("−99");
    case ConditionColumn::Gauge:
        return QStringLiteral("■■■■■");
    case ConditionColumn::Held:
        return QStringLiteral("59:59");
    case ConditionColumn::NearMisses:
        return QStringLiteral("99");
    }
    return {};
}

GaugeDelegate::GaugeDelegate(const ConditionModel& model, QObject* parent)
    : QStyledItemDelegate{parent}, m_model{model}
{
}

void GaugeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? m_theme.selection : m_theme.panel);
    const ConditionLine& line = m_model.line(index.row());
    if (line.gauge < 0) {
        return;
    }
    const QRect bar =
        option.rect.adjusted(4, option.rect.height() / 2 - 3, -4, 3 - option.rect.height() / 2);
    const QColor ink = m_model.toneColour(line.tone);
    painter->fillRect(bar, blend(ink, m_theme.panel, 0.2));
    painter->fillRect(
        QRect{bar.left(), bar.top(), bar.width() * line.gauge / kGaugeMax, bar.height()}, ink);
    const int limit = bar.left() + bar.width() * kGaugeLimit / kGaugeMax;
    painter->fillRect(QRect{limit, bar.top() - 3, 1, bar.height() + 6}, m_theme.text);
}
}  // namespace ui

#include "moc_condition_model.cpp"
