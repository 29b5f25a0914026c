#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <cstdint>

namespace core::base
{
/// One message of this process.
struct LogLine
{
    std::uint64_t number = 0;  ///< 1, 2, 3, without holes.
    Timestamp time{};
    QtMsgType type = QtInfoMsg;
    QString category;
    QString text;  ///< Redacted by what was hidden when it came; may hold newlines.
};

/// "debug", "info", "warning", "critical", "fatal".
[[nodiscard]] const char* severityWord(QtMsgType type) noexcept;

/// `text` on one line: newlines, other control characters and what turns the direction of writing
/// are written as \n, \r, \t, \uXXXX, a backslash as two. A message can thus never pass for another
/// line, nor a terminal take it for an order.
[[nodiscard]] QString onOneLine(const QString& text);

/// "2026-11-24T00:31:07.004Z warning kis.feed: text\n": redacted by what is hidden now, on one
/// line, UTF-8.
[[nodiscard]] QByteArray lineBytes(const LogLine& line);

/// What equal messages have in common: the text without its numbers, at most 120 characters. The
/// number behind the word "code" stays: it says what the message is, not how much.
[[nodiscard]] QString shapeOf(const QString& text);
}  // namespace core::base
