#include "core/desk/desk.h"

#include "core/config/config_file.h"
#include "core/domain/price_steps.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using domain::LogCode;
using domain::Severity;

constexpr std::chrono::seconds kRankingLead{5};  // Ranking lists are asked for this long before.

constexpr std::chrono::seconds kWarmUpMax{60};  // Then the minutely screening has taken over.

QString seconds(std::chrono::milliseconds span)
{
    return QString::number(std::chrono::duration_cast<std::chrono::seconds>(span).count());
}
}  // namespace

Desk::Desk(DeskOptions options)
    : m_options{std::move(options)},
      m_market{market::MarketOptions{
          .candlesMax = static_cast<std::uint32_t>(m_options.config.cache.maxCandlesPerInterval),
          .gap = m_options.config.data.gap,
          .gaps = m_options.gaps}},
      m_screening{m_options, m_market},
      m_trading{m_options, m_market, m_screening},
      m_rules{m_options, m_market, m_screening, m_trading},
      m_day{m_options, m_market, m_trading, m_rules}
{
    // Names of orders carry the number of their event: a restart on the same day goes on counting.
    m_eventsApplied = m_trading.orderDesk().books().largestEvent();
}

std::span<const Effect> Desk::apply(const domain::Event& event)
{
    Q_ASSERT(event.number == m_eventsApplied + 1);
    m_effects.clear();
    m_eventsApplied = event.number;
    advance(event.time);
    m_trading.begin({m_clock.now(), event.number}, m_session);
    m_rules.begin(m_clock.now());
    std::visit([this](const auto& payload) { on(payload); }, event.payload);
    if (m_rules.takeTouched() || m_tradingTouched) [[unlikely]] {
        drainTrading();
    }
    return m_effects;
}

void Desk::advance(domain::Timestamp time)
{
    const bool first = !m_clock.started();
    while (const std::optional<domain::Timestamp> due = m_clock.nextStep(time)) {
        m_market.advanceTo(*due);
        beginRules(*due);
        step(*due);
    }
    m_clock.reach(time);
    m_market.advanceTo(m_clock.now());
    if (first) {
        report(Severity::Info, LogCode::Started, {config::environmentName(m_options.environment)});
    }
    if (m_clock.now() >= m_nextSecond) [[unlikely]] {
        m_nextSecond =
            std::chrono::floor<std::chrono::seconds>(m_clock.now()) + std::chrono::seconds{1};
        everySecond();
    }
}

void Desk::step(domain::Timestamp at)
{
    m_rules.step();
    m_day.step(at);
    drainDay();
    const std::chrono::seconds period = m_options.config.screener.period;
    const auto inPeriod = (at.time_since_epoch() + domain::kKstOffset) % period;
    const bool regular = m_options.calendar.momentAt(at).phase == domain::SessionPhase::Continuous;
    // While the pool is still being warmed by REST, a result that is a minute old says "no data"
    // about symbols whose data came seconds ago.
    const bool warming = regular && at < m_warmUntil && m_screening.hasUnknown();
    if ((regular && inPeriod.count() == 0) || warming) {
        screen();
    } else if (inPeriod == period - kRankingLead && m_screening.isReady()) {
        append(m_screening.askRankings());
    }
}

void Desk::beginRules(domain::Timestamp at)
{
    m_trading.begin({at, m_eventsApplied}, m_session);
    m_rules.begin(at);
}

void Desk::everySecond()
{
    if (domain::kstDate(m_clock.now()) != m_date) {
        beginDay();
    }
    updateSession();
    append(m_screening.refresh(m_clock.now()));
    beginRules(m_clock.now());
    m_rules.everySecond();
}

void Desk::beginDay()
{
    m_date = domain::kstDate(m_clock.now());
    m_limitsReported.clear();
    m_rejoined.clear();
    m_screening.beginDay();
    if (const std::optional<domain::SessionSchedule> day = m_options.calendar.schedule(m_date)) {
        m_market.startSession(*day);
    }
    m_trading.begin({m_clock.now(), m_eventsApplied}, m_session);
    m_trading.startDay(m_date, m_options.calendar.isTradingDay(m_date));
    m_rules.begin(m_clock.now());
    m_rules.startDay(m_options.calendar.schedule(m_date));
    m_day.startDay(m_clock.now());
    m_tradingTouched = true;
    if (m_options.capabilities.holidayQuery) {
        m_effects.emplace_back(QueryHoliday{m_date});
    }
}

void Desk::updateSession()
{
    const domain::SessionMoment moment = m_options.calendar.momentAt(m_clock.now());
    const bool changed = moment.phase != m_session.phase || m_session.nextAt == domain::Timestamp{};
    m_session = moment;
    if (changed) {
        m_effects.emplace_back(PhaseChanged{moment.phase});
        report(Severity::Notice, LogCode::SessionPhaseChanged,
               {QString::number(static_cast<int>(moment.phase))});
    }
}

void Desk::screen()
{
    m_screening.screen(m_clock.now());
    if (const std::shared_ptr<const domain::ScreenResult> result = m_screening.result()) {
        report(Severity::Info, LogCode::Screened,
               {QString::number(result->funnel.eligible), QString::number(result->funnel.scored),
                QString::number(result->funnel.pool)});
    }
    m_rules.screened();
    replan();
}

void Desk::replan()
{
    if (std::optional<WantStreams> wanted = m_screening.plan(m_clock.now())) {
        m_effects.emplace_back(std::move(*wanted));
    }
}

void Desk::updateWatched()
{
    std::vector<domain::Symbol> watched;
    const auto add = [&watched](const domain::Symbol& symbol) {
        if (!symbol.isEmpty()
            && std::find(watched.begin(), watched.end(), symbol) == watched.end()) {
            watched.push_back(symbol);
        }
    };
    add(m_selected);
    for (const std::optional<domain::ChartRequest>& chart : m_charts) {
        if (chart) {
            add(chart->symbol);
        }
    }
    append(m_screening.setWatched(m_selected, std::move(watched)));
    replan();
}

void Desk::on(const domain::Trade& trade)
{
    m_trading.heard();
    const market::TradeResult result = m_market.apply(trade, m_clock.now());
    if (result.what != 0) [[unlikely]] {
        reportTrade(trade, result);
    }
    if (trade.kind == domain::PrintKind::Regular) [[likely]] {
        m_day.onTrade(trade);
        m_rules.onTrade(trade);
    }
}

void Desk::on(const domain::Quote& quote)
{
    m_trading.heard();
    reportState(quote.symbol, m_market.apply(quote, m_clock.now()), {});
}

void Desk::on(const domain::ExpectedTrade& expected)
{
    m_market.apply(expected, m_clock.now());
}

void Desk::on(const domain::MarketOperation& operation)
{
    const market::StateChange change = m_market.apply(operation, m_clock.now());
    reportState(operation.symbol, change, operation.haltReason);
    if (operation.event != domain::OperationEvent::None
        && operation.event != domain::OperationEvent::Countdown) {
        report(Severity::Notice, LogCode::MarketEvent,
               {operation.code, QString::number(static_cast<int>(operation.event))});
    }
}

void Desk::on(const domain::RegistrationChanged& change)
{
    m_screening.setRegistration(change.key, change.active);
    m_trading.on(change);
    m_tradingTouched = true;
    const std::optional<market::StreamGap> gap =
        m_market.setStream(change.key, change.active, m_clock.now());
    if (gap) {
        m_rules.disturbed(change.key.symbol, QLatin1String{"gap"});
        // Slots rotate: a stream that comes back has a gap by definition, which is no fault.
        m_rejoined.insert(change.key.symbol);
        report(m_lostAt ? Severity::Notice : Severity::Info, LogCode::DataGap,
               {change.key.symbol.toString(), QStringLiteral("-"), seconds(gap->length)},
               change.key.symbol);
    }
}

void Desk::on(const domain::RegistrationRefused& refusal)
{
    m_screening.refused(refusal.key);
    report(Severity::Warning, LogCode::SubscriptionRefused,
           {QString::number(static_cast<int>(refusal.key.stream)), refusal.key.symbol.toString(),
            refusal.code},
           refusal.key.symbol);
}

void Desk::on(const domain::FeedFigures& figures)
{
    using domain::FeedState;
    const domain::FeedFigures before = std::exchange(m_feed, figures);
    m_trading.on(figures);
    m_tradingTouched = true;
    const bool wasUp = before.state == FeedState::Live || before.state == FeedState::Registering;
    const bool isUp = figures.state == FeedState::Live || figures.state == FeedState::Registering;
    const bool ended = figures.state == FeedState::Idle;  // We stopped it.
    if (wasUp && !isUp && !ended) {
        m_lostAt = m_clock.now();
        m_day.feedLost(m_clock.now());
        report(Severity::Warning, LogCode::FeedLost, {figures.detail});
    }
    if (before.state != FeedState::Live && figures.state == FeedState::Live) {
        if (m_lostAt) {
            report(Severity::Notice, LogCode::FeedReconnected,
                   {seconds(m_clock.now() - *m_lostAt)});
            m_lostAt.reset();
            m_day.feedBack(m_clock.now());
        } else if (!std::exchange(m_everLive, true)) {
            report(Severity::Info, LogCode::FeedConnected, {QString::number(figures.acknowledged)});
        }
    }
    if (before.state != FeedState::Stopped && figures.state == FeedState::Stopped) {
        report(Severity::Critical, LogCode::FeedStopped, {figures.detail});
    }
    if (!before.stale && figures.stale) {
        report(Severity::Warning, LogCode::FeedStale, {seconds(m_clock.now() - figures.lastFrame)});
    }
    if (figures.badFrames > before.badFrames) {
        report(Severity::Warning, LogCode::BadFrame,
               {QString::number(figures.badFrames - before.badFrames), figures.detail});
    }
    if (before.driftFrames == 0 && figures.driftFrames > 0) {
        report(Severity::Notice, LogCode::SchemaDrift, {QString::number(figures.driftFrames)});
    }
}

void Desk::on(const domain::BrokerFigures& figures)
{
    const domain::BrokerFigures before = std::exchange(m_broker, figures);
    m_trading.on(figures);
    m_tradingTouched = true;
    if (before.token != domain::TokenState::Valid && figures.token == domain::TokenState::Valid) {
        report(Severity::Info, LogCode::TokenReady,
               {domain::timeText(domain::kstTimeOfDay(figures.tokenUntil))});
    }
    if (figures.failures > before.failures && !figures.detail.isEmpty()
        && figures.detail != before.detail) {
        report(Severity::Warning, LogCode::BrokerProblem, {figures.detail});
    }
}

void Desk::on(const domain::RankingReply& reply)
{
    m_screening.setRanking(reply);
    if (!reply.ok) {
        report(Severity::Warning, LogCode::RankingFailed,
               {QString::number(static_cast<int>(reply.list))});
    }
    // The day's first complete set of lists is screened at once: no minute is waited for.
    if (m_firstRankings && m_screening.rankingsComplete()
        && m_session.phase == domain::SessionPhase::Continuous) {
        m_firstRankings = false;
        m_warmUntil = m_clock.now() + kWarmUpMax;
        screen();
    }
}

void Desk::on(const domain::MinuteBarsReply& reply)
{
    m_screening.replied();
    if (!reply.ok) {
        m_screening.barsFailed(reply.symbol);
        return;
    }
    m_market.apply(reply, m_clock.now());
    m_day.onBars(reply.symbol);
    drainDay();
    m_rules.onBars(reply);
    if (const std::optional<QueryMinuteBars> earlier = m_screening.earlierBars(reply)) {
        m_effects.emplace_back(*earlier);
    }
}

void Desk::on(const domain::PriceReply& reply)
{
    m_screening.replied();
    if (!reply.ok) {
        return;
    }
    reportState(reply.symbol, m_market.apply(reply, m_clock.now()), {});
    const domain::Instrument* instrument =
        m_screening.isReady() ? m_screening.instruments()->find(reply.symbol) : nullptr;
    if (instrument == nullptr || reply.base.won() == 0 || reply.upperLimit.won() == 0) {
        return;
    }
    const domain::DailyLimits ours = domain::dailyLimits(reply.base, instrument->steps());
    const bool differs = ours.upper != reply.upperLimit || ours.lower != reply.lowerLimit;
    const auto known = std::find(m_limitsReported.begin(), m_limitsReported.end(), reply.symbol);
    if (differs && known == m_limitsReported.end()
        && !instrument->flags.has(domain::InstrumentFlag::Liquidation)
        && !instrument->flags.has(domain::InstrumentFlag::NewlyListed)) {
        m_limitsReported.push_back(reply.symbol);
        report(Severity::Notice, LogCode::LimitMismatch,
               {reply.symbol.toString(),
                QStringLiteral("%1-%2").arg(ours.lower.won()).arg(ours.upper.won()),
                QStringLiteral("%1-%2").arg(reply.lowerLimit.won()).arg(reply.upperLimit.won())},
               reply.symbol);
    }
}

void Desk::on(const domain::BalanceReply& reply)
{
    m_balance = reply;
    m_trading.on(reply);
    m_tradingTouched = true;
}

void Desk::on(const domain::HolidayReply& reply)
{
    m_holiday = reply;
}

void Desk::on(const domain::InstrumentsPtr& instruments)
{
    if (!instruments || instruments->bySymbol.empty()) {
        report(Severity::Critical, LogCode::InstrumentsFailed, {});
        return;
    }
    const bool first = !m_screening.isReady();
    m_screening.setInstruments(instruments);
    report(
        Severity::Info, LogCode::InstrumentsLoaded,
        {QString::number(instruments->bySymbol.size()), QString::number(instruments->skippedRows)});
    if (instruments->fromCache) {
        report(Severity::Warning, LogCode::InstrumentsFromCache,
               {domain::dateText(instruments->date)});
    }
    if (first) {
        append(m_screening.askRankings());
    }
    replan();
}

void Desk::on(const domain::ScreenNow&)
{
    append(m_screening.askRankings());
    screen();
}

void Desk::on(const domain::SelectSymbol& command)
{
    m_selected = command.symbol;
    updateWatched();
}

void Desk::on(const domain::WatchChart& command)
{
    if (command.pane < 0 || command.pane >= kChartPanes) {
        return;
    }
    m_charts[static_cast<std::size_t>(command.pane)] = command.request;
    updateWatched();
}

template <typename Payload>
void Desk::on(const Payload& payload)
{
    if constexpr (requires(RuleRoom & rules) { rules.on(payload); }) {
        m_rules.on(payload);
    } else {
        if constexpr (requires(RuleRoom & rules) { rules.before(payload); }) {
            m_rules.before(payload);
        }
        m_trading.on(payload);
        if constexpr (requires(RuleRoom & rules) { rules.after(payload); }) {
            m_rules.after(payload);
        }
    }
    m_tradingTouched = true;
}

void Desk::append(std::vector<orders::Tell> tells)
{
    for (orders::Tell& tell : tells) {
        report(tell.severity, tell.code, std::move(tell.arguments), tell.symbol);
    }
}

void Desk::on(const domain::SettleDay&)
{
    m_day.settle(m_clock.now());
    drainDay();
}

void Desk::on(const domain::RecordsNote& note)
{
    report(note.severity, note.code, {note.detail});
}

void Desk::drainDay()
{
    for (Remember& one : m_day.take()) {
        m_effects.emplace_back(std::move(one));
    }
}

void Desk::drainTrading()
{
    m_tradingTouched = false;
    m_rules.followBooks();
    m_day.follow(m_clock.now());
    drainDay();
    append(m_trading.takeEffects());
    append(m_trading.takeTells());
    append(m_rules.takeTells());
    std::vector<domain::Symbol> held = m_trading.heldSymbols();
    std::vector<domain::Symbol> followed = m_rules.followed();
    if (held != m_held || followed != m_followed) {
        m_held = std::move(held);
        m_followed = std::move(followed);
        m_screening.setHeld(m_held);
        m_screening.setFollowed(m_followed);
        replan();
    }
}

void Desk::reportTrade(const domain::Trade& trade, const market::TradeResult& result)
{
    using market::TradeEffect;
    const QString code = trade.symbol.toString();
    if (result.has(TradeEffect::DataGap)) {
        m_rules.disturbed(trade.symbol, QLatin1String{"gap"});
        // The first trade after a rejoined stream only puts a number on the gap that was told.
        const bool told = m_rejoined.erase(trade.symbol) > 0;
        report(told ? Severity::Info : Severity::Warning, LogCode::DataGap,
               {code, QString::number(result.missingShares), QString::number(result.gapSeconds)},
               trade.symbol);
    }
    if (result.has(TradeEffect::Reseeded)) {
        report(Severity::Warning, LogCode::VolumeReset, {code}, trade.symbol);
    }
    reportState(trade.symbol,
                {.viStarted = result.has(TradeEffect::ViStarted),
                 .viEnded = result.has(TradeEffect::ViEnded),
                 .halted = result.has(TradeEffect::Halted),
                 .resumed = result.has(TradeEffect::Resumed)},
                {});
}

void Desk::reportState(const domain::Symbol& symbol, const market::StateChange& change,
                       const QString& reason)
{
    const QString code = symbol.toString();
    if (change.viStarted) {
        m_rules.disturbed(symbol, QLatin1String{"vi"});
        report(Severity::Notice, LogCode::ViStarted, {code}, symbol);
    }
    if (change.viEnded) {
        report(Severity::Notice, LogCode::ViEnded, {code}, symbol);
    }
    if (change.halted) {
        m_rules.disturbed(symbol, QLatin1String{"halt"});
        report(Severity::Warning, LogCode::IssueHalted, {code, reason}, symbol);
    }
}

void Desk::report(domain::Severity severity, domain::LogCode code, QStringList arguments,
                  const domain::Symbol& symbol)
{
    m_effects.emplace_back(Report{m_log.add({.number = 0,
                                             .time = m_clock.now(),
                                             .severity = severity,
                                             .code = code,
                                             .symbol = symbol,
                                             .arguments = std::move(arguments)})});
}

void Desk::append(std::vector<Effect> effects)
{
    m_effects.insert(m_effects.end(), std::make_move_iterator(effects.begin()),
                     std::make_move_iterator(effects.end()));
}
}  // namespace core::desk
