#pragma once

#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace core::notify
{
enum class Mark : std::uint8_t
{
    Plain,
    Bold,
    Code,
};

/// A stretch of text as it is meant: nothing in it is ever read as markup.
struct Piece
{
    QString text{};
    Mark mark = Mark::Plain;

    friend bool operator==(const Piece&, const Piece&) = default;
};

using TextLine = std::vector<Piece>;

/// A message before it is written in somebody's markup; the first line is its headline.
struct Document
{
    std::vector<TextLine> lines;

    friend bool operator==(const Document&, const Document&) = default;
};

/// What may come from outside (a name, the broker's words) as it may stand in a line: without what
/// breaks lines or turns the direction of writing, without half characters, and with everything
/// hidden from the log hidden here too. At most `unitsMax` UTF-16 units.
[[nodiscard]] QString fieldText(const QString& text, qsizetype unitsMax = 400);

/// Without marks, lines joined by '\n'.
[[nodiscard]] QString plainText(const Document& document);
[[nodiscard]] QString plainText(const TextLine& line);
}  // namespace core::notify
