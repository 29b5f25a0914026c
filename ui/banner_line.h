#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui
{
/// Something the trader must know, and where a click on it leads.
struct Banner
{
    enum class Leads
    {
        Orders,
        Positions,
        Gate,
        Release,
    };
    QString title;
    QString text;  ///< What it means and what to do.
    Leads leads = Leads::Gate;
    bool grave = false;

    friend bool operator==(const Banner&, const Banner&) = default;
};

/// What the line has to say about a snapshot, gravest first.
[[nodiscard]] std::vector<Banner> bannersOf(const core::domain::DeskSnapshot& snapshot);

/// One line under the top bar, always there so that nothing below it jumps: a mark for each
/// thing that is wrong, and for the gravest, or the one pointed at, what it means.
class BannerLine final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerLine(QWidget* parent = nullptr);

    void apply(const core::domain::DeskSnapshot& snapshot);
    void setTheme(const Theme& theme, int fontPoints);
    [[nodiscard]] const std::vector<Banner>& banners() const { return m_banners; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void followed(ui::Banner::Leads leads);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void explain(std::size_t place);

    std::vector<Banner> m_banners;
    std::vector<QToolButton*> m_chips;
    QHBoxLayout* m_row = nullptr;
    QLabel* m_text = nullptr;
    QString m_whole;
    Theme m_theme;
};
}  // namespace ui
