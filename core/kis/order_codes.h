#pragma once

#include "core/domain/order_traffic.h"

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <cstdint>
#include <string_view>

namespace core::kis
{
/// Whether the broker's words decide, because one code carries several meanings.
enum class Words : std::uint8_t
{
    Ignored,
    Decide,
};

enum class CodeMatch : std::uint8_t
{
    Whole,
    Prefix,
};

/// What a message code in a parsed refusal of an order means.
struct OrderCode
{
    QLatin1String code;
    CodeMatch match = CodeMatch::Whole;
    domain::AnswerClass what = domain::AnswerClass::Unknown;
    domain::RejectReason reason = domain::RejectReason::Other;
    Words words = Words::Ignored;
};

/// Words of msg1 that name a reason.
struct ReasonWord
{
    std::u16string_view word;
    domain::RejectReason reason = domain::RejectReason::Other;
};

namespace order_table
{
using enum domain::RejectReason;
inline constexpr auto kNo = domain::AnswerClass::Rejected;
inline constexpr auto kLost = domain::AnswerClass::Unknown;
inline constexpr auto kWhole = CodeMatch::Whole;
inline constexpr auto kPrefix = CodeMatch::Prefix;

// clang-format off
/// First match wins: whole codes before the prefixes they belong to. What is not here is not
/// confirmed: Unknown, whatever rt_cd says.
/// Source: KIS Open API, error codes; texts captured by public clients; reliability contract 4.3.
inline constexpr std::array kOrderCodes{
    // Success codes in a refusal contradict it.
    OrderCode{QLatin1String("APBK0013"), kWhole,  kLost, Other},
    OrderCode{QLatin1String("APBK2938"), kWhole,  kLost, Other},
    OrderCode{QLatin1String("40590000"), kWhole,  kLost, Other},
    OrderCode{QLatin1String("40600000"), kWhole,  kLost, Other},
    OrderCode{QLatin1String("40630000"), kWhole,  kLost, Other},
    // The gateway: refused before the order system saw it.
    OrderCode{QLatin1String("EGW00121"), kWhole,  kNo,   Token},
    OrderCode{QLatin1String("EGW00122"), kWhole,  kNo,   Token},
    OrderCode{QLatin1String("EGW00123"), kWhole,  kNo,   Token},
    OrderCode{QLatin1String("EGW00133"), kWhole,  kNo,   Token},
    OrderCode{QLatin1String("EGW001"),   kPrefix, kNo,   Configuration},
    OrderCode{QLatin1String("EGW00201"), kWhole,  kNo,   RateLimited},
    OrderCode{QLatin1String("EGW00204"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00205"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00206"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00207"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00208"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00209"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00210"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00211"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00212"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00213"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00214"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00215"), kWhole,  kNo,   RateLimited},
    OrderCode{QLatin1String("EGW00304"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW00310"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("EGW02006"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("OPSQ0002"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("OPSQ2000"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("OPSQ2"),    kPrefix, kNo,   Other},
    // The order system.
    OrderCode{QLatin1String("APBK0066"), kWhole,  kNo,   Halted},
    OrderCode{QLatin1String("APBK0344"), kWhole,  kNo,   OriginalUnknown},
    OrderCode{QLatin1String("APBK0400"), kWhole,  kNo,   SellQuantity},
    OrderCode{QLatin1String("APBK0506"), kWhole,  kNo,   PriceStep},
    OrderCode{QLatin1String("APBK0656"), kWhole,  kNo,   Instrument},
    OrderCode{QLatin1String("APBK0918"), kWhole,  kNo,   Other,         Words::Decide},
    OrderCode{QLatin1String("APBK0919"), kWhole,  kNo,   Other,         Words::Decide},
    OrderCode{QLatin1String("APBK0927"), kWhole,  kNo,   NothingLeft},
    OrderCode{QLatin1String("APBK0952"), kWhole,  kNo,   Cash},
    OrderCode{QLatin1String("APBK1234"), kWhole,  kNo,   SellQuantity},
    OrderCode{QLatin1String("APBK1630"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("APBK1943"), kWhole,  kNo,   Other,         Words::Decide},
    OrderCode{QLatin1String("APBK3013"), kWhole,  kNo,   MarketOrder},
    OrderCode{QLatin1String("APBK"),     kPrefix, kNo,   Other},
    OrderCode{QLatin1String("APAC0081"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("APAC"),     kPrefix, kNo,   Other},
    OrderCode{QLatin1String("IGW00002"), kWhole,  kNo,   Configuration},
    OrderCode{QLatin1String("IGW00017"), kWhole,  kNo,   Instrument},
    OrderCode{QLatin1String("IGW"),      kPrefix, kNo,   Other},
    OrderCode{QLatin1String("KIER3672"), kWhole,  kNo,   Session},
    OrderCode{QLatin1String("KIER"),     kPrefix, kNo,   Other},
    // The mock's own.
    OrderCode{QLatin1String("40030000"), kWhole,  kNo,   PriceStep},
    OrderCode{QLatin1String("40070000"), kWhole,  kNo,   Instrument},
    OrderCode{QLatin1String("40100000"), kWhole,  kNo,   ClosedDay},
    OrderCode{QLatin1String("40250000"), kWhole,  kNo,   Cash},
    OrderCode{QLatin1String("40330000"), kWhole,  kNo,   NothingLeft},
    OrderCode{QLatin1String("40570000"), kWhole,  kNo,   Session},
    OrderCode{QLatin1String("40580000"), kWhole,  kNo,   Session},
    OrderCode{QLatin1String("40"),       kPrefix, kNo,   Other},
};

/// A text names a reason when words of that reason occur and of no other.
inline constexpr std::array kReasonWords{
    ReasonWord{u"장운영시간",     Session},
    ReasonWord{u"장종료",         Session},
    ReasonWord{u"장마감",         Session},
    ReasonWord{u"장개시전",       Session},
    ReasonWord{u"장시작전",       Session},
    ReasonWord{u"주문가능시간",   Session},
    ReasonWord{u"장운영일자",     ClosedDay},
    ReasonWord{u"휴장일",         ClosedDay},
    ReasonWord{u"영업일이아",     ClosedDay},
    ReasonWord{u"주문가능금액",   Cash},
    ReasonWord{u"예수금",         Cash},
    ReasonWord{u"증거금",         Cash},
    ReasonWord{u"매도가능수량",   SellQuantity},
    ReasonWord{u"주문가능수량",   SellQuantity},
    ReasonWord{u"보유수량",       SellQuantity},
    ReasonWord{u"잔고수량",       SellQuantity},
    ReasonWord{u"잔고가부족",     SellQuantity},
    ReasonWord{u"거래정지",       Halted},
    ReasonWord{u"매매정지",       Halted},
    ReasonWord{u"호가단위",       PriceStep},
    ReasonWord{u"상한가초과",     PriceLimit},
    ReasonWord{u"하한가미만",     PriceLimit},
    ReasonWord{u"가격제한폭",     PriceLimit},
    ReasonWord{u"시장가호가불가", MarketOrder},
    ReasonWord{u"시장가주문불가", MarketOrder},
    ReasonWord{u"자전거래",       SelfTrade},
};
// clang-format on
}  // namespace order_table

/// The row of `code` in a parsed refusal; Unknown for a code that is not in the table.
[[nodiscard]] constexpr OrderCode orderCode(QStringView code) noexcept
{
    for (const OrderCode& row : order_table::kOrderCodes) {
        const bool hit =
            row.match == CodeMatch::Whole
                ? code == row.code
                : code.size() >= row.code.size() && code.left(row.code.size()) == row.code;
        if (hit) {
            return row;
        }
    }
    return {};
}

/// The reason the broker's words name; Other when they name none or more than one. Blanks do
/// not count: the same text comes with and without.
[[nodiscard]] domain::RejectReason reasonByWords(QStringView text);
}  // namespace core::kis
