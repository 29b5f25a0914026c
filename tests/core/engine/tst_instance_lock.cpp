#include "core/engine/instance_lock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using core::base::ErrorCode;
using core::engine::InstanceLock;

class TestInstanceLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h08_oneHoldsItAndTheNextIsTold()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("locks/a"));

        auto first = InstanceLock::acquire(file);
        QVERIFY(first.has_value());
        const auto second = InstanceLock::acquire(file);

        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(second.error().detail.contains(file));
    }

    /// Fifty programs started at once: exactly one survives, round after round, and a lock whose
    /// holder was killed is free (the kernel releases it). DOUBLE_START_ROUNDS=200 for the long
    /// run.
    void h08_ofFiftyStartedAtOnceExactlyOneSurvives()
    {
        constexpr int kPrograms = 50;
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("DOUBLE_START_ROUNDS", &given);
        const int rounds = given ? wanted : 20;
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("locks/a"));
        QVERIFY(InstanceLock::acquire(file).has_value());  // The folder is there; the lock is free.
        for (int round = 0; round < rounds; ++round) {
            int answers[2] = {};
            QCOMPARE(::pipe(answers), 0);
            std::vector<pid_t> programs;
            for (int program = 0; program < kPrograms; ++program) {
                const pid_t child = ::fork();
                QVERIFY(child >= 0);
                if (child == 0) {
                    const auto lock = InstanceLock::acquire(file);
                    const char answer = lock.has_value() ? 'y' : 'n';
                    const bool told = ::write(answers[1], &answer, 1) == 1;
                    while (told && lock.has_value()) {
                        ::pause();  // Holds it until it is killed.
                    }
                    ::_exit(0);
                }
                programs.push_back(child);
            }
            int survivors = 0;
            for (int program = 0; program < kPrograms; ++program) {
                char answer = 0;
                QCOMPARE(::read(answers[0], &answer, 1), 1);
                survivors += answer == 'y' ? 1 : 0;
            }
            for (const pid_t program : programs) {
                ::kill(program, SIGKILL);
                ::waitpid(program, nullptr, 0);
            }
            ::close(answers[0]);
            ::close(answers[1]);

            QCOMPARE(survivors, 1);
        }
    }

    void itIsFreeAgainAfterwards()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a"));
        {
            const auto first = InstanceLock::acquire(file);
            QVERIFY(first.has_value());
        }
        QVERIFY(InstanceLock::acquire(file).has_value());
    }

    void theNameDependsOnEnvironmentAndKeyAndShowsNeither()
    {
        const QString name =
            InstanceLock::fileFor(QStringLiteral("demo"), QStringLiteral("canary-key"));
        QVERIFY(name
                != InstanceLock::fileFor(QStringLiteral("live"), QStringLiteral("canary-key")));
        QVERIFY(name != InstanceLock::fileFor(QStringLiteral("demo"), QStringLiteral("other")));
        QVERIFY(!name.contains(QStringLiteral("canary")));
    }
};

QTEST_GUILESS_MAIN(TestInstanceLock)
#include "tst_instance_lock.moc"
