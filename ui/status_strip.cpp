#include "ui/status_strip.h"

#include "ui/format.h"
#include "ui/words.h"
#include "ui/words_orders.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui
{
namespace domain = core::domain;
using domain::FeedState;
using domain::TokenState;

namespace
{
constexpr std::chrono::milliseconds kEvery{250};
constexpr std::chrono::seconds kFrameAgeWarn{3};

QString rateText(double perSecond)
{
    return groupedText(std::llround(perSecond)) + QStringLiteral("/s");
}
}  // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget{parent}, m_figures{new FigureRow{FigureRow::Style::Separated, this}}
{
    setObjectName(QStringLiteral("statusStrip"));
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_figures);
    retranslate();
}

void StatusStrip::apply(const domain::DeskSnapshot& snapshot, std::chrono::milliseconds now)
{
    if (m_shownAt && now - *m_shownAt < kEvery) {
        return;
    }
    m_shownAt = now;
    showFeed(snapshot);
    showBroker(snapshot);
    showOrders(snapshot);
    showEngine(snapshot);
}

void StatusStrip::showFeed(const domain::DeskSnapshot& snapshot)
{
    const domain::FeedFigures& feed = snapshot.feed;
    const bool live = feed.state == FeedState::Live;
    const bool down = feed.state == FeedState::Stopped || feed.state == FeedState::Waiting;
    m_figures->setValue(Feed, feedStateName(feed.state),
                        live   ? m_theme.good
                        : down ? m_theme.bad
                               : m_theme.warn);
    m_figures->setToolTipAt(Feed, feed.detail);
    const bool any = feed.lastFrame != domain::Timestamp{};
    // The connection lives on the machine's clock, however fast the market's runs.
    const std::chrono::milliseconds age{
        std::llround(static_cast<double>((snapshot.now - feed.lastFrame).count())
                     / std::max(1.0, snapshot.clockSpeed))};
    const bool old = feed.stale || (any && live && age > kFrameAgeWarn);
    m_figures->setValue(LastFrame, any ? ageText(age) : QString{kUnknownMark},
                        old ? m_theme.warn : QColor{});
    m_figures->setValue(FrameRate, rateText(snapshot.engine.framesPerSecond));
    m_figures->setValue(RecordRate, rateText(snapshot.engine.recordsPerSecond));
    m_figures->setValue(BadFrames, groupedText(static_cast<std::int64_t>(feed.badFrames)),
                        feed.badFrames > 0 ? m_theme.warn : QColor{});
    m_figures->setValue(Gaps, groupedText(snapshot.engine.dataGaps),
                        snapshot.engine.dataGaps > 0 ? m_theme.warn : QColor{});
    m_figures->setToolTipAt(
        Gaps, tr("%1 shares provably missing").arg(groupedText(snapshot.engine.gapSharesTotal)));
}

void StatusStrip::showBroker(const domain::DeskSnapshot& snapshot)
{
    const domain::BrokerFigures& broker = snapshot.broker;
    switch (broker.token) {
    case TokenState::Valid:
        m_figures->setValue(Token, minuteText(broker.tokenUntil));
        break;
    case TokenState::Waiting:
        m_figures->setValue(Token, tr("waiting", "token"), m_theme.warn);
        break;
    case TokenState::Failed:
        m_figures->setValue(Token, tr("failed", "token"), m_theme.bad);
        break;
    case TokenState::None:
        m_figures->setValue(Token, QString{kUnknownMark}, m_theme.muted);
        break;
    }
    m_figures->setToolTipAt(Token, broker.detail);
    m_figures->setValue(
        Budget,
        QStringLiteral("%1/%2 /s").arg(broker.callsLastSecond).arg(broker.callsPerSecondMax));
    m_figures->setValue(Queue, groupedText(broker.queued));
    const bool short_ = snapshot.feed.acknowledged < snapshot.feed.wanted;
    m_figures->setValue(
        Slots, QStringLiteral("%1/%2").arg(snapshot.feed.acknowledged).arg(snapshot.slotsMax),
        short_ ? m_theme.warn : QColor{});
    m_figures->setToolTipAt(
        Slots,
        tr("%1 wanted, %2 acknowledged").arg(snapshot.feed.wanted).arg(snapshot.feed.acknowledged));
}

void StatusStrip::showOrders(const domain::DeskSnapshot& snapshot)
{
    if (!snapshot.trading || !snapshot.trading->ordersPossible) {
        for (const Place place : {Ledger, Unknown, Messages}) {
            m_figures->setValue(place, QString{kUnknownMark}, m_theme.muted);
        }
        return;
    }
    const domain::TradingView& trading = *snapshot.trading;
    const auto& reasons = trading.gate.reasons;
    const auto dead =
        std::find_if(reasons.begin(), reasons.end(), [](const domain::GateReason& reason) {
            return reason.cause == domain::GateCause::Ledger
                   || reason.cause == domain::GateCause::LedgerCorrupt;
        });
    m_figures->setValue(Ledger, dead == reasons.end() ? tr("good", "ledger") : tr("bad", "ledger"),
                        dead == reasons.end() ? m_theme.good : m_theme.bad);
    m_figures->setToolTipAt(Ledger, dead == reasons.end() ? tr("Orders are written down before "
                                                               "they leave")
                                                          : causeHelp(dead->cause));
    const auto unknown =
        std::count_if(trading.orders.begin(), trading.orders.end(),
                      [](const domain::Order& order) { return domain::isUnresolved(order.state); });
    m_figures->setValue(Unknown, QString::number(unknown), unknown > 0 ? m_theme.warn : QColor{});
    const bool near = trading.gate.messagesTodayMax > 0
                      && trading.gate.messagesToday * 10 >= trading.gate.messagesTodayMax * 9;
    m_figures->setValue(
        Messages,
        QStringLiteral("%1/%2").arg(trading.gate.messagesToday).arg(trading.gate.messagesTodayMax),
        near ? m_theme.warn : QColor{});
    m_figures->setToolTipAt(Messages, tr("Orders, amendments and cancels today; entries %1 of %2")
                                          .arg(trading.gate.entriesToday)
                                          .arg(trading.gate.entriesTodayMax));
}

void StatusStrip::showEngine(const domain::DeskSnapshot& snapshot)
{
    const domain::EngineFigures& engine = snapshot.engine;
    m_figures->setValue(Decision, latencyText(engine.decisionNsP99));
    m_figures->setToolTipAt(Decision, tr("Frame in hand to event applied, last 10 s; p50 %1")
                                          .arg(latencyText(engine.decisionNsP50)));
    constexpr std::int64_t kMiBPerGiB = 1024;
    const bool full = engine.diskFreeMiB >= 0 && engine.diskFreeMiB < 2 * kMiBPerGiB;
    m_figures->setValue(Disk,
                        engine.diskFreeMiB < 0
                            ? QString{kUnknownMark}
                            : QStringLiteral("%1 GiB").arg(engine.diskFreeMiB / kMiBPerGiB),
                        full ? m_theme.bad : QColor{});
    const bool scaled = snapshot.clockSpeed != 1.0;
    m_figures->setValue(Clock,
                        scaled ? QStringLiteral("%1×").arg(snapshot.clockSpeed, 0, 'g', 4)
                        : engine.clockOffsetMs ? QStringLiteral("%1 ms").arg(*engine.clockOffsetMs)
                                               : QStringLiteral("–"),
                        scaled ? m_theme.accent : QColor{});
    m_figures->setValue(ConfigHash, snapshot.configHash.left(8));
    m_figures->setToolTipAt(ConfigHash, snapshot.configHash);
}

void StatusStrip::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    QFont font = deskFont(std::max(kFontPointsMin - 1, fontPoints - 1));
    m_figures->setTheme(theme);
    m_figures->setFont(font);
    m_shownAt.reset();
}

void StatusStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shownAt.reset();
    }
}

void StatusStrip::retranslate()
{
    std::vector<Figure> figures(kPlaces);
    const QString rate = QStringLiteral("20,000/s");
    figures[Feed] = {.caption = tr("Feed"), .sample = tr("reconnecting")};
    figures[LastFrame] = {.caption = tr("last", "frame"),
                          .sample = QStringLiteral("59:59"),
                          .toolTip = tr("Age of the newest frame")};
    figures[FrameRate] = {.caption = tr("frames"), .sample = QStringLiteral("9,999/s")};
    figures[RecordRate] = {.caption = tr("records"), .sample = rate};
    figures[BadFrames] = {.caption = tr("bad", "frames"), .sample = QStringLiteral("999")};
    figures[Gaps] = {.caption = tr("gaps"), .sample = QStringLiteral("999")};
    figures[Token] = {.caption = tr("Token until"), .sample = QStringLiteral("00:00")};
    figures[Budget] = {.caption = tr("calls"), .sample = QStringLiteral("15/15 /s")};
    figures[Queue] = {.caption = tr("queue"), .sample = QStringLiteral("999")};
    figures[Slots] = {.caption = tr("Slots"), .sample = QStringLiteral("39/39")};
    figures[Ledger] = {.caption = QStringLiteral("DB"), .sample = tr("good", "ledger")};
    figures[Unknown] = {.caption = tr("unknown", "orders"), .sample = QStringLiteral("99")};
    figures[Messages] = {.caption = tr("messages", "orders, amendments, cancels"),
                         .sample = QStringLiteral("500/500")};
    figures[Decision] = {.caption = tr("p99"), .sample = QStringLiteral("999.9 µs")};
    figures[Disk] = {.caption = tr("Disk"), .sample = QStringLiteral("9999 GiB")};
    figures[Clock] = {.caption = tr("Clock"), .sample = QStringLiteral("-999 ms")};
    figures[ConfigHash] = {.caption = tr("cfg", "configuration hash"),
                           .sample = QStringLiteral("00000000")};
    m_figures->setFigures(std::move(figures));
}
}  // namespace ui

#include "moc_status_strip.cpp"
