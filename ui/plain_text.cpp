#include "ui/plain_text.h"

#include <QLabel>
#include <QTextDocument>

namespace ui
{
QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel{parent};
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QString plainToolTip(const QString& text)
{
    if (!Qt::mightBeRichText(text)) {
        return text;
    }
    return QStringLiteral("<span>%1</span>")
        .arg(text.toHtmlEscaped().replace(QLatin1Char{'\n'}, QStringLiteral("<br>")));
}
}  // namespace ui
