// MainWindow's trading side: what the bars, banners and keys lead to.
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QMessageBox>

namespace ui
{
namespace domain = core::domain;

std::vector<QDockWidget*> MainWindow::docks() const
{
    std::vector<QDockWidget*> all{m_screenDock,    m_ladderDock,  m_ticketDock,
                                  m_positionsDock, m_ordersDock,  m_healthDock,
                                  m_logDock,       m_pyramidDock, m_decisionsDock};
    all.insert(all.end(), m_chartDocks.begin(), m_chartDocks.end());
    return all;
}

std::vector<Panel*> MainWindow::panels() const
{
    std::vector<Panel*> all{m_screen, m_ladder, m_ticket,  m_positions, m_orders,
                            m_health, m_log,    m_pyramid, m_decisions};
    all.insert(all.end(), m_charts.begin(), m_charts.end());
    return all;
}

void MainWindow::makeTrading()
{
    connect(m_presence, &PresenceWatch::killPressed, this, &MainWindow::kill);
    connect(m_money, &MoneyBar::killAsked, this, &MainWindow::kill);
    connect(m_money, &MoneyBar::flattenAsked, this, &MainWindow::askFlatten);
    connect(m_money, &MoneyBar::armingAsked, this, &MainWindow::askArming);
    connect(m_money, &MoneyBar::releaseAsked, this, &MainWindow::askRelease);
    connect(m_money, &MoneyBar::gateAsked, this, &MainWindow::showGate);
    connect(m_banner, &BannerLine::followed, this, &MainWindow::followBanner);
    connect(m_ladder, &LadderPanel::priceChosen, m_ticket, &OrderTicket::fill);
    connect(m_positions, &PositionsPanel::symbolWanted, this, &MainWindow::showSymbol);
}

void MainWindow::makeRules()
{
    connect(m_money, &MoneyBar::masterAsked, m_rules, &RuleControl::setMaster);
    connect(m_money, &MoneyBar::guardAsked, m_rules, &RuleControl::askGuardReset);
    connect(m_screen, &ScreenPanel::automationAsked, m_rules, &RuleControl::cycleAutomation);
    connect(m_ladder, &LadderPanel::priceChosen, this, [this] { m_ticketDock->raise(); });
    connect(m_pyramid, &PyramidPanel::symbolWanted, this,
            [this](const domain::Symbol& symbol) { m_terminal.selectSymbol(symbol); });
    connect(m_decisions, &DecisionsPanel::symbolWanted, this, &MainWindow::showSymbol);
}

void MainWindow::showSymbol(const domain::Symbol& symbol)
{
    m_terminal.selectSymbol(symbol);
    m_chartDocks[0]->raise();
    m_ladderDock->raise();
}

void MainWindow::runRuleKey(Hotkey id)
{
    const domain::SnapshotPtr& shown = m_sender->snapshot();
    if (!shown || qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr) {
        return;
    }
    if (id == Hotkey::CycleAuto) {
        m_rules->cycleAutomation(shown->selected);
    } else if (id == Hotkey::BlockAdd) {
        m_rules->askBlockAdd(m_pyramid->symbol());
    } else {
        m_rules->askApproveAdd(m_pyramid->symbol());
    }
}

void MainWindow::followBanner(Banner::Leads leads)
{
    switch (leads) {
    case Banner::Leads::Orders:
        raisePanel(m_ordersDock, m_orders);
        return;
    case Banner::Leads::Positions:
        raisePanel(m_positionsDock, m_positions);
        return;
    case Banner::Leads::Gate:
        showGate();
        return;
    case Banner::Leads::Release:
        askRelease();
        return;
    }
}

void MainWindow::kill()
{
    // No question: the one dangerous button that errs on the safe side.
    m_terminal.perform(domain::Kill{.level = domain::KillLevel::CancelBuys, .sell = {}});
}

void MainWindow::askArming()
{
    const domain::SnapshotPtr& shown = m_sender->snapshot();
    if (!shown || !shown->trading || m_dialog) {
        return;
    }
    if (shown->trading->gate.arming == domain::Arming::Armed) {
        m_dialog = askOnceMore(this, tr("Disarm the session"),
                               tr("Nothing opens any more; exits, cancels and hand sales go on."),
                               tr("Disarm"), [this] { m_terminal.perform(domain::Disarm{}); });
        return;
    }
    auto* dialog = new ArmDialog{*shown, this};
    connect(dialog, &ArmDialog::confirmed, this,
            [this](const domain::Arm& arm) { m_terminal.perform(arm); });
    m_dialog = dialog;
    dialog->open();
}

void MainWindow::askFlatten()
{
    const domain::SnapshotPtr& shown = m_sender->snapshot();
    if (!shown || !shown->trading || !shown->trading->ordersPossible || m_dialog) {
        return;
    }
    auto* dialog = new FlattenDialog{*shown, this};
    connect(dialog, &FlattenDialog::confirmed, this,
            [this](const std::vector<domain::Symbol>& sell, const std::optional<domain::Arm>& arm) {
                if (arm) {
                    m_terminal.perform(*arm);
                }
                m_terminal.perform(
                    domain::Kill{.level = domain::KillLevel::FlattenAndLock, .sell = sell});
            });
    m_dialog = dialog;
    dialog->open();
}

void MainWindow::askRelease()
{
    const domain::SnapshotPtr& shown = m_sender->snapshot();
    if (!shown || !shown->trading || m_dialog
        || shown->trading->gate.kill == domain::KillLevel::None) {
        return;
    }
    auto* dialog = new ReleaseDialog{shown->trading->gate.kill, this};
    connect(dialog, &ReleaseDialog::confirmed, this,
            [this](const domain::ReleaseKill& release) { m_terminal.perform(release); });
    m_dialog = dialog;
    dialog->open();
}

void MainWindow::showGate()
{
    if (!m_gateDialog) {
        m_gateDialog = new GateDialog{this};
        connect(m_gateDialog, &GateDialog::confirmed, this, [this](domain::GateCause cause) {
            m_terminal.perform(domain::ConfirmGate{cause});
        });
    }
    if (m_sender->snapshot()) {
        m_gateDialog->apply(*m_sender->snapshot());
    }
    m_gateDialog->show();
    m_gateDialog->raise();
}

void MainWindow::setTradingKeys(bool on)
{
    m_tradingKeys = on;
    for (const auto& [id, action] : m_actions) {
        if (isTradingKey(id)) {
            action->setEnabled(on);
        }
    }
}

void MainWindow::runTradingKey(Hotkey id)
{
    const domain::SnapshotPtr& shown = m_sender->snapshot();
    if (!m_tradingKeys || !shown || !shown->trading) {
        return;
    }
    const domain::Symbol symbol = m_ticket->request().symbol;
    if (id == Hotkey::Centre) {
        m_ladder->view().recentre();
    } else if (id >= Hotkey::Preset1 && id <= Hotkey::Preset4) {
        m_ticket->setPreset(static_cast<std::size_t>(id)
                            - static_cast<std::size_t>(Hotkey::Preset1));
    } else if (id == Hotkey::CancelSymbol) {
        m_terminal.perform(domain::CancelAll{.symbol = symbol, .side = std::nullopt});
    } else if (id == Hotkey::CancelLast) {
        const std::vector<domain::Order>& orders = shown->trading->orders;
        const auto last = std::find_if(orders.rbegin(), orders.rend(), [](const domain::Order& o) {
            return o.state == domain::OrderState::Working || o.state == domain::OrderState::Partial;
        });
        if (last != orders.rend()) {
            m_sender->cancel(last->id);
        }
    } else {
        // A limit at the best opposite price: the gate takes no market buys, and this fills as
        // fast.
        const domain::SymbolView* view = m_sender->viewOf(symbol);
        const bool buy = id == Hotkey::BestBuy;
        const domain::Price price = view == nullptr ? domain::Price{} : buy ? view->ask : view->bid;
        domain::OrderRequest request = m_ticket->request();
        if (price.won() == 0 || request.quantity.shares() == 0) {
            return;
        }
        request.side = buy ? domain::Side::Buy : domain::Side::Sell;
        request.type = domain::OrderType::Limit;
        request.timeInForce = domain::TimeInForce::Day;
        request.price = price;
        request.decided = view->last;
        m_sender->place(request, domain::amount(price, request.quantity));
    }
}
}  // namespace ui
