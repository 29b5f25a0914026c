#pragma once

#include "core/base/wide.h"
#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core::rules
{
/// One trade as the wave scalper samples it.
struct WaveSample
{
    domain::Timestamp at{};
    domain::Price price;
    domain::Quantity quantity;

    friend bool operator==(const WaveSample&, const WaveSample&) = default;
};

/// Shares of the ten newest samples and of all before them: what a volume spike is judged by.
struct WaveVolume
{
    std::size_t samples = 0;
    base::Int128 newest = 0;
    base::Int128 earlier = 0;

    friend bool operator==(const WaveVolume&, const WaveVolume&) = default;
};

/// The trades of one symbol in the 240 s up to its newest, oldest first, with their volume kept as
/// they come: a busy symbol has thousands, and each trade is judged.
class WaveSeries final
{
public:
    /// A regular trade, none older than the one before. What it makes 240 s old goes.
    void add(const WaveSample& sample);

    [[nodiscard]] std::span<const WaveSample> samples() const noexcept
    {
        return std::span{m_samples}.subspan(m_from);
    }
    [[nodiscard]] const WaveVolume& volume() const noexcept { return m_volume; }

private:
    std::vector<WaveSample> m_samples;
    std::size_t m_from = 0;  ///< Those before it are too old and wait to be moved over.
    WaveVolume m_volume;
};

/// The part of `samples`, oldest first, that is younger than 240 s at `now`.
[[nodiscard]] std::span<const WaveSample> recentSamples(std::span<const WaveSample> samples,
                                                        domain::Timestamp now);
}  // namespace core::rules
