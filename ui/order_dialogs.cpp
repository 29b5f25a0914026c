#include "ui/order_dialogs.h"

#include "ui/format.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

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
                             const std::vector<domain::BrokerOrderRow>& candidates, QWidget* parent)
    : QDialog{parent}, m_table{new QTableWidget{this}}, m_typed{new QLineEdit{this}}
{
    setObjectName(QStringLiteral("resolveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which order is it?"));
    auto* question = plainLabel(
        tr("%1 %2, %3 shares at %4, sent at %5.\n\nThe answer was lost and several of "
           "the broker's orders fit. Compare with the order list of the HTS and choose "
           "the right one, or say that none of them is this order.")
            .arg(sideName(order.request.side), name, groupedText(order.request.quantity.shares()),
                 priceText(order.request.price.value_or(domain::Price{})),
                 clockText(order.intentAt)),
        this);
    question->setWordWrap(true);
    fill(candidates);
    m_typed->setPlaceholderText(tr("Another number, from the HTS"));
    m_typed->setAccessibleName(tr("Order number at the broker"));
    auto* buttons = new QDialogButtonBox{this};
    m_take = buttons->addButton(tr("It is this one"), QDialogButtonBox::ActionRole);
    m_none = buttons->addButton(tr("None of them"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Decide later"), QDialogButtonBox::RejectRole);
    m_take->setEnabled(false);
    const auto check = [this] { m_take->setEnabled(!number().isEmpty()); };
    connect(m_typed, &QLineEdit::textChanged, this, check);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, check);
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
    layout->addWidget(m_table);
    layout->addWidget(m_typed);
    layout->addWidget(buttons);
    setMinimumWidth(620);
}

void ResolveDialog::fill(const std::vector<domain::BrokerOrderRow>& candidates)
{
    m_table->setColumnCount(6);
    m_table->setHorizontalHeaderLabels(
        {tr("Number"), tr("Time"), tr("Side"), tr("Quantity"), tr("Price"), tr("Filled")});
    m_table->setAccessibleName(tr("Orders of the broker that fit"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setSelectionMode(QTableWidget::SingleSelection);
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setRowCount(static_cast<int>(candidates.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const domain::BrokerOrderRow& one = candidates[static_cast<std::size_t>(row)];
        const QStringList texts{one.broker.number(),
                                domain::timeText(one.time),
                                sideName(one.side),
                                groupedText(one.quantity.shares()),
                                priceText(one.price.value_or(domain::Price{})),
                                groupedText(one.filled.shares())};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem{texts[column]};
            item->setTextAlignment(Qt::AlignVCenter
                                   | (column >= 3 ? Qt::AlignRight : Qt::AlignLeft));
            m_table->setItem(row, column, item);
        }
    }
    m_table->setVisible(m_table->rowCount() > 0);
}

domain::BrokerOrderId ResolveDialog::number() const
{
    // What was typed is meant: it is the last resort, and it was typed on purpose.
    const QString typed = m_typed->text().trimmed();
    if (!typed.isEmpty()) {
        const bool digits = std::all_of(typed.begin(), typed.end(), [](QChar c) {
            return c >= QLatin1Char{'0'} && c <= QLatin1Char{'9'};
        });
        return digits ? domain::BrokerOrderId::fromWire(typed) : domain::BrokerOrderId{};
    }
    const QList<QTableWidgetItem*> chosen = m_table->selectedItems();
    return chosen.isEmpty()
               ? domain::BrokerOrderId{}
               : domain::BrokerOrderId::fromWire(m_table->item(chosen.first()->row(), 0)->text());
}
}  // namespace ui

#include "moc_order_dialogs.cpp"
