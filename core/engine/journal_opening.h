#pragma once

#include "core/desk/desk_options.h"

#include <QJsonObject>

namespace core::engine
{
/// What determined the desk beside its inputs, for a journal's opening block: with it and the
/// events the day can be executed again. No account, no secret.
[[nodiscard]] QJsonObject journalOpening(const desk::DeskOptions& options, double speed);

/// Tells this desk from others that share a database: a random name kept in `folder`.
[[nodiscard]] QString deskName(const QString& folder);
}  // namespace core::engine
