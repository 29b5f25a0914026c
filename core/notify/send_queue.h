#pragma once

#include "core/notify/outgoing.h"
#include "core/notify/send_pace.h"
#include "core/notify/telegram_answer.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

namespace core::notify
{
/// 32 bits nobody can guess, or, in a test, those the test wants.
using Random = std::function<std::uint32_t()>;

/// A pause of about `step`, 20 % either way.
[[nodiscard]] std::chrono::nanoseconds jittered(std::chrono::nanoseconds step,
                                                const Random& random);
/// The pause after the `failures`-th failure in a row: 1, 2, 5, 10, 30, then 60 s.
[[nodiscard]] std::chrono::seconds backOffStep(int failures);

/// How a part is tried; what the service will not take goes in the next, simpler form.
enum class Form : std::uint8_t
{
    Picture,
    Markdown,
    Plain,
};

/// What to send now.
struct SendTask
{
    Form form = Form::Markdown;
    QString text{};
    QByteArray picture{};
    bool silent = false;  ///< Without a sound on the telephone.

    friend bool operator==(const SendTask&, const SendTask&) = default;
};

struct QueueFigures
{
    std::uint64_t sent = 0;        ///< Messages, all parts of each.
    std::uint64_t outdated = 0;    ///< Not worth sending any more.
    std::uint64_t superseded = 0;  ///< A newer one said it all.
    std::uint64_t dropped = 0;     ///< No room: information and notices.
    std::uint64_t lost = 0;        ///< No room or never taken, though worth sending.
    int waiting = 0;

    friend bool operator==(const QueueFigures&, const QueueFigures&) = default;
};

inline constexpr std::size_t kQueueMax = 200;

/// Messages on their way to the service: in order, one at a time, within its limits of speed, again
/// after a failure until they are no longer worth sending. Persists nothing.
///
/// Full, it drops the oldest that is only worth sending for a while, those of the least severity
/// first; one always worth sending goes only when there is nothing else, and is counted as lost.
/// Pure; monotonic time comes in.
class SendQueue final
{
public:
    SendQueue(std::vector<PaceLimit> pace, Random random, std::size_t sizeMax = kQueueMax);

    void push(Outgoing message, std::chrono::nanoseconds now);
    /// The next request if one may leave now. It is in flight until `answered`.
    [[nodiscard]] std::optional<SendTask> take(std::chrono::nanoseconds now);
    void answered(const ApiAnswer& answer, std::chrono::nanoseconds now);

    [[nodiscard]] bool inFlight() const noexcept { return m_inFlight; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_waiting.empty(); }
    /// Not before: the pause after a failure or asked for by the service.
    [[nodiscard]] std::chrono::nanoseconds pausedUntil() const noexcept { return m_pausedUntil; }
    [[nodiscard]] QueueFigures figures() const;

private:
    struct Waiting
    {
        Outgoing message;
        Form form = Form::Markdown;  ///< Of the first part left.
        int refusals = 0;            ///< Of this part by the service's own failures, in a row.
        std::optional<std::chrono::nanoseconds> until{};
    };

    SendPace m_pace;
    Random m_random;
    std::size_t m_sizeMax;
    std::deque<Waiting> m_waiting;
    bool m_inFlight = false;  ///< The first of them.
    int m_failures = 0;       ///< In a row.
    std::chrono::nanoseconds m_pausedUntil = std::chrono::nanoseconds::min();
    QueueFigures m_figures;

    void dropOutdated(std::chrono::nanoseconds now);
    void supersede(const QString& subject);
    void makeRoom();
    void partDone();
    void simplify();
    void pause(std::chrono::nanoseconds step, std::chrono::nanoseconds now);
};
}  // namespace core::notify
