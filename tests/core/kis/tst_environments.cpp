// A04 as a property: whatever is asked for in whatever order, a request carries host, key, secret,
// account, transaction ids and token of one environment, and nothing of another.

#include "core/config/config_file.h"
#include "core/kis/account_codec.h"
#include "core/kis/control_message.h"
#include "core/kis/environment_options.h"
#include "core/kis/order_broker.h"
#include "core/kis/order_codec.h"
#include "core/kis/token_cache.h"
#include "tests/core/kis/http_rig.h"

#include <QTest>

#include <random>

using core::config::Environment;
using core::domain::EnvironmentKind;
using core::kis::BrokerOptions;
using core::kis::RestRequest;
using test::symbol;

namespace
{
constexpr int kCases = 100'000;
constexpr int kWorlds = 60;

/// One environment whose every part names it, as the program puts it together.
struct World
{
    Environment environment;
    core::config::Config config;
    BrokerOptions broker;
    core::kis::FeedOptions feed;
    QString tag;      ///< In host, key, secret and HTS ID.
    QString account;  ///< Eight digits.
};

World makeWorld(int number, std::mt19937& random)
{
    const EnvironmentKind kinds[] = {EnvironmentKind::Sim, EnvironmentKind::Demo,
                                     EnvironmentKind::Live};
    World world;
    world.tag = QStringLiteral("w%1x").arg(number, 3, 10, QLatin1Char{'0'});
    world.account = QString::number(50'000'000 + number * 7);
    Environment& environment = world.environment;
    environment.kind = kinds[random() % 3];
    environment.mock = environment.kind == EnvironmentKind::Demo;
    environment.rest = QUrl{QStringLiteral("https://rest-%1.test:9443").arg(world.tag)};
    environment.socket = QUrl{QStringLiteral("ws://feed-%1.test:21000/tryitout").arg(world.tag)};
    environment.master = QUrl{QStringLiteral("https://master-%1.test").arg(world.tag)};
    environment.credentials = {.appkey = QStringLiteral("key-") + world.tag,
                               .appsecret = QStringLiteral("secret-") + world.tag,
                               .account = world.account + QStringLiteral("-01"),
                               .htsId = QStringLiteral("hts-") + world.tag};
    environment.dataFolder = QStringLiteral("/data/") + world.tag;
    environment.capabilities = core::config::capabilitiesOf(environment.mock);
    world.config = core::config::defaultConfig(environment.kind);
    world.broker = core::kis::brokerOptions(environment, world.config, 1);
    world.feed = core::kis::feedOptions(environment, world.config.feed, 1);
    return world;
}

/// Everything one request says, in one text.
struct Said
{
    QString text;
    QString transactionId;  ///< Empty for the socket's.
};

QString textOf(const RestRequest& request)
{
    QString text = request.path;
    for (const auto& [name, value] : request.query) {
        text += u'&' + name + u'=' + value;
    }
    return text;
}

Said orderOf(const BrokerOptions& options, std::mt19937& random)
{
    core::domain::OutgoingOrder order;
    order.leg = static_cast<core::domain::OrderLeg>(random() % 3);
    order.request.symbol = symbol("005930");
    order.request.side = random() % 2 == 0 ? core::domain::Side::Buy : core::domain::Side::Sell;
    order.request.quantity = core::domain::Quantity{1 + static_cast<std::int64_t>(random() % 50)};
    order.request.price = core::domain::Price::fromWon(70'000);
    order.original = core::domain::BrokerOrderId::fromWire(QStringLiteral("1562"));
    order.branch = QStringLiteral("06010");
    const auto post = core::kis::encodeOrder(order, options.account, options.mock);
    Q_ASSERT(post);
    return {options.rest.toString() + QString::fromLatin1(post->path + ' ' + post->body),
            QString::fromLatin1(post->transactionId)};
}

/// A request of a random kind as the broker's room of `options` makes it.
Said restOf(const BrokerOptions& options, std::mt19937& random)
{
    using core::domain::Price;
    core::base::Result<RestRequest> request = RestRequest{};
    const auto stock = symbol("005930");
    switch (random() % 6) {
    case 0:
        request = core::kis::dayOrdersRequest(options.account, options.mock,
                                              core::domain::parseDate(u"2026-11-24").value(), {});
        break;
    case 1:
        if (!options.capabilities.openOrderQuery) {
            return orderOf(options, random);
        }
        request = core::kis::openOrdersRequest(options.account);
        break;
    case 2:
        request = core::kis::balanceRequest(options.account, options.mock);
        break;
    case 3:
        if (!options.capabilities.openOrderQuery) {
            return orderOf(options, random);
        }
        request = core::kis::sellableRequest(options.account, stock);
        break;
    case 4:
        request = core::kis::buyingPowerRequest(options.account, options.mock, stock, {});
        break;
    default:
        return orderOf(options, random);
    }
    Q_ASSERT(request);
    return {options.rest.toString() + textOf(*request), request->transactionId};
}
}  // namespace

class TestEnvironments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a04_noRequestMixesTwoEnvironments()
    {
        std::mt19937 random{4};
        std::vector<World> worlds;
        for (int i = 0; i < kWorlds; ++i) {
            worlds.push_back(makeWorld(i, random));
        }
        test::ManualClock clock{test::BrokerRig::startTime()};
        core::kis::HttpClient http{clock};
        for (int at = 0; at < kCases; ++at) {
            const World& world = worlds[random() % worlds.size()];
            const World& other = worlds[random() % worlds.size()];
            const bool mock = world.environment.mock;
            const Said said = restOf(world.broker, random);
            // Trading ids of the two hosts differ in their first letter, and only there.
            QVERIFY2(said.transactionId.startsWith(mock ? QLatin1Char{'V'} : QLatin1Char{'T'}),
                     qPrintable(said.transactionId));
            QVERIFY(said.text.contains(world.tag) && said.text.contains(world.account));
            QString all = said.text + said.transactionId + textOfSocket(world) + textOfRooms(world)
                          + textOfHeaders(world, http, clock);
            if (&other != &world) {
                QVERIFY2(!all.contains(other.tag) && !all.contains(other.account),
                         qPrintable(QStringLiteral("case %1: %2").arg(at).arg(other.tag)));
            }
            // Every tag and every account in it are its own.
            all.remove(world.tag).remove(world.account);
            QVERIFY2(!all.contains(QRegularExpression{QStringLiteral("w\\d{3}x|5\\d{7}")}),
                     qPrintable(all));
        }
    }

    /// Two terminals in one process, on two ports: what each server heard is its own.
    void a04_twoEnvironmentsSideBySideKeepToTheirHosts()
    {
        test::BrokerRig demo{true};
        test::BrokerRig live{false};
        live.options.environment = QStringLiteral("live");
        live.options.keys = {QStringLiteral("appkey-of-live"), QStringLiteral("secret-of-live")};
        live.options.account = QStringLiteral("98765432-01");
        live.server.relay(test::kTokenPath, test::tokenAnswer("token-of-live"));
        demo.server.relay(test::kTokenPath, test::tokenAnswer("token-of-demo"));
        for (test::BrokerRig* rig : {&demo, &live}) {
            rig->server.lay(test::kPricePath, test::priceAnswer());
            QVERIFY(rig->startWithToken());
        }
        for (int i = 0; i < 20; ++i) {
            for (test::BrokerRig* rig : {&live, &demo}) {
                rig->broker->requestPrice(symbol(qPrintable(QString::number(100'000 + i))));
            }
            QVERIFY(demo.until([&] { return demo.prices.size() > std::size_t(i); }));
            QVERIFY(live.until([&] { return live.prices.size() > std::size_t(i); }));
        }
        for (const test::BrokerRig* rig : {&demo, &live}) {
            const QString own = rig == &demo ? QStringLiteral("demo") : QStringLiteral("live");
            for (const test::HeardRequest& heard : rig->server.heard) {
                if (heard.path != QLatin1String{test::kPricePath}) {
                    continue;
                }
                QCOMPARE(heard.headers.at(QStringLiteral("authorization")),
                         QStringLiteral("Bearer token-of-") + own);
                QCOMPARE(heard.headers.at(QStringLiteral("appkey")), rig->options.keys.appkey);
                QCOMPARE(heard.headers.at(QStringLiteral("appsecret")),
                         rig->options.keys.appsecret);
            }
        }
    }

private:
    static QString textOfSocket(const World& world)
    {
        const auto id = core::kis::transactionId(core::domain::Stream::Notice, world.feed.host);
        const bool mock = world.environment.mock;
        const bool right = QString{id} == (mock ? u"H0STCNI9"_qs : u"H0STCNI0"_qs);
        return world.feed.url.toString()
               + core::kis::registrationText(QStringLiteral("approval"), id, world.feed.htsId,
                                             core::kis::RegistrationType::Register)
               + (right ? QString{} : QStringLiteral(" w999x"));
    }
    static QString textOfRooms(const World& world)
    {
        const core::kis::TokenCache cache{world.broker.tokenFolder, world.broker.environment,
                                          world.broker.keys.appkey};
        return world.broker.master.toString() + world.broker.masterFolder + cache.fileName();
    }
    static QString textOfHeaders(const World& world, core::kis::HttpClient& http,
                                 const test::ManualClock& clock)
    {
        core::kis::TokenKeeper tokens{
            http, clock, world.broker.rest, world.broker.keys, core::kis::TokenCache{{}, {}, {}},
            1};
        const core::kis::RestClient client{
            http, tokens, clock, {.rest = world.broker.rest, .keys = world.broker.keys}};
        QString text;
        for (const auto& [name, value] : client.headers(QStringLiteral("token"), "TR")) {
            text += QString::fromLatin1(name + ": " + value + '\n');
        }
        return text;
    }
};

QTEST_GUILESS_MAIN(TestEnvironments)
#include "moc_http_rig.cpp"
#include "tst_environments.moc"
