#include "ui/top_bar.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum Place : std::size_t
{
    kAccount,
    kPhase,
    kCountdown,
    kClock,
    kSpeed,
};

QToolButton* button(QWidget* parent)
{
    auto* made = new QToolButton{parent};
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}
}  // namespace

TopBar::TopBar(core::api::Terminal& terminal, QWidget* parent)
    : QWidget{parent},
      m_environment{terminal.configuration().env},
      m_menu{button(this)},
      m_badge{new QLabel{this}},
      m_figures{new FigureRow{FigureRow::Style::Separated, this}},
      m_search{new SymbolSearch{terminal, this}},
      m_screenNow{button(this)},
      m_themeButton{button(this)},
      m_language{button(this)}
{
    setObjectName(QStringLiteral("topBar"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_badge->setAlignment(Qt::AlignCenter);
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_screenNow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_menu);
    layout->addWidget(m_badge);
    layout->addWidget(m_figures, 1);
    layout->addWidget(m_search);
    layout->addSpacing(4);
    layout->addWidget(m_screenNow);
    layout->addWidget(m_themeButton);
    layout->addWidget(m_language);
    connect(m_screenNow, &QToolButton::clicked, this, &TopBar::screenNowAsked);
    connect(m_themeButton, &QToolButton::clicked, this, &TopBar::themeToggled);
    connect(m_language, &QToolButton::clicked, this, &TopBar::languageToggled);
    retranslate();
}

void TopBar::apply(const domain::DeskSnapshot& snapshot)
{
    if (snapshot.environment != m_environment) {
        m_environment = snapshot.environment;
        showBadge();
    }
    m_figures->setValue(kAccount, snapshot.accountMasked.isEmpty() ? QString{kUnknownMark}
                                                                   : snapshot.accountMasked);
    const domain::SessionMoment& session = snapshot.session;
    const bool open = session.phase == domain::SessionPhase::Continuous;
    const bool auction = session.phase == domain::SessionPhase::OpeningAuction
                         || session.phase == domain::SessionPhase::ClosingAuction;
    m_figures->setValue(kPhase, phaseName(session.phase),
                        open      ? m_theme.good
                        : auction ? m_theme.warn
                                  : m_theme.muted);
    m_figures->setValue(kCountdown, session.nextAt == domain::Timestamp{}
                                        ? QString{kUnknownMark}
                                        : tr("%1 in %2", "next phase, countdown")
                                              .arg(phaseName(session.next),
                                                   countdownText(session.nextAt - snapshot.now)));
    m_figures->setValue(kClock,
                        snapshot.now == domain::Timestamp{} ? QString{} : clockText(snapshot.now));
    m_figures->setValue(kSpeed,
                        snapshot.clockSpeed == 1.0
                            ? QString{}
                            : QStringLiteral("%1×").arg(snapshot.clockSpeed, 0, 'g', 4),
                        m_theme.accent);
}

void TopBar::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    const QFont font = deskFont(fontPoints);
    m_figures->setTheme(theme);
    m_figures->setFont(font);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_screenNow, m_language}) {
        widget->setFont(font);
    }
    m_search->setFixedWidth(QFontMetrics{font}.horizontalAdvance(QStringLiteral("0")) * 24);
    m_menu->setIcon(roleIcon(QStringLiteral("menu"), theme.text));
    m_screenNow->setIcon(roleIcon(QStringLiteral("screen-now"), theme.text));
    m_themeButton->setIcon(roleIcon(QStringLiteral("theme"), theme.text));
    m_language->setIcon(roleIcon(QStringLiteral("language"), theme.text));
    m_badge->setFont(font);
    showBadge();
    update();
}

void TopBar::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

QString TopBar::badge() const
{
    return m_badge->text();
}

void TopBar::showBadge()
{
    m_badge->setText(environmentBadge(m_environment));
    m_badge->setToolTip(environmentName(m_environment));
    m_badge->setAccessibleName(environmentName(m_environment));
    m_badge->setStyleSheet(
        QStringLiteral("background: %1; color: %2; padding: 2px 10px; font-weight: bold;")
            .arg(m_theme.frame(m_environment).name(), m_theme.panel.name()));
    update();
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.panel);
    painter.setPen(QPen{m_theme.line, 0});
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void TopBar::retranslate()
{
    const QString longest = tr("Closing auction in 00:00:00", "widest countdown text");
    m_figures->setFigures({
        {.caption = tr("Account"),
         .sample = QStringLiteral("50000000-01"),
         .toolTip = tr("Digits in the middle are hidden on purpose")},
        {.sample = tr("Regular session", "widest phase"),
         .toolTip = tr("Phase of the KRX session"),
         .decisive = true},
        {.sample = longest, .toolTip = tr("Until the next phase, on the market's clock")},
        {.caption = tr("KST", "clock"), .sample = QStringLiteral("00:00:00"), .decisive = true},
        {.sample = QStringLiteral("200×"), .toolTip = tr("Speed of the simulated clock")},
    });
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Panels, layout, theme, language"));
    m_screenNow->setText(tr("Screen now"));
    m_screenNow->setToolTip(tr("Screen now instead of at the next full minute (F5)"));
    m_themeButton->setAccessibleName(tr("Dark or light"));
    m_themeButton->setToolTip(tr("Dark or light"));
    m_language->setText(tr("Korean", "the other language, named in its own words"));
    m_language->setAccessibleName(tr("Switch the language"));
    m_language->setToolTip(tr("Switch the language"));
    m_search->retranslate();
    showBadge();
}
}  // namespace ui

#include "moc_top_bar.cpp"
