#include "ui/check_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

namespace ui
{
namespace domain = core::domain;
using domain::CheckOutcome;

void CheckModel::apply(const std::vector<domain::CheckResult>& checks)
{
    std::vector<CheckLine> lines;
    for (const domain::CheckResult& check : checks) {
        if (check.outcome != CheckOutcome::NotApplicable) {
            lines.push_back({.key = checkId(check.number), .check = check});
        }
    }
    setLines(std::move(lines));
}

void CheckModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

bool CheckModel::isPinned(const CheckLine& line) const
{
    return line.check.outcome == CheckOutcome::Fail
           || line.check.outcome == CheckOutcome::Insufficient;
}

int CheckModel::compare(const CheckLine& a, const CheckLine& b, int /*column*/) const
{
    return a.check.number - b.check.number;
}

int CheckModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant CheckModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::CheckResult& check = line(index.row()).check;
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Outcome:
            return QStringLiteral("%1 %2").arg(outcomeMark(check.outcome),
                                               checkOutcomeName(check.outcome));
        case Id:
            return checkId(check.number);
        case Name:
            return checkName(check.number);
        case Value:
            return check.value || check.detail.isEmpty() ? checkFigureText(check.unit, check.value)
                                                         : codeWordText(check.detail);
        case Limit:
            return checkFigureText(check.unit, check.limit);
        case kColumns:
            return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        QString text = checkMeaning(check.number);
        if (check.outcome != CheckOutcome::Pass) {
            text += QLatin1Char{'\n'} + checkAdvice(check.number);
        }
        if (!check.detail.isEmpty()) {
            text += QLatin1Char{'\n'} + codeWordText(check.detail);
        }
        return plainToolTip(text);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column >= Value ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        const bool no = check.outcome != CheckOutcome::Pass;
        if (column == Outcome) {
            return check.outcome == CheckOutcome::Pass           ? m_theme.good
                   : check.outcome == CheckOutcome::Insufficient ? m_theme.warn
                                                                 : m_theme.bad;
        }
        return no ? m_theme.text : m_theme.muted;
    }
    return {};
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((section >= Value ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Outcome:
        return tr("Result");
    case Id:
        return tr("Check");
    case Name:
        return tr("What it looks at");
    case Value:
        return tr("Value");
    case Limit:
        return tr("Limit");
    case kColumns:
        return {};
    }
    return {};
}
}  // namespace ui

#include "moc_check_model.cpp"
