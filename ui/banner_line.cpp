#include "ui/banner_line.h"

#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;

namespace
{
bool isArming(domain::GateCause cause)
{
    return cause == domain::GateCause::Unarmed || cause == domain::GateCause::Disarmed;
}

/// The text, and why it came to this where it was not the trader.
QString withCause(const QString& text, const domain::GateView& gate, domain::GateCause cause)
{
    for (const domain::GateReason& reason : gate.reasons) {
        if (reason.cause == cause && !reason.detail.isEmpty()) {
            return BannerLine::tr("%1 Cause: %2.", "what it means, code word")
                .arg(text, codeWordText(reason.detail));
        }
    }
    return text;
}
}  // namespace

std::vector<Banner> bannersOf(const domain::DeskSnapshot& snapshot)
{
    std::vector<Banner> banners;
    if (!snapshot.trading) {
        return banners;
    }
    const domain::TradingView& trading = *snapshot.trading;
    int unknown = 0;
    bool ambiguous = false;
    for (const domain::Order& order : trading.orders) {
        unknown += domain::isUnresolved(order.state) ? 1 : 0;
        ambiguous = ambiguous || order.state == domain::OrderState::Ambiguous;
    }
    if (unknown > 0) {
        banners.push_back(
            {.title = BannerLine::tr("%n unknown order(s)", nullptr, unknown),
             .text = ambiguous ? BannerLine::tr("Several of the broker's orders fit one of ours: "
                                                "choose the right one in the orders.")
                               : BannerLine::tr("Sent, but the answer was lost: the broker's list "
                                                "is being read. Do not place them again."),
             .leads = Banner::Leads::Orders,
             .grave = true});
    }
    QStringList differing;
    for (const domain::Position& position : trading.positions) {
        if (position.mismatch) {
            differing.push_back(position.symbol.toString());
        }
    }
    if (!differing.isEmpty()) {
        banners.push_back({.title = BannerLine::tr("Holding differs: %1", "codes")
                                        .arg(differing.join(QStringLiteral(", "))),
                           .text = causeHelp(domain::GateCause::Mismatch),
                           .leads = Banner::Leads::Positions,
                           .grave = true});
    }
    if (trading.gate.kill != domain::KillLevel::None) {
        banners.push_back(
            {.title = killName(trading.gate.kill),
             .text = withCause(killHelp(trading.gate.kill), trading.gate, domain::GateCause::Kill),
             .leads = Banner::Leads::Release,
             .grave = true});
    }
    for (const domain::GateReason& reason : trading.gate.reasons) {
        // Those that have a line of their own above.
        const bool told = (reason.cause == domain::GateCause::Kill
                           && trading.gate.kill != domain::KillLevel::None)
                          || (reason.cause == domain::GateCause::Mismatch && !differing.isEmpty());
        if (!told) {
            banners.push_back({.title = causeName(reason.cause),
                               .text = isArming(reason.cause) ? withCause(
                                           causeHelp(reason.cause), trading.gate, reason.cause)
                                                              : causeHelp(reason.cause),
                               .leads = Banner::Leads::Gate,
                               .grave = reason.closesTo != domain::GateState::ExitOnly
                                        && reason.cause != domain::GateCause::Unarmed
                                        && reason.cause != domain::GateCause::Closed});
        }
    }
    std::stable_sort(banners.begin(), banners.end(),
                     [](const Banner& a, const Banner& b) { return a.grave && !b.grave; });
    return banners;
}

BannerLine::BannerLine(QWidget* parent) : QWidget{parent}, m_text{plainLabel({}, this)}
{
    setObjectName(QStringLiteral("bannerLine"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 1, 8, 1);
    layout->setSpacing(8);
    m_row = new QHBoxLayout;
    m_row->setSpacing(4);
    layout->addLayout(m_row);
    layout->addWidget(m_text, 1);
    m_text->setMinimumWidth(40);
}

void BannerLine::apply(const domain::DeskSnapshot& snapshot)
{
    std::vector<Banner> banners = bannersOf(snapshot);
    if (banners != m_banners) {
        m_banners = std::move(banners);
        rebuild();
    }
}

void BannerLine::rebuild()
{
    for (QToolButton* chip : m_chips) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (std::size_t i = 0; i < m_banners.size(); ++i) {
        const Banner& banner = m_banners[i];
        auto* chip = new QToolButton{this};
        chip->setText(banner.title);
        chip->setFont(font());
        chip->setToolTip(plainToolTip(banner.text));
        const QColor colour = banner.grave ? m_theme.warn : m_theme.muted;
        chip->setStyleSheet(
            QStringLiteral(
                "QToolButton { background: %1; color: %2; border: 1px solid %3; padding: "
                "0px 8px; }")
                .arg(banner.grave ? m_theme.warn.name() : m_theme.panel.name(),
                     banner.grave ? m_theme.panel.name() : m_theme.text.name(), colour.name()));
        chip->installEventFilter(this);
        connect(chip, &QToolButton::clicked, this,
                [this, leads = banner.leads] { Q_EMIT followed(leads); });
        m_row->addWidget(chip);
        m_chips.push_back(chip);
    }
    explain(0);
    update();
}

void BannerLine::explain(std::size_t place)
{
    m_whole = place < m_banners.size() ? m_banners[place].text : QString{};
    m_text->setToolTip(m_whole);
    m_text->setText(m_text->fontMetrics().elidedText(m_whole, Qt::ElideRight, m_text->width()));
}

QString BannerLine::text() const
{
    return m_whole;
}

bool BannerLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
        const auto at = std::find(m_chips.begin(), m_chips.end(), watched);
        if (at != m_chips.end()) {
            explain(static_cast<std::size_t>(at - m_chips.begin()));
        }
    }
    return QWidget::eventFilter(watched, event);
}

void BannerLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_text->setText(m_text->fontMetrics().elidedText(m_whole, Qt::ElideRight, m_text->width()));
}

void BannerLine::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    setFont(deskFont(fontPoints));
    m_text->setFont(font());
    m_text->setStyleSheet(QStringLiteral("color: %1").arg(theme.warn.name()));
    setFixedHeight(rowHeight(fontPoints) + 4);
    rebuild();
}

void BannerLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    const bool grave = !m_banners.empty() && m_banners.front().grave;
    painter.fillRect(rect(), grave ? blend(m_theme.warn, m_theme.panel, 0.12) : m_theme.panel);
    painter.setPen(QPen{m_theme.line, 0});
    painter.drawLine(0, height() - 1, width(), height() - 1);
}
}  // namespace ui

#include "moc_banner_line.cpp"
