#pragma once

#include "core/notify/document.h"

#include <QString>

#include <optional>

namespace test
{
/// Reads MarkdownV2 back, written after the service's rules and not after our writer: '\' makes an
/// ASCII character an ordinary one, '*' and '`' begin and end, in a code span only '`' and '\' mean
/// anything, and any other reserved character without a '\' is an error. Nothing for text the
/// service would refuse.
inline std::optional<core::notify::TextLine> readMarkdown(const QString& text)
{
    using core::notify::Mark;
    static const QString kReserved = QStringLiteral("_*[]()~`>#+-=|{}.!");
    core::notify::TextLine pieces;
    QString open;
    bool bold = false;
    bool code = false;
    const auto close = [&pieces, &open](Mark mark) {
        if (!open.isEmpty()) {
            pieces.push_back({.text = open, .mark = mark});
        }
        open.clear();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        if (unit == u'\\') {
            // At the very end it escapes nothing.
            if (at + 1 == text.size() || text.at(at + 1).unicode() > 126
                || text.at(at + 1).unicode() == 0) {
                return std::nullopt;
            }
            open += text.at(++at);
        } else if (code) {
            if (unit == u'`') {
                close(Mark::Code);
                code = false;
            } else {
                open += unit;
            }
        } else if (unit == u'`') {
            if (text.mid(at, 3) == u"```") {
                return std::nullopt;  // A block: we never write one.
            }
            close(bold ? Mark::Bold : Mark::Plain);
            code = true;
        } else if (unit == u'*') {
            close(bold ? Mark::Bold : Mark::Plain);
            bold = !bold;
        } else if (kReserved.contains(unit)) {
            return std::nullopt;
        } else {
            open += unit;
        }
    }
    if (bold || code) {
        return std::nullopt;  // "Can't find end of the entity."
    }
    close(Mark::Plain);
    return pieces;
}

/// The characters of a text as the chat shows them.
inline std::optional<QString> shownText(const QString& markdown)
{
    const auto pieces = readMarkdown(markdown);
    return pieces ? std::optional{core::notify::plainText(*pieces)} : std::nullopt;
}
}  // namespace test
