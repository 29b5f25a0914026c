#include "core/sim/notice.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;

namespace
{
Notice sample(NoticeKind kind)
{
    Notice notice;
    notice.kind = kind;
    notice.number = 1562;
    notice.symbol = *core::domain::Symbol::parse(std::string_view{"005930"});
    notice.quantity = 10;
    notice.price = 70'000;
    notice.orderQuantity = 10;
    notice.orderPrice = 70'500;
    notice.at = static_cast<std::int32_t>(core::domain::timeOfDay(9, 27, 1).count());
    return notice;
}

NoticeAddress address(int fields = 23)
{
    return {.htsId = QStringLiteral("HTSUSER1"),
            .account = QStringLiteral("1234567801"),
            .branch = QStringLiteral("00950"),
            .issueName = QStringLiteral("삼성전자"),
            .fields = fields};
}
}  // namespace

class TestNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    /// The published vector, made with another AES implementation.
    void encryptsTheKnownText()
    {
        const QByteArray text = QByteArrayLiteral(
            "HTSUSER1^1234567801^0000001562^^02^0^00^0^005930^0000000010^000070000^092701^0^1^1^"
            "00950^000000010^홍길동^1Y^10^^삼성전자^");
        QCOMPARE(text.size(), 129);

        const auto sealed = encryptNotice(text, QStringLiteral("abcdefghijklmnopqrstuvwxyz012345"),
                                          QStringLiteral("0123456789abcdef"));

        QVERIFY(sealed);
        QCOMPARE(*sealed,
                 QByteArrayLiteral(
                     "amTfTHTvezL9bWiguy5U4guTyXnjaycTT0crCzjhL6CH1qhWEP2WwguOCiT3ZspL+Gfhn2jL+Pef"
                     "O8oHHr24fEdnPtA3ReEb9jF+8LaYv3s7ryKu5OfoATwVShJst0MaGQagkdY7bl53zIp9AOFkc5vh"
                     "HSvyJn+oulW+P+sXFD1v9cwcUI1xPZg2nGmCXmB4"));
    }

    void anAcceptanceHasTheDocumentedFields()
    {
        const QList<QByteArray> fields =
            noticeText(sample(NoticeKind::Accepted), address()).split('^');

        QCOMPARE(fields.size(), 23);
        QCOMPARE(fields.mid(0, 17).join('^'),
                 QByteArrayLiteral("HTSUSER1^1234567801^0000001562^^02^0^00^0^005930^0000000010^"
                                   "000070000^092701^0^1^1^00950^000000010"));
        QCOMPARE(fields[18], QByteArrayLiteral("1Y"));
        QCOMPARE(QString::fromUtf8(fields[21]), QStringLiteral("삼성전자"));
        QVERIFY(fields[22].isEmpty());
    }

    void aFillCarriesItsOwnQuantityAndTheOrdersPrice()
    {
        Notice fill = sample(NoticeKind::Filled);
        fill.quantity = 3;
        fill.division = *divisionOf("01");

        const QList<QByteArray> fields = noticeText(fill, address()).split('^');

        QCOMPARE(fields[9], QByteArrayLiteral("0000000003"));
        QCOMPARE(fields[6], QByteArrayLiteral("00"));
        QCOMPARE(fields[13], QByteArrayLiteral("2"));
        QCOMPARE(fields[16], QByteArrayLiteral("000000010"));
        QCOMPARE(fields[22], QByteArrayLiteral("000070500"));
    }

    void everyKindHasItsCombination_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("flags");  // RCTF_CLS RFUS_YN CNTG_YN ACPT_YN

        QTest::newRow("accepted") << static_cast<int>(NoticeKind::Accepted)
                                  << QByteArray{"0 0 1 1"};
        QTest::newRow("filled") << static_cast<int>(NoticeKind::Filled) << QByteArray{"0 0 2 2"};
        QTest::newRow("amended") << static_cast<int>(NoticeKind::AmendConfirmed)
                                 << QByteArray{"1 0 1 2"};
        QTest::newRow("cancelled")
            << static_cast<int>(NoticeKind::CancelConfirmed) << QByteArray{"2 0 1 2"};
        QTest::newRow("rest") << static_cast<int>(NoticeKind::RestCancelled)
                              << QByteArray{"0 0 1 3"};
        QTest::newRow("rejected") << static_cast<int>(NoticeKind::Rejected)
                                  << QByteArray{"0 1 1 1"};
    }

    void everyKindHasItsCombination()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, flags);

        const QList<QByteArray> fields =
            noticeText(sample(static_cast<NoticeKind>(kind)), address()).split('^');

        QCOMPARE(fields[5] + ' ' + fields[12] + ' ' + fields[13] + ' ' + fields[14], flags);
    }

    void theDocumentedLayoutHasTwentySixFields()
    {
        const QList<QByteArray> fields =
            noticeText(sample(NoticeKind::Accepted), address(26)).split('^');

        QCOMPARE(fields.size(), 26);
        QCOMPARE(fields[19], QByteArrayLiteral("1"));
        QCOMPARE(fields[20], QByteArrayLiteral("Y"));
        QCOMPARE(fields[22], QByteArrayLiteral("10"));
    }

    void aWrongKeyLengthIsRefused()
    {
        QVERIFY(!encryptNotice("x", QStringLiteral("short"), QStringLiteral("0123456789abcdef")));
        QVERIFY(!encryptNotice("x", QString(32, u'k'), QStringLiteral("short")));
    }
};

QTEST_GUILESS_MAIN(TestNotice)
#include "tst_notice.moc"
