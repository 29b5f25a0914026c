#pragma once

#include "core/base/result.h"
#include "core/domain/environment_kind.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace core::config
{
/// What identifies the user to the broker in one environment. Never printed.
struct Credentials
{
    QString appkey;
    QString appsecret;
    QString account;  ///< "12345678-01"
    QString htsId;

    friend bool operator==(const Credentials&, const Credentials&) = default;
};

/// The bot that sends messages, the chat they go to, and who may ask in it. Never printed.
struct TelegramSecrets
{
    QString token;            ///< "123456:...", as the service gave it.
    std::int64_t chatId = 0;  ///< Negative for a group.
    std::int64_t userId = 0;  ///< Whose commands count; 0 = nobody's.

    friend bool operator==(const TelegramSecrets&, const TelegramSecrets&) = default;
};

/// "500*****-01": enough to recognise the account, too little to use it.
[[nodiscard]] QString maskedAccount(const QString& account);

/// The ten digits of "12345678-01", as execution notices carry them. Never shown, never logged.
[[nodiscard]] QString accountDigits(const QString& account);

/// Registers every part of `credentials` with the log, so that no line shows it.
void hideFromLog(const Credentials& credentials);

/// Registers the token, whole and without the bot's number. The ids are no secrets.
void hideFromLog(const TelegramSecrets& telegram);

/// Reads one environment's credentials from `secrets.json` text.
/// Shape: {"demo":{"appkey":...,"appsecret":...,"account":"12345678-01","hts_id":...},"live":{...}}
/// Errors: NotFound if the environment is not in the file; Malformed naming the member, never its
///         value.
[[nodiscard]] base::Result<Credentials>
parseSecrets(const QByteArray& json, const QString& fileName, domain::EnvironmentKind kind);

/// `parseSecrets` of a file. Errors: NotFound names the path looked at; Refused if anyone but the
/// owner can read it (mode must be 0600 or stricter) or it is not a regular file.
[[nodiscard]] base::Result<Credentials> loadSecrets(const QString& fileName,
                                                    domain::EnvironmentKind kind);

/// Reads the section `telegram` of `secrets.json` text.
/// Shape: {"telegram":{"token":"...","chat_id":123,"user_id":123}}; ids as numbers or as text,
///        `user_id` may be missing.
/// Errors: NotFound without the section; Malformed naming the member, never its value.
[[nodiscard]] base::Result<TelegramSecrets> parseTelegram(const QByteArray& json,
                                                          const QString& fileName);

/// `parseTelegram` of a file. Errors: as `loadSecrets`.
[[nodiscard]] base::Result<TelegramSecrets> loadTelegram(const QString& fileName);

/// The password of `records.database_url`: member `password` of the section `database`.
/// Errors: as `loadSecrets`; NotFound without the section; Malformed naming the member.
[[nodiscard]] base::Result<QString> loadDatabasePassword(const QString& fileName);

/// Writes or replaces one environment's credentials in `fileName`, mode 0600, atomically; other
/// environments in the file stay.
[[nodiscard]] base::Status saveSecrets(const QString& fileName, domain::EnvironmentKind kind,
                                       const Credentials& credentials);
}  // namespace core::config
