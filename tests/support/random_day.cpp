#include "tests/support/sample_day.h"

#include <array>
#include <random>

namespace test
{
namespace domain = core::domain;

namespace
{
/// Values over the whole width of their types where a record allows it.
class Dice
{
public:
    Dice(std::uint64_t seed, Values values) : m_random{seed}, m_values{values} {}

    std::uint64_t any() { return m_random(); }
    int upTo(int limit) { return static_cast<int>(any() % static_cast<std::uint64_t>(limit)); }
    bool flip() { return upTo(2) == 0; }
    std::int64_t number()
    {
        // Small ones, the ones a double cannot hold, and the ends.
        static constexpr std::array ends{INT64_MIN, INT64_MAX, std::int64_t{0}, std::int64_t{-1},
                                         (std::int64_t{1} << 53) + 1};
        if (m_values == Values::Sensible || flip()) {
            return upTo(2'000'000) - 1'000'000;
        }
        return flip() ? ends[static_cast<std::size_t>(upTo(5))] : static_cast<std::int64_t>(any());
    }
    domain::Won won() { return domain::Won{number()}; }
    domain::Quantity shares() { return domain::Quantity{number()}; }
    domain::Price price() { return domain::Price::fromWon(number()); }
    std::optional<domain::Won> maybeWon() { return flip() ? std::optional{won()} : std::nullopt; }
    std::optional<std::int64_t> maybe() { return flip() ? std::optional{number()} : std::nullopt; }
    domain::Timestamp time()
    {
        // Years 1970 to 2100, to the millisecond.
        return upTo(8) == 0 ? domain::Timestamp{}
                            : domain::Timestamp{std::chrono::milliseconds{
                                static_cast<std::int64_t>(any() % 4'102'444'800'000ULL)}};
    }
    domain::TradingDate date() { return domain::kstDate(time()); }
    QString text()
    {
        static const std::array texts{
            QStringLiteral("삼성전자"),
            QString{},
            QStringLiteral("<script>alert(1)</script>"),
            QStringLiteral("=cmd|'/c calc'!A1"),
            QStringLiteral("a\"b\\c\n\r\t\u0001\u202E"),
            QStringLiteral("%1 %2 & ' 😀"),
            QStringLiteral("\"},{\"x\":1"),
        };
        return texts[static_cast<std::size_t>(upTo(static_cast<int>(texts.size())))];
    }
    domain::Symbol symbol()
    {
        static constexpr std::array codes{"", "005930", "0001A0", "Q530031", "Z"};
        return domain::Symbol::parse(std::string_view{codes[static_cast<std::size_t>(upTo(5))]})
            .value_or(domain::Symbol{});
    }
    template <typename Enum>
    Enum word(int count)
    {
        return static_cast<Enum>(upTo(count));
    }

private:
    std::mt19937_64 m_random;
    Values m_values;
};

domain::TradeFill randomFill(Dice& dice)
{
    domain::TradeFill out;
    out.at = dice.time();
    if (dice.flip()) {
        out.order = {.date = dice.date(),
                     .event = dice.any() | 1U,
                     .ordinal = static_cast<std::uint32_t>(dice.any())};
    }
    out.side = dice.word<domain::Side>(2);
    out.origin = dice.word<domain::OrderOrigin>(8);
    out.rule = dice.text();
    out.quantity = dice.shares();
    out.amount = dice.won();
    out.fee = dice.won();
    out.tax = dice.won();
    out.deciding = dice.price();
    return out;
}

domain::TradeConditions randomConditions(Dice& dice)
{
    return {.momentum3 = dice.maybe(),
            .momentum5 = dice.maybe(),
            .atr = dice.maybe(),
            .spread = dice.maybe(),
            .bidShare = dice.maybe()};
}

domain::TradeRecord randomTrade(Dice& dice)
{
    domain::TradeRecord out;
    out.date = dice.date();
    out.number = static_cast<std::uint32_t>(dice.any());
    out.symbol = dice.symbol();
    out.name = dice.text();
    out.owner = dice.word<domain::PositionOwner>(5);
    out.openedAt = dice.time();
    out.closedAt = dice.time();
    out.entryRule = dice.text();
    out.exitRule = dice.text();
    for (int i = dice.upTo(4); i > 0; --i) {
        out.fills.push_back(randomFill(dice));
    }
    out.bought = dice.shares();
    out.sold = dice.shares();
    out.buyAmount = dice.won();
    out.sellAmount = dice.won();
    out.fees = dice.won();
    out.taxes = dice.won();
    out.carried = dice.maybeWon();
    out.highest = dice.price();
    out.lowest = dice.price();
    out.trailed = dice.flip();
    out.trailWidth = dice.number();
    out.added = dice.flip();
    out.overridden = dice.flip();
    out.atEntry = randomConditions(dice);
    out.atExit = randomConditions(dice);
    out.configHash = dice.text();
    return out;
}

domain::MinuteMetrics randomMinute(Dice& dice)
{
    return {.minute = dice.time(),
            .equity = dice.won(),
            .equityMin = dice.won(),
            .equityMax = dice.won(),
            .startEquity = dice.won(),
            .runningMax = dice.won(),
            .drawdown = dice.won(),
            .trades = static_cast<int>(dice.any()),
            .wins = static_cast<int>(dice.any()),
            .positions = static_cast<int>(dice.any()),
            .orders = static_cast<int>(dice.any()),
            .rejects = static_cast<int>(dice.any()),
            .samples = static_cast<int>(dice.any())};
}

domain::ShadowResult randomIntervention(Dice& dice)
{
    return {.what = {.at = dice.time(),
                     .kind = dice.word<domain::InterventionKind>(8),
                     .symbol = dice.symbol(),
                     .what = dice.text(),
                     .reason = dice.text(),
                     .until = dice.time()},
            .shadowPnl = dice.maybeWon(),
            .handPnl = dice.maybeWon()};
}

domain::OpenRecord randomOpen(Dice& dice)
{
    return {.symbol = dice.symbol(),
            .name = dice.text(),
            .owner = dice.word<domain::PositionOwner>(5),
            .quantity = dice.shares(),
            .cost = dice.won(),
            .fees = dice.won(),
            .value = dice.won(),
            .carried = dice.won(),
            .realizedToday = dice.won()};
}

template <typename Row, typename Make>
std::vector<Row> some(Dice& dice, Make make)
{
    std::vector<Row> rows;
    for (int i = dice.upTo(4); i > 0; --i) {
        rows.push_back(make(dice));
    }
    return rows;
}
}  // namespace

domain::DayRecord randomDay(std::uint64_t seed, Values values)
{
    Dice dice{seed, values};
    domain::DayRecord day;
    day.date = dice.date();
    day.environment = dice.word<domain::EnvironmentKind>(4);
    day.configHash = dice.text();
    day.startEquity = dice.maybeWon();
    day.endEquity = dice.maybeWon();
    day.costs = dice.won();
    day.trades = some<domain::TradeRecord>(dice, randomTrade);
    day.open = some<domain::OpenRecord>(dice, randomOpen);
    day.minutes = some<domain::MinuteMetrics>(dice, randomMinute);
    day.interventions = some<domain::ShadowResult>(dice, randomIntervention);
    day.guard = some<domain::GuardFired>(dice, [](Dice& d) {
        return domain::GuardFired{.rule = d.word<domain::GuardRule>(4),
                                  .at = d.time(),
                                  .equity = d.won(),
                                  .peak = d.won(),
                                  .released = d.flip()};
    });
    day.violations = some<domain::Violation>(dice, [](Dice& d) {
        return domain::Violation{
            .at = d.time(), .kind = d.text(), .symbol = d.symbol(), .detail = d.text()};
    });
    day.gaps = some<domain::DataGap>(dice, [](Dice& d) {
        return domain::DataGap{.from = d.time(),
                               .to = d.time(),
                               .cause = d.text(),
                               .symbol = d.symbol(),
                               .shares = d.number()};
    });
    day.recordedFrom = dice.time();
    day.recordedUntil = dice.time();
    return day;
}
}  // namespace test
