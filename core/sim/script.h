#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace core::sim
{
/// What one line of a script is.
enum class ScriptLineKind : std::uint8_t
{
    Action,  ///< "> buy a 005930 10 bid-2"
    Expect,  ///< "< order a working within 2"
    Fault,   ///< "! order.fault=accept_then_close on=order#1": a line of the fault plan
    Time,    ///< "@ 10:05:00" or "@ +2.5": market time
};

struct ScriptLine
{
    int number = 0;  ///< In the file, from 1.
    ScriptLineKind kind = ScriptLineKind::Action;
    QString verb;        ///< Actions and expectations: the first word.
    QStringList words;   ///< What follows it, `within` and `for` taken off.
    QString text;        ///< The line without its mark.
    bool never = false;  ///< Expect: must not hold at any time of `span`.
    /// Expect: how long it may take (within) or must stay so (never ... for).
    std::chrono::milliseconds span{0};
    std::optional<domain::TimeOfDay> at;  ///< Time: absolute.
    std::chrono::milliseconds by{0};      ///< Time: relative.

    friend bool operator==(const ScriptLine&, const ScriptLine&) = default;
};

/// A session as text, one line an action, an expectation, a fault or a moment; '#' comments.
///
/// Verbs and their words are in SCRIPTS.md; a verb nobody knows, a missing word, or a fault line
/// the plan would refuse is an error of the script.
struct Script
{
    QString name;
    std::vector<ScriptLine> lines;

    /// Errors: Malformed, naming file, line and what is wrong.
    [[nodiscard]] static base::Result<Script> parse(const QString& name, const QByteArray& text);
};

/// What a script is played on: the terminal over the simulator, or a fake.
class ScriptHost
{
public:
    ScriptHost() = default;
    ScriptHost(const ScriptHost&) = delete;
    ScriptHost& operator=(const ScriptHost&) = delete;
    virtual ~ScriptHost() = default;

    [[nodiscard]] virtual base::Status act(const ScriptLine& action) = 0;
    [[nodiscard]] virtual base::Status fault(const QString& line) = 0;
    /// nullopt: it holds now; otherwise what is there instead, in words.
    [[nodiscard]] virtual std::optional<QString> mismatch(const ScriptLine& expectation) = 0;
    /// Lets market time pass; everything that is due happens.
    [[nodiscard]] virtual base::Status advance(std::chrono::milliseconds by) = 0;
    [[nodiscard]] virtual domain::TimeOfDay now() const = 0;
};

/// Plays `script` line by line. Waiting for an expectation lets time pass in steps of 100 ms.
/// Errors: the first line that fails, as "NAME:LINE: ...".
[[nodiscard]] base::Status runScript(const Script& script, ScriptHost& host);
}  // namespace core::sim
