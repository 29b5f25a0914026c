#include "ui/ladder_view.h"

#include "ui/format.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::Price;
using domain::Side;

namespace
{
constexpr int kLadderColumns = 3;

/// Flags of QPainter::drawText for one line in the middle of its height.
int middled(Qt::AlignmentFlag across)
{
    return static_cast<int>((across | Qt::AlignVCenter).toInt());
}

bool isResting(const domain::Order& order)
{
    return !domain::isFinal(order.state) && order.state != domain::OrderState::External
           && order.request.price && order.remaining().shares() > 0;
}

std::vector<LadderRow> emptyRows(const domain::Quote& book)
{
    std::vector<LadderRow> rows;
    for (std::size_t i = domain::Quote::kLevels; i > 0; --i) {
        rows.push_back({.price = book.asks[i - 1].price, .side = Side::Sell});
    }
    for (const domain::BookLevel& level : book.bids) {
        rows.push_back({.price = level.price, .side = Side::Buy});
    }
    return rows;
}
}  // namespace

LadderView::LadderView(QWidget* parent) : QWidget{parent}
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void LadderView::apply(const domain::DeskSnapshot& snapshot, const domain::SymbolView* view)
{
    if (!snapshot.trading) {
        return;
    }
    const domain::LadderView& ladder = snapshot.trading->ladder;
    std::vector<domain::Order> own;
    for (const domain::Order& order : snapshot.trading->orders) {
        if (order.request.symbol == ladder.symbol && isResting(order)) {
            own.push_back(order);
        }
    }
    std::optional<domain::SymbolView> figures;
    if (view != nullptr && view->symbol == ladder.symbol) {
        figures = *view;
    }
    if (ladder == m_ladder && own == m_orders && figures == m_view) {
        return;
    }
    const bool another = ladder.symbol != m_symbol;
    m_ladder = ladder;
    m_view = figures;
    m_orders = std::move(own);
    m_symbol = ladder.symbol;
    rebuild(!m_held || another);
}

void LadderView::recentre()
{
    rebuild(true);
}

void LadderView::rebuild(bool newPrices)
{
    std::vector<LadderRow> rows = m_rows;
    if (!m_ladder.book) {
        rows.clear();
    } else if (newPrices || rows.empty()) {
        rows = emptyRows(*m_ladder.book);
    }
    for (LadderRow& row : rows) {
        const LadderRow blank{.price = row.price, .side = row.side};
        row = blank;
        if (row.price.won() == 0) {
            continue;
        }
        const auto isHere = [&row](const domain::BookLevel& level) {
            return level.price == row.price;
        };
        const auto& bids = m_ladder.book->bids;
        const auto& asks = m_ladder.book->asks;
        const auto bid = std::find_if(bids.begin(), bids.end(), isHere);
        const auto ask = std::find_if(asks.begin(), asks.end(), isHere);
        // A held price may have changed sides meanwhile.
        if (ask != asks.end() && (bid == bids.end() || row.side == Side::Sell)) {
            row.side = Side::Sell;
            row.size = ask->quantity;
        } else if (bid != bids.end()) {
            row.side = Side::Buy;
            row.size = bid->quantity;
        }
        for (const domain::Order& order : m_orders) {
            if (*order.request.price == row.price) {
                ++row.ownOrders;
                row.question = row.question || domain::isUnresolved(order.state);
                row.ownRemaining += order.remaining();
            }
        }
        if (m_view) {
            const domain::DailyLimits vi =
                m_view->viReference.won() > 0
                    ? domain::staticViPrices(m_view->viReference, m_view->steps)
                    : domain::DailyLimits{};
            row.last = m_view->last == row.price;
            row.vi = vi.lower == row.price || vi.upper == row.price;
            row.limit = m_view->limits.lower == row.price || m_view->limits.upper == row.price;
        }
        row.expected = m_ladder.book->expectedPrice == row.price;
    }
    if (rows != m_rows) {
        m_rows = std::move(rows);
    }
    update();
}

void LadderView::setTheme(const Theme& theme, int fontPoints)
{
    m_theme = theme;
    setFont(deskFont(fontPoints));
    updateGeometry();
    update();
}

QSize LadderView::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char{'0'}) * 36,
            kRows * (fontMetrics().height() + 4)};
}

QSize LadderView::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char{'0'}) * 26,
            kRows * (fontMetrics().ascent() + 1)};
}

QRect LadderView::cell(int row, int column) const
{
    const int top = height() * row / kRows;
    const int bottom = height() * (row + 1) / kRows;
    // The price takes what it needs, the two sides share the rest.
    const int middle =
        std::min(width() * 2 / 5,
                 fontMetrics().horizontalAdvance(QStringLiteral("___0,000,000 +00.00 %___")));
    const int side = (width() - middle) / 2;
    const int left = column == 0 ? 0 : column == 1 ? side : side + middle;
    const int across = column == 1 ? middle : column == 0 ? side : width() - side - middle;
    return {left, top, across, bottom - top};
}

QPoint LadderView::cellCentre(int row, int column) const
{
    return cell(row, column).center();
}

QRect LadderView::ownMark(int row) const
{
    const LadderRow& line = m_rows.at(static_cast<std::size_t>(row));
    const QRect side = cell(row, line.side == Side::Sell ? 0 : 2);
    const int across = fontMetrics().horizontalAdvance(QStringLiteral("9·99,999")) + 8;
    return line.side == Side::Sell
               ? QRect{side.left() + 2, side.top() + 1, across, side.height() - 2}
               : QRect{side.right() - across - 1, side.top() + 1, across, side.height() - 2};
}

std::optional<LadderView::Place> LadderView::placeAt(const QPoint& at) const
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        for (int column = 0; column < kLadderColumns; ++column) {
            if (cell(row, column).contains(at)) {
                return Place{.row = row, .column = column};
            }
        }
    }
    return std::nullopt;
}

bool LadderView::event(QEvent* event)
{
    if (event->type() == QEvent::Enter) {
        m_held = true;
        update();
    } else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        m_held = false;
        rebuild(true);
    }
    return QWidget::event(event);
}

void LadderView::mousePressEvent(QMouseEvent* event)
{
    const std::optional<Place> place = placeAt(event->pos());
    if (!place || event->button() != Qt::LeftButton) {
        return;
    }
    const LadderRow& row = m_rows[static_cast<std::size_t>(place->row)];
    if (row.ownOrders > 0 && ownMark(place->row).contains(event->pos())) {
        Q_EMIT ownClicked(row.price, row.side);
        return;
    }
    if (row.price.won() > 0) {
        Q_EMIT clicked(row.price, place->column == 1   ? std::nullopt
                                  : place->column == 0 ? std::optional{Side::Sell}
                                                       : std::optional{Side::Buy});
    }
}

void LadderView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const std::optional<Place> place = placeAt(event->pos());
    if (!place || event->button() != Qt::LeftButton) {
        return;
    }
    const LadderRow& row = m_rows[static_cast<std::size_t>(place->row)];
    const bool own = row.ownOrders > 0 && ownMark(place->row).contains(event->pos());
    if (row.price.won() > 0 && !own) {
        Q_EMIT doubleClicked(row.price, place->column == 1   ? std::nullopt
                                        : place->column == 0 ? std::optional{Side::Sell}
                                                             : std::optional{Side::Buy});
    }
}

void LadderView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        recentre();
        return;
    }
    QWidget::keyPressEvent(event);
}

void LadderView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.panel);
    if (m_rows.empty()) {
        painter.setPen(m_theme.muted);
        painter.drawText(rect(), Qt::AlignCenter,
                         m_symbol.isEmpty() ? tr("No symbol selected") : tr("No quote yet"));
        return;
    }
    std::int64_t most = 1;
    for (const LadderRow& row : m_rows) {
        most = std::max(most, row.size.shares());
    }
    for (int at = 0; at < static_cast<int>(m_rows.size()); ++at) {
        paintRow(painter, at, most);
    }
    painter.setPen(QPen{m_theme.muted, 0});
    const int middle = cell(kRows / 2, 0).top();
    painter.drawLine(0, middle, width(), middle);
}

void LadderView::paintRow(QPainter& painter, int at, std::int64_t most) const
{
    const LadderRow& row = m_rows[static_cast<std::size_t>(at)];
    const bool ask = row.side == Side::Sell;
    const QRect price = cell(at, 1);
    const QRect size = cell(at, ask ? 0 : 2);
    const QColor tint = ask ? m_theme.down : m_theme.up;
    painter.fillRect(price, blend(tint, m_theme.panel, 0.08));
    if (row.price.won() == 0) {
        return;
    }
    const int length = static_cast<int>(size.width() * row.size.shares() / most);
    const QRect bar =
        ask ? QRect{size.right() - length + 1, size.top() + 1, length, size.height() - 2}
            : QRect{size.left(), size.top() + 1, length, size.height() - 2};
    painter.fillRect(bar, blend(tint, m_theme.panel, 0.28));
    painter.setPen(m_theme.text);
    painter.drawText(size.adjusted(6, 0, -6, 0), middled(ask ? Qt::AlignRight : Qt::AlignLeft),
                     row.size.shares() == 0 ? QString{} : groupedText(row.size.shares()));

    const auto found = m_view ? changeOf(row.price, m_view->base) : std::nullopt;
    const bool known = found.has_value();
    const std::int64_t change = found.value_or(0);
    painter.setPen(known ? m_theme.signColour(change) : m_theme.text);
    const QRect text = price.adjusted(10, 0, -10, 0);
    const bool wide =
        text.width() > fontMetrics().horizontalAdvance(QStringLiteral("1,021,000 +00.00 %"));
    painter.drawText(text, middled(wide ? Qt::AlignLeft : Qt::AlignHCenter),
                     groupedText(row.price.won()));
    if (wide && known) {
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, percentText(change));
    }
    if (row.last) {
        painter.setPen(QPen{m_theme.text, 0});
        painter.drawRect(price.adjusted(0, 0, -1, -1));
    }
    // Letters in the margin, so that colour is not the only cue.
    const QString mark = row.limit      ? tr("Lm", "daily limit, two letters at most")
                         : row.vi       ? tr("VI", "static VI trigger")
                         : row.expected ? tr("Ex", "expected price, two letters at most")
                                        : QString{};
    if (!mark.isEmpty()) {
        painter.setPen(row.limit ? m_theme.bad : row.vi ? m_theme.warn : m_theme.accent);
        const QRect margin = cell(at, ask ? 2 : 0);
        painter.drawText(margin.adjusted(6, 0, -6, 0),
                         middled(ask ? Qt::AlignLeft : Qt::AlignRight), mark);
    }
    if (row.ownOrders > 0) {
        const QRect own = ownMark(at);
        painter.fillRect(own, m_theme.raised);
        painter.setPen(QPen{row.question ? m_theme.warn : m_theme.accent, 0});
        painter.drawRect(own.adjusted(0, 0, -1, -1));
        painter.drawText(own, Qt::AlignCenter,
                         QStringLiteral("%1%2·%3")
                             .arg(row.question ? QStringLiteral("?") : QString{})
                             .arg(row.ownOrders)
                             .arg(groupedText(row.ownRemaining.shares())));
    }
}
}  // namespace ui

#include "moc_ladder_view.cpp"
