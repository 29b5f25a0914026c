#include "ui/summary_tiles.h"

#include "ui/format.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::Won;

namespace
{
constexpr int kTileGap = 6;
constexpr int kPadding = 8;
constexpr std::array kTileColumns{6, 4, 3, 2, 1};  // Whole rows of twelve.

QString unknownText()
{
    return QString{kUnknownMark};
}
QString wonText(const std::optional<Won>& won)
{
    return won ? signedWonText(*won) : unknownText();
}
std::optional<Won> wonOf(const std::optional<domain::MeanWon>& mean)
{
    return mean ? std::optional{mean->won()} : std::nullopt;
}
std::int64_t signOf(const std::optional<Won>& won)
{
    return won ? won->value() : 0;
}
QString plainText(const std::optional<Won>& won)
{
    return won ? groupedText(won->value()) : unknownText();
}
QString rateText(const std::optional<domain::Ratio>& ratio)
{
    return ratio ? unsignedPercentText(ratio->tenThousandths()) : unknownText();
}
QString factorOf(const std::optional<domain::Ratio>& ratio)
{
    return ratio ? factorText(ratio->numerator, ratio->denominator) : unknownText();
}

/// "day before 12", or nothing where there is none.
template <typename Show>
QString before(const domain::DaySummary& summary, Show show)
{
    return summary.previous ? SummaryTiles::tr("day before %1").arg(show(*summary.previous))
                            : QString{};
}

SummaryTile dayPnl(const domain::DaySummary& summary)
{
    const auto share = [](const std::optional<domain::WonShare>& pnl) {
        return pnl ? percentText(pnl->tenThousandths) : unknownText();
    };
    const std::optional<Won> won =
        summary.dayPnl ? std::optional{summary.dayPnl->won} : std::nullopt;
    QStringList notes{summary.dayPnl ? share(summary.dayPnl) : QString{},
                      before(summary, [&share](const auto& day) { return share(day.dayPnl); })};
    notes.removeAll(QString{});
    return {.caption = SummaryTiles::tr("Day P&L"),
            .value = wonText(won),
            .note = notes.join(QStringLiteral(" · ")),
            .sign = signOf(won)};
}

SummaryTile drawdown(const domain::DaySummary& summary)
{
    SummaryTile tile{.caption = SummaryTiles::tr("Max drawdown"), .value = unknownText()};
    if (summary.drawdown) {
        const Won down{-summary.drawdown->won.value()};
        tile.value = signedWonText(down);
        tile.sign = down.value();
        if (down != Won{}) {
            tile.note =
                QStringLiteral("%1 · %2").arg(percentText(-summary.drawdown->tenThousandths),
                                              clockText(summary.drawdown->minute));
        }
    }
    return tile;
}

SummaryTile slippage(const domain::TradeTotals& totals)
{
    const auto shown = [](const std::optional<domain::MeanWon>& mean) {
        return mean ? unmarkedWonText(mean->won()) : unknownText();
    };
    SummaryTile tile{.caption = SummaryTiles::tr("Slippage"), .value = unknownText()};
    if (totals.slippage.fills > 0) {
        tile.value = unmarkedWonText(totals.slippage.won);
        tile.note =
            SummaryTiles::tr("%1 a fill, %2 a trade")
                .arg(shown(totals.meanSlippagePerFill()), shown(totals.meanSlippagePerTrade()));
    }
    return tile;
}
}  // namespace

std::vector<SummaryTile> summaryTiles(const domain::DaySummary& summary)
{
    const domain::TradeTotals& totals = summary.totals;
    const auto tile = [](const QString& caption, const QString& value, const QString& note,
                         std::int64_t sign = 0) {
        return SummaryTile{.caption = caption, .value = value, .note = note, .sign = sign};
    };
    const auto extreme = [](const std::optional<domain::TradeExtreme>& one) {
        return one ? std::optional{one->net} : std::nullopt;
    };
    return {
        dayPnl(summary),
        tile(SummaryTiles::tr("End equity"), plainText(summary.endEquity),
             SummaryTiles::tr("start %1").arg(plainText(summary.startEquity))),
        tile(SummaryTiles::tr("Net of trades"), signedWonText(totals.net),
             before(summary, [](const auto& day) { return signedWonText(day.net); }),
             totals.net.value()),
        tile(SummaryTiles::tr("Trades"), groupedText(totals.trades),
             SummaryTiles::tr("%1 won, %2 lost")
                 .arg(groupedText(totals.wins), groupedText(totals.losses))),
        tile(SummaryTiles::tr("Win rate"), rateText(totals.winRate()),
             before(summary, [](const auto& day) { return rateText(day.winRate()); })),
        tile(SummaryTiles::tr("Expectancy a trade"), wonText(wonOf(totals.expectancy())),
             before(summary, [](const auto& day) { return wonText(wonOf(day.expectancy)); }),
             signOf(wonOf(totals.expectancy()))),
        tile(SummaryTiles::tr("Profit factor"), factorOf(totals.profitFactor()),
             before(summary, [](const auto& day) { return factorOf(day.profitFactor); })),
        drawdown(summary),
        tile(SummaryTiles::tr("Mean win"), wonText(wonOf(totals.meanWin())),
             SummaryTiles::tr("mean loss %1").arg(wonText(wonOf(totals.meanLoss()))),
             signOf(wonOf(totals.meanWin()))),
        tile(SummaryTiles::tr("Largest win"), wonText(extreme(totals.best)),
             SummaryTiles::tr("largest loss %1").arg(wonText(extreme(totals.worst))),
             signOf(extreme(totals.best))),
        tile(SummaryTiles::tr("Costs"), groupedText(summary.costs.value()),
             SummaryTiles::tr("commission %1, tax %2")
                 .arg(groupedText(totals.fees.value()), groupedText(totals.taxes.value()))),
        slippage(totals),
    };
}

SummaryTiles::SummaryTiles(QWidget* parent) : QWidget{parent}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SummaryTiles::show(std::vector<SummaryTile> tiles)
{
    m_tiles = std::move(tiles);
    QStringList said;
    for (const SummaryTile& tile : m_tiles) {
        said.push_back(QStringLiteral("%1: %2 %3").arg(tile.caption, tile.value, tile.note));
    }
    setAccessibleDescription(said.join(QLatin1Char{'\n'}));
    updateGeometry();
    update();
}

void SummaryTiles::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    setFont(font);
    updateGeometry();
    update();
}

QFont SummaryTiles::valueFont() const
{
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.3);
    return bold;
}

int SummaryTiles::tileHeight() const
{
    return 2 * QFontMetrics{font()}.height() + QFontMetrics{valueFont()}.height() + 2 * kPadding;
}

int SummaryTiles::columnsAt(int width) const
{
    int widest = 1;
    const QFontMetrics metrics{font()};
    const QFontMetrics large{valueFont()};
    for (const SummaryTile& tile : m_tiles) {
        widest =
            std::max({widest, metrics.horizontalAdvance(tile.caption),
                      metrics.horizontalAdvance(tile.note), large.horizontalAdvance(tile.value)});
    }
    for (const int columns : kTileColumns) {
        if (columns * (widest + 2 * kPadding) + (columns - 1) * kTileGap <= width) {
            return columns;
        }
    }
    return 1;
}

int SummaryTiles::heightForWidth(int width) const
{
    const int columns = columnsAt(width);
    const int rows = (static_cast<int>(m_tiles.size()) + columns - 1) / columns;
    return rows == 0 ? 0 : rows * tileHeight() + (rows - 1) * kTileGap;
}

QSize SummaryTiles::sizeHint() const
{
    constexpr int kWidth = 1'080;
    return {kWidth, heightForWidth(kWidth)};
}

QSize SummaryTiles::minimumSizeHint() const
{
    return {320, tileHeight()};
}

void SummaryTiles::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    const int columns = columnsAt(width());
    const int each = (width() - (columns - 1) * kTileGap) / columns;
    const QFontMetrics metrics{font()};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int place = static_cast<int>(i);
        const QRect box{place % columns * (each + kTileGap),
                        place / columns * (tileHeight() + kTileGap), each, tileHeight()};
        const QRect inside = box.adjusted(kPadding, kPadding, -kPadding, -kPadding);
        const SummaryTile& tile = m_tiles[i];
        painter.fillRect(box, m_theme.panel);
        painter.setFont(font());
        painter.setPen(m_theme.muted);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, tile.caption);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom,
                         metrics.elidedText(tile.note, Qt::ElideRight, inside.width()));
        painter.setFont(valueFont());
        painter.setPen(m_theme.signColour(tile.sign));
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, tile.value);
    }
}
}  // namespace ui

#include "moc_summary_tiles.cpp"
