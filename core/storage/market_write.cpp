#include "core/storage/market_write.h"

#include "core/storage/market_upsert.h"

#include <map>
#include <tuple>

namespace core::storage
{
namespace
{
using base::Error;
using base::ErrorCode;

/// clang 14 takes a bare number in the braces of a list for its size.
QVariant number(std::size_t value)
{
    return QVariant{static_cast<qlonglong>(value)};
}

/// One table's share of a batch: adds up what it changed, stops at the first error.
class Writer final
{
public:
    Writer(SqlConnection& connection, std::int64_t desk, domain::TradingDate date)
        : m_connection{connection}, m_desk{qlonglong{desk}}, m_date{qlonglong{dateNumber(date)}}
    {
    }

    /// `rows` = pairs of the key columns after desk and date, and the row.
    template <typename Row>
    void rows(const std::vector<std::pair<QVariantList, const Row*>>& rows)
    {
        Upserter<Row> upserter{m_connection};
        for (const auto& [key, row] : rows) {
            if (m_done) {
                m_done = upserter.add(QVariantList{m_desk, m_date} + key, *row);
            }
        }
        if (m_done) {
            m_done = upserter.finish();
        }
        m_changed += upserter.changed();
    }
    /// The rows of a list by their place in it; what lies beyond its end goes.
    template <typename Row>
    void list(const std::vector<Row>& list, const QVariantList& key = {})
    {
        std::vector<std::pair<QVariantList, const Row*>> keyed;
        keyed.reserve(list.size());
        for (const Row& row : list) {
            keyed.emplace_back(key + QVariantList{number(keyed.size())}, &row);
        }
        rows(keyed);
        QString where;
        for (const char* name : Table<Row>::kOuter) {
            const bool last = name == Table<Row>::kOuter.back();
            where += QLatin1String{name} + (last ? u">=?"_qs : u"=? AND "_qs);
        }
        change(
            QStringLiteral("DELETE FROM %1 WHERE %2").arg(QLatin1String{Table<Row>::kName}, where),
            QVariantList{m_desk, m_date} + key + QVariantList{number(list.size())});
    }
    void change(const QString& sql, const QVariantList& values)
    {
        if (!m_done) {
            return;
        }
        const base::Result<std::int64_t> changed = m_connection.change(sql, values);
        if (!changed) {
            m_done = changed.error();
            return;
        }
        m_changed += *changed;
    }
    [[nodiscard]] base::Result<std::int64_t> result() const
    {
        return m_done ? base::Result<std::int64_t>{m_changed} : m_done.error();
    }
    [[nodiscard]] QVariantList dayKey() const { return {m_desk, m_date}; }

private:
    SqlConnection& m_connection;
    QVariant m_desk;
    QVariant m_date;
    base::Status m_done = base::Done{};
    std::int64_t m_changed = 0;
};

/// Of rows with one key the last, in the order of the keys; without key columns of their own.
template <typename Row, typename KeyOf>
std::vector<std::pair<QVariantList, const Row*>>
lastOfEach(const std::vector<Row>& rows, const KeyOf& keyOf, const QVariantList& outer = {})
{
    std::map<std::invoke_result_t<KeyOf, const Row&>, const Row*> byKey;
    for (const Row& row : rows) {
        byKey.insert_or_assign(keyOf(row), &row);
    }
    std::vector<std::pair<QVariantList, const Row*>> out;
    out.reserve(byKey.size());
    for (const auto& [key, row] : byKey) {
        out.emplace_back(outer, row);
    }
    return out;
}

base::Result<std::int64_t> writeBarRows(SqlConnection& connection, std::int64_t desk,
                                        const std::vector<domain::StoredBar>& bars)
{
    using Key = std::tuple<std::int64_t, domain::Symbol, std::int32_t>;
    std::map<Key, const domain::StoredBar*> byKey;
    for (const domain::StoredBar& bar : bars) {
        const std::int64_t date = dateNumber(domain::kstDate(bar.bar.start()));
        byKey.insert_or_assign(Key{date, bar.symbol, bar.bar.startMinute}, &bar);
    }
    Upserter<BarRow> upserter{connection};
    base::Status done = base::Done{};
    for (const auto& [key, bar] : byKey) {
        if (done) {
            done = upserter.add({qlonglong{desk}, qlonglong{std::get<0>(key)}}, rowOf(*bar));
        }
    }
    done = done.and_then([&](base::Done) { return upserter.finish(); });
    return done ? base::Result<std::int64_t>{upserter.changed()} : done.error();
}
}  // namespace

base::Status checkBatch(const MarketBatch& batch)
{
    const auto refuse = [](const char* why) {
        return Error{ErrorCode::OutOfRange, QStringLiteral("market: %1").arg(QLatin1String{why})};
    };
    const bool needsDate = !batch.minutes.empty() || !batch.trades.empty()
                           || !batch.decisions.empty() || batch.day.has_value();
    if (needsDate && !batch.date.ok()) {
        return refuse("a batch without a date");
    }
    if (batch.day && batch.day->date != batch.date) {
        return refuse("a day in a batch of another date");
    }
    for (const domain::TradeRecord& trade : batch.trades) {
        if (trade.date != batch.date) {
            return refuse("a trade in a batch of another date");
        }
    }
    return base::Done{};
}

base::Result<std::int64_t> writeBars(SqlConnection& connection, std::int64_t desk,
                                     const MarketBatch& batch)
{
    const base::Result<std::int64_t> bars = writeBarRows(connection, desk, batch.bars);
    if (!bars) {
        return bars.error();
    }
    Writer writer{connection, desk, batch.date};
    writer.rows(lastOfEach(batch.decisions, [](const DecisionEntry& entry) { return entry.number; },
                           {qlonglong{batch.run}}));
    return writer.result().and_then(
        [&](std::int64_t decisions) -> base::Result<std::int64_t> { return *bars + decisions; });
}

base::Result<std::int64_t> writeRecords(SqlConnection& connection, std::int64_t desk,
                                        domain::EnvironmentKind environment,
                                        const MarketBatch& batch)
{
    Writer writer{connection, desk, batch.date};
    if (batch.day) {
        const domain::DayRecord& day = *batch.day;
        writer.rows<domain::DayRecord>({{QVariantList{}, &day}});
        writer.list(day.open);
        writer.list(day.interventions);
        writer.list(day.guard);
        writer.list(day.violations);
        writer.list(day.gaps);
    } else if (!batch.minutes.empty() || !batch.trades.empty()) {
        writer.change(QStringLiteral("INSERT INTO day(desk, date, environment, config_hash, costs, "
                                     "recorded_from_ms, recorded_until_ms) "
                                     "VALUES (?, ?, ?, '', 0, 0, 0) "
                                     "ON CONFLICT (desk, date) DO NOTHING"),
                      writer.dayKey() + QVariantList{QString{orders::wordOf(environment)}});
    }
    writer.rows(
        lastOfEach(batch.minutes, [](const domain::MinuteMetrics& row) { return row.minute; }));
    const auto trades =
        lastOfEach(batch.trades, [](const domain::TradeRecord& row) { return row.number; });
    writer.rows(trades);
    for (const auto& [key, trade] : trades) {
        writer.list(trade->fills, {qlonglong{trade->number}});
    }
    return writer.result();
}
}  // namespace core::storage
