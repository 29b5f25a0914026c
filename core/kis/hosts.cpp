#include "core/kis/hosts.h"

namespace core::kis
{
Hosts hostsOf(HostKind kind)
{
    const QUrl master{QStringLiteral("https://new.real.download.dws.co.kr")};
    if (kind == HostKind::Mock) {
        return {.rest = QUrl{QStringLiteral("https://openapivts.koreainvestment.com:29443")},
                .socket = QUrl{QStringLiteral("ws://ops.koreainvestment.com:31000/tryitout")},
                .master = master};
    }
    return {.rest = QUrl{QStringLiteral("https://openapi.koreainvestment.com:9443")},
            .socket = QUrl{QStringLiteral("ws://ops.koreainvestment.com:21000/tryitout")},
            .master = master};
}
}  // namespace core::kis
