#include "tests/torture/desk_script.h"

#include "core/domain/price_steps.h"

#include <algorithm>

namespace torture
{
namespace
{
constexpr int kDeniedMax = 12;
constexpr int kConfirmationsMax = 30;
constexpr std::int64_t kAgainMs = 150;
constexpr std::int64_t kPatienceMs = 2500;
constexpr int kRestingSteps = 8;

bool isPlaced(const domain::Order& order)
{
    return order.state != domain::OrderState::Denied && order.state != domain::OrderState::External;
}

/// The gate wants live streams and recent trades.
bool isFresh(const domain::Symbol& symbol, const domain::DeskSnapshot& shot)
{
    return std::any_of(shot.symbols.begin(), shot.symbols.end(),
                       [&](const domain::SymbolView& one) {
                           return one.symbol == symbol && one.slot.trade && one.slot.quote
                                  && shot.now - one.lastTrade < std::chrono::seconds{20};
                       });
}

bool mayFollow(domain::OrderState state)
{
    return state == domain::OrderState::Working || state == domain::OrderState::Partial;
}
}  // namespace

DeskScript::DeskScript(std::vector<domain::Symbol> symbols, std::uint64_t seed)
{
    const Job jobs[] = {Job::BuyAndSell, Job::BuyAndCancel, Job::BuyAmendCancel,
                        Job::BuyAndOfferRest};
    const std::int64_t shares[] = {3, 5};
    for (std::size_t index = 0; index < 2 * symbols.size(); ++index) {
        Task task;
        task.symbol = symbols[index % symbols.size()];
        task.shares = domain::Quantity{shares[index / symbols.size()]};
        task.job = jobs[(index + seed) % std::size(jobs)];
        m_tasks.push_back(task);
    }
}

const domain::Order* DeskScript::find(const domain::TradingView& view, const domain::Symbol& symbol,
                                      domain::Side side, domain::Quantity shares)
{
    const auto at =
        std::find_if(view.orders.begin(), view.orders.end(), [&](const domain::Order& order) {
            return isPlaced(order) && order.request.symbol == symbol && order.request.side == side
                   && order.request.quantity == shares;
        });
    return at == view.orders.end() ? nullptr : &*at;
}

std::optional<domain::Price> DeskScript::priceOf(const domain::OrderRequest& request, Job job,
                                                 const domain::DeskSnapshot& shot)
{
    const auto at =
        std::find_if(shot.symbols.begin(), shot.symbols.end(),
                     [&](const domain::SymbolView& one) { return one.symbol == request.symbol; });
    if (at == shot.symbols.end() || at->bid == domain::Price{} || at->ask == domain::Price{}) {
        return std::nullopt;
    }
    const bool buy = request.side == domain::Side::Buy;
    const bool rests =
        buy ? job == Job::BuyAndCancel || job == Job::BuyAmendCancel : job == Job::BuyAndOfferRest;
    domain::Price price = rests == buy ? at->bid : at->ask;
    // Resting: away from the market. At once: a little beyond the other side.
    const bool up = rests != buy;
    for (int step = 0; step < (rests ? kRestingSteps : 1); ++step) {
        price = up ? domain::nextUp(price, at->steps) : domain::nextDown(price, at->steps);
    }
    return price;
}

std::optional<domain::OrderRequest> DeskScript::wanted(const Task& task,
                                                       const domain::TradingView& view) const
{
    domain::OrderRequest request;
    request.symbol = task.symbol;
    request.rule = QStringLiteral("HAND");
    const domain::Order* buy = find(view, task.symbol, domain::Side::Buy, task.shares);
    if (buy == nullptr) {
        request.side = domain::Side::Buy;
        request.quantity = task.shares;
        return request;
    }
    const bool sells = task.job == Job::BuyAndSell || task.job == Job::BuyAndOfferRest;
    if (!sells || !domain::isFinal(buy->state) || buy->filled.shares() == 0
        || find(view, task.symbol, domain::Side::Sell, buy->filled) != nullptr) {
        return std::nullopt;
    }
    request.side = domain::Side::Sell;
    request.quantity = buy->filled;
    return request;
}

std::optional<domain::Command> DeskScript::followUp(Task& task, const domain::Order& order,
                                                    const domain::DeskSnapshot& shot) const
{
    if (!mayFollow(order.state)) {
        return std::nullopt;
    }
    const auto first = [&] { return priceOf(order.request, task.job, shot); };
    if (task.job == Job::BuyAmendCancel && order.earlier.empty() && !task.amended
        && order.request.price) {
        if (const auto price = first(); price && *price != *order.request.price) {
            task.amended = true;
            return domain::AmendOrder{order.id, *price};
        }
        // The market has not moved: one step down is as good.
        task.amended = true;
        const auto at =
            std::find_if(shot.symbols.begin(), shot.symbols.end(),
                         [&](const domain::SymbolView& one) { return one.symbol == task.symbol; });
        if (at != shot.symbols.end()) {
            return domain::AmendOrder{order.id, domain::nextDown(*order.request.price, at->steps)};
        }
    }
    return domain::CancelOrder{order.id};
}

void DeskScript::openGate(const domain::TradingView& view, std::int64_t nowMs, Move& move)
{
    if (view.gate.state == domain::GateState::Open || nowMs < m_gateNotBefore
        || m_confirmations >= kConfirmationsMax) {
        return;
    }
    m_gateNotBefore = nowMs + kAgainMs;
    ++m_confirmations;
    // The person at the desk reads why and lets it open again.
    for (const domain::GateReason& reason : view.gate.reasons) {
        if (reason.sticky) {
            move.commands.push_back(domain::ConfirmGate{reason.cause});
        }
    }
    if (view.gate.arming != domain::Arming::Armed) {
        move.commands.push_back(domain::Arm{QString{}, view.gate.dayOrderLimit, false});
    }
}

DeskScript::Move DeskScript::next(const domain::DeskSnapshot& shot, std::int64_t nowMs)
{
    Move move;
    const domain::TradingView& view = *shot.trading;
    openGate(view, nowMs, move);
    for (Task& task : m_tasks) {
        if (nowMs < task.notBefore) {
            continue;
        }
        const domain::Order* buy = find(view, task.symbol, domain::Side::Buy, task.shares);
        const domain::Order* sale =
            buy == nullptr ? nullptr : find(view, task.symbol, domain::Side::Sell, buy->filled);
        for (const domain::Order* order : {buy, sale}) {
            if (order == nullptr) {
                continue;
            }
            if (auto command = followUp(task, *order, shot)) {
                task.notBefore = nowMs + kAgainMs;
                move.commands.push_back(*command);
            }
        }
    }
    for (Task& task : m_tasks) {
        std::optional<domain::OrderRequest> request = wanted(task, view);
        if (!request || task.denied >= kDeniedMax) {
            continue;
        }
        if (task.waitsSince == 0) {
            task.waitsSince = nowMs;
        } else if (nowMs - task.waitsSince > kPatienceMs) {
            task.denied = kDeniedMax;  // An issue that does not trade today.
            continue;
        }
        if (shot.selected != task.symbol || view.ladder.symbol != task.symbol) {
            move.select = task.symbol;
            return move;
        }
        if (nowMs < task.notBefore) {
            return move;  // One issue after the other: only the selected one has prices.
        }
        request->price = priceOf(*request, task.job, shot);
        if (view.ladder.live && view.ladder.book && request->price && isFresh(task.symbol, shot)) {
            move.commands.push_back(domain::PlaceOrder{*request});
            ++task.denied;  // If it was not, it shows among the orders.
            task.waitsSince = 0;
            task.notBefore = nowMs + kAgainMs;
        }
        return move;
    }
    return move;
}

bool DeskScript::isQuiet(const domain::DeskSnapshot& shot) const
{
    const domain::TradingView& view = *shot.trading;
    for (const domain::Order& order : view.orders) {
        if (!domain::isFinal(order.state) && order.state != domain::OrderState::AbsentWatch
            && order.state != domain::OrderState::External) {
            return false;
        }
    }
    for (const domain::GateReason& reason : view.gate.reasons) {
        if (reason.cause == domain::GateCause::Mismatch) {
            return false;
        }
    }
    return std::all_of(m_tasks.begin(), m_tasks.end(), [&](const Task& task) {
        return task.denied >= kDeniedMax || !wanted(task, view);
    });
}
}  // namespace torture
