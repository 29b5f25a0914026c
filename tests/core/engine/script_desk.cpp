#include "tests/core/engine/script_desk.h"

#include "core/config/config_file.h"
#include "core/domain/price_steps.h"
#include "core/orders/fact_words.h"
#include "core/orders/order_state.h"
#include "core/rules/pattern.h"
#include "core/sim/listing.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTest>

#include <algorithm>

namespace test
{
using core::base::Done;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Status;

namespace
{
Error wrong(const QString& what)
{
    return {ErrorCode::Refused, what};
}

std::optional<QString> differs(bool same, const QString& found)
{
    return same ? std::nullopt : std::optional{found};
}

std::optional<QString> differs(std::int64_t found, const QString& wanted)
{
    return differs(found == wanted.toLongLong(), QString::number(found));
}

std::optional<QString> atMost(std::int64_t found, const QString& most)
{
    return differs(found <= most.toLongLong(), QString::number(found));
}

domain::TaxTable taxes()
{
    QFile file{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return *domain::TaxTable::fromJson(file.readAll());
}
}  // namespace

ScriptDesk::~ScriptDesk()
{
    m_session.reset();
    m_simulator.reset();
}

template <typename Enough>
bool ScriptDesk::waitFor(Enough enough, int machineMs)
{
    return QTest::qWaitFor(
        [&] {
            take();
            return m_shot && enough();
        },
        machineMs);
}

void ScriptDesk::take()
{
    if (!m_session) {
        return;
    }
    if (domain::SnapshotPtr next = m_session->takeSnapshot()) {
        m_shot = std::move(next);
    }
}

domain::Timestamp ScriptDesk::marketNow() const
{
    const core::base::MachineClock machine;
    return m_endpoint ? m_endpoint->marketTimeAt(machine.monotonic()) : domain::Timestamp{};
}

domain::TimeOfDay ScriptDesk::now() const
{
    return domain::kstTimeOfDay(marketNow());
}

Status ScriptDesk::start(const sim::ScriptLine& line)
{
    sim::SimulatorOptions options;
    options.profile = line.words[0] == u"mock" ? sim::Profile::Mock : sim::Profile::Real;
    options.start = domain::parseTimeOfDay(line.words[1]).value_or(domain::timeOfDay(10, 0));
    options.date = domain::parseDate(u"2025-09-02");
    options.speed = m_speed;
    options.instruments = 18;  // Few enough that each has its trade and its quote slot.
    options.taxes = taxes();
    options.knobs.tokenInterval = std::chrono::milliseconds{0};
    options.knobs.approvalInterval = std::chrono::milliseconds{0};
    options.knobs.sessionLinger = std::chrono::milliseconds{0};
    for (const QString& word : line.words.mid(2)) {
        const QString value = word.section(u'=', 1);
        if (word.startsWith(u"cash=")) {
            options.startCash = domain::Won{value.toLongLong()};
        } else if (word.startsWith(u"seed=")) {
            options.seed = value.toULongLong();
        } else if (word.startsWith(u"speed=")) {
            options.speed = value.toDouble();
        } else if (word.startsWith(u"holding=")) {
            const QStringList parts = value.split(u':');
            const auto symbol = domain::Symbol::parse(QStringView{parts.value(0)});
            if (!symbol || parts.size() != 3) {
                return wrong(QStringLiteral("no holding: %1").arg(word));
            }
            const std::int64_t shares = parts[1].toLongLong();
            options.holdings.push_back({.symbol = *symbol,
                                        .quantity = domain::Quantity{shares},
                                        .cost = domain::Won{shares * parts[2].toLongLong()}});
        }
    }
    for (const sim::Listing& listing :
         sim::makeListings(options.seed, options.instruments, *options.date, {})) {
        m_listed.push_back(listing.symbol());
    }
    m_simulator = std::make_unique<core::engine::WorkerThread<sim::Simulator>>(
        QStringLiteral("sim"), std::make_unique<sim::Simulator>(options));
    QObject context;
    QObject::connect(m_simulator->root(), &sim::Simulator::ready, &context,
                     [this](const sim::SimulatorEndpoint& endpoint) { m_endpoint = endpoint; });
    m_simulator->begin();
    if (!test::comes([this] { return m_endpoint.has_value(); })) {
        return wrong(QStringLiteral("the simulator does not start"));
    }
    return open();
}

Status ScriptDesk::open()
{
    core::engine::SessionOptions options;
    options.config = core::config::defaultConfig(domain::EnvironmentKind::Sim);
    options.dataFolder = m_folder.path();
    options.joined = m_endpoint;
    options.taxes = taxes();
    m_shot.reset();
    m_session = std::make_unique<core::engine::Session>(options);
    m_session->start();
    // A script plays hand orders: what the rules would do on top is not in it.
    m_session->perform(domain::SetMaster{domain::AutoState::Off});
    const bool ready = waitFor([this] {
        return m_shot->broker.token == domain::TokenState::Valid
               && std::none_of(view().gate.reasons.begin(), view().gate.reasons.end(),
                               [](const domain::GateReason& reason) {
                                   return reason.cause == domain::GateCause::NotReconciled
                                          || reason.cause == domain::GateCause::Feed
                                          || reason.cause == domain::GateCause::Notices;
                               });
    });
    return ready ? Status{Done{}} : wrong(QStringLiteral("the terminal does not get ready"));
}

Status ScriptDesk::watch(const domain::Symbol& symbol)
{
    m_session->selectSymbol(symbol);
    m_session->watchChart(0, {symbol, domain::Interval::M1});
    const bool there = waitFor([&] {
        return view().ladder.symbol == symbol && view().ladder.live && view().ladder.book
               && m_shot->selected == symbol;
    });
    if (!there) {
        return wrong(QStringLiteral("no prices of %1").arg(symbol.toString()));
    }
    // As a trader would: nothing is ordered before the ticket says that it may be.
    domain::OrderRequest one;
    one.symbol = symbol;
    one.quantity = domain::Quantity{1};
    one.price = view().ladder.book->bids.front().price;
    m_session->perform(domain::PreviewOrder{++m_asks, one});
    (void)waitFor([this] { return view().preview && view().preview->allowed; }, 10'000);
    m_session->perform(domain::PreviewOrder{});
    return Done{};
}

std::optional<domain::Price> ScriptDesk::priceOf(const domain::Symbol& symbol,
                                                 const QString& word) const
{
    if (word == u"0") {
        return std::nullopt;
    }
    const auto at =
        std::find_if(m_shot->symbols.begin(), m_shot->symbols.end(),
                     [&symbol](const domain::SymbolView& one) { return one.symbol == symbol; });
    const domain::SymbolView figures = at == m_shot->symbols.end() ? domain::SymbolView{} : *at;
    qsizetype name = 0;
    while (name < word.size() && word[name].isLetter()) {
        ++name;
    }
    const QString base = word.left(name);
    domain::Price price = domain::Price::fromWon(name == 0 ? word.toLongLong() : 0);
    if (base == u"ask") {
        price = figures.ask;
    } else if (base == u"bid") {
        price = figures.bid;
    } else if (base == u"last") {
        price = figures.last;
    } else if (base == u"upper") {
        price = figures.limits.upper;
    } else if (base == u"lower") {
        price = figures.limits.lower;
    }
    if (name > 0) {
        int steps = word.mid(name).toInt();
        for (; steps > 0; --steps) {
            price = domain::nextUp(price, figures.steps);
        }
        for (; steps < 0; ++steps) {
            price = domain::nextDown(price, figures.steps);
        }
    }
    return price;
}

Status ScriptDesk::place(const sim::ScriptLine& line, domain::Side side)
{
    const auto symbol = domain::Symbol::parse(QStringView{line.words[1]});
    if (!symbol) {
        return wrong(QStringLiteral("no code: %1").arg(line.words[1]));
    }
    take();
    domain::OrderRequest request;
    request.symbol = *symbol;
    request.side = side;
    request.quantity = domain::Quantity{line.words[2].toLongLong()};
    request.rule = QStringLiteral("HAND");
    request.price = priceOf(*symbol, line.words[3]);
    for (const QString& word : line.words.mid(4)) {
        if (word == u"market") {
            request.type = domain::OrderType::Market;
            request.price.reset();
        } else if (word == u"best") {
            request.type = domain::OrderType::Best;
            request.price.reset();
        } else if (word == u"ioc") {
            request.timeInForce = domain::TimeInForce::Ioc;
        } else if (word == u"fok") {
            request.timeInForce = domain::TimeInForce::Fok;
        }
    }
    return send(line.words[0], request);
}

Status ScriptDesk::send(const QString& alias, const domain::OrderRequest& request)
{
    take();
    for (const domain::Order& known : view().orders) {
        m_seen.insert(known.id);
    }
    m_session->perform(domain::PlaceOrder{request});
    const bool there = waitFor([&] {
        for (const domain::Order& known : view().orders) {
            domain::OrderRequest asked = known.request;
            asked.decided = request.decided;  // What the desk saw is its own addition.
            asked.seen = request.seen;
            if (asked == request && !m_seen.contains(known.id)
                && known.state != domain::OrderState::External) {
                m_orders[alias] = known.id;
                return true;
            }
        }
        return false;
    });
    return there ? Status{Done{}} : wrong(QStringLiteral("the order %1 never shows").arg(alias));
}

const domain::Order* ScriptDesk::order(const QString& alias) const
{
    const auto id = m_orders.find(alias);
    if (id == m_orders.end() || !m_shot) {
        return nullptr;
    }
    const auto at = std::find_if(view().orders.begin(), view().orders.end(),
                                 [&id](const domain::Order& one) { return one.id == id->second; });
    return at == view().orders.end() ? nullptr : &*at;
}

void ScriptDesk::release()
{
    for (const domain::GateReason& reason : view().gate.reasons) {
        if (reason.sticky) {
            m_session->perform(domain::ConfirmGate{reason.cause});
        }
    }
    m_session->perform(domain::ReleaseKill{QStringLiteral("UNLOCK")});
}

void ScriptDesk::letRulesTrade(const QStringList& words)
{
    for (const domain::Symbol& listed : m_listed) {
        if (words.size() == 2 && listed.toString() != words[1]) {
            m_session->perform(domain::SetAutomation{listed, domain::AutoState::Off});
        }
    }
    m_session->perform(
        domain::SetMaster{words[0] == u"off" ? domain::AutoState::Off : domain::AutoState::On});
}

Status ScriptDesk::act(const sim::ScriptLine& line)
{
    const QString& verb = line.verb;
    if (verb == u"start") {
        return start(line);
    }
    take();
    if (verb == u"watch") {
        const auto symbol = domain::Symbol::parse(QStringView{line.words[0]});
        return symbol ? watch(*symbol) : wrong(QStringLiteral("no code"));
    }
    if (verb == u"buy" || verb == u"sell") {
        return place(line, verb == u"buy" ? domain::Side::Buy : domain::Side::Sell);
    }
    if (verb == u"rules") {
        letRulesTrade(line.words);
        return Done{};
    }
    if (verb == u"kill") {
        m_session->perform(domain::Kill{domain::KillLevel::CancelBuys, {}});
        return Done{};
    }
    if (verb == u"flatten") {
        std::vector<domain::Symbol> ours;
        for (const domain::FlattenRow& row : view().flatten) {
            ours.push_back(row.symbol);  // The trader ticks what was bought elsewhere, too.
        }
        m_session->perform(domain::Kill{domain::KillLevel::FlattenAndLock, ours});
        return Done{};
    }
    if (verb == u"release") {
        release();
        return Done{};
    }
    if (verb == u"crash") {
        m_session.reset();
        return open();
    }
    const domain::Order* known = order(line.words.value(0));
    if (known == nullptr) {
        return wrong(QStringLiteral("no order %1 for \"%2\"").arg(line.words.value(0), verb));
    }
    if (verb == u"again") {
        // The name stays with the first: the second is expected to be refused.
        return send(line.words[0] + u'\'', domain::OrderRequest{known->request});
    }
    if (verb == u"cancel") {
        m_session->perform(domain::CancelOrder{known->id});
    } else if (verb == u"amend") {
        const auto price = priceOf(known->request.symbol, line.words[1]);
        m_session->perform(domain::AmendOrder{known->id, price.value_or(domain::Price{})});
    } else if (verb == u"pick") {
        domain::BrokerOrderId chosen;
        if (line.words[1] == u"found" && m_simulator) {
            for (const sim::BrokerOrder& one : m_simulator->root()->truth()->snapshot().orders) {
                if (one.symbol == known->request.symbol && !one.external) {
                    chosen = domain::BrokerOrderId::fromWire(QString::number(one.number));
                }
            }
        }
        m_session->perform(domain::ResolveOrder{known->id, chosen});
    } else {
        return wrong(QStringLiteral("this host cannot do \"%1\"").arg(verb));
    }
    return Done{};
}

Status ScriptDesk::fault(const QString& line)
{
    Status result = Done{};
    sim::Simulator* root = m_simulator->root();
    QMetaObject::invokeMethod(
        root, [&result, root, line] { result = root->control(line); },
        Qt::BlockingQueuedConnection);
    return result;
}

Status ScriptDesk::advance(std::chrono::milliseconds by)
{
    const domain::Timestamp until = marketNow() + by;
    (void)waitFor([this, until] { return marketNow() >= until; }, 600'000);
    return Done{};
}

std::optional<QString> ScriptDesk::orderMismatch(const QStringList& words) const
{
    const domain::Order* known = order(words[0]);
    if (known == nullptr) {
        return QStringLiteral("no order %1").arg(words[0]);
    }
    if (words[1] == u"filled" && words.size() == 3) {
        return differs(known->filled.shares(), words.value(2));
    }
    if (words[1] == u"code") {
        return differs(known->code == words.value(2), known->code);
    }
    const QString state{core::orders::toText(known->state)};
    return differs(state == words[1],
                   QStringLiteral("%1 (%2 %3)").arg(state, known->code, known->text));
}

std::optional<QString> ScriptDesk::truthMismatch(const QStringList& words) const
{
    const sim::TruthSnapshot truth = m_simulator->root()->truth()->snapshot();
    const auto count = [&truth](auto&& which) {
        return std::count_if(truth.orders.begin(), truth.orders.end(), which);
    };
    if (words[0] == u"orders") {
        return differs(count([](const sim::BrokerOrder& one) {
                           return one.kind == sim::RowKind::New && !one.external;
                       }),
                       words[1]);
    }
    if (words[0] == u"open") {
        return differs(count([](const sim::BrokerOrder& one) { return one.isWorking(); }),
                       words[1]);
    }
    std::int64_t filled = 0;
    for (const sim::BrokerOrder& one : truth.orders) {
        if (one.symbol.toString() == words[1]) {
            filled += one.figures.filled;
        }
    }
    return differs(filled, words.value(2));
}

std::optional<QString> ScriptDesk::equalMismatch() const
{
    const sim::TruthSnapshot truth = m_simulator->root()->truth()->snapshot();
    std::map<domain::Symbol, std::int64_t> ours;
    for (const domain::Position& position : view().positions) {
        if (position.quantity.shares() != 0) {
            ours[position.symbol] = position.quantity.shares();
        }
    }
    std::map<domain::Symbol, std::int64_t> theirs;
    for (const auto& [symbol, shares] : truth.positions) {
        if (shares != 0) {
            theirs[symbol] = shares;
        }
    }
    if (ours != theirs) {
        return QStringLiteral("other positions");
    }
    std::int64_t open = 0;
    std::int64_t filled = 0;
    for (const domain::Order& one : view().orders) {
        open += one.remaining().shares();
        filled += one.filled.shares();
    }
    std::int64_t theirOpen = 0;
    std::int64_t theirFilled = 0;
    for (const sim::BrokerOrder& one : truth.orders) {
        theirOpen += one.isWorking() ? one.remaining() : 0;
        theirFilled += one.figures.filled;
    }
    if (open != theirOpen || filled != theirFilled) {
        return QStringLiteral("%1 open and %2 filled here, %3 and %4 there")
            .arg(open)
            .arg(filled)
            .arg(theirOpen)
            .arg(theirFilled);
    }
    return std::nullopt;
}

std::optional<QString> ScriptDesk::alarmMismatch(const QString& word) const
{
    for (const domain::GateReason& reason : view().gate.reasons) {
        if (core::orders::wordOf(reason.cause) == word) {
            return std::nullopt;
        }
    }
    using domain::LogCode;
    const std::map<QString, LogCode> codes{{QStringLiteral("unknown"), LogCode::OrderUnknown},
                                           {QStringLiteral("late"), LogCode::OrderAppearedLate},
                                           {QStringLiteral("absent"), LogCode::OrderAbsent},
                                           {QStringLiteral("ambiguous"), LogCode::OrderAmbiguous},
                                           {QStringLiteral("exit"), LogCode::ExitLate},
                                           {QStringLiteral("locked"), LogCode::LimitLocked},
                                           {QStringLiteral("glitch"), LogCode::IllegalOrderStep},
                                           {QStringLiteral("external"), LogCode::ExternalOrder},
                                           {QStringLiteral("holding"), LogCode::HoldingMismatch},
                                           {QStringLiteral("schema"), LogCode::SchemaDrift},
                                           {QStringLiteral("bad_frame"), LogCode::BadFrame},
                                           {QStringLiteral("cancel"), LogCode::CancelRefused}};
    const auto wanted = codes.find(word);
    for (const domain::LogEntry& entry : *m_shot->log) {
        if (wanted != codes.end() && entry.code == wanted->second) {
            return std::nullopt;
        }
    }
    return QStringLiteral("no alarm \"%1\"").arg(word);
}

std::optional<QString> ScriptDesk::decisionMismatch(const QStringList& words) const
{
    const std::map<QString, domain::Verdict> verdicts{
        {QStringLiteral("take"), domain::Verdict::Take},
        {QStringLiteral("refuse"), domain::Verdict::Refuse},
        {QStringLiteral("note"), domain::Verdict::Note}};
    const auto verdict = verdicts.find(words[2]);
    if (verdict == verdicts.end()) {
        return QStringLiteral("no verdict: %1").arg(words[2]);
    }
    const QStringList rules = words[1].split(u'|');
    std::int64_t count = 0;
    QStringList others;
    QStringList failing;
    for (const auto& one : *m_shot->rules->decisions) {
        if (one->symbol.toString() != words[0]) {
            continue;
        }
        if (one->verdict == verdict->second) {
            count += rules.contains(one->rule) ? 1 : 0;
            others.append(one->rule);
        } else if (rules.contains(one->rule)) {
            failing = {domain::timeText(domain::kstTimeOfDay(one->at))};
            for (const domain::Condition& condition : one->conditions) {
                if (!domain::says(condition.outcome)) {
                    failing += QStringLiteral("%1=%2").arg(
                        condition.id, condition.value ? QString::number(*condition.value)
                                                      : QStringLiteral("missing"));
                }
            }
        }
    }
    others.removeDuplicates();
    return differs(count == words[3].toLongLong(),
                   QStringLiteral("%1 (there is %2; last refused by %3)")
                       .arg(QString::number(count), others.join(u' '), failing.join(u' ')));
}

std::optional<QString> ScriptDesk::metMismatch(const QStringList& words) const
{
    const domain::DecisionList& all = *m_shot->rules->decisions;
    const auto newest = std::find_if(all.rbegin(), all.rend(), [&words](const auto& one) {
        return one->symbol.toString() == words[0] && one->rule == words[1]
               && one->verdict == domain::Verdict::Take;
    });
    if (newest == all.rend()) {
        return QStringLiteral("none was taken");
    }
    QStringList met;
    for (const domain::Condition& one : (*newest)->conditions) {
        if (one.outcome == domain::CheckOutcome::Pass) {
            met.append(one.id);
        }
    }
    const bool whole = (*newest)->conditions.size() == static_cast<std::size_t>(met.size());
    return differs(whole && met.size() == words[2].toLongLong(), met.join(u' '));
}

std::optional<QString> ScriptDesk::movesMismatch(const QStringList& words) const
{
    QStringList seen;
    qsizetype next = 1;
    for (const auto& one : *m_shot->rules->decisions) {
        if (one->kind == domain::DecisionKind::Pattern && one->symbol.toString() == words[0]) {
            const QString state{core::rules::toText(one->state)};
            seen.append(state);
            next += state == words.value(next) ? 1 : 0;
        }
    }
    return differs(next == words.size(), seen.join(u' '));
}

std::optional<QString> ScriptDesk::mismatch(const sim::ScriptLine& line)
{
    take();
    const QString& verb = line.verb;
    const QStringList& words = line.words;
    const auto counters = m_simulator->root()->counters();
    if (verb == u"order") {
        return orderMismatch(words);
    }
    if (verb == u"position") {
        std::int64_t held = 0;
        for (const domain::Position& position : view().positions) {
            held += position.symbol.toString() == words[0] ? position.quantity.shares() : 0;
        }
        return differs(held, words[1]);
    }
    if (verb == u"posts") {
        const sim::TruthSnapshot truth = m_simulator->root()->truth()->snapshot();
        return differs(std::count_if(truth.posts.begin(), truth.posts.end(),
                                     [&words](const sim::TruthPost& post) {
                                         return QString::fromLatin1(sim::kindText(post.kind))
                                                == words[0];
                                     }),
                       words[1]);
    }
    if (verb == u"truth") {
        return truthMismatch(words);
    }
    if (verb == u"gate") {
        const QString names[] = {QStringLiteral("open"), QStringLiteral("exit_only"),
                                 QStringLiteral("halt"), QStringLiteral("view")};
        const QString& found = names[static_cast<std::size_t>(view().gate.state)];
        return differs(found == words[0], found);
    }
    if (verb == u"frozen") {
        const bool frozen = std::any_of(
            view().gate.frozen.begin(), view().gate.frozen.end(),
            [&words](const domain::FrozenCode& one) { return one.symbol.toString() == words[0]; });
        return differs(frozen == (words[1] == u"yes"),
                       frozen ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    if (verb == u"data") {
        const bool up = (m_shot->feed.state == domain::FeedState::Live
                         || m_shot->feed.state == domain::FeedState::Registering)
                        && !m_shot->feed.stale;
        const bool gap = m_shot->engine.dataGaps > 0;
        const bool holds = words[0] == u"gap" ? gap : (words[0] == u"fresh") == up;
        return differs(holds, QStringLiteral("%1, %2 gaps").arg(up ? u"up" : u"down").arg(gap));
    }
    if (verb == u"feed") {
        const bool up = m_shot->feed.state == domain::FeedState::Live;
        return differs(up == (words[0] == u"up"),
                       QString::number(static_cast<int>(m_shot->feed.state)));
    }
    if (verb == u"slots") {
        return differs(std::int64_t{m_shot->feed.acknowledged}, words[0]);
    }
    if (verb == u"token") {
        const QString names[] = {QStringLiteral("none"), QStringLiteral("waiting"),
                                 QStringLiteral("valid"), QStringLiteral("failed")};
        const QString& found = names[static_cast<std::size_t>(m_shot->broker.token)];
        return differs(found == words[0], found);
    }
    if (verb == u"tokens") {
        return atMost(counters->tokenRequests(), words[0]);
    }
    if (verb == u"approvals") {
        return atMost(counters->approvalRequests(), words[0]);
    }
    if (verb == u"connects") {
        return atMost(counters->connects(), words[0]);
    }
    if (verb == u"external") {
        return differs(std::count_if(view().orders.begin(), view().orders.end(),
                                     [](const domain::Order& one) {
                                         return one.state == domain::OrderState::External;
                                     }),
                       words[0]);
    }
    if (verb == u"alarm") {
        return alarmMismatch(words[0]);
    }
    if (verb == u"decision") {
        return decisionMismatch(words);
    }
    if (verb == u"met") {
        return metMismatch(words);
    }
    if (verb == u"moves") {
        return movesMismatch(words);
    }
    return equalMismatch();
}
}  // namespace test
