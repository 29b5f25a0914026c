#include "core/sim/realtime_server.h"

#include "core/base/log.h"
#include "core/domain/kst.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace core::sim
{
namespace
{
constexpr quint64 kClientMessageBytesMax = 16 * 1024;
constexpr std::size_t kSessionsMax = 16;
constexpr int kBatchQuiet = 20;
constexpr int kBatchBusy = 100;
}  // namespace

RealtimeServer::RealtimeServer(Exchange& exchange, const Credentials& credentials,
                               const SimulatorOptions& options, const base::Clock& clock,
                               SimulatorCounters& counters, FaultPlan& faults, QObject* parent)
    : QObject{parent},
      m_exchange{exchange},
      m_credentials{credentials},
      m_options{options},
      m_clock{clock},
      m_counters{counters},
      m_faults{faults},
      m_encoder{options.wire, exchange.schedule()},
      m_noticeDesk{exchange, credentials, clock, faults, options.profile},
      m_server{QStringLiteral("simulator"), QWebSocketServer::NonSecureMode}
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &RealtimeServer::accept);
}

RealtimeServer::~RealtimeServer()
{
    for (const auto& session : m_sessions) {
        session->socket().disconnect(this);
        session->socket().close(QWebSocketProtocol::CloseCodeGoingAway);
    }
}

base::Status RealtimeServer::listen(std::uint16_t port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        return base::Error{base::ErrorCode::Network,
                           QStringLiteral("the simulator's market socket cannot listen on "
                                          "127.0.0.1:%1: %2")
                               .arg(port)
                               .arg(m_server.errorString())};
    }
    return base::Done{};
}

std::uint16_t RealtimeServer::port() const
{
    return m_server.serverPort();
}

void RealtimeServer::accept()
{
    while (QWebSocket* next = m_server.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket{next};
        socket->setParent(nullptr);
        const QString path = socket->requestUrl().path();
        const bool known = path.isEmpty() || path == u"/" || path == u"/tryitout"
                           || path.startsWith(u"/tryitout/");
        if (!known || m_sessions.size() >= kSessionsMax) {
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
            socket.release()->deleteLater();
            continue;
        }
        socket->setMaxAllowedIncomingMessageSize(kClientMessageBytesMax);
        socket->setMaxAllowedIncomingFrameSize(kClientMessageBytesMax);
        auto session = std::make_unique<RealtimeSession>(std::move(socket), m_counters);
        RealtimeSession* raw = session.get();
        raw->nextPingAfter = m_options.knobs.pingMin.count();
        connect(&raw->socket(), &QWebSocket::textMessageReceived, this,
                [this, raw](const QString& text) { receive(*raw, text); });
        connect(&raw->socket(), &QWebSocket::pong, this, [raw](quint64, const QByteArray& payload) {
            if (payload.contains("PINGPONG")) {
                raw->sinceUnansweredPing.invalidate();
            }
        });
        // Only a Close frame makes a QWebSocket announce its end; its close code is 1000 even
        // after a reset.
        connect(&raw->socket(), &QWebSocket::aboutToClose, this,
                [raw] { raw->endsCleanly = true; });
        connect(&raw->socket(), &QWebSocket::disconnected, this, [this, raw] { drop(*raw); });
        m_sessions.push_back(std::move(session));
        m_counters.addClient(1);
    }
}

void RealtimeServer::receive(RealtimeSession& session, const QString& text)
{
    const auto message = readClientMessage(text, m_options.profile);
    if (std::holds_alternative<PingEcho>(message)) {
        session.sinceUnansweredPing.invalidate();
    } else if (const auto* refusal = std::get_if<Refusal>(&message)) {
        session.sendText(refusalText(*refusal));
    } else if (const auto* request = std::get_if<SubscribeRequest>(&message)) {
        handle(session, *request);
    }
}

void RealtimeServer::refuse(RealtimeSession& session, const SubscribeRequest& request,
                            const char* code, const char* text, const char* resultCode)
{
    // Session errors (rt_cd 9) come with a degenerate header.
    const bool nameless = resultCode[0] == '9';
    session.sendText(refusalText({.code = QLatin1String{code},
                                  .text = QString::fromUtf8(text),
                                  .resultCode = QLatin1String{resultCode},
                                  .trId = nameless ? QStringLiteral("(null)") : request.trId,
                                  .trKey = nameless ? QString{} : request.trKey}));
}

bool RealtimeServer::appKeyTaken(const RealtimeSession& session) const
{
    if (m_foreign.isValid() && !m_foreign.hasExpired(m_foreignMs)) {
        return true;
    }
    const bool lingers = m_lingering.isValid() && !m_lingering.hasExpired(linger().count());
    return m_holder != nullptr ? m_holder != &session : lingers;
}

void RealtimeServer::handle(RealtimeSession& session, const SubscribeRequest& request)
{
    if (isStockStream(request.trId)) {
        const std::optional<domain::Symbol> symbol = domain::Symbol::parse(request.trKey);
        if (!symbol || !m_exchange.find(*symbol)) {
            refuse(session, request, "OPSP8992", "invalid tr_key", "1");
            return;
        }
    }
    const bool denied = m_faults.draw("ws.approval") != nullptr;
    if (denied || !m_credentials.isApprovalKey(request.approvalKey)) {
        refuse(session, request, "OPSP0011", "invalid approval(appkey) : NOT FOUND", "9");
        return;
    }
    if (appKeyTaken(session)) {
        refuse(session, request, "OPSP8996", "ALREADY IN USE appkey", "9");
        return;
    }
    m_holder = &session;
    m_lingering.invalidate();
    if (isNoticeStream(request.trId) && request.trKey != m_credentials.htsId()) {
        refuse(session, request, "OPSP0017", "ERROR : htsid가잘못되었습니다", "9");
        // The real server drops such a client without a Close frame.
        QMetaObject::invokeMethod(
            &session.socket(),
            [socket = &session.socket()] {
                socket->flush();
                socket->abort();
            },
            Qt::QueuedConnection);
        return;
    }
    if (request.subscribe) {
        subscribe(session, request);
    } else {
        unsubscribe(session, request);
    }
}

void RealtimeServer::subscribe(RealtimeSession& session, const SubscribeRequest& request)
{
    if (session.isRegistered(request.trId, request.trKey)) {
        refuse(session, request, "OPSP0002", "ALREADY IN SUBSCRIBE", "1");
        return;
    }
    const FaultRule* limit = m_faults.standing("ws.max_reg");
    const std::int64_t most = limit != nullptr ? limit->amount() : m_options.knobs.maxRegistrations;
    if (static_cast<std::int64_t>(session.registrations().size()) >= most) {
        refuse(session, request, "OPSP0008", "MAX SUBSCRIBE OVER", "1");
        return;
    }
    const FaultRule* fault = m_faults.draw("ws.ack");
    if (fault != nullptr && fault->value == u"err") {
        refuse(session, request, "OPSP0007", "SUBSCRIBE INTERNAL ERROR", "1");
        return;
    }
    session.registrations().push_back({request.trId, request.trKey});
    setInterest(request.trId, request.trKey, true);
    if (fault != nullptr && fault->value == u"late") {
        QTimer::singleShot(std::chrono::milliseconds{fault->number("late", 1'000)},
                           &session.socket(),
                           [this, raw = &session, request] { acknowledge(*raw, request); });
    } else if (fault == nullptr || fault->value != u"drop") {
        acknowledge(session, request);
    }
}

void RealtimeServer::unsubscribe(RealtimeSession& session, const SubscribeRequest& request)
{
    std::vector<Registration>& all = session.registrations();
    const auto known = std::find_if(all.begin(), all.end(), [&](const Registration& r) {
        return r.trId == request.trId && r.trKey == request.trKey;
    });
    if (known == all.end()) {
        refuse(session, request, "OPSP0003", "UNSUBSCRIBE ERROR(not found!)", "1");
        return;
    }
    all.erase(known);
    if (isNoticeStream(request.trId)) {
        m_noticeDesk.setKey({}, {});
    }
    setInterest(request.trId, request.trKey, false);
    session.flush();
    session.sendText(unsubscribeAck(request.trId, request.trKey));
}

void RealtimeServer::setInterest(const QString& trId, const QString& trKey, bool on)
{
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(trKey);
    const std::optional<StockId> id = symbol ? m_exchange.find(*symbol) : std::nullopt;
    if (!id || !isStockStream(trId)) {
        return;
    }
    Interest& interest = m_interest[static_cast<std::uint32_t>(*id)];
    if (trId == u"H0STCNT0") {
        interest.trade = on;
        std::erase(m_tradeIssues, *id);
        if (on) {
            m_tradeIssues.push_back(*id);
        }
    } else if (trId == u"H0STASP0") {
        interest.book = on;
    } else if (trId == u"H0STANC0") {
        interest.expected = on;
    } else if (trId == u"H0STMKO0") {
        interest.operation = on;
    }
    m_exchange.watch(*id, interest.any());
    if (!interest.any()) {
        m_interest.erase(static_cast<std::uint32_t>(*id));
    }
}

void RealtimeServer::marketEvent(StockId id, const Stock& stock, const FlowEvent& event)
{
    const auto known = m_interest.find(static_cast<std::uint32_t>(id));
    if (m_holder == nullptr || known == m_interest.end() || isStalled()) {
        return;
    }
    Interest& interest = known->second;
    ++m_recordsThisStep;
    bool bookChanged = false;
    switch (event.kind) {
    case FlowKind::Trade:
    case FlowKind::AuctionPrint:
    case FlowKind::AfterHours:
    case FlowKind::PreOpenPrint:
        if (interest.trade) {
            addTrade(m_encoder.trade(stock, event));
            m_counters.setTruth(stock.listing().symbol(),
                                {stock.figures().last, stock.figures().accVolume});
        }
        bookChanged = event.price != interest.bookTradePrice;
        interest.bookTradePrice = event.price;
        break;
    case FlowKind::Expected:
        if (interest.expected) {
            add(Stream::Expected, m_encoder.expected(stock, event));
        }
        bookChanged = true;
        break;
    case FlowKind::BookOnly:
        bookChanged = true;
        break;
    case FlowKind::ViStart:
    case FlowKind::ViEnd:
    case FlowKind::Halt:
    case FlowKind::Resume:
        if (interest.operation) {
            add(Stream::Operation, m_encoder.operation(stock, {}));
        }
        bookChanged = true;
        break;
    }
    if (interest.book && bookChanged) {
        if (m_holder->socket().bytesToWrite() > m_options.knobs.bookQueueBytesMax) {
            m_counters.addSkippedBooks(1);
        } else {
            add(Stream::Book, m_encoder.book(stock));
        }
    }
}

void RealtimeServer::sessionEvent(const SessionEvent& event)
{
    for (const auto& [id, interest] : m_interest) {
        if (m_holder != nullptr && interest.operation) {
            m_holder->add(
                Stream::Operation,
                m_encoder.operation(m_exchange.stock(static_cast<StockId>(id)), event.code));
        }
    }
}

void RealtimeServer::flush()
{
    if (m_holder == nullptr || isStalled()) {
        (void)m_noticeDesk.takeDue();
        return;
    }
    m_holder->flush();
    for (const QString& frame : m_noticeDesk.takeDue()) {
        m_holder->sendText(frame);
        m_counters.addRecords(Stream::Notice, 1);
        m_counters.addFrames(1);
    }
    m_holder->setBatch(m_recordsThisStep > 10 * kBatchQuiet ? kBatchBusy : kBatchQuiet);
    m_recordsThisStep = 0;
    if (m_holder->socket().bytesToWrite() > m_options.knobs.clientQueueBytesMax) {
        qCWarning(base::lcSim,
                  "a market client does not read (%lld bytes wait); its connection is cut",
                  static_cast<long long>(m_holder->socket().bytesToWrite()));
        m_counters.addCutClient();
        m_holder->socket().abort();
    }
}

void RealtimeServer::keepAlive()
{
    if (isStalled()) {
        return;
    }
    std::vector<QWebSocket*> dead;
    const FaultRule* every = m_faults.standing("ws.ping_every");
    const FaultRule* echo = m_faults.standing("ws.require_echo_ms");
    for (const auto& session : m_sessions) {
        if (session->sinceUnansweredPing.isValid()
            && session->sinceUnansweredPing.hasExpired(
                echo != nullptr ? echo->amount() : m_options.knobs.pongDeadline.count())) {
            dead.push_back(&session->socket());
            continue;
        }
        if (session->sincePing.hasExpired(every != nullptr ? every->amount(10) * 1'000
                                                           : session->nextPingAfter)) {
            const base::Timestamp now = m_clock.now();
            session->sendText(pingText(domain::compactDateText(domain::kstDate(now))
                                       + domain::compactTimeText(domain::kstTimeOfDay(now))));
            session->sincePing.restart();
            if (!session->sinceUnansweredPing.isValid()) {
                session->sinceUnansweredPing.start();
            }
            const auto spread =
                std::max<qint64>(1, (m_options.knobs.pingMax - m_options.knobs.pingMin).count());
            session->nextPingAfter =
                m_options.knobs.pingMin.count() + QRandomGenerator::global()->bounded(spread);
        }
    }
    for (QWebSocket* socket : dead) {
        socket->abort();
    }
}

void RealtimeServer::drop(RealtimeSession& session)
{
    if (m_holder == &session) {
        m_holder = nullptr;
        m_noticeDesk.setKey({}, {});
        for (const auto& [id, interest] : m_interest) {
            m_exchange.watch(static_cast<StockId>(id), false);
        }
        m_interest.clear();
        m_tradeIssues.clear();
        if (!session.endsCleanly) {
            m_lingering.start();
        }
    }
    const auto known = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&](const auto& s) { return s.get() == &session; });
    if (known == m_sessions.end()) {
        return;
    }
    // The socket is still on the stack below us: it dies when control returns to the loop.
    std::unique_ptr<RealtimeSession> gone = std::move(*known);
    m_sessions.erase(known);
    gone->socket().disconnect(this);
    m_counters.addClient(-1);
    QMetaObject::invokeMethod(
        this, [dying = std::shared_ptr<RealtimeSession>{std::move(gone)}] {}, Qt::QueuedConnection);
}

QString RealtimeServer::keyText(int length, bool hexadecimal)
{
    // Marked like the simulator's other secrets (Credentials), for `.ci/suite-secrets`.
    QString text = hexadecimal ? QStringLiteral("5ca1ab1e") : QStringLiteral("simcanary");
    while (text.size() < length) {
        const quint32 pick = QRandomGenerator::global()->bounded(hexadecimal ? 16U : 26U);
        text += hexadecimal && pick < 10 ? QChar(u'0' + static_cast<char16_t>(pick))
                : hexadecimal            ? QChar(u'a' + static_cast<char16_t>(pick - 10))
                                         : QChar(u'a' + static_cast<char16_t>(pick));
    }
    return text;
}
}  // namespace core::sim

#include "moc_realtime_server.cpp"
