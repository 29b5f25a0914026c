#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/price_steps.h"
#include "core/domain/screen_result.h"
#include "core/screen/screen_input.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core::screen
{
struct ScreenOptions
{
    std::size_t topN = 30;
    domain::Price minPrice = domain::Price::fromWon(1'000);
};

/// The screener of trading rules section 2: a pool and its inputs in, ranked rows, funnel and
/// reasons out.
///
/// `setInstruments` judges every issue of the day once, `setPool` joins the pool to those
/// verdicts, and `screen` only scores: nothing is looked up by symbol while screening.
/// Thread: logic; pure besides the ranks it remembers.
class Screener final
{
public:
    explicit Screener(ScreenOptions options = {});

    /// Judges the master file: flags first, name words as the last net.
    void setInstruments(domain::InstrumentsPtr instruments);
    /// The first reason of the master file to leave `symbol` out; empty = none.
    [[nodiscard]] std::optional<domain::ScreenReason>
    masterReason(const domain::Symbol& symbol) const;

    /// The symbols to screen, without duplicates. `screen` takes inputs in `pool()` order.
    void setPool(std::span<const domain::Symbol> symbols);
    [[nodiscard]] std::span<const domain::Symbol> pool() const noexcept { return m_pool; }

    /// One screening. `inputs[i]` belongs to `pool()[i]`; `subscribed` is passed on to the funnel.
    [[nodiscard]] domain::ScreenResult screen(domain::Timestamp now,
                                              std::span<const ScreenInput> inputs, int subscribed);

private:
    struct Verdict
    {
        domain::Symbol symbol;
        domain::StepTable steps = domain::StepTable::Share;
        std::uint8_t reason = 0;  ///< ScreenReason; kNone = none.
    };
    struct Candidate
    {
        std::uint64_t key = 0;  ///< Eligible, then score: larger is better.
        std::int64_t tradedValue = 0;
        std::uint32_t index = 0;  ///< In the pool.
    };

    static constexpr std::uint8_t kNone = 0xFFU;

    [[nodiscard]] const Verdict* verdict(const domain::Symbol& symbol) const;
    [[nodiscard]] std::uint8_t reasonFor(std::size_t index, const ScreenInput& input) const;
    void rank(std::span<const ScreenInput> inputs, domain::ScreenResult& result);
    [[nodiscard]] domain::ScreenRow row(const Candidate& candidate, const ScreenInput& input,
                                        int rank) const;
    [[nodiscard]] std::optional<int> previousRank(const domain::Symbol& symbol) const;

    ScreenOptions m_options;
    std::vector<Verdict> m_verdicts;  ///< Sorted by symbol.
    std::vector<domain::Symbol> m_pool;
    std::vector<Verdict> m_poolVerdicts;     ///< Same order as `m_pool`.
    std::vector<Candidate> m_candidates;     ///< Reused by every screening.
    std::vector<domain::Symbol> m_previous;  ///< Last rows, in rank order.
};
}  // namespace core::screen
