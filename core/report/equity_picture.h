#pragma once

#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QByteArray>
#include <QSize>

namespace core::report
{
inline constexpr QSize kPictureSize{1280, 720};

/// The equity curve of the day under its headline, dark, as PNG: for a chat.
///
/// Thread: any, once a QGuiApplication exists (fonts). Errors: none; empty bytes only if the PNG
///         writer of Qt is missing.
[[nodiscard]] QByteArray equityPicture(const domain::DayRecord& record,
                                       const domain::DaySummary& summary, Language language,
                                       QSize size = kPictureSize);
}  // namespace core::report
