#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace core::config
{
/// The shipped profiles, `default` first.
[[nodiscard]] QStringList profileNames();

/// What `resources/profiles` holds under `name`, as it was written. Errors: NotFound naming the
/// profile and those that ship.
[[nodiscard]] base::Result<QByteArray> profileText(const QString& name);

/// `base` with the values of a shipped profile: a profile names only what it changes, and never
/// the environment. Errors: as `profileText`; as `overlayConfig`, naming profile and key.
[[nodiscard]] base::Result<Config> withProfile(const Config& base, const QString& name);
}  // namespace core::config
