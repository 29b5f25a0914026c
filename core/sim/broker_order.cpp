#include "core/sim/broker_order.h"

#include <algorithm>

namespace core::sim
{
namespace
{
using P = Pricing;
using W = Waiting;

// clang-format off
constexpr std::array kDivisions{
    Division{{'0', '0'}, P::Limit,        W::Day, false},
    Division{{'0', '1'}, P::Market,       W::Day, false},
    Division{{'0', '2'}, P::Conditional,  W::Day, false},
    Division{{'0', '3'}, P::BestOpposite, W::Day, false},
    Division{{'0', '4'}, P::BestOwn,      W::Day, false},
    Division{{'0', '6'}, P::ClosingPrice, W::Day, false},
    Division{{'1', '1'}, P::Limit,        W::Ioc, false},
    Division{{'1', '2'}, P::Limit,        W::Fok, false},
    Division{{'1', '3'}, P::Market,       W::Ioc, false},
    Division{{'1', '4'}, P::Market,       W::Fok, false},
    Division{{'1', '5'}, P::BestOpposite, W::Ioc, false},
    Division{{'1', '6'}, P::BestOpposite, W::Fok, false},
    Division{{'4', '1'}, P::Limit,        W::Day, true},
    Division{{'4', '2'}, P::Limit,        W::Ioc, true},
    Division{{'4', '3'}, P::Limit,        W::Fok, true},
    Division{{'4', '4'}, P::BestOpposite, W::Day, true},
    Division{{'4', '5'}, P::BestOpposite, W::Ioc, true},
    Division{{'4', '6'}, P::BestOpposite, W::Fok, true},
    Division{{'4', '7'}, P::BestOwn,      W::Day, true},
};
// clang-format on
}  // namespace

std::optional<Division> divisionOf(std::string_view code)
{
    const auto known = std::find_if(kDivisions.begin(), kDivisions.end(),
                                    [&](const Division& d) { return d.text() == code; });
    return known == kDivisions.end() ? std::nullopt : std::optional{*known};
}

/// The codes of price limits, self-trades and venues are not in the published tables; they are
/// worded so that only the text tells (the broker does the same under APBK0918).
RefusalText refusalText(OrderRefusal refusal)
{
    switch (refusal) {
    case OrderRefusal::Data:
        return {"APBK1630", "1", "입력 자료 오류입니다.", "40910000",
                "모의투자 주문이 불가한 자료입니다."};
    case OrderRefusal::UnknownIssue:
        return {"APBK0656", "1", "해당종목정보가 없습니다.", "40070000",
                "모의투자 주문처리가 안되었습니다(매매불가 종목)"};
    case OrderRefusal::Division:
        return {"APBK0963", "1", "주문구분 오류입니다.", "40910000",
                "모의투자 주문이 불가한 주문구분입니다."};
    case OrderRefusal::Venue:
        return {"APBK0963", "1", "거래소구분 오류입니다.", "40910000",
                "모의투자에서는 KRX 주문만 가능합니다."};
    case OrderRefusal::Step:
        return {"APBK0506", "1", "호가단위 오류입니다.", "40030000", "모의투자 호가단위 오류"};
    case OrderRefusal::Limit:
        return {"APBK0918", "1", "주문가격이 상한가 또는 하한가를 벗어났습니다.", "40910000",
                "모의투자 주문가격이 상한가 또는 하한가를 벗어났습니다."};
    case OrderRefusal::Cash:
        return {"APBK0952", "7", "주문가능금액을 초과 했습니다", "40250000",
                "모의투자 주문가능금액이 부족합니다."};
    case OrderRefusal::SellQuantity:
        return {"APBK0400", "7", "주문 가능한 수량을 초과했습니다.", "40310000",
                "모의투자 주문가능수량이 부족합니다."};
    case OrderRefusal::BeforeOpen:
        return {"APBK0918", "1", "장운영시간이 아닙니다.(장시작전)", "40570000",
                "모의투자 장시작전 입니다."};
    case OrderRefusal::Closed:
        return {"APBK0918", "1", "장운영시간이 아닙니다.(장마감)", "40580000",
                "모의투자 장종료 입니다."};
    case OrderRefusal::Halted:
        return {"APBK0066", "1", "거래정지종목으로 취소주문만 가능합니다.", "40070000",
                "모의투자 주문처리가 안되었습니다(매매불가 종목)"};
    case OrderRefusal::Circuit:
        return {"APBK0918", "1", "장운영시간이 아닙니다.(매매거래중단)", "40910000",
                "모의투자 주문이 불가합니다.(매매거래중단)"};
    case OrderRefusal::AuctionType:
        return {"APBK3013", "1", "[단일가매매] 지정가 주문만 가능합니다.", "40910000",
                "모의투자 [단일가매매] 지정가 주문만 가능합니다."};
    case OrderRefusal::AfterMarketType:
        return {"APBK3013", "1", "[애프터마켓]지정가 및 최유리/최우선지정가 주문만 가능합니다.",
                "40580000", "모의투자 장종료 입니다."};
    case OrderRefusal::MarketType:
        return {"APBK1943", "1", "시장가호가불가로 주문이 불가합니다.", "40910000",
                "모의투자 시장가호가불가로 주문이 불가합니다."};
    case OrderRefusal::SelfTrade:
        return {"APBK0918", "1", "자전거래 의심으로 주문이 불가합니다.", "40910000",
                "모의투자 자전거래 의심으로 주문이 불가합니다."};
    case OrderRefusal::NotFound:
        return {"APBK0344", "7", "원주문이 존재하지 않습니다.", "40330000",
                "모의투자 정정/취소할 수량이 없습니다."};
    case OrderRefusal::NothingLeft:
        return {"APBK0927", "7", "정정/취소 가능수량이 없습니다.", "40330000",
                "모의투자 정정/취소할 수량이 없습니다."};
    case OrderRefusal::AboveRemainder:
        return {"APBK0400", "7", "정정/취소 가능수량을 초과했습니다.", "40330000",
                "모의투자 정정/취소할 수량이 없습니다."};
    }
    return {"APBK1630", "1", "", "40910000", ""};
}

const char* toText(OrderRefusal refusal)
{
    switch (refusal) {
    case OrderRefusal::Data:
        return "Data";
    case OrderRefusal::UnknownIssue:
        return "UnknownIssue";
    case OrderRefusal::Division:
        return "Division";
    case OrderRefusal::Venue:
        return "Venue";
    case OrderRefusal::Step:
        return "Step";
    case OrderRefusal::Limit:
        return "Limit";
    case OrderRefusal::Cash:
        return "Cash";
    case OrderRefusal::SellQuantity:
        return "SellQuantity";
    case OrderRefusal::BeforeOpen:
        return "BeforeOpen";
    case OrderRefusal::Closed:
        return "Closed";
    case OrderRefusal::Halted:
        return "Halted";
    case OrderRefusal::Circuit:
        return "Circuit";
    case OrderRefusal::AuctionType:
        return "AuctionType";
    case OrderRefusal::AfterMarketType:
        return "AfterMarketType";
    case OrderRefusal::MarketType:
        return "MarketType";
    case OrderRefusal::SelfTrade:
        return "SelfTrade";
    case OrderRefusal::NotFound:
        return "NotFound";
    case OrderRefusal::NothingLeft:
        return "NothingLeft";
    case OrderRefusal::AboveRemainder:
        return "AboveRemainder";
    }
    return "Data";
}
}  // namespace core::sim
