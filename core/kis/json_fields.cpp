#include "core/kis/json_fields.h"

#include "core/base/decimal.h"

#include <QJsonArray>
#include <QVariant>

namespace core::kis
{
QJsonValue member(const QJsonObject& object, QLatin1String name)
{
    const auto exact = object.constFind(name);
    if (exact != object.constEnd()) {
        return exact.value();
    }
    for (auto at = object.constBegin(); at != object.constEnd(); ++at) {
        if (at.key().compare(name, Qt::CaseInsensitive) == 0) {
            return at.value();
        }
    }
    return QJsonValue{QJsonValue::Undefined};
}

QString textOf(const QJsonObject& object, QLatin1String name)
{
    const QJsonValue value = member(object, name);
    return value.isDouble() ? value.toVariant().toString() : value.toString().trimmed();
}

std::optional<std::int64_t> wholeOf(const QJsonObject& object, QLatin1String name)
{
    const base::Result<std::int64_t> value =
        base::parseDecimal(QStringView{textOf(object, name)}, 0);
    return value ? std::optional{*value} : std::nullopt;
}

domain::Price priceOf(const QJsonObject& object, QLatin1String name)
{
    const std::int64_t won = wholeOf(object, name).value_or(0);
    return won > 0 && won <= domain::kPriceMax.won() ? domain::Price::fromWon(won)
                                                     : domain::Price{};
}

std::optional<domain::TimeOfDay> timeOf(const QJsonObject& object, QLatin1String name)
{
    constexpr qsizetype kLength = 6;
    const QString text = textOf(object, name);
    return text.size() == kLength ? domain::parseTimeOfDay(text.left(2) + u':' + text.mid(2, 2)
                                                           + u':' + text.mid(4, 2))
                                  : std::nullopt;
}

std::vector<QJsonObject> rowsOf(const QJsonObject& object, QLatin1String name)
{
    const QJsonValue block = member(object, name);
    std::vector<QJsonObject> rows;
    if (block.isObject()) {
        rows.push_back(block.toObject());
    }
    for (const QJsonValue& row : block.toArray()) {
        if (row.isObject()) {
            rows.push_back(row.toObject());
        }
    }
    return rows;
}
}  // namespace core::kis
