#pragma once

#include "core/base/clock.h"
#include "core/config/config.h"
#include "core/config/secrets.h"
#include "core/notify/commands.h"
#include "core/notify/desktop_note.h"
#include "core/notify/send_queue.h"
#include "core/notify/telegram_client.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::notify
{
/// Who calls `tick`: the notifier's own timer, or a test.
enum class NotifierDrive : std::uint8_t
{
    ByTimer,
    ByHand,
};

struct NotifierOptions
{
    RenderOptions render{};
    bool desktop = true;
    std::optional<config::TelegramSecrets> telegram{};  ///< Empty: nothing leaves the machine.
    bool commands = false;                              ///< Without `telegram` nothing listens.
    UpdateMark mark{};
    QUrl url{QString::fromLatin1(kTelegramUrl)};
    Random random{};
    std::size_t queueMax = kQueueMax;
    NotifierDrive drive = NotifierDrive::ByTimer;
};

/// Options of a run. Telegram needs both its key in the configuration and its secrets; commands
/// also a user and a private chat. `random` is the system's.
[[nodiscard]] NotifierOptions notifierOptions(const config::NotifySection& section,
                                              domain::EnvironmentKind environment,
                                              const std::optional<config::TelegramSecrets>& secrets,
                                              const UpdateMark& mark);

enum class TelegramState : std::uint8_t
{
    Off,
    Good,         ///< The last request was taken, or none has been made yet.
    Paused,       ///< The service asked for a pause.
    Unreachable,  ///< Tried again by itself.
    Refused,      ///< Token or chat: only a person can help.
};

struct NotifierStatus
{
    TelegramState telegram = TelegramState::Off;
    int httpStatus = 0;  ///< Of the last answer; 0 = none.
    QueueFigures queue;
    bool listening = false;  ///< Commands are on.
    TelegramState commands = TelegramState::Off;
    std::uint64_t refusedCommands = 0;

    friend bool operator==(const NotifierStatus&, const NotifierStatus&) = default;
};

/// How long the program has to answer a question.
inline constexpr std::chrono::seconds kAnswerWait{10};

/// Root of the notify thread: every message to the desktop at once, and to Telegram in its own
/// time; commands back. Nothing waits for it: whoever sends has sent.
///
/// `commandWanted` with Status, Positions or Why is answered through `answer`; Pause and Cancel are
/// done by whoever hears them, and what they did is a message of its own. `markMoved` comes before
/// what the update wanted: who keeps it first never obeys twice.
/// Thread: notify.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    /// `clock` is the machine's own, also in the simulation: the service lives in real time.
    Notifier(const base::Clock& clock, NotifierOptions options);
    ~Notifier() override;

    void start();
    void send(const core::notify::Message& message);
    /// For the wish of this number; unknown and late ones are ignored.
    void answer(std::uint64_t number, const core::notify::Answer& answer);
    /// No more commands; sends what waits, for `grace` at most, then `finished`.
    void finish(std::chrono::milliseconds grace);
    void tick(std::chrono::nanoseconds now);

Q_SIGNALS:
    void desktop(const core::notify::DesktopNote& note);
    void commandWanted(const core::notify::CommandWish& wish);
    void markMoved(const core::notify::UpdateMark& mark);
    void statusChanged(const core::notify::NotifierStatus& status);
    void finished();

private:
    struct Asked
    {
        CommandKind kind = CommandKind::Status;
        std::chrono::nanoseconds until{};
    };

    const base::Clock& m_clock;
    NotifierOptions m_options;
    SendQueue m_queue;
    std::optional<CommandDesk> m_commands;
    std::unique_ptr<TelegramClient> m_client;
    std::unique_ptr<QTimer> m_timer;
    std::map<std::uint64_t, Asked> m_asked;
    bool m_polling = false;
    int m_pollFailures = 0;
    std::chrono::nanoseconds m_pollAt = std::chrono::nanoseconds::min();
    std::uint64_t m_lostTold = 0;
    std::optional<std::chrono::nanoseconds> m_finishBy;
    bool m_finished = false;
    NotifierStatus m_status;
    NotifierStatus m_told;

    void say(const Reply& reply, std::optional<std::chrono::seconds> keeps);
    void pump(std::chrono::nanoseconds now);
    void sendTask(const SendTask& task);
    void taskAnswered(const ApiAnswer& answer);
    void poll(std::chrono::nanoseconds now);
    void pollAnswered(const ApiAnswer& answer, const QByteArray& body,
                      std::chrono::nanoseconds asked);
    void hear(const Update& update);
    void giveUpQuestions(std::chrono::nanoseconds now);
    void tellStatus();
    void checkFinished(std::chrono::nanoseconds now);
};
}  // namespace core::notify
