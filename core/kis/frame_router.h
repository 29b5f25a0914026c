#pragma once

#include "core/base/result.h"
#include "core/kis/frame.h"
#include "core/kis/notice_codec.h"
#include "core/kis/quote_codec.h"
#include "core/kis/trade_codec.h"
#include "core/market/market_feed.h"

#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <vector>

namespace core::kis
{
/// From the text of a data frame to calls of the sink: whole frames or nothing.
///
/// A notice is never lost silently: what cannot be opened or read reaches the sink as
/// `NoticeKind::Unknown`, which means "read the orders again". Thread: the feed's.
class FrameRouter final
{
public:
    static constexpr std::size_t kParkedMax = 64;

    explicit FrameRouter(market::MarketFeedSink& sink) : m_sink{sink} {}

    /// Delivers the records of one data frame. `day` is the day it is in Seoul.
    /// Errors: those of the decoders; nothing of the frame was delivered then.
    [[nodiscard]] base::Status route(QStringView frame, domain::TradingDate day);

    /// The key of the notices to come; opens those parked. The error is that of the last frame
    /// that would not open.
    [[nodiscard]] base::Status setNoticeKey(NoticeKey key);
    /// The connection is gone, and its key with it.
    void forgetNoticeKey();

    [[nodiscard]] std::uint64_t records() const noexcept { return m_records; }
    [[nodiscard]] std::uint64_t driftFrames() const noexcept { return m_driftFrames; }

private:
    market::MarketFeedSink& m_sink;
    TradeDecoder m_trades;
    QuoteDecoder m_quotes;
    ExpectedDecoder m_expected;
    NoticeKey m_noticeKey;
    std::vector<QString> m_parked;  ///< Encrypted frames that came before their key.
    std::uint64_t m_records = 0;
    std::uint64_t m_driftFrames = 0;
    std::array<bool, 5> m_driftTold{};

    [[nodiscard]] base::Status routeTrades(QStringView frame, const FrameHeader& header);
    [[nodiscard]] base::Status routeNotices(QStringView frame, const FrameHeader& header);
    [[nodiscard]] base::Status openNotices(QStringView frame, const FrameHeader& header);
    void reportLostNotice();
    void noteWidth(domain::Stream stream, std::uint32_t width, std::uint32_t known);
};
}  // namespace core::kis
