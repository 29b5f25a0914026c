#include "core/replay/tape_replay.h"

#include "core/base/decimal.h"
#include "core/replay/player.h"

namespace core::replay
{
base::Result<GivenPosition> parsePosition(const QString& text)
{
    const auto fail = [&](const char* what) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("position \"%1\": %2; CODE:QTY:PRICE@TIME is wanted, "
                                          "like 005930:100:70050.5@09:05:00")
                               .arg(text, QLatin1String{what})};
    };
    constexpr int kDecimals = 6;
    constexpr std::int64_t kScale = 1'000'000;
    constexpr std::int64_t kSharesMax = 10'000'000;
    const QStringList halves = text.split(u'@');
    const QStringList parts = halves.first().split(u':');
    if (halves.size() != 2 || parts.size() != 3) {
        return fail("not of this form");
    }
    GivenPosition out;
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(QStringView{parts[0]});
    bool isNumber = false;
    const qlonglong shares = parts[1].toLongLong(&isNumber);
    const QByteArray price = parts[2].toLatin1();
    const base::Result<std::int64_t> scaled =
        base::parseDecimal({price.constData(), static_cast<std::size_t>(price.size())}, kDecimals);
    const std::optional<domain::TimeOfDay> at = domain::parseTimeOfDay(halves[1]);
    if (!symbol) {
        return fail("no issue code");
    }
    if (!isNumber || shares < 1 || shares > kSharesMax) {
        return fail("no quantity of 1 to 10,000,000 shares");
    }
    if (!scaled || *scaled <= 0 || *scaled > domain::kPriceMax.won() * kScale) {
        return fail("no price");
    }
    if (!at) {
        return fail("no time HH:MM:SS");
    }
    // What was paid is whole won: a decimal price is an average, written with some of its digits.
    const rules::Int128 cost = (rules::Int128{*scaled} * shares + kScale / 2) / kScale;
    out.symbol = *symbol;
    out.at = *at;
    out.entry = {domain::Won{static_cast<std::int64_t>(cost)}, domain::Quantity{shares}};
    return out;
}

base::Status replayTape(const tape::Tape& tape, const ReplayOptions& options,
                        const std::function<void(const ReplayRecord&)>& sink)
{
    return Player{tape, options, sink}.run();
}
}  // namespace core::replay
