#pragma once

#include <QString>

#include <cstdint>

namespace core::domain
{
/// Lines of the pre-open checklist, in the order shown.
enum class HealthCheck : std::uint8_t
{
    Secrets,
    Token,
    ApprovalKey,
    Feed,
    Subscriptions,
    Instruments,
    Balance,
    Holdings,
    Calendar,
    Disk,
    Clock,
};

enum class HealthState : std::uint8_t
{
    Pending,
    Good,
    Warning,
    Bad,
    NotApplicable,
};

/// One line: its state and the figure behind it ("37/39", "0.2 s"). `ui/` words the rest and
/// the hint how to mend it.
struct HealthItem
{
    HealthCheck check = HealthCheck::Secrets;
    HealthState state = HealthState::Pending;
    QString value;

    friend bool operator==(const HealthItem&, const HealthItem&) = default;
};
}  // namespace core::domain
