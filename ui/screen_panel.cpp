#include "ui/screen_panel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum FunnelPlace : std::size_t
{
    kPool,
    kExcluded,
    kScored,
    kEligible,
    kSubscribed,
};
const QString kScreenGroup = QStringLiteral("screen3");

int excludedCount(const domain::ScreenFunnel& funnel)
{
    return std::accumulate(funnel.excluded.begin(), funnel.excluded.end(), 0);
}

QString excludedText(const domain::ScreenFunnel& funnel)
{
    QStringList reasons;
    for (std::size_t i = 0; i < domain::kScreenReasons; ++i) {
        if (funnel.excluded[i] > 0) {
            reasons.push_back(QStringLiteral("%1 %2")
                                  .arg(reasonName(static_cast<domain::ScreenReason>(i)))
                                  .arg(funnel.excluded[i]));
        }
    }
    return reasons.join(QStringLiteral(" · "));
}
}  // namespace

ScreenPanel::ScreenPanel(core::api::Terminal& terminal, QWidget* parent)
    : Panel{parent},
      m_terminal{terminal},
      m_model{new ScreenModel{this}},
      m_delegate{new ScreenDelegate{*m_model, this}},
      m_table{new DeskTable{this}}
{
    m_clock.start();
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_funnel = new FigureRow{FigureRow::Style::Separated, bar};
    m_details = new QToolButton{bar};
    m_details->setCheckable(true);
    m_details->setAutoRaise(true);
    m_details->setArrowType(Qt::DownArrow);
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    m_filter = new QLineEdit{bar};
    m_filter->setClearButtonEnabled(true);
    m_state = new QLabel{bar};
    m_excluded = new QLabel{bar};
    m_excluded->setWordWrap(true);
    m_excluded->hide();

    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_funnel, 1);
    top->addWidget(m_details);
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_filter, 1);
    below->addWidget(m_state);
    below->addWidget(m_export);
    auto* barLayout = new QVBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(4);
    barLayout->addLayout(top);
    barLayout->addWidget(m_excluded);
    barLayout->addLayout(below);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);

    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setFixedColumns(1);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(ScreenColumn::Rank), Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);

    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& at) {
        if (at.column() == static_cast<int>(ScreenColumn::Auto)) {
            Q_EMIT automationAsked(m_model->line(at.row()).symbol);
        }
    });
    connect(m_table, &DeskTable::hovered, this, [this](bool over) {
        m_model->setFrozen(over);
        showState(m_screenedAt);
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_following = true;
        m_model->setFilter(text);
        m_following = false;
    });
    connect(m_export, &QToolButton::clicked, this,
            [this] { m_table->exportCsv(QStringLiteral("top30.csv")); });
    connect(m_details, &QToolButton::toggled, this, [this](bool shown) {
        m_excluded->setVisible(shown);
        m_details->setArrowType(shown ? Qt::UpArrow : Qt::DownArrow);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ScreenPanel::selectCurrent);
    setFocusProxy(m_table);
    retranslate();
}

void ScreenPanel::apply(const domain::DeskSnapshot& snapshot)
{
    if (snapshot.screen) {
        m_following = true;
        m_model->setDesk(snapshot);
        m_model->apply(*snapshot.screen, snapshot.symbols,
                       std::chrono::milliseconds{m_clock.elapsed()});
        m_following = false;
        showFunnel(snapshot.screen->funnel);
        if (m_screenedAt != snapshot.screen->at) {
            m_screenedAt = snapshot.screen->at;
            showState(m_screenedAt);
        }
    }
    constexpr int kConfirmSnapshotsMax = 60;
    if (m_asked && *m_asked != snapshot.selected && ++m_askedFor < kConfirmSnapshotsMax) {
        return;
    }
    m_asked.reset();
    if (snapshot.selected.isEmpty()) {
        selectFirst();
        return;
    }
    const int row = m_model->rowOf(snapshot.selected);
    const int current = m_table->currentIndex().row();
    // The view moves its current row to a neighbour when a row leaves the list; the selected symbol
    // is the desk's, so such a row must not look selected.
    m_following = true;
    if (row >= 0 && current != row) {
        m_table->setCurrentIndex(m_model->index(row, 0));
    } else if (row < 0 && current >= 0) {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
    }
    m_following = false;
}

void ScreenPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    const QFont font = deskFont(fontPoints);
    m_delegate->setTheme(theme, font);
    m_table->setFontPoints(fontPoints);
    setWidths();
    m_funnel->setTheme(theme);
    m_funnel->setFont(font);
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
    m_state->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    m_excluded->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    m_table->viewport()->update();
}

void ScreenPanel::setWidths()
{
    QStringList samples;
    for (int column = 0; column < kScreenColumns; ++column) {
        samples.push_back(screenColumnSample(static_cast<ScreenColumn>(column)));
    }
    m_table->setColumnSamples(samples);
}

void ScreenPanel::save(QSettings& settings) const
{
    m_table->save(settings, kScreenGroup);
}

void ScreenPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kScreenGroup);
}

void ScreenPanel::moveSelection(int step)
{
    if (m_model->rowCount() == 0) {
        return;
    }
    const int row = std::clamp(m_table->currentIndex().row() + step, 0, m_model->rowCount() - 1);
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void ScreenPanel::retranslate()
{
    const QString count = QStringLiteral("2,400");
    m_funnel->setFigures({
        {.caption = tr("Pool"), .sample = count},
        {.caption = tr("Excluded"), .sample = count},
        {.caption = tr("Scored"), .sample = count},
        {.caption = tr("Eligible"), .sample = QStringLiteral("120"), .decisive = true},
        {.caption = tr("Subscribed"), .sample = QStringLiteral("41")},
    });
    m_filter->setPlaceholderText(tr("Filter by code or name"));
    m_filter->setAccessibleName(tr("Filter by code or name"));
    m_details->setAccessibleName(tr("Show what was excluded, by reason"));
    m_details->setToolTip(tr("Show what was excluded, by reason"));
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Top 30"));
    m_model->retranslate();
    setWidths();
    showFunnel(m_funnelShown);
    m_excluded->setText(excludedText(m_funnelShown));
    showState(m_screenedAt);
}

void ScreenPanel::showFunnel(const domain::ScreenFunnel& funnel)
{
    const bool changed = funnel != m_funnelShown;
    m_funnelShown = funnel;
    m_funnel->setValue(kPool, groupedText(funnel.pool));
    m_funnel->setValue(kExcluded, groupedText(excludedCount(funnel)));
    m_funnel->setValue(kScored, groupedText(funnel.scored));
    m_funnel->setValue(kEligible, groupedText(funnel.eligible), m_theme.good);
    m_funnel->setValue(kSubscribed, groupedText(funnel.subscribed));
    if (changed) {
        const QString reasons = excludedText(funnel);
        m_excluded->setText(reasons);
        m_funnel->setToolTipAt(
            kExcluded, QString{reasons}.replace(QStringLiteral(" · "), QStringLiteral("\n")));
    }
}

void ScreenPanel::showState(domain::Timestamp screenedAt)
{
    if (m_model->isFrozen()) {
        m_state->setText(tr("order held"));
    } else if (screenedAt == domain::Timestamp{}) {
        m_state->setText(tr("not screened yet"));
    } else {
        m_state->setText(tr("screened %1").arg(clockText(screenedAt)));
    }
}

void ScreenPanel::selectFirst()
{
    // A desk that begins its day has nothing selected: show the best there is, not an empty chart.
    std::optional<domain::Symbol> first;
    if (m_model->rowCount() > 0) {
        first = m_model->line(0).symbol;
    } else if (!m_terminal.configuration().screener.watchList.isEmpty()) {
        first = domain::Symbol::parse(
            QStringView{m_terminal.configuration().screener.watchList.constFirst()});
    }
    if (first) {
        m_asked = first;
        m_askedFor = 0;
        m_terminal.selectSymbol(*first);
    }
}

void ScreenPanel::selectCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_following || !current.isValid()) {
        return;
    }
    m_asked = m_model->line(current.row()).symbol;
    m_askedFor = 0;
    m_terminal.selectSymbol(*m_asked);
}
}  // namespace ui

#include "moc_screen_panel.cpp"
