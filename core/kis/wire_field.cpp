#include "core/kis/wire_field.h"

#include "core/base/decimal.h"

namespace core::kis
{
namespace
{
constexpr int kCentDecimals = 2;

// "71800.467" at scale 2 is 71800.46: what lies beyond is cut, after a look that it is digits.
base::Result<std::int64_t> roundedDown(QStringView text, int scale)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0 || text.size() - point - 1 <= scale) {
        return base::parseDecimal(text, scale);
    }
    for (const QChar unit : text.mid(point + 1 + scale)) {
        if (unit < u'0' || unit > u'9') {
            return base::Error{base::ErrorCode::Malformed, {}};
        }
    }
    return base::parseDecimal(text.left(point + 1 + scale), scale);
}
}  // namespace

bool isAbsent(QStringView text) noexcept
{
    return text.isEmpty() || text == QLatin1String("(null)");
}

base::Error badField(const RecordView& record, WireField field, const char* meaning)
{
    constexpr qsizetype kShown = 32;
    return {base::ErrorCode::Malformed, QStringLiteral("field %1 (%2) is no %3: '%4'")
                                            .arg(field.index)
                                            .arg(QLatin1String(field.name), QLatin1String(meaning),
                                                 record.field(field.index).left(kShown))};
}

base::Result<std::optional<std::int64_t>> readWhole(const RecordView& record, WireField field)
{
    const QStringView text = record.field(field.index);
    if (isAbsent(text)) {
        return std::optional<std::int64_t>{};
    }
    const base::Result<std::int64_t> value = base::parseDecimal(text, 0);
    if (!value || *value < 0) {
        return badField(record, field, "whole number from 0 on");
    }
    return std::optional{*value};
}

base::Result<std::int64_t> needWhole(const RecordView& record, WireField field)
{
    const auto value = readWhole(record, field);
    if (!value) {
        return value.error();
    }
    if (!value.value()) {
        return badField(record, field, "whole number; it is required");
    }
    return *value.value();
}

base::Result<std::int64_t> readCents(const RecordView& record, WireField field)
{
    const QStringView text = record.field(field.index);
    if (isAbsent(text)) {
        return std::int64_t{0};
    }
    const base::Result<std::int64_t> value = roundedDown(text, kCentDecimals);
    if (!value || *value < 0) {
        return badField(record, field, "decimal number from 0 on");
    }
    return *value;
}

base::Result<domain::Price> readPrice(const RecordView& record, WireField field)
{
    const auto value = readWhole(record, field);
    if (!value) {
        return value.error();
    }
    const std::int64_t won = value.value().value_or(0);
    if (won > domain::kPriceMax.won()) {
        return badField(record, field, "price below 10^9 won");
    }
    return domain::Price::fromWon(won);
}

base::Result<domain::Price> needPrice(const RecordView& record, WireField field)
{
    const base::Result<domain::Price> price = readPrice(record, field);
    if (price && price->won() == 0) {
        return badField(record, field, "price; it is required");
    }
    return price;
}

base::Result<domain::TimeOfDay> needTime(const RecordView& record, WireField field)
{
    constexpr qsizetype kLength = 6;
    const QStringView text = record.field(field.index);
    std::uint64_t number = 0;
    for (const QChar unit : text) {
        if (unit < u'0' || unit > u'9' || text.size() != kLength) {
            return badField(record, field, "time HHMMSS");
        }
        number = number * 10 + static_cast<std::uint64_t>(unit.unicode() - u'0');
    }
    const std::optional<domain::TimeOfDay> time = timeFromNumber(number);
    if (text.isEmpty() || !time) {
        return badField(record, field, "time HHMMSS");
    }
    return *time;
}

base::Result<domain::TradingDate> needDate(const RecordView& record, WireField field)
{
    constexpr qsizetype kLength = 8;
    const QStringView text = record.field(field.index);
    const std::optional<domain::TradingDate> date =
        text.size() == kLength ? domain::parseDate(text) : std::nullopt;
    if (!date) {
        return badField(record, field, "date YYYYMMDD");
    }
    return *date;
}

base::Result<domain::Symbol> needSymbol(const RecordView& record, WireField field)
{
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(record.field(field.index));
    if (!symbol) {
        return badField(record, field, "issue code");
    }
    return *symbol;
}

bool isFlagged(QStringView text) noexcept
{
    // Runs for every trade: one letter is compared as a letter.
    if (text.size() == 1) [[likely]] {
        return text[0] != u'N' && text[0] != u'0';
    }
    return !isAbsent(text);
}
}  // namespace core::kis
