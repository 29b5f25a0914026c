#include "core/sim/rest_context.h"

namespace core::sim
{
HttpReply okReply(const QByteArray& blocks, const char* messageCode)
{
    const bool empty = QByteArrayView{messageCode} == QByteArrayView{"KIOK0560"};
    const QByteArray text =
        empty
            ? QByteArrayLiteral("조회할 내용이 없습니다                                          ")
            : QByteArrayLiteral("정상처리 되었습니다.                                            ");
    HttpReply reply;
    reply.body = '{' + blocks + (blocks.isEmpty() ? "" : ",") + R"("rt_cd":"0","msg_cd":")"
                 + messageCode + R"(","msg1":")" + text + R"("})";
    reply.headers.emplaceBack("tr_cont", "");
    return reply;
}

HttpReply refusalReply(int status, const char* resultCode, const char* messageCode,
                       const char* text)
{
    HttpReply reply;
    reply.status = status;
    reply.body = QByteArray{R"({"rt_cd":")"} + resultCode + R"(","msg_cd":")" + messageCode
                 + R"(","msg1":")" + text + R"("})";
    return reply;
}

std::optional<StockId> requestedStock(const RestContext& context, const HttpRequest& request)
{
    const std::optional<domain::Symbol> symbol =
        domain::Symbol::parse(request.parameter("FID_INPUT_ISCD"));
    return symbol ? context.exchange.find(*symbol) : std::nullopt;
}

std::optional<HttpReply> marketRefusal(const HttpRequest& request)
{
    const QString market = request.parameter("FID_COND_MRKT_DIV_CODE");
    if (market == u"J" || market == u"UN") {
        return std::nullopt;
    }
    return refusalReply(
        200, "2", "OPSQ2001",
        "ERROR INPUT FIELD NOT FOUND [FID_COND_MRKT_DIV_CODE] INVALID_CHECK_MRKT_DIV_CODE");
}

HttpReply unknownIssue()
{
    return refusalReply(200, "1", "APBK0656", "해당종목정보가 없습니다.");
}

const char* signCode(const Stock& stock, std::int32_t price)
{
    if (price >= stock.limits().upper.won()) {
        return "1";
    }
    return price <= stock.limits().lower.won() ? "4"
                                               : directionCode(price - stock.listing().reference);
}

const char* directionCode(std::int64_t difference)
{
    return difference > 0 ? "2" : difference < 0 ? "5" : "3";
}

void addChange(JsonObject& out, const Stock& stock, std::int32_t price, const char* signKey,
               const char* changeKey, const char* rateKey)
{
    const std::int64_t difference = price - stock.listing().reference;
    out.number(changeKey, difference)
        .text(signKey, signCode(stock, price))
        .decimal(rateKey, difference * 10'000 / stock.listing().reference);
}

std::int64_t percentOf(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0
                      : static_cast<std::int64_t>(static_cast<double>(part)
                                                  / static_cast<double>(whole) * 10'000.0);
}

std::int64_t percentAbove(std::int64_t value, std::int64_t base)
{
    return base == 0 ? 0 : percentOf(value - base, base);
}

QString clockText(std::int32_t at)
{
    return domain::compactTimeText(domain::TimeOfDay{at});
}

std::int64_t strength(std::int64_t buyVolume, std::int64_t sellVolume)
{
    return percentOf(buyVolume, sellVolume);
}

QString marketName(const Listing& listing)
{
    if (listing.has(domain::InstrumentFlag::Kospi200)) {
        return QStringLiteral("KOSPI200");
    }
    return listing.instrument.market == domain::Market::Kospi ? QStringLiteral("KOSPI")
                                                              : QStringLiteral("KOSDAQ");
}

QString industryName(const Listing& listing)
{
    return listing.instrument.market == domain::Market::Kospi ? QStringLiteral("전기·전자")
                                                              : QStringLiteral("IT 부품");
}

const char* alarmCode(const Listing& listing)
{
    using domain::InstrumentFlag;
    return listing.has(InstrumentFlag::Risk)      ? "03"
           : listing.has(InstrumentFlag::Warning) ? "02"
           : listing.has(InstrumentFlag::Caution) ? "01"
                                                  : "00";
}
}  // namespace core::sim
