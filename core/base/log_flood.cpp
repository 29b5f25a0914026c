#include "core/base/log_flood.h"

namespace core::base
{
namespace
{
constexpr std::chrono::seconds kSweepEvery{1};
}  // namespace

bool LogFlood::passes(const LogLine& line, const QString& shape, std::chrono::nanoseconds now)
{
    if (line.type == QtCriticalMsg || line.type == QtFatalMsg) {
        return true;
    }
    const QString kind = QString::number(int{line.type}) + QLatin1Char{' '} + line.category;
    QString key = kind + QLatin1Char{' '} + shape;
    if (!m_windows.contains(key) && m_windows.size() >= kShapesMax) {
        key = kind;  // Texts that never repeat are a flood as well.
    }
    Window& window = m_windows[key];
    if (window.seen == 0) {
        window.since = now;
    }
    if (++window.seen <= kPassMax) {
        return true;
    }
    ++window.held.count;
    window.held.type = line.type;
    window.held.category = line.category;
    window.held.text = line.text;
    return false;
}

std::vector<LogFlood::Held> LogFlood::take(std::chrono::nanoseconds now, bool all)
{
    m_nextSweep = now + kSweepEvery;
    std::vector<Held> held;
    for (auto one = m_windows.begin(); one != m_windows.end();) {
        if (!all && now - one->since < kWindow) {
            ++one;
            continue;
        }
        if (one->held.count > 0) {
            held.push_back(one->held);
        }
        one = m_windows.erase(one);
    }
    return held;
}
}  // namespace core::base
