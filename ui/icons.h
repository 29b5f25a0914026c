#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace ui
{
/// An icon of resources/icons by its role ("pin", "follow"), drawn with `colour` for its lines.
/// A role that does not exist is our own bug.
[[nodiscard]] QIcon roleIcon(const QString& role, const QColor& colour);
[[nodiscard]] QPixmap rolePixmap(const QString& role, const QColor& colour, int side, qreal ratio);
}  // namespace ui
