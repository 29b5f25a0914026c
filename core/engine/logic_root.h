#pragma once

#include "core/base/clock.h"
#include "core/desk/desk.h"
#include "core/domain/event.h"
#include "core/engine/kill_signal.h"
#include "core/engine/latency_window.h"
#include "core/engine/message_maker.h"
#include "core/engine/run_figures.h"
#include "core/engine/snapshot_mailbox.h"
#include "core/kis/feed_session.h"
#include "core/market/market_feed.h"
#include "core/notify/commands.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::engine
{
using EventsPtr = std::shared_ptr<const std::vector<domain::Event>>;

/// What it tells when nothing arrives in the continuous session. A tape has holes and an end.
enum class Silence
{
    MeansTrouble,
    MeansNothing,
};

/// What the logic thread is started with.
struct LogicOptions
{
    desk::DeskOptions desk;
    kis::FeedOptions feed;
    Silence silence = Silence::MeansTrouble;
    std::shared_ptr<const base::Clock> clock;
    std::shared_ptr<SnapshotMailbox> mailbox;
};

/// Root of the logic thread: market socket, codec and desk, one after the other without a hop.
///
/// Turns what the socket, the timer and the other threads deliver into numbered events, applies
/// them, and carries out the effects: registrations itself, questions through `wants`.
class LogicRoot final : public QObject, private market::MarketFeedSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogicRoot)

public:
    explicit LogicRoot(LogicOptions options);
    ~LogicRoot() override;

    void start();
    /// Applies what another thread brought: broker replies, commands.
    void take(core::domain::EventPayload payload);
    void setApprovalKey(const QString& key);
    void approvalFailed(const core::base::Error& error);
    /// A question of the telephone; answered by `answered`.
    void askFor(const core::notify::CommandWish& wish);
    /// Hands over what the journal does not have yet.
    void endJournal() { handJournal(); }
    /// Free space of the data folder, measured elsewhere; -1 = unknown.
    void setDiskFree(std::int64_t mebibytes);
    [[nodiscard]] RunFigures figures() const;
    [[nodiscard]] const desk::Desk& desk() const noexcept { return m_desk; }

Q_SIGNALS:
    /// A question for the net thread.
    void wants(core::desk::Effect effect);
    /// Facts for the ledger thread; what hangs on them goes on from there.
    void records(const core::desk::Record& record);
    void approvalNeeded(core::kis::ApprovalWish wish);
    /// What the desk was given since the last one, in order: for the journal.
    void journaled(const core::engine::EventsPtr& events);
    /// For the record of the day.
    void remembers(const core::desk::Remember& what);
    /// Worth telling, wherever the trader is.
    void tells(const core::notify::Message& message);
    /// The answer to `askFor` of this number.
    void answered(std::uint64_t number, const core::notify::Answer& answer);

private:
    void onTrades(std::span<const domain::Trade> trades) override;
    void onQuote(const domain::Quote& quote) override;
    void onExpected(const domain::ExpectedTrade& expected) override;
    void onOperation(const domain::MarketOperation& operation) override;
    void onNotice(const domain::OrderNotice& notice) override;
    void onRegistration(const domain::FeedKey& key, bool active) override;
    void onRefused(const domain::FeedKey& key, const QString& code) override;
    void onFeedState() override;

    void step();
    void everySecond();
    template <typename Payload>
    void apply(domain::Timestamp now, Payload&& payload);
    void handJournal();
    void sendMessages();
    void carryOut(std::span<const desk::Effect> effects);
    void handOver(desk::Record record);
    void log(const domain::LogEntry& entry);
    void publish();
    void watchClock();
    void watchWindow();

    LogicOptions m_options;
    desk::Desk m_desk;
    MessageMaker m_messages;
    std::unique_ptr<kis::FeedSession> m_feed;
    std::unique_ptr<QTimer> m_timer;
    domain::Event m_event;                ///< Reused: the payload of a trade is copied in place.
    std::vector<domain::Event> m_inputs;  ///< Not handed to the journal yet.
    std::deque<std::weak_ptr<const std::vector<domain::Event>>> m_handed;  ///< Not written yet.
    std::uint64_t m_inputsLost = 0;
    LatencyWindow m_latency;
    domain::EngineFigures m_engine;
    std::set<domain::Symbol> m_traded;
    domain::Symbol m_lastTraded;
    std::chrono::nanoseconds m_nextSecond{};
    std::uint64_t m_secondsSeen = 0;
    domain::FeedFigures m_lastFeed;
    RunFigures m_figures;
    std::uint64_t m_recorded = 0;  ///< Newest write handed to the ledger.
    std::uint64_t m_durable = 0;   ///< Newest write it has answered.
    std::chrono::nanoseconds m_recordedAt{};
    std::chrono::nanoseconds m_bootOffset{};  ///< Boot time less monotonic time: grows in sleep.
    std::chrono::nanoseconds m_lastStep{};
    std::optional<std::chrono::nanoseconds> m_windowAt;  ///< Its last sign of life; empty = none.
    std::unique_ptr<KillSignal> m_killSignal;
};
}  // namespace core::engine
