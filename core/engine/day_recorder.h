#pragma once

#include "core/base/result.h"
#include "core/desk/effect.h"
#include "core/domain/day_record.h"
#include "core/storage/market_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace core::engine
{
/// Puts what the desk tells of the day into the market store: collects, writes once a second, keeps
/// what could not be written. A day that an earlier run began goes on: its trades stay as that run
/// saw them, its running equity maximum holds.
/// Thread: disk.
class DayRecorder final
{
public:
    /// Rows that wait for a store which is not there; beyond, the oldest bars go.
    static constexpr std::size_t kWaitingMax = 200'000;

    /// `run` tells the decisions of this start of the program from those of others.
    DayRecorder(storage::MarketStoreOptions store, std::int64_t run, bool isAnew);
    ~DayRecorder();

    void take(const desk::Remember& what);
    /// Writes what waits. Errors: those of the store; what was not written goes on waiting.
    [[nodiscard]] base::Status flush(const std::vector<domain::DataGap>& outages);
    /// What is recorded of `date`; flushed first by the caller.
    [[nodiscard]] base::Result<std::optional<domain::DayRecord>> day(domain::TradingDate date);
    /// Newest last.
    [[nodiscard]] base::Result<std::vector<domain::TradingDate>> days();
    [[nodiscard]] base::Status backUp(const QString& path);
    [[nodiscard]] base::Status prune(domain::TradingDate bars, domain::TradingDate decisions);

    /// What a person should know of the store since the last call, in words.
    [[nodiscard]] QStringList takeProblems() { return std::exchange(m_problems, {}); }
    [[nodiscard]] std::uint64_t rowsLost() const noexcept { return m_lost; }

private:
    [[nodiscard]] base::Status open();
    [[nodiscard]] base::Status begin(domain::TradingDate date);
    void keep(const domain::TradeRecord& trade);
    void keep(const domain::MinuteMetrics& minute);
    void keep(const std::vector<domain::StoredBar>& bars);
    void keep(const std::shared_ptr<const domain::Decision>& decision);
    void keep(const domain::DayRecord& day);
    void goOn(domain::MinuteMetrics& minute) const;
    void bound();

    storage::MarketStoreOptions m_options;
    std::unique_ptr<storage::MarketStore> m_store;
    std::int64_t m_run;
    bool m_isAnew;
    storage::MarketBatch m_waiting;
    /// Of the date that runs, as the store had it when this run began with it.
    std::optional<domain::DayRecord> m_before;
    QStringList m_problems;
    std::uint64_t m_lost = 0;
};
}  // namespace core::engine
