#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <chrono>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace core::screen
{
/// One symbol that may need REST: pool members, held symbols, the selected one, charts.
struct RestCandidate
{
    domain::Symbol symbol;
    domain::Won tradedValue;  ///< Orders the minute-bar calls: best first.
    bool live = false;        ///< Its trade stream is registered and up: no price needed.
    bool warm = false;        ///< Its bars reach back far enough and run up to now.
    bool urgent = false;      ///< Held or selected: its price comes first and more often.
};

struct RestOptions
{
    std::chrono::seconds urgentEvery{5};
    std::chrono::seconds priceEvery{60};
    std::chrono::seconds barsEvery{60};
};

/// Calls to make now, most important first.
struct RestCalls
{
    std::vector<domain::Symbol> prices;
    std::vector<domain::Symbol> minuteBars;

    friend bool operator==(const RestCalls&, const RestCalls&) = default;
};

/// Which symbols without a slot get a REST price, and which without bars a minute-bar call,
/// within a budget of calls.
///
/// Order: urgent prices, minute bars (best traded value first, then symbol), other prices (the
/// longest unrefreshed first). A symbol is asked again only after its interval.
/// Thread: logic; pure besides the times it remembers.
class RestPlan final
{
public:
    explicit RestPlan(RestOptions options = {}) : m_options{options} {}

    [[nodiscard]] RestCalls next(std::span<const RestCandidate> candidates, domain::Timestamp now,
                                 std::size_t callsMax);
    /// The minute-bar call of `symbol` failed: ask again at the next chance.
    void barsFailed(const domain::Symbol& symbol);

private:
    struct Asked
    {
        domain::Timestamp price{};
        domain::Timestamp bars{};
    };

    [[nodiscard]] static bool isDue(domain::Timestamp asked, std::chrono::seconds every,
                                    domain::Timestamp now);

    RestOptions m_options;
    std::unordered_map<domain::Symbol, Asked> m_asked;
};
}  // namespace core::screen
