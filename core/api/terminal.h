#pragma once

#include "core/base/result.h"
#include "core/config/config.h"
#include "core/domain/closing.h"
#include "core/domain/command.h"
#include "core/domain/day_summary.h"
#include "core/domain/desk_note.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/text_log.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace core::api
{
/// What the window may ask of the engine. One object, on the UI thread; every call returns at
/// once, work happens on the worker threads. `engine::` implements it, tests script a fake.
class Terminal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The newest snapshot if there is one the caller has not had, else null. Taking it lets the
    /// desk build the next, so call it once a frame and never store it for later frames' sake.
    [[nodiscard]] virtual domain::SnapshotPtr takeSnapshot() = 0;

    /// The effective configuration of this run.
    [[nodiscard]] virtual const config::Config& configuration() const = 0;

    /// Screens now instead of at the next full minute.
    virtual void screenNow() = 0;
    /// Makes `symbol` the selected one; it is kept fresh even without a slot.
    virtual void selectSymbol(const domain::Symbol& symbol) = 0;
    /// Pane `pane` (0 to 3) shows `request` from the next snapshot on.
    virtual void watchChart(int pane, const domain::ChartRequest& request) = 0;
    virtual void unwatchChart(int pane) = 0;
    /// Orders, kill levels, arming: whatever the trader decides about money. The answer is in the
    /// snapshots; a refusal is an order row with the check that said no.
    virtual void perform(const domain::Command& command) = 0;
    /// Instruments whose code or name contains `text`, best match first. Empty before the
    /// master files are there.
    [[nodiscard]] virtual std::vector<domain::Instrument> findInstruments(const QString& text,
                                                                          int countMax) const = 0;

    // --- the record of the days; answers come as signals ---------------------------------------

    /// Answered by `daysKnown`.
    virtual void wantDays() = 0;
    /// Answered by `dayReady`; a day nothing is recorded of is an empty one.
    virtual void wantDay(domain::TradingDate date) = 0;
    /// Answered by `exported`.
    virtual void exportDay(domain::TradingDate date, domain::ReportFormat format,
                           const QString& path) = 0;

    /// Sends the day's summary to the telephone.
    virtual void sendDay(domain::TradingDate date) = 0;
    /// Why nothing can be sent, an English code word ("off", "no_token"); empty = it can.
    [[nodiscard]] virtual QString whyNotSendable() const = 0;
    /// Closing steps that have not begun are left out.
    virtual void cancelClosing() = 0;
    /// Days there are backups of, newest first. Reads a folder.
    [[nodiscard]] virtual std::vector<domain::TradingDate> backups() const = 0;
    /// Puts the records of `date` back when the program starts next, before anything reads them.
    /// Errors: Io.
    [[nodiscard]] virtual base::Status restoreAtNextStart(domain::TradingDate date) = 0;

    /// The newest lines of the program's own log with a number above `after`, oldest first, 2,000
    /// at most. From memory.
    [[nodiscard]] virtual std::vector<domain::TextLogLine> textLog(std::uint64_t after) const = 0;

Q_SIGNALS:
    /// How far the closing routine is; the last one is `finished`.
    void closingChanged(const core::domain::ClosingView& view);
    /// For the tray and the loudspeaker.
    void noted(const core::domain::DeskNote& note);
    void daysKnown(const std::vector<core::domain::TradingDate>& days);
    void dayReady(const core::domain::DayPtr& day);
    /// `problem` in words; empty = written.
    void exported(const QString& path, const QString& problem);
    /// The session of an unattended run is over; the report (if asked for) is written.
    void sessionFinished(int exitCode);
};
}  // namespace core::api
