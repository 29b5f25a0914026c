#include "core/report/report_look.h"

namespace core::report
{
ReportLook ReportLook::light()
{
    return {.paper = QColor{0xFF, 0xFF, 0xFF},
            .panel = QColor{0xF3, 0xF5, 0xF8},
            .line = QColor{0xD5, 0xDB, 0xE3},
            .text = QColor{0x1B, 0x22, 0x2C},
            .muted = QColor{0x5A, 0x67, 0x78},
            .up = QColor{0xC6, 0x28, 0x28},
            .down = QColor{0x15, 0x5F, 0xC4},
            .bad = QColor{0xA8, 0x45, 0x00}};
}

ReportLook ReportLook::dark()
{
    return {.paper = QColor{0x12, 0x16, 0x1D},
            .panel = QColor{0x1B, 0x21, 0x2B},
            .line = QColor{0x2E, 0x37, 0x45},
            .text = QColor{0xE6, 0xEA, 0xF0},
            .muted = QColor{0x94, 0xA0, 0xB2},
            .up = QColor{0xFF, 0x5C, 0x5C},
            .down = QColor{0x5C, 0xA3, 0xFF},
            .bad = QColor{0xFF, 0xA5, 0x4F}};
}

QColor ReportLook::of(Tone tone) const
{
    switch (tone) {
    case Tone::Plain:
        return text;
    case Tone::Up:
        return up;
    case Tone::Down:
        return down;
    case Tone::Muted:
        return muted;
    case Tone::Bad:
        return bad;
    }
    return text;
}

QFont reportFont(double pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
                      QStringLiteral("Malgun Gothic"), QStringLiteral("Apple SD Gothic Neo"),
                      QStringLiteral("NanumGothic"), QStringLiteral("sans-serif")});
    font.setPixelSize(static_cast<int>(pixels));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}
}  // namespace core::report
