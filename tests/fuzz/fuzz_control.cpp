// Control messages: no crash, and nothing but a documented code makes the feed do something.

#include "core/kis/control_message.h"
#include "core/kis/registrations.h"

#include <QString>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace core::kis;
    using namespace std::chrono_literals;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto message = parseControl(text);
    if (!message) {
        return 0;
    }
    bool documented = false;
    for (const MessageCode& row : kMessageCodes) {
        documented = documented || message->code == row.code;
    }
    if (!documented && message->reaction != CodeReaction::Ignore) {
        std::abort();
    }
    const core::domain::FeedKey key{core::domain::Stream::Notice, {}};
    Registrations registrations{41};
    registrations.setWanted({key});
    static_cast<void>(registrations.next(0s));
    const RegistrationChange change = registrations.reply(key, message->reaction, 0s);
    if (message->reaction == CodeReaction::Ignore && change != RegistrationChange{}) {
        std::abort();
    }
    return 0;
}
