#include "app/terminal/picture_taker.h"

#include "core/base/log.h"

#include <QDir>
#include <QPixmap>

namespace app
{
namespace
{
// A run at 120x takes about 200 s: a handful of pictures of the day.
constexpr std::chrono::seconds kEvery{40};
constexpr int kOnTheWayMax = 12;
}  // namespace

PictureTaker::PictureTaker(ui::MainWindow& window, QString folder)
    : m_window{window}, m_folder{std::move(folder)}
{
    QDir{}.mkpath(m_folder);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        take(QStringLiteral("day-%1").arg(++m_taken, 2, 10, QLatin1Char{'0'}));
        if (m_taken == kOnTheWayMax) {
            m_timer.stop();
        }
    });
    m_timer.start(kEvery);
}

void PictureTaker::take(const QString& name)
{
    const QString file = QDir{m_folder}.filePath(name + QStringLiteral(".png"));
    if (!m_window.grab().save(file)) {
        qCWarning(core::base::lcApp).noquote() << "picture" << file << "cannot be written";
    }
}

void PictureTaker::takeAll(const QString& name)
{
    using core::config::Language;
    using core::config::ThemeName;
    const Language language = m_window.language();
    for (const Language one : {Language::Korean, Language::English}) {
        m_window.setLanguage(one);
        for (const ThemeName theme : {ThemeName::Dark, ThemeName::Light}) {
            m_window.setThemeName(theme);
            m_window.showFrame();
            take(QStringLiteral("%1-%2-%3")
                     .arg(name,
                          one == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en"),
                          theme == ThemeName::Dark ? QStringLiteral("dark")
                                                   : QStringLiteral("light")));
        }
    }
    m_window.setThemeName(ThemeName::Dark);
    m_window.setLanguage(language);
}
}  // namespace app
