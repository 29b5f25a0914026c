#pragma once

#include "core/storage/market_rows.h"
#include "core/storage/sql_connection.h"

#include <array>

namespace core::storage
{
/// The SQL that writes rows of one table, in the parts that a number of rows is made of.
struct UpsertText
{
    QString head;
    QString row;
    QString tail;

    [[nodiscard]] QString of(int rows) const;
};
/// A row that is there is replaced where it differs and not touched where it does not: writing
/// again changes nothing, and leaves nothing behind at a server that keeps old versions of rows.
[[nodiscard]] UpsertText upsertText(const QString& table, const QStringList& keys,
                                    const QStringList& values);

template <typename Row>
[[nodiscard]] QStringList columnNames()
{
    ColumnNames names;
    const Row row{};
    columns(names, row);
    return names.names;
}

template <typename Row>
[[nodiscard]] const UpsertText& upsertTextOf()
{
    static const UpsertText text = [] {
        QStringList keys;
        for (const char* name : Table<Row>::kOuter) {
            keys.append(QLatin1String{name});
        }
        QStringList own = columnNames<Row>();
        for (int index = 0; index < Table<Row>::kInner; ++index) {
            keys.append(own.takeFirst());
        }
        return upsertText(QLatin1String{Table<Row>::kName}, keys, own);
    }();
    return text;
}

/// Writes rows of one table, many in one statement: each statement is a way to the server and
/// back. No two rows may have the same key. Thread: the connection's.
template <typename Row>
class Upserter final
{
public:
    explicit Upserter(SqlConnection& connection) : m_connection{connection} {}

    [[nodiscard]] base::Status add(const QVariantList& outer, const Row& row)
    {
        m_values += outer;
        ColumnValues values{m_values};
        columns(values, row);
        ++m_rows;
        return m_rows < kSizes.front() ? base::Status{base::Done{}} : finish();
    }
    [[nodiscard]] base::Status finish()
    {
        for (const int size : kSizes) {
            while (m_rows >= size) {
                if (const base::Status written = write(size); !written) {
                    return written.error();
                }
            }
        }
        return base::Done{};
    }
    /// Rows that were not there or were different.
    [[nodiscard]] std::int64_t changed() const noexcept { return m_changed; }

private:
    // A few texts only: each is prepared once and stays.
    static constexpr std::array kSizes{64, 8, 1};

    [[nodiscard]] base::Status write(int rows)
    {
        const qsizetype each = m_values.size() / m_rows;
        const base::Result<std::int64_t> changed =
            m_connection.change(upsertTextOf<Row>().of(rows), m_values.mid(0, each * rows));
        if (!changed) {
            return changed.error();
        }
        m_values.remove(0, each * rows);
        m_rows -= rows;
        m_changed += *changed;
        return base::Done{};
    }

    SqlConnection& m_connection;
    QVariantList m_values;
    int m_rows = 0;
    std::int64_t m_changed = 0;
};
}  // namespace core::storage
