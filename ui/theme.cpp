#include "ui/theme.h"

#include <QFile>
#include <QFontDatabase>

#include <array>
#include <cmath>
#include <utility>

namespace ui
{
using core::config::ThemeName;
using core::domain::EnvironmentKind;

namespace
{
Theme darkTheme()
{
    Theme t;
    t.name = ThemeName::Dark;
    t.window = QColor{0x0E, 0x11, 0x16};
    t.panel = QColor{0x15, 0x1A, 0x21};
    t.raised = QColor{0x1C, 0x23, 0x2C};
    t.selection = QColor{0x10, 0x1B, 0x30};
    t.line = QColor{0x2A, 0x32, 0x3D};
    t.text = QColor{0xE6, 0xEA, 0xF0};
    t.muted = QColor{0x8A, 0x94, 0xA3};
    t.accent = QColor{0xC9, 0xA2, 0x27};
    t.up = QColor{0xF0, 0x44, 0x52};
    t.down = QColor{0x3D, 0x8B, 0xFD};
    t.warn = QColor{0xF5, 0xA5, 0x24};
    t.good = QColor{0x2F, 0xBF, 0x71};
    t.bad = t.up;
    t.sim = t.good;
    t.demo = t.down;
    t.live = t.up;
    t.replay = t.accent;
    return t;
}

Theme lightTheme()
{
    Theme t;
    t.name = ThemeName::Light;
    t.window = QColor{0xE4, 0xE8, 0xEE};
    t.panel = QColor{0xFF, 0xFF, 0xFF};
    t.raised = QColor{0xF1, 0xF4, 0xF8};
    t.selection = QColor{0xE3, 0xEC, 0xFA};
    t.line = QColor{0xD3, 0xD9, 0xE2};
    t.text = QColor{0x14, 0x19, 0x20};
    t.muted = QColor{0x51, 0x5B, 0x69};
    t.accent = QColor{0x75, 0x5A, 0x00};
    t.up = QColor{0xC4, 0x1C, 0x30};
    t.down = QColor{0x12, 0x53, 0xC0};
    t.warn = QColor{0x8A, 0x4F, 0x00};
    t.good = QColor{0x0D, 0x69, 0x38};
    t.bad = t.up;
    t.sim = t.good;
    t.demo = t.down;
    t.live = t.up;
    t.replay = t.accent;
    return t;
}

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
}
}  // namespace

Theme Theme::make(ThemeName name, UpColour up)
{
    Theme theme = name == ThemeName::Dark ? darkTheme() : lightTheme();
    if (up == UpColour::Blue) {
        std::swap(theme.up, theme.down);
    }
    return theme;
}

QColor Theme::frame(EnvironmentKind environment) const
{
    switch (environment) {
    case EnvironmentKind::Sim:
        return sim;
    case EnvironmentKind::Demo:
        return demo;
    case EnvironmentKind::Live:
        return live;
    case EnvironmentKind::Replay:
        return replay;
    }
    return line;
}

QColor Theme::signColour(std::int64_t value) const
{
    if (value == 0) {
        return text;
    }
    return value > 0 ? up : down;
}

QString Theme::styleSheet(int fontPoints) const
{
    QFile file{QStringLiteral(":/themes/desk.qss")};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<const char*, QColor>, 11> tokens{{
        {"@window", window},
        {"@panel", panel},
        {"@raised", raised},
        {"@selection", selection},
        {"@line", line},
        {"@text", text},
        {"@muted", muted},
        {"@accent", accent},
        {"@warn", warn},
        {"@hover", blend(accent, raised, 0.16)},
        {"@good", good},
    }};
    for (const auto& [token, colour] : tokens) {
        sheet.replace(QLatin1String{token}, colour.name());
    }
    return sheet.replace(QLatin1String{"@points"}, QString::number(fontPoints));
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, panel);
    p.setColor(QPalette::AlternateBase, raised);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, text);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::Light, line);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, line);
    p.setColor(QPalette::Shadow, window);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, muted);
    }
    return p;
}

QColor blend(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1.0 - share)));
    };
    return QColor{mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue())};
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QFont deskFont(int points)
{
    const QStringList wanted{QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
                             QStringLiteral("Malgun Gothic")};
    const QStringList installed = QFontDatabase::families();
    QFont font;
    for (const QString& family : wanted) {
        if (installed.contains(family)) {
            font.setFamily(family);
            break;
        }
    }
    font.setPointSize(points);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

int rowHeight(int fontPoints)
{
    return 22 + (fontPoints - 10) * 2;
}
}  // namespace ui
