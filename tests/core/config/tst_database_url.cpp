#include "core/config/database_url.h"

#include <QTest>

using namespace core::config;
using core::base::ErrorCode;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsWhatANameSays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<DatabaseUrl>("expected");
        const auto row = [](const char* name, const char* text, const DatabaseUrl& expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << expected;
        };
        DatabaseUrl url{.host = QStringLiteral("db"),
                        .user = QStringLiteral("team"),
                        .database = QStringLiteral("kis"),
                        .sslMode = QStringLiteral("require")};
        row("the least", "postgresql://team@db/kis", url);
        url.port = 6432;
        row("a port", "postgresql://team@db:6432/kis", url);
        url.sslMode = QStringLiteral("verify-full");
        url.rootCertificate = QStringLiteral("/etc/ssl/team ca.pem");
        row("how to encrypt",
            "postgresql://team@db:6432/kis?sslmode=verify-full&sslrootcert=/etc/ssl/team%20ca.pem",
            url);
        url = {.host = QStringLiteral("127.0.0.1"),
               .user = QStringLiteral("a@b"),
               .database = QStringLiteral("데이터"),
               .sslMode = QStringLiteral("prefer")};
        row("this machine", "postgresql://a%40b@127.0.0.1/%EB%8D%B0%EC%9D%B4%ED%84%B0", url);
        url.host = QStringLiteral("::1");
        row("this machine, six", "postgresql://a%40b@[::1]/%EB%8D%B0%EC%9D%B4%ED%84%B0", url);
        url.host = QStringLiteral("/run/postgresql");
        url.user = QStringLiteral("team");
        url.database = QStringLiteral("kis");
        row("a socket", "postgresql:///kis?host=/run/postgresql&user=team", url);
        url.host = QStringLiteral("127.evil.example");
        url.sslMode = QStringLiteral("require");
        row("a name that looks like this machine", "postgresql://team@127.evil.example/kis", url);
        url.host = QStringLiteral("db");
        url.sslMode = QStringLiteral("disable");
        row("not encrypted, on purpose", "postgresql://team@db/kis?sslmode=disable", url);
    }
    void readsWhatANameSays()
    {
        QFETCH(QString, text);
        QFETCH(DatabaseUrl, expected);
        const auto url = parseDatabaseUrl(text);
        QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().detail));
        QCOMPARE(url->host, expected.host);
        QCOMPARE(url->port, expected.port);
        QCOMPARE(url->sslMode, expected.sslMode);
        QVERIFY(*url == expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* text, ErrorCode code) {
            QTest::newRow(text) << QString::fromLatin1(text) << code;
        };
        row("postgresql://team:canary@db/kis", ErrorCode::Refused);
        row("postgresql://team:@db/kis", ErrorCode::Refused);
        row("postgresql://team@db/kis?password=canary", ErrorCode::Refused);
        row("postgresql://team@db/kis?pass%77ord=canary", ErrorCode::Refused);
        row("", ErrorCode::Malformed);
        row("db/kis", ErrorCode::Malformed);
        row("postgres://team@db/kis", ErrorCode::Malformed);
        row("mysql://team@db/kis", ErrorCode::Malformed);
        row("postgresql://db/kis", ErrorCode::Malformed);
        row("postgresql://team@db", ErrorCode::Malformed);
        row("postgresql://team@db/", ErrorCode::Malformed);
        row("postgresql://team@db/a/b", ErrorCode::Malformed);
        row("postgresql://team@db:0/kis", ErrorCode::Malformed);
        row("postgresql://team@db:99999/kis", ErrorCode::Malformed);
        row("postgresql://team@db:x/kis", ErrorCode::Malformed);
        row("postgresql://team@db/kis#there", ErrorCode::Malformed);
        row("postgresql://team@db/kis?passfile=/canary", ErrorCode::Malformed);
        row("postgresql://team@db/kis?sslmode=perhaps", ErrorCode::Malformed);
        row("postgresql://team@db/kis?sslrootcert=ca.pem", ErrorCode::Malformed);
        row("postgresql://team@db/kis?sslrootcert=/a%3Bhost=evil", ErrorCode::Malformed);
        row("postgresql://team@db/kis?host=/run", ErrorCode::Malformed);
        row("postgresql:///kis?host=/run&user=team&port=x", ErrorCode::Malformed);
        row("postgresql:///kis?host=run&user=team", ErrorCode::Malformed);
        row("postgresql://te%27am@db/kis", ErrorCode::Malformed);
        row("postgresql://team@db/k%00is", ErrorCode::Malformed);
        row("postgresql://team@db/ki s", ErrorCode::Malformed);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const auto url = parseDatabaseUrl(text);
        QVERIFY(!url.has_value());
        QCOMPARE(url.error().code, code);
        QVERIFY(!url.error().detail.contains(QStringLiteral("canary")));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_database_url.moc"
