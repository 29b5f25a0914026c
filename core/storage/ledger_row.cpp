#include "core/storage/ledger_row.h"

#include "core/storage/crc32c.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace core::storage
{
namespace
{
void appendNumber(QByteArray& out, std::int64_t value)
{
    std::array<char, sizeof value> bytes{};
    qToLittleEndian(value, bytes.data());
    out.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void appendText(QByteArray& out, const QByteArray& text)
{
    appendNumber(out, text.size());
    out.append(text);
}

/// Every column but the checksum, each of known length, so that no two rows give the same bytes.
QByteArray columnsOf(const LedgerRow& row)
{
    QByteArray out;
    out.reserve(row.record.body.size() + 160);
    appendNumber(out, row.seq);
    appendNumber(out, row.record.at.time_since_epoch().count());
    appendNumber(out, row.record.monotonicUs);
    appendText(out, row.record.order.toUtf8());
    appendText(out, row.record.kind.toUtf8());
    appendText(out, row.record.body);
    appendText(out, row.previous);
    return out;
}
}  // namespace

std::uint32_t checksumOf(const LedgerRow& row)
{
    return crc32c(columnsOf(row));
}

QByteArray digestOf(const LedgerRow& row)
{
    QByteArray columns = columnsOf(row);
    appendNumber(columns, row.checksum);
    return QCryptographicHash::hash(columns, QCryptographicHash::Sha256);
}
}  // namespace core::storage
