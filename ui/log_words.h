#pragma once

#include <QCoreApplication>

namespace ui
{
/// The context of the log's sentences and advice in the translations.
struct LogWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogWords)
};
}  // namespace ui
