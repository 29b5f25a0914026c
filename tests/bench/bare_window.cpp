// V-9's reference: the barest window with one chart, and what it takes to its first paint.

#include "app/terminal/start_meter.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QMainWindow>

#include <cstdio>

namespace
{
class Window final : public QMainWindow
{
protected:
    bool event(QEvent* event) override
    {
        const bool done = QMainWindow::event(event);
        if (event->type() == QEvent::UpdateRequest) {
            std::printf("bare Qt window with one chart: first paint after %d ms, %d MiB resident\n",
                        app::StartMeter::sinceStartMs(), app::StartMeter::residentMiB());
            QCoreApplication::quit();
        }
        return done;
    }
};
}  // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    Window window;
    window.setCentralWidget(new QChartView{new QChart});
    window.resize(1920, 1080);
    window.show();
    return QApplication::exec();
}
