#pragma once

#include "core/base/result.h"
#include "core/storage/ledger_folder.h"
#include "core/storage/market_files.h"
#include "core/storage/market_types.h"
#include "core/storage/sql_connection.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::storage
{
/// Which store, and whose records in it.
struct MarketStoreOptions
{
    QString folder;       ///< Of `market.db`, made if it is not there; not used with a server.
    QString databaseUrl;  ///< `records.database_url`; empty = the file.
    QString password;     ///< Of the server, from the secrets.
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    /// Tells the desks that share a server apart: what another desk or environment writes is not
    /// seen, and never replaced. Not an account number: it is readable for all of them.
    QString desk;
    std::chrono::milliseconds wait{500};  ///< For another program that holds the file.
    /// With less room on the disk bars and decisions are not written any more, so that what is left
    /// serves orders and the record of the day (fault row H03).
    std::int64_t barRoomBytes = kFreeToArmBytes;
};

/// How `open` found the store, or how it went on after damage.
struct MarketHealth
{
    enum class Kind : std::uint8_t
    {
        New,
        Good,
        SetAside,  ///< It was damaged: `problem`. It is kept as `keptAs`, an empty one took its
                   ///< place.
    };
    Kind kind = Kind::New;
    QString problem;
    QString keptAs;
};

/// What came of one `write`.
struct MarketWritten
{
    std::int64_t changed = 0;  ///< Rows that were not there, or were different, or are gone.
    bool barsLeftOut = false;  ///< For want of disk; bars and decisions of the batch are not kept.
    bool begunAnew = false;    ///< It was damaged: see `health`. The batch is in the new one.
};

/// What is removed when it is old.
enum class MarketAged : std::uint8_t
{
    Bars,
    Decisions,
};

/// Bars, minute metrics, trades, days and the decisions index: in `market.db`, or on a PostgreSQL
/// server that several desks share. Orders are never here.
///
/// A batch is written whole or not at all, and may be written again. When a server is gone, calls
/// fail with Network and each tries to connect anew, which takes up to seven seconds when it is
/// silent: the caller keeps what it could not write and does not try without a pause.
/// Errors of all calls: those of SqlConnection; `mayRepeat` says which are worth repeating. Here a
/// failed fsync is Io like any other: what is at stake is the last second of market data.
/// Thread: the one that opened it (disk), also for the destructor.
class MarketStore final
{
public:
    /// Opens or makes the store and brings its schema up to date. A damaged file, or one that is
    /// something else, is renamed to "market.damaged-N", never repaired and never deleted.
    /// Errors also: Refused: written by a newer program, a URL with a password, or a folder on a
    ///              network; Malformed: the URL, or something else lies in the server's schema.
    [[nodiscard]] static base::Result<std::unique_ptr<MarketStore>>
    open(const MarketStoreOptions& options);
    MarketStore(const MarketStore&) = delete;
    MarketStore& operator=(const MarketStore&) = delete;
    ~MarketStore();

    [[nodiscard]] const MarketHealth& health() const noexcept { return m_health; }

    /// Errors also: OutOfRange: a date that is none, or of another day than its batch.
    [[nodiscard]] base::Result<MarketWritten> write(const MarketBatch& batch);

    /// Everything of a day; nullopt if nothing is recorded of it. Errors also: Malformed: a value
    /// in it is none of ours.
    [[nodiscard]] base::Result<std::optional<domain::DayRecord>> day(domain::TradingDate date);
    /// All days, oldest first.
    [[nodiscard]] base::Result<std::vector<DayHeadline>> days();
    /// Bars that start at `from` or later and before `to`, oldest first.
    [[nodiscard]] base::Result<std::vector<domain::StoredBar>>
    bars(const domain::Symbol& symbol, domain::Timestamp from, domain::Timestamp to);
    /// Of one symbol, or of all and of the account; by run, then number.
    [[nodiscard]] base::Result<std::vector<DecisionEntry>>
    decisions(domain::TradingDate date, const std::optional<domain::Symbol>& symbol);

    /// Removes what is of a day before `before`, a day in a transaction; how many rows.
    [[nodiscard]] base::Result<std::int64_t> prune(MarketAged what, domain::TradingDate before);

    /// Removes everything of a day, in one transaction: another account's day takes its place.
    [[nodiscard]] base::Status removeDay(domain::TradingDate date);

    /// A complete copy in one file, 0600; takes the place of `path` only when it is on the disk.
    /// `restoreMarket` puts it back. Errors also: Unsupported for a server, which has its own.
    [[nodiscard]] base::Status backupTo(const QString& path);

private:
    enum class Parts : std::uint8_t
    {
        All,
        WithoutBars,
    };
    explicit MarketStore(MarketStoreOptions options) : m_options{std::move(options)} {}
    [[nodiscard]] base::Status openFile();
    [[nodiscard]] base::Status openServer();
    [[nodiscard]] base::Status use(MarketHealth::Kind kind);
    [[nodiscard]] base::Status beginAnew(const base::Error& damage);
    [[nodiscard]] base::Status findDesk();
    [[nodiscard]] base::Status ready();
    [[nodiscard]] bool hasRoomForBars() const;
    [[nodiscard]] base::Result<std::int64_t> writeParts(const MarketBatch& batch, Parts parts);

    MarketStoreOptions m_options;
    std::optional<MarketFiles> m_files;
    std::unique_ptr<SqlConnection> m_connection;
    MarketHealth m_health;
    std::int64_t m_desk = 0;
};
}  // namespace core::storage
