#pragma once

#include <QTest>

#include <utility>

namespace test
{
/// How long a test waits for what must come, in milliseconds: what a starved machine needs, since a
/// wait ends when the awaited is there. Only what never comes costs this time.
inline constexpr int kPatience = 60'000;

/// Runs events until `condition` holds. False when it never does.
template <typename Condition>
[[nodiscard]] bool comes(Condition&& condition)
{
    return QTest::qWaitFor(std::forward<Condition>(condition), kPatience);
}
}  // namespace test
