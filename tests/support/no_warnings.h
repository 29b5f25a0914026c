#pragma once

#include <QRegularExpression>
#include <QTest>

namespace test
{
/// Call in init(): any warning fails the test, except what the offscreen platform says about
/// itself.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(
        QRegularExpression{QStringLiteral("^(?!This plugin does not support|QStandardPaths)")});
}
}  // namespace test
