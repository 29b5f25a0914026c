#pragma once

#include "core/domain/event.h"
#include "core/storage/byte_pack.h"

#include <concepts>

// What of each event goes into the journal, in which order: the journal's format. A change here is
// a new format version (`journal_format.h`).

namespace core::storage
{
template <typename Value, typename Type>
concept Of = std::same_as<std::remove_const_t<Value>, Type>;

template <>
struct LastOf<domain::Aggressor>
{
    static constexpr domain::Aggressor value = domain::Aggressor::Seller;
};
template <>
struct LastOf<domain::PrintKind>
{
    static constexpr domain::PrintKind value = domain::PrintKind::AfterHours;
};
template <>
struct LastOf<domain::BookPhase>
{
    static constexpr domain::BookPhase value = domain::BookPhase::AfterHours;
};
template <>
struct LastOf<domain::OperationEvent>
{
    static constexpr domain::OperationEvent value = domain::OperationEvent::Unknown;
};
template <>
struct LastOf<domain::NoticeKind>
{
    static constexpr domain::NoticeKind value = domain::NoticeKind::Unknown;
};
template <>
struct LastOf<domain::LogCode>
{
    static constexpr domain::LogCode value = domain::LogCode::RecordsAgain;
};
template <>
struct LastOf<domain::Severity>
{
    static constexpr domain::Severity value = domain::Severity::Critical;
};
template <>
struct LastOf<domain::Side>
{
    static constexpr domain::Side value = domain::Side::Sell;
};
template <>
struct LastOf<domain::Stream>
{
    static constexpr domain::Stream value = domain::Stream::Notice;
};
template <>
struct LastOf<domain::FeedState>
{
    static constexpr domain::FeedState value = domain::FeedState::Stopped;
};
template <>
struct LastOf<domain::TokenState>
{
    static constexpr domain::TokenState value = domain::TokenState::Failed;
};
template <>
struct LastOf<domain::RankingList>
{
    static constexpr domain::RankingList value = domain::RankingList::TradeStrength;
};
template <>
struct LastOf<domain::OrderLeg>
{
    static constexpr domain::OrderLeg value = domain::OrderLeg::Amend;
};
template <>
struct LastOf<domain::AnswerClass>
{
    static constexpr domain::AnswerClass value = domain::AnswerClass::Unknown;
};
template <>
struct LastOf<domain::RejectReason>
{
    static constexpr domain::RejectReason value = domain::RejectReason::Configuration;
};
template <>
struct LastOf<domain::OrderType>
{
    static constexpr domain::OrderType value = domain::OrderType::Best;
};
template <>
struct LastOf<domain::TimeInForce>
{
    static constexpr domain::TimeInForce value = domain::TimeInForce::Fok;
};
template <>
struct LastOf<domain::OrderListKind>
{
    static constexpr domain::OrderListKind value = domain::OrderListKind::Open;
};
template <>
struct LastOf<domain::OrderOrigin>
{
    static constexpr domain::OrderOrigin value = domain::OrderOrigin::Flatten;
};
template <>
struct LastOf<domain::KillLevel>
{
    static constexpr domain::KillLevel value = domain::KillLevel::FlattenAndLock;
};
template <>
struct LastOf<domain::GateCause>
{
    static constexpr domain::GateCause value = domain::GateCause::DataOld;
};
template <>
struct LastOf<domain::AutoState>
{
    static constexpr domain::AutoState value = domain::AutoState::Off;
};
template <>
struct LastOf<domain::AddMode>
{
    static constexpr domain::AddMode value = domain::AddMode::Approve;
};
template <>
struct LastOf<domain::Interval>
{
    static constexpr domain::Interval value = domain::Interval::M10;
};
template <>
struct LastOf<domain::Market>
{
    static constexpr domain::Market value = domain::Market::Kosdaq;
};
template <>
struct LastOf<domain::SecurityGroup>
{
    static constexpr domain::SecurityGroup value = domain::SecurityGroup::Other;
};

template <typename Archive, Of<domain::ClientOrderId> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.date, v.event, v.ordinal);
}

template <typename Archive, Of<domain::FeedKey> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.stream, v.symbol);
}

template <typename Archive, Of<domain::ChartRequest> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.interval);
}

template <typename Archive, Of<domain::BookLevel> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.price, v.quantity);
}

template <typename Archive, Of<domain::Trade> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.time, v.price, v.quantity, v.accVolume, v.accTurnover, v.vwapCents, v.open,
         v.high, v.low, v.ask, v.bid, v.totalAsk, v.totalBid, v.viReference, v.strengthCenti,
         v.aggressor, v.kind, v.halted, v.inViAuction);
}

template <typename Archive, Of<domain::Quote> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.time, v.asks, v.bids, v.totalAsk, v.totalBid, v.expectedPrice,
         v.expectedQuantity, v.accVolume, v.phase);
}

template <typename Archive, Of<domain::ExpectedTrade> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.time, v.price, v.quantity);
}

template <typename Archive, Of<domain::MarketOperation> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.event, v.code, v.halted, v.haltReason, v.viActive);
}

template <typename Archive, Of<domain::OrderNotice> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.kind, v.account, v.orderNumber, v.originalNumber, v.side, v.symbol, v.quantity, v.price,
         v.orderQuantity, v.time);
}

template <typename Archive, Of<domain::RegistrationChanged> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.key, v.active);
}

template <typename Archive, Of<domain::RegistrationRefused> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.key, v.code);
}

template <typename Archive, Of<domain::FeedFigures> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.state, v.detail, v.frames, v.records, v.badFrames, v.driftFrames, v.reconnects, v.wanted,
         v.acknowledged, v.stale, v.lastFrame);
}

template <typename Archive, Of<domain::BrokerFigures> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.token, v.tokenUntil, v.callsLastSecond, v.callsPerSecondMax, v.queued, v.calls,
         v.failures, v.rateLimited, v.ordersWritten, v.detail);
}

template <typename Archive, Of<domain::RankingReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.list, v.ok, v.symbols);
}

template <typename Archive, Of<domain::Bar> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.volume, v.turnover, v.startMinute, v.open, v.high, v.low, v.close, v.tradesAndFlags);
}

template <typename Archive, Of<domain::MinuteBarsReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.ok, v.bars, v.vwapCents, v.reachesOpen);
}

template <typename Archive, Of<domain::PriceReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.ok, v.price, v.base, v.upperLimit, v.lowerLimit, v.open, v.high, v.low,
         v.accVolume, v.accTurnover, v.halted, v.viActive, v.administrative, v.liquidation,
         v.overheated, v.warned);
}

template <typename Archive, Of<domain::Holding> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.quantity, v.sellable, v.cost, v.last);
}

template <typename Archive, Of<domain::BalanceReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.ok, v.askedAt, v.totalAssets, v.cash, v.holdings, v.rows);
}

template <typename Archive, Of<domain::HolidayReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.date, v.ok, v.open);
}

template <typename Archive, Of<domain::InstrumentFlags> Value>
void fields(Archive& pack, Value& v)
{
    std::uint32_t bits = v.bits();
    pack(bits);
    if constexpr (!std::is_const_v<Value>) {
        v = domain::InstrumentFlags::fromBits(bits);
    }
}

template <typename Archive, Of<domain::Instrument> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.name, v.isin, v.market, v.group, v.flags, v.reference, v.previousVolume,
         v.listedShares, v.marketValueEok, v.listed);
}

template <typename Archive, Of<domain::TradeConditions> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.momentum3, v.momentum5, v.atr, v.spread, v.bidShare);
}

template <typename Archive, Of<domain::OrderRequest> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.side, v.type, v.timeInForce, v.quantity, v.price, v.origin, v.rule, v.decided,
         v.seen);
}

template <typename Archive, Of<domain::OrderAnswer> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.id, v.leg, v.attempt, v.what, v.reason, v.broker, v.branch, v.brokerTime, v.code, v.text,
         v.roundTrip);
}

template <typename Archive, Of<domain::BrokerOrderRow> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.broker, v.original, v.branch, v.symbol, v.side, v.type, v.timeInForce, v.knownType,
         v.quantity, v.price, v.time, v.filled, v.filledAmount, v.remaining, v.cancelled,
         v.rejected, v.isCancel);
}

template <typename Archive, Of<domain::OrderListReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.kind, v.symbol, v.ask, v.day, v.complete, v.askedAt, v.rows, v.problem);
}

template <typename Archive, Of<domain::SellableReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.ok, v.sellable, v.askedAt);
}

template <typename Archive, Of<domain::BuyingPowerReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.ok, v.amount, v.quantity, v.askedAt);
}

template <typename Archive, Of<domain::LedgerReply> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.write, v.durable, v.sent, v.problem, v.took);
}

template <typename Archive, Of<domain::TimerStep> Value>
void fields(Archive&, Value&)
{
}

template <typename Archive, Of<domain::ScreenNow> Value>
void fields(Archive&, Value&)
{
}

template <typename Archive, Of<domain::SettleDay> Value>
void fields(Archive&, Value&)
{
}

template <typename Archive, Of<domain::RecordsNote> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.code, v.severity, v.detail);
}

template <typename Archive, Of<domain::SelectSymbol> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol);
}

template <typename Archive, Of<domain::WatchChart> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.pane, v.request);
}

template <typename Archive, Of<domain::PlaceOrder> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.request);
}

template <typename Archive, Of<domain::PreviewOrder> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.ask, v.request);
}

template <typename Archive, Of<domain::CancelOrder> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.id);
}

template <typename Archive, Of<domain::CancelAll> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.side);
}

template <typename Archive, Of<domain::AmendOrder> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.id, v.price);
}

template <typename Archive, Of<domain::SellPosition> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.percent);
}

template <typename Archive, Of<domain::Kill> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.level, v.sell, v.cause);
}

template <typename Archive, Of<domain::ReleaseKill> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.typed);
}

template <typename Archive, Of<domain::Arm> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.typed, v.dayLimit, v.firstOrderAny);
}

template <typename Archive, Of<domain::Disarm> Value>
void fields(Archive&, Value&)
{
}

template <typename Archive, Of<domain::ConfirmGate> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.cause);
}

template <typename Archive, Of<domain::ResolveOrder> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.id, v.broker);
}

template <typename Archive, Of<domain::AcceptHolding> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol);
}

template <typename Archive, Of<domain::SetAutomation> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.state);
}

template <typename Archive, Of<domain::SetMaster> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.state);
}

template <typename Archive, Of<domain::OverrideAdd> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.mode, v.reason);
}

template <typename Archive, Of<domain::MoveStop> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.symbol, v.level);
}

template <typename Archive, Of<domain::Presence> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.person);
}

template <typename Archive, Of<domain::ReconcileNow> Value>
void fields(Archive&, Value&)
{
}

template <typename Archive, Of<domain::ClockJumped> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.missing);
}

template <typename Archive, Of<domain::ClockSkew> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.offset);
}

template <typename Archive, Of<domain::WindowLost> Value>
void fields(Archive& pack, Value& v)
{
    pack(v.silent);
}
}  // namespace core::storage
