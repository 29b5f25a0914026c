#pragma once

#include "core/domain/desk_note.h"

#include <QObject>

#include <array>
#include <memory>

class QSettings;
class QSoundEffect;
class QSystemTrayIcon;

namespace ui
{
/// Name of a sound's kind, translated.
[[nodiscard]] QString soundName(core::domain::NoteSound sound);

/// Notes outside the window: the tray shows them where there is one, the loudspeaker plays the
/// sound of their kind where there is one and it is not muted. UI thread.
class TrayNotes final : public QObject
{
    Q_OBJECT

public:
    /// `settings` (may be null) keeps what is muted.
    explicit TrayNotes(QSettings* settings, QObject* parent = nullptr);
    ~TrayNotes() override;

    void show(const core::domain::DeskNote& note);
    void setMuted(core::domain::NoteSound sound, bool muted);
    [[nodiscard]] bool isMuted(core::domain::NoteSound sound) const;
    /// Once, whether it is muted or not: to hear what it is.
    void play(core::domain::NoteSound sound);

Q_SIGNALS:
    /// What was played, for tests and for those who look.
    void played(core::domain::NoteSound sound);

private:
    QSettings* m_settings;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    std::array<std::unique_ptr<QSoundEffect>, core::domain::kNoteSounds> m_sounds;
    std::array<bool, core::domain::kNoteSounds> m_muted{};
};
}  // namespace ui
