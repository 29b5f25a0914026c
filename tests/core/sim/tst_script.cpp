#include "core/sim/script.h"
#include "tests/core/sim/broker_rig.h"
#include "tests/support/no_warnings.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace core::sim;

namespace
{
/// Notes everything; an order is "working" once two seconds have passed since it was placed.
class FakeHost final : public ScriptHost
{
public:
    core::base::Status act(const ScriptLine& action) override
    {
        log << QStringLiteral("act %1 %2").arg(action.verb, action.words.join(u' '));
        if (action.verb == u"start") {
            m_now = *core::domain::parseTimeOfDay(action.words[1]);
        } else if (action.verb == u"buy") {
            m_working = m_now + std::chrono::seconds{2};
        }
        return action.verb == u"amend" ? core::base::Status{core::base::Error{
                   core::base::ErrorCode::Refused, QStringLiteral("no amends here")}}
                                       : core::base::Done{};
    }
    core::base::Status fault(const QString& line) override
    {
        log << QStringLiteral("fault %1").arg(line);
        return core::base::Done{};
    }
    std::optional<QString> mismatch(const ScriptLine& expectation) override
    {
        const bool working = m_now >= m_working;
        const bool wanted = expectation.words.last() == u"working";
        return working == wanted
                   ? std::nullopt
                   : std::optional{working ? QStringLiteral("working") : QStringLiteral("intent")};
    }
    core::base::Status advance(std::chrono::milliseconds by) override
    {
        m_now += by;
        return core::base::Done{};
    }
    core::domain::TimeOfDay now() const override { return m_now; }

    QStringList log;

private:
    core::domain::TimeOfDay m_now{};
    core::domain::TimeOfDay m_working = core::domain::timeOfDay(23, 0);
};

/// Plays a script's actions and faults on the simulated broker; expectations are not judged here,
/// they are the terminal's.
class BrokerHost final : public ScriptHost
{
public:
    core::base::Status act(const ScriptLine& action) override
    {
        const QStringList& words = action.words;
        if (action.verb == u"start") {
            start(words);
        } else if (action.verb == u"buy" || action.verb == u"sell") {
            const QByteArray code = words[1].toLatin1();
            const HttpReply reply =
                m_rig->order(action.verb == u"buy" ? "buy" : "sell", code.constData(),
                             words[2].toLongLong(), price(code, words[3]));
            m_numbers.insert(words[0], m_rig->number(reply));
        } else if (action.verb == u"cancel") {
            (void)m_rig->change("cancel", m_numbers.value(words[0]), 0, 0);
        } else if (action.verb == u"amend") {
            (void)m_rig->change("amend", m_numbers.value(words[0]), 0, price("005930", words[1]));
        }
        return core::base::Done{};
    }
    core::base::Status fault(const QString& line) override { return m_rig->control->line(line); }
    std::optional<QString> mismatch(const ScriptLine& expectation) override
    {
        return expectation.never ? std::optional{QStringLiteral("not judged")} : std::nullopt;
    }
    core::base::Status advance(std::chrono::milliseconds by) override
    {
        m_rig->moveTo(m_rig->market.exchange.now() + static_cast<std::int32_t>(by.count()));
        return core::base::Done{};
    }
    core::domain::TimeOfDay now() const override
    {
        return core::domain::TimeOfDay{m_rig->market.exchange.now()};
    }

private:
    void start(const QStringList& words)
    {
        SimulatorOptions options;
        options.profile = words[0] == u"mock" ? Profile::Mock : Profile::Real;
        for (const QString& word : words.mid(2)) {
            const QString value = word.section(u'=', 1);
            if (word.startsWith(u"cash=")) {
                options.startCash = core::domain::Won{value.toLongLong()};
            } else if (word.startsWith(u"holding=")) {
                const std::int64_t quantity = value.section(u':', 1, 1).toLongLong();
                options.holdings.push_back(
                    {.symbol = *core::domain::Symbol::parse(value.section(u':', 0, 0)),
                     .quantity = core::domain::Quantity{quantity},
                     .cost = core::domain::Won{quantity * value.section(u':', 2).toLongLong()}});
            }
        }
        m_rig = std::make_unique<test::sim::BrokerRig>(options,
                                                       *core::domain::parseTimeOfDay(words[1]));
    }
    [[nodiscard]] std::int64_t price(const QByteArray& code, const QString& word)
    {
        static const QRegularExpression relative{
            QStringLiteral("^(ask|bid|last|upper|lower)([+-]\\d+)?$")};
        const QRegularExpressionMatch match = relative.match(word);
        if (!match.hasMatch()) {
            return word.toLongLong();
        }
        const StockId id = m_rig->market.id(code.constData());
        const Stock& stock = m_rig->market.exchange.stock(id);
        const QString from = match.captured(1);
        core::domain::Price at =
            from == u"ask"     ? core::domain::Price::fromWon(stock.book().ask[0])
            : from == u"bid"   ? core::domain::Price::fromWon(stock.book().bid[0])
            : from == u"upper" ? stock.limits().upper
            : from == u"lower" ? stock.limits().lower
                               : core::domain::Price::fromWon(stock.figures().last);
        for (int steps = match.captured(2).toInt(); steps != 0; steps += steps > 0 ? -1 : 1) {
            at = steps > 0 ? core::domain::nextUp(at) : core::domain::nextDown(at);
        }
        return at.won();
    }

    std::unique_ptr<test::sim::BrokerRig> m_rig;
    QHash<QString, QString> m_numbers;
};

Script parsed(const char* text)
{
    const core::base::Result<Script> script = Script::parse(QStringLiteral("t.script"), text);
    if (!script) {
        qFatal("%s", qUtf8Printable(script.error().detail));
    }
    return *script;
}

const QString kFolder = QStringLiteral(TEST_DATA_DIR "/scripts");
}  // namespace

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void linesAreReadWithTheirMarks()
    {
        const Script script = parsed("# why\n> start real 10:00:00 cash=5\n\n"
                                     "! order.fault=drop on=order#1\n"
                                     "> buy a 005930 10 bid-2\n@ +2.5\n@ 10:01:00\n"
                                     "< order a working within 3\n"
                                     "< never order a filled for 2\n");

        QCOMPARE(script.lines.size(), 7U);
        QCOMPARE(script.lines[0].number, 2);
        QVERIFY(script.lines[1].kind == ScriptLineKind::Fault);
        QCOMPARE(script.lines[2].words,
                 (QStringList{QStringLiteral("a"), QStringLiteral("005930"), QStringLiteral("10"),
                              QStringLiteral("bid-2")}));
        QCOMPARE(script.lines[3].by, std::chrono::milliseconds{2'500});
        QCOMPARE(*script.lines[4].at, core::domain::timeOfDay(10, 1));
        QCOMPARE(script.lines[5].span, std::chrono::milliseconds{3'000});
        QCOMPARE(script.lines[5].words.size(), 2);
        QVERIFY(script.lines[6].never);
    }

    void brokenScriptsNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");

        QTest::newRow("no start") << QByteArray{"> kill\n"} << QStringLiteral("start");
        QTest::newRow("a verb nobody knows")
            << QByteArray{"> start real 10:00:00\n> dance a\n"} << QStringLiteral(":2: nobody");
        QTest::newRow("a missing word")
            << QByteArray{"> start real 10:00:00\n> buy a 005930\n"} << QStringLiteral(":2: buy");
        QTest::newRow("a fault that is none")
            << QByteArray{"> start real 10:00:00\n! oder.fault=x\n"} << QStringLiteral(":2: fault");
        QTest::newRow("no mark") << QByteArray{"> start real 10:00:00\nbuy a\n"}
                                 << QStringLiteral(":2: a line");
        QTest::newRow("never without a span")
            << QByteArray{"> start real 10:00:00\n< never order a filled\n"}
            << QStringLiteral(":2: \"never\"");
        QTest::newRow("a time that is none")
            << QByteArray{"> start real 10:00:00\n@ soon\n"} << QStringLiteral(":2: no time");
    }

    void brokenScriptsNameTheirLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, word);

        const auto script = Script::parse(QStringLiteral("t.script"), text);

        QVERIFY(!script);
        QVERIFY2(script.error().detail.contains(word), qPrintable(script.error().detail));
    }

    void theRunnerPlaysInOrderAndWaits()
    {
        FakeHost host;

        const auto done = runScript(parsed("> start real 10:00:00\n! notice.dup\n"
                                           "> buy a 005930 10 bid\n< order a intent\n"
                                           "< never order a working for 1.5\n"
                                           "< order a working within 1\n"),
                                    host);

        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        QCOMPARE(host.log, (QStringList{QStringLiteral("act start real 10:00:00"),
                                        QStringLiteral("fault notice.dup"),
                                        QStringLiteral("act buy a 005930 10 bid")}));
        QCOMPARE(host.now(), core::domain::timeOfDay(10, 0, 2));
    }

    void aScriptFailsAtItsLine_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QString>("word");

        QTest::newRow("too late") << QByteArray{"< order a working within 1.9"}
                                  << QStringLiteral("t.script:3: expected order a working");
        QTest::newRow("what must never be") << QByteArray{"< never order a working for 3"}
                                            << QStringLiteral("t.script:3: it did happen");
        QTest::newRow("an action that fails")
            << QByteArray{"> amend a bid"} << QStringLiteral("t.script:3: no amends here");
        QTest::newRow("a moment that is past")
            << QByteArray{"@ 09:00:00"} << QStringLiteral("t.script:3: 09:00:00 is past");
    }

    void aScriptFailsAtItsLine()
    {
        QFETCH(const QByteArray, last);
        QFETCH(const QString, word);
        FakeHost host;

        const auto done = runScript(
            parsed(("> start real 10:00:00\n> buy a 005930 1 bid\n" + last).constData()), host);

        QVERIFY(!done);
        QVERIFY2(done.error().detail.startsWith(word), qPrintable(done.error().detail));
    }

    void everyScriptOfTheRepositoryIsPlayable_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& name : QDir{kFolder}.entryList({QStringLiteral("*.script")})) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyScriptOfTheRepositoryIsPlayable()
    {
        QFETCH(const QString, file);
        QFile text{kFolder + u'/' + file};
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray bytes = text.readAll();
        static const QRegularExpression named{
            QStringLiteral("^([abcds]|rc)\\d\\d_[a-z0-9_]+\\.script$")};
        QVERIFY(named.match(file).hasMatch());
        QVERIFY(bytes.startsWith("# " + file.section(u'_', 0, 0).toUpper().toLatin1() + ": "));
        const auto script = Script::parse(file, bytes);
        QVERIFY2(script.has_value(), script ? "" : qPrintable(script.error().detail));
        BrokerHost host;

        const auto done = runScript(*script, host);

        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    }

    void thereAreManyScripts()
    {
        QVERIFY(QDir{kFolder}.entryList({QStringLiteral("*.script")}).size() >= 60);
    }
};

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
