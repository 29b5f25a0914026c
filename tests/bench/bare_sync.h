#pragma once

#include "tests/bench/wire_bench.h"

#include <QFile>
#include <QString>

#include <fcntl.h>
#include <unistd.h>

namespace bench
{
/// What the disk itself takes: a write of `bytes` and its fdatasync, fifty times a second while
/// `goOn()`, in `folder`. Nanoseconds each.
template <typename GoOn>
std::vector<std::int64_t> bareSyncs(const QString& folder, std::size_t bytes, GoOn goOn)
{
    const QByteArray name = QFile::encodeName(folder + QStringLiteral("/bare"));
    const int file = ::open(name.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const std::vector<char> block(bytes, 'x');
    std::vector<std::int64_t> took;
    while (goOn()) {
        const std::chrono::nanoseconds from = now();
        if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) {
            std::perror("the disk beside cannot be measured");
            break;
        }
        took.push_back((now() - from).count());
        ::usleep(20'000);
    }
    if (file >= 0) {
        ::close(file);
    }
    return took;
}
}  // namespace bench
