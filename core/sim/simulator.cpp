#include "core/sim/simulator.h"

#include "core/base/log.h"
#include "core/base/process.h"
#include "core/sim/certificate.h"
#include "core/sim/control.h"
#include "core/sim/http_server.h"
#include "core/sim/realtime_server.h"
#include "core/sim/rest_service.h"

#include <QTemporaryFile>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace core::sim
{
namespace
{
constexpr std::chrono::milliseconds kClockStep{5};
constexpr std::chrono::seconds kKeepAlive{1};
/// Issues nobody watches, brought forward per step: the whole list about once a second.
constexpr std::size_t kStalePerStep = 12;
constexpr std::int32_t kDayMs = 24 * 3'600'000;
}  // namespace

/// The flow's events go to the orders that wait in it, then to the market socket.
class Fanout final : public MarketListener
{
public:
    Fanout(Broker& broker, RealtimeServer& realtime) : m_broker{broker}, m_realtime{realtime} {}

    void marketEvent(StockId id, const Stock& stock, const FlowEvent& event) override
    {
        m_broker.marketEvent(id, stock, event);
        m_realtime.marketEvent(id, stock, event);
    }
    void sessionEvent(const SessionEvent& event) override { m_realtime.sessionEvent(event); }

private:
    Broker& m_broker;
    RealtimeServer& m_realtime;
};

struct Simulator::Parts
{
    Parts(const SimulatorOptions& options, const domain::SessionSchedule& schedule, tape::Tape tape,
          SimulatorCounters& counters, TruthLog& truth)
        : exchange{{.seed = options.seed, .instruments = options.instruments, .schedule = schedule},
                   std::move(tape)},
          history{options.seed, options.calendar, schedule.date},
          credentials{options.seed, options.profile},
          clock{domain::fromKst(schedule.date, options.start), options.speed},
          faults{options.seed},
          broker{exchange, options, clock, faults, truth},
          realtime{exchange, credentials, options, clock, counters, faults},
          fanout{broker, realtime},
          control{exchange, broker, faults, fanout},
          service{{exchange, history, options, credentials, clock, broker, faults, truth},
                  counters},
          http{[this](const HttpRequest& request) { return service.handle(request); }}
    {
        broker.setNoticeSink([this](const Notice& notice) { realtime.notice(notice); });
        control.setSinks([this](const FaultRule& rule) { service.act(rule); },
                         [this](const FaultRule& rule) { realtime.act(rule); });
        service.setControl([this](const QString& line) { return this->line(line); });
    }

    base::Status line(const QString& text)
    {
        const base::Status done = control.line(text);
        applyStanding();
        return done;
    }
    /// Standing knobs the servers do not look up themselves.
    void applyStanding()
    {
        const FaultRule* idle = faults.standing("http.idle_close");
        const std::chrono::milliseconds after =
            idle != nullptr ? idle->milliseconds() : std::chrono::milliseconds{60'000};
        if (after != idleClose) {
            idleClose = after;
            http.setIdleClose(after);
        }
    }

    Exchange exchange;
    History history;
    Credentials credentials;
    base::ScaledClock clock;
    FaultPlan faults;
    Broker broker;
    RealtimeServer realtime;
    Fanout fanout;
    SimControl control;
    RestService service;
    HttpServer http;
    QTimer stepTimer;
    QTimer keepAliveTimer;
    std::unique_ptr<QTemporaryFile> certificate;
    double extraDue = 0.0;
    std::chrono::nanoseconds extraAt{};
    std::size_t extraNext = 0;
    bool tapeDone = false;
    std::chrono::milliseconds idleClose{60'000};
};

Simulator::Simulator(SimulatorOptions options, QObject* parent)
    : QObject{parent},
      m_options{std::move(options)},
      m_counters{std::make_shared<SimulatorCounters>()},
      m_truth{std::make_shared<TruthLog>()}
{
    base::keepOpenSslToTheEnd();  // It encrypts notices and speaks TLS on its own thread.
}

Simulator::~Simulator() = default;

void Simulator::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    const base::Result<SimulatorEndpoint> endpoint = build();
    if (!endpoint) {
        m_parts.reset();
        Q_EMIT failed(endpoint.error());
        return;
    }
    Q_EMIT ready(*endpoint);
}

base::Result<SimulatorEndpoint> Simulator::build()
{
    using base::Error;
    using base::ErrorCode;
    if (m_options.speed < 0.1 || m_options.speed > 1'000.0) {
        return Error{
            ErrorCode::OutOfRange,
            QStringLiteral("simulator speed %1: must be 0.1 to 1000").arg(m_options.speed)};
    }
    tape::Tape tape;
    if (!m_options.tapes.isEmpty()) {
        base::Result<tape::Tape> read = tape::loadTapes(m_options.tapes, m_options.date);
        if (!read) {
            return read.error();
        }
        tape = std::move(read).value();
    }
    const domain::TradingDate date =
        m_options.date ? *m_options.date
        : !tape.isEmpty()
            ? tape.date
            : m_options.calendar.nextTradingDay(domain::kstDate(base::MachineClock{}.now()));
    const std::optional<domain::SessionSchedule> schedule = m_options.calendar.schedule(date);
    if (!schedule) {
        return Error{ErrorCode::OutOfRange,
                     QStringLiteral("%1 is no KRX trading day; the simulator needs one")
                         .arg(domain::dateText(date))};
    }
    if (!m_options.truthFile.isEmpty()) {
        const base::Status opened = m_truth->openFile(m_options.truthFile);
        if (!opened) {
            return opened.error();
        }
    }
    m_parts = std::make_unique<Parts>(m_options, *schedule, std::move(tape), *m_counters, *m_truth);
    m_parts->exchange.startAt(static_cast<std::int32_t>(m_options.start.count()));
    for (const QString& line : std::as_const(m_options.faults)) {
        const base::Status added = m_parts->line(line);
        if (!added) {
            return added.error();
        }
    }
    return serve();
}

base::Result<SimulatorEndpoint> Simulator::serve()
{
    using base::Error;
    using base::ErrorCode;
    Parts& p = *m_parts;
    std::optional<ServerCertificate> tls;
    if (m_options.tls) {
        base::Result<ServerCertificate> made = makeServerCertificate();
        if (!made) {
            return made.error();
        }
        tls = std::move(made).value();
    }
    const base::Status rest =
        p.http.listen(m_options.restPort, tls ? std::optional{tls->configuration} : std::nullopt);
    if (!rest) {
        return rest.error();
    }
    const base::Status ws = p.realtime.listen(m_options.wsPort);
    if (!ws) {
        return ws.error();
    }
    p.extraAt = p.clock.monotonic();
    p.stepTimer.setTimerType(Qt::PreciseTimer);
    connect(&p.stepTimer, &QTimer::timeout, this, &Simulator::step);
    connect(&p.keepAliveTimer, &QTimer::timeout, this, [this] { m_parts->realtime.keepAlive(); });
    p.stepTimer.start(kClockStep);
    p.keepAliveTimer.start(kKeepAlive);

    SimulatorEndpoint endpoint;
    endpoint.rest = QStringLiteral("%1://127.0.0.1:%2")
                        .arg(tls ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(p.http.port());
    endpoint.ws = QStringLiteral("ws://127.0.0.1:%1").arg(p.realtime.port());
    endpoint.appKey = p.credentials.appKey();
    endpoint.appSecret = p.credentials.appSecret();
    endpoint.account = p.credentials.account();
    endpoint.htsId = p.credentials.htsId();
    endpoint.profile = m_options.profile;
    endpoint.speed = m_options.speed;
    if (tls) {
        p.certificate = std::make_unique<QTemporaryFile>();
        if (!p.certificate->open() || p.certificate->write(tls->pem) != tls->pem.size()
            || !p.certificate->flush()) {
            return Error{ErrorCode::Io, QStringLiteral("the certificate cannot be written: %1")
                                            .arg(p.certificate->errorString())};
        }
        endpoint.certificateFile = p.certificate->fileName();
        endpoint.certificateSha256 = QString::fromLatin1(tls->sha256);
    }
    endpoint.monotonic = p.clock.monotonic();
    endpoint.now = p.clock.now();
    return endpoint;
}

base::Status Simulator::control(const QString& line)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_parts) {
        return base::Error{base::ErrorCode::Busy,
                           QStringLiteral("the simulator is not running yet")};
    }
    return m_parts->line(line);
}

void Simulator::step()
{
    Parts& p = *m_parts;
    const domain::TradingDate date = p.exchange.schedule().date;
    const auto sinceMidnight = p.clock.now() - domain::fromKst(date, domain::TimeOfDay{0});
    const auto until =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(sinceMidnight.count(), 0, kDayMs - 1));
    p.exchange.publishUntil(until, p.fanout);
    p.control.step();
    p.broker.step();
    if (m_options.extraTradesPerSecond > 0 && !p.realtime.tradeIssues().empty()) {
        const std::chrono::nanoseconds now = p.clock.monotonic();
        const std::chrono::duration<double> passed = now - p.extraAt;
        p.extraAt = now;
        // A pause of the process must not become a burst of minutes.
        p.extraDue += std::min(passed.count(), 1.0) * m_options.extraTradesPerSecond;
        for (; p.extraDue >= 1.0; p.extraDue -= 1.0) {
            const std::vector<StockId>& issues = p.realtime.tradeIssues();
            p.exchange.extraTrade(issues[p.extraNext++ % issues.size()], p.fanout);
        }
    } else {
        p.extraAt = p.clock.monotonic();
    }
    p.realtime.flush();
    p.exchange.advanceSome(kStalePerStep);
    if (!p.tapeDone && !p.exchange.tape().isEmpty() && until >= p.exchange.tape().lastAt()) {
        p.tapeDone = true;
        Q_EMIT tapeEnded();
    }
}
}  // namespace core::sim

#include "moc_simulator.cpp"
