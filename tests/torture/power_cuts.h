#pragma once

#include <QString>
#include <QStringList>

namespace torture
{
struct CutResult
{
    int cuts = 0;
    int eventsLost = 0;  ///< Acknowledged and not there, over all cuts.
    QStringList stories;
};

/// Records what a session of the ledger thread does to its disk, cuts the power at `cuts` random
/// places and looks with the product's own recovery what is left.
///
/// Acknowledged = told durable, or let go to the broker. `breaks` as in main().
[[nodiscard]] CutResult cutPower(int cuts, quint64 seed, const QString& breaks);
}  // namespace torture
