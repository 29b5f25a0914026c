#include "core/base/log.h"
#include "core/config/secrets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core::config;
using core::base::ErrorCode;
using core::domain::EnvironmentKind;

namespace
{
Credentials sample()
{
    return {.appkey = QStringLiteral("canary-appkey"),
            .appsecret = QStringLiteral("canary-appsecret"),
            .account = QStringLiteral("98765432-01"),
            .htsId = QStringLiteral("canaryid")};
}

QByteArray telegramSection(const QByteArray& members)
{
    return R"({"telegram":{)" + members + "}}";
}
core::base::Result<TelegramSecrets> parseTelegram(const QByteArray& json)
{
    return core::config::parseTelegram(json, QStringLiteral("s.json"));
}
}  // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesForTheOwnerOnlyAndReadsBack()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("한글 secrets.json"));

        QVERIFY(saveSecrets(path, EnvironmentKind::Demo, sample()).has_value());
        const auto read = loadSecrets(path, EnvironmentKind::Demo);

        QVERIFY(read.has_value());
        QCOMPARE(*read, sample());
        QVERIFY((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther))
                == QFile::Permissions{});
        QCOMPARE(loadSecrets(path, EnvironmentKind::Live).error().code, ErrorCode::NotFound);
    }

    void keepsTheOtherEnvironment()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("secrets.json"));
        Credentials live = sample();
        live.appkey = QStringLiteral("another-key");

        QVERIFY(saveSecrets(path, EnvironmentKind::Demo, sample()).has_value());
        QVERIFY(saveSecrets(path, EnvironmentKind::Live, live).has_value());

        QCOMPARE(loadSecrets(path, EnvironmentKind::Demo).value(), sample());
        QCOMPARE(loadSecrets(path, EnvironmentKind::Live).value(), live);
    }

    void refusesAFileOthersCanRead()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("secrets.json"));
        QVERIFY(saveSecrets(path, EnvironmentKind::Demo, sample()).has_value());
        QVERIFY(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));

        const auto read = loadSecrets(path, EnvironmentKind::Demo);

        QCOMPARE(read.error().code, ErrorCode::Refused);
        QVERIFY(read.error().detail.contains(QStringLiteral("chmod 600")));
    }

    void namesThePathItLookedAt()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("nowhere.json"));
        const auto read = loadSecrets(path, EnvironmentKind::Demo);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QVERIFY(read.error().detail.contains(path));
    }

    void errorsNameTheMemberNeverItsValue()
    {
        const QByteArray json{
            R"({"demo":{"appkey":"canary-1","appsecret":"canary-2","account":"canary-3","hts_id":"x"}})"};
        const auto read = parseSecrets(json, QStringLiteral("s.json"), EnvironmentKind::Demo);
        QVERIFY(!read.has_value());
        QVERIFY(read.error().detail.contains(QStringLiteral("demo.account")));
        QVERIFY(!read.error().detail.contains(QStringLiteral("canary")));
    }

    void readsTheBotAndWhoMayAskIt()
    {
        const auto read = parseTelegram(telegramSection(
            R"("token":"4711:canary_of-the-bot_7Q","chat_id":-1002000000123,"user_id":"5000000123")"));
        QVERIFY2(read.has_value(), qPrintable(read ? QString{} : read.error().detail));
        QCOMPARE(read->token, QStringLiteral("4711:canary_of-the-bot_7Q"));
        QCOMPARE(read->chatId, -1002000000123);
        QCOMPARE(read->userId, 5000000123);
        const auto nobody = parseTelegram(
            telegramSection(R"("token":"4711:canary_of-the-bot_7Q","chat_id":"1001")"));
        QVERIFY(nobody.has_value());
        QCOMPARE(nobody->userId, 0);
    }

    void refusesABotThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* section, const char* names) {
            QTest::newRow(name) << QByteArray{section} << QString::fromLatin1(names);
        };
        const char* const token = "telegram.token";
        row("no token", R"("chat_id":1)", token);
        row("an empty token", R"("token":"","chat_id":1)", token);
        row("a token without a number", R"("token":":canary_of-the-bot_7Q","chat_id":1)", token);
        row("a token without a colon", R"("token":"4711canary_of-the-bot_7Q","chat_id":1)", token);
        row("letters before the colon", R"("token":"47a1:canary_of-the-bot_7Q","chat_id":1)",
            token);
        row("a short token", R"("token":"4711:canary","chat_id":1)", token);
        row("a token with a slash", R"("token":"4711:canary/of/the/bot/7Q","chat_id":1)", token);
        row("a token with a question mark", R"("token":"4711:canary_of_the_bot?7Q","chat_id":1)",
            token);
        row("a second colon", R"("token":"4711:canary_of:the_bot_7Q","chat_id":1)", token);
        row("no chat", R"("token":"4711:canary_of-the-bot_7Q")", "telegram.chat_id");
        row("chat 0", R"("token":"4711:canary_of-the-bot_7Q","chat_id":0)", "telegram.chat_id");
        row("a chat's name", R"("token":"4711:canary_of-the-bot_7Q","chat_id":"@canary")",
            "telegram.chat_id");
        row("a fraction of a chat", R"("token":"4711:canary_of-the-bot_7Q","chat_id":1.5)",
            "telegram.chat_id");
        row("a negative user", R"("token":"4711:canary_of-the-bot_7Q","chat_id":1,"user_id":-1)",
            "telegram.user_id");
        row("a user that is null",
            R"("token":"4711:canary_of-the-bot_7Q","chat_id":1,"user_id":null)",
            "telegram.user_id");
    }
    void refusesABotThatIsNone()
    {
        QFETCH(QByteArray, section);
        QFETCH(QString, names);
        const auto read = parseTelegram(telegramSection(section));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::Malformed);
        QVERIFY2(read.error().detail.contains(names), qPrintable(read.error().detail));
        QVERIFY(!read.error().detail.contains(QStringLiteral("canary")));
    }

    void theBotsFileIsTheOwnersToo()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("secrets.json"));
        QCOMPARE(loadTelegram(path).error().code, ErrorCode::NotFound);
        QVERIFY(saveSecrets(path, EnvironmentKind::Demo, sample()).has_value());
        QCOMPARE(loadTelegram(path).error().code, ErrorCode::NotFound);

        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(telegramSection(R"("token":"4711:canary_of-the-bot_7Q","chat_id":1001)"));
        file.close();
        QCOMPARE(loadTelegram(path)->chatId, 1001);
        // Saving an environment keeps the bot.
        QVERIFY(saveSecrets(path, EnvironmentKind::Demo, sample()).has_value());
        QCOMPARE(loadTelegram(path)->chatId, 1001);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(loadTelegram(path).error().code, ErrorCode::Refused);
    }

    void theLogShowsNoToken()
    {
        hideFromLog(TelegramSecrets{.token = QStringLiteral("4711:canary_of-the-bot_7Q")});
        const QString line = core::base::redact(
            QStringLiteral("/bot4711:canary_of-the-bot_7Q/x and bot4711%3Acanary_of-the-bot_7Q"));
        QVERIFY2(!line.contains(QStringLiteral("canary")), qPrintable(line));
    }

    void accountIsMasked()
    {
        QCOMPARE(maskedAccount(QStringLiteral("50000000-01")), QStringLiteral("500*****-01"));
        QCOMPARE(maskedAccount(QStringLiteral("nonsense")), QString{});
    }

    void theLogShowsNoneOfIt()
    {
        hideFromLog(sample());
        const QString line = core::base::redact(
            QStringLiteral("canary-appkey canary-appsecret 98765432-01 9876543201 canaryid"));
        QVERIFY2(!line.contains(QStringLiteral("canary"))
                     && !line.contains(QStringLiteral("98765432")),
                 qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
