// What the session hears and says: control messages, registrations, liveness.
#include "core/base/log.h"
#include "core/kis/feed_session.h"

#include <QThread>
#include <QTimer>
#include <QWebSocket>

namespace core::kis
{
using domain::FeedKey;
using domain::FeedState;
using domain::Stream;
using std::chrono::nanoseconds;

void FeedSession::receive(const QString& text)
{
    ++m_figures.frames;
    m_lastHeard = m_clock.monotonic();
    m_figures.lastFrame = m_clock.now();
    if (m_figures.stale) {
        m_figures.stale = false;
        m_sink.onFeedState();
    }
    if (text.startsWith(u'{')) {
        receiveControl(text);
        return;
    }
    const base::Status routed = m_router.route(text, domain::kstDate(m_figures.lastFrame));
    if (!routed) {
        noteBadFrame(routed.error());
        return;
    }
    // Only data proves that the broker means it: a session that is only acknowledged and then
    // closed again must not make us hurry.
    m_backOff.reset();
    m_keyInUseBackOff.reset();
}

void FeedSession::receiveControl(const QString& text)
{
    if (m_socket == nullptr) {
        return;  // The sink stopped the session a moment ago.
    }
    const base::Result<ControlMessage> message = parseControl(text);
    if (!message) {
        noteBadFrame(message.error());
        return;
    }
    switch (message->kind) {
    case ControlKind::PingPong:
        m_socket->sendTextMessage(text);
        return;
    case ControlKind::Reply:
        receiveReply(*message);
        return;
    }
}

// An answer is matched by what it is about, never by its position: data and answers interleave.
std::optional<FeedKey> FeedSession::keyOf(const ControlMessage& message) const
{
    const std::optional<Stream> stream = streamOf(message.transactionId);
    if (!stream) {
        return std::nullopt;
    }
    if (*stream == Stream::Notice) {
        return FeedKey{Stream::Notice, {}};
    }
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(QStringView{message.key});
    return symbol ? std::optional{FeedKey{*stream, *symbol}} : std::nullopt;
}

void FeedSession::receiveReply(const ControlMessage& message)
{
    std::optional<FeedKey> key = keyOf(message);
    switch (message.reaction) {
    case CodeReaction::StopFeed:
    case CodeReaction::FreshKey:
    case CodeReaction::NoticesOff:
    case CodeReaction::KeyInUse:
        reactToSession(message);
        return;
    case CodeReaction::Ignore:
        qCWarning(base::lcFeed).noquote()
            << "feed: unknown message" << message.code << message.text << "- no reaction";
        return;
    case CodeReaction::GiveUpItem:
        // Some of these come without a usable header; then the item is the one still open.
        key = key ? key : m_registrations.oldestInFlight();
        break;
    case CodeReaction::RetryLater:
        if (!key) {
            lose(QStringLiteral("%1 %2").arg(message.code, message.text));
            return;
        }
        break;
    case CodeReaction::Registered:
    case CodeReaction::Unregistered:
    case CodeReaction::AlreadyActive:
    case CodeReaction::AlreadyGone:
    case CodeReaction::LimitReached:
        break;
    }
    if (!key) {
        qCWarning(base::lcFeed).noquote() << "feed:" << message.code << "names no registration";
        return;
    }
    if (message.reaction == CodeReaction::Registered) {
        m_freshKeyTried = false;
        m_closedOnNotice = 0;
    }
    if (key->stream == Stream::Notice && message.noticeKey.isUsable()) {
        if (const base::Status opened = m_router.setNoticeKey(message.noticeKey); !opened) {
            noteBadFrame(opened.error());
        }
    }
    report(m_registrations.reply(*key, message.reaction, m_clock.monotonic()), message.code);
    settle();
    schedule();
}

void FeedSession::reactToSession(const ControlMessage& message)
{
    const QString words =
        QStringLiteral("%1 %2").arg(message.code, QString{messageCode(message.code).meaning});
    switch (message.reaction) {
    case CodeReaction::StopFeed:
        giveUp(words + QStringLiteral("; check the app key of this environment"));
        return;
    case CodeReaction::KeyInUse:
        m_closedOnNotice = 0;
        lose(words
                 + QStringLiteral("; end the other program, or wait until the broker has "
                                  "released the last session"),
             m_keyInUseBackOff.next());
        return;
    case CodeReaction::FreshKey:
        if (m_freshKeyTried) {
            m_approvalKey.clear();  // Outside service hours every key is unknown: be patient.
            lose(words);
            return;
        }
        m_freshKeyTried = true;
        dropSocket();
        report(m_registrations.connectionLost(), {});
        m_router.forgetNoticeKey();
        if (step(FeedEvent::RefuseKey)) {
            setDetail(words);
            askForKey(ApprovalWish::Fresh);
            schedule();
        }
        return;
    case CodeReaction::NoticesOff:
        if (!std::exchange(m_noticesOff, true)) {
            applyWanted();
            m_sink.onRefused(FeedKey{Stream::Notice, {}}, message.code);
        }
        lose(words + QStringLiteral("; execution notices are off until it is corrected"));
        return;
    case CodeReaction::Registered:
    case CodeReaction::Unregistered:
    case CodeReaction::AlreadyActive:
    case CodeReaction::AlreadyGone:
    case CodeReaction::RetryLater:
    case CodeReaction::LimitReached:
    case CodeReaction::GiveUpItem:
    case CodeReaction::Ignore:
        return;
    }
}

void FeedSession::report(const RegistrationChange& change, const QString& code)
{
    for (const FeedKey& key : change.ended) {
        m_sink.onRegistration(key, false);
    }
    for (const FeedKey& key : change.activated) {
        m_sink.onRegistration(key, true);
    }
    for (const FeedKey& key : change.refused) {
        qCWarning(base::lcFeed).noquote()
            << "feed:" << transactionId(key.stream, m_options.host) << key.symbol.toString()
            << "refused:" << code << QString{messageCode(code).meaning};
        m_sink.onRefused(key, code);
    }
}

// Live exactly while everything wanted is acknowledged.
void FeedSession::settle()
{
    if (!isConnected(m_state)) {
        return;
    }
    const bool complete = m_registrations.isComplete();
    if (complete && m_state == FeedState::Registering && step(FeedEvent::Complete)) {
        setDetail({});
        m_sink.onFeedState();
    } else if (!complete && m_state == FeedState::Live && step(FeedEvent::WantMore)) {
        m_sink.onFeedState();
    }
}

void FeedSession::send(const RegistrationRequest& request)
{
    const QString key =
        request.key.stream == Stream::Notice ? m_options.htsId : request.key.symbol.toString();
    m_socket->sendTextMessage(registrationText(
        m_approvalKey, transactionId(request.key.stream, m_options.host), key, request.type));
}

void FeedSession::tick(nanoseconds now)
{
    Q_ASSERT(QThread::currentThread() == thread());
    switch (m_state) {
    case FeedState::Idle:
    case FeedState::Stopped:
        return;
    case FeedState::Approving:
        if (now - m_stateSince >= m_options.times.approval) {
            approvalFailed({base::ErrorCode::TimedOut, QStringLiteral("no approval key within %1 s")
                                                           .arg(m_options.times.approval.count())});
        }
        break;
    case FeedState::Connecting:
        if (now - m_stateSince >= m_options.times.connect) {
            lose(QStringLiteral("%1 did not answer within %2 s")
                     .arg(m_options.url.authority())
                     .arg(m_options.times.connect.count()));
        }
        break;
    case FeedState::Waiting:
        if (now >= m_resumeAt && now >= m_connectLimit.earliest() && step(FeedEvent::Resume)) {
            askForKey(ApprovalWish::Reuse);
        }
        break;
    case FeedState::Registering:
    case FeedState::Live:
        tickRegistrations(now);
        tickLiveness(now);
        break;
    }
    schedule();
}

void FeedSession::tickRegistrations(nanoseconds now)
{
    if (m_registrations.isOverdue(now)) {
        lose(QStringLiteral("a registration was not answered, twice"));
        return;
    }
    if (now - m_lastSent < pace()) {
        return;
    }
    if (const std::optional<RegistrationRequest> request = m_registrations.next(now)) {
        m_lastSent = now;
        send(*request);
    }
}

void FeedSession::tickLiveness(nanoseconds now)
{
    if (!isConnected(m_state)) {
        return;
    }
    const FeedTimes& times = m_options.times;
    const bool busy =
        m_continuous && m_registrations.activeCount(Stream::Trade) >= times.busyTrades;
    if (busy != m_busy) {
        m_busy = busy;
        m_busySince = now;  // Silence from before does not count against the shorter limit.
    }
    const nanoseconds heard = busy ? std::max(m_lastHeard, m_busySince) : m_lastHeard;
    const nanoseconds silence = now - heard;
    if (silence >= (busy ? times.silent : times.quiet)) {
        lose(QStringLiteral("no frame for %1 s")
                 .arg(std::chrono::duration_cast<std::chrono::seconds>(silence).count()));
        return;
    }
    if (busy && silence >= times.stale && !m_figures.stale) {
        m_figures.stale = true;
        qCWarning(base::lcFeed) << "feed: stale, no frame for" << times.stale.count() << "s";
        m_sink.onFeedState();
    }
}
}  // namespace core::kis
