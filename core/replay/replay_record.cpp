#include "core/replay/replay_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core::replay
{
namespace
{
constexpr int kPlaces = 6;
constexpr std::int64_t kMillion = 1'000'000;

/// numerator / denominator as decimal text with six places, truncated toward zero.
QString decimalText(rules::Int128 numerator, rules::Int128 denominator)
{
    const bool negative = numerator < 0;
    const rules::Int128 scaled = (negative ? -numerator : numerator) * kMillion / denominator;
    const auto whole = static_cast<qlonglong>(scaled / kMillion);
    const auto rest = static_cast<qlonglong>(scaled % kMillion);
    return (negative && scaled != 0 ? QStringLiteral("-") : QString{}) + QString::number(whole)
           + u'.' + QString::number(rest).rightJustified(kPlaces, u'0');
}

QJsonValue figure(const domain::Condition& condition, const std::optional<std::int64_t>& value,
                  domain::Timestamp at)
{
    switch (condition.unit) {
    case domain::CheckUnit::None:
    case domain::CheckUnit::Won:
    case domain::CheckUnit::PriceWon:
    case domain::CheckUnit::Shares:
    case domain::CheckUnit::Count:
    case domain::CheckUnit::Milliseconds:
        return static_cast<qint64>(*value);
    case domain::CheckUnit::PercentUnits:
        return decimalText(*value, domain::Percent::kUnitsPerPercent);
    case domain::CheckUnit::ClockTime:
        return domain::timestampText(
            domain::fromKst(domain::kstDate(at), domain::TimeOfDay{*value}));
    }
    return {};
}

QLatin1String resultText(domain::CheckOutcome outcome)
{
    switch (outcome) {
    case domain::CheckOutcome::Pass:
        return QLatin1String{"pass"};
    case domain::CheckOutcome::Fail:
        return QLatin1String{"fail"};
    case domain::CheckOutcome::Insufficient:
        return QLatin1String{"insufficient"};
    case domain::CheckOutcome::NotApplicable:
        return QLatin1String{"not_applicable"};
    }
    return {};
}

QJsonObject toJson(const domain::Condition& condition, domain::Timestamp at)
{
    QJsonObject out{{QStringLiteral("id"), condition.id},
                    {QStringLiteral("result"), resultText(condition.outcome)}};
    if (condition.value) {
        out.insert(QStringLiteral("value"), figure(condition, condition.value, at));
    } else if (!condition.detail.isEmpty()) {
        out.insert(QStringLiteral("value"), condition.detail);
    }
    if (condition.limit) {
        out.insert(QStringLiteral("limit"), figure(condition, condition.limit, at));
    }
    return out;
}

void insertConditions(QJsonObject& out, const ReplayRecord& record)
{
    if (record.conditions.empty()) {
        return;
    }
    QJsonArray all;
    QJsonArray failing;
    for (const domain::Condition& one : record.conditions) {
        all.append(toJson(one, record.at));
        if (one.outcome == domain::CheckOutcome::Fail
            || one.outcome == domain::CheckOutcome::Insufficient) {
            failing.append(one.id);
        }
    }
    out.insert(QStringLiteral("conditions"), all);
    // Of an exit, the rules that do not fire are no failure.
    if (record.kind != u"exit") {
        out.insert(QStringLiteral("failing"), failing);
    }
}

void insertPrices(QJsonObject& out, const ReplayRecord& record)
{
    const auto insert = [&out](const char* key, domain::Price price) {
        if (price != domain::Price{}) {
            out.insert(QLatin1String{key}, static_cast<qint64>(price.won()));
        }
    };
    insert("price", record.price);
    insert("H", record.high);
    insert("L", record.low);
    insert("stop", record.stop.value_or(domain::Price{}));
    insert("level", record.level.value_or(domain::Price{}));
    if (record.average) {
        const rules::Average& average = *record.average;
        const bool whole = average.cost.value() % average.quantity.shares() == 0;
        out.insert(
            QStringLiteral("price"),
            whole
                ? QJsonValue{static_cast<qint64>(average.cost.value() / average.quantity.shares())}
                : QJsonValue{decimalText(average.cost.value(), average.quantity.shares())});
    }
}
}  // namespace

QLatin1String toText(domain::PatternState state) noexcept
{
    switch (state) {
    case domain::PatternState::Off:
        return QLatin1String{"off"};
    case domain::PatternState::Base:
        return QLatin1String{"base"};
    case domain::PatternState::Risen:
        return QLatin1String{"risen"};
    case domain::PatternState::Pullback:
        return QLatin1String{"pullback"};
    case domain::PatternState::Rebreak:
        return QLatin1String{"rebreak"};
    case domain::PatternState::Void:
        return QLatin1String{"void"};
    case domain::PatternState::Ordered:
        return QLatin1String{"ordered"};
    case domain::PatternState::Added:
        return QLatin1String{"added"};
    }
    return {};
}

QByteArray toLine(const ReplayRecord& record)
{
    QJsonObject out{{QStringLiteral("t"), domain::timestampText(record.at)},
                    {QStringLiteral("seq"), static_cast<qint64>(record.seq)},
                    {QStringLiteral("kind"), record.kind}};
    const auto word = [&out](const char* key, QLatin1String text) {
        if (!text.isEmpty()) {
            out.insert(QLatin1String{key}, text);
        }
    };
    if (!record.symbol.isEmpty()) {
        out.insert(QStringLiteral("code"), record.symbol.toString());
    }
    word("rule", record.rule);
    word("why", record.why);
    word("bind", record.binding);
    if (record.verdict) {
        word("verdict",
             QLatin1String{*record.verdict == domain::Verdict::Take ? "take" : "refuse"});
    }
    if (record.side) {
        word("side", QLatin1String{*record.side == domain::Side::Buy ? "buy" : "sell"});
    }
    if (record.state) {
        word("state", toText(*record.state));
    }
    if (record.from) {
        word("from", toText(*record.from));
    }
    if (record.quantity.shares() != 0) {
        out.insert(QStringLiteral("qty"), static_cast<qint64>(record.quantity.shares()));
    }
    insertPrices(out, record);
    insertConditions(out, record);
    return QJsonDocument{out}.toJson(QJsonDocument::Compact) + '\n';
}
}  // namespace core::replay
