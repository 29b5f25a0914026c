#include "core/screen/screener.h"

#include "core/screen/exclusion.h"
#include "core/screen/score.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace core::screen
{
using domain::ScreenReason;
using domain::ScreenResult;
using domain::ScreenRow;
using domain::Symbol;

namespace
{
constexpr std::uint8_t code(ScreenReason reason)
{
    return static_cast<std::uint8_t>(reason);
}
constexpr std::uint64_t kEligibleBit = std::uint64_t{1} << 32U;
}  // namespace

Screener::Screener(ScreenOptions options) : m_options{options} {}

void Screener::setInstruments(domain::InstrumentsPtr instruments)
{
    m_verdicts.clear();
    if (instruments != nullptr) {
        m_verdicts.reserve(instruments->bySymbol.size());
        for (const auto& [symbol, issue] : instruments->bySymbol) {
            const std::optional<ScreenReason> reason = masterExclusion(issue, instruments->date);
            m_verdicts.push_back({.symbol = symbol,
                                  .steps = issue.steps(),
                                  .reason = reason ? code(*reason) : kNone});
        }
    }
    const std::vector<Symbol> pool = std::exchange(m_pool, {});
    setPool(pool);
}

const Screener::Verdict* Screener::verdict(const Symbol& symbol) const
{
    const auto at = std::lower_bound(
        m_verdicts.begin(), m_verdicts.end(), symbol,
        [](const Verdict& entry, const Symbol& wanted) { return entry.symbol < wanted; });
    return at != m_verdicts.end() && at->symbol == symbol ? &*at : nullptr;
}

std::optional<ScreenReason> Screener::masterReason(const Symbol& symbol) const
{
    const Verdict* const known = verdict(symbol);
    if (known == nullptr) {
        return ScreenReason::NotInMaster;
    }
    return known->reason == kNone ? std::nullopt
                                  : std::optional{static_cast<ScreenReason>(known->reason)};
}

void Screener::setPool(std::span<const Symbol> symbols)
{
    m_pool.assign(symbols.begin(), symbols.end());
    m_poolVerdicts.clear();
    for (const Symbol& symbol : m_pool) {
        const Verdict* const known = verdict(symbol);
        m_poolVerdicts.push_back(known != nullptr
                                     ? *known
                                     : Verdict{.symbol = symbol,
                                               .steps = domain::StepTable::Share,
                                               .reason = code(ScreenReason::NotInMaster)});
    }
}

/// The first reason of master file and day together, in enum order.
std::uint8_t Screener::reasonFor(std::size_t index, const ScreenInput& input) const
{
    std::uint8_t reason = m_poolVerdicts[index].reason;
    const auto consider = [&reason](bool applies, ScreenReason candidate) {
        reason = applies ? std::min(reason, code(candidate)) : reason;
    };
    consider(input.halted, ScreenReason::Halted);
    consider(input.liquidation, ScreenReason::Liquidation);
    consider(input.administrative, ScreenReason::Administrative);
    consider(input.warned, ScreenReason::Warning);
    consider(input.overheated, ScreenReason::Overheated);
    // An unknown price is neither low nor traded: the second reason names it.
    consider(input.last.won() > 0 && input.last < m_options.minPrice, ScreenReason::PriceTooLow);
    consider(!input.tradedToday || input.last.won() <= 0, ScreenReason::NoTradeToday);
    return reason;
}

ScreenResult Screener::screen(domain::Timestamp now, std::span<const ScreenInput> inputs,
                              int subscribed)
{
    Q_ASSERT(inputs.size() == m_pool.size());
    ScreenResult result;
    result.at = now;
    result.funnel.pool = static_cast<int>(m_pool.size());
    result.funnel.subscribed = subscribed;
    m_candidates.clear();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::uint8_t reason = reasonFor(i, inputs[i]);
        if (reason != kNone) {
            ++result.funnel.excluded[reason];
            result.excluded.emplace_back(m_pool[i], static_cast<ScreenReason>(reason));
            continue;
        }
        const AxisPoints points = axisPoints(inputs[i], m_poolVerdicts[i].steps);
        const bool eligible = isEligible(points);
        result.funnel.eligible += eligible ? 1 : 0;
        m_candidates.push_back(
            {.key = static_cast<std::uint64_t>(scoreOf(points)) | (eligible ? kEligibleBit : 0),
             .tradedValue = inputs[i].accTurnover.value_or(domain::Won{}).value(),
             .index = static_cast<std::uint32_t>(i)});
    }
    result.funnel.scored = static_cast<int>(m_candidates.size());
    rank(inputs, result);
    return result;
}

void Screener::rank(std::span<const ScreenInput> inputs, ScreenResult& result)
{
    const std::size_t kept = std::min(m_options.topN, m_candidates.size());
    const auto better = [this](const Candidate& a, const Candidate& b) {
        if (a.key != b.key) {
            return a.key > b.key;
        }
        if (a.tradedValue != b.tradedValue) {
            return a.tradedValue > b.tradedValue;
        }
        return m_pool[a.index] < m_pool[b.index];
    };
    const auto end = m_candidates.begin() + static_cast<std::ptrdiff_t>(kept);
    std::partial_sort(m_candidates.begin(), end, m_candidates.end(), better);
    result.rows.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i) {
        result.rows.push_back(
            row(m_candidates[i], inputs[m_candidates[i].index], static_cast<int>(i) + 1));
    }
    m_previous.clear();
    for (const ScreenRow& shown : result.rows) {
        m_previous.push_back(shown.symbol);
    }
}

ScreenRow Screener::row(const Candidate& candidate, const ScreenInput& input, int rank) const
{
    ScreenRow shown;
    shown.rank = rank;
    shown.symbol = m_pool[candidate.index];
    shown.previousRank = previousRank(shown.symbol);
    shown.score = static_cast<int>(candidate.key & ~kEligibleBit);
    shown.axes = axisScores(input, m_poolVerdicts[candidate.index].steps);
    shown.tradedValue = domain::Won{candidate.tradedValue};
    shown.eligible = (candidate.key & kEligibleBit) != 0;
    shown.whyNot = whyNot(shown.axes);
    return shown;
}

std::optional<int> Screener::previousRank(const Symbol& symbol) const
{
    const auto at = std::find(m_previous.begin(), m_previous.end(), symbol);
    return at == m_previous.end() ? std::nullopt
                                  : std::optional{static_cast<int>(at - m_previous.begin()) + 1};
}
}  // namespace core::screen
