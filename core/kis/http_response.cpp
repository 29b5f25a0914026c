#include "core/kis/http_response.h"

#include <QList>

#include <algorithm>
#include <string_view>

namespace core::kis
{
namespace
{
constexpr int kInterimMax = 5;
constexpr int kContinue = 100;
constexpr int kSwitching = 101;
constexpr int kOk = 200;
constexpr int kNoContent = 204;
constexpr int kNotModified = 304;
constexpr int kStatusMax = 999;
constexpr qsizetype kLengthDigitsMax = 10;
constexpr qsizetype kChunkDigitsMax = 8;
constexpr qsizetype kLineMax = 256;
constexpr QByteArrayView kLineEnd{"\r\n"};
constexpr QByteArrayView kHeadEnd{"\r\n\r\n"};

bool allDigits(const QByteArray& text)
{
    return !text.isEmpty()
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool allHex(const QByteArray& text)
{
    static constexpr std::string_view kHex{"0123456789abcdefABCDEF"};
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return kHex.find(c) != std::string_view::npos;
    });
}

/// The status of "HTTP/1.1 200 OK"; 0 for anything that is no status line.
int statusOf(const QByteArray& line)
{
    constexpr qsizetype kCodeAt = 9;
    constexpr qsizetype kCodeLength = 3;
    const bool version = line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ");
    const QByteArray code = line.mid(kCodeAt, kCodeLength);
    const bool ends =
        line.size() == kCodeAt + kCodeLength || line.mid(kCodeAt + kCodeLength, 1) == " ";
    if (!version || code.size() != kCodeLength || !allDigits(code) || !ends) {
        return 0;
    }
    const int status = code.toInt();
    return status >= kContinue && status <= kStatusMax ? status : 0;
}

/// Values of every header called `name`.
QList<QByteArray> valuesOf(const QByteArray& head, const QByteArray& name)
{
    QList<QByteArray> values;
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == name) {
            values.append(line.mid(colon + 1).trimmed());
        }
    }
    return values;
}
}  // namespace

bool HttpResponse::fail(const char* problem)
{
    m_problem = problem;
    m_state = State::Failed;
    m_pending.clear();
    return false;
}

HttpResponse::State HttpResponse::feed(const QByteArray& bytes)
{
    if (m_state == State::Complete || m_state == State::Failed || bytes.isEmpty()) {
        return m_state;
    }
    m_begun = true;
    m_pending += bytes;
    while (step()) {}
    return m_state;
}

HttpResponse::State HttpResponse::finish()
{
    if (m_state == State::Body && m_framing == Framing::UntilClose) {
        m_state = State::Complete;
    } else if (m_state != State::Complete && m_state != State::Failed) {
        fail(m_begun ? "the answer ends before it is complete" : "no answer at all");
    }
    return m_state;
}

/// True while there may be more to take out of what is pending.
bool HttpResponse::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::Complete:
        m_pending.clear();
        return false;
    case State::Failed:
        return false;
    }
    return false;
}

/// True when the mark, not seen yet, can only come behind `max`. The last bytes may already be
/// part of it: an answer at the very limit must end the same however it is cut into pieces.
bool HttpResponse::cannotEnd(QByteArrayView mark, qsizetype max) const
{
    return m_pending.size() >= max + mark.size();
}

bool HttpResponse::readHead()
{
    const qsizetype end = m_pending.indexOf(kHeadEnd);
    if (end > m_limits.headMax || (end < 0 && cannotEnd(kHeadEnd, m_limits.headMax))) {
        return fail("the header is too large");
    }
    if (end < 0) {
        return false;
    }
    const QByteArray head = m_pending.left(end);
    m_pending.remove(0, end + kHeadEnd.size());
    const qsizetype firstEnd = head.indexOf("\r\n");
    const int status = statusOf(firstEnd < 0 ? head : head.left(firstEnd));
    if (status == 0) {
        return fail("no HTTP status line");
    }
    if (status < kOk) {
        // "100 Continue" and hints may come before the answer; a changed protocol may not.
        return (status != kSwitching && ++m_interim <= kInterimMax)
               || fail("too many interim answers");
    }
    m_status = status;
    m_head = firstEnd < 0 ? QByteArray{} : head.mid(firstEnd + 2);
    return chooseFraming();
}

bool HttpResponse::chooseFraming()
{
    const QList<QByteArray> lengths = valuesOf(m_head, "content-length");
    const QList<QByteArray> codings = valuesOf(m_head, "transfer-encoding");
    m_state = State::Body;
    if (m_status == kNoContent || m_status == kNotModified) {
        m_state = State::Complete;
        return true;
    }
    if (!codings.isEmpty()) {
        if (codings.size() > 1 || codings.first().toLower() != "chunked") {
            return fail("a transfer coding this program does not read");
        }
        if (!lengths.isEmpty()) {
            return fail("a length together with chunks");
        }
        m_framing = Framing::ChunkSize;
        return true;
    }
    if (lengths.isEmpty()) {
        m_framing = Framing::UntilClose;
        return true;
    }
    const bool same = std::all_of(lengths.begin(), lengths.end(),
                                  [&lengths](const QByteArray& l) { return l == lengths.first(); });
    if (!same || !allDigits(lengths.first()) || lengths.first().size() > kLengthDigitsMax) {
        return fail("an unreadable length");
    }
    m_framing = Framing::Length;
    m_left = static_cast<qsizetype>(lengths.first().toLongLong());
    if (m_left > m_limits.bodyMax) {
        return fail("the body is too large");
    }
    if (m_left == 0) {
        m_state = State::Complete;
    }
    return true;
}

std::optional<QByteArray> HttpResponse::takeLine()
{
    const qsizetype end = m_pending.indexOf(kLineEnd);
    if (end > kLineMax || (end < 0 && cannotEnd(kLineEnd, kLineMax))) {
        fail("a line of the chunked body is too long");
        return std::nullopt;
    }
    if (end < 0) {
        return std::nullopt;
    }
    QByteArray line = m_pending.left(end);
    m_pending.remove(0, end + kLineEnd.size());
    return line;
}

bool HttpResponse::takeData()
{
    const qsizetype taken =
        m_framing == Framing::UntilClose ? m_pending.size() : std::min(m_left, m_pending.size());
    if (m_body.size() + taken > m_limits.bodyMax) {
        return fail("the body is too large");
    }
    m_body += m_pending.left(taken);
    m_pending.remove(0, taken);
    m_left -= taken;
    return true;
}

bool HttpResponse::takeChunkSize(const QByteArray& line)
{
    const QByteArray digits =
        line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    if (digits.size() > kChunkDigitsMax || !allHex(digits)) {
        return fail("an unreadable chunk size");
    }
    const qlonglong size = digits.toLongLong(nullptr, 16);
    if (m_body.size() + size > m_limits.bodyMax) {
        return fail("the body is too large");
    }
    m_left = static_cast<qsizetype>(size);
    m_framing = size == 0 ? Framing::Trailer : Framing::ChunkData;
    return true;
}

bool HttpResponse::readBody()
{
    switch (m_framing) {
    case Framing::UntilClose:
        return takeData() && false;
    case Framing::Length:
        if (!takeData()) {
            return false;
        }
        if (m_left == 0) {
            m_state = State::Complete;
        }
        return m_left == 0;
    case Framing::ChunkData:
        if (!takeData()) {
            return false;
        }
        if (m_left == 0) {
            m_framing = Framing::ChunkEnd;
        }
        return m_left == 0;
    case Framing::ChunkSize:
    case Framing::ChunkEnd:
    case Framing::Trailer:
        break;
    }
    const std::optional<QByteArray> line = takeLine();
    if (!line) {
        return false;
    }
    if (m_framing == Framing::ChunkSize) {
        return takeChunkSize(*line);
    }
    if (m_framing == Framing::ChunkEnd) {
        m_framing = Framing::ChunkSize;
        return line->isEmpty() || fail("a chunk is longer than announced");
    }
    m_trailer += line->size();
    if (m_trailer > m_limits.headMax) {
        return fail("the trailer is too large");
    }
    if (line->isEmpty()) {
        m_state = State::Complete;
    }
    return true;
}

QByteArray HttpResponse::header(const QByteArray& name) const
{
    const QList<QByteArray> values = valuesOf(m_head, name);
    return values.isEmpty() ? QByteArray{} : values.first();
}
}  // namespace core::kis
