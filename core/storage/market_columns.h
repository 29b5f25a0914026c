#pragma once

#include "core/domain/day_record.h"
#include "core/storage/market_words.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

// How a value of ours is a value of a column, and back. A row's columns are listed once, by its
// `columns` function (`market_rows.h`), which three visitors walk: names, values, reading.

namespace core::storage
{
/// YYYYMMDD; 0 for no date.
[[nodiscard]] constexpr std::int64_t dateNumber(domain::TradingDate date) noexcept
{
    return date.ok() ? std::int64_t{int{date.year()}} * 10'000
                           + std::int64_t{unsigned{date.month()}} * 100 + unsigned{date.day()}
                     : 0;
}
[[nodiscard]] constexpr domain::TradingDate dateOf(std::int64_t number) noexcept
{
    return domain::TradingDate{std::chrono::year{static_cast<int>(number / 10'000)},
                               std::chrono::month{static_cast<unsigned>(number / 100 % 100)},
                               std::chrono::day{static_cast<unsigned>(number % 100)}};
}

/// Never null, and without what PostgreSQL has no text for.
[[nodiscard]] inline QVariant textValue(const QString& text)
{
    return text.isNull() ? QString{u""_qs} : QString{text}.remove(QChar{u'\0'});
}

/// The names, in order.
class ColumnNames final
{
public:
    template <typename Value>
    void operator()(const char* name, const Value&)
    {
        names.append(QLatin1String{name});
    }
    QStringList names;
};

/// Appends the values, in order: whole numbers and text.
class ColumnValues final
{
public:
    explicit ColumnValues(QVariantList& out) : m_out{out} {}
    template <typename Value>
    void operator()(const char*, const Value& value)
    {
        put(value);
    }

private:
    template <std::integral Number>
    void put(Number value)
    {
        m_out.append(static_cast<qlonglong>(value));
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value) { m_out.append(QString{orders::wordOf(value)}); }
    template <typename Value>
    void put(const std::optional<Value>& value)
    {
        if (value) {
            put(*value);
        } else {
            m_out.append(QVariant{QMetaType::fromType<qlonglong>()});
        }
    }
    void put(const QString& value) { m_out.append(textValue(value)); }
    void put(const QStringList& value) { m_out.append(textValue(value.join(u','))); }
    void put(const domain::Symbol& value) { m_out.append(value.toString()); }
    void put(domain::Price value) { put(value.won()); }
    void put(domain::Won value) { put(value.value()); }
    void put(domain::Quantity value) { put(value.shares()); }
    void put(domain::Timestamp value) { put(value.time_since_epoch().count()); }
    void put(const domain::ClientOrderId& value)
    {
        m_out.append(value == domain::ClientOrderId{} ? QString{u""_qs} : value.toString());
    }

    QVariantList& m_out;
};

/// Reads the values, in order, and remembers the first column that is not as it should be.
class ColumnReader final
{
public:
    ColumnReader(const QSqlQuery& row, int first) : m_row{row}, m_at{first} {}
    template <typename Value>
    void operator()(const char* name, Value& value)
    {
        const QVariant found = m_row.value(m_at++);
        if (!get(found, value) && m_bad == nullptr) {
            m_bad = name;
        }
    }
    /// Null if all is well.
    [[nodiscard]] const char* firstBad() const noexcept { return m_bad; }

private:
    static bool get(const QVariant& in, std::int64_t& out)
    {
        // PostgreSQL's driver hands on what is not negative without a sign.
        const bool whole =
            in.typeId() == QMetaType::LongLong || in.typeId() == QMetaType::ULongLong;
        out = in.toLongLong();
        return !in.isNull() && whole;
    }
    template <std::integral Number>
    static bool get(const QVariant& in, Number& out)
    {
        std::int64_t value = 0;
        if (!get(in, value) || !std::in_range<Number>(value)) {
            return false;
        }
        out = static_cast<Number>(value);
        return true;
    }
    static bool get(const QVariant& in, bool& out)
    {
        std::int64_t value = 0;
        const bool good = get(in, value) && (value == 0 || value == 1);
        out = value == 1;
        return good;
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    static bool get(const QVariant& in, Enum& out)
    {
        const std::optional<Enum> value = orders::fromWord<Enum>(in.toString());
        out = value.value_or(Enum{});
        return value.has_value();
    }
    template <typename Value>
    static bool get(const QVariant& in, std::optional<Value>& out)
    {
        if (in.isNull()) {
            out.reset();
            return true;
        }
        return get(in, out.emplace());
    }
    static bool get(const QVariant& in, QString& out)
    {
        out = in.toString();
        return !in.isNull() && in.typeId() == QMetaType::QString;
    }
    static bool get(const QVariant& in, QStringList& out)
    {
        out = in.toString().split(u',', Qt::SkipEmptyParts);
        return !in.isNull();
    }
    static bool get(const QVariant& in, domain::Symbol& out)
    {
        const QString text = in.toString();
        const std::optional<domain::Symbol> value = domain::Symbol::parse(text);
        out = value.value_or(domain::Symbol{});
        return value.has_value() || (text.isEmpty() && !in.isNull());
    }
    static bool get(const QVariant& in, domain::Price& out)
    {
        std::int64_t value = 0;
        const bool good = get(in, value);
        out = domain::Price::fromWon(value);
        return good;
    }
    static bool get(const QVariant& in, domain::Won& out)
    {
        std::int64_t value = 0;
        const bool good = get(in, value);
        out = domain::Won{value};
        return good;
    }
    static bool get(const QVariant& in, domain::Quantity& out)
    {
        std::int64_t value = 0;
        const bool good = get(in, value);
        out = domain::Quantity{value};
        return good;
    }
    static bool get(const QVariant& in, domain::Timestamp& out)
    {
        std::int64_t value = 0;
        const bool good = get(in, value);
        out = domain::Timestamp{std::chrono::milliseconds{value}};
        return good;
    }
    static bool get(const QVariant& in, domain::ClientOrderId& out)
    {
        const QString text = in.toString();
        const std::optional<domain::ClientOrderId> value = domain::ClientOrderId::parse(text);
        out = value.value_or(domain::ClientOrderId{});
        return value.has_value() || (text.isEmpty() && !in.isNull());
    }

    const QSqlQuery& m_row;
    int m_at;
    const char* m_bad = nullptr;
};
}  // namespace core::storage
