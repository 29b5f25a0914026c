#include "app/simulator/command_line.h"
#include "core/base/log.h"
#include "core/sim/simulator.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

namespace
{
constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongInput = 2;

void complain(const QString& what)
{
    std::fprintf(stderr, "kis-simulator: %s\n", qUtf8Printable(what));
}

int exitCodeOf(const core::base::Error& error)
{
    switch (error.code) {
    case core::base::ErrorCode::Malformed:
    case core::base::ErrorCode::OutOfRange:
    case core::base::ErrorCode::Io:
        return kWrongInput;
    case core::base::ErrorCode::NotFound:
    case core::base::ErrorCode::Refused:
    case core::base::ErrorCode::Unauthorized:
    case core::base::ErrorCode::RateLimited:
    case core::base::ErrorCode::Unsupported:
    case core::base::ErrorCode::Network:
    case core::base::ErrorCode::TimedOut:
    case core::base::ErrorCode::Busy:
    case core::base::ErrorCode::OutcomeUnknown:
        return kFailed;
    }
    return kFailed;
}

/// SIGTERM and SIGINT as readable events; blocked before any thread starts.
int signalDescriptor()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}
}  // namespace

int main(int argc, char** argv)
{
    const int signals = signalDescriptor();
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("kis-simulator"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    core::base::installLog();

    core::base::Result<app::simulator::CommandLine> line =
        app::simulator::readCommandLine(QCoreApplication::arguments());
    if (!line) {
        complain(line.error().detail);
        return kWrongInput;
    }
    if (!line->text.isEmpty()) {
        std::fputs(qUtf8Printable(line->text), stdout);
        return kDone;
    }
    QFile file{line->calendarFile.isEmpty() ? QStringLiteral(":/calendar/krx.json")
                                            : line->calendarFile};
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        return kWrongInput;
    }
    core::base::Result<core::domain::SessionCalendar> calendar =
        core::domain::SessionCalendar::fromJson(file.readAll());
    if (!calendar) {
        complain(QStringLiteral("%1: %2").arg(file.fileName(), calendar.error().detail));
        return kWrongInput;
    }
    core::sim::SimulatorOptions options = line->options;
    options.calendar = std::move(calendar).value();
    QFile taxFile{QStringLiteral(":/costs/tax.json")};
    core::base::Result<core::domain::TaxTable> taxes =
        taxFile.open(QIODevice::ReadOnly)
            ? core::domain::TaxTable::fromJson(taxFile.readAll())
            : core::base::Error{core::base::ErrorCode::Io, taxFile.errorString()};
    if (!taxes) {
        complain(QStringLiteral("%1: %2").arg(taxFile.fileName(), taxes.error().detail));
        return kWrongInput;
    }
    options.taxes = std::move(taxes).value();

    core::sim::Simulator simulator{options};
    QObject::connect(&simulator, &core::sim::Simulator::ready, &application,
                     [](const core::sim::SimulatorEndpoint& endpoint) {
                         std::fprintf(stdout, "%s\n", endpoint.toJson().constData());
                         std::fflush(stdout);
                     });
    QObject::connect(&simulator, &core::sim::Simulator::failed, &application,
                     [](const core::base::Error& error) {
                         complain(error.detail);
                         QCoreApplication::exit(exitCodeOf(error));
                     });
    QSocketNotifier stop{signals, QSocketNotifier::Read};
    QObject::connect(&stop, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    QMetaObject::invokeMethod(&simulator, &core::sim::Simulator::start, Qt::QueuedConnection);
    const int code = QCoreApplication::exec();
    ::close(signals);
    return code;
}
