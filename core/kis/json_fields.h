#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"

#include <QJsonObject>
#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core::kis
{
// Reading of the broker's JSON: the case of keys is not stable, a block is an object one day and
// an array of one the next, leaves are text. What is absent or unreadable is nullopt, never 0.

/// The member whatever its case; undefined if there is none.
[[nodiscard]] QJsonValue member(const QJsonObject& object, QLatin1String name);
/// Trimmed text of a text or number; empty if there is none.
[[nodiscard]] QString textOf(const QJsonObject& object, QLatin1String name);
[[nodiscard]] std::optional<std::int64_t> wholeOf(const QJsonObject& object, QLatin1String name);
/// 0 for an absent, unreadable, negative or impossible price: "not given".
[[nodiscard]] domain::Price priceOf(const QJsonObject& object, QLatin1String name);
/// A time of day as "HHMMSS".
[[nodiscard]] std::optional<domain::TimeOfDay> timeOf(const QJsonObject& object,
                                                      QLatin1String name);
/// The rows of a block: an array's objects, or the one object.
[[nodiscard]] std::vector<QJsonObject> rowsOf(const QJsonObject& object, QLatin1String name);
}  // namespace core::kis
