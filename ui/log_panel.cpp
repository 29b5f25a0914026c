#include "ui/log_panel.h"

#include "ui/icons.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::Severity;

namespace
{
const QString kGroup = QStringLiteral("log");
constexpr std::array kSeverities{Severity::Info, Severity::Notice, Severity::Warning,
                                 Severity::Critical};
}  // namespace

LogPanel::LogPanel(QWidget* parent)
    : Panel{parent}, m_model{new LogModel{this}}, m_table{new DeskTable{this}}
{
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    m_filter = new QComboBox{bar};
    m_export = new QToolButton{bar};
    m_export->setAutoRaise(true);
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->addWidget(m_filter);
    barLayout->addStretch(1);
    barLayout->addWidget(m_export);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const Severity severity : kSeverities) {
        m_filter->addItem(severityName(severity), static_cast<int>(severity));
    }
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this](int at) {
        if (at >= 0) {
            setLeastSeverity(kSeverities[static_cast<std::size_t>(at)]);
        }
    });
    connect(m_export, &QToolButton::clicked, this,
            [this] { m_table->exportCsv(QStringLiteral("events.csv")); });
    setFocusProxy(m_table);
    retranslate();
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
    m_table->setFontPoints(fontPoints);
    m_table->setColumnSamples({QStringLiteral("00:00:00"), QStringLiteral("____Critical"),
                               QStringLiteral("0001A00"), QString{28, QLatin1Char{'n'}},
                               QString{}});
    m_export->setIcon(roleIcon(QStringLiteral("export"), theme.text));
}

void LogPanel::save(QSettings& settings) const
{
    m_table->save(settings, kGroup);
    settings.setValue(kGroup + QStringLiteral("/least"), static_cast<int>(m_least));
}

void LogPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kGroup);
    m_filter->setCurrentIndex(std::clamp(
        settings.value(kGroup + QStringLiteral("/least"), 0).toInt(), 0, m_filter->count() - 1));
}

void LogPanel::setLeastSeverity(Severity severity)
{
    m_least = severity;
    m_filter->setCurrentIndex(static_cast<int>(severity));
    hideBelow(0);
}

void LogPanel::hideBelow(int firstRow)
{
    for (int row = firstRow; row < m_model->rowCount(); ++row) {
        const bool hidden = m_model->entry(row).severity < m_least;
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
    m_export->setAccessibleName(tr("Export as CSV"));
    m_export->setToolTip(tr("Export as CSV"));
    m_table->setAccessibleName(tr("Event log"));
    m_model->retranslate();
}
}  // namespace ui
