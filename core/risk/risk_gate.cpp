#include "core/risk/risk_gate.h"

#include "core/risk/gate_checks.h"

#include <array>

namespace core::risk
{
namespace
{
using domain::CheckOutcome;
using domain::CheckResult;
using domain::Side;

static_assert(kGateChecks.size() == kCheckCount);

enum class Leg : std::uint8_t
{
    New,
    Amend,
};

/// A sale reduces, whatever its size: one beyond the holding is refused by RC-15, never a short.
bool reduces(const domain::OrderRequest& request)
{
    return request.side == Side::Sell;
}

bool binds(Binds which, bool reducing)
{
    return which == Binds::Everything || (which == Binds::Reducing) == reducing;
}

GateCase caseOf(const domain::OrderRequest& request, const GateInput& in, const Limits& limits,
                Leg leg)
{
    GateCase at{.request = request,
                .in = in,
                .limits = limits,
                .reduces = reduces(request),
                .amends = leg == Leg::Amend};
    if (isLimit(at)) {
        at.price = request.price;
    } else if (!at.reduces && in.limits) {
        at.price = in.limits->upper;  // Where a buy without a price is margined.
    }
    return at;
}

bool isNo(const CheckResult& check)
{
    return check.outcome == CheckOutcome::Fail || check.outcome == CheckOutcome::Insufficient;
}

std::vector<CheckResult> judged(const GateCase& at)
{
    std::vector<CheckResult> checks;
    checks.reserve(kGateChecks.size());
    for (const GateCheck& check : kGateChecks) {
        const Answer answer = binds(check.binds, at.reduces) ? check.judge(at) : Answer{};
        checks.push_back({.number = static_cast<std::uint8_t>(check.number),
                          .outcome = answer.outcome,
                          .unit = answer.unit,
                          .value = answer.value,
                          .limit = answer.limit,
                          .detail = answer.detail});
    }
    return checks;
}

/// `input` as it would be without `order`: no obstacle to its own amendment, and what it holds is
/// its own.
GateInput without(const domain::Order& order, GateInput input)
{
    std::erase_if(input.own, [&order](const OwnOrder& own) { return own.id == order.id; });
    const domain::Quantity left = order.remaining();
    if (reduces(order.request)) {
        input.sellable += left;
        if (input.brokerSellable) {
            *input.brokerSellable += left;
        }
        return input;
    }
    --input.workingOrders;
    if (order.request.price) {
        const domain::Won held = domain::amount(*order.request.price, left);
        input.codeExposure = input.codeExposure - held;
        input.grossExposure = input.grossExposure - held;
        if (input.localCash) {
            *input.localCash += held;
        }
        if (input.brokerCash) {
            *input.brokerCash += held;
        }
    }
    return input;
}
}  // namespace

const CheckResult* Judgement::failed() const
{
    const auto at = std::find_if(checks.begin(), checks.end(), isNo);
    return at == checks.end() ? nullptr : &*at;
}

QLatin1String checkName(int number) noexcept
{
    static constexpr std::array<const char*, kCheckCount> names{
        "RC-01", "RC-02", "RC-03", "RC-04", "RC-05", "RC-06", "RC-07", "RC-08", "RC-09", "RC-10",
        "RC-11", "RC-12", "RC-13", "RC-14", "RC-15", "RC-16", "RC-17", "RC-18", "RC-19", "RC-20",
        "RC-21", "RC-22", "RC-23", "RC-24", "RC-25", "RC-26", "RC-27", "RC-28", "RC-29", "RC-30"};
    return number < 1 || number > kCheckCount
               ? QLatin1String{}
               : QLatin1String{names[static_cast<std::size_t>(number - 1)]};
}

QString Judgement::failedId() const
{
    const CheckResult* check = failed();
    return check == nullptr ? QString{} : QString{checkName(check->number)};
}

QString Judgement::failedText() const
{
    const CheckResult* check = failed();
    if (check == nullptr) {
        return {};
    }
    const QString value = check->value ? QString::number(*check->value) : check->detail;
    const QString limit = check->limit   ? QString::number(*check->limit)
                          : check->value ? check->detail
                                         : QString{};
    return value + QLatin1Char{'/'} + limit;
}

Judgement RiskGate::judge(const domain::OrderRequest& request, const GateInput& input) const
{
    Judgement judgement;
    judgement.purpose =
        reduces(request) ? domain::OrderPurpose::Reduce : domain::OrderPurpose::Open;
    judgement.checks = judged(caseOf(request, input, m_limits, Leg::New));
    if (judgement.failed() == nullptr) {
        judgement.approved = Approved<domain::OrderRequest>{request};
    }
    return judgement;
}

Judgement RiskGate::judgeAmend(const domain::OrderRequest& request, const domain::Order& order,
                               const GateInput& input) const
{
    const GateInput rest = without(order, input);
    Judgement judgement;
    judgement.purpose =
        reduces(request) ? domain::OrderPurpose::Reduce : domain::OrderPurpose::Open;
    judgement.checks = judged(caseOf(request, rest, m_limits, Leg::Amend));
    if (judgement.failed() == nullptr) {
        judgement.approved = Approved<domain::OrderRequest>{request};
    }
    return judgement;
}
}  // namespace core::risk
