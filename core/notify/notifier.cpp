#include "core/notify/notifier.h"

#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace core::notify
{
namespace
{
constexpr std::chrono::milliseconds kStep{200};
constexpr std::chrono::seconds kReplyKeeps{60};
constexpr std::chrono::seconds kPollGap{1};
constexpr std::chrono::seconds kConflictPause{30};
constexpr std::chrono::minutes kPersonPause{5};

TelegramState stateOf(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Ok:
    case AnswerKind::Rejected:  // The service works; it did not like the text.
        return TelegramState::Good;
    case AnswerKind::RateLimited:
        return TelegramState::Paused;
    case AnswerKind::TokenRefused:
    case AnswerKind::Forbidden:
    case AnswerKind::Conflict:
        return TelegramState::Refused;
    case AnswerKind::ServerError:
    case AnswerKind::Unusable:
    case AnswerKind::Unreached:
    case AnswerKind::TimedOut:
        return TelegramState::Unreachable;
    }
    return TelegramState::Unreachable;
}

/// Before the jitter, which only adds.
std::chrono::nanoseconds pollPause(const ApiAnswer& answer, int failures)
{
    switch (answer.kind) {
    case AnswerKind::Conflict:
        return kConflictPause;
    case AnswerKind::TokenRefused:
    case AnswerKind::Forbidden:
        return kPersonPause;
    case AnswerKind::RateLimited:
        return answer.retryAfter.value_or(backOffStep(failures));
    case AnswerKind::Ok:  // An answer that could not be read.
    case AnswerKind::Rejected:
    case AnswerKind::ServerError:
    case AnswerKind::Unusable:
    case AnswerKind::Unreached:
    case AnswerKind::TimedOut:
        break;
    }
    return backOffStep(failures);
}

bool isGroup(const NotifierOptions& options)
{
    return options.telegram && options.telegram->chatId < 0;
}

bool mayListen(const NotifierOptions& options)
{
    return options.commands && options.telegram && options.telegram->chatId > 0
           && options.telegram->userId > 0;
}
}  // namespace

NotifierOptions notifierOptions(const config::NotifySection& section,
                                domain::EnvironmentKind environment,
                                const std::optional<config::TelegramSecrets>& secrets,
                                const UpdateMark& mark)
{
    return {.render = {.language = section.language,
                       .amounts = section.amounts,
                       .environment = environment},
            .desktop = section.desktop,
            .telegram = section.telegram ? secrets : std::nullopt,
            .commands = section.commands,
            .mark = mark,
            .random = [] { return QRandomGenerator::system()->generate(); }};
}

Notifier::Notifier(const base::Clock& clock, NotifierOptions options)
    : m_clock{clock},
      m_options{std::move(options)},
      m_queue{paceOf(isGroup(m_options)), m_options.random, m_options.queueMax}
{
    if (mayListen(m_options)) {
        m_commands.emplace(CommandAccess{.chatId = m_options.telegram->chatId,
                                         .userId = m_options.telegram->userId},
                           m_options.mark, m_options.random);
        m_status.listening = true;
        m_status.commands = TelegramState::Good;
    }
    if (m_options.telegram) {
        config::hideFromLog(*m_options.telegram);
        m_status.telegram = TelegramState::Good;
    }
}

Notifier::~Notifier() = default;

void Notifier::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_options.telegram) {
        m_client =
            std::make_unique<TelegramClient>(m_clock, m_options.telegram->token, m_options.url);
    }
    if (m_options.drive == NotifierDrive::ByTimer) {
        m_timer = std::make_unique<QTimer>();
        connect(m_timer.get(), &QTimer::timeout, this, [this] { tick(m_clock.monotonic()); });
        m_timer->start(kStep);
    }
    Q_EMIT statusChanged(m_status);
    m_told = m_status;
    tick(m_clock.monotonic());
}

void Notifier::send(const Message& message)
{
    Q_ASSERT(QThread::currentThread() == thread());
    DesktopNote note = desktopNote(message, m_options.render);
    note.shows = m_options.desktop;
    if (note.shows || note.sound != Sound::None) {
        Q_EMIT desktop(note);
    }
    if (m_options.telegram && isForTelegram(message)) {
        m_queue.push(outgoing(message, m_options.render), m_clock.monotonic());
        pump(m_clock.monotonic());
        tellStatus();
    }
}

void Notifier::answer(std::uint64_t number, const Answer& answer)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_asked.erase(number) == 0) {
        return;
    }
    std::visit([this](const auto& one) { say(one, kReplyKeeps); }, answer);
    pump(m_clock.monotonic());
    tellStatus();
}

void Notifier::finish(std::chrono::milliseconds grace)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_finishBy = m_clock.monotonic() + grace;
    checkFinished(m_clock.monotonic());
}

void Notifier::tick(std::chrono::nanoseconds now)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_client) {
        m_client->tick(now);
        giveUpQuestions(now);
        pump(now);
        poll(now);
    }
    tellStatus();
    checkFinished(now);
}

void Notifier::say(const Reply& reply, std::optional<std::chrono::seconds> keeps)
{
    m_queue.push(outgoing(reply, m_options.render, keeps), m_clock.monotonic());
}

void Notifier::pump(std::chrono::nanoseconds now)
{
    if (!m_client) {
        return;
    }
    if (const std::optional<SendTask> task = m_queue.take(now)) {
        sendTask(*task);
    }
}

void Notifier::sendTask(const SendTask& task)
{
    const ChatText text{.chatId = m_options.telegram->chatId,
                        .text = task.text,
                        .markup = task.form == Form::Plain ? Markup::None : Markup::MarkdownV2,
                        .loudness = task.silent ? Loudness::Silent : Loudness::Sound};
    const auto done = [this](const ApiAnswer& answer) { taskAnswered(answer); };
    if (task.form == Form::Picture) {
        m_client->sendPhoto(text, task.picture, done);
    } else {
        m_client->sendMessage(text, done);
    }
}

void Notifier::taskAnswered(const ApiAnswer& answer)
{
    const std::chrono::nanoseconds now = m_clock.monotonic();
    m_queue.answered(answer, now);
    m_status.telegram = stateOf(answer.kind);
    m_status.httpStatus = answer.status;
    const std::uint64_t lost = m_queue.figures().lost;
    if (answer.kind == AnswerKind::Ok && lost > m_lostTold) {
        say(MessagesLost{.count = lost - m_lostTold}, std::nullopt);
        m_lostTold = lost;
    }
    pump(now);
    tellStatus();
    checkFinished(now);
}

void Notifier::poll(std::chrono::nanoseconds now)
{
    if (!m_commands || m_polling || m_finishBy || now < m_pollAt) {
        return;
    }
    m_polling = true;
    m_client->getUpdates(m_commands->next(m_clock.now()),
                         [this, now](const ApiAnswer& answer, const QByteArray& body) {
                             pollAnswered(answer, body, now);
                         });
}

void Notifier::pollAnswered(const ApiAnswer& answer, const QByteArray& body,
                            std::chrono::nanoseconds asked)
{
    m_polling = false;
    const std::chrono::nanoseconds now = m_clock.monotonic();
    const base::Result<std::vector<Update>> updates =
        answer.kind == AnswerKind::Ok
            ? readUpdates(body)
            : base::Result<std::vector<Update>>{base::Error{base::ErrorCode::Network, {}}};
    if (!updates) {
        ++m_pollFailures;
        m_status.commands =
            answer.kind == AnswerKind::Ok ? TelegramState::Unreachable : stateOf(answer.kind);
        m_pollAt = now + pollPause(answer, m_pollFailures) + jittered(kPollGap, m_options.random);
        tellStatus();
        return;
    }
    m_pollFailures = 0;
    m_status.commands = TelegramState::Good;
    m_pollAt = asked + kPollGap;
    if (!m_finishBy) {
        for (const Update& update : *updates) {
            hear(update);
        }
    }
    pump(now);
    tellStatus();
    poll(now);
}

void Notifier::hear(const Update& update)
{
    const std::chrono::nanoseconds now = m_clock.monotonic();
    const Heard heard = m_commands->hear(update, m_clock.now(), now);
    if (heard.refusal != Refusal::Replayed) {
        Q_EMIT markMoved(m_commands->mark());
    }
    m_status.refusedCommands = m_commands->refusedInAll();
    if (heard.reply) {
        const bool code = std::holds_alternative<CodeAsked>(*heard.reply);
        say(*heard.reply, code ? kCodeKeeps : kReplyKeeps);
    }
    if (!heard.wish) {
        return;
    }
    if (!heard.reply) {
        m_asked[heard.wish->number] = {.kind = heard.wish->kind, .until = now + kAnswerWait};
    }
    Q_EMIT commandWanted(*heard.wish);
}

void Notifier::giveUpQuestions(std::chrono::nanoseconds now)
{
    for (auto at = m_asked.begin(); at != m_asked.end();) {
        if (at->second.until <= now) {
            say(NotAnswered{.kind = at->second.kind}, kReplyKeeps);
            at = m_asked.erase(at);
        } else {
            ++at;
        }
    }
}

void Notifier::tellStatus()
{
    m_status.queue = m_queue.figures();
    if (m_status != m_told) {
        m_told = m_status;
        Q_EMIT statusChanged(m_status);
    }
}

void Notifier::checkFinished(std::chrono::nanoseconds now)
{
    const bool drained = m_client == nullptr || (m_queue.isEmpty() && !m_queue.inFlight());
    if (m_finishBy && !m_finished && (drained || now >= *m_finishBy)) {
        m_finished = true;
        Q_EMIT finished();
    }
}
}  // namespace core::notify

#include "moc_notifier.cpp"
