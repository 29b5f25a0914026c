#include "core/storage/journal.h"

#include "core/storage/crc32c.h"

#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <unistd.h>
#include <zstd.h>

namespace core::storage
{
namespace
{
using base::Error;
using base::ErrorCode;

constexpr QByteArrayView kMagic{"KISJRNL\0", 8};
constexpr QByteArrayView kBlockMagic{"JBLK", 4};
constexpr qint64 kHeadBytes = 16;
constexpr qint64 kBlockHeadBytes = 24;
constexpr int kPackLevel = 3;

void appendNumber(QByteArray& out, std::uint32_t value)
{
    std::array<char, 4> bytes{};
    qToLittleEndian(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}
std::uint32_t numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<std::uint32_t>(bytes.data() + at);
}

Error io(const QFile& file, const char* what)
{
    return {ErrorCode::Io, QStringLiteral("the journal %1 cannot be %2: %3")
                               .arg(file.fileName(), QLatin1String{what}, file.errorString())};
}

struct BlockHead
{
    std::uint32_t number = 0;
    std::uint32_t kind = 0;
    std::uint32_t unpacked = 0;
    std::uint32_t packed = 0;
    std::uint32_t crc = 0;
};

QByteArray numbersOf(const BlockHead& head)
{
    QByteArray out;
    for (const std::uint32_t value : {head.number, head.kind, head.unpacked, head.packed}) {
        appendNumber(out, value);
    }
    return out;
}

std::optional<BlockHead> headOf(QByteArrayView bytes)
{
    if (!bytes.startsWith(kBlockMagic)) {
        return std::nullopt;
    }
    return BlockHead{.number = numberAt(bytes, 4),
                     .kind = numberAt(bytes, 8),
                     .unpacked = numberAt(bytes, 12),
                     .packed = numberAt(bytes, 16),
                     .crc = numberAt(bytes, 20)};
}

base::Status checkHead(QFile& file)
{
    const QByteArray head = file.read(kHeadBytes);
    if (head.size() != kHeadBytes || !head.startsWith(kMagic)) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("%1 is not a journal").arg(file.fileName())};
    }
    const std::uint32_t version = numberAt(head, kMagic.size());
    if (version != kJournalVersion) {
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("the journal %1 is of version %2; this program reads %3")
                         .arg(file.fileName())
                         .arg(version)
                         .arg(kJournalVersion)};
    }
    return base::Done{};
}

std::optional<QByteArray> unpack(QByteArrayView packed, std::uint32_t size)
{
    QByteArray out{static_cast<qsizetype>(size), Qt::Uninitialized};
    const std::size_t got =
        ZSTD_decompress(out.data(), size, packed.data(), static_cast<std::size_t>(packed.size()));
    return ZSTD_isError(got) == 0 && got == size ? std::optional{out} : std::nullopt;
}
}  // namespace

// --- writing ----------------------------------------------------------------------------------

struct JournalWriter::Packing
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    Packing() = default;
    ~Packing() { ZSTD_freeCCtx(context); }
    Q_DISABLE_COPY_MOVE(Packing)
};

JournalWriter::JournalWriter() : m_packing{std::make_unique<Packing>()} {}
JournalWriter::JournalWriter(JournalWriter&&) noexcept = default;
JournalWriter& JournalWriter::operator=(JournalWriter&&) noexcept = default;
JournalWriter::~JournalWriter() = default;

base::Result<JournalWriter> JournalWriter::open(const QString& path)
{
    JournalWriter writer;
    writer.m_file = std::make_unique<QFile>(path);
    QFile& file = *writer.m_file;
    // A head that was not written to its end is no journal yet: it begins anew.
    writer.m_new = QFileInfo{path}.size() < kHeadBytes;
    if (!writer.m_new) {
        base::Result<JournalReader> found = JournalReader::open(path);
        if (!found) {
            return found.error();
        }
        JournalReader reader = std::move(found).value();
        for (;;) {
            const base::Result<std::optional<JournalBlock>> block = reader.next();
            if (!block) {
                return block.error();
            }
            if (!*block) {
                break;
            }
        }
        writer.m_blocks = reader.blocks();
        writer.m_size = reader.end();
        writer.m_cut = reader.torn();
    }
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return io(file, "opened");
    }
    if (writer.m_new) {
        QByteArray head{kMagic.toByteArray()};
        appendNumber(head, kJournalVersion);
        appendNumber(head, 0);
        if (!file.resize(0) || file.write(head) != head.size()) {
            return io(file, "begun");
        }
        writer.m_size = head.size();
    }
    if (!file.resize(writer.m_size) || !file.seek(writer.m_size)) {
        return io(file, "continued");
    }
    return writer;
}

base::Status JournalWriter::append(JournalBlockKind kind, QByteArrayView bytes)
{
    if (bytes.size() > static_cast<qsizetype>(kJournalBlockMax)) {
        return Error{ErrorCode::OutOfRange,
                     QStringLiteral("a journal block of %1 bytes").arg(bytes.size())};
    }
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed{static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized};
    const std::size_t got =
        ZSTD_compressCCtx(m_packing->context, packed.data(),
                          static_cast<std::size_t>(packed.size()), bytes.data(), size, kPackLevel);
    if (ZSTD_isError(got) != 0) {
        return Error{ErrorCode::Io, QStringLiteral("a journal block cannot be packed: %1")
                                        .arg(QLatin1String{ZSTD_getErrorName(got)})};
    }
    packed.truncate(static_cast<qsizetype>(got));
    const QByteArray numbers = numbersOf({.number = m_blocks,
                                          .kind = static_cast<std::uint32_t>(kind),
                                          .unpacked = static_cast<std::uint32_t>(size),
                                          .packed = static_cast<std::uint32_t>(got)});
    QByteArray block = kBlockMagic.toByteArray() + numbers;
    appendNumber(block, crc32c(packed, crc32c(numbers)));
    block += packed;
    if (m_file->write(block) != block.size()) {
        const Error error = io(*m_file, "written");
        // Half a block in the middle would hide everything behind it.
        (void)m_file->resize(m_size);
        (void)m_file->seek(m_size);
        return error;
    }
    m_size += block.size();
    ++m_blocks;
    return base::Done{};
}

base::Status JournalWriter::sync()
{
    if (::fdatasync(m_file->handle()) != 0) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("the journal %1 cannot be brought to the disk").arg(m_file->fileName())};
    }
    return base::Done{};
}

// --- reading ----------------------------------------------------------------------------------

base::Result<JournalReader> JournalReader::open(const QString& path)
{
    JournalReader reader;
    reader.m_file = std::make_unique<QFile>(path);
    if (!reader.m_file->exists()) {
        return Error{ErrorCode::NotFound, QStringLiteral("there is no journal %1").arg(path)};
    }
    if (!reader.m_file->open(QIODevice::ReadOnly)) {
        return io(*reader.m_file, "read");
    }
    if (const base::Status head = checkHead(*reader.m_file); !head) {
        return head.error();
    }
    reader.m_at = kHeadBytes;
    return reader;
}

Error JournalReader::damage(const char* what) const
{
    return {ErrorCode::Malformed, QStringLiteral("the journal %1 is damaged at byte %2: %3")
                                      .arg(m_file->fileName())
                                      .arg(m_at)
                                      .arg(QLatin1String{what})};
}

/// What is not a whole block: the end, if no whole block follows.
base::Result<std::optional<JournalBlock>> JournalReader::tail()
{
    if (!m_file->seek(m_at)) {
        return io(*m_file, "read");
    }
    const QByteArray rest = m_file->readAll();
    for (qsizetype at = rest.indexOf(kBlockMagic, 1); at >= 0;
         at = rest.indexOf(kBlockMagic, at + 1)) {
        const QByteArrayView from = QByteArrayView{rest}.sliced(at);
        if (from.size() < kBlockHeadBytes) {
            break;
        }
        const BlockHead head = *headOf(from);
        const QByteArrayView packed = from.sliced(kBlockHeadBytes);
        if (packed.size() >= static_cast<qsizetype>(head.packed)
            && crc32c(packed.first(static_cast<qsizetype>(head.packed)), crc32c(numbersOf(head)))
                   == head.crc) {
            return damage("a block is broken and whole ones follow");
        }
    }
    m_torn = rest.size();
    return std::optional<JournalBlock>{};
}

base::Result<std::optional<JournalBlock>> JournalReader::next()
{
    if (!m_file->seek(m_at)) {
        return io(*m_file, "read");
    }
    const QByteArray bytes = m_file->read(kBlockHeadBytes);
    if (bytes.size() < kBlockHeadBytes) {
        return tail();
    }
    const std::optional<BlockHead> head = headOf(bytes);
    if (!head || head->unpacked > kJournalBlockMax || head->packed > 2 * kJournalBlockMax) {
        return tail();
    }
    const QByteArray packed = m_file->read(head->packed);
    if (packed.size() != static_cast<qsizetype>(head->packed)
        || crc32c(packed, crc32c(numbersOf(*head))) != head->crc) {
        return tail();
    }
    if (head->number != m_blocks) {
        return damage("a block is missing");
    }
    if (head->kind > static_cast<std::uint32_t>(JournalBlockKind::Events)) {
        return damage("a block of an unknown kind");
    }
    std::optional<QByteArray> unpacked = unpack(packed, head->unpacked);
    if (!unpacked) {
        return damage("a block cannot be unpacked");
    }
    m_at += kBlockHeadBytes + packed.size();
    ++m_blocks;
    return std::optional{
        JournalBlock{static_cast<JournalBlockKind>(head->kind), *std::move(unpacked)}};
}
}  // namespace core::storage
