// The gate's words: causes, kill levels, arming, and the thirty checks.
#include "ui/format.h"
#include "ui/words_orders.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui
{
namespace domain = core::domain;
using domain::GateCause;
using domain::KillLevel;

namespace
{
struct GateWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::GateWords)
};

/// Name, meaning and advice of one check, untranslated.
struct CheckWords
{
    const char* name;
    const char* meaning;
    const char* advice;
};

// clang-format off
constexpr std::array<CheckWords, kChecks> kCheckWords{{
    {QT_TRANSLATE_NOOP("ui::GateWords", "Armed"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Orders leave only while the session is armed."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Arm the session in the top bar.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Lamps and reconciliation"),
     QT_TRANSLATE_NOOP("ui::GateWords", "REST, feed, notices, ledger and clock must be fresh and the books reconciled."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait for the lamp that is out; its cause stands in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Session phase"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Buys 09:00 to 15:20, sales to 15:30."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait for the phase in which this order is allowed.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Issue allowed"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Common shares of today's master files without halt, warning or risk mark."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Choose another issue.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Code not frozen"),
     QT_TRANSLATE_NOOP("ui::GateWords", "No unknown order, outside trade, series of rejects or VI in this code."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Resolve what froze the code, or wait until it thaws.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Age of data"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Price and book must be fresh."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait for fresh data; check the feed if it lasts.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Price step and day limits"),
     QT_TRANSLATE_NOOP("ui::GateWords", "The price must be on a valid step within the limits of the day."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Choose a valid price.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Price collar"),
     QT_TRANSLATE_NOOP("ui::GateWords", "The price must be near the book and the last trade."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Move the price closer to the market.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Order type"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Buys are limit orders; market orders sell only, in the regular session."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Use a limit order.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Order value"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Largest value of one order."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Order quantity"),
     QT_TRANSLATE_NOOP("ui::GateWords", "The order must be small against the visible book and the last five minutes."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity, or wait for a deeper book.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Position value"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Largest value held of one code, working buys included."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity, or cancel a working buy.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Gross exposure"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Cost of everything held, unknown buys at full size."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Sell something first.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Number of codes and orders"),
     QT_TRANSLATE_NOOP("ui::GateWords", "How many codes are held and orders work at once."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Close a position or cancel an order.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Sellable quantity"),
     QT_TRANSLATE_NOOP("ui::GateWords", "No more than held less own working sales; no short sales."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity, or cancel a working sale.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Cash"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Value with two percent of slack within our cash and the broker's buying power."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Duplicate"),
     QT_TRANSLATE_NOOP("ui::GateWords", "The same order within two seconds, or an order of this code still open."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait, or cancel the open order first.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Self-trade"),
     QT_TRANSLATE_NOOP("ui::GateWords", "It must not cross an own resting order."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Cancel the own order on the other side.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Messages"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Orders, amendments and cancels a second, a minute and a day."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait; near the limit of the day only exits remain.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Count of orders"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Orders decided, written and known at the broker must agree."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Compare with the HTS, then confirm in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Day return"),
     QT_TRANSLATE_NOOP("ui::GateWords", "The guard's marks of the day's return."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Stop buying today, or confirm in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Loss at the stop"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Distance to the stop times quantity."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Lower the quantity.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Losses in a row"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Entries pause after a series of losing exits."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait until the pause is over.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Rejects"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Refusals of the broker within a minute."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Read the reasons in the orders, then confirm in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Unknown orders"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Orders whose answer was lost, at once and today."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait until they are found, then confirm in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Order latency"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Round trip of the last ten orders."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Wait five minutes; check the network if it lasts.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Plausible price"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Within the day's limits and near the minute's VWAP; the book neither crossed nor empty."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Compare the price with another source.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Kill switch"),
     QT_TRANSLATE_NOOP("ui::GateWords", "No kill level may be active."),
     QT_TRANSLATE_NOOP("ui::GateWords", "End the kill level in the top bar.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Person present"),
     QT_TRANSLATE_NOOP("ui::GateWords", "A key or the mouse was used within the hour."),
     QT_TRANSLATE_NOOP("ui::GateWords", "Move the mouse, then confirm in the gate list.")},
    {QT_TRANSLATE_NOOP("ui::GateWords", "Record of the decision"),
     QT_TRANSLATE_NOOP("ui::GateWords", "Every decision is written down with its figures."),
     QT_TRANSLATE_NOOP("ui::GateWords", "The ledger does not take records: check the disk.")},
}};
// clang-format on

const CheckWords* wordsOf(int number)
{
    return number < 1 || number > kChecks ? nullptr
                                          : &kCheckWords[static_cast<std::size_t>(number - 1)];
}
/// Words of the core that stand for a cause or a doubt.
struct CodeWord
{
    QLatin1String word;
    const char* text;
};
constexpr auto kCodeWords = std::to_array<CodeWord>({
    CodeWord{QLatin1String{"unknown_order"}, QT_TRANSLATE_NOOP("ui::GateWords", "unknown order")},
    CodeWord{QLatin1String{"ambiguous"}, QT_TRANSLATE_NOOP("ui::GateWords", "ambiguous order")},
    CodeWord{QLatin1String{"external"},
             QT_TRANSLATE_NOOP("ui::GateWords", "order outside this program")},
    CodeWord{QLatin1String{"rejects"}, QT_TRANSLATE_NOOP("ui::GateWords", "several rejects")},
    CodeWord{QLatin1String{"other_code"},
             QT_TRANSLATE_NOOP("ui::GateWords", "unrecognised refusal")},
    CodeWord{QLatin1String{"mismatch"}, QT_TRANSLATE_NOOP("ui::GateWords", "holding differs")},
    CodeWord{QLatin1String{"no_figures"}, QT_TRANSLATE_NOOP("ui::GateWords", "no figures yet")},
    CodeWord{QLatin1String{"old_balance"}, QT_TRANSLATE_NOOP("ui::GateWords", "balance too old")},
    CodeWord{QLatin1String{"vi"}, QT_TRANSLATE_NOOP("ui::GateWords", "volatility interruption")},
    CodeWord{QLatin1String{"cash"}, QT_TRANSLATE_NOOP("ui::GateWords", "not enough buying power")},
    CodeWord{QLatin1String{"window"},
             QT_TRANSLATE_NOOP("ui::GateWords", "the window does not answer")},
    CodeWord{QLatin1String{"signal"}, QT_TRANSLATE_NOOP("ui::GateWords", "signal SIGUSR1")},
    CodeWord{QLatin1String{"telegram"},
             QT_TRANSLATE_NOOP("ui::GateWords", "command from Telegram")},
    CodeWord{QLatin1String{"trader"}, QT_TRANSLATE_NOOP("ui::GateWords", "by you")},
    CodeWord{QLatin1String{"licence"}, QT_TRANSLATE_NOOP("ui::GateWords", "end of the session")},
    CodeWord{QLatin1String{"typed"},
             QT_TRANSLATE_NOOP("ui::GateWords", "the digits do not fit the account")},
    CodeWord{QLatin1String{"sleep"}, QT_TRANSLATE_NOOP("ui::GateWords", "the machine slept")},
    CodeWord{QLatin1String{"blind"},
             QT_TRANSLATE_NOOP("ui::GateWords", "neither market line nor broker answered")},
    CodeWord{QLatin1String{"observe"}, QT_TRANSLATE_NOOP("ui::GateWords", "observing only")},
});
}  // namespace

QString armingName(domain::Arming arming)
{
    switch (arming) {
    case domain::Arming::Unarmed:
        return GateWords::tr("Unarmed");
    case domain::Arming::Armed:
        return GateWords::tr("Armed");
    case domain::Arming::Disarmed:
        return GateWords::tr("Disarmed");
    }
    return {};
}

QString armingHelp(domain::Arming arming)
{
    switch (arming) {
    case domain::Arming::Unarmed:
        return GateWords::tr("No order of any kind leaves. Click to arm.");
    case domain::Arming::Armed:
        return GateWords::tr("Orders leave after the gate. Click to disarm.");
    case domain::Arming::Disarmed:
        return GateWords::tr(
            "Nothing opens; exits, cancels and hand sales go on. Click to arm again.");
    }
    return {};
}

QString killName(KillLevel level)
{
    switch (level) {
    case KillLevel::None:
        return GateWords::tr("No kill level");
    case KillLevel::NoEntries:
        return GateWords::tr("K1: no entries");
    case KillLevel::CancelBuys:
        return GateWords::tr("K2: killed");
    case KillLevel::FlattenAndLock:
        return GateWords::tr("K3: flattened and locked");
    }
    return {};
}

QString killHelp(KillLevel level)
{
    switch (level) {
    case KillLevel::None:
        return {};
    case KillLevel::NoEntries:
        return GateWords::tr("No new buys; exits go on. Release it when you have looked.");
    case KillLevel::CancelBuys:
        return GateWords::tr(
            "Open buys are cancelled and no new ones leave; working sales stay. Release it when "
            "you have looked.");
    case KillLevel::FlattenAndLock:
        return GateWords::tr(
            "Open buys are cancelled and the ticked positions sold; locked until you type the "
            "unlock word.");
    }
    return {};
}

QString gateStateName(domain::GateState state)
{
    switch (state) {
    case domain::GateState::Open:
        return GateWords::tr("Open", "gate");
    case domain::GateState::ExitOnly:
        return GateWords::tr("Exits only", "gate");
    case domain::GateState::Halt:
        return GateWords::tr("Halted", "gate");
    case domain::GateState::View:
        return GateWords::tr("View only", "gate");
    }
    return {};
}

QString causeName(GateCause cause)
{
    switch (cause) {
    case GateCause::Unarmed:
        return GateWords::tr("Not armed");
    case GateCause::Disarmed:
        return GateWords::tr("Session disarmed");
    case GateCause::Kill:
        return GateWords::tr("Kill level active");
    case GateCause::Rest:
        return GateWords::tr("REST lamp");
    case GateCause::Feed:
        return GateWords::tr("Feed lamp");
    case GateCause::Notices:
        return GateWords::tr("Notice lamp");
    case GateCause::Ledger:
        return GateWords::tr("DB lamp");
    case GateCause::Clock:
        return GateWords::tr("Clock lamp");
    case GateCause::NotReconciled:
        return GateWords::tr("Not reconciled");
    case GateCause::Mismatch:
        return GateWords::tr("Holding mismatch");
    case GateCause::UnknownOrders:
        return GateWords::tr("Too many unknown orders");
    case GateCause::Rejects:
        return GateWords::tr("Too many rejects");
    case GateCause::Messages:
        return GateWords::tr("Message limit of the day");
    case GateCause::CountOut:
        return GateWords::tr("Order counts differ");
    case GateCause::DayReturn:
        return GateWords::tr("Guard of the day");
    case GateCause::Latency:
        return GateWords::tr("Orders too slow");
    case GateCause::Operator:
        return GateWords::tr("Nobody at the desk");
    case GateCause::Closed:
        return GateWords::tr("No trading day");
    case GateCause::LedgerCorrupt:
        return GateWords::tr("Ledger set aside");
    case GateCause::DataOld:
        return GateWords::tr("Data too old");
    }
    return {};
}

QString causeHelp(GateCause cause)
{
    switch (cause) {
    case GateCause::Unarmed:
        return GateWords::tr("No order leaves this session. Arm it in the top bar.");
    case GateCause::Disarmed:
        return GateWords::tr("Nothing opens; exits go on. Arm again when the cause is gone.");
    case GateCause::Kill:
        return GateWords::tr("The kill switch was used. Release it in the top bar.");
    case GateCause::Rest:
        return GateWords::tr("The broker does not answer requests. Opens by itself; check the "
                             "network if it lasts.");
    case GateCause::Feed:
        return GateWords::tr("No fresh prices arrive. Opens by itself; check the network if it "
                             "lasts.");
    case GateCause::Notices:
        return GateWords::tr("Execution notices do not arrive; fills are read from the list "
                             "instead. Check that the HTS id is right.");
    case GateCause::Ledger:
        return GateWords::tr("Orders cannot be written down, so none leaves. Check the disk.");
    case GateCause::Clock:
        return GateWords::tr("The clock is wrong or the machine slept. Switch on time "
                             "synchronisation.");
    case GateCause::NotReconciled:
        return GateWords::tr("The books have not been compared with the broker yet. Opens by "
                             "itself after the next complete answer.");
    case GateCause::Mismatch:
        return GateWords::tr("The broker holds another quantity than the books. Compare with the "
                             "HTS, then accept it in the positions.");
    case GateCause::UnknownOrders:
        return GateWords::tr("Answers to orders were lost. Wait until the orders are found, then "
                             "confirm here.");
    case GateCause::Rejects:
        return GateWords::tr("The broker refused several orders within a minute. Read the reasons, "
                             "then confirm here.");
    case GateCause::Messages:
        return GateWords::tr("Nine tenths of the day's messages are used; the rest is kept for "
                             "exits. Confirm here to go on.");
    case GateCause::CountOut:
        return GateWords::tr("Orders decided and orders written differ. Compare with the HTS, then "
                             "confirm here.");
    case GateCause::DayReturn:
        return GateWords::tr("The day's return reached a mark of the guard. Stop buying today, or "
                             "confirm here.");
    case GateCause::Latency:
        return GateWords::tr("The broker answers orders slowly. Opens by itself after five "
                             "minutes.");
    case GateCause::Operator:
        return GateWords::tr("No key or mouse for too long. Confirm here that you are back.");
    case GateCause::Closed:
        return GateWords::tr("The exchange does not trade today. Nothing to do.");
    case GateCause::LedgerCorrupt:
        return GateWords::tr("The order ledger was damaged and set aside; it is rebuilt from the "
                             "broker only with your consent. Compare with the HTS, then confirm "
                             "here.");
    case GateCause::DataOld:
        return GateWords::tr("What the gate needs is too old. Opens by itself with fresh data.");
    }
    return {};
}

QString codeWordText(const QString& word)
{
    const auto at = std::find_if(kCodeWords.begin(), kCodeWords.end(),
                                 [&word](const CodeWord& one) { return word == one.word; });
    return at == kCodeWords.end() ? word : GateWords::tr(at->text);
}

QString checkId(int number)
{
    return QStringLiteral("RC-%1").arg(number, 2, 10, QLatin1Char{'0'});
}

QString checkName(int number)
{
    const CheckWords* words = wordsOf(number);
    return words == nullptr ? QString{} : GateWords::tr(words->name);
}

QString checkMeaning(int number)
{
    const CheckWords* words = wordsOf(number);
    return words == nullptr ? QString{} : GateWords::tr(words->meaning);
}

QString checkAdvice(int number)
{
    const CheckWords* words = wordsOf(number);
    return words == nullptr ? QString{} : GateWords::tr(words->advice);
}

QString checkOutcomeName(domain::CheckOutcome outcome)
{
    switch (outcome) {
    case domain::CheckOutcome::Pass:
        return GateWords::tr("passed", "check");
    case domain::CheckOutcome::Fail:
        return GateWords::tr("failed", "check");
    case domain::CheckOutcome::Insufficient:
        return GateWords::tr("no data", "check");
    case domain::CheckOutcome::NotApplicable:
        return GateWords::tr("does not bind", "check");
    }
    return {};
}

QString checkFigureText(domain::CheckUnit unit, std::optional<std::int64_t> figure)
{
    if (!figure) {
        return QString{kUnknownMark};
    }
    switch (unit) {
    case domain::CheckUnit::None:
    case domain::CheckUnit::Won:
    case domain::CheckUnit::PriceWon:
    case domain::CheckUnit::Shares:
    case domain::CheckUnit::Count:
        return groupedText(*figure);
    case domain::CheckUnit::Milliseconds:
        return ageText(std::chrono::milliseconds{*figure});
    case domain::CheckUnit::PercentUnits:
        return percentText(*figure / 1'000);  // Percent::units to 1/10,000 %.
    case domain::CheckUnit::ClockTime:
        return domain::timeText(std::chrono::milliseconds{*figure});
    }
    return {};
}
}  // namespace ui
