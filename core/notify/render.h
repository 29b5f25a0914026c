#pragma once

#include "core/notify/document.h"
#include "core/notify/message.h"
#include "core/notify/reply.h"
#include "core/notify/words.h"

namespace core::notify
{
struct RenderOptions
{
    Language language = Language::Korean;
    /// Without: no quantity and no sum of money is told, only prices and shares of a whole.
    bool amounts = true;
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;

    friend bool operator==(const RenderOptions&, const RenderOptions&) = default;
};

/// The message in words, the environment in front of its headline and the time of the event (KST)
/// at its end. Every field from outside has been through `fieldText`. Pure; any thread.
[[nodiscard]] Document render(const Message& message, const RenderOptions& options);
[[nodiscard]] Document render(const Reply& reply, const RenderOptions& options);
}  // namespace core::notify
