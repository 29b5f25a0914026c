#pragma once

#include "core/domain/closing.h"

#include <QObject>

#include <functional>

namespace core::engine
{
/// Takes a day's closing steps one after the other. Each is carried out elsewhere, on the thread it
/// belongs to, and told to be over; one that fails does not keep the next from its work, for a
/// report that cannot be written is no reason to have no backup.
/// Thread: UI; never waits.
class ClosingRoutine final : public QObject
{
    Q_OBJECT

public:
    /// Called once when the step is over; empty = done, else what happened. Any time, UI thread.
    using Over = std::function<void(const QString& problem)>;
    /// Carries out one step of `date`. False: there is nothing to do here (Skipped).
    using Run =
        std::function<bool(domain::ClosingStep step, domain::TradingDate date, const Over& over)>;

    explicit ClosingRoutine(Run run, QObject* parent = nullptr);

    /// `late`: the day is long over; the broker is not asked about it any more.
    void begin(core::domain::TradingDate date, bool late);
    /// The step under way ends by itself; those behind it are skipped.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_begun && !m_view.finished; }
    [[nodiscard]] const domain::ClosingView& view() const { return m_view; }

Q_SIGNALS:
    void changed(const core::domain::ClosingView& view);

private:
    void next(std::size_t step);
    void over(std::size_t step, const QString& problem);
    void finish(std::size_t from);

    Run m_run;
    domain::ClosingView m_view;
    bool m_begun = false;
    std::uint64_t m_round = 0;  ///< Tells a late word about an earlier day from this one's.
};
}  // namespace core::engine
