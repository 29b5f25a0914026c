#pragma once

#include "core/domain/kst.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace ui
{
/// Which backup of the records is to be put back at the next start. UI thread.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `days` newest first.
    RestoreDialog(std::vector<core::domain::TradingDate> days, QWidget* parent);

    [[nodiscard]] QListWidget& list() { return *m_list; }
    [[nodiscard]] QPushButton& go() { return *m_go; }

Q_SIGNALS:
    void confirmed(core::domain::TradingDate date);

private:
    std::vector<core::domain::TradingDate> m_days;
    QListWidget* m_list;
    QPushButton* m_go = nullptr;
};
}  // namespace ui
