#include "core/storage/ledger_head.h"

#include "core/storage/crc32c.h"
#include "core/storage/ledger_row.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

namespace core::storage
{
namespace
{
constexpr qsizetype kHeadBytes = 8 + kHashBytes + 4;
}

QByteArray encodeHead(const LedgerHead& head)
{
    QByteArray out{8, '\0'};
    qToLittleEndian(head.seq, out.data());
    out += head.digest;
    std::array<char, 4> checksum{};
    qToLittleEndian(crc32c(out), checksum.data());
    out.append(checksum.data(), 4);
    return out;
}

std::optional<LedgerHead> readHead(const QString& fileName)
{
    QFile file{fileName};
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.read(kHeadBytes + 1);
    if (bytes.size() != kHeadBytes) {
        return std::nullopt;
    }
    const QByteArrayView signed_ = QByteArrayView{bytes}.first(kHeadBytes - 4);
    if (qFromLittleEndian<std::uint32_t>(bytes.constData() + kHeadBytes - 4) != crc32c(signed_)) {
        return std::nullopt;
    }
    return LedgerHead{qFromLittleEndian<std::int64_t>(bytes.constData()), bytes.mid(8, kHashBytes)};
}

HeadWriter::HeadWriter(const QString& fileName)
    : m_descriptor{::open(QFile::encodeName(fileName).constData(),
                          O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)}
{
}

HeadWriter::~HeadWriter()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void HeadWriter::write(const LedgerHead& head) const
{
    const QByteArray bytes = encodeHead(head);
    // Within one sector, so it is old or new, not in between.
    const ssize_t written =
        ::pwrite(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0);
    static_cast<void>(written);
}
}  // namespace core::storage
