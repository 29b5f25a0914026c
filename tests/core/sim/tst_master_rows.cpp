#include "core/sim/master_file.h"
#include "tests/support/no_warnings.h"

#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <iconv.h>

using namespace core::sim;
using core::domain::InstrumentFlag;
using core::domain::Market;

namespace
{
const core::domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::November,
                                     std::chrono::day{25}};

QString korean(QByteArray bytes)
{
    QByteArray out(bytes.size() * 3, '\0');
    const iconv_t converter = iconv_open("UTF-8", "CP949");
    char* from = bytes.data();
    char* to = out.data();
    auto left = static_cast<std::size_t>(bytes.size());
    auto room = static_cast<std::size_t>(out.size());
    iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    return left == 0 ? QString::fromUtf8(out.left(out.size() - static_cast<qsizetype>(room)))
                     : QString{};
}

const Listing& find(const std::vector<Listing>& all, const char* code)
{
    for (const Listing& listing : all) {
        if (listing.symbol().view() == code) {
            return listing;
        }
    }
    qFatal("%s is not listed", code);
}

QByteArray rowOf(const QByteArray& file, const Listing& listing)
{
    const QByteArray code = listing.symbol().toString().toLatin1().leftJustified(9, ' ');
    const QList<QByteArray> rows = file.split('\n');
    for (const QByteArray& row : rows) {
        if (row.startsWith(code)) {
            return row;
        }
    }
    return {};
}
}  // namespace

/// Offsets are the anchors of the broker's layout, written down by hand.
class TestMasterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyRowHasItsMarketsLength()
    {
        const std::vector<Listing> all = makeListings(1, 2'400, kDay, {});
        for (const auto& [market, length] :
             {std::pair{Market::Kospi, 288}, std::pair{Market::Kosdaq, 282}}) {
            const auto file = masterFile(all, market, kDay);
            QVERIFY(file);
            const QList<QByteArray> rows = file->split('\n');
            QVERIFY(rows.size() > 500);
            QVERIFY(rows.back().isEmpty());
            for (qsizetype i = 0; i + 1 < rows.size(); ++i) {
                QCOMPARE(rows[i].size(), length);
            }
            QVERIFY(!file->contains('\r'));
        }
    }

    void fieldsStandAtTheirOffsets()
    {
        std::vector<Listing> all = makeListings(1, 120, kDay, {});
        for (Listing& listing : all) {
            if (listing.symbol().view() == "005930") {
                listing.instrument.flags.set(InstrumentFlag::Halted);
                listing.instrument.flags.set(InstrumentFlag::Warning);
                listing.instrument.flags.set(InstrumentFlag::Overheated);
            }
        }
        const auto file = masterFile(all, Market::Kospi, kDay);
        QVERIFY(file);

        const QByteArray row = rowOf(*file, find(all, "005930"));

        QCOMPARE(korean(row.mid(21, 40)).trimmed(), QStringLiteral("삼성전자"));
        QCOMPARE(row.mid(9, 12), QByteArray{"KR7005930003"});
        QCOMPARE(row.mid(61, 2), QByteArray{"ST"});
        QCOMPARE(row.mid(79, 1), QByteArray{"5"});
        QCOMPARE(row.mid(83, 1), QByteArray{"0"});
        QCOMPARE(row.mid(90, 1), QByteArray{"N"});
        QCOMPARE(row.mid(93, 1), QByteArray{"2"});
        QCOMPARE(row.mid(102, 9), QByteArray{"000098600"});
        QCOMPARE(row.mid(121, 1), QByteArray{"Y"});
        QCOMPARE(row.mid(122, 1), QByteArray{"N"});
        QCOMPARE(row.mid(124, 2), QByteArray{"02"});
        QCOMPARE(row.mid(129, 2), QByteArray{"00"});
        QCOMPARE(row.mid(142, 12).toLongLong(), find(all, "005930").previousVolume);
        QCOMPARE(row.mid(166, 8), QByteArray{"19750611"});
        QCOMPARE(row.mid(174, 15).toLongLong(), find(all, "005930").listedShares / 1'000);
        QCOMPARE(row.mid(219, 1), QByteArray{"0"});
        QCOMPARE(row.mid(265, 8), QByteArray{"20260630"});
        QCOMPARE(row.mid(273, 9).toLongLong(), find(all, "005930").marketValueEok());
        QCOMPARE(row.mid(287, 1), QByteArray{"Y"});
    }

    void kosdaqFieldsStandAtTheirOffsets()
    {
        std::vector<Listing> all = makeListings(1, 400, kDay, {});
        Listing* mine = nullptr;
        for (Listing& listing : all) {
            if (listing.instrument.market == Market::Kosdaq && listing.has(InstrumentFlag::Spac)) {
                mine = &listing;
            }
        }
        QVERIFY(mine != nullptr);
        mine->instrument.flags.set(InstrumentFlag::CautionReminder);
        mine->instrument.flags.set(InstrumentFlag::Administrative);
        const auto file = masterFile(all, Market::Kosdaq, kDay);
        QVERIFY(file);

        const QByteArray row = rowOf(*file, *mine);

        QCOMPARE(row.mid(61, 2), QByteArray{"ST"});
        QCOMPARE(row.mid(79, 1), QByteArray{"0"});
        QCOMPARE(row.mid(85, 1), QByteArray{"Y"});
        QCOMPARE(row.mid(88, 1), QByteArray{"0"});
        QCOMPARE(row.mid(91, 1), QByteArray{"Y"});
        QCOMPARE(row.mid(97, 9).toLongLong(), mine->reference);
        QCOMPARE(row.mid(116, 1), QByteArray{"N"});
        QCOMPARE(row.mid(118, 1), QByteArray{"Y"});
        QCOMPARE(row.mid(137, 12).toLongLong(), mine->previousVolume);
        QCOMPARE(row.mid(267, 9).toLongLong(), mine->marketValueEok());
    }

    void aLongNameIsCutBetweenSyllables()
    {
        std::vector<Listing> all = makeListings(1, 60, kDay, {});
        const QString twenty = QStringLiteral("가나다라마바사아자차카타파하거너더러머버");
        all.front().instrument.market = Market::Kospi;
        all.front().instrument.name = QStringLiteral("A") + twenty + QStringLiteral("끝");

        const auto file = masterFile(all, Market::Kospi, kDay);

        QVERIFY(file);
        const QByteArray row = rowOf(*file, all.front());
        QCOMPARE(row.size(), 288);
        QCOMPARE(korean(row.mid(21, 40)).trimmed(), QStringLiteral("A") + twenty.left(19));
    }

    void theZipHoldsTheFileAsItsOnlyMember()
    {
        const QByteArray content = QByteArray{"row\n"}.repeated(100'000);

        const auto zip = zipOf("kospi_code.mst", content);

        QVERIFY(zip);
        QVERIFY(zip->size() < content.size() / 20);
        archive* reader = archive_read_new();
        archive_read_support_format_zip(reader);
        QCOMPARE(archive_read_open_memory(reader, zip->constData(),
                                          static_cast<std::size_t>(zip->size())),
                 ARCHIVE_OK);
        archive_entry* entry = nullptr;
        QCOMPARE(archive_read_next_header(reader, &entry), ARCHIVE_OK);
        QCOMPARE(QByteArray{archive_entry_pathname(entry)}, QByteArray{"kospi_code.mst"});
        QByteArray back(content.size() + 1, '\0');
        QCOMPARE(archive_read_data(reader, back.data(), static_cast<std::size_t>(back.size())),
                 content.size());
        QCOMPARE(back.left(content.size()), content);
        QCOMPARE(archive_read_next_header(reader, &entry), ARCHIVE_EOF);
        archive_read_free(reader);
    }
};

QTEST_GUILESS_MAIN(TestMasterFile)
#include "tst_master_rows.moc"
