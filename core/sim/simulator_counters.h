#pragma once

#include "core/domain/symbol.h"

#include <QHash>

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>

namespace core::sim
{
/// Real-time streams that are counted.
enum class Stream : std::uint8_t
{
    Trade,
    Book,
    Expected,
    Operation,
    Notice,
};
inline constexpr std::size_t kStreamCount = 5;

/// Last price and accumulated volume of an issue as the simulator wrote them last.
struct Truth
{
    std::int64_t last = 0;
    std::int64_t accVolume = 0;

    friend bool operator==(const Truth&, const Truth&) = default;
};

/// What the simulator has done so far, for a report of another thread.
///
/// Records count when they are handed to a socket whose subscription was acknowledged.
/// Thread: any; one writer, the simulator's.
class SimulatorCounters final
{
public:
    void addRecords(Stream stream, std::int64_t count)
    {
        m_records[static_cast<std::size_t>(stream)].fetch_add(count, std::memory_order_relaxed);
    }
    void addFrames(std::int64_t count) { m_frames.fetch_add(count, std::memory_order_relaxed); }
    void addSkippedBooks(std::int64_t count)
    {
        m_skippedBooks.fetch_add(count, std::memory_order_relaxed);
    }
    void addClient(int change)
    {
        m_clients.fetch_add(change, std::memory_order_relaxed);
        m_connects.fetch_add(change > 0 ? change : 0, std::memory_order_relaxed);
    }
    void addCall() { m_calls.fetch_add(1, std::memory_order_relaxed); }
    void addTokenRequest() { m_tokenRequests.fetch_add(1, std::memory_order_relaxed); }
    void addApprovalRequest() { m_approvalRequests.fetch_add(1, std::memory_order_relaxed); }
    void addCutClient() { m_cutClients.fetch_add(1, std::memory_order_relaxed); }
    void setTruth(const domain::Symbol& symbol, const Truth& truth)
    {
        const std::lock_guard lock{m_mutex};
        m_truth.insert(symbol, truth);
    }

    [[nodiscard]] std::int64_t records(Stream stream) const
    {
        return m_records[static_cast<std::size_t>(stream)].load(std::memory_order_relaxed);
    }
    /// All streams together.
    [[nodiscard]] std::int64_t records() const
    {
        std::int64_t sum = 0;
        for (const auto& count : m_records) {
            sum += count.load(std::memory_order_relaxed);
        }
        return sum;
    }
    [[nodiscard]] std::int64_t frames() const { return m_frames.load(std::memory_order_relaxed); }
    /// Book records left out because the reader was far behind.
    [[nodiscard]] std::int64_t skippedBooks() const
    {
        return m_skippedBooks.load(std::memory_order_relaxed);
    }
    /// Market sockets open now.
    [[nodiscard]] int clients() const { return m_clients.load(std::memory_order_relaxed); }
    /// REST calls answered, refusals included.
    [[nodiscard]] std::int64_t calls() const { return m_calls.load(std::memory_order_relaxed); }
    /// Token issues asked for, refused ones included.
    [[nodiscard]] int tokenRequests() const
    {
        return m_tokenRequests.load(std::memory_order_relaxed);
    }
    [[nodiscard]] int approvalRequests() const
    {
        return m_approvalRequests.load(std::memory_order_relaxed);
    }
    /// Market sockets opened since the start.
    [[nodiscard]] int connects() const { return m_connects.load(std::memory_order_relaxed); }
    /// Readers dropped because they did not read.
    [[nodiscard]] std::int64_t cutClients() const
    {
        return m_cutClients.load(std::memory_order_relaxed);
    }
    /// Every issue a trade record was written for.
    [[nodiscard]] QHash<domain::Symbol, Truth> truth() const
    {
        const std::lock_guard lock{m_mutex};
        return m_truth;
    }

private:
    std::array<std::atomic<std::int64_t>, kStreamCount> m_records{};
    std::atomic<std::int64_t> m_frames{0};
    std::atomic<std::int64_t> m_skippedBooks{0};
    std::atomic<int> m_clients{0};
    std::atomic<int> m_connects{0};
    std::atomic<int> m_tokenRequests{0};
    std::atomic<int> m_approvalRequests{0};
    std::atomic<std::int64_t> m_calls{0};
    std::atomic<std::int64_t> m_cutClients{0};
    mutable std::mutex m_mutex;
    QHash<domain::Symbol, Truth> m_truth;
};
}  // namespace core::sim
