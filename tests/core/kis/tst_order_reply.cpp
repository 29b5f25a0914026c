#include "core/kis/order_codes.h"
#include "core/kis/order_reply.h"
#include "tests/core/kis/order_expectations.h"
#include "tests/support/no_warnings.h"

#include <QTest>

#include <set>

using core::domain::AnswerClass;
using core::domain::BrokerOrderId;
using core::domain::RejectReason;
using core::kis::classifyOrderReply;
using core::kis::orderCode;
using core::kis::reasonByWords;
using namespace test::reasons;
using test::Expected;
using test::kExpected;

namespace
{
QByteArray body(const QByteArray& result, const QByteArray& code, const QByteArray& text,
                const QByteArray& number)
{
    return "{\"rt_cd\":\"" + result + "\",\"msg_cd\":\"" + code + "\",\"msg1\":\"" + text
           + "  \",\"output\":{\"KRX_FWDG_ORD_ORGNO\":\"06010\",\"ODNO\":\"" + number
           + "\",\"ORD_TMD\":\"155211\"}}";
}
}  // namespace

class TestOrderReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void b06_everyCombinationHasTheClassTheContractSays()
    {
        for (const int status : {200, 201, 400, 401, 403, 500, 502, 503}) {
            for (const QByteArray result : {"0", "1", "2", "7", "9", ""}) {
                for (const Expected& row : kExpected) {
                    for (const QByteArray number : {"0001569157", "0000000000", "   ", ""}) {
                        const auto reply =
                            classifyOrderReply(status, body(result, row.code, "text", number));
                        const bool hasNumber = number.startsWith("00015");
                        AnswerClass expected = AnswerClass::Unknown;
                        if (result == "0") {
                            expected = status == 200 && hasNumber ? AnswerClass::Accepted
                                                                  : AnswerClass::Unknown;
                        } else if (!result.isEmpty() && !hasNumber) {
                            expected = row.what;
                        }
                        const QByteArray where = QByteArray::number(status) + " rt_cd '" + result
                                                 + "' " + row.code + " ODNO '" + number + '\'';
                        QVERIFY2(reply.what == expected, where.constData());
                        QVERIFY2(reply.reason
                                     == (expected == AnswerClass::Rejected ? row.reason : Other),
                                 where.constData());
                        QCOMPARE(reply.broker.isEmpty(), expected != AnswerClass::Accepted);
                    }
                }
            }
        }
    }

    void b06_everyRowOfTheTableIsExpected()
    {
        std::set<QString> seen;
        for (const core::kis::OrderCode& row : core::kis::order_table::kOrderCodes) {
            QVERIFY2(seen.insert(QString{row.code}).second, row.code.data());
            const bool written =
                std::any_of(std::begin(kExpected), std::end(kExpected), [&row](const auto& one) {
                    return row.match == core::kis::CodeMatch::Whole
                               ? row.code == QLatin1String{one.code}
                               : QLatin1String{one.code}.startsWith(row.code)
                                     && orderCode(QString::fromLatin1(one.code)).code == row.code;
                });
            QVERIFY2(written, row.code.data());
        }
    }

    void readsAnAcceptance()
    {
        const auto reply = classifyOrderReply(
            200, body("0", "APBK0013", "주문 전송 완료 되었습니다.", "0001569157"));

        QCOMPARE(reply.what, AnswerClass::Accepted);
        QCOMPARE(reply.broker, BrokerOrderId::fromWire(u"1569157"));
        QCOMPARE(reply.branch, QStringLiteral("06010"));
        QCOMPARE(reply.time, std::optional{core::domain::timeOfDay(15, 52, 11)});
        QCOMPARE(reply.text, QStringLiteral("주문 전송 완료 되었습니다."));
        const auto small = classifyOrderReply(
            200, R"({"rt_cd":"0","msg_cd":"40600000","msg1":"","output":{"odno":"7"}})");
        QCOMPARE(small.what, AnswerClass::Accepted);
        QCOMPARE(small.broker, BrokerOrderId::fromWire(u"7"));
    }

    void whatIsNotAParsedRefusalIsUnknown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("B05 empty refusal")
            << 500 << QByteArray{R"({"rt_cd":"1","msg_cd":"","msg1":""})"};
        QTest::newRow("B05 nothing") << 500 << QByteArray{};
        QTest::newRow("B03 time-out at the gateway")
            << 500 << QByteArray{R"({"rt_cd":"1","msg_cd":"EGW00301","msg1":"x"})"};
        QTest::newRow("B03 check the previous one")
            << 200 << QByteArray{R"({"rt_cd":"1","msg_cd":"EGW00302","msg1":"x"})"};
        QTest::newRow("B03 504 in HTML") << 504 << QByteArray{"<html>Gateway Timeout</html>"};
        QTest::newRow("B06 cut short") << 200 << QByteArray{"{\"rt_cd\":\"0\",\"msg_cd\":\"APB"};
        QTest::newRow("B06 a list") << 200 << QByteArray{"[]"};
        QTest::newRow("B06 no number") << 200 << QByteArray{R"({"rt_cd":"0","output":{}})"};
        QTest::newRow("B06 401 without a word") << 401 << QByteArray{};
        QTest::newRow("B06 a code alone") << 200 << QByteArray{R"({"msg_cd":"APBK0952"})"};
        QTest::newRow("B12 no text where text is due")
            << 200 << QByteArray{R"({"rt_cd":null,"msg_cd":[1],"msg1":{}})"};
    }
    void whatIsNotAParsedRefusalIsUnknown()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, bytes);

        QCOMPARE(classifyOrderReply(status, bytes).what, AnswerClass::Unknown);
    }

    void a02_aTokenRefusalIsDefiniteInBothShapes()
    {
        const auto usual =
            classifyOrderReply(500, R"({"rt_cd":"1","msg_cd":"EGW00123","msg1":"expired"})");
        const auto token =
            classifyOrderReply(500, R"({"error_code":"EGW00123","error_description":"expired"})");

        QCOMPARE(usual.what, AnswerClass::Rejected);
        QCOMPARE(usual.reason, RejectReason::Token);
        QCOMPARE(token.what, AnswerClass::Rejected);
        QCOMPARE(token.reason, RejectReason::Token);
    }

    void d14_wordsDecideWhereACodeIsOverloaded_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<RejectReason>("reason");

        const auto row = [](const char* name, const char* code, const char* text, auto reason) {
            QTest::newRow(name) << QByteArray{code} << QString::fromUtf8(text) << reason;
        };
        row("D14 closed", "APBK0918", "장운영시간이 아닙니다.(주문불가)", Session);
        row("D14 closed, other words", "APBK0918", "장종료 되었습니다.", Session);
        row("D14 no cash", "APBK0918", "주문가능금액을 초과했습니다.", Cash);
        row("D14 no shares", "APBK0918", "주문가능수량을 초과하였습니다.", SellQuantity);
        row("D14 no shares, spaced", "APBK0918", "매도 가능 수량 이 부족합니다", SellQuantity);
        row("D14 halted", "APBK0918", "거래정지 종목입니다.", Halted);
        row("D14 holiday", "APBK0919", "장운영일자가 주문일과 상이합니다.", ClosedDay);
        row("D14 holiday code, cash words", "APBK0919", "예수금이 부족합니다.", Cash);
        row("D14 market order", "APBK1943", "시장가호가불가로 주문이 불가합니다.", MarketOrder);
        row("D14 self trade", "APBK1943", "자전거래 의심 주문입니다.", SelfTrade);
        row("D14 step", "APBK0918", "호가단위 오류입니다.", PriceStep);
        row("D14 two reasons", "APBK0918", "장운영시간이 아니거나 주문가능금액이 부족", Other);
        row("D14 no reason", "APBK0918", "처리할 수 없습니다.", Other);
        row("D14 an unknown code keeps its mouth shut", "APBK7777", "예수금이 부족합니다.", Other);
        row("D14 a clear code is not overruled", "APBK0952", "장운영시간이 아닙니다.", Cash);
    }
    void d14_wordsDecideWhereACodeIsOverloaded()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, text);
        QFETCH(RejectReason, reason);

        const auto reply = classifyOrderReply(200, body("7", code, text.toUtf8(), ""));

        QCOMPARE(reply.what, AnswerClass::Rejected);
        QCOMPARE(reply.reason, reason);
        QCOMPARE(reply.text, text);
    }

    void d14_wordsOfTwoReasonsExcludeEachOther()
    {
        const auto& words = core::kis::order_table::kReasonWords;
        const auto text = [](const core::kis::ReasonWord& row) {
            return QString::fromUtf16(row.word.data(), static_cast<qsizetype>(row.word.size()));
        };
        for (const auto& one : words) {
            QCOMPARE(reasonByWords(text(one)), one.reason);
            QCOMPARE(reasonByWords(text(one).at(0) + QStringLiteral(" ") + text(one).mid(1)),
                     one.reason);
            for (const auto& other : words) {
                const RejectReason both = reasonByWords(text(one) + u'.' + text(other));
                QCOMPARE(both, one.reason == other.reason ? one.reason : Other);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderReply)
#include "tst_order_reply.moc"
