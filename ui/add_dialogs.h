#pragma once

#include "core/config/config.h"
#include "core/domain/command.h"
#include "core/domain/desk_snapshot.h"
#include "ui/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui
{
class ConditionModel;
class DeskTable;
class WhatIfView;

/// Forbids the add of a position; the reason goes into the journal.
class BlockAddDialog final : public QDialog
{
    Q_OBJECT

public:
    BlockAddDialog(const core::domain::Symbol& symbol, const QString& name, QWidget* parent);

    [[nodiscard]] QLineEdit& reason() { return *m_reason; }
    [[nodiscard]] QPushButton& blockButton() { return *m_block; }

Q_SIGNALS:
    void confirmed(const core::domain::OverrideAdd& command);

private:
    QLineEdit* m_reason = nullptr;
    QPushButton* m_block = nullptr;
};

/// Lets the add go against some of its conditions for a short time. Shows every condition that
/// says no, what is waived and what never is, and the position as it would be; wants a reason.
/// Follows the market while it is open.
class ApproveAddDialog final : public QDialog
{
    Q_OBJECT

public:
    ApproveAddDialog(const core::domain::DeskSnapshot& desk, const core::domain::Symbol& symbol,
                     const core::config::PyramidSection& config, const Theme& theme,
                     QWidget* parent);

    void apply(const core::domain::DeskSnapshot& desk);

    [[nodiscard]] QLineEdit& reason() { return *m_reason; }
    [[nodiscard]] QPushButton& approveButton() { return *m_approve; }
    [[nodiscard]] const ConditionModel& failing() const { return *m_failing; }
    [[nodiscard]] const WhatIfView& whatIf() const { return *m_whatIf; }
    [[nodiscard]] QString waivedText() const;
    [[nodiscard]] QString neverText() const;

Q_SIGNALS:
    void confirmed(const core::domain::OverrideAdd& command);

private:
    void check();

    core::domain::Symbol m_symbol;
    bool m_offered = false;
    QLabel* m_waived = nullptr;
    QLabel* m_never = nullptr;
    ConditionModel* m_failing = nullptr;
    DeskTable* m_table = nullptr;
    WhatIfView* m_whatIf = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_approve = nullptr;
};
}  // namespace ui
