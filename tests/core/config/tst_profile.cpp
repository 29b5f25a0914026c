// The shipped profiles: each a difference to the defaults, and nothing else.

#include "core/config/config_file.h"
#include "core/config/profile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;

namespace
{
/// "pyramid.armed_policy" of every value the text names.
QStringList keysIn(const QByteArray& json)
{
    QStringList out;
    const QJsonObject sections = QJsonDocument::fromJson(json).object();
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        for (const QString& key : section->toObject().keys()) {
            out.append(section.key() + u'.' + key);
        }
    }
    return out;
}

QStringList differences(const config::Config& a, const config::Config& b)
{
    QStringList out;
    const auto before = config::effectiveValues(a);
    const auto after = config::effectiveValues(b);
    for (qsizetype index = 0; index < before.size(); ++index) {
        if (before[index] != after[index]) {
            out.append(after[index].first);
        }
    }
    return out;
}
}  // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void aProfileIsADifferenceToTheDefaults_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("default") << QStringList{};
        QTest::newRow("strict") << QStringList{QStringLiteral("pyramid.armed_policy")};
        QTest::newRow("observe") << QStringList{QStringLiteral("risk.observe_only")};
    }
    void aProfileIsADifferenceToTheDefaults()
    {
        QFETCH(QStringList, keys);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const config::Config plain = config::defaultConfig();
        const auto changed = config::withProfile(plain, name);
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().detail));
        QCOMPARE(differences(plain, *changed), keys);
        // What the file names is what it changes: a value equal to the default is no difference.
        QCOMPARE(keysIn(*config::profileText(name)), keys);
    }

    void everyFileShipsAndEveryNameHasAFile()
    {
        QStringList files = QDir{QStringLiteral(SOURCE_DIR "/resources/profiles")}.entryList(
            {QStringLiteral("*.json")});
        QStringList names;
        for (const QString& name : config::profileNames()) {
            names.append(name + QStringLiteral(".json"));
        }
        files.sort();
        names.sort();
        QCOMPARE(files, names);
        for (const QString& file : files) {
            QFile onDisk{QStringLiteral(SOURCE_DIR "/resources/profiles/") + file};
            QVERIFY(onDisk.open(QIODevice::ReadOnly));
            QCOMPARE(*config::profileText(file.chopped(5)), onDisk.readAll());
        }
    }

    void strictKeepsTheBaseExitsAndObserveSendsNothing()
    {
        const config::Config plain = config::defaultConfig();
        QVERIFY(!plain.risk.observeOnly);
        QCOMPARE(config::withProfile(plain, QStringLiteral("strict"))->pyramid.armedPolicy,
                 config::ArmedPolicy::Strict);
        QVERIFY(config::withProfile(plain, QStringLiteral("observe"))->risk.observeOnly);
    }

    void whatTheProfileDoesNotNameStaysAsItWas()
    {
        const auto mine = config::withValue(config::defaultConfig(domain::EnvironmentKind::Live),
                                            QStringLiteral("exit.stop_pct"), QStringLiteral("1.5"));
        const auto changed = config::withProfile(*mine, QStringLiteral("strict"));
        QCOMPARE(differences(*mine, *changed), QStringList{QStringLiteral("pyramid.armed_policy")});
        QCOMPARE(changed->env, domain::EnvironmentKind::Live);
    }

    void anUnknownProfileIsNamedWithThoseThatShip()
    {
        for (const char* name : {"", "bold", "../krx", "Strict"}) {
            const auto refused =
                config::withProfile(config::defaultConfig(), QString::fromLatin1(name));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, base::ErrorCode::NotFound);
            QVERIFY(refused.error().detail.contains(
                QStringLiteral("'%1'").arg(QString::fromLatin1(name))));
            QVERIFY(refused.error().detail.contains(QStringLiteral("default, strict, observe")));
        }
    }

    void aBrokenDifferenceNamesFileAndKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* json, const char* names) {
            QTest::newRow(name) << QByteArray{json} << QString::fromLatin1(names);
        };
        row("an unknown key", R"({"exit":{"stop":1}})", "unknown key 'exit.stop'");
        row("an unknown section", R"({"exits":{}})", "unknown section 'exits'");
        row("out of range", R"({"exit":{"stop_pct":80}})", "'exit.stop_pct' is '80'");
        row("an environment", R"({"env":"live"})", "'env' cannot stand here");
        row("only together wrong", R"({"exit":{"width_min_pct":3}})", "exit.width_min_pct above");
    }
    void aBrokenDifferenceNamesFileAndKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto refused =
            config::overlayConfig(config::defaultConfig(), json, QStringLiteral("profile mine"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(names), qPrintable(refused.error().detail));
        QVERIFY(refused.error().detail.contains(QStringLiteral("profile mine")));
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
