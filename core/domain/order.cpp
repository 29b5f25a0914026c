#include "core/domain/order.h"

#include <QList>

namespace core::domain
{
QString ClientOrderId::toString() const
{
    return QStringLiteral("%1-%2-%3").arg(compactDateText(date)).arg(event).arg(ordinal);
}

std::optional<ClientOrderId> ClientOrderId::parse(QStringView text)
{
    const QList<QStringView> parts = text.split(u'-');
    if (parts.size() != 3 || parts[0].size() != 8) {
        return std::nullopt;
    }
    const std::optional<TradingDate> date = parseDate(parts[0]);
    bool eventOk = false;
    bool ordinalOk = false;
    ClientOrderId id;
    id.event = parts[1].toULongLong(&eventOk);
    id.ordinal = parts[2].toUInt(&ordinalOk);
    if (!date || !eventOk || !ordinalOk) {
        return std::nullopt;
    }
    id.date = *date;
    return id;
}

BrokerOrderId BrokerOrderId::fromWire(QStringView text)
{
    QStringView number = text.trimmed();
    while (number.startsWith(u'0')) {
        number = number.mid(1);
    }
    BrokerOrderId id;
    id.m_number = number.toString();
    return id;
}
}  // namespace core::domain
