#pragma once

#include "core/base/result.h"
#include "core/domain/broker_reply.h"
#include "core/domain/order_traffic.h"
#include "core/kis/rest_client.h"
#include "core/kis/rest_reply.h"

#include <QString>

#include <optional>
#include <vector>

namespace core::kis
{
// Requests and answers about the account: the day's orders, holdings, what may be sold or bought.
// Pure; any thread. Source of all: KIS Open API, domestic stock, trading.
//
// Figures of money and shares that are absent or unreadable make the whole answer Malformed: a
// wrong zero would look like "nothing filled" or "no cash". `account` is "12345678-01".

/// The day's orders of `symbol` (empty = all), filled, open, cancelled and refused.
[[nodiscard]] base::Result<RestRequest>
dayOrdersRequest(const QString& account, bool mock, domain::TradingDate day,
                 const std::optional<domain::Symbol>& symbol);
/// The open orders. The mock host does not have it: ask for the day's instead.
[[nodiscard]] base::Result<RestRequest> openOrdersRequest(const QString& account);
/// All pages together, in the broker's order.
/// Shape:  orgn_odno only in amend and cancel rows; ord_unpr 0 for types without a price.
/// Errors: Malformed for a row without number, issue, side, time or quantities; OutOfRange when
///         two rows have the same branch and number: the list was not one picture.
[[nodiscard]] base::Result<std::vector<domain::BrokerOrderRow>>
decodeOrderRows(domain::OrderListKind kind, const std::vector<RestReply>& pages);

[[nodiscard]] base::Result<RestRequest> balanceRequest(const QString& account, bool mock);
/// All pages together; rows of one issue (cash and credit) are added, rows without shares (sold
/// out today) left out. `askedAt` is left to the caller.
[[nodiscard]] base::Result<domain::BalanceReply> decodeBalance(const std::vector<RestReply>& pages);

/// The mock host does not have it: ask for the balance instead.
[[nodiscard]] base::Result<RestRequest> sellableRequest(const QString& account,
                                                        const domain::Symbol& symbol);
[[nodiscard]] base::Result<domain::Quantity> decodeSellable(const RestReply& reply);

/// `price` empty: at the margin price of types without one (the upper limit).
[[nodiscard]] base::Result<RestRequest>
buyingPowerRequest(const QString& account, bool mock, const domain::Symbol& symbol,
                   const std::optional<domain::Price>& price);
/// Without receivables: nrcvb_buy_amt and nrcvb_buy_qty. `askedAt` is left to the caller.
[[nodiscard]] base::Result<domain::BuyingPowerReply> decodeBuyingPower(const domain::Symbol& symbol,
                                                                       const RestReply& reply);
}  // namespace core::kis
