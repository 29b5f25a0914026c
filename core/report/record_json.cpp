#include "core/report/record_json.h"

#include "core/report/record_fields.h"
#include "core/report/record_words.h"

#include <QJsonArray>

#include <concepts>
#include <type_traits>
#include <utility>

namespace core::report
{
using domain::Timestamp;

namespace
{
template <typename T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;
template <typename T>
concept Enumeration = std::is_enum_v<T>;

/// "2026-11-24T09:31:07.123": as `domain::timestampText` writes it.
std::optional<Timestamp> parseTimestamp(QStringView text)
{
    constexpr qsizetype kSize = 23;
    constexpr qsizetype kDateSize = 10;
    if (text.size() != kSize || text[kDateSize] != u'T') {
        return std::nullopt;
    }
    const std::optional<domain::TradingDate> date = domain::parseDate(text.left(kDateSize));
    const std::optional<domain::TimeOfDay> time = domain::parseTimeOfDay(text.mid(kDateSize + 1));
    return date && time ? std::optional{domain::fromKst(*date, *time)} : std::nullopt;
}

class JsonWriter
{
public:
    template <typename Part>
    static QJsonObject write(const Part& part)
    {
        JsonWriter writer;
        Fields<Part>::visit(writer, part);
        return writer.m_out;
    }

    template <Integer Number>
    void operator()(const char* key, const Number& value)
    {
        put(key, static_cast<qint64>(value));
    }
    template <Enumeration Enum>
    void operator()(const char* key, const Enum& value)
    {
        put(key, QJsonValue{wordOf(value)});
    }
    void operator()(const char* key, bool value) { put(key, value); }
    void operator()(const char* key, const domain::Won& value) { put(key, qint64{value.value()}); }
    void operator()(const char* key, const domain::Quantity& value)
    {
        put(key, qint64{value.shares()});
    }
    void operator()(const char* key, const domain::Price& value)
    {
        putUnless(value == domain::Price{}, key, qint64{value.won()});
    }
    void operator()(const char* key, const QString& value)
    {
        putUnless(value.isEmpty(), key, value);
    }
    void operator()(const char* key, const domain::Symbol& value)
    {
        putUnless(value.isEmpty(), key, value.toString());
    }
    void operator()(const char* key, const Timestamp& value)
    {
        putUnless(value == Timestamp{}, key, domain::timestampText(value));
    }
    void operator()(const char* key, const domain::TradingDate& value)
    {
        putUnless(!value.ok(), key, domain::dateText(value));
    }
    void operator()(const char* key, const domain::ClientOrderId& value)
    {
        putUnless(value.event == 0, key, value.toString());
    }
    template <typename Value>
    void operator()(const char* key, const std::optional<Value>& value)
    {
        if (value) {
            (*this)(key, *value);
        }
    }
    template <typename Part>
    void operator()(const char* key, const std::vector<Part>& parts)
    {
        QJsonArray array;
        for (const Part& part : parts) {
            array.append(write(part));
        }
        put(key, array);
    }
    template <typename Part>
    requires requires { sizeof(Fields<Part>); }
    void operator()(const char* key, const Part& part) { put(key, write(part)); }

private:
    void put(const char* key, const QJsonValue& value) { m_out.insert(L1{key}, value); }
    void putUnless(bool absent, const char* key, const QJsonValue& value)
    {
        if (!absent) {
            put(key, value);
        }
    }

    QJsonObject m_out;
};

/// Reads members and remembers the path of the first that is not as it should be.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject& in) : m_in{in} {}

    [[nodiscard]] const QString& bad() const { return m_bad; }

    template <Integer Number>
    void operator()(const char* key, Number& out)
    {
        const QJsonValue value = m_in.value(L1{key});
        // A number with decimals or beyond 64 bits gives the default, whichever it is.
        const qint64 number = value.toInteger(0);
        const bool whole = value.isDouble() && number == value.toInteger(1);
        if (!whole || !std::in_range<Number>(number)) {
            return fail(key);
        }
        out = static_cast<Number>(number);
    }
    template <Enumeration Enum>
    void operator()(const char* key, Enum& out)
    {
        take(key, out, fromWord<Enum>(m_in.value(L1{key}).toString()));
    }
    void operator()(const char* key, bool& out)
    {
        const QJsonValue value = m_in.value(L1{key});
        value.isBool() ? void(out = value.toBool()) : fail(key);
    }
    void operator()(const char* key, domain::Won& out)
    {
        std::int64_t won = 0;
        (*this)(key, won);
        out = domain::Won{won};
    }
    void operator()(const char* key, domain::Quantity& out)
    {
        std::int64_t shares = 0;
        (*this)(key, shares);
        out = domain::Quantity{shares};
    }
    void operator()(const char* key, domain::Price& out)
    {
        std::int64_t won = 0;
        if (has(key)) {
            (*this)(key, won);
        }
        out = domain::Price::fromWon(won);
    }
    void operator()(const char* key, QString& out)
    {
        const QJsonValue value = m_in.value(L1{key});
        if (has(key) && !value.isString()) {
            return fail(key);
        }
        out = value.toString();
    }
    void operator()(const char* key, domain::Symbol& out)
    {
        takeText(key, out, [](const QString& text) { return domain::Symbol::parse(text); });
    }
    void operator()(const char* key, Timestamp& out) { takeText(key, out, parseTimestamp); }
    void operator()(const char* key, domain::TradingDate& out)
    {
        takeText(key, out, domain::parseDate);
    }
    void operator()(const char* key, domain::ClientOrderId& out)
    {
        takeText(key, out, domain::ClientOrderId::parse);
    }
    template <typename Value>
    void operator()(const char* key, std::optional<Value>& out)
    {
        if (has(key)) {
            out.emplace();
            (*this)(key, *out);
        }
    }
    template <typename Part>
    void operator()(const char* key, std::vector<Part>& out)
    {
        const QJsonValue value = m_in.value(L1{key});
        if (!value.isArray()) {
            return fail(key);
        }
        const QJsonArray array = value.toArray();
        out.reserve(static_cast<std::size_t>(array.size()));
        for (qsizetype i = 0; i < array.size() && m_bad.isEmpty(); ++i) {
            out.emplace_back();
            readPart(QStringLiteral("%1[%2]").arg(L1{key}).arg(i), array.at(i), out.back());
        }
    }
    template <typename Part>
    requires requires { sizeof(Fields<Part>); }
    void operator()(const char* key, Part& out) { readPart(L1{key}, m_in.value(L1{key}), out); }

private:
    [[nodiscard]] bool has(const char* key) const { return m_in.contains(L1{key}); }
    void fail(const QString& path)
    {
        if (m_bad.isEmpty()) {
            m_bad = path;
        }
    }
    void fail(const char* key) { fail(QString{L1{key}}); }
    template <typename Value>
    void take(const char* key, Value& out, const std::optional<Value>& value)
    {
        value ? void(out = *value) : fail(key);
    }
    template <typename Value, typename Parse>
    void takeText(const char* key, Value& out, Parse parse)
    {
        if (has(key)) {
            take(key, out, parse(m_in.value(L1{key}).toString()));
        }
    }
    template <typename Part>
    void readPart(const QString& path, const QJsonValue& value, Part& out)
    {
        if (!value.isObject()) {
            return fail(path);
        }
        const QJsonObject object = value.toObject();
        JsonReader reader{object};
        Fields<Part>::visit(reader, out);
        if (!reader.bad().isEmpty()) {
            fail(path + u'.' + reader.bad());
        }
    }

    const QJsonObject& m_in;
    QString m_bad;
};

template <typename Part>
base::Result<Part> read(const QJsonObject& json)
{
    JsonReader reader{json};
    Part part;
    Fields<Part>::visit(reader, part);
    if (!reader.bad().isEmpty()) {
        return base::Error{
            base::ErrorCode::Malformed,
            QStringLiteral("day record: %1 is missing or not of its type").arg(reader.bad())};
    }
    return part;
}
}  // namespace

QJsonObject recordJson(const domain::DayRecord& record)
{
    return JsonWriter::write(record);
}

base::Result<domain::DayRecord> recordFromJson(const QJsonObject& json)
{
    return read<domain::DayRecord>(json);
}

QJsonObject tradeJson(const domain::TradeRecord& trade)
{
    return JsonWriter::write(trade);
}

base::Result<domain::TradeRecord> tradeFromJson(const QJsonObject& json)
{
    return read<domain::TradeRecord>(json);
}
}  // namespace core::report
