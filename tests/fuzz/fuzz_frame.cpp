// Data frames: every reader says the same, and the fields put together are the payload again.

#include "core/kis/operation_codec.h"
#include "core/kis/quote_codec.h"
#include "core/kis/trade_codec.h"

#include <QString>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <vector>

namespace
{
using namespace core::kis;

constexpr core::domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::November,
                                         std::chrono::day{24}};

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

template <typename T>
std::optional<std::vector<T>> copied(const core::base::Result<std::span<const T>>& records)
{
    if (!records) {
        return std::nullopt;
    }
    return std::vector<T>{records->begin(), records->end()};
}

void checkFields(const QString& text, const FrameHeader& header)
{
    RecordTable table;
    if (!table.read(text, header.payloadAt, header.count, 1)) {
        return;
    }
    QString joined;
    for (std::uint32_t r = 0; r < table.count(); ++r) {
        for (std::uint32_t f = 0; f < table.width(); ++f) {
            joined += r + f == 0 ? QString{} : QStringLiteral("^");
            joined += table.record(r).field(f);
        }
    }
    require(joined == text.mid(header.payloadAt));
}

void checkTrades(const QString& text, const FrameHeader& header)
{
    TradeDecoder reference{CpuPath::Scalar};
    const auto expected = copied(reference.decode(text, header));
    for (const CpuPath path : {CpuPath::Sse2, CpuPath::Avx2}) {
        if (canRun(path)) {
            TradeDecoder decoder{path};
            require(copied(decoder.decode(text, header)) == expected);
        }
    }
    if (expected) {
        require(expected->size() == header.count);
        for (const core::domain::Trade& trade : *expected) {
            require(trade.price.won() > 0 && trade.price <= core::domain::kPriceMax);
            require(trade.quantity.shares() >= 0 && trade.ask.won() >= 0);
        }
    }
}

void checkQuotes(const QString& text, const FrameHeader& header)
{
    QuoteDecoder reference{CpuPath::Scalar};
    const auto expected = copied(reference.decode(text, header, kDay));
    QuoteDecoder decoder;
    require(copied(decoder.decode(text, header, kDay)) == expected);
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto header = parseFrameHeader(text);
    if (!header) {
        return 0;
    }
    checkFields(text, *header);
    checkTrades(text, *header);
    checkQuotes(text, *header);
    ExpectedDecoder expected;
    static_cast<void>(expected.decode(text, *header));
    static_cast<void>(decodeOperations(text, *header));
    return 0;
}
