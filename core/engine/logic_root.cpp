#include "core/engine/logic_root.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/notify/desk_answers.h"

#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace core::engine
{
namespace
{
// Architecture section 5: every 100 ms of the environment's clock, not more often than every
// 10 ms of the machine's.
constexpr double kStepMs = 100.0;
constexpr double kStepMsMin = 10.0;
constexpr std::uint64_t kLatencyWindowSeconds = 10;

/// The crash points around one event, by what it is; nothing in a release build.
class TestPoints
{
public:
    explicit TestPoints([[maybe_unused]] const domain::EventPayload& payload)
    {
#ifdef TERMINAL_CRASH_POINTS
        using base::CrashPoint;
        if (std::holds_alternative<domain::OrderAnswer>(payload)) {
            m_after = CrashPoint::LogicAfterAnswer;
            CRASH_POINT(LogicBeforeAnswer);
        } else if (std::holds_alternative<domain::OrderListReply>(payload)) {
            m_after = CrashPoint::LogicAfterList;
            CRASH_POINT(LogicBeforeList);
        } else if (std::holds_alternative<domain::LedgerReply>(payload)) {
            m_after = CrashPoint::LogicAfterLedgerReply;
            CRASH_POINT(LogicBeforeLedgerReply);
        } else if (std::holds_alternative<domain::PlaceOrder>(payload)
                   || std::holds_alternative<domain::CancelOrder>(payload)
                   || std::holds_alternative<domain::SellPosition>(payload)
                   || std::holds_alternative<domain::AmendOrder>(payload)) {
            m_after = CrashPoint::LogicAfterCommand;
            CRASH_POINT(LogicBeforeCommand);
        }
#endif
    }
    void after() const
    {
#ifdef TERMINAL_CRASH_POINTS
        if (m_after) {
            base::reachCrashPoint(*m_after);
        }
#endif
    }

private:
    [[maybe_unused]] std::optional<base::CrashPoint> m_after;
};
constexpr std::chrono::milliseconds kShowWithoutRecordAfter{50};
// Fault row H09: a jump beyond this means that the machine slept or the program was stopped.
constexpr std::chrono::seconds kJumpMax{3};
// Inputs that go to the journal together, and how many such hands may wait for a disk that stalls:
// some hundred megabytes, minutes of the busiest market.
constexpr std::size_t kInputsMax = 16'384;
constexpr std::size_t kHandedMax = 100;
// The window beats every second; longer than this without one and nobody can stop anything (H11).
constexpr std::chrono::seconds kWindowSilentMax{3};
}  // namespace

LogicRoot::LogicRoot(LogicOptions options)
    : m_options{std::move(options)}, m_desk{m_options.desk}, m_messages{m_desk}
{
    CRASH_POINT(StartAfterFold);
}

LogicRoot::~LogicRoot()
{
    if (m_feed) {
        m_feed->stop();
    }
    handJournal();
}

void LogicRoot::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    market::MarketFeedSink& sink = *this;
    m_feed = std::make_unique<kis::FeedSession>(sink, *m_options.clock, m_options.feed);
    connect(m_feed.get(), &kis::FeedSession::approvalNeeded, this, &LogicRoot::approvalNeeded);
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::PreciseTimer);
    const double interval = std::max(kStepMsMin, kStepMs / m_options.clock->speed());
    m_timer->setInterval(static_cast<int>(std::lround(interval)));
    connect(m_timer.get(), &QTimer::timeout, this, &LogicRoot::step);
    m_killSignal = std::make_unique<KillSignal>();
    connect(m_killSignal.get(), &KillSignal::raised, this, [this] {
        take(domain::Kill{
            .level = domain::KillLevel::CancelBuys, .sell = {}, .cause = QStringLiteral("signal")});
    });
    CRASH_POINT(StartBeforeReconcile);
    m_event.number = m_desk.eventsApplied();
    m_bootOffset = base::bootTime() - m_options.clock->monotonic();
    m_lastStep = m_options.clock->monotonic();
    step();
    CRASH_POINT(StartAfterReconcile);
    m_timer->start();
    m_feed->start();
}

template <typename Payload>
void LogicRoot::apply(domain::Timestamp now, Payload&& payload)
{
    ++m_event.number;
    m_event.time = now;
    m_event.payload = std::forward<Payload>(payload);
    m_inputs.push_back(m_event);
    const std::span<const desk::Effect> effects = m_desk.apply(m_event);
    if (!effects.empty()) [[unlikely]] {
        carryOut(effects);
    }
    if (m_inputs.size() >= kInputsMax) [[unlikely]] {
        handJournal();
    }
}

void LogicRoot::take(domain::EventPayload payload)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (std::holds_alternative<domain::Presence>(payload)) {
        m_windowAt = m_options.clock->monotonic();
    }
    if (const auto* reply = std::get_if<domain::LedgerReply>(&payload)) {
        m_durable = std::max(m_durable, reply->write);
    }
    const TestPoints points{payload};
    apply(m_options.clock->now(), std::move(payload));
    points.after();
    publish();
}

void LogicRoot::setApprovalKey(const QString& key)
{
    m_feed->setApprovalKey(key);
}

void LogicRoot::approvalFailed(const base::Error& error)
{
    m_feed->approvalFailed(error);
}

void LogicRoot::setDiskFree(std::int64_t mebibytes)
{
    m_engine.diskFreeMiB = mebibytes;
}

void LogicRoot::onTrades(std::span<const domain::Trade> trades)
{
    // One stamp a frame: its records arrived together.
    const domain::Timestamp now = m_options.clock->now();
    for (const domain::Trade& trade : trades) {
        apply(now, trade);
        if (trade.symbol != m_lastTraded) {
            m_lastTraded = trade.symbol;
            m_traded.insert(trade.symbol);
        }
    }
    // From the frame's arrival (before it was parsed) to its last record applied.
    m_latency.record(m_options.clock->monotonic() - m_feed->lastHeard(),
                     static_cast<std::uint32_t>(trades.size()));
    publish();
}

void LogicRoot::onQuote(const domain::Quote& quote)
{
    apply(m_options.clock->now(), quote);
    publish();
}

void LogicRoot::onExpected(const domain::ExpectedTrade& expected)
{
    apply(m_options.clock->now(), expected);
    publish();
}

void LogicRoot::onOperation(const domain::MarketOperation& operation)
{
    apply(m_options.clock->now(), operation);
    publish();
}

void LogicRoot::onNotice(const domain::OrderNotice& notice)
{
    CRASH_POINT(LogicBeforeNotice);
    apply(m_options.clock->now(), notice);
    CRASH_POINT(LogicAfterNotice);
    publish();
}

void LogicRoot::onRegistration(const domain::FeedKey& key, bool active)
{
    apply(m_options.clock->now(), domain::RegistrationChanged{key, active});
}

void LogicRoot::onRefused(const domain::FeedKey& key, const QString& code)
{
    apply(m_options.clock->now(), domain::RegistrationRefused{key, code});
}

void LogicRoot::onFeedState()
{
    apply(m_options.clock->now(), m_feed->figures());
    publish();
}

void LogicRoot::step()
{
    watchClock();
    watchWindow();
    apply(m_options.clock->now(), domain::TimerStep{});
    const std::chrono::nanoseconds now = m_options.clock->monotonic();
    if (m_feed) {
        m_messages.onFeed(m_feed->figures(), now);
        sendMessages();
    }
    if (now >= m_nextSecond) {
        m_nextSecond = now + std::chrono::seconds{1};
        everySecond();
        handJournal();
    }
    publish();
}

void LogicRoot::watchClock()
{
    const std::chrono::nanoseconds now = m_options.clock->monotonic();
    const std::chrono::nanoseconds offset = base::bootTime() - now;
    // Asleep the boot clock runs on and the monotonic one does not; stopped, both do.
    const std::chrono::nanoseconds asleep = offset - m_bootOffset;
    const std::chrono::nanoseconds stopped = now - m_lastStep;
    m_bootOffset = offset;
    m_lastStep = now;
    const std::chrono::nanoseconds missing = std::max(asleep, stopped);
    if (missing > kJumpMax) {
        if (m_windowAt) {
            m_windowAt = now;  // It slept as well; it has its three seconds again.
        }
        apply(m_options.clock->now(),
              domain::ClockJumped{std::chrono::duration_cast<std::chrono::milliseconds>(missing)});
        if (m_feed) {
            // Only a registration tells that notices come again.
            m_feed->restart(QStringLiteral("the machine stood still"));
        }
    }
}

void LogicRoot::watchWindow()
{
    // Who never had a window is not missing it: a run without one is watched by what started it.
    if (!m_windowAt) {
        return;
    }
    const std::chrono::nanoseconds silent = m_options.clock->monotonic() - *m_windowAt;
    if (silent > kWindowSilentMax) {
        m_windowAt.reset();  // Told once; from its next sign of life on it is watched again.
        apply(m_options.clock->now(),
              domain::WindowLost{std::chrono::duration_cast<std::chrono::milliseconds>(silent)});
    }
}

void LogicRoot::everySecond()
{
    if (!m_feed) {
        return;
    }
    const domain::FeedFigures feed = m_feed->figures();
    m_engine.framesPerSecond = static_cast<double>(feed.frames - m_lastFeed.frames);
    m_engine.recordsPerSecond = static_cast<double>(feed.records - m_lastFeed.records);
    m_engine.decisionNsP50 = m_latency.quantile(0.50);
    m_engine.decisionNsP99 = m_latency.quantile(0.99);
    m_lastFeed = feed;
    if (++m_secondsSeen % kLatencyWindowSeconds == 0) {
        m_latency.roll();
    }
    apply(m_options.clock->now(), feed);
}

void LogicRoot::handJournal()
{
    while (!m_handed.empty() && m_handed.front().expired()) {
        m_handed.pop_front();
    }
    if (m_inputs.empty()) {
        return;
    }
    if (m_handed.size() >= kHandedMax) {
        // The disk has stood still for minutes. What trades goes on; the day will have a hole.
        const bool first = m_inputsLost == 0;
        m_inputsLost += m_inputs.size();
        m_inputs.clear();
        if (first) {
            take(domain::RecordsNote{domain::LogCode::RecordsProblem, domain::Severity::Critical,
                                     QStringLiteral("the disk does not take the journal: inputs "
                                                    "of this day are not recorded")});
        }
        return;
    }
    auto batch = std::make_shared<const std::vector<domain::Event>>(std::move(m_inputs));
    m_inputs = {};
    m_inputs.reserve(std::min(batch->size() * 2, kInputsMax));
    m_handed.push_back(batch);
    Q_EMIT journaled(batch);
}

void LogicRoot::carryOut(std::span<const desk::Effect> effects)
{
    // A registration applied below can come back as an event at once, which reuses the span.
    const std::vector<desk::Effect> own{effects.begin(), effects.end()};
    for (const desk::Effect& effect : own) {
        if (const auto* streams = std::get_if<desk::WantStreams>(&effect)) {
            if (m_feed) {
                m_feed->setWanted(streams->wanted);
            }
        } else if (const auto* phase = std::get_if<desk::PhaseChanged>(&effect)) {
            if (m_feed) {
                m_feed->setContinuousSession(phase->phase == domain::SessionPhase::Continuous
                                             && m_options.silence == Silence::MeansTrouble);
            }
        } else if (const auto* report = std::get_if<desk::Report>(&effect)) {
            log(report->entry);
        } else if (const auto* record = std::get_if<desk::Record>(&effect)) {
            handOver(*record);
            m_messages.onRecord(*record);
        } else if (const auto* news = std::get_if<desk::Remember>(&effect)) {
            if (const auto* decision = std::get_if<std::shared_ptr<const domain::Decision>>(news)) {
                m_messages.onDecision(**decision);
            }
            Q_EMIT remembers(*news);
        } else {
            Q_EMIT wants(effect);
        }
    }
    sendMessages();
}

void LogicRoot::sendMessages()
{
    for (const notify::Message& message : m_messages.take()) {
        Q_EMIT tells(message);
    }
}

void LogicRoot::askFor(const notify::CommandWish& wish)
{
    using notify::CommandKind;
    switch (wish.kind) {
    case CommandKind::Status:
        Q_EMIT answered(wish.number,
                        notify::statusOf(*m_desk.snapshot(m_engine, m_options.clock->speed())));
        return;
    case CommandKind::Positions:
        Q_EMIT answered(wish.number,
                        notify::positionsOf(*m_desk.snapshot(m_engine, m_options.clock->speed())));
        return;
    case CommandKind::Why: {
        notify::WhyAnswer why;
        why.name = m_desk.nameOf(wish.symbol);
        why.known = !why.name.isEmpty();
        why.why = m_desk.whyOf(wish.symbol);
        Q_EMIT answered(wish.number, why);
        return;
    }
    case CommandKind::Pause:
        take(domain::Kill{.level = domain::KillLevel::NoEntries,
                          .sell = {},
                          .cause = QStringLiteral("telegram")});
        return;
    case CommandKind::Cancel:
        take(domain::Kill{.level = domain::KillLevel::CancelBuys,
                          .sell = {},
                          .cause = QStringLiteral("telegram")});
        return;
    }
}

void LogicRoot::handOver(desk::Record record)
{
    CRASH_POINT(LogicBeforeRecord);
    m_recorded = record.write;
    m_recordedAt = m_options.clock->monotonic();
    const auto stamp = std::chrono::duration_cast<std::chrono::microseconds>(m_recordedAt);
    for (orders::LedgerRecord& one : record.records) {
        one.monotonicUs = stamp.count();
    }
    Q_EMIT records(record);
    CRASH_POINT(LogicAfterRecord);
}

void LogicRoot::log(const domain::LogEntry& entry)
{
    const QString line = QStringLiteral("%1 code %2 %3")
                             .arg(domain::timestampText(entry.time))
                             .arg(static_cast<int>(entry.code))
                             .arg(entry.arguments.join(QStringLiteral(", ")));
    if (entry.severity >= domain::Severity::Warning) {
        ++m_figures.reportedWarnings;
        qCWarning(base::lcDesk).noquote() << line;
    } else {
        qCInfo(base::lcDesk).noquote() << line;
    }
}

void LogicRoot::publish()
{
    // What changes an order is in the ledger before it is shown; a disk that stalls must not
    // freeze the window, so after a moment it is shown all the same, with the lamp of the disk.
    if (m_recorded > m_durable
        && m_options.clock->monotonic() - m_recordedAt < kShowWithoutRecordAfter) {
        return;
    }
    if (m_options.mailbox->wanted()) {
        m_options.mailbox->put(m_desk.snapshot(m_engine, m_options.clock->speed()));
    }
}

RunFigures LogicRoot::figures() const
{
    RunFigures figures = m_figures;
    figures.feed = m_feed->figures();
    const market::MarketCache& market = m_desk.market();
    for (const domain::Symbol& symbol : m_traded) {
        const std::optional<market::SymbolId> id = market.find(symbol);
        if (!id) {
            continue;
        }
        const domain::MarketView view = market.view(*id);
        const auto closed = market.closedBarsCopy(*id, domain::Interval::M1).size();
        const bool forming = market.formingBar(*id, domain::Interval::M1).has_value();
        figures.symbols[symbol] = {.last = view.last.won(),
                                   .accVolume = view.accVolume.shares(),
                                   .volume = view.regularVolume.shares(),
                                   .bars = static_cast<std::int64_t>(closed) + (forming ? 1 : 0),
                                   .gapShares = view.gapShares.shares()};
    }
    return figures;
}
}  // namespace core::engine

#include "moc_logic_root.cpp"
