#pragma once

#include "core/domain/day_record.h"

#include <QString>

#include <cstdint>

/// Every word a report shows, in both languages; the renderers have none of their own. A report is
/// written in the language asked for, whatever the window or the machine speaks: the trader's
/// accountant may read English while the desk is Korean. Pure; any thread.
namespace core::report
{
enum class Language : std::uint8_t
{
    Korean,
    English,
};

// clang-format off
#define CORE_REPORT_WORDS(X)                                                                       \
    X(DailySummary,     "일일 요약",           "Daily summary")                                     \
    X(Page,             "%1 / %2쪽",           "Page %1 of %2")                                     \
    X(None,             "없음",                "None")                                              \
    X(NoTrades,         "거래 없음",           "No trades")                                         \
    X(NoSamples,        "기록된 총자산 없음",    "No equity was recorded")                            \
    X(Yesterday,        "전일 %1",             "Day before %1")                                     \
    X(Yes,              "예",                  "Yes")                                               \
    X(StartEquity,      "시작 총자산",           "Start equity")                                      \
    X(EndEquity,        "마감 총자산",           "End equity")                                        \
    X(DayPnl,           "당일 손익",           "Day P&L")                                           \
    X(DayReturn,        "당일 수익률",         "Day return")                                        \
    X(NetPnl,           "순손익",              "Net P&L")                                           \
    X(NetOfTrades,      "거래 순손익",         "Net of trades")                                     \
    X(GrossPnl,         "총손익(비용 전)",     "Gross P&L")                                         \
    X(Fees,             "수수료",              "Commission")                                        \
    X(Taxes,            "세금",                "Tax")                                               \
    X(Costs,            "비용",                "Costs")                                             \
    X(Trades,           "거래",                "Trades")                                            \
    X(TradeCount,       "거래 수",             "Trades")                                            \
    X(WinsLosses,       "%1승 %2패",           "%1 won, %2 lost")                                   \
    X(Wins,             "승",                  "Wins")                                              \
    X(Losses,           "패",                  "Losses")                                            \
    X(WinRate,          "승률",                "Win rate")                                          \
    X(Expectancy,       "기대값(거래당)",      "Expectancy per trade")                              \
    X(ProfitFactor,     "손익비(PF)",          "Profit factor")                                     \
    X(MeanWin,          "평균 이익",           "Mean win")                                          \
    X(MeanLoss,         "평균 손실",           "Mean loss")                                         \
    X(MeanWinLoss,      "평균 이익 / 손실",    "Mean win / loss")                                   \
    X(LargestWinLoss,   "최대 이익 / 손실",    "Largest win / loss")                                \
    X(MeanNet,          "평균 순손익",         "Mean net")                                          \
    X(MeanHold,         "평균 보유",           "Mean hold")                                         \
    X(MaxDrawdown,      "최대 낙폭",           "Max drawdown")                                      \
    X(Drawdown,         "낙폭",                "Drawdown")                                          \
    X(Slippage,         "슬리피지",            "Slippage")                                          \
    X(SlippagePer,      "체결당 %1 · 거래당 %2", "%1 per fill, %2 per trade")                       \
    X(FeesTaxes,        "수수료 %1 · 세금 %2", "Commission %1, tax %2")                             \
    X(Uptime,           "가동률",              "Uptime")                                            \
    X(EquityCurve,      "총자산 곡선",           "Equity")                                            \
    X(MarksNote,        "▲ 진입  ▼ 청산",      "▲ entry  ▼ exit")                                   \
    X(ByExitReason,     "청산 사유별",         "By exit reason")                                    \
    X(ByStrategy,       "전략별",              "By strategy")                                       \
    X(Interventions,    "개입",                "Interventions")                                     \
    X(InterventionGain, "개입 손익(수동 − 규칙): %1", "Hand less rule: %1")                         \
    X(Violations,       "위반",                "Violations")                                        \
    X(Guard,            "가드 작동",           "Guard")                                             \
    X(OpenPositions,    "보유 포지션",         "Open positions")                                    \
    X(DataQuality,      "데이터 품질",         "Data quality")                                      \
    X(Number,           "번호",                "No.")                                               \
    X(Symbol,           "종목",                "Symbol")                                            \
    X(Code,             "종목코드",            "Code")                                              \
    X(Name,             "종목명",              "Name")                                              \
    X(Strategy,         "전략",                "Strategy")                                          \
    X(EntryExit,        "진입 / 청산",         "Entry / exit")                                      \
    X(EntryTime,        "진입 시각",           "Entry time")                                        \
    X(ExitTime,         "청산 시각",           "Exit time")                                         \
    X(EntryReason,      "진입 사유",           "Entry reason")                                      \
    X(ExitReason,       "청산 사유",           "Exit reason")                                       \
    X(StrategyReason,   "전략 / 청산 사유",    "Strategy / exit reason")                            \
    X(Quantity,         "수량",                "Quantity")                                          \
    X(QuantityHold,     "수량 / 보유",         "Shares / hold")                                     \
    X(Bought,           "매수 수량",           "Bought")                                            \
    X(Sold,             "매도 수량",           "Sold")                                              \
    X(EntryPrice,       "평균 진입가",         "Average entry")                                     \
    X(ExitPrice,        "평균 청산가",         "Average exit")                                      \
    X(Averages,         "평균가",              "Averages")                                          \
    X(BuyAmount,        "매수 금액",           "Bought for")                                        \
    X(SellAmount,       "매도 금액",           "Sold for")                                          \
    X(NetReturn,        "순수익률(%)",         "Net return (%)")                                    \
    X(DecidingPrice,    "판단 가격",           "Deciding price")                                    \
    X(DayReturnPercent, "당일 수익률(%)",      "Day return (%)")                                    \
    X(MeanHoldSeconds,  "평균 보유(초)",       "Mean hold (s)")                                     \
    X(HoldSeconds,      "보유(초)",            "Hold (s)")                                          \
    X(BestWorst,        "MFE / MAE",           "MFE / MAE")                                         \
    X(Mfe,              "MFE",                 "MFE")                                               \
    X(MfePercent,       "MFE(%)",              "MFE (%)")                                           \
    X(Mae,              "MAE",                 "MAE")                                               \
    X(MaePercent,       "MAE(%)",              "MAE (%)")                                           \
    X(Trailing,         "트레일링",            "Trailing")                                          \
    X(TrailWidth,       "트레일링 폭(%)",      "Trail width (%)")                                   \
    X(AddUsed,          "추가매수",            "Add")                                               \
    X(OverrideUsed,     "개입",                "Override")                                          \
    X(Overnight,        "이월",                "Overnight")                                         \
    X(Flags,            "표시",                "Marks")                                             \
    X(FlagsNote,        "T 트레일링 · A 추가매수 · H 개입 · N 이월",                                 \
                        "T trailing, A add, H hand, N overnight")                                   \
    X(Momentum3Entry,   "진입 모멘텀3(%)",     "Entry momentum 3 (%)")                              \
    X(Momentum5Entry,   "진입 모멘텀5(%)",     "Entry momentum 5 (%)")                              \
    X(AtrEntry,         "진입 ATR(%)",         "Entry ATR (%)")                                     \
    X(SpreadEntry,      "진입 스프레드(%)",    "Entry spread (%)")                                  \
    X(BidShareEntry,    "진입 매수잔량비(%)",  "Entry bid share (%)")                               \
    X(Momentum3Exit,    "청산 모멘텀3(%)",     "Exit momentum 3 (%)")                               \
    X(Momentum5Exit,    "청산 모멘텀5(%)",     "Exit momentum 5 (%)")                               \
    X(AtrExit,          "청산 ATR(%)",         "Exit ATR (%)")                                      \
    X(SpreadExit,       "청산 스프레드(%)",    "Exit spread (%)")                                   \
    X(BidShareExit,     "청산 매수잔량비(%)",  "Exit bid share (%)")                                \
    X(ConfigHash,       "설정 해시",           "Configuration hash")                                \
    X(Time,             "시각",                "Time")                                              \
    X(Kind,             "종류",                "Kind")                                              \
    X(What,             "내용",                "What")                                              \
    X(Reason,           "사유",                "Reason")                                            \
    X(Detail,           "상세",                "Detail")                                            \
    X(RuleResult,       "규칙 결과",           "Rule's result")                                     \
    X(HandResult,       "실제 결과",           "What happened")                                     \
    X(Gain,             "차이",                "Gain")                                              \
    X(Peak,             "고점",                "Peak")                                              \
    X(Released,         "해제됨",              "Reset")                                             \
    X(Equity,           "총자산",                "Equity")                                            \
    X(EquityMin,        "최저 총자산",           "Lowest equity")                                     \
    X(EquityMax,        "최고 총자산",           "Highest equity")                                    \
    X(RunningMax,       "당일 최고 총자산",      "Highest so far")                                    \
    X(PositionCount,    "포지션 수",           "Positions")                                         \
    X(OrderCount,       "주문 수",             "Orders")                                            \
    X(RejectCount,      "거부 수",             "Rejects")                                           \
    X(SampleCount,      "표본 수",             "Samples")                                           \
    X(Cost,             "매입 금액",           "Cost")                                              \
    X(Value,            "평가 금액",           "Value")                                             \
    X(DayResult,        "당일 손익",           "Day result")                                        \
    X(From,             "시작",                "From")                                              \
    X(To,               "끝",                  "To")                                                \
    X(Length,           "길이",                "Length")                                            \
    X(Cause,            "원인",                "Cause")                                             \
    X(GapShares,        "누락 주식 수",        "Missing shares")                                    \
    X(Outages,          "프로그램 중단",       "Outages")                                           \
    X(FeedGaps,         "시세 끊김",           "Feed gaps")                                         \
    X(Unjudged,         "매입가 미확인 거래",  "Trades of unknown cost")                            \
    X(Recorded,         "기록 구간",           "Recorded")                                          \
    X(EquityCheck,      "총자산 검산",           "Equity check")                                      \
    X(CheckHolds,       "일치",                "Agrees")                                            \
    X(CheckDiffers,     "%1원 차이",           "Differs by %1 won")                                 \
    X(CheckUnknown,     "시작 또는 마감 총자산 미확인", "Start or end equity is not known")           \
    X(CheckSum,         "거래 %1 · 보유 %2",   "Trades %1, held %2")                                \
    X(TimesOf,          "%1회, %2",            "%1, %2 in all")                                     \
    X(Counted,          "%1건",                "%1")                                                \
    X(NotRecorded,      "기록 없음",           "Not recorded")
// clang-format on

enum class Word : std::uint8_t
{
#define CORE_WORD_NAME(name, ko, en) name,
    CORE_REPORT_WORDS(CORE_WORD_NAME)
#undef CORE_WORD_NAME
};

[[nodiscard]] QString text(Word word, Language language);

[[nodiscard]] QString environmentText(domain::EnvironmentKind environment, Language language);
[[nodiscard]] QString sideText(domain::Side side, Language language);
[[nodiscard]] QString ownerText(domain::PositionOwner owner, Language language);
[[nodiscard]] QString guardRuleText(domain::GuardRule rule, Language language);
[[nodiscard]] QString interventionKindText(domain::InterventionKind kind, Language language);
[[nodiscard]] QString killText(domain::KillLevel level, Language language);
/// What the intervention changed to: a price, a kill level or a code word.
[[nodiscard]] QString changeText(const domain::Intervention& intervention, Language language);
/// "S1 Stop loss" for "S1"; the rule itself where it has no name, words for an empty one.
[[nodiscard]] QString ruleText(const QString& rule, Language language);
/// Code words of violations, gaps and interventions ("over_trading", "outage", "exits_only");
/// others as they came.
[[nodiscard]] QString codeText(const QString& code, Language language);
}  // namespace core::report
