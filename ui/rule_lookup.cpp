#include "ui/rule_lookup.h"

#include "ui/words_orders.h"

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::AutoState;
using domain::Symbol;

namespace
{
template <typename Row>
const Row* find(const std::vector<Row>& rows, const Symbol& symbol)
{
    const auto at = std::find_if(rows.begin(), rows.end(),
                                 [&symbol](const Row& row) { return row.symbol == symbol; });
    return at == rows.end() ? nullptr : &*at;
}
}  // namespace

const domain::RuledPosition* ruledOf(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    return desk.rules ? find(desk.rules->positions, symbol) : nullptr;
}

const domain::Position* positionOf(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    return desk.trading ? find(desk.trading->positions, symbol) : nullptr;
}

const domain::SymbolView* liveOf(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    if (const domain::SymbolView* listed = find(desk.symbols, symbol)) {
        return listed;
    }
    for (const domain::ChartView& chart : desk.charts) {
        if (chart.live.symbol == symbol) {
            return &chart.live;
        }
    }
    return nullptr;
}

QString issueName(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    if (desk.rules && desk.rules->names) {
        const auto known = desk.rules->names->find(symbol);
        if (known != desk.rules->names->end()) {
            return known->second;
        }
    }
    const domain::SymbolView* live = liveOf(desk, symbol);
    return live == nullptr || live->name.isEmpty() ? symbol.toString() : live->name;
}

AutoState masterOf(const domain::DeskSnapshot& desk)
{
    return desk.rules ? desk.rules->master : AutoState::On;
}

AutoState ownAutoState(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    if (const domain::Position* position = positionOf(desk, symbol)) {
        return position->automation;
    }
    const domain::SymbolAutomation* own =
        desk.rules ? find(desk.rules->automation, symbol) : nullptr;
    return own == nullptr ? AutoState::On : own->state;
}

QString autoText(AutoState own, AutoState master)
{
    return master > own ? QStringLiteral("%1 (%2)").arg(autoStateName(own), autoStateName(master))
                        : autoStateName(own);
}

bool isHeld(const domain::DeskSnapshot& desk, const Symbol& symbol)
{
    const domain::Position* position = positionOf(desk, symbol);
    return position != nullptr && position->quantity.shares() > 0;
}

QLatin1String voidReason(const domain::RulesView& rules, const Symbol& symbol)
{
    if (!rules.decisions) {
        return {};
    }
    const auto newest =
        std::find_if(rules.decisions->rbegin(), rules.decisions->rend(),
                     [&symbol](const std::shared_ptr<const domain::Decision>& one) {
                         return one->kind == domain::DecisionKind::Pattern && one->symbol == symbol;
                     });
    return newest != rules.decisions->rend() && (*newest)->state == domain::PatternState::Void
               ? (*newest)->why
               : QLatin1String{};
}
}  // namespace ui
