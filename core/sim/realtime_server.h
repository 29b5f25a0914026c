#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sim/credentials.h"
#include "core/sim/exchange.h"
#include "core/sim/faults.h"
#include "core/sim/notice_desk.h"
#include "core/sim/realtime_encoder.h"
#include "core/sim/realtime_message.h"
#include "core/sim/realtime_session.h"
#include "core/sim/simulator_counters.h"

#include <QObject>
#include <QWebSocketServer>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::sim
{
/// The broker's real-time server on loopback: `ws://127.0.0.1:port`, any path.
///
/// One session at a time holds the appkey (the first to register); a second one is told OPSP8996
/// and stays without data. Records reach the holder in the order of the market's time.
/// Thread: the simulator's.
class RealtimeServer final : public QObject, public MarketListener
{
    Q_OBJECT

public:
    RealtimeServer(Exchange& exchange, const Credentials& credentials,
                   const SimulatorOptions& options, const base::Clock& clock,
                   SimulatorCounters& counters, FaultPlan& faults, QObject* parent = nullptr);
    ~RealtimeServer() override;

    [[nodiscard]] base::Status listen(std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const;

    void marketEvent(StockId id, const Stock& stock, const FlowEvent& event) override;
    void sessionEvent(const SessionEvent& event) override;
    /// Sends what the market's last step left waiting; `dueRecords` sizes the frames.
    void flush();
    /// PINGPONG and its deadline; call about once a second.
    void keepAlive();
    /// Whoever is registered for execution notices gets it with one of the next flushes.
    void notice(const Notice& notice) { m_noticeDesk.add(notice); }
    /// The actions ws.* of the fault plan.
    void act(const FaultRule& rule);
    /// Issues with a trade subscription.
    [[nodiscard]] const std::vector<StockId>& tradeIssues() const noexcept { return m_tradeIssues; }

private:
    /// Streams the holder has for an issue.
    struct Interest
    {
        bool trade = false;
        bool book = false;
        bool expected = false;
        bool operation = false;
        std::int32_t bookTradePrice = 0;

        [[nodiscard]] bool any() const noexcept { return trade || book || expected || operation; }
    };

    void accept();
    void receive(RealtimeSession& session, const QString& text);
    void handle(RealtimeSession& session, const SubscribeRequest& request);
    void subscribe(RealtimeSession& session, const SubscribeRequest& request);
    void unsubscribe(RealtimeSession& session, const SubscribeRequest& request);
    void refuse(RealtimeSession& session, const SubscribeRequest& request, const char* code,
                const char* text, const char* resultCode);
    [[nodiscard]] bool appKeyTaken(const RealtimeSession& session) const;
    void acknowledge(RealtimeSession& session, const SubscribeRequest& request);
    [[nodiscard]] std::chrono::milliseconds linger() const;
    [[nodiscard]] bool isStalled() const;
    /// A record for the holder, as wide as the fault plan wants it.
    void add(Stream stream, std::string_view record);
    /// A trade record, once, twice or in the wrong order.
    void addTrade(std::string_view record);
    void setInterest(const QString& trId, const QString& trKey, bool on);
    void drop(RealtimeSession& session);
    [[nodiscard]] QString keyText(int length, bool hexadecimal);

    Exchange& m_exchange;
    const Credentials& m_credentials;
    const SimulatorOptions& m_options;
    const base::Clock& m_clock;
    SimulatorCounters& m_counters;
    FaultPlan& m_faults;
    RealtimeEncoder m_encoder;
    NoticeDesk m_noticeDesk;
    QWebSocketServer m_server;
    std::vector<std::unique_ptr<RealtimeSession>> m_sessions;
    RealtimeSession* m_holder = nullptr;  ///< Has the appkey; among m_sessions.
    QElapsedTimer m_lingering;            ///< Valid while a dead session still has the appkey.
    std::unordered_map<std::uint32_t, Interest> m_interest;
    std::vector<StockId> m_tradeIssues;
    int m_recordsThisStep = 0;
    QElapsedTimer m_stalled;  ///< Valid while nothing may be sent.
    qint64 m_stallMs = 0;
    QElapsedTimer m_foreign;  ///< Valid while somebody else holds the appkey.
    qint64 m_foreignMs = 0;
    std::string m_lastTrade;
    std::string m_heldTrade;
};
}  // namespace core::sim
