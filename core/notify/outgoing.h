#pragma once

#include "core/notify/markdown.h"
#include "core/notify/message.h"
#include "core/notify/render.h"

#include <QByteArray>

#include <deque>

namespace core::notify
{
/// One request's worth of a message: a text, or a picture with a caption.
struct Part
{
    TextPart text{};
    QByteArray picture{};  ///< PNG; empty = a text.

    friend bool operator==(const Part&, const Part&) = default;
};

/// A message written out and waiting to be sent, part after part.
struct Outgoing
{
    std::deque<Part> parts{};
    Standing standing{};

    friend bool operator==(const Outgoing&, const Outgoing&) = default;
};

/// Pictures beyond this are left out; the service refuses them.
inline constexpr qsizetype kPictureBytesMax = 10'000'000;

[[nodiscard]] Outgoing outgoing(const Message& message, const RenderOptions& options);
/// What is said back to a command is worth sending only for `keeps`.
[[nodiscard]] Outgoing outgoing(const Reply& reply, const RenderOptions& options,
                                std::optional<std::chrono::seconds> keeps);
}  // namespace core::notify
