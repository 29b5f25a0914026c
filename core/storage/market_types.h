#pragma once

#include "core/domain/day_record.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace core::storage
{
/// One line of the decisions index: what was decided and where its whole record is to be looked
/// for (the journal, by run and number).
struct DecisionEntry
{
    std::uint64_t number = 0;  ///< `domain::Decision::number`, of its run.
    domain::Timestamp at{};
    domain::DecisionKind kind = domain::DecisionKind::Entry;
    domain::Verdict verdict = domain::Verdict::Note;
    domain::Symbol symbol{};  ///< Empty: the whole account.
    QString rule{};
    QStringList failing{};  ///< Ids of the conditions that said no, in the rule's order.
    domain::Price price{};  ///< 0 = none.
    domain::Quantity quantity{};
    domain::ClientOrderId order{};  ///< Empty = no order left.

    friend bool operator==(const DecisionEntry&, const DecisionEntry&) = default;
};
[[nodiscard]] DecisionEntry entryOf(const domain::Decision& decision);

/// What is written in one transaction; what is empty is not touched.
///
/// Rows that are there are replaced by those of the same key, so a batch may be written again, as
/// after a restart, and nothing changes. Of two rows of one key in a batch the later one counts.
struct MarketBatch
{
    domain::TradingDate date{};  ///< Of everything but the bars, which have their own.
    std::vector<domain::StoredBar> bars{};
    std::vector<domain::MinuteMetrics> minutes{};
    std::vector<domain::TradeRecord> trades{};  ///< Of this date.
    std::int64_t run = 0;  ///< Of the decisions: a number of its own for each start of the program.
    std::vector<DecisionEntry> decisions{};
    /// Figures and lists of the day; the lists replace what is there. Its `trades` and `minutes`
    /// are not looked at: they are written once, by the members above.
    std::optional<domain::DayRecord> day{};
};
/// A batch that makes the store hold exactly `record`, unless it holds more trades or minutes.
[[nodiscard]] MarketBatch wholeDay(const domain::DayRecord& record);

/// A day in a list of days.
struct DayHeadline
{
    domain::TradingDate date{};
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    std::optional<domain::Won> startEquity{};
    std::optional<domain::Won> endEquity{};
    domain::Won costs{};
    int trades = 0;
    int wins = 0;  ///< With a net result above zero.
    domain::Won net{};
    int violations = 0;

    friend bool operator==(const DayHeadline&, const DayHeadline&) = default;
};
}  // namespace core::storage
