#include "core/storage/event_codec.h"

#include "core/storage/event_fields.h"

#include <utility>

namespace core::storage
{
namespace
{
using domain::EventPayload;

/// What is typed to arm: the last four of the account's eight digits, without the product code.
QString lastFour(const QString& account)
{
    constexpr qsizetype kAccountDigits = 8;
    constexpr qsizetype kTypedDigits = 4;
    return account.left(kAccountDigits).right(kTypedDigits);
}

// --- what is not written as it is -------------------------------------------------------------

template <typename Payload>
const Payload& disguised(const Payload& payload, const QString&)
{
    return payload;
}
domain::OrderNotice disguised(const domain::OrderNotice& payload, const QString& own)
{
    domain::OrderNotice out = payload;
    out.account = payload.account == own ? nobodysAccount() : QString{};
    return out;
}
domain::Arm disguised(const domain::Arm& payload, const QString& own)
{
    domain::Arm out = payload;
    out.typed =
        !own.isEmpty() && payload.typed == lastFour(own) ? lastFour(nobodysAccount()) : QString{};
    return out;
}

// --- the table of instruments is shared, not a value ------------------------------------------

template <typename Payload>
void put(Packer& pack, const Payload& payload)
{
    pack(payload);
}
void put(Packer& pack, const domain::InstrumentsPtr& table)
{
    pack(table != nullptr);
    if (table == nullptr) {
        return;
    }
    pack(table->date, table->skippedRows, table->fromCache);
    pack.number(table->bySymbol.size());
    for (const auto& [symbol, instrument] : table->bySymbol) {
        pack(instrument);
    }
}

template <typename Payload>
void get(Unpacker& pack, Payload& payload)
{
    pack(payload);
}
void get(Unpacker& pack, domain::InstrumentsPtr& table)
{
    bool there = false;
    pack(there);
    if (!there) {
        return;
    }
    auto made = std::make_shared<domain::InstrumentTable>();
    pack(made->date, made->skippedRows, made->fromCache);
    for (std::uint64_t left = pack.number(); left > 0 && !pack.failed(); --left) {
        domain::Instrument instrument;
        pack(instrument);
        made->bySymbol.emplace(instrument.symbol, std::move(instrument));
    }
    table = std::move(made);
}

/// The payload of kind `index`, read.
template <std::size_t Index = 0>
bool read(Unpacker& pack, std::uint64_t index, EventPayload& payload)
{
    if constexpr (Index < std::variant_size_v<EventPayload>) {
        if (index == Index) {
            get(pack, payload.emplace<Index>());
            return true;
        }
        return read<Index + 1>(pack, index, payload);
    } else {
        return false;
    }
}
}  // namespace

QString nobodysAccount()
{
    return QStringLiteral("00000000") + QStringLiteral("00");
}

void encodeEvents(const std::vector<domain::Event>& events, const QString& ownAccount,
                  QByteArray& out)
{
    Packer pack{out};
    pack.number(events.size());
    std::uint64_t number = 0;
    domain::Timestamp time{};
    for (const domain::Event& event : events) {
        pack(static_cast<std::int64_t>(event.number - number), event.time - time);
        pack.number(event.payload.index());
        std::visit([&](const auto& payload) { put(pack, disguised(payload, ownAccount)); },
                   event.payload);
        number = event.number;
        time = event.time;
    }
}

base::Result<std::vector<domain::Event>> decodeEvents(QByteArrayView bytes)
{
    Unpacker pack{bytes};
    std::vector<domain::Event> events;
    std::uint64_t number = 0;
    domain::Timestamp time{};
    for (std::uint64_t left = pack.number(); left > 0 && !pack.failed(); --left) {
        domain::Event& event = events.emplace_back();
        std::int64_t step = 0;
        domain::Timestamp::duration passed{};
        pack(step, passed);
        number += static_cast<std::uint64_t>(step);
        time += passed;
        event.number = number;
        event.time = time;
        if (!read(pack, pack.number(), event.payload)) {
            pack.fail();
        }
    }
    if (pack.failed() || !pack.atEnd()) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("event %1 of a journal block cannot be read")
                               .arg(static_cast<qint64>(events.size()))};
    }
    return events;
}
}  // namespace core::storage
