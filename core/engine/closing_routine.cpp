#include "core/engine/closing_routine.h"

#include <QPointer>
#include <QTimer>

namespace core::engine
{
using domain::ClosingOutcome;
using domain::ClosingStep;

ClosingRoutine::ClosingRoutine(Run run, QObject* parent) : QObject{parent}, m_run{std::move(run)} {}

void ClosingRoutine::begin(domain::TradingDate date, bool late)
{
    Q_ASSERT(!isRunning());
    m_view = {.date = date, .late = late};
    m_begun = true;
    ++m_round;
    next(0);
}

void ClosingRoutine::next(std::size_t step)
{
    if (step == domain::kClosingSteps || m_view.cancelled) {
        finish(step);
        return;
    }
    const auto what = static_cast<ClosingStep>(step);
    domain::ClosingRow& row = m_view.rows[step];
    const bool atBroker = what == ClosingStep::Reconcile || what == ClosingStep::Expire;
    row.outcome = ClosingOutcome::Running;
    Q_EMIT changed(m_view);
    const Over told = [self = QPointer{this}, step, round = m_round](const QString& problem) {
        if (self && self->m_round == round
            && self->m_view.rows[step].outcome == ClosingOutcome::Running) {
            self->over(step, problem);
        }
    };
    if ((m_view.late && atBroker) || !m_run(what, m_view.date, told)) {
        row.outcome = ClosingOutcome::Skipped;
        // From the event loop: eight steps that have nothing to do are no reason for recursion.
        QTimer::singleShot(0, this, [this, step] { next(step + 1); });
    }
}

void ClosingRoutine::over(std::size_t step, const QString& problem)
{
    m_view.rows[step] = {problem.isEmpty() ? ClosingOutcome::Done : ClosingOutcome::Failed,
                         problem};
    next(step + 1);
}

void ClosingRoutine::cancel()
{
    if (isRunning()) {
        m_view.cancelled = true;
        Q_EMIT changed(m_view);
    }
}

void ClosingRoutine::finish(std::size_t from)
{
    for (std::size_t step = from; step < domain::kClosingSteps; ++step) {
        m_view.rows[step].outcome = ClosingOutcome::Skipped;
    }
    m_view.finished = true;
    Q_EMIT changed(m_view);
}
}  // namespace core::engine

#include "moc_closing_routine.cpp"
