#pragma once

#include "core/api/terminal.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ui
{
/// Tells the desk that the window lives (every second) and that a person is there (real key or
/// mouse input, at most once a second). Also hears the kill key before any field, dialog or
/// shortcut does: it works whatever has the focus.
class PresenceWatch final : public QObject
{
    Q_OBJECT

public:
    PresenceWatch(core::api::Terminal& terminal, QObject* parent);

Q_SIGNALS:
    void killPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void person();

    core::api::Terminal& m_terminal;
    QTimer m_beat;
    QElapsedTimer m_sincePerson;
};
}  // namespace ui
