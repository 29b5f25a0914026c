#pragma once

#include "core/domain/price_steps.h"

#include <QSpinBox>

namespace ui
{
/// A field for shares or won with thousands separators; nothing depends on the machine's locale.
class GroupedSpin : public QSpinBox
{
    Q_OBJECT

public:
    explicit GroupedSpin(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    [[nodiscard]] QValidator::State validate(QString& text, int& at) const override;
};

/// A price that moves by valid steps only; what is typed is rounded down to one when it is left.
class PriceSpin final : public GroupedSpin
{
    Q_OBJECT

public:
    explicit PriceSpin(QWidget* parent = nullptr);

    void setTable(core::domain::StepTable table) { m_table = table; }
    void setPrice(core::domain::Price price);
    /// On a step; 0 = nothing entered.
    [[nodiscard]] core::domain::Price price() const;

    void stepBy(int steps) override;
    void fixup(QString& text) const override;

private:
    void settle();

    core::domain::StepTable m_table = core::domain::StepTable::Share;
};
}  // namespace ui
