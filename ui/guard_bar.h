#pragma once

#include "core/config/config.h"
#include "core/domain/guard.h"
#include "ui/theme.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace ui
{
/// The day's return on a scale with the guard's marks from the configuration: the hard loss sells,
/// loss and gain stop buying, the trail follows the peak once armed. Fired marks are filled.
class GuardBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GuardBar(const core::config::GuardSection& limits, QWidget* parent = nullptr);

    void setTheme(const Theme& theme, const QFont& font);
    /// Day return in 1/10,000 %; nothing while it is not known. Uncertain values are hollow.
    void setReturn(std::optional<std::int64_t> tenThousandths, bool certain);

    /// What has fired, and where the trail would fire, in 1/10,000 %.
    void setGuard(const core::domain::GuardState& state, std::optional<std::int64_t> trail);

    struct Mark
    {
        std::int64_t at = 0;  ///< 1/10,000 %.
        bool bad = false;
        bool fired = false;
    };
    [[nodiscard]] std::vector<Mark> marks() const;
    [[nodiscard]] std::optional<std::int64_t> trail() const { return m_trail; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int placeOf(std::int64_t tenThousandths) const;

    core::config::GuardSection m_limits;
    core::domain::GuardState m_state;
    std::optional<std::int64_t> m_trail;
    Theme m_theme;
    std::optional<std::int64_t> m_return;
    bool m_certain = true;
};
}  // namespace ui
