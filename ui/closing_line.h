#pragma once

#include "core/domain/closing.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace ui
{
/// Name of a closing step, translated.
[[nodiscard]] QString closingStepName(core::domain::ClosingStep step);

/// One line while the day is being closed: which step, how far, a button to leave out the rest. It
/// stays a while after the end to say what came of it; failures stay until they are clicked away.
/// UI thread.
class ClosingLine final : public QFrame
{
    Q_OBJECT

public:
    explicit ClosingLine(QWidget* parent = nullptr);

    void apply(const core::domain::ClosingView& view);
    void setFontPoints(int fontPoints);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton& button() { return *m_button; }

Q_SIGNALS:
    void cancelWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(const core::domain::ClosingView& view);

    core::domain::ClosingView m_view;
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_button = nullptr;
    QTimer* m_away = nullptr;
};
}  // namespace ui
