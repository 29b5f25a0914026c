#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace core::storage
{
/// Events as bytes, those of one journal block together: numbers and times as differences from the
/// event before, so that they nearly vanish when packed.
///
/// The account number stays out: a notice says whether it is of our account, and what the trader
/// typed to arm whether it was right. Read back, they are of `nobodysAccount()`, under which a
/// recorded day is executed again.
///
/// Thread: any; pure.
void encodeEvents(const std::vector<domain::Event>& events, const QString& ownAccount,
                  QByteArray& out);
/// Errors: Malformed: not what `encodeEvents` writes.
[[nodiscard]] base::Result<std::vector<domain::Event>> decodeEvents(QByteArrayView bytes);

/// Ten digits no broker gives.
[[nodiscard]] QString nobodysAccount();
}  // namespace core::storage
