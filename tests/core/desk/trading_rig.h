#pragma once

#include "core/config/config_file.h"
#include "core/config/profile.h"
#include "core/desk/desk.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

/// A whole desk on a good morning, with a broker in a few lines: it accepts, rests, fills and
/// cancels as told, and answers the lists with the truth.
namespace test
{
namespace domain = core::domain;
namespace desk = core::desk;
using namespace std::chrono_literals;

inline const domain::Symbol kStock = *domain::Symbol::parse(u"005930");
inline const QString kAccount = QStringLiteral("5012345601");

/// "entry ENTRY take 14@70200 S1@68600 sent", "add ADD refuse 5@71700 P6,P7? ...": kind, rule,
/// verdict, quantity and price, what fails, the pattern's move, the shown stop, what came of it.
inline QString decisionText(const domain::Decision& decision)
{
    static const char* const kKinds[] = {"entry",   "add",  "wave",  "exit",
                                         "pattern", "stop", "guard", "shadow"};
    static const char* const kVerdicts[] = {"take", "refuse", "note"};
    static const char* const kStates[] = {"off",     "base", "risen",   "pullback",
                                          "rebreak", "void", "ordered", "added"};
    const auto word = [](const char* const* words, auto value) {
        return QString::fromLatin1(words[static_cast<std::size_t>(value)]);
    };
    QStringList words{word(kKinds, decision.kind)};
    if (!decision.rule.isEmpty()) {
        words << QString{decision.rule};
    }
    words << word(kVerdicts, decision.verdict);
    words << QStringLiteral("%1@%2").arg(decision.quantity.shares()).arg(decision.price.won());
    if (decision.kind == domain::DecisionKind::Pattern) {
        words << word(kStates, decision.from) + u'>' + word(kStates, decision.state);
    }
    QStringList failing;
    for (const domain::Condition& one : decision.conditions) {
        const bool isFiring = decision.kind == domain::DecisionKind::Exit
                              || decision.kind == domain::DecisionKind::Guard;
        if (!isFiring && !domain::says(one.outcome)) {
            failing << QString{one.id}
                           + (one.outcome == domain::CheckOutcome::Insufficient
                                  ? QStringLiteral("?")
                                  : QString{})
                           + (one.detail.isEmpty() ? QString{} : u'=' + QString{one.detail});
        }
    }
    if (!failing.isEmpty()) {
        words << failing.join(u',');
    }
    if (!decision.why.isEmpty()) {
        words << QString{decision.why};
    }
    if (decision.stop.won() > 0) {
        words << QStringLiteral("%1@%2").arg(QString{decision.binding}).arg(decision.stop.won());
    }
    if (decision.approved) {
        words << QStringLiteral("approved");
    }
    if (decision.order.event > 0) {
        words << QStringLiteral("sent");
    }
    return words.join(u' ');
}

class TradingRig
{
public:
    using Tweak = std::function<void(core::config::Config&)>;

    /// `late`: the morning begins, and all of it is, so much later.
    explicit TradingRig(domain::EnvironmentKind environment = domain::EnvironmentKind::Sim,
                        core::orders::LedgerContent found = {}, const QString& profile = {},
                        std::int64_t lossStreak = 0, const Tweak& tweak = {},
                        std::chrono::minutes late = {})
        : m_desk{options(environment, std::move(found), profile, lossStreak, tweak)}
    {
        m_event.number = m_desk.eventsApplied();
        now = at(8, 55) + late;
        tick();
        instruments();
        for (const domain::Stream stream :
             {domain::Stream::Notice, domain::Stream::Trade, domain::Stream::Quote}) {
            apply(domain::RegistrationChanged{
                {stream, stream == domain::Stream::Notice ? domain::Symbol{} : kStock}, true});
        }
        domain::BrokerFigures figures;
        figures.token = domain::TokenState::Valid;
        apply(figures);
        openAt(at(9, 0) + late);
    }

    /// The first twelve minutes of trading, then all that the gate waits for.
    void openAt(domain::Timestamp open)
    {
        for (int minute = 0; minute < 12; ++minute) {
            now = open + std::chrono::minutes{minute} + 1s;
            trade(70'000, 10'000);
        }
        feed();
        quote(70'000, 70'100);
        balance();
        pass(1s);
    }
    /// The next trading day, in the same run: what was bought is an opening balance, the broker
    /// numbers its orders anew, the market's sums begin at nothing.
    void nextMorning()
    {
        for (const auto& [number, row] : broker) {
            carried[row.symbol] += sharesOf(row);
        }
        broker.clear();
        m_traded.clear();
        const domain::TradingDate next = domain::kstDate(now + 24h);
        now = domain::fromKst(next, domain::timeOfDay(8, 55));
        tick();
        openAt(domain::fromKst(next, domain::timeOfDay(9, 0)));
    }

    static desk::DeskOptions options(domain::EnvironmentKind environment,
                                     core::orders::LedgerContent found, const QString& profile,
                                     std::int64_t lossStreak, const Tweak& tweak = {})
    {
        desk::DeskOptions out;
        out.config = core::config::defaultConfig(environment);
        if (!profile.isEmpty()) {
            out.config = *core::config::withProfile(out.config, profile);
        }
        out.config.guard.lossStreak = lossStreak;
        if (tweak) {
            tweak(out.config);
        }
        out.environment = environment;
        out.capabilities =
            core::config::capabilitiesOf(environment == domain::EnvironmentKind::Demo);
        out.account = kAccount;
        out.configHash = QStringLiteral("frozen");
        out.taxes = *domain::TaxTable::fromJson(
            R"({"source":"test","rates":[{"settled_from":"2025-01-01","kospi_tax":"0.00",)"
            R"("kospi_rural":"0.15","kosdaq_tax":"0.15"}]})");
        out.ledger = std::move(found);
        return out;
    }

    static domain::Timestamp at(int hour, int minute, int second = 0)
    {
        return domain::fromKst(*domain::parseDate(u"2025-09-02"),
                               domain::timeOfDay(hour, minute, second));
    }

    // --- the market ---------------------------------------------------------------------------

    void trade(std::int64_t price, std::int64_t quantity, const domain::Symbol& symbol = kStock)
    {
        Traded& day = m_traded[symbol];
        day.volume += quantity;
        day.turnover += price * quantity;
        domain::Trade record;
        record.symbol = symbol;
        record.time = std::chrono::floor<std::chrono::seconds>(now);
        record.price = domain::Price::fromWon(price);
        record.quantity = domain::Quantity{quantity};
        record.accVolume = domain::Quantity{day.volume};
        record.accTurnover = domain::Won{day.turnover};
        record.high = record.price;
        record.low = record.price;
        record.ask = domain::Price::fromWon(price + 100);
        record.bid = record.price;
        record.totalAsk = domain::Quantity{20'000};
        record.totalBid = domain::Quantity{totalBid};
        apply(record);
    }
    /// Trades of so many shares are made and never seen.
    void miss(std::int64_t quantity, const domain::Symbol& symbol = kStock)
    {
        m_traded[symbol].volume += quantity;
        m_traded[symbol].turnover += quantity * 70'000;
    }
    void quote(std::int64_t bid, std::int64_t ask, const domain::Symbol& symbol = kStock)
    {
        domain::Quote book;
        book.symbol = symbol;
        book.time = now;
        for (std::size_t level = 0; level < domain::Quote::kLevels; ++level) {
            const auto step = static_cast<std::int64_t>(level) * 100;
            if (bid > 0) {
                book.bids[level] = {domain::Price::fromWon(bid - step), domain::Quantity{2'000}};
            }
            book.asks[level] = {domain::Price::fromWon(ask + step), domain::Quantity{2'000}};
        }
        book.totalBid = domain::Quantity{bid > 0 ? totalBid : 0};
        book.totalAsk = domain::Quantity{20'000};
        apply(book);
    }
    void feed()
    {
        domain::FeedFigures figures;
        figures.state = domain::FeedState::Live;
        figures.lastFrame = now;
        apply(figures);
    }
    /// Time goes on, frames keep coming, lists and balances are answered.
    void pass(std::chrono::milliseconds span)
    {
        const domain::Timestamp end = now + span;
        while (now < end) {
            now += 100ms;
            tick();
            if ((now.time_since_epoch() % 1s).count() == 0) {
                feed();
            }
            answerLists();
        }
    }
    void tick() { apply(domain::TimerStep{}); }

    // --- the broker -----------------------------------------------------------------------------

    struct Resting
    {
        domain::BrokerOrderRow row;
    };

    /// Answers every write durable, every order accepted, every list with the truth.
    void carryOut()
    {
        for (const desk::Record& record : std::exchange(writes, {})) {
            domain::LedgerReply reply;
            reply.write = record.write;
            reply.durable = durable;
            reply.sent = durable && record.then.has_value();
            ledger.insert(ledger.end(), record.records.begin(), record.records.end());
            apply(reply);
            if (record.then && durable) {
                posts.push_back(*record.then);
                if (answers) {
                    answer(*record.then);
                }
            }
        }
        if (!writes.empty()) {
            carryOut();
        }
    }
    void answer(const domain::OutgoingOrder& out)
    {
        domain::OrderAnswer reply;
        reply.id = out.id;
        reply.leg = out.leg;
        reply.attempt = out.attempt;
        reply.what = domain::AnswerClass::Accepted;
        reply.branch = QStringLiteral("06010");
        if (out.leg == domain::OrderLeg::Cancel) {
            domain::BrokerOrderRow& row = broker.at(out.original.number());
            row.cancelled += row.remaining;
            row.remaining = {};
        } else if (refuse) {
            reply.what = domain::AnswerClass::Rejected;
            reply.reason = *refuse;
            reply.code = QStringLiteral("APBK9999");
            reply.text = QStringLiteral("no money");
        } else {
            const QString number = QString::number(100 + broker.size());
            domain::BrokerOrderRow& row = broker[number];
            row.broker = domain::BrokerOrderId::fromWire(number);
            row.symbol = out.request.symbol;
            row.side = out.request.side;
            row.type = out.request.type;
            row.timeInForce = out.request.timeInForce;
            row.quantity = out.request.quantity;
            row.price = out.request.price;
            row.time = domain::kstTimeOfDay(now);
            row.remaining = row.quantity;
            reply.broker = row.broker;
            if (out.request.type == domain::OrderType::Market) {
                fill(number, row.quantity.shares(), 70'000);
            }
        }
        apply(reply);
    }
    void fill(const QString& number, std::int64_t shares, std::int64_t price)
    {
        domain::BrokerOrderRow& row = broker.at(number);
        row.filled += domain::Quantity{shares};
        row.filledAmount += domain::Won{shares * price};
        const domain::Won amount{shares * price};
        cash = row.side == domain::Side::Buy ? cash - amount : cash + amount;
        row.remaining = row.remaining - domain::Quantity{shares};
    }
    void answerLists()
    {
        carryOut();
        for (const desk::QueryOrders& ask : std::exchange(lists, {})) {
            domain::OrderListReply reply;
            reply.kind = ask.kind;
            reply.symbol = ask.symbol.value_or(domain::Symbol{});
            reply.ask = ask.ask;
            reply.complete = true;
            reply.askedAt = now;
            reply.day = ask.day.value_or(domain::kstDate(now));
            for (const auto& [number, row] : broker) {
                reply.rows.push_back(row);
            }
            apply(reply);
        }
        if (std::exchange(balanceAsked, false)) {
            balance();
        }
        carryOut();
    }
    static std::int64_t sharesOf(const domain::BrokerOrderRow& row)
    {
        return (row.side == domain::Side::Buy ? 1 : -1) * row.filled.shares();
    }
    void balance()
    {
        domain::BalanceReply reply;
        reply.ok = true;
        reply.askedAt = now;
        reply.cash = cash;
        reply.totalAssets = cash;
        std::map<domain::Symbol, std::int64_t> held = carried;
        std::map<domain::Symbol, std::int64_t> kept;  // Held, and not to be sold.
        held[kStock] += otherShares;
        kept[kStock] += blockedShares;
        for (const auto& [number, row] : broker) {
            held[row.symbol] += sharesOf(row);
            kept[row.symbol] += row.side == domain::Side::Sell ? row.remaining.shares() : 0;
        }
        for (const auto& [symbol, shares] : held) {
            if (shares != 0) {
                reply.rows.push_back({.symbol = symbol,
                                      .quantity = domain::Quantity{shares},
                                      .sellable = domain::Quantity{shares - kept[symbol]},
                                      .cost = domain::Won{shares * 70'000},
                                      .last = domain::Price::fromWon(70'000)});
            }
        }
        apply(reply);
    }

    // --- the trader -----------------------------------------------------------------------------

    template <typename Payload>
    void apply(Payload payload)
    {
        ++m_event.number;
        m_event.time = now;
        m_event.payload = std::move(payload);
        const auto span = m_desk.apply(m_event);
        const std::vector<desk::Effect> effects{span.begin(), span.end()};
        for (const desk::Effect& effect : effects) {
            if (listener) {
                listener(effect);
            }
            if (const auto* record = std::get_if<desk::Record>(&effect)) {
                writes.push_back(*record);
            } else if (const auto* list = std::get_if<desk::QueryOrders>(&effect)) {
                lists.push_back(*list);
            } else if (std::holds_alternative<desk::QueryBalance>(effect)) {
                balanceAsked = true;
            } else if (const auto* report = std::get_if<desk::Report>(&effect)) {
                told.push_back(report->entry);
            } else if (const auto* one = std::get_if<desk::Remember>(&effect)) {
                news.push_back(*one);
            }
        }
    }
    void buy(std::int64_t shares, std::int64_t price, const domain::Symbol& symbol = kStock)
    {
        apply(domain::PlaceOrder{{.symbol = symbol,
                                  .side = domain::Side::Buy,
                                  .quantity = domain::Quantity{shares},
                                  .price = domain::Price::fromWon(price),
                                  .rule = QStringLiteral("HAND")}});
        carryOut();
    }
    void sell(std::int64_t shares, std::int64_t price, const domain::Symbol& symbol = kStock)
    {
        apply(domain::PlaceOrder{{.symbol = symbol,
                                  .side = domain::Side::Sell,
                                  .quantity = domain::Quantity{shares},
                                  .price = domain::Price::fromWon(price),
                                  .rule = QStringLiteral("HAND")}});
        carryOut();
    }
    /// Ten shares bought and settled.
    void hold(std::int64_t shares = 10)
    {
        buy(shares, 70'100);
        fill(QString::number(99 + broker.size()), shares, 70'100);
        pass(6s);
    }

    domain::TradingView view() { return *m_desk.snapshot({}, 1.0)->trading; }
    domain::RulesViewPtr rules() { return m_desk.snapshot({}, 1.0)->rules; }
    /// Every decision from `from` on, as `decisionText` says it.
    QStringList decisions(std::size_t from = 0)
    {
        QStringList lines;
        const domain::RulesViewPtr seen = rules();
        for (std::size_t index = from; index < seen->decisions->size(); ++index) {
            lines << decisionText(*seen->decisions->at(index));
        }
        return lines;
    }
    domain::Order last()
    {
        const auto orders = view().orders;
        return orders.empty() ? domain::Order{} : orders.back();
    }
    bool said(domain::LogCode code) const
    {
        return std::any_of(told.begin(), told.end(),
                           [code](const domain::LogEntry& entry) { return entry.code == code; });
    }
    int postsOf(domain::OrderLeg leg) const
    {
        return static_cast<int>(
            std::count_if(posts.begin(), posts.end(),
                          [leg](const domain::OutgoingOrder& out) { return out.leg == leg; }));
    }

    [[nodiscard]] const desk::Desk& desk() const { return m_desk; }

    std::function<void(const desk::Effect&)> listener;  ///< Hears every effect; may be empty.
    domain::Timestamp now{};
    domain::Won cash{10'000'000};
    std::int64_t totalBid = 20'000;  ///< Of every book from here on; 20,000 are offered.
    std::int64_t otherShares = 0;
    std::int64_t blockedShares = 0;  ///< Held, and not to be sold.
    bool durable = true;
    bool answers = true;
    std::optional<domain::RejectReason> refuse;
    std::map<QString, domain::BrokerOrderRow> broker;  ///< Orders of the day, by their number.
    std::map<domain::Symbol, std::int64_t> carried;    ///< Held since before this day.
    std::vector<domain::OutgoingOrder> posts;
    std::vector<desk::Record> writes;
    std::vector<desk::QueryOrders> lists;
    bool balanceAsked = false;
    std::vector<domain::LogEntry> told;
    std::vector<desk::Remember> news;  ///< For the record of the day.
    std::vector<core::orders::LedgerRecord> ledger;

private:
    void instruments()
    {
        auto table = std::make_shared<domain::InstrumentTable>();
        domain::Instrument stock;
        stock.symbol = kStock;
        stock.name = QStringLiteral("삼성전자");
        stock.reference = domain::Price::fromWon(70'000);
        stock.previousVolume = domain::Quantity{20'000'000};
        table->bySymbol.emplace(stock.symbol, stock);
        apply(domain::InstrumentsPtr{table});
    }

    struct Traded
    {
        std::int64_t volume = 0;
        std::int64_t turnover = 0;
    };

    desk::Desk m_desk;
    domain::Event m_event;
    std::map<domain::Symbol, Traded> m_traded;
};
}  // namespace test
