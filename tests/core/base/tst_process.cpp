#include "core/base/process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h16_noCoreDumpAndNoReaderOfTheMemory()
    {
        core::base::keepToOwner();

        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t{0});
        QCOMPARE(limit.rlim_max, rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
    }

    void newFilesAreTheOwnersAlone()
    {
        core::base::keepToOwner();
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("orders"))};

        QVERIFY(file.open(QIODevice::WriteOnly));

        QCOMPARE(
            file.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions{});
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
