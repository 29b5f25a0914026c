#pragma once

#include "core/domain/trading_view.h"

#include <QDialog>

class QPushButton;
class QRadioButton;

namespace ui
{
/// "Off" while shares are held can mean two things: this asks which. Exits only is the default;
/// leaving a position to itself takes a second choice.
class AutomationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `subject` is the issue, or the master switch. `now` = what is in force: On is offered when
    /// it is not.
    AutomationDialog(const QString& subject, core::domain::AutoState now, QWidget* parent);

    [[nodiscard]] core::domain::AutoState chosen() const;
    [[nodiscard]] QRadioButton& choice(core::domain::AutoState state);
    [[nodiscard]] QPushButton& goButton() { return *m_go; }

Q_SIGNALS:
    void confirmed(core::domain::AutoState state);

private:
    QRadioButton* m_on = nullptr;
    QRadioButton* m_exitsOnly = nullptr;
    QRadioButton* m_off = nullptr;
    QPushButton* m_go = nullptr;
};
}  // namespace ui
