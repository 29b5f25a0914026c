#pragma once

#include "core/risk/gate_case.h"

#include <array>
#include <cstdint>

namespace core::risk
{
/// Which orders a check binds.
enum class Binds : std::uint8_t
{
    Everything,
    Opening,  ///< Never asked about what reduces: it cannot keep an exit in.
    Reducing,
};

/// One row of the table of checks.
struct GateCheck
{
    int number;
    Binds binds;
    Answer (*judge)(const GateCase& at);
};

// Environment, gate and issue; state_checks.cpp.
[[nodiscard]] Answer checkArmed(const GateCase& at);       // RC-01
[[nodiscard]] Answer checkLamps(const GateCase& at);       // RC-02
[[nodiscard]] Answer checkSession(const GateCase& at);     // RC-03
[[nodiscard]] Answer checkInstrument(const GateCase& at);  // RC-04
[[nodiscard]] Answer checkFrozen(const GateCase& at);      // RC-05
[[nodiscard]] Answer checkDataAge(const GateCase& at);     // RC-06
[[nodiscard]] Answer checkCountOut(const GateCase& at);    // RC-20
[[nodiscard]] Answer checkGuard(const GateCase& at);       // RC-21
[[nodiscard]] Answer checkLossPause(const GateCase& at);   // RC-23
[[nodiscard]] Answer checkRejects(const GateCase& at);     // RC-24
[[nodiscard]] Answer checkUnknown(const GateCase& at);     // RC-25
[[nodiscard]] Answer checkLatency(const GateCase& at);     // RC-26
[[nodiscard]] Answer checkKill(const GateCase& at);        // RC-28
[[nodiscard]] Answer checkOperator(const GateCase& at);    // RC-29
[[nodiscard]] Answer checkRecord(const GateCase& at);      // RC-30

// Price and type; price_checks.cpp.
[[nodiscard]] Answer checkPrice(const GateCase& at);         // RC-07
[[nodiscard]] Answer checkCollar(const GateCase& at);        // RC-08
[[nodiscard]] Answer checkType(const GateCase& at);          // RC-09
[[nodiscard]] Answer checkSelfTrade(const GateCase& at);     // RC-18
[[nodiscard]] Answer checkPlausibility(const GateCase& at);  // RC-27

// Value, size and counts; size_checks.cpp.
[[nodiscard]] Answer checkOrderValue(const GateCase& at);  // RC-10
[[nodiscard]] Answer checkOrderSize(const GateCase& at);   // RC-11
[[nodiscard]] Answer checkCodeValue(const GateCase& at);   // RC-12
[[nodiscard]] Answer checkExposure(const GateCase& at);    // RC-13
[[nodiscard]] Answer checkCounts(const GateCase& at);      // RC-14
[[nodiscard]] Answer checkSellable(const GateCase& at);    // RC-15
[[nodiscard]] Answer checkCash(const GateCase& at);        // RC-16
[[nodiscard]] Answer checkDuplicate(const GateCase& at);   // RC-17
[[nodiscard]] Answer checkMessages(const GateCase& at);    // RC-19
[[nodiscard]] Answer checkLoss(const GateCase& at);        // RC-22

// clang-format off
/// All checks, in the order in which they are judged. What reduces a position is asked only the
/// rows `Everything` and `Reducing`: that is the whole list of what can keep an exit in.
/// Source: reliability contract, section 3; trading rules, section 7.
inline constexpr auto kGateChecks = std::to_array<GateCheck>({
    { 1, Binds::Everything, &checkArmed},
    { 2, Binds::Everything, &checkLamps},         // Of exits: the ledger only.
    { 3, Binds::Everything, &checkSession},
    { 4, Binds::Opening,    &checkInstrument},
    { 5, Binds::Opening,    &checkFrozen},
    { 6, Binds::Opening,    &checkDataAge},
    { 7, Binds::Everything, &checkPrice},
    { 8, Binds::Everything, &checkCollar},
    { 9, Binds::Everything, &checkType},
    {10, Binds::Opening,    &checkOrderValue},
    {11, Binds::Opening,    &checkOrderSize},
    {12, Binds::Opening,    &checkCodeValue},
    {13, Binds::Opening,    &checkExposure},
    {14, Binds::Opening,    &checkCounts},
    {15, Binds::Reducing,   &checkSellable},
    {16, Binds::Opening,    &checkCash},
    {17, Binds::Everything, &checkDuplicate},     // Of exits: while one is live.
    {18, Binds::Everything, &checkSelfTrade},
    {19, Binds::Opening,    &checkMessages},      // Exits and cancels are paced, never refused.
    {20, Binds::Opening,    &checkCountOut},
    {21, Binds::Opening,    &checkGuard},
    {22, Binds::Opening,    &checkLoss},
    {23, Binds::Opening,    &checkLossPause},
    {24, Binds::Opening,    &checkRejects},
    {25, Binds::Opening,    &checkUnknown},
    {26, Binds::Opening,    &checkLatency},
    {27, Binds::Opening,    &checkPlausibility},
    {28, Binds::Opening,    &checkKill},
    {29, Binds::Opening,    &checkOperator},
    {30, Binds::Everything, &checkRecord},
});
// clang-format on
}  // namespace core::risk
