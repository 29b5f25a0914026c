// V-3: what it costs to let another thread (the window) know of a trade, against a same-thread
// call and a queued signal.

#include "core/domain/trade.h"
#include "core/engine/snapshot_mailbox.h"

#include <QCoreApplication>
#include <QObject>
#include <QThread>

#include <atomic>
#include <benchmark/benchmark.h>

namespace
{
using core::domain::Trade;
using core::engine::SnapshotMailbox;

class Receiver : public QObject
{
public:
    void take(const Trade& trade) { m_sum += trade.price.won(); }
    std::int64_t m_sum = 0;
};

/// What the logic thread does for the window after each record while no snapshot is wanted.
void mailboxPerTrade(benchmark::State& state)
{
    SnapshotMailbox mailbox;
    mailbox.put(std::make_shared<core::domain::DeskSnapshot>());
    std::int64_t built = 0;
    for (auto _ : state) {
        if (mailbox.wanted()) {
            ++built;
        }
        benchmark::DoNotOptimize(built);
    }
}
BENCHMARK(mailboxPerTrade);

/// The same with a window that takes 60 snapshots a second at 20,000 records/s: one in 333.
void mailboxWithAWindow(benchmark::State& state)
{
    SnapshotMailbox mailbox;
    constexpr int kRecordsPerFrame = 333;
    int record = 0;
    for (auto _ : state) {
        if (mailbox.wanted()) {
            mailbox.put(std::make_shared<core::domain::DeskSnapshot>());
        }
        if (++record == kRecordsPerFrame) {
            record = 0;
            benchmark::DoNotOptimize(mailbox.take());
        }
    }
}
BENCHMARK(mailboxWithAWindow);

void sameThreadCall(benchmark::State& state)
{
    Receiver receiver;
    Trade trade;
    void (Receiver::*volatile call)(const Trade&) = &Receiver::take;
    for (auto _ : state) {
        (receiver.*call)(trade);
        benchmark::DoNotOptimize(receiver.m_sum);
    }
}
BENCHMARK(sameThreadCall);

void queuedSignal(benchmark::State& state)
{
    QThread thread;
    auto* receiver = new Receiver;
    receiver->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, receiver, &QObject::deleteLater);
    thread.start();
    Trade trade;
    for (auto _ : state) {
        QMetaObject::invokeMethod(
            receiver, [receiver, trade] { receiver->take(trade); }, Qt::QueuedConnection);
    }
    thread.quit();
    thread.wait();
}
BENCHMARK(queuedSignal)->Iterations(300'000);
}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
