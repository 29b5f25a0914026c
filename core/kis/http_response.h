#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace core::kis
{
/// Limits of one answer: beyond them it is not read on.
struct ResponseLimits
{
    qsizetype headMax = qsizetype{32} * 1024;
    qsizetype bodyMax = qsizetype{4} * 1024 * 1024;
};

/// Reads one HTTP/1.1 answer, piece by piece, and never a second one.
///
/// Shape:  status line, header lines, then a body of Content-Length bytes, or chunked, or up to
///         the end of the connection. Answers of status 1xx before the real one are skipped.
///         What follows a complete answer is not read.
/// Errors: Failed for anything else: two different lengths, a length together with chunks, a bad
///         chunk, an answer beyond the limits, an end before the announced length.
/// Thread: any; pure.
class HttpResponse final
{
public:
    enum class State : std::uint8_t
    {
        Head,  ///< Reading status line and headers.
        Body,
        Complete,
        Failed,
    };

    explicit HttpResponse(ResponseLimits limits = {}) : m_limits{limits} {}

    /// Takes what arrived and tells where the answer stands. Bytes after the end are dropped.
    State feed(const QByteArray& bytes);
    /// The other side will send nothing more.
    State finish();

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool hasBegun() const noexcept { return m_begun; }
    /// The rest is meaningful when Complete.
    [[nodiscard]] int status() const noexcept { return m_status; }
    [[nodiscard]] const QByteArray& body() const noexcept { return m_body; }
    /// Value of the header, trimmed; `name` in lower case. Empty if there is none.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    /// Why it failed; English, for the log, without a byte of the answer.
    [[nodiscard]] const char* problem() const noexcept { return m_problem; }

private:
    enum class Framing : std::uint8_t
    {
        Length,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        UntilClose,
    };

    ResponseLimits m_limits;
    State m_state = State::Head;
    Framing m_framing = Framing::UntilClose;
    bool m_begun = false;
    int m_status = 0;
    qsizetype m_left = 0;  ///< Of the body or chunk.
    qsizetype m_trailer = 0;
    int m_interim = 0;
    QByteArray m_head;  ///< Header lines of the real answer.
    QByteArray m_pending;
    QByteArray m_body;
    const char* m_problem = "";

    [[nodiscard]] bool step();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readBody();
    [[nodiscard]] bool takeData();
    [[nodiscard]] bool takeChunkSize(const QByteArray& line);
    [[nodiscard]] std::optional<QByteArray> takeLine();
    [[nodiscard]] bool cannotEnd(QByteArrayView mark, qsizetype max) const;
    bool chooseFraming();
    bool fail(const char* problem);
};
}  // namespace core::kis
