#include "core/notify/composer.h"

#include <QStringList>

#include <algorithm>

namespace core::notify
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;

QString secondsText(std::int64_t milliseconds)
{
    constexpr std::int64_t kTenth = 100;
    const std::int64_t tenths = std::max<std::int64_t>(milliseconds, 0) / kTenth;
    return QStringLiteral("%1.%2 s").arg(groupedText(tenths / 10)).arg(tenths % 10);
}

/// A figure of a condition; empty where it may not be told.
QString figureText(CheckUnit unit, std::int64_t figure, bool amounts)
{
    constexpr std::int64_t kUnitsPerTenThousandth = 1'000;  // Percent::units to 1/10,000 %.
    switch (unit) {
    case CheckUnit::Won:
    case CheckUnit::Shares:
        return amounts ? groupedText(figure) : QString{};
    case CheckUnit::None:
    case CheckUnit::PriceWon:
    case CheckUnit::Count:
        return groupedText(figure);
    case CheckUnit::Milliseconds:
        return secondsText(figure);
    case CheckUnit::PercentUnits:
        return percentText(figure / kUnitsPerTenThousandth);
    case CheckUnit::ClockTime:
        return domain::timeText(std::chrono::milliseconds{figure});
    }
    return {};
}

class ReplyWriter final
{
public:
    explicit ReplyWriter(const RenderOptions& options) : m_out{options} {}

    void operator()(const StatusAnswer& now)
    {
        const Language language = m_out.language();
        m_out.headline(m_out.say(Word::Status));
        m_out.row(Word::Session, phaseWord(now.phase, language));
        QString feed = m_out.say(now.feedLive ? Word::Good : Word::Bad);
        if (now.frameAge) {
            feed += QStringLiteral(" · ") + secondsText(now.frameAge->count());
        }
        m_out.row(Word::Feed, feed);
        m_out.row(Word::Broker, m_out.say(now.brokerReady ? Word::Good : Word::Bad));
        m_out.row(Word::Orders, armingWord(now.arming, language));
        m_out.row(Word::Gate, gateWord(now.gate, language));
        m_out.line(killWord(now.kill, language));
        m_out.row(Word::Master, autoWord(now.master, language));
        m_out.won(Word::Equity, now.equity);
        m_out.result(Word::DayResult, now.dayPnl, now.dayTenThousandths);
        m_out.row(Word::PositionCount, groupedText(now.positions));
        m_out.row(Word::WorkingCount, groupedText(now.workingOrders));
        if (now.unresolvedOrders > 0) {
            m_out.row(Word::UnresolvedCount, groupedText(now.unresolvedOrders));
        }
    }
    void operator()(const PositionsAnswer& held)
    {
        if (held.rows.empty()) {
            m_out.headline(m_out.say(Word::NoPositions));
            return;
        }
        m_out.headline(m_out.say(Word::Positions)
                           .arg(groupedText(static_cast<std::int64_t>(held.rows.size()))));
        for (const PositionLine& row : held.rows) {
            m_out.issue(row.symbol, row.name);
            m_out.trade(row.quantity, averageText(row.cost, row.quantity));
            if (row.last.won() > 0) {
                m_out.row(Word::Last, groupedText(row.last.won()));
            }
            m_out.result(Word::Net, row.netPnl, row.netTenThousandths);
            if (row.stop.won() > 0) {
                const QString rule = ruleWord(fieldText(row.stopRule), m_out.language());
                m_out.row(Word::Stop,
                          QStringLiteral("%1 %2").arg(groupedText(row.stop.won()), rule).trimmed());
            }
        }
    }
    void operator()(const WhyAnswer& answer)
    {
        m_out.headline(m_out.say(Word::Why).arg(issueText(answer.why.symbol, answer.name)));
        if (!answer.known) {
            m_out.line(m_out.say(Word::UnknownCode));
            return;
        }
        screening(answer.why);
        bool stopped = answer.why.excluded.has_value();
        if (answer.why.held) {
            m_out.line(m_out.say(Word::Held));
        }
        for (const domain::Condition& one : answer.why.entry) {
            stopped = condition(QString{one.id}, one.outcome, one.unit, one.value, one.limit,
                                QString{one.detail})
                      || stopped;
        }
        for (const domain::CheckResult& one : answer.why.gate) {
            const QString id =
                QStringLiteral("RC-%1").arg(int{one.number}, 2, 10, QLatin1Char{'0'});
            stopped =
                condition(id, one.outcome, one.unit, one.value, one.limit, one.detail) || stopped;
        }
        // The broker's words may hold a sum: "주문가능금액 ..."
        if (!answer.why.broker.isEmpty() && m_out.tellsAmounts()) {
            m_out.line(m_out.say(Word::BrokerSaid).arg(fieldText(answer.why.broker)));
        }
        // Conditions that nobody has judged stop nothing and allow nothing.
        if (!stopped && !(answer.why.entry.empty() && answer.why.gate.empty())) {
            m_out.line(m_out.say(Word::NothingStops));
        }
    }
    void operator()(const CodeAsked& asked)
    {
        m_out.headline(
            m_out.say(Word::AskCode)
                .arg(commandWord(asked.kind, m_out.language()), groupedText(asked.within.count())));
        m_out.code(asked.code);
    }
    void operator()(const CodeFailed& failed)
    {
        const Word why = failed.why == CodeFailure::Wrong  ? Word::CodeWrong
                         : failed.why == CodeFailure::Late ? Word::CodeLate
                                                           : Word::CodeNotAsked;
        m_out.headline(m_out.say(why));
    }
    void operator()(const WishPassedOn& passed)
    {
        m_out.headline(m_out.say(Word::PassedOn).arg(commandWord(passed.kind, m_out.language())));
    }
    void operator()(const NotAnswered& silent)
    {
        m_out.headline(m_out.say(Word::NotAnswered).arg(commandWord(silent.kind, m_out.language())),
                       true);
    }
    void operator()(const CommandHelp&)
    {
        m_out.headline(m_out.say(Word::Commands));
        for (const char* const form :
             {"/status", "/positions", "/why 005930", "/pause", "/cancel"}) {
            m_out.code(QLatin1String{form}.toString());
        }
    }
    void operator()(const MessagesLost& lost)
    {
        m_out.headline(
            m_out.say(Word::Lost).arg(groupedText(static_cast<std::int64_t>(lost.count))), true);
    }

    [[nodiscard]] Document finished() { return m_out.take(); }

private:
    void screening(const domain::WhyView& why)
    {
        if (!why.screened) {
            m_out.line(m_out.say(Word::NotScreenedYet));
        } else if (why.excluded) {
            m_out.line(
                m_out.say(Word::Excluded).arg(exclusionWord(*why.excluded, m_out.language())));
        } else if (!why.row) {
            m_out.line(m_out.say(Word::NotInList));
        } else {
            m_out.line(m_out.say(Word::Rank).arg(why.row->rank));
            for (const domain::WhyNot& one : why.row->whyNot) {
                m_out.line(
                    m_out.say(Word::Excluded).arg(exclusionWord(one.reason, m_out.language())));
            }
        }
    }
    /// One line for a condition that says no; tells whether it does.
    bool condition(const QString& id, CheckOutcome outcome, CheckUnit unit,
                   std::optional<std::int64_t> value, std::optional<std::int64_t> limit,
                   const QString& detail)
    {
        if (domain::says(outcome)) {
            return false;
        }
        const QString name = conditionWord(id, m_out.language());
        if (outcome == CheckOutcome::Insufficient) {
            m_out.line(m_out.say(Word::Insufficient).arg(name));
            return true;
        }
        const QString seen = value ? figureText(unit, *value, m_out.tellsAmounts()) : QString{};
        const QString wanted = limit ? figureText(unit, *limit, m_out.tellsAmounts()) : QString{};
        if (!detail.isEmpty()) {
            m_out.line(
                QStringLiteral("%1: %2").arg(name, codeWord(fieldText(detail), m_out.language())));
        } else if (!seen.isEmpty() && !wanted.isEmpty()) {
            m_out.line(m_out.say(Word::FailsWith).arg(name, seen, wanted));
        } else {
            m_out.line(m_out.say(Word::Fails).arg(name));
        }
        return true;
    }

    Composer m_out;
};
}  // namespace

Document render(const Reply& reply, const RenderOptions& options)
{
    ReplyWriter writer{options};
    std::visit([&writer](const auto& answer) { writer(answer); }, reply);
    return writer.finished();
}
}  // namespace core::notify
