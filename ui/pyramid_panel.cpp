#include "ui/pyramid_panel.h"

#include "ui/format.h"
#include "ui/pattern_text.h"
#include "ui/plain_text.h"
#include "ui/price_distance.h"
#include "ui/rule_lookup.h"
#include "ui/words_rules.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::PatternState;

namespace
{
enum LevelPlace : std::size_t
{
    kHigh,
    kLow,
    kDepth,
    kLast,
    kNear,
};

QToolButton* boxed(QWidget* parent)
{
    auto* made = new QToolButton{parent};
    made->setProperty("boxed", true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}
}  // namespace

PyramidPanel::PyramidPanel(RuleControl& control, const core::config::Config& config,
                           QWidget* parent)
    : Panel{parent},
      m_control{control},
      m_config{config},
      m_tabs{new QTabBar{this}},
      m_empty{plainLabel({}, this)},
      m_body{new QWidget{this}}
{
    m_stages = new StageBar{m_body};
    m_levels = new FigureRow{FigureRow::Style::Plain, m_body};
    m_model = new ConditionModel{this};
    m_gauge = new GaugeDelegate{*m_model, this};
    m_table = new DeskTable{m_body};
    m_whatIf = new WhatIfView{m_body};
    auto* bar = new QWidget{m_body};
    makeButtons(bar);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(ConditionColumn::Gauge), m_gauge);
    m_table->setFixedColumns(2);

    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(6, 4, 6, 0);
    inner->setSpacing(2);
    inner->addWidget(m_stages);
    inner->addWidget(m_levels);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(6, 2, 6, 4);
    below->setSpacing(2);
    below->addWidget(m_whatIf);
    below->addWidget(bar);
    below->addWidget(m_override);
    auto* body = new QVBoxLayout{m_body};
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addLayout(inner);
    body->addWidget(m_table, 1);
    body->addLayout(below);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_body, 1);
    m_body->hide();

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        if (!m_filling && at >= 0 && at < static_cast<int>(m_held.size())) {
            m_symbol = m_held[static_cast<std::size_t>(at)];
            Q_EMIT symbolWanted(m_symbol);
        }
    });
    setFocusProxy(m_table);
    retranslate();
}

void PyramidPanel::makeButtons(QWidget* bar)
{
    m_auto = boxed(bar);
    m_block = boxed(bar);
    m_approve = boxed(bar);
    m_policy = plainLabel({}, bar);
    m_override = plainLabel({}, m_body);
    m_auto->setCheckable(true);
    m_block->setCheckable(true);
    m_approve->setCheckable(true);
    auto* layout = new QHBoxLayout{bar};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QToolButton* button : {m_auto, m_block, m_approve}) {
        layout->addWidget(button);
    }
    layout->addStretch(1);
    layout->addWidget(m_policy);
    // The check shows what is in force, not what was clicked.
    const auto keep = [](QToolButton* button) { button->setChecked(!button->isChecked()); };
    connect(m_auto, &QToolButton::clicked, this, [this, keep] {
        keep(m_auto);
        m_control.autoAdd(m_symbol);
    });
    connect(m_block, &QToolButton::clicked, this, [this, keep] {
        keep(m_block);
        m_control.askBlockAdd(m_symbol);
    });
    connect(m_approve, &QToolButton::clicked, this, [this, keep] {
        keep(m_approve);
        m_control.askApproveAdd(m_symbol);
    });
}

domain::Symbol PyramidPanel::choose(const domain::DeskSnapshot& snapshot) const
{
    if (ruledOf(snapshot, snapshot.selected) != nullptr) {
        return snapshot.selected;
    }
    if (ruledOf(snapshot, m_symbol) != nullptr) {
        return m_symbol;
    }
    return snapshot.rules && !snapshot.rules->positions.empty()
               ? snapshot.rules->positions.front().symbol
               : domain::Symbol{};
}

void PyramidPanel::apply(const domain::DeskSnapshot& snapshot)
{
    m_symbol = choose(snapshot);
    showTabs(snapshot);
    const bool any = !m_symbol.isEmpty();
    m_empty->setVisible(!any);
    m_body->setVisible(any);
    if (any) {
        showPosition(snapshot);
    }
}

void PyramidPanel::showTabs(const domain::DeskSnapshot& snapshot)
{
    // In the order they came: a new position must not push the others from under the pointer.
    std::vector<domain::Symbol> held = m_held;
    std::erase_if(held, [&snapshot](const domain::Symbol& symbol) {
        return ruledOf(snapshot, symbol) == nullptr;
    });
    if (snapshot.rules) {
        for (const domain::RuledPosition& one : snapshot.rules->positions) {
            if (std::find(held.begin(), held.end(), one.symbol) == held.end()) {
                held.push_back(one.symbol);
            }
        }
    }
    m_filling = true;
    if (held != m_held) {
        m_held = std::move(held);
        while (m_tabs->count() > 0) {
            m_tabs->removeTab(m_tabs->count() - 1);
        }
        for (std::size_t i = 0; i < m_held.size(); ++i) {
            m_tabs->addTab(QString{});
        }
    }
    for (std::size_t i = 0; i < m_held.size(); ++i) {
        const int at = static_cast<int>(i);
        const QString name = issueName(snapshot, m_held[i]);
        // An ampersand in a name would become a shortcut.
        const QString text = QString{name}.replace(QLatin1Char{'&'}, QStringLiteral("&&"));
        if (m_tabs->tabText(at) != text) {
            m_tabs->setTabText(at, text);
        }
        const domain::RuledPosition& ruled = *ruledOf(snapshot, m_held[i]);
        m_tabs->setTabToolTip(at, plainToolTip(QStringLiteral("%1 %2: %3")
                                                   .arg(m_held[i].toString(), name,
                                                        pyramidText(ruled.marks.pattern.state,
                                                                    ruled.override.mode))));
        if (m_held[i] == m_symbol && m_tabs->currentIndex() != at) {
            m_tabs->setCurrentIndex(at);
        }
    }
    m_filling = false;
    m_tabs->setVisible(!m_held.empty());
}

void PyramidPanel::showPosition(const domain::DeskSnapshot& snapshot)
{
    const domain::RuledPosition& ruled = *ruledOf(snapshot, m_symbol);
    const domain::SymbolView* live = liveOf(snapshot, m_symbol);
    m_stages->setState(ruled.marks.pattern.state,
                       patternNote(ruled, live, voidReason(*snapshot.rules, m_symbol),
                                   m_config.pyramid, snapshot.now));
    m_stages->setToolTip(plainToolTip(m_stages->note()));
    showLevels(ruled, live);
    m_model->apply(addLines(ruled, live, snapshot.now));
    m_whatIf->apply(ruled.whatIf);
    showOverride(&ruled, snapshot.now);
}

void PyramidPanel::showLevels(const domain::RuledPosition& ruled, const domain::SymbolView* live)
{
    const domain::Pattern& pattern = ruled.marks.pattern;
    m_levels->setValue(kHigh, priceText(pattern.high));
    m_levels->setValue(kLow, priceText(pattern.low));
    const bool deep = pattern.state != PatternState::Off && pattern.high.won() > 0;
    m_levels->setValue(kDepth, deep ? unsignedPercentText(ruled.depthNow.units() / 1'000)
                                    : QString{kUnknownMark});
    m_levels->setValue(kLast, live == nullptr ? QString{kUnknownMark} : priceText(live->last));
    int near = 0;
    for (const domain::ConditionTrack& track : ruled.tracks) {
        near += track.nearMisses;
    }
    m_levels->setValue(kNear, QString::number(near));
}

void PyramidPanel::showOverride(const domain::RuledPosition* ruled, domain::Timestamp now)
{
    const domain::AddOverride chosen = ruled == nullptr ? domain::AddOverride{} : ruled->override;
    m_auto->setChecked(chosen.mode == domain::AddMode::Auto);
    m_block->setChecked(chosen.mode == domain::AddMode::Block);
    m_approve->setChecked(chosen.mode == domain::AddMode::Approve);
    const bool possible = ruled != nullptr && m_control.isPossible();
    m_auto->setEnabled(possible);
    m_block->setEnabled(possible);
    m_approve->setEnabled(possible && ruled->approvalOffered);
    m_approve->setToolTip(ruled != nullptr && !ruled->approvalOffered
                              ? tr("No add can be approved in this state")
                              : tr("Let the add go against P2 to P8 for a short time "
                                   "(Ctrl+Enter)"));
    QString text;
    if (chosen.mode == domain::AddMode::Block) {
        text = tr("Blocked: %1").arg(chosen.reason);
    } else if (chosen.mode == domain::AddMode::Approve) {
        text = tr("Approved for %1 more: %2", "countdown, reason")
                   .arg(countdownText(chosen.until - now).right(5), chosen.reason);
    }
    m_override->setText(text);  // Its line is always there: the buttons must not move.
}

void PyramidPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    const QFont font = deskFont(fontPoints);
    QFont small = font;
    small.setPointSize(std::max(kFontPointsMin - 1, fontPoints - 1));
    m_tabs->setFont(font);
    m_stages->setTheme(theme, font);
    m_levels->setTheme(theme);
    m_levels->setFont(font);
    m_model->setTheme(theme);
    m_gauge->setTheme(theme);
    m_table->setFontPoints(small.pointSize());
    m_whatIf->setTheme(theme, small);
    for (QToolButton* button : {m_auto, m_block, m_approve}) {
        button->setFont(font);
    }
    m_override->setStyleSheet(QStringLiteral("color: %1").arg(theme.warn.name()));
    for (QLabel* label : {m_policy, m_empty}) {
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    }
    setWidths();
}

void PyramidPanel::setWidths()
{
    QStringList samples;
    for (int column = 0; column < kConditionColumns; ++column) {
        samples.push_back(ConditionModel::sample(static_cast<ConditionColumn>(column)));
    }
    m_table->setColumnSamples(samples);
}

void PyramidPanel::retranslate()
{
    m_empty->setText(tr("Nothing is held. The first position shows its pattern here."));
    m_tabs->setAccessibleName(tr("Held symbols"));
    m_stages->setAccessibleName(tr("Stages of the pattern"));
    m_table->setAccessibleName(tr("Conditions P1 to P12"));
    const QString price = QStringLiteral("1,021,000");
    m_levels->setFigures({
        {.caption = tr("H", "leg high"), .sample = price, .toolTip = tr("High of the leg")},
        {.caption = tr("L", "pull-back low"),
         .sample = price,
         .toolTip = tr("Low of the pull-back")},
        {.caption = tr("Depth", "of the pull-back now"),
         .sample = QStringLiteral("1.20 %"),
         .toolTip = tr("How far the last price is under H"),
         .decisive = true},
        {.caption = tr("Last"), .sample = price},
        {.caption = tr("Near misses"),
         .sample = QStringLiteral("99"),
         .toolTip = tr("How often one condition alone said no")},
    });
    m_auto->setText(addModeName(domain::AddMode::Auto));
    m_auto->setToolTip(tr("The rules decide"));
    m_block->setText(tr("Block…"));
    m_block->setToolTip(tr("No add to this position (Ctrl+B)"));
    m_approve->setText(tr("Approve…"));
    m_policy->setText(tr("Armed: %1").arg(armedPolicyName(m_config.pyramid.armedPolicy)));
    m_policy->setToolTip(armedPolicyHelp(m_config.pyramid.armedPolicy));
    m_model->retranslate();
    setWidths();
}

QString PyramidPanel::overrideText() const
{
    return m_override->text();
}

QString PyramidPanel::policyText() const
{
    return m_policy->text();
}
}  // namespace ui

#include "moc_pyramid_panel.cpp"
