#pragma once

#include "ui/theme.h"

#include <QWidget>

#include <cstdint>
#include <optional>

namespace ui
{
/// The day's return on a scale with the guard's marks: -5 % sells, -3 % and +5 % stop buying,
/// +3 % arms the trail.
class GuardBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GuardBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme, const QFont& font);
    /// Day return in 1/10,000 %; nothing while it is not known. Uncertain values are hollow.
    void setReturn(std::optional<std::int64_t> tenThousandths, bool certain);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int placeOf(std::int64_t tenThousandths) const;

    Theme m_theme;
    std::optional<std::int64_t> m_return;
    bool m_certain = true;
};
}  // namespace ui
