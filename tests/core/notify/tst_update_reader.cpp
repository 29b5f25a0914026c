#include "core/notify/telegram_answer.h"
#include "core/notify/update_reader.h"

#include <QRegularExpression>
#include <QTest>

using namespace core::notify;
using core::base::ErrorCode;

namespace
{
/// JSON without its backslashes; moc loses its way in raw strings.
QByteArray quoted(const char* text)
{
    return QByteArray{text}.replace('\'', '"');
}

QByteArray listOf(const QByteArray& updates)
{
    return quoted("{'ok':true,'result':[") + updates + "]}";
}

/// One update with the message's members as given.
Update readOne(const QByteArray& message)
{
    const auto read = readUpdates(listOf(quoted("{'update_id':7,'message':{") + message + "}}"));
    Q_ASSERT(read.has_value() && read->size() == 1);
    return read->front();
}

const QByteArray kPlain{quoted("'message_id':5,'from':{'id':1002,'is_bot':false},'chat':{'id':1001,"
                               "'type':'private'},'date':1764376800,'text':'/status'")};
}  // namespace

class TestUpdateReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsAMessage()
    {
        const Update update = readOne(kPlain);
        const Update expected{.id = 7,
                              .message = IncomingText{.chatId = 1001,
                                                      .chat = ChatType::Private,
                                                      .userId = 1002,
                                                      .fromPerson = true,
                                                      .original = true,
                                                      .sentAt = 1764376800,
                                                      .text = QStringLiteral("/status")}};
        QCOMPARE(update, expected);
    }

    void idsBeyond32BitsAreExact()
    {
        const Update update = readOne(quoted("'from':{'id':5000000123,'is_bot':false},'chat':{'id':"
                                             "-1002000000123,'type':'supergroup'},'date':1"));
        QCOMPARE(update.message->userId, 5000000123);
        QCOMPARE(update.message->chatId, -1002000000123);
        QCOMPARE(update.message->chat, ChatType::Other);
        QVERIFY(!update.message->text.has_value());
    }

    void nothingMissingIsTakenForGiven_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing at all") << QByteArray{};
        QTest::newRow("no chat") << QByteArray{
            quoted("'from':{'id':1002,'is_bot':false},'date':1")};
        QTest::newRow("no sender")
            << QByteArray{quoted("'chat':{'id':1001,'type':'private'},'date':1")};
        QTest::newRow("ids as text") << QByteArray{
            quoted("'from':{'id':'1002','is_bot':false},'chat':{'id':'1001','type':'private'}")};
        QTest::newRow("ids with a fraction") << QByteArray{
            quoted("'from':{'id':1002.5,'is_bot':false},'chat':{'id':1001.5,'type':'private'}")};
        QTest::newRow("ids as lists") << QByteArray{quoted(
            "'from':{'id':[1002],'is_bot':false},'chat':{'id':{'id':1001},'type':'private'}")};
        QTest::newRow("chat as text") << QByteArray{quoted("'from':'1002','chat':'1001'")};
    }
    void nothingMissingIsTakenForGiven()
    {
        QFETCH(QByteArray, message);
        const IncomingText read = *readOne(message).message;
        QVERIFY(read.chatId == 0 || read.userId == 0);
    }

    void whoIsNoPersonIsSeen()
    {
        const auto from = [](const QByteArray& sender) {
            return readOne(quoted("'chat':{'id':1001,'type':'private'},'from':{") + sender + "}")
                .message->fromPerson;
        };
        QVERIFY(from(quoted("'id':1002,'is_bot':false")));
        QVERIFY(!from(quoted("'id':1002,'is_bot':true")));
        QVERIFY(!from(quoted("'id':1002")));
        QVERIFY(!from(quoted("'id':1002,'is_bot':'false'")));
    }

    void whatNobodyTypedHereIsSeen_data()
    {
        QTest::addColumn<QByteArray>("member");
        for (const QByteArray& member :
             {quoted("'forward_origin':{'type':'user'}"), quoted("'forward_from':{'id':1002}"),
              quoted("'forward_date':1"), quoted("'forward_sender_name':'x'"),
              quoted("'forward_from_chat':{}"), quoted("'forwarded_tomorrow':null"),
              quoted("'edit_date':1"), quoted("'via_bot':{'id':1}"),
              quoted("'sender_chat':{'id':1}"), quoted("'is_automatic_forward':true"),
              quoted("'is_from_offline':true"), quoted("'sender_business_bot':{}"),
              quoted("'business_connection_id':'x'"), quoted("'author_signature':'x'")}) {
            QTest::newRow(member.constData()) << member;
        }
    }
    void whatNobodyTypedHereIsSeen()
    {
        QFETCH(QByteArray, member);
        QVERIFY(!readOne(kPlain + ',' + member).message->original);
    }

    void anythingElseThanAMessageHasNoMessage_data()
    {
        QTest::addColumn<QByteArray>("update");
        const QByteArray message = '{' + kPlain + '}';
        for (const char* const kind :
             {"edited_message", "channel_post", "edited_channel_post", "business_message",
              "edited_business_message", "callback_query", "inline_query", "my_chat_member"}) {
            QTest::newRow(kind) << QByteArray{quoted("{'update_id':7,'")} + kind + "\":" + message
                                       + '}';
        }
        QTest::newRow("two things at once") << quoted("{'update_id':7,'edited_message':") + message
                                                   + quoted(",'message':") + message + '}';
        QTest::newRow("a message that is none")
            << QByteArray{quoted("{'update_id':7,'message':'/pause'}")};
        QTest::newRow("nothing") << QByteArray{quoted("{'update_id':7}")};
    }
    void anythingElseThanAMessageHasNoMessage()
    {
        QFETCH(QByteArray, update);
        const auto read = readUpdates(listOf(update));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t{1});
        QVERIFY(!read->front().message.has_value());
    }

    void updatesWithoutAUsableNumberAreLeftOut()
    {
        const auto read = readUpdates(listOf(
            quoted("{'message':{}},{'update_id':'5'},{'update_id':0},{'update_id':-3},5,null,{'"
                   "update_id':9223372036854775807},{'update_id':1e300},{'update_id':12}")));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t{1});
        QCOMPARE(read->front().id, 12);
    }

    void whatIsNoAnswerIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* const body :
             {"", "[]", "null", "{", "{\"ok\":true}", "{\"ok\":false,\"result\":[]}",
              "{\"ok\":1,\"result\":[]}", "{\"result\":[]}", "{\"ok\":true,\"result\":{}}",
              "\xFF\xFE", "<html></html>"}) {
            QTest::newRow(body) << QByteArray{body};
        }
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("half a list") << listOf("{\"update_id\":1").chopped(2);
    }
    void whatIsNoAnswerIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto read = readUpdates(body);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::Malformed);
    }

    void readsAHugeList()
    {
        QByteArray list;
        for (int i = 1; i <= 5000; ++i) {
            list += QByteArray{i > 1 ? "," : ""} + quoted("{'update_id':") + QByteArray::number(i)
                    + quoted(",'message':{'text':'") + QByteArray(500, 'x') + "\"}}";
        }
        const auto read = readUpdates(listOf(list));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t{5000});
    }

    void anAnswerIsClassified_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("retryAfter");  // -1 = none
        const auto row = [](const char* name, int status, const QByteArray& body, AnswerKind kind,
                            int retryAfter = -1) {
            QTest::newRow(name) << status << body << static_cast<int>(kind) << retryAfter;
        };
        row("taken", 200, quoted("{'ok':true,'result':{}}"), AnswerKind::Ok);
        row("limited", 429, quoted("{'ok':false,'error_code':429,'parameters':{'retry_after':5}}"),
            AnswerKind::RateLimited, 5);
        row("limited for ever", 429,
            quoted(
                "{'ok':false,'error_code':429,'parameters':{'retry_after':9223372036854775807}}"),
            AnswerKind::RateLimited, 24 * 3600);
        row("limited backwards", 429,
            quoted("{'ok':false,'error_code':429,'parameters':{'retry_after':-5}}"),
            AnswerKind::RateLimited);
        row("limited by a page", 429, "<html>", AnswerKind::RateLimited);
        row("refused", 400, quoted("{'ok':false,'error_code':400}"), AnswerKind::Rejected);
        row("too large", 413, quoted("{'ok':false,'error_code':413}"), AnswerKind::Rejected);
        row("no such bot", 401, quoted("{'ok':false,'error_code':401}"), AnswerKind::TokenRefused);
        row("no such method", 404, quoted("{'ok':false,'error_code':404}"),
            AnswerKind::TokenRefused);
        row("blocked", 403, quoted("{'ok':false,'error_code':403}"), AnswerKind::Forbidden);
        row("two listeners", 409, quoted("{'ok':false,'error_code':409}"), AnswerKind::Conflict);
        row("down", 502, "<html>", AnswerKind::ServerError);
        row("down in JSON", 500, quoted("{'ok':false,'error_code':500}"), AnswerKind::ServerError);
        row("a portal", 200, "<html>Please log in</html>", AnswerKind::Unusable);
        row("a portal's refusal", 403, "<html>", AnswerKind::Unusable);
        row("a portal without a page", 404, "", AnswerKind::Unusable);
        row("a redirect", 302, quoted("{'ok':true}"), AnswerKind::Unusable);
        row("garbage", 200, "\x01", AnswerKind::Unusable);
        row("ok as text", 200, quoted("{'ok':'true'}"), AnswerKind::Unusable);
        row("a code of its own", 200, quoted("{'ok':false,'error_code':99999999999}"),
            AnswerKind::Unusable);
    }
    void anAnswerIsClassified()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(int, retryAfter);
        const ApiAnswer answer = readAnswer(status, body);
        QCOMPARE(static_cast<int>(answer.kind), kind);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.retryAfter ? static_cast<int>(answer.retryAfter->count()) : -1, retryAfter);
    }
};

QTEST_GUILESS_MAIN(TestUpdateReader)
#include "tst_update_reader.moc"
