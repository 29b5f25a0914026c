#include "ui/orders_model.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/rule_lookup.h"
#include "ui/words_orders.h"

namespace ui
{
namespace domain = core::domain;
using domain::OrderState;

namespace
{
bool isText(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Time:
    case OrderColumn::Code:
    case OrderColumn::Name:
    case OrderColumn::Side:
    case OrderColumn::Kind:
    case OrderColumn::State:
    case OrderColumn::Care:
    case OrderColumn::Origin:
    case OrderColumn::Number:
    case OrderColumn::Reason:
        return true;
    case OrderColumn::Price:
    case OrderColumn::Quantity:
    case OrderColumn::Filled:
    case OrderColumn::Remaining:
    case OrderColumn::Average:
        return false;
    }
    return false;
}

std::int64_t numberOf(const OrderLine& line, OrderColumn column)
{
    const domain::Order& order = line.order;
    switch (column) {
    case OrderColumn::Time:
        return order.intentAt.time_since_epoch().count();
    case OrderColumn::Price:
        return order.request.price.value_or(domain::Price{}).won();
    case OrderColumn::Quantity:
        return order.request.quantity.shares();
    case OrderColumn::Filled:
        return order.filled.shares();
    case OrderColumn::Remaining:
        return order.remaining().shares();
    case OrderColumn::Average:
        return order.filled.shares() == 0
                   ? 0
                   : order.filledAmount.value() * 100 / order.filled.shares();
    case OrderColumn::State:
        return static_cast<std::int64_t>(order.state);
    case OrderColumn::Code:
    case OrderColumn::Name:
    case OrderColumn::Side:
    case OrderColumn::Kind:
    case OrderColumn::Care:
    case OrderColumn::Origin:
    case OrderColumn::Number:
    case OrderColumn::Reason:
        return 0;
    }
    return 0;
}
}  // namespace

bool isOpenQuestion(OrderState state)
{
    return domain::isUnresolved(state) || state == OrderState::CancelUnknown
           || state == OrderState::AmendUnknown;
}

QString orderKey(const domain::Order& order)
{
    return order.id.event == 0 ? QStringLiteral("x") + order.broker.number() : order.id.toString();
}

void OrdersModel::apply(const domain::DeskSnapshot& snapshot)
{
    std::vector<OrderLine> lines;
    if (snapshot.trading) {
        lines.reserve(snapshot.trading->orders.size());
        for (const domain::Order& order : snapshot.trading->orders) {
            OrderLine line{.key = orderKey(order), .name = {}, .order = order, .care = {}};
            line.name = issueName(snapshot, order.request.symbol);
            line.care = careText(order, snapshot.now);
            lines.push_back(std::move(line));
        }
    }
    // Newest first, and what has ended below what has not.
    std::stable_sort(lines.begin(), lines.end(), [](const OrderLine& a, const OrderLine& b) {
        const bool endedA = domain::isFinal(a.order.state);
        const bool endedB = domain::isFinal(b.order.state);
        return endedA != endedB ? endedB : b.order.intentAt < a.order.intentAt;
    });
    if (lines == m_source) {
        return;
    }
    m_source = std::move(lines);
    refresh();
}

void OrdersModel::setFilter(OrderFilter filter)
{
    m_filter = filter;
    refresh();
}

void OrdersModel::setText(const QString& text)
{
    m_text = text.trimmed();
    refresh();
}

void OrdersModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    retranslate();
}

void OrdersModel::refresh()
{
    std::vector<OrderLine> shown;
    for (const OrderLine& line : m_source) {
        const bool ended = domain::isFinal(line.order.state);
        const bool matches = m_text.isEmpty()
                             || line.order.request.symbol.toString().contains(m_text)
                             || line.name.contains(m_text, Qt::CaseInsensitive);
        if (matches && (m_filter == OrderFilter::All || !ended)) {
            shown.push_back(line);
        }
    }
    setLines(std::move(shown));
}

bool OrdersModel::isPinned(const OrderLine& line) const
{
    return isOpenQuestion(line.order.state);
}

int OrdersModel::compare(const OrderLine& a, const OrderLine& b, int column) const
{
    const auto by = static_cast<OrderColumn>(column);
    if (isText(by) && by != OrderColumn::Time && by != OrderColumn::State) {
        return QString::compare(orderCellText(a, by), orderCellText(b, by));
    }
    const std::int64_t left = numberOf(a, by);
    const std::int64_t right = numberOf(b, by);
    return left < right ? -1 : right < left ? 1 : 0;
}

int OrdersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kOrderColumns;
}

QVariant OrdersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const OrderLine& shown = line(index.row());
    const auto column = static_cast<OrderColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return orderCellText(shown, column);
    }
    if (role == Qt::ToolTipRole) {
        const QString text = column == OrderColumn::State ? orderStateHelp(shown.order.state)
                                                          : orderCellText(shown, column);
        return plainToolTip(text);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isText(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    const bool question = isOpenQuestion(shown.order.state);
    if (role == Qt::BackgroundRole && question) {
        return blend(m_theme.warn, m_theme.panel, 0.18);
    }
    if (role == Qt::ForegroundRole) {
        if (column == OrderColumn::Side && !domain::isFinal(shown.order.state)) {
            return shown.order.request.side == domain::Side::Buy ? m_theme.up : m_theme.down;
        }
        if (question && (column == OrderColumn::State || column == OrderColumn::Care)) {
            return m_theme.warn;
        }
        const bool refused = shown.order.state == OrderState::Denied
                             || shown.order.state == OrderState::Rejected
                             || shown.order.state == OrderState::ClosedPart;
        if (refused && column == OrderColumn::State) {
            return m_theme.bad;
        }
        const bool quiet =
            domain::isFinal(shown.order.state) || shown.order.state == OrderState::External;
        return quiet ? m_theme.muted : m_theme.text;
    }
    return {};
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kOrderColumns) {
        return {};
    }
    const auto column = static_cast<OrderColumn>(section);
    if (role == Qt::DisplayRole) {
        return orderColumnTitle(column);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isText(column) ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    }
    return {};
}

QString orderColumnTitle(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Time:
        return OrdersModel::tr("Time");
    case OrderColumn::Code:
        return OrdersModel::tr("Code");
    case OrderColumn::Name:
        return OrdersModel::tr("Name");
    case OrderColumn::Side:
        return OrdersModel::tr("Side");
    case OrderColumn::Kind:
        return OrdersModel::tr("Type");
    case OrderColumn::Price:
        return OrdersModel::tr("Price");
    case OrderColumn::Quantity:
        return OrdersModel::tr("Quantity");
    case OrderColumn::Filled:
        return OrdersModel::tr("Filled");
    case OrderColumn::Remaining:
        return OrdersModel::tr("Remaining");
    case OrderColumn::Average:
        return OrdersModel::tr("Average");
    case OrderColumn::State:
        return OrdersModel::tr("State");
    case OrderColumn::Care:
        return OrdersModel::tr("What is being done");
    case OrderColumn::Origin:
        return OrdersModel::tr("Origin");
    case OrderColumn::Number:
        return OrdersModel::tr("Order no.");
    case OrderColumn::Reason:
        return OrdersModel::tr("Reason");
    }
    return {};
}

QString orderColumnSample(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Time:
        return QStringLiteral("00:00:00");
    case OrderColumn::Code:
        return QStringLiteral("0001A00");
    case OrderColumn::Name:
        return QStringLiteral("한화에어로스페이스");
    case OrderColumn::Side:
        return sideName(domain::Side::Sell) + QLatin1Char{' '};
    case OrderColumn::Kind:
        return orderTypeName(domain::OrderType::Market) + QStringLiteral(" IOC");
    case OrderColumn::Price:
        return QStringLiteral("1,021,000");
    case OrderColumn::Quantity:
    case OrderColumn::Filled:
    case OrderColumn::Remaining:
        return QStringLiteral("99,999");
    case OrderColumn::Average:
        return QStringLiteral("1,021,000.00");
    case OrderColumn::State:
        return orderStateName(OrderState::AbsentWatch) + QLatin1Char{'n'};
    case OrderColumn::Care:
        return OrdersModel::tr("Looking in the broker's list, next look in 3.0 s", "widest care");
    case OrderColumn::Origin:
        return QStringLiteral("FLATTEN 00");
    case OrderColumn::Number:
        return QStringLiteral("0000000000");
    case OrderColumn::Reason:
        return QString{40, QLatin1Char{'n'}};
    }
    return {};
}

QString orderCellText(const OrderLine& line, OrderColumn column)
{
    const domain::Order& order = line.order;
    switch (column) {
    case OrderColumn::Time:
        return order.intentAt == domain::Timestamp{} ? QString{kUnknownMark}
                                                     : clockText(order.intentAt);
    case OrderColumn::Code:
        return order.request.symbol.toString();
    case OrderColumn::Name:
        return line.name;
    case OrderColumn::Side:
        return sideName(order.request.side);
    case OrderColumn::Kind:
        return orderKindText(order.request);
    case OrderColumn::Price:
        return priceText(order.request.price.value_or(domain::Price{}));
    case OrderColumn::Quantity:
        return groupedText(order.request.quantity.shares());
    case OrderColumn::Filled:
        return order.provisional.shares() > 0 ? QStringLiteral("%1 (+%2)")
                                                    .arg(groupedText(order.filled.shares()),
                                                         groupedText(order.provisional.shares()))
                                              : groupedText(order.filled.shares());
    case OrderColumn::Remaining:
        return groupedText(order.remaining().shares());
    case OrderColumn::Average:
        return averageText(order.filledAmount, order.filled);
    case OrderColumn::State:
        return orderStateName(order.state);
    case OrderColumn::Care:
        return line.care;
    case OrderColumn::Origin:
        return order.state == OrderState::External ? orderStateName(OrderState::External)
                                                   : originText(order.request);
    case OrderColumn::Number:
        return order.broker.number();
    case OrderColumn::Reason:
        return orderReasonText(order);
    }
    return {};
}
}  // namespace ui

#include "moc_orders_model.cpp"
