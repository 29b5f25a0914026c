#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace torture
{
/// What a run came to.
struct Verdict
{
    int orders = 0;     ///< That the broker accepted.
    int lost = 0;       ///< Of those, without an order in our books; or seen and then forgotten.
    int duplicate = 0;  ///< Requests beyond one for an intent.
    int wrong = 0;      ///< Bound to another order, other figures, other positions, not settled.
    QStringList stories;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// Compares the terminal's books with the broker's truth.
///
/// Shape: `desk` {"orders":[{"id","symbol","side","state","final","broker","earlier","qty",
///        "filled"}],"positions":{code: shares}}; `truth` as GET /sim/orders of the simulator.
/// `seen` = ids the trader saw acknowledged in any life of the terminal.
[[nodiscard]] Verdict compare(const QJsonObject& desk, const QJsonObject& truth,
                              const QStringList& seen);

/// The same script without a kill and without faults: what was accepted in both must have ended
/// alike. Returns what differs.
[[nodiscard]] QStringList differencesFromTwin(const QJsonObject& desk, const QJsonObject& twin);
}  // namespace torture
