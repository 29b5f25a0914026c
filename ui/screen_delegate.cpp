#include "ui/screen_delegate.h"

#include "ui/format.h"

#include <QPainter>
#include <QtMath>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr int kPadding = 5;
}

ScreenDelegate::ScreenDelegate(const ScreenModel& model, QObject* parent)
    : QStyledItemDelegate{parent}, m_model{model}
{
}

void ScreenDelegate::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_rowLine = blend(theme.line, theme.panel, 0.6);
    m_font = font;
    m_texts.clear();
    m_cutTexts.clear();
}

void ScreenDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const ScreenLine& line = m_model.line(index.row());
    const auto column = static_cast<ScreenColumn>(index.column());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect;
    painter->fillRect(cell, selected ? m_theme.selection : m_theme.panel);
    painter->fillRect(QRect{cell.left(), cell.bottom(), cell.width(), 1}, m_rowLine);
    if (selected && column == ScreenColumn::Rank) {
        painter->fillRect(QRect{cell.left(), cell.top(), 3, cell.height() - 1}, m_theme.accent);
    }
    painter->setFont(m_font);
    if (column == ScreenColumn::Score) {
        paintScore(*painter, cell, option.fontMetrics, line);
        return;
    }
    painter->setPen(inkOf(line, column));
    drawText(*painter, cell.adjusted(kPadding, 0, -kPadding, -1), screenCellText(line, column),
             !isTextColumn(column), option.fontMetrics);
}

const QStaticText& ScreenDelegate::laidOut(const QString& text, int widthMax,
                                           const QFontMetrics& metrics) const
{
    constexpr qsizetype kTextsMax = 4'096;  // Prices never seen again must not pile up.
    const auto prepare = [this](const QString& shown) {
        QStaticText made{shown};
        made.setTextFormat(Qt::PlainText);
        made.prepare({}, m_font);
        return made;
    };
    if (m_texts.size() > kTextsMax) {
        m_texts.clear();
    }
    auto whole = m_texts.find(text);
    if (whole == m_texts.end()) {
        whole = m_texts.insert(text, prepare(text));
    }
    if (whole->size().width() <= widthMax + 1) {
        return *whole;
    }
    if (m_cutTexts.size() > kTextsMax) {
        m_cutTexts.clear();
    }
    const QString key = QString::number(widthMax) + QLatin1Char{' '} + text;
    auto cut = m_cutTexts.find(key);
    if (cut == m_cutTexts.end()) {
        cut = m_cutTexts.insert(key, prepare(metrics.elidedText(text, Qt::ElideRight, widthMax)));
    }
    return *cut;
}

void ScreenDelegate::drawText(QPainter& painter, const QRect& box, const QString& text, bool right,
                              const QFontMetrics& metrics) const
{
    if (text.isEmpty()) {
        return;
    }
    const QStaticText& shown = laidOut(text, box.width(), metrics);
    const int left = right ? box.right() + 1 - qCeil(shown.size().width()) : box.left();
    const int top = box.top() + (box.height() - qRound(shown.size().height())) / 2;
    painter.drawStaticText(left, top, shown);
}

QColor ScreenDelegate::inkOf(const ScreenLine& line, ScreenColumn column) const
{
    if (column == ScreenColumn::WhyNot) {
        return line.halted || line.inVi ? m_theme.warn : m_theme.muted;
    }
    if (column == ScreenColumn::Auto) {
        const domain::AutoState state = std::max(line.automation, line.master);
        return state == domain::AutoState::On          ? m_theme.text
               : state == domain::AutoState::ExitsOnly ? m_theme.warn
                                                       : m_theme.muted;
    }
    if (!line.eligible) {
        return m_theme.muted;
    }
    if (column == ScreenColumn::Price || column == ScreenColumn::Change) {
        return m_theme.signColour(changeOf(line.last, line.base).value_or(0));
    }
    if (column == ScreenColumn::Momentum) {
        return m_theme.signColour(
            line.axes[static_cast<std::size_t>(domain::ScreenAxis::Momentum)].value.value_or(0));
    }
    if (column == ScreenColumn::Move && line.previousRank) {
        return m_theme.signColour(*line.previousRank - line.rank);
    }
    if (column == ScreenColumn::Move) {
        return m_theme.accent;
    }
    if (column == ScreenColumn::Rank || column == ScreenColumn::Code
        || (column == ScreenColumn::Slot && !line.slot.trade)) {
        return m_theme.muted;
    }
    return m_theme.text;
}

std::array<QRect, domain::kScreenAxes> ScreenDelegate::scoreParts(const QRect& cell,
                                                                  int numberWidth)
{
    constexpr int kGap = 2;
    const int left = cell.left() + kPadding + numberWidth + kPadding;
    const int width = std::max(20, cell.right() - kPadding - left);
    const int height = std::max(6, cell.height() / 2 - 2);
    const int top = cell.top() + (cell.height() - 1 - height) / 2;
    std::array<QRect, domain::kScreenAxes> parts;
    int weight = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int from = left + width * weight / 100;
        weight += domain::kScreenWeights[i];
        const int to = left + width * weight / 100;
        parts[i] = QRect{from, top, std::max(1, to - from - kGap), height};
    }
    return parts;
}

void ScreenDelegate::paintScore(QPainter& painter, const QRect& cell, const QFontMetrics& metrics,
                                const ScreenLine& line) const
{
    const int numberWidth = metrics.horizontalAdvance(QStringLiteral("100.0"));
    painter.setPen(line.eligible ? m_theme.text : m_theme.muted);
    drawText(painter, QRect{cell.left() + kPadding, cell.top(), numberWidth, cell.height() - 1},
             screenCellText(line, ScreenColumn::Score), true, metrics);
    const QColor full = line.eligible ? m_theme.accent : blend(m_theme.muted, m_theme.panel, 0.7);
    const std::array<QRect, domain::kScreenAxes> parts = scoreParts(cell, numberWidth);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const domain::AxisScore& score = line.axes[i];
        const QRect& part = parts[i];
        painter.fillRect(part, blend(full, m_theme.panel, 0.22));
        if (score.insufficient) {
            painter.setPen(QPen{m_theme.warn, 0});
            painter.drawLine(part.bottomLeft(), part.bottomRight());
            continue;
        }
        const QColor ink = score.estimated ? blend(full, m_theme.panel, 0.6) : full;
        painter.fillRect(
            QRect{part.left(), part.top(), part.width() * score.points / 100, part.height()}, ink);
    }
}
}  // namespace ui

#include "moc_screen_delegate.cpp"
