#pragma once

#include "core/domain/kst.h"
#include "core/notify/reply.h"
#include "core/notify/send_queue.h"
#include "core/notify/update_reader.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace core::notify
{
/// Who may command: the one person, in the one private chat. With a zero in it nobody may.
struct CommandAccess
{
    std::int64_t chatId = 0;
    std::int64_t userId = 0;

    friend bool operator==(const CommandAccess&, const CommandAccess&) = default;
};

/// How far the updates have been read. The caller keeps it over restarts, so that none is read
/// twice. The service numbers anew after a week without updates: an old mark is worth nothing.
struct UpdateMark
{
    std::int64_t next = 0;  ///< Updates below have been read; 0 = none has.
    domain::Timestamp at{};

    friend bool operator==(const UpdateMark&, const UpdateMark&) = default;
};
inline constexpr std::chrono::days kMarkKeeps{6};

/// Why a message did not count, in the order in which it is tested.
enum class Refusal : std::uint8_t
{
    Replayed,
    NotAMessage,
    NotPrivate,
    WrongChat,
    WrongUser,
    NotAPerson,
    NotOriginal,
    TooOld,
    FromTheFuture,
    TooMany,
    NotText,
    NotUnderstood,
    WrongCode,
};
inline constexpr std::size_t kRefusals = 13;

inline constexpr std::chrono::seconds kCommandAgeMax{60};
/// How far the service's clock may be ahead of ours.
inline constexpr std::chrono::seconds kCommandAheadMax{10};
inline constexpr std::chrono::seconds kCodeKeeps{30};
inline constexpr int kCommandsPerMinuteMax = 20;

/// May `update` command anything? Empty = yes; its text has not been looked at. Pure.
[[nodiscard]] std::optional<Refusal> refusalOf(const Update& update, const CommandAccess& access,
                                               domain::Timestamp now);

/// A command as typed: "/why 005930", "/pause", "/pause 123456", "123456".
struct TypedCommand
{
    std::optional<CommandKind> kind{};  ///< Empty: only a code.
    domain::Symbol symbol{};
    QString code{};  ///< Six digits; empty = none.

    friend bool operator==(const TypedCommand&, const TypedCommand&) = default;
};
/// Exact words only; nothing else is a command. Pure.
[[nodiscard]] std::optional<TypedCommand> parseCommand(const QString& text);

/// What came of one update.
struct Heard
{
    std::optional<CommandWish> wish{};
    std::optional<Reply> reply{};
    std::optional<Refusal> refusal{};

    friend bool operator==(const Heard&, const Heard&) = default;
};

/// Listens to the updates of the bot: authorises, understands, asks for and checks the one-time
/// code of `/pause` and `/cancel`.
///
/// Whoever may not command gets no answer at all. A code is good once, for 30 s, for the command it
/// was asked for; a wrong one ends it. Thread: any one; the clocks come in.
class CommandDesk final
{
public:
    CommandDesk(const CommandAccess& access, const UpdateMark& mark, Random random);

    /// `now` by the machine's clock, `monotonic` for the code's 30 s.
    [[nodiscard]] Heard hear(const Update& update, domain::Timestamp now,
                             std::chrono::nanoseconds monotonic);
    /// Number to ask for next; 0 = whatever there is.
    [[nodiscard]] std::int64_t next(domain::Timestamp now) const;
    [[nodiscard]] const UpdateMark& mark() const noexcept { return m_mark; }
    [[nodiscard]] std::uint64_t refused(Refusal why) const
    {
        return m_refused[static_cast<std::size_t>(why)];
    }
    [[nodiscard]] std::uint64_t refusedInAll() const;

private:
    struct Pending
    {
        CommandKind kind = CommandKind::Pause;
        QString code;
        std::chrono::nanoseconds until{};
    };

    CommandAccess m_access;
    UpdateMark m_mark;
    Random m_random;
    std::optional<Pending> m_pending;
    std::uint64_t m_wishes = 0;
    std::deque<std::chrono::nanoseconds> m_times;  ///< Of the last commands.
    std::array<std::uint64_t, kRefusals> m_refused{};

    [[nodiscard]] Heard judge(const Update& update, domain::Timestamp now,
                              std::chrono::nanoseconds monotonic);
    [[nodiscard]] Heard obey(const TypedCommand& typed, std::chrono::nanoseconds monotonic);
    [[nodiscard]] Heard askCode(CommandKind kind, std::chrono::nanoseconds monotonic);
    [[nodiscard]] Heard checkCode(const TypedCommand& typed, std::chrono::nanoseconds monotonic);
    [[nodiscard]] CommandWish wish(CommandKind kind, const domain::Symbol& symbol = {});
    [[nodiscard]] bool tooMany(std::chrono::nanoseconds monotonic);
};
}  // namespace core::notify
