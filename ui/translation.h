#pragma once

#include "core/config/config.h"

#include <QTranslator>

namespace ui
{
/// The language of the program; switching installs other translators, and every widget then gets a
/// LanguageChange event. One per application, owned by the window. UI thread.
class Translation final
{
    Q_DISABLE_COPY_MOVE(Translation)

public:
    Translation() = default;
    ~Translation();

    /// `System` becomes Korean on a Korean system and English elsewhere.
    void use(core::config::Language language);
    /// Korean or English, never System.
    [[nodiscard]] core::config::Language current() const { return m_current; }

private:
    QTranslator m_ours;
    QTranslator m_qt;  ///< Buttons of standard dialogs.
    core::config::Language m_current = core::config::Language::System;
};
}  // namespace ui
