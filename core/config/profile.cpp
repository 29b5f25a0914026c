#include "core/config/profile.h"

#include "core/config/config_file.h"

#include <QFile>

namespace core::config
{
namespace
{
QString fileOf(const QString& name)
{
    return QStringLiteral(":/profiles/%1.json").arg(name);
}
}  // namespace

QStringList profileNames()
{
    return {QStringLiteral("default"), QStringLiteral("strict"), QStringLiteral("observe")};
}

base::Result<QByteArray> profileText(const QString& name)
{
    QFile file{fileOf(name)};
    if (!profileNames().contains(name) || !file.open(QIODevice::ReadOnly)) {
        return base::Error{base::ErrorCode::NotFound,
                           QStringLiteral("profile '%1' does not exist; allowed: %2")
                               .arg(name, profileNames().join(QStringLiteral(", ")))};
    }
    return file.readAll();
}

base::Result<Config> withProfile(const Config& base, const QString& name)
{
    const base::Result<QByteArray> text = profileText(name);
    if (!text) {
        return text.error();
    }
    return overlayConfig(base, *text, QStringLiteral("profile ") + name);
}
}  // namespace core::config
