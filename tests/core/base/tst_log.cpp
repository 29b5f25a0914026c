#include "core/base/log.h"

#include <QTest>

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesRegisteredSecrets()
    {
        core::base::hideInLog(QStringLiteral("canary-secret-1"));

        const QString line = core::base::redact(QStringLiteral("appkey=canary-secret-1;"));

        QCOMPARE(line, QStringLiteral("appkey=***;"));
    }

    void leavesShortTextAlone()
    {
        core::base::hideInLog(QStringLiteral("a"));

        QCOMPARE(core::base::redact(QStringLiteral("a day")), QStringLiteral("a day"));
    }

    void countsWarnings()
    {
        core::base::installLog();
        const int before = core::base::warningCount();

        qCWarning(core::base::lcApp) << "counted";
        qCInfo(core::base::lcApp) << "not counted";

        QCOMPARE(core::base::warningCount(), before + 1);
        qInstallMessageHandler(nullptr);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
