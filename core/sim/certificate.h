#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSslConfiguration>

namespace core::sim
{
/// A self-signed certificate for 127.0.0.1 and localhost, made at start and valid for a month.
struct ServerCertificate
{
    QSslConfiguration configuration;  ///< Certificate and key, for a server.
    QByteArray pem;                   ///< The certificate alone.
    QByteArray sha256;                ///< Fingerprint, hexadecimal.
};

/// Errors: Io if OpenSSL refuses. Thread: any.
[[nodiscard]] base::Result<ServerCertificate> makeServerCertificate();
}  // namespace core::sim
