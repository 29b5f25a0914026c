#include "core/sim/simulator.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWebSocket>

using namespace core::sim;

namespace
{
/// The simulator on its own thread, as the terminal embeds it.
class Embedded : public QObject
{
public:
    explicit Embedded(SimulatorOptions options)
        : simulator{new Simulator{std::move(options)}}, counters{simulator->counters()}
    {
        simulator->moveToThread(&m_thread);
        connect(&m_thread, &QThread::started, simulator, &Simulator::start);
        connect(&m_thread, &QThread::finished, simulator, &QObject::deleteLater);
        connect(simulator, &Simulator::ready, this,
                [this](const SimulatorEndpoint& value) { endpoint = value; });
        connect(simulator, &Simulator::failed, this,
                [this](const core::base::Error& value) { error = value; });
        connect(simulator, &Simulator::tapeEnded, this, [this] { ended = true; });
        m_thread.start();
    }
    ~Embedded() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    Simulator* simulator;
    std::shared_ptr<const SimulatorCounters> counters;
    std::optional<SimulatorEndpoint> endpoint;
    std::optional<core::base::Error> error;
    bool ended = false;

private:
    QThread m_thread;
};

SimulatorOptions smallOptions()
{
    SimulatorOptions options;
    options.instruments = 80;
    options.date = core::domain::parseDate(QStringLiteral("2026-11-25"));
    options.start = core::domain::timeOfDay(10, 0);
    return options;
}

QByteArray post(QNetworkAccessManager& net, const QString& url, const QJsonObject& body)
{
    QNetworkRequest request{QUrl{url}};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply{net.post(request, QJsonDocument{body}.toJson())};
    (void)test::comes([&] { return reply->isFinished(); });
    return reply->readAll();
}

QString approvalKey(const SimulatorEndpoint& endpoint)
{
    QNetworkAccessManager net;
    const QByteArray answer =
        post(net, endpoint.rest + QStringLiteral("/oauth2/Approval"),
             {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
              {QStringLiteral("appkey"), endpoint.appKey},
              {QStringLiteral("secretkey"), endpoint.appSecret}});
    return QJsonDocument::fromJson(answer).object().value(u"approval_key").toString();
}
}  // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void itsFirstLineComesBackAsItWas()
    {
        SimulatorEndpoint endpoint;
        endpoint.rest = QStringLiteral("http://127.0.0.1:1");
        endpoint.ws = QStringLiteral("ws://127.0.0.1:2");
        endpoint.appKey = QString(36, u'k');
        endpoint.appSecret = QString(180, u's');
        endpoint.account = QStringLiteral("50000000-01");
        endpoint.htsId = QStringLiteral("me$@");
        endpoint.profile = Profile::Mock;
        endpoint.speed = 60.0;
        endpoint.now =
            core::domain::fromKst(*core::domain::parseDate(QStringLiteral("2026-11-25")),
                                  core::domain::timeOfDay(8, 50) + std::chrono::milliseconds{7});
        endpoint.monotonic = std::chrono::nanoseconds{9'007'199'254'740'993};

        const auto back = SimulatorEndpoint::fromJson(endpoint.toJson() + "\nmore");

        QVERIFY(back);
        QVERIFY(*back == endpoint);
        QVERIFY(!endpoint.toJson().contains('\n'));
        // Half a second later it is half a minute later there.
        QCOMPARE(back->marketTimeAt(endpoint.monotonic + std::chrono::milliseconds{500}),
                 endpoint.now + std::chrono::seconds{30});
    }

    void aBrokenFirstLineIsRefused()
    {
        QVERIFY(!SimulatorEndpoint::fromJson(""));
        QVERIFY(!SimulatorEndpoint::fromJson("{}"));
        SimulatorEndpoint endpoint;
        QVERIFY(!SimulatorEndpoint::fromJson(endpoint.toJson()));
    }

    void itServesRestAndMarketFromItsOwnThread()
    {
        SimulatorOptions options = smallOptions();
        options.speed = 60.0;
        Embedded sim{options};
        QTRY_VERIFY_WITH_TIMEOUT(sim.endpoint, test::kPatience);
        const QString key = approvalKey(*sim.endpoint);
        QCOMPARE(key.size(), 36);
        QWebSocket socket;
        QStringList texts;
        connect(&socket, &QWebSocket::textMessageReceived, &socket,
                [&](const QString& text) { texts.append(text); });
        connect(&socket, &QWebSocket::connected, &socket, [&] {
            socket.sendTextMessage(
                QStringLiteral(R"({"header":{"approval_key":"%1","custtype":"P","tr_type":"1"},)"
                               R"("body":{"input":{"tr_id":"H0STCNT0","tr_key":"005930"}}})")
                    .arg(key));
        });

        socket.open(QUrl{sim.endpoint->ws});

        QTRY_VERIFY_WITH_TIMEOUT(texts.size() > 20, test::kPatience);
        QVERIFY(texts.first().contains(QStringLiteral("OPSP0000")));
        QVERIFY(texts[1].startsWith(QStringLiteral("0|H0STCNT0|")));
        QVERIFY(sim.counters->records(Stream::Trade) >= 20);
        QCOMPARE(sim.counters->clients(), 1);
        QVERIFY(sim.counters->truth().size() == 1);
    }

    void itsLoadGeneratorAddsWholeTrades()
    {
        SimulatorOptions options = smallOptions();
        options.extraTradesPerSecond = 20'000;
        Embedded sim{options};
        QTRY_VERIFY_WITH_TIMEOUT(sim.endpoint, test::kPatience);
        const QString key = approvalKey(*sim.endpoint);
        QWebSocket socket;
        qint64 records = 0;
        qint64 broken = 0;
        QHash<QString, qint64> volumes;
        connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString& text) {
            if (text.startsWith(u'{')) {
                return;
            }
            // In place: a client that copies every field falls behind under a sanitizer.
            const QStringView body = QStringView{text}.sliced(text.lastIndexOf(u'|') + 1);
            const QList<QStringView> fields = body.split(u'^');
            for (qsizetype i = 0; i + 46 < fields.size(); i += 47, ++records) {
                qint64& volume = volumes[fields[i].toString()];
                const qint64 acc = fields[i + 13].toLongLong();
                broken += volume != 0 && acc - volume != fields[i + 12].toLongLong() ? 1 : 0;
                volume = acc;
            }
        });
        connect(&socket, &QWebSocket::connected, &socket, [&] {
            for (const char* code : {"005930", "000660"}) {
                socket.sendTextMessage(
                    QStringLiteral(
                        R"({"header":{"approval_key":"%1","custtype":"P","tr_type":"1"},)"
                        R"("body":{"input":{"tr_id":"H0STCNT0","tr_key":"%2"}}})")
                        .arg(key, QLatin1String{code}));
            }
        });

        socket.open(QUrl{sim.endpoint->ws});

        QTRY_VERIFY_WITH_TIMEOUT(records > 20'000, test::kPatience);
        QCOMPARE(broken, 0);
        QCOMPARE(volumes.size(), 2);
        QCOMPARE(sim.counters->skippedBooks(), 0);
        QCOMPARE(sim.counters->cutClients(), 0);
    }

    void itSaysWhenTheTapeIsOver()
    {
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("2025-09-02.csv"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("time,code,price,qty,acc_volume\n"
                   "09:00:00.000,005930,70000,10,10\n"
                   "09:00:30.000,005930,70100,5,15\n");
        file.close();
        SimulatorOptions options;
        options.instruments = 60;
        options.tapes = QStringList{file.fileName()};
        options.start = core::domain::timeOfDay(8, 59, 50);
        options.speed = 100.0;

        Embedded sim{options};

        QTRY_VERIFY_WITH_TIMEOUT(sim.endpoint, test::kPatience);
        QCOMPARE(core::domain::kstDate(sim.endpoint->now),
                 *core::domain::parseDate(QStringLiteral("2025-09-02")));
        QVERIFY(!sim.ended);
        QTRY_VERIFY_WITH_TIMEOUT(sim.ended, test::kPatience);
    }

    void itFailsWithAReason_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("a holiday") << 0 << QStringLiteral("no KRX trading day");
        QTest::newRow("a missing tape") << 1 << QStringLiteral("absent.csv");
        QTest::newRow("a taken port") << 2 << QStringLiteral("cannot listen");
        QTest::newRow("a speed") << 3 << QStringLiteral("speed");
    }

    void itFailsWithAReason()
    {
        QFETCH(const int, what);
        QFETCH(const QString, word);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        SimulatorOptions options = smallOptions();
        if (what == 0) {
            options.date = core::domain::parseDate(QStringLiteral("2026-11-28"));
        } else if (what == 1) {
            options.tapes = QStringList{QStringLiteral("/absent.csv")};
        } else if (what == 2) {
            options.wsPort = taken.serverPort();
        } else {
            options.speed = 0.0;
        }

        Embedded sim{options};

        QTRY_VERIFY_WITH_TIMEOUT(sim.error, test::kPatience);
        QVERIFY2(sim.error->detail.contains(word), qPrintable(sim.error->detail));
        QVERIFY(!sim.endpoint);
    }

    void withTlsItsCertificateIsTrustedByItsFile()
    {
        SimulatorOptions options = smallOptions();
        options.tls = true;
        Embedded sim{options};
        QTRY_VERIFY_WITH_TIMEOUT(sim.endpoint, test::kPatience);
        QVERIFY(sim.endpoint->rest.startsWith(QStringLiteral("https://")));
        const QList<QSslCertificate> certificates =
            QSslCertificate::fromPath(sim.endpoint->certificateFile);
        QCOMPARE(certificates.size(), 1);
        QCOMPARE(QString::fromLatin1(certificates[0].digest(QCryptographicHash::Sha256).toHex()),
                 sim.endpoint->certificateSha256);

        QNetworkAccessManager net;
        QNetworkRequest request{
            QUrl{sim.endpoint->rest + QStringLiteral("/common/master/kospi_code.mst.zip")}};
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setCaCertificates(certificates);
        request.setSslConfiguration(trusting);
        const std::unique_ptr<QNetworkReply> trusted{net.get(request)};
        QTRY_VERIFY_WITH_TIMEOUT(trusted->isFinished(), test::kPatience);
        QCOMPARE(trusted->error(), QNetworkReply::NoError);
        QVERIFY(trusted->readAll().startsWith("PK"));

        QNetworkAccessManager stranger;
        const std::unique_ptr<QNetworkReply> refused{stranger.get(QNetworkRequest{request.url()})};
        QTRY_VERIFY_WITH_TIMEOUT(refused->isFinished(), test::kPatience);
        QCOMPARE(refused->error(), QNetworkReply::SslHandshakeFailedError);
    }
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
