#include "core/engine/update_mark.h"

#include <QFile>
#include <QList>
#include <QSaveFile>

namespace core::engine
{
notify::UpdateMark readUpdateMark(const QString& path)
{
    constexpr qint64 kMarkMax = 64;
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QList<QByteArray> parts = file.read(kMarkMax).trimmed().split(' ');
    bool good = parts.size() == 2;
    notify::UpdateMark mark;
    if (good) {
        mark.next = parts[0].toLongLong(&good);
    }
    if (good) {
        mark.at = domain::Timestamp{std::chrono::milliseconds{parts[1].toLongLong(&good)}};
    }
    return good && mark.next >= 0 ? mark : notify::UpdateMark{};
}

base::Status writeUpdateMark(const QString& path, const notify::UpdateMark& mark)
{
    QSaveFile file{path};
    const QByteArray text = QByteArray::number(mark.next) + ' '
                            + QByteArray::number(mark.at.time_since_epoch().count());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    }
    return base::Done{};
}
}  // namespace core::engine
