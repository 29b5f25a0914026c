#pragma once

#ifndef __has_feature
#define __has_feature(feature) 0  // g++ has macros instead.
#endif

namespace test
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)                                  \
    || __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// Of a long series, a sanitizer's run takes every eighth: the plain run judges each of them.
inline constexpr int kStride = kSanitized ? 8 : 1;
}  // namespace test
