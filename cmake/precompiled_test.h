// As precompiled_core.h, for the test programs. <QTest> itself reads differently in every kind of
// program, by the Qt libraries it links.

#include "cmake/precompiled_core.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/qtestcase.h>
