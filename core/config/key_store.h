#pragma once

#include "core/base/result.h"
#include "core/config/secrets.h"

#include <QObject>

#include <functional>

namespace core::config
{
/// The system's key store (Secret Service, KWallet) as a home for credentials, instead of
/// `secrets.json`. One entry an environment, holding the same JSON section as the file.
///
/// Asynchronous: the store may ask the user for a password. `done` runs once, on the caller's
/// thread, never before the call returned; it is dropped if `context` dies first.
/// Errors: NotFound without an entry; Unsupported where the machine has no store; Refused if the
///         user said no. Never logs a value.
/// Thread: one with an event loop.
class KeyStore final
{
public:
    using Loaded = std::function<void(const base::Result<Credentials>&)>;
    using Saved = std::function<void(const base::Status&)>;

    static void load(domain::EnvironmentKind kind, QObject* context, Loaded done);
    static void save(domain::EnvironmentKind kind, const Credentials& credentials, QObject* context,
                     Saved done);
};
}  // namespace core::config
