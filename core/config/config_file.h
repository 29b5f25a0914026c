#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace core::config
{
/// The configuration with every key at its default and `env` as given.
[[nodiscard]] Config defaultConfig(domain::EnvironmentKind env = domain::EnvironmentKind::Demo);

/// Reads a configuration from JSON text; keys that are not there keep their defaults.
///
/// Shape:  {"env":"demo","exit":{"stop_pct":2.0,...},...}. Percentages are numbers or decimal
///         text with at most seven decimals; the characters are read, never a double.
/// Errors: names `fileName`, the key, the value and what is allowed. An unknown key or section,
///         a key given twice, a wrong type and a value out of range are errors; nothing of a
///         broken file is used.
/// Thread: any; pure.
[[nodiscard]] base::Result<Config> parseConfig(const QByteArray& json, const QString& fileName);

/// `base` with the values of JSON text over it: the same shape, checks and errors, but `env` is
/// no value of it.
[[nodiscard]] base::Result<Config> overlayConfig(const Config& base, const QByteArray& json,
                                                 const QString& name);

/// `parseConfig` of a file. A missing file is NotFound: the caller decides whether that is normal.
[[nodiscard]] base::Result<Config> loadConfig(const QString& fileName);

/// Sets one key as the command line does (`--set exit.stop_pct=1.5`). Same checks and errors.
[[nodiscard]] base::Result<Config> withValue(const Config& config, const QString& path,
                                             const QString& value);

/// Combinations that single ranges cannot see, e.g. exit.width_min_pct above width_max_pct.
[[nodiscard]] base::Status crossCheck(const Config& config);

/// Every key with its canonical text, in file order: what the hash covers and settings show.
[[nodiscard]] QList<QPair<QString, QString>> effectiveValues(const Config& config);

/// SHA-256 over `effectiveValues`, 64 hex digits. Language, theme and font do not change what a
/// rule does, so the section `ui` is not in it.
[[nodiscard]] QString configHash(const Config& config);

[[nodiscard]] QString environmentName(domain::EnvironmentKind kind);
[[nodiscard]] base::Result<domain::EnvironmentKind> parseEnvironment(const QString& name);
}  // namespace core::config
