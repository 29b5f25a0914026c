#include "ui/closing_line.h"

#include "ui/plain_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace ui
{
using core::domain::ClosingOutcome;
using core::domain::ClosingStep;

namespace
{
constexpr std::chrono::seconds kStays{20};
constexpr int kBarWidth = 160;

QStringList failuresOf(const core::domain::ClosingView& view)
{
    QStringList failures;
    for (std::size_t step = 0; step < core::domain::kClosingSteps; ++step) {
        if (view.rows[step].outcome == ClosingOutcome::Failed) {
            failures.append(closingStepName(static_cast<ClosingStep>(step)) + QStringLiteral(": ")
                            + view.rows[step].detail);
        }
    }
    return failures;
}

/// How many steps are over.
int doneOf(const core::domain::ClosingView& view)
{
    int done = 0;
    for (const core::domain::ClosingRow& row : view.rows) {
        done += row.outcome != ClosingOutcome::Waiting && row.outcome != ClosingOutcome::Running
                    ? 1
                    : 0;
    }
    return done;
}
}  // namespace

QString closingStepName(ClosingStep step)
{
    const auto word = [](const char* text) {
        return QCoreApplication::translate("ClosingWords", text);
    };
    switch (step) {
    case ClosingStep::Reconcile:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Books against the broker"));
    case ClosingStep::Expire:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Open orders end"));
    case ClosingStep::Reports:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Summary saved"));
    case ClosingStep::Send:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Summary sent"));
    case ClosingStep::Logs:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Text logs compressed"));
    case ClosingStep::BackUpLedger:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Order ledger backed up"));
    case ClosingStep::BackUpStore:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Records backed up"));
    case ClosingStep::Tidy:
        return word(QT_TRANSLATE_NOOP("ClosingWords", "Old records removed"));
    }
    return {};
}

ClosingLine::ClosingLine(QWidget* parent)
    : QFrame{parent},
      m_text{plainLabel({}, this)},
      m_bar{new QProgressBar{this}},
      m_button{new QPushButton{this}},
      m_away{new QTimer{this}}
{
    setObjectName(QStringLiteral("closingLine"));
    m_bar->setRange(0, static_cast<int>(core::domain::kClosingSteps));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    m_away->setSingleShot(true);
    m_away->setInterval(kStays);
    connect(m_away, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_view.finished) {
            hide();
        } else {
            Q_EMIT cancelWanted();
        }
    });
    hide();
}

void ClosingLine::apply(const core::domain::ClosingView& view)
{
    m_view = view;
    show(view);
    setVisible(true);
    if (view.finished && failuresOf(view).isEmpty()) {
        m_away->start();
    } else {
        m_away->stop();
    }
}

void ClosingLine::show(const core::domain::ClosingView& view)
{
    const QString date = core::domain::dateText(view.date);
    const QStringList failures = failuresOf(view);
    const int done = doneOf(view);
    m_bar->setValue(done);
    m_bar->setVisible(!view.finished);
    m_button->setText(view.finished ? tr("Close") : tr("Leave out the rest"));
    m_button->setEnabled(view.finished || !view.cancelled);
    if (!view.finished) {
        const auto step = static_cast<ClosingStep>(
            std::min<std::size_t>(static_cast<std::size_t>(done), core::domain::kClosingSteps - 1));
        m_text->setText(tr("Closing the day %1, step %2 of %3: %4")
                            .arg(date)
                            .arg(done + 1)
                            .arg(core::domain::kClosingSteps)
                            .arg(closingStepName(step)));
    } else if (!failures.isEmpty()) {
        m_text->setText(
            tr("The day %1 is closed, but: %2").arg(date, failures.join(QStringLiteral(" · "))));
    } else if (view.cancelled) {
        m_text->setText(tr("Closing the day %1: the rest was left out").arg(date));
    } else {
        m_text->setText(tr("The day %1 is closed: summary saved, records backed up").arg(date));
    }
    m_text->setToolTip(m_text->text());
}

QString ClosingLine::text() const
{
    return m_text->text();
}

void ClosingLine::setFontPoints(int fontPoints)
{
    QFont font = this->font();
    font.setPointSize(fontPoints);
    setFont(font);
}

void ClosingLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        show(m_view);
    }
    QFrame::changeEvent(event);
}
}  // namespace ui

#include "moc_closing_line.cpp"
