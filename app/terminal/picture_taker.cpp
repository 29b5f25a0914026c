#include "app/terminal/picture_taker.h"

#include "core/base/log.h"

#include <QDir>
#include <QPixmap>

#include <array>

namespace app
{
namespace
{
// A run at 120x takes about 200 s: a handful of pictures of the day.
constexpr std::chrono::seconds kEvery{40};
constexpr int kOnTheWayMax = 12;
constexpr std::chrono::milliseconds kSettle{150};
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
    m_timer.stop();
    takeVariant(name, 0);
}

void PictureTaker::takeVariant(const QString& name, int variant)
{
    using core::config::Language;
    using core::config::ThemeName;
    struct Variant
    {
        Language language;
        ThemeName theme;
        const char* suffix;
    };
    static constexpr std::array kVariants{
        Variant{Language::Korean, ThemeName::Dark, "-ko-dark"},
        Variant{Language::Korean, ThemeName::Light, "-ko-light"},
        Variant{Language::English, ThemeName::Dark, "-en-dark"},
        Variant{Language::English, ThemeName::Light, "-en-light"},
    };
    if (variant == static_cast<int>(kVariants.size())) {
        Q_EMIT taken();
        return;
    }
    const Variant& one = kVariants.at(static_cast<std::size_t>(variant));
    m_window.setLanguage(one.language);
    m_window.setThemeName(one.theme);
    QTimer::singleShot(kSettle, this, [this, name, variant, suffix = one.suffix] {
        take(name + QLatin1String{suffix});
        takeVariant(name, variant + 1);
    });
}
}  // namespace app

#include "moc_picture_taker.cpp"
