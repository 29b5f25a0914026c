#include "ui/positions_panel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/order_dialogs.h"
#include "ui/rule_lookup.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
const ColumnPairs& pairs()
{
    const auto at = [](PositionColumn column) { return static_cast<int>(column); };
    static const ColumnPairs made{
        {at(PositionColumn::Name), at(PositionColumn::Code)},
        {at(PositionColumn::Quantity), at(PositionColumn::Sellable)},
        {at(PositionColumn::Average), at(PositionColumn::Last)},
        {at(PositionColumn::Pnl), at(PositionColumn::PnlShare)},
        {at(PositionColumn::Stop), at(PositionColumn::StopDistance)},
        {at(PositionColumn::Trail), at(PositionColumn::Pyramid)},
        {at(PositionColumn::Held), at(PositionColumn::TimeExit)},
        {at(PositionColumn::Automation), at(PositionColumn::Owner)},
        {at(PositionColumn::BreakEven), at(PositionColumn::Realized)},
    };
    return made;
}

const QString kPositionsGroup = QStringLiteral("positions3");
}  // namespace

PositionsPanel::PositionsPanel(OrderSender& sender, RuleControl& control,
                               const core::config::Config& config, QWidget* parent)
    : Panel{parent},
      m_sender{sender},
      m_control{control},
      m_model{new PositionsModel{config, this}},
      m_table{new DeskTable{this}}
{
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(4);
    m_filter = new QLineEdit{bar};
    m_filter->setClearButtonEnabled(true);
    barLayout->addWidget(m_filter, 1);
    m_sold = new QToolButton{bar};
    m_sold->setProperty("boxed", true);
    m_sold->setCheckable(true);
    m_sold->setFocusPolicy(Qt::TabFocus);
    barLayout->addWidget(m_sold);
    connect(m_sold, &QToolButton::toggled, m_model, &PositionsModel::setSoldShown);
    m_mismatch = new QToolButton{bar};
    m_mismatch->setProperty("boxed", true);
    m_mismatch->setEnabled(false);
    barLayout->addWidget(m_mismatch);
    m_open = new QToolButton{bar};
    m_open->setProperty("boxed", true);
    m_open->setEnabled(false);
    barLayout->addWidget(m_open);
    for (QToolButton** made : {&m_stop, &m_auto}) {
        *made = new QToolButton{bar};
        (*made)->setProperty("boxed", true);
        (*made)->setEnabled(false);
        (*made)->setFocusPolicy(Qt::TabFocus);
        barLayout->addWidget(*made);
    }
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (const domain::Position* position = current()) {
            m_control.askStop(position->symbol);
        }
    });
    connect(m_auto, &QToolButton::clicked, this, [this] {
        if (const domain::Position* position = current()) {
            m_control.askAutomation(position->symbol);
        }
    });
    for (std::size_t i = 0; i < kSellPercents.size(); ++i) {
        m_sell[i] = new QToolButton{bar};
        m_sell[i]->setProperty("boxed", true);
        m_sell[i]->setEnabled(false);
        m_sell[i]->setFocusPolicy(Qt::TabFocus);
        barLayout->addWidget(m_sell[i]);
        connect(m_sell[i], &QToolButton::clicked, this, [this, percent = kSellPercents[i]] {
            if (const domain::Position* position = current()) {
                m_sender.sell(*position, percent);
            }
        });
    }
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    barLayout->addWidget(m_export);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);
    m_table->setModel(m_model);
    m_table->setPairs(pairs());
    m_table->setFixedColumns(1);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);

    const auto open = [this] {
        if (const domain::Position* position = current()) {
            Q_EMIT symbolWanted(position->symbol);
        }
    };
    connect(m_table, &DeskTable::hovered, m_model, &PositionsModel::setFrozen);
    connect(m_filter, &QLineEdit::textChanged, m_model, &PositionsModel::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PositionsPanel::showActions);
    connect(m_table, &QTableView::doubleClicked, this, open);
    connect(m_open, &QToolButton::clicked, this, open);
    connect(m_mismatch, &QToolButton::clicked, this, &PositionsPanel::acceptHolding);
    connect(m_export, &QToolButton::clicked, this,
            [this] { m_table->exportCsv(QStringLiteral("positions.csv")); });
    setFocusProxy(m_table);
    retranslate();
}

void PositionsPanel::apply(const domain::DeskSnapshot& snapshot)
{
    m_model->apply(snapshot);
    showActions();
}

const domain::Position* PositionsPanel::current() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() ? &m_model->line(at.row()).position : nullptr;
}

void PositionsPanel::showActions()
{
    const domain::Position* position = current();
    const QString whyNot = m_sender.whyNot();
    const bool ruled = position != nullptr && position->quantity.shares() > 0
                       && m_control.isPossible() && m_sender.snapshot()->rules != nullptr;
    m_stop->setEnabled(ruled && ruledOf(*m_sender.snapshot(), position->symbol) != nullptr);
    m_auto->setEnabled(ruled);
    for (std::size_t i = 0; i < kSellPercents.size(); ++i) {
        const int percent = kSellPercents[i];
        const domain::Quantity quantity =
            position == nullptr ? domain::Quantity{} : shareOf(position->sellable, percent);
        m_sell[i]->setEnabled(quantity.shares() > 0 && whyNot.isEmpty());
        m_sell[i]->setToolTip(
            !whyNot.isEmpty() ? whyNot
            : quantity.shares() > 0
                ? tr("Sell %1 shares at market").arg(groupedText(quantity.shares()))
                : tr("Sell this part of what is sellable, at market"));
    }
    m_open->setEnabled(position != nullptr);
    m_mismatch->setEnabled(position != nullptr && position->mismatch);
    m_mismatch->setVisible(position != nullptr && position->mismatch);
}

void PositionsPanel::acceptHolding()
{
    const domain::Position* position = current();
    if (position == nullptr || !position->mismatch || !m_sender.snapshot()) {
        return;
    }
    const domain::Symbol symbol = position->symbol;
    askOnceMore(this, tr("Holding differs"),
                tr("%1 %2: the books have %3 shares, the broker %4.\n\nCompare with the HTS. "
                   "Accepting makes the broker's figure the truth: the difference counts as not "
                   "bought or sold by this program.")
                    .arg(symbol.toString(), m_sender.nameOf(symbol),
                         groupedText(position->quantity.shares()),
                         groupedText(position->brokers.shares())),
                tr("Accept the broker's figure"),
                [this, symbol] { m_sender.perform(domain::AcceptHolding{symbol}); });
}

void PositionsPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_model->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    setWidths();
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
    m_mismatch->setIcon(roleIcon(QStringLiteral("warning"), theme.warn));
}

void PositionsPanel::setWidths()
{
    QStringList samples;
    for (int column = 0; column < kPositionColumns; ++column) {
        samples.push_back(positionColumnSample(static_cast<PositionColumn>(column)));
    }
    m_table->setColumnSamples(samples);
}

void PositionsPanel::save(QSettings& settings) const
{
    m_table->save(settings, kPositionsGroup);
}

void PositionsPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kPositionsGroup);
}

void PositionsPanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by code or name"));
    m_filter->setAccessibleName(tr("Filter by code or name"));
    m_sold->setText(tr("Sold", "filter: sold again today"));
    m_sold->setToolTip(tr("Also what was sold again today"));
    m_open->setText(tr("Chart and ladder"));
    m_open->setToolTip(tr("Show the symbol in chart and ladder (double click)"));
    m_stop->setText(tr("Stop…"));
    m_stop->setToolTip(tr("Move the stop of the chosen position"));
    m_auto->setText(tr("Auto…"));
    m_auto->setToolTip(tr("Automatic trading of the chosen position"));
    // The number of shares is in the tip: a text that grows when a row is chosen would push another
    // button under a hand on its way.
    for (std::size_t i = 0; i < kSellPercents.size(); ++i) {
        m_sell[i]->setText(tr("Sell %1 %", "percent").arg(kSellPercents[i]));
    }
    m_mismatch->setText(tr("Differs…"));
    m_mismatch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mismatch->setToolTip(tr("The broker holds another quantity; look and decide"));
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Positions"));
    m_model->retranslate();
    setWidths();
    showActions();
}
}  // namespace ui

#include "moc_positions_panel.cpp"
