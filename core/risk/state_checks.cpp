// Checks of the gate, first part: environment, gate and issue.

#include "core/risk/gate_checks.h"

namespace core::risk
{
namespace
{
using namespace std::chrono_literals;
using domain::CheckUnit;
using domain::GateCause;

constexpr domain::Won kFirstLiveOrderMax{100'000};

/// A cause of the closed gate that has a check of its own.
Answer openUnless(const GateCase& at, GateCause cause)
{
    const auto found =
        std::find_if(at.in.reasons.begin(), at.in.reasons.end(),
                     [cause](const domain::GateReason& reason) { return reason.cause == cause; });
    return found == at.in.reasons.end() ? pass() : fail(found->detail);
}

/// The lamp's word if `cause` is one that RC-02 answers for; empty = it has a check of its own.
QString lampOf(GateCause cause)
{
    switch (cause) {
    case GateCause::Rest:
        return QStringLiteral("rest");
    case GateCause::Feed:
        return QStringLiteral("feed");
    case GateCause::Notices:
        return QStringLiteral("notices");
    case GateCause::Ledger:
        return QStringLiteral("ledger");
    case GateCause::Clock:
        return QStringLiteral("clock");
    case GateCause::NotReconciled:
        return QStringLiteral("reconcile");
    case GateCause::Mismatch:
        return QStringLiteral("mismatch");
    case GateCause::Closed:
        return QStringLiteral("closed");
    case GateCause::LedgerCorrupt:
        return QStringLiteral("ledger_corrupt");
    case GateCause::DataOld:
        return QStringLiteral("data_old");
    case GateCause::Unarmed:
    case GateCause::Disarmed:
    case GateCause::Kill:
    case GateCause::UnknownOrders:
    case GateCause::Rejects:
    case GateCause::Messages:
    case GateCause::CountOut:
    case GateCause::DayReturn:
    case GateCause::Latency:
    case GateCause::Operator:
        break;
    }
    return {};
}

/// The first reason in the master or of today why the issue is none to buy; empty = none.
QString exclusion(const domain::Instrument& instrument, const GateInput& in)
{
    using Flag = domain::InstrumentFlag;
    const domain::InstrumentFlags flags = instrument.flags;
    struct Row
    {
        bool bad;
        QLatin1String word;
    };
    const Row rows[] = {
        {instrument.group != domain::SecurityGroup::Stock, QLatin1String{"group"}},
        {flags.has(Flag::Preferred), QLatin1String{"preferred"}},
        {flags.has(Flag::Spac), QLatin1String{"spac"}},
        {flags.has(Flag::Halted) || in.halted, QLatin1String{"halted"}},
        {flags.has(Flag::Liquidation) || in.liquidation, QLatin1String{"liquidation"}},
        {flags.has(Flag::Administrative) || in.administrative, QLatin1String{"administrative"}},
        {flags.has(Flag::Warning) || in.warned, QLatin1String{"warning"}},
        {flags.has(Flag::Risk), QLatin1String{"risk"}},
        {flags.has(Flag::Overheated) || in.overheated, QLatin1String{"overheated"}},
        {flags.has(Flag::UnfaithfulDisclosure), QLatin1String{"disclosure"}},
        {flags.has(Flag::BackdoorListing), QLatin1String{"backdoor"}},
        {flags.has(Flag::LowLiquidity), QLatin1String{"low_liquidity"}},
        {flags.has(Flag::AbnormalSurge), QLatin1String{"surge"}},
        {flags.has(Flag::CautionReminder), QLatin1String{"caution_reminder"}},
        {flags.has(Flag::FaceValueChange), QLatin1String{"face_value"}},
        {flags.has(Flag::NewlyListed), QLatin1String{"newly_listed"}},
    };
    for (const Row& row : rows) {
        if (row.bad) {
            return row.word;
        }
    }
    return {};
}
}  // namespace

Answer checkArmed(const GateCase& at)
{
    if (at.in.arming == domain::Arming::Unarmed) {
        return fail(QStringLiteral("unarmed"));
    }
    if (at.reduces) {
        return pass();
    }
    if (at.in.arming == domain::Arming::Disarmed) {
        return fail(QStringLiteral("disarmed"));
    }
    const bool first = at.in.environment == domain::EnvironmentKind::Live && at.in.firstOpeningOfDay
                       && !at.in.firstOrderAny;
    if (!first) {
        return pass();
    }
    const std::optional<base::Int128> value = worth(at);
    if (!value) {
        return insufficient(QStringLiteral("price"));
    }
    return passIf(*value <= kFirstLiveOrderMax.value(), CheckUnit::Won, saturated(*value),
                  kFirstLiveOrderMax.value(), QStringLiteral("first_order"));
}

Answer checkLamps(const GateCase& at)
{
    if (!at.in.ledgerWorks) {
        return fail(QStringLiteral("ledger"));
    }
    if (at.reduces) {
        return pass();
    }
    for (const domain::GateReason& reason : at.in.reasons) {
        if (const QString lamp = lampOf(reason.cause); !lamp.isEmpty()) {
            return fail(lamp);
        }
    }
    // A gate that is closed for a cause nobody handed over is closed all the same.
    return at.in.gate != domain::GateState::Open && at.in.reasons.empty()
               ? insufficient(QStringLiteral("gate"))
               : pass();
}

Answer checkSession(const GateCase& at)
{
    if (!at.in.schedule) {
        return fail(QStringLiteral("closed"));
    }
    if (at.in.phase == domain::SessionPhase::ClosingAuction && at.reduces) {
        const bool joins = isLimit(at) && at.request.timeInForce == domain::TimeInForce::Day;
        return joins ? pass() : fail(QStringLiteral("auction"));
    }
    if (at.in.phase != domain::SessionPhase::Continuous) {
        return fail(QStringLiteral("phase"));
    }
    if (at.reduces || at.request.origin == domain::OrderOrigin::Hand) {
        return pass();
    }
    // Clock times of the rules are those of a 09:00 to 15:30 session.
    const bool adds = at.request.origin == domain::OrderOrigin::Add;
    const domain::Timestamp from =
        at.in.schedule->openAt() + ((adds ? at.limits.addFrom : at.limits.entryFrom) - 9h);
    const domain::Timestamp to =
        at.in.schedule->closeAt() - (15h + 30min - (adds ? at.limits.addTo : at.limits.entryTo));
    return at.in.now >= from && at.in.now < to ? pass() : fail(QStringLiteral("window"));
}

Answer checkInstrument(const GateCase& at)
{
    if (at.in.instrument == nullptr || !at.in.masterIsToday) {
        return insufficient(QStringLiteral("master"));
    }
    const QString word = exclusion(*at.in.instrument, at.in);
    return word.isEmpty() ? pass() : fail(word);
}

Answer checkFrozen(const GateCase& at)
{
    if (at.in.frozen) {
        return fail(*at.in.frozen);
    }
    return at.in.inVi ? fail(QStringLiteral("vi")) : pass();
}

Answer checkDataAge(const GateCase& at)
{
    if (!at.in.tradeAge || !at.in.quoteAge || !at.in.frameAge) {
        return insufficient(QStringLiteral("data"));
    }
    struct Row
    {
        std::chrono::milliseconds age;
        std::chrono::milliseconds most;
        QLatin1String word;
    };
    // On a live stream silence means that nothing changed; without one only what was read just
    // now counts.
    const Row rows[] = {
        {*at.in.frameAge, at.limits.frameMax, QLatin1String{"frame"}},
        {*at.in.tradeAge, at.in.tradeLive ? at.limits.quietMax : at.limits.dataMax,
         QLatin1String{"trade"}},
        {at.in.quoteLive ? 0ms : *at.in.quoteAge, at.limits.dataMax, QLatin1String{"quote"}},
    };
    for (const Row& row : rows) {
        if (row.age > row.most) {
            Answer stale =
                passIf(false, CheckUnit::Milliseconds, row.age.count(), row.most.count(), row.word);
            stale.outcome = domain::CheckOutcome::Insufficient;
            return stale;
        }
    }
    return passIf(true, CheckUnit::Milliseconds, rows[1].age.count(), rows[1].most.count());
}

Answer checkCountOut(const GateCase& at)
{
    return openUnless(at, GateCause::CountOut);
}

Answer checkGuard(const GateCase& at)
{
    switch (at.in.guard) {
    case GuardState::Open:
        return openUnless(at, GateCause::DayReturn);
    case GuardState::NoBuys:
        return fail(QStringLiteral("no_buys"));
    case GuardState::HardLoss:
        return fail(QStringLiteral("hard_loss"));
    case GuardState::Uncertain:
        break;
    }
    return insufficient(QStringLiteral("equity"));
}

Answer checkLossPause(const GateCase& at)
{
    if (!at.in.lossPauseUntil || at.in.now >= *at.in.lossPauseUntil) {
        return pass();
    }
    return passIf(false, CheckUnit::Milliseconds, (*at.in.lossPauseUntil - at.in.now).count(), 0,
                  QStringLiteral("loss_streak"));
}

Answer checkRejects(const GateCase& at)
{
    return openUnless(at, GateCause::Rejects);
}

Answer checkUnknown(const GateCase& at)
{
    return openUnless(at, GateCause::UnknownOrders);
}

Answer checkLatency(const GateCase& at)
{
    return openUnless(at, GateCause::Latency);
}

Answer checkKill(const GateCase& at)
{
    return passIf(at.in.kill == domain::KillLevel::None, CheckUnit::Count,
                  static_cast<std::int64_t>(at.in.kill), 0, QStringLiteral("kill"));
}

Answer checkOperator(const GateCase& at)
{
    return openUnless(at, GateCause::Operator);
}

Answer checkRecord(const GateCase& at)
{
    // The record is made of this answer; it needs to say of what and when.
    return at.request.symbol.isEmpty() || at.in.now == domain::Timestamp{}
               ? fail(QStringLiteral("record"))
               : pass();
}
}  // namespace core::risk
