#include "core/screen/pool.h"

#include "core/screen/screener.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace core::screen
{
using domain::Symbol;

namespace
{
/// A list in which every symbol stands once, where it came first.
class Pool
{
public:
    void add(const Symbol& symbol)
    {
        if (!symbol.isEmpty() && m_seen.insert(symbol).second) {
            m_symbols.push_back(symbol);
        }
    }
    void add(std::span<const Symbol> symbols)
    {
        for (const Symbol& symbol : symbols) {
            add(symbol);
        }
    }
    [[nodiscard]] std::vector<Symbol> take() { return std::move(m_symbols); }

private:
    std::unordered_set<Symbol> m_seen;
    std::vector<Symbol> m_symbols;
};
}  // namespace

std::vector<Symbol> rankedPool(std::span<const domain::RankingReply> rankings,
                               std::span<const Symbol> held, std::span<const Symbol> watchList)
{
    Pool pool;
    for (const domain::RankingReply& ranking : rankings) {
        const std::span<const Symbol> rows{ranking.symbols};
        pool.add(rows.first(std::min(rows.size(), kRankingRowsMax)));
    }
    pool.add(held);
    pool.add(watchList);
    return pool.take();
}

std::vector<Symbol> masterPool(const domain::InstrumentTable& instruments, const Screener& screener,
                               std::span<const Symbol> universe, std::span<const Symbol> held,
                               std::span<const Symbol> watchList)
{
    Pool pool;
    pool.add(universe);
    if (universe.empty()) {
        std::vector<std::pair<domain::Won, Symbol>> ranked;
        for (const auto& [symbol, issue] : instruments.bySymbol) {
            const std::optional<domain::Won> value = issue.previousTradedValue();
            if (value && !screener.masterReason(symbol)) {
                ranked.emplace_back(*value, symbol);
            }
        }
        const std::size_t kept = std::min(kMasterPoolSize, ranked.size());
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                          ranked.end(), [](const auto& a, const auto& b) {
                              return a.first != b.first ? a.first > b.first : a.second < b.second;
                          });
        for (std::size_t i = 0; i < kept; ++i) {
            pool.add(ranked[i].second);
        }
    }
    pool.add(held);
    pool.add(watchList);
    return pool.take();
}
}  // namespace core::screen
