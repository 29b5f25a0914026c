#include "core/storage/crc32c.h"
#include "core/storage/ledger_head.h"
#include "core/storage/ledger_row.h"
#include "core/storage/log_scan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core::storage;

class TestLedgerRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crcIsThatOfTheStandard()
    {
        // RFC 3720, B.4, and the check value of the polynomial.
        QCOMPARE(crc32c("123456789"), 0xE3069283U);
        QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8A9136AAU);
        QCOMPARE(crc32c(QByteArray(32, '\xff')), 0x62A8AB43U);
        QCOMPARE(crc32c("6789", crc32c("12345")), crc32c("123456789"));
    }

    void everyColumnCountsInChecksumAndDigest()
    {
        LedgerRow row{.seq = 4, .record = {}, .previous = QByteArray(kHashBytes, 'p')};
        row.record.at = core::domain::Timestamp{std::chrono::milliseconds{1000}};
        row.record.order = QStringLiteral("20261124-1-1");
        row.record.kind = QStringLiteral("intent");
        row.record.body = "{}";
        row.checksum = checksumOf(row);

        const auto differs = [&](auto change) {
            LedgerRow other = row;
            change(other);
            return checksumOf(other) != row.checksum && digestOf(other) != digestOf(row);
        };

        QVERIFY(differs([](LedgerRow& other) { other.seq = 5; }));
        QVERIFY(differs([](LedgerRow& other) { other.record.at += std::chrono::milliseconds{1}; }));
        QVERIFY(differs([](LedgerRow& other) { other.record.monotonicUs = 1; }));
        QVERIFY(differs([](LedgerRow& other) { other.record.order += u'2'; }));
        QVERIFY(differs([](LedgerRow& other) { other.record.kind = QStringLiteral("fill"); }));
        QVERIFY(differs([](LedgerRow& other) { other.record.body = "{ }"; }));
        QVERIFY(differs([](LedgerRow& other) { other.previous[0] = 'q'; }));
        // What moves from one column to the next is another row.
        QVERIFY(differs([](LedgerRow& other) {
            other.record.order = QStringLiteral("20261124-1-1i");
            other.record.kind = QStringLiteral("ntent");
        }));
    }

    void aHeadIsWholeOrNone()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("head"));
        const LedgerHead head{77, QByteArray(kHashBytes, 'h')};
        QVERIFY(!readHead(name));
        HeadWriter{name}.write(head);
        QCOMPARE(readHead(name), head);

        QFile file{name};
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            file.seek(0);
            file.write(bad);
            file.flush();
            QVERIFY2(!readHead(name), qPrintable(QString::number(at)));
        }
        file.resize(0);
        QVERIFY(!readHead(name));
    }
};

QTEST_GUILESS_MAIN(TestLedgerRow)
#include "tst_ledger_row.moc"
