#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::config
{
/// A PostgreSQL database as `records.database_url` names it. Never with a password.
struct DatabaseUrl
{
    QString host{};  ///< Name or address, or the absolute folder of a Unix socket.
    int port = 5432;
    QString user{};
    QString database{};
    /// libpq's word. Without one in the URL: "prefer" on this machine, "require" to any other, so
    /// that records do not cross a network readable unless somebody says so.
    QString sslMode{};
    QString rootCertificate{};  ///< File; empty = libpq's own.

    friend bool operator==(const DatabaseUrl&, const DatabaseUrl&) = default;
};

/// Shape:  postgresql://user@host[:port]/database[?sslmode=WORD][&sslrootcert=/FILE], or through a
///         Unix socket postgresql:///database?host=/FOLDER&user=NAME[&port=N]. Parts may be
///         percent-encoded. No other query item exists; the password belongs to the secrets.
/// Errors: Refused for a URL with a password; Malformed for any other. Neither repeats the URL.
/// Thread: any; pure.
[[nodiscard]] base::Result<DatabaseUrl> parseDatabaseUrl(const QString& text);
}  // namespace core::config
