#include "ui/why_view.h"

#include "ui/plain_text.h"
#include "ui/rule_lookup.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;

void setUpConditionTable(DeskTable& table, ConditionModel& model, GaugeDelegate& gauge)
{
    table.setModel(&model);
    table.setItemDelegateForColumn(static_cast<int>(ConditionColumn::Gauge), &gauge);
    table.setFixedColumns(2);
    table.horizontalHeader()->setStretchLastSection(true);
    for (const ConditionColumn column :
         {ConditionColumn::Steps, ConditionColumn::Held, ConditionColumn::NearMisses}) {
        table.setColumnHidden(static_cast<int>(column), true);
    }
}

void setConditionWidths(DeskTable& table)
{
    QStringList samples;
    for (int column = 0; column < kConditionColumns; ++column) {
        samples.push_back(ConditionModel::sample(static_cast<ConditionColumn>(column)));
    }
    table.setColumnSamples(samples);
}

WhyPage::WhyPage(QWidget* parent)
    : Panel{parent},
      m_headline{plainLabel({}, this)},
      m_model{new ConditionModel{this}},
      m_gauge{new GaugeDelegate{*m_model, this}},
      m_table{new DeskTable{this}}
{
    m_headline->setWordWrap(true);
    m_headline->setContentsMargins(6, 4, 6, 4);
    setUpConditionTable(*m_table, *m_model, *m_gauge);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_headline);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    retranslate();
}

void WhyPage::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.rules || snapshot.rules->why.symbol != snapshot.selected) {
        // Asked for and not there yet: another symbol's reasons under this name would mislead.
        m_shown = {};
        m_shown.symbol = {};
        show();
        return;
    }
    if (snapshot.rules->why == m_shown) {
        return;
    }
    m_shown = snapshot.rules->why;
    m_name = issueName(snapshot, m_shown.symbol);
    show();
}

void WhyPage::show()
{
    if (m_shown.symbol.isEmpty()) {
        m_headline->setText(tr("No symbol selected"));
        m_model->apply({});
        return;
    }
    std::vector<ConditionLine> lines = whyLines(m_shown);
    const auto first = std::find_if(lines.begin(), lines.end(), [](const ConditionLine& line) {
        return line.tone == Tone::Bad || line.tone == Tone::Doubt;
    });
    const auto failing = std::count_if(lines.begin(), lines.end(), [](const ConditionLine& line) {
        return line.tone == Tone::Bad || line.tone == Tone::Doubt;
    });
    const QString wanted = m_shown.held ? tr("%1 is held; nothing is added").arg(m_name)
                                        : tr("%1 is not bought").arg(m_name);
    if (first == lines.end()) {
        m_headline->setText(tr("%1: nothing stops it now").arg(m_name));
    } else {
        const QString reason =
            first->limit.isEmpty()
                ? QStringLiteral("%1 %2").arg(first->name, first->value)
                : QStringLiteral("%1 %2 / %3").arg(first->name, first->value, first->limit);
        m_headline->setText(tr("%1: %2 (%n reason(s))", "why not: first reason, how many",
                               static_cast<int>(failing))
                                .arg(wanted, reason));
    }
    m_headline->setStyleSheet(
        QStringLiteral("color: %1")
            .arg((first == lines.end() ? m_theme.good : m_theme.text).name()));
    m_model->apply(std::move(lines));
}

void WhyPage::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_model->setTheme(theme);
    m_gauge->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    setConditionWidths(*m_table);
    show();
}

void WhyPage::retranslate()
{
    m_table->setAccessibleName(tr("Why not"));
    m_model->retranslate();
    setConditionWidths(*m_table);
    show();
}

QString WhyPage::headline() const
{
    return m_headline->text();
}
}  // namespace ui

#include "moc_why_view.cpp"
