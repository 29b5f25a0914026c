#include "core/base/log.h"
#include "core/notify/figures.h"
#include "core/notify/outgoing.h"
#include "tests/core/notify/markdown_reader.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <limits>

using namespace core::notify;
using core::domain::CheckOutcome;
using core::domain::CheckUnit;
using core::domain::EnvironmentKind;
using core::domain::Price;
using core::domain::Quantity;
using core::domain::Severity;
using core::domain::Side;
using core::domain::Symbol;
using core::domain::Won;

namespace
{
// Figures nobody could know but from the account; no two share their digits.
constexpr Quantity kShares{4'711};
constexpr Quantity kTotal{8'923};
constexpr Won kEquity{13'579'246};
constexpr Won kStartEquity{13'000'357};
constexpr Won kNet{-246'813};
constexpr Won kCosts{15'937};

core::domain::Timestamp at()
{
    using namespace std::chrono;
    return core::domain::fromKst(year{2026} / 11 / 24, core::domain::timeOfDay(9, 31, 7));
}
Symbol samsung()
{
    return *Symbol::parse(std::string_view{"005930"});
}
const QString kName = QStringLiteral("삼성전자");

OrderFilled fill()
{
    return {.order = {.date = core::domain::kstDate(at()), .event = 12, .ordinal = 1},
            .symbol = samsung(),
            .name = kName,
            .side = Side::Buy,
            .rule = QStringLiteral("ENTRY"),
            .filled = kShares,
            .ordered = kShares,
            .amount = Won{71'800 * kShares.shares() + 2'356}};
}
OrderRefused refusal()
{
    return {.symbol = samsung(),
            .name = kName,
            .side = Side::Sell,
            .quantity = kShares,
            .code = QStringLiteral("APBK0952"),
            .text = QStringLiteral("주문가능금액을 초과")};
}
ExitDecided exitDecided()
{
    return {.symbol = samsung(),
            .name = kName,
            .rule = QStringLiteral("A4"),
            .price = Price::fromWon(71'800),
            .quantity = kShares,
            .net = kNet,
            .netTenThousandths = -12'149};
}
Added added()
{
    return {.symbol = samsung(),
            .name = kName,
            .price = Price::fromWon(10'240),
            .quantity = kShares,
            .total = kTotal,
            .cost = Won{10'080 * kTotal.shares()},
            .stop = Price::fromWon(10'150)};
}
WhyAnswer why()
{
    WhyAnswer answer{.name = kName, .known = true};
    answer.why.symbol = samsung();
    answer.why.screened = true;
    core::domain::ScreenRow row;
    row.rank = 3;
    row.whyNot.emplace_back().reason = core::domain::ScreenReason::MomentumTooLow;
    answer.why.row = row;
    answer.why.entry = {{.id = QLatin1String{"spread"},
                         .outcome = CheckOutcome::Fail,
                         .unit = CheckUnit::PercentUnits,
                         .value = 5'000'000,
                         .limit = 4'000'000},
                        {.id = QLatin1String{"volume"}, .outcome = CheckOutcome::Insufficient},
                        {.id = QLatin1String{"auto"}, .outcome = CheckOutcome::Pass},
                        {.id = QLatin1String{"gate"},
                         .outcome = CheckOutcome::Fail,
                         .detail = QLatin1String{"unarmed"}}};
    answer.why.gate = {{.number = 16,
                        .outcome = CheckOutcome::Fail,
                        .unit = CheckUnit::Won,
                        .value = kEquity.value(),
                        .limit = kStartEquity.value(),
                        .detail = {}}};
    answer.why.broker = QStringLiteral("가능금액 13,579,246");
    return answer;
}
WhyAnswer unknownCode()
{
    WhyAnswer answer;
    answer.why.symbol = samsung();
    return answer;
}
StatusAnswer status()
{
    return {.phase = core::domain::SessionPhase::Continuous,
            .feedLive = true,
            .frameAge = std::chrono::milliseconds{240},
            .brokerReady = true,
            .arming = core::domain::Arming::Armed,
            .gate = core::domain::GateState::Open,
            .kill = core::domain::KillLevel::None,
            .master = core::domain::AutoState::On,
            .equity = kEquity,
            .dayPnl = kNet,
            .dayTenThousandths = 12'300,
            .positions = 2,
            .workingOrders = 1};
}
PositionsAnswer positions()
{
    return {{{.symbol = samsung(),
              .name = kName,
              .quantity = kShares,
              .cost = Won{71'800 * kShares.shares()},
              .last = Price::fromWon(72'000),
              .netPnl = kNet,
              .netTenThousandths = 2'500,
              .stop = Price::fromWon(70'400),
              .stopRule = QStringLiteral("S1")}}};
}
DaySummary day()
{
    return {.date = core::domain::kstDate(at()),
            .startEquity = kStartEquity,
            .endEquity = kEquity,
            .pnl = kNet,
            .returnTenThousandths = -18'500,
            .costs = kCosts,
            .trades = 7,
            .wins = 4,
            .adds = 1,
            .drawdownTenThousandths = 9'900,
            .guard = {core::domain::GuardRule::LossStop},
            .violations = 0,
            .open = 1,
            .chart = QByteArrayLiteral("PNG of a curve")};
}

std::vector<Content> everyContent()
{
    return {Started{.configHash = QStringLiteral("3f9a12cdef00998877")},
            Stopped{.cause = QStringLiteral("licence")},
            fill(),
            refusal(),
            exitDecided(),
            added(),
            GuardFired{.equity = kEquity, .dayTenThousandths = -30'000},
            KillRaised{.level = core::domain::KillLevel::CancelBuys,
                       .cause = QStringLiteral("telegram")},
            Disconnected{.line = Line::Feed, .lasted = std::chrono::seconds{12}},
            Reconnected{.line = Line::Broker, .lasted = std::chrono::seconds{42}},
            ViolationFound{.kind = QStringLiteral("over_trading"),
                           .symbol = samsung(),
                           .name = kName,
                           .detail = QStringLiteral("sold 4711 of 8923")},
            day()};
}
std::vector<Reply> everyReply()
{
    return {status(),
            positions(),
            PositionsAnswer{},
            why(),
            unknownCode(),
            CodeAsked{.kind = CommandKind::Cancel,
                      .code = QStringLiteral("048213"),
                      .within = std::chrono::seconds{30}},
            CodeFailed{},
            WishPassedOn{.kind = CommandKind::Pause},
            NotAnswered{.kind = CommandKind::Why},
            CommandHelp{},
            MessagesLost{.count = 3}};
}

QString text(const Content& content, const RenderOptions& options = {})
{
    return plainText(render(Message{.at = at(), .content = content}, options));
}
QString text(const Reply& reply, const RenderOptions& options = {})
{
    return plainText(render(reply, options));
}
}  // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void everyMessageInKorean()
    {
        const QStringList expected{
            QStringLiteral("[모의 시장] 프로그램 시작\n설정 3f9a12cdef00\n09:31:07"),
            QStringLiteral("[모의 시장] 프로그램 종료\n원인 세션 종료\n09:31:07"),
            QStringLiteral("[모의 시장] 매수 체결\n삼성전자 005930\n4,711주 · 71,800.50원\n"
                           "규칙 기본 진입\n09:31:07"),
            QStringLiteral("[모의 시장] 매도 거부\n삼성전자 005930\n4,711주\n"
                           "증권사 APBK0952 주문가능금액을 초과\n09:31:07"),
            QStringLiteral("[모의 시장] 청산 · A4 추가매수 후 트레일링\n삼성전자 005930\n"
                           "4,711주 · 71,800원\n순손익 ▼ −246,813원 (▼ −1.21 %)\n09:31:07"),
            QStringLiteral("[모의 시장] 추가매수\n삼성전자 005930\n4,711주 · 10,240원\n"
                           "평균단가 10,080.00\n합계 8,923주\n손절가 10,150\n09:31:07"),
            QStringLiteral("⚠ [모의 시장] 가드 작동 · 당일 손실 중지\n당일 수익률 ▼ −3.00 %\n"
                           "총자산 13,579,246원\n09:31:07"),
            QStringLiteral("⚠ [모의 시장] K2 비상정지: 매수 취소\n원인 텔레그램 명령\n09:31:07"),
            QStringLiteral("⚠ [모의 시장] 실시간 시세 끊김\n12초 동안\n09:31:07"),
            QStringLiteral("[모의 시장] 증권사 연결 복구\n42초 동안\n09:31:07"),
            QStringLiteral("⚠ [모의 시장] 규칙 위반 · 과다 매매\n삼성전자 005930\n"
                           "sold 4711 of 8923\n09:31:07"),
            QStringLiteral("[모의 시장] 일일 요약 2026-11-24\n"
                           "당일 손익 ▼ −246,813원 (▼ −1.85 %)\n"
                           "총자산 13,000,357 → 13,579,246원\n매매 7건 · 수익 4건\n추가매수 1\n"
                           "수수료·세금 15,937원\n최대 낙폭 0.99 %\n가드 당일 손실 중지\n"
                           "규칙 위반 0\n보유 종목 1\n09:31:07"),
        };
        const std::vector<Content> contents = everyContent();
        QCOMPARE(contents.size(), std::variant_size_v<Content>);
        for (std::size_t i = 0; i < contents.size(); ++i) {
            QCOMPARE(contents[i].index(), i);  // Each kind once, in order.
            QCOMPARE(text(contents[i]), expected[static_cast<qsizetype>(i)]);
        }
    }

    void everyMessageInEnglish()
    {
        const RenderOptions english{.language = Language::English,
                                    .environment = EnvironmentKind::Live};
        QCOMPARE(text(exitDecided(), english),
                 QStringLiteral("[LIVE] Exit · A4 trailing stop after the add\n삼성전자 005930\n"
                                "4,711 shares at 71,800 won\nNet ▼ −246,813 won (▼ −1.21 %)\n"
                                "09:31:07"));
        for (const Content& content : everyContent()) {
            QString told = text(content, english);
            told.remove(kName).remove(QStringLiteral("주문가능금액을 초과"));
            for (const QChar unit : told) {
                QVERIFY2(unit.script() != QChar::Script_Hangul, qPrintable(told));
            }
            QVERIFY(told.contains(QStringLiteral("[LIVE]")));
        }
    }

    void everyReply_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("Korean") << static_cast<int>(Language::Korean);
        QTest::newRow("English") << static_cast<int>(Language::English);
    }
    void everyReply()
    {
        QFETCH(int, language);
        const RenderOptions options{.language = static_cast<Language>(language)};
        for (const Reply& reply : ::everyReply()) {
            QString told = text(reply, options);
            QVERIFY(!told.isEmpty());
            QVERIFY(!told.contains(u'%') || told.contains(QStringLiteral(" %")));
            if (options.language == Language::English) {
                told.remove(kName).remove(QStringLiteral("가능금액"));
                for (const QChar unit : told) {
                    QVERIFY2(unit.script() != QChar::Script_Hangul, qPrintable(told));
                }
            }
        }
    }

    void answersSayWhatTheyShould()
    {
        QCOMPARE(text(Reply{status()}),
                 QStringLiteral("[모의 시장] 현재 상태\n장 정규장\n시세 정상 · 0.2 s\n증권사 정상\n"
                                "주문 주문 개시\n관문 열림\n비상정지 없음\n자동매매 켬\n"
                                "총자산 13,579,246원\n당일 손익 ▼ −246,813원 (▲ +1.23 %)\n"
                                "보유 종목 2\n미체결 주문 1"));
        QCOMPARE(text(Reply{positions()}),
                 QStringLiteral("[모의 시장] 보유 종목 1\n삼성전자 005930\n4,711주 · 71,800.00원\n"
                                "현재가 72,000\n순손익 ▼ −246,813원 (▲ +0.25 %)\n"
                                "손절가 70,400 S1 손절"));
        QCOMPARE(text(Reply{why()}),
                 QStringLiteral("[모의 시장] 매수하지 않는 이유 · 삼성전자 005930\n스크리닝 3위\n"
                                "제외: 모멘텀 부족\n스프레드: ▲ +0.50 % (기준 ▲ +0.40 %)\n"
                                "거래량: 데이터 부족\n관문: 주문 개시 전\n"
                                "RC-16 현금: 13,579,246 (기준 13,000,357)\n"
                                "증권사: 가능금액 13,579,246"));
        QCOMPARE(text(Reply{unknownCode()}),
                 QStringLiteral("[모의 시장] 매수하지 않는 이유 · 005930\n"
                                "종목 마스터에 없는 코드입니다."));
    }

    void nothingStopsIsOnlySaidOfConditionsThatWereJudged()
    {
        WhyAnswer answer = why();
        answer.why.entry = {{.id = QLatin1String{"auto"}, .outcome = CheckOutcome::Pass}};
        answer.why.gate.clear();
        QVERIFY(text(Reply{answer}).contains(QStringLiteral("막는 조건이 없습니다.")));
        answer.why.entry.clear();
        QVERIFY(!text(Reply{answer}).contains(QStringLiteral("막는 조건이 없습니다.")));
    }

    void aPartOfAnOrderIsCalledAPart()
    {
        OrderFilled part = fill();
        part.ordered = kTotal;
        QVERIFY(text(part).startsWith(QStringLiteral("[모의 시장] 매수 일부 체결")));
        QVERIFY(text(part).contains(QStringLiteral("4,711/8,923주 · 71,800.50원")));
        part.side = Side::Sell;
        QVERIFY(text(part).startsWith(QStringLiteral("[모의 시장] 매도 일부 체결")));
    }

    void s07_noSumAndNoQuantityLeavesWhereNoneMay()
    {
        const RenderOptions quiet{.amounts = false};
        QStringList secret;
        for (const std::int64_t figure : {kShares.shares(), kTotal.shares(), kEquity.value(),
                                          kStartEquity.value(), -kNet.value(), kCosts.value()}) {
            secret << QString::number(figure) << groupedText(figure);
        }
        QStringList told;
        for (const Content& content : everyContent()) {
            if (isForTelegram({.at = at(), .content = content})) {
                told.append(text(content, quiet));
            }
        }
        for (const Reply& reply : ::everyReply()) {
            told.append(text(reply, quiet));
        }
        for (const QString& one : told) {
            for (const QString& figure : secret) {
                QVERIFY2(!one.contains(figure), qPrintable(one));
            }
        }
        // The figures are there to be found.
        QVERIFY(text(day()).contains(groupedText(kCosts.value())));
        // What is no sum is still told.
        QVERIFY(text(exitDecided(), quiet).contains(QStringLiteral("71,800원")));
        QVERIFY(text(exitDecided(), quiet).contains(QStringLiteral("순손익 ▼ −1.21 %")));
        QVERIFY(outgoing({.at = at(), .content = day()}, quiet).parts.front().picture.isEmpty());
        DaySummary inPercent = day();
        inPercent.chartTellsAmounts = false;
        QVERIFY(
            !outgoing({.at = at(), .content = inPercent}, quiet).parts.front().picture.isEmpty());
    }

    void s07_whatIsHiddenFromTheLogIsHiddenHere()
    {
        core::base::hideInLog(QStringLiteral("98765432-01"));
        core::base::hideInLog(QStringLiteral("canary-key"));
        ViolationFound found{.kind = QStringLiteral("98765432-01"),
                             .symbol = samsung(),
                             .name = QStringLiteral("x canary-key"),
                             .detail = QStringLiteral("account 98765432-01 canary-key")};
        const QString told = text(found);
        QVERIFY(!told.contains(QStringLiteral("98765432")));
        QVERIFY(!told.contains(QStringLiteral("canary")));
        QVERIFY(told.contains(QStringLiteral("account *** ***")));
        // Also where it is cut: half a secret is one too.
        found.detail = QString(395, u'x') + QStringLiteral("canary-key");
        QVERIFY(!text(found).contains(QStringLiteral("canar")));
    }

    /// Whatever stands in a field: the markup is readable, each line stays a line of its own.
    void s07_noFieldEverBecomesMarkup()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random{seed};
        const QString parts = QStringLiteral("_*[]()~`>#+-=|{}.!\\\n\r\u2028%1%2 aK2");
        const auto hostile = [&random, &parts] {
            QString field;
            for (int i = random.bounded(1, 40); i > 0; --i) {
                field += parts.at(random.bounded(static_cast<int>(parts.size())));
            }
            return field;
        };
        for (int round = 0; round < 2000; ++round) {
            const std::vector<Content> contents{
                Started{.configHash = hostile()},
                Stopped{.cause = hostile()},
                OrderFilled{.symbol = samsung(), .name = hostile(), .rule = hostile()},
                ExitDecided{.symbol = samsung(), .name = hostile(), .rule = hostile()},
                KillRaised{.cause = hostile()},
                ViolationFound{.kind = hostile(),
                               .symbol = samsung(),
                               .name = hostile(),
                               .detail = hostile()}};
            for (const Content& content : contents) {
                const Message message{.at = at(), .content = content};
                const Document document = render(message, {});
                for (const Part& part : outgoing(message, {}).parts) {
                    const auto shown = test::shownText(part.text.markdown);
                    QVERIFY2(shown.has_value(), qPrintable(part.text.markdown));
                    QCOMPARE(*shown, part.text.plain);
                    QCOMPARE(shown->count(u'\n') + 1,
                             static_cast<qsizetype>(document.lines.size()));
                }
            }
        }
    }

    void aMessageIsNeverLongerThanTheServiceTakes()
    {
        PositionsAnswer many;
        for (int i = 0; i < 300; ++i) {
            many.rows.push_back(positions().rows.front());
            many.rows.back().name = QString(50, u'.');
        }
        const Outgoing out = outgoing(Reply{many}, {}, std::nullopt);
        QVERIFY(out.parts.size() > 5);
        for (const Part& part : out.parts) {
            QVERIFY(part.text.markdown.size() <= kTextUnitsMax);
        }
    }

    void theDayGoesAsAPictureWithACaption()
    {
        const Outgoing out = outgoing({.at = at(), .content = day()}, {});
        QCOMPARE(out.parts.size(), std::size_t{1});
        QCOMPARE(out.parts.front().picture, QByteArrayLiteral("PNG of a curve"));
        QVERIFY(out.parts.front().text.markdown.size() <= kCaptionUnitsMax);
        DaySummary large = day();
        large.chart = QByteArray(kPictureBytesMax + 1, 'x');
        QVERIFY(outgoing({.at = at(), .content = large}, {}).parts.front().picture.isEmpty());
        QVERIFY(outgoing({.at = at(), .content = fill()}, {}).parts.front().picture.isEmpty());
    }

    void howEachKindStands()
    {
        const auto standing = [](const Content& content) {
            return standingOf({.at = at(), .content = content});
        };
        for (const Content& lasting : std::vector<Content>{
                 fill(), exitDecided(), added(), GuardFired{}, KillRaised{}, ViolationFound{}}) {
            QVERIFY(!standing(lasting).keeps.has_value());
            QVERIFY(standing(lasting).severity > Severity::Info);
        }
        for (const Content& passing :
             std::vector<Content>{Started{}, Stopped{}, Disconnected{}, Reconnected{}}) {
            QCOMPARE(*standing(passing).keeps, std::chrono::seconds{600});
        }
        QCOMPARE(standing(GuardFired{}).severity, Severity::Critical);
        QVERIFY(standing(exitDecided()).subject.isEmpty());
        // A fill supersedes only those of its own order, an end of an outage its beginning.
        OrderFilled other = fill();
        other.order.event = 13;
        QVERIFY(standing(fill()).subject != standing(other).subject);
        QVERIFY(standing(OrderFilled{}).subject.isEmpty());
        QCOMPARE(standing(Disconnected{}).subject, standing(Reconnected{}).subject);
        QVERIFY(standing(Disconnected{}).subject
                != standing(Disconnected{.line = Line::Broker}).subject);
        QVERIFY(isForTelegram({.at = at(), .content = exitDecided()}));
        QVERIFY(!isForTelegram({.at = at(), .content = refusal()}));
    }

    void everyWordStandsInBothLanguagesWithTheSamePlaces()
    {
        for (int i = 0; i < kWordCount; ++i) {
            const QString korean = word(static_cast<Word>(i), Language::Korean);
            const QString english = word(static_cast<Word>(i), Language::English);
            QVERIFY(!korean.isEmpty() && !english.isEmpty());
            for (const char* const place : {"%1", "%2", "%3"}) {
                QVERIFY2(korean.count(QLatin1String{place}) == english.count(QLatin1String{place}),
                         qPrintable(english));
            }
        }
    }

    void everyValueOfADomainHasItsWord()
    {
        const auto check = [](int count, const std::function<QString(int, Language)>& say) {
            for (const Language language : {Language::Korean, Language::English}) {
                QStringList words;
                for (int i = 0; i < count; ++i) {
                    words.append(say(i, language));
                }
                QVERIFY(!words.contains(word(Word::Unknown, language)));
                QCOMPARE(words.removeDuplicates(), 0);
                QCOMPARE(say(count, language), word(Word::Unknown, language));
            }
        };
        check(4, [](int i, Language l) {
            return environmentWord(static_cast<EnvironmentKind>(i), l);
        });
        check(7, [](int i, Language l) {
            return phaseWord(static_cast<core::domain::SessionPhase>(i), l);
        });
        check(3, [](int i, Language l) {
            return armingWord(static_cast<core::domain::Arming>(i), l);
        });
        check(4, [](int i, Language l) {
            return gateWord(static_cast<core::domain::GateState>(i), l);
        });
        check(4, [](int i, Language l) {
            return killWord(static_cast<core::domain::KillLevel>(i), l);
        });
        check(3, [](int i, Language l) {
            return autoWord(static_cast<core::domain::AutoState>(i), l);
        });
        check(core::domain::kGuardRules, [](int i, Language l) {
            return guardWord(static_cast<core::domain::GuardRule>(i), l);
        });
        check(5, [](int i, Language l) { return commandWord(static_cast<CommandKind>(i), l); });
        check(static_cast<int>(core::domain::kScreenReasons), [](int i, Language l) {
            return exclusionWord(static_cast<core::domain::ScreenReason>(i), l);
        });
    }

    void whatHasNoWordStaysAsItIs()
    {
        QCOMPARE(ruleWord(QStringLiteral("S1"), Language::English), QStringLiteral("S1 stop loss"));
        QCOMPARE(ruleWord(QStringLiteral("FLATTEN"), Language::English),
                 QStringLiteral("flatten and lock"));
        QCOMPARE(ruleWord(QStringLiteral("Z9"), Language::Korean), QStringLiteral("Z9"));
        QCOMPARE(codeWord(QStringLiteral("new_cause"), Language::Korean),
                 QStringLiteral("new_cause"));
        QCOMPARE(conditionWord(QStringLiteral("RC-10"), Language::English),
                 QStringLiteral("RC-10 Order value"));
        QCOMPARE(conditionWord(QStringLiteral("RC-99"), Language::English),
                 QStringLiteral("RC-99"));
    }

    void figuresAreExactToTheirEnds()
    {
        constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
        constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
        QCOMPARE(groupedText(0), QStringLiteral("0"));
        QCOMPARE(groupedText(-1'234), QStringLiteral("-1,234"));
        QCOMPARE(groupedText(-999), QStringLiteral("-999"));
        QCOMPARE(groupedText(kLeast), QStringLiteral("-9,223,372,036,854,775,808"));
        QCOMPARE(signedText(kMost), QStringLiteral("▲ +9,223,372,036,854,775,807"));
        QCOMPARE(signedText(0), QStringLiteral("0"));
        QCOMPARE(percentText(0), QStringLiteral("0.00 %"));
        QCOMPARE(percentText(12'349), QStringLiteral("▲ +1.23 %"));
        QCOMPARE(percentText(12'350), QStringLiteral("▲ +1.24 %"));
        QCOMPARE(percentText(-50), QStringLiteral("▼ −0.01 %"));
        QCOMPARE(averageText(Won{100}, Quantity{3}), QStringLiteral("33.33"));
        QCOMPARE(averageText(Won{200}, Quantity{3}), QStringLiteral("66.67"));
        QCOMPARE(averageText(Won{1'999}, Quantity{2'000}), QStringLiteral("1.00"));
        QCOMPARE(averageText(Won{kMost}, Quantity{1}),
                 QStringLiteral("9,223,372,036,854,775,807.00"));
        QVERIFY(averageText(Won{100}, Quantity{0}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
