#include "ui/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace ui
{
QPixmap rolePixmap(const QString& role, const QColor& colour, int side, qreal ratio)
{
    QFile file{QStringLiteral(":/icons/%1.svg").arg(role)};
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "rolePixmap", qUtf8Printable(role));
    QByteArray svg = file.readAll();
    svg.replace(QByteArrayLiteral("#000000"), colour.name().toLatin1());

    QPixmap pixmap{QSize{qRound(side * ratio), qRound(side * ratio)}};
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer{svg};
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF{0, 0, qreal(side), qreal(side)});
    return pixmap;
}

QIcon roleIcon(const QString& role, const QColor& colour)
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(rolePixmap(role, colour, 16, ratio));
    }
    return icon;
}
}  // namespace ui
