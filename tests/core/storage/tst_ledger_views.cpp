// The views of orders.db say what the books say: they are made of the same events.

#include "core/orders/books.h"
#include "core/storage/order_ledger.h"
#include "tests/support/ledger_samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace core;
using orders::Fact;

namespace
{
/// A ledger in the making, and the books it makes.
class Story
{
public:
    explicit Story(const QString& folder)
        : m_opened{storage::OrderLedger::open(test::sampleLedger(folder))}
    {
    }
    void tell(const domain::ClientOrderId& id, const orders::FactBody& body)
    {
        m_at += std::chrono::seconds{1};
        const Fact fact{m_at, id, body};
        const base::Status applied = books.apply(fact);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
        const orders::LedgerRecord record = orders::encode(fact);
        QVERIFY(m_opened->ledger->append(std::span{&record, 1}));
    }
    orders::Books books;

private:
    base::Result<storage::OpenedLedger> m_opened;
    domain::Timestamp m_at{std::chrono::milliseconds{1795140000000}};
};

QStringList rowsOf(const QString& folder, const char* sql)
{
    sqlite3* handle = nullptr;
    sqlite3_open((folder + u"/orders.db"_qs).toUtf8().constData(), &handle);
    sqlite3_stmt* statement = nullptr;
    QStringList rows;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK) {
        rows.append(QString::fromUtf8(sqlite3_errmsg(handle)));
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        QStringList columns;
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            columns.append(
                QString::fromUtf8(static_cast<const char*>(sqlite3_column_blob(statement, column)),
                                  sqlite3_column_bytes(statement, column)));
        }
        rows.append(columns.join(u'|'));
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return rows;
}

domain::Symbol symbolOf(const char* code)
{
    return *domain::Symbol::parse(QStringView{QString::fromLatin1(code)});
}

orders::IntentFact intent(const char* code, domain::Side side, std::int64_t shares)
{
    orders::IntentFact fact;
    fact.request.symbol = symbolOf(code);
    fact.request.side = side;
    fact.request.quantity = domain::Quantity{shares};
    fact.request.price = domain::Price::fromWon(70'100);
    fact.request.rule = QStringLiteral("HAND");
    return fact;
}

orders::StepFact accepted(const char* number)
{
    orders::StepFact step;
    step.event = orders::OrderEvent::Accept;
    step.broker = domain::BrokerOrderId::fromWire(QString::fromLatin1(number));
    return step;
}

orders::FillFact fill(std::int64_t before, std::int64_t total, bool last)
{
    orders::FillFact fact;
    fact.before = domain::Quantity{before};
    fact.total = domain::Quantity{total};
    fact.amount = domain::Won{total * 70'100};
    fact.last = last;
    fact.fee = domain::Won{3};
    return fact;
}
}  // namespace

class TestLedgerViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theViewsSayWhatTheBooksSay()
    {
        QTemporaryDir folder;
        const domain::TradingDate day{std::chrono::year{2026}, std::chrono::month{11},
                                      std::chrono::day{24}};
        const auto id = [&](std::uint64_t event) { return domain::ClientOrderId{day, event, 1}; };
        std::optional<Story> story{std::in_place, folder.path()};
        story->tell({}, orders::DayFact{day});
        story->tell({},
                    orders::HoldingFact{symbolOf("000660"), domain::Quantity{4},
                                        domain::Won{2'000'000}, domain::PositionOwner::External});
        story->tell(id(1), intent("005930", domain::Side::Buy, 10));
        story->tell(id(1), accepted("0000000077"));
        story->tell(id(1), fill(0, 4, false));
        story->tell(id(1), fill(4, 10, true));
        story->tell(id(2), intent("005930", domain::Side::Sell, 10));
        story->tell(id(2), accepted("78"));
        story->tell(id(2), fill(0, 3, false));
        story->tell(id(3), intent("000660", domain::Side::Sell, 4));
        story->tell(id(3), orders::StepFact{.event = orders::OrderEvent::LoseAnswer});
        story->tell(id(4), orders::DeniedFact{intent("000660", domain::Side::Buy, 9).request,
                                              QStringLiteral("RC-10"), QStringLiteral("9/3")});
        const orders::Books books = story->books;
        story.reset();

        QCOMPARE(rowsOf(folder.path(), "SELECT symbol, qty FROM positions ORDER BY symbol"),
                 (QStringList{QStringLiteral("000660|4"), QStringLiteral("005930|7")}));
        for (const auto& [symbol, position] : books.positions()) {
            const QByteArray sql =
                "SELECT qty FROM positions WHERE symbol='" + symbol.toString().toLatin1() + '\'';
            QCOMPARE(rowsOf(folder.path(), sql.constData()),
                     QStringList{QString::number(position.quantity.shares())});
        }
        QCOMPARE(rowsOf(folder.path(), "SELECT oid, symbol, side, qty, broker, step, filled, "
                                       "amount, complete, fee FROM orders ORDER BY seq"),
                 (QStringList{QStringLiteral("20261124-1-1|005930|buy|10|77|accept|10|701000|1|6"),
                              QStringLiteral("20261124-2-1|005930|sell|10|78|accept|3|210300|0|3"),
                              QStringLiteral("20261124-3-1|000660|sell|4||lose_answer|0|0|0|0")}));
        QCOMPARE(rowsOf(folder.path(), "SELECT oid, \"check\", text FROM denials"),
                 QStringList{QStringLiteral("20261124-4-1|RC-10|9/3")});
        QCOMPARE(rowsOf(folder.path(), "SELECT count(*) FROM fills"),
                 QStringList{QStringLiteral("3")});
        QCOMPARE(rowsOf(folder.path(), "SELECT date FROM days"),
                 QStringList{QStringLiteral("2026-11-24")});
    }

    void aHoldingTakenOverStartsThePositionAnew()
    {
        QTemporaryDir folder;
        const domain::TradingDate day{std::chrono::year{2026}, std::chrono::month{11},
                                      std::chrono::day{24}};
        {
            Story story{folder.path()};
            const domain::ClientOrderId id{day, 1, 1};
            story.tell(id, intent("005930", domain::Side::Buy, 10));
            story.tell(id, accepted("1"));
            story.tell(id, fill(0, 10, true));
            story.tell({}, orders::HoldingFact{symbolOf("005930"), domain::Quantity{50},
                                               domain::Won{3'000'000},
                                               domain::PositionOwner::Restored});
            QCOMPARE(story.books.held(symbolOf("005930")).shares(), 50);
        }
        QCOMPARE(rowsOf(folder.path(), "SELECT symbol, qty FROM positions"),
                 QStringList{QStringLiteral("005930|50")});
    }
};

QTEST_GUILESS_MAIN(TestLedgerViews)
#include "tst_ledger_views.moc"
