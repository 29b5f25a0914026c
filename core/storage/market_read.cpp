#include "core/storage/market_read.h"

#include "core/storage/market_upsert.h"

#include <algorithm>

namespace core::storage
{
namespace
{
using base::Error;
using base::ErrorCode;
using base::Status;

Error strange(const char* table, const char* column)
{
    return {ErrorCode::Malformed, QStringLiteral("market: the column \"%2\" of a row of \"%1\" "
                                                 "holds what this program would not write")
                                      .arg(QLatin1String{table}, QLatin1String{column})};
}

template <typename Row>
Status readRow(const QSqlQuery& row, int first, Row& out)
{
    ColumnReader reader{row, first};
    columns(reader, out);
    if (reader.firstBad() != nullptr) {
        return strange(Table<Row>::kName, reader.firstBad());
    }
    return base::Done{};
}

/// "SELECT <columns> FROM <table>"; `before` = columns in front of the row's own.
template <typename Row>
const QString& selectOf(const char* before = nullptr)
{
    static const QString text = [before] {
        QStringList names = columnNames<Row>();
        if (before != nullptr) {
            names.prepend(QLatin1String{before});
        }
        return QStringLiteral("SELECT %1 FROM %2 ")
            .arg(names.join(QStringLiteral(", ")), QLatin1String{Table<Row>::kName});
    }();
    return text;
}

template <typename Row>
Status readAll(SqlConnection& connection, const QString& rest, const QVariantList& values,
               std::vector<Row>& out)
{
    return connection.read(selectOf<Row>() + rest, values, [&out](const QSqlQuery& row) -> Status {
        return readRow(row, 0, out.emplace_back());
    });
}

/// One list of the day, in its order.
template <typename Row>
Status readList(SqlConnection& connection, const QVariantList& dayKey, std::vector<Row>& out)
{
    return readAll(connection, QStringLiteral("WHERE desk=? AND date=? ORDER BY ordinal"), dayKey,
                   out);
}

Status readTrades(SqlConnection& connection, const QVariantList& dayKey, domain::DayRecord& day)
{
    if (const Status done =
            readAll(connection, QStringLiteral("WHERE desk=? AND date=? ORDER BY number"), dayKey,
                    day.trades);
        !done) {
        return done.error();
    }
    for (domain::TradeRecord& trade : day.trades) {
        trade.date = day.date;
    }
    // Both are in the order of the numbers: one walk puts every fill into its trade.
    auto trade = day.trades.begin();
    return connection.read(selectOf<domain::TradeFill>("number")
                               + QStringLiteral("WHERE desk=? AND date=? ORDER BY number, ordinal"),
                           dayKey, [&](const QSqlQuery& row) -> Status {
                               const qlonglong number = row.value(0).toLongLong();
                               while (trade != day.trades.end() && trade->number < number) {
                                   ++trade;
                               }
                               if (trade == day.trades.end() || trade->number != number) {
                                   return strange("trade_fill", "number");
                               }
                               return readRow(row, 1, trade->fills.emplace_back());
                           });
}
}  // namespace

base::Result<std::optional<domain::DayRecord>> readDay(SqlConnection& connection, std::int64_t desk,
                                                       domain::TradingDate date)
{
    const QVariantList key{qlonglong{desk}, qlonglong{dateNumber(date)}};
    std::vector<domain::DayRecord> found;
    Status done = readAll(connection, QStringLiteral("WHERE desk=? AND date=?"), key, found);
    if (!done) {
        return done.error();
    }
    if (found.empty()) {
        return std::optional<domain::DayRecord>{};
    }
    domain::DayRecord day = std::move(found.front());
    day.date = date;
    const auto then = [&done](const auto& next) {
        done = done.and_then([&](base::Done) { return next(); });
    };
    then([&] { return readTrades(connection, key, day); });
    then([&] {
        return readAll(connection, QStringLiteral("WHERE desk=? AND date=? ORDER BY minute_ms"),
                       key, day.minutes);
    });
    then([&] { return readList(connection, key, day.open); });
    then([&] { return readList(connection, key, day.interventions); });
    then([&] { return readList(connection, key, day.guard); });
    then([&] { return readList(connection, key, day.violations); });
    then([&] { return readList(connection, key, day.gaps); });
    if (!done) {
        return done.error();
    }
    return std::optional{std::move(day)};
}

base::Result<std::vector<DayHeadline>> readDays(SqlConnection& connection, std::int64_t desk)
{
    static const QString text = QStringLiteral(
        "SELECT day.date, environment, start_equity, end_equity, costs, "
        "coalesce(traded.trades, 0), coalesce(traded.wins, 0), coalesce(traded.net, 0), "
        "coalesce(broken.violations, 0) FROM day "
        "LEFT JOIN (SELECT date, count(*) AS trades, "
        "CAST(sum(CASE WHEN sell_amount - buy_amount - fees - taxes > 0 THEN 1 ELSE 0 END) "
        "AS BIGINT) AS wins, "
        "CAST(sum(sell_amount - buy_amount - fees - taxes) AS BIGINT) AS net "
        "FROM trade WHERE desk=? GROUP BY date) AS traded ON traded.date=day.date "
        "LEFT JOIN (SELECT date, count(*) AS violations FROM violation WHERE desk=? "
        "GROUP BY date) AS broken ON broken.date=day.date "
        "WHERE day.desk=? ORDER BY day.date");
    std::vector<DayHeadline> days;
    const QVariant key{qlonglong{desk}};
    const Status done = connection.read(text, {key, key, key}, [&](const QSqlQuery& row) -> Status {
        DayHeadline& day = days.emplace_back();
        std::int64_t date = 0;
        ColumnReader read{row, 0};
        read("date", date);
        read("environment", day.environment);
        read("start_equity", day.startEquity);
        read("end_equity", day.endEquity);
        read("costs", day.costs);
        read("trades", day.trades);
        read("wins", day.wins);
        read("net", day.net);
        read("violations", day.violations);
        day.date = dateOf(date);
        if (read.firstBad() != nullptr || !day.date.ok()) {
            return strange("day", read.firstBad() != nullptr ? read.firstBad() : "date");
        }
        return base::Done{};
    });
    if (!done) {
        return done.error();
    }
    return days;
}

base::Result<std::vector<domain::StoredBar>> readBars(SqlConnection& connection, std::int64_t desk,
                                                      const domain::Symbol& symbol,
                                                      domain::Timestamp from, domain::Timestamp to)
{
    // From one recorded day to the next by the key, so that what is read is what is asked for,
    // whatever else lies between.
    static const QString text =
        QStringLiteral("WITH RECURSIVE recorded(on_date) AS ("
                       "SELECT min(date) FROM bar WHERE desk=? AND date>=? "
                       "UNION ALL "
                       "SELECT (SELECT min(later.date) FROM bar AS later "
                       "WHERE later.desk=? AND later.date>recorded.on_date) "
                       "FROM recorded WHERE recorded.on_date<?) "
                       "SELECT %1 FROM recorded JOIN bar ON desk=? AND date=recorded.on_date "
                       "AND symbol=? AND start_ms>=? AND start_ms<? ORDER BY start_ms")
            .arg(columnNames<BarRow>().join(QStringLiteral(", ")));
    std::vector<domain::StoredBar> bars;
    const QVariant key{qlonglong{desk}};
    const auto ms = [](domain::Timestamp at) {
        return QVariant{qlonglong{at.time_since_epoch().count()}};
    };
    const auto date = [](domain::Timestamp at) {
        return QVariant{qlonglong{dateNumber(domain::kstDate(at))}};
    };
    const Status done = connection.read(
        text, {key, date(from), key, date(to), key, symbol.toString(), ms(from), ms(to)},
        [&bars](const QSqlQuery& found) -> Status {
            BarRow row;
            if (const Status read = readRow(found, 0, row); !read) {
                return read.error();
            }
            const std::optional<domain::StoredBar> bar = barOf(row);
            if (!bar) {
                return strange("bar", "start_ms, trades or flags");
            }
            bars.push_back(*bar);
            return base::Done{};
        });
    if (!done) {
        return done.error();
    }
    return bars;
}

base::Result<std::vector<DecisionEntry>> readDecisions(SqlConnection& connection, std::int64_t desk,
                                                       domain::TradingDate date,
                                                       const std::optional<domain::Symbol>& symbol)
{
    QString where = QStringLiteral("WHERE desk=? AND date=? ");
    QVariantList values{qlonglong{desk}, qlonglong{dateNumber(date)}};
    if (symbol) {
        where += QStringLiteral("AND symbol=? ");
        values.append(symbol->toString());
    }
    std::vector<DecisionEntry> entries;
    const Status done =
        readAll(connection, where + QStringLiteral("ORDER BY run, number"), values, entries);
    if (!done) {
        return done.error();
    }
    return entries;
}
}  // namespace core::storage
