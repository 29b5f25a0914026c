#include "core/sim/json_text.h"

namespace core::sim
{
QByteArray jsonEscaped(const QString& text)
{
    QByteArray out;
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            out += c;
        }
    }
    return out;
}

void JsonObject::member(const char* key, const QByteArray& value)
{
    if (!m_members.isEmpty()) {
        m_members += ',';
    }
    m_members += '"';
    m_members += key;
    m_members += "\":\"";
    m_members += value;
    m_members += '"';
}

JsonObject& JsonObject::text(const char* key, const QString& value)
{
    member(key, jsonEscaped(value));
    return *this;
}

JsonObject& JsonObject::text(const char* key, const char* value)
{
    member(key, value);
    return *this;
}

JsonObject& JsonObject::number(const char* key, std::int64_t value)
{
    member(key, QByteArray::number(static_cast<qlonglong>(value)));
    return *this;
}

JsonObject& JsonObject::decimal(const char* key, std::int64_t hundredths)
{
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    QByteArray value = hundredths < 0 ? QByteArrayLiteral("-") : QByteArray{};
    value += QByteArray::number(static_cast<qlonglong>(size / 100)) + '.'
             + static_cast<char>('0' + size / 10 % 10) + static_cast<char>('0' + size % 10);
    member(key, value);
    return *this;
}
}  // namespace core::sim
