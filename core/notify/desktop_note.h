#pragma once

#include "core/notify/render.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace core::notify
{
/// What a message sounds like at the desk; the window has the sounds and mutes each kind.
enum class Sound : std::uint8_t
{
    None,
    BuyFill,
    SellFill,
    Stop,
    Reject,
    Disconnect,
    Guard,
};

/// A message as the desktop shows it. `shows` false: only the sound.
struct DesktopNote
{
    bool shows = true;
    QString title{};
    QString text{};  ///< Lines joined by '\n'; plain, never markup.
    Sound sound = Sound::None;
    domain::Severity severity = domain::Severity::Info;

    friend bool operator==(const DesktopNote&, const DesktopNote&) = default;
};

[[nodiscard]] Sound soundOf(const Message& message);
/// Sums of money are told here whatever `options.amounts` says: the window beside it shows them.
[[nodiscard]] DesktopNote desktopNote(const Message& message, const RenderOptions& options);
}  // namespace core::notify
