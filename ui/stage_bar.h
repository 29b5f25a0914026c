#pragma once

#include "core/domain/position_marks.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>

namespace ui
{
/// The pyramiding pattern as five stages from base to added. Void and off are states of the whole
/// bar: crossed out, with the reason in words.
class StageBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kStages = 5;
    /// How a stage looks; each has a sign of its own beside the colour.
    enum class Look : std::uint8_t
    {
        Ahead,  ///< "○"
        Done,   ///< "✓"
        Here,   ///< "●"
        Dead,   ///< "✕": the attempt is void or off.
    };

    explicit StageBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme, const QFont& font);
    /// `note` says why: a reason for void and off, what is awaited otherwise.
    void setState(core::domain::PatternState state, const QString& note);

    [[nodiscard]] std::array<Look, kStages> looks() const;
    [[nodiscard]] core::domain::PatternState state() const { return m_state; }
    [[nodiscard]] const QString& note() const { return m_note; }
    [[nodiscard]] QString stageName(std::size_t stage) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    core::domain::PatternState m_state = core::domain::PatternState::Off;
    QString m_note;
    Theme m_theme;
};
}  // namespace ui
