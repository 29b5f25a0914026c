#include "core/notify/message.h"

namespace core::notify
{
namespace
{
using domain::Severity;
using std::chrono::hours;
using std::chrono::minutes;

// What happened to money is told however late; the state of the machine only while it may last.
constexpr minutes kStateKeeps{10};
constexpr hours kSummaryKeeps{12};

QString lineSubject(Line line)
{
    return QStringLiteral("line %1").arg(static_cast<int>(line));
}

struct Stand
{
    Standing operator()(const Started&) const
    {
        return {.severity = Severity::Info, .keeps = kStateKeeps};
    }
    Standing operator()(const Stopped&) const
    {
        return {.severity = Severity::Info, .keeps = kStateKeeps};
    }
    Standing operator()(const OrderFilled& fill) const
    {
        return {.severity = Severity::Notice,
                .subject = fill.order.event == 0
                               ? QString{}
                               : QStringLiteral("fill %1").arg(fill.order.toString())};
    }
    Standing operator()(const OrderRefused&) const
    {
        return {.severity = Severity::Warning, .keeps = kStateKeeps};
    }
    Standing operator()(const ExitDecided&) const { return {.severity = Severity::Notice}; }
    Standing operator()(const Added&) const { return {.severity = Severity::Notice}; }
    Standing operator()(const GuardFired&) const { return {.severity = Severity::Critical}; }
    Standing operator()(const KillRaised&) const { return {.severity = Severity::Critical}; }
    Standing operator()(const Disconnected& outage) const
    {
        return {.severity = Severity::Warning,
                .keeps = kStateKeeps,
                .subject = lineSubject(outage.line)};
    }
    Standing operator()(const Reconnected& outage) const
    {
        return {
            .severity = Severity::Info, .keeps = kStateKeeps, .subject = lineSubject(outage.line)};
    }
    Standing operator()(const ViolationFound&) const { return {.severity = Severity::Warning}; }
    Standing operator()(const DaySummary& day) const
    {
        return {.severity = Severity::Notice,
                .keeps = kSummaryKeeps,
                .subject = QStringLiteral("day %1").arg(domain::dateText(day.date))};
    }
};
}  // namespace

Standing standingOf(const Message& message)
{
    return std::visit(Stand{}, message.content);
}

bool isForTelegram(const Message& message)
{
    return !std::holds_alternative<OrderRefused>(message.content);
}
}  // namespace core::notify
