#include "core/orders/list_schedule.h"

#include <algorithm>

namespace core::orders
{
void ListSchedule::want(const std::optional<domain::Symbol>& symbol, domain::Timestamp at)
{
    const auto [due, isNew] = m_due.try_emplace(symbol.value_or(domain::Symbol{}), at);
    if (!isNew) {
        due->second = std::min(due->second, at);
    }
}

void ListSchedule::wantDay(domain::TradingDate day, domain::Timestamp at)
{
    const auto [due, isNew] = m_days.try_emplace(day, at);
    if (!isNew) {
        due->second = std::min(due->second, at);
    }
}

std::optional<ListSchedule::Question> ListSchedule::next(domain::Timestamp now)
{
    if (m_asked && now - m_askedAt < kLostAfter) {
        return std::nullopt;
    }
    const auto first =
        std::min_element(m_due.begin(), m_due.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto earlier = std::find_if(m_days.begin(), m_days.end(),
                                      [now](const auto& entry) { return entry.second <= now; });
    Question question;
    if (earlier != m_days.end()
        && (first == m_due.end() || earlier->second <= first->second || first->second > now)) {
        question.day = earlier->first;
        m_days.erase(earlier);
        return asked(question, now);
    }
    if (first == m_due.end() || first->second > now) {
        return std::nullopt;
    }
    // From three symbols on one list of all costs less than theirs one by one.
    const auto dueNow = std::count_if(m_due.begin(), m_due.end(),
                                      [now](const auto& entry) { return entry.second <= now; });
    if (!first->first.isEmpty() && dueNow < 3) {
        question.symbol = first->first;
        m_due.erase(first);
    } else {
        std::erase_if(m_due, [now](const auto& entry) { return entry.second <= now; });
    }
    return asked(question, now);
}

ListSchedule::Question ListSchedule::asked(Question question, domain::Timestamp now)
{
    question.ask = ++m_asks;
    m_asked = question.ask;
    m_askedAt = now;
    return question;
}

bool ListSchedule::answered(std::uint64_t ask)
{
    if (m_asked != ask) {
        return false;
    }
    m_asked.reset();
    return true;
}
}  // namespace core::orders
