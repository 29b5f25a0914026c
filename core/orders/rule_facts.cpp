#include "core/orders/rule_facts.h"

#include <QJsonArray>

namespace core::orders
{
namespace
{
void put(QJsonObject& out, QLatin1String key, domain::Timestamp value)
{
    if (value != domain::Timestamp{}) {
        out.insert(key, static_cast<qint64>(value.time_since_epoch().count()));
    }
}
void put(QJsonObject& out, QLatin1String key, domain::Price value)
{
    if (value.won() != 0) {
        out.insert(key, static_cast<qint64>(value.won()));
    }
}
using orders::put;

domain::Timestamp timeIn(const Reader& in, QLatin1String key)
{
    return domain::Timestamp{std::chrono::milliseconds{in.numberOr(key, 0)}};
}
domain::Price priceIn(const Reader& in, QLatin1String key)
{
    return domain::Price::fromWon(in.numberOr(key, 0));
}

QJsonObject written(const domain::Pattern& pattern)
{
    QJsonObject out;
    putWord(out, L1{"state"}, pattern.state);
    putWord(out, L1{"off"}, pattern.off);
    put(out, L1{"h"}, pattern.high);
    put(out, L1{"h_at"}, pattern.highAt);
    put(out, L1{"l"}, pattern.low);
    put(out, L1{"t0"}, pattern.brokenAt);
    put(out, L1{"h2"}, pattern.highSinceBreak);
    put(out, L1{"h2_at"}, pattern.highSinceBreakAt);
    put(out, L1{"dh"}, pattern.dayHigh);
    putWord(out, L1{"before"}, pattern.before);
    out.insert(L1{"failed"}, pattern.ordersFailed);
    put(out, L1{"not_before"}, pattern.notBefore);
    return out;
}

domain::Pattern patternIn(Reader& outer)
{
    const QJsonObject object = outer.object(L1{"pattern"});
    Reader in{object};
    domain::Pattern pattern;
    pattern.state = in.word<domain::PatternState>(L1{"state"});
    pattern.off = in.word<domain::PatternOff>(L1{"off"});
    pattern.high = priceIn(in, L1{"h"});
    pattern.highAt = timeIn(in, L1{"h_at"});
    pattern.low = priceIn(in, L1{"l"});
    pattern.brokenAt = timeIn(in, L1{"t0"});
    pattern.highSinceBreak = priceIn(in, L1{"h2"});
    pattern.highSinceBreakAt = timeIn(in, L1{"h2_at"});
    pattern.dayHigh = in.price(L1{"dh"});
    pattern.before = in.word<domain::PatternState>(L1{"before"});
    pattern.ordersFailed = static_cast<int>(in.number(L1{"failed"}));
    pattern.notBefore = timeIn(in, L1{"not_before"});
    outer.also(in);
    return pattern;
}

domain::PositionMarks marksIn(Reader& in)
{
    domain::PositionMarks marks;
    marks.entryCost = in.won(L1{"entry_cost"});
    marks.entryQuantity = in.shares(L1{"entry_qty"});
    marks.entryFinal = in.flag(L1{"entry_final"});
    marks.openedAt = timeIn(in, L1{"opened"});
    marks.entryFilledAt = timeIn(in, L1{"entry_filled"});
    marks.addCost = in.won(L1{"add_cost"});
    marks.addQuantity = in.shares(L1{"add_qty"});
    marks.addFilledAt = timeIn(in, L1{"add_filled"});
    marks.pattern = patternIn(in);
    marks.trail.on = in.flag(L1{"trail"});
    marks.trail.width = in.number(L1{"width"});
    marks.trail.peak = in.price(L1{"peak"});
    marks.higherLow = in.price(L1{"hl"});
    marks.breakEven = in.price(L1{"be"});
    marks.manualStop = in.price(L1{"man"});
    if (in.has(L1{"wave_low"})) {
        marks.wave = domain::WaveChannel{.low = in.number(L1{"wave_low"}),
                                         .high = in.number(L1{"wave_high"}),
                                         .band = in.number(L1{"wave_band"})};
    }
    return marks;
}

void putMarks(QJsonObject& out, const domain::PositionMarks& marks)
{
    put(out, L1{"entry_cost"}, marks.entryCost);
    put(out, L1{"entry_qty"}, marks.entryQuantity);
    out.insert(L1{"entry_final"}, marks.entryFinal);
    put(out, L1{"opened"}, marks.openedAt);
    put(out, L1{"entry_filled"}, marks.entryFilledAt);
    put(out, L1{"add_cost"}, marks.addCost);
    put(out, L1{"add_qty"}, marks.addQuantity);
    put(out, L1{"add_filled"}, marks.addFilledAt);
    out.insert(L1{"pattern"}, written(marks.pattern));
    out.insert(L1{"trail"}, marks.trail.on);
    out.insert(L1{"width"}, static_cast<qint64>(marks.trail.width));
    put(out, L1{"peak"}, marks.trail.peak);
    put(out, L1{"hl"}, marks.higherLow);
    put(out, L1{"be"}, marks.breakEven);
    put(out, L1{"man"}, marks.manualStop);
    if (marks.wave) {
        out.insert(L1{"wave_low"}, static_cast<qint64>(marks.wave->low));
        out.insert(L1{"wave_high"}, static_cast<qint64>(marks.wave->high));
        out.insert(L1{"wave_band"}, static_cast<qint64>(marks.wave->band));
    }
}
}  // namespace

QLatin1String write(QJsonObject& out, const MarksFact& fact)
{
    put(out, L1{"symbol"}, fact.symbol);
    putMarks(out, fact.marks);
    return L1{"marks"};
}

QLatin1String write(QJsonObject& out, const GuardFact& fact)
{
    out.insert(L1{"armed"}, fact.state.trailArmed);
    if (fact.state.peak) {
        put(out, L1{"peak"}, *fact.state.peak);
    }
    QJsonArray fired;
    for (const domain::GuardFired& one : fact.state.fired) {
        QJsonObject row;
        putWord(row, L1{"rule"}, one.rule);
        put(row, L1{"at"}, one.at);
        put(row, L1{"equity"}, one.equity);
        put(row, L1{"peak"}, one.peak);
        row.insert(L1{"released"}, one.released);
        fired.append(row);
    }
    out.insert(L1{"fired"}, fired);
    return L1{"guard"};
}

QLatin1String write(QJsonObject& out, const AddOverrideFact& fact)
{
    put(out, L1{"symbol"}, fact.symbol);
    putWord(out, L1{"mode"}, fact.word.mode);
    put(out, L1{"reason"}, fact.word.reason);
    put(out, L1{"until"}, fact.word.until);
    return L1{"add_override"};
}

QLatin1String write(QJsonObject& out, const InterventionFact& fact)
{
    const domain::Intervention& what = fact.what;
    put(out, L1{"at"}, what.at);
    putWord(out, L1{"kind"}, what.kind);
    if (!what.symbol.isEmpty()) {
        put(out, L1{"symbol"}, what.symbol);
    }
    put(out, L1{"what"}, what.what);
    put(out, L1{"reason"}, what.reason);
    put(out, L1{"until"}, what.until);
    return L1{"intervention"};
}

QLatin1String write(QJsonObject& out, const ShadowFact& fact)
{
    const domain::Shadow& shadow = fact.shadow;
    put(out, L1{"symbol"}, shadow.symbol);
    put(out, L1{"position"}, shadow.openedAt);
    put(out, L1{"since"}, shadow.since);
    put(out, L1{"cause"}, shadow.cause);
    putMarks(out, shadow.marks);
    put(out, L1{"held"}, shadow.held);
    put(out, L1{"cost"}, shadow.cost);
    put(out, L1{"fees"}, shadow.fees);
    out.insert(L1{"foreign"}, shadow.foreignFills);
    out.insert(L1{"used"}, shadow.usedToday);
    if (shadow.isOver) {
        put(out, L1{"rule"}, shadow.rule);
        put(out, L1{"sold_at"}, shadow.soldAt);
        put(out, L1{"sold"}, shadow.sold);
        put(out, L1{"result"}, shadow.result);
    }
    return L1{"shadow"};
}

std::optional<FactBody> ruleBody(QStringView kind, Reader& in)
{
    if (kind == L1{"marks"}) {
        const domain::Symbol symbol = in.symbol(L1{"symbol"});
        return MarksFact{symbol, marksIn(in)};
    }
    if (kind == L1{"guard"}) {
        GuardFact fact;
        fact.state.trailArmed = in.flag(L1{"armed"});
        if (in.has(L1{"peak"})) {
            fact.state.peak = in.won(L1{"peak"});
        }
        for (const QJsonObject& object : in.rows(L1{"fired"})) {
            Reader row{object};
            fact.state.fired.push_back({.rule = row.word<domain::GuardRule>(L1{"rule"}),
                                        .at = timeIn(row, L1{"at"}),
                                        .equity = row.won(L1{"equity"}),
                                        .peak = row.won(L1{"peak"}),
                                        .released = row.flag(L1{"released"})});
            in.also(row);
        }
        return fact;
    }
    if (kind == L1{"add_override"}) {
        return AddOverrideFact{in.symbol(L1{"symbol"}),
                               {.mode = in.word<domain::AddMode>(L1{"mode"}),
                                .reason = in.text(L1{"reason"}),
                                .until = timeIn(in, L1{"until"})}};
    }
    if (kind == L1{"intervention"}) {
        return InterventionFact{
            {.at = timeIn(in, L1{"at"}),
             .kind = in.word<domain::InterventionKind>(L1{"kind"}),
             .symbol = in.has(L1{"symbol"}) ? in.symbol(L1{"symbol"}) : domain::Symbol{},
             .what = in.text(L1{"what"}),
             .reason = in.text(L1{"reason"}),
             .until = timeIn(in, L1{"until"})}};
    }
    if (kind == L1{"shadow"}) {
        domain::Shadow shadow{.symbol = in.symbol(L1{"symbol"}),
                              .openedAt = timeIn(in, L1{"position"}),
                              .since = timeIn(in, L1{"since"}),
                              .cause = in.text(L1{"cause"}),
                              .marks = marksIn(in),
                              .held = in.shares(L1{"held"}),
                              .cost = in.won(L1{"cost"}),
                              .fees = in.won(L1{"fees"}),
                              .foreignFills = in.flag(L1{"foreign"}),
                              .usedToday = in.flag(L1{"used"}),
                              .isOver = in.has(L1{"rule"})};
        if (shadow.isOver) {
            shadow.rule = in.text(L1{"rule"});
            shadow.soldAt = priceIn(in, L1{"sold_at"});
            shadow.sold = in.shares(L1{"sold"});
            shadow.result = in.won(L1{"result"});
        }
        return ShadowFact{std::move(shadow)};
    }
    return std::nullopt;
}
}  // namespace core::orders
