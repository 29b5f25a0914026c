#include "core/kis/feed_session.h"

#include "core/base/log.h"

#include <QAbstractSocket>
#include <QThread>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>

namespace core::kis
{
namespace
{
using domain::FeedKey;
using domain::FeedState;
using domain::Stream;
using std::chrono::nanoseconds;
using std::chrono::seconds;

// Room for a busy second batched into one frame (512 KiB seen); beyond it somebody is hostile.
constexpr quint64 kFrameSizeMax = quint64{1024} * 1024;
constexpr std::size_t kConnectsAMinuteMax = 6;
constexpr int kClosedOnNoticeMax = 2;
constexpr seconds kBadFrameLogPeriod{10};

std::vector<seconds> reconnectSteps()
{
    return {seconds{1}, seconds{2}, seconds{4}, seconds{8}, seconds{16}, seconds{30}};
}

std::vector<seconds> keyInUseSteps()
{
    return {seconds{30}, seconds{50}};
}
}  // namespace

std::vector<Stream> streamsOf(HostKind host, bool operationStream)
{
    std::vector<Stream> streams{Stream::Trade, Stream::Quote, Stream::Notice};
    if (host == HostKind::Real && operationStream) {
        streams.push_back(Stream::Expected);
        streams.push_back(Stream::Operation);
    }
    return streams;
}

FeedSession::FeedSession(market::MarketFeedSink& sink, const base::Clock& clock,
                         FeedOptions options, QObject* parent)
    : QObject{parent},
      m_sink{sink},
      m_clock{clock},
      m_options{std::move(options)},
      m_router{sink},
      m_registrations{m_options.registrationLimit},
      m_backOff{reconnectSteps(), m_options.jitterSeed},
      m_keyInUseBackOff{keyInUseSteps(), m_options.jitterSeed + 1},
      m_connectLimit{kConnectsAMinuteMax}
{
}

FeedSession::~FeedSession()
{
    dropSocket();
}

void FeedSession::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_options.drive == FeedDrive::Timer && m_timer == nullptr) {
        m_timer = std::make_unique<QTimer>();
        m_timer->setTimerType(Qt::PreciseTimer);
        m_timer->setSingleShot(true);
        connect(m_timer.get(), &QTimer::timeout, this, [this] { tick(m_clock.monotonic()); });
    }
    if (step(FeedEvent::Start)) {
        askForKey(ApprovalWish::Reuse);
    }
    schedule();
}

void FeedSession::stop()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_timer != nullptr) {
        m_timer->stop();
    }
    if (m_state == FeedState::Idle) {
        return;
    }
    if (isConnected(m_state)) {
        m_socket->disconnect(this);  // Closing says so at once, and this is no loss.
        m_socket->close();
    }
    dropSocket();
    report(m_registrations.connectionLost(), {});
    m_router.forgetNoticeKey();
    static_cast<void>(step(FeedEvent::Stop));
    m_sink.onFeedState();
}

void FeedSession::restart(const QString& why)
{
    Q_ASSERT(QThread::currentThread() == thread());
    lose(why);
}

void FeedSession::setWanted(std::vector<FeedKey> wanted)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_wanted = std::move(wanted);
    applyWanted();
    settle();
    schedule();
}

void FeedSession::applyWanted()
{
    std::vector<FeedKey> served;
    served.reserve(m_wanted.size());
    for (const FeedKey& key : m_wanted) {
        if (isServed(key)) {
            served.push_back(key);
        }
    }
    m_registrations.setWanted(std::move(served));
}

bool FeedSession::isServed(const FeedKey& key) const
{
    const auto& streams = m_options.streams;
    if (std::find(streams.begin(), streams.end(), key.stream) == streams.end()) {
        return false;
    }
    return key.stream != Stream::Notice || (!m_noticesOff && !m_options.htsId.isEmpty());
}

domain::FeedFigures FeedSession::figures() const
{
    domain::FeedFigures figures = m_figures;
    figures.state = m_state;
    figures.records = m_router.records();
    figures.driftFrames = m_router.driftFrames();
    figures.wanted = static_cast<std::uint32_t>(m_registrations.wantedCount());
    figures.acknowledged = static_cast<std::uint32_t>(m_registrations.activeCount());
    return figures;
}

bool FeedSession::step(FeedEvent event)
{
    const std::optional<FeedState> to = next(m_state, event);
    if (!to) {
        qCWarning(base::lcFeed) << "feed: event" << static_cast<int>(event)
                                << "does not belong to state" << static_cast<int>(m_state);
        return false;
    }
    m_state = *to;
    m_stateSince = m_clock.monotonic();
    if (!isConnected(m_state)) {
        m_figures.stale = false;
    }
    return true;
}

void FeedSession::askForKey(ApprovalWish wish)
{
    m_sink.onFeedState();
    if (wish == ApprovalWish::Reuse && !m_approvalKey.isEmpty()) {
        connectSocket();
        return;
    }
    m_approvalKey.clear();
    Q_EMIT approvalNeeded(wish);
}

void FeedSession::setApprovalKey(const QString& key)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (key.isEmpty()) {
        approvalFailed({base::ErrorCode::Malformed, QStringLiteral("the approval key is empty")});
        return;
    }
    m_approvalKey = key;
    if (m_state == FeedState::Approving) {
        connectSocket();
    }
}

void FeedSession::approvalFailed(const base::Error& error)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_state != FeedState::Approving) {
        return;
    }
    if (error.code == base::ErrorCode::Unauthorized) {
        giveUp(error.detail);
        return;
    }
    qCWarning(base::lcFeed).noquote() << "feed: no approval key:" << error.detail;
    if (step(FeedEvent::FailKey)) {
        m_resumeAt = m_clock.monotonic() + m_backOff.next();
        setDetail(error.detail);
        m_sink.onFeedState();
        schedule();
    }
}

void FeedSession::setContinuousSession(bool continuous)
{
    m_continuous = continuous;
    m_busy = false;  // The next tick starts the watch anew.
    schedule();
}

void FeedSession::connectSocket()
{
    // Six a minute is a promise: a key that came too early waits like a lost connection.
    const nanoseconds now = m_clock.monotonic();
    if (m_connectLimit.earliest() > now) {
        if (step(FeedEvent::FailKey)) {
            m_resumeAt = m_connectLimit.earliest();
            m_sink.onFeedState();
            schedule();
        }
        return;
    }
    if (!step(FeedEvent::GrantKey)) {
        return;
    }
    m_connectLimit.note(now);
    openSocket();
    m_sink.onFeedState();
    schedule();
}

void FeedSession::openSocket()
{
    dropSocket();
    m_socket = new QWebSocket{QString(), QWebSocketProtocol::VersionLatest, this};
    m_socket->setMaxAllowedIncomingFrameSize(kFrameSizeMax);
    m_socket->setMaxAllowedIncomingMessageSize(kFrameSizeMax);
    connect(m_socket, &QWebSocket::connected, this, &FeedSession::socketOpened);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &FeedSession::receive);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& bytes) {
        ++m_figures.frames;
        noteBadFrame({base::ErrorCode::Malformed,
                      QStringLiteral("binary frame of %1 bytes; the broker sends text only")
                          .arg(bytes.size())});
    });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        if (m_state == FeedState::Connecting) {
            lose(QStringLiteral("no connection to %1: %2")
                     .arg(m_options.url.authority(), m_socket->errorString()));
            return;
        }
        const auto code = static_cast<int>(m_socket->closeCode());
        const QString reason = m_socket->closeReason();
        lose(QStringLiteral("the broker closed the connection (code %1%2)")
                 .arg(code)
                 .arg(reason.isEmpty() ? QString{} : QStringLiteral(", ") + reason));
    });
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this](QAbstractSocket::SocketError error) {
                if (error != QAbstractSocket::RemoteHostClosedError) {
                    lose(QStringLiteral("no connection to %1: %2")
                             .arg(m_options.url.authority(), m_socket->errorString()));
                }
            });
    m_socket->open(m_options.url);
}

void FeedSession::dropSocket()
{
    if (m_socket == nullptr) {
        return;
    }
    // We may be inside one of its signals: it goes when the event loop is back.
    QWebSocket* const old = std::exchange(m_socket, nullptr);
    old->disconnect(this);
    old->abort();
    old->deleteLater();
}

void FeedSession::socketOpened()
{
    if (!step(FeedEvent::Connect)) {
        return;
    }
    m_figures.reconnects += m_everConnected ? 1 : 0;
    m_everConnected = true;
    m_lastHeard = m_clock.monotonic();
    m_lastSent = m_lastHeard - pace();
    m_busy = false;
    qCInfo(base::lcFeed).noquote() << "feed: connected to" << m_options.url.authority();
    m_sink.onFeedState();
    settle();
    schedule();
}

void FeedSession::lose(const QString& why)
{
    lose(why, m_backOff.next());
}

void FeedSession::lose(const QString& why, nanoseconds pause)
{
    if (m_state != FeedState::Connecting && !isConnected(m_state)) {
        return;  // The error and the close of one socket are one loss.
    }
    const std::optional<FeedKey> unanswered = m_registrations.oldestInFlight();
    const bool onNotice = unanswered && unanswered->stream == Stream::Notice;
    m_closedOnNotice = onNotice ? m_closedOnNotice + 1 : 0;
    dropSocket();
    static_cast<void>(step(FeedEvent::Lose));
    m_resumeAt = m_clock.monotonic() + pause;
    qCWarning(base::lcFeed).noquote()
        << "feed:" << why << "- next try in"
        << std::chrono::duration_cast<std::chrono::milliseconds>(pause).count() << "ms";
    setDetail(m_closedOnNotice >= kClosedOnNoticeMax
                  ? why
                        + QStringLiteral(" right after the notices were asked for; the HTS ID may "
                                         "be wrong")
                  : why);
    report(m_registrations.connectionLost(), {});
    m_router.forgetNoticeKey();
    m_sink.onFeedState();
    schedule();
}

void FeedSession::giveUp(const QString& why)
{
    dropSocket();
    if (!step(FeedEvent::GiveUp)) {
        return;
    }
    qCCritical(base::lcFeed).noquote() << "feed: stopped:" << why;
    setDetail(why);
    report(m_registrations.connectionLost(), {});
    m_router.forgetNoticeKey();
    m_sink.onFeedState();
}

void FeedSession::setDetail(const QString& detail)
{
    m_figures.detail = detail;
}

void FeedSession::noteBadFrame(const base::Error& error)
{
    ++m_figures.badFrames;
    const nanoseconds now = m_clock.monotonic();
    if (m_badTold && now - *m_badTold < kBadFrameLogPeriod) {
        ++m_badUntold;
        return;
    }
    qCWarning(base::lcFeed).noquote() << "feed: dropped a frame:" << error.detail << "-"
                                      << m_badUntold << "more since the last such line";
    m_badTold = now;
    m_badUntold = 0;
    setDetail(error.detail);
}

nanoseconds FeedSession::pace() const
{
    const auto scaled = static_cast<std::int64_t>(
        static_cast<double>(nanoseconds{m_options.times.pace}.count()) / m_clock.speed());
    return std::max(nanoseconds{scaled}, nanoseconds{m_options.times.paceMin});
}

void FeedSession::schedule()
{
    if (m_timer == nullptr) {
        return;
    }
    // Busy while something is to be sent; else ten looks a second are enough for every limit.
    constexpr std::chrono::milliseconds kIdle{100};
    const bool sending = isConnected(m_state) && !m_registrations.isSettled();
    const auto busy = std::chrono::ceil<std::chrono::milliseconds>(pace());
    const auto wait = sending ? std::min(busy, kIdle) : kIdle;
    if (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > wait) {
        m_timer->start(wait);
    }
}
}  // namespace core::kis

#include "moc_feed_session.cpp"
