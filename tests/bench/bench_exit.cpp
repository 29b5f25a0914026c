// From the tick that crosses a stop to the first byte of the exit order: market socket, decoder,
// rules, gate, ledger and its disk, net thread, a connection kept ready. The whole engine and the
// whole window, which repaints, under 20,000 extra trade records a second; real ticks of the
// simulator cross stops of the trader's own. bench_exit [EXITS] [RECORDS_PER_SECOND] [FOLDER]

#include "core/config/config_file.h"
#include "core/engine/session.h"
#include "tests/bench/wire_bench.h"
#include "tests/support/feed_relay.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

using namespace core;

namespace
{
using bench::now;
using bench::waitFor;
using namespace std::chrono_literals;

/// The window's terminal, with a second look at what it shows.
class Watched final : public api::Terminal
{
public:
    explicit Watched(engine::Session& session) : m_session{session} {}

    domain::SnapshotPtr takeSnapshot() override
    {
        domain::SnapshotPtr next = m_session.takeSnapshot();
        if (next) {
            shot = next;
        }
        return next;
    }
    const config::Config& configuration() const override { return m_session.configuration(); }
    void screenNow() override { m_session.screenNow(); }
    void selectSymbol(const domain::Symbol& symbol) override { m_session.selectSymbol(symbol); }
    void watchChart(int pane, const domain::ChartRequest& request) override
    {
        m_session.watchChart(pane, request);
    }
    void unwatchChart(int pane) override { m_session.unwatchChart(pane); }
    void perform(const domain::Command& command) override { m_session.perform(command); }
    std::vector<domain::Instrument> findInstruments(const QString& text, int most) const override
    {
        return m_session.findInstruments(text, most);
    }

    domain::SnapshotPtr shot;

private:
    engine::Session& m_session;
};

/// One exit after the other; see the file.
class Exits final
{
public:
    Exits(Watched& terminal, engine::WorkerThread<test::FeedRelay>& feed,
          engine::WorkerThread<bench::OrderRelay>& orders)
        : m_terminal{terminal}, m_feed{feed}
    {
        QObject::connect(feed.root(), &test::FeedRelay::traded, &m_context,
                         [this](std::int64_t at) { m_crossed = at; });
        QObject::connect(orders.root(), &bench::OrderRelay::firstByte, &m_context,
                         [this](std::int64_t at) { m_firstByte = at; });
    }

    /// Buys one share, puts a stop one step below the last price and waits for the market.
    void one(const domain::Symbol& symbol)
    {
        m_terminal.selectSymbol(symbol);
        if (!until([&] {
                const domain::LadderView& ladder = shot().trading->ladder;
                return ladder.symbol == symbol && ladder.live;
            })) {
            return;
        }
        const domain::SymbolView* before = viewOf(symbol);
        if (before == nullptr || before->ask.won() == 0) {
            return;
        }
        domain::OrderRequest buy;
        buy.symbol = symbol;
        buy.quantity = domain::Quantity{1};
        buy.price = domain::nextUp(before->ask, before->steps);
        buy.rule = QStringLiteral("HAND");
        m_terminal.perform(domain::PlaceOrder{buy});
        if (!until([&] { return held(symbol) != nullptr; })) {
            return;
        }
        const domain::SymbolView* figures = viewOf(symbol);
        if (figures == nullptr) {
            return;
        }
        const domain::Price level = domain::nextDown(figures->last, figures->steps);
        m_crossed = 0;
        m_firstByte = 0;
        m_terminal.perform(domain::MoveStop{symbol, level});
        if (!until([&] {
                const domain::RuledPosition* position = held(symbol);
                return m_firstByte != 0
                       || (position != nullptr && position->marks.manualStop == level);
            })
            || m_firstByte != 0) {
            (void)until([&] { return held(symbol) == nullptr; });
            return;  // Crossed before anybody watched.
        }
        m_feed.post([code = symbol.toString().toLatin1(), level](test::FeedRelay& relay) {
            relay.watch(code, level.won());
        });
        if (until([&] { return m_crossed != 0 && m_firstByte != 0; }) && m_firstByte > m_crossed) {
            took.push_back(m_firstByte - m_crossed);
        }
        m_terminal.perform(domain::SellPosition{symbol, 100});
        (void)until([&] { return held(symbol) == nullptr; });
    }

    std::vector<std::int64_t> took;

private:
    Watched& m_terminal;
    engine::WorkerThread<test::FeedRelay>& m_feed;
    QObject m_context;
    std::int64_t m_crossed = 0;
    std::int64_t m_firstByte = 0;

    [[nodiscard]] const domain::DeskSnapshot& shot() const { return *m_terminal.shot; }
    template <typename Condition>
    bool until(Condition condition)
    {
        const std::chrono::nanoseconds patience = now() + 20s;
        bool met = false;
        waitFor([&] { return (met = condition()) || now() > patience; });
        return met;
    }
    [[nodiscard]] const domain::RuledPosition* held(const domain::Symbol& symbol) const
    {
        const auto& all = shot().rules->positions;
        const auto at = std::find_if(all.begin(), all.end(), [&](const domain::RuledPosition& one) {
            return one.symbol == symbol;
        });
        return at == all.end() ? nullptr : &*at;
    }
    [[nodiscard]] const domain::SymbolView* viewOf(const domain::Symbol& symbol) const
    {
        const auto& all = shot().symbols;
        const auto at = std::find_if(all.begin(), all.end(), [&](const domain::SymbolView& one) {
            return one.symbol == symbol;
        });
        return at == all.end() ? nullptr : &*at;
    }
};

engine::SessionOptions optionsOf(const QString& folder, int records)
{
    engine::SessionOptions run;
    run.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    run.config.risk.messagesPerMinute = 480;
    run.config.risk.messagesPerDay = 2'000;
    run.dataFolder = folder;
    run.simulator.start = domain::timeOfDay(10, 0);
    run.simulator.date = domain::parseDate(u"2025-09-02");
    run.simulator.startCash = domain::Won{1'000'000'000};
    run.simulator.extraTradesPerSecond = records;
    QFile taxes{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
    if (taxes.open(QIODevice::ReadOnly)) {
        run.taxes = domain::TaxTable::fromJson(taxes.readAll()).value();
    }
    return run;
}
}  // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    const int exits = argc > 1 ? QByteArray{argv[1]}.toInt() : 200;
    const int records = argc > 2 ? QByteArray{argv[2]}.toInt() : 20'000;
    const QTemporaryDir folder{(argc > 3 ? QString::fromLocal8Bit(argv[3]) : QDir::tempPath())
                               + QStringLiteral("/bench-exit-XXXXXX")};
    engine::SessionOptions run = optionsOf(folder.path(), records);
    QObject context;

    engine::WorkerThread<sim::Simulator> simulator{QStringLiteral("sim"),
                                                   std::make_unique<sim::Simulator>(run.simulator)};
    std::optional<sim::SimulatorEndpoint> endpoint;
    QObject::connect(simulator.root(), &sim::Simulator::ready, &context,
                     [&](const sim::SimulatorEndpoint& where) { endpoint = where; });
    simulator.begin();
    waitFor([&] { return endpoint.has_value(); });

    const auto log = std::make_shared<test::FeedRelayLog>();
    engine::WorkerThread<test::FeedRelay> feed{
        QStringLiteral("feed"), std::make_unique<test::FeedRelay>(
                                    static_cast<std::uint16_t>(QUrl{endpoint->ws}.port()), log)};
    engine::WorkerThread<bench::OrderRelay> orders{
        QStringLiteral("orders"), std::make_unique<bench::OrderRelay>(
                                      static_cast<std::uint16_t>(QUrl{endpoint->rest}.port()))};
    std::uint16_t feedPort = 0;
    std::uint16_t orderPort = 0;
    QObject::connect(feed.root(), &test::FeedRelay::ready, &context,
                     [&](std::uint16_t port) { feedPort = port; });
    QObject::connect(orders.root(), &bench::OrderRelay::ready, &context,
                     [&](std::uint16_t port) { orderPort = port; });
    feed.begin();
    orders.begin();
    waitFor([&] { return feedPort != 0 && orderPort != 0; });
    endpoint->ws = QStringLiteral("ws://127.0.0.1:%1").arg(feedPort);
    endpoint->rest = QStringLiteral("http://127.0.0.1:%1").arg(orderPort);
    run.joined = endpoint;

    engine::Session session{run};
    Watched terminal{session};
    ui::MainWindow window{terminal, {}};
    window.resize(1920, 1080);
    window.show();
    session.start();
    session.perform(domain::SetMaster{domain::AutoState::ExitsOnly});
    waitFor([&] {
        return terminal.shot && terminal.shot->trading && terminal.shot->rules
               && terminal.shot->feed.state == domain::FeedState::Live
               && terminal.shot->feed.acknowledged == terminal.shot->feed.wanted
               && terminal.shot->feed.wanted > 30;
    });

    Exits measured{terminal, feed, orders};
    std::vector<domain::Symbol> symbols;
    for (const domain::SymbolView& one : terminal.shot->symbols) {
        symbols.push_back(one.symbol);
    }
    const std::uint64_t before = log->figures().records;
    const std::chrono::nanoseconds from = now();
    window.frameMeter().restart();
    int tries = 0;
    for (; tries < 2 * exits && std::ssize(measured.took) < exits; ++tries) {
        measured.one(symbols[static_cast<std::size_t>(tries) % symbols.size()]);
    }
    const double seconds = std::chrono::duration<double>(now() - from).count();
    std::printf(
        "%.0f data frames/s, window %.1f frames/s, longest work of a frame %.1f ms; %d tries\n",
        static_cast<double>(log->figures().records - before) / seconds,
        window.frameMeter().framesPerSecond(),
        static_cast<double>(window.frameMeter().workMax().count()) / 1e3, tries);
    if (measured.took.empty()) {
        std::fprintf(stderr, "no exit was measured\n");
        return 1;
    }
    bench::print("tick over the stop to first byte of the exit", measured.took);
    return 0;
}
