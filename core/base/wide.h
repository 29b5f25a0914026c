#pragma once

namespace core::base
{
/// 128-bit integer for exact products of money, quantities and rates. A GCC and clang extension,
/// named here once so that -Wpedantic stays on everywhere else.
__extension__ typedef __int128 Int128;
}  // namespace core::base
