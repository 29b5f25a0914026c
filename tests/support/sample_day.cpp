#include "tests/support/sample_day.h"

#include <array>
#include <random>

namespace test
{
namespace domain = core::domain;
using domain::Price;
using domain::Quantity;
using domain::Side;
using domain::Won;
using std::chrono::minutes;
using std::chrono::seconds;

namespace
{
domain::Symbol symbol(const char* code)
{
    return domain::Symbol::parse(std::string_view{code}).value_or(domain::Symbol{});
}

domain::TradeFill fill(domain::Timestamp at, Side side, const char* rule, std::int64_t shares,
                       std::int64_t amount, std::int64_t fee, std::int64_t tax,
                       std::int64_t deciding)
{
    return {.at = at,
            .order = {.date = kSampleDate,
                      .event = static_cast<std::uint64_t>(at.time_since_epoch().count()),
                      .ordinal = 1},
            .side = side,
            .origin = side == Side::Buy ? domain::OrderOrigin::Entry : domain::OrderOrigin::Exit,
            .rule = QString::fromLatin1(rule),
            .quantity = Quantity{shares},
            .amount = Won{amount},
            .fee = Won{fee},
            .tax = Won{tax},
            .deciding = Price::fromWon(deciding)};
}

/// A trade of these fills; what can be added up from them is.
domain::TradeRecord trade(std::uint32_t number, const char* code, const char* name,
                          domain::PositionOwner owner, std::vector<domain::TradeFill> fills)
{
    domain::TradeRecord out;
    out.date = kSampleDate;
    out.number = number;
    out.symbol = symbol(code);
    out.name = QString::fromUtf8(name);
    out.owner = owner;
    out.openedAt = fills.front().at;
    out.closedAt = fills.back().at;
    out.entryRule = fills.front().rule;
    out.exitRule = fills.back().rule;
    for (const domain::TradeFill& one : fills) {
        const bool buy = one.side == Side::Buy;
        out.bought += buy ? one.quantity : Quantity{};
        out.sold += buy ? Quantity{} : one.quantity;
        out.buyAmount += buy ? one.amount : Won{};
        out.sellAmount += buy ? Won{} : one.amount;
        out.fees += one.fee;
        out.taxes += one.tax;
    }
    out.fills = std::move(fills);
    out.configHash = QStringLiteral("3f9a1c");
    return out;
}

domain::MinuteMetrics minute(int hour, int at, std::int64_t equity, std::int64_t top,
                             std::int64_t fall)
{
    return {.minute = sampleTime(hour, at),
            .equity = Won{equity},
            .equityMin = Won{equity},
            .equityMax = Won{equity},
            .startEquity = Won{10'000'000},
            .runningMax = Won{top},
            .drawdown = Won{fall},
            .samples = 6};
}

domain::ShadowResult intervention(int hour, int at, domain::InterventionKind kind, const char* what,
                                  std::optional<Won> hand, std::optional<Won> rule)
{
    return {.what = {.at = sampleTime(hour, at),
                     .kind = kind,
                     .symbol = symbol("005930"),
                     .what = QString::fromLatin1(what),
                     .reason = QStringLiteral("뉴스")},
            .shadowPnl = rule,
            .handPnl = hand};
}

std::vector<domain::TradeRecord> goldenTrades()
{
    using enum domain::PositionOwner;
    const domain::Timestamp yesterday = sampleTime(14, 0) - std::chrono::hours{24};
    std::vector<domain::TradeRecord> trades{
        trade(1, "0001A0", "밤샘", Manual,
              {fill(yesterday, Side::Buy, "HAND", 100, 500'000, 70, 0, 5'000),
               fill(sampleTime(9, 5), Side::Sell, "HAND", 100, 530'000, 74, 1'060, 5'310)}),
        trade(2, "005930", "삼성전자", Base,
              {fill(sampleTime(9, 10), Side::Buy, "ENTRY", 10, 710'000, 99, 0, 70'900),
               fill(sampleTime(9, 12, 30), Side::Sell, "S3", 10, 718'000, 100, 1'436, 71'800)}),
        trade(3, "000660", "SK하이닉스", Base,
              {fill(sampleTime(9, 20), Side::Buy, "ENTRY", 3, 540'000, 75, 0, 180'000),
               fill(sampleTime(9, 20, 1), Side::Buy, "ENTRY", 2, 361'000, 51, 0, 180'000),
               fill(sampleTime(9, 30), Side::Sell, "S1", 2, 358'000, 50, 716, 179'500),
               fill(sampleTime(9, 30, 10), Side::Sell, "S1", 3, 535'500, 75, 1'071, 0)}),
        trade(4, "035720", "카카오", Wave,
              {fill(sampleTime(9, 40), Side::Buy, "WAVE", 20, 1'000'000, 140, 0, 0),
               fill(sampleTime(10, 0), Side::Sell, "W3", 20, 1'002'284, 140, 2'004, 0)}),
    };
    trades[0].carried = Won{520'000};
    trades[0].overridden = true;
    trades[1].highest = Price::fromWon(72'000);
    trades[1].lowest = Price::fromWon(70'800);
    trades[1].trailed = true;
    trades[1].trailWidth = 8'000'000;
    trades[1].atEntry = {.momentum3 = 5'123'456,
                         .momentum5 = -1'234'567,
                         .atr = 4'000'000,
                         .spread = 1'408'000,
                         .bidShare = 612'345'678};
    trades[2].highest = Price::fromWon(181'000);
    trades[2].lowest = Price::fromWon(178'000);
    trades[2].added = true;
    return trades;
}
}  // namespace

domain::Timestamp sampleTime(int hour, int minute, int second)
{
    return domain::fromKst(kSampleDate, domain::timeOfDay(hour, minute, second));
}

domain::SessionSchedule sampleSession()
{
    return {.date = kSampleDate,
            .auctionStart = domain::timeOfDay(8, 30),
            .open = domain::timeOfDay(9, 0),
            .closingAuction = domain::timeOfDay(15, 20),
            .close = domain::timeOfDay(15, 30),
            .afterMarket = domain::timeOfDay(15, 40),
            .afterMarketEnd = domain::timeOfDay(20, 0)};
}

domain::DayRecord goldenDay()
{
    using enum domain::InterventionKind;
    domain::DayRecord day;
    day.date = kSampleDate;
    day.configHash = QStringLiteral("3f9a1c");
    day.startEquity = Won{10'000'000};
    day.endEquity = Won{10'005'179};
    day.costs = Won{7'105};
    day.trades = goldenTrades();
    day.open = {{.symbol = symbol("068270"),
                 .name = QStringLiteral("셀트리온"),
                 .owner = domain::PositionOwner::Base,
                 .quantity = Quantity{10},
                 .cost = Won{100'000},
                 .fees = Won{14},
                 .value = Won{101'500}},
                {.symbol = symbol("105560"),
                 .name = QStringLiteral("KB금융"),
                 .owner = domain::PositionOwner::External,
                 .quantity = Quantity{2},
                 .cost = Won{150'000},
                 .fees = Won{21},
                 .value = Won{198'000},
                 .carried = Won{200'000}}};
    day.minutes = {minute(9, 0, 10'000'000, 10'000'000, 0),
                   minute(9, 10, 10'020'000, 10'020'000, 500),
                   minute(9, 30, 10'007'655, 10'020'000, 12'345),
                   minute(10, 30, 10'015'000, 10'030'000, 12'345)};
    day.interventions = {intervention(9, 5, HandSale, "", Won{5'000}, Won{8'000}),
                         intervention(10, 10, StopMoved, "71000", Won{-1'000}, Won{-1'500}),
                         intervention(11, 0, Kill, "2", std::nullopt, std::nullopt)};
    day.guard = {{.rule = domain::GuardRule::TrailStop,
                  .at = sampleTime(11, 0),
                  .equity = Won{10'250'000},
                  .peak = Won{10'310'000}}};
    day.violations = {{.at = sampleTime(9, 31),
                       .kind = QStringLiteral("stop"),
                       .symbol = symbol("000660"),
                       .detail = QStringLiteral("178500 crossed, no order in 2 s")},
                      {.at = sampleTime(9, 32), .kind = QStringLiteral("hours")},
                      {.at = sampleTime(9, 33), .kind = QStringLiteral("stop")}};
    day.gaps = {
        {.from = sampleTime(10, 4), .to = sampleTime(10, 6), .cause = QStringLiteral("outage")},
        {.from = sampleTime(10, 0), .to = sampleTime(10, 5), .cause = QStringLiteral("outage")},
        {.from = sampleTime(10, 5, 30), .to = sampleTime(10, 7), .cause = QStringLiteral("feed")},
        {.from = sampleTime(12, 0),
         .to = sampleTime(12, 1),
         .cause = QStringLiteral("volume"),
         .symbol = symbol("005930"),
         .shares = 120}};
    day.recordedFrom = sampleTime(8, 50);
    day.recordedUntil = sampleTime(15, 40);
    return day;
}

domain::DayRecord busyDay(int trades)
{
    static const std::array codes{"005930", "000660", "035720", "068270", "105560", "0001A0"};
    static const std::array names{"삼성전자", "SK하이닉스", "카카오",
                                  "셀트리온", "KB금융",     "한화에어로스페이스우선주"};
    static const std::array exits{"S1", "S3", "S3", "S4", "A3", "A4", "S5", "EOD", "HAND"};
    domain::DayRecord day = goldenDay();
    day.trades.clear();
    std::mt19937_64 random{20261124};
    const auto upTo = [&random](std::int64_t limit) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
    };
    std::int64_t equity = 10'000'000;
    for (int i = 0; i < trades; ++i) {
        const std::size_t issue = static_cast<std::size_t>(upTo(std::ssize(codes)));
        const std::int64_t price = 5'000 + 50 * upTo(3'000);
        const std::int64_t shares = 1 + 2'500'000 / price;
        const std::int64_t out = price + price * (upTo(320) - 145) / 10'000;
        const auto at = sampleTime(9, 3) + seconds{i * 22'000 / std::max(trades, 1)};
        const bool wave = upTo(5) == 0;
        const char* exit = wave ? "W3" : exits[static_cast<std::size_t>(upTo(std::ssize(exits)))];
        domain::TradeRecord one =
            trade(static_cast<std::uint32_t>(i + 1), codes[issue], names[issue],
                  wave ? domain::PositionOwner::Wave : domain::PositionOwner::Base,
                  {fill(at, Side::Buy, wave ? "WAVE" : "ENTRY", shares, price * shares,
                        price * shares * 140'527 / 1'000'000'000, 0, price - upTo(3) * 10),
                   fill(at + seconds{30 + upTo(900)}, Side::Sell, exit, shares, out * shares,
                        out * shares * 140'527 / 1'000'000'000, out * shares / 500, out)});
        one.highest = Price::fromWon(std::max(price, out) + price / 400);
        one.lowest = Price::fromWon(std::min(price, out) - price / 500);
        one.trailed = upTo(2) == 0;
        one.added = upTo(4) == 0;
        one.overridden = upTo(9) == 0;
        equity += one.net().value();
        day.trades.push_back(one);
    }
    day.minutes.clear();
    std::int64_t top = 10'000'000;
    for (int i = 0; i < 390; ++i) {
        const auto at = sampleTime(9, 0) + minutes{i};
        if (i >= 60 && i < 67) {
            continue;  // The outage.
        }
        std::int64_t now = 10'000'000;
        for (const domain::TradeRecord& one : day.trades) {
            now += one.closedAt <= at ? one.net().value() : 0;
        }
        now += upTo(6'000) - 3'000;
        top = std::max(top, now);
        domain::MinuteMetrics metrics = minute(9, 0, now, top, top - now);
        metrics.minute = at;
        day.minutes.push_back(metrics);
    }
    day.endEquity = Won{equity - 514};
    return day;
}
}  // namespace test
