#pragma once

#include <QLatin1String>
#include <QRegularExpression>
#include <QTest>

namespace test
{
/// The test wants exactly one warning that matches `pattern`, and fails without it.
inline void expectWarning(const char* pattern)
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression{QLatin1String(pattern)});
}
}  // namespace test
