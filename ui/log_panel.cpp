#include "ui/log_panel.h"

#include "core/api/terminal.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::Severity;

namespace
{
const QString kLogGroup = QStringLiteral("log");
constexpr std::array kSeverities{Severity::Info, Severity::Notice, Severity::Warning,
                                 Severity::Critical};
constexpr std::chrono::milliseconds kReadEvery{500};
}  // namespace

LogPanel::LogPanel(const core::api::Terminal& terminal, QWidget* parent)
    : Panel{parent},
      m_model{new LogModel{this}},
      m_table{new DeskTable{this}},
      m_terminal{terminal},
      m_textModel{new TextLogModel{this}},
      m_textFilter{new TextLogFilter{*m_textModel, this}},
      m_textTable{new DeskTable{this}}
{
    makeBar();
    m_pages = new QStackedWidget{this};
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_textTable);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    m_table->setModel(m_model);
    m_textTable->setModel(m_textFilter);
    m_textTable->setSelectionMode(QAbstractItemView::ExtendedSelection);  // A fault is many lines.
    for (DeskTable* table : {m_table, m_textTable}) {
        table->horizontalHeader()->setStretchLastSection(true);
    }
    m_watch.setInterval(kReadEvery);
    connect(&m_watch, &QTimer::timeout, this, &LogPanel::readTextLog);
    setFocusProxy(m_table);
    retranslate();
}

void LogPanel::makeBar()
{
    m_bar = new QWidget{this};
    m_bar->setObjectName(QStringLiteral("panelBar"));
    m_source = new QComboBox{m_bar};
    m_filter = new QComboBox{m_bar};
    m_search = new QLineEdit{m_bar};
    m_search->setClearButtonEnabled(true);
    m_export = new QToolButton{m_bar};
    m_export->setAutoRaise(true);
    auto* layout = new QHBoxLayout{m_bar};
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_source);
    layout->addWidget(m_filter);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_export);
    for (const Source source : {Source::Events, Source::TextLog}) {
        m_source->addItem(QString{}, static_cast<int>(source));
    }
    for (const Severity severity : kSeverities) {
        m_filter->addItem(severityName(severity), static_cast<int>(severity));
    }
    connect(m_source, &QComboBox::currentIndexChanged, this,
            [this](int at) { showSource(at == 1 ? Source::TextLog : Source::Events); });
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this](int at) {
        if (at >= 0) {
            setLeastSeverity(kSeverities[static_cast<std::size_t>(at)]);
        }
    });
    connect(m_search, &QLineEdit::textChanged, this, &LogPanel::setFilterText);
    connect(m_export, &QToolButton::clicked, this, [this] {
        if (m_pages->currentWidget() == m_table) {
            m_table->exportCsv(QStringLiteral("events.csv"));
        } else {
            m_textTable->exportCsv(QStringLiteral("log.csv"));
        }
    });
}

QWidget* LogPanel::focusTarget()
{
    return m_pages->currentWidget();
}

void LogPanel::showSource(Source source)
{
    m_source->setCurrentIndex(static_cast<int>(source));
    m_pages->setCurrentIndex(static_cast<int>(source));
    setFocusProxy(m_pages->currentWidget());
    watchTextLog();
}

void LogPanel::watchTextLog()
{
    if (m_pages->currentWidget() != m_textTable || !isVisible()) {
        m_watch.stop();
        return;
    }
    readTextLog();
    m_watch.start();
}

void LogPanel::readTextLog()
{
    const std::vector<domain::TextLogLine> lines = m_terminal.textLog(m_textModel->newest());
    if (lines.empty()) {
        return;
    }
    const QScrollBar* bar = m_textTable->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    m_textModel->append(lines);
    if (atEnd) {
        m_textTable->scrollToBottom();
    }
}

void LogPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    watchTextLog();
}

void LogPanel::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    m_watch.stop();
}

void LogPanel::setFilterText(const QString& text)
{
    m_search->setText(text);
    m_textFilter->setText(text);
    hideBelow(0);
}

void LogPanel::apply(const domain::DeskSnapshot& snapshot)
{
    if (snapshot.log == nullptr || snapshot.log == m_shown) {
        return;
    }
    m_shown = snapshot.log;
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    const int before = m_model->rowCount();
    m_model->apply(*snapshot.log);
    hideBelow(std::min(before, m_model->rowCount()) > 0 ? std::max(0, before - 500) : 0);
    if (atEnd) {
        m_table->scrollToBottom();
    }
}

void LogPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_model->setTheme(theme);
    m_textModel->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    m_textTable->setFontPoints(fontPoints);
    m_textTable->setColumnSamples({QStringLiteral("00:00:00"), QStringLiteral("Critical"),
                                   QStringLiteral("kis.ledger"), QString{}});
    m_table->setColumnSamples({QStringLiteral("00:00:00"), QStringLiteral("____Critical"),
                               QStringLiteral("0001A00"), QString{28, QLatin1Char{'n'}},
                               QString{}});
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
}

void LogPanel::save(QSettings& settings) const
{
    m_table->save(settings, kLogGroup);
    m_textTable->save(settings, kLogGroup + QStringLiteral("/text"));
    settings.setValue(kLogGroup + QStringLiteral("/source"), m_source->currentIndex());
    settings.setValue(kLogGroup + QStringLiteral("/least"), static_cast<int>(m_least));
}

void LogPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kLogGroup);
    m_textTable->restore(settings, kLogGroup + QStringLiteral("/text"));
    showSource(settings.value(kLogGroup + QStringLiteral("/source"), 0).toInt() == 1
                   ? Source::TextLog
                   : Source::Events);
    m_filter->setCurrentIndex(std::clamp(
        settings.value(kLogGroup + QStringLiteral("/least"), 0).toInt(), 0, m_filter->count() - 1));
}

void LogPanel::setLeastSeverity(Severity severity)
{
    m_least = severity;
    m_filter->setCurrentIndex(static_cast<int>(severity));
    m_textFilter->setLeastSeverity(severity);
    hideBelow(0);
}

bool LogPanel::isWanted(int row) const
{
    const QString wanted = m_search->text();
    const auto has = [this, row, &wanted](int column) {
        return m_model->index(row, column).data().toString().contains(wanted, Qt::CaseInsensitive);
    };
    return wanted.isEmpty() || has(LogModel::Issue) || has(LogModel::Text);
}

void LogPanel::hideBelow(int firstRow)
{
    for (int row = firstRow; row < m_model->rowCount(); ++row) {
        const bool hidden = m_model->entry(row).severity < m_least || !isWanted(row);
        if (m_table->isRowHidden(row) != hidden) {
            m_table->setRowHidden(row, hidden);
        }
    }
}

void LogPanel::retranslate()
{
    for (int i = 0; i < m_filter->count(); ++i) {
        const QString name = severityName(kSeverities[static_cast<std::size_t>(i)]);
        m_filter->setItemText(i,
                              i == 0 ? tr("All events") : tr("%1 and above", "severity").arg(name));
    }
    m_filter->setAccessibleName(tr("Least severity shown"));
    m_source->setItemText(0, tr("Event log"));
    m_source->setItemText(1, tr("Text log"));
    m_source->setAccessibleName(tr("Which log is shown"));
    m_source->setToolTip(tr(
        "The event log is for trading; the text log is what the program wrote into its log file, "
        "in English, for looking into a fault."));
    m_search->setPlaceholderText(tr("Filter by text"));
    m_search->setAccessibleName(tr("Filter by text"));
    m_textTable->setAccessibleName(tr("Text log"));
    m_textModel->retranslate();
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Event log"));
    m_model->retranslate();
}
}  // namespace ui

#include "moc_log_panel.cpp"
