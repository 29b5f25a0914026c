#include "ui/summary_dialog.h"

#include "ui/desk_table.h"
#include "ui/equity_view.h"
#include "ui/format.h"
#include "ui/guard_bar.h"
#include "ui/plain_text.h"
#include "ui/summary_tiles.h"
#include "ui/words.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr std::array kFormats{domain::ReportFormat::Csv, domain::ReportFormat::Html,
                              domain::ReportFormat::Pdf};
constexpr int kMargin = 10;

QString suffixOf(domain::ReportFormat format)
{
    switch (format) {
    case domain::ReportFormat::Json:
        return QStringLiteral("json");
    case domain::ReportFormat::Csv:
        return QStringLiteral("csv");
    case domain::ReportFormat::Html:
        return QStringLiteral("html");
    case domain::ReportFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

/// Rows of a part that a tab tells the number of; the others have as many as they have.
bool isCounted(SummaryPart part)
{
    return part != SummaryPart::Quality && part != SummaryPart::Reasons
           && part != SummaryPart::Strategies;
}

/// The newest of the guard's firings by rule, as its bar shows a running day.
domain::GuardState guardOf(const domain::DayRecord& record)
{
    domain::GuardState state;
    state.fired = record.guard;
    return state;
}
}  // namespace

SummaryDialog::SummaryDialog(const core::config::GuardSection& limits, QWidget* parent)
    : QDialog{parent},
      m_guard{new GuardBar{limits, this}},
      m_tiles{new SummaryTiles{this}},
      m_splitter{new QSplitter{Qt::Vertical, this}},
      m_curve{new EquityView{m_splitter}},
      m_tabs{new QTabWidget{m_splitter}}
{
    setObjectName(QStringLiteral("summaryDialog"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    makeHead();
    makeTables();
    makeButtons();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    retranslate();
    resize(1'120, 780);
}

void SummaryDialog::makeHead()
{
    m_earlier = new QToolButton{this};
    m_earlier->setText(QStringLiteral("◀"));
    m_later = new QToolButton{this};
    m_later->setText(QStringLiteral("▶"));
    m_days = new QComboBox{this};
    m_environment = plainLabel({}, this);
    m_guardCaption = plainLabel({}, this);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_days, &QComboBox::activated, this, [this](int row) {
        updateSteps();
        Q_EMIT dayWanted(m_known.at(static_cast<std::size_t>(row)));
    });
    auto* head = new QHBoxLayout;
    head->addWidget(m_earlier);
    head->addWidget(m_days);
    head->addWidget(m_later);
    head->addSpacing(kMargin);
    head->addWidget(m_environment);
    head->addStretch();
    head->addWidget(m_guardCaption);
    head->addWidget(m_guard);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_tiles);
    layout->addWidget(m_splitter, 1);
}

void SummaryDialog::makeTables()
{
    const domain::Day empty;
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    for (const SummaryPart part : kSummaryParts) {
        auto* table = new DeskTable{m_tabs};
        auto* model = new SummaryTable{summaryContent(part, empty), table};
        table->setObjectName(QStringLiteral("summaryTable%1").arg(static_cast<int>(part)));
        table->setModel(model);
        table->setSortingEnabled(true);
        // In the order of the record until the trader wants another.
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        m_tables.push_back(table);
        m_models.push_back(model);
        m_tabs->addTab(table, QString{});
    }
}

void SummaryDialog::makeButtons()
{
    m_told = plainLabel({}, this);
    m_send = new QPushButton{this};
    m_export = new QPushButton{this};
    m_close = new QPushButton{this};
    m_close->setDefault(true);
    auto* menu = new QMenu{m_export};
    for (const domain::ReportFormat format : kFormats) {
        QAction* action = menu->addAction(QString{});
        m_formats.push_back(action);
        connect(action, &QAction::triggered, this, [this, format] { askFile(format); });
    }
    m_export->setMenu(menu);
    connect(m_send, &QPushButton::clicked, this,
            [this] { Q_EMIT sendWanted(shown().record.date); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    auto* row = new QHBoxLayout;
    row->addWidget(m_told, 1);
    row->addWidget(m_send);
    row->addWidget(m_export);
    row->addWidget(m_close);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void SummaryDialog::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_fontPoints = fontPoints;
    const QFont font = deskFont(fontPoints);
    setFont(font);
    m_guard->setTheme(theme, font);
    m_tiles->setTheme(theme, font);
    m_curve->setTheme(theme, font);
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        m_tables[i]->setFontPoints(fontPoints);
        m_models[i]->setTheme(theme);
        m_tables[i]->setColumnSamples(m_models[i]->samples());
    }
    fitButtons();
}

/// A button that was measured before its font or language came would cut its text; the mark of
/// the menu takes room that Qt does not count.
void SummaryDialog::fitButtons()
{
    constexpr int kAround = 36;
    constexpr int kMenuMark = 18;
    const QFont font = deskFont(m_fontPoints);
    for (QPushButton* button : {m_send, m_export, m_close}) {
        button->setFont(font);
        button->setMinimumWidth(QFontMetrics{font}.horizontalAdvance(button->text()) + kAround
                                + (button == m_export ? kMenuMark : 0));
    }
}

void SummaryDialog::setDays(std::vector<domain::TradingDate> days)
{
    std::sort(days.begin(), days.end(), std::greater<>{});
    days.erase(std::unique(days.begin(), days.end()), days.end());
    m_known = std::move(days);
    fillDays();
}

void SummaryDialog::showDay(const domain::DayPtr& day)
{
    Q_ASSERT(day);
    m_day = day;
    m_told->clear();
    const domain::TradingDate date = day->record.date;
    if (date.ok() && std::find(m_known.begin(), m_known.end(), date) == m_known.end()) {
        m_known.push_back(date);
        std::sort(m_known.begin(), m_known.end(), std::greater<>{});
    }
    fillDays();
    fill();
}

void SummaryDialog::tell(const QString& text)
{
    m_told->setText(text);
}

void SummaryDialog::setSendable(const QString& whyNot)
{
    m_whyNotSend = whyNot;
    m_send->setToolTip(plainToolTip(whyNot));
    m_send->setEnabled(m_day != nullptr && whyNot.isEmpty());
}

DeskTable& SummaryDialog::table(SummaryPart part)
{
    return *m_tables.at(static_cast<std::size_t>(part));
}

const domain::Day& SummaryDialog::shown() const
{
    static const domain::Day none;
    return m_day ? *m_day : none;
}

void SummaryDialog::fillDays()
{
    const QSignalBlocker quiet{m_days};
    m_days->clear();
    for (const domain::TradingDate& date : m_known) {
        m_days->addItem(domain::dateText(date));
    }
    const auto at = std::find(m_known.begin(), m_known.end(), shown().record.date);
    m_days->setCurrentIndex(at == m_known.end() ? -1 : static_cast<int>(at - m_known.begin()));
    updateSteps();
}

void SummaryDialog::step(int days)
{
    const int row = m_days->currentIndex() + days;
    if (row >= 0 && row < m_days->count()) {
        m_days->setCurrentIndex(row);
        updateSteps();
        Q_EMIT dayWanted(m_known.at(static_cast<std::size_t>(row)));
    }
}

void SummaryDialog::updateSteps()
{
    m_earlier->setEnabled(m_days->currentIndex() + 1 < m_days->count());
    m_later->setEnabled(m_days->currentIndex() > 0);
}

void SummaryDialog::fill()
{
    const domain::Day& day = shown();
    m_tiles->show(summaryTiles(day.summary));
    m_curve->show(domain::equityCurve(day.record, day.summary));
    m_environment->setText(m_day ? environmentName(day.record.environment) : QString{});
    fillGuard();
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        const SummaryPart part = kSummaryParts.at(i);
        m_models[i]->show(summaryContent(part, day));
        const int rows = m_models[i]->rowCount();
        m_tabs->setTabText(static_cast<int>(i), isCounted(part) && rows > 0
                                                    ? QStringLiteral("%1 %2").arg(
                                                        summaryPartName(part), groupedText(rows))
                                                    : summaryPartName(part));
    }
    for (QAction* action : m_formats) {
        action->setEnabled(m_day != nullptr);
    }
    m_export->setEnabled(m_day != nullptr);
    setSendable(m_whyNotSend);
}

void SummaryDialog::fillGuard()
{
    const std::optional<domain::WonShare>& pnl = shown().summary.dayPnl;
    m_guard->setReturn(pnl ? std::optional{pnl->tenThousandths} : std::nullopt, true);
    m_guard->setGuard(guardOf(shown().record), std::nullopt);
    m_guard->setToolTip(
        plainToolTip(pnl ? tr("Return of the day %1").arg(percentText(pnl->tenThousandths))
                         : tr("The return of the day is not known")));
}

void SummaryDialog::askFile(domain::ReportFormat format)
{
    const QString suffix = suffixOf(format);
    const QString name = domain::dateText(shown().record.date) + QLatin1Char{'.'} + suffix;
    exportTo(format,
             QFileDialog::getSaveFileName(
                 this, tr("Export the daily summary"), QDir{m_exportFolder}.filePath(name),
                 tr("%1 files (*.%2)", "file filter: kind, suffix").arg(suffix.toUpper(), suffix)));
}

void SummaryDialog::exportTo(domain::ReportFormat format, QString path)
{
    if (path.isEmpty()) {
        return;
    }
    const QString suffix = QLatin1Char{'.'} + suffixOf(format);
    if (!path.endsWith(suffix, Qt::CaseInsensitive)) {
        path += suffix;
    }
    Q_EMIT exportWanted(shown().record.date, format, path);
}

void SummaryDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SummaryDialog::retranslate()
{
    setWindowTitle(tr("Daily summary"));
    m_earlier->setToolTip(tr("Earlier day"));
    m_earlier->setAccessibleName(tr("Earlier day"));
    m_later->setToolTip(tr("Later day"));
    m_later->setAccessibleName(tr("Later day"));
    m_days->setAccessibleName(tr("Day"));
    m_guardCaption->setText(tr("Guard of the day"));
    m_guard->setAccessibleName(tr("Guard of the day"));
    m_tiles->setAccessibleName(tr("Headline figures"));
    m_curve->setAccessibleName(tr("Equity curve"));
    m_send->setText(tr("Send to Telegram"));
    m_export->setText(tr("Export"));
    m_close->setText(tr("Close"));
    m_formats[0]->setText(tr("CSV tables…"));
    m_formats[1]->setText(tr("HTML page…"));
    m_formats[2]->setText(tr("PDF…"));
    fitButtons();
    fill();
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        m_tables[i]->setAccessibleName(summaryPartName(kSummaryParts.at(i)));
        m_tables[i]->setColumnSamples(m_models[i]->samples());
    }
}
}  // namespace ui

#include "moc_summary_dialog.cpp"
