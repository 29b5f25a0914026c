#include "ui/presence_watch.h"

#include "ui/hotkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace ui
{
namespace
{
constexpr std::chrono::seconds kEvery{1};

bool isKillKey(const QEvent& event)
{
    const auto& key = static_cast<const QKeyEvent&>(event);
    return QKeySequence{key.keyCombination()} == hotkeySequence(Hotkey::Kill);
}
}  // namespace

PresenceWatch::PresenceWatch(core::api::Terminal& terminal, QObject* parent)
    : QObject{parent}, m_terminal{terminal}
{
    m_beat.setInterval(kEvery);
    connect(&m_beat, &QTimer::timeout, this,
            [this] { m_terminal.perform(core::domain::Presence{.person = false}); });
    m_beat.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool PresenceWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (static_cast<int>(event->type())) {
    case QEvent::ShortcutOverride:
        if (isKillKey(*event)) {
            // Taken from the shortcuts, which a modal dialog would shadow.
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (event->spontaneous()) {
            person();
        }
        if (isKillKey(*event)) {
            // The press travels from the window to the focus widget and up: only the first counts.
            if (event->spontaneous() && !static_cast<QKeyEvent*>(event)->isAutoRepeat()) {
                Q_EMIT killPressed();
            }
            return true;
        }
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (event->spontaneous()) {
            person();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void PresenceWatch::person()
{
    if (m_sincePerson.isValid()
        && m_sincePerson.elapsed() < std::chrono::milliseconds{kEvery}.count()) {
        return;
    }
    m_sincePerson.start();
    m_terminal.perform(core::domain::Presence{.person = true});
}
}  // namespace ui

#include "moc_presence_watch.cpp"
