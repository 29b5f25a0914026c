// The journal of a day over restarts, a crash in the middle of a block, damage and midnight.

#include "core/engine/journal_facts.h"
#include "core/engine/journal_keeper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using engine::JournalFacts;
using engine::JournalKeeper;
using engine::JournalOptions;

namespace
{
domain::Timestamp at(int hour, int minute, int day = 2)
{
    return domain::fromKst(domain::TradingDate{std::chrono::year{2025}, std::chrono::month{9},
                                               std::chrono::day{static_cast<unsigned>(day)}},
                           domain::timeOfDay(hour, minute, 0));
}

/// `count` steps of the clock, a second apart.
std::vector<domain::Event> steps(std::uint64_t first, int count, domain::Timestamp from)
{
    std::vector<domain::Event> events;
    for (int i = 0; i < count; ++i) {
        events.push_back(
            {first + static_cast<std::uint64_t>(i), from + i * 1s, domain::TimerStep{}});
    }
    return events;
}

JournalFacts facts(const QString& path)
{
    const base::Result<JournalFacts> read = engine::journalFacts(path);
    return read ? *read : JournalFacts{};
}
}  // namespace

class TestJournalKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsAppendedIsThereInOrder()
    {
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(1, 30'000, at(9, 0))).has_value());
        QVERIFY(keeper.append(steps(30'001, 5, at(9, 0) + 30'000s)).has_value());
        const JournalFacts found = facts(file());
        QCOMPARE(found.openings, 1);
        QCOMPARE(found.events, 30'005U);
        QCOMPARE(found.holes, 0U);
        QCOMPARE(found.blocks, 1U + 2U + 1U);  // Opening, 20,000 and 10,000, five.
        QCOMPARE(found.from, at(9, 0));
        QVERIFY(keeper.outages().empty());
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions{});
    }

    void aRestartTellsHowLongItWasAway()
    {
        {
            JournalKeeper keeper{options()};
            QVERIFY(keeper.append(steps(1, 10, at(9, 0))).has_value());
        }
        const QByteArray before = bytes();
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(7, 10, at(9, 5))).has_value());  // Numbers go on as they like.
        QCOMPARE(keeper.outages().size(), 1U);
        QCOMPARE(keeper.outages().front().from, at(9, 0) + 9s);
        QCOMPARE(keeper.outages().front().to, at(9, 5));
        QCOMPARE(keeper.outages().front().cause, QStringLiteral("outage"));
        QVERIFY(bytes().startsWith(before));

        JournalKeeper third{options()};
        QVERIFY(third.append(steps(20, 1, at(9, 30))).has_value());
        QCOMPARE(third.outages().size(), 2U);
        const JournalFacts found = facts(file());
        QCOMPARE(found.openings, 3);
        QCOMPARE(found.holes, 0U);
        QCOMPARE(found.gaps, third.outages());
    }

    void aTornBlockIsCutOffAndTold()
    {
        {
            JournalKeeper keeper{options()};
            QVERIFY(keeper.append(steps(1, 10, at(9, 0))).has_value());
            QVERIFY(keeper.append(steps(11, 10, at(9, 1))).has_value());
        }
        QFile torn{file()};
        QVERIFY(torn.open(QIODevice::ReadWrite));
        QVERIFY(torn.resize(torn.size() - 3));
        torn.close();
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(11, 1, at(9, 10))).has_value());
        const JournalFacts found = facts(file());
        QCOMPARE(found.events, 11U);
        QCOMPARE(found.tornBytes, 0);
        QCOMPARE(keeper.outages().front().from, at(9, 0) + 9s);
        QVERIFY(keeper.takeProblem().isEmpty());  // What a crash leaves is no damage.
    }

    void aDamagedFileIsKeptUnderAnotherName()
    {
        {
            JournalKeeper keeper{options()};
            QVERIFY(keeper.append(steps(1, 100, at(9, 0))).has_value());
            QVERIFY(keeper.append(steps(101, 100, at(9, 2))).has_value());
        }
        QFile damaged{file()};
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(40));
        QCOMPARE(damaged.write("damage"), 6);
        damaged.close();
        const QByteArray before = bytes();
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(201, 1, at(9, 10))).has_value());
        QVERIFY(!keeper.takeProblem().isEmpty());
        QVERIFY(keeper.takeProblem().isEmpty());
        QCOMPARE(facts(file()).events, 1U);
        QFile aside{file() + QStringLiteral(".damaged-1")};
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), before);
    }

    void aWholeBlockThatSaysNothingOfOursIsSetAsideToo()
    {
        {
            JournalKeeper keeper{options()};
            QVERIFY(keeper.append(steps(1, 10, at(9, 0))).has_value());
        }
        {
            auto writer = storage::JournalWriter::open(file());
            QVERIFY(writer.has_value());
            storage::JournalWriter other = std::move(writer).value();
            QVERIFY(
                other.append(storage::JournalBlockKind::Events, "of another codec").has_value());
        }
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(11, 1, at(9, 10))).has_value());
        QVERIFY(!keeper.takeProblem().isEmpty());
        QCOMPARE(facts(file()).events, 1U);
        QVERIFY(QFile::exists(file() + QStringLiteral(".damaged-1")));
        QCOMPARE(keeper.lost(), 0U);
    }

    void midnightBeginsAnotherFile()
    {
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(1, 10, at(0, 0, 3) - 5s)).has_value());
        QCOMPARE(facts(file()).events, 5U);
        const QString next = m_folder->filePath(QStringLiteral("journal/2025-09-03.journal"));
        QCOMPARE(facts(next).events, 5U);
        QCOMPARE(facts(next).openings, 1);
    }

    void anotherAccountsJournalIsSetAside()
    {
        {
            JournalKeeper keeper{options()};
            QVERIFY(keeper.append(steps(1, 10, at(9, 0))).has_value());
        }
        JournalOptions anew = options();
        anew.isAnew = true;
        JournalKeeper keeper{anew};
        QVERIFY(keeper.append(steps(1, 3, at(9, 0))).has_value());
        QVERIFY(keeper.outages().empty());
        QCOMPARE(facts(file()).events, 3U);
        QCOMPARE(facts(file() + QStringLiteral(".earlier-1")).events, 10U);
    }

    void aHoleIsCounted()
    {
        JournalKeeper keeper{options()};
        QVERIFY(keeper.append(steps(1, 10, at(9, 0))).has_value());
        QVERIFY(keeper.append(steps(12, 10, at(9, 1))).has_value());
        QVERIFY(keeper.append(steps(21, 1, at(9, 2))).has_value());  // Twice.
        QCOMPARE(facts(file()).holes, 2U);
    }

    void whatCannotBeWrittenIsCounted()
    {
        QFile blocker{m_folder->filePath(QStringLiteral("journal"))};
        QVERIFY(blocker.open(QIODevice::WriteOnly));  // A file where the folder should be.
        JournalKeeper keeper{options()};
        QVERIFY(!keeper.append(steps(1, 10, at(9, 0))).has_value());
        QCOMPARE(keeper.lost(), 10U);
        QVERIFY(blocker.remove());
        QVERIFY(keeper.append(steps(11, 10, at(9, 1))).has_value());
        QCOMPARE(keeper.lost(), 10U);
    }

private:
    [[nodiscard]] JournalOptions options() const
    {
        JournalOptions options;
        options.folder = m_folder->filePath(QStringLiteral("journal"));
        return options;
    }
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("journal/2025-09-02.journal"));
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file{this->file()};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestJournalKeeper)
#include "tst_journal_keeper.moc"
