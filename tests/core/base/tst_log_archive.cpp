// Text logs after the close: gzip of what has a date, the newest days kept.

#include "core/base/log_archive.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using core::base::compressLogs;

namespace
{
void put(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64{bytes.size()});
}

QByteArray unpacked(const QString& path)
{
    // The system's own tool: what a person would use on a bad day.
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    gzip.waitForFinished();
    return gzip.exitCode() == 0 ? gzip.readAllStandardOutput() : gzip.readAllStandardError();
}
}  // namespace

class TestLogArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void compressesDatedFilesAndNoOthers()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i) {
            text += "2026-11-24T00:00:00.000Z info kis.app: line " + QByteArray::number(i) + '\n';
        }
        put(at("kis-scalper-2026-11-24.001.log"), text);
        put(at("kis-scalper-2026-11-24.002.log"), "end\n");
        put(at("kis-scalper.log"), "now\n");
        put(at("kis-scalper.log.1"), "a while ago\n");

        const core::base::Status done = compressLogs(m_folder->path());

        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(names(), (QStringList{QStringLiteral("kis-scalper-2026-11-24.001.log.gz"),
                                       QStringLiteral("kis-scalper-2026-11-24.002.log.gz"),
                                       QStringLiteral("kis-scalper.log"),
                                       QStringLiteral("kis-scalper.log.1")}));
        QCOMPARE(unpacked(at("kis-scalper-2026-11-24.001.log.gz")), text);
        QCOMPARE(unpacked(at("kis-scalper-2026-11-24.002.log.gz")), QByteArrayLiteral("end\n"));
        QVERIFY(QFileInfo{at("kis-scalper-2026-11-24.001.log.gz")}.size() < text.size() / 5);
        struct stat status = {};
        QVERIFY(
            ::stat(QFile::encodeName(at("kis-scalper-2026-11-24.001.log.gz")).constData(), &status)
            == 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void keepsTheNewestDaysWhole()
    {
        for (int day = 1; day <= 9; ++day) {
            for (int part = 1; part <= 2; ++part) {
                put(m_folder->filePath(
                        QStringLiteral("kis-scalper-2026-11-0%1.00%2.log").arg(day).arg(part)),
                    "x\n");
            }
        }

        QVERIFY(compressLogs(m_folder->path(), 3));

        QCOMPARE(names().size(), 6);
        QCOMPARE(names().first(), QStringLiteral("kis-scalper-2026-11-07.001.log.gz"));
    }

    void anEarlierTryCutOffIsNoObstacle()
    {
        put(at("kis-scalper-2026-11-24.001.log"), "whole\n");
        put(at("kis-scalper-2026-11-24.001.log.gz.partial"), "half");

        QVERIFY(compressLogs(m_folder->path()));

        QCOMPARE(names(), QStringList{QStringLiteral("kis-scalper-2026-11-24.001.log.gz")});
        QCOMPARE(unpacked(at("kis-scalper-2026-11-24.001.log.gz")), QByteArrayLiteral("whole\n"));
    }

    void oneThatFailsIsToldAndKeepsNoneFromIt()
    {
        put(at("kis-scalper-2026-11-23.001.log"), "one\n");
        put(at("kis-scalper-2026-11-24.001.log"), "two\n");
        // A folder cannot be written over by a file, whoever tries.
        QVERIFY(QDir{}.mkpath(at("kis-scalper-2026-11-23.001.log.gz/full")));

        const core::base::Status done = compressLogs(m_folder->path());

        QVERIFY(!done);
        QVERIFY(done.error().detail.contains(QStringLiteral("2026-11-23")));
        QVERIFY(QFile::exists(at("kis-scalper-2026-11-23.001.log")));
        QCOMPARE(unpacked(at("kis-scalper-2026-11-24.001.log.gz")), QByteArrayLiteral("two\n"));
        QVERIFY(!QFile::exists(at("kis-scalper-2026-11-23.001.log.gz.partial")));
    }

    void noFolderIsNoProblem()
    {
        QVERIFY(compressLogs(m_folder->filePath(QStringLiteral("not there"))));
    }

private:
    [[nodiscard]] QString at(const char* name) const
    {
        return m_folder->filePath(QLatin1String{name});
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir{m_folder->path()}.entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLogArchive)
#include "tst_log_archive.moc"
