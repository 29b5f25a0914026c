#include "ui/order_dialogs.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

AmendDialog::AmendDialog(const domain::Order& order, const QString& name, domain::StepTable table,
                         QWidget* parent)
    : QDialog{parent}, m_price{new PriceSpin{this}}
{
    setObjectName(QStringLiteral("amendDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Amend order"));
    m_price->setTable(table);
    m_price->setPrice(order.request.price.value_or(domain::Price{}));
    m_price->setAccessibleName(tr("New price"));
    auto* form = new QFormLayout;
    form->addRow(tr("Order"),
                 plainLabel(tr("%1 %2, %3 left of %4", "side, name, remaining, quantity")
                                .arg(sideName(order.request.side), name,
                                     groupedText(order.remaining().shares()),
                                     groupedText(order.request.quantity.shares())),
                            this));
    form->addRow(tr("Price now"),
                 plainLabel(priceText(order.request.price.value_or(domain::Price{})), this));
    form->addRow(tr("New price"), m_price);
    auto* buttons = new QDialogButtonBox{this};
    QPushButton* go = buttons->addButton(tr("Amend"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    const domain::Price before = order.request.price.value_or(domain::Price{});
    const auto check = [this, go, before] {
        go->setEnabled(m_price->price().won() > 0 && m_price->price() != before);
    };
    connect(m_price, &QSpinBox::valueChanged, this, check);
    check();
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_price->price());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_price->setFocus();
    m_price->selectAll();
}

ResolveDialog::ResolveDialog(const domain::Order& order, const QString& name,
                             const std::vector<domain::Order>& all, QWidget* parent)
    : QDialog{parent}, m_numbers{new QComboBox{this}}
{
    setObjectName(QStringLiteral("resolveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which order is it?"));
    auto* question = plainLabel(
        tr("%1 %2, %3 shares at %4, sent at %5.\n\nThe answer was lost and several of "
           "the broker's orders fit. Compare with the order list of the HTS and choose "
           "its number, or say that none of them is this order.")
            .arg(sideName(order.request.side), name, groupedText(order.request.quantity.shares()),
                 priceText(order.request.price.value_or(domain::Price{})),
                 clockText(order.intentAt)),
        this);
    question->setWordWrap(true);
    question->setMinimumWidth(420);
    m_numbers->setEditable(true);
    m_numbers->setInsertPolicy(QComboBox::NoInsert);
    m_numbers->setAccessibleName(tr("Order number at the broker"));
    for (const domain::Order& other : all) {
        const bool fits = other.state == domain::OrderState::External
                          && other.request.symbol == order.request.symbol
                          && other.request.side == order.request.side;
        if (fits) {
            m_numbers->addItem(tr("%1 · %2 shares at %3, %4", "number, quantity, price, state")
                                   .arg(other.broker.number(),
                                        groupedText(other.request.quantity.shares()),
                                        priceText(other.request.price.value_or(domain::Price{})),
                                        clockText(other.acceptedAt)),
                               other.broker.number());
        }
    }
    m_numbers->setCurrentIndex(-1);
    m_numbers->lineEdit()->setPlaceholderText(tr("Number from the HTS"));
    auto* buttons = new QDialogButtonBox{this};
    m_take = buttons->addButton(tr("It is this one"), QDialogButtonBox::ActionRole);
    m_none = buttons->addButton(tr("None of them"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Decide later"), QDialogButtonBox::RejectRole);
    m_take->setEnabled(false);
    connect(m_numbers, &QComboBox::editTextChanged, this,
            [this] { m_take->setEnabled(!number().isEmpty()); });
    connect(m_take, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(number());
        accept();
    });
    connect(m_none, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(domain::BrokerOrderId{});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(question);
    layout->addWidget(m_numbers);
    layout->addWidget(buttons);
}

domain::BrokerOrderId ResolveDialog::number() const
{
    const int at = m_numbers->findText(m_numbers->currentText());
    const QString text =
        at >= 0 ? m_numbers->itemData(at).toString() : m_numbers->currentText().trimmed();
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char{'0'} && c <= QLatin1Char{'9'};
    });
    return digits ? domain::BrokerOrderId::fromWire(text) : domain::BrokerOrderId{};
}

MismatchFigures mismatchFigures(const domain::DeskSnapshot& snapshot, const domain::Symbol& symbol)
{
    MismatchFigures figures;
    if (snapshot.log) {
        for (const domain::LogEntry& entry : *snapshot.log) {
            if (entry.code == domain::LogCode::HoldingMismatch
                && entry.arguments.value(0) == symbol.toString()) {
                figures = {.ours = entry.arguments.value(1), .brokers = entry.arguments.value(2)};
            }
        }
    }
    return figures;
}
}  // namespace ui
