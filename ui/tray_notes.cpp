#include "ui/tray_notes.h"

#include <QApplication>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSettings>
#include <QSoundEffect>
#include <QSystemTrayIcon>

namespace ui
{
using core::domain::NoteSound;

namespace
{
struct SoundRow
{
    NoteSound sound;
    const char* file;  ///< In resources/sounds, and the name in the settings.
    const char* name;
};
constexpr std::array<SoundRow, core::domain::kNoteSounds - 1> kSounds{{
    {NoteSound::BuyFill, "buy_fill", QT_TRANSLATE_NOOP("SoundWords", "Buy filled")},
    {NoteSound::SellFill, "sell_fill", QT_TRANSLATE_NOOP("SoundWords", "Sale filled")},
    {NoteSound::Stop, "stop", QT_TRANSLATE_NOOP("SoundWords", "Stop")},
    {NoteSound::Reject, "reject", QT_TRANSLATE_NOOP("SoundWords", "Refused")},
    {NoteSound::Disconnect, "disconnect", QT_TRANSLATE_NOOP("SoundWords", "Line lost")},
    {NoteSound::Guard, "guard", QT_TRANSLATE_NOOP("SoundWords", "Guard")},
}};

const SoundRow* rowOf(NoteSound sound)
{
    for (const SoundRow& row : kSounds) {
        if (row.sound == sound) {
            return &row;
        }
    }
    return nullptr;
}

QString keyOf(NoteSound sound)
{
    const SoundRow* row = rowOf(sound);
    return row == nullptr ? QString{} : QStringLiteral("muted/") + QString::fromLatin1(row->file);
}

QSystemTrayIcon::MessageIcon iconOf(core::domain::Severity severity)
{
    switch (severity) {
    case core::domain::Severity::Info:
    case core::domain::Severity::Notice:
        return QSystemTrayIcon::Information;
    case core::domain::Severity::Warning:
        return QSystemTrayIcon::Warning;
    case core::domain::Severity::Critical:
        return QSystemTrayIcon::Critical;
    }
    return QSystemTrayIcon::NoIcon;
}
}  // namespace

QString soundName(NoteSound sound)
{
    const SoundRow* row = rowOf(sound);
    return row == nullptr ? QString{} : QCoreApplication::translate("SoundWords", row->name);
}

TrayNotes::TrayNotes(QSettings* settings, QObject* parent) : QObject{parent}, m_settings{settings}
{
    for (const SoundRow& row : kSounds) {
        m_muted[static_cast<std::size_t>(row.sound)] =
            m_settings != nullptr && m_settings->value(keyOf(row.sound), false).toBool();
    }
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
        m_tray->show();
    }
}

TrayNotes::~TrayNotes() = default;

void TrayNotes::show(const core::domain::DeskNote& note)
{
    if (note.shows && m_tray) {
        m_tray->showMessage(note.title, note.text, iconOf(note.severity));
    }
    if (note.sound != NoteSound::None && !isMuted(note.sound)) {
        play(note.sound);
    }
}

void TrayNotes::setMuted(NoteSound sound, bool muted)
{
    m_muted[static_cast<std::size_t>(sound)] = muted;
    if (m_settings != nullptr) {
        m_settings->setValue(keyOf(sound), muted);
    }
}

bool TrayNotes::isMuted(NoteSound sound) const
{
    return m_muted[static_cast<std::size_t>(sound)];
}

void TrayNotes::play(NoteSound sound)
{
    const SoundRow* row = rowOf(sound);
    if (row == nullptr) {
        return;
    }
    Q_EMIT played(sound);
    // Silence where nobody sits or there is no loudspeaker, and no warning at each fill.
    if (QGuiApplication::platformName() == QStringLiteral("offscreen")
        || QMediaDevices::defaultAudioOutput().isNull()) {
        return;
    }
    std::unique_ptr<QSoundEffect>& effect = m_sounds[static_cast<std::size_t>(sound)];
    if (!effect) {
        effect = std::make_unique<QSoundEffect>();
        effect->setSource(
            QUrl{QStringLiteral("qrc:/sounds/%1.wav").arg(QString::fromLatin1(row->file))});
    }
    effect->play();
}
}  // namespace ui

#include "moc_tray_notes.cpp"
