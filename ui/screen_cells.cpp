// The words of the top 30's cells, apart from the model's bookkeeping.
#include "ui/format.h"
#include "ui/rule_lookup.h"
#include "ui/screen_model.h"
#include "ui/words.h"
#include "ui/words_orders.h"

#include <QCoreApplication>

namespace ui
{
namespace domain = core::domain;
using domain::ScreenAxis;

namespace
{
struct ScreenWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ScreenModel)
};

const domain::AxisScore& axisOf(const ScreenLine& line, ScreenAxis axis)
{
    return line.axes[static_cast<std::size_t>(axis)];
}

QString axisText(const ScreenLine& line, ScreenAxis axis)
{
    const domain::AxisScore& score = axisOf(line, axis);
    return score.value ? axisValueText(axis, *score.value) : QString{kUnknownMark};
}

QString spreadText(const ScreenLine& line)
{
    if (line.spread) {
        return unsignedPercentText(*line.spread);
    }
    const domain::AxisScore& score = axisOf(line, ScreenAxis::Spread);
    if (!score.value) {
        return QString{kUnknownMark};
    }
    return (score.estimated ? QStringLiteral("~") : QString{}) + unsignedPercentText(*score.value);
}

QString moveText(const ScreenLine& line)
{
    if (!line.previousRank) {
        return ScreenWords::tr("new", "came into the list");
    }
    const int moved = *line.previousRank - line.rank;
    return moved == 0 ? QString{kUnknownMark} : signMark(moved) + QString::number(std::abs(moved));
}

QString slotText(const domain::SlotView& slot)
{
    if (slot.trade && slot.quote) {
        return ScreenWords::tr("T+Q", "registered for trades and quotes");
    }
    if (slot.trade) {
        return ScreenWords::tr("T", "registered for trades");
    }
    if (slot.quote) {
        return ScreenWords::tr("Q", "registered for quotes");
    }
    if (slot.restAgeMs) {
        const std::int64_t seconds = *slot.restAgeMs / 1'000;
        return ScreenWords::tr("REST %1").arg(
            seconds < 60 ? QStringLiteral("%1 s").arg(seconds)
                         : ageText(std::chrono::milliseconds{*slot.restAgeMs}));
    }
    return QString{kUnknownMark};
}

QString scoreText(int score)
{
    return QStringLiteral("%1.%2").arg(score / 100).arg(score % 100 / 10);
}

QString whyText(const ScreenLine& line)
{
    QStringList reasons;
    if (line.halted) {
        reasons.push_back(reasonName(domain::ScreenReason::Halted));
    }
    if (line.inVi) {
        reasons.push_back(ScreenWords::tr("VI auction"));
    }
    for (const domain::WhyNot& why : line.whyNot) {
        reasons.push_back(whyNotText(why));
    }
    return reasons.join(QStringLiteral(" · "));
}

QString scoreToolTip(const ScreenLine& line)
{
    QStringList rows{ScreenWords::tr("Score %1 of 100").arg(scoreText(line.score))};
    for (std::size_t i = 0; i < domain::kScreenAxes; ++i) {
        const auto axis = static_cast<ScreenAxis>(i);
        const domain::AxisScore& score = line.axes[i];
        QString row = score.insufficient ? ScreenWords::tr("%1 (weight %2 %): not enough data")
                                               .arg(axisName(axis))
                                               .arg(domain::kScreenWeights[i])
                                         : ScreenWords::tr("%1 (weight %2 %): %3 points, %4")
                                               .arg(axisName(axis))
                                               .arg(domain::kScreenWeights[i])
                                               .arg(score.points)
                                               .arg(axisText(line, axis));
        if (score.estimated) {
            row = ScreenWords::tr("%1, estimated", "a score row").arg(row);
        }
        rows.push_back(row);
    }
    return rows.join(QLatin1Char{'\n'});
}
}  // namespace

QString screenCellText(const ScreenLine& line, ScreenColumn column)
{
    switch (column) {
    case ScreenColumn::Rank:
        return QString::number(line.rank);
    case ScreenColumn::Move:
        return moveText(line);
    case ScreenColumn::Code:
        return line.symbol.toString();
    case ScreenColumn::Name:
        return line.name;
    case ScreenColumn::Price:
        return priceText(line.last);
    case ScreenColumn::Change:
        return changeText(line.last, line.base);
    case ScreenColumn::Score:
        return scoreText(line.score);
    case ScreenColumn::Value:
        return eokText(line.value);
    case ScreenColumn::Slot:
        return slotText(line.slot);
    case ScreenColumn::Auto:
        return autoStateShort(std::max(line.automation, line.master));
    case ScreenColumn::Spread:
        return spreadText(line);
    case ScreenColumn::Momentum:
        return axisText(line, ScreenAxis::Momentum);
    case ScreenColumn::Volatility:
        return axisText(line, ScreenAxis::Volatility);
    case ScreenColumn::Strength:
        return strengthText(line.strengthCenti);
    case ScreenColumn::WhyNot:
        return whyText(line);
    }
    return {};
}

QString screenCellToolTip(const ScreenLine& line, ScreenColumn column)
{
    if (column == ScreenColumn::Score) {
        return scoreToolTip(line);
    }
    if (column == ScreenColumn::Auto) {
        return ScreenWords::tr("Automatic trading: %1; click to change")
            .arg(autoText(line.automation, line.master));
    }
    if (!line.eligible || line.halted || line.inVi) {
        return ScreenWords::tr("Not eligible: %1").arg(whyText(line));
    }
    return {};
}

bool isTextColumn(ScreenColumn column)
{
    return column == ScreenColumn::Name || column == ScreenColumn::WhyNot
           || column == ScreenColumn::Code || column == ScreenColumn::Slot
           || column == ScreenColumn::Auto;
}

QString screenColumnTitle(ScreenColumn column)
{
    switch (column) {
    case ScreenColumn::Rank:
        return ScreenWords::tr("#", "column: rank");
    case ScreenColumn::Move:
        return ScreenWords::tr("±", "column: change in rank");
    case ScreenColumn::Code:
        return ScreenWords::tr("Code", "column");
    case ScreenColumn::Name:
        return ScreenWords::tr("Name", "column");
    case ScreenColumn::Price:
        return ScreenWords::tr("Price", "column");
    case ScreenColumn::Change:
        return ScreenWords::tr("Change", "column: in percent");
    case ScreenColumn::Score:
        return ScreenWords::tr("Score", "column");
    case ScreenColumn::Value:
        return ScreenWords::tr("Value ₩100m", "column: traded value in 100 million won");
    case ScreenColumn::Slot:
        return ScreenWords::tr("Slot", "column");
    case ScreenColumn::Auto:
        return ScreenWords::tr("Auto", "column: automatic trading");
    case ScreenColumn::Spread:
        return ScreenWords::tr("Spread", "column");
    case ScreenColumn::Momentum:
        return ScreenWords::tr("Mom. 5", "column: momentum over 5 bars");
    case ScreenColumn::Volatility:
        return ScreenWords::tr("Vol.", "column: volatility");
    case ScreenColumn::Strength:
        return ScreenWords::tr("Strength", "column: trade strength");
    case ScreenColumn::WhyNot:
        return ScreenWords::tr("Why not", "column");
    }
    return {};
}

QString screenColumnHelp(ScreenColumn column)
{
    switch (column) {
    case ScreenColumn::Rank:
        return ScreenWords::tr("Rank of the last screening");
    case ScreenColumn::Move:
        return ScreenWords::tr("Places won or lost since the screening before");
    case ScreenColumn::Code:
        return ScreenWords::tr("Short code of the issue");
    case ScreenColumn::Name:
        return ScreenWords::tr("Name of the issue");
    case ScreenColumn::Price:
        return ScreenWords::tr("Last price in won");
    case ScreenColumn::Change:
        return ScreenWords::tr("Change from the previous close");
    case ScreenColumn::Score:
        return ScreenWords::tr("Liquidity, turnover, volatility, spread and momentum, by weight");
    case ScreenColumn::Value:
        return ScreenWords::tr("Traded value of the day in units of 100 million won");
    case ScreenColumn::Slot:
        return ScreenWords::tr("Source of the price: live trades (T), quotes (Q), or REST and age");
    case ScreenColumn::Auto:
        return ScreenWords::tr("On, exits only or off; click to change");
    case ScreenColumn::Spread:
        return ScreenWords::tr("Best ask minus best bid; ~ is estimated from one price step");
    case ScreenColumn::Momentum:
        return ScreenWords::tr("Change over the last five 1-minute bars");
    case ScreenColumn::Volatility:
        return ScreenWords::tr("Standard deviation of 1-minute changes over 20 bars");
    case ScreenColumn::Strength:
        return ScreenWords::tr("Buying against selling volume; 100 is even");
    case ScreenColumn::WhyNot:
        return ScreenWords::tr("What keeps the issue from being bought");
    }
    return {};
}

QString screenColumnSample(ScreenColumn column)
{
    switch (column) {
    case ScreenColumn::Rank:
        return QStringLiteral("30");
    case ScreenColumn::Move:
        return QStringLiteral("▲30");
    case ScreenColumn::Code:
        return QStringLiteral("005930");
    case ScreenColumn::Name:
        return QStringLiteral("레인보우로보틱스");
    case ScreenColumn::Price:
        return QStringLiteral("1,234,000");
    case ScreenColumn::Change:
        return QStringLiteral("▲ +29.99 %");
    case ScreenColumn::Score:
        return QStringLiteral("100.0 ■■■■■");
    case ScreenColumn::Value:
        return QStringLiteral("Value ₩100m");
    case ScreenColumn::Slot:
        return QStringLiteral("REST 59 s");
    case ScreenColumn::Auto:
        return autoStateShort(domain::AutoState::ExitsOnly);
    case ScreenColumn::Spread:
        return QStringLiteral("~0.00 %");
    case ScreenColumn::Momentum:
        return QStringLiteral("+10.00 %");
    case ScreenColumn::Volatility:
        return QStringLiteral("0.00 %");
    case ScreenColumn::Strength:
        return QStringLiteral("1,234.56");
    case ScreenColumn::WhyNot:
        return QStringLiteral("Turnover 3.1 × ₩100m, needs 5.0 × ₩100m");
    }
    return {};
}
}  // namespace ui
