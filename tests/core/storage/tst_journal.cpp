// The journal's file: whatever a crash leaves is read to the last whole block and continued there;
// damage in the middle is said and nothing is changed.

#include "core/storage/journal.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace core;
using base::ErrorCode;
using storage::JournalBlock;
using storage::JournalBlockKind;
using storage::JournalReader;
using storage::JournalWriter;

namespace
{
QByteArray blockText(int number)
{
    return QByteArray::number(number).repeated(50 + number * 7 % 300);
}

/// No file of this process grows beyond so many bytes: what a full disk does.
class SmallFiles final
{
public:
    explicit SmallFiles(qint64 bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{.rlim_cur = static_cast<rlim_t>(bytes), .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_before{};
};

class Place final
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("d.journal")); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file{path()};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }
    void put(const QByteArray& bytes) const
    {
        QFile file{path()};
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// Appends blocks `from` to before `to`.
    void write(int from, int to) const
    {
        JournalWriter writer = JournalWriter::open(path()).value();
        for (int number = from; number < to; ++number) {
            QVERIFY(
                writer.append(number == 0 ? JournalBlockKind::Opening : JournalBlockKind::Events,
                              blockText(number)));
        }
    }
    /// The blocks to the end, or the error.
    [[nodiscard]] base::Result<int> read(qint64* torn = nullptr) const
    {
        base::Result<JournalReader> opened = JournalReader::open(path());
        if (!opened) {
            return opened.error();
        }
        JournalReader reader = std::move(opened).value();
        for (int number = 0;; ++number) {
            const auto block = reader.next();
            if (!block) {
                return block.error();
            }
            if (!*block) {
                if (torn != nullptr) {
                    *torn = reader.torn();
                }
                return number;
            }
            if ((*block)->bytes != blockText(number)) {
                return base::Error{ErrorCode::OutOfRange, QStringLiteral("other bytes")};
            }
        }
    }

private:
    QTemporaryDir m_folder;
};
}  // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const Place place;
        place.write(0, 20);
        place.write(20, 40);

        QCOMPARE(place.read().value(), 40);
        QCOMPARE(QFileInfo{place.path()}.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    /// Cut at every byte: the whole blocks before it are there, and writing goes on behind them.
    void aCutAnywhereCostsOneBlockAtMost()
    {
        const Place place;
        place.write(0, 3);
        const QByteArray three = place.bytes();
        place.write(3, 4);
        const QByteArray four = place.bytes();
        for (qsizetype size = three.size(); size < four.size(); ++size) {
            place.put(four.first(size));
            qint64 torn = -1;
            QCOMPARE(place.read(&torn).value(), 3);
            QCOMPARE(torn, size - three.size());

            JournalWriter writer = JournalWriter::open(place.path()).value();
            QCOMPARE(writer.cut(), size - three.size());
            QVERIFY(!writer.isNew());
            QVERIFY(writer.append(JournalBlockKind::Events, blockText(3)));
            QCOMPARE(place.bytes(), four);
        }
        place.put(three + QByteArray(5'000, 'x'));
        QVERIFY(JournalWriter::open(place.path())
                    .value()
                    .append(JournalBlockKind::Events, blockText(3)));
        QCOMPARE(place.bytes(), four);
        for (qsizetype size = 0; size < 16; ++size) {
            place.put(four.first(size));
            QVERIFY(JournalWriter::open(place.path()).value().isNew());
            QCOMPARE(place.read().value(), 0);
        }
    }

    /// Every byte of a block that is not the last: said, and the file stays as it is.
    void damageInTheMiddleIsSaid()
    {
        const Place place;
        place.write(0, 3);
        const QByteArray whole = place.bytes();
        const qsizetype second = whole.indexOf("JBLK", 20);
        const qsizetype third = whole.indexOf("JBLK", second + 1);
        for (qsizetype at = second; at < third; ++at) {
            QByteArray broken = whole;
            broken[at] = static_cast<char>(~broken[at]);
            place.put(broken);

            const auto read = place.read();
            QVERIFY2(!read, QByteArray::number(at).constData());
            QCOMPARE(read.error().code, ErrorCode::Malformed);
            QVERIFY(!JournalWriter::open(place.path()));
            QCOMPARE(place.bytes(), broken);
        }
    }

    void aMissingBlockIsSaid()
    {
        const Place place;
        place.write(0, 3);
        QByteArray bytes = place.bytes();
        const qsizetype second = bytes.indexOf("JBLK", 20);
        bytes.remove(second, bytes.indexOf("JBLK", second + 1) - second);
        place.put(bytes);

        const auto read = place.read();

        QVERIFY(!read);
        QVERIFY(read.error().detail.contains(QStringLiteral("missing")));
    }

    void anotherFileOrVersionIsNotTouched()
    {
        const Place place;
        place.put("something else that is no journal at all");
        QCOMPARE(JournalWriter::open(place.path()).error().code, ErrorCode::Malformed);
        QCOMPARE(place.bytes(), QByteArray{"something else that is no journal at all"});

        QFile::remove(place.path());
        QCOMPARE(JournalReader::open(place.path()).error().code, ErrorCode::NotFound);
        place.write(0, 1);
        QByteArray bytes = place.bytes();
        bytes[8] = 2;
        place.put(bytes);
        QCOMPARE(JournalWriter::open(place.path()).error().code, ErrorCode::Unsupported);
        QCOMPARE(place.bytes(), bytes);
    }

    void tooMuchForABlockIsRefused()
    {
        const Place place;
        JournalWriter writer = JournalWriter::open(place.path()).value();
        const QByteArray most(storage::kJournalBlockMax, 'x');

        QVERIFY(writer.append(JournalBlockKind::Events, most));
        QCOMPARE(writer.append(JournalBlockKind::Events, most + 'x').error().code,
                 ErrorCode::OutOfRange);
        QVERIFY(writer.sync());
    }

    /// A disk that is full: the block is refused and the file ends where it ended.
    void aWriteThatFailsLeavesTheFileAsItWas()
    {
        const Place place;
        place.write(0, 2);
        const QByteArray before = place.bytes();
        const SmallFiles limit{before.size() + 10};
        JournalWriter writer = JournalWriter::open(place.path()).value();

        const base::Status status = writer.append(JournalBlockKind::Events, blockText(2));

        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Io);
        QCOMPARE(place.bytes(), before);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
