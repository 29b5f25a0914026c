#pragma once

#include <QFile>
#include <QString>
#include <QStringList>

namespace test
{
/// The fields of a captured record: the one line of `tests/data/kis/NAME.txt`.
inline QString capturedRecord(const QString& name)
{
    QFile file{QStringLiteral(TEST_DATA_DIR "/kis/") + name + QStringLiteral(".txt")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return QString::fromUtf8(file.readAll()).trimmed();
}

/// A plain data frame of `records`.
inline QString frameOf(const QString& id, const QStringList& records)
{
    return QStringLiteral("0|%1|%2|%3")
        .arg(id, QString::number(records.size()).rightJustified(3, u'0'), records.join(u'^'));
}

/// `record` with field `index` replaced.
inline QString withField(const QString& record, qsizetype index, const QString& value)
{
    QStringList fields = record.split(u'^');
    fields[index] = value;
    return fields.join(u'^');
}

/// `record` cut or padded to `width` fields.
inline QString withWidth(const QString& record, qsizetype width)
{
    QStringList fields = record.split(u'^');
    while (fields.size() < width) {
        fields.append(QStringLiteral("7"));
    }
    return fields.mid(0, width).join(u'^');
}
}  // namespace test
