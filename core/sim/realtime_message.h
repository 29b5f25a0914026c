#pragma once

#include "core/sim/simulator_options.h"

#include <QString>

#include <variant>

namespace core::sim
{
struct SubscribeRequest
{
    bool subscribe = true;
    QString trId;
    QString trKey;
    QString approvalKey;
};

/// The client's echo of a PINGPONG.
struct PingEcho
{
};

/// A refusal as the real-time server words it.
struct Refusal
{
    QString code;
    QString text;
    QString resultCode = QStringLiteral("9");
    QString trId = QStringLiteral("(null)");
    QString trKey;
};

/// Reads a client's text and checks it in the server's order: format, header, custtype, tr_type,
/// body, input, tr_id, tr_key. The keys and limits are the session's business.
/// Thread: any; pure. Hostile input ends as a Refusal.
[[nodiscard]] std::variant<SubscribeRequest, PingEcho, Refusal>
readClientMessage(const QString& text, Profile profile);

/// True for TRs whose key is an issue code.
[[nodiscard]] bool isStockStream(const QString& trId);
[[nodiscard]] bool isNoticeStream(const QString& trId);
[[nodiscard]] bool isIndexStream(const QString& trId);

/// Acknowledgement of a registration with its key and iv.
[[nodiscard]] QString subscribeAck(const QString& trId, const QString& trKey, const QString& key,
                                   const QString& iv);
[[nodiscard]] QString unsubscribeAck(const QString& trId, const QString& trKey);
[[nodiscard]] QString refusalText(const Refusal& refusal);
/// `stamp`: YYYYMMDDHHMMSS, KST.
[[nodiscard]] QString pingText(const QString& stamp);
}  // namespace core::sim
