#include "ui/what_if_view.h"

#include "ui/format.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;

namespace
{
enum OrderPlace : std::size_t
{
    kQuantity,
    kLimit,
    kAmount,
};
enum AfterPlace : std::size_t
{
    kAverage,
    kBreakEven,
    kStop,
};
enum RiskPlace : std::size_t
{
    kLoss,
    kLossShare,
    kBook,
};

QString shareText(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? percentText(part * 1'000'000 / whole) : QString{kUnknownMark};
}

QString rowText(const FigureRow& row)
{
    QStringList parts;
    for (const Figure& figure : row.figures()) {
        parts.push_back(QStringLiteral("%1 %2").arg(figure.caption, figure.value).trimmed());
    }
    return parts.join(QStringLiteral(", "));
}
}  // namespace

WhatIfView::WhatIfView(QWidget* parent)
    : QWidget{parent},
      m_order{new FigureRow{FigureRow::Style::Plain, this}},
      m_after{new FigureRow{FigureRow::Style::Plain, this}},
      m_risk{new FigureRow{FigureRow::Style::Plain, this}}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (FigureRow* row : {m_order, m_after, m_risk}) {
        layout->addWidget(row);
    }
    retranslate();
}

void WhatIfView::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    for (FigureRow* row : {m_order, m_after, m_risk}) {
        row->setTheme(theme);
        row->setFont(font);
    }
    show();
}

void WhatIfView::apply(const std::optional<domain::AddPreview>& preview)
{
    if (preview != m_preview) {
        m_preview = preview;
        show();
    }
}

void WhatIfView::show()
{
    const QString unknown{kUnknownMark};
    const domain::AddPreview shown = m_preview.value_or(domain::AddPreview{});
    const bool known = m_preview && shown.quantity.shares() > 0;
    m_order->setValue(kQuantity, known ? groupedText(shown.quantity.shares()) : unknown);
    m_order->setValue(kLimit, known ? priceText(shown.limit) : unknown);
    m_order->setValue(kAmount, known ? groupedText(shown.amount.value()) : unknown);
    m_after->setValue(kAverage, known ? averageText(shown.cost, shown.total) : unknown);
    m_after->setValue(kBreakEven, known ? priceText(shown.breakEven) : unknown);
    m_after->setValue(kStop, known ? priceText(shown.stop) : unknown);
    const QColor loss = known ? m_theme.signColour(shown.worstLoss.value()) : m_theme.muted;
    m_risk->setValue(kLoss, known ? signedWonText(shown.worstLoss) : unknown, loss);
    m_risk->setValue(kLossShare,
                     known ? shareText(shown.worstLoss.value(), shown.equity.value()) : unknown,
                     loss);
    // More than the book shows would move the price.
    const bool deep = known && shown.bookDepth.shares() < shown.quantity.shares();
    m_risk->setValue(kBook,
                     known ? QStringLiteral("%1/%2").arg(groupedText(shown.quantity.shares()),
                                                         groupedText(shown.bookDepth.shares()))
                           : unknown,
                     deep ? m_theme.warn : m_theme.text);
    setAccessibleDescription(text());
}

QString WhatIfView::text() const
{
    return QStringList{rowText(*m_order), rowText(*m_after), rowText(*m_risk)}.join(
        QStringLiteral(", "));
}

void WhatIfView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void WhatIfView::retranslate()
{
    const QString price = QStringLiteral("1,021,000");
    m_order->setFigures({
        {.caption = tr("Add", "shares of the add"), .sample = QStringLiteral("9,999")},
        {.caption = tr("Limit"), .sample = price},
        {.caption = tr("Amount"), .sample = QStringLiteral("1,600,000")},
    });
    m_after->setFigures({
        {.caption = tr("New average"), .sample = QStringLiteral("999,999.99"), .decisive = true},
        {.caption = tr("Break-even"), .sample = price},
        {.caption = tr("Stop"), .sample = price},
    });
    m_risk->setFigures({
        {.caption = tr("Worst loss"),
         .sample = QStringLiteral("▼ −100,000"),
         .toolTip = tr("Net, if everything is sold at the stop"),
         .decisive = true},
        {.caption = tr("of equity"), .sample = QStringLiteral("−0.99 %")},
        {.caption = tr("Book"),
         .sample = QStringLiteral("9,999/99,999"),
         .toolTip = tr("Shares of the add and shares offered up to its limit")},
    });
    setAccessibleName(tr("After the add"));
    show();
}
}  // namespace ui

#include "moc_what_if_view.cpp"
