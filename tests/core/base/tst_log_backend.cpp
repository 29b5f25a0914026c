// What becomes of a message on its way to the file: redaction, one line each, floods, threads, and
// the test the program makes of itself.

#include "core/base/log.h"
#include "core/base/log_backend.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using core::base::ErrorCode;
using core::base::LogBackend;
using core::base::LogLine;
using core::base::Timestamp;
using namespace std::chrono_literals;

namespace
{
constexpr Timestamp kMorning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

QString feed()
{
    return QStringLiteral("kis.feed");
}
}  // namespace

class TestLogBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = m_home->filePath(QStringLiteral("log"));
        m_clock = std::make_unique<test::ManualClock>(kMorning);
    }

    void linesFromBeforeTheFileAreWrittenToIt()
    {
        LogBackend log{*m_clock};
        log.submit(QtInfoMsg, feed(), QStringLiteral("early"));
        m_clock->advance(7ms);

        QVERIFY(log.open(m_folder, {}));
        log.submit(QtWarningMsg, feed(), QStringLiteral("late"));
        QVERIFY(log.flush());

        QCOMPARE(content(), QByteArrayLiteral("2026-11-24T00:00:00.000Z info kis.feed: early\n"
                                              "2026-11-24T00:00:00.007Z warning kis.feed: late\n"));
    }

    void whatIsHiddenLaterIsNotInTheFileEither()
    {
        LogBackend log{*m_clock};
        log.submit(QtInfoMsg, feed(), QStringLiteral("key canary-later-1 used"));
        core::base::hideInLog(QStringLiteral("canary-later-1"));

        QCOMPARE(log.recent(0).back().text, QStringLiteral("key *** used"));
        QVERIFY(log.open(m_folder, {}));
        QVERIFY(log.flush());

        QVERIFY(!content().contains("canary-later-1"));
        QVERIFY(content().contains("key *** used"));
    }

    void hidesTheLongerSecretFirst()
    {
        core::base::hideInLog(QStringLiteral("canary-part"));
        core::base::hideInLog(QStringLiteral("canary-part-and-rest"));

        QCOMPARE(core::base::redact(QStringLiteral("x canary-part-and-rest y")),
                 QStringLiteral("x *** y"));
    }

    void aSecretAcrossTheCutIsHidden()
    {
        core::base::hideInLog(QStringLiteral("canary-at-the-cut"));
        LogBackend log{*m_clock};

        log.submit(QtInfoMsg, feed(),
                   QString{8'192 - 8, QLatin1Char{'x'}} + QStringLiteral("canary-at-the-cut")
                       + QString{900, QLatin1Char{'y'}});

        const QString text = log.recent(0).back().text;
        QVERIFY(!text.contains(QStringLiteral("canary")));
        QVERIFY(text.endsWith(QStringLiteral("more characters)")));
        QVERIFY(text.size() < 8'300);
    }

    void aMessageCannotPassForAnotherLine()
    {
        LogBackend log{*m_clock};
        QVERIFY(log.open(m_folder, {}));

        log.submit(QtInfoMsg, feed(),
                   QStringLiteral("said \"a\\b\n2026-11-24T00:00:00.000Z critical kis.app: forged\r"
                                  "\x1b[2J\u202E\u2028%1 end"));
        QVERIFY(log.flush());

        QCOMPARE(content(),
                 QByteArrayLiteral("2026-11-24T00:00:00.000Z info kis.feed: said \"a\\\\b\\n"
                                   "2026-11-24T00:00:00.000Z critical kis.app: forged\\r"
                                   "\\u001b[2J\\u202e\\u2028%1 end\n"));
    }

    void equalLinesAreSummedUp()
    {
        LogBackend log{*m_clock};
        QVERIFY(log.open(m_folder, {}));
        for (int i = 0; i < 1'334; ++i) {
            log.submit(QtWarningMsg, feed(), QStringLiteral("frame %1 dropped").arg(i));
        }
        log.submit(QtWarningMsg, feed(), QStringLiteral("something else"));
        log.submit(QtWarningMsg, QStringLiteral("kis.rest"), QStringLiteral("frame 1 dropped"));
        m_clock->advance(10s);
        QVERIFY(log.flush());

        const QByteArray all = content();
        QCOMPARE(all.count("kis.feed: frame"), 100);
        QCOMPARE(all.count("something else"), 1);
        QCOMPARE(all.count("kis.rest: frame"), 1);
        QCOMPARE(all.count("warning kis.feed: and 1,234 more like it: frame 1333 dropped\n"), 1);
        // A new window begins.
        log.submit(QtWarningMsg, feed(), QStringLiteral("frame 9999 dropped"));
        QVERIFY(log.flush());
        QVERIFY(content().contains("frame 9999"));
    }

    void theShapeKeepsWhatTheMessageIs()
    {
        using core::base::shapeOf;
        QCOMPARE(shapeOf(QStringLiteral("2026-11-30T08:50:11.161 code 12 136390, -, 658")),
                 QStringLiteral("#-#-#T#:#:#.# code 12 #, -, #"));
        QCOMPARE(shapeOf(QString{500, QLatin1Char{'x'}}).size(), 120);
    }

    void textsThatNeverRepeatAreAFloodToo()
    {
        LogBackend log{*m_clock};
        for (char16_t a = u'a'; a <= u'z'; ++a) {
            for (char16_t b = u'a'; b <= u'z'; ++b) {
                for (char16_t c = u'a'; c <= u'd'; ++c) {
                    log.submit(QtInfoMsg, feed(), QString{QChar{a}} + QChar{b} + QChar{c});
                }
            }
        }

        QCOMPARE(log.recent(0).size(), std::size_t{1'024 + 100});
    }

    void criticalsAreNeverHeldBack()
    {
        LogBackend log{*m_clock};
        for (int i = 0; i < 500; ++i) {
            log.submit(QtCriticalMsg, feed(), QStringLiteral("order %1 unknown").arg(i));
        }

        QCOMPARE(log.recent(0).size(), std::size_t{500});
    }

    void whatIsHeldBackIsToldAtTheEnd()
    {
        LogBackend log{*m_clock};
        QVERIFY(log.open(m_folder, {}));
        for (int i = 0; i < 105; ++i) {
            log.submit(QtInfoMsg, feed(), QStringLiteral("same"));
        }
        log.close();

        QVERIFY(content().endsWith("info kis.feed: and 5 more like it: same\n"));
    }

    void keepsTheNewestLines()
    {
        LogBackend log{*m_clock};
        for (int i = 0; i < 2'500; ++i) {
            log.submit(QtCriticalMsg, feed(), QStringLiteral("line %1").arg(i));
        }

        const std::vector<LogLine> all = log.recent(0);
        QCOMPARE(all.size(), LogBackend::kLinesMax);
        QCOMPARE(all.front().number, std::uint64_t{501});
        QCOMPARE(all.back().text, QStringLiteral("line 2499"));
        const std::vector<LogLine> fresh = log.recent(2'498);
        QCOMPARE(fresh.size(), std::size_t{2});
        QCOMPARE(fresh.front().number, std::uint64_t{2'499});
        QVERIFY(log.recent(2'500).empty());
        QVERIFY(log.recent(9'999).empty());
        // The file says that it does not have them all.
        QVERIFY(log.open(m_folder, {}));
        QVERIFY(log.flush());
        QVERIFY(content().contains("500 line(s) are missing here: too many at once"));
        QVERIFY(content().contains("line 2499\n"));
    }

    void manyThreadsWriteWholeLines()
    {
        constexpr int kThreads = 4;
        constexpr int kEach = 400;
        LogBackend log{*m_clock};
        core::base::LogLimits limits;
        limits.fileBytesMax = 20'000;  // Rotates meanwhile.
        QVERIFY(log.open(m_folder, limits));
        std::vector<std::thread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&log, thread] {
                for (int i = 0; i < kEach; ++i) {
                    log.submit(QtCriticalMsg, feed(), QStringLiteral("%1/%2;").arg(thread).arg(i));
                    if (i % 50 == 0) {
                        (void)log.recent(0);
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QVERIFY(log.flush());

        QByteArray all;
        for (int i = 9; i >= 0; --i) {
            QFile file{i == 0 ? path() : path() + QStringLiteral(".%1").arg(i)};
            all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        }
        const QRegularExpression whole{
            QStringLiteral("^2026-11-24T00:00:00\\.000Z critical kis\\.feed: (\\d)/(\\d+);$")};
        int next[kThreads] = {};
        QList<QByteArray> lines = all.split('\n');
        lines.removeLast();
        QCOMPARE(lines.size(), kThreads * kEach);
        for (const QByteArray& line : std::as_const(lines)) {
            const QRegularExpressionMatch match = whole.match(QString::fromUtf8(line));
            QVERIFY2(match.hasMatch(), line.constData());
            QCOMPARE(match.captured(2).toInt(), next[match.captured(1).toInt()]++);
        }
    }

    void aDiskThatFailsHoldsNobody()
    {
        QFile blocker{m_folder};
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        LogBackend log{*m_clock};

        QVERIFY(!log.open(m_folder, {}));
        for (int i = 0; i < 5'000; ++i) {
            log.submit(QtCriticalMsg, feed(), QStringLiteral("lost"));
        }
        const core::base::Status flushed = log.flush();

        QVERIFY(!flushed);
        QCOMPARE(flushed.error().code, ErrorCode::Io);
        QCOMPARE(log.recent(4'990).size(), std::size_t{10});
        QVERIFY(blocker.remove());
        m_clock->advance(61s);
        log.submit(QtInfoMsg, feed(), QStringLiteral("again"));
        QVERIFY(log.flush());
        QVERIFY(content().contains("5000 line(s) are missing here"));
    }

    void rollingLeavesADatedFile()
    {
        LogBackend log{*m_clock};
        QCOMPARE(log.roll().error().code, ErrorCode::NotFound);
        QVERIFY(log.open(m_folder, {}));
        log.submit(QtInfoMsg, feed(), QStringLiteral("one"));

        QVERIFY(log.roll());

        QFile dated{m_folder + QStringLiteral("/kis-scalper-2026-11-24.001.log")};
        QVERIFY(dated.open(QIODevice::ReadOnly));
        QVERIFY(dated.readAll().contains("one"));
        QCOMPARE(content(), QByteArray{});
    }

    void testsItself()
    {
        LogBackend log{*m_clock};
        QCOMPARE(log.selfTest().error().code, ErrorCode::NotFound);
        QVERIFY(log.open(m_folder, {}));

        const core::base::Status tested = log.selfTest();

        QVERIFY2(tested, tested ? "" : qPrintable(tested.error().detail));
        QVERIFY(content().contains("hidden: ***\n"));
    }

    void theSelfTestNoticesASecret()
    {
        const QString secret = QStringLiteral("canary-seen");
        const QString mark = QStringLiteral("mark-1");
        const auto judged = [&](const char* written) {
            return core::base::judgeSelfTest(written, secret, mark);
        };
        QVERIFY(judged("tested, mark-1, hidden: ***\n"));
        QCOMPARE(judged("tested, mark-1, hidden: canary-seen\n").error().code, ErrorCode::Refused);
        QCOMPARE(judged("canary-seen\n").error().code, ErrorCode::Refused);
        QCOMPARE(judged("tested, hidden: ***\n").error().code, ErrorCode::NotFound);
    }

    void theSelfTestNoticesThatNothingArrives()
    {
        LogBackend log{*m_clock};
        QVERIFY(log.open(m_folder, {}));
        QVERIFY(log.selfTest());
        // The file is gone under the program's hands.
        QVERIFY(QFile::remove(path()));
        QFile other{path()};
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();

        QCOMPARE(log.selfTest().error().code, ErrorCode::NotFound);
    }

    void theProcessLogsToItsFile()
    {
        core::base::installLog();
        core::base::hideInLog(QStringLiteral("canary-process"));
        qCWarning(core::base::lcApp) << "before the folder, canary-process";
        const std::uint64_t before = core::base::recentLog(0).back().number;
        QVERIFY(core::base::openLogFile(m_folder, {}));
        qCInfo(core::base::lcDisk) << "after, canary-process";
        QVERIFY(core::base::testLogFile());
        core::base::closeLogFile();
        qInstallMessageHandler(nullptr);

        const QByteArray all = content();
        QVERIFY(all.contains("warning kis.app: before the folder, ***"));
        QVERIFY(all.contains("info kis.disk: after, ***"));
        QVERIFY(!all.contains("canary"));
        QCOMPARE(core::base::recentLog(before).size(), std::size_t{2});
    }

private:
    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/kis-scalper.log"); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file{path()};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(not there)");
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::ManualClock> m_clock;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestLogBackend)
#include "tst_log_backend.moc"
