#include "ui/rule_control.h"

#include "ui/add_dialogs.h"
#include "ui/automation_dialog.h"
#include "ui/rule_lookup.h"
#include "ui/stop_dialog.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QMessageBox>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::AutoState;
using domain::Symbol;

RuleControl::RuleControl(OrderSender& sender, const core::config::Config& config, QWidget* window)
    : QObject{window}, m_sender{sender}, m_config{config}, m_window{window}
{
}

const domain::DeskSnapshot* RuleControl::desk() const
{
    const domain::SnapshotPtr& shown = m_sender.snapshot();
    return shown && shown->environment != domain::EnvironmentKind::Replay ? shown.get() : nullptr;
}

bool RuleControl::isPossible() const
{
    return desk() != nullptr;
}

void RuleControl::apply(const domain::DeskSnapshot& desk)
{
    if (auto* approve = qobject_cast<ApproveAddDialog*>(m_dialog.data())) {
        approve->apply(desk);
    } else if (auto* stop = qobject_cast<StopDialog*>(m_dialog.data())) {
        stop->apply(desk);
    }
}

bool RuleControl::isAsking() const
{
    return m_dialog && m_dialog->isVisible();  // One that was closed is deleted a moment later.
}

void RuleControl::open(QDialog* dialog)
{
    m_dialog = dialog;
    dialog->open();
}

void RuleControl::cycleAutomation(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || symbol.isEmpty()) {
        return;
    }
    const AutoState now = ownAutoState(*shown, symbol);
    const AutoState next = now == AutoState::On          ? AutoState::ExitsOnly
                           : now == AutoState::ExitsOnly ? AutoState::Off
                                                         : AutoState::On;
    if (next != AutoState::On && isHeld(*shown, symbol)) {
        askAutomation(symbol);
        return;
    }
    m_sender.perform(domain::SetAutomation{.symbol = symbol, .state = next});
}

void RuleControl::askAutomation(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || symbol.isEmpty() || isAsking()) {
        return;
    }
    auto* dialog = new AutomationDialog{
        QStringLiteral("%1 %2").arg(symbol.toString(), issueName(*shown, symbol)),
        ownAutoState(*shown, symbol), m_window};
    connect(dialog, &AutomationDialog::confirmed, this, [this, symbol](AutoState state) {
        m_sender.perform(domain::SetAutomation{.symbol = symbol, .state = state});
    });
    open(dialog);
}

void RuleControl::setMaster(AutoState state)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || isAsking()) {
        return;
    }
    const bool holds =
        shown->trading
        && std::any_of(shown->trading->positions.begin(), shown->trading->positions.end(),
                       [](const domain::Position& one) {
                           return one.quantity.shares() > 0 && one.automation != AutoState::Off;
                       });
    if (state != AutoState::Off || !holds) {
        m_sender.perform(domain::SetMaster{state});
        return;
    }
    auto* dialog = new AutomationDialog{tr("all symbols"), masterOf(*shown), m_window};
    connect(dialog, &AutomationDialog::confirmed, this,
            [this](AutoState chosen) { m_sender.perform(domain::SetMaster{chosen}); });
    open(dialog);
}

void RuleControl::autoAdd(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown != nullptr && ruledOf(*shown, symbol) != nullptr) {
        m_sender.perform(
            domain::OverrideAdd{.symbol = symbol, .mode = domain::AddMode::Auto, .reason = {}});
    }
}

void RuleControl::askBlockAdd(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || ruledOf(*shown, symbol) == nullptr || isAsking()) {
        return;
    }
    auto* dialog = new BlockAddDialog{symbol, issueName(*shown, symbol), m_window};
    connect(dialog, &BlockAddDialog::confirmed, this,
            [this](const domain::OverrideAdd& command) { m_sender.perform(command); });
    open(dialog);
}

void RuleControl::askApproveAdd(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    const domain::RuledPosition* ruled = shown == nullptr ? nullptr : ruledOf(*shown, symbol);
    if (ruled == nullptr || !ruled->approvalOffered || isAsking()) {
        return;
    }
    auto* dialog = new ApproveAddDialog{*shown, symbol, m_config.pyramid, m_theme, m_window};
    connect(dialog, &ApproveAddDialog::confirmed, this,
            [this](const domain::OverrideAdd& command) { m_sender.perform(command); });
    open(dialog);
}

void RuleControl::askStop(const Symbol& symbol)
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || ruledOf(*shown, symbol) == nullptr || isAsking()) {
        return;
    }
    auto* dialog = new StopDialog{*shown, symbol, m_window};
    connect(dialog, &StopDialog::confirmed, this,
            [this](const domain::MoveStop& command) { m_sender.perform(command); });
    open(dialog);
}

void RuleControl::askGuardReset()
{
    const domain::DeskSnapshot* shown = desk();
    if (shown == nullptr || !shown->rules || !shown->rules->guard.state.stopsBuys() || isAsking()) {
        return;
    }
    QStringList fired;
    for (const domain::GuardFired& one : shown->rules->guard.state.fired) {
        if (!one.released) {
            fired.push_back(guardRuleName(one.rule));
        }
    }
    m_dialog = askOnceMore(
        m_window, tr("Reset the guard"),
        tr("Fired: %1.\n\nAfter the reset buying goes on, and these rules do not fire again "
           "today.")
            .arg(fired.join(QStringLiteral(", "))),
        tr("Reset"),
        [this] { m_sender.perform(domain::ConfirmGate{domain::GateCause::DayReturn}); });
}
}  // namespace ui

#include "moc_rule_control.cpp"
