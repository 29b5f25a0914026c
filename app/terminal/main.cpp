#include "app/terminal/command_line.h"
#include "app/terminal/launcher.h"
#include "core/base/log.h"
#include "core/base/process.h"
#include "core/engine/kill_signal.h"

#include <QApplication>
#include <QTimer>

#include <clocale>
#include <cstdio>

namespace
{
/// Without a display the same window runs on Qt's offscreen platform.
void choosePlatform()
{
    const bool chosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    const bool display =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!chosen && !display) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}
}  // namespace

int main(int argc, char** argv)
{
    core::engine::KillSignal::block();  // Before the first thread.
    choosePlatform();
    QApplication application{argc, argv};
    // Qt adopts the user's locale; numbers of ours are never written or read through it, and this
    // keeps libraries from doing so.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("kis-scalper"));
    QApplication::setApplicationDisplayName(QStringLiteral("KIS Scalper"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    core::base::installLog();
    core::base::keepToOwner();

    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        std::fputs(qUtf8Printable(app::helpText(arguments)), stdout);
        return 0;
    }
    if (arguments.contains(QStringLiteral("--version"))
        || arguments.contains(QStringLiteral("-v"))) {
        std::printf("kis-scalper %s\n", qUtf8Printable(QCoreApplication::applicationVersion()));
        return 0;
    }
    const core::base::Result<app::CommandLine> line = app::parseCommandLine(arguments);
    if (!line) {
        std::fprintf(stderr, "kis-scalper: %s\n", qUtf8Printable(line.error().detail));
        return static_cast<int>(app::ExitCode::WrongInput);
    }
    app::Launcher launcher{*line};
    QTimer::singleShot(0, &launcher, &app::Launcher::launch);
    return QApplication::exec();
}
