#include "core/storage/market_types.h"

namespace core::storage
{
DecisionEntry entryOf(const domain::Decision& decision)
{
    DecisionEntry entry{.number = decision.number,
                        .at = decision.at,
                        .kind = decision.kind,
                        .verdict = decision.verdict,
                        .symbol = decision.symbol,
                        .rule = decision.rule.toString(),
                        .price = decision.price,
                        .quantity = decision.quantity,
                        .order = decision.order};
    for (const domain::Condition& condition : decision.conditions) {
        if (!domain::says(condition.outcome)) {
            entry.failing.append(condition.id.toString());
        }
    }
    return entry;
}

MarketBatch wholeDay(const domain::DayRecord& record)
{
    MarketBatch batch{
        .date = record.date, .minutes = record.minutes, .trades = record.trades, .day = record};
    batch.day->minutes.clear();
    batch.day->trades.clear();
    return batch;
}
}  // namespace core::storage
