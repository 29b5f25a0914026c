#pragma once

#include "core/kis/frame.h"

#include <QUrl>

namespace core::kis
{
/// Where the broker listens.
struct Hosts
{
    QUrl rest;
    QUrl socket;
    QUrl master;  ///< Instrument master files; the same host for both.
};

/// The broker's own hosts. The market socket is plain ws:// by the broker's design: there is no
/// TLS listener on those ports.
/// Source: KIS Open API portal, connection information; master files of the KIS sample code.
[[nodiscard]] Hosts hostsOf(HostKind kind);
}  // namespace core::kis
