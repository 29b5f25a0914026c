#include "core/notify/send_queue.h"

#include <algorithm>
#include <array>

namespace core::notify
{
namespace
{
// A token or a block is mended by a person, not by asking again.
constexpr std::chrono::minutes kPersonPause{5};
// The service may stumble over a part itself: after so many of its failures, a simpler form.
constexpr int kRefusalsMax = 5;

Form firstForm(const Part& part)
{
    return part.picture.isEmpty() ? Form::Markdown : Form::Picture;
}
}  // namespace

std::chrono::nanoseconds jittered(std::chrono::nanoseconds step, const Random& random)
{
    constexpr std::uint32_t kSpread = 401;
    constexpr std::int64_t kLowest = 800;
    const auto thousandths = static_cast<std::int64_t>(random() % kSpread) + kLowest;
    return step / 1000 * thousandths;
}

std::chrono::seconds backOffStep(int failures)
{
    constexpr std::array<int, 6> kSteps{1, 2, 5, 10, 30, 60};
    const auto at = static_cast<std::size_t>(std::max(failures, 1)) - 1;
    return std::chrono::seconds{kSteps[std::min(at, kSteps.size() - 1)]};
}

SendQueue::SendQueue(std::vector<PaceLimit> pace, Random random, std::size_t sizeMax)
    : m_pace{std::move(pace)}, m_random{std::move(random)}, m_sizeMax{sizeMax}
{
}

QueueFigures SendQueue::figures() const
{
    QueueFigures figures = m_figures;
    figures.waiting = static_cast<int>(m_waiting.size());
    return figures;
}

void SendQueue::push(Outgoing message, std::chrono::nanoseconds now)
{
    if (message.parts.empty()) {
        return;
    }
    dropOutdated(now);
    supersede(message.standing.subject);
    Waiting waiting{.message = std::move(message)};
    waiting.form = firstForm(waiting.message.parts.front());
    if (waiting.message.standing.keeps) {
        waiting.until = now + *waiting.message.standing.keeps;
    }
    m_waiting.push_back(std::move(waiting));
    makeRoom();
}

void SendQueue::supersede(const QString& subject)
{
    if (subject.isEmpty()) {
        return;
    }
    for (auto at = m_waiting.begin() + (m_inFlight ? 1 : 0); at != m_waiting.end();) {
        if (at->message.standing.subject == subject) {
            at = m_waiting.erase(at);
            ++m_figures.superseded;
        } else {
            ++at;
        }
    }
}

void SendQueue::dropOutdated(std::chrono::nanoseconds now)
{
    for (auto at = m_waiting.begin() + (m_inFlight ? 1 : 0); at != m_waiting.end();) {
        if (at->until && *at->until <= now) {
            at = m_waiting.erase(at);
            ++m_figures.outdated;
        } else {
            ++at;
        }
    }
}

void SendQueue::makeRoom()
{
    if (m_waiting.size() <= m_sizeMax) {
        return;
    }
    // Passing ones before lasting ones, then the least severe; the oldest of equals.
    const auto worth = [](const Waiting& one) {
        return std::pair{!one.message.standing.keeps.has_value(), one.message.standing.severity};
    };
    const auto first = m_waiting.begin() + (m_inFlight ? 1 : 0);
    const auto least =
        std::min_element(first, m_waiting.end(), [&worth](const Waiting& a, const Waiting& b) {
            return worth(a) < worth(b);
        });
    ++(least->message.standing.keeps ? m_figures.dropped : m_figures.lost);
    m_waiting.erase(least);
}

std::optional<SendTask> SendQueue::take(std::chrono::nanoseconds now)
{
    if (m_inFlight) {
        return std::nullopt;
    }
    dropOutdated(now);
    if (m_waiting.empty() || now < m_pausedUntil || now < m_pace.nextAt()) {
        return std::nullopt;
    }
    m_pace.take(now);
    m_inFlight = true;
    const Waiting& first = m_waiting.front();
    const Part& part = first.message.parts.front();
    return SendTask{.form = first.form,
                    .text = first.form == Form::Plain ? part.text.plain : part.text.markdown,
                    .picture = first.form == Form::Picture ? part.picture : QByteArray{},
                    .silent = first.message.standing.severity == domain::Severity::Info};
}

void SendQueue::answered(const ApiAnswer& answer, std::chrono::nanoseconds now)
{
    Q_ASSERT(m_inFlight);
    m_inFlight = false;
    switch (answer.kind) {
    case AnswerKind::Ok:
        m_failures = 0;
        partDone();
        return;
    case AnswerKind::Rejected:
        m_failures = 0;
        simplify();
        return;
    case AnswerKind::RateLimited:
        ++m_failures;
        if (answer.retryAfter) {
            // Never earlier than asked: the jitter only adds.
            m_pausedUntil =
                now + *answer.retryAfter + jittered(std::chrono::milliseconds{500}, m_random);
        } else {
            pause(backOffStep(m_failures), now);
        }
        return;
    case AnswerKind::TokenRefused:
    case AnswerKind::Forbidden:
    case AnswerKind::Conflict:
        ++m_failures;
        pause(kPersonPause, now);
        return;
    case AnswerKind::ServerError:
        ++m_failures;
        pause(backOffStep(m_failures), now);
        if (++m_waiting.front().refusals >= kRefusalsMax && m_waiting.front().form != Form::Plain) {
            simplify();
        }
        return;
    case AnswerKind::Unusable:
    case AnswerKind::Unreached:
    case AnswerKind::TimedOut:
        ++m_failures;
        pause(backOffStep(m_failures), now);
        return;
    }
}

void SendQueue::pause(std::chrono::nanoseconds step, std::chrono::nanoseconds now)
{
    m_pausedUntil = now + jittered(step, m_random);
}

void SendQueue::partDone()
{
    Waiting& first = m_waiting.front();
    first.message.parts.pop_front();
    first.refusals = 0;
    if (first.message.parts.empty()) {
        m_waiting.pop_front();
        ++m_figures.sent;
        return;
    }
    first.form = firstForm(first.message.parts.front());
}

void SendQueue::simplify()
{
    Waiting& first = m_waiting.front();
    first.refusals = 0;
    switch (first.form) {
    case Form::Picture:
        first.form = Form::Markdown;
        return;
    case Form::Markdown:
        first.form = Form::Plain;
        return;
    case Form::Plain:
        m_waiting.pop_front();
        ++m_figures.lost;
        return;
    }
}
}  // namespace core::notify
