#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace core::storage
{
/// What a block of the journal holds.
enum class JournalBlockKind : std::uint8_t
{
    Opening,  ///< The program started: JSON. A second one in a file means that it had been away.
    Events,   ///< `encodeEvents`.
};

struct JournalBlock
{
    JournalBlockKind kind = JournalBlockKind::Events;
    QByteArray bytes;  ///< Unpacked.

    friend bool operator==(const JournalBlock&, const JournalBlock&) = default;
};

/// The file of a day's inputs: a head, then blocks that stand alone (zstd, CRC-32C, a running
/// number), each written at once. What a crash leaves is readable to the last whole block.
///
/// Format, all little-endian. Head: "KISJRNL", 0, u32 version, u32 0. Block: "JBLK", u32 number
/// from 0, u32 kind, u32 bytes unpacked, u32 bytes packed, u32 CRC of the four numbers and the
/// packed bytes, the packed bytes.
inline constexpr std::uint32_t kJournalVersion = 1;
inline constexpr std::uint32_t kJournalBlockMax = 16U * 1024 * 1024;  ///< Bytes, unpacked.

/// Appends to one journal. Thread: disk.
class JournalWriter final
{
public:
    /// Opens `path`, or makes it (0600). What a crash left behind the last whole block is cut off.
    /// Errors: Io; Malformed: not a journal, or damaged before its end (nothing is changed then);
    /// Unsupported: of another version.
    [[nodiscard]] static base::Result<JournalWriter> open(const QString& path);
    JournalWriter(JournalWriter&&) noexcept;
    JournalWriter& operator=(JournalWriter&&) noexcept;
    ~JournalWriter();

    /// One block. Errors: Io, and the file ends where it ended before; OutOfRange: too large.
    [[nodiscard]] base::Status append(JournalBlockKind kind, QByteArrayView bytes);
    /// On the disk when it returns. Errors: Io.
    [[nodiscard]] base::Status sync();

    [[nodiscard]] bool isNew() const noexcept { return m_new; }
    /// Bytes of a torn block that `open` has cut off.
    [[nodiscard]] qint64 cut() const noexcept { return m_cut; }
    [[nodiscard]] qint64 size() const noexcept { return m_size; }

private:
    struct Packing;
    JournalWriter();

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Packing> m_packing;
    std::uint32_t m_blocks = 0;
    qint64 m_size = 0;
    qint64 m_cut = 0;
    bool m_new = false;
};

/// Reads one journal from its beginning; it may be written meanwhile. Thread: any; not shared.
class JournalReader final
{
public:
    /// Errors: NotFound; Io; Malformed; Unsupported.
    [[nodiscard]] static base::Result<JournalReader> open(const QString& path);

    /// The next block; nullopt at the end, be it torn or not.
    /// Errors: Malformed: damage with whole blocks behind it, or a whole block that lies; Io.
    [[nodiscard]] base::Result<std::optional<JournalBlock>> next();

    /// Where the last whole block ends, bytes.
    [[nodiscard]] qint64 end() const noexcept { return m_at; }
    /// Bytes behind it: of a block that was not written to its end.
    [[nodiscard]] qint64 torn() const noexcept { return m_torn; }
    [[nodiscard]] std::uint32_t blocks() const noexcept { return m_blocks; }

private:
    JournalReader() = default;
    [[nodiscard]] base::Error damage(const char* what) const;
    [[nodiscard]] base::Result<std::optional<JournalBlock>> tail();

    std::unique_ptr<QFile> m_file;
    qint64 m_at = 0;
    qint64 m_torn = 0;
    std::uint32_t m_blocks = 0;
};
}  // namespace core::storage
