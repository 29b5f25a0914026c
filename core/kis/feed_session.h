#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/kis/back_off.h"
#include "core/kis/feed_state.h"
#include "core/kis/frame_router.h"
#include "core/kis/registrations.h"
#include "core/market/market_feed.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
class QWebSocket;
QT_END_NAMESPACE

namespace core::kis
{
/// Times that protect the connection. They run on the machine's monotonic clock at any speed.
struct FeedTimes
{
    std::chrono::milliseconds pace{80};  ///< Between two registrations; divided by the speed.
    std::chrono::milliseconds paceMin{2};
    std::chrono::seconds connect{10};   ///< Until the socket is open.
    std::chrono::seconds approval{30};  ///< Until an answer to `approvalNeeded`.
    std::chrono::seconds stale{10};     ///< Without any frame, in the continuous session.
    std::chrono::seconds silent{25};    ///< Then reconnect.
    std::chrono::seconds quiet{120};    ///< The same two outside of it: KIS blocks loops.
    std::size_t busyTrades = 5;         ///< Trade streams that make silence suspicious.
};

enum class FeedDrive : std::uint8_t
{
    Timer,   ///< The session calls `tick` itself.
    ByHand,  ///< The caller does; for tests.
};

struct FeedOptions
{
    QUrl url;                             ///< ws://host:port/tryitout
    QString htsId;                        ///< Key of the notices; empty = no notices.
    HostKind host = HostKind::Real;       ///< Decides the TR id of the notices.
    std::vector<domain::Stream> streams;  ///< What this host has; nothing else is ever sent.
    std::size_t registrationLimit = 41;   ///< Over all streams together.
    FeedTimes times;
    std::uint32_t jitterSeed = 1;
    FeedDrive drive = FeedDrive::Timer;
};

/// The streams of the real host (all) and of the mock host (three).
[[nodiscard]] std::vector<domain::Stream> streamsOf(HostKind host, bool operationStream);

enum class ApprovalWish : std::uint8_t
{
    Reuse,  ///< One that was issued before will do.
    Fresh,  ///< The server does not know the last one.
};

/// The market socket: connects, registers, listens, echoes PINGPONG, and comes back.
///
/// States and steps are `kFeedSteps`. Frames are decoded inline in the socket's slot and go to
/// the sink at once. The approval key comes from elsewhere (a REST call on the net thread):
/// `approvalNeeded` asks, `setApprovalKey` or `approvalFailed` answers.
///
/// Never: a WebSocket ping of our own (the broker closes on it), a retry of what was refused for
/// good, more than six connections a minute, a reconnect loop against another session.
/// Thread: the one it lives on (logic). `start()` opens the socket there.
class FeedSession final : public QObject, public market::MarketFeed
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedSession)

public:
    /// `sink` and `clock` must outlive the session.
    FeedSession(market::MarketFeedSink& sink, const base::Clock& clock, FeedOptions options,
                QObject* parent = nullptr);
    ~FeedSession() override;

    void start();
    /// Says goodbye with a close frame. The sink hears of the registrations that ended.
    void stop();
    /// Comes back on a new connection: after a sleep of the machine this one may be dead, and what
    /// it would still deliver is old.
    void restart(const QString& why);

    void setWanted(std::vector<domain::FeedKey> wanted) override;
    [[nodiscard]] domain::FeedFigures figures() const override;

    /// Monotonic time at which the newest frame was in hand, before it was parsed.
    [[nodiscard]] std::chrono::nanoseconds lastHeard() const noexcept { return m_lastHeard; }

    void setApprovalKey(const QString& key);
    void approvalFailed(const base::Error& error);
    /// Whether the exchange trades continuously now: silence means something only then.
    void setContinuousSession(bool continuous);

    /// Everything that waits for time happens here. `now` is the clock's monotonic time.
    void tick(std::chrono::nanoseconds now);

Q_SIGNALS:
    void approvalNeeded(core::kis::ApprovalWish wish);

private:
    market::MarketFeedSink& m_sink;
    const base::Clock& m_clock;
    FeedOptions m_options;
    FrameRouter m_router;
    Registrations m_registrations;
    BackOff m_backOff;
    BackOff m_keyInUseBackOff;
    MinuteLimit m_connectLimit;
    std::unique_ptr<QTimer> m_timer;
    QWebSocket* m_socket = nullptr;  ///< Child of this; replaced at every connection.

    domain::FeedState m_state = domain::FeedState::Idle;
    domain::FeedFigures m_figures;
    QString m_approvalKey;
    bool m_freshKeyTried = false;  ///< Since the last acknowledged registration.
    bool m_noticesOff = false;     ///< The HTS ID is wrong.
    bool m_continuous = false;
    bool m_everConnected = false;
    int m_closedOnNotice = 0;  ///< Connections lost with the notice registration unanswered.
    std::vector<domain::FeedKey> m_wanted;

    std::chrono::nanoseconds m_stateSince{};
    std::chrono::nanoseconds m_resumeAt{};
    std::chrono::nanoseconds m_lastSent{};
    std::chrono::nanoseconds m_lastHeard{};
    std::chrono::nanoseconds m_busySince{};  ///< Since silence has been suspicious.
    bool m_busy = false;
    std::optional<std::chrono::nanoseconds> m_badTold;
    std::uint64_t m_badUntold = 0;

    [[nodiscard]] bool step(FeedEvent event);
    void askForKey(ApprovalWish wish);
    void connectSocket();
    void dropSocket();
    void openSocket();
    void socketOpened();
    void lose(const QString& why, std::chrono::nanoseconds pause);
    void lose(const QString& why);
    void giveUp(const QString& why);

    void receive(const QString& text);
    void receiveControl(const QString& text);
    void receiveReply(const ControlMessage& message);
    void reactToSession(const ControlMessage& message);
    void noteBadFrame(const base::Error& error);

    void tickRegistrations(std::chrono::nanoseconds now);
    void tickLiveness(std::chrono::nanoseconds now);
    void send(const RegistrationRequest& request);
    void report(const RegistrationChange& change, const QString& code);
    void applyWanted();
    void settle();
    void setDetail(const QString& detail);
    [[nodiscard]] bool isServed(const domain::FeedKey& key) const;
    [[nodiscard]] std::optional<domain::FeedKey> keyOf(const ControlMessage& message) const;
    [[nodiscard]] std::chrono::nanoseconds pace() const;
    void schedule();
};
}  // namespace core::kis
