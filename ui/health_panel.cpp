#include "ui/health_panel.h"

#include "ui/format.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
const QString kHealthGroup = QStringLiteral("health");
}

HealthPanel::HealthPanel(QWidget* parent)
    : Panel{parent}, m_model{new HealthModel{this}}, m_table{new DeskTable{this}}
{
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    for (FigureRow*& row : m_rows) {
        row = new FigureRow{FigureRow::Style::Separated, this};
        layout->addWidget(row);
    }
    setFocusProxy(m_table);
    retranslate();
}

void HealthPanel::apply(const domain::DeskSnapshot& snapshot)
{
    m_model->apply(snapshot.health);
    const domain::EngineFigures& engine = snapshot.engine;
    const domain::FeedFigures& feed = snapshot.feed;
    const domain::BrokerFigures& broker = snapshot.broker;
    const auto count = [](std::uint64_t value) {
        return groupedText(static_cast<std::int64_t>(value));
    };
    const auto bad = [this](std::uint64_t value) { return value > 0 ? m_theme.warn : QColor{}; };
    m_rows[0]->setValue(0, count(feed.frames));
    m_rows[0]->setValue(1, count(feed.records));
    m_rows[0]->setValue(2, count(feed.badFrames), bad(feed.badFrames));
    m_rows[0]->setValue(3, count(feed.reconnects), bad(feed.reconnects));
    m_rows[1]->setValue(0, count(broker.calls));
    m_rows[1]->setValue(1, count(broker.failures), bad(broker.failures));
    m_rows[1]->setValue(2, count(broker.rateLimited), bad(broker.rateLimited));
    m_rows[1]->setValue(3, groupedText(broker.queued));
    m_rows[2]->setValue(0, count(engine.eventsApplied));
    m_rows[2]->setValue(1, latencyText(engine.decisionNsP50));
    m_rows[2]->setValue(2, latencyText(engine.decisionNsP99));
    m_rows[2]->setValue(3, groupedText(engine.gapSharesTotal),
                        engine.gapSharesTotal > 0 ? m_theme.warn : QColor{});
}

void HealthPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_model->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    setWidths();
    for (FigureRow* row : m_rows) {
        row->setTheme(theme);
        row->setFont(deskFont(fontPoints));
    }
}

void HealthPanel::setWidths()
{
    // Widest of all words in the language of the moment.
    const QFontMetrics metrics{m_table->font()};
    const auto widest = [&metrics](const QString& a, const QString& b) {
        return metrics.horizontalAdvance(a) < metrics.horizontalAdvance(b) ? b : a;
    };
    QString check;
    for (int i = 0; i <= static_cast<int>(domain::HealthCheck::Clock); ++i) {
        check = widest(check, healthName(static_cast<domain::HealthCheck>(i)));
    }
    QString state;
    for (int i = 0; i <= static_cast<int>(domain::HealthState::NotApplicable); ++i) {
        state = widest(state, healthStateName(static_cast<domain::HealthState>(i)));
    }
    m_table->setColumnSamples(
        {QStringLiteral("____") + state, check, QStringLiteral("2026-11-24 18:00"), QString{}});
}

void HealthPanel::save(QSettings& settings) const
{
    m_table->save(settings, kHealthGroup);
}

void HealthPanel::restore(const QSettings& settings)
{
    m_table->restore(settings, kHealthGroup);
}

void HealthPanel::retranslate()
{
    const QString large = QStringLiteral("123,456,789");
    const QString small = QStringLiteral("12,345");
    m_rows[0]->setFigures({{.caption = tr("Frames"), .sample = large},
                           {.caption = tr("Records"), .sample = large},
                           {.caption = tr("Bad frames"), .sample = small},
                           {.caption = tr("Reconnects"), .sample = small}});
    m_rows[1]->setFigures({{.caption = tr("Calls", "to the broker"), .sample = large},
                           {.caption = tr("Failed", "calls"), .sample = small},
                           {.caption = tr("Over the rate", "calls"), .sample = small},
                           {.caption = tr("Queue", "of calls"), .sample = small}});
    m_rows[2]->setFigures({{.caption = tr("Events"), .sample = large},
                           {.caption = tr("Decision p50"), .sample = QStringLiteral("123.4 µs")},
                           {.caption = tr("p99"), .sample = QStringLiteral("123.4 µs")},
                           {.caption = tr("Missing shares"), .sample = small}});
    m_table->setAccessibleName(tr("Pre-open checklist"));
    m_model->retranslate();
    setWidths();
}
}  // namespace ui

#include "moc_health_panel.cpp"
