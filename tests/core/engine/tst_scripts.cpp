// The fault table as sessions: every script of tests/data/scripts on the whole terminal.

#include "tests/core/engine/script_desk.h"

#include <QDir>
#include <QTest>

class TestScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plays_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder{QStringLiteral(TEST_DATA_DIR "/scripts")};
        for (const QString& name : folder.entryList({QStringLiteral("*.script")}, QDir::Files)) {
            QTest::newRow(qPrintable(name.section(QLatin1Char{'.'}, 0, 0)))
                << folder.filePath(name);
        }
    }

    void plays()
    {
        QFETCH(QString, file);
        QFile text{file};
        QVERIFY(text.open(QIODevice::ReadOnly));
        const auto script = core::sim::Script::parse(QFileInfo{file}.fileName(), text.readAll());
        QVERIFY2(script, script ? "" : qPrintable(script.error().detail));
        bool given = false;
        const double wanted = qEnvironmentVariable("SCRIPT_SPEED").toDouble(&given);
        test::ScriptDesk desk{given ? wanted : 10.0};

        const core::base::Status done = core::sim::runScript(*script, desk);

        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
