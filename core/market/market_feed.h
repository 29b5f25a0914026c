#pragma once

#include "core/domain/feed.h"
#include "core/domain/market_operation.h"
#include "core/domain/order_notice.h"
#include "core/domain/quote.h"
#include "core/domain/trade.h"

#include <QString>

#include <span>
#include <vector>

namespace core::market
{
/// What a market feed delivers. Called on the feed's own thread (logic), inline from the socket:
/// implementations must not block.
class MarketFeedSink
{
public:
    MarketFeedSink() = default;
    MarketFeedSink(const MarketFeedSink&) = delete;
    MarketFeedSink& operator=(const MarketFeedSink&) = delete;
    virtual ~MarketFeedSink() = default;

    /// All records of one frame, in arrival order. The span dies with the call.
    virtual void onTrades(std::span<const domain::Trade> trades) = 0;
    virtual void onQuote(const domain::Quote& quote) = 0;
    virtual void onExpected(const domain::ExpectedTrade& expected) = 0;
    virtual void onOperation(const domain::MarketOperation& operation) = 0;
    virtual void onNotice(const domain::OrderNotice& notice) = 0;
    /// A registration was confirmed (true) or ended (false: unregistered, refused, connection
    /// lost).
    virtual void onRegistration(const domain::FeedKey& key, bool active) = 0;
    /// The server refused a registration for good. `code` is the broker's message code.
    virtual void onRefused(const domain::FeedKey& key, const QString& code) = 0;
    /// The connection's state changed; read `MarketFeed::figures()`.
    virtual void onFeedState() = 0;
};

/// Port to the real-time market. Declared here because the desk needs it; implemented by
/// `kis::FeedSession`. Lives on the logic thread.
class MarketFeed
{
public:
    MarketFeed() = default;
    MarketFeed(const MarketFeed&) = delete;
    MarketFeed& operator=(const MarketFeed&) = delete;
    virtual ~MarketFeed() = default;

    /// The whole wanted set, most important first. The feed reaches it by a paced difference
    /// (unregister, then register) and registers it again in full after every reconnect.
    virtual void setWanted(std::vector<domain::FeedKey> wanted) = 0;
    [[nodiscard]] virtual domain::FeedFigures figures() const = 0;
};
}  // namespace core::market
