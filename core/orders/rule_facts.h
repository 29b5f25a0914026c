#pragma once

#include "core/orders/fact_json.h"

#include <QStringView>

namespace core::orders
{
// Facts of the rules in the ledger's JSON: marks of positions, the guard, what a person changed.
// Members are written for good: append, never rename.

QLatin1String write(QJsonObject& out, const MarksFact& fact);
QLatin1String write(QJsonObject& out, const GuardFact& fact);
QLatin1String write(QJsonObject& out, const AddOverrideFact& fact);
QLatin1String write(QJsonObject& out, const InterventionFact& fact);
QLatin1String write(QJsonObject& out, const ShadowFact& fact);

/// Empty for a kind that is not one of these.
[[nodiscard]] std::optional<FactBody> ruleBody(QStringView kind, Reader& in);
}  // namespace core::orders
