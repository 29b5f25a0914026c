// The real program as a process: what reaches it from outside its window.

#include "core/domain/log_entry.h"
#include "tests/support/patience.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using core::domain::LogCode;

namespace
{
/// A terminal on its embedded simulation, without a screen.
class Program
{
public:
    explicit Program(const QString& folder, const QStringList& more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("HOME"), folder);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(TERMINAL_PROGRAM),
                        QStringList{QStringLiteral("--env"), QStringLiteral("sim"),
                                    QStringLiteral("--data-dir"), folder + QStringLiteral("/data"),
                                    QStringLiteral("--start"), QStringLiteral("10:00:00")}
                            + more);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool says(const QString& text)
    {
        return test::comes([&] {
            m_said += QString::fromUtf8(m_process.readAll());
            return m_said.contains(text);
        });
    }
    [[nodiscard]] int exitCode()
    {
        // A process that has ended cannot be waited for: Qt answers false.
        const bool ended =
            m_process.state() == QProcess::NotRunning || m_process.waitForFinished(test::kPatience);
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QString& said() const { return m_said; }
    void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }

private:
    QProcess m_process;
    QString m_said;
};

QString logged(LogCode code, const QString& arguments)
{
    return QStringLiteral("code %1 %2").arg(static_cast<int>(code)).arg(arguments);
}
}  // namespace

class TestTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rc28_sigusr1IsKill()
    {
        QTemporaryDir dir;
        Program program{dir.path()};
        QVERIFY2(program.says(logged(LogCode::Reconciled, {})), qPrintable(program.said()));

        program.signal(SIGUSR1);

        QVERIFY2(program.says(logged(LogCode::KillRaised, QStringLiteral("2, signal"))),
                 qPrintable(program.said()));
        QVERIFY(program.runs());
    }

    void h08_aSecondStartRaisesTheFirstWindowAndLeaves()
    {
        QTemporaryDir dir;
        Program first{dir.path()};
        QVERIFY2(first.says(logged(LogCode::Started, {})), qPrintable(first.said()));
        const QFileInfo socket{dir.path() + QStringLiteral("/data/window.socket")};
        QVERIFY(socket.exists());
        QCOMPARE(socket.permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther),
                 QFileDevice::Permissions{});

        Program second{dir.path()};

        QVERIFY2(second.says(QStringLiteral("already running")), qPrintable(second.said()));
        QCOMPARE(second.exitCode(), 4);
        QVERIFY2(first.says(QStringLiteral("raised by a second start")), qPrintable(first.said()));
        QVERIFY(first.runs());
    }

    void aWrongProfileIsWrongInputAndSaysWhichThereAre()
    {
        QTemporaryDir dir;
        Program program{dir.path(), {QStringLiteral("--profile"), QStringLiteral("brave")}};

        QVERIFY2(program.says(
                     QStringLiteral("'brave' does not exist; allowed: default, strict, observe")),
                 qPrintable(program.said()));
        QCOMPARE(program.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
