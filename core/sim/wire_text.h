#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core::sim
{
/// A reused line of fields joined by '^'. Never allocates; a record that would not fit is a bug
/// (the longest is under 900 bytes).
class WireText final
{
public:
    void clear() noexcept { m_size = 0; }
    [[nodiscard]] std::string_view view() const noexcept { return {m_data.data(), m_size}; }

    void text(std::string_view field)
    {
        separate();
        std::memcpy(m_data.data() + m_size, field.data(), field.size());
        m_size += field.size();
    }
    void number(std::int64_t value)
    {
        separate();
        append(value);
    }
    /// `hundredths` with two decimals: -1146 is "-11.46".
    void decimal(std::int64_t hundredths)
    {
        separate();
        if (hundredths < 0) {
            m_data[m_size++] = '-';
            hundredths = -hundredths;
        }
        append(hundredths / 100);
        m_data[m_size++] = '.';
        m_data[m_size++] = static_cast<char>('0' + hundredths / 10 % 10);
        m_data[m_size++] = static_cast<char>('0' + hundredths % 10);
    }
    /// HHMMSS of milliseconds from midnight.
    void time(std::int32_t at)
    {
        separate();
        const std::int32_t seconds = at / 1'000;
        twoDigits(seconds / 3'600);
        twoDigits(seconds / 60 % 60);
        twoDigits(seconds % 60);
    }

private:
    void separate() noexcept
    {
        if (m_size != 0) {
            m_data[m_size++] = '^';
        }
    }
    void twoDigits(std::int32_t value) noexcept
    {
        m_data[m_size++] = static_cast<char>('0' + value / 10 % 10);
        m_data[m_size++] = static_cast<char>('0' + value % 10);
    }
    void append(std::int64_t value) noexcept
    {
        char* begin = m_data.data() + m_size;
        const auto end = std::to_chars(begin, m_data.data() + m_data.size(), value);
        m_size += static_cast<std::size_t>(end.ptr - begin);
    }

    std::array<char, 2'048> m_data{};
    std::size_t m_size = 0;
};
}  // namespace core::sim
