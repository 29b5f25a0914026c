#include "core/storage/ledger_schema.h"

#include "core/base/crash_point.h"
#include "core/storage/log_scan.h"

#include <array>

namespace core::storage
{
namespace
{
struct SchemaItem
{
    const char* name;
    const char* sql;
};

// Only `event` holds anything; what follows it can be dropped and made again at any time, and is
// there for whoever opens the file with another program.
constexpr auto kSchema = std::to_array<SchemaItem>({
    {"event", "CREATE TABLE event("
              "seq INTEGER PRIMARY KEY, "
              "ts_utc_us INTEGER NOT NULL, "
              "mono_us INTEGER NOT NULL, "
              "oid TEXT NOT NULL, "
              "kind TEXT NOT NULL, "
              "body TEXT NOT NULL, "
              "crc32c INTEGER NOT NULL, "
              "prev_hash BLOB NOT NULL) STRICT"},
    {"ledger", "CREATE TABLE ledger(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"},
    {"event_stays", "CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN "
                    "SELECT RAISE(ABORT, 'the ledger only grows'); END"},
    {"event_remains", "CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN "
                      "SELECT RAISE(ABORT, 'the ledger only grows'); END"},
    {"intents", "CREATE VIEW intents AS SELECT seq, oid, ts_utc_us, "
                "json_extract(body, '$.symbol') AS symbol, "
                "json_extract(body, '$.side') AS side, "
                "json_extract(body, '$.type') AS type, "
                "json_extract(body, '$.tif') AS tif, "
                "json_extract(body, '$.qty') AS qty, "
                "json_extract(body, '$.price') AS price, "
                "json_extract(body, '$.origin') AS origin, "
                "json_extract(body, '$.rule') AS rule "
                "FROM event WHERE kind = 'intent'"},
    {"steps", "CREATE VIEW steps AS SELECT seq, oid, ts_utc_us, "
              "json_extract(body, '$.event') AS event, "
              "json_extract(body, '$.broker') AS broker, "
              "json_extract(body, '$.ended') AS ended, "
              "json_extract(body, '$.code') AS code, "
              "json_extract(body, '$.text') AS text, "
              "json_extract(body, '$.how') AS how "
              "FROM event WHERE kind = 'step'"},
    {"fills", "CREATE VIEW fills AS SELECT seq, oid, ts_utc_us, "
              "json_extract(body, '$.before') AS before, "
              "json_extract(body, '$.total') AS total, "
              "json_extract(body, '$.amount') AS amount, "
              "json_extract(body, '$.last') AS last, "
              "json_extract(body, '$.fee') AS fee, "
              "json_extract(body, '$.tax') AS tax "
              "FROM event WHERE kind = 'fill'"},
    {"denials", "CREATE VIEW denials AS SELECT seq, oid, ts_utc_us, "
                "json_extract(body, '$.symbol') AS symbol, "
                "json_extract(body, '$.side') AS side, "
                "json_extract(body, '$.qty') AS qty, "
                "json_extract(body, '$.price') AS price, "
                "json_extract(body, '$.check') AS \"check\", "
                "json_extract(body, '$.text') AS text "
                "FROM event WHERE kind = 'denied'"},
    {"orders",
     "CREATE VIEW orders AS "
     "WITH latest AS (SELECT oid, event, max(seq) AS seq FROM steps GROUP BY oid), "
     "number AS (SELECT oid, broker, max(seq) AS seq FROM steps WHERE broker IS NOT NULL "
     "GROUP BY oid), "
     "filled AS (SELECT oid, max(total) AS total, max(amount) AS amount, max(last) AS last, "
     "sum(fee) AS fee, sum(tax) AS tax FROM fills GROUP BY oid) "
     "SELECT i.*, number.broker, coalesce(latest.event, 'intent') AS step, "
     "coalesce(filled.total, 0) AS filled, coalesce(filled.amount, 0) AS amount, "
     "coalesce(filled.last, 0) AS complete, coalesce(filled.fee, 0) AS fee, "
     "coalesce(filled.tax, 0) AS tax "
     "FROM intents i LEFT JOIN latest USING(oid) LEFT JOIN number USING(oid) "
     "LEFT JOIN filled USING(oid)"},
    {"positions",
     "CREATE VIEW positions AS "
     "WITH held AS (SELECT json_extract(body, '$.symbol') AS symbol, "
     "json_extract(body, '$.qty') AS qty, max(seq) AS seq FROM event WHERE kind = 'holding' "
     "GROUP BY 1), "
     "moved AS (SELECT i.symbol, f.seq, CASE i.side WHEN 'buy' THEN f.total - f.before "
     "ELSE f.before - f.total END AS qty FROM fills f JOIN intents i USING(oid)), "
     "names AS (SELECT symbol FROM held UNION SELECT symbol FROM moved) "
     "SELECT symbol, coalesce(held.qty, 0) + coalesce((SELECT sum(moved.qty) FROM moved "
     "WHERE moved.symbol = names.symbol AND moved.seq > coalesce(held.seq, 0)), 0) AS qty "
     "FROM names LEFT JOIN held USING(symbol)"},
    {"days", "CREATE VIEW days AS SELECT seq, ts_utc_us, json_extract(body, '$.date') AS date, "
             "kind, json_extract(body, '$.equity') AS equity "
             "FROM event WHERE kind IN ('day', 'start_equity')"},
});

base::Error differs(const QString& what)
{
    return {base::ErrorCode::Malformed, QStringLiteral("ledger: %1").arg(what)};
}

base::Status insertNote(const Connection& connection, const QByteArray& name,
                        const QByteArray& value)
{
    const base::Result<Statement> insert =
        connection.prepare("INSERT INTO ledger(name, value) VALUES(?1, ?2)");
    if (!insert) {
        return insert.error();
    }
    insert->bind(1, name);
    insert->bind(2, value);
    if (insert->step() != Statement::Step::Done) {
        return connection.error("making the ledger");
    }
    return base::Done{};
}

base::Status runAll(const Connection& connection, std::initializer_list<QByteArray> statements)
{
    for (const QByteArray& sql : statements) {
        if (const base::Status done = connection.execute(sql); !done) {
            return done.error();
        }
    }
    return base::Done{};
}
}  // namespace

base::Status createLedger(const Connection& connection, const QByteArray& key,
                          const QByteArray& setAside)
{
    base::Status done =
        runAll(connection,
               {"PRAGMA page_size=" + QByteArray::number(kPageBytes), "PRAGMA synchronous=FULL",
                "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=DELETE", "BEGIN IMMEDIATE",
                "PRAGMA application_id=" + QByteArray::number(kApplicationId),
                "PRAGMA user_version=" + QByteArray::number(kLedgerVersion)});
    for (const SchemaItem& item : kSchema) {
        done = done.and_then([&](base::Done) { return connection.execute(item.sql); });
    }
    done = done.and_then([&](base::Done) { return insertNote(connection, "key", key); });
    if (!setAside.isEmpty()) {
        done = done.and_then(
            [&](base::Done) { return insertNote(connection, "set_aside", setAside); });
    }
    return done.and_then([&](base::Done) {
        return runAll(connection, {"COMMIT", "PRAGMA journal_mode=WAL"});
    });
}

base::Status configure(const Connection& connection)
{
    const QByteArray synchronous = base::sabotage() == base::Sabotage::NoFsync ? "OFF" : "FULL";
    // The lock mode before anything touches the log: so there is no shared index of it at all.
    base::Status done =
        runAll(connection,
               {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA busy_timeout=200",
                "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA foreign_keys=ON",
                "PRAGMA mmap_size=0", "PRAGMA synchronous=" + synchronous,
                // By hand, when nobody waits.
                "PRAGMA wal_autocheckpoint=0"});
    if (!done) {
        return done.error();
    }
    const base::Result<QByteArray> mode = connection.value("PRAGMA journal_mode=WAL");
    if (!mode) {
        return mode.error();
    }
    if (*mode != "wal") {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("ledger: the file system does not allow a write-ahead "
                                          "log (SQLite says \"%1\")")
                               .arg(QString::fromLatin1(*mode))};
    }
    return base::Done{};
}

base::Status checkSchema(const Connection& connection)
{
    const base::Result<QByteArray> version = connection.value("PRAGMA user_version");
    if (!version) {
        return version.error();
    }
    if (version->toInt() != kLedgerVersion) {
        return differs(QStringLiteral("it has version %1 and this program knows %2")
                           .arg(QString::fromLatin1(*version))
                           .arg(kLedgerVersion));
    }
    const base::Result<Statement> items = connection.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    if (!items) {
        return items.error();
    }
    std::size_t index = 0;
    for (Statement::Step step = items->step(); step != Statement::Step::Done;
         step = items->step()) {
        if (step == Statement::Step::Failed) {
            return connection.error("reading the schema");
        }
        if (index >= kSchema.size() || items->bytes(0) != kSchema[index].name
            || items->bytes(1) != kSchema[index].sql) {
            return differs(QStringLiteral("its table or view \"%1\" is not the one this program "
                                          "makes")
                               .arg(QString::fromUtf8(items->bytes(0))));
        }
        ++index;
    }
    return index == kSchema.size() ? base::Status{base::Done{}}
                                   : differs(QStringLiteral("a table or view is missing"));
}
}  // namespace core::storage
