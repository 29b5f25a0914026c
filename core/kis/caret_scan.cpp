#include "core/kis/caret_scan.h"

#include <QtGlobal>

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace core::kis
{
namespace
{
constexpr std::uint32_t kBlock = 64;  // Units a step of the vector paths looks at.

std::uint32_t* scanScalar(const char16_t* text, std::uint32_t from, std::uint32_t size,
                          std::uint32_t* out)
{
    for (std::uint32_t i = from; i < size; ++i) {
        if (text[i] == u'^') {
            *out++ = i;
        }
    }
    return out;
}

#if defined(__x86_64__)
// The last block is copied out, so that no load leaves the text.
std::array<char16_t, kBlock> tailBlock(const char16_t* text, std::uint32_t size)
{
    std::array<char16_t, kBlock> block{};
    std::memcpy(block.data(), text, size * sizeof(char16_t));
    return block;
}

__m128i load(const char16_t* at)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}

std::uint64_t maskSse2(const char16_t* block)
{
    const __m128i caret = _mm_set1_epi16(u'^');
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const __m128i low = _mm_cmpeq_epi16(load(block + 16 * i), caret);
        const __m128i high = _mm_cmpeq_epi16(load(block + 16 * i + 8), caret);
        const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
        mask |= std::uint64_t{bits} << (16U * i);
    }
    return mask;
}

std::uint32_t* scanSse2(const char16_t* text, std::uint32_t from, std::uint32_t size,
                        std::uint32_t* out)
{
    std::uint32_t at = from;
    const auto take = [&out](std::uint64_t mask, std::uint32_t base) {
        while (mask != 0) {
            *out++ = base + static_cast<std::uint32_t>(std::countr_zero(mask));
            mask &= mask - 1;
        }
    };
    for (; at + kBlock <= size; at += kBlock) {
        take(maskSse2(text + at), at);
    }
    if (at < size) {
        take(maskSse2(tailBlock(text + at, size - at).data()), at);
    }
    return out;
}

__attribute__((target("avx2,bmi,popcnt"))) std::uint64_t maskAvx2(const char16_t* block)
{
    const __m256i caret = _mm256_set1_epi16(u'^');
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto* at = reinterpret_cast<const __m256i*>(block + 32 * i);
        const __m256i low = _mm256_cmpeq_epi16(_mm256_loadu_si256(at), caret);
        const __m256i high = _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 1), caret);
        // Packing works within 128-bit halves; the permutation restores the order.
        const __m256i both = _mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0xD8);
        mask |= std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(both))} << (32U * i);
    }
    return mask;
}

// Writes in eights and then counts only what was there: no branch per caret.
__attribute__((target("avx2,bmi,popcnt"))) std::uint32_t*
takeEights(std::uint64_t mask, std::uint32_t base, std::uint32_t* out)
{
    const auto count = static_cast<std::uint32_t>(__builtin_popcountll(mask));
    for (std::uint32_t done = 0; done < count; done += 8) {
        for (std::uint32_t i = 0; i < 8; ++i) {
            out[done + i] = base + static_cast<std::uint32_t>(_tzcnt_u64(mask));
            mask &= mask - 1;
        }
    }
    return out + count;
}

__attribute__((target("avx2,bmi,popcnt"))) std::uint32_t*
scanAvx2(const char16_t* text, std::uint32_t from, std::uint32_t size, std::uint32_t* out)
{
    std::uint32_t at = from;
    for (; at + kBlock <= size; at += kBlock) {
        out = takeEights(maskAvx2(text + at), at, out);
    }
    if (at < size) {
        out = takeEights(maskAvx2(tailBlock(text + at, size - at).data()), at, out);
    }
    return out;
}
#endif
}  // namespace

bool canRun(CpuPath path) noexcept
{
#if defined(__x86_64__)
    return path != CpuPath::Avx2
           || (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0
               && __builtin_cpu_supports("popcnt") != 0);
#else
    return path == CpuPath::Scalar;
#endif
}

CpuPath bestCpuPath() noexcept
{
    static const CpuPath best = canRun(CpuPath::Avx2)   ? CpuPath::Avx2
                                : canRun(CpuPath::Sse2) ? CpuPath::Sse2
                                                        : CpuPath::Scalar;
    return best;
}

void FieldEdges::scan(QStringView text, qsizetype from, CpuPath path)
{
    Q_ASSERT(from >= 0 && from <= text.size());
    const auto start = static_cast<std::uint32_t>(from);
    const auto size = static_cast<std::uint32_t>(text.size());
    // Every unit could be a caret; two edges more, and what a vector step writes ahead.
    const std::size_t needed = size - start + kBlock + 2;
    if (m_edges.size() < needed) {
        m_edges.resize(needed);
    }
    std::uint32_t* out = m_edges.data();
    *out++ = start - 1;  // Wraps for 0 on purpose: the first field begins at edge + 1.
    switch (path) {
#if defined(__x86_64__)
    case CpuPath::Avx2:
        out = scanAvx2(text.utf16(), start, size, out);
        break;
    case CpuPath::Sse2:
        out = scanSse2(text.utf16(), start, size, out);
        break;
#else
    case CpuPath::Avx2:
    case CpuPath::Sse2:
#endif
    case CpuPath::Scalar:
        out = scanScalar(text.utf16(), start, size, out);
        break;
    }
    *out = size;
    m_count = static_cast<std::size_t>(out - m_edges.data());
}
}  // namespace core::kis
