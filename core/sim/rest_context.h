#pragma once

#include "core/base/clock.h"
#include "core/sim/broker.h"
#include "core/sim/credentials.h"
#include "core/sim/exchange.h"
#include "core/sim/history.h"
#include "core/sim/http_message.h"
#include "core/sim/json_text.h"
#include "core/sim/simulator_options.h"

namespace core::sim
{
/// What an endpoint may look at. Everything outlives the call.
struct RestContext
{
    Exchange& exchange;
    const History& history;
    const SimulatorOptions& options;
    Credentials& credentials;
    const base::Clock& clock;
    Broker& broker;
    FaultPlan& faults;
    TruthLog& truth;
};

using Endpoint = HttpReply (*)(RestContext&, const HttpRequest&);

/// A success envelope: `blocks` are the members before rt_cd, e.g. `"output":{...}`.
[[nodiscard]] HttpReply okReply(const QByteArray& blocks, const char* messageCode = "MCA00000");
/// A refusal in the ordinary envelope.
[[nodiscard]] HttpReply refusalReply(int status, const char* resultCode, const char* messageCode,
                                     const char* text);

/// The issue of FID_INPUT_ISCD, brought to now; nullopt = unknown.
[[nodiscard]] std::optional<StockId> requestedStock(const RestContext& context,
                                                    const HttpRequest& request);
/// The refusal for a market letter other than J (and UN, NX where `id` trades there); else null.
[[nodiscard]] std::optional<HttpReply> marketRefusal(const HttpRequest& request);
[[nodiscard]] HttpReply unknownIssue();

/// Won against the previous close, its sign code and its percentage, under KIS's names.
void addChange(JsonObject& out, const Stock& stock, std::int32_t price,
               const char* signKey = "prdy_vrss_sign", const char* changeKey = "prdy_vrss",
               const char* rateKey = "prdy_ctrt");
[[nodiscard]] const char* signCode(const Stock& stock, std::int32_t price);
[[nodiscard]] const char* directionCode(std::int64_t difference);
/// part / whole x 10,000: a percentage in hundredths; 0 for an empty whole.
[[nodiscard]] std::int64_t percentOf(std::int64_t part, std::int64_t whole);
/// Percentage in hundredths by which `value` lies above `base`.
[[nodiscard]] std::int64_t percentAbove(std::int64_t value, std::int64_t base);
[[nodiscard]] QString clockText(std::int32_t at);
/// Trade strength (체결강도) in hundredths.
[[nodiscard]] std::int64_t strength(std::int64_t buyVolume, std::int64_t sellVolume);
[[nodiscard]] QString marketName(const Listing& listing);
[[nodiscard]] QString industryName(const Listing& listing);
[[nodiscard]] const char* alarmCode(const Listing& listing);

// The endpoints, one file a family.
HttpReply inquirePrice(RestContext& context, const HttpRequest& request);
HttpReply inquirePrice2(RestContext& context, const HttpRequest& request);
HttpReply inquireAskingPrice(RestContext& context, const HttpRequest& request);
HttpReply inquireTrades(RestContext& context, const HttpRequest& request);
HttpReply inquireTimeTrades(RestContext& context, const HttpRequest& request);
HttpReply inquireViStatus(RestContext& context, const HttpRequest& request);
HttpReply inquireIndexPrice(RestContext& context, const HttpRequest& request);
HttpReply inquireInvestor(RestContext& context, const HttpRequest& request);
HttpReply searchStockInfo(RestContext& context, const HttpRequest& request);
HttpReply checkHoliday(RestContext& context, const HttpRequest& request);

HttpReply inquireDailyPrice(RestContext& context, const HttpRequest& request);
HttpReply inquireDailyChart(RestContext& context, const HttpRequest& request);
HttpReply inquireMinutesToday(RestContext& context, const HttpRequest& request);
HttpReply inquireMinutesPast(RestContext& context, const HttpRequest& request);

HttpReply volumeRank(RestContext& context, const HttpRequest& request);
HttpReply fluctuationRank(RestContext& context, const HttpRequest& request);
HttpReply strengthRank(RestContext& context, const HttpRequest& request);

HttpReply inquireBalance(RestContext& context, const HttpRequest& request);
HttpReply inquireBuyingPower(RestContext& context, const HttpRequest& request);
HttpReply inquireDailyOrders(RestContext& context, const HttpRequest& request);
HttpReply inquireOpenOrders(RestContext& context, const HttpRequest& request);
HttpReply inquireSellable(RestContext& context, const HttpRequest& request);

HttpReply orderCash(RestContext& context, const HttpRequest& request);
HttpReply orderChange(RestContext& context, const HttpRequest& request);

/// The refusal for another account than the simulated one; else null.
[[nodiscard]] std::optional<HttpReply>
accountRefusal(const RestContext& context, const QString& number, const QString& product);
/// The refusal of a business rule as the played host words it.
[[nodiscard]] HttpReply businessRefusal(const RestContext& context, OrderRefusal refusal);
/// One page of a paged list: what to show from where on, and the keys for the next page.
struct PageWindow
{
    std::size_t from = 0;
    std::size_t count = 0;
    bool more = false;
};
/// The key in CTX_AREA_NK100 of a request for a further page; empty for the first.
[[nodiscard]] QString pageKey(const HttpRequest& request);
/// The window of `total` rows that begins at `from`.
[[nodiscard]] PageWindow pageWindow(const RestContext& context, std::size_t from, std::size_t total,
                                    std::size_t pageSize);
/// `"ctx_area_fk100":"...","ctx_area_nk100":"...",`; `next` is the key of the next page.
[[nodiscard]] QByteArray pageKeys(const HttpRequest& request, const QString& next);
/// Success with the paging header.
[[nodiscard]] HttpReply pagedReply(const RestContext& context, const HttpRequest& request,
                                   const QByteArray& blocks, const PageWindow& window);
}  // namespace core::sim
