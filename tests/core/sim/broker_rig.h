#pragma once

#include "core/sim/control.h"
#include "core/sim/rest_service.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace test::sim
{
/// The simulated broker without sockets: requests in, replies out, clocks moved by hand.
struct BrokerRig
{
    using Strings = QHash<QString, QString>;

    explicit BrokerRig(core::sim::SimulatorOptions given = {},
                       core::domain::TimeOfDay start = core::domain::timeOfDay(10, 30))
        : options{std::move(given)},
          history{7, calendar, market.schedule.date},
          credentials{7, options.profile},
          clock{core::domain::fromKst(market.schedule.date, start)},
          nobody{[](const core::sim::Stock&, const core::sim::FlowEvent&) {}}
    {
        QFile file{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no tax table");
        }
        options.taxes = *core::domain::TaxTable::fromJson(file.readAll());
        options.start = start;
        market.exchange.startAt(static_cast<std::int32_t>(start.count()));
        broker.emplace(market.exchange, options, clock, faults, truth);
        broker->setNoticeSink([this](const core::sim::Notice& n) { notices.push_back(n); });
        service.emplace(core::sim::RestContext{market.exchange, history, options, credentials,
                                               clock, *broker, faults, truth},
                        counters);
        control.emplace(market.exchange, *broker, faults, *broker);
        control->setSinks([this](const core::sim::FaultRule& rule) { service->act(rule); }, {});
        service->setControl([this](const QString& line) { return control->line(line); });
        token = credentials.issueToken(core::base::MachineClock{}.now());
    }

    [[nodiscard]] bool real() const { return options.profile == core::sim::Profile::Real; }
    [[nodiscard]] QByteArray trId(const char* realId) const
    {
        QByteArray id{realId};
        if (!real()) {
            id[0] = 'V';
        }
        return id;
    }
    core::sim::HttpReply call(const char* method, const QString& path, const QByteArray& id,
                              const Strings& query, const QByteArray& body = {},
                              const QByteArray& continued = {})
    {
        clock.advance(std::chrono::seconds{2});
        core::sim::HttpRequest request;
        request.method = method;
        request.path = QStringLiteral("/uapi/domestic-stock/v1/trading/") + path;
        request.query = query;
        request.query.insert(QStringLiteral("CANO"), QStringLiteral("50000000"));
        request.query.insert(QStringLiteral("ACNT_PRDT_CD"), QStringLiteral("01"));
        request.body = body;
        request.headers = {{"authorization", "Bearer " + token},
                           {"appkey", credentials.appKey().toLatin1()},
                           {"appsecret", credentials.appSecret().toLatin1()},
                           {"tr_id", id},
                           {"tr_cont", continued},
                           {"custtype", "P"}};
        return service->handle(request);
    }
    core::sim::HttpReply post(const QString& path, const QByteArray& id, QJsonObject body)
    {
        body.insert(QStringLiteral("CANO"), QStringLiteral("50000000"));
        body.insert(QStringLiteral("ACNT_PRDT_CD"), QStringLiteral("01"));
        return call("POST", path, id, {}, QJsonDocument{body}.toJson());
    }
    core::sim::HttpReply order(const char* side, const char* code, std::int64_t quantity,
                               std::int64_t price, const char* division = "00")
    {
        return post(QStringLiteral("order-cash"), trId(side[0] == 'b' ? "TTTC0012U" : "TTTC0011U"),
                    {{QStringLiteral("PDNO"), QLatin1String{code}},
                     {QStringLiteral("ORD_DVSN"), QLatin1String{division}},
                     {QStringLiteral("ORD_QTY"), QString::number(quantity)},
                     {QStringLiteral("ORD_UNPR"), QString::number(price)},
                     {QStringLiteral("EXCG_ID_DVSN_CD"), QStringLiteral("KRX")}});
    }
    core::sim::HttpReply change(const char* what, const QString& original, std::int64_t quantity,
                                std::int64_t price, const char* all = "Y")
    {
        return post(QStringLiteral("order-rvsecncl"), trId("TTTC0013U"),
                    {{QStringLiteral("KRX_FWDG_ORD_ORGNO"), broker->branch()},
                     {QStringLiteral("ORGN_ODNO"), original},
                     {QStringLiteral("ORD_DVSN"), QStringLiteral("00")},
                     {QStringLiteral("RVSE_CNCL_DVSN_CD"),
                      what[0] == 'a' ? QStringLiteral("01") : QStringLiteral("02")},
                     {QStringLiteral("ORD_QTY"), QString::number(quantity)},
                     {QStringLiteral("ORD_UNPR"), QString::number(price)},
                     {QStringLiteral("QTY_ALL_ORD_YN"), QLatin1String{all}},
                     {QStringLiteral("EXCG_ID_DVSN_CD"), QStringLiteral("KRX")}});
    }
    core::sim::HttpReply dayList(const Strings& more = {}, const QByteArray& continued = {})
    {
        Strings query{{QStringLiteral("INQR_STRT_DT"), QStringLiteral("20261125")},
                      {QStringLiteral("INQR_END_DT"), QStringLiteral("20261125")},
                      {QStringLiteral("SLL_BUY_DVSN_CD"), QStringLiteral("00")},
                      {QStringLiteral("INQR_DVSN"), QStringLiteral("01")},
                      {QStringLiteral("CCLD_DVSN"), QStringLiteral("00")}};
        query.insert(more);
        return call("GET", QStringLiteral("inquire-daily-ccld"), trId("TTTC0081R"), query, {},
                    continued);
    }
    core::sim::HttpReply balance()
    {
        return call("GET", QStringLiteral("inquire-balance"), trId("TTTC8434R"), {});
    }
    /// Rows of `block`.
    [[nodiscard]] static QJsonArray rows(const core::sim::HttpReply& reply,
                                         const char* block = "output1")
    {
        return json(reply).value(QLatin1String{block}).toArray();
    }
    [[nodiscard]] static QJsonObject json(const core::sim::HttpReply& reply)
    {
        return QJsonDocument::fromJson(reply.body).object();
    }
    [[nodiscard]] static QString code(const core::sim::HttpReply& reply)
    {
        return json(reply).value(u"msg_cd").toString();
    }
    [[nodiscard]] static QString number(const core::sim::HttpReply& reply)
    {
        return json(reply).value(u"output").toObject().value(u"ODNO").toString();
    }
    void run(const char* line)
    {
        const core::base::Status done = control->line(QString::fromUtf8(line));
        if (!done) {
            qFatal("%s", qUtf8Printable(done.error().detail));
        }
    }
    /// Moves market and clock by hand.
    void moveTo(std::int32_t at)
    {
        const auto by = std::chrono::milliseconds{at - market.exchange.now()};
        clock.advance(std::max(by, std::chrono::milliseconds{0}));
        market.exchange.publishUntil(at, *broker);
        control->step();
        broker->step();
    }
    [[nodiscard]] core::sim::Book book(const char* stock)
    {
        return market.exchange.stock(market.id(stock)).book();
    }

    core::domain::SessionCalendar calendar;
    MarketRig market{7};
    core::sim::SimulatorOptions options;
    core::sim::History history;
    core::sim::Credentials credentials;
    ManualClock clock;
    core::sim::SimulatorCounters counters;
    core::sim::FaultPlan faults{7};
    core::sim::TruthLog truth;
    std::optional<core::sim::Broker> broker;
    std::optional<core::sim::RestService> service;
    std::optional<core::sim::SimControl> control;
    std::vector<core::sim::Notice> notices;
    QByteArray token;
    EventList nobody;
};
}  // namespace test::sim
