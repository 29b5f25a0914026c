#include "tests/support/market_samples.h"

#include <limits>

namespace test
{
namespace
{
using namespace core;
using domain::Price;
using domain::Quantity;
using domain::Timestamp;
using domain::Won;

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();

/// Quotes, escapes and placeholders of SQL, Korean in both forms, an emoji, tabs.
QString awkward()
{
    return QStringLiteral(
        "O'Brien \"%1\" ? :a $1 \\n \\' ;-- 삼성전자 \u1109\u1161\u11B7 \U0001F4C8\t\n%");
}

Timestamp at(domain::TradingDate date, int minute, int ms = 0)
{
    return domain::fromKst(date, domain::timeOfDay(9, 0)) + std::chrono::minutes{minute}
           + std::chrono::milliseconds{ms};
}
}  // namespace

domain::Symbol symbolOf(const char* text)
{
    return domain::Symbol::parse(std::string_view{text}).value();
}

domain::TradingDate sampleDate(int number)
{
    // Five days a week from Monday, 2026-01-05.
    return domain::TradingDate{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}
                               + std::chrono::days{number / 5 * 7 + number % 5}};
}

domain::StoredBar sampleBar(domain::TradingDate date, const char* symbol, int minute, int revision)
{
    const domain::Symbol code = symbolOf(symbol);
    const int price = 50'000 + static_cast<int>(code.word() >> 40U & 0xFFFU) + minute;
    domain::StoredBar out{.symbol = code};
    out.bar.startMinute = static_cast<std::int32_t>(
        std::chrono::duration_cast<std::chrono::minutes>(at(date, minute).time_since_epoch())
            .count());
    out.bar.open = price;
    out.bar.high = price + 100;
    out.bar.low = price - 50;
    out.bar.close = price + 50;
    out.bar.volume = 10'000 + minute * 7 + revision;
    out.bar.turnover = out.bar.volume * price;
    out.bar.tradesAndFlags = static_cast<std::uint32_t>(100 + minute);
    return out;
}

domain::MinuteMetrics sampleMinute(domain::TradingDate date, int minute)
{
    return {.minute = at(date, minute),
            .equity = Won{10'000'000 + minute},
            .equityMin = Won{9'990'000 - minute},
            .equityMax = Won{10'010'000},
            .startEquity = Won{10'000'000},
            .runningMax = Won{10'020'000},
            .drawdown = Won{30'000 + minute},
            .trades = minute / 4,
            .wins = minute / 9,
            .positions = minute % 5,
            .orders = minute * 2,
            .rejects = minute / 50,
            .samples = 6};
}

storage::DecisionEntry sampleDecision(domain::TradingDate date, std::uint64_t number,
                                      const char* symbol)
{
    storage::DecisionEntry out{.number = number,
                               .at = at(date, static_cast<int>(number % 380), 123),
                               .kind = static_cast<domain::DecisionKind>(number % 8),
                               .verdict = static_cast<domain::Verdict>(number % 3),
                               .rule = QStringLiteral("S%1").arg(number % 6),
                               .price = Price::fromWon(70'000 + static_cast<int>(number)),
                               .quantity = Quantity{static_cast<std::int64_t>(number % 40)}};
    if (*symbol != '\0') {
        out.symbol = symbolOf(symbol);
    }
    if (number % 3 == 1) {
        out.failing = {QStringLiteral("P4"), QStringLiteral("volume")};
    }
    if (number % 3 == 0) {
        out.order = {.date = date, .event = 1'000 + number, .ordinal = 1};
    }
    return out;
}

domain::TradeRecord sampleTrade(domain::TradingDate date, std::uint32_t number, int fills)
{
    domain::TradeRecord trade{
        .date = date,
        .number = number,
        .symbol = symbolOf("005930"),
        .name = QStringLiteral("삼성전자"),
        .owner = domain::PositionOwner::Base,
        .openedAt = at(date, static_cast<int>(number % 300), 1),
        .closedAt = at(date, static_cast<int>(number % 300) + 4, 999),
        .entryRule = QStringLiteral("ENTRY"),
        .exitRule = QStringLiteral("S3"),
        .fills = {},
        .bought = Quantity{14},
        .sold = Quantity{14},
        .buyAmount = Won{981'400},
        .sellAmount = Won{981'400 + (number % 2 == 0 ? 9'000 : -4'000)},
        .fees = Won{276},
        .taxes = Won{1'472},
        .highest = Price::fromWon(70'900),
        .lowest = Price::fromWon(69'800),
        .trailed = true,
        .trailWidth = 8'000'000,
        .atEntry = {.momentum3 = -1'234'567, .spread = 1'427'000},
        .atExit = {.momentum5 = 987'654'321, .atr = 0, .bidShare = 580'000'001},
        .configHash = QStringLiteral("3f9a12bc").repeated(8)};
    for (int fill = 0; fill < fills; ++fill) {
        trade.fills.push_back(
            {.at = at(date, fill, fill),
             .order = {.date = date, .event = 5'000U + static_cast<unsigned>(fill), .ordinal = 2},
             .side = fill % 2 == 0 ? domain::Side::Buy : domain::Side::Sell,
             .origin = static_cast<domain::OrderOrigin>(fill % 8),
             .rule = QStringLiteral("ENTRY"),
             .quantity = Quantity{7},
             .amount = Won{490'700},
             .fee = Won{69},
             .tax = Won{0},
             .deciding = Price::fromWon(70'100)});
    }
    return trade;
}

domain::DayRecord emptyDay(domain::TradingDate date)
{
    domain::DayRecord day;
    day.date = date;
    return day;
}

domain::DayRecord fullDay(domain::TradingDate date)
{
    domain::DayRecord day = emptyDay(date);
    day.environment = domain::EnvironmentKind::Demo;
    day.configHash = QStringLiteral("00ff").repeated(16);
    day.startEquity = Won{kLargest};
    day.endEquity = Won{kSmallest};
    day.costs = Won{123'456};
    day.recordedFrom = at(date, -30);
    day.recordedUntil = at(date, 400, 1);
    day.trades = {sampleTrade(date, 1, 2), sampleTrade(date, 2, 0), sampleTrade(date, 7, 9)};
    domain::TradeRecord& strange = day.trades.back();
    strange.symbol = symbolOf("0001A0");
    strange.name = awkward();
    strange.owner = domain::PositionOwner::External;
    strange.entryRule.clear();
    strange.carried = Won{0};
    strange.added = true;
    strange.overridden = true;
    strange.fees = Won{-1};
    strange.fills[3].order = {};  // Bought elsewhere.
    for (int minute = 0; minute < 90; ++minute) {
        day.minutes.push_back(sampleMinute(date, minute));
    }
    day.open = {{.symbol = symbolOf("Q530031"),
                 .name = awkward(),
                 .owner = domain::PositionOwner::Wave,
                 .quantity = Quantity{3},
                 .cost = Won{30'000},
                 .fees = Won{4},
                 .value = Won{29'000},
                 .carried = Won{31'000},
                 .realizedToday = Won{-700}},
                {.symbol = symbolOf("000660")}};
    for (int kind = 0; kind < 8; ++kind) {
        domain::ShadowResult result{.what = {.at = at(date, kind),
                                             .kind = static_cast<domain::InterventionKind>(kind),
                                             .what = QStringLiteral("block"),
                                             .reason = awkward()}};
        if (kind % 2 == 0) {
            result.what.symbol = symbolOf("005930");
            result.what.until = at(date, kind + 1);
            result.shadowPnl = Won{-kind};
            result.handPnl = Won{kind};
        }
        day.interventions.push_back(result);
    }
    for (int rule = 0; rule < domain::kGuardRules; ++rule) {
        day.guard.push_back({.rule = static_cast<domain::GuardRule>(rule),
                             .at = at(date, rule),
                             .equity = Won{9'700'000},
                             .peak = Won{10'400'000},
                             .released = rule % 2 == 1});
    }
    day.violations = {{.at = at(date, 12),
                       .kind = QStringLiteral("stop"),
                       .symbol = symbolOf("005930"),
                       .detail = awkward()},
                      {.kind = QStringLiteral("over_trading")}};
    day.gaps = {{.from = at(date, 3), .to = at(date, 4), .cause = QStringLiteral("outage")},
                {.from = at(date, 5),
                 .to = at(date, 5, 1),
                 .cause = QStringLiteral("volume"),
                 .symbol = symbolOf("000660"),
                 .shares = 1'234}};
    return day;
}
}  // namespace test
