#pragma once

#include "core/base/clock.h"
#include "core/desk/effect.h"
#include "core/domain/event.h"
#include "core/orders/ledger.h"
#include "core/storage/order_ledger.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::engine
{
using LedgerOptions = storage::LedgerPlace;
using LedgerStart = storage::LedgerStart;

/// Root of the ledger thread: what the desk wants recorded is made durable, and only then what
/// hangs on it is handed to the net thread.
///
/// Writes are taken in the order of their coming and answered one by one with a LedgerReply:
/// `durable` says whether they are on the disk, `sent` whether `then` was released. `took` counts
/// from when the desk decided (`LedgerRecord::monotonicUs`, where it is set) and so includes the
/// wait behind other writes: an entry that waited longer than `notAfter` is not sent, its
/// `problem` is "late".
/// Thread: ledger.
class LedgerRoot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerRoot)

public:
    explicit LedgerRoot(LedgerOptions options);
    ~LedgerRoot() override;

    /// Opens the ledger; held by another program, it is tried again every two seconds.
    void start();
    void record(const core::desk::Record& record);
    /// The day is over: the log goes into the file.
    void closeDay();
    /// A complete copy; answered by `backedUp`.
    void backUp(const QString& fileName);

Q_SIGNALS:
    /// Once, before anything else.
    void loaded(const core::orders::LedgerContent& content);
    /// It cannot be opened. Busy: tried again; anything else: this session has no ledger.
    void failed(const core::base::Error& error);
    void release(const core::domain::OutgoingOrder& order);
    void replied(core::domain::EventPayload payload);
    void backedUp(const QString& fileName, const QString& problem);

private:
    void open();
    void idle();
    [[nodiscard]] base::Status append(const desk::Record& record);
    void reply(const domain::LedgerReply& reply);

    LedgerOptions m_options;
    base::MachineClock m_clock;
    std::unique_ptr<storage::OrderLedger> m_ledger;
    std::unique_ptr<QTimer> m_retry;
    std::unique_ptr<QTimer> m_idle;
    bool m_toldBusy = false;
};
}  // namespace core::engine
