#include "ui/money_bar.h"

#include "ui/format.h"
#include "ui/guard_bar.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"
#include "ui/words_rules.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum Place : std::size_t
{
    kEquity,
    kDay,
    kDayShare,
    kRealized,
    kCash,
    kBuyable,
};

QToolButton* button(const QString& name, QWidget* parent)
{
    auto* made = new QToolButton{parent};
    made->setObjectName(name);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QString outlined(const QColor& colour)
{
    return QStringLiteral("QToolButton { color: %1; border: 1px solid %1; padding: 1px 8px; }")
        .arg(colour.name());
}

QString filled(const QColor& colour, const QColor& text)
{
    return QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid %1; "
                          "padding: 1px 10px; font-weight: bold; }")
        .arg(colour.name(), text.name());
}
}  // namespace

MoneyBar::MoneyBar(const core::config::GuardSection& guard, QWidget* parent)
    : QWidget{parent},
      m_limits{guard},
      m_figures{new FigureRow{FigureRow::Style::Separated, this}},
      m_guard{new GuardBar{guard, this}},
      m_master{button(QStringLiteral("masterButton"), this)},
      m_arming{button(QStringLiteral("armingButton"), this)},
      m_gate{button(QStringLiteral("gateButton"), this)},
      m_release{button(QStringLiteral("releaseButton"), this)},
      m_kill{button(QStringLiteral("killButton"), this)},
      m_flatten{button(QStringLiteral("flattenButton"), this)}
{
    setObjectName(QStringLiteral("moneyBar"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(6);
    layout->addWidget(m_figures, 1);
    layout->addWidget(m_guard);
    layout->addSpacing(6);
    for (QToolButton* made : {m_master, m_arming, m_gate, m_release, m_kill, m_flatten}) {
        layout->addWidget(made);
    }
    m_release->hide();
    m_master->setPopupMode(QToolButton::InstantPopup);
    m_master->setMenu(new QMenu{m_master});
    for (const domain::AutoState state :
         {domain::AutoState::On, domain::AutoState::ExitsOnly, domain::AutoState::Off}) {
        connect(m_master->menu()->addAction(QString{}), &QAction::triggered, this,
                [this, state] { Q_EMIT masterAsked(state); });
    }
    connect(m_guard, &GuardBar::clicked, this, &MoneyBar::guardAsked);
    connect(m_arming, &QToolButton::clicked, this, &MoneyBar::armingAsked);
    connect(m_gate, &QToolButton::clicked, this, &MoneyBar::gateAsked);
    connect(m_release, &QToolButton::clicked, this, &MoneyBar::releaseAsked);
    connect(m_kill, &QToolButton::clicked, this, &MoneyBar::killAsked);
    connect(m_flatten, &QToolButton::clicked, this, &MoneyBar::flattenAsked);
    retranslate();
}

void MoneyBar::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.trading) {
        return;
    }
    m_ordersPossible = snapshot.trading->ordersPossible;
    m_account = snapshot.trading->account;
    showAccount();
    showGuard(snapshot);
    if (snapshot.rules && snapshot.rules->master != m_masterShown) {
        m_masterShown = snapshot.rules->master;
        showMaster();
    }
    m_master->setEnabled(snapshot.rules != nullptr && m_ordersPossible);
    if (snapshot.trading->gate != m_gateShown || m_gate->text().isEmpty()) {
        m_gateShown = snapshot.trading->gate;
        showGate();
    }
    m_arming->setEnabled(m_ordersPossible);
    m_kill->setEnabled(m_ordersPossible);
    m_flatten->setEnabled(m_ordersPossible);
}

void MoneyBar::showAccount()
{
    const QString unknown{kUnknownMark};
    const bool known = m_account.known;
    const bool day = known && m_account.hasStart;
    const QColor doubt = m_account.certain ? QColor{} : m_theme.warn;
    m_figures->setValue(kEquity, known ? groupedText(m_account.equity.value()) : unknown, doubt);
    m_figures->setValue(kDay, day ? signedWonText(m_account.dayPnl) : unknown,
                        day ? m_theme.signColour(m_account.dayPnl.value()) : m_theme.muted);
    m_figures->setValue(kDayShare, day ? percentText(m_account.dayPnlTenThousandths) : unknown,
                        day ? m_theme.signColour(m_account.dayPnl.value()) : m_theme.muted);
    m_figures->setValue(kRealized, known ? signedWonText(m_account.realizedToday) : unknown,
                        m_theme.signColour(m_account.realizedToday.value()));
    m_figures->setValue(kCash, known ? groupedText(m_account.cash.value()) : unknown);
    m_figures->setValue(kBuyable, known ? groupedText(m_account.buyable.value()) : unknown);
    QString tip =
        tr("Cash %1 won\nReserved by open buys %2 won\nCan be bought %3 won\nCosts today "
           "%4 won\nBalance of %5")
            .arg(groupedText(m_account.cash.value()), groupedText(m_account.reserved.value()),
                 groupedText(m_account.buyable.value()), groupedText(m_account.costsToday.value()),
                 m_account.asOf == domain::Timestamp{} ? unknown : clockText(m_account.asOf));
    if (!m_account.certain) {
        tip += QLatin1Char{'\n'}
               + tr("Uncertain (%1): nothing opens").arg(codeWordText(m_account.doubt));
    }
    m_figures->setToolTipAt(kEquity, tip);
    m_guard->setReturn(day ? std::optional{m_account.dayPnlTenThousandths} : std::nullopt,
                       m_account.certain);
}

void MoneyBar::showGuard(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.rules) {
        return;
    }
    const domain::GuardBarView& guard = snapshot.rules->guard;
    const std::int64_t start = m_account.startEquity.value();
    const bool trails = guard.trailLevel.value() > 0 && m_account.hasStart && start > 0;
    m_guard->setGuard(guard.state,
                      trails ? std::optional{(guard.trailLevel.value() - start) * 1'000'000 / start}
                             : std::nullopt);
    const auto percent = [](core::domain::Percent share) {
        return unsignedPercentText(share.units() / 1'000);
    };
    QStringList lines{tr("−%1 no new buys · −%2 sells everything automatic · +%3 arms the trail "
                         "(−%4 from the peak) · +%5 no new buys")
                          .arg(percent(m_limits.stopBuyLoss), percent(m_limits.hardLoss),
                               percent(m_limits.trailArm), percent(m_limits.trailDrop),
                               percent(m_limits.stopBuyGain))};
    if (trails) {
        lines.push_back(
            tr("Trail fires at or below %1 won").arg(groupedText(guard.trailLevel.value())));
    }
    for (const domain::GuardFired& one : guard.state.fired) {
        lines.push_back(
            tr("%1 fired at %2, equity %3 won", "guard rule, time, equity")
                .arg(guardRuleName(one.rule), clockText(one.at), groupedText(one.equity.value()))
            + (one.released ? tr(" (reset by you)") : QString{}));
    }
    if (guard.state.stopsBuys()) {
        lines.push_back(tr("Click, or Enter, to reset"));
    }
    if (guard.pausedUntil) {
        lines.push_back(tr("Paused until %1 after %2 losses in a row")
                            .arg(clockText(*guard.pausedUntil))
                            .arg(guard.lossStreak));
    }
    if (!m_account.certain) {
        lines.push_back(tr("Day return uncertain: %1").arg(codeWordText(m_account.doubt)));
    }
    m_guard->setToolTip(plainToolTip(lines.join(QLatin1Char{'\n'})));
    m_guard->setAccessibleDescription(lines.join(QStringLiteral(". ")));
}

void MoneyBar::showMaster()
{
    constexpr std::array kStates{domain::AutoState::On, domain::AutoState::ExitsOnly,
                                 domain::AutoState::Off};
    const QList<QAction*> actions = m_master->menu()->actions();
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        actions[static_cast<qsizetype>(i)]->setText(autoStateName(kStates[i]));
    }
    m_master->setText(tr("Auto: %1").arg(autoStateName(m_masterShown)));
    m_master->setAccessibleName(tr("Automatic trading of all symbols"));
    m_master->setToolTip(tr("Master switch of automatic trading; no symbol does more than this"));
    m_master->setStyleSheet(outlined(m_masterShown == domain::AutoState::On ? m_theme.good
                                     : m_masterShown == domain::AutoState::ExitsOnly
                                         ? m_theme.warn
                                         : m_theme.bad));
}

void MoneyBar::showGate()
{
    const domain::GateView& gate = m_gateShown;
    const QColor arming = gate.arming == domain::Arming::Armed      ? m_theme.good
                          : gate.arming == domain::Arming::Disarmed ? m_theme.warn
                                                                    : m_theme.muted;
    m_arming->setText(armingName(gate.arming));
    m_arming->setStyleSheet(outlined(arming));
    QString armed = armingHelp(gate.arming);
    if (gate.arming == domain::Arming::Armed && gate.armedUntil != domain::Timestamp{}) {
        armed += QLatin1Char{'\n'} + tr("Until %1").arg(clockText(gate.armedUntil));
    }
    m_arming->setToolTip(armed);
    const QColor state = gate.state == domain::GateState::Open       ? m_theme.good
                         : gate.state == domain::GateState::ExitOnly ? m_theme.warn
                                                                     : m_theme.bad;
    m_gate->setText(tr("Gate: %1").arg(gateStateName(gate.state)));
    m_gate->setStyleSheet(outlined(state));
    QStringList reasons;
    for (const domain::GateReason& reason : gate.reasons) {
        const QString detail = codeWordText(reason.detail);
        reasons.push_back(detail.isEmpty()
                              ? causeName(reason.cause)
                              : QStringLiteral("%1 (%2)").arg(causeName(reason.cause), detail));
    }
    m_gate->setToolTip(plainToolTip(reasons.isEmpty() ? tr("Nothing closes the gate")
                                                      : reasons.join(QLatin1Char{'\n'})));
    m_release->setVisible(gate.kill != domain::KillLevel::None);
    m_release->setText(gate.kill == domain::KillLevel::FlattenAndLock
                           ? tr("%1: unlock…").arg(killName(gate.kill))
                           : tr("%1: release…").arg(killName(gate.kill)));
    m_release->setToolTip(killHelp(gate.kill));
    m_release->setStyleSheet(filled(m_theme.warn, m_theme.panel));
}

void MoneyBar::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    const QFont font = deskFont(fontPoints);
    m_figures->setTheme(theme);
    m_figures->setFont(font);
    m_guard->setTheme(theme, font);
    for (QToolButton* made : {m_master, m_arming, m_gate, m_release, m_kill, m_flatten}) {
        made->setFont(font);
    }
    const QString off = QStringLiteral("QToolButton:disabled { background: %1; color: %2; border: "
                                       "1px solid %3; }")
                            .arg(theme.raised.name(), theme.muted.name(), theme.line.name());
    m_kill->setStyleSheet(filled(theme.bad, theme.panel) + off);
    m_flatten->setStyleSheet(outlined(theme.bad) + off);
    showAccount();
    showGate();
    showMaster();
    update();
}

void MoneyBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MoneyBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.panel);
    painter.setPen(QPen{m_theme.line, 0});
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void MoneyBar::retranslate()
{
    const QString won = QStringLiteral("1,000,000,000");
    m_figures->setFigures({
        {.caption = tr("Equity"), .sample = won, .decisive = true},
        {.caption = tr("Day"),
         .sample = QStringLiteral("▲ +10,000,000"),
         .toolTip = tr("Net of all costs, against the start of the day")},
        {.sample = QStringLiteral("+10.00 %"), .decisive = true},
        {.caption = tr("Realised"),
         .sample = QStringLiteral("▲ +10,000,000"),
         .toolTip = tr("Of shares sold today, net")},
        {.caption = tr("Cash"), .sample = won},
        {.caption = tr("Buyable"), .sample = won},
    });
    m_kill->setText(tr("Kill"));
    m_kill->setToolTip(tr("At once: no new buys, all open buys cancelled (Ctrl+Shift+K)"));
    m_flatten->setText(tr("Flatten and lock"));
    m_flatten->setToolTip(tr("Sell everything and lock, after a dialog (Ctrl+Shift+F)"));
    m_guard->setAccessibleName(tr("Day return against the guard"));
    showAccount();
    showGate();
    showMaster();
}
}  // namespace ui

#include "moc_money_bar.cpp"
