// The whole engine on the embedded simulation: real sockets, real threads. Also the test the thread
// sanitizer runs.

#include "core/config/config_file.h"
#include "core/engine/kill_signal.h"
#include "core/engine/session.h"
#include "tests/support/feed_relay.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace core;
using engine::Session;
using engine::SessionOptions;

namespace
{
SessionOptions options(const QString& folder)
{
    SessionOptions session;
    session.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    session.dataFolder = folder;
    session.taxes = *domain::TaxTable::fromJson(
        R"({"source":"test","rates":[{"settled_from":"2025-01-01","kospi_tax":"0.00",)"
        R"("kospi_rural":"0.15","kosdaq_tax":"0.15"}]})");
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
    (void)test::comes([&] {
        if (domain::SnapshotPtr next = session.takeSnapshot()) {
            newest = std::move(next);
        }
        return newest && enough(*newest);
    });
    return newest;
}
std::int64_t heldOf(const domain::DeskSnapshot& shot, const domain::Symbol& symbol)
{
    for (const domain::Position& position : shot.trading->positions) {
        if (position.symbol == symbol) {
            return position.quantity.shares();
        }
    }
    return 0;
}

std::optional<domain::Price> priceOf(const domain::DeskSnapshot& shot, const domain::Symbol& symbol)
{
    const auto& ladder = shot.trading->ladder;
    return ladder.symbol == symbol && ladder.book && ladder.book->asks[0].price.won() > 0
               ? std::optional{ladder.book->asks[0].price}
               : std::nullopt;
}

/// The kill level and the gate it closes are warned of; nothing else is.
void expectKill(const char* cause)
{
    for (const domain::LogCode code : {domain::LogCode::KillRaised, domain::LogCode::GateClosed}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{QStringLiteral("code %1 .*%2")
                                                                  .arg(static_cast<int>(code))
                                                                  .arg(QLatin1String{cause})});
    }
}

/// The same without this thread's event loop, as a window that hangs: null if it never comes.
template <typename Enough>
domain::SnapshotPtr standStill(Session& session, Enough enough)
{
    const QDeadlineTimer patience{test::kPatience};
    while (!patience.hasExpired()) {
        if (domain::SnapshotPtr next = session.takeSnapshot(); next && enough(*next)) {
            return next;
        }
        QThread::yieldCurrentThread();
    }
    return nullptr;
}
}  // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

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
        QVERIFY(finished.wait(test::kPatience));

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

    /// The window's thread stands still: no event loop of this thread turns meanwhile.
    void h11_aBlockedWindowStopsEntriesAndNothingElse()
    {
        QTemporaryDir dir;
        SessionOptions run = options(dir.path());
        run.simulator.speed = 1;
        // An echo that comes late ends the connection.
        run.simulator.faults = {QStringLiteral("ws.ping_every=1"),
                                QStringLiteral("ws.require_echo_ms=2000")};
        Session session{run};
        session.start();
        const domain::Symbol samsung = *domain::Symbol::parse(std::string_view{"005930"});
        session.selectSymbol(samsung);
        session.perform(domain::Presence{});
        const domain::SnapshotPtr open = waitFor(session, [&](const domain::DeskSnapshot& shot) {
            session.perform(domain::Presence{});
            return shot.trading->gate.state == domain::GateState::Open && priceOf(shot, samsung);
        });
        QVERIFY(open != nullptr && open->trading->gate.state == domain::GateState::Open);
        const domain::OrderRequest buy{.symbol = samsung,
                                       .side = domain::Side::Buy,
                                       .quantity = domain::Quantity{3},
                                       .price = priceOf(*open, samsung).value(),
                                       .rule = QStringLiteral("HAND")};
        session.perform(domain::PreviewOrder{1, buy});
        (void)waitFor(session, [&](const domain::DeskSnapshot& shot) {
            session.perform(domain::Presence{});
            return shot.trading->preview && shot.trading->preview->allowed;
        });
        session.perform(domain::PlaceOrder{buy});
        const domain::SnapshotPtr held = waitFor(session, [&](const domain::DeskSnapshot& shot) {
            session.perform(domain::Presence{});
            return heldOf(shot, samsung) == 3;
        });
        QVERIFY(held != nullptr);
        QCOMPARE(heldOf(*held, samsung), 3);

        expectKill("window");
        session.perform(domain::Presence{});
        const domain::SnapshotPtr killed =
            standStill(session, [](const domain::DeskSnapshot& shot) {
                return shot.trading->gate.kill == domain::KillLevel::NoEntries;
            });
        QVERIFY2(killed != nullptr, "K1 by itself");
        session.perform(domain::SellPosition{samsung, 100});
        const domain::SnapshotPtr flat = standStill(
            session, [&](const domain::DeskSnapshot& shot) { return heldOf(shot, samsung) == 0; });
        QVERIFY2(flat != nullptr, "exits are not affected");
        QCOMPARE(flat->feed.reconnects, held->feed.reconnects);

        session.perform(domain::Presence{});
        session.perform(domain::ReleaseKill{});
        const domain::SnapshotPtr released =
            waitFor(session, [&](const domain::DeskSnapshot& shot) {
                session.perform(domain::Presence{});
                return shot.trading->gate.kill == domain::KillLevel::None;
            });
        QVERIFY(released != nullptr && released->trading->gate.kill == domain::KillLevel::None);
    }

    /// A window that hangs for five seconds: every PINGPONG in that time is answered before the
    /// window is let go, which an answer that passed its thread could not be.
    void c03_pingsAreAnsweredWhileTheWindowStandsStill()
    {
        QTemporaryDir dir;
        SessionOptions run = options(dir.path());
        run.simulator.speed = 1;
        core::engine::WorkerThread<sim::Simulator> simulator{
            QStringLiteral("sim"), std::make_unique<sim::Simulator>(run.simulator)};
        std::optional<sim::SimulatorEndpoint> endpoint;
        connect(simulator.root(), &sim::Simulator::ready, this,
                [&endpoint](const sim::SimulatorEndpoint& where) { endpoint = where; });
        simulator.begin();
        QVERIFY(test::comes([&endpoint] { return endpoint.has_value(); }));
        const auto log = std::make_shared<test::FeedRelayLog>();
        core::engine::WorkerThread<test::FeedRelay> relay{
            QStringLiteral("relay"),
            std::make_unique<test::FeedRelay>(static_cast<std::uint16_t>(QUrl{endpoint->ws}.port()),
                                              log)};
        std::optional<std::uint16_t> port;
        connect(relay.root(), &test::FeedRelay::ready, this,
                [&port](std::uint16_t at) { port = at; });
        relay.begin();
        QVERIFY(test::comes([&port] { return port.has_value(); }));
        endpoint->ws = QStringLiteral("ws://127.0.0.1:%1").arg(*port);
        run.joined = endpoint;
        Session session{run};
        session.start();
        const domain::SnapshotPtr live = waitFor(session, [&](const domain::DeskSnapshot& shot) {
            session.perform(domain::Presence{});
            return shot.feed.state == domain::FeedState::Live && shot.feed.records > 50
                   && shot.trading->gate.state == domain::GateState::Open;
        });
        QVERIFY(live != nullptr && live->trading->gate.state == domain::GateState::Open);
        const std::uint64_t before = log->figures().records;

        expectKill("window");
        constexpr int kPings = 100;
        const auto answered = std::make_shared<QSemaphore>();
        relay.post([answered](test::FeedRelay& root) {
            root.inject(kPings, std::chrono::milliseconds{50}, answered);
        });
        QVERIFY2(answered->tryAcquire(1, test::kPatience), "echoes wait for the window");

        test::FeedRelayLog::Figures seen = log->figures();
        QCOMPARE(seen.sent, std::uint64_t{kPings});
        QCOMPARE(seen.took.size(), std::size_t{kPings});
        QVERIFY2(seen.records > before + 20, "the feed runs meanwhile");
        QCOMPARE(seen.pings, 0U);
        QCOMPARE(seen.pongs, 0U);
        std::sort(seen.took.begin(), seen.took.end());
        qInfo("C03: echo p50 %.2f ms, p99 %.2f ms, longest %.2f ms",
              static_cast<double>(seen.took[kPings / 2].count()) / 1e6,
              static_cast<double>(seen.took[kPings - 2].count()) / 1e6,
              static_cast<double>(seen.took.back().count()) / 1e6);
        QVERIFY(waitFor(session,
                        [](const domain::DeskSnapshot& shot) {
                            return shot.trading->gate.kill == domain::KillLevel::NoEntries;
                        })
                    ->trading->gate.kill
                == domain::KillLevel::NoEntries);
    }

    void rc28_theSignalKillsWhileTheWindowStandsStill()
    {
        QTemporaryDir dir;
        Session session{options(dir.path())};
        session.start();
        (void)waitFor(session, [](const domain::DeskSnapshot& shot) {
            return shot.trading->gate.state == domain::GateState::Open;
        });

        expectKill("signal");
        ::kill(::getpid(), SIGUSR1);

        const domain::SnapshotPtr killed =
            standStill(session, [](const domain::DeskSnapshot& shot) {
                return shot.trading->gate.kill == domain::KillLevel::CancelBuys;
            });
        QVERIFY(killed != nullptr);
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

int main(int argc, char** argv)
{
    core::engine::KillSignal::block();
    QCoreApplication application{argc, argv};
    TestSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_session.moc"
