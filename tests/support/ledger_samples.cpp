#include "tests/support/ledger_samples.h"

namespace test
{
core::orders::LedgerRecord sampleRecord(int number)
{
    using namespace std::chrono_literals;
    core::orders::LedgerRecord record;
    record.at = core::domain::Timestamp{1795140000000ms + number * 250ms};
    record.monotonicUs = 1'000'000 + number * 250'000;
    record.order =
        number % 7 == 0 ? QString{} : QStringLiteral("20261124-%1-1").arg(1000 + number / 4);
    record.kind = number % 4 == 0 ? QStringLiteral("intent") : QStringLiteral("step");
    record.body = "{\"event\":\"accept\",\"broker\":\"" + QByteArray::number(30'000 + number)
                  + "\",\"text\":\"주문 전송 완료\"}";
    return record;
}

std::vector<core::orders::LedgerRecord> sampleRecords(int first, int count)
{
    std::vector<core::orders::LedgerRecord> records;
    for (int number = first; number < first + count; ++number) {
        records.push_back(sampleRecord(number));
    }
    return records;
}

core::storage::LedgerPlace sampleLedger(const QString& folder)
{
    core::storage::LedgerPlace place;
    place.folder = folder;
    place.owner = QStringLiteral("sim 12345678-01");
    place.reserveBytes = 0;
    return place;
}
}  // namespace test
