#include "core/engine/day_recorder.h"

#include <algorithm>

namespace core::engine
{
DayRecorder::DayRecorder(storage::MarketStoreOptions store, std::int64_t run, bool isAnew)
    : m_options{std::move(store)}, m_run{run}, m_isAnew{isAnew}
{
    m_waiting.run = run;
}

DayRecorder::~DayRecorder() = default;

base::Status DayRecorder::open()
{
    if (m_store) {
        return base::Done{};
    }
    base::Result<std::unique_ptr<storage::MarketStore>> opened =
        storage::MarketStore::open(m_options);
    if (!opened) {
        return opened.error();
    }
    m_store = std::move(opened).value();
    if (m_store->health().kind == storage::MarketHealth::Kind::SetAside) {
        m_problems.append(QStringLiteral("%1; kept as %2, a new one was begun")
                              .arg(m_store->health().problem, m_store->health().keptAs));
    }
    return base::Done{};
}

void DayRecorder::take(const desk::Remember& what)
{
    std::visit([this](const auto& one) { keep(one); }, what);
    bound();
}

void DayRecorder::keep(const domain::TradeRecord& trade)
{
    m_waiting.trades.push_back(trade);
}

void DayRecorder::keep(const domain::MinuteMetrics& minute)
{
    if (!m_waiting.minutes.empty() && m_waiting.minutes.back().minute == minute.minute) {
        m_waiting.minutes.back() = minute;
    } else {
        m_waiting.minutes.push_back(minute);
    }
}

void DayRecorder::keep(const std::vector<domain::StoredBar>& bars)
{
    m_waiting.bars.insert(m_waiting.bars.end(), bars.begin(), bars.end());
}

void DayRecorder::keep(const std::shared_ptr<const domain::Decision>& decision)
{
    m_waiting.decisions.push_back(storage::entryOf(*decision));
}

void DayRecorder::keep(const domain::DayRecord& day)
{
    m_waiting.day = day;
}

void DayRecorder::bound()
{
    std::vector<domain::StoredBar>& bars = m_waiting.bars;
    const std::size_t rows = bars.size() + m_waiting.decisions.size() + m_waiting.minutes.size();
    if (rows > kWaitingMax && !bars.empty()) {
        // By half at once: one by one would move the rest each time.
        const std::size_t gone = std::max<std::size_t>(1, bars.size() / 2);
        bars.erase(bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(gone));
        m_lost += gone;
    }
}

/// What an earlier run of the same day saw counts on.
void DayRecorder::goOn(domain::MinuteMetrics& minute) const
{
    if (!m_before || m_before->minutes.empty()) {
        return;
    }
    const domain::MinuteMetrics& last = m_before->minutes.back();
    if (last.minute == minute.minute) {
        minute.equityMin = std::min(minute.equityMin, last.equityMin);
        minute.equityMax = std::max(minute.equityMax, last.equityMax);
        minute.drawdown = std::max(minute.drawdown, last.drawdown);
        minute.samples += last.samples;
    }
    if (last.runningMax > minute.runningMax) {
        minute.runningMax = last.runningMax;
        minute.drawdown = std::max(minute.drawdown, last.runningMax - minute.equityMin);
    }
}

base::Status DayRecorder::begin(domain::TradingDate date)
{
    m_waiting.date = date;
    if (m_isAnew) {
        // Another account's day: nothing of it is this one's.
        if (const base::Status gone = m_store->removeDay(date); !gone) {
            return gone;
        }
        m_isAnew = false;
        m_before = domain::DayRecord{};
        return base::Done{};
    }
    base::Result<std::optional<domain::DayRecord>> before = m_store->day(date);
    if (!before) {
        return before.error();
    }
    m_before = std::move(before).value().value_or(domain::DayRecord{});
    return base::Done{};
}

base::Status DayRecorder::flush(const std::vector<domain::DataGap>& outages)
{
    if (const base::Status opened = open(); !opened) {
        return opened;
    }
    // Everything but bars belongs to the date of the day's own record, which comes first of all.
    const domain::TradingDate date = m_waiting.day ? m_waiting.day->date : m_waiting.date;
    if (date == domain::TradingDate{}) {
        return base::Done{};
    }
    if (!m_before || date != m_waiting.date) {
        if (const base::Status begun = begin(date); !begun) {
            return begun;
        }
    }
    storage::MarketBatch batch = m_waiting;
    std::erase_if(batch.trades, [this, date](const domain::TradeRecord& trade) {
        return trade.date != date
               || std::any_of(m_before->trades.begin(), m_before->trades.end(),
                              [&trade](const domain::TradeRecord& known) {
                                  return known.number == trade.number;
                              });
    });
    for (domain::MinuteMetrics& minute : batch.minutes) {
        goOn(minute);
    }
    if (batch.day) {
        batch.day->gaps.insert(batch.day->gaps.end(), outages.begin(), outages.end());
        if (m_before->recordedFrom != domain::Timestamp{}) {
            batch.day->recordedFrom = std::min(batch.day->recordedFrom, m_before->recordedFrom);
        }
    }
    const base::Result<storage::MarketWritten> written = m_store->write(batch);
    if (!written) {
        if (!storage::mayRepeat(written.error())) {
            // It would fail again and again; what comes next may be well.
            m_problems.append(written.error().detail);
            m_waiting = {.date = date, .run = m_run};
        }
        return written.error();
    }
    if (written->barsLeftOut) {
        m_problems.append(QStringLiteral("the disk is nearly full: bars and decisions are not kept "
                                         "until there is room"));
    }
    m_waiting = {.date = date, .run = m_run};
    return base::Done{};
}

base::Result<std::optional<domain::DayRecord>> DayRecorder::day(domain::TradingDate date)
{
    if (const base::Status opened = open(); !opened) {
        return opened.error();
    }
    return m_store->day(date);
}

base::Result<std::vector<domain::TradingDate>> DayRecorder::days()
{
    if (const base::Status opened = open(); !opened) {
        return opened.error();
    }
    const base::Result<std::vector<storage::DayHeadline>> all = m_store->days();
    if (!all) {
        return all.error();
    }
    std::vector<domain::TradingDate> dates;
    for (const storage::DayHeadline& one : *all) {
        dates.push_back(one.date);
    }
    return dates;
}

base::Status DayRecorder::backUp(const QString& path)
{
    const base::Status opened = open();
    return opened ? m_store->backupTo(path) : opened;
}

base::Status DayRecorder::prune(domain::TradingDate bars, domain::TradingDate decisions)
{
    if (const base::Status opened = open(); !opened) {
        return opened;
    }
    for (const auto& [what, before] : {std::pair{storage::MarketAged::Bars, bars},
                                       std::pair{storage::MarketAged::Decisions, decisions}}) {
        if (const base::Result<std::int64_t> gone = m_store->prune(what, before); !gone) {
            return gone.error();
        }
    }
    return base::Done{};
}
}  // namespace core::engine
