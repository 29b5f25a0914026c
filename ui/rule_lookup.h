#pragma once

#include "core/domain/desk_snapshot.h"

/// Finds what a snapshot says of one symbol. Pure; a snapshot may lack any part.
namespace ui
{
[[nodiscard]] const core::domain::RuledPosition* ruledOf(const core::domain::DeskSnapshot& desk,
                                                         const core::domain::Symbol& symbol);
[[nodiscard]] const core::domain::Position* positionOf(const core::domain::DeskSnapshot& desk,
                                                       const core::domain::Symbol& symbol);
[[nodiscard]] const core::domain::SymbolView* liveOf(const core::domain::DeskSnapshot& desk,
                                                     const core::domain::Symbol& symbol);
/// Name of the issue, also of one that has left every list; its code where no name is known.
[[nodiscard]] QString issueName(const core::domain::DeskSnapshot& desk,
                                const core::domain::Symbol& symbol);
[[nodiscard]] core::domain::AutoState masterOf(const core::domain::DeskSnapshot& desk);
/// The symbol's own state, without the master switch.
[[nodiscard]] core::domain::AutoState ownAutoState(const core::domain::DeskSnapshot& desk,
                                                   const core::domain::Symbol& symbol);
/// "On", or "On (Exits only)" where the master allows less.
[[nodiscard]] QString autoText(core::domain::AutoState own, core::domain::AutoState master);
/// Shares are held, whoever bought them.
[[nodiscard]] bool isHeld(const core::domain::DeskSnapshot& desk,
                          const core::domain::Symbol& symbol);
/// Why the pattern of `symbol` became void: the code word of the newest such decision.
[[nodiscard]] QLatin1String voidReason(const core::domain::RulesView& rules,
                                       const core::domain::Symbol& symbol);
}  // namespace ui
