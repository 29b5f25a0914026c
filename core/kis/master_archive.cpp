#include "core/kis/master_archive.h"

#include <QString>

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>

namespace core::kis
{
namespace
{
constexpr qsizetype kMemberMax = qsizetype{64} * 1024 * 1024;

struct ArchiveFree
{
    void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchivePtr = std::unique_ptr<archive, ArchiveFree>;

base::Error malformed(archive* handle)
{
    const char* const words = archive_error_string(handle);
    return {base::ErrorCode::Malformed,
            QStringLiteral("master file: not a readable zip (%1)")
                .arg(QLatin1String(words == nullptr ? "no reason given" : words))};
}

base::Result<QByteArray> readMember(archive* handle)
{
    QByteArray bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
        const la_ssize_t count = archive_read_data(handle, buffer.data(), buffer.size());
        if (count < 0) {
            return malformed(handle);
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(buffer.data(), static_cast<qsizetype>(count));
        if (bytes.size() > kMemberMax) {
            return base::Error{base::ErrorCode::OutOfRange,
                               QStringLiteral("master file: the member is larger than 64 MiB")};
        }
    }
}
}  // namespace

base::Result<QByteArray> extractMaster(const QByteArray& zip)
{
    const ArchivePtr handle{archive_read_new()};
    archive_read_support_format_zip(handle.get());
    if (archive_read_open_memory(handle.get(), zip.constData(),
                                 static_cast<std::size_t>(zip.size()))
        != ARCHIVE_OK) {
        return malformed(handle.get());
    }
    archive_entry* entry = nullptr;
    for (;;) {
        const int result = archive_read_next_header(handle.get(), &entry);
        if (result == ARCHIVE_EOF) {
            return base::Error{base::ErrorCode::NotFound,
                               QStringLiteral("master file: no .mst member in the zip")};
        }
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            return malformed(handle.get());
        }
        const QByteArray name{archive_entry_pathname(entry)};
        if (name.endsWith(".mst")) {
            return readMember(handle.get());
        }
    }
}
}  // namespace core::kis
