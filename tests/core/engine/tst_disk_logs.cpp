// The closing step "logs": what was written today is put aside, compressed, and written on.

#include "core/base/log.h"
#include "core/engine/disk_root.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class TestDiskLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compressesTheDayAndGoesOn()
    {
        const QTemporaryDir folder;
        engine::DiskRoot disk{optionsIn(folder)};
        const QSignalSpy over{&disk, &engine::DiskRoot::logsCompressed};
        base::installLog();
        QVERIFY(base::openLogFile(logsIn(folder), {}));
        qCInfo(base::lcDisk) << "of today";

        disk.compressLogs();
        qCInfo(base::lcDisk) << "after the close";
        base::closeLogFile();
        qInstallMessageHandler(nullptr);

        QCOMPARE(over.size(), 1);
        QCOMPARE(over[0][0].toString(), QString{});
        const QDir logs{logsIn(folder)};
        QCOMPARE(logs.entryList({QStringLiteral("kis-scalper-*.001.log.gz")}).size(), 1);
        QCOMPARE(logs.entryList({QStringLiteral("kis-scalper-*.log")}).size(), 0);
        QFile now{logs.filePath(QStringLiteral("kis-scalper.log"))};
        QVERIFY(now.open(QIODevice::ReadOnly));
        const QByteArray text = now.readAll();
        QVERIFY(text.contains("after the close"));
        QVERIFY(!text.contains("of today"));
    }

    void withoutAFileThoseOfEarlierRunsAreCompressed()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir{}.mkpath(logsIn(folder)));
        const QString old = logsIn(folder) + QStringLiteral("/kis-scalper-2026-11-23.001.log");
        QFile file{old};
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old\n") == 4);
        file.close();
        engine::DiskRoot disk{optionsIn(folder)};
        const QSignalSpy over{&disk, &engine::DiskRoot::logsCompressed};

        disk.compressLogs();

        QCOMPARE(over.size(), 1);
        QCOMPARE(over[0][0].toString(), QString{});
        QVERIFY(QFile::exists(old + QStringLiteral(".gz")));
    }

    void aProblemIsTold()
    {
        const QTemporaryDir folder;
        const QString old = logsIn(folder) + QStringLiteral("/kis-scalper-2026-11-23.001.log");
        QVERIFY(QDir{}.mkpath(old + QStringLiteral(".gz/in the way")));
        QFile file{old};
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old\n") == 4);
        file.close();
        engine::DiskRoot disk{optionsIn(folder)};
        const QSignalSpy over{&disk, &engine::DiskRoot::logsCompressed};

        disk.compressLogs();

        QCOMPARE(over.size(), 1);
        QVERIFY(over[0][0].toString().contains(old));
    }

private:
    static QString logsIn(const QTemporaryDir& folder) { return base::logFolderIn(folder.path()); }
    static engine::DiskOptions optionsIn(const QTemporaryDir& folder)
    {
        engine::DiskOptions options;
        options.journal.folder = folder.filePath(QStringLiteral("journal"));
        options.store.folder = folder.path();
        options.logs = logsIn(folder);
        return options;
    }
};

QTEST_GUILESS_MAIN(TestDiskLogs)
#include "tst_disk_logs.moc"
