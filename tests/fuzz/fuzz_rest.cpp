// REST bodies: every answer has a verdict, and what is absent never becomes a zero price.

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
    const auto balance = decodeBalance({reply, reply});
    require(!balance || balance->holdings >= 0);
    return 0;
}
