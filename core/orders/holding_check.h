#pragma once

#include "core/domain/broker_reply.h"
#include "core/orders/books.h"

#include <map>
#include <vector>

namespace core::orders
{
/// Compares the broker's holdings with the books (fault row L01).
///
/// The broker's balance lags behind fills by seconds to minutes, and now and then shows nothing at
/// all (B08). So a difference counts only when three complete readings in a row show it and the
/// last fill of the symbol is more than 20 s old. Quantities are never adjusted by themselves: our
/// own symbols wait for a person; what this program never traded is taken over as External.
/// Thread: logic; pure.
class HoldingCheck final
{
public:
    static constexpr int kReadingsMin = 3;
    static constexpr std::chrono::seconds kSettledAfter{20};

    struct Difference
    {
        domain::Symbol symbol;
        domain::Quantity ours;
        domain::Quantity brokers;

        friend bool operator==(const Difference&, const Difference&) = default;
    };

    /// One complete reading. Returns what is to be taken over as External now.
    [[nodiscard]] std::vector<HoldingFact> on(const domain::BalanceReply& balance,
                                              const Books& books, domain::Timestamp now);

    /// Differences that have stood long enough, by symbol.
    [[nodiscard]] const std::map<domain::Symbol, Difference>& standing() const noexcept
    {
        return m_standing;
    }
    /// A first complete reading has been compared.
    [[nodiscard]] bool hasRead() const noexcept { return m_hasRead; }
    /// A difference is being watched or stands: readings should come faster.
    [[nodiscard]] bool isWatching() const noexcept { return !m_seen.empty(); }
    /// The broker's row of a symbol in the newest complete reading.
    [[nodiscard]] const domain::Holding* row(const domain::Symbol& symbol) const;
    [[nodiscard]] domain::Timestamp readAt() const noexcept { return m_newest.askedAt; }
    [[nodiscard]] const domain::BalanceReply& newest() const noexcept { return m_newest; }

private:
    [[nodiscard]] bool isFirst() const noexcept { return !m_hasRead; }

    std::map<domain::Symbol, int> m_seen;
    std::map<domain::Symbol, Difference> m_standing;
    domain::BalanceReply m_newest;
    bool m_hasRead = false;
};
}  // namespace core::orders
