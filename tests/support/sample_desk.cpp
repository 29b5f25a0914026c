#include "tests/support/sample_desk.h"

#include "core/domain/price_steps.h"
#include "tests/support/sample_rules.h"
#include "tests/support/sample_trading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace test
{
namespace domain = core::domain;
using domain::Bar;
using domain::Price;
using domain::Quantity;
using domain::Symbol;
using domain::Timestamp;
using domain::Won;

namespace
{
struct Issue
{
    const char* code;
    const char16_t* name;
    std::int32_t base;
    int moveCenti;  // Change from the base in 1/100 %.
    bool kosdaq;
};
constexpr std::array kIssues{
    Issue{"005930", u"삼성전자", 71'800, 154, false},
    Issue{"000660", u"SK하이닉스", 268'500, 312, false},
    Issue{"042700", u"한미반도체", 98'400, -231, false},
    Issue{"247540", u"에코프로비엠", 158'300, 487, true},
    Issue{"086520", u"에코프로", 67'200, 628, true},
    Issue{"012450", u"한화에어로스페이스", 887'000, 45, false},
    Issue{"196170", u"알테오젠", 421'500, -118, true},
    Issue{"028300", u"HLB", 46'950, 1'204, true},
    Issue{"277810", u"레인보우로보틱스", 264'000, 231, true},
    Issue{"373220", u"LG에너지솔루션", 352'500, -70, false},
    Issue{"005380", u"현대차", 218'000, 92, false},
    Issue{"035420", u"NAVER", 224'500, 0, false},
    Issue{"035720", u"카카오", 58'100, -154, false},
    Issue{"267260", u"HD현대일렉트릭", 512'000, 402, false},
    Issue{"010120", u"LS ELECTRIC", 287'500, 355, false},
    Issue{"064350", u"현대로템", 186'700, 211, false},
    Issue{"329180", u"HD현대중공업", 455'500, -33, false},
    Issue{"108490", u"로보티즈", 102'300, 2'993, true},
    Issue{"389500", u"에스비비테크", 31'450, 812, true},
    Issue{"348340", u"뉴로메카", 38'900, 655, true},
    Issue{"214450", u"파마리서치", 498'500, -210, true},
    Issue{"145020", u"휴젤", 312'000, 77, true},
    Issue{"000270", u"기아", 101'900, 29, false},
    Issue{"068270", u"셀트리온", 172'400, -87, false},
    Issue{"207940", u"삼성바이오로직스", 1'021'000, 19, false},
    Issue{"293490", u"카카오게임즈", 16'820, 143, true},
    Issue{"357780", u"솔브레인", 198'300, -311, true},
    Issue{"039030", u"이오테크닉스", 152'800, 189, true},
    Issue{"095340", u"ISC", 62'700, 266, true},
    Issue{"0004V0", u"엔비알모션", 13'240, -412, true},
};

domain::ScreenRow rowOf(std::size_t place)
{
    using domain::ScreenAxis;
    using domain::ScreenReason;
    domain::ScreenRow row;
    row.rank = static_cast<int>(place) + 1;
    if (place % 7 != 4) {
        row.previousRank = std::max(1, row.rank + static_cast<int>(place * 5 % 7) - 3);
    }
    row.symbol = symbolOf(kIssues[place].code);
    const auto wobble = static_cast<std::int64_t>(place);
    row.tradedValue = Won{(812 - wobble * 26) * 100'000'000 + 31'400'000};
    const int fade = static_cast<int>(place) / 6 * 20;
    const std::array<int, domain::kScreenAxes> points{
        std::max(20, 100 - fade), std::max(40, 100 - fade), place % 3 == 0 ? 80 : 100,
        place % 4 == 1 ? 80 : 100, std::max(20, 100 - static_cast<int>(place) % 5 * 20)};
    const std::array<std::int64_t, domain::kScreenAxes> values{
        row.tradedValue.value(), 4'310'000'000 - wobble * 140'000'000, 4'200 + wobble * 130,
        1'390 + wobble * 40, 14'200 - wobble * 700};
    for (std::size_t axis = 0; axis < domain::kScreenAxes; ++axis) {
        row.axes[axis] = {.points = points[axis],
                          .insufficient = false,
                          .estimated = axis == 3 && place > 20,
                          .value = values[axis]};
    }
    row.eligible = place < 22;
    if (!row.eligible) {
        row.whyNot.push_back({.reason = ScreenReason::TurnoverTooLow,
                              .axis = ScreenAxis::Turnover,
                              .value = 310'000'000 + wobble * 1'000'000,
                              .limit = 500'000'000});
        if (place % 2 == 1) {
            row.whyNot.push_back({.reason = ScreenReason::MomentumTooLow,
                                  .axis = ScreenAxis::Momentum,
                                  .value = -4'100,
                                  .limit = -3'000});
        }
    }
    if (place == kIssues.size() - 1) {
        row.axes[2] = {};
        row.whyNot.push_back({.reason = ScreenReason::InsufficientData,
                              .axis = ScreenAxis::Volatility,
                              .value = {},
                              .limit = {}});
    }
    for (std::size_t axis = 0; axis < domain::kScreenAxes; ++axis) {
        row.score += row.axes[axis].points * domain::kScreenWeights[axis];
    }
    return row;
}

domain::SymbolView liveOf(std::size_t place, Timestamp now)
{
    const Issue& issue = kIssues[place];
    domain::SymbolView live;
    live.symbol = symbolOf(issue.code);
    live.name = QString::fromUtf16(issue.name);
    live.market = issue.kosdaq ? domain::Market::Kosdaq : domain::Market::Kospi;
    live.base = Price::fromWon(issue.base);
    const std::int64_t moved = std::int64_t{issue.base} * (10'000 + issue.moveCenti) / 10'000;
    live.last = domain::roundDownToStep(Price::fromWon(moved));
    live.open = live.base;
    live.high = domain::nextUp(std::max(live.last, live.base));
    live.low = domain::nextDown(std::min(live.last, live.base));
    live.ask = domain::nextUp(live.last);
    live.bid = live.last;
    live.limits = domain::dailyLimits(live.base);
    live.viReference = live.base;
    live.accVolume = Quantity{12'345'678 - static_cast<std::int64_t>(place) * 310'000};
    live.accTurnover = Won{(812 - static_cast<std::int64_t>(place) * 26) * 100'000'000};
    live.vwapCents = (live.last.won() + live.base.won()) * 50;
    live.strengthCenti = static_cast<std::uint32_t>(13'412 - place * 290);
    live.slot.trade = place < 26;
    live.slot.quote = place < 9;
    if (!live.slot.trade) {
        live.slot.restAgeMs = 3'000 + static_cast<std::int64_t>(place) * 700;
    }
    live.inVi = place == 17;
    live.lastTrade = now;
    return live;
}

std::vector<domain::HealthItem> sampleHealth()
{
    using domain::HealthCheck;
    using domain::HealthState;
    return {
        {HealthCheck::Secrets, HealthState::Good, QStringLiteral("sim")},
        {HealthCheck::Token, HealthState::Good, QStringLiteral("2026-11-25 08:51")},
        {HealthCheck::ApprovalKey, HealthState::Good, QStringLiteral("08:50:02")},
        {HealthCheck::Feed, HealthState::Good, QStringLiteral("0.2 s")},
        {HealthCheck::Subscriptions, HealthState::Warning, QStringLiteral("37/39")},
        {HealthCheck::Instruments, HealthState::Good, QStringLiteral("2400")},
        {HealthCheck::Balance, HealthState::Pending, {}},
        {HealthCheck::Holdings, HealthState::NotApplicable, {}},
        {HealthCheck::Calendar, HealthState::Good, QStringLiteral("2026-11-24")},
        {HealthCheck::Disk, HealthState::Bad, QStringLiteral("1.2 GiB")},
        {HealthCheck::Clock, HealthState::Good, QStringLiteral("4 ms")},
    };
}

std::vector<domain::LogEntry> sampleLog()
{
    using domain::LogCode;
    using domain::Severity;
    struct Line
    {
        int minute;
        Severity severity;
        LogCode code;
        const char* symbol;
        QStringList arguments;
    };
    const std::vector<Line> lines{
        {-10, Severity::Info, LogCode::Started, "", {QStringLiteral("sim")}},
        {-10,
         Severity::Info,
         LogCode::InstrumentsLoaded,
         "",
         {QStringLiteral("2400"), QStringLiteral("0")}},
        {-9, Severity::Info, LogCode::TokenReady, "", {QStringLiteral("2026-11-25 08:51")}},
        {-9, Severity::Notice, LogCode::FeedConnected, "", {QStringLiteral("37")}},
        {0, Severity::Notice, LogCode::SessionPhaseChanged, "", {QStringLiteral("3")}},
        {1,
         Severity::Info,
         LogCode::Screened,
         "",
         {QStringLiteral("22"), QStringLiteral("81"), QStringLiteral("142")}},
        {4, Severity::Warning, LogCode::ViStarted, "108490", {QStringLiteral("108490")}},
        {7,
         Severity::Warning,
         LogCode::DataGap,
         "028300",
         {QStringLiteral("028300"), QStringLiteral("1240"), QStringLiteral("7")}},
        {9, Severity::Critical, LogCode::FeedLost, "", {QStringLiteral("connection reset")}},
        {9, Severity::Notice, LogCode::FeedReconnected, "", {QStringLiteral("2.4")}},
    };
    std::vector<domain::LogEntry> log;
    for (const Line& line : lines) {
        log.push_back({.number = log.size() + 1,
                       .time = seoul(9, 0) + std::chrono::minutes{line.minute},
                       .severity = line.severity,
                       .code = line.code,
                       .symbol = *line.symbol == '\0' ? Symbol{} : symbolOf(line.symbol),
                       .arguments = line.arguments});
    }
    return log;
}
}  // namespace

Symbol symbolOf(const char* code)
{
    const std::optional<Symbol> symbol = Symbol::parse(std::string_view{code});
    Q_ASSERT(symbol);
    return *symbol;
}

Timestamp seoul(int hour, int minute, int second)
{
    using namespace std::chrono;
    return domain::fromKst(domain::TradingDate{year{2026}, month{11}, day{24}},
                           domain::timeOfDay(hour, minute, second));
}

std::shared_ptr<const domain::ClosedBars> sampleBars(int count, domain::Interval interval,
                                                     std::int32_t startPrice, Timestamp end,
                                                     std::uint32_t seed)
{
    std::mt19937 random{seed};
    std::normal_distribution<double> step{0.0, 0.0012};
    std::gamma_distribution<double> size{1.6, 9'000.0};
    const int minutes = static_cast<int>(interval);
    const auto endMinute = std::chrono::floor<std::chrono::minutes>(end).time_since_epoch().count();
    // Backwards over trading minutes only: a session is 09:00 to 15:20.
    std::vector<std::int32_t> starts;
    for (std::int64_t minute = endMinute / minutes * minutes - minutes;
         static_cast<int>(starts.size()) < count; minute -= minutes) {
        const auto ofDay = std::chrono::floor<std::chrono::minutes>(
            domain::kstTimeOfDay(Timestamp{std::chrono::minutes{minute}}));
        const std::chrono::weekday weekday{
            std::chrono::sys_days{domain::kstDate(Timestamp{std::chrono::minutes{minute}})}};
        const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        if (!weekend && ofDay.count() >= 9 * 60 && ofDay.count() < 15 * 60 + 20) {
            starts.push_back(static_cast<std::int32_t>(minute));
        }
    }
    std::reverse(starts.begin(), starts.end());

    auto closed = std::make_shared<domain::ClosedBars>();
    double price = startPrice;
    double paid = 0;
    double shares = 0;
    const auto onStep = [](double value) {
        return static_cast<std::int32_t>(
            domain::roundDownToStep(Price::fromWon(std::llround(value))).won());
    };
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const double open = price;
        const double drift = 0.0006 * std::sin(static_cast<double>(i) / 23.0);
        const double close = open * (1.0 + drift + step(random) * std::sqrt(minutes));
        const double reach = std::abs(step(random)) * open * 0.8;
        Bar bar;
        bar.startMinute = starts[i];
        bar.open = onStep(open);
        bar.close = onStep(close);
        bar.high = std::max({bar.open, bar.close, onStep(std::max(open, close) + reach)});
        bar.low = std::min({bar.open, bar.close, onStep(std::min(open, close) - reach)});
        bar.volume = std::llround(size(random) * minutes) + 100;
        bar.turnover = bar.volume * (bar.high + bar.low) / 2;
        bar.tradesAndFlags = 40;
        if (i < starts.size() / 2) {
            bar.mark(Bar::kWarmUp);
        }
        const bool gap = i + 12 == starts.size() || i + 13 == starts.size();
        if (gap) {
            bar.mark(Bar::kGap);
        }
        if (i + 20 == starts.size()) {
            bar.mark(Bar::kRevised);
        }
        paid += static_cast<double>(bar.turnover);
        shares += static_cast<double>(bar.volume);
        closed->bars.push_back(bar);
        closed->vwapCents.push_back(std::llround(paid / shares * 100.0));
        closed->gapShares.push_back(gap ? 1'240 : 0);
        price = close;
    }
    return closed;
}

domain::ChartView sampleChart(int pane, domain::ChartRequest request, int bars)
{
    std::size_t place = 0;
    for (std::size_t i = 0; i < kIssues.size(); ++i) {
        if (symbolOf(kIssues[i].code) == request.symbol) {
            place = i;
        }
    }
    domain::ChartView view;
    view.pane = pane;
    view.request = request;
    view.revision = 1;
    const Timestamp now = seoul(13, 5, 53);
    view.live = liveOf(place, now);
    const auto closed = sampleBars(bars, request.interval, kIssues[place].base, now,
                                   static_cast<std::uint32_t>(place) + 1);
    view.closed = closed;
    const int minutes = static_cast<int>(request.interval);
    const auto minute = static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count());
    Bar forming;
    forming.startMinute = minute / minutes * minutes;
    const std::int32_t open =
        closed->bars.empty() ? kIssues[place].base : closed->bars.back().close;
    const auto step = static_cast<std::int32_t>(domain::priceStep(Price::fromWon(open)).won);
    forming.open = open;
    forming.high = open + 3 * step;
    forming.low = open - step;
    forming.close = open + 2 * step;
    forming.volume = 8'000;
    forming.turnover = std::int64_t{forming.volume} * forming.close;
    forming.tradesAndFlags = 12;
    view.forming = forming;
    view.live.last = Price::fromWon(forming.close);
    view.live.vwapCents =
        closed->vwapCents.empty() ? forming.close * 100 : closed->vwapCents.back() + 700;
    return view;
}

domain::DeskSnapshot sampleDesk()
{
    domain::DeskSnapshot desk;
    desk.number = 1;
    desk.now = seoul(13, 5, 53);
    desk.environment = domain::EnvironmentKind::Sim;
    desk.accountMasked = QStringLiteral("500*****-01");
    desk.configHash = QStringLiteral("3f9a12bc").repeated(8);
    desk.date = domain::kstDate(desk.now);
    desk.session = {.phase = domain::SessionPhase::Continuous,
                    .nextAt = seoul(15, 20),
                    .next = domain::SessionPhase::ClosingAuction};
    desk.feed = {.state = domain::FeedState::Live,
                 .detail = {},
                 .frames = 4'211'903,
                 .records = 5'120'331,
                 .wanted = 39,
                 .acknowledged = 37,
                 .lastFrame = desk.now - std::chrono::milliseconds{212}};
    desk.slotsMax = 39;
    desk.broker = {.token = domain::TokenState::Valid,
                   .tokenUntil = seoul(8, 51) + std::chrono::hours{24},
                   .callsLastSecond = 2,
                   .callsPerSecondMax = 15,
                   .queued = 4,
                   .calls = 3'120,
                   .failures = 2,
                   .detail = {}};
    desk.engine = {.eventsApplied = 5'300'412,
                   .recordsPerSecond = 412.3,
                   .framesPerSecond = 312.4,
                   .decisionNsP50 = 1'320,
                   .decisionNsP99 = 3'410,
                   .gapSharesTotal = 1'240,
                   .dataGaps = 1,
                   .clockOffsetMs = 4,
                   .diskFreeMiB = 81'920};
    auto screen = std::make_shared<domain::ScreenResult>();
    screen->at = seoul(13, 5);
    for (std::size_t place = 0; place < kIssues.size(); ++place) {
        screen->rows.push_back(rowOf(place));
        desk.symbols.push_back(liveOf(place, desk.now));
    }
    screen->funnel.pool = 142;
    screen->funnel.excluded[static_cast<std::size_t>(domain::ScreenReason::NotAStock)] = 31;
    screen->funnel.excluded[static_cast<std::size_t>(domain::ScreenReason::Preferred)] = 6;
    screen->funnel.excluded[static_cast<std::size_t>(domain::ScreenReason::PriceTooLow)] = 12;
    screen->funnel.excluded[static_cast<std::size_t>(domain::ScreenReason::Warning)] = 9;
    screen->funnel.excluded[static_cast<std::size_t>(domain::ScreenReason::Halted)] = 3;
    screen->funnel.scored = 81;
    screen->funnel.eligible = 22;
    screen->funnel.subscribed = 37;
    desk.screen = screen;
    desk.selected = symbolOf("005930");
    for (int pane = 0; pane < 4; ++pane) {
        desk.charts.push_back(
            sampleChart(pane, {.symbol = desk.selected,
                               .interval = domain::kIntervals[static_cast<std::size_t>(pane)]}));
    }
    desk.health = sampleHealth();
    domain::TradingView trading = sampleTrading();
    for (domain::FlattenRow& row : trading.flatten) {
        for (const domain::SymbolView& view : desk.symbols) {
            row.name = view.symbol == row.symbol ? view.name : row.name;
        }
    }
    desk.trading = std::make_shared<const domain::TradingView>(std::move(trading));
    desk.rules = std::make_shared<const domain::RulesView>(sampleRules());
    desk.log = std::make_shared<const std::vector<domain::LogEntry>>(sampleLog());
    return desk;
}

std::vector<domain::Instrument> sampleInstruments()
{
    std::vector<domain::Instrument> instruments;
    for (const Issue& issue : kIssues) {
        domain::Instrument instrument;
        instrument.symbol = symbolOf(issue.code);
        instrument.name = QString::fromUtf16(issue.name);
        instrument.market = issue.kosdaq ? domain::Market::Kosdaq : domain::Market::Kospi;
        instrument.reference = Price::fromWon(issue.base);
        instruments.push_back(instrument);
    }
    return instruments;
}
}  // namespace test
