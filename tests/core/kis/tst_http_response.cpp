#include "core/kis/http_response.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using core::kis::HttpResponse;
using State = core::kis::HttpResponse::State;

class TestHttpResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void readsOneAnswerHoweverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");

        const auto row = [](const char* name, const QByteArray& bytes, int status,
                            const QByteArray& body) {
            QTest::newRow(name) << bytes << status << body;
        };
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", 200, "abc");
        row("length of nothing", "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n", 500, "");
        row("no reason", "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\na", 200, "a");
        row("old protocol", "HTTP/1.0 200 OK\r\n\r\nuntil the end", 200, "until the end");
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=1\r\n"
            "0123456789\r\n0\r\nT: 1\r\n\r\n",
            200, "abc0123456789");
        row("after a continue",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length:  2 \r\n\r\nok", 200,
            "ok");
        row("no content", "HTTP/1.1 204 No Content\r\n\r\n", 204, "");
        row("the same length twice",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", 200, "a");
        row("a second answer behind it",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 500 X\r\n\r\n", 200, "a");
    }
    void readsOneAnswerHoweverItIsCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);

        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            HttpResponse response;
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                response.feed(bytes.mid(at, piece));
            }
            QCOMPARE(response.finish(), State::Complete);
            QCOMPARE(response.status(), status);
            QCOMPARE(response.body(), body);
        }
    }

    /// Found by the fuzzer: the mark of the end, half arrived, counted against the limit.
    void readsAnAnswerAtItsLimitsHoweverItIsCut()
    {
        const core::kis::ResponseLimits limits{.headMax = 300, .bodyMax = 1000};
        QByteArray head{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: "};
        head += QByteArray(limits.headMax - head.size(), 'x');
        constexpr qsizetype kChunkLineMax = 256;
        const QByteArray chunk = "3;" + QByteArray(kChunkLineMax - 2, 'y');
        const QByteArray bytes = head + "\r\n\r\n" + chunk + "\r\nabc\r\n0\r\n\r\n";

        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            HttpResponse response{limits};
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                response.feed(bytes.mid(at, piece));
            }
            QCOMPARE(response.finish(), State::Complete);
            QCOMPARE(response.body(), QByteArray{"abc"});
        }
        HttpResponse beyond{limits};
        QCOMPARE(beyond.feed(head + "x\r\n\r\n"), State::Failed);
        HttpResponse endless{limits};
        QCOMPARE(endless.feed(head + "x\r\n\r"), State::Failed);
    }

    void refusesWhatIsNotOneWholeAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        const auto row = [](const char* name, const QByteArray& bytes) {
            QTest::newRow(name) << bytes;
        };
        row("nothing", "");
        row("another protocol", "SSH-2.0-x\r\n\r\n");
        row("half a status line", "HTTP/1.1 20");
        row("a status without number", "HTTP/1.1 OK\r\n\r\n");
        row("a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n");
        row("half a head", "HTTP/1.1 200 OK\r\nContent-");
        row("a short body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        row("a length in words", "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        row("length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n");
        row("an unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc");
        row("a bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n");
        row("a negative chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\na\r\n");
        row("a long chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
        row("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
        row("another protocol to change to",
            "HTTP/1.1 101 Switching\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
        row("only interim answers", QByteArray{"HTTP/1.1 103 Hints\r\n\r\n"}.repeated(6));
    }
    void refusesWhatIsNotOneWholeAnswer()
    {
        QFETCH(QByteArray, bytes);
        HttpResponse response;

        response.feed(bytes);

        QCOMPARE(response.finish(), State::Failed);
        QVERIFY(*response.problem() != '\0');
    }

    void b11_keepsItsLimits_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("more");

        QTest::newRow("B11 announced") << QByteArray{"Content-Length: 101\r\n\r\n"} << QByteArray{};
        QTest::newRow("B11 until the end") << QByteArray{"\r\n"} << QByteArray(101, 'x');
        QTest::newRow("B11 a chunk")
            << QByteArray{"Transfer-Encoding: chunked\r\n\r\n"} << QByteArray{"65\r\n"};
        QTest::newRow("B11 many chunks") << QByteArray{"Transfer-Encoding: chunked\r\n\r\n"}
                                         << QByteArray{"1\r\nx\r\n"}.repeated(101);
        QTest::newRow("B11 a chunk line without end")
            << QByteArray{"Transfer-Encoding: chunked\r\n\r\n"} << QByteArray(300, '0');
        QTest::newRow("B11 a trailer without end")
            << QByteArray{"Transfer-Encoding: chunked\r\n\r\n0\r\n"}
            << QByteArray{"A: b\r\n"}.repeated(100);
        QTest::newRow("B11 a head without end")
            << QByteArray{"A: b\r\n"}.repeated(100) << QByteArray{};
    }
    void b11_keepsItsLimits()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, more);
        HttpResponse response{{.headMax = 200, .bodyMax = 100}};

        response.feed("HTTP/1.1 200 OK\r\n" + head + more);

        QCOMPARE(response.state(), State::Failed);
        QVERIFY(response.body().size() <= 100);
    }

    void findsHeadersWhateverTheirCase()
    {
        HttpResponse response;
        response.feed("HTTP/1.1 200 OK\r\nDATE: Tue\r\nContent-Length: 0\r\n\r\n");

        QCOMPARE(response.header("date"), QByteArray{"Tue"});
        QCOMPARE(response.header("absent"), QByteArray{});
    }
};

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_http_response.moc"
