#pragma once

#include "core/domain/command.h"
#include "core/domain/desk_snapshot.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace ui
{
class PriceSpin;

/// Moves the trader's own stop. Up goes at once; down, away, or to where it would sell now wants
/// a tick first, with what it means in words.
class StopDialog final : public QDialog
{
    Q_OBJECT

public:
    StopDialog(const core::domain::DeskSnapshot& desk, const core::domain::Symbol& symbol,
               QWidget* parent);

    /// The last price goes on while it is open.
    void apply(const core::domain::DeskSnapshot& desk);

    [[nodiscard]] PriceSpin& level() { return *m_level; }
    [[nodiscard]] QCheckBox& confirmation() { return *m_confirm; }
    [[nodiscard]] QPushButton& moveButton() { return *m_move; }
    [[nodiscard]] QPushButton& removeButton() { return *m_remove; }
    [[nodiscard]] QString warning() const;

Q_SIGNALS:
    void confirmed(const core::domain::MoveStop& command);

private:
    void check();

    core::domain::Symbol m_symbol;
    core::domain::Price m_reference;  // What "down" is measured against.
    core::domain::Price m_last;
    core::domain::StepTable m_steps = core::domain::StepTable::Share;
    QLabel* m_now = nullptr;
    QLabel* m_warning = nullptr;
    PriceSpin* m_level = nullptr;
    QCheckBox* m_confirm = nullptr;
    QPushButton* m_move = nullptr;
    QPushButton* m_remove = nullptr;
};
}  // namespace ui
