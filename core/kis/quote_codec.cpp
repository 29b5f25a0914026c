#include "core/kis/quote_codec.h"

#include "core/kis/digits.h"
#include "core/kis/wire_field.h"

namespace core::kis
{
namespace
{
using domain::BookPhase;
using domain::ExpectedTrade;
using domain::Price;
using domain::Quantity;
using domain::Quote;

constexpr std::uint32_t kLevels = Quote::kLevels;
constexpr WireField kCode{0, "MKSC_SHRN_ISCD"};
constexpr WireField kTime{1, "BSOP_HOUR"};
constexpr std::uint32_t kHourClass = 2;
constexpr WireField kAsk{3, "ASKP"};
constexpr WireField kBid{13, "BIDP"};
constexpr WireField kAskSize{23, "ASKP_RSQN"};
constexpr WireField kBidSize{33, "BIDP_RSQN"};
constexpr WireField kTotalAsk{43, "TOTAL_ASKP_RSQN"};
constexpr WireField kTotalBid{44, "TOTAL_BIDP_RSQN"};
constexpr WireField kExpectedPrice{47, "ANTC_CNPR"};
constexpr WireField kExpectedQuantity{48, "ANTC_CNQN"};
constexpr WireField kAccVolume{53, "ACML_VOL"};
constexpr std::uint32_t kMarket = 62;

constexpr WireField kExpectedTime{1, "STCK_CNTG_HOUR"};
constexpr WireField kExpectedTradePrice{2, "STCK_PRPR"};
constexpr WireField kExpectedVolume{13, "ACML_VOL"};
constexpr WireField kExpectedDate{33, "BSOP_DATE"};

constexpr WireField level(WireField first, std::uint32_t index)
{
    return {first.index + index, first.name};
}

BookPhase phaseOf(const RecordView& record)
{
    const char16_t market = record.width() > kMarket ? record.letter(kMarket) : u'\0';
    if (market == u'3' || market == u'5') {
        return BookPhase::AfterHours;
    }
    switch (record.letter(kHourClass)) {
    case u'0':
        return market == u'1' ? BookPhase::PreOpenAuction : BookPhase::Continuous;
    case u'A':
        return BookPhase::ClosingAuction;
    case u'B':
        return BookPhase::PreOpenAuction;
    case u'C':
        return BookPhase::ViAuction;
    default:
        return BookPhase::AfterHours;  // Unknown is not continuous: nobody trades on it.
    }
}

base::Result<Quantity> quantity(const RecordView& record, WireField field)
{
    const auto value = readWhole(record, field);
    if (!value) {
        return value.error();
    }
    return Quantity{value.value().value_or(0)};
}

// The words for a record the fast reader refused; or its value, if it only looked unusual.
base::Result<Quote> decodeSlowly(const RecordView& record)
{
    Quote quote;
    std::optional<base::Error> error;
    const auto take = [&error](const auto& result) {
        if (!result && !error) {
            error = result.error();
        }
        return result ? *result : std::decay_t<decltype(*result)>{};
    };
    quote.symbol = take(needSymbol(record, kCode));
    static_cast<void>(take(needTime(record, kTime)));
    for (std::uint32_t i = 0; i < kLevels; ++i) {
        quote.asks[i].price = take(readPrice(record, level(kAsk, i)));
        quote.bids[i].price = take(readPrice(record, level(kBid, i)));
        quote.asks[i].quantity = take(quantity(record, level(kAskSize, i)));
        quote.bids[i].quantity = take(quantity(record, level(kBidSize, i)));
    }
    quote.totalAsk = take(quantity(record, kTotalAsk));
    quote.totalBid = take(quantity(record, kTotalBid));
    quote.expectedPrice = take(readPrice(record, kExpectedPrice));
    quote.expectedQuantity = take(quantity(record, kExpectedQuantity));
    quote.accVolume = take(quantity(record, kAccVolume));
    if (error) {
        return *error;
    }
    return quote;
}

bool fillFast(const RecordView& record, Quote& quote)
{
    FastDigits digits{record.text()};
    const auto number = [&record, &digits](std::uint32_t index) {
        return static_cast<std::int64_t>(digits.number(record.begin(index), record.end(index)));
    };
    std::int64_t highest = 0;
    const auto price = [&number, &highest](std::uint32_t index) {
        const std::int64_t won = number(index);
        highest = std::max(highest, won);
        return Price::fromWon(won);
    };
    for (std::uint32_t i = 0; i < kLevels; ++i) {
        quote.asks[i] = {price(kAsk.index + i), Quantity{number(kAskSize.index + i)}};
        quote.bids[i] = {price(kBid.index + i), Quantity{number(kBidSize.index + i)}};
    }
    quote.totalAsk = Quantity{number(kTotalAsk.index)};
    quote.totalBid = Quantity{number(kTotalBid.index)};
    quote.expectedPrice = price(kExpectedPrice.index);
    quote.expectedQuantity = Quantity{number(kExpectedQuantity.index)};
    quote.accVolume = Quantity{number(kAccVolume.index)};
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(record.field(kCode.index));
    if (!digits.ok() || !symbol || highest > domain::kPriceMax.won()) {
        return false;
    }
    quote.symbol = *symbol;
    return true;
}

base::Error inRecord(const char* id, std::uint32_t index, std::uint32_t count,
                     const base::Error& error)
{
    return {error.code, QStringLiteral("%1 record %2 of %3: %4")
                            .arg(QLatin1String(id))
                            .arg(index + 1)
                            .arg(count)
                            .arg(error.detail)};
}
}  // namespace

base::Result<std::span<const Quote>>
QuoteDecoder::decode(QStringView frame, const FrameHeader& header, domain::TradingDate day)
{
    const base::Status table = m_records.read(frame, header.payloadAt, header.count, kFieldsMin);
    if (!table) {
        return table.error();
    }
    if (m_quotes.size() < header.count) {
        m_quotes.resize(header.count);
    }
    const bool fast = m_records.path() != CpuPath::Scalar;
    for (std::uint32_t i = 0; i < header.count; ++i) {
        const RecordView record = m_records.record(i);
        Quote& quote = m_quotes[i];
        if (!fast || !fillFast(record, quote)) {
            const base::Result<Quote> slow = decodeSlowly(record);
            if (!slow) {
                return inRecord("H0STASP0", i, header.count, slow.error());
            }
            quote = *slow;
        }
        const base::Result<domain::TimeOfDay> time = needTime(record, kTime);
        if (!time) {
            return inRecord("H0STASP0", i, header.count, time.error());
        }
        quote.time = domain::fromKst(day, *time);
        quote.phase = phaseOf(record);
        if (quote.phase == BookPhase::Continuous || quote.expectedPrice.won() == 0) {
            quote.expectedPrice = {};
            quote.expectedQuantity = {};
        }
    }
    return std::span<const Quote>{m_quotes.data(), header.count};
}

base::Result<std::span<const ExpectedTrade>> ExpectedDecoder::decode(QStringView frame,
                                                                     const FrameHeader& header)
{
    const base::Status table = m_records.read(frame, header.payloadAt, header.count, kFieldsMin);
    if (!table) {
        return table.error();
    }
    m_expected.clear();
    for (std::uint32_t i = 0; i < header.count; ++i) {
        const RecordView record = m_records.record(i);
        const auto symbol = needSymbol(record, kCode);
        const auto time = needTime(record, kExpectedTime);
        const auto date = needDate(record, kExpectedDate);
        const auto price = readPrice(record, kExpectedTradePrice);
        const auto volume = quantity(record, kExpectedVolume);
        const base::Error* error = !symbol   ? &symbol.error()
                                   : !time   ? &time.error()
                                   : !date   ? &date.error()
                                   : !price  ? &price.error()
                                   : !volume ? &volume.error()
                                             : nullptr;
        if (error != nullptr) {
            return inRecord("H0STANC0", i, header.count, *error);
        }
        if (price->won() != 0) {
            m_expected.push_back({*symbol, domain::fromKst(*date, *time), *price, *volume});
        }
    }
    return std::span<const ExpectedTrade>{m_expected};
}
}  // namespace core::kis
