// V-1: a trade record from the UTF-16 text of the socket to a value.
//
// The references run beside it: memchr over the same bytes, the caret pass alone, and the naive
// way (split, toDouble). Figures are per record: items_per_second inverted.
#include "core/kis/trade_codec.h"

#include <QString>
#include <QStringList>

#include <benchmark/benchmark.h>
#include <cstring>
#include <random>
#include <vector>

namespace
{
using core::kis::CpuPath;
using core::kis::TradeDecoder;

constexpr unsigned kSeed = 41;
constexpr int kFrames = 256;  // Enough different ones that no branch learns them by heart.

QString record(std::mt19937& random)
{
    const auto between = [&random](int low, int high) {
        return QString::number(low
                               + static_cast<int>(random() % static_cast<unsigned>(high - low)));
    };
    const QString price = between(1000, 900'000);
    QStringList fields = QStringLiteral("005930^151425^313000^5^-40500^-11.46^335674.46^347500^"
                                        "353000^310000^313500^313000^825^34502265^11581539743500^"
                                        "382205^358363^-23842^67.05^19740248^13236777^5^0.39^"
                                        "141.81^090008^5^-34500^090010^5^-40000^151413^2^3000^"
                                        "20260623^20^N^2751^7557^92085^151119^0.59^21647427^"
                                        "159.38^0^^322000^2")
                             .split(u'^');
    fields[0] = between(100'000, 999'999);
    fields[1] = QStringLiteral("1%1%2%3").arg(between(0, 4), between(10, 60), between(10, 60));
    fields[2] = price;
    for (const int index : {7, 8, 9, 10, 11, 45}) {
        fields[index] = between(1000, 900'000);
    }
    fields[6] = between(1000, 900'000) + QStringLiteral(".%1").arg(between(10, 99));
    fields[12] = between(1, 5'000);
    fields[13] = between(10'000, 90'000'000);
    fields[14] = between(1'000'000, 2'000'000'000) + between(100, 99'999);
    fields[18] = between(10, 400) + QStringLiteral(".%1").arg(between(10, 99));
    fields[21] = random() % 2 == 0 ? QStringLiteral("1") : QStringLiteral("5");
    fields[38] = between(100, 999'999);
    fields[39] = between(100, 999'999);
    return fields.join(u'^');
}

std::vector<QString> frames(int records)
{
    std::mt19937 random{kSeed};
    std::vector<QString> frames;
    for (int i = 0; i < kFrames; ++i) {
        QStringList parts;
        for (int r = 0; r < records; ++r) {
            parts.append(record(random));
        }
        frames.push_back(
            QStringLiteral("0|H0STCNT0|%1|%2")
                .arg(QString::number(records).rightJustified(3, u'0'), parts.join(u'^')));
    }
    return frames;
}

void countRecords(benchmark::State& state, std::int64_t records)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * records);
}

void parse(benchmark::State& state, CpuPath path)
{
    if (!core::kis::canRun(path)) {
        state.SkipWithError("this processor cannot run this path");
        return;
    }
    const auto texts = frames(static_cast<int>(state.range(0)));
    TradeDecoder decoder{path};
    std::size_t at = 0;
    for (auto iteration : state) {
        static_cast<void>(iteration);
        const QString& text = texts[at++ % kFrames];
        const auto header = core::kis::parseFrameHeader(text);
        const auto trades = decoder.decode(text, *header);
        if (!trades) {
            state.SkipWithError("a frame was refused");
            break;
        }
        benchmark::DoNotOptimize(trades->back().accTurnover);
    }
    countRecords(state, state.range(0));
}

void caretPass(benchmark::State& state)
{
    const auto texts = frames(static_cast<int>(state.range(0)));
    core::kis::FieldEdges edges;
    std::size_t at = 0;
    for (auto iteration : state) {
        static_cast<void>(iteration);
        edges.scan(texts[at++ % kFrames], 15, core::kis::bestCpuPath());
        benchmark::DoNotOptimize(edges.fieldCount());
    }
    countRecords(state, state.range(0));
}

void memchrPass(benchmark::State& state)
{
    const auto texts = frames(static_cast<int>(state.range(0)));
    std::size_t at = 0;
    for (auto iteration : state) {
        static_cast<void>(iteration);
        const QString& text = texts[at++ % kFrames];
        benchmark::DoNotOptimize(
            std::memchr(text.utf16(), 0xFF, static_cast<std::size_t>(text.size()) * 2));
    }
    countRecords(state, state.range(0));
}

void naiveQt(benchmark::State& state)
{
    const auto texts = frames(static_cast<int>(state.range(0)));
    std::size_t at = 0;
    for (auto iteration : state) {
        static_cast<void>(iteration);
        const QStringList parts = texts[at++ % kFrames].split(u'|');
        const QStringList fields = parts[3].split(u'^');
        for (qsizetype first = 0; first < fields.size(); first += 47) {
            double sum = 0;
            for (const int index : {2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 38, 39, 45}) {
                sum += fields[first + index].toDouble();
            }
            benchmark::DoNotOptimize(sum);
        }
    }
    countRecords(state, state.range(0));
}
}  // namespace

BENCHMARK_CAPTURE(parse, avx2, CpuPath::Avx2)->Arg(1)->Arg(4)->Arg(20);
BENCHMARK_CAPTURE(parse, sse2, CpuPath::Sse2)->Arg(1)->Arg(4)->Arg(20);
BENCHMARK_CAPTURE(parse, reference, CpuPath::Scalar)->Arg(4);
BENCHMARK(caretPass)->Arg(1)->Arg(4)->Arg(20);
BENCHMARK(memchrPass)->Arg(1)->Arg(4)->Arg(20);
BENCHMARK(naiveQt)->Arg(4);

BENCHMARK_MAIN();
