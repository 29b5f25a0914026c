// What the ledger costs: an append against a bare fdatasync of as many bytes on the same disk in
// the same run, and the start with a year of events. bench_ledger [APPENDS] [FOLDER]

#include "core/base/clock.h"
#include "core/storage/order_ledger.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace core;

namespace
{
constexpr int kDays = 250;
constexpr int kEventsADay = 2000;

orders::LedgerRecord eventOf(int number)
{
    orders::LedgerRecord record;
    record.at = domain::Timestamp{std::chrono::milliseconds{1795140000000LL + number}};
    record.monotonicUs = number;
    record.order = QStringLiteral("20261124-%1-1").arg(number / 4);
    record.kind = number % 4 == 0 ? QStringLiteral("intent") : QStringLiteral("step");
    record.body = R"({"symbol":"005930","side":"buy","type":"limit","tif":"day","qty":10,)"
                  R"("price":70100,"origin":"hand","rule":"HAND","purpose":"open"})";
    return record;
}

storage::LedgerPlace placeIn(const QString& folder)
{
    storage::LedgerPlace place;
    place.folder = folder;
    place.owner = QStringLiteral("bench");
    return place;
}

void print(const char* what, std::vector<std::chrono::nanoseconds> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        const auto index = static_cast<std::size_t>(static_cast<double>(times.size() - 1) * share);
        return static_cast<double>(times[index].count()) / 1e6;
    };
    std::printf("%-34s p50 %.3f  p95 %.3f  p99 %.3f  max %.3f ms\n", what, at(0.50), at(0.95),
                at(0.99), at(1.0));
}

/// As many bytes as a commit of one small row writes: two frames of the log.
std::chrono::nanoseconds bareSync(int file, const QByteArray& bytes, off_t at)
{
    const base::MachineClock clock;
    const std::chrono::nanoseconds start = clock.monotonic();
    if (::pwrite(file, bytes.constData(), static_cast<std::size_t>(bytes.size()), at) < 0
        || ::fdatasync(file) != 0) {
        std::perror("fdatasync");
    }
    return clock.monotonic() - start;
}

void appends(const QString& folder, int count)
{
    const base::MachineClock clock;
    const auto opened = storage::OrderLedger::open(placeIn(folder));
    const int file = ::open(QFile::encodeName(folder + QStringLiteral("/bare")).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const QByteArray bytes(2 * 4120, 'x');
    std::vector<std::chrono::nanoseconds> ours;
    std::vector<std::chrono::nanoseconds> bare;
    // In turn, so that both meet the same disk.
    for (int number = 0; number < count; ++number) {
        const orders::LedgerRecord record = eventOf(number);
        const std::chrono::nanoseconds start = clock.monotonic();
        if (!opened->ledger->append(std::span{&record, 1})) {
            std::fprintf(stderr, "append failed\n");
            std::exit(1);
        }
        ours.push_back(clock.monotonic() - start);
        bare.push_back(bareSync(file, bytes, static_cast<off_t>(number) * bytes.size()));
    }
    ::close(file);
    print("append of one event", ours);
    print("bare write and fdatasync, as much", bare);
}

void year(const QString& folder)
{
    const base::MachineClock clock;
    {
        const auto opened = storage::OrderLedger::open(placeIn(folder));
        std::vector<orders::LedgerRecord> day;
        for (int number = 0; number < kDays * kEventsADay; ++number) {
            day.push_back(eventOf(number));
            if (day.size() == kEventsADay) {
                if (!opened->ledger->append(day)
                    || !opened->ledger->checkpoint(storage::Connection::Checkpoint::Truncate)) {
                    std::fprintf(stderr, "append failed\n");
                    std::exit(1);
                }
                day.clear();
            }
        }
    }
    const std::chrono::nanoseconds start = clock.monotonic();
    const auto opened = storage::OrderLedger::open(placeIn(folder));
    const std::chrono::nanoseconds took = clock.monotonic() - start;
    std::printf("start with a year (%d events): %.2f s, all checked: %s\n", kDays * kEventsADay,
                static_cast<double>(took.count()) / 1e9,
                opened && opened->content.health == orders::LedgerHealth::Good ? "yes" : "NO");
}
}  // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 2000;
    const QString root = argc > 2 ? QFile::decodeName(argv[2]) : QDir::tempPath();
    const QTemporaryDir one{root + QStringLiteral("/bench-ledger-XXXXXX")};
    const QTemporaryDir two{root + QStringLiteral("/bench-ledger-XXXXXX")};
    appends(one.path(), count);
    year(two.path());
    return 0;
}
