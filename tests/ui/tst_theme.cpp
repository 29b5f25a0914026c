#include "tests/support/no_warnings.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QDir>
#include <QFontInfo>
#include <QFontMetrics>
#include <QTest>

using core::config::ThemeName;
using core::domain::EnvironmentKind;
using ui::Theme;
using ui::UpColour;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void keepsTextReadable_data();
    void keepsTextReadable();
    void computesContrastAsWcagDoes();
    void swapsUpAndDown();
    void tellsTheEnvironmentsApart();
    void fillsEveryToken();
    void hasFiguresOfOneWidth();
    void drawsEveryIconInTheColourAsked();
    void blendsOpaque();
};

void ThemeTest::keepsTextReadable_data()
{
    QTest::addColumn<ThemeName>("name");
    QTest::addColumn<UpColour>("up");
    QTest::newRow("dark") << ThemeName::Dark << UpColour::Red;
    QTest::newRow("dark, blue up") << ThemeName::Dark << UpColour::Blue;
    QTest::newRow("light") << ThemeName::Light << UpColour::Red;
    QTest::newRow("light, blue up") << ThemeName::Light << UpColour::Blue;
}

void ThemeTest::keepsTextReadable()
{
    QFETCH(ThemeName, name);
    QFETCH(UpColour, up);
    const Theme t = Theme::make(name, up);
    constexpr double kLeast = 4.5;
    const std::array inks{t.text, t.muted, t.accent, t.up, t.down, t.warn, t.good, t.bad};
    for (const QColor& ink : inks) {
        for (const QColor& ground : {t.panel, t.selection}) {
            QVERIFY2(ui::contrastRatio(ink, ground) >= kLeast,
                     qUtf8Printable(ink.name() + QStringLiteral(" on ") + ground.name()));
        }
    }
    // Headers, menus and the window behind carry plain text only.
    for (const QColor& ground : {t.window, t.raised, ui::blend(t.accent, t.raised, 0.16)}) {
        QVERIFY(ui::contrastRatio(t.text, ground) >= kLeast);
    }
    QVERIFY(ui::contrastRatio(t.muted, t.window) >= kLeast);
    QVERIFY(ui::contrastRatio(t.muted, t.raised) >= kLeast);
    // The badge and the last price's tag are filled; their ink is the panel's colour.
    for (const QColor& fill : {t.sim, t.demo, t.live, t.replay, t.up, t.down, t.muted}) {
        QVERIFY2(ui::contrastRatio(t.panel, fill) >= kLeast, qUtf8Printable(fill.name()));
    }
}

void ThemeTest::computesContrastAsWcagDoes()
{
    QCOMPARE(qRound(ui::contrastRatio(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(ui::contrastRatio(Qt::white, Qt::white) * 100), 100);
    // The guideline's well-known limit case: #767676 on white is 4.54.
    QCOMPARE(qRound(ui::contrastRatio(QColor{0x76, 0x76, 0x76}, Qt::white) * 100), 454);
}

void ThemeTest::swapsUpAndDown()
{
    const Theme red = Theme::make(ThemeName::Dark, UpColour::Red);
    const Theme blue = Theme::make(ThemeName::Dark, UpColour::Blue);
    QCOMPARE(red.up, QColor(0xF0, 0x44, 0x52));
    QCOMPARE(red.down, QColor(0x3D, 0x8B, 0xFD));
    QCOMPARE(blue.up, red.down);
    QCOMPARE(blue.down, red.up);
    QCOMPARE(blue.live, red.live);  // The environment's colour does not follow the taste.
    QCOMPARE(red.signColour(5), red.up);
    QCOMPARE(red.signColour(-5), red.down);
    QCOMPARE(red.signColour(0), red.text);
}

void ThemeTest::tellsTheEnvironmentsApart()
{
    for (const ThemeName name : {ThemeName::Dark, ThemeName::Light}) {
        const Theme t = Theme::make(name, UpColour::Red);
        QSet<QRgb> colours;
        for (const EnvironmentKind kind : {EnvironmentKind::Sim, EnvironmentKind::Demo,
                                           EnvironmentKind::Live, EnvironmentKind::Replay}) {
            colours.insert(t.frame(kind).rgb());
        }
        QCOMPARE(colours.size(), 4);
    }
}

void ThemeTest::fillsEveryToken()
{
    const Theme t = Theme::make(ThemeName::Dark, UpColour::Red);
    const QString sheet = t.styleSheet(10);
    QVERIFY(sheet.contains(t.panel.name()));
    QVERIFY(sheet.contains(t.accent.name()));
    // The one @ left is in the comment that explains them.
    QCOMPARE(sheet.count(QLatin1Char{'@'}), 1);
}

void ThemeTest::hasFiguresOfOneWidth()
{
    const QFont font = ui::deskFont(10);
    if (QFontInfo{font}.family() != QStringLiteral("Noto Sans CJK KR")) {
        QSKIP("Noto Sans CJK KR is not installed");
    }
    const QFontMetricsF metrics{font};
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        QCOMPARE(metrics.horizontalAdvance(QChar{digit}), metrics.horizontalAdvance(QChar{u'0'}));
    }
    QCOMPARE(ui::rowHeight(10), 22);
    QVERIFY(ui::rowHeight(16) > QFontMetrics{ui::deskFont(16)}.ascent());
}

void ThemeTest::drawsEveryIconInTheColourAsked()
{
    const QStringList files = QDir{QStringLiteral(":/icons")}.entryList();
    QVERIFY(files.size() >= 20);
    for (const QString& file : files) {
        if (file.startsWith(QStringLiteral("sort-"))) {
            continue;  // Used by the style sheet, in their own neutral grey.
        }
        const QImage image =
            ui::rolePixmap(file.chopped(4), QColor{200, 10, 20}, 32, 1.0).toImage();
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                painted += pixel.alpha() > 200 && pixel.red() > 190 && pixel.green() < 20 ? 1 : 0;
            }
        }
        QVERIFY2(painted > 15, qUtf8Printable(file));
    }
}

void ThemeTest::blendsOpaque()
{
    QCOMPARE(ui::blend(QColor{100, 200, 0}, QColor{0, 0, 100}, 0.5), QColor(50, 100, 50));
    QCOMPARE(ui::blend(Qt::white, Qt::black, 0.0), QColor(0, 0, 0));
    QCOMPARE(ui::blend(Qt::white, Qt::black, 0.25).alpha(), 255);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
