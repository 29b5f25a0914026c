#include "core/report/csv_table.h"

#include <algorithm>

namespace core::report
{
namespace
{
/// What spreadsheets begin a formula with; the wide forms count in a Korean or Japanese Excel.
bool looksLikeFormula(const QString& text)
{
    static const QString triggers = QStringLiteral("=+-@\t\r\n＝＋－＠");
    return !text.isEmpty() && triggers.contains(text.front());
}

/// "-12.5": digits with at most one point and at most a minus in front.
bool isDecimal(const QString& text)
{
    const QStringView digits = QStringView{text}.mid(text.startsWith(u'-') ? 1 : 0);
    const bool only = std::all_of(digits.begin(), digits.end(), [](QChar unit) {
        return (unit >= u'0' && unit <= u'9') || unit == u'.';
    });
    return only && !digits.isEmpty() && digits.front() != u'.' && digits.count(u'.') <= 1;
}
}  // namespace

CsvTable::CsvTable(const QStringList& header) : m_bytes{"\xEF\xBB\xBF"}
{
    for (const QString& title : header) {
        text(title);
    }
    endRow();
}

CsvTable& CsvTable::text(const QString& cell)
{
    QString safe = looksLikeFormula(cell) ? u'\'' + cell : cell;
    safe.replace(u'"', QStringLiteral("\"\""));
    this->cell('"' + safe.toUtf8() + '"');
    return *this;
}

CsvTable& CsvTable::number(std::int64_t value)
{
    cell(QByteArray::number(qint64{value}));
    return *this;
}

CsvTable& CsvTable::decimal(const QString& digits)
{
    if (!isDecimal(digits)) {
        return text(digits);
    }
    cell(digits.toLatin1());
    return *this;
}

CsvTable& CsvTable::blank()
{
    cell({});
    return *this;
}

void CsvTable::endRow()
{
    m_bytes += "\r\n";
    m_first = true;
}

void CsvTable::cell(const QByteArray& bytes)
{
    if (!m_first) {
        m_bytes += ',';
    }
    m_bytes += bytes;
    m_first = false;
}
}  // namespace core::report
