#include "core/notify/outgoing.h"

namespace core::notify
{
namespace
{
std::deque<Part> partsOf(const Document& document, const QByteArray& picture)
{
    const qsizetype firstMax = picture.isEmpty() ? kTextUnitsMax : kCaptionUnitsMax;
    std::deque<Part> parts;
    for (const TextPart& text : textParts(document, firstMax)) {
        parts.push_back({.text = text});
    }
    if (!parts.empty()) {
        parts.front().picture = picture;
    }
    return parts;
}

QByteArray pictureOf(const Message& message, const RenderOptions& options)
{
    const auto* const day = std::get_if<DaySummary>(&message.content);
    const bool tells = day != nullptr && (options.amounts || !day->chartTellsAmounts);
    return tells && day->chart.size() <= kPictureBytesMax ? day->chart : QByteArray{};
}
}  // namespace

Outgoing outgoing(const Message& message, const RenderOptions& options)
{
    return {.parts = partsOf(render(message, options), pictureOf(message, options)),
            .standing = standingOf(message)};
}

Outgoing outgoing(const Reply& reply, const RenderOptions& options,
                  std::optional<std::chrono::seconds> keeps)
{
    return {.parts = partsOf(render(reply, options), {}),
            .standing = {.severity = domain::Severity::Notice, .keeps = keeps}};
}
}  // namespace core::notify
