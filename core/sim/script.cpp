#include "core/sim/script.h"

#include "core/sim/faults.h"

#include <algorithm>
#include <array>

namespace core::sim
{
using base::Error;
using base::ErrorCode;

namespace
{
constexpr std::chrono::milliseconds kDriveStep{100};

struct Verb
{
    const char* name;
    qsizetype least;  ///< Words that must follow.
    qsizetype most;
};

// clang-format off
constexpr std::array kActions{
    Verb{"start",   2, 12},  // real|mock HH:MM:SS [cash=] [seed=] [speed=] [holding=C:QTY:AVERAGE]...
    Verb{"rules",   1, 2},   // on|off: the rules trade; only CODE: in one issue
    Verb{"watch",   1, 1},   // CODE: prices of it are received
    Verb{"buy",     4, 6},   // ALIAS CODE QTY PRICE [market|best] [ioc|fok]
    Verb{"sell",    4, 6},
    Verb{"again",   1, 1},   // ALIAS: the same request once more
    Verb{"cancel",  1, 1},   // ALIAS
    Verb{"amend",   2, 2},   // ALIAS PRICE
    Verb{"flatten", 0, 0},   // K3
    Verb{"kill",    0, 0},   // K2
    Verb{"release", 0, 0},   // the trader confirms what latched
    Verb{"crash",   0, 0},   // the program dies here and starts again
    Verb{"suspend", 1, 1},   // SECONDS: the machine sleeps
    Verb{"pick",    2, 2},   // ALIAS found|none: the trader decides an ambiguous order
};
constexpr std::array kExpectations{
    Verb{"order",    2, 3},  // ALIAS STATE | ALIAS filled QTY | ALIAS code CODE
    Verb{"position", 2, 2},  // CODE QTY
    Verb{"posts",    2, 2},  // new|cancel|amend COUNT: requests the broker read
    Verb{"truth",    2, 3},  // orders COUNT | open COUNT | filled CODE QTY
    Verb{"gate",     1, 1},  // open|exit_only|halt
    Verb{"frozen",   2, 2},  // CODE yes|no
    Verb{"data",     1, 1},  // fresh|stale|gap
    Verb{"feed",     1, 1},  // up|down
    Verb{"slots",    1, 1},  // COUNT: acknowledged registrations
    Verb{"token",    1, 1},  // valid|waiting|failed
    Verb{"tokens",   1, 1},  // COUNT at most: token requests the broker read
    Verb{"approvals",1, 1},  // COUNT at most
    Verb{"connects", 1, 1},  // COUNT at most: market sockets
    Verb{"external", 1, 1},  // COUNT: orders of somebody else that are shown
    Verb{"alarm",    1, 1},  // WORD of an alarm that stands
    Verb{"decision", 4, 4},  // CODE RULE[|RULE]... take|refuse|note COUNT
    Verb{"met",      3, 3},  // CODE RULE COUNT: conditions of the newest one taken, all passed
    Verb{"moves",    2, 12}, // CODE STATE...: of the pattern, in this order
    Verb{"equal",    0, 0},  // positions, fills and open orders are the broker's
};
// clang-format on

template <std::size_t N>
const Verb* find(const std::array<Verb, N>& verbs, const QString& name)
{
    const auto known = std::find_if(verbs.begin(), verbs.end(),
                                    [&](const Verb& v) { return name == QLatin1String{v.name}; });
    return known == verbs.end() ? nullptr : &*known;
}

Error wrong(const QString& name, int line, const QString& what)
{
    return {ErrorCode::Malformed, QStringLiteral("%1:%2: %3").arg(name).arg(line).arg(what)};
}

std::optional<std::chrono::milliseconds> seconds(const QString& text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || value < 0.0 || value > 86'400.0) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{static_cast<std::int64_t>(value * 1'000.0 + 0.5)};
}

/// Takes "within S" or "for S" off the end.
bool takeSpan(ScriptLine& line)
{
    const qsizetype size = line.words.size();
    const QString word = size >= 2 ? line.words[size - 2] : QString{};
    if (word != u"within" && word != u"for") {
        return !line.never;
    }
    const auto span = seconds(line.words.last());
    if (!span || (word == u"for") != line.never) {
        return false;
    }
    line.span = *span;
    line.words.resize(size - 2);
    return true;
}

std::optional<QString> readVerb(ScriptLine& line, bool action)
{
    line.words = line.text.split(u' ', Qt::SkipEmptyParts);
    if (!action && line.words.value(0) == u"never") {
        line.never = true;
        line.words.removeFirst();
    }
    if (line.words.isEmpty()) {
        return QStringLiteral("nothing follows the mark");
    }
    line.verb = line.words.takeFirst();
    if (!action && !takeSpan(line)) {
        return QStringLiteral("\"never\" takes \"for SECONDS\", the others \"within SECONDS\"");
    }
    const Verb* verb = action ? find(kActions, line.verb) : find(kExpectations, line.verb);
    if (verb == nullptr) {
        return QStringLiteral("nobody knows \"%1\"").arg(line.verb);
    }
    if (line.words.size() < verb->least || line.words.size() > verb->most) {
        return QStringLiteral("%1 takes %2 to %3 words")
            .arg(line.verb)
            .arg(verb->least)
            .arg(verb->most);
    }
    return std::nullopt;
}

std::optional<QString> readTime(ScriptLine& line)
{
    if (line.text.startsWith(u'+')) {
        const auto by = seconds(line.text.mid(1));
        line.by = by.value_or(std::chrono::milliseconds{0});
        return by ? std::nullopt : std::optional{QStringLiteral("no time: %1").arg(line.text)};
    }
    line.at = domain::parseTimeOfDay(line.text);
    return line.at ? std::nullopt : std::optional{QStringLiteral("no time: %1").arg(line.text)};
}

base::Status meet(const ScriptLine& line, ScriptHost& host)
{
    std::chrono::milliseconds left = line.span;
    for (;;) {
        const std::optional<QString> other = host.mismatch(line);
        if (line.never && !other) {
            return Error{ErrorCode::Refused, QStringLiteral("it did happen: %1").arg(line.text)};
        }
        if (!line.never && !other) {
            return base::Done{};
        }
        if (left.count() <= 0) {
            return line.never
                       ? base::Status{base::Done{}}
                       : Error{ErrorCode::TimedOut,
                               QStringLiteral("expected %1, found %2").arg(line.text, *other)};
        }
        const auto by = std::min(left, kDriveStep);
        const domain::TimeOfDay before = host.now();
        const base::Status moved = host.advance(by);
        if (!moved) {
            return moved;
        }
        // A host that runs by a machine's clock may be woken later than asked for.
        left -= std::max<std::chrono::milliseconds>(by, host.now() - before);
    }
}

base::Status play(const ScriptLine& line, ScriptHost& host)
{
    switch (line.kind) {
    case ScriptLineKind::Action:
        return host.act(line);
    case ScriptLineKind::Expect:
        return meet(line, host);
    case ScriptLineKind::Fault:
        return host.fault(line.text);
    case ScriptLineKind::Time: {
        const std::chrono::milliseconds by = line.at ? *line.at - host.now() : line.by;
        if (by.count() < 0) {
            return Error{ErrorCode::OutOfRange,
                         QStringLiteral("%1 is past").arg(domain::timeText(*line.at))};
        }
        return host.advance(by);
    }
    }
    return base::Done{};
}
}  // namespace

base::Result<Script> Script::parse(const QString& name, const QByteArray& text)
{
    Script script;
    script.name = name;
    int number = 0;
    for (const QByteArray& raw : text.split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).simplified();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        ScriptLine out;
        out.number = number;
        out.text = line.mid(1).trimmed();
        std::optional<QString> problem;
        if (line.startsWith(u'>') || line.startsWith(u'<')) {
            const bool action = line.startsWith(u'>');
            out.kind = action ? ScriptLineKind::Action : ScriptLineKind::Expect;
            problem = readVerb(out, action);
        } else if (line.startsWith(u'!')) {
            out.kind = ScriptLineKind::Fault;
            FaultPlan scratch{1};
            const base::Status added = scratch.add(out.text);
            problem = added ? std::nullopt : std::optional{added.error().detail};
        } else if (line.startsWith(u'@')) {
            out.kind = ScriptLineKind::Time;
            problem = readTime(out);
        } else {
            problem = QStringLiteral("a line begins with >, <, !, @ or #");
        }
        if (problem) {
            return wrong(name, number, *problem);
        }
        script.lines.push_back(std::move(out));
    }
    if (script.lines.empty() || script.lines.front().verb != u"start") {
        return wrong(name, number, QStringLiteral("the first line is \"> start ...\""));
    }
    return script;
}

base::Status runScript(const Script& script, ScriptHost& host)
{
    for (const ScriptLine& line : script.lines) {
        const base::Status done = play(line, host);
        if (!done) {
            return Error{done.error().code, QStringLiteral("%1:%2: %3")
                                                .arg(script.name)
                                                .arg(line.number)
                                                .arg(done.error().detail)};
        }
    }
    return base::Done{};
}
}  // namespace core::sim
