#pragma once

#include "core/domain/desk_snapshot.h"
#include "core/notify/reply.h"

/// Answers to `/status` and `/positions`, read off what the window is shown. Pure; any thread.
namespace core::notify
{
[[nodiscard]] StatusAnswer statusOf(const domain::DeskSnapshot& desk);
/// Everything held, in the snapshot's order.
[[nodiscard]] PositionsAnswer positionsOf(const domain::DeskSnapshot& desk);
}  // namespace core::notify
