#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace core::report
{
/// A CSV file a spreadsheet opens without asking: UTF-8 with its mark, so that Excel shows Korean,
/// CRLF between lines, every text quoted.
///
/// Text may come from outside (names, reasons): where a spreadsheet would take it for a formula it
/// gets an apostrophe in front (S-11). A number is written by `number` from an integer, so it
/// cannot be anything else, and stays a number a spreadsheet can add up, its minus included.
class CsvTable final
{
public:
    explicit CsvTable(const QStringList& header);

    CsvTable& text(const QString& cell);
    CsvTable& number(std::int64_t value);
    /// A number given as decimal text of our own making ("-1.25"); anything else goes as text.
    CsvTable& decimal(const QString& digits);
    CsvTable& blank();
    void endRow();

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    void cell(const QByteArray& bytes);

    QByteArray m_bytes;
    bool m_first = true;
};
}  // namespace core::report
