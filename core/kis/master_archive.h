#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace core::kis
{
/// Takes the `.mst` member out of a zip in memory.
///
/// Shape:  the first member whose name ends in `.mst`, whatever its name otherwise.
/// Errors: Malformed for no archive; NotFound for one without such a member; OutOfRange for a
///         member beyond 64 MiB, whatever its header claims.
/// Source: KIS stock master files. Thread: any; pure.
[[nodiscard]] base::Result<QByteArray> extractMaster(const QByteArray& zip);
}  // namespace core::kis
