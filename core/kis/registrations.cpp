#include "core/kis/registrations.h"

#include <algorithm>
#include <array>

namespace core::kis
{
using domain::FeedKey;

void Registrations::setWanted(std::vector<FeedKey> wanted)
{
    // Notices first: the server forgets them like everything else, and a fill must not be missed.
    std::stable_partition(wanted.begin(), wanted.end(),
                          [](const FeedKey& key) { return key.stream == domain::Stream::Notice; });
    std::vector<FeedKey> unique;
    unique.reserve(wanted.size());
    for (const FeedKey& key : wanted) {
        if (std::find(unique.begin(), unique.end(), key) == unique.end()) {
            unique.push_back(key);
        }
    }
    m_wanted = std::move(unique);
    std::erase_if(m_entries, [this](const Entry& entry) {
        const bool unsent = entry.status == Status::Refused || entry.status == Status::Resting;
        return unsent && std::find(m_wanted.begin(), m_wanted.end(), entry.key) == m_wanted.end();
    });
}

std::optional<RegistrationRequest> Registrations::next(std::chrono::nanoseconds now)
{
    for (Entry& entry : m_entries) {
        const bool inFlight =
            entry.status == Status::Registering || entry.status == Status::Unregistering;
        if (inFlight && !entry.resent && now - entry.due >= kAckDeadline) {
            entry.resent = true;
            entry.due = now;
            return RegistrationRequest{entry.key, entry.status == Status::Registering
                                                      ? RegistrationType::Register
                                                      : RegistrationType::Unregister};
        }
    }
    for (Entry& entry : m_entries) {
        if (entry.status == Status::Active && !isWithinReach(entry.key)) {
            entry.status = Status::Unregistering;
            entry.resent = false;
            entry.due = now;
            return RegistrationRequest{entry.key, RegistrationType::Unregister};
        }
    }
    if (slotsUsed() >= reach()) {
        return std::nullopt;
    }
    const std::size_t wantedMax = std::min(reach(), m_wanted.size());
    for (std::size_t i = 0; i < wantedMax; ++i) {
        Entry* entry = find(m_wanted[i]);
        if (entry == nullptr) {
            m_entries.push_back({.key = m_wanted[i], .due = now});
            return RegistrationRequest{m_wanted[i], RegistrationType::Register};
        }
        if (entry->status == Status::Resting && entry->due <= now) {
            entry->status = Status::Registering;
            entry->resent = false;
            entry->due = now;
            return RegistrationRequest{m_wanted[i], RegistrationType::Register};
        }
    }
    return std::nullopt;
}

RegistrationChange Registrations::reply(const FeedKey& key, CodeReaction reaction,
                                        std::chrono::nanoseconds now)
{
    RegistrationChange change;
    Entry* entry = find(key);
    if (entry == nullptr) {
        return change;
    }
    switch (reaction) {
    case CodeReaction::Registered:
    case CodeReaction::AlreadyActive:
        if (entry->status == Status::Registering) {
            entry->status = Status::Active;
            entry->rests = 0;
            change.activated.push_back(key);
        }
        break;
    case CodeReaction::Unregistered:
    case CodeReaction::AlreadyGone:
        if (entry->status == Status::Unregistering) {
            erase(key);
            change.ended.push_back(key);
        }
        break;
    case CodeReaction::RetryLater:
        if (entry->status == Status::Registering) {
            rest(*entry, now);
        }
        break;
    case CodeReaction::LimitReached:
        if (entry->status == Status::Registering) {
            return shrink(key, now);
        }
        break;
    case CodeReaction::GiveUpItem:
    case CodeReaction::NoticesOff:
        if (entry->status == Status::Active || entry->status == Status::Unregistering) {
            change.ended.push_back(key);
        }
        if (entry->status != Status::Refused) {
            entry->status = Status::Refused;
            change.refused.push_back(key);
        }
        break;
    case CodeReaction::StopFeed:
    case CodeReaction::FreshKey:
    case CodeReaction::KeyInUse:
    case CodeReaction::Ignore:
        break;  // The session's matter, not the item's.
    }
    return change;
}

RegistrationChange Registrations::shrink(const FeedKey& key, std::chrono::nanoseconds now)
{
    RegistrationChange change;
    const std::size_t taken = count(Status::Active) + count(Status::Unregistering);
    if (taken == 0) {
        // Not even one: the slots of an earlier connection are still held. Patience.
        rest(*find(key), now);
        return change;
    }
    const std::size_t before = std::min(reach(), m_wanted.size());
    m_learned = std::min(taken, reach());
    erase(key);
    for (std::size_t i = *m_learned; i < before; ++i) {
        change.refused.push_back(m_wanted[i]);
    }
    return change;
}

RegistrationChange Registrations::connectionLost()
{
    RegistrationChange change;
    for (const Entry& entry : m_entries) {
        if (entry.status == Status::Active || entry.status == Status::Unregistering) {
            change.ended.push_back(entry.key);
        }
    }
    std::erase_if(m_entries, [](const Entry& entry) { return entry.status != Status::Refused; });
    m_learned.reset();
    return change;
}

bool Registrations::isOverdue(std::chrono::nanoseconds now) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [now](const Entry& entry) {
        const bool inFlight =
            entry.status == Status::Registering || entry.status == Status::Unregistering;
        return inFlight && entry.resent && now - entry.due >= kAckDeadline;
    });
}

bool Registrations::isComplete() const
{
    const std::size_t wantedMax = std::min(reach(), m_wanted.size());
    for (std::size_t i = 0; i < wantedMax; ++i) {
        const Entry* entry = find(m_wanted[i]);
        if (entry == nullptr
            || (entry->status != Status::Active && entry->status != Status::Refused)) {
            return false;
        }
    }
    return true;
}

bool Registrations::isSettled() const
{
    return isComplete()
           && std::all_of(m_entries.begin(), m_entries.end(), [this](const Entry& entry) {
                  return entry.status == Status::Refused
                         || (entry.status == Status::Active && isWithinReach(entry.key));
              });
}

std::optional<FeedKey> Registrations::oldestInFlight() const
{
    const Entry* oldest = nullptr;
    for (const Entry& entry : m_entries) {
        const bool inFlight =
            entry.status == Status::Registering || entry.status == Status::Unregistering;
        if (inFlight && (oldest == nullptr || entry.due < oldest->due)) {
            oldest = &entry;
        }
    }
    return oldest == nullptr ? std::nullopt : std::optional{oldest->key};
}

bool Registrations::isActive(const FeedKey& key) const
{
    const Entry* entry = find(key);
    return entry != nullptr && entry->status == Status::Active;
}

std::size_t Registrations::activeCount() const
{
    return count(Status::Active);
}

std::size_t Registrations::activeCount(domain::Stream stream) const
{
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(), [stream](const Entry& entry) {
            return entry.status == Status::Active && entry.key.stream == stream;
        }));
}

std::size_t Registrations::reach() const
{
    return m_learned.value_or(m_limit);
}

bool Registrations::isWithinReach(const FeedKey& key) const
{
    const auto end =
        m_wanted.begin() + static_cast<std::ptrdiff_t>(std::min(reach(), m_wanted.size()));
    return std::find(m_wanted.begin(), end, key) != end;
}

std::size_t Registrations::slotsUsed() const
{
    return count(Status::Registering) + count(Status::Active) + count(Status::Unregistering);
}

std::size_t Registrations::count(Status status) const
{
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(),
                      [status](const Entry& entry) { return entry.status == status; }));
}

Registrations::Entry* Registrations::find(const FeedKey& key)
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&key](const Entry& entry) { return entry.key == key; });
    return at == m_entries.end() ? nullptr : &*at;
}

const Registrations::Entry* Registrations::find(const FeedKey& key) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&key](const Entry& entry) { return entry.key == key; });
    return at == m_entries.end() ? nullptr : &*at;
}

void Registrations::erase(const FeedKey& key)
{
    std::erase_if(m_entries, [&key](const Entry& entry) { return entry.key == key; });
}

void Registrations::rest(Entry& entry, std::chrono::nanoseconds now)
{
    constexpr std::array kRests{1, 2, 4, 8, 16, 30};
    const auto step = std::min(static_cast<std::size_t>(entry.rests), kRests.size() - 1);
    entry.status = Status::Resting;
    entry.due = now + std::chrono::seconds{kRests[step]};
    ++entry.rests;
}
}  // namespace core::kis
