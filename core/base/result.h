#pragma once

#include <QString>

#include <type_traits>
#include <utility>
#include <variant>

namespace core::base
{
/// What a caller can act on. The words for a person are made in `ui/`.
enum class ErrorCode
{
    Malformed,       ///< The input does not have the expected form.
    OutOfRange,      ///< Well formed, but outside what its type or rule allows.
    NotFound,        ///< The thing asked for does not exist.
    Refused,         ///< The other side, or a rule of ours, said no; repeating will not help.
    Unauthorized,    ///< Credentials or token missing, wrong or expired.
    RateLimited,     ///< Too many calls; the call was not executed.
    Unsupported,     ///< This environment does not have the function.
    Network,         ///< No connection, name, TLS or transport failure.
    TimedOut,        ///< The deadline passed.
    Io,              ///< A file or disk failed.
    Busy,            ///< Another holder has the resource.
    OutcomeUnknown,  ///< It may have happened. Never repeat, reconcile.
};

[[nodiscard]] constexpr const char* toText(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::Malformed:
        return "malformed";
    case ErrorCode::OutOfRange:
        return "out of range";
    case ErrorCode::NotFound:
        return "not found";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Unauthorized:
        return "unauthorized";
    case ErrorCode::RateLimited:
        return "rate limited";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Network:
        return "network";
    case ErrorCode::TimedOut:
        return "timed out";
    case ErrorCode::Io:
        return "input/output";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::OutcomeUnknown:
        return "outcome unknown";
    }
    return "unknown";
}

/// `detail` is English for the log: what, where, what it means. It is never parsed and
/// never holds a secret, an account number or a token.
struct Error
{
    ErrorCode code = ErrorCode::Malformed;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value or the error that prevented it. Names follow std::expected, so that an alias
/// can replace this once the compiler has it.
template <typename T>
class [[nodiscard]] Result final
{
public:
    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        Q_ASSERT(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(m_state.index() == 1);  // Says more than !has_value(): the optimizer sees no null.
        return *std::get_if<1>(&m_state);
    }

    /// Runs `next(value)` and returns its Result, or hands this error on.
    template <typename Next>
    [[nodiscard]] auto and_then(Next&& next) const -> std::invoke_result_t<Next, const T&>
    {
        if (!has_value()) {
            return error();
        }
        return std::forward<Next>(next)(value());
    }

private:
    std::variant<T, Error> m_state;
};

struct Done
{
    friend bool operator==(Done, Done) = default;
};

/// A Result with nothing to hand back: `return core::base::Done{};` on success.
using Status = Result<Done>;
}  // namespace core::base
