#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/step_spin.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QPushButton;

namespace ui
{
/// A new price for a working order, by valid steps.
class AmendDialog final : public QDialog
{
    Q_OBJECT

public:
    AmendDialog(const core::domain::Order& order, const QString& name,
                core::domain::StepTable table, QWidget* parent);

    [[nodiscard]] PriceSpin& price() { return *m_price; }

Q_SIGNALS:
    void chosen(core::domain::Price price);

private:
    PriceSpin* m_price = nullptr;
};

/// Which of the broker's orders an ambiguous one is. The trader compares with the HTS: orders of
/// the same code are offered, any other number may be typed, or it is declared never accepted.
class ResolveDialog final : public QDialog
{
    Q_OBJECT

public:
    ResolveDialog(const core::domain::Order& order, const QString& name,
                  const std::vector<core::domain::Order>& all, QWidget* parent);

    [[nodiscard]] QComboBox& numbers() { return *m_numbers; }
    [[nodiscard]] QPushButton& takeButton() { return *m_take; }
    [[nodiscard]] QPushButton& noneButton() { return *m_none; }

Q_SIGNALS:
    /// An empty number = none of them.
    void chosen(const core::domain::BrokerOrderId& broker);

private:
    [[nodiscard]] core::domain::BrokerOrderId number() const;

    QComboBox* m_numbers = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_none = nullptr;
};

/// What the newest mismatch event said about a symbol.
struct MismatchFigures
{
    QString ours;
    QString brokers;
};
[[nodiscard]] MismatchFigures mismatchFigures(const core::domain::DeskSnapshot& snapshot,
                                              const core::domain::Symbol& symbol);
}  // namespace ui
