#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/step_spin.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLineEdit;
class QPushButton;
class QTableWidget;

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

/// Which of the broker's orders an ambiguous one is. Those that fit are listed with their figures,
/// for comparing with the HTS; a number that is not among them may be typed, or the order is
/// declared never accepted.
class ResolveDialog final : public QDialog
{
    Q_OBJECT

public:
    ResolveDialog(const core::domain::Order& order, const QString& name,
                  const std::vector<core::domain::BrokerOrderRow>& candidates, QWidget* parent);

    [[nodiscard]] QTableWidget& table() { return *m_table; }
    [[nodiscard]] QLineEdit& typed() { return *m_typed; }
    [[nodiscard]] QPushButton& takeButton() { return *m_take; }
    [[nodiscard]] QPushButton& noneButton() { return *m_none; }

Q_SIGNALS:
    /// An empty number = none of them.
    void chosen(const core::domain::BrokerOrderId& broker);

private:
    void fill(const std::vector<core::domain::BrokerOrderRow>& candidates);
    [[nodiscard]] core::domain::BrokerOrderId number() const;

    QTableWidget* m_table = nullptr;
    QLineEdit* m_typed = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_none = nullptr;
};
}  // namespace ui
