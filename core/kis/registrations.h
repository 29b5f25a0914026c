#pragma once

#include "core/domain/feed.h"
#include "core/kis/control_message.h"

#include <chrono>
#include <optional>
#include <vector>

namespace core::kis
{
/// One message to send to the server.
struct RegistrationRequest
{
    domain::FeedKey key;
    RegistrationType type = RegistrationType::Register;

    friend bool operator==(const RegistrationRequest&, const RegistrationRequest&) = default;
};

/// What a reply, or a lost connection, changed.
struct RegistrationChange
{
    std::vector<domain::FeedKey> activated;
    std::vector<domain::FeedKey> ended;
    std::vector<domain::FeedKey> refused;

    friend bool operator==(const RegistrationChange&, const RegistrationChange&) = default;
};

/// The wanted set against what the server has acknowledged.
///
/// Hands out the difference one message at a time: what waits too long for an answer first, then
/// what is no longer wanted, then what is missing, in the wanted order with notices at the head.
/// Never more than the limit is registered, nor more than the server has said it takes.
/// Pure but for its state; time comes in. Thread: one.
class Registrations final
{
public:
    static constexpr std::chrono::seconds kAckDeadline{3};

    explicit Registrations(std::size_t limit) : m_limit{limit} {}

    /// The whole wanted set, most important first.
    void setWanted(std::vector<domain::FeedKey> wanted);

    /// The next message, marked as sent at `now`; nullopt = nothing to do.
    [[nodiscard]] std::optional<RegistrationRequest> next(std::chrono::nanoseconds now);
    /// Applies the answer to `key`. Answers nobody waits for change nothing.
    [[nodiscard]] RegistrationChange reply(const domain::FeedKey& key, CodeReaction reaction,
                                           std::chrono::nanoseconds now);
    /// The server has forgotten everything.
    [[nodiscard]] RegistrationChange connectionLost();

    /// True when a message sent twice is still unanswered: the connection is of no use.
    [[nodiscard]] bool isOverdue(std::chrono::nanoseconds now) const;
    /// True when everything wanted that can be had is acknowledged.
    [[nodiscard]] bool isComplete() const;
    /// True when nothing is left to send or to wait for.
    [[nodiscard]] bool isSettled() const;
    /// The message that waits longest for its answer.
    [[nodiscard]] std::optional<domain::FeedKey> oldestInFlight() const;
    [[nodiscard]] bool isActive(const domain::FeedKey& key) const;
    [[nodiscard]] std::size_t activeCount() const;
    [[nodiscard]] std::size_t activeCount(domain::Stream stream) const;
    [[nodiscard]] std::size_t wantedCount() const noexcept { return m_wanted.size(); }

private:
    enum class Status : std::uint8_t
    {
        Registering,
        Active,
        Unregistering,
        Resting,  ///< Refused for now; asked again at `due`.
        Refused,  ///< For good, as long as it stays wanted.
    };
    struct Entry
    {
        domain::FeedKey key;
        Status status = Status::Registering;
        bool resent = false;
        std::chrono::nanoseconds due{};  ///< Sent at, or (Resting) to be asked again at.
        int rests = 0;
    };

    std::size_t m_limit;
    std::optional<std::size_t> m_learned;  ///< What this connection turned out to take.
    std::vector<domain::FeedKey> m_wanted;
    std::vector<Entry> m_entries;

    [[nodiscard]] std::size_t reach() const;
    [[nodiscard]] bool isWithinReach(const domain::FeedKey& key) const;
    [[nodiscard]] std::size_t slotsUsed() const;
    [[nodiscard]] std::size_t count(Status status) const;
    [[nodiscard]] Entry* find(const domain::FeedKey& key);
    [[nodiscard]] const Entry* find(const domain::FeedKey& key) const;
    void erase(const domain::FeedKey& key);
    void rest(Entry& entry, std::chrono::nanoseconds now);
    [[nodiscard]] RegistrationChange shrink(const domain::FeedKey& key,
                                            std::chrono::nanoseconds now);
};
}  // namespace core::kis
