#include "ui/positions_model.h"

#include "ui/format.h"
#include "ui/pattern_text.h"
#include "ui/plain_text.h"
#include "ui/price_distance.h"
#include "ui/rule_lookup.h"
#include "ui/words_orders.h"

namespace ui
{
namespace domain = core::domain;

namespace
{
bool isText(PositionColumn column)
{
    return column == PositionColumn::Code || column == PositionColumn::Name
           || column == PositionColumn::Owner || column == PositionColumn::Automation
           || column == PositionColumn::Mark || column == PositionColumn::Trail
           || column == PositionColumn::Pyramid;
}

PositionRules rulesOf(const domain::DeskSnapshot& snapshot, const domain::Position& position,
                      const core::config::Config& config)
{
    const domain::RuledPosition* ruled = ruledOf(snapshot, position.symbol);
    if (ruled == nullptr) {
        return {};
    }
    PositionRules out;
    const domain::SymbolView* live = liveOf(snapshot, position.symbol);
    const domain::StepTable steps = live == nullptr ? domain::StepTable::Share : live->steps;
    if (ruled->binding) {
        out.level = ruled->binding->price;
        out.stop = QStringLiteral("%1 %2").arg(priceText(ruled->binding->price),
                                               QString{ruled->binding->rule});
        out.distance = distanceText(position.last, ruled->binding->price, steps);
        out.distanceTenThousandths = changeOf(ruled->binding->price, position.last).value_or(0);
    }
    out.trail = trailText(*ruled, config);
    out.pyramid = pyramidText(ruled->marks.pattern.state, ruled->override.mode);
    out.held = heldText(*ruled, snapshot.now);
    out.timeExit = timeExitText(*ruled, snapshot.now);
    out.timeExitMs = ruled->timeExitAt == domain::Timestamp{}
                         ? 0
                         : (ruled->timeExitAt - snapshot.now).count() / 1'000 * 1'000;
    out.heldMs = (snapshot.now - ruled->marks.openedAt).count() / 1'000 * 1'000;
    out.exiting = ruled->exiting;
    return out;
}

std::int64_t numberOf(const PositionLine& line, PositionColumn column)
{
    const domain::Position& position = line.position;
    switch (column) {
    case PositionColumn::Quantity:
        return position.quantity.shares();
    case PositionColumn::Sellable:
        return position.sellable.shares();
    case PositionColumn::Average:
        return position.quantity.shares() == 0
                   ? 0
                   : position.cost.value() * 100 / position.quantity.shares();
    case PositionColumn::Last:
        return position.last.won();
    case PositionColumn::Pnl:
        return position.netPnl.value();
    case PositionColumn::PnlShare:
        return position.netPnlTenThousandths;
    case PositionColumn::BreakEven:
        return position.breakEven.won();
    case PositionColumn::Realized:
        return position.realizedToday.value();
    case PositionColumn::Stop:
        return line.rules.level.won();
    case PositionColumn::StopDistance:
        return line.rules.distanceTenThousandths;
    case PositionColumn::Held:
        return line.rules.heldMs;
    case PositionColumn::TimeExit:
        return line.rules.timeExitMs;
    case PositionColumn::Code:
    case PositionColumn::Name:
    case PositionColumn::Owner:
    case PositionColumn::Trail:
    case PositionColumn::Pyramid:
    case PositionColumn::Automation:
    case PositionColumn::Mark:
        return 0;
    }
    return 0;
}

/// The P&L is known only with a price.
bool isValued(const domain::Position& position)
{
    return position.quantity.shares() > 0 && position.last.won() > 0;
}
}  // namespace

void PositionsModel::apply(const domain::DeskSnapshot& snapshot)
{
    std::vector<PositionLine> lines;
    if (snapshot.trading) {
        for (const domain::Position& position : snapshot.trading->positions) {
            lines.push_back({.key = position.symbol.toString(),
                             .name = issueName(snapshot, position.symbol),
                             .position = position,
                             .rules = rulesOf(snapshot, position, m_config),
                             .master = masterOf(snapshot)});
        }
    }
    // What is held stands first: after a busy day the sold ones are many.
    std::stable_partition(lines.begin(), lines.end(), [](const PositionLine& line) {
        return line.position.quantity.shares() > 0;
    });
    // The time of the last price changes with every trade and is not shown.
    for (PositionLine& line : lines) {
        line.position.lastAt = {};
    }
    if (lines == m_source) {
        return;
    }
    m_source = std::move(lines);
    refresh();
}

void PositionsModel::setText(const QString& text)
{
    m_text = text.trimmed();
    refresh();
}

void PositionsModel::setSoldShown(bool shown)
{
    m_soldShown = shown;
    refresh();
}

void PositionsModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

void PositionsModel::refresh()
{
    std::vector<PositionLine> shown;
    for (const PositionLine& line : m_source) {
        const bool held = line.position.quantity.shares() > 0 || line.position.mismatch;
        if (!held && !m_soldShown) {
            continue;
        }
        if (m_text.isEmpty() || line.key.contains(m_text)
            || line.name.contains(m_text, Qt::CaseInsensitive)) {
            shown.push_back(line);
        }
    }
    setLines(std::move(shown));
}

bool PositionsModel::isPinned(const PositionLine& line) const
{
    return line.position.mismatch;
}

int PositionsModel::compare(const PositionLine& a, const PositionLine& b, int column) const
{
    const auto by = static_cast<PositionColumn>(column);
    if (isText(by)) {
        return QString::compare(positionCellText(a, by), positionCellText(b, by));
    }
    const std::int64_t left = numberOf(a, by);
    const std::int64_t right = numberOf(b, by);
    return left < right ? -1 : right < left ? 1 : 0;
}

int PositionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kPositionColumns;
}

QVariant PositionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PositionLine& shown = line(index.row());
    const domain::Position& position = shown.position;
    const auto column = static_cast<PositionColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return positionCellText(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        if (column == PositionColumn::Mark && position.mismatch) {
            return tr("The broker holds another quantity; compare with the HTS.");
        }
        return plainToolTip(positionCellText(shown, column));
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isText(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    if (role == Qt::BackgroundRole && position.mismatch) {
        return blend(m_theme.warn, m_theme.panel, 0.18);
    }
    if (role == Qt::ForegroundRole) {
        const bool pnl = column == PositionColumn::Pnl || column == PositionColumn::PnlShare;
        if (pnl && isValued(position)) {
            return m_theme.signColour(position.netPnl.value());
        }
        if (column == PositionColumn::Realized) {
            return m_theme.signColour(position.realizedToday.value());
        }
        if (column == PositionColumn::Mark
            || (column == PositionColumn::Stop && !shown.rules.exiting.isEmpty())) {
            return m_theme.warn;
        }
        return position.owner == domain::PositionOwner::External ? m_theme.muted : m_theme.text;
    }
    return {};
}

QVariant PositionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kPositionColumns) {
        return {};
    }
    const auto column = static_cast<PositionColumn>(section);
    if (role == Qt::DisplayRole) {
        return positionColumnTitle(column);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isText(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    return {};
}

QString positionColumnTitle(PositionColumn column)
{
    switch (column) {
    case PositionColumn::Code:
        return PositionsModel::tr("Code");
    case PositionColumn::Name:
        return PositionsModel::tr("Name");
    case PositionColumn::Owner:
        return PositionsModel::tr("Owner");
    case PositionColumn::Quantity:
        return PositionsModel::tr("Quantity");
    case PositionColumn::Sellable:
        return PositionsModel::tr("Sellable");
    case PositionColumn::Average:
        return PositionsModel::tr("Average");
    case PositionColumn::Last:
        return PositionsModel::tr("Last");
    case PositionColumn::Pnl:
        return PositionsModel::tr("Net P&L");
    case PositionColumn::PnlShare:
        return PositionsModel::tr("Net %");
    case PositionColumn::BreakEven:
        return PositionsModel::tr("Break-even");
    case PositionColumn::Realized:
        return PositionsModel::tr("Realised today");
    case PositionColumn::Stop:
        return PositionsModel::tr("Stop");
    case PositionColumn::StopDistance:
        return PositionsModel::tr("To stop", "column: distance");
    case PositionColumn::Trail:
        return PositionsModel::tr("Trailing");
    case PositionColumn::Pyramid:
        return PositionsModel::tr("Pyramiding");
    case PositionColumn::Held:
        return PositionsModel::tr("Held", "column: time held");
    case PositionColumn::TimeExit:
        return PositionsModel::tr("Time exit in", "column: time left");
    case PositionColumn::Automation:
        return PositionsModel::tr("Auto");
    case PositionColumn::Mark:
        return PositionsModel::tr("Mark");
    }
    return {};
}

QString positionColumnSample(PositionColumn column)
{
    switch (column) {
    case PositionColumn::Code:
        return QStringLiteral("0001A00");
    case PositionColumn::Name:
        return QStringLiteral("한화에어로스페이스");
    case PositionColumn::Owner:
        return ownerName(domain::PositionOwner::External);
    case PositionColumn::Quantity:
    case PositionColumn::Sellable:
        return QStringLiteral("99,999");
    case PositionColumn::Average:
        return QStringLiteral("1,021,000.00");
    case PositionColumn::Last:
    case PositionColumn::BreakEven:
        return QStringLiteral("1,021,000");
    case PositionColumn::Pnl:
    case PositionColumn::Realized:
        return QStringLiteral("▲ +1,021,000");
    case PositionColumn::PnlShare:
        return QStringLiteral("+10.00 %");
    case PositionColumn::Stop:
        return QStringLiteral("1,021,000 MAN");
    case PositionColumn::StopDistance:
        return QStringLiteral("−10.00 % · −999");
    case PositionColumn::Trail:
        return trailOnText(83'000, domain::Price::fromWon(1'021'000));
    case PositionColumn::Pyramid:
        return pyramidText(domain::PatternState::Pullback, domain::AddMode::Approve);
    case PositionColumn::Held:
        return QStringLiteral("00:00:00");
    case PositionColumn::TimeExit:
        return QStringLiteral("−00:00");
    case PositionColumn::Automation:
        return autoText(domain::AutoState::On, domain::AutoState::ExitsOnly);
    case PositionColumn::Mark:
        return PositionsModel::tr("differs");
    }
    return {};
}

QString positionCellText(const PositionLine& line, PositionColumn column)
{
    const domain::Position& position = line.position;
    switch (column) {
    case PositionColumn::Code:
        return line.key;
    case PositionColumn::Name:
        return line.name;
    case PositionColumn::Owner:
        return ownerName(position.owner);
    case PositionColumn::Quantity:
        return groupedText(position.quantity.shares());
    case PositionColumn::Sellable:
        return groupedText(position.sellable.shares());
    case PositionColumn::Average:
        return averageText(position.cost, position.quantity);
    case PositionColumn::Last:
        return priceText(position.last);
    case PositionColumn::Pnl:
        return isValued(position) ? signedWonText(position.netPnl) : QString{kUnknownMark};
    case PositionColumn::PnlShare:
        return isValued(position) ? percentText(position.netPnlTenThousandths)
                                  : QString{kUnknownMark};
    case PositionColumn::BreakEven:
        return priceText(position.breakEven);
    case PositionColumn::Realized:
        return signedWonText(position.realizedToday);
    case PositionColumn::Stop:
        return line.rules.exiting.isEmpty()
                   ? line.rules.stop
                   : PositionsModel::tr("selling: %1", "exit rule").arg(line.rules.exiting);
    case PositionColumn::StopDistance:
        return line.rules.distance;
    case PositionColumn::Trail:
        return line.rules.trail;
    case PositionColumn::Pyramid:
        return line.rules.pyramid;
    case PositionColumn::Held:
        return line.rules.held;
    case PositionColumn::TimeExit:
        return line.rules.timeExit;
    case PositionColumn::Automation:
        return autoText(position.automation, line.master);
    case PositionColumn::Mark:
        return position.mismatch ? PositionsModel::tr("broker: %1", "shares, where they differ")
                                       .arg(groupedText(position.brokers.shares()))
                                 : QString{};
    }
    return {};
}

domain::Quantity shareOf(domain::Quantity sellable, int percent)
{
    if (sellable.shares() <= 0) {
        return {};
    }
    return domain::Quantity{std::max<std::int64_t>(1, sellable.shares() * percent / 100)};
}
}  // namespace ui

#include "moc_positions_model.cpp"
