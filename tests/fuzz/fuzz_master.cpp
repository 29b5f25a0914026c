// Instrument files and their zip: no read past the end, and only codes that are codes.

#include "core/kis/master_archive.h"
#include "core/kis/master_file.h"

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace core::kis;
    using namespace std::chrono;
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    for (const auto market : {core::domain::Market::Kospi, core::domain::Market::Kosdaq}) {
        const auto file = parseMaster(bytes, market, year{2026} / November / 24);
        if (!file) {
            continue;
        }
        for (const core::domain::Instrument& instrument : file->instruments) {
            const bool isCode =
                core::domain::Symbol::parse(instrument.symbol.view()) == instrument.symbol
                && !instrument.symbol.isEmpty();
            const bool isPrice = !instrument.reference || instrument.reference->won() > 0;
            if (!isCode || !isPrice) {
                std::abort();
            }
        }
    }
    static_cast<void>(extractMaster(bytes));
    return 0;
}
