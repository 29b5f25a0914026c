// Rule room, fourth part: the account's guard, and what the trader changes in what the rules do.

#include "core/desk/rule_room.h"
#include "core/orders/fact_words.h"
#include "core/rules/guard.h"

namespace core::desk
{
namespace
{
using domain::InterventionKind;
using domain::LogCode;
using domain::Severity;
}  // namespace

void RuleRoom::judgeGuard()
{
    const domain::AccountView account = m_trading.account();
    orders::OrderDesk& orders = m_trading.orders();
    const bool wasArmed = m_guard.trailArmed;
    const std::vector<domain::GuardFired> fired = rules::judgeGuard(
        m_guard, {.now = m_now,
                  .equity = account.certain ? std::optional{account.equity} : std::nullopt,
                  .startEquity = orders.books().startEquity(),
                  .from = m_times.guardFrom,
                  .config = m_options.config.guard});
    if (fired.empty() && m_guard.trailArmed == wasArmed) {
        return;
    }
    orders.keepGuard(m_guard);
    m_touched = true;
    for (const domain::GuardFired& one : fired) {
        const QLatin1String rule = orders::wordOf(one.rule);
        domain::Decision record = decision(domain::DecisionKind::Guard, {}, nullptr);
        record.rule = rule;
        record.verdict = domain::Verdict::Take;
        record.conditions = {{.id = QLatin1String{"equity"},
                              .outcome = domain::CheckOutcome::Fail,
                              .unit = domain::CheckUnit::Won,
                              .value = one.equity.value(),
                              .limit = account.startEquity.value()}};
        m_log.add(std::move(record));
        tell(Severity::Critical, LogCode::GuardFired, {rule, QString::number(one.equity.value())});
        m_trading.closeFor(domain::GateCause::DayReturn, rule);
        if (one.rule == domain::GuardRule::HardLoss) {
            m_trading.hardLoss();
            for (auto& [symbol, held] : m_held) {
                held.books.guardSells = true;
                judgeStep(symbol, held);
            }
        }
    }
}

void RuleRoom::endOverrides()
{
    orders::OrderDesk& orders = m_trading.orders();
    for (const auto& [symbol, held] : m_held) {
        const domain::AddOverride word = orders.books().addOverride(symbol);
        if (word.mode == domain::AddMode::Approve && m_now >= word.until) {
            orders.setAddOverride(symbol, {});
            tell(Severity::Info, LogCode::OverrideEnded, {QStringLiteral("approve")}, symbol);
        }
    }
}

void RuleRoom::leave(const domain::Symbol& symbol, const QString& cause)
{
    const auto held = m_held.find(symbol);
    if (held != m_held.end() && held->second.isAutomatic()) {
        if (m_shadows.begin(symbol, held->second, cause, m_now,
                            m_options.config.costs.commission)) {
            keepShadows(symbol);
        }
    }
}

void RuleRoom::intervened(InterventionKind kind, const domain::Symbol& symbol, const QString& what,
                          const QString& reason, domain::Timestamp until)
{
    m_trading.orders().noteIntervention({.at = m_now,
                                         .kind = kind,
                                         .symbol = symbol,
                                         .what = what,
                                         .reason = reason,
                                         .until = until});
    m_touched = true;
}

void RuleRoom::on(const domain::SetMaster& command)
{
    if (m_trading.orderDesk().books().master() == command.state) {
        return;
    }
    for (const auto& [symbol, held] : m_held) {
        leave(symbol, orders::wordOf(command.state));
    }
    intervened(InterventionKind::Master, {}, orders::wordOf(command.state));
    m_trading.orders().setMaster(command.state);
}

void RuleRoom::on(const domain::OverrideAdd& command)
{
    const auto held = m_held.find(command.symbol);
    const bool needsReason = command.mode != domain::AddMode::Auto;
    if (held == m_held.end() || (needsReason && command.reason.trimmed().isEmpty())
        || (command.mode == domain::AddMode::Approve
            && !rules::isApprovalOffered(held->second.marks, m_options.config.pyramid))) {
        return;
    }
    domain::AddOverride next{.mode = command.mode, .reason = command.reason.trimmed()};
    if (command.mode == domain::AddMode::Approve) {
        next.until = m_now + m_options.config.pyramid.overrideTtl;
    }
    leave(command.symbol, orders::wordOf(command.mode));
    intervened(InterventionKind::AddOverride, command.symbol, orders::wordOf(command.mode),
               next.reason, next.until);
    m_trading.orders().setAddOverride(command.symbol, next);
}

void RuleRoom::on(const domain::MoveStop& command)
{
    const auto held = m_held.find(command.symbol);
    if (held == m_held.end() || held->second.owner == domain::PositionOwner::External) {
        return;
    }
    leave(command.symbol, QStringLiteral("stop_moved"));
    intervened(InterventionKind::StopMoved, command.symbol,
               command.level ? QString::number(command.level->won()) : QStringLiteral("none"));
    held->second.marks.manualStop = command.level;
    keep(command.symbol, held->second);
}

void RuleRoom::before(const domain::SetAutomation& command)
{
    leave(command.symbol, orders::wordOf(command.state));
}

void RuleRoom::before(const domain::PlaceOrder& command)
{
    leave(command.request.symbol, QStringLiteral("hand_order"));
}

void RuleRoom::before(const domain::SellPosition& command)
{
    leave(command.symbol, QStringLiteral("hand_sale"));
}

void RuleRoom::before(const domain::Kill& command)
{
    for (const domain::Symbol& symbol : command.sell) {
        leave(symbol, QStringLiteral("flatten"));
    }
}

void RuleRoom::after(const domain::SetAutomation& command)
{
    intervened(InterventionKind::Automation, command.symbol, orders::wordOf(command.state));
}

void RuleRoom::after(const domain::Kill& command)
{
    if (!command.cause.isEmpty()) {
        return;  // The machine's own.
    }
    intervened(InterventionKind::Kill, {}, QString::number(static_cast<int>(command.level)));
}

void RuleRoom::after(const domain::ConfirmGate& command)
{
    if (command.cause != domain::GateCause::DayReturn || !m_guard.stopsBuys()) {
        return;
    }
    for (domain::GuardFired& one : m_guard.fired) {
        one.released = true;
    }
    m_trading.orders().keepGuard(m_guard);
    intervened(InterventionKind::GuardReset, {}, QStringLiteral("reset"));
}
}  // namespace core::desk
