#include "ui/orders_panel.h"

#include "ui/icons.h"
#include "ui/order_dialogs.h"
#include "ui/words_orders.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::OrderState;

namespace
{
const QString kOrdersGroup = QStringLiteral("orders");

bool mayCancel(const domain::Order& order)
{
    return order.state == OrderState::Working || order.state == OrderState::Partial
           || order.state == OrderState::AmendIntent || order.state == OrderState::AmendUnknown
           || order.state == OrderState::CancelUnknown;
}

bool mayAmend(const domain::Order& order)
{
    return (order.state == OrderState::Working || order.state == OrderState::Partial)
           && order.request.type == domain::OrderType::Limit;
}

QToolButton* actionButton(QWidget* parent)
{
    auto* made = new QToolButton{parent};
    made->setProperty("boxed", true);
    made->setEnabled(false);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}
}  // namespace

OrdersPanel::OrdersPanel(OrderSender& sender, QWidget* parent)
    : Panel{parent}, m_sender{sender}, m_model{new OrdersModel{this}}, m_table{new DeskTable{this}}
{
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_show = new QComboBox{bar};
    m_show->addItems({QString{}, QString{}});
    m_filter = new QLineEdit{bar};
    m_filter->setClearButtonEnabled(true);
    m_cancel = actionButton(bar);
    m_amend = actionButton(bar);
    m_resolve = actionButton(bar);
    m_cancelSymbol = actionButton(bar);
    m_cancelAll = actionButton(bar);
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(4);
    barLayout->addWidget(m_show);
    barLayout->addWidget(m_filter, 1);
    for (QToolButton* button : {m_resolve, m_amend, m_cancel, m_cancelSymbol, m_cancelAll}) {
        barLayout->addWidget(button);
    }
    barLayout->addWidget(m_export);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);
    m_table->setModel(m_model);
    m_table->setFixedColumns(2);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);

    connect(m_table, &DeskTable::hovered, m_model, &OrdersModel::setFrozen);
    connect(m_show, &QComboBox::currentIndexChanged, this,
            [this](int at) { setFilter(at == 0 ? OrderFilter::Working : OrderFilter::All); });
    connect(m_filter, &QLineEdit::textChanged, m_model, &OrdersModel::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersPanel::showActions);
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        const domain::Order* order = current();
        if (order != nullptr && order->state == OrderState::Ambiguous) {
            resolveCurrent();
        } else if (order != nullptr && mayAmend(*order)) {
            amendCurrent();
        }
    });
    connect(m_cancel, &QToolButton::clicked, this, &OrdersPanel::cancelCurrent);
    connect(m_amend, &QToolButton::clicked, this, &OrdersPanel::amendCurrent);
    connect(m_resolve, &QToolButton::clicked, this, &OrdersPanel::resolveCurrent);
    connect(m_cancelSymbol, &QToolButton::clicked, this, [this] {
        if (const domain::Order* order = current()) {
            cancelAll(order->request.symbol);
        }
    });
    connect(m_cancelAll, &QToolButton::clicked, this, [this] { cancelAll(std::nullopt); });
    connect(m_export, &QToolButton::clicked, this,
            [this] { m_table->exportCsv(QStringLiteral("orders.csv")); });
    auto* byKey = new QAction{m_table};
    byKey->setShortcut(Qt::Key_Delete);
    byKey->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(byKey);
    connect(byKey, &QAction::triggered, this, &OrdersPanel::cancelCurrent);
    setFocusProxy(m_table);
    m_show->setCurrentIndex(1);
    retranslate();
}

void OrdersPanel::apply(const domain::DeskSnapshot& snapshot)
{
    m_model->apply(snapshot);
    showActions();
}

void OrdersPanel::setFilter(OrderFilter filter)
{
    m_show->setCurrentIndex(filter == OrderFilter::Working ? 0 : 1);
    m_model->setFilter(filter);
    showActions();
}

const domain::Order* OrdersPanel::current() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() ? &m_model->line(at.row()).order : nullptr;
}

void OrdersPanel::showActions()
{
    const domain::Order* order = current();
    const bool ours = order != nullptr && order->state != OrderState::External;
    m_cancel->setEnabled(ours && mayCancel(*order));
    m_amend->setEnabled(ours && mayAmend(*order) && m_sender.whyNot().isEmpty());
    m_resolve->setEnabled(ours && order->state == OrderState::Ambiguous);
    bool any = false;
    bool ofSymbol = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const domain::Order& other = m_model->line(row).order;
        if (mayCancel(other)) {
            any = true;
            ofSymbol =
                ofSymbol || (order != nullptr && other.request.symbol == order->request.symbol);
        }
    }
    m_cancelSymbol->setEnabled(ofSymbol);
    m_cancelAll->setEnabled(any);
}

void OrdersPanel::cancelCurrent()
{
    const domain::Order* order = current();
    if (order != nullptr && order->state != OrderState::External && mayCancel(*order)) {
        m_sender.cancel(order->id);
    }
}

void OrdersPanel::amendCurrent()
{
    const domain::Order* order = current();
    if (order == nullptr || !mayAmend(*order)) {
        return;
    }
    const domain::SymbolView* view = m_sender.viewOf(order->request.symbol);
    auto* dialog = new AmendDialog{*order, m_sender.nameOf(order->request.symbol),
                                   view == nullptr ? domain::StepTable::Share : view->steps, this};
    connect(dialog, &AmendDialog::chosen, this,
            [this, asked = *order](domain::Price price) { m_sender.amend(asked, price); });
    dialog->open();
}

void OrdersPanel::resolveCurrent()
{
    const domain::Order* order = current();
    if (order == nullptr || order->state != OrderState::Ambiguous || !m_sender.snapshot()) {
        return;
    }
    std::vector<domain::BrokerOrderRow> rows;
    for (const domain::OrderCandidates& one : m_sender.snapshot()->trading->candidates) {
        if (one.id == order->id) {
            rows = one.rows;
        }
    }
    auto* dialog = new ResolveDialog{*order, m_sender.nameOf(order->request.symbol), rows, this};
    connect(dialog, &ResolveDialog::chosen, this,
            [this, id = order->id](const domain::BrokerOrderId& broker) {
                m_sender.perform(domain::ResolveOrder{.id = id, .broker = broker});
            });
    dialog->open();
}

void OrdersPanel::cancelAll(const std::optional<domain::Symbol>& symbol)
{
    m_sender.perform(domain::CancelAll{.symbol = symbol, .side = std::nullopt});
}

void OrdersPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_model->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    setWidths();
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
}

void OrdersPanel::setWidths()
{
    QStringList samples;
    for (int column = 0; column < kOrderColumns; ++column) {
        samples.push_back(orderColumnSample(static_cast<OrderColumn>(column)));
    }
    m_table->setColumnSamples(samples);
}

void OrdersPanel::save(QSettings& settings) const
{
    m_table->save(settings, kOrdersGroup);
    settings.setValue(kOrdersGroup + QStringLiteral("/all"), m_show->currentIndex());
}

void OrdersPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kOrdersGroup);
    m_show->setCurrentIndex(
        settings.value(kOrdersGroup + QStringLiteral("/all"), 1).toInt() == 0 ? 0 : 1);
}

void OrdersPanel::retranslate()
{
    m_show->setItemText(0, tr("Working"));
    m_show->setItemText(1, tr("All of today"));
    m_show->setAccessibleName(tr("Which orders are shown"));
    m_filter->setPlaceholderText(tr("Filter by code or name"));
    m_filter->setAccessibleName(tr("Filter by code or name"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel the rest of the chosen order (Delete)"));
    m_amend->setText(tr("Amend…"));
    m_amend->setToolTip(tr("Give the chosen order another price"));
    m_resolve->setText(tr("Resolve…"));
    m_resolve->setToolTip(tr("Say which of the broker's orders the chosen one is"));
    m_cancelSymbol->setText(tr("Cancel symbol"));
    m_cancelSymbol->setToolTip(tr("Cancel all working orders of this symbol"));
    m_cancelAll->setText(tr("Cancel all"));
    m_cancelAll->setToolTip(tr("Cancel all working orders of all symbols"));
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Orders"));
    m_model->retranslate();
    setWidths();
}
}  // namespace ui

#include "moc_orders_panel.cpp"
