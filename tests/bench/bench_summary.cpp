// The daily summary on the UI thread, offscreen: a frame of its trade table while it scrolls (goal:
// 60 frames a second, 16,667 us), beside a plain QTableView of Qt with the same texts; and a step
// from one day to the next, tables and curve filled and painted.

#include "core/config/config_file.h"
#include "core/report/day_summary.h"
#include "tests/support/sample_day.h"
#include "ui/desk_table.h"
#include "ui/summary_dialog.h"

#include <QApplication>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <vector>

namespace
{
using namespace core;

const QSize kSize{1'600, 1'000};

domain::DayPtr dayOf(int trades)
{
    domain::DayRecord record = test::busyDay(trades);
    domain::DaySummary summary = report::summarize(record, {});
    return std::make_shared<const domain::Day>(
        domain::Day{.record = std::move(record), .summary = std::move(summary)});
}

/// A turn of the wheel and the paint it asks for, down to the end and up again.
void scroll(benchmark::State& state, QAbstractItemView& table)
{
    constexpr int kWheelStep = 60;
    QScrollBar* bar = table.verticalScrollBar();
    int step = kWheelStep;
    std::vector<double> micros;
    for (auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        if (bar->value() + step > bar->maximum() || bar->value() + step < 0) {
            step = -step;
        }
        bar->setValue(bar->value() + step);
        QCoreApplication::processEvents();
        micros.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - from)
                .count());
    }
    std::sort(micros.begin(), micros.end());
    state.counters["p99_us"] = micros[micros.size() * 99 / 100];
    state.counters["max_us"] = micros.back();
    state.counters["rows"] = table.model()->rowCount();
}

void scrollTrades(benchmark::State& state)
{
    ui::SummaryDialog dialog{config::defaultConfig(domain::EnvironmentKind::Sim).guard, nullptr};
    dialog.setTheme(ui::Theme::make(config::ThemeName::Dark, ui::UpColour::Red), 10);
    dialog.resize(kSize);
    dialog.showDay(dayOf(static_cast<int>(state.range(0))));
    dialog.show();
    QCoreApplication::processEvents();
    scroll(state, dialog.table(ui::SummaryPart::Trades));
}
BENCHMARK(scrollTrades)->Arg(100)->Arg(2'000)->Unit(benchmark::kMicrosecond)->Iterations(2'000);

/// The reference: Qt's own table and delegate, the same texts, nothing else in the window.
void scrollPlainTable(benchmark::State& state)
{
    ui::SummaryDialog dialog{config::defaultConfig(domain::EnvironmentKind::Sim).guard, nullptr};
    dialog.showDay(dayOf(static_cast<int>(state.range(0))));
    const QAbstractItemModel& from = *dialog.table(ui::SummaryPart::Trades).model();
    QStandardItemModel model{from.rowCount(), from.columnCount()};
    for (int row = 0; row < from.rowCount(); ++row) {
        for (int column = 0; column < from.columnCount(); ++column) {
            model.setItem(row, column,
                          new QStandardItem{from.index(row, column).data().toString()});
        }
    }
    QTableView table;
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setModel(&model);
    table.resize(kSize);
    table.show();
    QCoreApplication::processEvents();
    scroll(state, table);
}
BENCHMARK(scrollPlainTable)->Arg(100)->Arg(2'000)->Unit(benchmark::kMicrosecond)->Iterations(2'000);

void nextDay(benchmark::State& state)
{
    ui::SummaryDialog dialog{config::defaultConfig(domain::EnvironmentKind::Sim).guard, nullptr};
    dialog.setTheme(ui::Theme::make(config::ThemeName::Dark, ui::UpColour::Red), 10);
    dialog.resize(kSize);
    dialog.show();
    const std::array days{dayOf(100), dayOf(120)};
    std::size_t n = 0;
    for (auto _ : state) {
        dialog.showDay(days[++n % days.size()]);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(nextDay)->Unit(benchmark::kMicrosecond)->Iterations(200);
}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application{argc, argv};
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
