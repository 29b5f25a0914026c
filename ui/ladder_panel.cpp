#include "ui/ladder_panel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/step_spin.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum TotalPlace : std::size_t
{
    kAsk,
    kShare,
    kBid,
    kExpected,
};
}  // namespace

LadderPanel::LadderPanel(OrderSender& sender, QWidget* parent)
    : Panel{parent},
      m_sender{sender},
      m_view{new LadderView{this}},
      m_totals{new FigureRow{FigureRow::Style::Separated, this}},
      m_oneClick{new QToolButton{this}},
      m_gesture{new QComboBox{this}},
      m_quantity{new GroupedSpin{this}},
      m_centre{new QToolButton{this}}
{
    m_oneClick->setCheckable(true);
    m_oneClick->setProperty("boxed", true);
    m_gesture->addItems({QString{}, QString{}});
    m_quantity->setRange(1, 10'000);
    m_centre->setAutoRaise(true);
    m_centre->setFocusPolicy(Qt::TabFocus);
    auto* bar = new QWidget{this};
    bar->setObjectName(QStringLiteral("panelBar"));
    auto* barLayout = new QHBoxLayout{bar};
    barLayout->setContentsMargins(4, 4, 4, 4);
    barLayout->setSpacing(4);
    barLayout->addWidget(m_oneClick);
    barLayout->addWidget(m_gesture);
    barLayout->addWidget(m_quantity, 1);
    barLayout->addWidget(m_centre);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_totals);
    connect(m_view, &LadderView::clicked, this,
            [this](domain::Price price, std::optional<domain::Side> side) {
                if (m_gesture->currentIndex() == 0) {
                    act(price, side);
                } else {
                    Q_EMIT priceChosen(m_view->symbol(), price, side);
                }
            });
    connect(m_view, &LadderView::doubleClicked, this,
            [this](domain::Price price, std::optional<domain::Side> side) {
                if (m_gesture->currentIndex() == 1) {
                    act(price, side);
                }
            });
    connect(m_view, &LadderView::ownClicked, this,
            [this](domain::Price price, domain::Side /*side*/) { cancelOwn(price); });
    connect(m_centre, &QToolButton::clicked, m_view, &LadderView::recentre);
    connect(m_oneClick, &QToolButton::toggled, this, [this](bool on) {
        m_oneClick->setStyleSheet(on ? QStringLiteral("color: %1").arg(m_theme.bad.name())
                                     : QString{});
    });
    setFocusProxy(m_view);
    retranslate();
}

void LadderPanel::apply(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.trading) {
        return;
    }
    const domain::LadderView& ladder = snapshot.trading->ladder;
    m_view->apply(snapshot, m_sender.viewOf(ladder.symbol));
    if (!ladder.book) {
        for (const std::size_t place : {kAsk, kShare, kBid, kExpected}) {
            m_totals->setValue(place, QString{kUnknownMark});
        }
        return;
    }
    const domain::Quote& book = *ladder.book;
    const std::int64_t both = book.totalAsk.shares() + book.totalBid.shares();
    m_totals->setValue(kAsk, groupedText(book.totalAsk.shares()), m_theme.down);
    m_totals->setValue(kShare,
                       both == 0 ? QString{kUnknownMark}
                                 : unsignedPercentText(book.totalBid.shares() * 1'000'000 / both));
    m_totals->setValue(kBid, groupedText(book.totalBid.shares()), m_theme.up);
    m_totals->setValue(kExpected, priceText(book.expectedPrice), m_theme.accent);
}

void LadderPanel::act(domain::Price price, std::optional<domain::Side> side)
{
    if (!m_oneClick->isChecked() || !side) {
        Q_EMIT priceChosen(m_view->symbol(), price, side);
        return;
    }
    const domain::SymbolView* view = m_sender.viewOf(m_view->symbol());
    domain::OrderRequest request;
    request.symbol = m_view->symbol();
    request.side = *side;
    request.quantity = domain::Quantity{m_quantity->value()};
    request.price = price;
    request.rule = QStringLiteral("HAND");
    if (view != nullptr && view->last.won() > 0) {
        request.decided = view->last;
    }
    m_sender.place(request, domain::amount(price, request.quantity));
}

void LadderPanel::cancelOwn(domain::Price price)
{
    if (!m_sender.snapshot() || !m_sender.snapshot()->trading) {
        return;
    }
    for (const domain::Order& order : m_sender.snapshot()->trading->orders) {
        const bool here = order.request.symbol == m_view->symbol() && order.request.price == price;
        // What the broker may not have cannot be cancelled: the desk looks for it first.
        if (here && !domain::isFinal(order.state) && !domain::isUnresolved(order.state)
            && order.state != domain::OrderState::External) {
            m_sender.cancel(order.id);
        }
    }
}

void LadderPanel::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_view->setTheme(theme, fontPoints);
    m_totals->setTheme(theme);
    m_totals->setFont(deskFont(fontPoints));
    m_centre->setIcon(roleIcon(QStringLiteral("follow"), theme.text));
}

void LadderPanel::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("ladder/gesture"), m_gesture->currentIndex());
    settings.setValue(QStringLiteral("ladder/quantity"), m_quantity->value());
}

void LadderPanel::restore(const QSettings& settings)
{
    // One-click trading itself is never restored: it begins each session switched off.
    m_gesture->setCurrentIndex(
        settings.value(QStringLiteral("ladder/gesture"), 0).toInt() == 1 ? 1 : 0);
    m_quantity->setValue(settings.value(QStringLiteral("ladder/quantity"), 1).toInt());
}

void LadderPanel::retranslate()
{
    m_oneClick->setText(tr("One-click trading"));
    m_oneClick->setToolTip(tr("On: a click beside a price places the quantity there at once, left "
                              "sells, right buys. Off: it fills the ticket."));
    m_gesture->setItemText(0, tr("Click"));
    m_gesture->setItemText(1, tr("Double click"));
    m_gesture->setAccessibleName(tr("What places an order"));
    m_gesture->setToolTip(tr("What places an order when one-click trading is on"));
    m_quantity->setAccessibleName(tr("Quantity of one-click orders"));
    m_quantity->setToolTip(tr("Quantity of one-click orders"));
    m_centre->setAccessibleName(tr("Newest prices"));
    m_centre->setToolTip(tr("Show the newest prices (Space); they stand still under the pointer"));
    m_view->setAccessibleName(tr("Ladder"));
    const QString size = QStringLiteral("9,999,999");
    m_totals->setFigures({{.caption = tr("Asks"), .sample = size},
                          {.caption = tr("Bid share"),
                           .sample = QStringLiteral("00.00 %"),
                           .toolTip = tr("Bids of all bids and asks")},
                          {.caption = tr("Bids"), .sample = size},
                          {.caption = tr("Expected"),
                           .sample = QStringLiteral("1,021,000"),
                           .toolTip = tr("Expected price of the auction")}});
    m_view->update();
}
}  // namespace ui

#include "moc_ladder_panel.cpp"
