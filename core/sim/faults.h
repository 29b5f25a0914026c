#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"
#include "core/sim/random.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <list>
#include <optional>
#include <vector>

namespace core::sim
{
/// One line of the fault plan: what goes wrong and when. The grammar is in FAULTS.md.
struct FaultRule
{
    QString name;                         ///< "order.fault"
    QString value;                        ///< "accept_then_close"; empty = none given.
    QStringList words;                    ///< Arguments of an action: code, side, ...
    QHash<QString, QString> arguments;    ///< ",accepted=0" and the like.
    std::optional<int> nth;               ///< The first event it strikes, counted from 1.
    int nthLast = 0;                      ///< The last one.
    double probability = 1.0;             ///< Per event.
    std::optional<domain::TimeOfDay> at;  ///< Asleep before.
    std::optional<int> times;             ///< Strikes left; empty = any number.

    [[nodiscard]] std::int64_t number(const char* argument, std::int64_t otherwise) const;
    /// The value as a number.
    [[nodiscard]] std::int64_t amount(std::int64_t otherwise = 0) const;
    [[nodiscard]] std::chrono::milliseconds milliseconds() const
    {
        return std::chrono::milliseconds{amount()};
    }
};

/// The seeded fault scheduler: lines in, strikes out.
///
/// Three kinds of knob: *event* knobs strike single events (an order, a query, a notice) and are
/// drawn; *standing* knobs hold until cleared; *actions* are done once, at their time (a story is
/// told at once).
/// Same seed, same lines and same events, same strikes.
/// Thread: the simulator's.
class FaultPlan final
{
public:
    explicit FaultPlan(std::uint64_t seed) : m_rng{streamKey(seed, 0xFA17)} {}

    /// Adds one line; blanks and lines that start with '#' are nothing.
    /// Errors: Malformed naming the line and what is wrong with it.
    [[nodiscard]] base::Status add(const QString& line);
    /// Market time of day; wakes what waits for it.
    void setNow(domain::TimeOfDay now) noexcept { m_now = now; }

    /// An event of this kind happens: the rule that strikes it, or null. Probabilities of several
    /// rules of a name exclude each other (one draw, their shares side by side).
    [[nodiscard]] const FaultRule* draw(const char* name);
    /// The newest rule of a standing knob; null = the knob rests.
    [[nodiscard]] const FaultRule* standing(const char* name) const;
    /// Actions whose time has come; each is handed out once.
    [[nodiscard]] std::vector<FaultRule> takeDue();
    /// Removes all rules of `name`; of every name if it is empty.
    void clear(const QString& name = {});
    /// How often each event knob struck, for coverage figures.
    [[nodiscard]] const QHash<QString, int>& strikes() const noexcept { return m_strikes; }

private:
    [[nodiscard]] bool isAwake(const FaultRule& rule) const noexcept
    {
        return !rule.at || *rule.at <= m_now;
    }

    Rng m_rng;
    domain::TimeOfDay m_now{};
    std::list<FaultRule> m_rules;  ///< Pointers to rules are handed out.
    QHash<QString, int> m_events;
    QHash<QString, int> m_strikes;
};
}  // namespace core::sim
