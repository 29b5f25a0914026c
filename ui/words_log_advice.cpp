// What to do about each event of the log.
#include "ui/log_words.h"
#include "ui/words.h"

namespace ui
{
namespace domain = core::domain;
using domain::LogCode;

QString logAdvice(LogCode code)
{
    switch (code) {
    case LogCode::InstrumentsFromCache:
        return LogWords::tr("New listings and warnings of today may be missing.");
    case LogCode::InstrumentsFailed:
        return LogWords::tr("Check the network; without them nothing is screened.");
    case LogCode::FeedLost:
    case LogCode::FeedStale:
        return LogWords::tr("Reconnects by itself; check the network if it lasts.");
    case LogCode::FeedStopped:
        return LogWords::tr("Correct the keys or the configuration, then start again.");
    case LogCode::BadFrame:
        return LogWords::tr("Nothing to do for a single one; many mean a changed wire format.");
    case LogCode::SchemaDrift:
        return LogWords::tr("Known fields are still read; look for a new version.");
    case LogCode::SubscriptionRefused:
        return LogWords::tr("The symbol is refreshed by REST instead.");
    case LogCode::DataGap:
        return LogWords::tr("Its bars are marked; volume rules leave the minute out.");
    case LogCode::VolumeReset:
        return LogWords::tr("Compare the volume with another source.");
    case LogCode::ViStarted:
        return LogWords::tr("Two minutes of call auction; no entries meanwhile.");
    case LogCode::IssueHalted:
        return LogWords::tr("No order is accepted until the halt ends.");
    case LogCode::RankingFailed:
        return LogWords::tr("The last list is used; asked again at the next screening.");
    case LogCode::BrokerProblem:
        return LogWords::tr("Repeated by itself where that is safe.");
    case LogCode::LimitMismatch:
        return LogWords::tr("The broker's limit is used.");
    case LogCode::OrderDenied:
        return LogWords::tr("Nothing was sent; read the check in the ticket and change the order.");
    case LogCode::OrderNotSent:
        return LogWords::tr("The broker cannot have it; place it again if still wanted.");
    case LogCode::OrderRejected:
        return LogWords::tr("Nothing was filled; read the reason, change the order.");
    case LogCode::OrderUnknown:
        return LogWords::tr("Never place it again: it is being looked for at the broker.");
    case LogCode::OrderAmbiguous:
        return LogWords::tr("Choose the right one in the orders; compare with the HTS.");
    case LogCode::OrderAbsent:
        return LogWords::tr(
            "It is watched until the complete list of the day; do not place it again.");
    case LogCode::OrderAppearedLate:
        return LogWords::tr("It works after all; cancel it if it is no longer wanted.");
    case LogCode::OrderNeverAccepted:
        return LogWords::tr("Nothing was bought or sold.");
    case LogCode::CancelRefused:
        return LogWords::tr("The order may still work; the broker's list is read.");
    case LogCode::CancelUnknown:
        return LogWords::tr("Asked again by itself; the order may still fill.");
    case LogCode::ExitEscalated:
        return LogWords::tr("The exit goes on by itself; watch the position.");
    case LogCode::ExitLate:
        return LogWords::tr("Watch the position; sell by hand at another price if needed.");
    case LogCode::LimitLocked:
        return LogWords::tr("Nobody buys at the limit; the sale waits there.");
    case LogCode::IllegalOrderStep:
        return LogWords::tr("The books are compared with the broker; nothing to do.");
    case LogCode::ExternalOrder:
        return LogWords::tr("Shown and never managed; it counts against cash and exposure.");
    case LogCode::HoldingMismatch:
        return LogWords::tr("Compare with the HTS, then accept the holding in the positions.");
    case LogCode::ExternalHolding:
        return LogWords::tr("It counts in equity; nothing automatic sells it.");
    case LogCode::ReconcileFailed:
        return LogWords::tr("Repeated by itself; nothing opens meanwhile.");
    case LogCode::CodeFrozen:
        return LogWords::tr("Nothing is bought of it; exits go on.");
    case LogCode::GateClosed:
        return LogWords::tr("Click the gate in the top bar: it tells what to do.");
    case LogCode::KillRaised:
        return LogWords::tr("Release it in the top bar when you have looked.");
    case LogCode::DisarmedNow:
        return LogWords::tr("Nothing opens; arm again in the top bar.");
    case LogCode::LedgerSlow:
        return LogWords::tr("Check the disk; orders wait for it.");
    case LogCode::LedgerFailed:
        return LogWords::tr("No order leaves; check disk and free space, then start again.");
    case LogCode::LedgerSetAside:
        return LogWords::tr("Compare with the HTS, then confirm in the gate list.");
    case LogCode::NoticeUnreadable:
        return LogWords::tr("Fills are read from the broker's list instead.");
    case LogCode::ClockJumped:
        return LogWords::tr("All ages are void; the books are compared with the broker.");
    case LogCode::ClockSkewed:
        return LogWords::tr("Switch on time synchronisation.");
    case LogCode::RuleSilent:
        return LogWords::tr("Act by hand if you want it, or remove what holds it back.");
    case LogCode::GuardFired:
        return LogWords::tr("Click the guard in the top bar to see why and to reset it.");
    case LogCode::RecordsProblem:
        return LogWords::tr("Trading goes on; the day's record may have a hole. Check the disk, or "
                            "the server of records.database_url.");
    case LogCode::RecordsAgain:
    case LogCode::BuyDecided:
    case LogCode::ExitDecided:
    case LogCode::PatternMoved:
    case LogCode::OverrideEnded:
    case LogCode::ShadowOver:
    case LogCode::Started:
    case LogCode::InstrumentsLoaded:
    case LogCode::FeedConnected:
    case LogCode::FeedReconnected:
    case LogCode::ViEnded:
    case LogCode::MarketEvent:
    case LogCode::Screened:
    case LogCode::WarmUpDone:
    case LogCode::TokenReady:
    case LogCode::SessionPhaseChanged:
    case LogCode::OrderSent:
    case LogCode::OrderAccepted:
    case LogCode::OrderFound:
    case LogCode::OrderFilled:
    case LogCode::OrderCancelled:
    case LogCode::OrderExpired:
    case LogCode::OrderAmended:
    case LogCode::HoldingAccepted:
    case LogCode::Reconciled:
    case LogCode::CodeThawed:
    case LogCode::GateOpened:
    case LogCode::KillReleased:
    case LogCode::ArmedNow:
    case LogCode::ClosingRoutineDone:
        return {};
    }
    return {};
}
}  // namespace ui
