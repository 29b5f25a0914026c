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
