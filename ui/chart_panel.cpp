#include "ui/chart_panel.h"

#include "ui/format.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::Interval;
using domain::Price;

namespace
{
enum HeaderPlace : std::size_t
{
    kName,
    kLast,
    kChange,
    kCode,
    kVolume,
    kHeaderVwap,
    kState,
};
enum ReadoutPlace : std::size_t
{
    kTime,
    kOpen,
    kHigh,
    kLow,
    kClose,
    kBarVolume,
    kVwap,
    kGap,
};

QToolButton* toggle(QWidget* parent)
{
    auto* button = new QToolButton{parent};
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}
}  // namespace

ChartPanel::ChartPanel(core::api::Terminal& terminal, int pane, Interval interval, QWidget* parent)
    : Panel{parent}, m_terminal{terminal}, m_pane{pane}
{
    m_request.interval = interval;
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_header = new FigureRow{FigureRow::Style::Plain, bar};
    m_readout = new FigureRow{FigureRow::Style::Plain, this};
    m_plot = new ChartPlot{this};

    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(8, 2, 4, 2);
    barLayout->setSpacing(2);
    barLayout->addWidget(m_header, 1);
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        const Interval choice = domain::kIntervals[i];
        m_intervals[i] = toggle(bar);
        connect(m_intervals[i], &QToolButton::clicked, this,
                [this, choice] { setInterval(choice); });
        barLayout->addWidget(m_intervals[i]);
    }
    m_follow = toggle(bar);
    m_pin = toggle(bar);
    barLayout->addSpacing(6);
    barLayout->addWidget(m_follow);
    barLayout->addWidget(m_pin);

    auto* readoutLayout = new QHBoxLayout;
    readoutLayout->setContentsMargins(8, 0, 4, 0);
    readoutLayout->addWidget(m_readout);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addLayout(readoutLayout);
    layout->addWidget(m_plot, 1);

    m_follow->setChecked(true);
    connect(m_follow, &QToolButton::clicked, this,
            [this](bool on) { on ? m_plot->goToEnd() : m_plot->setFollow(false); });
    connect(m_plot, &ChartPlot::followChanged, m_follow, &QToolButton::setChecked);
    connect(m_plot, &ChartPlot::readingChanged, this, &ChartPanel::showReading);
    connect(m_pin, &QToolButton::clicked, this, &ChartPanel::setPinned);
    setFocusProxy(m_plot);
    setInterval(interval);
    retranslate();
}

void ChartPanel::apply(const domain::DeskSnapshot& snapshot)
{
    if (!m_active) {
        return;
    }
    const bool follow = !m_pinned || m_request.symbol.isEmpty();
    if (follow && !snapshot.selected.isEmpty() && snapshot.selected != m_request.symbol) {
        m_request.symbol = snapshot.selected;
        ask();
    }
    const auto mine = std::find_if(
        snapshot.charts.begin(), snapshot.charts.end(), [this](const domain::ChartView& view) {
            return view.pane == m_pane && view.request == m_request && view.closed != nullptr;
        });
    if (mine != snapshot.charts.end()) {
        showHeader(mine->live);
        m_plot->apply(*mine);
        m_plot->setRules(
            chartRulesOf(snapshot, m_request.symbol, m_terminal.configuration().pyramid));
        return;
    }
    if (m_request.symbol.isEmpty()) {
        m_plot->clear(tr("No symbol selected"));
    } else if (m_plot->symbol() != m_request.symbol) {
        // Asked for, not there yet: the old symbol's candles under a new name would mislead.
        m_plot->clear(tr("Loading %1").arg(m_request.symbol.toString()));
        const auto listed = std::find_if(
            snapshot.symbols.begin(), snapshot.symbols.end(),
            [this](const domain::SymbolView& view) { return view.symbol == m_request.symbol; });
        domain::SymbolView live;
        live.symbol = m_request.symbol;
        showHeader(listed == snapshot.symbols.end() ? live : *listed);
        showReading();
    }
}

void ChartPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    const QFont font = deskFont(fontPoints);
    QFont small = font;
    small.setPointSize(std::max(kFontPointsMin - 1, fontPoints - 1));
    m_header->setTheme(theme);
    m_readout->setTheme(theme);
    m_header->setFont(font);
    m_readout->setFont(small);
    m_plot->setTheme(theme, small);
    m_follow->setIcon(roleIcon(QStringLiteral("follow"), theme.text));
    m_pin->setIcon(roleIcon(QStringLiteral("pin"), theme.text));
    showReading();
}

void ChartPanel::save(QSettings& settings) const
{
    settings.setValue(group() + QStringLiteral("/interval"), static_cast<int>(m_request.interval));
    settings.setValue(group() + QStringLiteral("/pinned"),
                      m_pinned ? m_request.symbol.toString() : QString{});
}

void ChartPanel::restore(const QSettings& settings)
{
    const int minutes = settings.value(group() + QStringLiteral("/interval")).toInt();
    for (const Interval interval : domain::kIntervals) {
        if (static_cast<int>(interval) == minutes) {
            setInterval(interval);
        }
    }
    const QString pinned = settings.value(group() + QStringLiteral("/pinned")).toString();
    if (const auto symbol = domain::Symbol::parse(QStringView{pinned})) {
        m_request.symbol = *symbol;
        setPinned(true);
        ask();
    }
}

void ChartPanel::setActive(bool active)
{
    if (m_active == active) {
        return;
    }
    m_active = active;
    if (active) {
        ask();
    } else {
        m_terminal.unwatchChart(m_pane);
    }
}

void ChartPanel::setInterval(Interval interval)
{
    const bool changed = m_request.interval != interval;
    m_request.interval = interval;
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        m_intervals[i]->setChecked(domain::kIntervals[i] == interval);
    }
    if (changed) {
        ask();
    }
}

void ChartPanel::setPinned(bool pinned)
{
    m_pinned = pinned;
    m_pin->setChecked(pinned);
}

void ChartPanel::ask()
{
    if (m_active && !m_request.symbol.isEmpty()) {
        m_terminal.watchChart(m_pane, m_request);
    }
}

QString ChartPanel::group() const
{
    return QStringLiteral("chart%1").arg(m_pane + 1);
}

void ChartPanel::retranslate()
{
    const QString price = QStringLiteral("1,234,500");
    m_header->setFigures({
        {.sample = QStringLiteral("레인보우로보")},
        {.sample = price, .decisive = true},
        {.sample = QStringLiteral("▲ +12.34 %")},
        {.sample = QStringLiteral("000000")},
        {.caption = tr("Volume", "of the day"), .sample = QStringLiteral("123.45M")},
        {.caption = tr("VWAP"), .sample = QStringLiteral("123,456.78")},
        {.sample = tr("VI auction, expected %1").arg(price)},
    });
    m_readout->setFigures({
        {.sample = QStringLiteral("00-00 00:00")},
        {.caption = tr("O", "open of a bar"), .sample = price},
        {.caption = tr("H", "high of a bar"), .sample = price},
        {.caption = tr("L", "low of a bar"), .sample = price},
        {.caption = tr("C", "close of a bar"), .sample = price},
        {.caption = tr("Vol", "volume of a bar"), .sample = QStringLiteral("9,999,999")},
        {.caption = tr("VWAP"), .sample = QStringLiteral("123,456.78")},
        {.caption = tr("Gap", "missing shares of a bar"),
         .sample = QStringLiteral("99,999"),
         .toolTip = tr("Shares the exchange traded in this bar that never reached this desk")},
    });
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        const int minutes = static_cast<int>(domain::kIntervals[i]);
        m_intervals[i]->setText(QString::number(minutes));
        m_intervals[i]->setAccessibleName(tr("%1 minute bars").arg(minutes));
        m_intervals[i]->setToolTip(tr("%1 minute bars (key %2)").arg(minutes).arg(minutes % 10));
    }
    m_follow->setAccessibleName(tr("Follow the newest bar"));
    m_follow->setToolTip(tr("Follow the newest bar (End)"));
    m_pin->setAccessibleName(tr("Keep this symbol"));
    m_pin->setToolTip(tr("Keep this symbol when another one is selected"));
    m_plot->setAccessibleName(tr("Chart %1").arg(m_pane + 1));
    showReading();
}

void ChartPanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_1:
        setInterval(Interval::M1);
        return;
    case Qt::Key_3:
        setInterval(Interval::M3);
        return;
    case Qt::Key_5:
        setInterval(Interval::M5);
        return;
    case Qt::Key_0:
        setInterval(Interval::M10);
        return;
    default:
        event->ignore();
    }
}

void ChartPanel::showHeader(const domain::SymbolView& live)
{
    const auto change = changeOf(live.last, live.base);
    const QColor colour = m_theme.signColour(change.value_or(0));
    m_header->setValue(kCode, live.symbol.toString(), m_theme.muted);
    // The state itself comes last and may find no room: the name then still shows its colour.
    m_header->setValue(kName, live.name,
                       live.halted ? m_theme.bad
                       : live.inVi ? m_theme.warn
                                   : m_theme.text);
    m_header->setValue(kLast, priceText(live.last), colour);
    m_header->setValue(kChange, changeText(live.last, live.base), colour);
    m_header->setValue(kVolume, shortQuantityText(live.accVolume.shares()));
    m_header->setValue(kHeaderVwap, vwapText(live.vwapCents), m_theme.accent);
    if (live.halted) {
        m_header->setValue(kState, tr("Halted"), m_theme.bad);
    } else if (live.inVi) {
        m_header->setValue(kState, tr("VI auction, expected %1").arg(priceText(live.expected)),
                           m_theme.warn);
    } else if (live.expected.won() > 0) {
        m_header->setValue(kState, tr("Auction, expected %1").arg(priceText(live.expected)),
                           m_theme.warn);
    } else {
        m_header->setValue(kState, {});
    }
}

void ChartPanel::showReading()
{
    const std::optional<BarReading> reading = m_plot->reading();
    if (!reading) {
        for (std::size_t i = 0; i < m_readout->figures().size(); ++i) {
            m_readout->setValue(i, {});
        }
        return;
    }
    const domain::Bar& bar = reading->bar;
    const auto price = [](std::int32_t won) { return priceText(Price::fromWon(won)); };
    const QColor colour = m_theme.signColour(bar.close - bar.open);
    m_readout->setValue(kTime, dayText(bar.start()) + QLatin1Char{' '} + minuteText(bar.start()));
    m_readout->setValue(kOpen, price(bar.open));
    m_readout->setValue(kHigh, price(bar.high));
    m_readout->setValue(kLow, price(bar.low));
    m_readout->setValue(kClose, price(bar.close), colour);
    m_readout->setValue(kBarVolume, groupedText(bar.volume));
    m_readout->setValue(kVwap, vwapText(reading->vwapCents), m_theme.accent);
    m_readout->setValue(kGap, groupedText(reading->gapShares),
                        reading->gapShares > 0 ? m_theme.warn : m_theme.text);
}
}  // namespace ui

#include "moc_chart_panel.cpp"
