#include "core/kis/trade_codec.h"

#include "core/kis/digits.h"
#include "core/kis/wire_field.h"

#include <limits>

namespace core::kis
{
namespace
{
using domain::Aggressor;
using domain::Price;
using domain::PrintKind;
using domain::Quantity;
using domain::Trade;
using domain::Won;

constexpr WireField kCode{0, "MKSC_SHRN_ISCD"};
constexpr WireField kTime{1, "STCK_CNTG_HOUR"};
constexpr WireField kPrice{2, "STCK_PRPR"};
constexpr WireField kVwap{6, "WGHN_AVRG_STCK_PRC"};
constexpr WireField kOpen{7, "STCK_OPRC"};
constexpr WireField kHigh{8, "STCK_HGPR"};
constexpr WireField kLow{9, "STCK_LWPR"};
constexpr WireField kAsk{10, "ASKP1"};
constexpr WireField kBid{11, "BIDP1"};
constexpr WireField kQuantity{12, "CNTG_VOL"};
constexpr WireField kAccVolume{13, "ACML_VOL"};
constexpr WireField kAccTurnover{14, "ACML_TR_PBMN"};
constexpr WireField kStrength{18, "CTTR"};
constexpr WireField kSide{21, "CCLD_DVSN"};
constexpr WireField kDate{33, "BSOP_DATE"};
constexpr WireField kPhase{34, "NEW_MKOP_CLS_CODE"};
constexpr WireField kHalted{35, "TRHT_YN"};
constexpr WireField kTotalAsk{38, "TOTAL_ASKP_RSQN"};
constexpr WireField kTotalBid{39, "TOTAL_BIDP_RSQN"};
constexpr WireField kHourClass{43, "HOUR_CLS_CODE"};
constexpr WireField kViReference{45, "VI_STND_PRC"};
constexpr WireField kMarket{46, "MARKET_CLS_CODE"};

constexpr std::uint64_t kQuantityMax = 1'000'000'000'000'000;  // 10^15: sums stay in 64 bit.

constexpr Aggressor aggressorOf(char16_t side) noexcept
{
    return side == u'1' ? Aggressor::Buyer : side == u'5' ? Aggressor::Seller : Aggressor::Unknown;
}

// Before September 2026 no field named the market: the session code did, and without one the
// hour does (there was no after-market then, so the regular hours are enough).
PrintKind marketByPhase(QStringView phase, domain::TimeOfDay time)
{
    if (isAbsent(phase)) {
        return time < domain::timeOfDay(9, 0)     ? PrintKind::PreOpen
               : time > domain::timeOfDay(15, 31) ? PrintKind::AfterHours
                                                  : PrintKind::Regular;
    }
    switch (phase[0].unicode()) {
    case u'1':
        return PrintKind::PreOpen;
    case u'2':
        return phase == u"20" ? PrintKind::Regular : PrintKind::Auction;
    default:
        return PrintKind::AfterHours;
    }
}

// Regular is the narrow case: everything unknown is kept away from bars and rules.
PrintKind kindOf(const RecordView& record, domain::TimeOfDay time)
{
    PrintKind kind = PrintKind::AfterHours;
    const QStringView market =
        record.width() > kMarket.index ? record.field(kMarket.index) : QStringView{};
    if (market.size() == 1) [[likely]] {
        kind = market[0] == u'2'   ? PrintKind::Regular
               : market[0] == u'1' ? PrintKind::PreOpen
                                   : PrintKind::AfterHours;
    } else if (isAbsent(market)) {
        kind = marketByPhase(record.field(kPhase.index), time);
    }
    if (kind != PrintKind::Regular) {
        return kind;
    }
    switch (record.letter(kHourClass.index)) {
    case u'0':
        break;
    case u'A':
    case u'D':
        return PrintKind::AfterHours;
    case u'B':
        return PrintKind::PreOpen;
    default:
        return PrintKind::Auction;
    }
    return aggressorOf(record.letter(kSide.index)) == Aggressor::Unknown ? PrintKind::Auction
                                                                         : PrintKind::Regular;
}

// What both readers take from letters, in the same way.
void fillLetters(const RecordView& record, domain::TimeOfDay time, Trade& trade)
{
    trade.aggressor = aggressorOf(record.letter(kSide.index));
    trade.kind = kindOf(record, time);
    trade.halted = isFlagged(record.field(kHalted.index));
    trade.inViAuction = record.letter(kHourClass.index) == u'C';
}

base::Result<Quantity> readQuantity(const RecordView& record, WireField field)
{
    const auto value = readWhole(record, field);
    if (!value) {
        return value.error();
    }
    const std::int64_t shares = value.value().value_or(0);
    if (shares > static_cast<std::int64_t>(kQuantityMax)) {
        return badField(record, field, "quantity below 10^15");
    }
    return Quantity{shares};
}

// Hands the first error of a row of reads on; the reference is not in a hurry.
class Reads final
{
public:
    template <typename T>
    T operator()(const base::Result<T>& result)
    {
        if (result) {
            return *result;
        }
        if (!m_error) {
            m_error = result.error();
        }
        return T{};
    }
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

private:
    std::optional<base::Error> m_error;
};

// "335674.46" with exactly two decimals; what has another form is for the reference.
struct Cents
{
    std::uint64_t value = 0;
    bool plain = false;
};

Cents fastCents(const RecordView& record, std::uint32_t index, FastDigits& digits)
{
    const std::uint32_t begin = record.begin(index);
    const std::uint32_t end = record.end(index);
    if (end - begin < 4 || record.text()[end - 3] != u'.') {
        return {};
    }
    return {digits.number(begin, end - 3) * 100 + digits.number(end - 2, end), true};
}
}  // namespace

base::Result<Trade> decodeTradeReference(const RecordView& record)
{
    Reads read;
    Trade trade;
    trade.symbol = read(needSymbol(record, kCode));
    const domain::TimeOfDay time = read(needTime(record, kTime));
    const domain::TradingDate date = read(needDate(record, kDate));
    trade.price = read(needPrice(record, kPrice));
    trade.vwapCents = read(readCents(record, kVwap));
    trade.open = read(readPrice(record, kOpen));
    trade.high = read(readPrice(record, kHigh));
    trade.low = read(readPrice(record, kLow));
    trade.ask = read(readPrice(record, kAsk));
    trade.bid = read(readPrice(record, kBid));
    static_cast<void>(read(needWhole(record, kQuantity)));
    static_cast<void>(read(needWhole(record, kAccVolume)));
    trade.quantity = read(readQuantity(record, kQuantity));
    trade.accVolume = read(readQuantity(record, kAccVolume));
    trade.accTurnover = Won{read(needWhole(record, kAccTurnover))};
    const std::int64_t strength = read(readCents(record, kStrength));
    trade.totalAsk = read(readQuantity(record, kTotalAsk));
    trade.totalBid = read(readQuantity(record, kTotalBid));
    trade.viReference = read(readPrice(record, kViReference));
    if (strength > std::numeric_limits<std::uint32_t>::max()) {
        read(base::Result<bool>{badField(record, kStrength, "trade strength")});
    }
    if (read.error()) {
        return *read.error();
    }
    trade.strengthCenti = static_cast<std::uint32_t>(strength);
    trade.time = domain::fromKst(date, time);
    fillLetters(record, time, trade);
    return trade;
}

bool TradeDecoder::knowDay(std::uint64_t dateNumber)
{
    if (dateNumber == m_dateNumber) [[likely]] {
        return true;
    }
    const domain::TradingDate date{
        std::chrono::year{static_cast<int>(dateNumber / 10'000)},
        std::chrono::month{static_cast<unsigned>(dateNumber / 100 % 100)},
        std::chrono::day{static_cast<unsigned>(dateNumber % 100)}};
    if (dateNumber < 10'000'000 || !date.ok()) {
        return false;
    }
    m_dateNumber = dateNumber;
    m_day = std::chrono::sys_days{date};
    return true;
}

// Fills in place: a Trade is two cache lines, and this runs for every record of the day.
bool TradeDecoder::fillFast(const RecordView& record, Trade& trade)
{
    FastDigits digits{record.text()};
    const auto number = [&record, &digits ](WireField field) __attribute__((always_inline))
    {
        return digits.number(record.begin(field.index), record.end(field.index));
    };
    const auto price = [&number](WireField field) {
        return Price::fromWon(static_cast<std::int64_t>(number(field)));
    };
    const auto quantity = [&number](WireField field) {
        return Quantity{static_cast<std::int64_t>(number(field))};
    };
    const auto length = [&record](WireField field) {
        return record.end(field.index) - record.begin(field.index);
    };

    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(record.field(kCode.index));
    const std::optional<domain::TimeOfDay> time = timeFromNumber(number(kTime));
    const std::uint64_t date = number(kDate);
    trade.price = price(kPrice);
    const Cents vwap = fastCents(record, kVwap.index, digits);
    trade.open = price(kOpen);
    trade.high = price(kHigh);
    trade.low = price(kLow);
    trade.ask = price(kAsk);
    trade.bid = price(kBid);
    trade.quantity = quantity(kQuantity);
    trade.accVolume = quantity(kAccVolume);
    trade.accTurnover = Won{static_cast<std::int64_t>(number(kAccTurnover))};
    const Cents strength = fastCents(record, kStrength.index, digits);
    trade.totalAsk = quantity(kTotalAsk);
    trade.totalBid = quantity(kTotalBid);
    trade.viReference = price(kViReference);

    // Prices up to nine digits and ten of the maximum itself: one comparison for all of them.
    const std::int64_t highest =
        std::max({trade.price.won(), trade.open.won(), trade.high.won(), trade.low.won(),
                  trade.ask.won(), trade.bid.won(), trade.viReference.won()});
    const std::int64_t most = std::max({trade.quantity.shares(), trade.accVolume.shares(),
                                        trade.totalAsk.shares(), trade.totalBid.shares()});
    const bool required = length(kTime) == 6 && length(kDate) == 8 && length(kQuantity) > 0
                          && length(kAccVolume) > 0 && length(kAccTurnover) > 0;
    if (!digits.ok() || !symbol || !time || !required || !vwap.plain || !strength.plain
        || trade.price.won() == 0 || highest > domain::kPriceMax.won()
        || most > static_cast<std::int64_t>(kQuantityMax)
        || strength.value > std::numeric_limits<std::uint32_t>::max() || !knowDay(date)) {
        return false;
    }
    trade.symbol = *symbol;
    trade.time = domain::Timestamp{m_day} + *time - domain::kKstOffset;
    trade.vwapCents = static_cast<std::int64_t>(vwap.value);
    trade.strengthCenti = static_cast<std::uint32_t>(strength.value);
    fillLetters(record, *time, trade);
    return true;
}

base::Result<std::span<const Trade>> TradeDecoder::decode(QStringView frame,
                                                          const FrameHeader& header)
{
    const base::Status table = m_records.read(frame, header.payloadAt, header.count, kFieldsMin);
    if (!table) {
        return table.error();
    }
    if (m_trades.size() < header.count) {
        m_trades.resize(header.count);
    }
    const bool fast = m_records.path() != CpuPath::Scalar;
    for (std::uint32_t i = 0; i < header.count; ++i) {
        const RecordView record = m_records.record(i);
        if (fast && fillFast(record, m_trades[i])) [[likely]] {
            continue;
        }
        const base::Result<Trade> slow = decodeTradeReference(record);
        if (!slow) {
            return base::Error{slow.error().code, QStringLiteral("H0STCNT0 record %1 of %2: %3")
                                                      .arg(i + 1)
                                                      .arg(header.count)
                                                      .arg(slow.error().detail)};
        }
        m_trades[i] = *slow;
    }
    return std::span<const Trade>{m_trades.data(), header.count};
}
}  // namespace core::kis
