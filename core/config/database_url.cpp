#include "core/config/database_url.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace core::config
{
namespace
{
using base::Error;
using base::ErrorCode;

Error malformed(const char* why)
{
    return {ErrorCode::Malformed, QStringLiteral("database URL: %1").arg(QLatin1String{why})};
}

bool isThisMachine(const QString& host)
{
    static const QRegularExpression loopback{QStringLiteral("^127(\\.\\d{1,3}){3}$")};
    return host.startsWith(u'/') || host == u"localhost" || host == u"::1"
           || loopback.match(host).hasMatch();
}

/// What a connection string of the driver can carry: it separates with ';' and ends with NUL.
bool isPlain(const QString& text)
{
    return !text.contains(u';') && !text.contains(u'\'') && !text.contains(u'\\')
           && !text.contains(QChar{u'\0'});
}

base::Status readQuery(const QUrl& url, DatabaseUrl& out)
{
    static const QStringList modes{QStringLiteral("disable"), QStringLiteral("prefer"),
                                   QStringLiteral("require"), QStringLiteral("verify-ca"),
                                   QStringLiteral("verify-full")};
    const QUrlQuery query{url};
    for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded)) {
        bool number = true;
        if (name == u"password") {
            return Error{ErrorCode::Refused,
                         QStringLiteral("database URL: the password belongs to the secrets")};
        }
        if (name == u"sslmode" && modes.contains(value)) {
            out.sslMode = value;
        } else if (name == u"sslrootcert" && value.startsWith(u'/')) {
            out.rootCertificate = value;
        } else if (name == u"host" && value.startsWith(u'/') && out.host.isEmpty()) {
            out.host = value;
        } else if (name == u"user" && out.user.isEmpty()) {
            out.user = value;
        } else if (name == u"port" && url.port() < 0) {
            out.port = value.toInt(&number);
        } else {
            return malformed("an item of the query is unknown, or has a value that is");
        }
        if (!number) {
            return malformed("the port is no number");
        }
    }
    return base::Done{};
}
}  // namespace

base::Result<DatabaseUrl> parseDatabaseUrl(const QString& text)
{
    constexpr int kPortMax = 65535;
    const QUrl url{text, QUrl::StrictMode};
    if (!url.isValid() || url.scheme() != u"postgresql" || url.hasFragment()) {
        return malformed("not of the form postgresql://user@host/database");
    }
    if (url.userInfo(QUrl::FullyEncoded).contains(u':')) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("database URL: the password belongs to the secrets")};
    }
    DatabaseUrl out;
    out.host = url.host(QUrl::FullyDecoded);
    out.port = url.port(out.port);
    out.user = url.userName(QUrl::FullyDecoded);
    out.database = url.path(QUrl::FullyDecoded).mid(1);
    if (const base::Status read = readQuery(url, out); !read) {
        return read.error();
    }
    if (out.host.isEmpty() || out.user.isEmpty() || out.database.isEmpty()
        || out.database.contains(u'/') || out.port < 1 || out.port > kPortMax) {
        return malformed("host, user and database are all needed");
    }
    for (const QString& part : {out.host, out.user, out.database, out.rootCertificate}) {
        if (!isPlain(part)) {
            return malformed("';', quotes and backslashes cannot stand in it");
        }
    }
    if (out.sslMode.isEmpty()) {
        out.sslMode =
            isThisMachine(out.host) ? QStringLiteral("prefer") : QStringLiteral("require");
    }
    return out;
}
}  // namespace core::config
