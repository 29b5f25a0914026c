#pragma once

#include "core/domain/desk_snapshot.h"
#include "ui/theme.h"

#include <QSettings>
#include <QWidget>

namespace ui
{
/// What the window's docks hold. A panel takes whole snapshots and keeps no reference to the
/// engine's state; it paints only what differs from what it shows. UI thread.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);

    virtual void apply(const core::domain::DeskSnapshot& snapshot) = 0;
    virtual void setTheme(const Theme& theme, int fontPoints) = 0;
    /// The trader's choices (columns, filters); never the window's geometry.
    virtual void save(QSettings& settings) const;
    virtual void restore(const QSettings& settings);
    /// The widget that gets the focus when the panel is called by its key.
    [[nodiscard]] virtual QWidget* focusTarget() { return this; }

protected:
    /// Sets every text again; called when the language changed and once by the panel itself.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
};
}  // namespace ui
