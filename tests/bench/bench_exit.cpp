// From the tick that crosses a stop to the first byte of the exit order: market socket, decoder,
// rules, gate, ledger and its disk, net thread, a connection kept ready. The whole engine and the
// whole window, which repaints, under 20,000 extra trade records a second; real ticks of the
// simulator cross stops of the trader's own, at five positions at once. The gate lets 100 buys a
// day through, so more exits are several days. With a number of TURNS, the days alternate between
// no messages and a message service that hangs, fails or limits, and each is told beside the
// others. Beside them all, on the same disk at the same time: a bare fdatasync. bench_exit [EXITS]
// [RECORDS_PER_SECOND] [FOLDER] [TURNS]

#include "core/config/config_file.h"
#include "core/engine/session.h"
#include "tests/bench/bare_sync.h"
#include "tests/bench/wire_bench.h"
#include "tests/core/notify/telegram_stub.h"
#include "tests/support/feed_relay.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

#include <array>
#include <atomic>
#include <thread>

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

    void wantDays() override { m_session.wantDays(); }
    void wantDay(domain::TradingDate date) override { m_session.wantDay(date); }
    void exportDay(domain::TradingDate date, domain::ReportFormat format,
                   const QString& path) override
    {
        m_session.exportDay(date, format, path);
    }

    void sendDay(domain::TradingDate date) override { m_session.sendDay(date); }
    QString whyNotSendable() const override { return m_session.whyNotSendable(); }
    void cancelClosing() override { m_session.cancelClosing(); }
    std::vector<domain::TradingDate> backups() const override { return m_session.backups(); }
    base::Status restoreAtNextStart(domain::TradingDate date) override
    {
        return m_session.restoreAtNextStart(date);
    }
    std::vector<domain::TextLogLine> textLog(std::uint64_t after) const override
    {
        return m_session.textLog(after);
    }

    domain::SnapshotPtr shot;

private:
    engine::Session& m_session;
};

/// One exit after the other at one place among five; see the file. Asks on and on what may be done
/// next; nothing in it waits.
class Exits final
{
public:
    Exits(Watched& terminal, engine::WorkerThread<test::FeedRelay>& feed)
        : m_terminal{terminal}, m_feed{feed}
    {
    }

    void begin(const domain::Symbol& symbol)
    {
        m_symbol = symbol;
        m_code = symbol.toString().toLatin1();
        m_crossed = 0;
        m_firstByte = 0;
        buy();
    }
    [[nodiscard]] bool isFree() const { return m_stage == Stage::Free; }
    [[nodiscard]] const domain::Symbol& symbol() const { return m_symbol; }

    /// Every tick at or below the level is told from now on: the stop may be set.
    void watched(const QByteArray& code)
    {
        if (code == m_code && m_stage == Stage::Watch) {
            m_asked = now().count();
            m_terminal.perform(domain::MoveStop{m_symbol, m_level});
            m_stage = Stage::Stop;
        }
    }
    /// Counts from the moment the stop was asked for, so the command's own way is in the figure
    /// where a tick comes within it.
    void crossed(const QByteArray& code, std::int64_t at)
    {
        if (code == m_code && m_stage == Stage::Stop && m_crossed == 0 && at >= m_asked) {
            m_crossed = at;
        }
    }
    void sent(const QByteArray& code, std::int64_t at)
    {
        if (code == m_code && m_stage == Stage::Stop && m_firstByte == 0) {
            m_firstByte = at;
        }
    }

    /// Goes on as far as it can; tells what an exit took once it has been measured.
    std::optional<std::int64_t> goOn()
    {
        switch (m_stage) {
        case Stage::Free:
            return std::nullopt;
        case Stage::Held:
            setStop();
            break;
        case Stage::Watch:
            break;
        case Stage::Stop:
            if (m_firstByte != 0 && (m_crossed != 0 || now().count() > m_firstByte + kLate)) {
                m_stage = Stage::Leave;
                // Without a tick before it the market was below when the stop was set.
                return m_crossed != 0 && m_firstByte > m_crossed
                           ? std::optional{m_firstByte - m_crossed}
                           : std::nullopt;
            }
            break;
        case Stage::Leave:
            m_stage = held() == nullptr ? Stage::Free : Stage::Leave;
            break;
        }
        if (m_stage != Stage::Free && now() > m_until) {
            giveUp();
        }
        return std::nullopt;
    }
    /// What was bought stays: one of the other positions.
    void keep() { m_stage = Stage::Free; }

private:
    enum class Stage
    {
        Free,
        Held,   ///< Bought: waits for the shares and for a price to stop below.
        Watch,  ///< Waits for the relay to look out for the tick.
        Stop,   ///< Has asked for the stop: waits for the tick and the order.
        Leave,  ///< Waits for the shares to be gone.
    };
    static constexpr std::chrono::seconds kPatience{20};
    static constexpr std::int64_t kLate = 500'000'000;  ///< Signals of the relays are here by then.

    Watched& m_terminal;
    engine::WorkerThread<test::FeedRelay>& m_feed;
    domain::Symbol m_symbol;
    QByteArray m_code;
    Stage m_stage = Stage::Free;
    domain::Price m_level;
    std::int64_t m_asked = 0;
    std::int64_t m_crossed = 0;
    std::int64_t m_firstByte = 0;
    std::chrono::nanoseconds m_until{};

    void buy()
    {
        const domain::SymbolView* figures = view();
        if (figures == nullptr) {
            return;
        }
        domain::OrderRequest order;
        order.symbol = m_symbol;
        order.quantity = domain::Quantity{1};
        order.price = figures->ask;
        order.rule = QStringLiteral("HAND");
        m_terminal.perform(domain::PlaceOrder{order});
        m_until = now() + kPatience;
        m_stage = Stage::Held;
    }
    /// As near as can be: one step below a trade that a buyer made is the next seller's price.
    void setStop()
    {
        const domain::SymbolView* figures = view();
        if (held() == nullptr || figures == nullptr || figures->last != figures->ask) {
            return;
        }
        m_level = domain::nextDown(figures->last, figures->steps);
        m_feed.post([code = m_code, level = m_level](test::FeedRelay& relay) {
            relay.watch(code, level.won());
        });
        m_stage = Stage::Watch;
    }
    /// Nothing crossed, or nothing was bought.
    void giveUp()
    {
        m_terminal.perform(domain::SellPosition{m_symbol, 100});
        m_until = now() + kPatience;
        m_stage = held() == nullptr ? Stage::Free : Stage::Leave;
    }
    [[nodiscard]] const domain::RuledPosition* held() const
    {
        const auto& all = m_terminal.shot->rules->positions;
        const auto at =
            std::find_if(all.begin(), all.end(), [this](const domain::RuledPosition& one) {
                return one.symbol == m_symbol;
            });
        return at == all.end() ? nullptr : &*at;
    }
    [[nodiscard]] const domain::SymbolView* view() const
    {
        const auto& all = m_terminal.shot->symbols;
        const auto at = std::find_if(all.begin(), all.end(), [this](const domain::SymbolView& one) {
            return one.symbol == m_symbol;
        });
        return at == all.end() ? nullptr : &*at;
    }
};

/// What becomes of the messages of a day.
enum class Messages
{
    None,
    Taken,
    Hang,
    Fail,
    Limited,
};
constexpr std::array kMessages{Messages::None, Messages::Taken, Messages::Hang, Messages::Fail,
                               Messages::Limited};
constexpr std::array kMessageNames{"no messages", "messages taken", "the service hangs",
                                   "the service fails", "the service limits"};

/// The message service on a thread of its own.
class Service final : public QObject
{
public:
    explicit Service(Messages messages) : m_messages{messages} {}
    void start()
    {
        m_stub = std::make_unique<test::TelegramStub>();
        for (const char* method : {"sendMessage", "sendPhoto"}) {
            switch (m_messages) {
            case Messages::None:
            case Messages::Taken:
                break;
            case Messages::Hang:
                m_stub->relay(method, test::hanging());
                break;
            case Messages::Fail:
                m_stub->relay(method, test::failing(500));
                break;
            case Messages::Limited:
                m_stub->relay(method, test::limited(3));
                break;
            }
        }
        port = m_stub->url().port();
    }
    [[nodiscard]] std::size_t calls() const { return m_stub->calls.size(); }

    std::atomic<int> port = 0;

private:
    const Messages m_messages;
    std::unique_ptr<test::TelegramStub> m_stub;
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

/// Both relays in front of a simulator of its own: what the session is told to talk to.
class Line final
{
public:
    explicit Line(const sim::SimulatorOptions& options)
        : m_simulator{QStringLiteral("sim"), std::make_unique<sim::Simulator>(options)}
    {
        QObject::connect(m_simulator.root(), &sim::Simulator::ready, &m_context,
                         [this](const sim::SimulatorEndpoint& where) { endpoint = where; });
        m_simulator.begin();
        waitFor([this] { return endpoint.has_value(); });
        feed = std::make_unique<engine::WorkerThread<test::FeedRelay>>(
            QStringLiteral("feed"),
            std::make_unique<test::FeedRelay>(static_cast<std::uint16_t>(QUrl{endpoint->ws}.port()),
                                              log));
        orders = std::make_unique<engine::WorkerThread<bench::OrderRelay>>(
            QStringLiteral("orders"), std::make_unique<bench::OrderRelay>(
                                          static_cast<std::uint16_t>(QUrl{endpoint->rest}.port())));
        std::uint16_t feedPort = 0;
        std::uint16_t orderPort = 0;
        QObject::connect(feed->root(), &test::FeedRelay::ready, &m_context,
                         [&feedPort](std::uint16_t port) { feedPort = port; });
        QObject::connect(orders->root(), &bench::OrderRelay::ready, &m_context,
                         [&orderPort](std::uint16_t port) { orderPort = port; });
        feed->begin();
        orders->begin();
        waitFor([&] { return feedPort != 0 && orderPort != 0; });
        endpoint->ws = QStringLiteral("ws://127.0.0.1:%1").arg(feedPort);
        endpoint->rest = QStringLiteral("http://127.0.0.1:%1").arg(orderPort);
    }

    std::optional<sim::SimulatorEndpoint> endpoint;
    std::shared_ptr<test::FeedRelayLog> log = std::make_shared<test::FeedRelayLog>();

private:
    QObject m_context;
    engine::WorkerThread<sim::Simulator> m_simulator;

public:
    std::unique_ptr<engine::WorkerThread<test::FeedRelay>> feed;
    std::unique_ptr<engine::WorkerThread<bench::OrderRelay>> orders;
};

/// Exits of one day, at most `exits`, into `took`.
void measureDay(int exits, int records, const QString& folder, Messages messages,
                std::vector<std::int64_t>& took)
{
    engine::SessionOptions run = optionsOf(folder, records);
    Line line{run.simulator};
    run.joined = line.endpoint;
    engine::WorkerThread<Service> service{QStringLiteral("service"),
                                          std::make_unique<Service>(messages)};
    if (messages != Messages::None) {
        service.begin();
        waitFor([&service] { return service.root()->port != 0; });
        run.telegramUrl =
            QUrl{QStringLiteral("http://127.0.0.1:%1").arg(service.root()->port.load())};
        run.config.notify.telegram = true;
        run.telegram =
            config::TelegramSecrets{.token = test::kBotToken, .chatId = 1001, .userId = 1001};
    }
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

    QObject context;
    std::array<Exits, 2> places{Exits{terminal, *line.feed}, Exits{terminal, *line.feed}};
    QObject::connect(line.feed->root(), &test::FeedRelay::watching, &context,
                     [&places](const QByteArray& code) {
                         for (Exits& place : places) {
                             place.watched(code);
                         }
                     });
    QObject::connect(line.feed->root(), &test::FeedRelay::traded, &context,
                     [&places](const QByteArray& code, std::int64_t at) {
                         for (Exits& place : places) {
                             place.crossed(code, at);
                         }
                     });
    QObject::connect(line.orders->root(), &bench::OrderRelay::firstByte, &context,
                     [&places](const QByteArray& code, std::int64_t at) {
                         for (Exits& place : places) {
                             place.sent(code, at);
                         }
                     });
    std::size_t next = 0;
    // What may be bought next. An order by hand needs a book, which the selected symbol gets.
    const auto choice = [&]() -> std::optional<domain::Symbol> {
        const auto& rows = terminal.shot->symbols;
        const auto& held = terminal.shot->trading->positions;
        const domain::SymbolView& row = rows[next % rows.size()];
        const auto isHeld = [&row](const domain::Position& one) {
            return one.symbol == row.symbol && one.quantity.shares() > 0;
        };
        const auto isTaken = [&row](const Exits& place) { return place.symbol() == row.symbol; };
        if (std::any_of(held.begin(), held.end(), isHeld)
            || std::any_of(places.begin(), places.end(), isTaken)) {
            ++next;
            return std::nullopt;
        }
        if (terminal.shot->selected != row.symbol) {
            terminal.selectSymbol(row.symbol);
            return std::nullopt;
        }
        if (!row.slot.trade || !row.slot.quote || row.ask.won() == 0) {
            return std::nullopt;
        }
        ++next;
        return row.symbol;
    };
    const std::uint64_t before = line.log->figures().records;
    const std::chrono::nanoseconds from = now();
    window.frameMeter().restart();
    constexpr int kBuysMax = 100;
    constexpr int kKept = 3;
    constexpr std::chrono::milliseconds kBetween{800};
    int bought = 0;
    std::chrono::nanoseconds nextBuy = from;
    const std::size_t enough = took.size() + static_cast<std::size_t>(exits);
    waitFor([&] {
        bool busy = false;
        for (Exits& place : places) {
            if (const std::optional<std::int64_t> one = place.goOn()) {
                took.push_back(*one);
            }
            if (place.isFree() && bought < kBuysMax && took.size() < enough && now() >= nextBuy) {
                if (const std::optional<domain::Symbol> symbol = choice()) {
                    place.begin(*symbol);
                    nextBuy = now() + kBetween;
                    if (bought++ < kKept) {
                        place.keep();
                    }
                }
            }
            busy = busy || !place.isFree();
        }
        return !busy && (bought >= kBuysMax || took.size() >= enough);
    });
    const double seconds = std::chrono::duration<double>(now() - from).count();
    std::printf("%.0f data frames/s, window %.1f frames/s, longest work of a frame %.1f ms; "
                "%zu exits so far, %d tries, %.0f s\n",
                static_cast<double>(line.log->figures().records - before) / seconds,
                window.frameMeter().framesPerSecond(),
                static_cast<double>(window.frameMeter().workMax().count()) / 1e3, took.size(),
                bought, seconds);
    if (messages != Messages::None) {
        std::atomic<std::ptrdiff_t> calls = -1;
        service.post(
            [&calls](const Service& root) { calls = static_cast<std::ptrdiff_t>(root.calls()); });
        waitFor([&calls] { return calls >= 0; });
        std::printf("%td calls of the message service\n", calls.load());
    }
    std::fflush(stdout);
}
}  // namespace

int main(int argc, char** argv)
{
    const QApplication application{argc, argv};
    const int exits = argc > 1 ? QByteArray{argv[1]}.toInt() : 200;
    const int records = argc > 2 ? QByteArray{argv[2]}.toInt() : 20'000;
    const QString at = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QDir::tempPath();
    const int turns = argc > 4 ? QByteArray{argv[4]}.toInt() : 0;
    const auto day = [&](int most, Messages messages, std::vector<std::int64_t>& took) {
        const QTemporaryDir folder{at + QStringLiteral("/bench-exit-XXXXXX")};
        measureDay(most, records, folder.path(), messages, took);
    };
    const QTemporaryDir beside{at + QStringLiteral("/bench-exit-XXXXXX")};
    std::vector<std::int64_t> syncs;
    std::jthread disk{[&](const std::stop_token& stop) {
        syncs = bench::bareSyncs(beside.path(), 4096, [&stop] { return !stop.stop_requested(); });
    }};
    std::array<std::vector<std::int64_t>, kMessages.size()> took;
    if (turns == 0) {
        constexpr int kDaysMax = 10;
        for (int i = 0; i < kDaysMax && std::ssize(took[0]) < exits; ++i) {
            day(exits - static_cast<int>(took[0].size()), Messages::None, took[0]);
        }
    }
    for (int turn = 0; turn < turns; ++turn) {
        for (std::size_t kind = 0; kind < kMessages.size(); ++kind) {
            day(exits, kMessages[kind], took[kind]);
        }
    }
    disk.request_stop();
    disk.join();
    bool measured = false;
    std::puts("tick over the stop to first byte of the exit");
    for (std::size_t kind = 0; kind < kMessages.size(); ++kind) {
        if (!took[kind].empty()) {
            bench::print(kMessageNames[kind], took[kind]);
            measured = true;
        }
    }
    bench::print("bare write and fdatasync of 4 KiB, beside", syncs);
    if (!measured) {
        std::fprintf(stderr, "no exit was measured\n");
    }
    return measured ? 0 : 1;
}

#include "moc_telegram_stub.cpp"
#include "moc_wire_bench.cpp"
