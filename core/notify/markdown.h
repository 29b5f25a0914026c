#pragma once

#include "core/notify/document.h"

#include <QString>

#include <vector>

namespace core::notify
{
/// Longest text and longest caption the service takes. It counts after reading the marks; we count
/// before, so that a text within is never too long.
inline constexpr qsizetype kTextUnitsMax = 4096;
inline constexpr qsizetype kCaptionUnitsMax = 1024;

/// `text` such that MarkdownV2 reads it as itself, outside code spans. Half surrogates, which no
/// text can carry, become U+FFFD.
/// Source: Telegram Bot API, "MarkdownV2 style": the listed characters, and '\' itself, are
///         preceded by '\'.
[[nodiscard]] QString escaped(const QString& text);
/// The same inside a code span: only '`' and '\' mean something there.
[[nodiscard]] QString escapedCode(const QString& text);

/// A stretch of a document as it is sent: in markup, and the same characters without.
struct TextPart
{
    QString markdown{};
    QString plain{};

    friend bool operator==(const TextPart&, const TextPart&) = default;
};

/// The document in MarkdownV2, in parts of at most `unitsMax` UTF-16 units (the first of at most
/// `firstMax`). It breaks between lines; within a line only if that line alone is longer than a
/// part, and then never inside an escape, a mark or a surrogate pair: each part stands by itself.
[[nodiscard]] std::vector<TextPart> textParts(const Document& document,
                                              qsizetype firstMax = kTextUnitsMax,
                                              qsizetype unitsMax = kTextUnitsMax);
}  // namespace core::notify
