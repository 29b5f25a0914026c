#pragma once

#include "core/domain/kst.h"
#include "core/domain/order.h"
#include "core/domain/percent.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>
#include <vector>

namespace core::storage
{
/// Whole numbers as seven bits a byte, the lowest first; signed ones folded so that small ones of
/// either sign are short. One byte order and one width on every machine.
[[nodiscard]] constexpr std::uint64_t folded(std::int64_t value) noexcept
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
[[nodiscard]] constexpr std::int64_t unfolded(std::uint64_t value) noexcept
{
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// The last value of an enumeration, where its fields are listed: what lies beyond is none.
template <typename Enum>
struct LastOf;

/// Writes values one after the other, without names: the reader knows what comes. A struct is
/// written field by field by its `fields` function, found by its type; the same function reads it
/// (`Unpacker`), so that there is one list of the fields.
/// Thread: any; not shared.
class Packer final
{
public:
    explicit Packer(QByteArray& out) : m_out{out} {}

    template <typename... Values>
    void operator()(const Values&... values)
    {
        (put(values), ...);
    }
    void number(std::uint64_t value)
    {
        while (value >= 0x80U) {
            m_out.append(static_cast<char>(value | 0x80U));
            value >>= 7U;
        }
        m_out.append(static_cast<char>(value));
    }

private:
    void put(std::int64_t value) { number(folded(value)); }
    void put(std::int32_t value) { number(folded(value)); }
    void put(std::uint64_t value) { number(value); }
    void put(std::uint32_t value) { number(value); }
    void put(bool value) { m_out.append(value ? '\1' : '\0'); }
    void put(const QString& value)
    {
        const QByteArray bytes = value.toUtf8();
        number(static_cast<std::uint64_t>(bytes.size()));
        m_out.append(bytes);
    }
    void put(const domain::Symbol& value)
    {
        const std::string_view text = value.view();
        m_out.append(static_cast<char>(text.size()));
        m_out.append(text.data(), static_cast<qsizetype>(text.size()));
    }
    void put(domain::Price value) { put(value.won()); }
    void put(domain::Won value) { put(value.value()); }
    void put(domain::Quantity value) { put(value.shares()); }
    void put(domain::Percent value) { put(value.units()); }
    void put(const domain::BrokerOrderId& value) { put(value.number()); }
    void put(domain::TradingDate value)
    {
        put(value.ok() ? std::int64_t{std::chrono::sys_days{value}.time_since_epoch().count()}
                       : std::numeric_limits<std::int64_t>::min());
    }
    void put(domain::Timestamp value) { put(std::int64_t{value.time_since_epoch().count()}); }
    template <typename Period>
    void put(std::chrono::duration<std::int64_t, Period> value)
    {
        put(std::int64_t{value.count()});
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value) { number(static_cast<std::uint64_t>(value)); }
    template <typename Value>
    void put(const std::optional<Value>& value)
    {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }
    template <typename Value>
    void put(const std::vector<Value>& values)
    {
        number(values.size());
        for (const Value& value : values) {
            put(value);
        }
    }
    template <typename Value, std::size_t Size>
    void put(const std::array<Value, Size>& values)
    {
        for (const Value& value : values) {
            put(value);
        }
    }
    template <typename Struct>
    requires requires(Packer& packer, const Struct& value) { fields(packer, value); }
    void put(const Struct& value) { fields(*this, value); }

    QByteArray& m_out;
};

/// Reads what a `Packer` wrote. Hostile bytes end in `failed()`, never beyond the view and never in
/// more memory than the bytes could stand for.
/// Thread: any; not shared.
class Unpacker final
{
public:
    explicit Unpacker(QByteArrayView bytes) : m_bytes{bytes} {}

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at == m_bytes.size(); }
    void fail() noexcept { m_failed = true; }

    template <typename... Values>
    void operator()(Values&... values)
    {
        (get(values), ...);
    }
    [[nodiscard]] std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = next();
            const std::uint64_t bits = byte & 0x7FU;
            if (shift == 63 && bits > 1) {
                break;
            }
            value |= bits << shift;
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        m_failed = true;
        return 0;
    }

private:
    [[nodiscard]] std::uint8_t next()
    {
        if (m_failed || m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    [[nodiscard]] QByteArrayView take(std::uint64_t size)
    {
        if (m_failed || size > static_cast<std::uint64_t>(m_bytes.size() - m_at)) {
            m_failed = true;
            return {};
        }
        const QByteArrayView taken = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += taken.size();
        return taken;
    }
    [[nodiscard]] std::int64_t whole() { return unfolded(number()); }

    void get(std::int64_t& value) { value = whole(); }
    void get(std::int32_t& value)
    {
        const std::int64_t wide = whole();
        value = static_cast<std::int32_t>(wide);
        m_failed = m_failed || value != wide;
    }
    void get(std::uint64_t& value) { value = number(); }
    void get(std::uint32_t& value)
    {
        const std::uint64_t wide = number();
        value = static_cast<std::uint32_t>(wide);
        m_failed = m_failed || value != wide;
    }
    void get(bool& value)
    {
        const std::uint8_t byte = next();
        value = byte != 0;
        m_failed = m_failed || byte > 1;
    }
    void get(QString& value) { value = QString::fromUtf8(take(number())); }
    void get(domain::Symbol& value)
    {
        const QByteArrayView text = take(next());
        const auto symbol = domain::Symbol::parse(
            std::string_view{text.data(), static_cast<std::size_t>(text.size())});
        value = symbol.value_or(domain::Symbol{});
        m_failed = m_failed || (!text.isEmpty() && !symbol);
    }
    void get(domain::Price& value) { value = domain::Price::fromWon(whole()); }
    void get(domain::Won& value) { value = domain::Won{whole()}; }
    void get(domain::Quantity& value) { value = domain::Quantity{whole()}; }
    void get(domain::Percent& value) { value = domain::Percent::fromUnits(whole()); }
    void get(domain::BrokerOrderId& value)
    {
        QString number;
        get(number);
        value = domain::BrokerOrderId::fromWire(number);
        m_failed = m_failed || value.number() != number;
    }
    void get(domain::TradingDate& value)
    {
        const std::int64_t days = whole();
        constexpr std::int64_t kDaysMax = 200'000;  // Beyond the year 2500.
        value = {};
        if (days >= -kDaysMax && days <= kDaysMax) {
            value = std::chrono::sys_days{std::chrono::days{days}};
        } else {
            m_failed = m_failed || days != std::numeric_limits<std::int64_t>::min();
        }
    }
    void get(domain::Timestamp& value)
    {
        value = domain::Timestamp{domain::Timestamp::duration{whole()}};
    }
    template <typename Period>
    void get(std::chrono::duration<std::int64_t, Period>& value)
    {
        value = std::chrono::duration<std::int64_t, Period>{whole()};
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void get(Enum& value)
    {
        const std::uint64_t raw = number();
        value = static_cast<Enum>(raw);
        m_failed = m_failed || raw > static_cast<std::uint64_t>(LastOf<Enum>::value);
    }
    template <typename Value>
    void get(std::optional<Value>& value)
    {
        bool there = false;
        get(there);
        value.reset();
        if (there) {
            get(value.emplace());
        }
    }
    template <typename Value>
    void get(std::vector<Value>& values)
    {
        values.clear();
        const std::uint64_t count = number();
        if (count > static_cast<std::uint64_t>(m_bytes.size() - m_at)) {  // A byte each at least.
            m_failed = true;
        }
        for (std::uint64_t index = 0; index < count && !m_failed; ++index) {
            get(values.emplace_back());
        }
    }
    template <typename Value, std::size_t Size>
    void get(std::array<Value, Size>& values)
    {
        for (Value& value : values) {
            get(value);
        }
    }
    template <typename Struct>
    requires requires(Unpacker& unpacker, Struct& value) { fields(unpacker, value); }
    void get(Struct& value) { fields(*this, value); }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};
}  // namespace core::storage
