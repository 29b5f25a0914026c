#include "core/notify/words.h"

#include <algorithm>
#include <array>
#include <span>

namespace core::notify
{
namespace
{
struct Pair
{
    const char16_t* korean;
    const char16_t* english;
};
struct CodePair
{
    const char* code;
    Pair words;
};
struct WordPair
{
    Word word;
    Pair words;
};

QString textOf(const Pair& pair, Language language)
{
    return QString::fromUtf16(language == Language::Korean ? pair.korean : pair.english);
}

// clang-format off
constexpr auto kWords = std::to_array<WordPair>({
    {Word::Started, {u"프로그램 시작", u"Started"}},
    {Word::Stopped, {u"프로그램 종료", u"Stopped"}},
    {Word::Configuration, {u"설정", u"Configuration"}},
    {Word::Cause, {u"원인", u"Cause"}},
    {Word::BuyFilled, {u"매수 체결", u"Buy filled"}},
    {Word::SellFilled, {u"매도 체결", u"Sell filled"}},
    {Word::BuyFilledPart, {u"매수 일부 체결", u"Buy partly filled"}},
    {Word::SellFilledPart, {u"매도 일부 체결", u"Sell partly filled"}},
    {Word::BuyRefused, {u"매수 거부", u"Buy refused"}},
    {Word::SellRefused, {u"매도 거부", u"Sell refused"}},
    {Word::RefusedByGate, {u"주문 관문", u"Pre-trade gate"}},
    {Word::Exit, {u"청산 · %1", u"Exit · %1"}},
    {Word::AddDone, {u"추가매수", u"Added"}},
    {Word::Guard, {u"가드 작동 · %1", u"Guard fired · %1"}},
    {Word::FeedDown, {u"실시간 시세 끊김", u"Market feed lost"}},
    {Word::BrokerDown, {u"증권사 연결 끊김", u"Broker not reachable"}},
    {Word::FeedBack, {u"실시간 시세 복구", u"Market feed back"}},
    {Word::BrokerBack, {u"증권사 연결 복구", u"Broker reachable again"}},
    {Word::DownFor, {u"%1초 동안", u"For %1 s"}},
    {Word::Violation, {u"규칙 위반 · %1", u"Rule violation · %1"}},
    {Word::DayOf, {u"일일 요약 %1", u"Summary of %1"}},
    {Word::Shares, {u"%1주", u"%1 shares"}},
    {Word::SharesOf, {u"%1/%2주", u"%1 of %2 shares"}},
    {Word::AtPrice, {u"%1원", u"at %1 won"}},
    {Word::SharesAtPrice, {u"%1주 · %2원", u"%1 shares at %2 won"}},
    {Word::SharesOfAtPrice, {u"%1/%2주 · %3원", u"%1 of %2 shares at %3 won"}},
    {Word::Won, {u"%1원", u"%1 won"}},
    {Word::Net, {u"순손익", u"Net"}},
    {Word::DayResult, {u"당일 손익", u"Result of the day"}},
    {Word::Equity, {u"총자산", u"Equity"}},
    {Word::DayReturn, {u"당일 수익률", u"Return of the day"}},
    {Word::Average, {u"평균단가", u"Average"}},
    {Word::Total, {u"합계", u"Total"}},
    {Word::Stop, {u"손절가", u"Stop"}},
    {Word::Rule, {u"규칙", u"Rule"}},
    {Word::Trades, {u"매매 %1건 · 수익 %2건", u"%1 trades · %2 with a gain"}},
    {Word::AddCount, {u"추가매수", u"Adds"}},
    {Word::Costs, {u"수수료·세금", u"Fees and taxes"}},
    {Word::DrawDown, {u"최대 낙폭", u"Largest drawdown"}},
    {Word::GuardsOfDay, {u"가드", u"Guard"}},
    {Word::ViolationCount, {u"규칙 위반", u"Violations"}},
    {Word::OpenCount, {u"보유 종목", u"Positions held"}},
    {Word::None, {u"없음", u"none"}},
    {Word::Status, {u"현재 상태", u"Status"}},
    {Word::Session, {u"장", u"Session"}},
    {Word::Feed, {u"시세", u"Feed"}},
    {Word::Broker, {u"증권사", u"Broker"}},
    {Word::Good, {u"정상", u"good"}},
    {Word::Bad, {u"이상", u"not available"}},
    {Word::Orders, {u"주문", u"Orders"}},
    {Word::Gate, {u"관문", u"Gate"}},
    {Word::Master, {u"자동매매", u"Automatic trading"}},
    {Word::PositionCount, {u"보유 종목", u"Positions"}},
    {Word::WorkingCount, {u"미체결 주문", u"Working orders"}},
    {Word::UnresolvedCount, {u"미확정 주문", u"Orders of unknown state"}},
    {Word::Positions, {u"보유 종목 %1", u"Positions: %1"}},
    {Word::NoPositions, {u"보유 종목 없음", u"No positions"}},
    {Word::Last, {u"현재가", u"Last"}},
    {Word::Why, {u"매수하지 않는 이유 · %1", u"Why not · %1"}},
    {Word::UnknownCode, {u"종목 마스터에 없는 코드입니다.", u"No issue has this code."}},
    {Word::NotScreenedYet, {u"아직 스크리닝을 하지 않았습니다.", u"Nothing has been screened yet."}},
    {Word::NotInList, {u"스크리닝 목록에 없음", u"Not in the list of the screening"}},
    {Word::Rank, {u"스크리닝 %1위", u"Rank %1 of the screening"}},
    {Word::Excluded, {u"제외: %1", u"Excluded: %1"}},
    {Word::Held, {u"보유 중: 추가매수 조건", u"Held: conditions of an add"}},
    {Word::NothingStops, {u"막는 조건이 없습니다.", u"Nothing stops it now."}},
    {Word::Insufficient, {u"%1: 데이터 부족", u"%1: not enough data"}},
    {Word::Fails, {u"%1: 불충족", u"%1: not met"}},
    {Word::FailsWith, {u"%1: %2 (기준 %3)", u"%1: %2, needs %3"}},
    {Word::BrokerSaid, {u"증권사: %1", u"Broker: %1"}},
    {Word::AskCode, {u"%1: 아래 번호를 %2초 안에 그대로 보내면 실행합니다.", u"%1: send this code back within %2 s to do it."}},
    {Word::CodeWrong, {u"번호가 다릅니다. 명령을 다시 보내세요.", u"Wrong code. Send the command again."}},
    {Word::CodeLate, {u"시간이 지났습니다. 명령을 다시 보내세요.", u"Too late. Send the command again."}},
    {Word::CodeNotAsked, {u"기다리는 번호가 없습니다. 명령을 먼저 보내세요.", u"No code is awaited. Send the command first."}},
    {Word::PassedOn, {u"%1: 전달했습니다.", u"%1: passed on."}},
    {Word::NotAnswered, {u"%1: 프로그램이 응답하지 않습니다.", u"%1: the program does not answer."}},
    {Word::Commands, {u"쓸 수 있는 명령", u"Commands"}},
    {Word::Lost, {u"연결 장애로 보내지 못한 알림 %1건", u"%1 messages could not be sent while the service was down"}},
    {Word::Unknown, {u"모름", u"unknown"}},
});

constexpr auto kEnvironments = std::to_array<Pair>({
    {u"모의 시장", u"SIM"}, {u"모의투자", u"DEMO"}, {u"실전투자", u"LIVE"}, {u"복기", u"REPLAY"},
});
constexpr auto kPhases = std::to_array<Pair>({
    {u"장 종료", u"closed"}, {u"장 시작 전", u"before the open"}, {u"장전 동시호가", u"opening auction"},
    {u"정규장", u"regular session"}, {u"장마감 동시호가", u"closing auction"},
    {u"장후 시간외", u"after the close"}, {u"애프터마켓", u"after-market"},
});
constexpr auto kArmings = std::to_array<Pair>({
    {u"주문 잠김", u"not armed"}, {u"주문 개시", u"armed"}, {u"진입 중지", u"disarmed"},
});
constexpr auto kGates = std::to_array<Pair>({
    {u"열림", u"open"}, {u"청산만", u"exits only"}, {u"중지", u"halted"}, {u"보기 전용", u"view only"},
});
constexpr auto kKills = std::to_array<Pair>({
    {u"비상정지 없음", u"No kill level"}, {u"K1 진입 중지", u"K1 no entries"},
    {u"K2 비상정지: 매수 취소", u"K2 killed: buys cancelled"},
    {u"K3 전량 청산·잠금", u"K3 flattened and locked"},
});
constexpr auto kAutos = std::to_array<Pair>({
    {u"켬", u"on"}, {u"청산만", u"exits only"}, {u"끔", u"off"},
});
constexpr auto kGuards = std::to_array<Pair>({
    {u"당일 손실 중지", u"Loss stop"}, {u"당일 수익 중지", u"Gain stop"},
    {u"당일 트레일", u"Trail"}, {u"당일 최대 손실", u"Hard loss"},
});
constexpr auto kCommands = std::to_array<Pair>({
    {u"현재 상태", u"status"}, {u"보유 종목", u"positions"}, {u"매수하지 않는 이유", u"why not"},
    {u"K1 진입 중지", u"K1 no entries"}, {u"K2 비상정지", u"K2 kill"},
});
constexpr auto kExclusions = std::to_array<Pair>({
    {u"종목 마스터에 없음", u"not in the master files"}, {u"ETF·ETN·ELW·리츠·펀드", u"ETF, ETN, ELW, REIT or fund"},
    {u"스팩", u"SPAC"}, {u"우선주", u"preferred share"}, {u"거래정지", u"trading halted"},
    {u"정리매매", u"liquidation trading"}, {u"관리종목", u"administrative issue"},
    {u"투자경고·위험", u"market warning or risk"}, {u"단기과열", u"short-term overheating"},
    {u"불성실공시", u"unfaithful disclosure"}, {u"우회상장", u"backdoor listing"},
    {u"저유동성", u"low-liquidity issue"}, {u"이상급등", u"abnormal surge"},
    {u"투자주의환기", u"investor caution reminder"}, {u"액면변경", u"face value change"},
    {u"당일 상장", u"listed today"}, {u"종목명이 스팩·펀드·우선주", u"name of a SPAC, fund or preferred share"},
    {u"저가주", u"price too low"}, {u"당일 체결 없음", u"no trade today"}, {u"데이터 부족", u"not enough data"},
    {u"유동성 부족", u"liquidity too low"}, {u"5분 거래대금 부족", u"turnover too low"},
    {u"모멘텀 부족", u"momentum too low"},
});
static_assert(kExclusions.size() == domain::kScreenReasons);

constexpr auto kRules = std::to_array<CodePair>({
    {"S1", {u"손절", u"stop loss"}}, {"S2", {u"ATR 손절", u"ATR cut"}},
    {"S3", {u"트레일링 스톱", u"trailing stop"}}, {"S4", {u"모멘텀 둔화", u"momentum fade"}},
    {"S5", {u"횡보", u"sideways"}}, {"S6", {u"시간 초과", u"time out"}},
    {"A1", {u"추가매수 후 손절", u"stop loss after the add"}}, {"A2", {u"저점 이탈", u"higher low broken"}},
    {"A3", {u"본전 손절", u"break-even stop"}}, {"A4", {u"추가매수 후 트레일링", u"trailing stop after the add"}},
    {"A5", {u"추가매수 후 ATR 손절", u"ATR cut after the add"}}, {"W1", {u"파동 손절", u"wave stop"}},
    {"W2", {u"파동 이탈", u"wave breakout"}}, {"W3", {u"파동 익절", u"wave take profit"}},
    {"W4", {u"파동 채널 상단", u"wave channel top"}}, {"MAN", {u"직접 정한 손절", u"stop of your own"}},
    {"EOD", {u"장 마감", u"end of day"}}, {"GUARD", {u"포트폴리오 가드", u"portfolio guard"}},
    {"HAND", {u"수동", u"by hand"}}, {"FLATTEN", {u"전량 청산·잠금", u"flatten and lock"}},
    {"ENTRY", {u"기본 진입", u"base entry"}}, {"BASE", {u"기본 진입", u"base entry"}},
    {"ADD", {u"피라미딩", u"pyramiding"}}, {"WAVE", {u"파동 진입", u"wave entry"}},
});

constexpr auto kConditions = std::to_array<CodePair>({
    {"P1", {u"시간대", u"Time window"}}, {"P2", {u"진입 대비 상승", u"Rise from entry"}},
    {"P3", {u"당일고가 거리", u"Day-high distance"}}, {"P4", {u"스프레드", u"Spread"}},
    {"P5", {u"매수잔량 비중", u"Bid share"}}, {"P6", {u"거래량", u"Volume"}},
    {"P7", {u"VWAP 거리", u"VWAP distance"}}, {"P8", {u"패턴", u"Pattern"}},
    {"P9", {u"1일 1회", u"Once a day"}}, {"P10", {u"금액 한도", u"Size"}}, {"P11", {u"현금", u"Cash"}},
    {"P12", {u"관문", u"Gate"}}, {"auto", {u"자동매매", u"Automatic trading"}},
    {"window", {u"시간대", u"Time window"}}, {"screen", {u"스크리닝", u"Screening"}},
    {"fresh", {u"데이터 신선도", u"Fresh data"}}, {"volume", {u"거래량", u"Volume"}},
    {"momentum", {u"모멘텀 5", u"Momentum 5"}}, {"spread", {u"스프레드", u"Spread"}},
    {"cooldown", {u"재매수 대기", u"Re-buy pause"}}, {"positions", {u"보유 포지션 수", u"Open positions"}},
    {"order", {u"미체결 없음", u"No open order"}}, {"limit_up", {u"상한가 여유", u"Room to the upper limit"}},
    {"size", {u"수량", u"Quantity"}}, {"gate", {u"관문", u"Gate"}}, {"equity", {u"총자산", u"Equity"}},
    {"base", {u"기본 포지션 없음", u"No base position"}}, {"ranging", {u"파동 채널", u"Wave channel"}},
    {"bottom", {u"채널 하단", u"At the channel's bottom"}}, {"spike", {u"거래량 급증", u"Volume spike"}},
    {"RC-01", {u"주문 가능", u"Armed"}}, {"RC-02", {u"점검등과 대사", u"Lamps and reconciliation"}},
    {"RC-03", {u"장 구간", u"Session phase"}}, {"RC-04", {u"종목 허용", u"Issue allowed"}},
    {"RC-05", {u"종목 동결", u"Code not frozen"}}, {"RC-06", {u"데이터 신선도", u"Age of data"}},
    {"RC-07", {u"호가단위·상하한", u"Price step and day limits"}}, {"RC-08", {u"가격 범위", u"Price collar"}},
    {"RC-09", {u"주문 유형", u"Order type"}}, {"RC-10", {u"주문 금액", u"Order value"}},
    {"RC-11", {u"주문 수량", u"Order quantity"}}, {"RC-12", {u"종목 보유 금액", u"Position value"}},
    {"RC-13", {u"총 노출 금액", u"Gross exposure"}}, {"RC-14", {u"종목·주문 수", u"Number of codes and orders"}},
    {"RC-15", {u"매도가능 수량", u"Sellable quantity"}}, {"RC-16", {u"현금", u"Cash"}},
    {"RC-17", {u"중복 주문", u"Duplicate"}}, {"RC-18", {u"자전거래", u"Self-trade"}},
    {"RC-19", {u"주문 전송 수", u"Messages"}}, {"RC-20", {u"주문 건수 대조", u"Count of orders"}},
    {"RC-21", {u"당일 수익률", u"Day return"}}, {"RC-22", {u"손절 시 손실", u"Loss at the stop"}},
    {"RC-23", {u"연속 손실", u"Losses in a row"}}, {"RC-24", {u"주문 거부", u"Rejects"}},
    {"RC-25", {u"미확정 주문", u"Unknown orders"}}, {"RC-26", {u"주문 지연", u"Order latency"}},
    {"RC-27", {u"가격 타당성", u"Plausible price"}}, {"RC-28", {u"비상정지", u"Kill switch"}},
    {"RC-29", {u"자리 확인", u"Person present"}}, {"RC-30", {u"결정 기록", u"Record of the decision"}},
});

constexpr auto kCodes = std::to_array<CodePair>({
    {"not_eligible", {u"부적격", u"not eligible"}}, {"empty_side", {u"한쪽 호가 없음", u"one side is empty"}},
    {"crossed", {u"호가 역전", u"quotes are crossed"}}, {"nothing_before", {u"직전 거래량 없음", u"no volume before"}},
    {"not_continuous", {u"접속매매 아님", u"no continuous trading"}},
    {"limit_locked", {u"상·하한가 잠김", u"locked at the limit"}},
    {"retry_wait", {u"미체결 주문 후 대기", u"waits after an unfilled order"}},
    {"no_share", {u"1주 미만", u"less than one share"}}, {"exit_decided", {u"청산 결정됨", u"an exit is decided"}},
    {"open_order", {u"미체결 주문 있음", u"an order is open"}}, {"blocked", {u"직접 차단함", u"blocked by you"}},
    {"auto", {u"자동매매 꺼짐", u"automatic trading is off"}}, {"guard", {u"가드가 매수 중지", u"the guard stops buys"}},
    {"uncertain", {u"총자산 불확실", u"equity uncertain"}},
    {"loss_streak", {u"연속 손실 후 멈춤", u"pause after losses in a row"}},
    {"unarmed", {u"주문 개시 전", u"not armed"}}, {"disarmed", {u"주문 해제됨", u"disarmed"}},
    {"kill", {u"비상정지", u"kill level"}}, {"halted", {u"거래정지", u"trading halted"}},
    {"exits_only", {u"청산만", u"exits only"}}, {"off", {u"꺼짐", u"off"}}, {"on", {u"켬", u"on"}},
    {"gate", {u"관문 닫힘", u"the gate is closed"}}, {"frozen", {u"종목 동결", u"the code is frozen"}},
    {"vi", {u"변동성완화장치", u"volatility interruption"}}, {"hard_loss", {u"당일 최대 손실", u"hard loss of the day"}},
    {"window", {u"화면 응답 없음", u"the window does not answer"}}, {"signal", {u"SIGUSR1 신호", u"signal SIGUSR1"}},
    {"telegram", {u"텔레그램 명령", u"a command by Telegram"}}, {"licence", {u"세션 종료", u"end of the session"}},
    {"trader", {u"사용자", u"by you"}}, {"sleep", {u"컴퓨터 절전", u"the machine slept"}},
    {"blind", {u"시세도 증권사도 응답하지 않음", u"neither market line nor broker answered"}},
    {"observe", {u"관찰 전용", u"observing only"}}, {"unknown_order", {u"미확정 주문", u"unknown order"}},
    {"ambiguous", {u"모호한 주문", u"ambiguous order"}}, {"external", {u"외부 주문", u"order outside this program"}},
    {"rejects", {u"연속 거부", u"several rejects"}}, {"other_code", {u"알 수 없는 거부", u"unrecognised refusal"}},
    {"mismatch", {u"잔고 불일치", u"holding differs"}}, {"no_figures", {u"수치 없음", u"no figures yet"}},
    {"old_balance", {u"잔고 오래됨", u"balance too old"}}, {"cash", {u"매수 가능 금액 부족", u"not enough buying power"}},
    {"stop", {u"손절", u"stop"}}, {"over_trading", {u"과다 매매", u"over-trading"}},
});
// clang-format on

static_assert(kWords.size() == kWordCount);
constexpr bool isInOrder()
{
    for (std::size_t at = 0; at < kWords.size(); ++at) {
        if (static_cast<std::size_t>(kWords[at].word) != at) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder(), "A word is found by its place.");

template <typename Enum>
QString pick(std::span<const Pair> words, Enum value, Language language)
{
    const auto at = static_cast<std::size_t>(value);
    return at < words.size() ? textOf(words[at], language) : word(Word::Unknown, language);
}

QString pickCode(std::span<const CodePair> words, const QString& code, Language language)
{
    const auto found = std::find_if(words.begin(), words.end(), [&code](const CodePair& one) {
        return code == QLatin1String{one.code};
    });
    return found == words.end() ? QString{} : textOf(found->words, language);
}
}  // namespace

QString word(Word which, Language language)
{
    return textOf(kWords[static_cast<std::size_t>(which)].words, language);
}

QString environmentWord(domain::EnvironmentKind kind, Language language)
{
    return pick(kEnvironments, kind, language);
}

QString phaseWord(domain::SessionPhase phase, Language language)
{
    return pick(kPhases, phase, language);
}

QString armingWord(domain::Arming arming, Language language)
{
    return pick(kArmings, arming, language);
}

QString gateWord(domain::GateState state, Language language)
{
    return pick(kGates, state, language);
}

QString killWord(domain::KillLevel level, Language language)
{
    return pick(kKills, level, language);
}

QString autoWord(domain::AutoState state, Language language)
{
    return pick(kAutos, state, language);
}

QString guardWord(domain::GuardRule rule, Language language)
{
    return pick(kGuards, rule, language);
}

QString commandWord(CommandKind kind, Language language)
{
    return pick(kCommands, kind, language);
}

QString exclusionWord(domain::ScreenReason reason, Language language)
{
    return pick(kExclusions, reason, language);
}

QString ruleWord(const QString& rule, Language language)
{
    constexpr qsizetype kLabelMax = 3;
    const QString text = pickCode(kRules, rule, language);
    if (text.isEmpty()) {
        return rule;
    }
    return rule.size() > kLabelMax ? text : QStringLiteral("%1 %2").arg(rule, text);
}

QString codeWord(const QString& code, Language language)
{
    const QString text = pickCode(kCodes, code, language);
    return text.isEmpty() ? code : text;
}

QString conditionWord(const QString& id, Language language)
{
    const QString text = pickCode(kConditions, id, language);
    if (text.isEmpty()) {
        return id;
    }
    return id.startsWith(u"RC-") ? QStringLiteral("%1 %2").arg(id, text) : text;
}
}  // namespace core::notify
