#include "core/replay/replay_record.h"

#include "core/rules/pattern.h"

#include <charconv>
#include <cstring>
#include <string_view>

namespace core::replay
{
namespace
{
constexpr int kPlaces = 6;
constexpr std::int64_t kMillion = 1'000'000;

std::string_view view(QLatin1String text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

/// One JSON object, written into room that was made for the longest line there can be. The caller
/// gives the keys in their order; words are code words of ours, which need no escape.
class Line final
{
public:
    explicit Line(std::size_t most)
        : m_text{static_cast<qsizetype>(most), Qt::Uninitialized},
          m_at{m_text.data()},
          m_end{m_at + most}
    {
    }

    void raw(std::string_view text)
    {
        Q_ASSERT(static_cast<std::size_t>(m_end - m_at) >= text.size());
        std::memcpy(m_at, text.data(), text.size());
        m_at += text.size();
    }
    /// Inside an object or array, before everything but its first.
    void comma()
    {
        if (m_at[-1] != '{' && m_at[-1] != '[') {
            raw(",");
        }
    }
    /// `quoted` comes with its quotes and colon.
    void key(std::string_view quoted)
    {
        comma();
        raw(quoted);
    }
    void word(std::string_view text)
    {
        raw("\"");
        raw(text);
        raw("\"");
    }
    void number(std::int64_t value)
    {
        const std::to_chars_result done = std::to_chars(m_at, m_end, value);
        Q_ASSERT(done.ec == std::errc{});
        m_at = done.ptr;
    }
    /// `count` digits with leading zeros.
    void digits(std::int64_t value, int count)
    {
        Q_ASSERT(m_end - m_at >= count);
        for (int place = count - 1; place >= 0; --place, value /= 10) {
            m_at[place] = static_cast<char>('0' + value % 10);
        }
        m_at += count;
    }
    /// numerator / denominator as decimal text with six places, truncated toward zero.
    void ratio(rules::Int128 numerator, std::int64_t denominator)
    {
        decimal(numerator < 0, (numerator < 0 ? -numerator : numerator) * kMillion / denominator);
    }
    /// `domain::Percent` units the same way: a percent has ten times more of them than a million.
    void percent(std::int64_t units)
    {
        static_assert(domain::Percent::kUnitsPerPercent == 10 * kMillion);
        const rules::Int128 wide = units;
        const auto size = static_cast<std::uint64_t>(wide < 0 ? -wide : wide);
        decimal(units < 0, size / 10);
    }
    /// YYYY-MM-DDTHH:MM:SS.mmm in Seoul.
    void instant(domain::TradingDate date, domain::TimeOfDay time)
    {
        const std::chrono::hh_mm_ss<std::chrono::milliseconds> parts{time};
        raw("\"");
        digits(static_cast<int>(date.year()), 4);
        raw("-");
        digits(static_cast<unsigned>(date.month()), 2);
        raw("-");
        digits(static_cast<unsigned>(date.day()), 2);
        raw("T");
        digits(parts.hours().count(), 2);
        raw(":");
        digits(parts.minutes().count(), 2);
        raw(":");
        digits(parts.seconds().count(), 2);
        raw(".");
        digits(parts.subseconds().count(), 3);
        raw("\"");
    }

    [[nodiscard]] QByteArray take()
    {
        m_text.truncate(m_at - m_text.constData());
        return std::move(m_text);
    }

private:
    template <typename Number>
    void decimal(bool negative, Number millionths)
    {
        raw(negative && millionths != 0 ? "\"-" : "\"");
        number(static_cast<std::int64_t>(millionths / kMillion));
        raw(".");
        digits(static_cast<std::int64_t>(millionths % kMillion), kPlaces);
        raw("\"");
    }

    QByteArray m_text;
    char* m_at;
    char* m_end;
};

void writeFigure(Line& line, domain::CheckUnit unit, std::int64_t value, domain::TradingDate date)
{
    switch (unit) {
    case domain::CheckUnit::None:
    case domain::CheckUnit::Won:
    case domain::CheckUnit::PriceWon:
    case domain::CheckUnit::Shares:
    case domain::CheckUnit::Count:
    case domain::CheckUnit::Milliseconds:
        line.number(value);
        return;
    case domain::CheckUnit::PercentUnits:
        line.percent(value);
        return;
    case domain::CheckUnit::ClockTime:
        line.instant(date, domain::TimeOfDay{value});
        return;
    }
}

std::string_view resultText(domain::CheckOutcome outcome)
{
    switch (outcome) {
    case domain::CheckOutcome::Pass:
        return "pass";
    case domain::CheckOutcome::Fail:
        return "fail";
    case domain::CheckOutcome::Insufficient:
        return "insufficient";
    case domain::CheckOutcome::NotApplicable:
        return "not_applicable";
    }
    return {};
}

void writeCondition(Line& line, const domain::Condition& condition, domain::TradingDate date)
{
    line.comma();
    line.raw("{");
    line.key("\"id\":");
    line.word(view(condition.id));
    if (condition.limit) {
        line.key("\"limit\":");
        writeFigure(line, condition.unit, *condition.limit, date);
    } else if (!condition.wanted.isEmpty()) {
        line.key("\"limit\":");
        line.word(view(condition.wanted));
    }
    line.key("\"result\":");
    line.word(resultText(condition.outcome));
    if (condition.value) {
        line.key("\"value\":");
        writeFigure(line, condition.unit, *condition.value, date);
    } else if (const QLatin1String word =
                   condition.detail.isEmpty() ? condition.seen : condition.detail;
               !word.isEmpty()) {
        line.key("\"value\":");
        line.word(view(word));
    }
    line.raw("}");
}

void writeConditions(Line& line, const ReplayRecord& record)
{
    if (record.conditions.empty()) {
        return;
    }
    const domain::TradingDate date = domain::kstDate(record.at);
    line.key("\"conditions\":[");
    for (const domain::Condition& one : record.conditions) {
        writeCondition(line, one, date);
    }
    line.raw("]");
    // Of an exit, the rules that do not fire are no failure.
    if (record.kind == u"exit") {
        return;
    }
    line.key("\"failing\":[");
    for (const domain::Condition& one : record.conditions) {
        if (!domain::says(one.outcome)) {
            line.comma();
            line.word(view(one.id));
        }
    }
    line.raw("]");
}

void writePrice(Line& line, const ReplayRecord& record)
{
    if (record.average) {
        const rules::Average& average = *record.average;
        line.key("\"price\":");
        if (average.cost.value() % average.quantity.shares() == 0) {
            line.number(average.cost.value() / average.quantity.shares());
        } else {
            line.ratio(average.cost.value(), average.quantity.shares());
        }
    } else if (record.price != domain::Price{}) {
        line.key("\"price\":");
        line.number(record.price.won());
    }
}

/// Room for everything a line may hold.
std::size_t roomFor(const ReplayRecord& record)
{
    constexpr std::size_t kMembers = 600;    // All keys with their longest figures.
    constexpr std::size_t kCondition = 128;  // The same of one condition.
    const auto size = [](QLatin1String text) { return static_cast<std::size_t>(text.size()); };
    std::size_t room =
        kMembers + size(record.kind) + size(record.rule) + size(record.why) + size(record.binding);
    for (const domain::Condition& one : record.conditions) {
        room +=
            kCondition + 2 * size(one.id) + size(one.detail) + size(one.seen) + size(one.wanted);
    }
    return room;
}
}  // namespace

QByteArray toLine(const ReplayRecord& record)
{
    Line line{roomFor(record)};
    const auto word = [&line](std::string_view key, QLatin1String text) {
        if (!text.isEmpty()) {
            line.key(key);
            line.word(view(text));
        }
    };
    const auto won = [&line](std::string_view key, domain::Price price) {
        if (price != domain::Price{}) {
            line.key(key);
            line.number(price.won());
        }
    };
    const auto pattern = [&line](std::string_view key, std::optional<domain::PatternState> state) {
        if (state) {
            line.key(key);
            line.word(view(rules::toText(*state)));
        }
    };
    line.raw("{");
    won("\"H\":", record.high);
    won("\"L\":", record.low);
    word("\"bind\":", record.binding);
    if (!record.symbol.isEmpty()) {
        line.key("\"code\":");
        line.word(record.symbol.view());
    }
    writeConditions(line, record);
    pattern("\"from\":", record.from);
    line.key("\"kind\":");
    line.word(view(record.kind));
    won("\"level\":", record.level.value_or(domain::Price{}));
    writePrice(line, record);
    if (record.quantity.shares() != 0) {
        line.key("\"qty\":");
        line.number(record.quantity.shares());
    }
    word("\"rule\":", record.rule);
    line.key("\"seq\":");
    line.number(static_cast<std::int64_t>(record.seq));
    if (record.side) {
        line.key("\"side\":");
        line.word(*record.side == domain::Side::Buy ? "buy" : "sell");
    }
    pattern("\"state\":", record.state);
    won("\"stop\":", record.stop.value_or(domain::Price{}));
    line.key("\"t\":");
    line.instant(domain::kstDate(record.at), domain::kstTimeOfDay(record.at));
    if (record.verdict) {
        line.key("\"verdict\":");
        line.word(*record.verdict == domain::Verdict::Take ? "take" : "refuse");
    }
    word("\"why\":", record.why);
    line.raw("}\n");
    return line.take();
}
}  // namespace core::replay
