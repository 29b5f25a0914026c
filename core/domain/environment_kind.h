#pragma once

#include <cstdint>

namespace core::domain
{
/// The four worlds; see `config::Environment` for what belongs to one.
enum class EnvironmentKind : std::uint8_t
{
    Sim,
    Demo,
    Live,
    Replay,
};
}  // namespace core::domain
