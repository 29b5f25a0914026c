#include "core/config/config_file.h"
#include "core/config/config_schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core::config;
using core::base::ErrorCode;
using core::domain::EnvironmentKind;

namespace
{
core::base::Result<Config> parse(const char* json)
{
    return parseConfig(QByteArray{json}, QStringLiteral("c.json"));
}
}  // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void defaultsAreThoseOfTheRules()
    {
        const Config config = defaultConfig();
        QCOMPARE(config.env, EnvironmentKind::Demo);
        QCOMPARE(config.feed.maxRegistrations, 39);
        QCOMPARE(config.screener.topN, 30);
        QCOMPARE(config.costs.commission.toString(), QStringLiteral("0.0140527"));
        QCOMPARE(config.session.flattenAt, std::chrono::seconds{15 * 3600 + 15 * 60});
        QCOMPARE(config.pyramid.armedPolicy, ArmedPolicy::HoldThrough);
        QVERIFY(crossCheck(config).has_value());
    }

    void numbersAndTextAreReadExactly()
    {
        const auto number = parse("{\"costs\":{\"commission_pct\":0.0140527}}");
        const auto text = parse("{\"costs\":{\"commission_pct\":\"0.0140527\"}}");
        QVERIFY(number.has_value() && text.has_value());
        QCOMPARE(number->costs.commission.units(), 140'527);
        QCOMPARE(*number, *text);
        QCOMPARE(configHash(*number), configHash(defaultConfig()));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* json, const char* names) {
            QTest::newRow(name) << QByteArray{json} << QString::fromLatin1(names);
        };
        row("empty", "", "c.json");
        row("half written", "{\"exit\":{\"stop_pct\":", "byte");
        row("a list", "[]", "list");
        row("an unknown section", "{\"exits\":{}}", "unknown section 'exits'");
        row("an unknown key", "{\"exit\":{\"stop\":1}}", "unknown key 'exit.stop'");
        row("a key given twice", "{\"exit\":{\"stop_pct\":1,\"stop_pct\":2}}",
            "'exit.stop_pct' is given twice");
        row("ten times too large", "{\"exit\":{\"stop_pct\":80}}", "allowed: 0.1 to 10");
        row("a decimal too many", "{\"exit\":{\"stop_pct\":1.00000001}}", "'1.00000001'");
        row("an exponent", "{\"exit\":{\"stop_pct\":1e0}}", "exit.stop_pct");
        row("a fraction of a count", "{\"screener\":{\"top_n\":30.5}}", "5 to 100");
        row("a wrong type", "{\"entry\":{\"enabled\":\"yes\"}}", "true or false");
        row("null", "{\"entry\":{\"enabled\":null}}", "entry.enabled");
        row("a nested object", "{\"entry\":{\"enabled\":{}}}", "entry.enabled");
        row("an unknown word", "{\"pyramid\":{\"armed_policy\":\"loose\"}}",
            "hold_through or strict");
        row("a time outside the session", "{\"session\":{\"flatten_at\":\"16:00:00\"}}",
            "09:00:00 to 15:30:00");
        row("an environment", "{\"env\":\"real\"}", "sim, demo, live");
        row("a replay environment", "{\"env\":\"replay\"}", "sim, demo, live");
        row("a password in the URL", "{\"records\":{\"database_url\":\"postgresql://a:b@h/d\"}}",
            "password");
        row("a database that is none", "{\"records\":{\"database_url\":\"mysql://a@h/d\"}}",
            "postgresql://");
        row("bars kept for no day", "{\"records\":{\"keep_bars_days\":0}}", "5 to 3650 days");
        row("decisions kept for a word", "{\"records\":{\"keep_decisions_days\":\"long\"}}",
            "5 to 3650 days");
        row("journals kept for ever", "{\"records\":{\"keep_journals_days\":99999}}",
            "5 to 3650 days");
        row("narrow above wide", "{\"exit\":{\"width_min_pct\":3}}", "width_min_pct above");
        row("more registrations than the broker has", "{\"feed\":{\"max_registrations\":42}}",
            "5 to 41");
        row("another language", "{\"notify\":{\"language\":\"system\"}}", "ko or en");
        row("a code that is none", "{\"screener\":{\"watch_list\":[\"5930x\"]}}", "issue codes");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto config = parseConfig(json, QStringLiteral("c.json"));
        QVERIFY(!config.has_value());
        QVERIFY2(config.error().detail.contains(names), qPrintable(config.error().detail));
        QVERIFY(config.error().detail.contains(QStringLiteral("c.json")));
    }

    void notificationsLeaveTheMachineOnlyWhenSwitchedOn()
    {
        const NotifySection otherwise = defaultConfig().notify;
        QVERIFY(otherwise.desktop && otherwise.amounts);
        QVERIFY(!otherwise.telegram && !otherwise.commands);
        QCOMPARE(otherwise.language, NoticeLanguage::Korean);
        const auto set =
            parse("{\"notify\":{\"language\":\"en\",\"amounts\":false,\"telegram\":true}}");
        QVERIFY(set.has_value());
        QCOMPARE(set->notify.language, NoticeLanguage::English);
        QVERIFY(set->notify.telegram && !set->notify.amounts);
    }

    void aPasswordInTheUrlIsNotRepeatedInTheError()
    {
        for (const char* url : {"postgresql://a:canary@h/d", "postgresql://a:can ary@h/d",
                                "postgresql://a@h/d?password=canary"}) {
            const QByteArray json =
                QByteArray{"{\"records\":{\"database_url\":\""} + url + QByteArray{"\"}}"};
            const auto config = parseConfig(json, QStringLiteral("c.json"));
            QVERIFY(!config.has_value());
            QVERIFY2(!config.error().detail.contains(QStringLiteral("ary@"))
                         && !config.error().detail.contains(QStringLiteral("canary")),
                     qPrintable(config.error().detail));
        }
    }

    void recordsAreKeptAsLongAsTheFileSays()
    {
        const Config config = defaultConfig();
        QCOMPARE(config.records.keepBars, std::chrono::days{400});
        QCOMPARE(config.records.keepDecisions, std::chrono::days{60});
        QCOMPARE(config.records.keepJournals, std::chrono::days{60});
        const auto changed = parse("{\"records\":{\"keep_bars_days\":30,"
                                   "\"keep_decisions_days\":31,\"keep_journals_days\":32}}");
        QVERIFY(changed.has_value());
        QCOMPARE(changed->records.keepBars, std::chrono::days{30});
        QCOMPARE(changed->records.keepDecisions, std::chrono::days{31});
        QCOMPARE(changed->records.keepJournals, std::chrono::days{32});
        QVERIFY(configHash(*changed) != configHash(config));
    }

    void aPasswordIsNotRepeatedInTheHashInput()
    {
        const auto config = parse("{\"records\":{\"database_url\":\"postgresql://team@db/kis\"}}");
        QVERIFY(config.has_value());
        QCOMPARE(config->records.databaseUrl, QStringLiteral("postgresql://team@db/kis"));
    }

    void everyKeyChangesTheHashExceptTheWindow()
    {
        const Config base = defaultConfig();
        const auto changed =
            withValue(base, QStringLiteral("exit.stop_pct"), QStringLiteral("1.9"));
        const auto themed = withValue(base, QStringLiteral("ui.theme"), QStringLiteral("light"));
        QVERIFY(changed.has_value() && themed.has_value());
        QVERIFY(configHash(*changed) != configHash(base));
        QCOMPARE(configHash(*themed), configHash(base));
        QCOMPARE(configHash(base).size(), 64);
    }

    void defaultsSurviveTheirOwnChecks()
    {
        for (const KeySpec& spec : keySpecs()) {
            const QString value = QString::fromLatin1(spec.otherwise);
            if (!value.isEmpty()) {
                QVERIFY2(withValue(defaultConfig(), spec.path(), value).has_value(),
                         qPrintable(spec.path()));
            }
        }
    }

    void aMissingFileSaysSo()
    {
        QTemporaryDir dir;
        const auto config = loadConfig(dir.filePath(QStringLiteral("none.json")));
        QCOMPARE(config.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"
