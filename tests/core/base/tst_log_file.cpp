// The files of the text log: rotation by size and by day, modes, disks that fail.

#include "core/base/log_file.h"
#include "core/base/log_line.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using core::base::LogFile;
using core::base::LogLimits;
using core::base::Timestamp;
using namespace std::chrono_literals;

namespace
{
constexpr Timestamp kMorning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};
constexpr std::chrono::nanoseconds kNow = 1h;

QByteArray lineOf(const QString& text, Timestamp at = kMorning)
{
    return core::base::lineBytes({.number = 1,
                                  .time = at,
                                  .type = QtInfoMsg,
                                  .category = QStringLiteral("kis.app"),
                                  .text = text});
}

QByteArray contentOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(not there)");
}

mode_t modeOf(const QString& path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0;
}
}  // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        std::signal(SIGXFSZ, SIG_IGN);  // As the thread that writes has it.
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = m_home->filePath(QStringLiteral("log"));
    }

    void belongsToItsOwnerAlone()
    {
        QVERIFY(QDir{}.mkpath(m_folder));
        QVERIFY(::chmod(QFile::encodeName(m_folder).constData(), 0755) == 0);
        LogFile log{m_folder, {}};
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("one")), kMorning, kNow);

        QCOMPARE(modeOf(m_folder), mode_t{0700});
        QCOMPARE(modeOf(log.path()), mode_t{0600});
        QCOMPARE(contentOf(log.path()),
                 QByteArrayLiteral("2026-11-24T00:00:00.000Z info kis.app: one\n"));
    }

    void refusesALinkInPlaceOfTheFile()
    {
        QVERIFY(QDir{}.mkpath(m_folder));
        const QString elsewhere = m_home->filePath(QStringLiteral("elsewhere"));
        QVERIFY(QFile::link(elsewhere, m_folder + QStringLiteral("/kis-scalper.log")));
        LogFile log{m_folder, {}};

        QVERIFY(!log.open(kNow));
        log.write(lineOf(QStringLiteral("one")), kMorning, kNow);

        QVERIFY(!QFile::exists(elsewhere));
    }

    void aPipeDoesNotHoldTheProgram()
    {
        QVERIFY(QDir{}.mkpath(m_folder));
        const QByteArray pipe = QFile::encodeName(m_folder + QStringLiteral("/kis-scalper.log"));
        QVERIFY(::mkfifo(pipe.constData(), 0600) == 0);
        LogFile log{m_folder, {}};

        QVERIFY(!log.open(kNow));
    }

    void rotatesBySizeAndKeepsAFixedNumber()
    {
        const QByteArray line = lineOf(QString{60, QLatin1Char{'x'}});
        LogLimits limits;
        limits.fileBytesMax = line.size() * 2;
        limits.filesMax = 4;
        LogFile log{m_folder, limits};
        QVERIFY(log.open(kNow));

        for (int i = 0; i < 13; ++i) {
            log.write(lineOf(QStringLiteral("%1").arg(i, 60, 10, QLatin1Char{'0'})), kMorning,
                      kNow);
        }

        const QStringList names = QDir{m_folder}.entryList(QDir::Files, QDir::Name);
        QCOMPARE(names, (QStringList{QStringLiteral("kis-scalper.log"),
                                     QStringLiteral("kis-scalper.log.1"),
                                     QStringLiteral("kis-scalper.log.2"),
                                     QStringLiteral("kis-scalper.log.3")}));
        QVERIFY(contentOf(log.path()).contains("012\n"));
        QVERIFY(contentOf(log.path() + QStringLiteral(".1")).contains("010\n"));
        QVERIFY(contentOf(log.path() + QStringLiteral(".3")).contains("006\n"));
        QCOMPARE(modeOf(log.path() + QStringLiteral(".1")), mode_t{0600});
        QVERIFY(log.problem().isEmpty());
    }

    void aDayOverGivesItsFilesTheDate()
    {
        const QByteArray line = lineOf(QString{60, QLatin1Char{'x'}});
        LogLimits limits;
        limits.fileBytesMax = line.size() * 2;
        limits.dayOffset = 9h;
        LogFile log{m_folder, limits};
        QVERIFY(log.open(kNow));
        const Timestamp seoulNight = kMorning + 14h + 59min;
        for (int i = 0; i < 3; ++i) {
            const QString text = QStringLiteral("%1").arg(i, 60, 10, QLatin1Char{'0'});
            log.write(lineOf(text, seoulNight), seoulNight, kNow);
        }
        QVERIFY(QFile::exists(log.path() + QStringLiteral(".1")));

        log.write(lineOf(QStringLiteral("next")), kMorning + 15h, kNow);

        const QString first = m_folder + QStringLiteral("/kis-scalper-2026-11-24.001.log");
        const QString second = m_folder + QStringLiteral("/kis-scalper-2026-11-24.002.log");
        QVERIFY(contentOf(first).contains("000\n"));
        QVERIFY(contentOf(second).contains("002\n"));
        QCOMPARE(contentOf(log.path()).count('\n'), 1);
        QVERIFY(!QFile::exists(log.path() + QStringLiteral(".1")));
    }

    void aLineLateAtMidnightEndsNoDay()
    {
        LogFile log{m_folder, {}};
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("new")), kMorning, kNow);

        log.write(lineOf(QStringLiteral("late"), kMorning - 1ms), kMorning - 1ms, kNow);

        QCOMPARE(contentOf(log.path()).count('\n'), 2);
        // A clock set back by days is another day.
        log.write(lineOf(QStringLiteral("back"), kMorning - 72h), kMorning - 72h, kNow);
        QCOMPARE(contentOf(log.path()).count('\n'), 1);
    }

    void aFileOfAnEarlierDayIsPutAsideAtTheStart()
    {
        {
            LogFile log{m_folder, {}};
            QVERIFY(log.open(kNow));
            log.write(lineOf(QStringLiteral("old")), kMorning, kNow);
        }
        LogFile log{m_folder, {}};
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("new"), kMorning + 48h), kMorning + 48h, kNow);

        QVERIFY(contentOf(m_folder + QStringLiteral("/kis-scalper-2026-11-24.001.log"))
                    .contains("old"));
        QVERIFY(!contentOf(log.path()).contains("old"));
    }

    void rollingTwiceOnADayOverwritesNothing()
    {
        LogFile log{m_folder, {}};
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("one")), kMorning, kNow);
        QVERIFY(log.roll(kNow));
        const QString first = m_folder + QStringLiteral("/kis-scalper-2026-11-24.001.log");
        QVERIFY(QFile::rename(first, first + QStringLiteral(".gz")));  // Compressed meanwhile.
        log.write(lineOf(QStringLiteral("two")), kMorning, kNow);
        QVERIFY(log.roll(kNow));
        QVERIFY(log.roll(kNow));  // Nothing to put aside.

        QVERIFY(QFile::exists(first + QStringLiteral(".gz")));
        QVERIFY(contentOf(m_folder + QStringLiteral("/kis-scalper-2026-11-24.002.log"))
                    .contains("two"));
        QVERIFY(!QFile::exists(m_folder + QStringLiteral("/kis-scalper-2026-11-24.003.log")));
    }

    void allFilesTogetherAreBounded()
    {
        LogLimits limits;
        limits.fileBytesMax = 1'000;
        limits.filesMax = 2;
        limits.allBytesMax = 4'000;
        LogFile log{m_folder, limits};
        QVERIFY(log.open(kNow));

        for (int day = 0; day < 10; ++day) {
            const Timestamp at = kMorning + std::chrono::days{day};
            log.write(lineOf(QString{800, QLatin1Char{'x'}}, at), at, kNow);
        }

        qint64 bytes = 0;
        for (const QFileInfo& file : QDir{m_folder}.entryInfoList(QDir::Files)) {
            bytes += file.size();
        }
        QVERIFY2(bytes <= limits.allBytesMax, qPrintable(QString::number(bytes)));
        QVERIFY(QFile::exists(m_folder + QStringLiteral("/kis-scalper-2026-12-02.001.log")));
        QVERIFY(!QFile::exists(m_folder + QStringLiteral("/kis-scalper-2026-11-24.001.log")));
    }

    void aLineCutOffDoesNotSwallowTheNext()
    {
        QVERIFY(QDir{}.mkpath(m_folder));
        LogFile log{m_folder, {}};
        {
            QFile file{log.path()};
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("2026-11-24T00:00:00.000Z info kis.app: cut of");
        }
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("whole")), kMorning, kNow);

        QVERIFY(contentOf(log.path()).contains("cut of\n2026"));
    }

    void aFullDiskLosesLinesAndNothingElse()
    {
        LogFile log{m_folder, {}};
        QVERIFY(log.open(kNow));
        log.write(lineOf(QStringLiteral("before")), kMorning, kNow);
        rlimit normal = {};
        QVERIFY(::getrlimit(RLIMIT_FSIZE, &normal) == 0);
        rlimit small = normal;
        small.rlim_cur = static_cast<rlim_t>(contentOf(log.path()).size()) + 10;
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        log.write(lineOf(QStringLiteral("lost one")), kMorning, kNow);
        log.write(lineOf(QStringLiteral("lost two")), kMorning, kNow + 1s);
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &normal) == 0);
        QVERIFY(log.problem().contains(log.path()));
        log.write(lineOf(QStringLiteral("too early")), kMorning, kNow + 59s);
        QVERIFY(!log.problem().isEmpty());

        log.write(lineOf(QStringLiteral("after")), kMorning, kNow + 61s);

        QVERIFY(log.problem().isEmpty());
        const QByteArray content = contentOf(log.path());
        QVERIFY2(content.contains("warning kis.app: 3 line(s) are missing here"),
                 content.constData());
        QVERIFY(content.endsWith(lineOf(QStringLiteral("after"))));
        QVERIFY(!content.contains("lost two"));
        QVERIFY(!content.contains("too early"));
    }

    void aFolderThatCannotBeMadeIsTriedAgain()
    {
        QFile blocker{m_folder};
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        LogFile log{m_folder, {}};
        const core::base::Status opened = log.open(kNow);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, core::base::ErrorCode::Io);
        QVERIFY(blocker.remove());

        log.write(lineOf(QStringLiteral("one")), kMorning, kNow + 1s);
        QVERIFY(!QFile::exists(log.path()));
        log.write(lineOf(QStringLiteral("two")), kMorning, kNow + 60s);

        QVERIFY(contentOf(log.path()).contains("two"));
    }

    void aFileThatCannotBePutAsideDoesNotGrow()
    {
        const QByteArray line = lineOf(QString{60, QLatin1Char{'x'}});
        LogLimits limits;
        limits.fileBytesMax = line.size();
        limits.filesMax = 2;
        LogFile log{m_folder, limits};
        QVERIFY(log.open(kNow));
        log.write(line, kMorning, kNow);
        // A folder in the way: a file cannot take its place, whoever tries.
        QVERIFY(QDir{}.mkpath(log.path() + QStringLiteral(".1/full")));

        for (int i = 0; i < 5; ++i) {
            log.write(line, kMorning, kNow + i * 70s);
        }

        QCOMPARE(contentOf(log.path()).size(), line.size());
        QVERIFY(!log.problem().isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_log_file.moc"
