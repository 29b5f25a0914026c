#include "app/terminal/launcher.h"

#include "app/terminal/start_meter.h"
#include "core/base/log.h"
#include "core/config/config_file.h"
#include "core/config/key_store.h"
#include "core/engine/backup_store.h"
#include "ui/start_dialogs.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace app
{
namespace
{
using core::base::ErrorCode;
using core::domain::EnvironmentKind;

// The shipped layout's size; the offscreen platform's own screen is smaller.
constexpr QSize kOffscreenSize{1920, 1080};

ExitCode exitCodeOf(const core::base::Error& error)
{
    switch (error.code) {
    case ErrorCode::Malformed:
    case ErrorCode::OutOfRange:
    case ErrorCode::NotFound:
        return ExitCode::WrongInput;
    case ErrorCode::Busy:
        return ExitCode::AlreadyRunning;
    case ErrorCode::Refused:
    case ErrorCode::Unauthorized:
    case ErrorCode::RateLimited:
    case ErrorCode::Unsupported:
    case ErrorCode::Network:
    case ErrorCode::TimedOut:
    case ErrorCode::Io:
    case ErrorCode::OutcomeUnknown:
        break;
    }
    return ExitCode::Failed;
}
}  // namespace

Launcher::Launcher(CommandLine line, QObject* parent) : QObject{parent}, m_line{std::move(line)} {}

Launcher::~Launcher()
{
    m_first.reset();
    m_pictures.reset();
    m_window.reset();
    m_session.reset();
}

bool Launcher::hasDisplay()
{
    const QString platform = QGuiApplication::platformName();
    return platform != u"offscreen" && platform != u"minimal";
}

void Launcher::leave(ExitCode code, const QString& why)
{
    std::fprintf(stderr, "kis-scalper: %s\n", qUtf8Printable(core::base::redact(why)));
    QCoreApplication::exit(static_cast<int>(code));
}

void Launcher::launch()
{
    const core::base::Result<core::config::Config> config = effectiveConfig(m_line);
    if (!config) {
        if (hasDisplay() && !m_line.isUnattended()) {
            ui::showConfigError(nullptr, placesFor(m_line, {}, {}).configFile, config.error());
        }
        leave(ExitCode::WrongInput, config.error().detail);
        return;
    }
    m_config = *config;
    if (m_config.env == EnvironmentKind::Sim) {
        begin({});
        return;
    }
    findSecrets();
}

void Launcher::findSecrets()
{
    const QString file = placesFor(m_line, m_config, {}).secretsFile;
    const core::base::Result<core::config::Credentials> secrets =
        core::config::loadSecrets(file, m_config.env);
    if (secrets) {
        begin(*secrets);
        return;
    }
    if (secrets.error().code != ErrorCode::NotFound) {
        // There is a file, and something is wrong with it: a fallback would hide that.
        leave(ExitCode::NoSecrets, secrets.error().detail);
        return;
    }
    core::config::KeyStore::load(m_config.env, this,
                                 [this, missing = secrets.error()](
                                     const core::base::Result<core::config::Credentials>& kept) {
                                     if (kept) {
                                         begin(*kept);
                                     } else {
                                         withoutSecrets(missing);
                                     }
                                 });
}

void Launcher::withoutSecrets(const core::base::Error& error)
{
    const QString file = placesFor(m_line, m_config, {}).secretsFile;
    if (!hasDisplay() || m_line.isUnattended()) {
        leave(ExitCode::NoSecrets,
              QStringLiteral("no secrets for '%1': %2, and the system key store has no entry. The "
                             "embedded simulation needs none: --env sim")
                  .arg(core::config::environmentName(m_config.env), error.detail));
        return;
    }
    if (ui::askForSimulation(nullptr, file) == ui::StartChoice::Leave) {
        leave(ExitCode::NoSecrets, error.detail);
        return;
    }
    m_config.env = EnvironmentKind::Sim;
    begin({});
}

void Launcher::begin(const core::config::Credentials& credentials)
{
    core::config::hideFromLog(credentials);
    m_places = placesFor(m_line, m_config, credentials);
    const core::base::Status folder = makeDataFolder(m_places.dataFolder);
    if (!folder) {
        leave(ExitCode::Failed, folder.error().detail);
        return;
    }
    const bool simulated = m_config.env == EnvironmentKind::Sim;
    const QString lockFile =
        simulated ? m_places.dataFolder + QStringLiteral("/lock")
                  : core::engine::InstanceLock::fileFor(core::config::environmentName(m_config.env),
                                                        credentials.appkey);
    core::base::Result<std::shared_ptr<core::engine::InstanceLock>> lock =
        core::engine::InstanceLock::acquire(lockFile);
    if (!lock) {
        if (lock.error().code == ErrorCode::Busy) {
            (void)FirstWindow::raise(m_places.dataFolder);  // Its window is the answer.
        }
        leave(exitCodeOf(lock.error()), lock.error().detail);
        return;
    }
    m_lock = std::move(lock).value();
    openTextLog();  // Ours alone from here on.
    const core::base::Result<core::engine::SessionOptions> options =
        sessionOptions(m_line, m_config, credentials, m_places.dataFolder);
    if (!options) {
        leave(ExitCode::WrongInput, options.error().detail);
        return;
    }
    core::engine::SessionOptions complete = *options;
    if (const core::base::Status added = addServices(complete); !added) {
        leave(ExitCode::NoSecrets, added.error().detail);
        return;
    }
    restoreRecords();
    m_session = std::make_unique<core::engine::Session>(complete);
    connect(m_session.get(), &core::engine::Session::failed, this,
            [this](const core::base::Error& error) { leave(exitCodeOf(error), error.detail); });
    connect(m_session.get(), &core::api::Terminal::sessionFinished, this, &Launcher::finished);
    openWindow();
    m_session->start();
    if (m_line.quitAfterSeconds) {
        QTimer::singleShot(std::chrono::seconds{*m_line.quitAfterSeconds}, m_session.get(),
                           &core::engine::Session::finish);
    }
}

/// Secrets of what the configuration switches on beside the broker. One that is wanted and not
/// there is an error: going on without it would look like a quiet day.
core::base::Status Launcher::addServices(core::engine::SessionOptions& options) const
{
    const QString file = placesFor(m_line, m_config, {}).secretsFile;
    if (m_config.notify.telegram) {
        const core::base::Result<core::config::TelegramSecrets> telegram =
            core::config::loadTelegram(file);
        if (!telegram) {
            return telegram.error();
        }
        core::config::hideFromLog(*telegram);
        options.telegram = *telegram;
    }
    if (!m_config.records.databaseUrl.isEmpty()) {
        const core::base::Result<QString> password = core::config::loadDatabasePassword(file);
        if (password) {
            options.databasePassword = *password;
        } else if (password.error().code != ErrorCode::NotFound) {
            return password.error();  // Without one: the server may trust this machine.
        }
    }
    return core::base::Done{};
}

/// Without its file, or with one that shows what it must not, the program still protects what is
/// held: it goes on and says so.
void Launcher::openTextLog() const
{
    core::base::LogLimits limits;
    limits.dayOffset = core::domain::kKstOffset;
    const core::base::Status opened =
        core::base::openLogFile(core::base::logFolderIn(m_places.dataFolder), limits);
    const core::base::Status tested = opened ? core::base::testLogFile() : opened;
    if (!tested) {
        qCCritical(core::base::lcApp).noquote() << tested.error().detail;
    }
}

void Launcher::restoreRecords()
{
    const core::base::Result<std::optional<core::engine::Restored>> restored =
        core::engine::restoreIfAsked(m_places.dataFolder);
    if (!restored) {
        qCCritical(core::base::lcApp).noquote()
            << "the records were not restored:" << restored.error().detail;
    } else if (*restored) {
        qCInfo(core::base::lcApp).noquote()
            << "the records are those after" << core::domain::dateText((*restored)->date)
            << "again; what was there is kept as" << (*restored)->kept;
    }
}

void Launcher::openWindow()
{
    ui::WindowOptions options;
    options.settingsPath = m_places.dataFolder + QStringLiteral("/window.ini");
    m_window = std::make_unique<ui::MainWindow>(*m_session, options);
    new StartMeter{m_window.get()};
    if (!hasDisplay()) {
        m_window->resize(kOffscreenSize);
    }
    m_window->show();
    m_first = std::make_unique<FirstWindow>(m_places.dataFolder);
    connect(m_first.get(), &FirstWindow::raiseAsked, m_window.get(), [window = m_window.get()] {
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->show();
        window->raise();
        window->activateWindow();
    });
    if (!m_line.screenshotFolder.isEmpty()) {
        m_pictures = std::make_unique<PictureTaker>(*m_window, m_line.screenshotFolder);
    }
}

void Launcher::finished(int exitCode)
{
    const ui::FrameMeter& meter = m_window->frameMeter();
    qCInfo(core::base::lcUi).noquote()
        << QStringLiteral("frames %1, %2/s, gap p99 %3 us, longest %4 us, work longest %5 us")
               .arg(meter.frames())
               .arg(meter.framesPerSecond(), 0, 'f', 1)
               .arg(meter.gapP99().count())
               .arg(meter.gapMax().count())
               .arg(meter.workMax().count());
    if (!m_pictures) {
        QCoreApplication::exit(exitCode);
        return;
    }
    connect(m_pictures.get(), &PictureTaker::taken, this,
            [exitCode] { QCoreApplication::exit(exitCode); });
    m_pictures->takeAll(QStringLiteral("end"));
}
}  // namespace app

#include "moc_launcher.cpp"
