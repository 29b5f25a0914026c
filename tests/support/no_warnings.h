#pragma once

#include "core/domain/log_entry.h"

#include <QRegularExpression>
#include <QTest>

namespace test
{
/// Call in init(): any warning fails the test, except what the offscreen platform says about
/// itself and what the desk says about the speed of this machine's disk.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression{
        QStringLiteral("^(?!This plugin does not support|QStandardPaths|\\S+ code %1 )")
            .arg(static_cast<int>(core::domain::LogCode::LedgerSlow))});
}
}  // namespace test
