#pragma once

#include "core/domain/bar.h"
#include "core/domain/decision.h"
#include "core/domain/environment_kind.h"
#include "core/domain/rule_view.h"
#include "core/domain/trading_view.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
// The record of a day (trading rules section 10): what is stored, summed up, shown and sent.

/// One growth of an order's settled fill.
struct TradeFill
{
    Timestamp at{};
    ClientOrderId order{};
    Side side = Side::Buy;
    OrderOrigin origin = OrderOrigin::Hand;
    QString rule{};  ///< "ENTRY", "S1", "HAND"
    Quantity quantity{};
    Won amount{};
    Won fee{};  ///< Commission.
    Won tax{};
    Price deciding{};  ///< The price the order was decided at; 0 = not known.

    friend bool operator==(const TradeFill&, const TradeFill&) = default;
};

/// A position from its first share to its last. Money in won, exact.
struct TradeRecord
{
    TradingDate date{};        ///< It was closed on.
    std::uint32_t number = 0;  ///< Of the day, from 1, in the order of closing.
    Symbol symbol{};
    QString name{};
    PositionOwner owner = PositionOwner::Manual;
    Timestamp openedAt{};
    Timestamp closedAt{};
    QString entryRule{};           ///< Of the first fill; empty = bought before this record began.
    QString exitRule{};            ///< Of the last fill.
    std::vector<TradeFill> fills;  ///< In order, all of them.
    Quantity bought{};
    Quantity sold{};  ///< Equals `bought` but for shares taken over from the broker.
    Won buyAmount{};
    Won sellAmount{};
    Won fees{};
    Won taxes{};
    /// What the position was worth when the day began, if it is older: its cost for that day.
    std::optional<Won> carried{};
    Price highest{};  ///< Highest trade while it was held; 0 = none was seen.
    Price lowest{};
    bool trailed = false;
    std::int64_t trailWidth = 0;  ///< In force at the exit, parts per billion.
    bool added = false;
    bool overridden = false;  ///< A person had a hand in it.
    TradeConditions atEntry;
    TradeConditions atExit;
    QString configHash{};

    [[nodiscard]] Won gross() const noexcept { return sellAmount - buyAmount; }
    /// Over all days it was held.
    [[nodiscard]] Won net() const noexcept { return gross() - fees - taxes; }

    friend bool operator==(const TradeRecord&, const TradeRecord&) = default;
};

/// The account sampled every 10 s, rolled up per minute: `equity` is the minute's last sample.
struct MinuteMetrics
{
    Timestamp minute{};  ///< Its beginning.
    Won equity{};
    Won equityMin{};
    Won equityMax{};
    Won startEquity{};
    Won runningMax{};  ///< Highest equity of the day so far.
    Won drawdown{};    ///< Largest fall from the running maximum within the minute; not negative.
    int trades = 0;    ///< Closed today so far.
    int wins = 0;      ///< Of these with a net result above zero.
    int positions = 0;
    int orders = 0;   ///< Messages today so far.
    int rejects = 0;  ///< By gate and broker, today so far.
    int samples = 0;

    friend bool operator==(const MinuteMetrics&, const MinuteMetrics&) = default;
};

/// One 1-minute bar of a symbol with the shares that are provably missing in it.
struct StoredBar
{
    Symbol symbol{};
    Bar bar{};
    std::int64_t gapShares = 0;

    friend bool operator==(const StoredBar&, const StoredBar&) = default;
};

/// A stretch without data, or without the program.
struct DataGap
{
    Timestamp from{};
    Timestamp to{};
    QString cause{};  ///< Code word: "outage", "feed", "volume"
    Symbol symbol{};  ///< "volume": whose.
    std::int64_t shares = 0;

    friend bool operator==(const DataGap&, const DataGap&) = default;
};

/// Found by the auditor.
struct Violation
{
    Timestamp at{};
    QString kind{};  ///< Code word: "stop", "over_trading", ...
    Symbol symbol{};
    QString detail{};

    friend bool operator==(const Violation&, const Violation&) = default;
};

/// What an intervention was worth.
struct ShadowResult
{
    Intervention what;
    std::optional<Won> shadowPnl{};  ///< The rule's own path; empty = it has none.
    std::optional<Won> handPnl{};    ///< What really happened.

    friend bool operator==(const ShadowResult&, const ShadowResult&) = default;
};

/// A position the day ended with.
struct OpenRecord
{
    Symbol symbol{};
    QString name{};
    PositionOwner owner = PositionOwner::Manual;
    Quantity quantity{};
    Won cost{};  ///< Without fees.
    Won fees{};
    Won value{};  ///< At the last price.
    /// Of a position older than the day: what its shares count with in the day's equity, which is
    /// their value when the day began with the day's purchases and sales taken in, so that
    /// `value - carried + realizedToday` is what it brought today. 0 = bought today: cost and fees.
    Won carried{};
    Won realizedToday{};  ///< Net, of shares sold today.

    friend bool operator==(const OpenRecord&, const OpenRecord&) = default;
};

/// Everything recorded of one day; the summary is computed from nothing else.
struct DayRecord
{
    TradingDate date{};
    EnvironmentKind environment = EnvironmentKind::Sim;
    QString configHash{};
    std::optional<Won> startEquity{};
    std::optional<Won> endEquity{};
    Won costs{};  ///< Commissions and taxes of the day's fills.
    std::vector<TradeRecord> trades;
    std::vector<OpenRecord> open;
    std::vector<MinuteMetrics> minutes;
    std::vector<ShadowResult> interventions;
    std::vector<GuardFired> guard;
    std::vector<Violation> violations;
    std::vector<DataGap> gaps;
    Timestamp recordedFrom{};   ///< First event of the day.
    Timestamp recordedUntil{};  ///< Newest.

    friend bool operator==(const DayRecord&, const DayRecord&) = default;
};
using DayRecordPtr = std::shared_ptr<const DayRecord>;
}  // namespace core::domain
