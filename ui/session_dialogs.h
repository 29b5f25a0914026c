#pragma once

#include "core/domain/command.h"
#include "core/domain/desk_snapshot.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace ui
{
/// The word the unlock dialog asks for, the same in every language.
inline constexpr QLatin1String kUnlockWord{"UNLOCK"};

/// The confirmation that lets orders leave: one for demo, for live the last four digits of the
/// account with the day's limit in sight. Part of the arming and of the flatten dialog.
class ArmingForm final : public QWidget
{
    Q_OBJECT

public:
    ArmingForm(const core::domain::DeskSnapshot& snapshot, QWidget* parent);

    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] core::domain::Arm command() const;
    [[nodiscard]] QLineEdit* digits() { return m_digits; }
    [[nodiscard]] QCheckBox& confirmation() { return *m_confirm; }

Q_SIGNALS:
    void changed();

private:
    core::domain::Won m_limit;
    QLineEdit* m_digits = nullptr;  // Live only.
    QCheckBox* m_confirm = nullptr;
    QCheckBox* m_firstAny = nullptr;  // Live only.
};

class ArmDialog final : public QDialog
{
    Q_OBJECT

public:
    ArmDialog(const core::domain::DeskSnapshot& snapshot, QWidget* parent);

    [[nodiscard]] ArmingForm& form() { return *m_form; }
    [[nodiscard]] QPushButton& armButton() { return *m_arm; }

Q_SIGNALS:
    void confirmed(const core::domain::Arm& arm);

private:
    ArmingForm* m_form = nullptr;
    QPushButton* m_arm = nullptr;
};

/// Every position with what the visible book would pay; external ones come unticked. Where the
/// session is unarmed it asks for the arming confirmation as well.
class FlattenDialog final : public QDialog
{
    Q_OBJECT

public:
    FlattenDialog(const core::domain::DeskSnapshot& snapshot, QWidget* parent);

    [[nodiscard]] QTableWidget& table() { return *m_table; }
    [[nodiscard]] QPushButton& sellButton() { return *m_sell; }
    [[nodiscard]] ArmingForm* arming() { return m_arming; }

Q_SIGNALS:
    void confirmed(const std::vector<core::domain::Symbol>& sell,
                   const std::optional<core::domain::Arm>& arm);

private:
    [[nodiscard]] std::vector<core::domain::Symbol> ticked() const;

    std::vector<core::domain::Symbol> m_symbols;
    QTableWidget* m_table = nullptr;
    QPushButton* m_sell = nullptr;
    ArmingForm* m_arming = nullptr;
};

/// Ends a kill level: K1 and K2 by a confirmation, K3 by the typed word.
class ReleaseDialog final : public QDialog
{
    Q_OBJECT

public:
    ReleaseDialog(core::domain::KillLevel level, QWidget* parent);

    [[nodiscard]] QLineEdit* typed() { return m_typed; }
    [[nodiscard]] QPushButton& releaseButton() { return *m_release; }

Q_SIGNALS:
    void confirmed(const core::domain::ReleaseKill& release);

private:
    QLineEdit* m_typed = nullptr;  // K3 only.
    QPushButton* m_release = nullptr;
};

/// Why the gate is not open: each cause, what it means, what to do, and for those that stay until
/// the trader has looked a button that says so.
class GateDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit GateDialog(QWidget* parent);

    void apply(const core::domain::DeskSnapshot& snapshot);

Q_SIGNALS:
    void confirmed(core::domain::GateCause cause);

private:
    core::domain::GateView m_shown;
    bool m_any = false;
    QLabel* m_state = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_list = nullptr;
};
}  // namespace ui
