#include "core/engine/snapshot_mailbox.h"

#include <QTest>

using core::domain::DeskSnapshot;
using core::engine::SnapshotMailbox;

class TestSnapshotMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Fault row C16: a window slower than the feed costs one snapshot, never a queue of them.
    void c16_aSlowReaderHoldsOneSnapshotAndGetsTheNewest()
    {
        SnapshotMailbox mailbox;
        int built = 0;
        std::weak_ptr<const DeskSnapshot> last;
        for (int batch = 0; batch < 10'000; ++batch) {
            if (mailbox.wanted()) {
                const auto snapshot = std::make_shared<const DeskSnapshot>();
                last = snapshot;
                mailbox.put(snapshot);
                ++built;
            }
        }

        QCOMPARE(built, 1);
        QVERIFY(!last.expired());
        QVERIFY(mailbox.take() == last.lock());
        QVERIFY(mailbox.wanted());
        QVERIFY(mailbox.take() == nullptr);
    }

    void whatWasNotTakenGivesWayToTheNewer()
    {
        SnapshotMailbox mailbox;
        const auto older = std::make_shared<const DeskSnapshot>();
        const auto newer = std::make_shared<const DeskSnapshot>();
        mailbox.put(older);
        mailbox.put(newer);

        QCOMPARE(older.use_count(), 1L);
        QVERIFY(mailbox.take() == newer);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotMailbox)
#include "tst_snapshot_mailbox.moc"
