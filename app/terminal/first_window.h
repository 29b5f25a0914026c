#pragma once

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QLocalServer;
QT_END_NAMESPACE

namespace app
{
/// Lets a second start raise the window of the first, and nothing else (fault row H08, S-08).
///
/// A local socket in the data folder (0700), for its owner alone. The one word it understands is
/// "raise"; whatever else is said to it, it hangs up.
/// Thread: UI.
class FirstWindow final : public QObject
{
    Q_OBJECT

public:
    /// Only with the instance lock in hand: what a killed program left behind is removed.
    explicit FirstWindow(const QString& dataFolder, QObject* parent = nullptr);

    /// True if a program was there and was told.
    [[nodiscard]] static bool raise(const QString& dataFolder);

Q_SIGNALS:
    void raiseAsked();

private:
    void answer();

    QLocalServer* m_server;
};
}  // namespace app
