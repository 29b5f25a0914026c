#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/environment.h"
#include "core/domain/broker_reply.h"
#include "core/kis/approval_issuer.h"
#include "core/kis/master_store.h"
#include "core/kis/query_codec.h"
#include "core/kis/rest_client.h"

#include <QObject>
#include <QSslConfiguration>
#include <QString>

#include <map>
#include <set>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::kis
{
/// Whether the exchange opens, by day, from the day asked for on.
struct HolidayReply
{
    bool ok = false;
    std::map<domain::TradingDate, bool> opens;

    friend bool operator==(const HolidayReply&, const HolidayReply&) = default;
};

struct BrokerOptions
{
    QUrl rest;
    QUrl master;
    AppKeys keys;
    QString account;      ///< "12345678-01"
    QString environment;  ///< "sim", "demo", "live": part of the token file's name.
    bool mock = false;
    config::Capabilities capabilities;
    double callsPerSecond = 15;
    QString tokenFolder;   ///< Empty = tokens live in memory only.
    QString masterFolder;  ///< Empty = no copy on disk.
    std::uint32_t jitterSeed = 1;
    FeedDrive drive = FeedDrive::Timer;
    /// Of the order connections. Tests add their authority; verification is always on.
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
};

/// Everything the engine asks the broker by REST, orders apart.
///
/// Requests return at once; each is answered by one signal, a failed one with `ok` false (the
/// reason is in `figures().detail` and the log). A request like one that still waits joins it.
/// What the environment does not have is answered without a call.
///
/// Root object of the net thread: construct it without parent, move it, run `start()` there; call
/// the rest on that thread only. `clock` is the environment's, `machine` the machine's: tokens
/// live in machine time at any simulation speed. Both must outlive it.
class BrokerQueries final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerQueries)

public:
    BrokerQueries(const base::Clock& clock, const base::Clock& machine, BrokerOptions options,
                  QObject* parent = nullptr);
    ~BrokerQueries() override;

    void start();

    void requestApproval(core::kis::ApprovalWish wish);
    void requestRanking(core::domain::RankingList list);
    /// The bars of the half hour that ends at `until`.
    void requestMinuteBars(const core::domain::Symbol& symbol, core::domain::TimeOfDay until);
    void requestPrice(const core::domain::Symbol& symbol);
    void requestHolidays(core::domain::TradingDate from);
    void requestBalance();
    void requestInstruments(core::domain::TradingDate today);

    [[nodiscard]] domain::BrokerFigures figures() const;
    // What orders share with the queries: one token, one rate, one timer. After start() only.
    [[nodiscard]] RestClient& client() { return *m_client; }
    [[nodiscard]] TokenKeeper& tokens() { return *m_tokens; }
    /// Looks at the waiting calls as soon as one can go.
    void schedule();
    /// Everything that waits for time happens here. `now` is monotonic.
    void tick(std::chrono::nanoseconds now);

Q_SIGNALS:
    void ticked(std::chrono::nanoseconds now);
    void approvalReady(const QString& key);
    void approvalFailed(const core::base::Error& error);
    void rankingReady(const core::domain::RankingReply& reply);
    void minuteBarsReady(const core::domain::MinuteBarsReply& reply);
    void priceReady(const core::domain::PriceReply& reply);
    void holidaysReady(const core::kis::HolidayReply& reply);
    void balanceReady(const core::domain::BalanceReply& reply);
    void instrumentsReady(const core::domain::InstrumentsPtr& instruments);
    void instrumentsFailed(const core::base::Error& error);
    /// At most four times a second, and only when something has changed.
    void figuresChanged(const core::domain::BrokerFigures& figures);

private:
    const base::Clock& m_clock;
    const base::Clock& m_machine;
    BrokerOptions m_options;
    QTimer* m_timer = nullptr;  ///< This and the next five are children, made in start().
    HttpClient* m_http = nullptr;
    TokenKeeper* m_tokens = nullptr;
    ApprovalIssuer* m_approval = nullptr;
    RestClient* m_client = nullptr;
    MasterStore* m_master = nullptr;
    std::set<domain::Symbol> m_pricesAsked;
    std::set<domain::Symbol> m_barsAsked;
    std::set<domain::RankingList> m_rankingsAsked;
    bool m_balanceAsked = false;
    domain::BrokerFigures m_told;
    std::chrono::nanoseconds m_toldAt{};

    void tellFigures(std::chrono::nanoseconds now);
};
}  // namespace core::kis
