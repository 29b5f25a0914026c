// The window's side of the day: the summary on its key and after the close, the closing routine's
// line, restoring, sounds.

#include "tests/support/fake_terminal.h"
#include "tests/support/sample_desk.h"
#include "ui/main_window.h"
#include "ui/restore_dialog.h"

#include <QAction>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using core::domain::ClosingOutcome;
using core::domain::ClosingStep;
using core::domain::ClosingView;
using core::domain::NoteSound;
namespace domain = core::domain;

namespace
{
const domain::TradingDate kToday = *domain::parseDate(u"2026-11-30");
const domain::TradingDate kBefore = *domain::parseDate(u"2026-11-27");

domain::DeskSnapshot snapshotOf(domain::TradingDate date)
{
    domain::DeskSnapshot snapshot = test::sampleDesk();
    snapshot.date = date;
    return snapshot;
}

domain::DayPtr emptyDay(domain::TradingDate date)
{
    auto day = std::make_shared<domain::Day>();
    day->record.date = day->summary.date = date;
    return day;
}

ClosingView closing(std::size_t done, bool finished)
{
    ClosingView view{.date = kToday};
    for (std::size_t step = 0; step < domain::kClosingSteps; ++step) {
        view.rows[step].outcome = step < done    ? ClosingOutcome::Done
                                  : step == done ? ClosingOutcome::Running
                                                 : ClosingOutcome::Waiting;
    }
    view.finished = finished;
    return view;
}
}  // namespace

class TestDayDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_terminal = std::make_unique<test::FakeTerminal>();
        ui::WindowOptions options;
        options.language = core::config::Language::English;
        m_window = std::make_unique<ui::MainWindow>(*m_terminal, options);
        m_window->show();
        m_terminal->put(snapshotOf(kToday));
        m_window->showFrame();
    }
    void cleanup() { m_window.reset(); }

    void theKeyOpensTheSummaryOfToday()
    {
        const QList<QAction*> actions = m_window->actions();
        const auto key = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
            return action->shortcut() == QKeySequence{QStringLiteral("Ctrl+D")};
        });
        QVERIFY(key != actions.end());
        (*key)->trigger();
        QCOMPARE(m_terminal->wantedDays, std::vector{kToday});
        QCOMPARE(m_terminal->daysWanted, 1);
        ui::SummaryDialog* summary = m_window->dayDesk().summary();
        QVERIFY(summary != nullptr);
        QVERIFY(!summary->isVisible());  // Not before there is a day to show.
        Q_EMIT m_terminal->daysKnown({kBefore, kToday});
        Q_EMIT m_terminal->dayReady(emptyDay(kToday));
        QVERIFY(summary->isVisible());
        QVERIFY(summary->day() != nullptr);
        QCOMPARE(summary->day()->record.date, kToday);
    }

    void theSummaryAsksForOtherDaysAndFiles()
    {
        m_window->dayDesk().openSummary();
        Q_EMIT m_terminal->dayReady(emptyDay(kToday));
        ui::SummaryDialog* summary = m_window->dayDesk().summary();
        Q_EMIT summary->dayWanted(kBefore);
        QCOMPARE(m_terminal->wantedDays.back(), kBefore);
        Q_EMIT summary->exportWanted(kToday, domain::ReportFormat::Pdf, QStringLiteral("day.pdf"));
        QCOMPARE(m_terminal->exports.size(), 1U);
        QCOMPARE(m_terminal->exports.front().path, QStringLiteral("day.pdf"));
        Q_EMIT summary->sendWanted(kToday);
        QCOMPARE(m_terminal->sentDays, std::vector{kToday});
    }

    void aDayNobodyAskedForOpensNothing()
    {
        Q_EMIT m_terminal->dayReady(emptyDay(kToday));
        QVERIFY(m_window->dayDesk().summary() == nullptr);
    }

    void theClosingLineTellsTheStepAndCanLeaveOutTheRest()
    {
        ui::ClosingLine& line = m_window->dayDesk().closingLine();
        QVERIFY(!line.isVisible());
        Q_EMIT m_terminal->closingChanged(closing(2, false));
        QVERIFY(line.isVisible());
        QVERIFY2(line.text().contains(QStringLiteral("3 of 8: Summary saved")),
                 qPrintable(line.text()));
        line.button().click();
        QCOMPARE(m_terminal->closingsCancelled, 1);
        ClosingView cancelled = closing(2, false);
        cancelled.cancelled = true;
        Q_EMIT m_terminal->closingChanged(cancelled);
        QVERIFY(!line.button().isEnabled());
    }

    void afterTheCloseTheSummaryComesByItself()
    {
        Q_EMIT m_terminal->closingChanged(closing(domain::kClosingSteps, true));
        QCOMPARE(m_terminal->wantedDays, std::vector{kToday});
        QVERIFY(m_window->dayDesk().closingLine().text().contains(QStringLiteral("is closed")));
    }

    void aLateClosingDoesNotOpenIt()
    {
        ClosingView late = closing(domain::kClosingSteps, true);
        late.late = true;
        Q_EMIT m_terminal->closingChanged(late);
        QVERIFY(m_terminal->wantedDays.empty());
    }

    void whatFailedIsNamedAndStays()
    {
        ClosingView failed = closing(domain::kClosingSteps, true);
        failed.row(ClosingStep::BackUpStore) = {ClosingOutcome::Failed,
                                                QStringLiteral("no room <b>on</b> the disk")};
        Q_EMIT m_terminal->closingChanged(failed);
        ui::ClosingLine& line = m_window->dayDesk().closingLine();
        QVERIFY2(line.text().contains(QStringLiteral("Records backed up: no room <b>on</b>")),
                 qPrintable(line.text()));
        QVERIFY(line.isVisible());
        line.button().click();
        QVERIFY(!line.isVisible());
    }

    void aBackupIsChosenAndConfirmed()
    {
        m_terminal->backedUp = {kToday, kBefore};
        m_window->dayDesk().askRestore();
        auto* dialog = m_window->findChild<ui::RestoreDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->go().isEnabled());
        dialog->list().setCurrentRow(1);
        QVERIFY(dialog->go().isEnabled());
        dialog->go().click();
        QCOMPARE(m_terminal->restores, std::vector{kBefore});
    }

    void aMutedSoundStaysMuted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        domain::DeskNote note;
        note.sound = NoteSound::Stop;
        {
            QSettings settings{file, QSettings::IniFormat};
            ui::TrayNotes notes{&settings};
            QSignalSpy played{&notes, &ui::TrayNotes::played};
            notes.show(note);
            QCOMPARE(played.size(), 1);
            notes.setMuted(NoteSound::Stop, true);
            notes.show(note);
            QCOMPARE(played.size(), 1);
            note.sound = NoteSound::BuyFill;
            notes.show(note);
            QCOMPARE(played.size(), 2);
        }
        QSettings settings{file, QSettings::IniFormat};
        ui::TrayNotes notes{&settings};
        QVERIFY(notes.isMuted(NoteSound::Stop));
        QVERIFY(!notes.isMuted(NoteSound::BuyFill));
    }

    void everySoundIsThere()
    {
        for (const NoteSound sound : {NoteSound::BuyFill, NoteSound::SellFill, NoteSound::Stop,
                                      NoteSound::Reject, NoteSound::Disconnect, NoteSound::Guard}) {
            QVERIFY(!ui::soundName(sound).isEmpty());
        }
        for (const char* name :
             {"buy_fill", "sell_fill", "stop", "reject", "disconnect", "guard"}) {
            QVERIFY(QFile::exists(QStringLiteral(":/sounds/%1.wav").arg(QLatin1String{name})));
        }
    }

private:
    std::unique_ptr<test::FakeTerminal> m_terminal;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(TestDayDesk)
#include "tst_day_desk.moc"
