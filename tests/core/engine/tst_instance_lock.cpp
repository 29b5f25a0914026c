#include "core/engine/instance_lock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using core::base::ErrorCode;
using core::engine::InstanceLock;

class TestInstanceLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHoldsItAndTheNextIsTold()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("locks/a"));

        auto first = InstanceLock::acquire(file);
        QVERIFY(first.has_value());
        const auto second = InstanceLock::acquire(file);

        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(second.error().detail.contains(file));
    }

    void itIsFreeAgainAfterwards()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a"));
        {
            const auto first = InstanceLock::acquire(file);
            QVERIFY(first.has_value());
        }
        QVERIFY(InstanceLock::acquire(file).has_value());
    }

    void theNameDependsOnEnvironmentAndKeyAndShowsNeither()
    {
        const QString name =
            InstanceLock::fileFor(QStringLiteral("demo"), QStringLiteral("canary-key"));
        QVERIFY(name
                != InstanceLock::fileFor(QStringLiteral("live"), QStringLiteral("canary-key")));
        QVERIFY(name != InstanceLock::fileFor(QStringLiteral("demo"), QStringLiteral("other")));
        QVERIFY(!name.contains(QStringLiteral("canary")));
    }
};

QTEST_GUILESS_MAIN(TestInstanceLock)
#include "tst_instance_lock.moc"
