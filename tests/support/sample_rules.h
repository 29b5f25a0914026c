#pragma once

#include "core/domain/desk_snapshot.h"

/// The rules' half of the sample desk: a base position in a pull-back with stops, path and a
/// what-if, one after its add, one by hand that is not pyramided; decisions, interventions and
/// shadows of every kind.
namespace test
{
[[nodiscard]] core::domain::RulesView sampleRules();
/// P1 to P12 with P5 failing and P6 without data; the rest passes.
[[nodiscard]] std::vector<core::domain::Condition> sampleAddConditions();
}  // namespace test
