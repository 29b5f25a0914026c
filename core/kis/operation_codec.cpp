#include "core/kis/operation_codec.h"

#include "core/kis/wire_field.h"

#include <array>

namespace core::kis
{
namespace
{
using domain::MarketOperation;
using domain::OperationEvent;

struct CodeRow
{
    QLatin1String code;
    OperationEvent event;
};

// clang-format off
constexpr std::array kCodes{
    CodeRow{QLatin1String("110"), OperationEvent::OpeningAuction},
    CodeRow{QLatin1String("112"), OperationEvent::Open},
    CodeRow{QLatin1String("121"), OperationEvent::ClosingAuction},
    CodeRow{QLatin1String("129"), OperationEvent::Close},
    CodeRow{QLatin1String("130"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("139"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("140"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("146"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("149"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("150"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("156"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("159"), OperationEvent::AfterHours},
    CodeRow{QLatin1String("164"), OperationEvent::Halt},
    CodeRow{QLatin1String("174"), OperationEvent::CircuitBreaker},
    CodeRow{QLatin1String("175"), OperationEvent::CircuitBreakerEnd},
    CodeRow{QLatin1String("182"), OperationEvent::CircuitBreakerEnd},
    CodeRow{QLatin1String("184"), OperationEvent::CircuitBreaker},
    CodeRow{QLatin1String("185"), OperationEvent::CircuitBreakerEnd},
    CodeRow{QLatin1String("387"), OperationEvent::SidecarOn},
    CodeRow{QLatin1String("388"), OperationEvent::SidecarOff},
    CodeRow{QLatin1String("397"), OperationEvent::SidecarOn},
    CodeRow{QLatin1String("398"), OperationEvent::SidecarOff},
};
// clang-format on

constexpr WireField kCode{0, "MKSC_SHRN_ISCD"};
constexpr std::uint32_t kHalted = 1;
constexpr std::uint32_t kReason = 2;
constexpr std::uint32_t kEvent = 3;
constexpr std::uint32_t kStatus = 7;
constexpr std::uint32_t kVi = 8;
}  // namespace

OperationEvent operationEvent(QStringView code)
{
    if (isAbsent(code)) {
        return OperationEvent::None;
    }
    for (const CodeRow& row : kCodes) {
        if (code == row.code) {
            return row.event;
        }
    }
    // F01..F18 and P01..P18 count the time to the open or the close down.
    const bool countdown = code.size() == 3 && (code[0] == u'F' || code[0] == u'P');
    return countdown ? OperationEvent::Countdown : OperationEvent::Unknown;
}

base::Result<std::vector<MarketOperation>> decodeOperations(QStringView frame,
                                                            const FrameHeader& header)
{
    RecordTable records;
    const base::Status table =
        records.read(frame, header.payloadAt, header.count, kOperationFieldsMin);
    if (!table) {
        return table.error();
    }
    std::vector<MarketOperation> operations;
    operations.reserve(header.count);
    for (std::uint32_t i = 0; i < header.count; ++i) {
        const RecordView record = records.record(i);
        const auto symbol = needSymbol(record, kCode);
        if (!symbol) {
            return base::Error{symbol.error().code, QStringLiteral("H0STMKO0 record %1 of %2: %3")
                                                        .arg(i + 1)
                                                        .arg(header.count)
                                                        .arg(symbol.error().detail)};
        }
        const QStringView reason = record.field(kReason);
        operations.push_back({
            .symbol = *symbol,
            .event = operationEvent(record.field(kEvent)),
            .code = isAbsent(record.field(kEvent)) ? QString{} : record.field(kEvent).toString(),
            .halted = isFlagged(record.field(kHalted)) || record.field(kStatus) == u"58",
            .haltReason = isAbsent(reason) ? QString{} : reason.toString(),
            .viActive = isFlagged(record.field(kVi)),
        });
    }
    return operations;
}
}  // namespace core::kis
