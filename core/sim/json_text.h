#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace core::sim
{
/// Writes flat JSON objects the broker's way: every value is a string, in the order given.
class JsonObject final
{
public:
    JsonObject& text(const char* key, const QString& value);
    JsonObject& text(const char* key, const char* value);
    JsonObject& number(const char* key, std::int64_t value);
    /// `hundredths` with two decimals.
    JsonObject& decimal(const char* key, std::int64_t hundredths);
    JsonObject& flag(const char* key, bool value) { return text(key, value ? "Y" : "N"); }

    /// "{...}"
    [[nodiscard]] QByteArray bytes() const { return '{' + m_members + '}'; }

private:
    void member(const char* key, const QByteArray& value);

    QByteArray m_members;
};

class JsonArray final
{
public:
    void add(const JsonObject& object)
    {
        m_items += m_items.isEmpty() ? object.bytes() : ',' + object.bytes();
    }
    /// "[...]"
    [[nodiscard]] QByteArray bytes() const { return '[' + m_items + ']'; }

private:
    QByteArray m_items;
};

/// `text` with what JSON strings must not hold escaped.
[[nodiscard]] QByteArray jsonEscaped(const QString& text);
}  // namespace core::sim
