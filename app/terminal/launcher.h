#pragma once

#include "app/terminal/command_line.h"
#include "app/terminal/first_window.h"
#include "app/terminal/launch_plan.h"
#include "app/terminal/picture_taker.h"
#include "core/engine/instance_lock.h"
#include "core/engine/session.h"
#include "ui/main_window.h"

#include <QObject>

#include <memory>

namespace app
{
/// Exit codes of all programs.
enum class ExitCode
{
    Done = 0,
    Failed = 1,
    WrongInput = 2,
    NoSecrets = 3,
    AlreadyRunning = 4,
};

/// Takes the program from its command line to a running window, step by step: configuration,
/// secrets (file, then key store, then the question), lock, session, window. UI thread.
class Launcher final : public QObject
{
    Q_OBJECT

public:
    explicit Launcher(CommandLine line, QObject* parent = nullptr);
    ~Launcher() override;

    void launch();

private:
    void findSecrets();
    void withoutSecrets(const core::base::Error& error);
    void begin(const core::config::Credentials& credentials);
    [[nodiscard]] core::base::Status addServices(core::engine::SessionOptions& options) const;
    void openTextLog() const;
    void restoreRecords();
    void openWindow();
    void leave(ExitCode code, const QString& why);
    void finished(int exitCode);
    [[nodiscard]] static bool hasDisplay();

    CommandLine m_line;
    core::config::Config m_config;
    Places m_places;
    std::shared_ptr<core::engine::InstanceLock> m_lock;
    std::unique_ptr<core::engine::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<PictureTaker> m_pictures;
    std::unique_ptr<FirstWindow> m_first;
};
}  // namespace app
