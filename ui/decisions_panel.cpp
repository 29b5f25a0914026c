#include "ui/decisions_panel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/plain_text.h"
#include "ui/words_rules.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::DecisionKind;
using domain::Verdict;

namespace
{
const QString kDecisionsGroup = QStringLiteral("decisions2");

QString sortName(DecisionSort sort)
{
    switch (sort) {
    case DecisionSort::Main:
        return DecisionsPanel::tr("Main", "decisions: those that matter");
    case DecisionSort::Taken:
        return DecisionsPanel::tr("Taken", "decisions");
    case DecisionSort::Refused:
        return DecisionsPanel::tr("Refused", "decisions");
    case DecisionSort::Exits:
        return DecisionsPanel::tr("Exits", "decisions");
    case DecisionSort::Adds:
        return DecisionsPanel::tr("Adds", "decisions");
    case DecisionSort::Guard:
        return DecisionsPanel::tr("Guard", "decisions");
    case DecisionSort::All:
        return DecisionsPanel::tr("All", "decisions");
    }
    return {};
}

QString sortHelp(DecisionSort sort)
{
    switch (sort) {
    case DecisionSort::Main:
        return DecisionsPanel::tr(
            "What was done, stops that moved, adds judged, the guard; without "
            "refused entries");
    case DecisionSort::Taken:
        return DecisionsPanel::tr("Decisions that became an order");
    case DecisionSort::Refused:
        return DecisionsPanel::tr("What was not done, by reasons; repeats are one row");
    case DecisionSort::Exits:
        return DecisionsPanel::tr("Sales and moves of stops");
    case DecisionSort::Adds:
        return DecisionsPanel::tr("Adds judged, and the pattern that leads to them");
    case DecisionSort::Guard:
        return DecisionsPanel::tr("What the portfolio guard did");
    case DecisionSort::All:
        return DecisionsPanel::tr("Every decision");
    }
    return {};
}
}  // namespace

DecisionsPanel::DecisionsPanel(QWidget* parent)
    : Panel{parent}, m_pages{new QTabWidget{this}}, m_why{new WhyPage{m_pages}}
{
    m_pages->setDocumentMode(true);
    m_pages->addTab(makeDecisions(), {});
    m_pages->addTab(m_why, {});
    m_pages->addTab(makeInterventions(), {});
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    retranslate();
}

QWidget* DecisionsPanel::makeDecisions()
{
    auto* page = new QWidget{m_pages};
    auto* bar = new QWidget{page};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_text = new QLineEdit{bar};
    m_text->setClearButtonEnabled(true);
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    m_sorts = new QButtonGroup{this};
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(2);
    for (int sort = 0; sort < kDecisionSorts; ++sort) {
        auto* button = new QToolButton{bar};
        button->setCheckable(true);
        button->setProperty("boxed", true);
        button->setFocusPolicy(Qt::TabFocus);
        m_sorts->addButton(button, sort);
        barLayout->addWidget(button);
    }
    m_sorts->button(static_cast<int>(DecisionSort::Main))->setChecked(true);
    barLayout->addWidget(m_text, 1);
    barLayout->addWidget(m_export);
    m_model = new DecisionsModel{this};
    m_details = new ConditionModel{this};
    m_gauge = new GaugeDelegate{*m_details, this};
    auto* split = new QSplitter{Qt::Vertical, page};
    m_table = new DeskTable{split};
    m_detailTable = new DeskTable{split};
    split->addWidget(m_table);
    split->addWidget(m_detailTable);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    setUpConditionTable(*m_detailTable, *m_details, *m_gauge);
    m_detailTable->hide();  // Until a decision is chosen.
    auto* layout = new QVBoxLayout{page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(split, 1);
    connect(m_table, &DeskTable::hovered, m_model, &DecisionsModel::setFrozen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DecisionsPanel::showDetails);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        const domain::Symbol symbol = m_model->line(at.row()).decision->symbol;
        if (!symbol.isEmpty()) {
            Q_EMIT symbolWanted(symbol);
        }
    });
    connect(m_text, &QLineEdit::textChanged, this, &DecisionsPanel::filter);
    connect(m_sorts, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) {
            filter();
        }
    });
    connect(m_export, &QToolButton::clicked, this,
            [this] { m_table->exportCsv(QStringLiteral("decisions.csv")); });
    return page;
}

QWidget* DecisionsPanel::makeInterventions()
{
    auto* page = new QWidget{m_pages};
    m_interventions = new InterventionModel{this};
    m_interventionTable = new DeskTable{page};
    m_interventionTable->setModel(m_interventions);
    m_interventionTable->horizontalHeader()->setStretchLastSection(true);
    m_total = plainLabel({}, page);
    m_total->setContentsMargins(6, 4, 6, 4);
    auto* layout = new QVBoxLayout{page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_total);
    layout->addWidget(m_interventionTable, 1);
    connect(m_interventionTable, &DeskTable::hovered, m_interventions,
            &InterventionModel::setFrozen);
    return page;
}

void DecisionsPanel::apply(const domain::DeskSnapshot& snapshot)
{
    m_model->apply(snapshot);
    const QModelIndex at = m_table->currentIndex();
    if (at.isValid() && m_model->line(at.row()).decision != m_detailed) {
        showDetails();  // The same refusal again: its newest figures.
    }
    m_why->apply(snapshot);
    m_interventions->apply(snapshot);
    showTotal();
}

void DecisionsPanel::filter()
{
    m_model->setFilter({.text = m_text->text().trimmed(),
                        .sort = static_cast<DecisionSort>(m_sorts->checkedId())});
    showDetails();
}

void DecisionsPanel::showDetails()
{
    const QModelIndex at = m_table->currentIndex();
    m_detailed = at.isValid() ? m_model->line(at.row()).decision : nullptr;
    if (!at.isValid()) {
        m_details->apply({});
        m_detailTable->hide();
        return;
    }
    const domain::Decision& chosen = *m_model->line(at.row()).decision;
    m_details->apply(domain::isExit(chosen) ? exitLines(chosen.conditions)
                                            : conditionLines(chosen.conditions));
    m_detailTable->setVisible(!chosen.conditions.empty());
}

void DecisionsPanel::showTotal()
{
    const domain::Won gain = m_interventions->gainTotal();
    m_total->setText(tr("Your hand against the rules today: %1 won").arg(signedWonText(gain)));
    m_total->setStyleSheet(
        QStringLiteral("color: %1").arg(m_theme.signColour(gain.value()).name()));
}

QWidget* DecisionsPanel::focusTarget()
{
    switch (m_pages->currentIndex()) {
    case 1:
        return m_why->focusTarget();
    case 2:
        return m_interventionTable;
    default:
        return m_table;
    }
}

void DecisionsPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_model->setTheme(theme);
    m_details->setTheme(theme);
    m_gauge->setTheme(theme);
    m_interventions->setTheme(theme);
    for (DeskTable* table : {m_table, m_detailTable, m_interventionTable}) {
        table->setFontPoints(fontPoints);
    }
    m_why->setTheme(theme, fontPoints);
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
    setWidths();
    showTotal();
}

void DecisionsPanel::setWidths()
{
    const QString clock = QStringLiteral("00:00:00");
    const QString name = QStringLiteral("레인보우로보");
    m_table->setColumnSamples({clock, decisionKindName(DecisionKind::Pattern),
                               QStringLiteral("✕ ") + verdictName(Verdict::Refuse),
                               QStringLiteral("999"), name, QStringLiteral("GUARD"),
                               QString{24, QLatin1Char{'n'}}});
    m_interventionTable->setColumnSamples(
        {clock, name, interventionName(domain::InterventionKind::Automation),
         QStringLiteral("1,021,000"), QString{20, QLatin1Char{'n'}}, clock,
         QStringLiteral("▲ +1,000,000")});
    setConditionWidths(*m_detailTable);
}

void DecisionsPanel::save(QSettings& settings) const
{
    m_table->save(settings, kDecisionsGroup);
    settings.setValue(kDecisionsGroup + QStringLiteral("/sort"), m_sorts->checkedId());
}

void DecisionsPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kDecisionsGroup);
    if (QAbstractButton* kept =
            m_sorts->button(settings.value(kDecisionsGroup + QStringLiteral("/sort"), 0).toInt())) {
        kept->setChecked(true);
    }
}

void DecisionsPanel::retranslate()
{
    m_pages->setTabText(0, tr("Decisions"));
    m_pages->setTabText(1, tr("Why not"));
    m_pages->setTabText(2, tr("Interventions"));
    m_text->setPlaceholderText(tr("Code, name or rule"));
    m_text->setAccessibleName(tr("Filter by code, name or rule"));
    for (int sort = 0; sort < kDecisionSorts; ++sort) {
        QToolButton& button = sortButton(static_cast<DecisionSort>(sort));
        button.setText(sortName(static_cast<DecisionSort>(sort)));
        button.setToolTip(sortHelp(static_cast<DecisionSort>(sort)));
    }
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Decisions"));
    m_detailTable->setAccessibleName(tr("Conditions of the decision"));
    m_interventionTable->setAccessibleName(tr("Interventions"));
    m_model->retranslate();
    m_details->retranslate();
    m_interventions->retranslate();
    setWidths();
    showDetails();
    showTotal();
}

QToolButton& DecisionsPanel::sortButton(DecisionSort sort)
{
    return *qobject_cast<QToolButton*>(m_sorts->button(static_cast<int>(sort)));
}

QString DecisionsPanel::totalText() const
{
    return m_total->text();
}
}  // namespace ui

#include "moc_decisions_panel.cpp"
