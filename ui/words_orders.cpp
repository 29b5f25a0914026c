#include "ui/words_orders.h"

#include "ui/format.h"

#include <QCoreApplication>

namespace ui
{
namespace domain = core::domain;
using domain::OrderCare;
using domain::OrderOrigin;
using domain::OrderState;
using domain::RejectReason;

namespace
{
struct OrderWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::OrderWords)
};
}  // namespace

QString sideName(domain::Side side)
{
    return side == domain::Side::Buy ? OrderWords::tr("Buy") : OrderWords::tr("Sell");
}

QString orderTypeName(domain::OrderType type)
{
    switch (type) {
    case domain::OrderType::Limit:
        return OrderWords::tr("Limit", "order type");
    case domain::OrderType::Market:
        return OrderWords::tr("Market", "order type");
    case domain::OrderType::Best:
        return OrderWords::tr("Best", "order type: best opposite price as limit");
    }
    return {};
}

QString timeInForceName(domain::TimeInForce force)
{
    switch (force) {
    case domain::TimeInForce::Day:
        return OrderWords::tr("Day", "time in force");
    case domain::TimeInForce::Ioc:
        return QStringLiteral("IOC");
    case domain::TimeInForce::Fok:
        return QStringLiteral("FOK");
    }
    return {};
}

QString orderKindText(const domain::OrderRequest& request)
{
    return request.timeInForce == domain::TimeInForce::Day
               ? orderTypeName(request.type)
               : QStringLiteral("%1 %2").arg(orderTypeName(request.type),
                                             timeInForceName(request.timeInForce));
}

QString originName(OrderOrigin origin)
{
    switch (origin) {
    case OrderOrigin::Hand:
        return OrderWords::tr("Hand", "order origin");
    case OrderOrigin::Entry:
        return OrderWords::tr("Entry", "order origin");
    case OrderOrigin::Add:
        return OrderWords::tr("Add", "order origin: pyramiding");
    case OrderOrigin::Wave:
        return OrderWords::tr("Wave", "order origin");
    case OrderOrigin::Exit:
        return OrderWords::tr("Exit", "order origin");
    case OrderOrigin::Guard:
        return OrderWords::tr("Guard", "order origin");
    case OrderOrigin::EndOfDay:
        return OrderWords::tr("End of day", "order origin");
    case OrderOrigin::Flatten:
        return OrderWords::tr("Flatten", "order origin");
    }
    return {};
}

QString originText(const domain::OrderRequest& request)
{
    const bool plain = request.rule.isEmpty()
                       || request.rule.compare(QLatin1String{"HAND"}, Qt::CaseInsensitive) == 0
                       || request.rule.compare(QLatin1String{"FLATTEN"}, Qt::CaseInsensitive) == 0;
    return plain ? originName(request.origin)
                 : QStringLiteral("%1 %2").arg(originName(request.origin), request.rule);
}

QString orderStateName(OrderState state)
{
    switch (state) {
    case OrderState::Denied:
        return OrderWords::tr("Denied", "order state");
    case OrderState::Intent:
        return OrderWords::tr("Sending", "order state");
    case OrderState::NotSent:
        return OrderWords::tr("Not sent", "order state");
    case OrderState::Unknown:
        return OrderWords::tr("Unknown", "order state");
    case OrderState::Ambiguous:
        return OrderWords::tr("Ambiguous", "order state");
    case OrderState::AbsentWatch:
        return OrderWords::tr("Absent, watched", "order state");
    case OrderState::Working:
        return OrderWords::tr("Working", "order state");
    case OrderState::Partial:
        return OrderWords::tr("Partly filled", "order state");
    case OrderState::CancelIntent:
        return OrderWords::tr("Cancelling", "order state");
    case OrderState::CancelUnknown:
        return OrderWords::tr("Cancel unknown", "order state");
    case OrderState::AmendIntent:
        return OrderWords::tr("Amending", "order state");
    case OrderState::AmendUnknown:
        return OrderWords::tr("Amend unknown", "order state");
    case OrderState::Filled:
        return OrderWords::tr("Filled", "order state");
    case OrderState::Cancelled:
        return OrderWords::tr("Cancelled", "order state");
    case OrderState::ClosedPart:
        return OrderWords::tr("Rest refused", "order state");
    case OrderState::Rejected:
        return OrderWords::tr("Rejected", "order state");
    case OrderState::NeverAccepted:
        return OrderWords::tr("Never accepted", "order state");
    case OrderState::Expired:
        return OrderWords::tr("Expired", "order state");
    case OrderState::External:
        return OrderWords::tr("External (HTS)", "order state");
    }
    return {};
}

QString orderStateHelp(OrderState state)
{
    switch (state) {
    case OrderState::Denied:
        return OrderWords::tr("The gate refused it; nothing was sent.");
    case OrderState::Intent:
        return OrderWords::tr("Written down and being sent; the broker has not answered yet.");
    case OrderState::NotSent:
        return OrderWords::tr("Not one byte left this machine; the broker cannot have it.");
    case OrderState::Unknown:
        return OrderWords::tr("Sent, but the answer was lost: the broker may have it. It is looked "
                              "for in the broker's list and never sent again.");
    case OrderState::Ambiguous:
        return OrderWords::tr("Several of the broker's orders fit. Choose the right one.");
    case OrderState::AbsentWatch:
        return OrderWords::tr("The broker's list does not have it so far; it is watched until the "
                              "complete list of the day.");
    case OrderState::Working:
        return OrderWords::tr("Accepted by the broker and waiting in the book.");
    case OrderState::Partial:
        return OrderWords::tr("A part is filled, the rest waits in the book.");
    case OrderState::CancelIntent:
        return OrderWords::tr("The cancel is on its way; fills may still come first.");
    case OrderState::CancelUnknown:
        return OrderWords::tr("The answer to the cancel was lost; the broker's list is asked.");
    case OrderState::AmendIntent:
        return OrderWords::tr("The new price is on its way; fills may still come first.");
    case OrderState::AmendUnknown:
        return OrderWords::tr("The answer to the amendment was lost; the broker's list is asked.");
    case OrderState::Filled:
        return OrderWords::tr("All shares are filled, by the broker's totals.");
    case OrderState::Cancelled:
        return OrderWords::tr("Cancelled; what was filled before stays.");
    case OrderState::ClosedPart:
        return OrderWords::tr("A part was filled, the rest was refused.");
    case OrderState::Rejected:
        return OrderWords::tr("The broker or the exchange refused it; nothing was filled.");
    case OrderState::NeverAccepted:
        return OrderWords::tr("The complete list of the day does not have it.");
    case OrderState::Expired:
        return OrderWords::tr("Ended with the session, confirmed by the list of the day.");
    case OrderState::External:
        return OrderWords::tr("Placed outside this program (HTS, MTS); shown and never managed.");
    }
    return {};
}

QString careText(const domain::Order& order, domain::Timestamp now)
{
    const QString wait = ageText(std::max(std::chrono::milliseconds{0}, order.nextLookAt - now));
    const bool timed = order.nextLookAt != domain::Timestamp{};
    switch (order.care) {
    case OrderCare::None:
        return {};
    case OrderCare::AwaitingAnswer:
        return OrderWords::tr("Waiting for the broker's answer");
    case OrderCare::LookingUp:
        return timed ? OrderWords::tr("Looking in the broker's list, next look in %1").arg(wait)
                     : OrderWords::tr("Looking in the broker's list");
    case OrderCare::WaitingForList:
        return timed ? OrderWords::tr("Watching until the day's list, next look in %1").arg(wait)
                     : OrderWords::tr("Watching until the day's list");
    case OrderCare::AskingPerson:
        return OrderWords::tr("Waiting for your choice");
    case OrderCare::CancellingRest:
        return OrderWords::tr("Cancelling the rest");
    case OrderCare::RepeatingCancel:
        return timed ? OrderWords::tr("Cancel repeated in %1").arg(wait)
                     : OrderWords::tr("Repeating the cancel");
    case OrderCare::LimitLocked:
        return OrderWords::tr("At the daily limit without buyers; one order rests there");
    }
    return {};
}

QString rejectText(RejectReason reason)
{
    switch (reason) {
    case RejectReason::Other:
        return OrderWords::tr("Reason not recognised; the code is frozen until you have looked.");
    case RejectReason::PriceStep:
        return OrderWords::tr("The price is not on a valid step.");
    case RejectReason::PriceLimit:
        return OrderWords::tr("The price is outside the limits of the day.");
    case RejectReason::Cash:
        return OrderWords::tr("Not enough buying power at the broker.");
    case RejectReason::SellQuantity:
        return OrderWords::tr("More than the broker lets us sell.");
    case RejectReason::MarketOrder:
        return OrderWords::tr("No market orders are taken now.");
    case RejectReason::Session:
        return OrderWords::tr("The session does not take this order now.");
    case RejectReason::ClosedDay:
        return OrderWords::tr("The exchange is closed today.");
    case RejectReason::Halted:
        return OrderWords::tr("Trading of the issue is halted.");
    case RejectReason::Instrument:
        return OrderWords::tr("The broker does not take orders for this issue.");
    case RejectReason::NothingLeft:
        return OrderWords::tr("Nothing was left to amend or cancel.");
    case RejectReason::OriginalUnknown:
        return OrderWords::tr("The broker did not find the order to amend or cancel.");
    case RejectReason::SelfTrade:
        return OrderWords::tr("It would have traded with an order of ours.");
    case RejectReason::RateLimited:
        return OrderWords::tr("Too many requests in a second; it was not executed.");
    case RejectReason::Token:
        return OrderWords::tr("The access token was not valid; it was not executed.");
    case RejectReason::Configuration:
        return OrderWords::tr("Account or keys do not fit; check the secrets file.");
    }
    return {};
}

QString orderReasonText(const domain::Order& order)
{
    QString head = order.code;
    static const QLatin1String kCheck{"RC-"};
    if (order.code.startsWith(kCheck)) {
        const QString name = checkName(QStringView{order.code}.mid(kCheck.size()).toInt());
        if (!name.isEmpty()) {
            head = QStringLiteral("%1 %2").arg(order.code, name);
        }
    }
    const QString words = head.isEmpty() || order.text.isEmpty()
                              ? head + order.text
                              : QStringLiteral("%1: %2").arg(head, order.text);
    const bool refused = order.state == OrderState::Rejected
                         || order.state == OrderState::ClosedPart
                         || order.reason != RejectReason::Other;
    // What the code means comes first; code and words are the broker's own, for asking it.
    return refused && !order.code.isEmpty() && !order.code.startsWith(kCheck)
               ? QStringLiteral("%1 (%2)").arg(rejectText(order.reason), words)
               : words;
}

QString ownerName(domain::PositionOwner owner)
{
    switch (owner) {
    case domain::PositionOwner::Base:
        return OrderWords::tr("Base", "position owner");
    case domain::PositionOwner::Wave:
        return OrderWords::tr("Wave", "position owner");
    case domain::PositionOwner::Manual:
        return OrderWords::tr("Manual", "position owner");
    case domain::PositionOwner::Restored:
        return OrderWords::tr("Restored", "position owner");
    case domain::PositionOwner::External:
        return OrderWords::tr("External", "position owner");
    }
    return {};
}

QString autoStateName(domain::AutoState state)
{
    switch (state) {
    case domain::AutoState::On:
        return OrderWords::tr("On", "automatic trading of a symbol");
    case domain::AutoState::ExitsOnly:
        return OrderWords::tr("Exits only", "automatic trading of a symbol");
    case domain::AutoState::Off:
        return OrderWords::tr("Off", "automatic trading of a symbol");
    }
    return {};
}

QString autoStateShort(domain::AutoState state)
{
    return state == domain::AutoState::ExitsOnly
               ? OrderWords::tr("Exits", "automatic trading of a symbol, short")
               : autoStateName(state);
}
}  // namespace ui
