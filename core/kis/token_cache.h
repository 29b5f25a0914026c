#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

#include <optional>

namespace core::kis
{
/// An access token and the machine time at which it was issued and will expire.
struct AccessToken
{
    QString token;
    base::Timestamp issued{};
    base::Timestamp expires{};

    friend bool operator==(const AccessToken&, const AccessToken&) = default;
};

/// The token of one environment and app key on disk, so that a restart issues none: the broker
/// allows one a minute and tells the account's owner about each.
///
/// The file is named after the environment and the first 8 hex digits of SHA-256(appkey), and
/// readable by its owner only; one that others can read is not used.
class TokenCache final
{
public:
    /// `folder` empty: nothing is kept (the simulation).
    TokenCache(const QString& folder, const QString& environment, const QString& appkey);

    /// Absent for no file, a file of another key, one others can read, or an unreadable one.
    [[nodiscard]] std::optional<AccessToken> load() const;
    /// Errors: Io, naming the file.
    [[nodiscard]] base::Status save(const AccessToken& token) const;
    /// Forgets the token but not when it was issued: the minute must still pass.
    void dropToken() const;
    [[nodiscard]] QString fileName() const { return m_fileName; }

private:
    QString m_fileName;
    QString m_keyDigest;
};
}  // namespace core::kis
