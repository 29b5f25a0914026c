#include "ui/translation.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ui
{
using core::config::Language;

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translation::use(Language language)
{
    const bool korean =
        language == Language::Korean
        || (language == Language::System && QLocale::system().language() == QLocale::Korean);
    const Language wanted = korean ? Language::Korean : Language::English;
    if (wanted == m_current) {
        return;
    }
    m_current = wanted;
    const QString tail = korean ? QStringLiteral("ko") : QStringLiteral("en");
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/kis_scalper_%1.qm").arg(tail))) {
        QCoreApplication::installTranslator(&m_ours);
    } else {
        qCWarning(core::base::lcUi, "translation %s is missing from the program",
                  qUtf8Printable(tail));
    }
    // Absent on machines without Qt's own translations: standard buttons then stay English.
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(tail),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
}
}  // namespace ui
