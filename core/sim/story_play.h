#pragma once

#include "core/sim/listing.h"
#include "core/sim/story.h"

#include <optional>
#include <vector>

namespace core::sim
{
/// Where an issue stands as a slice of its story begins.
struct StoryScene
{
    double log = 0.0;              ///< ln(fair price / reference).
    double average = 0.0;          ///< Of the session so far, won; 0 = nothing traded.
    std::int32_t viReference = 0;  ///< The last single price.
};

/// What the next ten seconds are to do.
struct StorySlice
{
    double from = 0.0;  ///< ln(fair price / reference) at its start and end.
    double to = 0.0;
    double volume = 1.0;  ///< Times the issue's mean of the day.
    int lean = 0;
};

/// Carries an issue's price through the acts of its stories, slice by slice. No noise and no
/// random number: what a story states is what is played.
class StoryPlay final
{
public:
    /// Kept until its minute; one of the same minute replaces it.
    void tell(const Story& story);
    /// A minute begins: a story told for it takes over from a running one.
    void minute(int minute);
    [[nodiscard]] bool isPlaying() const noexcept { return m_act < m_acts.size(); }
    /// A VI began: the running act is over, the next waits for the VI's end.
    void interrupted() noexcept;
    /// A trade of the issue: the high of the running leg, which a rise begins.
    void traded(std::int32_t price) noexcept;
    /// While it plays only.
    [[nodiscard]] StorySlice next(const Listing& listing, const StoryScene& scene);

private:
    [[nodiscard]] domain::Price highOr(domain::Price otherwise) const;
    [[nodiscard]] double target(const Act& act, const Listing& listing,
                                const StoryScene& scene) const;

    std::vector<Story> m_told;  ///< By minute.
    std::vector<Act> m_acts;
    std::size_t m_act = 0;
    int m_slice = 0;  ///< Of the running act.
    double m_from = 0.0;
    double m_to = 0.0;
    std::int32_t m_high = 0;  ///< Highest trade of the leg.
};
}  // namespace core::sim
