#include "core/base/log_line.h"

#include "core/base/log.h"

#include <QDateTime>

namespace core::base
{
namespace
{
/// Embeddings, overrides and isolates: they change the order in which a line is shown.
bool turnsDirection(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069)
           || unit == 0x200E || unit == 0x200F;
}

bool isUnsafe(QChar one)
{
    const char16_t unit = one.unicode();
    return one.category() == QChar::Other_Control || unit == 0x2028 || unit == 0x2029
           || turnsDirection(unit) || unit == u'\\';
}

void appendEscaped(QString& line, QChar one)
{
    switch (one.unicode()) {
    case u'\\':
        line += QStringLiteral("\\\\");
        return;
    case u'\n':
        line += QStringLiteral("\\n");
        return;
    case u'\r':
        line += QStringLiteral("\\r");
        return;
    case u'\t':
        line += QStringLiteral("\\t");
        return;
    }
    line += QStringLiteral("\\u%1").arg(int{one.unicode()}, 4, 16, QLatin1Char{'0'});
}
}  // namespace

const char* severityWord(QtMsgType type) noexcept
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "?";
}

QString onOneLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar one : text) {
        if (isUnsafe(one)) {
            appendEscaped(line, one);
        } else {
            line += one;
        }
    }
    return line;
}

QByteArray lineBytes(const LogLine& line)
{
    // By parts, not by arg(): a text with %1 in it is a text.
    const QString time =
        QDateTime::fromMSecsSinceEpoch(line.time.time_since_epoch().count(), Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    const QString whole = time + QLatin1Char{' '} + QLatin1String{severityWord(line.type)}
                          + QLatin1Char{' '} + onOneLine(redact(line.category))
                          + QStringLiteral(": ") + onOneLine(redact(line.text)) + QLatin1Char{'\n'};
    return whole.toUtf8();
}

QString shapeOf(const QString& text)
{
    constexpr qsizetype kLongest = 120;
    QString shape;
    shape.reserve(kLongest);
    bool inNumber = false;
    bool inCode = false;
    for (const QChar one : text) {
        if (shape.size() >= kLongest) {
            break;
        }
        if (!one.isDigit()) {
            shape += one;
            inNumber = inCode = false;
            continue;
        }
        inCode = inCode || (!inNumber && shape.endsWith(QLatin1String{"code "}));
        if (inCode) {
            shape += one;
        } else if (!inNumber) {
            shape += QLatin1Char{'#'};
        }
        inNumber = true;
    }
    return shape;
}
}  // namespace core::base
