#pragma once

#include "core/domain/command.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/instrument.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace torture
{
namespace domain = core::domain;

/// What the trader of a kill run wants with an issue. Every order of a run differs in issue,
/// side or quantity, so the truth log tells to which intent it belongs.
enum class Job : std::uint8_t
{
    BuyAndSell,       ///< Buys at once, sells what came.
    BuyAndCancel,     ///< Rests far below, is cancelled.
    BuyAmendCancel,   ///< Rests, is amended, is cancelled.
    BuyAndOfferRest,  ///< Buys at once, offers it far above, cancels that.
};

/// The trader of a kill run: looks at snapshots, gives commands. It remembers nothing that is not
/// in the snapshots, so after a crash it goes on where the terminal's books are.
class DeskScript final
{
public:
    DeskScript(std::vector<domain::Symbol> symbols, std::uint64_t seed);

    /// What to do now, given the newest snapshot.
    struct Move
    {
        std::optional<domain::Symbol> select;
        std::vector<domain::Command> commands;
    };
    [[nodiscard]] Move next(const domain::DeskSnapshot& shot, std::int64_t nowMs);
    /// Nothing is left to do and nothing is open or unclear any more.
    [[nodiscard]] bool isQuiet(const domain::DeskSnapshot& shot) const;

private:
    struct Task
    {
        Job job = Job::BuyAndSell;
        domain::Symbol symbol;
        domain::Quantity shares;
        std::int64_t waitsSince = 0;
        int denied = 0;  ///< In this life of the program.
        std::int64_t notBefore = 0;
        bool amended = false;
    };

    [[nodiscard]] static const domain::Order* find(const domain::TradingView& view,
                                                   const domain::Symbol& symbol, domain::Side side,
                                                   domain::Quantity shares);
    [[nodiscard]] std::optional<domain::OrderRequest> wanted(const Task& task,
                                                             const domain::TradingView& view) const;
    [[nodiscard]] std::optional<domain::Command> followUp(Task& task, const domain::Order& order,
                                                          const domain::DeskSnapshot& shot) const;
    [[nodiscard]] static std::optional<domain::Price>
    priceOf(const domain::OrderRequest& request, Job job, const domain::DeskSnapshot& shot);
    void openGate(const domain::TradingView& view, std::int64_t nowMs, Move& move);

    std::vector<Task> m_tasks;
    std::int64_t m_gateNotBefore = 0;
    int m_confirmations = 0;
};
}  // namespace torture
