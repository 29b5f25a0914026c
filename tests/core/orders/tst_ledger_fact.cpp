#include "core/orders/fact_words.h"
#include "core/orders/ledger_fact.h"

#include <QTest>

using namespace core::orders;
namespace domain = core::domain;

namespace
{
domain::OrderRequest request()
{
    return {.symbol = *domain::Symbol::parse(u"0001A0"),
            .side = domain::Side::Sell,
            .type = domain::OrderType::Limit,
            .timeInForce = domain::TimeInForce::Ioc,
            .quantity = domain::Quantity{7},
            .price = domain::Price::fromWon(70'100),
            .origin = domain::OrderOrigin::Flatten,
            .rule = QStringLiteral("FLATTEN"),
            .decided = domain::Price::fromWon(70'200)};
}

domain::Timestamp when(std::int64_t ms)
{
    return domain::Timestamp{std::chrono::milliseconds{1'756'771'200'000 + ms}};
}

/// No member at its default: one that is forgotten comes back as another.
domain::PositionMarks everyMark()
{
    domain::PositionMarks marks;
    marks.entryCost = domain::Won{1'000'098};
    marks.entryQuantity = domain::Quantity{100};
    marks.entryFinal = true;
    marks.openedAt = when(1);
    marks.entryFilledAt = when(2);
    marks.addCost = domain::Won{512'000};
    marks.addQuantity = domain::Quantity{50};
    marks.addFilledAt = when(3);
    marks.pattern.state = domain::PatternState::Rebreak;
    marks.pattern.off = domain::PatternOff::OrdersFailed;
    marks.pattern.high = domain::Price::fromWon(10'230);
    marks.pattern.highAt = when(4);
    marks.pattern.low = domain::Price::fromWon(10'140);
    marks.pattern.brokenAt = when(5);
    marks.pattern.highSinceBreak = domain::Price::fromWon(10'250);
    marks.pattern.highSinceBreakAt = when(6);
    marks.pattern.dayHigh = domain::Price::fromWon(10'300);
    marks.pattern.before = domain::PatternState::Pullback;
    marks.pattern.ordersFailed = 1;
    marks.pattern.notBefore = when(7);
    marks.trail = {.on = true, .width = 8'300'001, .peak = domain::Price::fromWon(10'240)};
    marks.higherLow = domain::Price::fromWon(10'150);
    marks.breakEven = domain::Price::fromWon(10'120);
    marks.manualStop = domain::Price::fromWon(10'100);
    marks.wave = domain::WaveChannel{.low = 1'000'001, .high = 1'020'003, .band = 150'000'007};
    return marks;
}

/// The smallest price there is: not the same as none.
domain::PositionMarks ofOneWon()
{
    domain::PositionMarks marks;
    marks.pattern.low = domain::Price::fromWon(1);
    return marks;
}

std::vector<FactBody> everyBody()
{
    domain::BrokerOrderRow row;
    row.broker = domain::BrokerOrderId::fromWire(u"0000001562");
    row.original = domain::BrokerOrderId::fromWire(u"1561");
    row.branch = QStringLiteral("06010");
    row.symbol = *domain::Symbol::parse(u"005930");
    row.side = domain::Side::Buy;
    row.quantity = domain::Quantity{10};
    row.price = domain::Price::fromWon(70'000);
    row.time = domain::timeOfDay(9, 27, 1);
    row.filled = domain::Quantity{4};
    row.filledAmount = domain::Won{280'000};
    row.remaining = domain::Quantity{6};
    return {
        IntentFact{request(), domain::OrderPurpose::Reduce},
        DeniedFact{request(), QStringLiteral("RC-10"), QStringLiteral("1100000/1000000")},
        StepFact{.event = OrderEvent::Accept,
                 .broker = domain::BrokerOrderId::fromWire(u"0000001562"),
                 .branch = QStringLiteral("06010"),
                 .ended = domain::Quantity{3},
                 .price = domain::Price::fromWon(70'200),
                 .code = QStringLiteral("APBK0013"),
                 .text = QStringLiteral("주문 전송 완료 되었습니다."),
                 .how = QStringLiteral("answer")},
        FillFact{.before = domain::Quantity{1},
                 .total = domain::Quantity{4},
                 .amount = domain::Won{280'400},
                 .last = false,
                 .fee = domain::Won{39},
                 .tax = domain::Won{560}},
        HintFact{domain::Quantity{3}, domain::Price::fromWon(70'100)},
        HintFact{domain::Quantity{3}, std::nullopt},
        ExternalFact{row},
        HoldingFact{.symbol = row.symbol,
                    .quantity = domain::Quantity{100},
                    .cost = domain::Won{7'000'000},
                    .owner = domain::PositionOwner::External},
        CashFact{domain::Won{9'007'199'254'740'993}},
        DayFact{domain::TradingDate{std::chrono::year{2026}, std::chrono::month{11},
                                    std::chrono::day{24}}},
        StartEquityFact{domain::TradingDate{std::chrono::year{2026}, std::chrono::month{11},
                                            std::chrono::day{24}},
                        domain::Won{10'000'000}},
        KillFact{domain::KillLevel::FlattenAndLock},
        LatchFact{domain::GateCause::Rejects, true, QStringLiteral("5")},
        ArmingFact{domain::Arming::Armed, domain::Won{1'000'000}, QStringLiteral("trader")},
        AutomationFact{row.symbol, domain::AutoState::On},
        MasterFact{domain::AutoState::ExitsOnly},
        MarksFact{row.symbol, everyMark()},
        MarksFact{row.symbol, {}},
        GuardFact{{.trailArmed = true,
                   .peak = domain::Won{10'310'000},
                   .fired = {{.rule = domain::GuardRule::TrailStop,
                              .at = when(1),
                              .equity = domain::Won{10'260'000},
                              .peak = domain::Won{10'310'000},
                              .released = true}}}},
        GuardFact{},
        AddOverrideFact{row.symbol,
                        {.mode = domain::AddMode::Approve,
                         .reason = QStringLiteral("뉴스"),
                         .until = when(60'000)}},
        InterventionFact{{.at = when(5),
                          .kind = domain::InterventionKind::StopMoved,
                          .symbol = row.symbol,
                          .what = QStringLiteral("10150"),
                          .reason = QStringLiteral("\"quoted\""),
                          .until = when(7)}},
        InterventionFact{{.kind = domain::InterventionKind::Master, .what = QStringLiteral("off")}},
        ShadowFact{{.symbol = row.symbol,
                    .openedAt = when(3),
                    .since = when(4),
                    .cause = QStringLiteral("hand_sale"),
                    .marks = everyMark(),
                    .held = domain::Quantity{15},
                    .cost = domain::Won{1'053'000},
                    .fees = domain::Won{147},
                    .foreignFills = true,
                    .usedToday = true,
                    .isOver = true,
                    .rule = QStringLiteral("A2"),
                    .soldAt = domain::Price::fromWon(70'300),
                    .sold = domain::Quantity{15},
                    .result = domain::Won{-1'234}}},
        ShadowFact{{.symbol = row.symbol, .openedAt = when(3), .cause = QStringLiteral("off")}},
        MarksFact{row.symbol, ofOneWon()},
        NoteFact{QStringLiteral("illegal"), QStringLiteral("text")}};
}
}  // namespace

class TestLedgerFact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactComesBackAsItWas()
    {
        for (const FactBody& body : everyBody()) {
            const Fact fact{
                .at = domain::Timestamp{std::chrono::milliseconds{1'800'000'000'123}},
                .order = {.date = domain::TradingDate{std::chrono::year{2026},
                                                      std::chrono::month{11}, std::chrono::day{24}},
                          .event = 123'456,
                          .ordinal = 2},
                .body = body};

            const auto back = decode(encode(fact));

            QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
            QVERIFY2(*back == fact, encode(fact).body.constData());
        }
        QCOMPARE(everyBody().size(), std::variant_size_v<FactBody> + 6);
    }

    void aDamagedMemberIsNamed()
    {
        LedgerRecord record = encode({.at = {}, .order = {}, .body = KillFact{}});
        record.body = "{\"level\":\"loud\"}";

        const auto fact = decode(record);

        QVERIFY(!fact);
        QVERIFY(fact.error().code == core::base::ErrorCode::Malformed);
        QVERIFY2(fact.error().detail.contains(QStringLiteral("level")),
                 qPrintable(fact.error().detail));
    }

    void aDamagedMemberOfAMemberIsNamedToo()
    {
        const auto damaged = [](const FactBody& body, const char* from, const char* to) {
            LedgerRecord record = encode({.at = {}, .order = {}, .body = body});
            const QByteArray before = record.body;
            record.body.replace(from, to);
            return record.body != before && !decode(record);
        };
        QVERIFY(damaged(MarksFact{*domain::Symbol::parse(u"005930"), {}}, "\"state\":\"",
                        "\"state\":\"x"));
        QVERIFY(damaged(GuardFact{{.fired = {{.rule = domain::GuardRule::TrailStop}}}},
                        "\"rule\":\"", "\"rule\":\"x"));
    }

    void textThatIsNoJsonIsMalformed()
    {
        LedgerRecord record = encode({.at = {}, .order = {}, .body = KillFact{}});
        record.body = "{\"level\":";

        QVERIFY(!decode(record));
    }

    void aKindOfANewerVersionIsNotGuessed()
    {
        const auto fact = decode({.at = {},
                                  .monotonicUs = 0,
                                  .order = {},
                                  .kind = QStringLiteral("teleport"),
                                  .body = "{}"});

        QVERIFY(!fact);
        QVERIFY(fact.error().code == core::base::ErrorCode::Unsupported);
    }

    void everyWordIsUniqueWithinItsList()
    {
        const auto& names = FactWords<domain::GateCause>::names;
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(),
                 static_cast<qsizetype>(names.size()));
    }
};

QTEST_GUILESS_MAIN(TestLedgerFact)
#include "tst_ledger_fact.moc"
