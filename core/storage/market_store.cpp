#include "core/storage/market_store.h"

#include "core/config/database_url.h"
#include "core/storage/durable_file.h"
#include "core/storage/market_backup.h"
#include "core/storage/market_columns.h"
#include "core/storage/market_read.h"
#include "core/storage/market_rows.h"
#include "core/storage/market_schema.h"
#include "core/storage/market_write.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace core::storage
{
namespace
{
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;

constexpr QLatin1String kRoom{"market"};

Error damaged(const QString& what)
{
    return {ErrorCode::Malformed, QStringLiteral("market: %1").arg(what)};
}

/// An empty store as a file of its own, then in its place: an empty `market.db` is damage.
Status create(const MarketFiles& files, std::chrono::milliseconds wait)
{
    if (const Status made = files.makeUnfinished(); !made) {
        return made.error();
    }
    {
        const base::Result<std::unique_ptr<SqlConnection>> connection =
            SqlConnection::openFile(files.unfinished(), wait);
        if (!connection) {
            return connection.error();
        }
        if (const Status filled = bringUpToDate(**connection, marketVersions()); !filled) {
            return filled.error();
        }
    }
    return files.finish();
}

/// Opens what is there and looks through all of it: what is damaged is found now and not in the
/// evening. The quick check would take about as long and not see rows that are out of order, which
/// later make others disappear.
base::Result<std::unique_ptr<SqlConnection>> openOnce(const MarketFiles& files,
                                                      std::chrono::milliseconds wait)
{
    // By its size only: a descriptor of ours, closed, would drop SQLite's locks of the file.
    constexpr qint64 kHeader = 100;
    const qint64 bytes = QFileInfo{files.database()}.size();
    const bool hadLog = files.hasLog();
    if (bytes < kHeader) {  // SQLite takes one byte for none at all.
        return damaged(QStringLiteral("the file is cut off"));
    }
    base::Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::openFile(files.database(), wait);
    if (!connection) {
        return connection;
    }
    const base::Result<QVariant> page = (*connection)->value(QStringLiteral("PRAGMA page_size"));
    if (!page) {
        return page.error();
    }
    // SQLite reads what is cut off its end as zeros. While the log is copied into it power may
    // fail; the log still has everything then.
    if (!hadLog && bytes % page->toLongLong() != 0) {
        return damaged(QStringLiteral("the last page is cut off"));
    }
    const base::Result<QVariant> check =
        (*connection)->value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!check) {
        return check.error();
    }
    if (check->toString() != u"ok") {
        return damaged(check->toString().simplified());
    }
    if (const Status ready = bringUpToDate(**connection, marketVersions()); !ready) {
        return ready.error();
    }
    return connection;
}

/// The disk gives all of the file, whatever is in it. Only while nothing has it open.
Status checkReadable(const QString& path)
{
    constexpr qint64 kBlock = 1'048'576;
    QFile file{path};
    bool good = file.open(QIODevice::ReadOnly);
    while (good && !file.atEnd()) {
        good = !file.read(kBlock).isEmpty();
    }
    return good ? Status{Done{}}
                : Error{
                    ErrorCode::Io,
                    QStringLiteral("market: %1 cannot be read: %2").arg(path, file.errorString())};
}

/// `openOnce`, and damage only where it is certain: what SQLite could not read it calls damaged,
/// and a store that is whole must not be set aside for a moment's failure of its disk.
base::Result<std::unique_ptr<SqlConnection>> openChecked(const MarketFiles& files,
                                                         std::chrono::milliseconds wait)
{
    base::Result<std::unique_ptr<SqlConnection>> opened = openOnce(files, wait);
    if (opened || opened.error().code != ErrorCode::Malformed) {
        return opened;
    }
    opened = openOnce(files, wait);
    if (opened || opened.error().code != ErrorCode::Malformed) {
        return opened;
    }
    const Status readable = checkReadable(files.database());
    return readable ? std::move(opened) : readable.error();
}
}  // namespace

MarketStore::~MarketStore() = default;

base::Result<std::unique_ptr<MarketStore>> MarketStore::open(const MarketStoreOptions& options)
{
    std::unique_ptr<MarketStore> store{new MarketStore{options}};
    const Status opened = options.databaseUrl.isEmpty() ? store->openFile() : store->openServer();
    if (!opened) {
        return opened.error();
    }
    return store;
}

Status MarketStore::openServer()
{
    const base::Result<config::DatabaseUrl> url = config::parseDatabaseUrl(m_options.databaseUrl);
    if (!url) {
        return url.error();
    }
    base::Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::openServer(*url, m_options.password);
    if (!connection) {
        return connection.error();
    }
    m_connection = std::move(connection).value();
    if (const Status ready = bringUpToDate(*m_connection, marketVersions()); !ready) {
        return ready.error();
    }
    m_health.kind = MarketHealth::Kind::Good;
    return findDesk();
}

Status MarketStore::openFile()
{
    const base::Result<MarketFiles> files = MarketFiles::prepare(m_options.folder);
    if (!files) {
        return files.error();
    }
    m_files = *files;
    if (!files->hasDatabase()) {
        if (files->hasLog()) {
            return beginAnew(damaged(QStringLiteral("market.db is gone, but its log is there")));
        }
        if (const Status made = create(*files, m_options.wait); !made) {
            return made.error();
        }
        return use(MarketHealth::Kind::New);
    }
    Status good = use(MarketHealth::Kind::Good);
    if (!good && good.error().code == ErrorCode::Malformed) {
        return beginAnew(good.error());
    }
    return good;
}

Status MarketStore::use(MarketHealth::Kind kind)
{
    base::Result<std::unique_ptr<SqlConnection>> connection = openChecked(*m_files, m_options.wait);
    if (!connection) {
        return connection.error();
    }
    m_connection = std::move(connection).value();
    m_health.kind = kind;
    return findDesk();
}

Status MarketStore::beginAnew(const Error& damage)
{
    m_connection.reset();
    const base::Result<QString> kept = m_files->setAside(QLatin1String{"damaged"});
    if (!kept) {
        return kept.error();
    }
    m_health.problem = damage.detail;
    m_health.keptAs = QFileInfo{*kept}.fileName();
    if (const Status made = create(*m_files, m_options.wait); !made) {
        return made.error();
    }
    return use(MarketHealth::Kind::SetAside);
}

Status MarketStore::findDesk()
{
    const QString name = orders::wordOf(m_options.environment) + QString{u"/"_qs} + m_options.desk;
    const auto look = [&]() -> Status {
        m_desk = 0;
        return m_connection->read(QStringLiteral("SELECT id FROM desk WHERE name=?"),
                                  {textValue(name)}, [this](const QSqlQuery& row) -> Status {
                                      m_desk = row.value(0).toLongLong();
                                      return Done{};
                                  });
    };
    Status done = look();
    if (!done || m_desk > 0) {
        return done;
    }
    done = m_connection->begin(SqlConnection::Transaction::Definition);
    if (!done) {
        return done;
    }
    const base::Result<std::int64_t> made =
        m_connection->change(QStringLiteral("INSERT INTO desk(id, name) "
                                            "SELECT (SELECT coalesce(max(id), 0) + 1 FROM desk), ? "
                                            "WHERE NOT EXISTS (SELECT 1 FROM desk WHERE name=?)"),
                             {textValue(name), textValue(name)});
    if (!made) {
        m_connection->rollBack();
        return made.error();
    }
    done = m_connection->commit();
    return done.and_then([&](Done) { return look(); });
}

bool MarketStore::hasRoomForBars() const
{
    if (!m_files) {
        return true;
    }
    const std::int64_t free = m_files->freeBytes();
    return free < 0 || free >= m_options.barRoomBytes;
}

Status MarketStore::ready()
{
    // Null after damage that could not be set aside, on a full disk for example.
    return m_connection ? Status{Done{}} : openFile();
}

base::Result<MarketWritten> MarketStore::write(const MarketBatch& batch)
{
    if (const Status fits = checkBatch(batch); !fits) {
        return fits.error();
    }
    if (const Status here = ready(); !here) {
        return here.error();
    }
    MarketWritten out;
    const bool hasBars = !batch.bars.empty() || !batch.decisions.empty();
    out.barsLeftOut = hasBars && !hasRoomForBars();
    const auto parts = [&out] { return out.barsLeftOut ? Parts::WithoutBars : Parts::All; };
    base::Result<std::int64_t> changed = writeParts(batch, parts());
    if (!changed && m_connection->wasDiskFull() && hasBars && !out.barsLeftOut) {
        out.barsLeftOut = true;
        changed = writeParts(batch, parts());
    }
    if (!changed && m_connection->wasDamage()) {
        if (const Status anew = beginAnew(changed.error()); !anew) {
            return anew.error();
        }
        out.begunAnew = true;
        changed = writeParts(batch, parts());
    }
    if (!changed) {
        return changed.error();
    }
    out.changed = *changed;
    return out;
}

base::Result<std::int64_t> MarketStore::writeParts(const MarketBatch& batch, Parts parts)
{
    if (const Status begun = m_connection->begin(SqlConnection::Transaction::Rows); !begun) {
        return begun.error();
    }
    base::Result<std::int64_t> changed =
        writeRecords(*m_connection, m_desk, m_options.environment, batch);
    if (changed && parts == Parts::All) {
        const base::Result<std::int64_t> bars = writeBars(*m_connection, m_desk, batch);
        changed = bars ? base::Result<std::int64_t>{*changed + *bars} : bars.error();
    }
    if (!changed) {
        m_connection->rollBack();
        return changed;
    }
    if (const Status kept = m_connection->commit(); !kept) {
        return kept.error();
    }
    return changed;
}

base::Result<std::optional<domain::DayRecord>> MarketStore::day(domain::TradingDate date)
{
    return ready().and_then([&](Done) { return readDay(*m_connection, m_desk, date); });
}

base::Result<std::vector<DayHeadline>> MarketStore::days()
{
    return ready().and_then([&](Done) { return readDays(*m_connection, m_desk); });
}

base::Result<std::vector<domain::StoredBar>>
MarketStore::bars(const domain::Symbol& symbol, domain::Timestamp from, domain::Timestamp to)
{
    return ready().and_then(
        [&](Done) { return readBars(*m_connection, m_desk, symbol, from, to); });
}

base::Result<std::vector<DecisionEntry>>
MarketStore::decisions(domain::TradingDate date, const std::optional<domain::Symbol>& symbol)
{
    return ready().and_then(
        [&](Done) { return readDecisions(*m_connection, m_desk, date, symbol); });
}

base::Result<std::int64_t> MarketStore::prune(MarketAged what, domain::TradingDate before)
{
    if (const Status here = ready(); !here) {
        return here.error();
    }
    const QString table =
        what == MarketAged::Bars ? QStringLiteral("bar") : QStringLiteral("decision");
    const QVariant desk{qlonglong{m_desk}};
    std::int64_t removed = 0;
    for (;;) {
        const base::Result<QVariant> oldest = m_connection->value(
            QStringLiteral("SELECT min(date) FROM %1 WHERE desk=? AND date<?").arg(table),
            {desk, qlonglong{dateNumber(before)}});
        if (!oldest) {
            return oldest.error();
        }
        if (oldest->isNull()) {
            return removed;
        }
        if (const Status begun = m_connection->begin(SqlConnection::Transaction::Rows); !begun) {
            return begun.error();
        }
        const base::Result<std::int64_t> gone = m_connection->change(
            QStringLiteral("DELETE FROM %1 WHERE desk=? AND date=?").arg(table), {desk, *oldest});
        if (!gone) {
            m_connection->rollBack();
            return gone.error();
        }
        if (const Status kept = m_connection->commit(); !kept) {
            return kept.error();
        }
        removed += *gone;
    }
}

Status MarketStore::removeDay(domain::TradingDate date)
{
    Status done = ready().and_then(
        [&](Done) { return m_connection->begin(SqlConnection::Transaction::Rows); });
    if (!done) {
        return done;
    }
    for (const char* table :
         {Table<BarRow>::kName, Table<DecisionEntry>::kName, Table<domain::MinuteMetrics>::kName,
          Table<domain::TradeFill>::kName, Table<domain::TradeRecord>::kName,
          Table<domain::OpenRecord>::kName, Table<domain::ShadowResult>::kName,
          Table<domain::GuardFired>::kName, Table<domain::Violation>::kName,
          Table<domain::DataGap>::kName, Table<domain::DayRecord>::kName}) {
        const base::Result<std::int64_t> gone = m_connection->change(
            QStringLiteral("DELETE FROM %1 WHERE desk=? AND date=?").arg(QLatin1String{table}),
            {qlonglong{m_desk}, qlonglong{dateNumber(date)}});
        if (!gone) {
            m_connection->rollBack();
            return gone.error();
        }
    }
    return m_connection->commit();
}

Status MarketStore::backupTo(const QString& path)
{
    if (!m_options.databaseUrl.isEmpty()) {
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("market: a server's records are backed up by the server")};
    }
    const QString part = path + u".part"_qs;
    ::unlink(QFile::encodeName(part).constData());
    Status done = ready();
    done = done.and_then([&](Done) { return makePrivateFile(part, kRoom); });
    done = done.and_then([&](Done) -> Status {
        const base::Result<std::int64_t> copied =
            m_connection->change(QStringLiteral("VACUUM INTO ?"), {part});
        return copied ? Status{Done{}} : copied.error();
    });
    done = done.and_then([&](Done) -> Status {
        const base::Result<int> version = checkMarketCopy(part);
        return version ? Status{Done{}} : version.error();
    });
    done = done.and_then([&](Done) { return syncFile(part, kRoom); });
    done = done.and_then([&](Done) { return renameFile(part, path, kRoom); });
    if (!done) {
        ::unlink(QFile::encodeName(part).constData());
        return done;
    }
    return syncFolder(QFileInfo{path}.absolutePath(), kRoom);
}
}  // namespace core::storage
