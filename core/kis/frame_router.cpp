#include "core/kis/frame_router.h"

#include "core/base/log.h"
#include "core/kis/operation_codec.h"

#include <algorithm>

namespace core::kis
{
using domain::Stream;

base::Status FrameRouter::route(QStringView frame, domain::TradingDate day)
{
    const base::Result<FrameHeader> header = parseFrameHeader(frame);
    if (!header) {
        return header.error();
    }
    if (header->encrypted && header->stream != Stream::Notice) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("data frame: a market record cannot be encrypted")};
    }
    switch (header->stream) {
    case Stream::Trade:
        return routeTrades(frame, *header);
    case Stream::Quote: {
        const auto quotes = m_quotes.decode(frame, *header, day);
        if (!quotes) {
            return quotes.error();
        }
        noteWidth(Stream::Quote, m_quotes.width(), QuoteDecoder::kFieldsKnown);
        m_records += header->count;
        for (const domain::Quote& quote : *quotes) {
            m_sink.onQuote(quote);
        }
        return base::Done{};
    }
    case Stream::Expected: {
        const auto expected = m_expected.decode(frame, *header);
        if (!expected) {
            return expected.error();
        }
        noteWidth(Stream::Expected, m_expected.width(), ExpectedDecoder::kFieldsKnown);
        m_records += header->count;
        for (const domain::ExpectedTrade& trade : *expected) {
            m_sink.onExpected(trade);
        }
        return base::Done{};
    }
    case Stream::Operation: {
        const auto operations = decodeOperations(frame, *header);
        if (!operations) {
            return operations.error();
        }
        m_records += header->count;
        for (const domain::MarketOperation& operation : *operations) {
            m_sink.onOperation(operation);
        }
        return base::Done{};
    }
    case Stream::Notice:
        return routeNotices(frame, *header);
    }
    return base::Done{};
}

base::Status FrameRouter::routeTrades(QStringView frame, const FrameHeader& header)
{
    const auto trades = m_trades.decode(frame, header);
    if (!trades) {
        return trades.error();
    }
    noteWidth(Stream::Trade, m_trades.width(), TradeDecoder::kFieldsKnown);
    m_records += header.count;
    m_sink.onTrades(*trades);
    return base::Done{};
}

base::Status FrameRouter::routeNotices(QStringView frame, const FrameHeader& header)
{
    if (header.encrypted && !m_noticeKey.isUsable()) {
        if (m_parked.size() < kParkedMax) {
            m_parked.push_back(frame.toString());
            return base::Done{};
        }
        reportLostNotice();
        return base::Error{
            base::ErrorCode::Busy,
            QStringLiteral("execution notice: %1 wait for their key already").arg(kParkedMax)};
    }
    return openNotices(frame, header);
}

base::Status FrameRouter::openNotices(QStringView frame, const FrameHeader& header)
{
    const QStringView payload = frame.mid(header.payloadAt);
    const base::Result<QString> plain =
        header.encrypted ? decryptNotice(payload, m_noticeKey) : base::Result{payload.toString()};
    if (!plain) {
        reportLostNotice();
        return plain.error();
    }
    const auto notices = decodeNotices(*plain, header.count);
    if (!notices) {
        reportLostNotice();
        return notices.error();
    }
    m_records += header.count;
    for (const domain::OrderNotice& notice : *notices) {
        m_sink.onNotice(notice);
    }
    return base::Done{};
}

base::Status FrameRouter::setNoticeKey(NoticeKey key)
{
    m_noticeKey = std::move(key);
    base::Status status = base::Done{};
    if (!m_noticeKey.isUsable()) {
        return status;
    }
    const std::vector<QString> parked = std::exchange(m_parked, {});
    for (const QString& frame : parked) {
        const base::Result<FrameHeader> header = parseFrameHeader(frame);
        if (const base::Status opened = openNotices(frame, *header); !opened) {
            status = opened;
        }
    }
    return status;
}

void FrameRouter::forgetNoticeKey()
{
    m_noticeKey = {};
    if (!m_parked.empty()) {
        m_parked.clear();
        reportLostNotice();
    }
}

void FrameRouter::reportLostNotice()
{
    domain::OrderNotice lost;
    lost.kind = domain::NoticeKind::Unknown;
    m_sink.onNotice(lost);
}

void FrameRouter::noteWidth(Stream stream, std::uint32_t width, std::uint32_t known)
{
    if (width <= known) [[likely]] {
        return;
    }
    ++m_driftFrames;
    bool& told = m_driftTold[static_cast<std::size_t>(stream)];
    if (!std::exchange(told, true)) {
        qCWarning(core::base::lcFeed).noquote()
            << "the broker has appended fields to" << transactionId(stream, HostKind::Real) << ":"
            << width << "instead of" << known
            << "a record; the known ones are used, the rest is ignored";
    }
}
}  // namespace core::kis
