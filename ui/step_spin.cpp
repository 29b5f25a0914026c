#include "ui/step_spin.h"

#include "ui/format.h"

#include <QLineEdit>

namespace ui
{
namespace domain = core::domain;

namespace
{
QString withoutGroups(const QString& text)
{
    return QString{text}.remove(QLatin1Char{','}).trimmed();
}
}  // namespace

GroupedSpin::GroupedSpin(QWidget* parent) : QSpinBox{parent}
{
    setRange(0, 99'999'999);
    setAlignment(Qt::AlignRight);
    setAccelerated(true);
    setKeyboardTracking(true);
    setCorrectionMode(CorrectToNearestValue);
}

QString GroupedSpin::textFromValue(int value) const
{
    return groupedText(value);
}

int GroupedSpin::valueFromText(const QString& text) const
{
    return withoutGroups(text).toInt();
}

QValidator::State GroupedSpin::validate(QString& text, int& /*at*/) const
{
    const QString digits = withoutGroups(text);
    if (digits.isEmpty()) {
        return QValidator::Intermediate;
    }
    bool number = false;
    const int value = digits.toInt(&number);
    const bool fits = number && value >= minimum() && value <= maximum();
    return fits ? QValidator::Acceptable : QValidator::Invalid;
}

PriceSpin::PriceSpin(QWidget* parent) : GroupedSpin{parent}
{
    setRange(0, static_cast<int>(domain::kPriceMax.won()));
    connect(this, &QSpinBox::editingFinished, this, &PriceSpin::settle);
}

void PriceSpin::setPrice(domain::Price price)
{
    setValue(static_cast<int>(price.won()));
}

domain::Price PriceSpin::price() const
{
    return domain::roundDownToStep(domain::Price::fromWon(value()), m_table);
}

void PriceSpin::stepBy(int steps)
{
    domain::Price at = price();
    for (int i = 0; i < std::abs(steps); ++i) {
        if (steps > 0) {
            at = at.won() == 0 ? domain::Price::fromWon(1) : domain::nextUp(at, m_table);
        } else if (at.won() > 1) {
            at = domain::nextDown(at, m_table);
        }
    }
    setPrice(std::min(at, domain::kPriceMax));
    lineEdit()->selectAll();
}

void PriceSpin::fixup(QString& text) const
{
    text = groupedText(value());
}

void PriceSpin::settle()
{
    if (price().won() != value()) {
        setPrice(price());
    }
}
}  // namespace ui

#include "moc_step_spin.cpp"
