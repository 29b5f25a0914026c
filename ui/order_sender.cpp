#include "ui/order_sender.h"

#include "ui/format.h"
#include "ui/positions_model.h"
#include "ui/rule_lookup.h"
#include "ui/words_orders.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui
{
namespace domain = core::domain;

namespace
{
/// Orders above this share of the day's order limit are asked once more.
constexpr std::int64_t kAskPercent = 30;
}  // namespace

QMessageBox* askOnceMore(QWidget* parent, const QString& title, const QString& text,
                         const QString& yes, const std::function<void()>& agreed)
{
    auto* box = new QMessageBox{parent};
    box->setObjectName(QStringLiteral("askOnceMore"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setText(text);
    QPushButton* go = box->addButton(yes, QMessageBox::AcceptRole);
    QPushButton* back = box->addButton(QMessageBox::Cancel);
    back->setText(OrderSender::tr("Back"));
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    QObject::connect(go, &QPushButton::clicked, box, agreed);
    box->open();
    return box;
}

OrderSender::OrderSender(core::api::Terminal& terminal, QWidget* window)
    : QObject{window}, m_terminal{terminal}, m_window{window}
{
}

QString OrderSender::whyNot() const
{
    if (!m_snapshot || !m_snapshot->trading) {
        return tr("No data from the desk yet");
    }
    if (m_snapshot->environment == domain::EnvironmentKind::Replay
        || !m_snapshot->trading->ordersPossible) {
        return tr("No orders in this mode");
    }
    if (m_snapshot->trading->gate.arming == domain::Arming::Unarmed) {
        return tr("Not armed: no order leaves");
    }
    return {};
}

bool OrderSender::asksFirst(domain::Won amount) const
{
    if (!m_snapshot || m_snapshot->environment == domain::EnvironmentKind::Live) {
        return true;
    }
    if (!m_snapshot->trading) {
        return true;
    }
    const domain::Won limit = m_snapshot->trading->gate.dayOrderLimit;
    return limit.value() > 0 && amount.value() * 100 > limit.value() * kAskPercent;
}

void OrderSender::askOr(domain::Won amount, const QString& summary,
                        const std::function<void()>& act)
{
    if (!asksFirst(amount)) {
        act();
        return;
    }
    if (m_asking) {
        return;  // One question at a time: a second click must not pile up orders.
    }
    const bool live = m_snapshot && m_snapshot->environment == domain::EnvironmentKind::Live;
    const QString text =
        live ? tr("%1\n\nThis is a live order with real money. Send it?").arg(summary)
             : tr("%1\n\nThis is more than 30 % of the day's order limit. Send it?").arg(summary);
    m_asking = askOnceMore(m_window, tr("Send the order?"), text, tr("Send"), act);
}

void OrderSender::place(const domain::OrderRequest& request, domain::Won amount)
{
    if (!whyNot().isEmpty()) {
        return;
    }
    askOr(amount, summary(request.side, request.symbol, request.quantity, amount),
          [this, request] { m_terminal.perform(domain::PlaceOrder{request}); });
}

void OrderSender::sell(const domain::Position& position, int percent)
{
    if (!whyNot().isEmpty()) {
        return;
    }
    const domain::Quantity quantity = shareOf(position.sellable, percent);
    const domain::Won amount = domain::amount(position.last, quantity);
    const domain::SellPosition command{.symbol = position.symbol, .percent = percent};
    askOr(amount, summary(domain::Side::Sell, position.symbol, quantity, amount),
          [this, command] { m_terminal.perform(command); });
}

void OrderSender::cancel(const domain::ClientOrderId& id)
{
    m_terminal.perform(domain::CancelOrder{id});
}

void OrderSender::amend(const domain::Order& order, domain::Price price)
{
    const domain::AmendOrder command{.id = order.id, .price = price};
    const domain::Won amount = domain::amount(price, order.remaining());
    askOr(amount, summary(order.request.side, order.request.symbol, order.remaining(), amount),
          [this, command] { m_terminal.perform(command); });
}

const domain::SymbolView* OrderSender::viewOf(const domain::Symbol& symbol) const
{
    if (!m_snapshot) {
        return nullptr;
    }
    return liveOf(*m_snapshot, symbol);
}

QString OrderSender::nameOf(const domain::Symbol& symbol) const
{
    return m_snapshot ? issueName(*m_snapshot, symbol) : symbol.toString();
}

QString OrderSender::summary(domain::Side side, const domain::Symbol& symbol,
                             domain::Quantity quantity, domain::Won amount) const
{
    return tr("%1 %2, %3 shares, %4 won", "side, name, quantity, amount")
        .arg(sideName(side), nameOf(symbol), groupedText(quantity.shares()),
             groupedText(amount.value()));
}
}  // namespace ui

#include "moc_order_sender.cpp"
