#include "core/storage/log_scan.h"

#include <QtEndian>

#include <cstdint>
#include <cstring>

namespace core::storage
{
namespace
{
constexpr qsizetype kLogHeaderBytes = 32;
constexpr qsizetype kFrameHeaderBytes = 24;
constexpr qsizetype kFrameBytes = kFrameHeaderBytes + kPageBytes;

std::uint32_t big(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<std::uint32_t>(bytes.data() + at);
}

/// SQLite's running checksum over pairs of words.
struct Checksum
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(QByteArrayView bytes, bool bigEndian)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at, bigEndian) + second;
            second += word(bytes.data() + at + 4, bigEndian) + first;
        }
    }
    static std::uint32_t word(const char* at, bool bigEndian)
    {
        return bigEndian ? qFromBigEndian<std::uint32_t>(at) : qFromLittleEndian<std::uint32_t>(at);
    }
};
}  // namespace

std::optional<QString> damageOfLog(QByteArrayView log)
{
    if (log.size() < kLogHeaderBytes + kFrameBytes) {
        return std::nullopt;  // Nothing was ever committed in it.
    }
    const std::uint32_t magic = big(log, 0);
    const bool bigEndian = (magic & 1U) != 0;
    Checksum sum;
    sum.add(log.first(24), bigEndian);
    if ((magic & ~1U) != 0x377F0682U || big(log, 8) != static_cast<std::uint32_t>(kPageBytes)
        || sum.first != big(log, 24) || sum.second != big(log, 28)) {
        // The header is synced before the first frame.
        return QStringLiteral("the header of its log is damaged");
    }
    const QByteArrayView salts = log.sliced(16, 8);
    qsizetype broken = -1;
    bool endedSince = false;
    const qsizetype frames = (log.size() - kLogHeaderBytes) / kFrameBytes;
    for (qsizetype index = 0; index < frames; ++index) {
        const QByteArrayView frame = log.sliced(kLogHeaderBytes + index * kFrameBytes, kFrameBytes);
        const bool ours = std::memcmp(frame.data() + 8, salts.data(), 8) == 0;
        if (broken < 0) {
            sum.add(frame.first(8), bigEndian);
            sum.add(frame.sliced(kFrameHeaderBytes), bigEndian);
            if (!ours || sum.first != big(frame, 16) || sum.second != big(frame, 20)) {
                broken = index;
            }
        } else if (ours && endedSince) {
            return QStringLiteral("its log is damaged in frame %1 of %2, before transactions that "
                                  "were written later")
                .arg(broken + 1)
                .arg(frames);
        }
        if (broken >= 0 && ours && big(frame, 4) != 0) {
            endedSince = true;  // The transaction that holds the broken frame ends here.
        }
    }
    return std::nullopt;
}

std::optional<QString> damageOfHeader(QByteArrayView header, qint64 fileBytes)
{
    if (fileBytes == 0) {
        return QStringLiteral("the file is empty");
    }
    // Not "a whole number of pages": power may fail while the log is copied into the file, and
    // the log still has everything then.
    if (header.size() < 100) {
        return QStringLiteral("the file is cut off");
    }
    if (std::memcmp(header.data(), "SQLite format 3", 16) != 0) {
        return QStringLiteral("it is not an SQLite file");
    }
    const bool log = header[18] == 2 && header[19] == 2;
    if (!log || qFromBigEndian<std::uint16_t>(header.data() + 16) != kPageBytes
        || big(header, 68) != static_cast<std::uint32_t>(kApplicationId)) {
        return QStringLiteral("its header is not that of a ledger");
    }
    return std::nullopt;
}
}  // namespace core::storage
