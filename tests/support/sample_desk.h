#pragma once

#include "core/domain/desk_snapshot.h"

#include <cstdint>
#include <memory>
#include <vector>

/// A desk in the middle of a session, made of values: thirty-odd issues with names and prices of
/// the Korean market, bars with volume, a gap, a revised bar and warm-up. Same arguments, same
/// desk.
namespace test
{
[[nodiscard]] core::domain::Symbol symbolOf(const char* code);
/// 2026-11-24, a Tuesday, at this time in Seoul.
[[nodiscard]] core::domain::Timestamp seoul(int hour, int minute, int second = 0);

/// `count` bars of `interval` that end before `end`; the first half from warm-up.
[[nodiscard]] std::shared_ptr<const core::domain::ClosedBars>
sampleBars(int count, core::domain::Interval interval, std::int32_t startPrice,
           core::domain::Timestamp end, std::uint32_t seed = 1);

[[nodiscard]] core::domain::ChartView sampleChart(int pane, core::domain::ChartRequest request,
                                                  int bars = 480);

/// Screen result, live symbols, charts (one a pane asked for), health, log, figures.
[[nodiscard]] core::domain::DeskSnapshot sampleDesk();
[[nodiscard]] std::vector<core::domain::Instrument> sampleInstruments();
}  // namespace test
