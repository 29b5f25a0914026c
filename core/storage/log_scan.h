#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace core::storage
{
/// What is wrong with a file of SQLite before SQLite sees it; nullopt = nothing that shows.
///
/// SQLite ends its log at the first frame that does not check and says nothing, which is right
/// after a power cut and wrong when a disk has lost what was synced. The difference shows: with
/// `synchronous=FULL` only the newest transaction can be torn.
/// Source: SQLite, "Write-Ahead Log" in the description of the file format.
[[nodiscard]] std::optional<QString> damageOfLog(QByteArrayView log);

/// The first hundred bytes of the database and its size.
[[nodiscard]] std::optional<QString> damageOfHeader(QByteArrayView header, qint64 fileBytes);

inline constexpr int kPageBytes = 4096;
/// "KISL": this file is one of our ledgers.
inline constexpr int kApplicationId = 0x4B49534C;
}  // namespace core::storage
