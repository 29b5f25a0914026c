#include "core/kis/frame.h"

#include <array>

namespace core::kis
{
namespace
{
using domain::Stream;

struct StreamName
{
    QLatin1String id;
    Stream stream;
};

// Inbound names. The K names are those of an older revision of the notice stream.
constexpr std::array kStreamNames{
    StreamName{QLatin1String("H0STCNT0"), Stream::Trade},
    StreamName{QLatin1String("H0STASP0"), Stream::Quote},
    StreamName{QLatin1String("H0STANC0"), Stream::Expected},
    StreamName{QLatin1String("H0STMKO0"), Stream::Operation},
    StreamName{QLatin1String("H0STCNI0"), Stream::Notice},
    StreamName{QLatin1String("H0STCNI9"), Stream::Notice},
    StreamName{QLatin1String("K0STCNI0"), Stream::Notice},
    StreamName{QLatin1String("K0STCNI9"), Stream::Notice},
};

base::Error malformed(const char* what, QStringView frame)
{
    constexpr qsizetype kShown = 24;
    return {base::ErrorCode::Malformed, QStringLiteral("data frame: %1 (begins '%2', %3 units)")
                                            .arg(QLatin1String(what), frame.left(kShown).toString())
                                            .arg(frame.size())};
}
}  // namespace

QString transactionId(Stream stream, HostKind host)
{
    switch (stream) {
    case Stream::Trade:
        return QStringLiteral("H0STCNT0");
    case Stream::Quote:
        return QStringLiteral("H0STASP0");
    case Stream::Expected:
        return QStringLiteral("H0STANC0");
    case Stream::Operation:
        return QStringLiteral("H0STMKO0");
    case Stream::Notice:
        return host == HostKind::Real ? QStringLiteral("H0STCNI0") : QStringLiteral("H0STCNI9");
    }
    return {};
}

std::optional<Stream> streamOf(QStringView transactionId)
{
    for (const StreamName& name : kStreamNames) {
        if (transactionId == name.id) {
            return name.stream;
        }
    }
    return std::nullopt;
}

base::Result<FrameHeader> parseFrameHeader(QStringView frame)
{
    constexpr qsizetype kIdAt = 2;
    constexpr qsizetype kIdLength = 8;
    constexpr qsizetype kCountAt = kIdAt + kIdLength + 1;
    constexpr qsizetype kCountLengthMax = 3;

    if (frame.size() <= kCountAt || (frame[0] != u'0' && frame[0] != u'1') || frame[1] != u'|'
        || frame[kCountAt - 1] != u'|') {
        return malformed("no head FLAG|TRID|COUNT|", frame);
    }
    FrameHeader header;
    header.encrypted = frame[0] == u'1';
    qsizetype at = kCountAt;
    for (; at < frame.size() && frame[at] != u'|'; ++at) {
        const char16_t unit = frame[at].unicode();
        if (unit < u'0' || unit > u'9' || at - kCountAt == kCountLengthMax) {
            return malformed("record count is not one to three digits", frame);
        }
        header.count = header.count * 10 + static_cast<std::uint32_t>(unit - u'0');
    }
    if (at == frame.size() || header.count == 0) {
        return malformed("no records", frame);
    }
    header.payloadAt = at + 1;
    const std::optional<Stream> stream = streamOf(frame.mid(kIdAt, kIdLength));
    if (!stream) {
        return base::Error{base::ErrorCode::Unsupported,
                           QStringLiteral("data frame of a TR not read here: '%1'")
                               .arg(frame.mid(kIdAt, kIdLength).toString())};
    }
    header.stream = *stream;
    return header;
}

base::Status RecordTable::read(QStringView text, qsizetype payloadAt, std::uint32_t count,
                               std::uint32_t widthMin)
{
    Q_ASSERT(count > 0);
    m_text = text;
    m_count = 0;
    m_edges.scan(text, payloadAt, m_path);
    const std::size_t fields = m_edges.fieldCount();
    const std::size_t width = fields / count;
    if (width * count != fields || width < widthMin) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("data frame: %1 fields for %2 records; each needs at "
                                          "least %3, and they must divide exactly")
                               .arg(fields)
                               .arg(count)
                               .arg(widthMin)};
    }
    m_count = count;
    m_width = static_cast<std::uint32_t>(width);
    return base::Done{};
}
}  // namespace core::kis
