#include "core/base/decimal.h"

namespace core::base
{
namespace
{
template <typename View>
Error malformed(View text)
{
    constexpr qsizetype kShown = 24;
    const auto shown =
        static_cast<qsizetype>(text.size()) < kShown ? static_cast<qsizetype>(text.size()) : kShown;
    QString head;
    for (qsizetype i = 0; i < shown; ++i) {
        head.append(QChar{static_cast<char16_t>(text[static_cast<decltype(text.size())>(i)])});
    }
    return {ErrorCode::Malformed, QStringLiteral("not a decimal number: '%1'").arg(head)};
}

bool push(std::int64_t& value, int digit)
{
    return !__builtin_mul_overflow(value, 10, &value)
           && !__builtin_sub_overflow(value, digit, &value);
}

template <typename View>
Result<std::int64_t> parse(View text, int scale)
{
    const auto size = text.size();
    decltype(text.size()) at = 0;
    bool negative = false;
    if (at < size && (text[at] == u'-' || text[at] == u'+')) {
        negative = text[at] == u'-';
        ++at;
    }
    // Collected as a negative number, so that the lowest int64 has a form too.
    std::int64_t value = 0;
    bool digits = false;
    bool point = false;
    int decimals = 0;
    for (; at < size; ++at) {
        const auto unit = text[at];
        if (unit == u'.' && !point) {
            point = true;
            continue;
        }
        if (unit < u'0' || unit > u'9') {
            return malformed(text);
        }
        digits = true;
        const int digit = static_cast<int>(QChar{static_cast<char16_t>(unit)}.unicode()) - '0';
        if (point && decimals == scale) {
            if (digit != 0) {
                return malformed(text);
            }
            continue;
        }
        decimals += point ? 1 : 0;
        if (!push(value, digit)) {
            return Error{ErrorCode::OutOfRange, QStringLiteral("number beyond 64 bits")};
        }
    }
    if (!digits) {
        return malformed(text);
    }
    for (; decimals < scale; ++decimals) {
        if (!push(value, 0)) {
            return Error{ErrorCode::OutOfRange, QStringLiteral("number beyond 64 bits")};
        }
    }
    if (!negative && __builtin_sub_overflow(std::int64_t{0}, value, &value)) {
        return Error{ErrorCode::OutOfRange, QStringLiteral("number beyond 64 bits")};
    }
    return value;
}
}  // namespace

Result<std::int64_t> parseDecimal(QStringView text, int scale)
{
    return parse(std::u16string_view{text.utf16(), static_cast<std::size_t>(text.size())}, scale);
}

Result<std::int64_t> parseDecimal(std::string_view text, int scale)
{
    return parse(text, scale);
}

QString decimalText(std::int64_t value, int scale)
{
    QString digits = QString::number(value);
    const bool negative = digits.startsWith(u'-');
    if (negative) {
        digits.remove(0, 1);
    }
    if (scale > 0) {
        digits = digits.rightJustified(scale + 1, u'0');
        digits.insert(digits.size() - scale, u'.');
        while (digits.endsWith(u'0')) {
            digits.chop(1);
        }
        if (digits.endsWith(u'.')) {
            digits.chop(1);
        }
    }
    return negative ? u'-' + digits : digits;
}
}  // namespace core::base
