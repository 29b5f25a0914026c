#pragma once

#include "core/base/log_line.h"

#include <QHash>

#include <chrono>
#include <cstdint>
#include <vector>

namespace core::base
{
/// Holds back what says the same again and again: of lines of one category, severity and shape the
/// first hundred within ten seconds pass, the rest is counted. Criticals always pass.
/// Thread: one at a time.
class LogFlood final
{
public:
    static constexpr std::uint64_t kPassMax = 100;
    static constexpr std::chrono::seconds kWindow{10};
    /// Shapes watched at once; beyond, all new shapes of a category and severity count as one.
    static constexpr qsizetype kShapesMax = 1'024;

    /// What was held back of one shape.
    struct Held
    {
        QtMsgType type = QtInfoMsg;
        QString category;
        QString text;  ///< Of the last one.
        std::uint64_t count = 0;
    };

    /// Whether `line` may be written; else it is counted. `now` is monotonic.
    [[nodiscard]] bool passes(const LogLine& line, const QString& shape,
                              std::chrono::nanoseconds now);
    /// What was held back in windows that are over; with `all`, in those under way too.
    [[nodiscard]] std::vector<Held> take(std::chrono::nanoseconds now, bool all);
    /// Whether `take` may have something: cheap, for every line.
    [[nodiscard]] bool isDue(std::chrono::nanoseconds now) const { return now >= m_nextSweep; }

private:
    struct Window
    {
        std::chrono::nanoseconds since{};
        std::uint64_t seen = 0;
        Held held;
    };

    QHash<QString, Window> m_windows;
    std::chrono::nanoseconds m_nextSweep{};
};
}  // namespace core::base
