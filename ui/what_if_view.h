#pragma once

#include "core/domain/rule_view.h"
#include "ui/figure_row.h"

namespace ui
{
/// What the position would be after a full fill of the add: quantity and limit, new average,
/// break-even, stop, worst loss, and how much of the visible book it eats.
class WhatIfView final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme, const QFont& font);
    void apply(const std::optional<core::domain::AddPreview>& preview);

    /// All that is shown, for readers and tests: "Average 10,180 ...".
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show();

    std::optional<core::domain::AddPreview> m_preview;
    Theme m_theme;
    FigureRow* m_order = nullptr;
    FigureRow* m_after = nullptr;
    FigureRow* m_risk = nullptr;
};
}  // namespace ui
