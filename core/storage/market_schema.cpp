#include "core/storage/market_schema.h"

#include <QStringList>

#include <array>

namespace core::storage
{
namespace
{
using base::Error;
using base::ErrorCode;

const QString& versionTable()
{
    static const QString name = QStringLiteral("market_schema");
    return name;
}

// `bar` is keyed by day before symbol: a day's minutes lie together, so that writing touches few
// pages, a day of one symbol is one stretch, and removing old days is another. Keyed by symbol
// first, each minute would be written into as many far apart places as there are symbols.
constexpr auto kVersion1 = std::to_array<const char*>({
    "CREATE TABLE desk("
    "id BIGINT NOT NULL, name TEXT NOT NULL UNIQUE, PRIMARY KEY(id))%",

    "CREATE TABLE bar("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, symbol TEXT NOT NULL, start_ms BIGINT NOT "
    "NULL, "
    "open BIGINT NOT NULL, high BIGINT NOT NULL, low BIGINT NOT NULL, close BIGINT NOT NULL, "
    "volume BIGINT NOT NULL, turnover BIGINT NOT NULL, trades BIGINT NOT NULL, "
    "flags BIGINT NOT NULL, gap_shares BIGINT NOT NULL, "
    "PRIMARY KEY(desk, date, symbol, start_ms))%",

    "CREATE TABLE day("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, environment TEXT NOT NULL, "
    "config_hash TEXT NOT NULL, start_equity BIGINT, end_equity BIGINT, costs BIGINT NOT NULL, "
    "recorded_from_ms BIGINT NOT NULL, recorded_until_ms BIGINT NOT NULL, "
    "PRIMARY KEY(desk, date))%",

    "CREATE TABLE trade("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, number BIGINT NOT NULL, symbol TEXT NOT NULL, "
    "name TEXT NOT NULL, owner TEXT NOT NULL, opened_ms BIGINT NOT NULL, "
    "closed_ms BIGINT NOT NULL, entry_rule TEXT NOT NULL, exit_rule TEXT NOT NULL, "
    "bought BIGINT NOT NULL, sold BIGINT NOT NULL, buy_amount BIGINT NOT NULL, "
    "sell_amount BIGINT NOT NULL, fees BIGINT NOT NULL, taxes BIGINT NOT NULL, carried BIGINT, "
    "highest BIGINT NOT NULL, lowest BIGINT NOT NULL, trailed BIGINT NOT NULL, "
    "trail_width BIGINT NOT NULL, added BIGINT NOT NULL, overridden BIGINT NOT NULL, "
    "entry_momentum3 BIGINT, entry_momentum5 BIGINT, entry_atr BIGINT, entry_spread BIGINT, "
    "entry_bid_share BIGINT, exit_momentum3 BIGINT, exit_momentum5 BIGINT, exit_atr BIGINT, "
    "exit_spread BIGINT, exit_bid_share BIGINT, config_hash TEXT NOT NULL, "
    "PRIMARY KEY(desk, date, number))%",

    "CREATE TABLE trade_fill("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, number BIGINT NOT NULL, "
    "ordinal BIGINT NOT NULL, at_ms BIGINT NOT NULL, order_id TEXT NOT NULL, "
    "side TEXT NOT NULL, origin TEXT NOT NULL, rule TEXT NOT NULL, quantity BIGINT NOT NULL, "
    "amount BIGINT NOT NULL, fee BIGINT NOT NULL, tax BIGINT NOT NULL, deciding BIGINT NOT "
    "NULL, "
    "PRIMARY KEY(desk, date, number, ordinal))%",

    "CREATE TABLE minute_metrics("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, minute_ms BIGINT NOT NULL, "
    "equity BIGINT NOT NULL, equity_min BIGINT NOT NULL, equity_max BIGINT NOT NULL, "
    "start_equity BIGINT NOT NULL, running_max BIGINT NOT NULL, drawdown BIGINT NOT NULL, "
    "trades BIGINT NOT NULL, wins BIGINT NOT NULL, positions BIGINT NOT NULL, "
    "orders BIGINT NOT NULL, rejects BIGINT NOT NULL, samples BIGINT NOT NULL, "
    "PRIMARY KEY(desk, date, minute_ms))%",

    "CREATE TABLE open_position("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, ordinal BIGINT NOT NULL, symbol TEXT NOT "
    "NULL, "
    "name TEXT NOT NULL, owner TEXT NOT NULL, quantity BIGINT NOT NULL, cost BIGINT NOT NULL, "
    "fees BIGINT NOT NULL, value BIGINT NOT NULL, carried BIGINT NOT NULL, "
    "realized_today BIGINT NOT NULL, PRIMARY KEY(desk, date, ordinal))%",

    "CREATE TABLE intervention("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, ordinal BIGINT NOT NULL, at_ms BIGINT NOT "
    "NULL, "
    "kind TEXT NOT NULL, symbol TEXT NOT NULL, what TEXT NOT NULL, reason TEXT NOT NULL, "
    "until_ms BIGINT NOT NULL, shadow_pnl BIGINT, hand_pnl BIGINT, "
    "PRIMARY KEY(desk, date, ordinal))%",

    "CREATE TABLE guard_firing("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, ordinal BIGINT NOT NULL, rule TEXT NOT NULL, "
    "at_ms BIGINT NOT NULL, equity BIGINT NOT NULL, peak BIGINT NOT NULL, "
    "released BIGINT NOT NULL, PRIMARY KEY(desk, date, ordinal))%",

    "CREATE TABLE violation("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, ordinal BIGINT NOT NULL, at_ms BIGINT NOT "
    "NULL, "
    "kind TEXT NOT NULL, symbol TEXT NOT NULL, detail TEXT NOT NULL, "
    "PRIMARY KEY(desk, date, ordinal))%",

    "CREATE TABLE data_gap("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, ordinal BIGINT NOT NULL, "
    "from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, cause TEXT NOT NULL, symbol TEXT NOT "
    "NULL, "
    "shares BIGINT NOT NULL, PRIMARY KEY(desk, date, ordinal))%",

    "CREATE TABLE decision("
    "desk BIGINT NOT NULL, date BIGINT NOT NULL, run BIGINT NOT NULL, number BIGINT NOT NULL, "
    "at_ms BIGINT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, symbol TEXT NOT NULL, "
    "rule TEXT NOT NULL, failing TEXT NOT NULL, price BIGINT NOT NULL, quantity BIGINT NOT "
    "NULL, "
    "order_id TEXT NOT NULL, PRIMARY KEY(desk, date, run, number))%",
});

base::Status apply(SqlConnection& connection, const SchemaVersion& version, qsizetype number)
{
    for (const char* statement : version.statements) {
        QString sql = QString::fromLatin1(statement);
        if (sql.endsWith(u'%')) {
            sql.chop(1);
            sql += connection.keyedTable();
        }
        if (const base::Status done = connection.execute(sql); !done) {
            return done.error();
        }
    }
    const base::Result<std::int64_t> noted =
        connection.change(QStringLiteral("INSERT INTO %1(version) VALUES (?)").arg(versionTable()),
                          {qlonglong{number}});
    return noted ? base::Status{base::Done{}} : noted.error();
}

/// The tables that `versions` have made.
QStringList tablesOf(std::span<const SchemaVersion> versions)
{
    static const QString create = QStringLiteral("CREATE TABLE ");
    QStringList names{versionTable()};
    for (const SchemaVersion& version : versions) {
        for (const char* statement : version.statements) {
            const QString sql = QString::fromLatin1(statement);
            if (sql.startsWith(create)) {
                names.append(sql.mid(create.size(), sql.indexOf(u'(') - create.size()));
            }
        }
    }
    return names;
}

base::Status checkTables(SqlConnection& connection, std::span<const SchemaVersion> versions)
{
    for (const QString& name : tablesOf(versions)) {
        const base::Result<bool> there = connection.hasTable(name);
        if (!there) {
            return there.error();
        }
        if (!*there) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("market: the table \"%1\" is missing").arg(name)};
        }
    }
    return base::Done{};
}

base::Status migrate(SqlConnection& connection, std::span<const SchemaVersion> versions)
{
    const base::Result<int> found = schemaVersionOf(connection);
    if (!found) {
        return found.error();
    }
    if (*found > static_cast<int>(versions.size())) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("market: the store has version %1 and this program knows %2; a "
                                    "newer program has written it, use that one")
                         .arg(*found)
                         .arg(versions.size())};
    }
    base::Status done = base::Done{};
    if (*found == 0) {
        done = connection.execute(QStringLiteral("CREATE TABLE %1(version BIGINT NOT NULL, "
                                                 "PRIMARY KEY(version))%2")
                                      .arg(versionTable(), connection.keyedTable()));
    }
    for (std::size_t next = static_cast<std::size_t>(*found); done && next < versions.size();
         ++next) {
        done = apply(connection, versions[next], static_cast<qsizetype>(next) + 1);
    }
    return done.and_then([&](base::Done) { return checkTables(connection, versions); });
}
}  // namespace

std::span<const SchemaVersion> marketVersions()
{
    static const std::vector<SchemaVersion> versions{
        {{kVersion1.begin(), kVersion1.end()}},
    };
    return versions;
}

base::Result<int> schemaVersionOf(SqlConnection& connection)
{
    const base::Result<bool> known = connection.hasTable(versionTable());
    if (!known) {
        return known.error();
    }
    if (*known) {
        const base::Result<QVariant> version =
            connection.value(QStringLiteral("SELECT max(version) FROM %1").arg(versionTable()));
        if (!version) {
            return version.error();
        }
        if (version->toInt() < 1) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("market: the store does not say which version it has")};
        }
        return version->toInt();
    }
    const base::Result<bool> other = connection.hasAnyTable();
    if (!other) {
        return other.error();
    }
    if (*other) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("market: this is the database of something else")};
    }
    return 0;
}

base::Status bringUpToDate(SqlConnection& connection, std::span<const SchemaVersion> versions)
{
    if (const base::Status begun = connection.begin(SqlConnection::Transaction::Definition);
        !begun) {
        return begun.error();
    }
    if (const base::Status done = migrate(connection, versions); !done) {
        connection.rollBack();
        return done.error();
    }
    return connection.commit();
}
}  // namespace core::storage
