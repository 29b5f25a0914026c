#pragma once

#include <QString>

class QLabel;
class QWidget;

/// Text from outside (names, the broker's words) is shown as it came, never as rich text (S-11).
namespace ui
{
[[nodiscard]] QLabel* plainLabel(const QString& text, QWidget* parent);
/// The text of a tool tip: Qt guesses there, so what it would take for rich text is escaped.
[[nodiscard]] QString plainToolTip(const QString& text);
}  // namespace ui
