#pragma once

#include "core/base/result.h"
#include "core/domain/order_traffic.h"

#include <QByteArray>
#include <QLatin1String>
#include <QString>

#include <optional>

namespace core::kis
{
/// The two parts of "12345678-01". Never logged.
struct AccountParts
{
    QString number;
    QString product;

    friend bool operator==(const AccountParts&, const AccountParts&) = default;
};

/// Errors: Malformed for anything but eight digits, a dash, two digits. The text is not repeated.
[[nodiscard]] base::Result<AccountParts> accountParts(const QString& account);

/// Path, TR id and body of one order request.
struct OrderPost
{
    QByteArray path;
    QByteArray transactionId;
    QByteArray body;

    friend bool operator==(const OrderPost&, const OrderPost&) = default;
};

/// Order division (ORD_DVSN) of a type and its time in force.
[[nodiscard]] QLatin1String divisionOf(domain::OrderType type, domain::TimeInForce force);

struct Division
{
    domain::OrderType type = domain::OrderType::Limit;
    domain::TimeInForce force = domain::TimeInForce::Day;

    friend bool operator==(Division, Division) = default;
};
/// nullopt for a division this program never sends.
[[nodiscard]] std::optional<Division> divisionOf(QStringView code);

/// Encodes order-cash, and order-rvsecncl for amends and cancels.
///
/// Shape:  JSON, keys upper-case, every value text; cancel and amend always of the whole rest.
///         {"CANO":"50000000","ACNT_PRDT_CD":"01","PDNO":"005930","ORD_DVSN":"00","ORD_QTY":"10",
///         "ORD_UNPR":"70000","EXCG_ID_DVSN_CD":"KRX"}
/// Units:  shares; whole won, "0" for types without a price.
/// Errors: Malformed for a limit order without a price, a quantity below one, an amend or cancel
///         without the original's number, an unreadable account.
/// Source: KIS Open API, order-cash and order-rvsecncl.
/// Thread: any; pure.
[[nodiscard]] base::Result<OrderPost> encodeOrder(const domain::OutgoingOrder& order,
                                                  const QString& account, bool mock);
}  // namespace core::kis
