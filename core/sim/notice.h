#pragma once

#include "core/base/result.h"
#include "core/sim/broker_order.h"

#include <QByteArray>
#include <QString>

namespace core::sim
{
/// What an execution notice tells.
enum class NoticeKind : std::uint8_t
{
    Accepted,
    Filled,
    AmendConfirmed,
    CancelConfirmed,
    RestCancelled,  ///< Of an IOC or FOK order.
    Rejected,       ///< By the exchange after the broker had accepted.
};

/// One execution notice before it is put on the wire.
struct Notice
{
    NoticeKind kind = NoticeKind::Accepted;
    std::int64_t number = 0;
    std::int64_t original = 0;
    domain::Symbol symbol;
    domain::Side side = domain::Side::Buy;
    Division division;
    std::int64_t quantity = 0;  ///< Fill: of this fill; otherwise of the order.
    std::int64_t price = 0;     ///< Fill: its price; otherwise the order's.
    std::int64_t orderQuantity = 0;
    std::int64_t orderPrice = 0;
    std::int32_t at = 0;  ///< Milliseconds from midnight, KST.

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// Whose notice it is and how it is laid out.
struct NoticeAddress
{
    QString htsId;
    QString account;  ///< Ten digits.
    QString branch;
    QString issueName;
    int fields = 23;  ///< 23 as on the wire, 26 as in the documentation.
};

/// The plain text of a notice, fields joined by '^'.
/// Source: KIS Open API, H0STCNI0 (execution notice), the 23 fields seen on the wire.
[[nodiscard]] QByteArray noticeText(const Notice& notice, const NoticeAddress& address);

/// AES-256-CBC with PKCS#7 padding, base64 without line breaks: how notices travel.
/// `key` 32 and `iv` 16 characters, used as bytes. Errors: OutOfRange for other lengths.
[[nodiscard]] base::Result<QByteArray> encryptNotice(const QByteArray& text, const QString& key,
                                                     const QString& iv);
}  // namespace core::sim
