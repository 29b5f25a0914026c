#pragma once

#include "core/base/result.h"
#include "core/domain/feed.h"
#include "core/kis/caret_scan.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace core::kis
{
/// Whether the socket belongs to the real or the mock host: notices have another id there.
enum class HostKind : std::uint8_t
{
    Real,
    Mock,
};

/// The TR id that registers `stream`, e.g. "H0STCNT0".
[[nodiscard]] QString transactionId(domain::Stream stream, HostKind host);
/// The stream of an inbound TR id; nullopt for one this program does not read.
[[nodiscard]] std::optional<domain::Stream> streamOf(QStringView transactionId);

struct FrameHeader
{
    domain::Stream stream = domain::Stream::Trade;
    bool encrypted = false;
    std::uint32_t count = 0;  ///< Records, 1 to 999.
    qsizetype payloadAt = 0;  ///< Unit after the third bar.
};

/// Reads `FLAG|TRID|COUNT|` of a data frame.
///
/// Shape:  '0' or '1', a TR id of section 8 of the protocol, one to three digits.
/// Errors: Malformed for a broken head or a count of 0; Unsupported for a TR not read here.
/// Source: KIS Open API, real-time data frames.
/// Thread: any; pure.
[[nodiscard]] base::Result<FrameHeader> parseFrameHeader(QStringView frame);

/// The fields of one record of a frame. Valid as long as the frame's text and the reader.
class RecordView final
{
public:
    RecordView(QStringView text, const std::uint32_t* edges, std::uint32_t width) noexcept
        : m_text{text}, m_edges{edges}, m_width{width}
    {
    }

    [[nodiscard]] QStringView field(std::uint32_t index) const
    {
        return m_text.mid(begin(index), static_cast<qsizetype>(end(index)) - begin(index));
    }
    [[nodiscard]] std::uint32_t begin(std::uint32_t index) const noexcept
    {
        return m_edges[index] + 1;
    }
    [[nodiscard]] std::uint32_t end(std::uint32_t index) const noexcept
    {
        return m_edges[index + 1];
    }
    [[nodiscard]] const char16_t* text() const noexcept { return m_text.utf16(); }
    [[nodiscard]] std::uint32_t width() const noexcept { return m_width; }
    /// The first unit of a field, 0 if it is empty.
    [[nodiscard]] char16_t letter(std::uint32_t index) const noexcept
    {
        return begin(index) < end(index) ? text()[begin(index)] : u'\0';
    }

private:
    QStringView m_text;
    const std::uint32_t* m_edges;
    std::uint32_t m_width;
};

/// The records of a plain payload by the width rule: the fields must divide exactly by the
/// record count, and a record must have at least the fields its decoder uses. Fields beyond are
/// ignored: the broker appends without notice. Reused from frame to frame.
class RecordTable final
{
public:
    explicit RecordTable(CpuPath path = bestCpuPath()) noexcept : m_path{path} {}

    /// Errors: Malformed when the fields do not divide or a record is narrower than `widthMin`.
    [[nodiscard]] base::Status read(QStringView text, qsizetype payloadAt, std::uint32_t count,
                                    std::uint32_t widthMin);

    [[nodiscard]] std::uint32_t count() const noexcept { return m_count; }
    [[nodiscard]] std::uint32_t width() const noexcept { return m_width; }
    [[nodiscard]] CpuPath path() const noexcept { return m_path; }
    [[nodiscard]] RecordView record(std::uint32_t index) const noexcept
    {
        return {m_text, m_edges.edges() + std::size_t{index} * m_width, m_width};
    }

private:
    CpuPath m_path;
    FieldEdges m_edges;
    QStringView m_text;
    std::uint32_t m_count = 0;
    std::uint32_t m_width = 0;
};
}  // namespace core::kis
