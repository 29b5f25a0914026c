// The whole engine on the embedded simulation: real sockets, real threads. Also the test the thread
// sanitizer runs.

#include "core/config/config_file.h"
#include "core/engine/session.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using engine::Session;
using engine::SessionOptions;

namespace
{
// Far above what is needed: a slow machine is not a failure.
constexpr int kPatienceMs = 60'000;

SessionOptions options(const QString& folder)
{
    SessionOptions session;
    session.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    session.dataFolder = folder;
    session.simulator.calendar = session.calendar;
    session.simulator.instruments = 120;
    session.simulator.speed = 20;
    session.simulator.start = domain::timeOfDay(10, 30);
    session.simulator.date = domain::parseDate(u"2025-09-02");
    return session;
}

QJsonObject reportOf(const QString& file)
{
    QFile json{file};
    const bool open = json.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return QJsonDocument::fromJson(json.readAll()).object();
}

/// Takes snapshots as a window would, until one satisfies `enough`.
template <typename Enough>
domain::SnapshotPtr waitFor(Session& session, Enough enough)
{
    domain::SnapshotPtr newest;
    (void)QTest::qWaitFor(
        [&] {
            if (domain::SnapshotPtr next = session.takeSnapshot()) {
                newest = std::move(next);
            }
            return newest && enough(*newest);
        },
        kPatienceMs);
    return newest;
}
}  // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void fromTheSocketToTheScreenedListAndTheReport()
    {
        QTemporaryDir dir;
        SessionOptions run = options(dir.path());
        run.reportFile = dir.filePath(QStringLiteral("report.json"));
        Session session{run};
        QSignalSpy finished{&session, &api::Terminal::sessionFinished};
        session.start();

        const domain::SnapshotPtr live = waitFor(session, [](const domain::DeskSnapshot& shot) {
            return shot.feed.state == domain::FeedState::Live && shot.feed.records > 50
                   && shot.screen && !shot.screen->rows.empty();
        });
        QVERIFY(live != nullptr);
        QVERIFY2(live->screen && !live->screen->rows.empty(), "nothing was screened");
        QCOMPARE(live->feed.acknowledged, live->feed.wanted);
        QCOMPARE(live->feed.badFrames, 0U);
        QVERIFY(live->slotsMax >= live->feed.wanted);

        session.finish();
        QVERIFY(finished.wait(kPatienceMs));

        QCOMPARE(finished.first().first().toInt(), 0);
        const QJsonObject report = reportOf(run.reportFile);
        QCOMPARE(report.value(QStringLiteral("lost")).toInt(-1), 0);
        QCOMPARE(report.value(QStringLiteral("bad_frames")).toInt(-1), 0);
        QCOMPARE(report.value(QStringLiteral("reconnects")).toInt(-1), 0);
        QVERIFY(!report.value(QStringLiteral("symbols")).toObject().isEmpty());
    }

    void aChosenChartIsWarmAtOnce()
    {
        QTemporaryDir dir;
        Session session{options(dir.path())};
        session.start();
        const domain::Symbol samsung = *domain::Symbol::parse(std::string_view{"005930"});
        session.watchChart(1, {samsung, domain::Interval::M1});

        // The session is an hour and a half old: its bars come by REST, not minute by minute.
        const domain::SnapshotPtr warm = waitFor(session, [](const domain::DeskSnapshot& shot) {
            return shot.charts.size() == 1 && shot.charts.front().closed->bars.size() >= 85;
        });

        QVERIFY(warm != nullptr && warm->charts.size() == 1);
        QCOMPARE(warm->charts.front().pane, 1);
        QVERIFY(warm->charts.front().closed->bars.size() >= 85);
        QVERIFY(!session.findInstruments(QStringLiteral("삼성"), 5).empty());
        QVERIFY(session.findInstruments(QStringLiteral("  "), 5).empty());
    }

    void aTapeThatIsNotThereFailsWithItsName()
    {
        QTemporaryDir dir;
        SessionOptions run = options(dir.path());
        run.simulator.tapes = {dir.filePath(QStringLiteral("none.csv"))};
        Session session{run};
        QSignalSpy failed{&session, &Session::failed};

        session.start();

        QCOMPARE(failed.size(), 1);
        const auto error = failed.first().first().value<base::Error>();
        QVERIFY(error.detail.contains(QStringLiteral("none.csv")));
    }

    void leavingInTheMiddleIsClean()
    {
        QTemporaryDir dir;
        for (int i = 0; i < 3; ++i) {
            Session session{options(dir.path())};
            session.start();
            (void)waitFor(session, [i](const domain::DeskSnapshot& shot) {
                return i == 0 || shot.feed.state != domain::FeedState::Idle;
            });
        }
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
