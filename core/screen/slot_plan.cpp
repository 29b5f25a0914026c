#include "core/screen/slot_plan.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace core::screen
{
using domain::FeedKey;
using domain::Stream;
using domain::Symbol;

/// The list under construction: each key once, never longer than allowed.
class SlotPlan::Builder
{
public:
    explicit Builder(std::size_t keysMax) : m_keysMax{keysMax} {}

    void add(const FeedKey& key)
    {
        if (m_keys.size() < m_keysMax && m_seen.insert(key).second) {
            m_keys.push_back(key);
        }
    }
    void add(std::span<const Symbol> symbols, Stream stream)
    {
        for (const Symbol& symbol : symbols) {
            add({stream, symbol});
        }
    }
    [[nodiscard]] bool has(const FeedKey& key) const { return m_seen.contains(key); }
    [[nodiscard]] std::vector<FeedKey> take() { return std::move(m_keys); }

private:
    std::size_t m_keysMax;
    std::unordered_set<FeedKey> m_seen;
    std::vector<FeedKey> m_keys;
};

SlotPlan::SlotPlan(SlotOptions options) : m_options{options} {}

std::vector<FeedKey> SlotPlan::plan(const SlotDemand& demand, domain::Timestamp now)
{
    Builder builder{m_options.registrationsMax};
    if (m_options.notice) {
        builder.add({Stream::Notice, Symbol{}});
    }
    if (!m_options.operationSymbol.isEmpty()) {
        builder.add({Stream::Operation, m_options.operationSymbol});
    }
    builder.add(demand.held, Stream::Trade);
    builder.add(demand.pinned, Stream::Trade);
    builder.add(demand.held, Stream::Quote);
    for (const Symbol& symbol : demand.byHand) {
        builder.add({Stream::Trade, symbol});
        builder.add({Stream::Quote, symbol});
    }
    addYoung(builder, Stream::Trade, now);
    builder.add(demand.ranked, Stream::Trade);
    addYoung(builder, Stream::Quote, now);
    builder.add(demand.pinned, Stream::Quote);
    builder.add(demand.ranked, Stream::Quote);
    std::vector<FeedKey> keys = builder.take();

    std::map<FeedKey, domain::Timestamp> since;
    for (const FeedKey& key : keys) {
        const auto before = m_since.find(key);
        if (before != m_since.end()) {
            since.insert(*before);
        } else if (!isByHandOnly(demand, key)) {
            since.emplace(key, now);
        }
    }
    m_since = std::move(since);
    return keys;
}

bool SlotPlan::isByHandOnly(const SlotDemand& demand, const FeedKey& key)
{
    const auto wants = [&key](const std::vector<Symbol>& symbols) {
        return std::find(symbols.begin(), symbols.end(), key.symbol) != symbols.end();
    };
    const bool byRank =
        key.stream == Stream::Trade && (wants(demand.ranked) || wants(demand.pinned));
    return wants(demand.byHand) && !wants(demand.held) && !byRank;
}

/// Slots younger than the minimum hold, oldest first: they stay even if nobody asks any more. A
/// quote without the trades of its symbol serves nobody: its hold ends with them.
void SlotPlan::addYoung(Builder& builder, Stream stream, domain::Timestamp now) const
{
    std::vector<std::pair<domain::Timestamp, FeedKey>> young;
    for (const auto& [key, since] : m_since) {
        if (key.stream == stream && now - since < m_options.minHold) {
            young.emplace_back(since, key);
        }
    }
    std::sort(young.begin(), young.end());
    for (const auto& [since, key] : young) {
        if (stream == Stream::Trade || builder.has({Stream::Trade, key.symbol})) {
            builder.add(key);
        }
    }
}

void SlotPlan::release(const FeedKey& key)
{
    m_since.erase(key);
}
}  // namespace core::screen
