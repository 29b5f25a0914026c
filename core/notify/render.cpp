#include "core/notify/render.h"

#include "core/notify/composer.h"

#include <QStringList>

namespace core::notify
{
namespace
{
using domain::Side;

QString priceText(domain::Price price)
{
    return price.won() > 0 ? groupedText(price.won()) : QString{};
}

/// One overload a kind of message; the time comes after all of them.
class EventWriter final
{
public:
    explicit EventWriter(const RenderOptions& options) : m_out{options} {}

    void operator()(const Started& event)
    {
        constexpr qsizetype kHashUnits = 12;
        m_out.headline(m_out.say(Word::Started));
        m_out.row(Word::Configuration, fieldText(event.configHash.left(kHashUnits)));
    }
    void operator()(const Stopped& event)
    {
        m_out.headline(m_out.say(Word::Stopped));
        cause(event.cause);
    }
    void operator()(const OrderFilled& fill)
    {
        const bool part = fill.ordered.shares() > fill.filled.shares();
        const bool buy = fill.side == Side::Buy;
        m_out.headline(m_out.say(part ? (buy ? Word::BuyFilledPart : Word::SellFilledPart)
                                      : (buy ? Word::BuyFilled : Word::SellFilled)));
        m_out.issue(fill.symbol, fill.name);
        const QString average = averageText(fill.amount, fill.filled);
        if (part && m_out.tellsAmounts()) {
            const QString filled = groupedText(fill.filled.shares());
            const QString ordered = groupedText(fill.ordered.shares());
            m_out.line(average.isEmpty()
                           ? m_out.say(Word::SharesOf).arg(filled, ordered)
                           : m_out.say(Word::SharesOfAtPrice).arg(filled, ordered, average));
        } else {
            m_out.trade(fill.filled, average);
        }
        m_out.row(Word::Rule, rule(fill.rule));
    }
    void operator()(const OrderRefused& refusal)
    {
        m_out.headline(m_out.say(refusal.side == Side::Buy ? Word::BuyRefused : Word::SellRefused));
        m_out.issue(refusal.symbol, refusal.name);
        m_out.trade(refusal.quantity, {});
        const QString code = fieldText(refusal.code);
        if (refusal.byGate) {
            m_out.row(Word::RefusedByGate, conditionWord(code, m_out.language()));
            return;
        }
        m_out.row(Word::Broker,
                  QStringLiteral("%1 %2").arg(code, fieldText(refusal.text)).trimmed());
    }
    void operator()(const ExitDecided& exit)
    {
        m_out.headline(m_out.say(Word::Exit).arg(rule(exit.rule)));
        m_out.issue(exit.symbol, exit.name);
        m_out.trade(exit.quantity, priceText(exit.price));
        m_out.result(Word::Net, exit.net, exit.netTenThousandths);
    }
    void operator()(const Added& add)
    {
        m_out.headline(m_out.say(Word::AddDone));
        m_out.issue(add.symbol, add.name);
        m_out.trade(add.quantity, priceText(add.price));
        m_out.row(Word::Average, averageText(add.cost, add.total));
        if (m_out.tellsAmounts() && add.total.shares() > 0) {
            m_out.row(Word::Total, m_out.say(Word::Shares).arg(groupedText(add.total.shares())));
        }
        m_out.row(Word::Stop, priceText(add.stop));
    }
    void operator()(const GuardFired& guard)
    {
        m_out.headline(m_out.say(Word::Guard).arg(guardWord(guard.rule, m_out.language())), true);
        if (guard.dayTenThousandths) {
            m_out.row(Word::DayReturn, percentText(*guard.dayTenThousandths));
        }
        m_out.won(Word::Equity, guard.equity);
    }
    void operator()(const KillRaised& kill)
    {
        m_out.headline(killWord(kill.level, m_out.language()), true);
        cause(kill.cause.isEmpty() ? QStringLiteral("trader") : kill.cause);
    }
    void operator()(const Disconnected& outage)
    {
        m_out.headline(m_out.say(outage.line == Line::Feed ? Word::FeedDown : Word::BrokerDown),
                       true);
        m_out.line(m_out.say(Word::DownFor).arg(groupedText(outage.lasted.count())));
    }
    void operator()(const Reconnected& outage)
    {
        m_out.headline(m_out.say(outage.line == Line::Feed ? Word::FeedBack : Word::BrokerBack));
        m_out.line(m_out.say(Word::DownFor).arg(groupedText(outage.lasted.count())));
    }
    void operator()(const ViolationFound& found)
    {
        m_out.headline(
            m_out.say(Word::Violation).arg(codeWord(fieldText(found.kind), m_out.language())),
            true);
        m_out.issue(found.symbol, found.name);
        // What the auditor found is told in figures of the account: quantities, sums.
        if (!found.detail.isEmpty() && m_out.tellsAmounts()) {
            m_out.line(fieldText(found.detail));
        }
    }
    void operator()(const DaySummary& day)
    {
        m_out.headline(m_out.say(Word::DayOf).arg(domain::dateText(day.date)));
        m_out.result(Word::DayResult, day.pnl, day.returnTenThousandths);
        if (day.startEquity && day.endEquity && m_out.tellsAmounts()) {
            m_out.row(Word::Equity, m_out.say(Word::Won).arg(QStringLiteral("%1 → %2").arg(
                                        groupedText(day.startEquity->value()),
                                        groupedText(day.endEquity->value()))));
        } else {
            m_out.won(Word::Equity, day.endEquity);
        }
        m_out.line(m_out.say(Word::Trades).arg(groupedText(day.trades), groupedText(day.wins)));
        if (day.adds > 0) {
            m_out.row(Word::AddCount, groupedText(day.adds));
        }
        m_out.won(Word::Costs, day.costs);
        if (day.drawdownTenThousandths) {
            m_out.row(Word::DrawDown, shareText(*day.drawdownTenThousandths));
        }
        QStringList guards;
        for (const domain::GuardRule fired : day.guard) {
            guards.append(guardWord(fired, m_out.language()));
        }
        m_out.row(Word::GuardsOfDay,
                  guards.isEmpty() ? m_out.say(Word::None) : guards.join(QStringLiteral(", ")));
        m_out.row(Word::ViolationCount, groupedText(day.violations));
        if (day.open > 0) {
            m_out.row(Word::OpenCount, groupedText(day.open));
        }
    }

    [[nodiscard]] Document finished(domain::Timestamp at)
    {
        m_out.at(at);
        return m_out.take();
    }

private:
    [[nodiscard]] QString rule(const QString& label) const
    {
        return ruleWord(fieldText(label), m_out.language());
    }
    void cause(const QString& code)
    {
        m_out.row(Word::Cause, codeWord(fieldText(code), m_out.language()));
    }

    Composer m_out;
};
}  // namespace

Document render(const Message& message, const RenderOptions& options)
{
    EventWriter writer{options};
    std::visit([&writer](const auto& event) { writer(event); }, message.content);
    return writer.finished(message.at);
}
}  // namespace core::notify
