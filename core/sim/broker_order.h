#pragma once

#include "core/domain/order_notice.h"
#include "core/domain/symbol.h"
#include "core/sim/exchange.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace core::sim
{
/// Where an order's price comes from.
enum class Pricing : std::uint8_t
{
    Limit,
    Market,
    BestOpposite,
    BestOwn,
    Conditional,   ///< A limit that joins the closing auction as a market order.
    ClosingPrice,  ///< Closing-price trading after the close.
};

/// How long an order waits.
enum class Waiting : std::uint8_t
{
    Day,
    Ioc,
    Fok,
};

/// One ORD_DVSN value the simulated exchange knows.
struct Division
{
    std::array<char, 2> code{'0', '0'};
    Pricing pricing = Pricing::Limit;
    Waiting waiting = Waiting::Day;
    bool afterMarket = false;

    [[nodiscard]] std::string_view text() const noexcept { return {code.data(), code.size()}; }
    [[nodiscard]] bool hasPrice() const noexcept
    {
        return pricing == Pricing::Limit || pricing == Pricing::Conditional;
    }
    friend bool operator==(const Division&, const Division&) = default;
};

/// nullopt: no such division, or one that is not for retail trading.
[[nodiscard]] std::optional<Division> divisionOf(std::string_view code);

enum class RowKind : std::uint8_t
{
    New,
    Amend,
    Cancel,
};

/// What a row of the day's order list says; the part that changes.
struct RowFigures
{
    std::int64_t filled = 0;
    std::int64_t filledAmount = 0;
    std::int64_t cancelled = 0;  ///< Cancelled, amended away or expired.
    std::int64_t rejected = 0;
    bool cancelConfirmed = false;

    friend bool operator==(const RowFigures&, const RowFigures&) = default;
};

/// The figures of a row from a moment on; the list can be shown as it was.
struct RowVersion
{
    base::Timestamp at{};
    RowFigures figures;
};

/// One row of the broker's day: a new order, an amend (a new number) or a cancel.
struct BrokerOrder
{
    std::int64_t number = 0;
    std::int64_t original = 0;  ///< 0 = a new order.
    std::int64_t root = 0;      ///< The first number of an amend chain; fees are per chain.
    RowKind kind = RowKind::New;
    StockId stock{};
    domain::Symbol symbol;
    domain::Side side = domain::Side::Buy;
    Division division;
    std::int64_t quantity = 0;
    std::int32_t price = 0;         ///< As asked; 0 = none.
    std::int32_t workingPrice = 0;  ///< Rests at this price; 0 = at any price.
    std::int32_t at = 0;            ///< Milliseconds from midnight, KST.
    bool external = false;          ///< Entered by the owner's other terminal.
    std::int64_t lagMs = 0;         ///< The list shows its changes so much later.
    RowFigures figures;
    std::vector<RowVersion> versions;

    [[nodiscard]] std::int64_t remaining() const noexcept
    {
        return quantity - figures.filled - figures.cancelled - figures.rejected;
    }
    [[nodiscard]] bool isWorking() const noexcept
    {
        return kind != RowKind::Cancel && remaining() > 0;
    }
};

/// Why an order, amend or cancel is refused.
enum class OrderRefusal : std::uint8_t
{
    Data,
    UnknownIssue,
    Division,
    Venue,
    Step,
    Limit,
    Cash,
    SellQuantity,
    BeforeOpen,
    Closed,
    Halted,
    Circuit,
    AuctionType,
    AfterMarketType,
    MarketType,
    SelfTrade,
    NotFound,
    NothingLeft,
    AboveRemainder,
};

/// The words of a refusal on both hosts.
struct RefusalText
{
    const char* realCode;
    const char* realResult;  ///< rt_cd
    const char* realText;
    const char* mockCode;
    const char* mockText;
};
[[nodiscard]] RefusalText refusalText(OrderRefusal refusal);
/// "SelfTrade": for the truth log.
[[nodiscard]] const char* toText(OrderRefusal refusal);
}  // namespace core::sim
