// torture_desk: the whole terminal without its window and a script in the trader's place. It is
// killed and started again by `torture`.

#include "core/base/clock.h"
#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/config/config_file.h"
#include "core/engine/instance_lock.h"
#include "core/engine/session.h"
#include "core/orders/order_state.h"
#include "tests/support/shim_vfs.h"
#include "tests/torture/desk_script.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <set>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace
{
using namespace core;
using namespace std::chrono_literals;

constexpr int kIssues = 3;
constexpr auto kQuietFor = 300ms;  ///< With the simulator's clock: half a minute and more.

QByteArray firstLineOf(const QString& name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? file.readLine() : QByteArray{};
}

domain::TaxTable taxes()
{
    QFile file{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return *domain::TaxTable::fromJson(file.readAll());
}

/// Drives one life of the terminal.
class Driver final : public QObject
{
public:
    Driver(engine::Session& session, std::uint64_t seed, const QString& folder)
        : m_session{session}, m_seed{seed}, m_folder{folder}
    {
        m_seenFile = ::open(QFile::encodeName(folder + QStringLiteral("/seen")).constData(),
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
        m_timer.start(5ms);
    }
    ~Driver() override { ::close(m_seenFile); }

private:
    void step()
    {
        if (domain::SnapshotPtr next = m_session.takeSnapshot()) {
            m_shot = std::move(next);
            noteSeen();
        }
        if (!m_shot || !m_shot->trading) {
            return;
        }
        if (!m_script) {
            chooseIssues();
            return;
        }
        if (m_shot->rules->master != domain::AutoState::Off) {
            // The script knows its own orders; those of the rules would be in its way.
            m_session.perform(domain::SetMaster{domain::AutoState::Off});
            return;
        }
        const std::int64_t nowMs =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic()).count();
        const torture::DeskScript::Move move = m_script->next(*m_shot, nowMs);
        if (move.select && nowMs >= m_selectNotBefore) {
            m_selectNotBefore = nowMs + 300;
            qCInfo(base::lcApp).noquote() << "select" << move.select->toString();
            m_session.selectSymbol(*move.select);
            m_session.watchChart(0, {*move.select, domain::Interval::M1});
        }
        for (const domain::Command& command : move.commands) {
            qCInfo(base::lcApp) << "command" << command.index();
            m_session.perform(command);
        }
        if (!m_script->isQuiet(*m_shot)) {
            m_quietSince.reset();
        } else if (!m_quietSince) {
            m_quietSince = m_clock.monotonic();
            m_session.perform(domain::ReconcileNow{});
        } else if (m_clock.monotonic() - *m_quietSince > kQuietFor) {
            finish();
        }
    }

    /// The most traded issues of the first life; the later ones keep to them.
    void chooseIssues()
    {
        std::vector<domain::Symbol> symbols;
        QFile chosen{m_folder + QStringLiteral("/issues")};
        if (chosen.open(QIODevice::ReadOnly)) {
            for (const QByteArray& code : chosen.readAll().split(' ')) {
                if (const auto symbol =
                        domain::Symbol::parse(QStringView{QString::fromLatin1(code)})) {
                    symbols.push_back(*symbol);
                }
            }
        } else {
            symbols = mostTraded();
        }
        if (symbols.size() != kIssues) {
            return;
        }
        if (!chosen.isOpen()) {
            QStringList codes;
            for (const domain::Symbol& symbol : symbols) {
                codes.append(symbol.toString());
            }
            QSaveFile file{chosen.fileName()};
            const bool open = file.open(QIODevice::WriteOnly);
            Q_ASSERT(open);
            file.write(codes.join(u' ').toLatin1());
            file.commit();
        }
        m_script.emplace(symbols, m_seed);
    }

    [[nodiscard]] std::vector<domain::Symbol> mostTraded() const
    {
        std::vector<const domain::SymbolView*> live;
        for (const domain::SymbolView& one : m_shot->symbols) {
            if (one.bid != domain::Price{} && one.ask != domain::Price{}
                && one.last >= domain::Price::fromWon(2000)) {
                live.push_back(&one);
            }
        }
        std::sort(live.begin(), live.end(), [](const auto* a, const auto* b) {
            return a->accTurnover.value() > b->accTurnover.value();
        });
        std::vector<domain::Symbol> symbols;
        for (std::size_t index = 0; index < live.size() && index < kIssues && live.size() >= 8;
             ++index) {
            symbols.push_back(live[index]->symbol);
        }
        return symbols;
    }

    /// What the trader has seen acknowledged must never be forgotten.
    void noteSeen()
    {
        for (const domain::Order& order : m_shot->trading->orders) {
            if (order.state == domain::OrderState::Intent
                || order.state == domain::OrderState::Denied
                || order.state == domain::OrderState::External || !m_seen.insert(order.id).second) {
                continue;
            }
            const QByteArray line = order.id.toString().toLatin1() + '\n';
            const ssize_t written =
                ::write(m_seenFile, line.constData(), static_cast<std::size_t>(line.size()));
            static_cast<void>(written);
        }
    }

    void finish()
    {
        m_timer.stop();
        QJsonArray orders;
        for (const domain::Order& order : m_shot->trading->orders) {
            QJsonArray earlier;
            for (const domain::BrokerOrderId& id : order.earlier) {
                earlier.append(id.number());
            }
            orders.append(QJsonObject{
                {QStringLiteral("id"), order.id.toString()},
                {QStringLiteral("symbol"), order.request.symbol.toString()},
                {QStringLiteral("side"), order.request.side == domain::Side::Buy
                                             ? QStringLiteral("buy")
                                             : QStringLiteral("sell")},
                {QStringLiteral("state"), QString{orders::toText(order.state)}},
                {QStringLiteral("final"), domain::isFinal(order.state)},
                {QStringLiteral("broker"), order.broker.number()},
                {QStringLiteral("earlier"), earlier},
                {QStringLiteral("qty"), static_cast<qint64>(order.request.quantity.shares())},
                {QStringLiteral("filled"), static_cast<qint64>(order.filled.shares())},
                {QStringLiteral("code"), order.code},
                {QStringLiteral("text"), order.text}});
        }
        QJsonObject positions;
        for (const domain::Position& position : m_shot->trading->positions) {
            if (position.quantity.shares() != 0) {
                positions.insert(position.symbol.toString(),
                                 static_cast<qint64>(position.quantity.shares()));
            }
        }
        QFile file{m_folder + QStringLiteral("/result.json")};
        const bool open = file.open(QIODevice::WriteOnly);
        Q_ASSERT(open);
        file.write(QJsonDocument{QJsonObject{{QStringLiteral("orders"), orders},
                                             {QStringLiteral("positions"), positions}}}
                       .toJson(QJsonDocument::Compact));
        file.close();
        QCoreApplication::exit(0);
    }

    engine::Session& m_session;
    std::uint64_t m_seed;
    QString m_folder;
    QTimer m_timer;
    base::MachineClock m_clock;
    domain::SnapshotPtr m_shot;
    std::optional<torture::DeskScript> m_script;
    std::set<domain::ClientOrderId> m_seen;
    std::int64_t m_selectNotBefore = 0;
    std::optional<std::chrono::nanoseconds> m_quietSince;
    int m_seenFile = -1;
};

int run(const QCommandLineParser& line)
{
    const QString folder = line.value(QStringLiteral("data"));
    std::optional<test::ShimVfs> disk;
    if (line.isSet(QStringLiteral("forgetful"))) {
        disk.emplace();
        disk->forgetUnsynced();
    }
    const auto endpoint =
        sim::SimulatorEndpoint::fromJson(firstLineOf(line.value(QStringLiteral("simulator"))));
    if (!endpoint) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(endpoint.error().detail));
        return 2;
    }
    const auto lock = engine::InstanceLock::acquire(folder + QStringLiteral("/lock"));
    if (!lock) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(lock.error().detail));
        return 4;
    }
    CRASH_POINT(StartAfterLock);
    engine::SessionOptions options;
    options.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    options.dataFolder = folder + QStringLiteral("/data");
    options.joined = *endpoint;
    options.taxes = taxes();
    engine::Session session{options};
    QObject::connect(&session, &engine::Session::failed, &session, [](const base::Error& error) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
        QCoreApplication::exit(1);
    });
    session.start();
    const Driver driver{session, line.value(QStringLiteral("seed")).toULongLong(), folder};
    return QCoreApplication::exec();
}
}  // namespace

int main(int argc, char** argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    QCoreApplication app{argc, argv};
    base::installLog();
    QCommandLineParser line;
    for (const char* name : {"simulator", "data", "seed", "point", "hit", "break"}) {
        line.addOption({QLatin1String{name}, QString{}, QLatin1String{name}});
    }
    line.addOption({QStringLiteral("forgetful"), QString{}});
    line.process(app);
    if (const auto point = base::crashPoint(line.value(QStringLiteral("point")))) {
        base::armCrashPoint(*point, line.value(QStringLiteral("hit")).toInt());
    }
    const QString broken = line.value(QStringLiteral("break"));
    if (broken == u"send-first") {
        base::setSabotage(base::Sabotage::SendFirst);
    } else if (broken == u"no-fsync") {
        base::setSabotage(base::Sabotage::NoFsync);
    }
    return run(line);
}
