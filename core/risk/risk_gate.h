#pragma once

#include "core/risk/approved.h"
#include "core/risk/gate_input.h"
#include "core/risk/limits.h"

#include <QLatin1String>

#include <optional>
#include <vector>

namespace core::risk
{
inline constexpr int kCheckCount = 30;

/// "RC-10" for 10, as a literal; empty for a number that is none.
[[nodiscard]] QLatin1String checkName(int number) noexcept;

/// The gate's answer about one request.
struct Judgement
{
    domain::OrderPurpose purpose = domain::OrderPurpose::Open;
    std::vector<domain::CheckResult> checks;  ///< RC-01 to RC-30, all of them, in order.
    std::optional<Approved<domain::OrderRequest>> approved;

    /// The first check that said no; null if none did.
    [[nodiscard]] const domain::CheckResult* failed() const;
    [[nodiscard]] QString failedId() const;    ///< "RC-10"; empty if none.
    [[nodiscard]] QString failedText() const;  ///< "value/limit", or the check's word.
};

/// The one place every order of every origin passes before it is recorded as an intention
/// (reliability section 3).
///
/// What reduces a position can be stopped only by RC-01 (unarmed), 02 (ledger), 03, 07, 08, 09,
/// 15, 17, 18 and 30: no value, size, count, age, loss or instrument check may keep an exit in.
/// A figure that is missing or too old is a no for what opens. Pure; all comparisons exact.
class RiskGate final
{
public:
    explicit RiskGate(Limits limits) : m_limits{limits} {}

    [[nodiscard]] Judgement judge(const domain::OrderRequest& request,
                                  const GateInput& input) const;
    /// `request` is the order as it would be: new price, what remains of the quantity. `input` is
    /// that of any request: the order is still among `own` and in the sums.
    [[nodiscard]] Judgement judgeAmend(const domain::OrderRequest& request,
                                       const domain::Order& order, const GateInput& input) const;

    [[nodiscard]] const Limits& limits() const noexcept { return m_limits; }

private:
    Limits m_limits;
};
}  // namespace core::risk
