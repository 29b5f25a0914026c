#include "core/notify/markdown.h"

#include <QStringView>

namespace core::notify
{
namespace
{
constexpr QStringView kSpecial{u"_*[]()~`>#+-=|{}.!\\"};
constexpr QStringView kSpecialInCode{u"`\\"};
constexpr char32_t kReplacement = 0xFFFD;

/// The next whole character of `text` at `at`; half surrogates are replaced.
char32_t nextPoint(QStringView text, qsizetype& at)
{
    const QChar unit = text.at(at++);
    if (!unit.isSurrogate()) {
        return unit.unicode();
    }
    if (unit.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate()) {
        return QChar::surrogateToUcs4(unit, text.at(at++));
    }
    return kReplacement;
}

QString escapedPoint(char32_t point, QStringView special)
{
    QString out;
    if (point < 0x80 && special.contains(QChar{static_cast<char16_t>(point)})) {
        out += u'\\';
    }
    out += QStringView{QChar::fromUcs4(point)};
    return out;
}

QString escapedBy(const QString& text, QStringView special)
{
    QString out;
    out.reserve(text.size() + text.size() / 4);
    for (qsizetype at = 0; at < text.size();) {
        out += escapedPoint(nextPoint(text, at), special);
    }
    return out;
}

QStringView markOf(Mark mark)
{
    switch (mark) {
    case Mark::Plain:
        return {};
    case Mark::Bold:
        return u"*";
    case Mark::Code:
        return u"`";
    }
    return {};
}

QStringView specialOf(Mark mark)
{
    return mark == Mark::Code ? kSpecialInCode : kSpecial;
}

/// Writes a document character by character and begins a new part where one is full.
class Writer final
{
public:
    Writer(qsizetype firstMax, qsizetype unitsMax) : m_max{firstMax}, m_nextMax{unitsMax} {}

    void line(const TextLine& line)
    {
        const TextPart whole = rendered(line);
        if (m_open && m_part.markdown.size() + 1 + whole.markdown.size() > m_max) {
            finishPart();
        }
        if (m_open) {
            m_part.markdown += u'\n';
            m_part.plain += u'\n';
        }
        if (whole.markdown.size() <= m_max) {
            m_part.markdown += whole.markdown;
            m_part.plain += whole.plain;
        } else {
            longLine(line);
        }
        m_open = true;
    }
    [[nodiscard]] std::vector<TextPart> parts()
    {
        finishPart();
        return m_parts;
    }

private:
    void finishPart()
    {
        // The service refuses an empty text.
        if (!QStringView{m_part.plain}.trimmed().isEmpty()) {
            m_parts.push_back(m_part);
        }
        m_part = {};
        m_open = false;
        m_max = m_nextMax;
    }
    [[nodiscard]] static TextPart rendered(const TextLine& line)
    {
        TextPart out;
        for (const Piece& piece : line) {
            if (!piece.text.isEmpty()) {
                const QStringView sign = markOf(piece.mark);
                out.markdown += sign;
                out.markdown += escapedBy(piece.text, specialOf(piece.mark));
                out.markdown += sign;
                out.plain += escapedBy(piece.text, {});
            }
        }
        return out;
    }
    void longLine(const TextLine& line)
    {
        for (const Piece& piece : line) {
            const QStringView sign = markOf(piece.mark);
            bool marked = false;
            for (qsizetype at = 0; at < piece.text.size();) {
                const char32_t point = nextPoint(piece.text, at);
                const QString one = escapedPoint(point, specialOf(piece.mark));
                const qsizetype signs = marked ? sign.size() : 2 * sign.size();
                if (m_part.markdown.size() + one.size() + signs > m_max) {
                    m_part.markdown += marked ? sign : QStringView{};
                    marked = false;
                    finishPart();
                }
                m_part.markdown += marked ? QStringView{} : sign;
                marked = true;
                m_part.markdown += one;
                m_part.plain += QStringView{QChar::fromUcs4(point)};
            }
            m_part.markdown += marked ? sign : QStringView{};
        }
    }

    qsizetype m_max;
    qsizetype m_nextMax;
    TextPart m_part;
    bool m_open = false;  ///< The part has a line.
    std::vector<TextPart> m_parts;
};
}  // namespace

QString escaped(const QString& text)
{
    return escapedBy(text, kSpecial);
}

QString escapedCode(const QString& text)
{
    return escapedBy(text, kSpecialInCode);
}

std::vector<TextPart> textParts(const Document& document, qsizetype firstMax, qsizetype unitsMax)
{
    Writer writer{firstMax, unitsMax};
    for (const TextLine& line : document.lines) {
        writer.line(line);
    }
    return writer.parts();
}
}  // namespace core::notify
