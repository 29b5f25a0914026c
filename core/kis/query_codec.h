#pragma once

#include "core/base/result.h"
#include "core/domain/broker_reply.h"
#include "core/kis/rest_client.h"
#include "core/kis/rest_reply.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace core::kis
{
// Requests and answers of the query endpoints. Pure; any thread.
// Source of all: KIS Open API, domestic stock, quotations and trading.

[[nodiscard]] RestRequest rankingRequest(domain::RankingList list);
/// Issue codes in rank order; rows without a readable code are left out.
/// Errors: Malformed for an answer without the list.
[[nodiscard]] base::Result<std::vector<domain::Symbol>> decodeRanking(const RestReply& reply);

/// Thirty one-minute bars of today ending at `until` (a future time is clamped to now).
[[nodiscard]] RestRequest minuteBarsRequest(const domain::Symbol& symbol, domain::TimeOfDay until);
/// Shape:  rows newest first, stck_cntg_hour = start of the minute, acml_tr_pbmn accumulated.
/// Units:  shares and won; turnover of a bar = difference of the accumulated turnover, of the
///         oldest bar (nothing before it in the answer) volume x close. VWAP where the answer's
///         own totals belong to its newest row, else 0.
/// `now` tells the forming minute, which is left out, and the day: rows of another are dropped.
/// Errors: Malformed for an answer without rows block, or a row with an unreadable value.
[[nodiscard]] base::Result<domain::MinuteBarsReply>
decodeMinuteBars(const domain::Symbol& symbol, const RestReply& reply, domain::Timestamp now);

[[nodiscard]] RestRequest priceRequest(const domain::Symbol& symbol);
/// Errors: Malformed without a price above zero or without accumulated figures.
[[nodiscard]] base::Result<domain::PriceReply> decodePrice(const domain::Symbol& symbol,
                                                           const RestReply& reply);

[[nodiscard]] RestRequest holidayRequest(domain::TradingDate from);
/// Whether the exchange opens, by day (opnd_yn). Rows with anything but Y or N are left out.
[[nodiscard]] base::Result<std::map<domain::TradingDate, bool>>
decodeHolidays(const RestReply& reply);
}  // namespace core::kis
