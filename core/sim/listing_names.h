#pragma once

#include "core/sim/random.h"

#include <QSet>
#include <QString>

namespace core::sim
{
enum class NameKind
{
    Company,
    Etf,
    Etn,
    Spac,
    Reit,
};

/// Composes Korean issue names that belong to no real company; never the same twice.
class NameMaker final
{
public:
    [[nodiscard]] QString next(NameKind kind, Rng& rng);

private:
    QSet<QString> m_used;
    int m_serial = 0;
};
}  // namespace core::sim
