// C03 and G-07: how long a PINGPONG waits for its echo, line to line, while the window's thread
// stands still and trades pour in; the whole engine on a simulator beside it. The relay counts the
// WebSocket pings of the terminal as well. bench_echo [SECONDS] [RECORDS_PER_SECOND]

#include "core/config/config_file.h"
#include "core/engine/session.h"
#include "tests/bench/wire_bench.h"
#include "tests/support/feed_relay.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace core;

namespace
{
using bench::waitFor;

constexpr std::chrono::milliseconds kEvery{25};

double at(const std::vector<std::chrono::nanoseconds>& sorted, double share)
{
    const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
    return static_cast<double>(sorted[index].count()) / 1e6;
}

engine::SessionOptions options(const QString& folder, int records)
{
    engine::SessionOptions run;
    run.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    run.dataFolder = folder;
    run.simulator.start = domain::timeOfDay(10, 30);
    run.simulator.date = domain::parseDate(u"2025-09-02");
    run.simulator.extraTradesPerSecond = records;
    return run;
}
}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
    const int records = argc > 2 ? std::atoi(argv[2]) : 2'000;
    const QTemporaryDir folder;
    engine::SessionOptions run = options(folder.path(), records);
    const QObject context;

    engine::WorkerThread<sim::Simulator> simulator{QStringLiteral("sim"),
                                                   std::make_unique<sim::Simulator>(run.simulator)};
    std::optional<sim::SimulatorEndpoint> endpoint;
    QObject::connect(simulator.root(), &sim::Simulator::ready, &context,
                     [&endpoint](const sim::SimulatorEndpoint& where) { endpoint = where; });
    simulator.begin();
    waitFor([&endpoint] { return endpoint.has_value(); });
    const auto log = std::make_shared<test::FeedRelayLog>();
    engine::WorkerThread<test::FeedRelay> relay{
        QStringLiteral("relay"), std::make_unique<test::FeedRelay>(
                                     static_cast<std::uint16_t>(QUrl{endpoint->ws}.port()), log)};
    std::optional<std::uint16_t> port;
    QObject::connect(relay.root(), &test::FeedRelay::ready, &context,
                     [&port](std::uint16_t where) { port = where; });
    relay.begin();
    waitFor([&port] { return port.has_value(); });
    endpoint->ws = QStringLiteral("ws://127.0.0.1:%1").arg(*port);
    run.joined = endpoint;
    engine::Session session{run};
    session.start();
    domain::SnapshotPtr shot;
    waitFor([&] {
        if (domain::SnapshotPtr next = session.takeSnapshot()) {
            shot = std::move(next);
        }
        return shot && shot->feed.state == domain::FeedState::Live
               && shot->feed.acknowledged == shot->feed.wanted && shot->feed.wanted > 30;
    });

    const std::uint64_t before = log->figures().records;
    const int count = static_cast<int>(std::chrono::seconds{seconds} / kEvery);
    const auto answered = std::make_shared<QSemaphore>();
    relay.post([=](test::FeedRelay& root) { root.inject(count, kEvery, answered); });
    answered->acquire();  // The window's thread stands still meanwhile.

    test::FeedRelayLog::Figures seen = log->figures();
    std::sort(seen.took.begin(), seen.took.end());
    std::printf("window blocked %d s, %.0f data frames/s: echo p50 %.3f  p99 %.3f  max %.3f ms  "
                "(%zu; goal p99 20 ms); WebSocket pings of ours %llu, pongs %llu (goal 0)\n",
                seconds, static_cast<double>(seen.records - before) / seconds, at(seen.took, 0.5),
                at(seen.took, 0.99), at(seen.took, 1.0), seen.took.size(),
                static_cast<unsigned long long>(seen.pings),
                static_cast<unsigned long long>(seen.pongs));
    return 0;
}

#include "moc_wire_bench.cpp"
