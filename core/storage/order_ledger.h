#pragma once

#include "core/base/result.h"
#include "core/orders/ledger.h"
#include "core/storage/ledger_folder.h"
#include "core/storage/ledger_head.h"
#include "core/storage/sqlite.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>

namespace core::storage
{
/// Whether a ledger that is there goes on.
enum class LedgerStart : std::uint8_t
{
    GoOn,
    /// The account is a new one each time (the embedded simulation): the ledger of the last one,
    /// once it is known to be of the same owner, is deleted.
    Anew,
};

/// Which ledger, and where.
struct LedgerPlace
{
    QString folder;  ///< Of the environment and account; made if it is not there.
    LedgerStart start = LedgerStart::GoOn;
    QString owner;  ///< Environment and account: a ledger serves one pair. Only its digest is kept.
    std::int64_t reserveBytes = 64LL * 1024 * 1024;
};

class OrderLedger;

struct OpenedLedger
{
    std::unique_ptr<OrderLedger> ledger;
    orders::LedgerContent content;
};

/// `orders.db`: the events of every order, append-only and hash-chained, in SQLite.
///
/// A commit is on the disk when `append` returns (WAL, `synchronous=FULL`). Exactly one
/// connection in one process: the second `open` of a folder is refused here, and locked out by
/// SQLite from other processes (two connections meet a fault of SQLite before 3.51.3 that can
/// corrupt the log). A failed fsync ends the process.
/// Thread: ledger.
class OrderLedger final : public orders::Ledger
{
public:
    /// Opens, checks and reads everything: file header, log, `quick_check`, schema, every row's
    /// checksum and chain, and that the ledger is no shorter than its head says. What is damaged
    /// is renamed, never repaired and never used; an empty ledger takes its place and says so
    /// (LedgerHealth::SetAside) until something is written into it.
    ///
    /// Errors: Busy (another program holds it), Io (disk, permissions), Refused (network file
    /// system, or the ledger of another account). Nothing is renamed then.
    [[nodiscard]] static base::Result<OpenedLedger> open(const LedgerPlace& place);
    ~OrderLedger() override;

    [[nodiscard]] base::Status append(std::span<const orders::LedgerRecord> records) override;

    /// The last `append` failed because the disk is full.
    [[nodiscard]] bool isDiskFull() const noexcept { return m_diskFull; }
    /// Gives up the reserve so that an exit can still be recorded; false if there is none left.
    [[nodiscard]] bool useReserve();
    /// Bytes the account's disk has left; -1 = unknown.
    [[nodiscard]] std::int64_t freeBytes() const { return m_folder.freeBytes(); }

    /// Moves what is in the log into the file. Passive when nothing else is to do, Truncate at
    /// the end of the day. Errors: Io.
    [[nodiscard]] base::Status checkpoint(Connection::Checkpoint kind);
    /// Bytes of the log not yet in the file.
    [[nodiscard]] std::int64_t logBytes() const noexcept { return m_logBytes; }
    /// A complete copy under `fileName`, which must not exist; it can be put in the place of
    /// `orders.db`. Errors: Io.
    [[nodiscard]] base::Status backupTo(const QString& fileName) const;
    [[nodiscard]] std::int64_t count() const noexcept { return m_head.seq; }

private:
    /// The process's claim to a folder.
    class Claim;

    OrderLedger(LedgerFolder folder, std::unique_ptr<Claim> claim,
                std::unique_ptr<Connection> connection);
    [[nodiscard]] static base::Result<OpenedLedger>
    openFile(const LedgerFolder& folder, std::unique_ptr<Claim>& claim, const LedgerPlace& place);
    /// Ends `opened` and hands its claim back.
    [[nodiscard]] static std::unique_ptr<Claim> close(OpenedLedger opened);
    [[nodiscard]] base::Status check() const;
    [[nodiscard]] base::Status checkOwner(const QByteArray& key) const;
    [[nodiscard]] base::Result<orders::LedgerContent> read(const QByteArray& key);
    [[nodiscard]] base::Status startWriting();
    [[nodiscard]] base::Status insert(std::span<const orders::LedgerRecord> records,
                                      LedgerHead& head) const;

    LedgerFolder m_folder;
    std::unique_ptr<Claim> m_claim;
    std::unique_ptr<Connection> m_connection;
    Statement m_insert;
    std::unique_ptr<HeadWriter> m_headFile;
    LedgerHead m_head;
    std::int64_t m_logBytes = 0;
    bool m_diskFull = false;
    bool m_resetLog = false;  ///< An append failed: its torn frames must not stay in the log.
};
}  // namespace core::storage
