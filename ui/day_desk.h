#pragma once

#include "core/api/terminal.h"
#include "ui/closing_line.h"
#include "ui/summary_dialog.h"
#include "ui/theme.h"
#include "ui/tray_notes.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QSettings;

namespace ui
{
/// The window's side of the record of the days: the summary, the closing routine's line, notes
/// outside the window, restoring a backup. UI thread.
class DayDesk final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent; `settings` may be null. Both outlive it.
    DayDesk(core::api::Terminal& terminal, QSettings* settings, QWidget* window);

    [[nodiscard]] ClosingLine& closingLine() { return *m_line; }
    [[nodiscard]] TrayNotes& notes() { return *m_notes; }
    /// Null until it was opened once.
    [[nodiscard]] SummaryDialog* summary() { return m_summary; }

    /// The day of the newest snapshot: what the summary opens with.
    void setToday(core::domain::TradingDate today);
    void openSummary();
    void askRestore();
    void fillSoundMenu(QMenu& menu);
    void setTheme(const Theme& theme, int fontPoints);

private:
    void showDay(const core::domain::DayPtr& day);
    void followClosing(const core::domain::ClosingView& view);
    [[nodiscard]] QString whyNotSendable() const;

    core::api::Terminal& m_terminal;
    QWidget* m_window;
    ClosingLine* m_line;
    TrayNotes* m_notes;
    QPointer<SummaryDialog> m_summary;
    core::domain::TradingDate m_today{};
    bool m_asked = false;  ///< The summary was opened; its first day is on the way.
    Theme m_theme;
    int m_fontPoints = 10;
};
}  // namespace ui
