// Reads every tracked file for what must never be in a repository: keys, tokens and account
// numbers of the broker, and the tokens of bots (threat S-13).

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace
{
struct Finding
{
    QString file;
    QString kind;
    int line = 0;
};

/// Made-up numbers that tests and comments may use. A real one never comes here.
const QSet<QString> kMadeUp{
    QStringLiteral("12345678-01"), QStringLiteral("1234567801"),  QStringLiteral("50000000-01"),
    QStringLiteral("5000000001"),  QStringLiteral("98765432-01"), QStringLiteral("9876543201"),
    QStringLiteral("5012345601"),  QStringLiteral("5099999901"),  QStringLiteral("1111111101"),
    QStringLiteral("9999999901"),
    QStringLiteral("1000000001"),  // A number of shares and a price beyond every table.
};

struct Pattern
{
    QString kind;
    QRegularExpression text;
};

const QList<Pattern>& patterns()
{
    static const QList<Pattern> list{
        {QStringLiteral("an app key"),
         QRegularExpression{QStringLiteral("(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[A-Z0-9]*[a-z])"
                                           "(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{36}(?![A-Za-z0-9])")}},
        {QStringLiteral("an app secret"),
         QRegularExpression{QStringLiteral("(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/=]{180}"
                                           "(?![A-Za-z0-9+/=]))[A-Za-z0-9+/]{178,180}={0,2}")}},
        {QStringLiteral("an approval key"),
         QRegularExpression{
             QStringLiteral("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b")}},
        {QStringLiteral("an access token"),
         QRegularExpression{QStringLiteral("\\beyJ[A-Za-z0-9_-]{20,}")}},
        {QStringLiteral("an account number"),
         QRegularExpression{QStringLiteral(
             "(?<![0-9.A-Za-z_-])(?!0000)\\d{8}(?:-\\d{2}|01|22|29)(?![0-9.A-Za-z_-])")}},
        {QStringLiteral("a bot token"),
         QRegularExpression{
             QStringLiteral("(?<!\\d)\\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])")}},
        {QStringLiteral("a private key"),
         QRegularExpression{QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----")}},
    };
    return list;
}

QList<Finding> scan(const QString& file, const QString& text)
{
    QList<Finding> found;
    for (const Pattern& pattern : patterns()) {
        auto match = pattern.text.globalMatch(text);
        while (match.hasNext()) {
            const QRegularExpressionMatch one = match.next();
            if (!kMadeUp.contains(one.captured())) {
                const auto line = QStringView{text}.left(one.capturedStart()).count(u'\n') + 1;
                found.append({file, pattern.kind, static_cast<int>(line)});
            }
        }
    }
    return found;
}

/// Files that are secrets by their name.
bool isSecretFile(const QString& path)
{
    const QString name = path.section(u'/', -1).toLower();
    return name == u"secrets.json" || name.endsWith(u".pem") || name.endsWith(u".key")
           || name.endsWith(u".p12") || name == u".env";
}

/// What git tracks; without git (an unpacked archive) every file but those of build folders.
QStringList trackedFiles()
{
    QProcess git;
    git.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
    git.start(QStringLiteral("git"), {QStringLiteral("ls-files"), QStringLiteral("-z")});
    if (git.waitForFinished() && git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0) {
        return QString::fromUtf8(git.readAllStandardOutput()).split(u'\0', Qt::SkipEmptyParts);
    }
    QStringList files;
    const QDir root{QStringLiteral(SOURCE_DIR)};
    QDirIterator at{root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
    while (at.hasNext()) {
        const QString path = root.relativeFilePath(at.next());
        if (!path.startsWith(u"build") && !path.startsWith(u".git/")) {
            files.append(path);
        }
    }
    return files;
}

QString madeOf(QStringView letters, qsizetype length)
{
    QString text;
    while (text.size() < length) {
        text += letters;
    }
    return text.left(length);
}
}  // namespace

class TestSecretScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTrackedFileHoldsASecret()
    {
        const QStringList files = trackedFiles();
        QVERIFY2(files.size() > 300, "the list of files is not that of the repository");
        QStringList findings;
        for (const QString& path : files) {
            if (isSecretFile(path)) {
                findings.append(path + QStringLiteral(": a secret by its name"));
            }
            QFile file{QStringLiteral(SOURCE_DIR "/") + path};
            if (!file.open(QIODevice::ReadOnly)) {
                continue;  // Deleted and not yet committed.
            }
            for (const Finding& one : scan(path, QString::fromUtf8(file.readAll()))) {
                // The finding itself is not printed: logs of a build are public as well.
                findings.append(QStringLiteral("%1:%2: looks like %3")
                                    .arg(one.file, QString::number(one.line), one.kind));
            }
        }

        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }

    void findsAPlantedCanary_data()
    {
        QTest::addColumn<QString>("canary");
        QTest::addColumn<QString>("kind");
        // Put together here, so that this file holds none.
        QTest::newRow("app key") << QStringLiteral("PS") + madeOf(u"a7Bq", 34)
                                 << QStringLiteral("an app key");
        QTest::newRow("app secret, padded")
            << madeOf(u"Zx9+/q", 179) + u'=' << QStringLiteral("an app secret");
        QTest::newRow("app secret, whole")
            << madeOf(u"Zx9+/q", 180) << QStringLiteral("an app secret");
        QTest::newRow("approval key")
            << QStringList{madeOf(u"1a", 8), madeOf(u"2b", 4), madeOf(u"3c", 4), madeOf(u"4d", 4),
                           madeOf(u"5e", 12)}
                   .join(u'-')
            << QStringLiteral("an approval key");
        QTest::newRow("access token")
            << QStringLiteral("eyJ") + madeOf(u"h9G", 30) << QStringLiteral("an access token");
        QTest::newRow("account") << madeOf(u"6471", 8) + QStringLiteral("-01")
                                 << QStringLiteral("an account number");
        QTest::newRow("account in one")
            << madeOf(u"6471", 8) + QStringLiteral("01") << QStringLiteral("an account number");
        QTest::newRow("bot token")
            << madeOf(u"71", 9) + u':' + madeOf(u"AAx_-", 35) << QStringLiteral("a bot token");
        QTest::newRow("private key")
            << QStringLiteral("-----BEGIN ") + QStringLiteral("PRIVATE KEY-----")
            << QStringLiteral("a private key");
    }
    void findsAPlantedCanary()
    {
        QFETCH(QString, canary);
        QFETCH(QString, kind);

        const QList<Finding> found =
            scan(QStringLiteral("x"), QStringLiteral("first line\nkey = \"%1\";\n").arg(canary));

        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().kind, kind);
        QCOMPARE(found.first().line, 2);
    }

    void takesNoOrdinaryWordForASecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a name of 36 letters")
            << QStringLiteral("void aPasswordIsNotRepeatedInTheHashInput()");
        QTest::newRow("the alphabet") << QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        QTest::newRow("an order number") << QStringLiteral("0000000001");
        QTest::newRow("an id of ours") << QStringLiteral("20261124-123456-1");
        QTest::newRow("a made-up account") << QStringLiteral("12345678-01");
        QTest::newRow("a large number") << QStringLiteral("4294967295");
        QTest::newRow("a digest") << QStringLiteral("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }
    void takesNoOrdinaryWordForASecret()
    {
        QFETCH(QString, text);

        QVERIFY(scan(QStringLiteral("x"), text).isEmpty());
    }

    void knowsSecretsByTheirName()
    {
        QVERIFY(isSecretFile(QStringLiteral("deploy/secrets.json")));
        QVERIFY(isSecretFile(QStringLiteral("a/server.PEM")));
        QVERIFY(!isSecretFile(QStringLiteral("core/config/secrets.cpp")));
    }
};

QTEST_GUILESS_MAIN(TestSecretScan)
#include "tst_secret_scan.moc"
