#include "core/config/secrets.h"

#include "core/base/log.h"
#include "core/config/config_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace core::config
{
namespace
{
using base::Error;
using base::ErrorCode;

struct Member
{
    const char* name;
    QString Credentials::*field;
};
constexpr std::array kMembers{
    Member{"appkey", &Credentials::appkey},
    Member{"appsecret", &Credentials::appsecret},
    Member{"account", &Credentials::account},
    Member{"hts_id", &Credentials::htsId},
};
constexpr qsizetype kFileBytesMax = 64 * 1024;

bool isAccount(const QString& text)
{
    constexpr qsizetype kLength = 11;
    constexpr qsizetype kDash = 8;
    if (text.size() != kLength) {
        return false;
    }
    for (qsizetype i = 0; i < kLength; ++i) {
        const QChar unit = text.at(i);
        if (i == kDash ? unit != u'-' : (unit < u'0' || unit > u'9')) {
            return false;
        }
    }
    return true;
}
}  // namespace

QString accountDigits(const QString& account)
{
    return QString{account}.remove(u'-');
}

QString maskedAccount(const QString& account)
{
    constexpr qsizetype kShown = 3;
    if (!isAccount(account)) {
        return {};
    }
    return account.left(kShown) + QStringLiteral("*****") + account.right(kShown);
}

void hideFromLog(const Credentials& credentials)
{
    for (const Member& member : kMembers) {
        base::hideInLog(credentials.*member.field);
    }
    base::hideInLog(credentials.account.left(8));
}

base::Result<Credentials> parseSecrets(const QByteArray& json, const QString& fileName,
                                       domain::EnvironmentKind kind)
{
    const QString name = environmentName(kind);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("secrets %1: not a JSON object (at byte %2)")
                         .arg(fileName)
                         .arg(problem.offset)};
    }
    if (!document.object().contains(name)) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("secrets %1: there is no section '%2'").arg(fileName, name)};
    }
    const QJsonObject section = document.object().value(name).toObject();
    Credentials credentials;
    for (const Member& member : kMembers) {
        const QString value = section.value(QLatin1String{member.name}).toString();
        if (value.isEmpty()) {
            return Error{ErrorCode::Malformed,
                         QStringLiteral("secrets %1: '%2.%3' is missing or not text")
                             .arg(fileName, name, QLatin1String{member.name})};
        }
        credentials.*member.field = value;
    }
    if (!isAccount(credentials.account)) {
        return Error{
            ErrorCode::Malformed,
            QStringLiteral("secrets %1: '%2.account' must be eight digits, '-', two digits")
                .arg(fileName, name)};
    }
    return credentials;
}

base::Result<Credentials> loadSecrets(const QString& fileName, domain::EnvironmentKind kind)
{
    const QFileInfo info{fileName};
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("secrets: looked for %1, which does not exist").arg(fileName)};
    }
    if (!info.isFile()) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("secrets: %1 is not a regular file").arg(fileName)};
    }
    constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                                           | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if ((info.permissions() & kOthers) != QFile::Permissions{}) {
        return Error{
            ErrorCode::Refused,
            QStringLiteral("secrets: %1 can be read by others; run: chmod 600 '%1'").arg(fileName)};
    }
    QFile file{fileName};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kFileBytesMax) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("secrets: %1 cannot be read (%2)").arg(fileName, file.errorString())};
    }
    return parseSecrets(file.readAll(), fileName, kind);
}

base::Status saveSecrets(const QString& fileName, domain::EnvironmentKind kind,
                         const Credentials& credentials)
{
    QJsonObject root;
    QFile old{fileName};
    if (old.open(QIODevice::ReadOnly)) {
        root = QJsonDocument::fromJson(old.readAll()).object();
        old.close();
    }
    QJsonObject section;
    for (const Member& member : kMembers) {
        section.insert(QLatin1String{member.name}, credentials.*member.field);
    }
    root.insert(environmentName(kind), section);
    QSaveFile file{fileName};
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(QJsonDocument{root}.toJson()) > 0 && file.commit();
    if (!written) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("secrets: %1 cannot be written (%2)").arg(fileName, file.errorString())};
    }
    return base::Done{};
}
}  // namespace core::config
