#include "core/storage/market_upsert.h"

namespace core::storage
{
QString UpsertText::of(int rows) const
{
    QString text;
    text.reserve(head.size() + rows * (row.size() + 2) + tail.size());
    text += head;
    for (int index = 0; index < rows; ++index) {
        text += index > 0 ? u", "_qs + row : row;
    }
    return text + tail;
}

UpsertText upsertText(const QString& table, const QStringList& keys, const QStringList& values)
{
    QStringList marks;
    QStringList now;
    QStringList then;
    QStringList set;
    for (qsizetype index = 0; index < keys.size() + values.size(); ++index) {
        marks.append(QStringLiteral("?"));
    }
    for (const QString& name : values) {
        now.append(table + u'.' + name);
        then.append(u"excluded."_qs + name);
        set.append(name + u"=excluded."_qs + name);
    }
    const QString comma = QStringLiteral(", ");
    return {
        .head =
            QStringLiteral("INSERT INTO %1(%2) VALUES ").arg(table, (keys + values).join(comma)),
        .row = u'(' + marks.join(comma) + u')',
        .tail =
            QStringLiteral(" ON CONFLICT (%1) DO UPDATE SET %2 WHERE (%3) IS DISTINCT FROM (%4)")
                .arg(keys.join(comma), set.join(comma), now.join(comma), then.join(comma))};
}
}  // namespace core::storage
