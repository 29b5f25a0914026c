#include "core/notify/desktop_note.h"

#include <algorithm>
#include <array>

namespace core::notify
{
namespace
{
// Exits that a price forced. Time, end of the day and taken profits are heard by their fill.
constexpr std::array kStops{"S1", "S2", "S3", "A1", "A2", "A3", "A4", "A5", "W1", "W2", "MAN"};

struct Voice
{
    Sound operator()(const OrderFilled& fill) const
    {
        return fill.side == domain::Side::Buy ? Sound::BuyFill : Sound::SellFill;
    }
    Sound operator()(const OrderRefused&) const { return Sound::Reject; }
    Sound operator()(const ExitDecided& exit) const
    {
        const bool stop = std::any_of(kStops.begin(), kStops.end(), [&exit](const char* rule) {
            return exit.rule == QLatin1String{rule};
        });
        return stop ? Sound::Stop : Sound::None;
    }
    Sound operator()(const GuardFired&) const { return Sound::Guard; }
    Sound operator()(const KillRaised&) const { return Sound::Guard; }
    Sound operator()(const Disconnected&) const { return Sound::Disconnect; }
    Sound operator()(const Started&) const { return Sound::None; }
    Sound operator()(const Stopped&) const { return Sound::None; }
    Sound operator()(const Added&) const { return Sound::None; }  // Its fill is heard.
    Sound operator()(const Reconnected&) const { return Sound::None; }
    Sound operator()(const ViolationFound&) const { return Sound::None; }
    Sound operator()(const DaySummary&) const { return Sound::None; }
};
}  // namespace

Sound soundOf(const Message& message)
{
    return std::visit(Voice{}, message.content);
}

DesktopNote desktopNote(const Message& message, const RenderOptions& options)
{
    RenderOptions told = options;
    told.amounts = true;
    Document document = render(message, told);
    DesktopNote note{.sound = soundOf(message), .severity = standingOf(message).severity};
    note.title = plainText(document.lines.front());
    document.lines.erase(document.lines.begin());
    note.text = plainText(document);
    return note;
}
}  // namespace core::notify
