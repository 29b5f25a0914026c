#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace core::kis
{
#if defined(__SSE2__)
/// Reads unsigned decimal fields of a UTF-16 text, up to sixteen digits, eight at a time.
///
/// Nothing is checked field by field: `ok()` tells after a record whether all units were digits
/// and all fields short enough. An empty field reads 0. The text must have at least sixteen
/// readable units before the end of any field read (a data frame's header sees to that).
class FastDigits final
{
public:
    explicit FastDigits(const char16_t* text) noexcept : m_text{text} {}

    [[nodiscard]] std::uint64_t number(std::uint32_t begin, std::uint32_t end) noexcept
    {
        const std::uint32_t length = end - begin;
        if (length <= 8) [[likely]] {
            return upTo8(end, length);
        }
        if (length <= 16) {
            return upTo8(end - 8, length - 8) * 100'000'000U + upTo8(end, 8);
        }
        m_tooLong = true;
        return 0;
    }

    [[nodiscard]] bool ok() const noexcept
    {
        const __m128i none = _mm_cmpeq_epi16(m_bad, _mm_setzero_si128());
        return !m_tooLong && _mm_movemask_epi8(none) == 0xFFFF;
    }

private:
    [[nodiscard]] std::uint64_t upTo8(std::uint32_t end, std::uint32_t length) noexcept
    {
        // Lane 7 is the last digit; lanes before the field are blanked.
        alignas(16) static constexpr std::int16_t kKeep[16] = {0,  0,  0,  0,  0,  0,  0,  0,
                                                               -1, -1, -1, -1, -1, -1, -1, -1};
        const __m128i units = vector(m_text + (end - 8));
        const __m128i keep = vector(kKeep + length);
        const __m128i digits = _mm_and_si128(_mm_sub_epi16(units, _mm_set1_epi16('0')), keep);
        m_bad = _mm_or_si128(m_bad, _mm_subs_epu16(digits, _mm_set1_epi16(9)));
        const __m128i tens = _mm_set1_epi32(10 | (1 << 16));
        const __m128i hundreds = _mm_set1_epi32(100 | (1 << 16));
        const __m128i pairs = _mm_madd_epi16(digits, tens);
        const __m128i fours = _mm_madd_epi16(_mm_packs_epi32(pairs, pairs), hundreds);
        const auto both = static_cast<std::uint64_t>(_mm_cvtsi128_si64(fours));
        return (both & 0xFFFFFFFFU) * 10'000U + (both >> 32U);
    }

    template <typename Unit>
    [[nodiscard]] static __m128i vector(const Unit* at) noexcept
    {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    }

    const char16_t* m_text;
    __m128i m_bad = _mm_setzero_si128();
    bool m_tooLong = false;
};
#else
/// The same promise one unit at a time, for processors without SSE2.
class FastDigits final
{
public:
    explicit FastDigits(const char16_t* text) noexcept : m_text{text} {}

    [[nodiscard]] std::uint64_t number(std::uint32_t begin, std::uint32_t end) noexcept
    {
        m_ok = m_ok && end - begin <= 16;
        std::uint64_t value = 0;
        for (std::uint32_t i = begin; m_ok && i < end; ++i) {
            m_ok = m_text[i] >= u'0' && m_text[i] <= u'9';
            value = value * 10U + static_cast<std::uint64_t>(m_text[i] - u'0');
        }
        return value;
    }
    [[nodiscard]] bool ok() const noexcept { return m_ok; }

private:
    const char16_t* m_text;
    bool m_ok = true;
};
#endif
}  // namespace core::kis
