#pragma once

#include "core/domain/log_entry.h"

#include <QString>

#include <cstdint>

namespace core::domain
{
/// What a note sounds like; each kind can be muted.
enum class NoteSound : std::uint8_t
{
    None,
    BuyFill,
    SellFill,
    Stop,
    Reject,
    Disconnect,
    Guard,
};
inline constexpr int kNoteSounds = 7;

/// A message for the desktop: the tray shows it, the loudspeaker says that there is one. Plain
/// text.
struct DeskNote
{
    bool shows = true;  ///< False: only the sound.
    QString title{};
    QString text{};
    NoteSound sound = NoteSound::None;
    Severity severity = Severity::Info;

    friend bool operator==(const DeskNote&, const DeskNote&) = default;
};
}  // namespace core::domain
