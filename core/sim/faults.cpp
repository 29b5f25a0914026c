#include "core/sim/faults.h"

#include <algorithm>
#include <array>

namespace core::sim
{
using base::Error;
using base::ErrorCode;

namespace
{
enum class KnobKind : std::uint8_t
{
    Event,
    Standing,
    Action,
    Planned,  ///< An action that is told at once: its time belongs to what it tells.
};

struct Knob
{
    const char* name;
    KnobKind kind;
    int words;              ///< Arguments an action needs.
    bool valued;            ///< Makes no sense without a value.
    bool onceOnly = false;  ///< Strikes once unless told otherwise.
};

using K = KnobKind;
// clang-format off
constexpr std::array kKnobs{
    Knob{"order.fault",        K::Event,    0, true},
    Knob{"cancel.fault",       K::Event,    0, true},
    Knob{"amend.fault",        K::Event,    0, true},
    Knob{"query.fault",        K::Event,    0, true},
    Knob{"ccld.fault",         K::Event,    0, true},
    Knob{"balance.fault",      K::Event,    0, true},
    Knob{"fillquery.fail",     K::Event,    0, false},
    Knob{"cancel.race",        K::Event,    0, false},
    Knob{"amend.race",         K::Event,    0, false},
    Knob{"ccld.lag",           K::Event,    0, true},
    Knob{"ccld.glitch",        K::Event,    0, true},
    Knob{"balance.empty_once", K::Event,    0, false, true},
    Knob{"balance.glitch",     K::Event,    0, true},
    Knob{"notice.dup",         K::Event,    0, false},
    Knob{"notice.early",       K::Event,    0, false},
    Knob{"notice.lost",        K::Event,    0, false},
    Knob{"notice.foreign",     K::Event,    0, false},
    Knob{"notice.before_key",  K::Event,    0, false},
    Knob{"notice.wrong_key",   K::Event,    0, false},
    Knob{"notice.twin",        K::Event,    0, false},
    Knob{"notice.late",        K::Event,    0, true},
    Knob{"page.fail_at",       K::Event,    0, true},
    Knob{"page.dup",           K::Event,    0, false},
    Knob{"http.drip",          K::Event,    0, true},
    Knob{"http.size",          K::Event,    0, true},
    Knob{"json.mutate",        K::Event,    0, true},
    Knob{"ws.ack",             K::Event,    0, true},
    Knob{"ws.approval",        K::Event,    0, true, true},
    Knob{"tick.fault",         K::Event,    0, true},
    Knob{"page.size",          K::Standing, 0, true},
    Knob{"balance.lag",        K::Standing, 0, true},
    Knob{"cash.lag",           K::Standing, 0, true},
    Knob{"order.keys",         K::Standing, 0, true},
    Knob{"order.delay",        K::Standing, 0, true},
    Knob{"market.refuse",      K::Standing, 0, false},
    Knob{"notice.layout",      K::Standing, 0, true},
    Knob{"rate.limit",         K::Standing, 0, true},
    Knob{"rate.window",        K::Standing, 0, true},
    Knob{"token.min_interval", K::Standing, 0, true},
    Knob{"token.life",         K::Standing, 0, true},
    Knob{"approval.interval",  K::Standing, 0, true},
    Knob{"http.idle_close",    K::Standing, 0, true},
    Knob{"ws.session.linger",  K::Standing, 0, true},
    Knob{"ws.max_reg",         K::Standing, 0, true},
    Knob{"ws.ping_every",      K::Standing, 0, true},
    Knob{"ws.require_echo_ms", K::Standing, 0, true},
    Knob{"schema.extra",       K::Standing, 0, true},
    Knob{"schema.less",        K::Standing, 0, false},
    Knob{"token.expire_at",    K::Action,   0, false},
    Knob{"token.revoke_now",   K::Action,   0, false},
    Knob{"maint.revoke",       K::Action,   0, false},
    Knob{"ws.stall",           K::Action,   0, false},
    Knob{"ws.close",           K::Action,   0, false},
    Knob{"ws.hold_appkey",     K::Action,   0, false},
    Knob{"limit.change",       K::Action,   3, false},
    Knob{"book.lock",          K::Action,   1, true},
    Knob{"book.unlock",        K::Action,   1, false},
    Knob{"book.run_away",      K::Action,   1, false},
    Knob{"book.come_back",     K::Action,   1, false},
    Knob{"price",              K::Action,   2, false},
    Knob{"story",              K::Planned,  2, false},
    Knob{"manual_order",       K::Action,   4, false},
    Knob{"manual_cancel",      K::Action,   1, false},
    Knob{"split",              K::Action,   2, false},
    Knob{"halt",               K::Action,   1, false},
    Knob{"resume",             K::Action,   1, false},
    Knob{"vi",                 K::Action,   1, false},
    Knob{"cb",                 K::Action,   0, false},
    Knob{"session",            K::Action,   1, false},
    Knob{"mkop",               K::Action,   1, false},
    Knob{"account.reset",      K::Action,   0, false},
    Knob{"clear",              K::Action,   0, false},
};
// clang-format on

const Knob* knobOf(const QString& name)
{
    const auto known = std::find_if(kKnobs.begin(), kKnobs.end(),
                                    [&](const Knob& k) { return name == QLatin1String{k.name}; });
    return known == kKnobs.end() ? nullptr : &*known;
}

Error wrong(const QString& line, const QString& what)
{
    return {ErrorCode::Malformed, QStringLiteral("fault \"%1\": %2").arg(line, what)};
}

/// "order#3", "#2-5", "cancel#1": the part after the mark.
bool readNth(FaultRule& rule, QStringView text)
{
    const qsizetype mark = text.indexOf(u'#');
    const QStringView numbers = text.mid(mark + 1);
    const qsizetype dash = numbers.indexOf(u'-');
    bool firstOk = false;
    bool lastOk = true;
    const int first = (dash < 0 ? numbers : numbers.left(dash)).toInt(&firstOk);
    const int last = dash < 0 ? first : numbers.mid(dash + 1).toInt(&lastOk);
    if (mark < 0 || !firstOk || !lastOk || first < 1 || last < first) {
        return false;
    }
    rule.nth = first;
    rule.nthLast = last;
    return true;
}

std::optional<domain::TimeOfDay> readTime(QStringView text, domain::TimeOfDay now)
{
    if (!text.startsWith(u'+')) {
        return domain::parseTimeOfDay(text);
    }
    bool ok = false;
    const double seconds = text.mid(1).toDouble(&ok);
    if (!ok || seconds < 0.0 || seconds > 86'400.0) {
        return std::nullopt;
    }
    return now + std::chrono::milliseconds{static_cast<std::int64_t>(seconds * 1'000.0)};
}
}  // namespace

std::int64_t FaultRule::number(const char* argument, std::int64_t otherwise) const
{
    bool ok = false;
    const std::int64_t read = arguments.value(QLatin1String{argument}).toLongLong(&ok);
    return ok ? read : otherwise;
}

std::int64_t FaultRule::amount(std::int64_t otherwise) const
{
    bool ok = false;
    const std::int64_t read = value.toLongLong(&ok);
    return ok ? read : otherwise;
}

base::Status FaultPlan::add(const QString& line)
{
    const QString text = line.simplified();
    if (text.isEmpty() || text.startsWith(u'#')) {
        return base::Done{};
    }
    QStringList tokens = text.split(u' ');
    FaultRule rule;
    const QStringList head = tokens.takeFirst().split(u',');
    rule.name = head[0].section(u'=', 0, 0);
    rule.value = head[0].section(u'=', 1);
    if (rule.value.contains(u'=')) {
        // "code=EGW00301": the fault's own argument goes by the fault's name.
        rule.arguments.insert(rule.value.section(u'=', 0, 0), rule.value.section(u'=', 1));
        rule.value = rule.value.section(u'=', 0, 0);
    }
    const Knob* knob = knobOf(rule.name);
    if (knob == nullptr) {
        return wrong(text, QStringLiteral("there is no knob of that name"));
    }
    if (knob->valued && rule.value.isEmpty()) {
        return wrong(text, QStringLiteral("%1 needs a value").arg(rule.name));
    }
    for (const QString& argument : head.mid(1)) {
        rule.arguments.insert(argument.section(u'=', 0, 0), argument.section(u'=', 1));
    }
    for (const QString& token : std::as_const(tokens)) {
        bool ok = true;
        if (token.startsWith(u"on=")) {
            ok = readNth(rule, QStringView{token}.mid(3));
        } else if (token.startsWith(u"p=")) {
            rule.probability = token.mid(2).toDouble(&ok);
            ok = ok && rule.probability > 0.0 && rule.probability <= 1.0;
        } else if (token.startsWith(u"times=")) {
            rule.times = token.mid(6).toInt(&ok);
            ok = ok && *rule.times > 0;
        } else if (token.startsWith(u'@')) {
            rule.at = readTime(QStringView{token}.mid(1), m_now);
            ok = rule.at.has_value();
        } else {
            rule.words.append(token);
        }
        if (!ok) {
            return wrong(text, QStringLiteral("cannot read %1").arg(token));
        }
    }
    if (rule.words.size() < knob->words) {
        return wrong(text,
                     QStringLiteral("%1 needs %2 argument(s)").arg(rule.name).arg(knob->words));
    }
    if (knob->onceOnly && !rule.times) {
        rule.times = 1;
    }
    if (rule.name == u"notice.lost" && !rule.times && rule.amount() > 0) {
        rule.times = static_cast<int>(rule.amount());
    }
    m_rules.push_back(std::move(rule));
    return base::Done{};
}

const FaultRule* FaultPlan::draw(const char* name)
{
    const QLatin1String wanted{name};
    const int event = ++m_events[wanted];
    double luck = -1.0;  // Drawn only when a rule leaves it to chance.
    for (FaultRule& rule : m_rules) {
        if (rule.name != wanted || !isAwake(rule) || (rule.times && *rule.times == 0)
            || (rule.nth && (event < *rule.nth || event > rule.nthLast))) {
            continue;
        }
        if (rule.probability < 1.0) {
            luck = luck < 0.0 ? m_rng.unit() : luck;
            if (luck >= rule.probability) {
                luck -= rule.probability;
                continue;
            }
        }
        if (rule.times) {
            --*rule.times;
        }
        ++m_strikes[rule.value.isEmpty() ? rule.name : rule.name + u'=' + rule.value];
        return &rule;
    }
    return nullptr;
}

const FaultRule* FaultPlan::standing(const char* name) const
{
    const QLatin1String wanted{name};
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (rule->name == wanted && isAwake(*rule)) {
            return &*rule;
        }
    }
    return nullptr;
}

std::vector<FaultRule> FaultPlan::takeDue()
{
    std::vector<FaultRule> due;
    for (auto rule = m_rules.begin(); rule != m_rules.end();) {
        const Knob* knob = knobOf(rule->name);
        if (knob->kind == KnobKind::Planned || (knob->kind == KnobKind::Action && isAwake(*rule))) {
            due.push_back(*rule);
            rule = m_rules.erase(rule);
        } else {
            ++rule;
        }
    }
    return due;
}

void FaultPlan::clear(const QString& name)
{
    m_rules.remove_if([&](const FaultRule& rule) { return name.isEmpty() || rule.name == name; });
    if (name.isEmpty()) {
        m_events.clear();
    } else {
        m_events.remove(name);
    }
}
}  // namespace core::sim
