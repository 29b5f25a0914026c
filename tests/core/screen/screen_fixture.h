#pragma once

#include "core/domain/broker_reply.h"
#include "core/screen/screen_input.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

/// Made-up issues for the screener's tests.
namespace screen_test
{
inline core::domain::Symbol symbol(std::string_view text)
{
    return core::domain::Symbol::parse(text).value();
}

inline std::vector<core::domain::Symbol> symbols(std::initializer_list<std::string_view> texts)
{
    std::vector<core::domain::Symbol> made;
    for (const std::string_view text : texts) {
        made.push_back(symbol(text));
    }
    return made;
}

inline core::domain::Instrument stock(std::string_view code,
                                      const QString& name = QStringLiteral("가나다"))
{
    core::domain::Instrument issue;
    issue.symbol = symbol(code);
    issue.name = name;
    issue.reference = core::domain::Price::fromWon(10'000);
    issue.previousVolume = core::domain::Quantity{1'000};
    return issue;
}

inline core::domain::InstrumentsPtr table(std::vector<core::domain::Instrument> issues)
{
    auto made = std::make_shared<core::domain::InstrumentTable>();
    made->date = core::domain::TradingDate{std::chrono::year{2026}, std::chrono::month{11},
                                           std::chrono::day{24}};
    for (core::domain::Instrument& issue : issues) {
        made->bySymbol.emplace(issue.symbol, std::move(issue));
    }
    return made;
}
}  // namespace screen_test
