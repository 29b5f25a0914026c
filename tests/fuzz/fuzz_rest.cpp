// REST bodies: every answer has a verdict, and what is absent never becomes a zero price.

#include "core/kis/account_codec.h"
#include "core/kis/order_reply.h"
#include "core/kis/query_codec.h"
#include "core/kis/rest_reply.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace
{
void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace core::kis;
    using namespace std::chrono;
    if (size == 0) {
        return 0;
    }
    constexpr std::array kStatuses{200, 400, 401, 403, 404, 429, 500, 502, 0};
    const int status = kStatuses[data[0] % kStatuses.size()];
    const QByteArray body{reinterpret_cast<const char*>(data) + 1,
                          static_cast<qsizetype>(size) - 1};
    const RestReply reply = classifyReply(status, body, body.left(1));
    if (reply.verdict != RestVerdict::Success) {
        static_cast<void>(reply.error());
    }
    const auto symbol = *core::domain::Symbol::parse(std::string_view{"005930"});
    const auto now =
        core::domain::fromKst(year{2026} / November / 24, core::domain::timeOfDay(10, 0));

    const auto price = decodePrice(symbol, reply);
    require(!price || price->price.won() > 0);
    const auto bars = decodeMinuteBars(symbol, reply, now);
    if (bars) {
        require(bars->bars.size() == bars->vwapCents.size());
        std::int32_t newest = 0;
        for (const core::domain::Bar& bar : bars->bars) {
            require(bar.startMinute > newest && bar.open > 0 && bar.low > 0 && bar.volume > 0);
            newest = bar.startMinute;
        }
    }
    static_cast<void>(decodeRanking(reply));
    static_cast<void>(decodeHolidays(reply));
    const auto balance = decodeBalance({reply});
    for (const auto& holding : balance ? balance->rows : std::vector<core::domain::Holding>{}) {
        require(holding.quantity.shares() > 0 && holding.sellable.shares() >= 0
                && holding.cost.value() >= 0);
    }
    for (const auto kind : {core::domain::OrderListKind::Day, core::domain::OrderListKind::Open}) {
        const auto rows = decodeOrderRows(kind, {reply});
        for (const auto& row : rows ? *rows : std::vector<core::domain::BrokerOrderRow>{}) {
            // Filled shares without their money would be shares for nothing.
            require(!row.broker.isEmpty() && !row.symbol.isEmpty());
            require((row.filled.shares() > 0) == (row.filledAmount.value() > 0));
            require(!row.price || row.price->won() > 0);
        }
    }
    const auto power = decodeBuyingPower(symbol, reply);
    require(!power || power->amount.value() >= 0);
    static_cast<void>(decodeSellable(reply));

    // An order was accepted only with a number, refused only with a code.
    const OrderReply order = classifyOrderReply(status, body);
    const bool accepted = order.what == core::domain::AnswerClass::Accepted;
    require(accepted == !order.broker.isEmpty());
    require(!accepted || status == 200);
    require(order.what != core::domain::AnswerClass::Rejected || !order.code.isEmpty());
    require(order.what != core::domain::AnswerClass::NotSent);
    return 0;
}
