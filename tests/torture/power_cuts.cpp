#include "tests/torture/power_cuts.h"

#include "core/base/crash_point.h"
#include "core/engine/ledger_root.h"
#include "core/storage/ledger_head.h"
#include "tests/support/ledger_samples.h"
#include "tests/support/shim_vfs.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace torture
{
namespace
{
using namespace core;

constexpr int kWrites = 240;
constexpr int kStoriesMax = 5;

struct Session
{
    QHash<QString, QByteArray> start;
    std::vector<test::DiskChange> changes;
    std::vector<orders::LedgerRecord> records;
    /// The head after so many records.
    QHash<qint64, QByteArray> heads;
    bool complete = false;
};

QString scratch()
{
    return QDir{QStringLiteral("/dev/shm")}.exists() ? QStringLiteral("/dev/shm/cuts-XXXXXX")
                                                     : QDir::tempPath() + u"/cuts-XXXXXX"_qs;
}

QByteArray contentOf(const QString& name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

Session record(quint64 seed)
{
    Session session;
    QTemporaryDir folder{scratch()};
    const storage::LedgerPlace place = test::sampleLedger(folder.path());
    if (!storage::OrderLedger::open(place)) {
        return session;
    }
    const QString database = QStringLiteral("orders.db");
    session.start.insert(database, contentOf(folder.filePath(database)));
    QRandomGenerator random{static_cast<quint32>(seed)};
    test::ShimVfs disk;
    disk.startRecording();
    // Twice, so that an end and a start lie between.
    for (int half = 0; half < 2; ++half) {
        engine::LedgerRoot ledger{place};
        qint64 inHand = 0;
        const auto acknowledge = [&] { disk.mark(inHand); };
        QObject::connect(&ledger, &engine::LedgerRoot::release, acknowledge);
        QObject::connect(&ledger, &engine::LedgerRoot::replied,
                         [&](const domain::EventPayload& payload) {
                             if (std::get<domain::LedgerReply>(payload).durable) {
                                 acknowledge();
                             }
                         });
        ledger.start();
        for (int write = 0; write < kWrites / 2; ++write) {
            desk::Record batch;
            batch.write = static_cast<std::uint64_t>(write + 1);
            batch.records = test::sampleRecords(static_cast<int>(session.records.size()),
                                                1 + static_cast<int>(random.bounded(3)));
            if (random.bounded(2) == 0) {
                batch.then = domain::OutgoingOrder{};
            }
            session.records.insert(session.records.end(), batch.records.begin(),
                                   batch.records.end());
            inHand = static_cast<qint64>(session.records.size());
            ledger.record(batch);
            session.heads.insert(inHand, contentOf(folder.filePath(QStringLiteral("orders.head"))));
            if (random.bounded(40) == 0) {
                ledger.closeDay();
            }
        }
    }
    session.changes = disk.takeRecording();
    session.complete = true;
    return session;
}

/// The head as the disk may have it: never synced, so any that was written, or none.
QByteArray headFor(const Session& session, qint64 promised, QRandomGenerator& random)
{
    QList<qint64> written;
    for (auto at = session.heads.cbegin(); at != session.heads.cend(); ++at) {
        if (at.key() <= promised) {
            written.append(at.key());
        }
    }
    if (written.isEmpty() || random.bounded(4) == 0) {
        return {};
    }
    std::sort(written.begin(), written.end());
    return session.heads.value(
        random.bounded(2) == 0
            ? written.last()
            : written[static_cast<qsizetype>(random.bounded(static_cast<int>(written.size())))]);
}
}  // namespace

CutResult cutPower(int cuts, quint64 seed, const QString& breaks)
{
    CutResult result;
    if (breaks == u"no-fsync") {
        base::setSabotage(base::Sabotage::NoFsync);
    } else if (breaks == u"send-first") {
        base::setSabotage(base::Sabotage::SendFirst);
    }
    const Session session = record(seed);
    base::setSabotage(base::Sabotage::None);
    if (!session.complete && cuts > 0) {
        result.eventsLost = 1;
        result.stories.append(QStringLiteral("the session could not be recorded"));
        return result;
    }
    QRandomGenerator random{static_cast<quint32>(seed + 99)};
    const auto coin = [&random] { return random.bounded(2) == 0; };
    QTemporaryDir folder{scratch()};
    for (; result.cuts < cuts; ++result.cuts) {
        const auto cut =
            static_cast<std::size_t>(random.bounded(static_cast<int>(session.changes.size()) + 1));
        qint64 promised = 0;
        for (std::size_t index = 0; index < cut; ++index) {
            if (session.changes[index].kind == test::DiskChange::Kind::Mark) {
                promised = std::max(promised, static_cast<qint64>(session.changes[index].size));
            }
        }
        auto files = test::filesAfterCut(session.start, session.changes, cut,
                                         static_cast<test::Survival>(random.bounded(3)), coin);
        // Under a broken ledger a head would only tell of the loss.
        if (breaks.isEmpty()) {
            if (const QByteArray head = headFor(session, promised, random); !head.isEmpty()) {
                files.insert(QStringLiteral("orders.head"), head);
            }
        }
        QDir{folder.path()}.removeRecursively();
        QDir{}.mkpath(folder.path());
        for (auto at = files.cbegin(); at != files.cend(); ++at) {
            QFile file{folder.filePath(at.key())};
            if (file.open(QIODevice::WriteOnly)) {
                file.write(at.value());
            }
        }
        const auto opened = storage::OrderLedger::open(test::sampleLedger(folder.path()));
        qint64 found = 0;
        QString problem;
        if (!opened) {
            problem = opened.error().detail;
        } else if (opened->content.health == orders::LedgerHealth::SetAside) {
            problem = opened->content.problem;
        } else {
            const auto& records = opened->content.records;
            found = static_cast<qint64>(records.size());
            if (found > static_cast<qint64>(session.records.size())
                || !std::equal(records.begin(), records.end(), session.records.begin())) {
                problem = QStringLiteral("other records than were written");
                found = 0;
            }
        }
        const qint64 lost = std::max<qint64>(0, promised - found);
        // A damaged file is a loss even where nothing had been promised yet.
        result.eventsLost += static_cast<int>(lost == 0 && !problem.isEmpty() ? 1 : lost);
        if ((lost != 0 || !problem.isEmpty()) && result.stories.size() < kStoriesMax) {
            result.stories.append(QStringLiteral("at change %1: %2 promised, %3 found %4")
                                      .arg(cut)
                                      .arg(promised)
                                      .arg(found)
                                      .arg(problem));
        }
    }
    return result;
}
}  // namespace torture
