#include "core/kis/token_cache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace core::kis
{
namespace
{
constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                                             | QFileDevice::ExeGroup | QFileDevice::ReadOther
                                             | QFileDevice::WriteOther | QFileDevice::ExeOther;
constexpr qint64 kSizeMax = qint64{64} * 1024;

base::Timestamp timeOf(const QJsonObject& object, QLatin1String name)
{
    return base::Timestamp{std::chrono::milliseconds{object.value(name).toInteger()}};
}
}  // namespace

TokenCache::TokenCache(const QString& folder, const QString& environment, const QString& appkey)
{
    constexpr qsizetype kShown = 8;
    m_keyDigest = QString::fromLatin1(
        QCryptographicHash::hash(appkey.toUtf8(), QCryptographicHash::Sha256).toHex());
    if (!folder.isEmpty()) {
        m_fileName = QDir{folder}.filePath(
            QStringLiteral("token-%1-%2.json").arg(environment, m_keyDigest.left(kShown)));
    }
}

std::optional<AccessToken> TokenCache::load() const
{
    QFile file{m_fileName};
    const QFileInfo info{m_fileName};
    if (m_fileName.isEmpty() || !info.isFile() || info.isSymLink()
        || (info.permissions() & kOthers) != 0 || info.size() > kSizeMax
        || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(QLatin1String("key")).toString() != m_keyDigest) {
        return std::nullopt;
    }
    return AccessToken{.token = object.value(QLatin1String("token")).toString(),
                       .issued = timeOf(object, QLatin1String("issued")),
                       .expires = timeOf(object, QLatin1String("expires"))};
}

base::Status TokenCache::save(const AccessToken& token) const
{
    if (m_fileName.isEmpty()) {
        return base::Done{};
    }
    const QJsonObject object{
        {QStringLiteral("key"), m_keyDigest},
        {QStringLiteral("token"), token.token},
        {QStringLiteral("issued"), static_cast<qint64>(token.issued.time_since_epoch().count())},
        {QStringLiteral("expires"), static_cast<qint64>(token.expires.time_since_epoch().count())},
    };
    // The temporary file is the owner's alone from its first byte; the rename keeps that.
    QSaveFile file{m_fileName};
    const bool opened = QDir{}.mkpath(QFileInfo{m_fileName}.path())
                        && file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly);
    if (!opened || file.write(QJsonDocument{object}.toJson(QJsonDocument::Compact)) < 0
        || !file.commit()) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("token cache %1 cannot be written: %2; the next start "
                                          "will issue a new token")
                               .arg(m_fileName, file.errorString())};
    }
    return base::Done{};
}

void TokenCache::dropToken() const
{
    std::optional<AccessToken> token = load();
    if (token) {
        token->token.clear();
        static_cast<void>(save(*token));
    }
}
}  // namespace core::kis
