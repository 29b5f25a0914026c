#include "ui/day_desk.h"

#include "ui/restore_dialog.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>

namespace ui
{
namespace domain = core::domain;

DayDesk::DayDesk(core::api::Terminal& terminal, QSettings* settings, QWidget* window)
    : QObject{window},
      m_terminal{terminal},
      m_window{window},
      m_line{new ClosingLine{window}},
      m_notes{new TrayNotes{settings, this}}
{
    using core::api::Terminal;
    connect(&terminal, &Terminal::noted, m_notes, &TrayNotes::show);
    connect(&terminal, &Terminal::closingChanged, this, &DayDesk::followClosing);
    connect(m_line, &ClosingLine::cancelWanted, this, [this] { m_terminal.cancelClosing(); });
    connect(&terminal, &Terminal::dayReady, this, &DayDesk::showDay);
    connect(&terminal, &Terminal::daysKnown, this,
            [this](const std::vector<domain::TradingDate>& days) {
                if (m_summary) {
                    m_summary->setDays(days);
                }
            });
    connect(&terminal, &Terminal::exported, this,
            [this](const QString& path, const QString& problem) {
                if (m_summary) {
                    m_summary->tell(problem.isEmpty() ? tr("Written: %1").arg(path)
                                                      : tr("Not written: %1").arg(problem));
                }
            });
}

void DayDesk::setToday(domain::TradingDate today)
{
    m_today = today;
}

void DayDesk::openSummary()
{
    if (!m_summary) {
        m_summary = new SummaryDialog{m_terminal.configuration().guard, m_window};
        m_summary->setTheme(m_theme, m_fontPoints);
        connect(m_summary, &SummaryDialog::dayWanted, this,
                [this](domain::TradingDate date) { m_terminal.wantDay(date); });
        connect(m_summary, &SummaryDialog::exportWanted, this,
                [this](domain::TradingDate date, domain::ReportFormat format, const QString& path) {
                    m_terminal.exportDay(date, format, path);
                });
        connect(m_summary, &SummaryDialog::sendWanted, this, [this](domain::TradingDate date) {
            m_terminal.sendDay(date);
            m_summary->tell(
                tr("Handed to the notifier; it is sent as soon as the service takes it."));
        });
    }
    m_summary->setSendable(whyNotSendable());
    m_asked = true;
    m_terminal.wantDays();
    if (m_today != domain::TradingDate{}) {
        m_terminal.wantDay(m_today);
    }
}

/// Shown with its first day in it: an empty frame would only flash.
void DayDesk::showDay(const domain::DayPtr& day)
{
    if (!m_summary) {
        return;
    }
    m_summary->showDay(day);
    if (!m_summary->isVisible()) {
        m_summary->show();
    } else if (m_asked) {
        m_summary->raise();
        m_summary->activateWindow();
    }
    m_asked = false;
}

void DayDesk::followClosing(const domain::ClosingView& view)
{
    m_line->apply(view);
    const bool saved =
        view.row(domain::ClosingStep::Reports).outcome == domain::ClosingOutcome::Done;
    if (view.finished && saved && !view.late) {
        openSummary();
    }
}

QString DayDesk::whyNotSendable() const
{
    const QString why = m_terminal.whyNotSendable();
    if (why.isEmpty()) {
        return {};
    }
    return why == QStringLiteral("no_token") ? tr("There is no Telegram token in the secrets file.")
                                             : tr("Telegram is switched off (notify.telegram).");
}

void DayDesk::askRestore()
{
    auto* dialog = new RestoreDialog{m_terminal.backups(), m_window};
    connect(dialog, &RestoreDialog::confirmed, this, [this](domain::TradingDate date) {
        const core::base::Status noted = m_terminal.restoreAtNextStart(date);
        auto* told = new QMessageBox{
            noted ? QMessageBox::Information : QMessageBox::Warning, tr("Restore the records"),
            noted ? tr("The records of %1 are put back when the program starts next.")
                        .arg(domain::dateText(date))
                  : tr("Nothing will be restored: %1").arg(noted.error().detail),
            QMessageBox::Ok, m_window};
        told->setTextFormat(Qt::PlainText);
        told->setAttribute(Qt::WA_DeleteOnClose);
        told->open();
    });
    dialog->open();
}

void DayDesk::fillSoundMenu(QMenu& menu)
{
    using domain::NoteSound;
    for (const NoteSound sound : {NoteSound::BuyFill, NoteSound::SellFill, NoteSound::Stop,
                                  NoteSound::Reject, NoteSound::Disconnect, NoteSound::Guard}) {
        QAction* action = menu.addAction(soundName(sound));
        action->setCheckable(true);
        action->setChecked(!m_notes->isMuted(sound));
        connect(action, &QAction::toggled, this, [this, sound](bool on) {
            m_notes->setMuted(sound, !on);
            if (on) {
                m_notes->play(sound);
            }
        });
    }
}

void DayDesk::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_fontPoints = fontPoints;
    m_line->setFontPoints(fontPoints);
    if (m_summary) {
        m_summary->setTheme(theme, fontPoints);
    }
}
}  // namespace ui

#include "moc_day_desk.cpp"
