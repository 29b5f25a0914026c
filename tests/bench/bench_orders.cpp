// From the desk's decision to the first byte of the order on the wire: ledger thread, disk, net
// thread, a connection kept ready, a socket. Beside it, in the same run and on the same disk: a
// bare fdatasync of as many bytes. bench_orders [ORDERS] [FOLDER]

#include "core/config/config_file.h"
#include "core/engine/ledger_root.h"
#include "core/engine/net_root.h"
#include "core/engine/worker_thread.h"
#include "core/sim/simulator.h"
#include "tests/bench/bare_sync.h"
#include "tests/bench/wire_bench.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace core;

namespace
{
using bench::now;
using bench::print;
using bench::waitFor;
using Nanoseconds = std::chrono::nanoseconds;

desk::Record recordOf(int number)
{
    desk::Record record;
    record.write = static_cast<std::uint64_t>(number);
    orders::LedgerRecord intent;
    intent.kind = QStringLiteral("intent");
    intent.order = QStringLiteral("20250902-%1-1").arg(number);
    intent.body = R"({"origin":"hand","price":70000,"purpose":"open","qty":1,"rule":"HAND",)"
                  R"("side":"buy","symbol":"005930","tif":"day","type":"limit"})";
    record.records = {intent};
    domain::OutgoingOrder out;
    out.id = {.date = *domain::parseDate(u"2025-09-02"),
              .event = static_cast<std::uint64_t>(number),
              .ordinal = 1};
    out.request.symbol = *domain::Symbol::parse(u"005930");
    out.request.quantity = domain::Quantity{1};
    out.request.price = domain::Price::fromWon(70'000);
    record.then = out;
    return record;
}

config::Environment environmentOf(const sim::SimulatorEndpoint& endpoint, std::uint16_t port,
                                  const QString& folder)
{
    config::Environment environment;
    environment.kind = domain::EnvironmentKind::Sim;
    environment.rest = QUrl{QStringLiteral("http://127.0.0.1:%1").arg(port)};
    environment.master = environment.rest;
    environment.credentials = {.appkey = endpoint.appKey,
                               .appsecret = endpoint.appSecret,
                               .account = endpoint.account,
                               .htsId = endpoint.htsId};
    environment.dataFolder = folder;
    environment.capabilities = config::capabilitiesOf(false);
    return environment;
}
}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application{argc, argv};
    const int orders = argc > 1 ? QByteArray{argv[1]}.toInt() : 200;
    const QTemporaryDir folder{(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QDir::tempPath())
                               + QStringLiteral("/bench-orders-XXXXXX")};

    sim::SimulatorOptions options;
    options.instruments = 60;
    options.start = domain::timeOfDay(10, 0);
    options.date = domain::parseDate(u"2025-09-02");
    engine::WorkerThread<sim::Simulator> simulator{QStringLiteral("sim"),
                                                   std::make_unique<sim::Simulator>(options)};
    std::optional<sim::SimulatorEndpoint> endpoint;
    QObject context;
    QObject::connect(simulator.root(), &sim::Simulator::ready, &context,
                     [&](const sim::SimulatorEndpoint& found) { endpoint = found; });
    simulator.begin();
    waitFor([&] { return endpoint.has_value(); });

    engine::WorkerThread<bench::OrderRelay> relay{
        QStringLiteral("relay"), std::make_unique<bench::OrderRelay>(
                                     static_cast<std::uint16_t>(QUrl{endpoint->rest}.port()))};
    std::uint16_t port = 0;
    std::int64_t firstByte = 0;
    QObject::connect(relay.root(), &bench::OrderRelay::ready, &context,
                     [&](std::uint16_t at) { port = at; });
    QObject::connect(relay.root(), &bench::OrderRelay::firstByte, &context,
                     [&](const QByteArray&, std::int64_t at) { firstByte = at; });
    relay.begin();
    waitFor([&] { return port != 0; });

    engine::LedgerOptions place;
    place.folder = folder.path();
    place.owner = QStringLiteral("bench");
    engine::WorkerThread<engine::LedgerRoot> ledger{QStringLiteral("ledger"),
                                                    std::make_unique<engine::LedgerRoot>(place)};
    const base::MachineClock machine;
    engine::WorkerThread<engine::NetRoot> net{
        QStringLiteral("net"), std::make_unique<engine::NetRoot>(engine::NetOptions{
                                   environmentOf(*endpoint, port, folder.path()),
                                   config::defaultConfig(domain::EnvironmentKind::Sim),
                                   std::make_shared<base::ScaledClock>(
                                       endpoint->marketTimeAt(machine.monotonic()), 1.0)})};
    bool loaded = false;
    bool token = false;
    std::vector<std::int64_t> commits;
    QObject::connect(ledger.root(), &engine::LedgerRoot::loaded, &context, [&] { loaded = true; });
    QObject::connect(ledger.root(), &engine::LedgerRoot::release, net.root(),
                     &engine::NetRoot::send);
    QObject::connect(ledger.root(), &engine::LedgerRoot::replied, &context,
                     [&](const domain::EventPayload& payload) {
                         if (const auto* reply = std::get_if<domain::LedgerReply>(&payload)) {
                             commits.push_back(Nanoseconds{reply->took}.count());
                         }
                     });
    QObject::connect(net.root(), &engine::NetRoot::replied, &context,
                     [&](const domain::EventPayload& payload) {
                         if (const auto* figures = std::get_if<domain::BrokerFigures>(&payload)) {
                             token = figures->token == domain::TokenState::Valid;
                         }
                     });
    ledger.begin();
    net.begin();
    waitFor([&] { return loaded && token; });
    net.post([](engine::NetRoot& root) { root.ask(desk::KeepStandby{true}); });

    std::vector<std::int64_t> took;
    for (int number = 1; number <= orders; ++number) {
        firstByte = 0;
        const Nanoseconds pause = now() + std::chrono::milliseconds{120};
        waitFor([&] { return now() >= pause; });
        const Nanoseconds decided = now();
        ledger.post([record = recordOf(number), decided](engine::LedgerRoot& root) mutable {
            record.records.front().monotonicUs =
                std::chrono::duration_cast<std::chrono::microseconds>(decided).count();
            root.record(record);
        });
        const Nanoseconds patience = now() + std::chrono::seconds{5};
        waitFor([&] { return firstByte != 0 || now() > patience; });
        if (firstByte != 0) {
            took.push_back(firstByte - decided.count());
        }
    }
    std::printf("orders on the wire: %zu of %d\n", took.size(), orders);
    print("decided to first byte, journal included", took);
    print("  of it the ledger (FULL commit, its queue)", commits);
    print("bare write and fdatasync of 4 KiB",
          bench::bareSyncs(folder.path(), 4096, [left = orders]() mutable { return left-- > 0; }));
    return took.size() == static_cast<std::size_t>(orders) ? 0 : 1;
}

#include "moc_wire_bench.cpp"
