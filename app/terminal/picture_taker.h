#pragma once

#include "ui/main_window.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace app
{
/// Saves pictures of the window during an unattended run: some on the way, and at the end one of
/// each language and theme. UI thread.
class PictureTaker final : public QObject
{
    Q_OBJECT

public:
    PictureTaker(ui::MainWindow& window, QString folder);

    /// Korean and English, dark and light, as FOLDER/NAME-ko-dark.png and so on; then `taken`.
    /// Each in a turn of the event loop of its own: a language arrives by posted events.
    void takeAll(const QString& name);

Q_SIGNALS:
    void taken();

private:
    void take(const QString& name);
    void takeVariant(const QString& name, int variant);

    ui::MainWindow& m_window;
    QString m_folder;
    QTimer m_timer;
    int m_taken = 0;
};
}  // namespace app
