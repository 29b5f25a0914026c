#include "ui/decisions_panel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/plain_text.h"
#include "ui/words_rules.h"

#include <QComboBox>
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
const QString kGroup = QStringLiteral("decisions");
constexpr std::array kKinds{DecisionKind::Entry, DecisionKind::Add,   DecisionKind::Wave,
                            DecisionKind::Exit,  DecisionKind::Stop,  DecisionKind::Pattern,
                            DecisionKind::Guard, DecisionKind::Shadow};
constexpr std::array kVerdicts{Verdict::Take, Verdict::Refuse, Verdict::Note};

/// The chosen entry of a combo whose first entry means all.
template <typename Code, std::size_t count>
std::optional<Code> chosenOf(const QComboBox& box, const std::array<Code, count>& codes)
{
    const int at = box.currentIndex() - 1;
    return at < 0 ? std::nullopt : std::optional{codes.at(static_cast<std::size_t>(at))};
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
    fillFilters();
    retranslate();
}

QWidget* DecisionsPanel::makeDecisions()
{
    auto* page = new QWidget{m_pages};
    auto* bar = new QWidget{page};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_text = new QLineEdit{bar};
    m_text->setClearButtonEnabled(true);
    m_kind = new QComboBox{bar};
    m_verdict = new QComboBox{bar};
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(4);
    barLayout->addWidget(m_text, 1);
    barLayout->addWidget(m_kind);
    barLayout->addWidget(m_verdict);
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
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DecisionsPanel::filter);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &DecisionsPanel::filter);
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
    m_why->apply(snapshot);
    m_interventions->apply(snapshot);
    showTotal();
}

void DecisionsPanel::filter()
{
    m_model->setFilter({.text = m_text->text().trimmed(),
                        .kind = chosenOf(*m_kind, kKinds),
                        .verdict = chosenOf(*m_verdict, kVerdicts)});
    showDetails();
}

void DecisionsPanel::showDetails()
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid()) {
        m_details->apply({});
        m_detailTable->hide();
        return;
    }
    const domain::Decision& chosen = *m_model->line(at.row()).decision;
    const bool exit = chosen.kind == DecisionKind::Exit;
    m_details->apply(exit ? exitLines(chosen.conditions) : conditionLines(chosen.conditions));
    m_detailTable->setVisible(!chosen.conditions.empty());
}

void DecisionsPanel::showTotal()
{
    const domain::Won gain = m_interventions->gainTotal();
    m_total->setText(tr("Your hand against the rules today: %1 won").arg(signedWonText(gain)));
    m_total->setStyleSheet(
        QStringLiteral("color: %1").arg(m_theme.signColour(gain.value()).name()));
}

void DecisionsPanel::fillFilters()
{
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const int chosen = std::max(0, box->currentIndex());
        while (box->count() < texts.size()) {
            box->addItem({});
        }
        for (int i = 0; i < texts.size(); ++i) {
            box->setItemText(i, texts[i]);
        }
        box->setCurrentIndex(chosen);
    };
    QStringList kinds{tr("All kinds")};
    for (const DecisionKind kind : kKinds) {
        kinds.push_back(decisionKindName(kind));
    }
    QStringList verdicts{tr("All verdicts")};
    for (const Verdict verdict : kVerdicts) {
        verdicts.push_back(verdictName(verdict));
    }
    fill(m_kind, kinds);
    fill(m_verdict, verdicts);
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
                               QStringLiteral("✕ ") + verdictName(Verdict::Refuse), name,
                               QStringLiteral("GUARD"), QString{24, QLatin1Char{'n'}}});
    m_interventionTable->setColumnSamples(
        {clock, name, interventionName(domain::InterventionKind::Automation),
         QStringLiteral("1,021,000"), QString{20, QLatin1Char{'n'}}, clock,
         QStringLiteral("▲ +1,000,000")});
    setConditionWidths(*m_detailTable);
}

void DecisionsPanel::save(QSettings& settings) const
{
    m_table->save(settings, kGroup);
    settings.setValue(kGroup + QStringLiteral("/kind"), m_kind->currentIndex());
    settings.setValue(kGroup + QStringLiteral("/verdict"), m_verdict->currentIndex());
}

void DecisionsPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kGroup);
    for (const auto& [key, box] : {std::pair{QStringLiteral("/kind"), m_kind},
                                   std::pair{QStringLiteral("/verdict"), m_verdict}}) {
        box->setCurrentIndex(
            std::clamp(settings.value(kGroup + key, 0).toInt(), 0, box->count() - 1));
    }
}

void DecisionsPanel::retranslate()
{
    m_pages->setTabText(0, tr("Decisions"));
    m_pages->setTabText(1, tr("Why not"));
    m_pages->setTabText(2, tr("Interventions"));
    m_text->setPlaceholderText(tr("Code, name or rule"));
    m_text->setAccessibleName(tr("Filter by code, name or rule"));
    m_kind->setAccessibleName(tr("Kind of decision shown"));
    m_verdict->setAccessibleName(tr("Verdict shown"));
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Decisions"));
    m_detailTable->setAccessibleName(tr("Conditions of the decision"));
    m_interventionTable->setAccessibleName(tr("Interventions"));
    fillFilters();
    m_model->retranslate();
    m_details->retranslate();
    m_interventions->retranslate();
    setWidths();
    showDetails();
    showTotal();
}

QString DecisionsPanel::totalText() const
{
    return m_total->text();
}
}  // namespace ui
