#include "core/config/secrets.h"

#include "core/base/decimal.h"
#include "core/base/log.h"
#include "core/config/config_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>
#include <limits>
#include <optional>

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
constexpr QLatin1String kTelegram{"telegram"};
constexpr qsizetype kSecretsBytesMax = qsizetype{64} * 1024;

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

Error notAnObject(const QString& fileName, const QJsonParseError& problem)
{
    return {ErrorCode::Malformed, QStringLiteral("secrets %1: not a JSON object (at byte %2)")
                                      .arg(fileName)
                                      .arg(problem.offset)};
}

/// Digits, ':', then what stands in an address without being escaped.
bool isBotToken(const QString& text)
{
    constexpr qsizetype kSecretMin = 16;
    constexpr qsizetype kSecretMax = 128;
    const qsizetype colon = text.indexOf(u':');
    const qsizetype secret = text.size() - colon - 1;
    if (colon < 1 || secret < kSecretMin || secret > kSecretMax) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        const bool digit = unit >= u'0' && unit <= u'9';
        const bool letter = (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
        const bool other = letter || unit == u'_' || unit == u'-';
        if (i != colon && !digit && (i < colon || !other)) {
            return false;
        }
    }
    return true;
}

std::optional<std::int64_t> idOf(const QJsonValue& value)
{
    constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();
    if (value.isString()) {
        const base::Result<std::int64_t> number =
            base::parseDecimal(QStringView{value.toString()}, 0);
        return number ? std::optional{*number} : std::nullopt;
    }
    const std::int64_t number = value.toInteger(kNone);
    return number == kNone ? std::nullopt : std::optional{number};
}

/// The file's text. Errors: NotFound; Refused if anyone but the owner can read it; Io.
base::Result<QByteArray> readOwnersFile(const QString& fileName)
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
    if (!file.open(QIODevice::ReadOnly) || file.size() > kSecretsBytesMax) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("secrets: %1 cannot be read (%2)").arg(fileName, file.errorString())};
    }
    return file.readAll();
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

void hideFromLog(const TelegramSecrets& telegram)
{
    base::hideInLog(telegram.token);
    // An address may write the colon as %3A.
    base::hideInLog(telegram.token.mid(telegram.token.indexOf(u':') + 1));
}

base::Result<Credentials> parseSecrets(const QByteArray& json, const QString& fileName,
                                       domain::EnvironmentKind kind)
{
    const QString name = environmentName(kind);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return notAnObject(fileName, problem);
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

base::Result<TelegramSecrets> parseTelegram(const QByteArray& json, const QString& fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return notAnObject(fileName, problem);
    }
    if (!document.object().contains(kTelegram)) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("secrets %1: there is no section 'telegram'").arg(fileName)};
    }
    const auto refuse = [&fileName](const char* member, const char* wanted) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("secrets %1: 'telegram.%2' must be %3")
                         .arg(fileName, QLatin1String{member}, QLatin1String{wanted})};
    };
    const QJsonObject section = document.object().value(kTelegram).toObject();
    TelegramSecrets telegram{.token = section.value(QLatin1String{"token"}).toString()};
    if (!isBotToken(telegram.token)) {
        return refuse("token", "a number, ':' and letters, digits, '_' and '-'");
    }
    const std::optional<std::int64_t> chat = idOf(section.value(QLatin1String{"chat_id"}));
    if (!chat || *chat == 0) {
        return refuse("chat_id", "the number of a chat");
    }
    telegram.chatId = *chat;
    const QJsonValue userValue = section.value(QLatin1String{"user_id"});
    if (!userValue.isUndefined()) {
        const std::optional<std::int64_t> user = idOf(userValue);
        if (!user || *user < 0) {
            return refuse("user_id", "the number of a user");
        }
        telegram.userId = *user;
    }
    return telegram;
}

base::Result<QString> loadDatabasePassword(const QString& fileName)
{
    const base::Result<QByteArray> json = readOwnersFile(fileName);
    if (!json) {
        return json.error();
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*json, &problem);
    if (!document.isObject()) {
        return notAnObject(fileName, problem);
    }
    constexpr QLatin1String kDatabase{"database"};
    if (!document.object().contains(kDatabase)) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("secrets %1: there is no section 'database'").arg(fileName)};
    }
    const QString password =
        document.object().value(kDatabase).toObject().value(QLatin1String{"password"}).toString();
    if (password.isEmpty()) {
        return Error{
            ErrorCode::Malformed,
            QStringLiteral("secrets %1: 'database.password' must be text that is not empty")
                .arg(fileName)};
    }
    base::hideInLog(password);
    return password;
}

base::Result<Credentials> loadSecrets(const QString& fileName, domain::EnvironmentKind kind)
{
    const base::Result<QByteArray> json = readOwnersFile(fileName);
    if (!json) {
        return json.error();
    }
    return parseSecrets(*json, fileName, kind);
}

base::Result<TelegramSecrets> loadTelegram(const QString& fileName)
{
    const base::Result<QByteArray> json = readOwnersFile(fileName);
    if (!json) {
        return json.error();
    }
    return parseTelegram(*json, fileName);
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
