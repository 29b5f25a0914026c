#include "ui/order_ticket.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/plain_text.h"
#include "ui/words_orders.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using domain::OrderType;
using domain::Side;

namespace
{
constexpr std::chrono::milliseconds kDebounce{120};
constexpr std::chrono::seconds kAskAgain{1};  // Prices move on: an old answer is no answer.

QLabel* figureLabel(QWidget* parent)
{
    QLabel* label = plainLabel(QString{kUnknownMark}, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QToolButton* boxedButton(QWidget* parent)
{
    auto* made = new QToolButton{parent};
    made->setProperty("boxed", true);
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

QPushButton* sideButton(const QString& name, QWidget* parent)
{
    auto* made = new QPushButton{parent};
    made->setObjectName(name);
    made->setCheckable(true);
    made->setAutoExclusive(true);
    return made;
}
}  // namespace

OrderTicket::OrderTicket(OrderSender& sender, QWidget* parent)
    : Panel{parent},
      m_sender{sender},
      m_checks{new CheckModel{this}},
      m_table{new DeskTable{this}},
      m_reason{plainLabel({}, this)},
      m_send{new QPushButton{this}}
{
    auto* form = new QWidget{this};
    auto* grid = new QGridLayout{form};
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(4);
    makeHead(*grid);
    makeEntry(*grid);
    makeFigures(*grid);
    m_table->setModel(m_checks);
    m_table->setFixedColumns(CheckModel::kColumns);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(60);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(18);
    m_send->setObjectName(QStringLiteral("sendOrder"));
    m_send->setEnabled(false);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(8, 4, 8, 8);
    below->setSpacing(4);
    below->addWidget(m_reason);
    below->addWidget(m_send);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(form);
    layout->addWidget(m_table, 1);
    layout->addLayout(below);

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounce);
    connect(&m_debounce, &QTimer::timeout, this, &OrderTicket::ask);
    m_again.setInterval(kAskAgain);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_debounce.isActive()) {
            ask();
        }
    });
    m_again.start();
    connect(m_send, &QPushButton::clicked, this, &OrderTicket::send);
    // Return in a field goes to the send button, never straight to the broker.
    for (QSpinBox* field : std::initializer_list<QSpinBox*>{m_price, m_quantity}) {
        auto* enter = new QShortcut{Qt::Key_Return, field};
        enter->setContext(Qt::WidgetWithChildrenShortcut);
        connect(enter, &QShortcut::activated, this, [this] { m_send->setFocus(); });
    }
    retranslate();
    setSide(Side::Buy);
}

void OrderTicket::makeHead(QGridLayout& grid)
{
    m_name = plainLabel({}, this);
    m_last = plainLabel({}, this);
    m_last->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pin = new QToolButton{this};
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_last);
    head->addWidget(m_pin);
    grid.addLayout(head, 0, 0, 1, 6);
    m_buy = sideButton(QStringLiteral("buySide"), this);
    m_sell = sideButton(QStringLiteral("sellSide"), this);
    m_buy->setChecked(true);
    grid.addWidget(m_buy, 1, 0, 1, 3);
    grid.addWidget(m_sell, 1, 3, 1, 3);
    connect(m_buy, &QPushButton::clicked, this, [this] { setSide(Side::Buy); });
    connect(m_sell, &QPushButton::clicked, this, [this] { setSide(Side::Sell); });
    m_type = new QComboBox{this};
    m_force = new QComboBox{this};
    for (const OrderType type : {OrderType::Limit, OrderType::Market, OrderType::Best}) {
        m_type->addItem(QString{}, static_cast<int>(type));
    }
    for (const domain::TimeInForce force :
         {domain::TimeInForce::Day, domain::TimeInForce::Ioc, domain::TimeInForce::Fok}) {
        m_force->addItem(QString{}, static_cast<int>(force));
    }
    grid.addWidget(m_type, 2, 0, 1, 3);
    grid.addWidget(m_force, 2, 3, 1, 3);
    connect(m_type, &QComboBox::currentIndexChanged, this, &OrderTicket::changed);
    connect(m_force, &QComboBox::currentIndexChanged, this, &OrderTicket::changed);
}

void OrderTicket::makeEntry(QGridLayout& grid)
{
    m_priceCaption = plainLabel({}, this);
    m_price = new PriceSpin{this};
    m_atBid = boxedButton(this);
    m_atAsk = boxedButton(this);
    grid.addWidget(m_priceCaption, 3, 0);
    grid.addWidget(m_price, 3, 1, 1, 3);
    grid.addWidget(m_atBid, 3, 4);
    grid.addWidget(m_atAsk, 3, 5);
    m_quantityCaption = plainLabel({}, this);
    m_quantity = new GroupedSpin{this};
    grid.addWidget(m_quantityCaption, 4, 0);
    grid.addWidget(m_quantity, 4, 1, 1, 3);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (std::size_t i = 0; i < kPresets.size(); ++i) {
        m_presets[i] = boxedButton(this);
        m_presets[i]->setText(QString::number(kPresets[i]));
        buttons->addWidget(m_presets[i], 1);
        connect(m_presets[i], &QToolButton::clicked, this, [this, i] { setPreset(i); });
    }
    buttons->addSpacing(8);
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        m_percents[i] = boxedButton(this);
        m_percents[i]->setText(QStringLiteral("%1 %").arg(kPercents[i]));
        buttons->addWidget(m_percents[i], 1);
        connect(m_percents[i], &QToolButton::clicked, this,
                [this, percent = kPercents[i]] { setPercent(percent); });
    }
    grid.addLayout(buttons, 5, 0, 1, 6);
    connect(m_price, &QSpinBox::valueChanged, this, &OrderTicket::changed);
    connect(m_quantity, &QSpinBox::valueChanged, this, &OrderTicket::changed);
    const auto take = [this](bool ask) {
        const domain::SymbolView* view = m_sender.viewOf(m_symbol);
        if (view != nullptr && (ask ? view->ask : view->bid).won() > 0) {
            m_price->setPrice(ask ? view->ask : view->bid);
        }
    };
    connect(m_atBid, &QToolButton::clicked, this, [take] { take(false); });
    connect(m_atAsk, &QToolButton::clicked, this, [take] { take(true); });
}

void OrderTicket::makeFigures(QGridLayout& grid)
{
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_captions[i] = plainLabel({}, this);
        m_captions[i]->setProperty("caption", true);
        m_figures[i] = figureLabel(this);
        const int row = 6 + static_cast<int>(i / 2);
        const int column = i % 2 == 0 ? 0 : 3;
        auto* pair = new QHBoxLayout;
        pair->addWidget(m_captions[i]);
        pair->addWidget(m_figures[i], 1);
        pair->setContentsMargins(column == 0 ? 0 : 8, 0, 0, 0);
        grid.addLayout(pair, row, column, 1, 3);
    }
    for (int column = 0; column < 6; ++column) {
        grid.setColumnStretch(column, 1);
    }
}

void OrderTicket::apply(const domain::DeskSnapshot& snapshot)
{
    if (!m_pin->isChecked() && !snapshot.selected.isEmpty() && snapshot.selected != m_symbol) {
        takeSymbol(snapshot.selected);
    }
    if (snapshot.trading) {
        m_trading = snapshot.trading;
    }
    const domain::SymbolView* view = m_sender.viewOf(m_symbol);
    const QString name = view == nullptr
                             ? m_symbol.toString()
                             : QStringLiteral("%1  %2").arg(m_symbol.toString(), view->name);
    if (m_name->text() != name) {
        m_name->setText(name);
    }
    if (view != nullptr) {
        m_price->setTable(view->steps);
        const QString last =
            QStringLiteral("%1  %2").arg(priceText(view->last), changeText(view->last, view->base));
        if (m_last->text() != last) {
            m_last->setText(last);
        }
        if (m_price->value() == 0 && view->last.won() > 0) {
            m_price->setPrice(view->last);
        }
    }
    showState();
}

void OrderTicket::takeSymbol(const domain::Symbol& symbol)
{
    // Another symbol's price must never stay in the field.
    m_symbol = symbol;
    m_price->setValue(0);
    m_last->clear();
    changed();
}

void OrderTicket::fill(const domain::Symbol& symbol, domain::Price price, std::optional<Side> side)
{
    if (symbol != m_symbol) {
        takeSymbol(symbol);
    }
    if (side) {
        setSide(*side);
    }
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(OrderType::Limit)));
    m_price->setPrice(price);
}

void OrderTicket::setSide(Side side)
{
    (side == Side::Buy ? m_buy : m_sell)->setChecked(true);
    setProperty("side", side == Side::Buy ? QStringLiteral("buy") : QStringLiteral("sell"));
    for (QToolButton* button : m_percents) {
        button->setToolTip(side == Side::Buy ? tr("This share of what can be bought")
                                             : tr("This share of what can be sold"));
    }
    changed();
}

void OrderTicket::setPreset(std::size_t place)
{
    m_quantity->setValue(kPresets.at(place));
}

domain::Price OrderTicket::reckonedPrice() const
{
    const auto type = static_cast<OrderType>(m_type->currentData().toInt());
    if (type == OrderType::Limit) {
        return m_price->price();
    }
    const domain::SymbolView* view = m_sender.viewOf(m_symbol);
    if (view == nullptr) {
        return {};
    }
    // The broker reserves for a market buy what it would cost at the upper limit.
    const bool margined = type == OrderType::Market && m_buy->isChecked();
    return margined && view->limits.upper.won() > 0 ? view->limits.upper
           : view->ask.won() > 0                    ? view->ask
                                                    : view->last;
}

void OrderTicket::setPercent(int percent)
{
    if (!m_trading) {
        return;
    }
    if (m_sell->isChecked()) {
        for (const domain::Position& position : m_trading->positions) {
            if (position.symbol == m_symbol) {
                m_quantity->setValue(static_cast<int>(position.sellable.shares() * percent / 100));
            }
        }
        return;
    }
    const std::int64_t price = reckonedPrice().won();
    if (price > 0) {
        // With the slack of RC-16, so that 100 % passes it.
        m_quantity->setValue(
            static_cast<int>(m_trading->account.buyable.value() * percent / (price * 102)));
    }
}

domain::OrderRequest OrderTicket::request() const
{
    domain::OrderRequest request;
    request.symbol = m_symbol;
    request.side = m_buy->isChecked() ? Side::Buy : Side::Sell;
    request.type = static_cast<OrderType>(m_type->currentData().toInt());
    request.timeInForce = static_cast<domain::TimeInForce>(m_force->currentData().toInt());
    request.quantity = domain::Quantity{m_quantity->value()};
    if (request.type == OrderType::Limit) {
        request.price = m_price->price();
    }
    request.origin = domain::OrderOrigin::Hand;
    request.rule = QStringLiteral("HAND");
    return request;
}

void OrderTicket::changed()
{
    if (m_send == nullptr) {
        return;  // Still being built.
    }
    const bool limit = m_type->currentData().toInt() == static_cast<int>(OrderType::Limit);
    m_price->setEnabled(limit);
    m_atBid->setEnabled(limit);
    m_atAsk->setEnabled(limit);
    ++m_ask;  // From here on older answers are about something else.
    m_debounce.start();
    showState();
}

void OrderTicket::ask()
{
    const domain::OrderRequest asked = request();
    const bool whole = !asked.symbol.isEmpty() && asked.quantity.shares() > 0
                       && (!asked.price || asked.price->won() > 0);
    m_sender.perform(
        domain::PreviewOrder{.ask = m_ask, .request = whole ? std::optional{asked} : std::nullopt});
}

const domain::OrderPreview* OrderTicket::answer() const
{
    const bool ours = m_trading && m_trading->preview && m_trading->preview->ask == m_ask
                      && m_trading->preview->request.symbol == m_symbol;
    return ours ? &*m_trading->preview : nullptr;
}

QString OrderTicket::whyNotSend(const domain::OrderPreview* preview) const
{
    const QString whyNot = m_sender.whyNot();
    if (!whyNot.isEmpty()) {
        return whyNot;
    }
    if (m_symbol.isEmpty()) {
        return tr("Choose a symbol");
    }
    if (m_quantity->value() == 0) {
        return tr("Enter a quantity");
    }
    if (m_price->isEnabled() && m_price->price().won() == 0) {
        return tr("Enter a price");
    }
    if (preview == nullptr) {
        return tr("The gate is being asked…");
    }
    if (preview->allowed) {
        return {};
    }
    for (const domain::CheckResult& check : preview->checks) {
        if (check.outcome == domain::CheckOutcome::Fail
            || check.outcome == domain::CheckOutcome::Insufficient) {
            return tr("%1 %2: %3", "check id, name, what to do")
                .arg(checkId(check.number), checkName(check.number), checkAdvice(check.number));
        }
    }
    return tr("The gate does not let it pass");
}

void OrderTicket::showState()
{
    const domain::OrderPreview* preview = answer();
    showFigures(preview);
    if (preview != nullptr) {
        m_checks->apply(preview->checks);
    }
    const QString reason = whyNotSend(preview);
    if (m_reason->text() != reason) {
        m_reason->setText(reason);
    }
    m_send->setEnabled(reason.isEmpty());
    const Side side = m_buy->isChecked() ? Side::Buy : Side::Sell;
    const domain::Won amount =
        preview != nullptr ? preview->amount
                           : domain::amount(reckonedPrice(), domain::Quantity{m_quantity->value()});
    const QString text =
        m_symbol.isEmpty()
            ? sideName(side)
            : m_sender.summary(side, m_symbol, domain::Quantity{m_quantity->value()}, amount);
    if (m_send->text() != text) {
        m_send->setText(QString{text}.replace(QLatin1Char{'&'}, QStringLiteral("&&")));
        m_send->setAccessibleName(text);
    }
}

void OrderTicket::showFigures(const domain::OrderPreview* preview)
{
    std::array<QString, kFigures> texts;
    texts.fill(QString{kUnknownMark});
    if (preview != nullptr) {
        const bool buy = preview->request.side == Side::Buy;
        texts[Amount] = groupedText(preview->amount.value());
        texts[Commission] = groupedText(preview->commission.value());
        texts[Tax] = buy ? QString{kUnknownMark} : groupedText(preview->tax.value());
        texts[BreakEven] = priceText(preview->breakEven);
        texts[Stop] = buy ? priceText(preview->stop) : QString{kUnknownMark};
        texts[Loss] = buy ? groupedText(preview->lossAtStop.value()) : QString{kUnknownMark};
        texts[CashAfter] = groupedText(preview->cashAfter.value());
        texts[QuantityMax] = groupedText(preview->quantityMax.shares());
    }
    for (std::size_t i = 0; i < kFigures; ++i) {
        if (m_figures[i]->text() != texts[i]) {
            m_figures[i]->setText(texts[i]);
        }
    }
}

void OrderTicket::send()
{
    const domain::OrderPreview* preview = answer();
    if (preview == nullptr || !whyNotSend(preview).isEmpty()) {
        return;
    }
    domain::OrderRequest sent = request();
    const domain::SymbolView* view = m_sender.viewOf(m_symbol);
    if (view != nullptr && view->last.won() > 0) {
        sent.decided = view->last;
    }
    m_sender.place(sent, preview->amount);
    // The next order needs its own answer: a second press right after must not repeat this one.
    ++m_ask;
    m_debounce.start();
    showState();
}

QString OrderTicket::reason() const
{
    return m_reason->text();
}

QString OrderTicket::figure(std::size_t place) const
{
    return m_figures.at(place)->text();
}

void OrderTicket::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    m_debounce.stop();
    ++m_ask;
    m_sender.perform(domain::PreviewOrder{.ask = m_ask, .request = std::nullopt});
}

void OrderTicket::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    m_checks->setTheme(theme);
    m_table->setFontPoints(fontPoints);
    m_table->setColumnSamples(
        {QStringLiteral("✕ nn") + checkOutcomeName(domain::CheckOutcome::Pass),
         QStringLiteral("RC-00"), checkName(2), QStringLiteral("1,000,000"),
         QStringLiteral("1,000,000")});
    m_pin->setIcon(roleIcon(QStringLiteral("pin"), theme.text));
    m_reason->setStyleSheet(QStringLiteral("color: %1").arg(theme.warn.name()));
    const QString side =
        QStringLiteral("QPushButton:checked { background: %1; color: %2; border: 1px solid %1; }");
    m_buy->setStyleSheet(side.arg(theme.up.name(), theme.panel.name()));
    m_sell->setStyleSheet(side.arg(theme.down.name(), theme.panel.name()));
    for (QLabel* caption : m_captions) {
        caption->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    }
}

void OrderTicket::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("ticket/quantity"), m_quantity->value());
}

void OrderTicket::restore(const QSettings& settings)
{
    m_quantity->setValue(settings.value(QStringLiteral("ticket/quantity"), 0).toInt());
}

void OrderTicket::retranslate()
{
    m_buy->setText(sideName(Side::Buy));
    m_sell->setText(sideName(Side::Sell));
    for (int i = 0; i < m_type->count(); ++i) {
        m_type->setItemText(i, orderTypeName(static_cast<OrderType>(m_type->itemData(i).toInt())));
    }
    for (int i = 0; i < m_force->count(); ++i) {
        m_force->setItemText(
            i, timeInForceName(static_cast<domain::TimeInForce>(m_force->itemData(i).toInt())));
    }
    m_type->setAccessibleName(tr("Order type"));
    m_force->setAccessibleName(tr("How long the order stands"));
    m_priceCaption->setText(tr("Price"));
    m_price->setAccessibleName(tr("Price"));
    m_quantityCaption->setText(tr("Quantity"));
    m_quantity->setAccessibleName(tr("Quantity"));
    m_atBid->setText(tr("Bid"));
    m_atBid->setToolTip(tr("Take the best bid as price"));
    m_atAsk->setText(tr("Ask"));
    m_atAsk->setToolTip(tr("Take the best ask as price"));
    m_pin->setAccessibleName(tr("Keep this symbol"));
    m_pin->setToolTip(tr("Keep this symbol when another is selected"));
    const std::array<QString, kFigures> captions{
        tr("Amount"), tr("Commission"),   tr("Tax"),        tr("Break-even"),
        tr("Stop"),   tr("Loss at stop"), tr("Cash after"), tr("Most shares")};
    for (std::size_t i = 0; i < kFigures; ++i) {
        m_captions[i]->setText(captions[i]);
        m_figures[i]->setAccessibleName(captions[i]);
    }
    m_table->setAccessibleName(tr("Checks of the gate"));
    m_checks->retranslate();
    showState();
}
}  // namespace ui

#include "moc_order_ticket.cpp"
