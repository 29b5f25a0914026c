#pragma once

#include "core/base/result.h"
#include "core/domain/environment_kind.h"

#include <QByteArray>
#include <QString>

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

/// "500*****-01": enough to recognise the account, too little to use it.
[[nodiscard]] QString maskedAccount(const QString& account);

/// The ten digits of "12345678-01", as execution notices carry them. Never shown, never logged.
[[nodiscard]] QString accountDigits(const QString& account);

/// Registers every part of `credentials` with the log, so that no line shows it.
void hideFromLog(const Credentials& credentials);

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

/// Writes or replaces one environment's credentials in `fileName`, mode 0600, atomically; other
/// environments in the file stay.
[[nodiscard]] base::Status saveSecrets(const QString& fileName, domain::EnvironmentKind kind,
                                       const Credentials& credentials);
}  // namespace core::config
