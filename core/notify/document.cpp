#include "core/notify/document.h"

#include "core/base/log.h"

#include <QStringList>

namespace core::notify
{
namespace
{
/// Controls, line and paragraph separators, and what makes text run the other way.
bool breaksALine(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029
           || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E)
           || (point >= 0x2066 && point <= 0x2069) || point == 0x061C || point == 0xFEFF;
}
}  // namespace

QString fieldText(const QString& text, qsizetype unitsMax)
{
    constexpr QChar kEllipsis{0x2026};
    // Before anything is cut off: half a secret would not be recognised.
    const QString shown = base::redact(text);
    QString field;
    for (const char32_t point : shown.toUcs4()) {
        const auto character = QChar::fromUcs4(breaksALine(point) ? U' ' : point);
        const QStringView units{character};
        if (field.size() + units.size() > unitsMax) {
            field.chop(!field.isEmpty() && field.back().isLowSurrogate() ? 2 : 1);
            field += kEllipsis;
            break;
        }
        field += units;
    }
    return field;
}

QString plainText(const TextLine& line)
{
    QString text;
    for (const Piece& piece : line) {
        text += piece.text;
    }
    return text;
}

QString plainText(const Document& document)
{
    QStringList lines;
    for (const TextLine& line : document.lines) {
        lines.append(plainText(line));
    }
    return lines.join(u'\n');
}
}  // namespace core::notify
